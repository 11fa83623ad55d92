package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.Locales;
import id.kla.assessment.Answer;
import id.kla.assessment.AppliedLadder;
import id.kla.assessment.Assessment;
import id.kla.assessment.Calendar;
import id.kla.assessment.Round;
import id.kla.assessment.StatedTotals;
import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Indicator;
import id.kla.edition.Interval;
import id.kla.edition.Ladder;
import id.kla.edition.Ladders;
import id.kla.edition.Mark;
import id.kla.edition.NamedLadder;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Response;
import id.kla.edition.Source;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.planning.Patch;
import id.kla.planning.WhatIf;
import id.kla.planning.WhatIfReport;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.rollup.Area;
import id.kla.rollup.RegionResult;
import id.kla.rollup.RollUp;
import id.kla.rollup.RollUpReport;
import id.kla.scoring.OganIlir;
import id.kla.scoring.Reconciliation;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import id.kla.scoring.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {

  private static final Edition KLA_2024 = Editions.kla2024();

  private static String report(Assessment sheet, Language language) {
    ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);
    return TextReport.score(scored, language);
  }

  private static String line(String report, String part) {
    return report.lines().filter(line -> line.contains(part)).findFirst().orElse("no " + part);
  }

  // The real sheet

  @Test
  void score_oganIlir_saysInItsHeadWhatTheScoreIsAndIsWorth() {
    String report = report(OganIlir.selfAssessment(), Language.ENGLISH);

    assertThat(report.lines().toList().subList(0, 2))
        .containsExactly(
            "kla-2024 · Kabupaten Ogan Ilir (16.10) · round 2024/2025 · self-assessment",
            "every claim counted; the ministry judges only what is verified");
    // 700 is passed by 71.81, of which 71.8099 can go; 800.0001 - 771.81 is 28.1901.
    assertThat(report)
        .containsSubsequence(
            "771.81 of 1000",
            "NINDYA if every claim holds",
            "28.20 more to get above 800.00",
            "starts Utama at 801",
            "71.80",
            "MADYA",
            "at least 0.00",
            "at most 771.81",
            "headroom 228.19",
            "274 of 274 questions answered");
  }

  @Test
  void score_oganIlir_setsTheQuestionsAgainstTheStatedClusters() {
    String english = report(OganIlir.selfAssessment(), Language.ENGLISH);
    String indonesian = report(OganIlir.selfAssessment(), Language.INDONESIAN);

    assertThat(english)
        .containsSubsequence(
            "The questions add up to 771.81",
            "7 cluster totals add up to 770.36",
            "It states no total of its own.");
    assertThat(indonesian).containsSubsequence("771,81", "770,36", "tidak mencantumkan totalnya");
  }

  @ParameterizedTest
  @CsvSource({
    "Institution, 126.91, 164.00, 77.3%, 37.09, sheet: 127.66",
    "Civil Rights and Freedoms, 89.00, 115.00, 77.3%, 26.00, ''",
    "Special Protection, 163.00, 205.00, 79.5%, 42.00, sheet: 163.80",
    "Child-Friendly Schools, 42.60, 51.00, 83.5%, 8.40, sheet: 39.60"
  })
  void score_oganIlir_showsEachRowWithShareHeadroomAndWhatTheSheetSays(
      String name, String points, String maximum, String share, String headroom, String stated) {
    String row = line(report(OganIlir.selfAssessment(), Language.ENGLISH), name);

    assertThat(row).containsSubsequence(points, maximum, share, headroom, stated);
    assertThat(row.contains("sheet:")).isEqualTo(!stated.isEmpty());
  }

  @Test
  void score_fullScores_sayWhatTheCapsCut() {
    String report = report(OganIlir.fullScores(), Language.ENGLISH);

    assertThat(report)
        .containsSubsequence("1000.00 of 1000", "KLA if every claim holds", "no tier above");
    assertThat(line(report, "Child-Friendly Schools")).contains("3.00 cut by the stated maximum");
    assertThat(report.lines().filter(line -> line.contains("cut by the stated maximum")))
        .hasSize(2);
    // The sheet states nothing of itself, so nothing is set against it.
    assertThat(report).doesNotContain("add up to");
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, 'Computed by kla', 'not declared by the ministry.'",
    "INDONESIAN, 'Dihitung oleh kla', 'tidak ditetapkan oleh kementerian.'"
  })
  void score_endsWithWhoComputedIt(Language language, String begins, String ends) {
    String report = report(OganIlir.selfAssessment(), language);

    List<String> lines = report.lines().toList();
    assertThat(lines.get(lines.size() - 1)).startsWith(begins).contains("kla-2024").endsWith(ends);
    assertThat(report).endsWith("\n").doesNotContain("\r");
    assertThat(lines).noneMatch(line -> line.endsWith(" "));
  }

  @Test
  void score_inIndonesian_usesDecimalCommas() {
    String report = report(OganIlir.selfAssessment(), Language.INDONESIAN);

    assertThat(report)
        .containsSubsequence("771,81 dari 1000", "NINDYA", "28,20", "800,00", "71,80", "228,19");
    // The code of the region is the one thing that keeps its point.
    assertThat(report.replace("16.10", "")).doesNotContainPattern("[0-9]\\.[0-9]");
    assertThat(report(OganIlir.selfAssessment(), Language.ENGLISH))
        .doesNotContainPattern("[0-9],[0-9]");
  }

  @ParameterizedTest
  @CsvSource({
    "self, if every claim holds, every claim counted",
    "admin_verification, if no later stage revises them, administrative verification",
    "final, by these points, final stage"
  })
  void score_ofAStage_saysHowSureItIs(String stage, String verdict, String meaning) {
    String report = report(OganIlir.at(stage), Language.ENGLISH);

    assertThat(line(report, "NINDYA")).contains(verdict);
    assertThat(report).contains(meaning);
    assertThat(report.contains("if no later stage")).isEqualTo(stage.equals("admin_verification"));
    assertThat(report.contains("if every claim")).isEqualTo(stage.equals("self"));
  }

  @Test
  void score_totalNextToABound_showsAllItsDigits() {
    Assessment sheet = totalOf("600.0001");

    String report = report(sheet, Language.ENGLISH);

    assertThat(report).contains("600.0001 of 1000", "MADYA if every claim holds", "now 600.0001");
    assertThat(report(sheet, Language.INDONESIAN)).contains("600,0001 dari 1000");
  }

  /** Full scores of question after question, and a part of the last one, up to a total. */
  private static Assessment totalOf(String total) {
    Points left = Points.parse(total);
    Assessment.Builder sheet = Assessment.builder();
    sheet.from(OganIlir.fullScores()).answers(Map.<QuestionCode, Answer>of());
    for (var question : KLA_2024.questions()) {
      // 19 and 21B are capped, and stay out of the sum.
      if (!List.of("19", "21B").contains(question.code().indicator()) && !left.isZero()) {
        Points award = left.min(question.maximum());
        sheet.putAnswers(question.code(), Answer.of(award));
        left = left.minus(award);
      }
    }
    assertThat(left).isEqualTo(Points.ZERO);
    return sheet.build();
  }

  @Test
  void score_sheetThatStatesOnlyATotal_isNotSetAgainstClusterTotalsThatItDoesNotState() {
    Assessment sheet =
        Assessment.builder()
            .from(OganIlir.selfAssessment())
            .stated(StatedTotals.builder().total(Points.of(770)).build())
            .build();

    String report = report(sheet, Language.ENGLISH);

    assertThat(report).contains("771.81", "770.00").doesNotContain("0 cluster totals");
  }

  @Test
  void score_sheetThatAgreesWithItself_isNotSetAgainstItself() {
    Assessment sheet =
        Assessment.builder()
            .from(OganIlir.selfAssessment())
            .stated(StatedTotals.builder().total(Points.parse("771.81")).build())
            .build();

    assertThat(report(sheet, Language.ENGLISH)).doesNotContain("add up to");
  }

  @Test
  void score_notApplicableAndFacts_areCountedAndNamed() {
    String report = report(TinyEdition.sheet("last"), Language.ENGLISH);

    assertThat(report)
        .contains(
            "6 of 7 questions answered, 1 of them not applicable; 1 more with a measured fact but no"
                + " points",
            "Not applicable: 2.3 (4.00): no such school");
  }

  @Test
  void score_codesAndAmountsWiderThanTheirColumns_areKeptApart() {
    Edition wide =
        Edition.builder()
            .id("wide")
            .label(Label.of("Lebar", "Wide"))
            .addClusters(
                Cluster.builder()
                    .code("KLASTER-1")
                    .label(Label.of("Satu", "One"))
                    .addIndicators(
                        Indicator.builder()
                            .code("1")
                            .label(Label.of("Anak", "Child"))
                            .maximum(Points.of(1_000_000))
                            .addQuestions(
                                Question.builder()
                                    .code(QuestionCode.parse("1.a"))
                                    .label(Label.of("Ada", "There"))
                                    .maximum(Points.of(1_000_000))
                                    .build())
                            .build())
                    .build())
            .addStages(TinyEdition.EDITION.stages().get(0))
            .build();
    Assessment sheet =
        Assessment.builder()
            .edition(wide)
            .region(RegionCode.parse("16.10"))
            .round(Round.of(2023))
            .stage("first")
            .putAnswers(QuestionCode.parse("1.a"), Answer.of(Points.parse("999999.9999")))
            .build();

    assertThat(report(sheet, Language.ENGLISH))
        .contains("KLASTER-1 One", " 999999.9999 1000000.00    99.9%");
  }

  // Text that would steer a terminal

  private static final String EVIL =
      "\u001b[2J\u001b]0;x\u0007\r\n\u0085\u009b31m\u202e\u200b\u0000";

  private static Label evil(String text) {
    return Label.of(text + EVIL + "id", text + EVIL + "en");
  }

  private static Edition evilEdition(String printed) {
    Edition tiny = TinyEdition.EDITION;
    Origin origin = new Origin(Mark.INFERRED, List.of(), "note" + EVIL + "end");
    List<Cluster> clusters =
        tiny.clusters().stream()
            .map(
                cluster ->
                    Cluster.builder()
                        .from(cluster)
                        .label(evil("cluster"))
                        .indicators(
                            cluster.indicators().stream()
                                .map(
                                    indicator ->
                                        Indicator.builder()
                                            .from(indicator)
                                            .label(evil("indicator"))
                                            .build())
                                .toList())
                        .build())
            .toList();
    List<Tier> tiers =
        tiny.ladder().tiers().stream()
            .map(tier -> new Tier(tier.code(), evil("tier"), tier.range(), printed, origin))
            .toList();
    Requirement requirement =
        new Requirement(
            "home",
            evil("requirement"),
            Optional.of("SILVER"),
            Optional.empty(),
            new Requirement.OfQuestion(QuestionCode.parse("2.3")),
            Bound.open(Points.ZERO),
            Requirement.State.ON,
            origin);
    return Edition.builder()
        .from(tiny)
        .label(evil("edition"))
        .origin(origin)
        .clusters(clusters)
        .stages(
            tiny.stages().stream()
                .map(
                    stage ->
                        new Stage(
                            stage.code(),
                            evil("stage"),
                            evil("meaning"),
                            List.of(),
                            stage.judging(),
                            origin))
                .toList())
        .ladder(new Ladder(tiers))
        .addRequirements(requirement)
        .build();
  }

  private static void assertTame(String report) {
    assertThat(report.replace("\n", ""))
        .matches(
            text ->
                text.codePoints()
                    .noneMatch(
                        c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT),
            "no control characters");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void score_controlCharactersInLabelsAndReasons_neverReachTheOutput(Language language) {
    Assessment sheet =
        TinyEdition.sheet(evilEdition("5-6"), "last")
            .withAnswer(QuestionCode.parse("2.3"), Answer.notApplicable("reason" + EVIL + "end"));

    String report = report(sheet, language);

    assertTame(report);
    assertThat(report)
        .contains("reason", "requirement", "stage", "meaning", "cluster", "indicator");
    // As many lines as for the same sheet without such text, and the meaning of its stage.
    assertThat(report.lines().count()).isEqualTo(report(plainTwin(), language).lines().count() + 1);
  }

  /** The tiny sheet with the same requirement, in plain words. */
  private static Assessment plainTwin() {
    Requirement requirement =
        new Requirement(
            "home",
            Label.of("syarat", "requirement"),
            Optional.of("SILVER"),
            Optional.empty(),
            new Requirement.OfQuestion(QuestionCode.parse("2.3")),
            Bound.open(Points.ZERO),
            Requirement.State.ON,
            Origin.STATED);
    return TinyEdition.sheet(TinyEdition.with(requirement), "last");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "5", "10", "15.5", "22"})
  void ladder_controlCharactersInTiers_neverReachTheOutput(String total) {
    for (Language language : Language.values()) {
      assertTame(TextReport.ladder(evilEdition("5-6"), Points.parse(total), language));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void reports_controlCharactersInAPrintedRange_neverReachTheOutput(Language language) {
    Edition edition = evilEdition("5" + EVIL + "-6" + EVIL);

    assertTame(report(TinyEdition.sheet(edition, "last"), language));
    assertTame(TextReport.ladder(edition, Points.parse("15.5"), language));
  }

  // A sheet against itself

  private static String reconciliation(Assessment sheet, Language language) {
    return TextReport.reconciliation(
        Reconciliation.of(ScoringEngine.of(sheet.edition()).score(sheet)), language);
  }

  @Test
  void reconciliation_oganIlir_namesEveryRowThatDiffersAndEachTotal() {
    String report = reconciliation(OganIlir.selfAssessment(), Language.ENGLISH);

    assertThat(report.lines())
        .first(InstanceOfAssertFactories.STRING)
        .isEqualTo("kla-2024 · Kabupaten Ogan Ilir (16.10) · round 2024/2025 · self-assessment");
    assertThat(report)
        .contains("Totals of the sheet that differ from their parts: 12 of 38.")
        .contains(
            """
            The total by each reading:
                771.81  questions as answered (NINDYA)
                765.46  indicators as stated (NINDYA): -6.35 against the questions, from 1 +0.75, \
            7 +5.00, 17 +1.00, 19 -3.00, 21B +0.80, 26 -10.90
                770.36  clusters as stated (NINDYA): -1.45 against the questions, from K +0.75, \
            III +1.00, IV -3.00, V +0.80, L -1.00
              It states no total of its own.

            Computed by kla""");
  }

  @ParameterizedTest
  @CsvSource({
    "K, Institution, '127.66 126.91 +0.75 127.66 0.00'",
    "1, Regional Regulations, '73.16 72.41 +0.75'",
    "II, Family Environment, '93.80 93.80 0.00 98.80 -5.00'",
    "7, Prevention of Child Marriage, '25.00 20.00 +5.00'",
    "III, Basic Health, '137.00 136.00 +1.00 137.00 0.00'",
    "17, Smoke, '28.00 27.00 +1.00'",
    "IV, Education, '91.60 94.60 -3.00 91.60 0.00'",
    "19, Child-Friendly Schools, '39.60 42.60 -3.00'",
    "V, Special Protection, '163.80 163.00 +0.80 163.80 0.00'",
    "21B, Child Victims, '15.20 14.40 +0.80'",
    "L, Child-Friendly Sub-Districts, '67.50 68.50 -1.00 57.60 +9.90'",
    "26, Running KLA in Villages, '41.50 52.40 -10.90'"
  })
  void reconciliation_oganIlir_setsEachRowAgainstItsParts(
      String code, String name, String amounts) {
    String report = reconciliation(OganIlir.selfAssessment(), Language.ENGLISH);

    assertThat(report.lines().filter(line -> line.matches(" *" + code + " .*")))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains(name)
        .matches(line -> line.replaceAll(" +", " ").endsWith(" " + amounts), amounts);
  }

  @Test
  void reconciliation_inIndonesian_usesDecimalCommas() {
    String report = reconciliation(OganIlir.selfAssessment(), Language.INDONESIAN);

    assertThat(report)
        .contains(
            "berbeda dari bagian-bagiannya: 12 dari 38.",
            "765,46  indikator sebagaimana tertulis (NINDYA): -6,35");
    assertThat(report.replace("16.10", "")).doesNotContainPattern("[0-9]\\.[0-9]");
  }

  @Test
  void reconciliation_sheetThatStatesNothing_saysSo() {
    String report = reconciliation(TinyEdition.sheet("last"), Language.ENGLISH);

    assertThat(report)
        .contains(
            "The sheet states no totals of its own: there is nothing to reconcile.",
            "15.3333  questions as answered (SILVER)")
        .doesNotContain("as stated", "differ");
  }

  @Test
  void reconciliation_partsThatAreNotStated_areNamed() {
    Assessment sheet =
        Assessment.builder()
            .from(TinyEdition.sheet("last"))
            .stated(
                StatedTotals.builder()
                    .total(Points.of(23))
                    .putClusters("B", Points.parse("5.3333"))
                    .build())
            .build();

    String report = reconciliation(sheet, Language.ENGLISH);

    // 23 is above the highest tier, which ends at 22, and so earns none.
    assertThat(report)
        .contains("differ from their parts: 1 of 2.")
        .containsPattern(
            "the sheet's own total +23\\.00 +15\\.3333 +\\+7\\.6667 +15\\.3333 +\\+7\\.6667")
        .contains(
            "  The sheet has no indicators as stated.\n",
            "   15.3333  clusters as stated (SILVER); not stated, so as answered: A\n",
            "     23.00  the sheet's own total\n");
  }

  @Test
  void reconciliation_sheetThatAgreesWithItself_saysSo() {
    Assessment sheet =
        Assessment.builder()
            .from(OganIlir.selfAssessment())
            .stated(StatedTotals.builder().total(Points.parse("771.81")).build())
            .build();

    assertThat(reconciliation(sheet, Language.ENGLISH))
        .contains("Each of the totals that the sheet states (1) agrees with its parts.");
  }

  // The ladder

  private static String ladder(String total, Language language) {
    return TextReport.ladder(KLA_2024, Points.parse(total), language);
  }

  @ParameterizedTest
  @CsvSource({
    // total, shown, tier, lacking, bound, next tier
    "499.9999, 499.9999, no predicate, 0.01 more to reach 500.00 (PRATAMA",
    "500, 500.00, PRATAMA, 100.01 more to get above 600.00 (MADYA",
    "600, 600.00, PRATAMA, 0.01 more to get above 600.00 (MADYA",
    "600.0001, 600.0001, MADYA, 100.00 more to get above 700.00 (NINDYA",
    "600.36, 600.36, MADYA, 99.65 more to get above 700.00 (NINDYA",
    "700, 700.00, MADYA, 0.01 more to get above 700.00 (NINDYA",
    "797.5, 797.50, NINDYA, 2.51 more to get above 800.00 (UTAMA",
    "1000, 1000.00, KLA, no tier above"
  })
  void ladder_total_saysTheTierAndWhatIsLacking(
      String total, String shown, String tier, String lacking) {
    String report = ladder(total, Language.ENGLISH);

    assertThat(report.lines().findFirst()).contains(shown + ": " + tier);
    assertThat(report).contains(lacking);
    assertThat(line(report, "Computed by kla")).endsWith("not declared by the ministry.");
  }

  @ParameterizedTest
  @CsvSource({
    // What is spare above the smallest total of the tier, rounded down.
    "500, nothing, no predicate",
    "600, 100.00, no predicate",
    "600.0001, nothing, PRATAMA",
    "600.36, 0.35, PRATAMA",
    "700, 99.99, PRATAMA",
    "797.5, 97.49, MADYA",
    "1000, 99.99, UTAMA"
  })
  void ladder_total_saysWhatIsSpare(String total, String spare, String below) {
    String report = ladder(total, Language.ENGLISH);

    assertThat(line(report, "to " + below)).contains(spare);
  }

  @Test
  void ladder_totalBelowTheLowestTier_hasNothingToLose() {
    String report = ladder("499.9999", Language.ENGLISH);

    assertThat(report)
        .contains("below 500.00, the lowest predicate")
        .doesNotContain("any loss", "kept above");
  }

  @ParameterizedTest
  @CsvSource({
    "500, 'from 500.00, up to and including 600.00', 500-600",
    "600.36, 'above 600.00, up to and including 700.00', 601-700",
    "1000, 'above 900.00, up to and including 1000.00', 901-1000"
  })
  void ladder_total_saysTheRangeAndHowItIsPrinted(String total, String range, String printed) {
    assertThat(ladder(total, Language.ENGLISH)).contains(range, printed, "INFERRED");
  }

  @Test
  void ladder_inIndonesian_usesDecimalCommas() {
    String report = ladder("600.36", Language.INDONESIAN);

    assertThat(report).startsWith("600,36: MADYA\n").contains("99,65", "700,00", "0,35");
  }

  @Test
  void ladder_byItself_isTheSameWithoutAnEdition() {
    NamedLadder ministry = Ladders.find("ministry-2022").orElseThrow();

    String report = TextReport.ladder(ministry, Points.parse("600.36"), Language.ENGLISH);

    List<String> lines = report.lines().toList();
    List<String> ofEdition = ladder("600.36", Language.ENGLISH).lines().toList();
    assertThat(lines.subList(0, lines.size() - 1))
        .isEqualTo(ofEdition.subList(0, ofEdition.size() - 1));
    assertThat(lines.get(lines.size() - 1))
        .contains("by ladder ministry-2022", "not declared by the ministry");
  }

  @ParameterizedTest
  @CsvSource({
    "2023, ENGLISH, 'To round 2023 ladder ministry-2022 applies, STATED', antaranews.com 3603408",
    "2021, ENGLISH, 'To round 2021 ladder ministry-2022 applies, INFERRED', Kabupaten Garut 2021",
    "2021, INDONESIAN, 'Untuk putaran 2021 berlaku tangga predikat ministry-2022, INFERRED', Garut"
  })
  void ladder_ofARound_saysHowSureItIsThatItApplied(
      String round, Language language, String applies, String source) {
    AppliedLadder applied =
        Calendar.builtIn().ladder(Round.parse(round), Place.unknown()).orThrow();

    String report = TextReport.ladder(applied, Points.parse("631"), language);

    assertThat(report.lines().findFirst().orElseThrow()).endsWith(": MADYA");
    assertThat(report).containsSubsequence(applies, source, "ministry-2022");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void ladder_controlCharactersInWhatItRestsOn_neverReachTheOutput(Language language) {
    NamedLadder named =
        new NamedLadder(
            "own",
            evilEdition("5-6").ladder(),
            List.of(new Source("page", "text" + EVIL + "end", "")));
    AppliedLadder applied =
        new AppliedLadder(
            Round.of(2023), named, new Origin(Mark.INFERRED, List.of("page"), "note" + EVIL));

    String report = TextReport.ladder(applied, Points.of(15), language);

    assertTame(report);
    assertThat(report).contains("text", "note");
  }

  // Whatever the machine speaks

  @Test
  void reports_areTheSameInEveryLocale() {
    Assessment sheet = OganIlir.selfAssessment();
    for (Language language : Language.values()) {
      String score = report(sheet, language);
      String ladder = ladder("600.0001", language);

      Locales.inEach(
          () -> {
            assertThat(report(sheet, language)).isEqualTo(score);
            assertThat(ladder("600.0001", language)).isEqualTo(ladder);
          });
    }
  }

  // Requirements

  @Test
  void score_tierHeldDownByARequirement_isNotSaidToFallToWhereItAlreadyIs() {
    String report = report(plainTwin(), Language.ENGLISH);

    // 15.3333 points earn SILVER, the requirement leaves BRONZE.
    assertThat(report)
        .contains("held down to BRONZE by: requirement")
        .contains("BRONZE by these points");
    assertThat(report).doesNotContain("falling to BRONZE", "falls to BRONZE");
  }

  @Test
  void ladder_tierWithoutBounds_isWritten() {
    Edition edition =
        Edition.builder()
            .from(TinyEdition.EDITION)
            .ladder(
                new Ladder(
                    List.of(
                        new Tier(
                            "ALL",
                            Label.of("semua", "all"),
                            new Interval<>(Optional.empty(), Optional.empty()),
                            "",
                            Origin.STATED))))
            .build();

    String report = TextReport.ladder(edition, Points.of(3), Language.ENGLISH);

    assertThat(report).startsWith("3.00: ALL\n").contains("no tier above");
  }

  @Test
  void score_editionWithoutLadder_hasNoPredicate() {
    Edition edition =
        Edition.builder().from(TinyEdition.EDITION).ladder(new Ladder(List.of())).build();

    String report = report(TinyEdition.sheet(edition, "last"), Language.ENGLISH);

    assertThat(report).contains("15.3333 of 22", "no predicate").doesNotContain("more to");
  }

  // Other views

  @Test
  void score_byAnotherView_saysWhatIsCountedAndNotThatEveryClaimIs() {
    ScoringEngine engine = ScoringEngine.of(Editions.kla2024());
    Assessment sheet = OganIlir.selfAssessment();
    View evidenced = View.evidenced(LocalDate.parse("2024-03-31"));
    View verified = View.verified("VA");

    assertThat(TextReport.score(engine.score(sheet, evidenced), Language.ENGLISH))
        .contains("only claims with evidence that holds on 2024-03-31 are counted\n")
        .doesNotContain("every claim");
    assertThat(TextReport.score(engine.score(sheet, verified), Language.INDONESIAN))
        .contains("hanya yang dikuatkan atau direvisi pada verifikasi administrasi yang dihitung\n")
        .doesNotContain("semua klaim");
  }

  // What-ifs

  /**
   * Indicator 1 earns 11.5 and is cut to 10. First 1.1 falls to 2.5, so that nothing is cut; then
   * 2.3 brings 4 and 2.4 brings 2: 15.3333 + 6 = 21.3333, above 20.
   */
  @Test
  void whatIf_severalSteps_tellsTotalTierAndEveryNodeThatChanged() {
    WhatIf less =
        new WhatIf(
            "tiny",
            "less",
            Label.of("", ""),
            List.of(
                new Patch.SetAnswer(QuestionCode.parse("1.1"), Answer.of(Response.level("some")))));
    WhatIf more =
        new WhatIf(
            "tiny",
            "more",
            Label.of("Lebih", "More"),
            List.of(
                new Patch.SetAnswer(QuestionCode.parse("2.3"), Answer.of(Points.of(4))),
                new Patch.SetAnswer(QuestionCode.parse("2.4"), Answer.of(Points.of(2)))));
    WhatIf again = new WhatIf("tiny", "again", Label.of("", ""), more.patches());

    String report =
        TextReport.whatIf(
            WhatIfReport.of(TinyEdition.sheet("first"), View.claimed(), List.of(less, more, again))
                .orThrow(),
            Language.ENGLISH);

    assertThat(report)
        .startsWith("tiny · Kabupaten Ogan Ilir (16.10) · round 2023 · stage first\n")
        .contains(
            """

            What if: less
              15.3333 (SILVER) → 15.3333 (SILVER): 0.00
                      0.00  A  10.00 → 10.00  cluster A
                      0.00    1  10.00 → 10.00  indicator 1
                     -1.50      1.1  4.00 → 2.50  question 1.1
                     +1.50      cut less or more by the stated maximum

            What if: More
              15.3333 (SILVER) → 21.3333 (GOLD): +6.00
                     +6.00  B  5.3333 → 11.3333  cluster B
                     +6.00    2  5.3333 → 11.3333  indicator 2
                     +4.00      2.3  0.00 → 4.00  question 2.3
                     +2.00      2.4  0.00 → 2.00  question 2.4

            What if: again
              21.3333 (GOLD) → 21.3333 (GOLD): 0.00
              No points that count here change.

            All together
              15.3333 (SILVER) → 21.3333 (GOLD): +6.00

            Computed by kla from tiny""");
  }

  @Test
  void whatIf_oneStep_isToldInIndonesianToo() {
    WhatIf whatIf =
        new WhatIf(
            "tiny",
            "x",
            Label.of("Tanpa \u202enama", ""),
            List.of(new Patch.RemoveAnswer(QuestionCode.parse("2.2"))));

    String report =
        TextReport.whatIf(
            WhatIfReport.of(TinyEdition.sheet("first"), View.claimed(), List.of(whatIf)).orThrow(),
            Language.INDONESIAN);

    assertThat(report)
        .contains(
            """
            Andai: Tanpa \\u202enama
              15,3333 (SILVER) → 11,3333 (SILVER): -4,00
                     -4,00  B  5,3333 → 1,3333  klaster B
            """)
        .doesNotContain("Semuanya bersama");
  }

  /** What a declared result calls a predicate or a part is text of somebody else. */
  @Test
  void rollUp_tellsDeclaredTextWithoutWhatSteersATerminal() {
    RegionResult result =
        RegionResult.builder()
            .region(RegionCode.parse("34.01"))
            .round(Round.of(2023))
            .kind(RegionResult.Kind.DECLARED)
            .stage("final")
            .total(Points.of(603))
            .tier("Mad\u001b[31mya")
            .putClusters("K\u001b[2J", Points.of(100))
            .source("a\u202epage")
            .build();

    assertThat(
            TextReport.rollUp(
                RollUpReport.of(RollUp.of(List.of(result)), Area.parse("34")), Language.ENGLISH))
        .contains("Mad\\u001b[31mya", "K\\u001b[2J", "a\\u202epage")
        .doesNotContain("\u001b", "\u202e");
  }
}
