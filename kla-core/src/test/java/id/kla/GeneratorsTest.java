package id.kla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.edition.Bound;
import id.kla.edition.Edition;
import id.kla.edition.EditionDraft;
import id.kla.edition.EditionLint;
import id.kla.edition.Editions;
import id.kla.edition.FactKind;
import id.kla.edition.Ladder;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.edition.Stage;
import id.kla.fault.Digest;
import id.kla.fault.Severity;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.scoring.Cause;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.State;
import id.kla.scoring.View;
import id.kla.testing.Choices;
import id.kla.testing.Generator;
import id.kla.testing.Generators;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the generators for tests make is valid, reproducible and often hard. */
class GeneratorsTest {

  private static final long SEED = 20_241_126;

  private static final Edition KLA_2024 = Editions.kla2024();

  private static final RegionCode EAST_JAVA = RegionCode.parse("35");

  private static List<View> views(Edition edition) {
    List<View> views = new ArrayList<>(List.of(View.claimed(), View.evidenced(Generators.DAY)));
    edition.stages().stream()
        .filter(stage -> stage.judging() == Stage.Judging.OTHERS)
        .forEach(stage -> views.add(View.verified(stage.code())));
    return views;
  }

  private static ScoredAssessment score(Assessment sheet) {
    return ScoringEngine.of(sheet.edition()).score(sheet);
  }

  private static ScoredAssessment evidenced(Assessment sheet) {
    return ScoringEngine.of(sheet.edition()).score(sheet, View.evidenced(Generators.DAY));
  }

  private static List<Points> steps(Ladder ladder) {
    return ladder.tiers().stream()
        .flatMap(
            tier -> Stream.concat(tier.range().lower().stream(), tier.range().upper().stream()))
        .map(Bound::value)
        .toList();
  }

  private static boolean isOnAStep(Assessment sheet) {
    return steps(sheet.edition().ladder()).contains(score(sheet).points());
  }

  // Validity

  @Test
  void editions_hundredOfASeed_haveNoErrorAndAreReadBack() {
    Generators.editions()
        .seeded(SEED)
        .limit(100)
        .forEach(
            edition -> {
              assertThat(EditionLint.of(edition))
                  .noneMatch(fault -> fault.severity() == Severity.ERROR);
              assertThat(EditionDraft.of(edition).check().orThrow()).isEqualTo(edition);
            });
  }

  @Test
  void assessments_hundredsOfASeed_areScoredByEveryView() {
    Stream.of(Generators.assessments(), Generators.cappedAssessments())
        .flatMap(sheets -> sheets.seeded(SEED).limit(200))
        .forEach(
            sheet -> {
              ScoringEngine engine = ScoringEngine.of(sheet.edition());
              for (View view : views(sheet.edition())) {
                ScoredAssessment scored = engine.score(sheet, view);
                assertThat(scored.points()).isBetween(scored.atLeast(), scored.atMost());
              }
            });
  }

  @Test
  void assessments_ofTheBuiltInEdition_areOfItAndScoredByEveryView() {
    ScoringEngine engine = ScoringEngine.of(KLA_2024);
    Generators.assessments(KLA_2024)
        .seeded(SEED)
        .limit(20)
        .forEach(
            sheet -> {
              assertThat(sheet.edition()).isSameAs(KLA_2024);
              assertThat(sheet.evidence()).isNotEmpty();
              assertThat(sheet.findings()).isNotEmpty();
              for (View view : views(KLA_2024)) {
                assertThat(engine.score(sheet, view).points())
                    .isBetween(Points.ZERO, Points.of(1000));
              }
            });
  }

  @Test
  void evidenceAndFindings_standOnASheetOfTheirEdition() {
    for (int i = 0; i < 20; i++) {
      Assessment sheet = Generators.answerSheets(KLA_2024).at(SEED, i);
      List<Evidence> evidence = Generators.evidence(KLA_2024).at(SEED, i);
      List<Finding> findings = Generators.findings(KLA_2024).at(SEED, i);

      Assessment whole =
          Assessment.builder().from(sheet).evidence(evidence).findings(findings).build();

      assertThat(whole.evidence()).isEqualTo(evidence);
      assertThat(whole.findings()).isEqualTo(findings);
    }
  }

  @Test
  void answers_toAQuestionOfEveryScale_fitItAndAreReadWhereTheyShould() {
    Edition edition = Generators.editions().at(SEED, 0);
    Assessment sheet = Generators.answerSheets(edition).at(SEED, 0);
    edition
        .questions()
        .forEach(
            question -> {
              for (int i = 0; i < 50; i++) {
                Answer any = Generators.answers(question).at(SEED, i);
                Answer read = Generators.readAnswers(question).at(SEED, i);

                assertThat(sheet.withAnswer(question.code(), any).answer(question.code()))
                    .contains(any);
                assertThat(read.readBy(question.scale())).isPresent();
              }
            });
  }

  // Hard cases

  @Test
  void assessments_hundredsOfASeed_holdEveryHardCaseOftenAndNotAlways() {
    Map<String, Integer> found = new TreeMap<>();
    Generators.assessments()
        .seeded(SEED)
        .limit(500)
        .forEach(
            sheet ->
                cases(sheet)
                    .forEach((name, holds) -> found.merge(name, holds ? 1 : 0, Integer::sum)));

    assertThat(found)
        .hasSize(19)
        .allSatisfy((name, count) -> assertThat(count).as(name).isBetween(25, 485));
  }

  private static Map<String, Boolean> cases(Assessment sheet) {
    Edition edition = sheet.edition();
    ScoredAssessment scored = score(sheet);
    ScoredAssessment evidenced = evidenced(sheet);
    Map<String, Boolean> cases = new TreeMap<>();
    cases.put("a question is unanswered", !scored.questions(State.UNANSWERED).isEmpty());
    cases.put("there is no such case", !scored.questions(State.NOT_APPLICABLE).isEmpty());
    cases.put("a cap cuts", scored.indicators().stream().anyMatch(i -> !i.cap().isZero()));
    cases.put(
        "a cap is out of reach",
        edition.indicators().stream()
            .anyMatch(
                i ->
                    i.maximum()
                            .orElseThrow()
                            .compareTo(
                                Points.sum(i.questions().stream().map(q -> q.maximum()).toList()))
                        > 0));
    cases.put("the total is on a step", isOnAStep(sheet));
    cases.put(
        "the total lacks the smallest amount to a step",
        steps(edition.ladder()).contains(scored.points().plus(Points.SMALLEST)));
    cases.put("no ladder", edition.ladder().tiers().isEmpty());
    cases.put("no tier", scored.now().tier().isEmpty());
    cases.put(
        "a requirement holds a tier down",
        !scored.now().tier().equals(scored.now().tierByPoints()));
    cases.put(
        "a requirement is off",
        edition.requirements().stream().anyMatch(r -> r.state() == Requirement.State.OFF));
    cases.put(
        "a fact is on a bound of bands",
        edition.questions().stream()
            .anyMatch(
                question ->
                    question.scale() instanceof Scale.Bands bands
                        && sheet.answer(question.code()).stream()
                            .flatMap(answer -> answer.readBy(bands).stream())
                            .anyMatch(read -> isOnABound(bands, read))));
    cases.put(
        "a scale earns less for more",
        edition.questions().stream()
            .map(question -> question.scale().awards())
            .anyMatch(awards -> isFalling(awards)));
    cases.put("nobody but the region judges", edition.stages().size() == 1);
    for (Cause cause :
        List.of(Cause.EXPIRED, Cause.NO_EVIDENCE, Cause.WRONG_KIND, Cause.REJECTED)) {
      cases.put(
          "evidence: " + cause,
          evidenced.questions().stream().anyMatch(question -> question.causes().contains(cause)));
    }
    cases.put(
        "a document expires on the very day",
        sheet.evidence().stream()
            .anyMatch(document -> document.validUntil().stream().anyMatch(Generators.DAY::equals)));
    cases.put(
        "a finding raises a claim",
        scored.questions().stream()
            .anyMatch(
                question ->
                    sheet.findings().stream()
                        .filter(finding -> finding.question().equals(question.question().code()))
                        .flatMap(finding -> finding.points().stream())
                        .anyMatch(points -> points.compareTo(question.claim()) > 0)));
    return cases;
  }

  /** Each of four lengths should come in a quarter of 4,000 lists: 1,000, give or take 110. */
  @Test
  void listOf_anySeed_hasEveryLengthAlikeOften() {
    Map<Integer, Long> lengths =
        Stream.iterate(0, i -> i + 1)
            .limit(4_000)
            .map(i -> Choices.seeded(SEED, i).listOf(2, 5, () -> "x").size())
            .collect(Collectors.groupingBy(size -> size, Collectors.counting()));

    assertThat(lengths.keySet()).containsExactlyInAnyOrder(2, 3, 4, 5);
    assertThat(lengths.values()).allSatisfy(count -> assertThat(count).isBetween(890L, 1_110L));
  }

  private static boolean isOnABound(Scale.Bands bands, Response read) {
    return read instanceof Response.Fact fact
        && bands.bands().stream()
            .flatMap(
                band -> Stream.concat(band.range().lower().stream(), band.range().upper().stream()))
            .map(Bound::value)
            .anyMatch(fact.quantity()::equals);
  }

  private static boolean isFalling(List<Points> awards) {
    return awards.size() > 1
        && awards.get(0).compareTo(awards.get(awards.size() - 1)) > 0
        && awards.stream().sorted(Collections.reverseOrder()).toList().equals(awards);
  }

  @Test
  void answerSheets_hundredOfTheBuiltInEdition_lieOnAStepOfItsLadderNowAndThen() {
    long onAStep =
        Generators.answerSheets(KLA_2024)
            .seeded(SEED)
            .limit(100)
            .filter(GeneratorsTest::isOnAStep)
            .count();

    assertThat(onAStep).isBetween(3L, 30L);
  }

  @Test
  void cappedAssessments_anyOfASeed_areCutOrCouldBe() {
    Generators.cappedAssessments()
        .seeded(SEED)
        .limit(100)
        .flatMap(sheet -> sheet.edition().indicators().stream())
        .filter(indicator -> indicator.questions().stream().anyMatch(q -> q.maximum().units() > 1))
        .forEach(
            indicator ->
                assertThat(indicator.maximum().orElseThrow())
                    .isLessThan(
                        Points.sum(indicator.questions().stream().map(q -> q.maximum()).toList())));
  }

  @Test
  void facts_ofEveryKind_lieOnAndNextToRoundNumbers() {
    for (FactKind kind : FactKind.values()) {
      List<Ratio> quantities =
          Generators.facts(kind).seeded(SEED).limit(300).map(Response.Fact::quantity).toList();

      assertThat(quantities)
          .contains(Ratio.of(0), kind == FactKind.CHANGE ? Ratio.of(3) : Ratio.of(1));
      assertThat(new HashSet<>(quantities)).hasSizeGreaterThan(kind == FactKind.COUNT ? 6 : 10);
    }
  }

  // Nations

  @Test
  void nations_ofASmallEdition_areTiedAndOnAStep() {
    for (int i = 0; i < 5; i++) {
      List<Assessment> nation = Generators.nations().at(SEED, i);

      assertThat(nation.stream().map(Assessment::region))
          .containsExactlyElementsOf(
              Regions.builtIn().regions().stream().map(Region::code).toList())
          .hasSize(514)
          .doesNotHaveDuplicates();
      assertThat(nation).allMatch(sheet -> sheet.edition().equals(nation.get(0).edition()));
      assertThat(nation).anyMatch(GeneratorsTest::isOnAStep);
      assertThat(tied(nation)).isGreaterThan(20);
    }
  }

  /** How many sheets answer what another one of the nation answers. */
  private static int tied(List<Assessment> nation) {
    return nation.size()
        - nation.stream().map(Assessment::answers).collect(Collectors.toSet()).size();
  }

  @Test
  void nations_ofTheBuiltInEdition_areOfOneRoundAndOneStage() {
    List<Assessment> nation = Generators.nations(KLA_2024).at(SEED, 0);

    assertThat(nation).hasSize(514).allMatch(sheet -> sheet.edition().equals(KLA_2024));
    assertThat(nation.stream().map(Assessment::round)).containsOnly(nation.get(0).round());
    assertThat(nation.stream().map(Assessment::stage)).containsOnly(nation.get(0).stage());
    assertThat(tied(nation)).isGreaterThan(20);
    assertThat(nation.stream().filter(GeneratorsTest::isOnAStep).count()).isGreaterThan(10);
  }

  @Test
  void provinces_anyProvince_isItsRegionsAndHasATie() {
    Regions regions = Regions.builtIn();
    regions
        .provinces()
        .forEach(
            province -> {
              List<Assessment> sheets = Generators.provinces(KLA_2024, province.code()).at(SEED, 0);

              assertThat(sheets.stream().map(Assessment::region))
                  .containsExactlyElementsOf(
                      regions.regionsOf(province.code()).stream().map(Region::code).toList());
              assertThat(tied(sheets)).isPositive();
            });
    assertThat(Generators.provinces(KLA_2024, EAST_JAVA).at(SEED, 0)).hasSize(38);
  }

  @Test
  void provinces_ofNoProvince_isRefused() {
    assertThatThrownBy(() -> Generators.provinces(KLA_2024, RegionCode.parse("99")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("province: found 99; allowed: a code of Regions.builtIn().provinces()");
  }

  // Reproducibility

  @Test
  void at_anyNumber_isThatOfTheStreamWhateverWasMadeBefore() {
    Generator<Assessment> sheets = Generators.assessments();
    List<Assessment> inOrder = sheets.seeded(SEED).limit(50).toList();

    for (int i = 49; i >= 0; i -= 7) {
      assertThat(sheets.at(SEED, i)).isEqualTo(inOrder.get(i));
    }
    assertThat(new HashSet<>(inOrder)).hasSize(50);
    assertThat(sheets.at(SEED + 1, 0)).isNotEqualTo(inOrder.get(0));
  }

  @Test
  void seeded_inAnyLocaleAndZone_isTheSame() {
    List<Digest> here = digests();
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : List.of("Asia/Jayapura", "America/Anchorage")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Locales.inEach(() -> assertThat(digests()).isEqualTo(here));
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static List<Digest> digests() {
    return Generators.assessments()
        .seeded(SEED)
        .limit(10)
        .flatMap(sheet -> Stream.of(sheet.edition().digest(), sheet.digest()))
        .toList();
  }

  /** The JDK's own SplittableRandom is SplitMix64, too. */
  @Test
  void choicesSeeded_areSplitMix64OfSeedAndNumber() {
    for (long seed : new long[] {0, 1, -1, SEED, Long.MIN_VALUE}) {
      for (long number : new long[] {0, 1, 513, Long.MAX_VALUE}) {
        SplittableRandom first = new SplittableRandom(seed);
        SplittableRandom second = new SplittableRandom(first.nextLong() + number);
        SplittableRandom third = new SplittableRandom(second.nextLong());

        Choices choices = Choices.seeded(seed, number);

        for (long bound : new long[] {1, 2, 3, 514, 10_000_000_000L, Long.MAX_VALUE}) {
          assertThat(choices.below(bound))
              .isEqualTo(Long.remainderUnsigned(third.nextLong(), bound));
        }
      }
    }
  }

  // Choices

  @Test
  void from_zerosAlone_isTheSimplest() {
    Assessment simplest = Generators.assessments().from(bound -> 0);

    assertThat(simplest.edition().questions()).hasSize(1);
    assertThat(simplest.edition().stages()).hasSize(1);
    assertThat(simplest.edition().ladder().tiers()).isEmpty();
    assertThat(simplest.answers()).isEmpty();
    assertThat(simplest.evidence()).isEmpty();
  }

  @Test
  void from_highestChoicesAlone_isValid() {
    Assessment fullest = Generators.assessments().from(bound -> bound - 1);

    // 3 clusters of 4 indicators of 6 questions.
    assertThat(fullest.edition().questions()).hasSize(72);
    assertThat(fullest.answers().keySet())
        .containsExactlyElementsOf(
            fullest.edition().questions().stream().<QuestionCode>map(q -> q.code()).toList());
  }

  @Test
  void choices_ofOneKind_areDealtAsSaid() {
    List<String> letters = List.of("a", "b", "c");
    Choices zeros = bound -> 0;
    Choices highest = bound -> bound - 1;

    assertThat(zeros.between(-2, 5)).isEqualTo(-2);
    assertThat(highest.between(-2, 5)).isEqualTo(5);
    assertThat(highest.between(Integer.MIN_VALUE, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    assertThat(zeros.onceIn(4)).isFalse();
    assertThat(highest.onceIn(4)).isTrue();
    assertThat(zeros.oneOf(letters)).isEqualTo("a");
    assertThat(highest.oneOf(letters)).isEqualTo("c");
    assertThat(zeros.someOf(letters, 2, 3)).containsExactly("a", "b");
    assertThat(highest.someOf(letters, 0, 2)).containsExactly("b", "c");
    assertThat(highest.someOf(letters, 0, 9)).isEqualTo(letters);
    assertThat(zeros.listOf(1, 3, () -> "x")).containsExactly("x");
    assertThat(highest.listOf(1, 3, () -> "x")).containsExactly("x", "x", "x");
    assertThat(zeros.weighted(1, 2, 3)).isZero();
    assertThat(highest.weighted(1, 2, 3)).isEqualTo(2);
    assertThat(Stream.of(0, 1, 2, 3, 4, 5).map(next -> ((Choices) bound -> next).weighted(1, 2, 3)))
        .containsExactly(0, 1, 1, 2, 2, 2);
  }
}
