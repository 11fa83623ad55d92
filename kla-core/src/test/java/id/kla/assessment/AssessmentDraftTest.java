package id.kla.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.AssessmentDraft.DraftAnswer;
import id.kla.assessment.AssessmentDraft.DraftTotal;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.scoring.TinyEdition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentDraftTest {

  private static Place at(int row) {
    return Place.table("sheet.csv", row, "points");
  }

  private static Written<String> written(String value, int row) {
    return new Written<>(value, at(row));
  }

  private static AssessmentDraft.Builder draft() {
    AssessmentDraft.Builder draft = AssessmentDraft.builder();
    draft
        .edition(written("kla-2024", 1))
        .region(written("16.10", 2))
        .round(written("2024", 3))
        .stage(written("self", 4));
    return draft;
  }

  private static Checked<Assessment> check(AssessmentDraft.Builder draft) {
    return draft.build().check(Editions.kla2024());
  }

  private static DraftAnswer answer(String code, String points, int row) {
    return new DraftAnswer(code, Answer.of(Points.parse(points)), at(row));
  }

  private static DraftTotal total(String code, String points, int row) {
    return new DraftTotal(code, Points.parse(points), at(row));
  }

  private static Fault only(Checked<Assessment> checked) {
    assertThat(checked.faults()).hasSize(1);
    return checked.faults().get(0);
  }

  @Test
  void check_soundDraft_isTheAssessment() {
    AssessmentDraft.Builder draft = draft();
    draft
        .source("recap")
        .addAnswers(answer("2.1", "3", 11), answer("1.1", "12", 10))
        .statedTotal(Points.of(15))
        .addStatedClusters(total("K", "15", 20))
        .addStatedIndicators(total("2", "3", 22), total("1", "12", 21));

    Checked<Assessment> checked = check(draft);

    Assessment sheet = checked.orThrow();
    assertThat(checked.faults()).isEmpty();
    assertThat(sheet.edition()).isEqualTo(Editions.kla2024());
    assertThat(sheet.region()).hasToString("16.10");
    assertThat(sheet.round()).hasToString("2024/2025");
    assertThat(sheet.stage()).isEqualTo("self");
    assertThat(sheet.source()).contains("recap");
    assertThat(sheet.answers().keySet())
        .containsExactly(QuestionCode.parse("1.1"), QuestionCode.parse("2.1"));
    assertThat(sheet.stated().total()).contains(Points.of(15));
    assertThat(sheet.stated().clusters()).containsOnlyKeys("K");
    assertThat(sheet.stated().indicators().keySet()).containsExactly("2", "1");
  }

  @Test
  void check_everythingWrong_isReportedAtOnceAndWhereItStands() {
    AssessmentDraft.Builder draft = AssessmentDraft.builder();
    draft
        .edition(written("kla-2024", 1))
        .region(written("Ogan Ilirr", 2))
        .round(written("tahun lalu", 3))
        .stage(written("VX", 4))
        .addAnswers(
            answer("14.11", "1", 10),
            answer("1.1", "12.5", 11),
            answer("1.2a", "-1", 12),
            answer("2.1", "0", 13),
            answer("2.1", "1", 14),
            answer("tanpa-kode", "1", 15))
        .addStatedClusters(total("VI", "1", 20), total("K", "1", 21), total("K", "2", 22))
        .addStatedIndicators(total("21D", "1", 23));

    Checked<Assessment> checked = check(draft);

    assertThat(checked.value()).isEmpty();
    assertThat(checked.faults())
        .map(fault -> fault.code() + " " + fault.place().in(Language.ENGLISH))
        .containsExactly(
            "UNKNOWN_REGION sheet.csv, row 2, column points",
            "BAD_ROUND sheet.csv, row 3, column points",
            "UNKNOWN_STAGE sheet.csv, row 4, column points",
            "UNKNOWN_QUESTION sheet.csv, row 10, column points",
            "POINTS_ABOVE_MAXIMUM sheet.csv, row 11, column points",
            "POINTS_BELOW_ZERO sheet.csv, row 12, column points",
            "ANSWERED_TWICE sheet.csv, row 14, column points",
            "UNKNOWN_QUESTION sheet.csv, row 15, column points",
            "UNKNOWN_CLUSTER sheet.csv, row 20, column points",
            "DUPLICATE_CODE sheet.csv, row 22, column points",
            "UNKNOWN_INDICATOR sheet.csv, row 23, column points");
    assertThat(checked.faults())
        .allSatisfy(
            fault -> {
              assertThat(fault.severity()).isEqualTo(Severity.ERROR);
              assertThat(fault.message(Language.INDONESIAN)).contains("baris").doesNotContain("{");
            });
  }

  @Test
  void check_unknownQuestion_namesTheNearest() {
    Fault fault = only(check(draft().addAnswers(answer("14.11", "1", 10))));

    // One letter away: 14.1, then 14.10; 4.1 and the like are further.
    assertThat(fault.code()).isEqualTo(FaultCode.UNKNOWN_QUESTION);
    assertThat(fault.text(Language.ENGLISH)).contains("14.11", "kla-2024", "14.1", "14.10");
    assertThat(fault.text(Language.INDONESIAN)).contains("14.11", "14.10");
  }

  @Test
  void check_pointsOutOfRange_saysWhatIsAllowed() {
    Fault above = only(check(draft().addAnswers(answer("1.1", "12.0001", 10))));
    Fault below = only(check(draft().addAnswers(answer("1.1", "-0.0001", 10))));

    assertThat(above.text(Language.ENGLISH)).contains("1.1", "12.0001", "0 to 12");
    assertThat(above.text(Language.INDONESIAN)).contains("1.1", "12,0001");
    assertThat(below.text(Language.ENGLISH)).contains("1.1", "-0.0001", "0 to 12");
  }

  @Test
  void check_answeredTwice_namesTheFirstPlaceEvenForEqualAnswers() {
    Fault fault = only(check(draft().addAnswers(answer("1.1", "12", 10), answer("1.1", "12", 11))));

    assertThat(fault.code()).isEqualTo(FaultCode.ANSWERED_TWICE);
    assertThat(fault.place()).isEqualTo(at(11));
    assertThat(fault.text(Language.ENGLISH)).contains("1.1", "sheet.csv, row 10");
    assertThat(fault.text(Language.INDONESIAN)).contains("1.1", "sheet.csv, baris 10");
  }

  @Test
  void check_unknownRegion_namesTheNearest() {
    Fault fault = only(check(draft().region(written("Ogan Ilirr", 2))));

    assertThat(fault.code()).isEqualTo(FaultCode.UNKNOWN_REGION);
    assertThat(fault.text(Language.ENGLISH)).contains("Ogan Ilirr", "Kabupaten Ogan Ilir (16.10)");
  }

  @Test
  void check_nameOfARegencyAndACity_isAmbiguousAndNamesBoth() {
    Fault fault = only(check(draft().region(written("Kediri", 2))));

    assertThat(fault.code()).isEqualTo(FaultCode.AMBIGUOUS_REGION);
    assertThat(fault.text(Language.ENGLISH))
        .contains("Kabupaten Kediri (35.06)", "Kota Kediri (35.71)");
  }

  @ParameterizedTest
  @CsvSource({
    "16.10, 16.10",
    "Kab. Ogan Ilir, 16.10",
    "kabupaten ogan ilir, 16.10",
    "Kota Kediri, 35.71",
    "35.71.01, 35.71.01"
  })
  void check_regionByCodeOrName_isRead(String text, String expected) {
    Assessment sheet = check(draft().region(written(text, 2))).orThrow();

    assertThat(sheet.region()).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "35, PROVINCE_AS_REGION",
    "Jawa Timur, PROVINCE_AS_REGION",
    "99.99, UNKNOWN_REGION",
    "'', UNKNOWN_REGION"
  })
  void check_whatIsNoRegencyOrCity_isRefused(String text, FaultCode code) {
    Fault fault = only(check(draft().region(written(text, 2))));

    assertThat(fault.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "self, self",
    "PM, self",
    "EM, self",
    "pm, self",
    "VA, admin_verification",
    "admin_verification, admin_verification",
    "Admin Verification, admin_verification",
    "admin-verification, admin_verification",
    "central_review, central_review",
    "VLH, field_verification",
    "VL, field_verification",
    "vl, field_verification",
    "final, final"
  })
  void check_stageByCodeOrAlias_isReadAndWrittenAsItsCode(String text, String expected) {
    Assessment sheet = check(draft().stage(written(text, 4))).orThrow();

    assertThat(sheet.stage()).isEqualTo(expected);
  }

  @Test
  void check_unknownStage_namesThoseOfTheEdition() {
    Fault fault = only(check(draft().stage(written("VX", 4))));

    assertThat(fault.text(Language.ENGLISH))
        .contains(
            "VX", "self", "admin_verification", "central_review", "field_verification", "final");
  }

  @Test
  void check_yearWithoutARound_isAWarning() {
    Checked<Assessment> checked = check(draft().round(written("2020", 3)));

    assertThat(checked.orThrow().round()).hasToString("2020");
    assertThat(only(checked).code()).isEqualTo(FaultCode.ROUND_NOT_HELD);
    assertThat(only(checked).place()).isEqualTo(at(3));
  }

  @Test
  void check_unknownCodesOfStatedTotals_areReported() {
    AssessmentDraft.Builder draft = draft();
    draft
        .addStatedClusters(total("CLUSTER_6", "1", 20))
        .addStatedIndicators(total("21D", "1", 21), total("19", "2", 22));

    List<Fault> faults = check(draft).faults();

    assertThat(faults)
        .map(Fault::code)
        .containsExactly(FaultCode.UNKNOWN_CLUSTER, FaultCode.UNKNOWN_INDICATOR);
    assertThat(faults.get(0).text(Language.ENGLISH))
        .contains("CLUSTER_6", "K, I, II, III, IV, V, L");
    assertThat(faults.get(1).text(Language.ENGLISH)).contains("indicator 21D ", "21A, 21B, 21C");
  }

  @Test
  void check_awardThatTheEditionDoesNotName_isAWarningAndKept() {
    Checked<Assessment> checked = check(draft().addAnswers(answer("1.2a", "0.3", 10)));

    assertThat(checked.orThrow().answer(QuestionCode.parse("1.2a")))
        .contains(Answer.of(Points.parse("0.3")));
    Fault fault = only(checked);
    assertThat(fault.code()).isEqualTo(FaultCode.GRADE_NOT_NAMED);
    assertThat(fault.severity()).isEqualTo(Severity.WARNING);
    assertThat(fault.place()).isEqualTo(at(10));
    assertThat(fault.text(Language.ENGLISH)).contains("1.2a", "0.3", "0.25", "0.75");
    assertThat(fault.text(Language.INDONESIAN)).contains("1.2a", "0,3");
  }

  @Test
  void check_awardNotNamed_writesTheNamedOnesWithTheDecimalMarkOfTheLanguage() {
    Fault fault = only(check(draft().addAnswers(answer("1.2a", "0.3", 10))));

    assertThat(fault.text(Language.INDONESIAN)).contains("0,25", "0,75").doesNotContain("0.25");
  }

  @Test
  void check_sheetOfAnotherEdition_isRefusedBeforeItsAnswersAreLookedAt() {
    AssessmentDraft.Builder draft = draft();
    draft.edition(written("kla-2018", 1)).addAnswers(answer("99.99", "1", 10));

    Fault fault = only(check(draft));

    assertThat(fault.code()).isEqualTo(FaultCode.OTHER_EDITION);
    assertThat(fault.place()).isEqualTo(at(1));
    assertThat(fault.text(Language.ENGLISH)).contains("kla-2018", "kla-2024");
    assertThat(draft().build().check(TinyEdition.EDITION).faults())
        .map(Fault::code)
        .containsExactly(FaultCode.OTHER_EDITION);
  }

  @Test
  void check_sheetThatNamesNoRegionRoundOrStage_saysSoOfEach() {
    AssessmentDraft.Builder draft = AssessmentDraft.builder();
    draft.edition(written("kla-2024", 1)).place(Place.file("sheet.csv"));

    Checked<Assessment> checked = check(draft);

    assertThat(checked.faults())
        .containsExactly(
            Fault.of(FaultCode.MISSING_MEMBER, Place.file("sheet.csv")).with("member", "region"),
            Fault.of(FaultCode.MISSING_MEMBER, Place.file("sheet.csv")).with("member", "round"),
            Fault.of(FaultCode.MISSING_MEMBER, Place.file("sheet.csv")).with("member", "stage"));
  }
}
