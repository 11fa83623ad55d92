package id.kla.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Editions;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.rollup.History.Direction;
import id.kla.rollup.History.LadderChange;
import id.kla.rollup.History.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Histories by hand. */
class HistoryTest {

  static final RegionCode KEDIRI = RegionCode.parse("35.71");

  /** Returns what was declared of Kediri: round, stage, total and tier, empty where unknown. */
  static HistoryResult declared(String round, String stage, String total, String tier) {
    DeclaredResult.Builder result = DeclaredResult.builder();
    result
        .region(KEDIRI)
        .round(Round.parse(round))
        .stage(stage)
        .total(Optional.of(total).filter(text -> !text.isEmpty()).map(Points::parse))
        .tier(Optional.of(tier).filter(text -> !text.isEmpty()))
        .source("a page");
    return HistoryResult.of(result.build(), Editions.kla2024());
  }

  static History history(HistoryResult... results) {
    return History.of(Editions.kla2024(), KEDIRI, List.of(results));
  }

  private static History.Line end(History history) {
    return history.line("final").orElseThrow();
  }

  /** Kediri: Madya in five rounds, one total known, and the self-score of the next round. */
  private static final History STORY =
      history(
          declared("2024", "PM", "934.2", ""),
          declared("2023", "final", "600.36", "Madya"),
          declared("2018", "final", "", "Madya"),
          declared("2019", "final", "", "MADYA"),
          declared("2021", "final", "", "Madya"),
          declared("2022", "final", "", "Madya"));

  @Test
  void of_kediri_isMadyaAtEveryOfFiveEvaluationsWithout2020() {
    assertThat(end(STORY).streaks())
        .containsExactly(
            new History.Streak("MADYA", Round.of(2018), Round.of(2023), 5, List.of(2020)));
    assertThat(end(STORY).notHeld()).containsExactly(2020);
  }

  @Test
  void of_kediri_namesTheRoundThatIsNotKnownAtTheLastStage() {
    assertThat(end(STORY).turns())
        .extracting(History.Turn::round, History.Turn::state, History.Turn::total)
        .containsExactly(
            tuple(Round.of(2018), State.KNOWN, Optional.empty()),
            tuple(Round.of(2019), State.KNOWN, Optional.empty()),
            tuple(Round.of(2021), State.KNOWN, Optional.empty()),
            tuple(Round.of(2022), State.KNOWN, Optional.empty()),
            tuple(Round.of(2023), State.KNOWN, Optional.of(Points.parse("600.36"))),
            tuple(Round.parse("2024/2025"), State.UNKNOWN, Optional.empty()));
  }

  /** 934.2 would be KLA; it stands by itself, and no move leads from 600.36 to it. */
  @Test
  void of_kediri_keepsTheSelfScoreApart() {
    History.Line self = STORY.line("self").orElseThrow();

    assertThat(STORY.lines()).extracting(History.Line::stage).containsExactly("self", "final");
    assertThat(self.turns())
        .filteredOn(turn -> turn.state() == State.KNOWN)
        .extracting(History.Turn::round, turn -> turn.tier().orElseThrow())
        .containsExactly(tuple(Round.parse("2024/2025"), "KLA"));
    assertThat(self.moves()).isEmpty();
    assertThat(end(STORY).moves())
        .hasSize(4)
        .allMatch(move -> move.direction() == Direction.SAME && move.split().isEmpty());
  }

  /** The ladder of 2021 to 2024 is known, of 2018 and 2019 none is. */
  @Test
  void moves_sayWhetherOneLadderJudgedBothRounds() {
    assertThat(end(STORY).moves())
        .extracting(History.Move::ladders)
        .containsExactly(
            LadderChange.NOT_KNOWN, LadderChange.NOT_KNOWN, LadderChange.SAME, LadderChange.SAME);
  }

  /** Garut fell from Madya to Pratama in 2022; here it rises two steps after. */
  @Test
  void moves_riseAndFallBySteps() {
    History history =
        history(
            declared("2019", "final", "", "none"),
            declared("2021", "final", "631", "Madya"),
            declared("2022", "final", "", "Pratama"),
            declared("2023", "final", "700.5", ""));

    assertThat(end(history).moves())
        .extracting(History.Move::direction, move -> move.steps().orElseThrow())
        .containsExactly(
            tuple(Direction.RISE, 2), tuple(Direction.FALL, -1), tuple(Direction.RISE, 2));
    assertThat(end(history).turns().get(0).tier()).contains(RegionResult.NONE);
    assertThat(end(history).turns().get(3).isPublished()).isFalse();
    assertThat(end(history).turns().get(2).isPublished()).isTrue();
  }

  @Test
  void streaks_endAtARoundThatIsNotKnown() {
    History history =
        history(
            declared("2018", "final", "", "Madya"),
            declared("2019", "final", "", "Madya"),
            declared("2022", "final", "", "Madya"),
            declared("2023", "final", "", "Nindya"));

    assertThat(end(history).streaks())
        .extracting(History.Streak::first, History.Streak::last, History.Streak::rounds)
        .containsExactly(
            tuple(Round.of(2018), Round.of(2019), 2),
            tuple(Round.of(2022), Round.of(2022), 1),
            tuple(Round.of(2023), Round.of(2023), 1));
    assertThat(end(history).moves().get(1).between()).containsExactly(Round.of(2021));
    assertThat(end(history).moves().get(1).direction()).isEqualTo(Direction.SAME);
  }

  /** The calendar begins with 2018: whether one was held in 2016 and 2017 is not known. */
  @Test
  void turns_ofYearsBeforeTheCalendar_areNotKnownAndNotAbsent() {
    History history =
        history(declared("2015", "final", "", "Madya"), declared("2018", "final", "", "Madya"));

    assertThat(end(history).turns())
        .extracting(turn -> turn.round() + " " + turn.state())
        .containsExactly("2015 KNOWN", "2016 UNKNOWN", "2017 UNKNOWN", "2018 KNOWN");
    assertThat(end(history).streaks()).hasSize(2);
    assertThat(end(history).notHeld()).isEmpty();
  }

  @Test
  void turns_ofResultsThatSayDifferentThings_areContradictory() {
    History history =
        history(
            declared("2022", "final", "", "Madya"),
            declared("2022", "final", "", "Nindya"),
            declared("2023", "final", "600.36", ""),
            declared("2023", "final", "600.36", "Madya"));

    assertThat(end(history).turns())
        .extracting(History.Turn::state, History.Turn::tier)
        .containsExactly(
            tuple(State.CONTRADICTORY, Optional.empty()), tuple(State.KNOWN, Optional.of("MADYA")));
    assertThat(end(history).moves()).isEmpty();
    assertThat(end(history).streaks()).hasSize(1);
  }

  /** 934.2 may be the self-score, 600.36 the final total: neither is the total of the round. */
  @Test
  void turns_ofSeveralTotalsWhoseStagesAreNotSaid_areNotContradictory() {
    History.Line line =
        history(
                declared("2021", "unspecified", "631", ""),
                declared("2022", "unspecified", "934.2", ""),
                declared("2022", "unspecified", "600.36", ""),
                declared("2023", "unspecified", "934.2", "Madya"),
                declared("2023", "unspecified", "600.36", ""))
            .line("unspecified")
            .orElseThrow();

    assertThat(line.turns())
        .extracting(History.Turn::state, History.Turn::total, History.Turn::tier)
        .containsExactly(
            tuple(State.KNOWN, Optional.of(Points.of(631)), Optional.of("MADYA")),
            tuple(State.SEVERAL, Optional.empty(), Optional.empty()),
            tuple(State.SEVERAL, Optional.empty(), Optional.of("MADYA")));
    assertThat(line.moves())
        .extracting(History.Move::between, History.Move::direction, History.Move::split)
        .containsExactly(tuple(List.of(Round.of(2022)), Direction.SAME, Optional.empty()));
  }

  @Test
  void turns_ofPredicatesThatDiffer_areContradictoryWhateverTheStage() {
    History history =
        history(
            declared("2022", "unspecified", "", "Madya"),
            declared("2022", "unspecified", "", "Nindya"));

    assertThat(history.line("unspecified").orElseThrow().turns())
        .extracting(History.Turn::state)
        .containsExactly(State.CONTRADICTORY);
  }

  @Test
  void of_anotherRegion_isRefused() {
    assertThatThrownBy(
            () ->
                History.of(
                        Editions.kla2024(),
                        RegionCode.parse("16.10"),
                        List.of(declared("2022", "final", "", "Madya")))
                    .lines())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("35.71");
  }

  // Declared parts

  private static HistoryResult parts(String round, String total, String... codesAndPoints) {
    DeclaredResult.Builder result = DeclaredResult.builder();
    result
        .region(KEDIRI)
        .round(Round.parse(round))
        .stage("final")
        .total(Points.parse(total))
        .source("a page");
    for (String part : codesAndPoints) {
      String[] cut = part.split("=", 2);
      if (cut[0].matches("[0-9].*")) {
        result.putIndicators(cut[0], Points.parse(cut[1]));
      } else {
        result.putClusters(cut[0], Points.parse(cut[1]));
      }
    }
    return HistoryResult.of(result.build(), Editions.kla2024());
  }

  /**
   * Of +50, cluster K won 20, of which indicator 1 30, so that the rest of K lost 10; 12 is of
   * cluster III, of which nothing else is known; of 23 nothing is known.
   */
  @Test
  void split_ofDeclaredParts_isAsDeepAsTheyGo() {
    Split split =
        Split.of(
                parts("2022", "600", "K=100", "I=50", "1=50", "12=10", "13=7"),
                parts("2023", "650", "K=120", "II=60", "1=80", "12=17", "14=3"),
                Editions.kla2024())
            .orElseThrow();

    assertThat(split.rules()).isEqualTo(Split.Rules.NOT_KNOWN);
    assertThat(split.open())
        .extracting(part -> part.level() + " " + part.code() + " " + part.change())
        .containsExactly("INDICATOR 1 30", "CLUSTER K -10", "INDICATOR 12 7", "NOT_ATTRIBUTED  23");
    assertThat(split.change()).isEqualTo(Points.of(50));
    assertThat(split.ruleChange()).isEmpty();
    assertThat(split.realChange()).isEmpty();
  }

  /**
   * Two pages say 600, one with 50 for indicator 1 and one with 40: the first by its figures is
   * taken.
   */
  @Test
  void moves_fromTwoResultsOfOneTotal_areSplitAlikeInAnyOrder() {
    HistoryResult one = parts("2022", "600", "1=50");
    HistoryResult other = parts("2022", "600", "1=40");
    HistoryResult after = parts("2023", "650", "1=60");

    History history = history(one, other, after);

    assertThat(history).isEqualTo(history(other, one, after)).isEqualTo(history(after, other, one));
    assertThat(end(history).moves().get(0).split().orElseThrow().open())
        .extracting(part -> part.level() + " " + part.change())
        .containsExactly("INDICATOR 20", "NOT_ATTRIBUTED 30");
  }

  @Test
  void split_withoutATotal_isNotKnown() {
    assertThat(
            Stream.of(declared("2022", "final", "", "Madya"), parts("2022", "600"))
                .map(each -> Split.of(each, parts("2023", "650"), Editions.kla2024()).isPresent()))
        .containsExactly(false, true);
  }
}
