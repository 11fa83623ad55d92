package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import id.kla.region.RegionCode;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import id.kla.simulation.SurvivalRow.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How claims survive by rows and pairs. The tiny sheet claims 4, 3 and 4.5 at indicator 1, of which
 * its maximum leaves 10, and 1.3333 and 4 at indicator 2: 15.3333 in all.
 */
class SurvivalTest {

  private static final Edition TINY = TinyEdition.EDITION;

  private static final SurvivalOutcome HOLDS = new SurvivalOutcome.Holds();
  private static final SurvivalOutcome STRUCK = new SurvivalOutcome.Struck();
  private static final SurvivalOutcome FULL = new SurvivalOutcome.Full();

  private static SurvivalRow row(String part, SurvivalOutcome outcome, String chance, Tie tie) {
    return new SurvivalRow(SurvivalPart.of(TINY, part), outcome, Share.parse(chance), tie);
  }

  private static SurvivalRow row(String part, SurvivalOutcome outcome, String chance) {
    return row(part, outcome, chance, Tie.NONE);
  }

  private static ScoredAssessment tiny() {
    return ScoringEngine.of(TINY).score(TinyEdition.sheet("first"));
  }

  private static TiedModel model(SurvivalRow... rows) {
    return Survival.of(TINY, List.of(rows)).check(tiny()).orThrow();
  }

  private static AwardChances award(TiedModel model, String question) {
    return model.alone().award(QuestionCode.parse(question));
  }

  private static Points inState(SharedFactor factor, int state, String question) {
    AwardChances chances =
        Objects.requireNonNull(
            factor.states().get(state).awards().get(QuestionCode.parse(question)), question);
    assertThat(chances.chances()).hasSize(1);
    return chances.least();
  }

  private static Checked<Survival> check(SurvivalRow... rows) {
    List<Written<SurvivalRow>> written = new ArrayList<>();
    for (SurvivalRow row : rows) {
      written.add(new Written<>(row, Place.table("s.csv", written.size() + 2, "")));
    }
    return Survival.check(TINY, Optional.empty(), written);
  }

  private static List<String> told(Checked<?> checked) {
    return checked.faults().stream().map(fault -> fault.message(Language.ENGLISH)).toList();
  }

  @Test
  void check_rowsForEverything_areChancesOfEachClaim() {
    TiedModel model = model(row("*", HOLDS, "80%"), row("*", STRUCK, "20%"));

    assertThat(model.factors()).isEmpty();
    assertThat(award(model, "1.3"))
        .isEqualTo(AwardChances.either(Points.parse("4.5"), Ratio.of(4, 5), Points.ZERO));
    assertThat(award(model, "2.3")).isEqualTo(AwardChances.certain(Points.ZERO));
    assertThat(award(model, "2.4")).isEqualTo(AwardChances.certain(Points.ZERO));
  }

  @Test
  void check_severalParts_takesTheNarrowestForEachClaim() {
    TiedModel model =
        model(
            row("*", HOLDS, "100%"),
            row("A", STRUCK, "100%"),
            row("1.1", FULL, "100%"),
            row("indicator 2", new SurvivalOutcome.PartOfClaim(Share.parse("50%")), "100%"));

    assertThat(award(model, "1.1")).isEqualTo(AwardChances.certain(Points.of(4)));
    assertThat(award(model, "1.2")).isEqualTo(AwardChances.certain(Points.ZERO));
    assertThat(award(model, "2.2")).isEqualTo(AwardChances.certain(Points.of(2)));
  }

  /** 4.5 of 5 are claimed. */
  @Test
  void award_ofEachOutcome_isWhatIsLeft() {
    Question question = TINY.question("1.3");
    Points claim = Points.parse("4.5");

    assertThat(HOLDS.award(question, claim)).isEqualTo(claim);
    assertThat(STRUCK.award(question, claim)).isEqualTo(Points.ZERO);
    assertThat(FULL.award(question, claim)).isEqualTo(Points.of(5));
    assertThat(new SurvivalOutcome.PartOfClaim(Share.parse("50%")).award(question, claim))
        .isEqualTo(Points.parse("2.25"));
    assertThat(new SurvivalOutcome.PartOfClaim(Share.of(2, 3)).award(question, Points.of(4)))
        .isEqualTo(Points.parse("2.6667"));
    assertThat(new SurvivalOutcome.Answered(Response.graded(Points.of(3))).award(question, claim))
        .isEqualTo(Points.of(3));
    assertThat(
            new SurvivalOutcome.Answered(Response.level("some"))
                .award(TINY.question("1.1"), Points.of(4)))
        .isEqualTo(Points.parse("2.5"));
  }

  /** What holds and what rises come to the same 4 points of 4. */
  @Test
  void check_outcomesThatComeToTheSame_areOneAward() {
    TiedModel model =
        model(
            row("*", HOLDS, "100%"),
            row("1.1", HOLDS, "1 of 3"),
            row("1.1", FULL, "1 of 3"),
            row("1.1", STRUCK, "1 of 3"));

    assertThat(award(model, "1.1"))
        .isEqualTo(AwardChances.either(Points.of(4), Ratio.of(2, 3), Points.ZERO));
  }

  /** With 70% all of 15.3333 holds, else nothing of it. */
  @Test
  void check_tiedByRegion_hangsOnOneState() {
    TiedModel model =
        model(row("*", HOLDS, "70%", Tie.REGION), row("*", STRUCK, "30%", Tie.REGION));
    MixedDistribution scores = MixedDistribution.of(model);

    assertThat(model.factorCodes()).containsExactly("region");
    assertThat(scores.chanceOf(Points.parse("15.3333"))).isCloseTo(0.7, within(1e-12));
    assertThat(scores.chanceOf(Points.ZERO)).isCloseTo(0.3, within(1e-12));
  }

  /** Indicator 1 holds with 70%, indicator 2 with half of it: 0.5 both, 0.2 the first, 0.3 none. */
  @Test
  void check_partsTiedByRegion_haveTheirBetterOutcomesTogether() {
    SharedFactor region =
        model(
                row("indicator 1", STRUCK, "30%", Tie.REGION),
                row("indicator 1", HOLDS, "70%", Tie.REGION),
                row("indicator 2", HOLDS, "50%", Tie.REGION),
                row("indicator 2", STRUCK, "50%", Tie.REGION))
            .factors()
            .get(0);

    assertThat(region.states())
        .extracting(SharedFactor.State::chance)
        .containsExactly(Ratio.of(1, 2), Ratio.of(1, 5), Ratio.of(3, 10));
    assertThat(inState(region, 0, "1.1")).isEqualTo(Points.of(4));
    assertThat(inState(region, 0, "2.2")).isEqualTo(Points.of(4));
    assertThat(inState(region, 1, "1.1")).isEqualTo(Points.of(4));
    assertThat(inState(region, 1, "2.2")).isEqualTo(Points.ZERO);
    assertThat(inState(region, 2, "1.1")).isEqualTo(Points.ZERO);
    assertThat(inState(region, 2, "2.2")).isEqualTo(Points.ZERO);
  }

  private static Assessment withAgencies() {
    return Assessment.builder()
        .from(OganIlir.selfAssessment())
        .addAgencies(Agency.builder().code("DINKES").addRoles("health").build())
        .build();
  }

  @Test
  void check_tiedByAgency_hasAStateForEachAgencyOrRole() {
    Edition edition = Editions.kla2024();
    ScoredAssessment scored = ScoringEngine.of(edition).score(withAgencies());
    SurvivalPart health = SurvivalPart.of(edition, "DINKES");
    TiedModel model =
        Survival.of(
                edition,
                List.of(
                    new SurvivalRow(SurvivalPart.EVERYTHING, HOLDS, Share.parse("90%"), Tie.AGENCY),
                    new SurvivalRow(
                        SurvivalPart.EVERYTHING, STRUCK, Share.parse("10%"), Tie.AGENCY),
                    new SurvivalRow(health, HOLDS, Share.parse("60%"), Tie.AGENCY),
                    new SurvivalRow(health, STRUCK, Share.parse("40%"), Tie.AGENCY)))
            .check(scored)
            .orThrow();

    assertThat(health.kind()).isEqualTo(SurvivalPart.Kind.AGENCY);
    assertThat(model.factorCodes())
        .contains("agency DINKES")
        .doesNotContain("role health", "region")
        .hasSize(
            (int)
                edition.questions().stream()
                    .flatMap(question -> question.lead().stream())
                    .distinct()
                    .count());
    assertThat(
            model.factors().stream()
                .filter(factor -> factor.code().equals("agency DINKES"))
                .findFirst()
                .orElseThrow()
                .states())
        .extracting(SharedFactor.State::chance)
        .containsExactly(Ratio.of(3, 5), Ratio.of(2, 5));
    edition.questions().stream()
        .filter(question -> question.lead().isEmpty())
        .forEach(
            question ->
                assertThat(model.alone().award(question.code()).chances().values())
                    .isSubsetOf(Ratio.of(1), Ratio.of(9, 10), Ratio.of(1, 10)));
  }

  /** Of 2.2 a row speaks, of the other four claims the pair, of which 3 of 4 are left. */
  @Test
  void check_rowsAndPairs_leaveTheRestToThePairs() {
    JudgedPair pair =
        new JudgedPair(
            RegionCode.parse("16.10"),
            Round.of(2023),
            Points.of(800),
            "last",
            Points.of(600),
            Points.of(1000),
            "a page");
    Survival survival =
        Survival.check(
                TINY,
                Optional.of(SurvivalModel.from(List.of(pair))),
                List.of(new Written<>(row("2.2", HOLDS, "100%"), Place.unknown())))
            .orThrow();
    TiedModel model = survival.check(tiny()).orThrow();

    assertThat(award(model, "2.2")).isEqualTo(AwardChances.certain(Points.of(4)));
    assertThat(model.factors().get(0).states().get(0).awards().keySet())
        .extracting(QuestionCode::toString)
        .containsExactlyInAnyOrder("1.1", "1.2", "1.3", "2.1");
    assertThat(survival.words(Language.ENGLISH)).hasSize(3);
    assertThat(survival.words(Language.ENGLISH).get(0)).contains("1 rows", "1 parts", "scenario");
    assertThat(survival.words(Language.INDONESIAN).get(1)).contains("1 pasangan", "bukan sampel");
  }

  @Test
  void check_faultyRows_tellsAllFaultsWithTheirPlaces() {
    assertThat(
            told(
                check(
                    row("*", HOLDS, "80%"),
                    row("*", HOLDS, "10%"),
                    row("indicator 1", HOLDS, "50%"),
                    row("indicator 1", STRUCK, "50%", Tie.REGION),
                    row("question 1.9", HOLDS, "100%"))))
        .containsExactlyInAnyOrder(
            "s.csv, row 3: the outcome stands twice for \"*\", first at s.csv, row 2. Keep one row,"
                + " with both chances together.",
            "s.csv, row 2: the chances of \"*\" add up to 90%; allowed: exactly 100%. Add the"
                + " outcome that is missing, or write thirds as 1 of 3.",
            "s.csv, row 5: the rows for \"indicator 1\" are tied in two ways, see s.csv, row 4."
                + " Write the same in all of them.",
            "s.csv, row 6: \"question 1.9\" is no question, indicator, role or cluster of tiny, and"
                + " no agency of the sheet; nearest: 1.1, 1.2, 1.3. Correct it; \"*\" is"
                + " everything.");
  }

  @Test
  void check_nothingOrEverythingTwice_isAFault() {
    SurvivalModel pairs = SurvivalModel.published();

    assertThat(check().faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.NOTHING_SURVIVES);
    assertThat(
            Survival.check(
                    TINY,
                    Optional.of(pairs),
                    List.of(new Written<>(row("*", HOLDS, "100%"), Place.unknown())))
                .faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.PAIRS_AND_EVERYTHING);
  }

  @Test
  void check_againstASheet_tellsWhatIsMissingThereOrUnread() {
    assertThat(told(check(row("indicator 2", HOLDS, "100%")).orThrow().check(tiny())))
        .containsExactly(
            "s.csv, row 2: nothing says how 3 claims survive: 1.1, 1.2, 1.3. Add rows for them, or"
                + " one for \"*\" with the outcome \"holds\" and the chance 100% where they are to"
                + " stay as they are.");
    assertThat(
            told(
                check(row("*", HOLDS, "100%"), row("DINKES", STRUCK, "100%"))
                    .orThrow()
                    .check(tiny())))
        .singleElement()
        .asString()
        .contains("s.csv, row 3: \"DINKES\" is no question", "no agency of the sheet");
    assertThat(
            told(
                check(
                        row("*", HOLDS, "100%"),
                        row("2.4", STRUCK, "100%"),
                        row("1.1", new SurvivalOutcome.Answered(Response.level("often")), "100%"))
                    .orThrow()
                    .check(tiny())))
        .containsExactly(
            "s.csv, row 3: \"question 2.4\" speaks of no claim that counts: its questions are not answered,"
                + " or narrower rows speak of all of them. Remove it, or look whether the code is"
                + " meant.",
            "s.csv, row 4: the outcome is no answer to question 1.1 (tiny); allowed: what its scale"
                + " reads, at most 4 points. Name narrower parts, or a part of the claim such as"
                + " 50%.");
    assertThat(
            check(row("1.3", new SurvivalOutcome.Answered(Response.graded(Points.of(6))), "100%"))
                .orThrow()
                .check(tiny())
                .faults())
        .extracting(Fault::code)
        .contains(FaultCode.OUTCOME_NOT_READ);
    assertThat(
            check(row("*", HOLDS, "100%"))
                .orThrow()
                .check(ScoringEngine.of(Editions.kla2024()).score(OganIlir.selfAssessment()))
                .faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.OTHER_EDITION);
  }

  @Test
  void check_chancesThatShareNoUnit_areRefused() {
    assertThat(
            check(
                    row("*", HOLDS, "1 of 999999937", Tie.REGION),
                    row("*", STRUCK, "999999936 of 999999937", Tie.REGION),
                    row("1.1", HOLDS, "1 of 999999929", Tie.REGION),
                    row("1.1", STRUCK, "999999928 of 999999929", Tie.REGION))
                .orThrow()
                .check(tiny())
                .faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.CHANCES_TOO_FINE);
  }

  @Test
  void check_chancesOfOnePartThatShareNoUnit_areRefused() {
    assertThat(
            check(
                    row("*", HOLDS, "1 of 999999999989"),
                    row("*", FULL, "1 of 999999999961"),
                    row("*", STRUCK, "99%"))
                .faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.CHANCES_TOO_FINE);
  }

  @ParameterizedTest
  @CsvSource({
    "*, EVERYTHING, *",
    "1.1, QUESTION, 1.1",
    "1, INDICATOR, 1",
    "A, CLUSTER, A",
    "X, AGENCY, X",
    "agency A, AGENCY, agency A",
    "cluster A, CLUSTER, A",
    "role X, ROLE, role X"
  })
  void of_aText_isReadAsTheEditionKnowsIt(String text, SurvivalPart.Kind kind, String written) {
    SurvivalPart part = SurvivalPart.of(TINY, text);

    assertThat(part.kind()).isEqualTo(kind);
    assertThat(part.text(TINY)).isEqualTo(written);
    assertThat(SurvivalPart.of(TINY, part.text(TINY))).isEqualTo(part);
  }

  @Test
  void equals_sameRowsElsewhere_areTheSame() {
    Survival here = check(row("*", HOLDS, "100%")).orThrow();
    Survival there = Survival.of(TINY, List.of(row("*", HOLDS, "100%")));

    assertThat(here).isEqualTo(there).hasSameHashCodeAs(there);
    assertThat(here).isNotEqualTo(Survival.of(TINY, List.of(row("*", STRUCK, "100%"))));
    assertThat(here).isNotEqualTo(Survival.of(TINY, SurvivalModel.published()));
  }
}
