package id.kla.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Round;
import id.kla.edition.Age;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.EvidenceKind;
import id.kla.edition.Indicator;
import id.kla.edition.Need;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Role;
import id.kla.fault.Digest;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.region.RegionCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Two indicators: 1 of at most 8 with 1.a and 1.b of 6 each, led by health; 2 of at most 10 with
 * 2.a of 10, led by school. A decree holds until it is revoked, a photo for 24 months. All is
 * claimed in full: 6 + 6, cut to 8, and 10.
 */
class EvidenceReportTest {

  private static final LocalDate DAY = LocalDate.parse("2023-06-30");
  private static final String ONE = "01".repeat(32);
  private static final String TWO = "02".repeat(32);

  private static final Edition EDITION = edition(Need.ANY);

  private static Edition edition(Need need) {
    return Edition.builder()
        .id("small")
        .label(Label.of("Kecil", "Small"))
        .addClusters(
            cluster(
                "A", indicator("1", 8, question("1.a", 6, "health"), question("1.b", 6, "health"))),
            cluster(
                "B",
                indicator(
                    "2",
                    10,
                    Question.builder()
                        .from(question("2.a", 10, "school"))
                        .evidenceNeed(need)
                        .build())))
        .addRoles(role("health"), role("school"))
        .addEvidenceKinds(
            new EvidenceKind("decree", Label.of("SK", "Decree"), Origin.STATED),
            new EvidenceKind(
                "photo",
                Label.of("Foto", "Photo"),
                Optional.of(new Age(24, Origin.STATED)),
                Origin.STATED),
            new EvidenceKind("report", Label.of("Laporan", "Report"), Origin.STATED))
        .stages(Editions.kla2024().stages())
        .sources(Editions.kla2024().sources())
        .build();
  }

  private static Cluster cluster(String code, Indicator indicator) {
    return Cluster.builder()
        .code(code)
        .label(Label.of("Klaster " + code, "Cluster " + code))
        .addIndicators(indicator)
        .build();
  }

  private static Indicator indicator(String code, long maximum, Question... questions) {
    return Indicator.builder()
        .code(code)
        .label(Label.of("Indikator " + code, "Indicator " + code))
        .maximum(Points.of(maximum))
        .addQuestions(questions)
        .build();
  }

  private static Question question(String code, long maximum, String lead) {
    return Question.builder()
        .code(QuestionCode.parse(code))
        .label(Label.of("Pertanyaan " + code, "Question " + code))
        .maximum(Points.of(maximum))
        .lead(lead)
        .addEvidenceKinds("decree", "photo")
        .build();
  }

  private static Role role(String code) {
    return new Role(code, Label.of("Peran " + code, "Role " + code), List.of(), Origin.STATED);
  }

  private static Assessment.Builder empty() {
    return Assessment.builder()
        .edition(EDITION)
        .region(RegionCode.parse("35.71"))
        .round(Round.parse("2023"))
        .stage("self")
        .addAgencies(
            Agency.builder().code("DINKES").name("Dinas Kesehatan").addRoles("health").build());
  }

  private static Assessment.Builder full() {
    return empty()
        .putAnswers(QuestionCode.parse("1.a"), Answer.of(Points.of(6)))
        .putAnswers(QuestionCode.parse("1.b"), Answer.of(Points.of(6)))
        .putAnswers(QuestionCode.parse("2.a"), Answer.of(Points.of(10)));
  }

  private static Evidence.Builder document(String id, String kind, String... questions) {
    return Evidence.builder()
        .id(id)
        .kind(kind)
        .issued(LocalDate.parse("2022-03-01"))
        .addAllQuestions(Arrays.stream(questions).map(QuestionCode::parse).toList());
  }

  /** Quiet but for what a test asks for: no limit is reached unless it is set. */
  private static EvidenceCheck.Builder check() {
    return EvidenceCheck.builder()
        .asOf(DAY)
        .heaviestDocument(Points.of(1000))
        .heaviestLead(Ratio.of(2));
  }

  private static List<String> found(Assessment.Builder sheet, EvidenceCheck.Builder check) {
    return EvidenceReport.of(sheet.build(), check.build()).weaknesses().stream()
        .map(
            weakness ->
                weakness.fault().code()
                    + " "
                    + weakness.fault().place().in(Language.ENGLISH).replace("small, ", "")
                    + " "
                    + weakness.questions()
                    + " "
                    + weakness.atStake())
        .toList();
  }

  @Test
  void of_claimsWithoutEvidence_areNamedWithTheirPointsMostFirst() {
    assertThat(found(full().addEvidence(document("E1", "decree", "1.b").build()), check()))
        .containsExactly(
            "CLAIM_WITHOUT_EVIDENCE question 2.a [2.a] 10",
            "CLAIM_WITHOUT_EVIDENCE question 1.a [1.a] 6");
  }

  /** Without 1.a and 1.b nothing of the 8 is left; the second file changes nothing. */
  @Test
  void of_oneFileUnderSeveralQuestions_isNamedWithWhatHangsOnIt() {
    Assessment.Builder sheet =
        full()
            .addEvidence(
                document("E1", "decree", "1.a").digest(Digest.parse(ONE)).build(),
                document("E2", "decree", "1.b").digest(Digest.parse(ONE)).build(),
                document("E3", "decree", "2.a").digest(Digest.parse(TWO)).build(),
                document("E4", "photo", "2.a").digest(Digest.parse(TWO)).build());

    assertThat(found(sheet, check())).containsExactly("SAME_DOCUMENT evidence E1 [1.a, 1.b] 8");
  }

  /** E1 alone bears 1.a: 6 + 6 = 12, cut to 8; without 1.a 6 are left, so 2 fall. */
  @Test
  void of_documentOnWhichManyPointsHang_isNamedFromTheLimitOn() {
    Assessment.Builder sheet =
        full()
            .addEvidence(
                document("E1", "decree", "1.a").build(),
                document("E2", "decree", "1.b", "2.a").build(),
                document("E3", "photo", "1.b").build());

    assertThat(found(sheet, check().heaviestDocument(Points.of(2))))
        .containsExactly(
            "HEAVY_DOCUMENT evidence E2 [2.a] 10", "HEAVY_DOCUMENT evidence E1 [1.a] 2");
    assertThat(found(sheet, check().heaviestDocument(Points.parse("2.0001"))))
        .containsExactly("HEAVY_DOCUMENT evidence E2 [2.a] 10");
  }

  /** A twentieth of 18 is 0.9. */
  @Test
  void of_usualLimits_areATwentiethOfTheMaximumAndNineTenthsOfAClaim() {
    Assessment.Builder sheet =
        full()
            .addEvidence(
                document("E1", "decree", "1.a").build(),
                document("E2", "decree", "1.b", "2.a").build(),
                document("E3", "photo", "1.b", "2.a").build());

    assertThat(found(sheet, EvidenceCheck.builder().asOf(DAY)))
        .containsExactly(
            "HEAVY_LEAD cluster A [1.a, 1.b] 12",
            "HEAVY_LEAD cluster B [2.a] 10",
            "HEAVY_DOCUMENT evidence E1 [1.a] 2");
  }

  /** All kinds are asked: without its only photo the question falls, in spite of two decrees. */
  @Test
  void of_questionThatAsksForAllKinds_fallsWithTheOnlyOneOfItsKind() {
    Assessment.Builder sheet =
        full()
            .edition(edition(Need.ALL))
            .addEvidence(
                document("E1", "decree", "1.a", "1.b", "2.a").build(),
                document("E2", "decree", "1.a", "1.b", "2.a").build(),
                document("E3", "photo", "2.a").build());

    assertThat(found(sheet, check().heaviestDocument(Points.of(1))))
        .containsExactly("HEAVY_DOCUMENT evidence E3 [2.a] 10");
  }

  @Test
  void of_documentOfNoClaim_isAnOrphan() {
    Assessment.Builder sheet =
        empty()
            .putAnswers(QuestionCode.parse("1.a"), Answer.of(Points.ZERO))
            .addEvidence(document("E1", "decree", "1.a", "2.a").build());

    assertThat(found(sheet, check())).containsExactly("ORPHAN_EVIDENCE evidence E1 [1.a, 2.a] 0");
  }

  /** A report is asked by nobody; for 1.a a decree stands in, so only 1.b's 6 are at stake. */
  @Test
  void of_kindThatNoQuestionAsks_isNamedWithTheClaimsThatDoNotCount() {
    Assessment.Builder sheet =
        full()
            .addEvidence(
                document("E1", "report", "1.a", "1.b").build(),
                document("E2", "decree", "1.a", "2.a").build());

    assertThat(found(sheet, check())).containsExactly("KIND_NOT_ASKED evidence E1 [1.a, 1.b] 6");
  }

  @Test
  void of_documentThatIsTooOld_isNamed() {
    Assessment.Builder sheet =
        full()
            .addEvidence(
                document("E1", "photo", "1.a").issued(LocalDate.parse("2021-06-29")).build(),
                document("E2", "photo", "1.b", "2.a")
                    .issued(LocalDate.parse("2021-06-30"))
                    .build());

    assertThat(found(sheet, check())).containsExactly("EVIDENCE_TOO_OLD evidence E1 [1.a] 6");
  }

  /** E1 ends, but 1.b has another; E2 becomes too old. What has ended already is no news. */
  @Test
  void of_documentThatEndsBeforeAStage_isNamedWithWhatFallsThen() {
    Assessment.Builder sheet =
        full()
            .addEvidence(
                document("E1", "decree", "1.a", "1.b")
                    .validUntil(LocalDate.parse("2023-12-31"))
                    .build(),
                document("E2", "photo", "2.a").issued(LocalDate.parse("2021-12-31")).build(),
                document("E3", "decree", "1.b").build(),
                document("E4", "decree", "1.b").validUntil(LocalDate.parse("2023-01-31")).build());

    assertThat(found(sheet, check().putStageDates("final", LocalDate.parse("2023-12-31"))))
        .isEmpty();
    // 12 cut to 8; without 1.a 6: 2 fall.
    assertThat(found(sheet, check().putStageDates("VL", LocalDate.parse("2024-01-01"))))
        .containsExactly(
            "ENDS_BEFORE_STAGE evidence E2 [2.a] 10", "ENDS_BEFORE_STAGE evidence E1 [1.a, 1.b] 2");
    assertThat(found(sheet, check().putStageDates("final", DAY.minusYears(1)))).isEmpty();
  }

  @Test
  void of_stageThatIsNotTheEditions_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> EvidenceReport.of(full().build(), check().putStageDates("judge", DAY).build()))
        .withMessageContaining("judge")
        .withMessageContaining("field_verification");
  }

  @Test
  void of_weakness_saysWhatToDoInBothLanguages() {
    EvidenceReport report = EvidenceReport.of(full().build(), check().build());

    Weakness first = report.weaknesses().get(0);
    assertThat(first.fault().code()).isEqualTo(FaultCode.CLAIM_WITHOUT_EVIDENCE);
    assertThat(first.fault().message(Language.ENGLISH))
        .isEqualTo(
            "small, question 2.a: 10 is claimed without any evidence; asked: Decree, Photo. Hand"
                + " it in, or claim nothing.");
    assertThat(first.fault().message(Language.INDONESIAN))
        .contains("pertanyaan 2.a", "10", "SK, Foto");
  }

  /** Nothing counts, so that 8 of health and 10 of school are at risk; nobody holds school. */
  @Test
  void of_report_holdsBothScoresAndSharesOfAll() {
    EvidenceReport report = EvidenceReport.of(full().build(), EvidenceCheck.on(DAY));

    assertThat(report.claimed().points()).isEqualTo(Points.of(18));
    assertThat(report.evidenced().points()).isEqualTo(Points.ZERO);
    assertThat(report.agencies().shares())
        .extracting(share -> share.code() + " " + share.atRisk())
        .containsExactly("DINKES 12", "school 10");
    assertThat(report.topics().shares()).isEmpty();
  }
}
