package id.kla.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Agencies, evidence and findings of a sheet. */
class PartsTest {

  private static Assessment.Builder sheet() {
    return Assessment.builder()
        .edition(Editions.kla2024())
        .region(RegionCode.parse("35.71"))
        .round(Round.of(2023))
        .stage("self");
  }

  private static QuestionCode code(String text) {
    return QuestionCode.parse(text);
  }

  private static Finding.Builder finding(String question, String stage, Finding.Ruling ruling) {
    return Finding.builder().question(code(question)).stage(stage).ruling(ruling);
  }

  @Test
  void evidence_onlyIdAndQuestions_isEnough() {
    Evidence evidence = Evidence.builder().id("E1").addQuestions(code("1.1")).build();

    Assessment built = sheet().addEvidence(evidence).build();

    assertThat(built.evidence()).containsExactly(evidence);
  }

  /** A map is equal in any order, but not written alike. */
  @Test
  void evidence_stagesInAnotherOrderAndNothingElse_standInTheEditionsOrder() {
    Evidence evidence =
        Evidence.builder()
            .id("E1")
            .addQuestions(code("1.1"))
            .putStatus("field_verification", Evidence.Status.of(Evidence.Ruling.REJECTED))
            .putStatus("admin_verification", Evidence.Status.of(Evidence.Ruling.ACCEPTED))
            .build();

    Assessment built = sheet().addEvidence(evidence).build();

    assertThat(built.evidence().get(0).status().keySet())
        .containsExactly("admin_verification", "field_verification");
  }

  @Test
  void evidence_aliasesAndOrder_becomeCanonical() {
    Agency health =
        Agency.builder().code("dinkes").name("Dinas Kesehatan").addAliases("DKK").build();
    Evidence evidence =
        Evidence.builder()
            .id("E1")
            .addQuestions(code("12.2"), code("12.1"), code("12.2"))
            .agency("dinas kesehatan")
            .putStatus("VL", Evidence.Status.of(Evidence.Ruling.REJECTED))
            .putStatus("VA", Evidence.Status.of(Evidence.Ruling.ACCEPTED))
            .build();

    Evidence built = sheet().addAgencies(health).addEvidence(evidence).build().evidence().get(0);

    assertThat(built.questions()).containsExactly(code("12.1"), code("12.2"));
    assertThat(built.agency()).contains("dinkes");
    assertThat(built.status().keySet()).containsExactly("admin_verification", "field_verification");
  }

  @Test
  void evidence_withoutListedAgencies_keepsTheNameAsItIs() {
    Evidence evidence =
        Evidence.builder().id("E1").addQuestions(code("1.1")).agency("Dinkes").build();

    assertThat(sheet().addEvidence(evidence).build().evidence().get(0).agency()).contains("Dinkes");
  }

  @Test
  void build_sameUnknownTextInTwoCells_isToldOnce() {
    Assessment.Builder sheet =
        sheet()
            .addEvidence(
                Evidence.builder()
                    .id("E1")
                    .addQuestions(code("1.1"))
                    .kind("2024-01-01")
                    .supersededBy("2024-01-01")
                    .build());

    FaultException thrown = catchThrowableOfType(FaultException.class, sheet::build);

    assertThat(thrown.faults()).extracting(Fault::code).containsExactly(FaultCode.UNKNOWN_CODE);
  }

  @Test
  void build_everythingWrong_isReportedAtOnce() {
    Assessment.Builder sheet =
        sheet()
            .addAgencies(Agency.builder().code("dinkes").addRoles("helth").build())
            .addAgencies(Agency.builder().code("rsud").addAliases("DINKES").build())
            .addEvidence(
                Evidence.builder()
                    .id("E1")
                    .addQuestions(code("1.99"))
                    .kind("decre")
                    .agency("dinke")
                    .supersededBy("E9")
                    .validFrom(LocalDate.of(2023, 2, 1))
                    .validUntil(LocalDate.of(2023, 1, 31))
                    .putStatus("VX", Evidence.Status.of(Evidence.Ruling.SUBMITTED))
                    .build())
            .addEvidence(Evidence.builder().id("E1").addQuestions(code("1.1")).build())
            .addFindings(finding("1.1", "PM", Finding.Ruling.UPHELD).build())
            .addFindings(finding("1.1", "VA", Finding.Ruling.REVISED).points(Points.of(13)).build())
            .addFindings(finding("1.1", "VA", Finding.Ruling.STRUCK).build())
            .addFindings(finding("99.1", "VA", Finding.Ruling.STRUCK).build());

    FaultException thrown = catchThrowableOfType(FaultException.class, sheet::build);

    assertThat(thrown.faults())
        .extracting(Fault::code)
        .containsExactly(
            FaultCode.UNKNOWN_CODE,
            FaultCode.DUPLICATE_CODE,
            FaultCode.UNKNOWN_QUESTION,
            FaultCode.UNKNOWN_CODE,
            FaultCode.UNKNOWN_STAGE,
            FaultCode.UNKNOWN_CODE,
            FaultCode.UNKNOWN_CODE,
            FaultCode.DATES_OUT_OF_ORDER,
            FaultCode.DUPLICATE_CODE,
            FaultCode.NO_JUDGING_STAGE,
            FaultCode.POINTS_ABOVE_MAXIMUM,
            FaultCode.FOUND_TWICE,
            FaultCode.UNKNOWN_QUESTION);
    assertThat(thrown.faults().get(0).text(Language.ENGLISH)).contains("helth", "health");
    assertThat(thrown.faults().get(7).text(Language.ENGLISH)).contains("2023-02-01", "2023-01-31");
  }

  @Test
  void texts_ofBlanks_sayNothing() {
    Evidence evidence =
        Evidence.builder()
            .id(" E1 ")
            .title("  ")
            .location(" rak 3 ")
            .putStatus("VA", new Evidence.Status(Evidence.Ruling.REJECTED, blank(), blank()))
            .build();
    Finding finding = finding("1.1", "VA", Finding.Ruling.STRUCK).note(" ").build();

    Assessment built =
        sheet()
            .source(" ")
            .addEvidence(evidence)
            .addFindings(finding)
            .putNotes(code("2.1"), " lihat lampiran ")
            .putNotes(code("1.1"), "  ")
            .build();

    assertThat(built.source()).isEmpty();
    assertThat(built.evidence())
        .containsExactly(
            Evidence.builder()
                .id("E1")
                .location("rak 3")
                .putStatus("admin_verification", Evidence.Status.of(Evidence.Ruling.REJECTED))
                .build());
    assertThat(built.findings().get(0).note()).isEmpty();
    assertThat(built.notes()).containsExactly(Map.entry(code("2.1"), "lihat lampiran"));
  }

  private static Optional<String> blank() {
    return Optional.of(" ");
  }

  @Test
  void notes_anyOrder_standInTheEditionsOrder() {
    Assessment built = sheet().putNotes(code("10.1"), "b").putNotes(code("2.1"), "a").build();

    assertThat(built.notes().keySet()).containsExactly(code("2.1"), code("10.1"));
  }

  @Test
  void build_blankIdAndCodeAndNoteOnNothing_isRefused() {
    Assessment.Builder sheet =
        sheet()
            .addAgencies(Agency.builder().code(" ").build())
            .addEvidence(Evidence.builder().id("").build())
            .putNotes(code("99.1"), "x");

    FaultException thrown = catchThrowableOfType(FaultException.class, sheet::build);

    assertThat(thrown.faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.BLANK_TEXT, FaultCode.BLANK_TEXT, FaultCode.UNKNOWN_QUESTION);
  }

  @Test
  void findings_anyOrder_standInTheOrderOfStagesAndQuestions() {
    Finding late = finding("1.1", "VL", Finding.Ruling.UPHELD).build();
    Finding second = finding("2.1", "VA", Finding.Ruling.STRUCK).build();
    Finding first = finding("1.4", "VA", Finding.Ruling.UPHELD).build();

    Assessment built = sheet().addFindings(late, second, first).build();

    assertThat(built.findings())
        .extracting(found -> found.stage() + " " + found.question())
        .containsExactly(
            "admin_verification 1.4", "admin_verification 2.1", "field_verification 1.1");
  }

  @Test
  void finding_pointsAndRevision_belongTogether() {
    Finding.Builder revised = finding("1.1", "VA", Finding.Ruling.REVISED);
    Finding.Builder struck = finding("1.1", "VA", Finding.Ruling.STRUCK).points(Points.of(1));

    assertThatIllegalArgumentException()
        .isThrownBy(revised::build)
        .withMessageContaining("REVISED without points");
    assertThatIllegalArgumentException()
        .isThrownBy(struck::build)
        .withMessageContaining("STRUCK with points");
  }

  @Test
  void declaredResult_oneYearOfALongerRound_isTheWholeRound() {
    DeclaredResult kediri =
        DeclaredResult.builder()
            .region(RegionCode.parse("35.71"))
            .round(Round.of(2024))
            .stage("self")
            .total(Points.parse("934.2"))
            .source("kedirikota.go.id")
            .build();

    assertThat(kediri.round()).isEqualTo(new Round(2024, 2025));
    assertThat(DeclaredResult.builder().from(kediri).build()).isEqualTo(kediri);
  }

  @Test
  void declaredResult_neitherTotalNorTier_isRefused() {
    DeclaredResult.Builder nothing =
        DeclaredResult.builder()
            .region(RegionCode.parse("35.71"))
            .round(Round.of(2023))
            .source("nobody");

    assertThatIllegalArgumentException()
        .isThrownBy(nothing::build)
        .withMessageContaining("a total, a tier or both");
  }

  @Test
  void build_rulingsInAnyOrder_standInThatOfTheStages() {
    Evidence evidence =
        Evidence.builder()
            .id("E")
            .addQuestions(QuestionCode.parse("1.1"))
            .putStatus("final", Evidence.Status.of(Evidence.Ruling.ACCEPTED))
            .putStatus("self", Evidence.Status.of(Evidence.Ruling.SUBMITTED))
            .build();

    Assessment sheet =
        Assessment.builder()
            .edition(Editions.kla2024())
            .region(RegionCode.parse("16.10"))
            .round(Round.parse("2023"))
            .stage("self")
            .addEvidence(evidence)
            .build();

    assertThat(sheet.evidence().get(0).status().keySet()).containsExactly("self", "final");
  }
}
