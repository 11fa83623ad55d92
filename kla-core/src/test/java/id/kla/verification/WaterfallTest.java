package id.kla.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Finding;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.edition.Stage;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaterfallTest {

  private static final Edition EDITION = Editions.kla2024();

  private static StageResult declared(String stage, String total, Map<String, Points> clusters) {
    return StageResult.of(
            DeclaredResult.builder()
                .region(RegionCode.parse("32.05"))
                .round(Round.parse("2021"))
                .stage(stage)
                .total(Points.parse(total))
                .clusters(clusters)
                .source("a page")
                .build())
        .orElseThrow();
  }

  private static Waterfall waterfall(List<StageResult> results) {
    return Waterfall.of(EDITION, RegionCode.parse("32.05"), Round.parse("2021"), results);
  }

  private static List<String> bars(Waterfall.Step step) {
    return step.bars().stream()
        .map(bar -> (bar.level() + " " + bar.code()).strip() + " " + bar.change())
        .toList();
  }

  /** Published pairs of a self-assessment and what a later stage left of it. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Garut 2021, 805.26, final, 631, -174.26",
    "Malinau 2023, 550, final, 467, -83",
    "Sragen 2019, 700, field_verification, 620, -80",
    "Kotawaringin Timur 2023, 721, admin_verification, 588.40, -132.6"
  })
  void of_totalsAlone_isOneBarThatIsNotAttributed(
      String region, String self, String stage, String later, String change) {
    Waterfall waterfall =
        waterfall(List.of(declared("self", self, Map.of()), declared(stage, later, Map.of())));

    assertThat(waterfall.steps()).hasSize(1);
    assertThat(bars(waterfall.steps().get(0))).containsExactly("NOT_ATTRIBUTED " + change);
  }

  /** 588.40 was then printed as 588: the 0.40 may be rounding, and is shown as it is. */
  @Test
  void of_threeStages_areTwoSteps() {
    Waterfall waterfall =
        waterfall(
            List.of(
                declared("self", "721", Map.of()),
                declared("admin_verification", "588.40", Map.of()),
                declared("final", "588", Map.of())));

    assertThat(waterfall.steps())
        .extracting(Waterfall.Step::change)
        .containsExactly(Points.parse("-132.6"), Points.parse("-0.4"));
  }

  @Test
  void of_clustersThatBothKnow_areBarsAndTheRestIsOne() {
    Waterfall waterfall =
        waterfall(
            List.of(
                declared("self", "700", Map.of("K", Points.of(150), "I", Points.of(100))),
                declared("final", "600", Map.of("K", Points.of(120), "II", Points.of(90)))));

    assertThat(bars(waterfall.steps().get(0)))
        .containsExactly("CLUSTER K -30", "NOT_ATTRIBUTED -70");
  }

  @Test
  void of_indicatorsThatBothKnow_leaveTheRestOfTheirCluster() {
    StageResult self =
        new StageResult(
            "self",
            Points.of(700),
            Map.of("K", Points.of(150)),
            Map.of("1", Points.of(90), "12", Points.of(20)),
            Optional.empty());
    StageResult last =
        new StageResult(
            "final",
            Points.of(600),
            Map.of("K", Points.of(120)),
            Map.of("1", Points.of(80), "12", Points.of(15)),
            Optional.empty());

    assertThat(bars(waterfall(List.of(self, last)).steps().get(0)))
        .containsExactly(
            "INDICATOR 1 -10", "CLUSTER K -20", "INDICATOR 12 -5", "NOT_ATTRIBUTED -65");
  }

  @Test
  void of_stagesOutOfOrderOrUnknown_areRefused() {
    StageResult self = declared("self", "700", Map.of());
    StageResult last = declared("final", "600", Map.of());
    StageResult strange = declared("unspecified", "650", Map.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> waterfall(List.of(last, self)))
        .withMessageContaining("self");
    assertThatIllegalArgumentException().isThrownBy(() -> waterfall(List.of(self, self)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> waterfall(List.of(self, strange)))
        .withMessageContaining("unspecified")
        .withMessageContaining("field_verification");
  }

  private static DeclaredResult published(String region, String stage, String total) {
    return DeclaredResult.builder()
        .region(RegionCode.parse(region))
        .round(Round.parse("2023"))
        .stage(stage)
        .total(Points.parse(total))
        .source("a page")
        .build();
  }

  /** In any order, stages by alias; a predicate alone is passed over. */
  @Test
  void ofDeclared_twoRegions_isAWaterfallForEach() {
    List<Waterfall> waterfalls =
        Waterfall.ofDeclared(
                EDITION,
                List.of(
                    published("62.02", "final", "588"),
                    published("65.01", "final", "467"),
                    published("62.02", "VA", "588.40"),
                    DeclaredResult.builder()
                        .region(RegionCode.parse("62.02"))
                        .round(Round.parse("2023"))
                        .tier("PRATAMA")
                        .source("a page")
                        .build(),
                    published("62.02", "PM", "721")))
            .orThrow();

    assertThat(waterfalls)
        .extracting(
            waterfall ->
                waterfall.region()
                    + " "
                    + waterfall.steps().stream().map(Waterfall.Step::change).toList())
        .containsExactly("62.02 [-132.6, -0.4]", "65.01 []");
  }

  @Test
  void ofDeclared_unknownStageAndTwoTotalsOfOne_areToldTogether() {
    assertThat(
            Waterfall.ofDeclared(
                    EDITION,
                    List.of(
                        published("62.02", "final", "588"),
                        published("62.02", "final", "589"),
                        published("65.01", "unspecified", "467")))
                .faults())
        .extracting(fault -> fault.code() + " " + fault.place().in(Language.ENGLISH))
        .containsExactly(
            "DUPLICATE_CODE kla-2024, 62.02, round 2023",
            "UNKNOWN_STAGE kla-2024, 65.01, round 2023");
  }

  /** One finding at VA and one at the end: three results, two steps; VL, without any, is none. */
  @Test
  void of_sheet_goesFromItsStageToEachThatFoundSomething() {
    Assessment sheet =
        Assessment.builder()
            .edition(EDITION)
            .region(RegionCode.parse("32.05"))
            .round(Round.parse("2021"))
            .stage("self")
            .putAnswers(QuestionCode.parse("1.1"), Answer.of(Points.of(12)))
            .addFindings(
                Finding.builder()
                    .question(QuestionCode.parse("1.1"))
                    .stage("admin_verification")
                    .ruling(Finding.Ruling.REVISED)
                    .points(Points.of(9))
                    .build(),
                Finding.builder()
                    .question(QuestionCode.parse("1.1"))
                    .stage("final")
                    .ruling(Finding.Ruling.STRUCK)
                    .build())
            .build();

    Waterfall waterfall = Waterfall.of(sheet);

    assertThat(waterfall.results())
        .extracting(result -> result.stage() + " " + result.total())
        .containsExactly("self 12", "admin_verification 9", "final 0");
    assertThat(waterfall.steps().stream().map(WaterfallTest::bars))
        .containsExactly(List.of("QUESTION 1.1 -3"), List.of("QUESTION 1.1 -9"));
  }

  @Test
  void stageResult_ofAPredicateAlone_isNone() {
    assertThat(
            StageResult.of(
                DeclaredResult.builder()
                    .region(RegionCode.parse("32.05"))
                    .round(Round.parse("2021"))
                    .tier("MADYA")
                    .source("a page")
                    .build()))
        .isEmpty();
  }

  /** However much of each stage is forgotten, the bars add up. */
  @Property(tries = 200)
  void of_asMuchAsIsKnown_addsUp(@ForAll("sheets") Assessment sheet, @ForAll Random random) {
    ScoringEngine engine = ScoringEngine.of(sheet.edition());
    List<StageResult> results = new ArrayList<>();
    results.add(
        forget(
            StageResult.of(sheet.edition().stages().get(0).code(), engine.score(sheet)), random));
    for (Stage stage : sheet.edition().stages().stream().skip(1).toList()) {
      if (stage.judging() == Stage.Judging.OTHERS) {
        results.add(
            forget(
                StageResult.of(stage.code(), engine.score(sheet, View.verified(stage.code()))),
                random));
      }
    }

    for (Waterfall.Step step :
        Waterfall.of(sheet.edition(), sheet.region(), sheet.round(), results).steps()) {
      assertThat(Points.sum(step.bars().stream().map(Waterfall.Bar::change).toList()))
          .isEqualTo(step.change());
    }
  }

  private static StageResult forget(StageResult whole, Random random) {
    if (random.nextInt(3) == 0) {
      return whole;
    }
    Map<String, Points> clusters = new HashMap<>(whole.clusters());
    Map<String, Points> indicators = new HashMap<>(whole.indicators());
    clusters.keySet().removeIf(code -> random.nextBoolean());
    indicators.keySet().removeIf(code -> random.nextBoolean());
    return new StageResult(whole.stage(), whole.total(), clusters, indicators, Optional.empty());
  }

  @Provide
  Arbitrary<Assessment> sheets() {
    return KlaArbitraries.of(Generators.assessments());
  }
}
