package id.kla.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.CollectedFrom;
import id.kla.edition.Edition;
import id.kla.edition.FactKind;
import id.kla.edition.Indicator;
import id.kla.edition.Interval;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Scale;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.TinyEdition;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of shares of units, over tables of yes, no and silence. */
class UnitSurveyProperties {

  /** What a third of the units earns, what more do, and what all of them do: not in this order. */
  private static final List<Long> AWARDS = List.of(2L, 0L, 5L, 1L);

  private static final QuestionCode SCORED = QuestionCode.parse("1.2");
  private static final QuestionCode MEASURED = QuestionCode.parse("1.3");

  /** Four bands by thirds of the units: below one, below two, below all, and all. */
  private static final Edition EDITION =
      Edition.builder()
          .from(TinyEdition.EDITION)
          .clusters(
              TinyEdition.EDITION.clusters().stream()
                  .map(
                      cluster ->
                          Cluster.builder()
                              .from(cluster)
                              .indicators(
                                  cluster.indicators().stream()
                                      .map(UnitSurveyProperties::indicator)
                                      .toList())
                              .build())
                  .toList())
          .build();

  private static Indicator indicator(Indicator indicator) {
    return Indicator.builder()
        .from(indicator)
        .questions(
            indicator.questions().stream()
                .map(
                    question ->
                        question.code().equals(SCORED)
                            ? Question.builder()
                                .from(question)
                                .maximum(Points.of(5))
                                .scale(bands())
                                .build()
                            : question)
                .toList())
        .build();
  }

  private static Scale bands() {
    List<Scale.Band> bands = new ArrayList<>();
    for (int i = 0; i < AWARDS.size(); i++) {
      Bound<Ratio> upper = i == 3 ? Bound.closed(Ratio.of(1)) : Bound.open(Ratio.of(i + 1, 3));
      bands.add(
          new Scale.Band(
              new Interval<>(Optional.of(Bound.closed(Ratio.of(i, 3))), Optional.of(upper)),
              Points.of(AWARDS.get(i))));
    }
    return new Scale.Bands(FactKind.COVERAGE, bands, Origin.STATED);
  }

  private static final int NO = 0;
  private static final int YES = 1;
  private static final int SILENT = 2;

  /** Cells of a table: for each unit what it says to either question. */
  private static final class Cells {
    private final int[] scored;
    private final int[] measured;

    Cells(int units, Random random) {
      scored = random.ints(units, 0, 3).toArray();
      measured = random.ints(units, 0, 3).toArray();
    }
  }

  private static List<Written<UnitSurvey.Row>> rows(Cells cells) {
    List<Written<UnitSurvey.Row>> rows = new ArrayList<>();
    for (int i = 0; i < cells.scored.length; i++) {
      Map<QuestionCode, UnitSurvey.Said> said = new HashMap<>();
      put(said, SCORED, cells.scored[i]);
      put(said, MEASURED, cells.measured[i]);
      rows.add(new Written<>(new UnitSurvey.Row(Unit.of("unit " + i), said), Place.unknown()));
    }
    return rows;
  }

  private static void put(Map<QuestionCode, UnitSurvey.Said> said, QuestionCode code, int cell) {
    if (cell != SILENT) {
      said.put(code, cell == YES ? UnitSurvey.Said.YES : UnitSurvey.Said.NO);
    }
  }

  private static UnitSurvey survey(List<Written<UnitSurvey.Row>> rows) {
    return UnitSurvey.check(
            EDITION,
            CollectedFrom.VILLAGE,
            Optional.empty(),
            List.of(
                new Written<>(MEASURED, Place.unknown()), new Written<>(SCORED, Place.unknown())),
            rows)
        .orThrow();
  }

  /** What k of n units earn, without kla's shares: thirds by whole numbers. */
  private static BigInteger award(int part, int whole) {
    int thirds = 3 * part / whole;
    return BigInteger.valueOf(AWARDS.get(thirds) * 10_000);
  }

  @Property(tries = 200)
  void facts_areWhatCountingByHandGives(
      @ForAll @IntRange(min = 1, max = 12) int units, @ForAll Random random) {
    Cells cells = new Cells(units, random);

    UnitSurvey survey = survey(rows(cells));

    List<UnitFact> facts = survey.facts();
    assertThat(facts).extracting(fact -> fact.question().code()).containsExactly(SCORED, MEASURED);
    check(facts.get(0), cells.scored);
    check(facts.get(1), cells.measured);
    int least = count(cells.scored, YES);
    int most = units - count(cells.scored, NO);
    BigInteger lowest = award(least, units);
    BigInteger highest = lowest;
    for (int part = least; part <= most; part++) {
      lowest = lowest.min(award(part, units));
      highest = highest.max(award(part, units));
    }
    UnitFact.Earned earned = facts.get(0).earned().orElseThrow();
    assertThat(earned.atLeast().units()).isEqualTo(lowest.longValueExact());
    assertThat(earned.atMost().units()).isEqualTo(highest.longValueExact());
    assertThat(facts.get(1).earned()).isEmpty();
  }

  private static void check(UnitFact fact, int[] cells) {
    int yes = count(cells, YES);
    int no = count(cells, NO);
    assertThat(fact.least().toString()).isEqualTo(yes + " of " + cells.length);
    assertThat(fact.most().toString()).isEqualTo(cells.length - no + " of " + cells.length);
    assertThat(fact.measured().isPresent()).isEqualTo(yes + no == cells.length);
    List<Unit> all = new ArrayList<>(fact.yes());
    all.addAll(fact.no());
    all.addAll(fact.silent());
    assertThat(all).hasSize(cells.length).doesNotHaveDuplicates();
    for (int i = 0; i < cells.length; i++) {
      List<Unit> where =
          cells[i] == SILENT ? fact.silent() : cells[i] == YES ? fact.yes() : fact.no();
      assertThat(where).contains(Unit.of("unit " + i));
    }
  }

  private static int count(int[] cells, int wanted) {
    int count = 0;
    for (int cell : cells) {
      count += cell == wanted ? 1 : 0;
    }
    return count;
  }

  @Property(tries = 200)
  void facts_whenASilentUnitSpeaks_stayWithinTheirRange(
      @ForAll @IntRange(min = 1, max = 12) int units, @ForAll Random random) {
    Cells cells = new Cells(units, random);
    int speaks = random.nextInt(units);
    cells.scored[speaks] = SILENT;
    UnitFact before = survey(rows(cells)).facts().get(0);

    cells.scored[speaks] = random.nextBoolean() ? YES : NO;
    UnitFact after = survey(rows(cells)).facts().get(0);

    assertThat(after.least().ratio()).isGreaterThanOrEqualTo(before.least().ratio());
    assertThat(after.most().ratio()).isLessThanOrEqualTo(before.most().ratio());
    assertThat(after.silent()).hasSize(before.silent().size() - 1);
    UnitFact.Earned earned = after.earned().orElseThrow();
    assertThat(earned.atLeast()).isGreaterThanOrEqualTo(before.earned().orElseThrow().atLeast());
    assertThat(earned.atMost()).isLessThanOrEqualTo(before.earned().orElseThrow().atMost());
  }

  @Property(tries = 100)
  void facts_doNotDependOnTheOrderOfRows(
      @ForAll @IntRange(min = 1, max = 12) int units, @ForAll Random random) {
    List<Written<UnitSurvey.Row>> rows = rows(new Cells(units, random));
    UnitSurvey survey = survey(rows);
    Collections.shuffle(rows, random);

    UnitSurvey shuffled = survey(rows);

    for (int i = 0; i < 2; i++) {
      UnitFact fact = shuffled.facts().get(i);
      UnitFact other = survey.facts().get(i);
      assertThat(fact.least()).isEqualTo(other.least());
      assertThat(fact.most()).isEqualTo(other.most());
      assertThat(fact.earned()).isEqualTo(other.earned());
      assertThat(fact.silent()).containsExactlyInAnyOrderElementsOf(other.silent());
      assertThat(fact.no()).containsExactlyInAnyOrderElementsOf(other.no());
    }
  }
}
