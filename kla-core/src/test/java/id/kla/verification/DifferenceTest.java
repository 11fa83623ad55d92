package id.kla.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.assessment.Round;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.EvidenceKind;
import id.kla.edition.Indicator;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Role;
import id.kla.edition.Topic;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.scoring.Cause;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One indicator of at most 8 with three questions of 6, 6 and 2: 1.a is led by health, which DINKES
 * holds, 1.b by school, which nobody holds, 1.c by nobody. All claim: 6, 5 and 1, so 12, cut to 8.
 * Only 1.b has a document. VA upholds 1.a, raises 1.b to 6 and strikes 1.c.
 */
class DifferenceTest {

  private static final LocalDate DAY = LocalDate.parse("2023-06-30");
  private static final Edition EDITION =
      Edition.builder()
          .id("small")
          .label(Label.of("Kecil", "Small"))
          .addClusters(
              Cluster.builder()
                  .code("A")
                  .label(Label.of("Klaster", "Cluster"))
                  .addIndicators(
                      Indicator.builder()
                          .code("1")
                          .label(Label.of("Forum", "Forum"))
                          .maximum(Points.of(8))
                          .addQuestions(
                              question("1.a", 6).lead("health").addTopics("A").build(),
                              question("1.b", 6)
                                  .lead("school")
                                  .addSupporting("health")
                                  .addTopics("B")
                                  .build(),
                              question("1.c", 2).addTopics("A", "B").build())
                          .build())
                  .build())
          .addRoles(role("health"), role("school"))
          .addTopics(topic("A"), topic("B"), topic("C"))
          .addEvidenceKinds(new EvidenceKind("decree", Label.of("SK", "Decree"), Origin.STATED))
          .stages(Editions.kla2024().stages())
          .sources(Editions.kla2024().sources())
          .build();

  private static final ScoringEngine ENGINE = ScoringEngine.of(EDITION);
  private static final ScoredAssessment CLAIMED = ENGINE.score(sheet());
  private static final ScoredAssessment EVIDENCED = ENGINE.score(sheet(), View.evidenced(DAY));
  private static final ScoredAssessment VERIFIED = ENGINE.score(sheet(), View.verified("VA"));

  private static Question.Builder question(String code, long maximum) {
    return Question.builder()
        .code(QuestionCode.parse(code))
        .label(Label.of("Pertanyaan " + code, "Question " + code))
        .maximum(Points.of(maximum))
        .addEvidenceKinds("decree");
  }

  private static Role role(String code) {
    return new Role(code, Label.of(code, code), List.of(), Origin.STATED);
  }

  private static Topic topic(String code) {
    return new Topic(code, Label.of(code, code), Origin.STATED);
  }

  private static Assessment sheet() {
    return Assessment.builder()
        .edition(EDITION)
        .region(RegionCode.parse("35.71"))
        .round(Round.parse("2023"))
        .stage("self")
        .putAnswers(QuestionCode.parse("1.a"), Answer.of(Points.of(6)))
        .putAnswers(QuestionCode.parse("1.b"), Answer.of(Points.of(5)))
        .putAnswers(QuestionCode.parse("1.c"), Answer.of(Points.of(1)))
        .addAgencies(
            Agency.builder()
                .code("DINKES")
                .name("Dinas Kesehatan")
                .addAliases("DKK")
                .addRoles("health")
                .build())
        .addEvidence(
            Evidence.builder()
                .id("E1")
                .addQuestions(QuestionCode.parse("1.b"))
                .kind("decree")
                .putStatus("self", Evidence.Status.of(Evidence.Ruling.SUBMITTED))
                .putStatus("admin_verification", Evidence.Status.of(Evidence.Ruling.ACCEPTED))
                .build())
        .addFindings(
            finding("1.a", Finding.Ruling.UPHELD).build(),
            finding("1.b", Finding.Ruling.REVISED).points(Points.of(6)).build(),
            finding("1.c", Finding.Ruling.STRUCK).build())
        .build();
  }

  private static Finding.Builder finding(String code, Finding.Ruling ruling) {
    return Finding.builder().question(QuestionCode.parse(code)).stage("VA").ruling(ruling);
  }

  private static List<String> rows(Difference difference) {
    return difference.rows().stream()
        .map(
            row ->
                row.question().map(QuestionCode::toString).orElse("cap " + row.indicator())
                    + " "
                    + row.kind()
                    + row.cause().map(cause -> " " + cause).orElse("")
                    + " "
                    + row.change())
        .toList();
  }

  @Test
  void of_claimedAndEvidenced_chargesCausesAndGivesTheCapBack() {
    Difference difference = Difference.of(CLAIMED, EVIDENCED);

    assertThat(rows(difference))
        .containsExactly("1.a CAUSE NO_EVIDENCE -6", "1.c CAUSE NO_EVIDENCE -1", "cap 1 CAP 4");
    assertThat(difference.change()).isEqualTo(Points.of(-3));
    assertThat(difference.byCause()).containsExactly(entry(Cause.NO_EVIDENCE, Points.of(-7)));
  }

  @Test
  void of_evidencedAndVerified_namesAcceptanceAndRevisionsApart() {
    Difference difference = Difference.of(EVIDENCED, VERIFIED);

    // 5 becomes 6 + 6 = 12, cut to 8.
    assertThat(rows(difference))
        .containsExactly("1.a ACCEPTED 6", "1.b REVISED_UP 1", "cap 1 CAP -4");
    assertThat(difference.change()).isEqualTo(Points.of(3));
  }

  /** VA struck 1.c; the last stage upholds it again, and has not found on the others. */
  @Test
  void of_twoStages_namesWhatTheLaterOneGaveBack() {
    Assessment sheet =
        Assessment.builder()
            .from(sheet())
            .addFindings(
                Finding.builder()
                    .from(finding("1.c", Finding.Ruling.UPHELD).build())
                    .stage("final")
                    .build())
            .build();

    Difference difference =
        Difference.of(
            ENGINE.score(sheet, View.verified("VA")), ENGINE.score(sheet, View.verified("final")));

    // 6 + 6 = 12, cut to 8, become 1.
    assertThat(rows(difference))
        .containsExactly("1.a NO_FINDING -6", "1.b NO_FINDING -6", "1.c RESTORED 1", "cap 1 CAP 4");
  }

  @Test
  void of_claimedAndVerified_namesWhatWasStruck() {
    assertThat(rows(Difference.of(CLAIMED, VERIFIED)))
        .containsExactly("1.b REVISED_UP 1", "1.c CAUSE STRUCK -1");
  }

  @Test
  void of_claimedAndAStageThatFoundNothing_namesThat() {
    ScoredAssessment nothing = ENGINE.score(sheet(), View.verified("VL"));

    assertThat(rows(Difference.of(CLAIMED, nothing)))
        .containsExactly(
            "1.a NO_FINDING -6", "1.b NO_FINDING -5", "1.c NO_FINDING -1", "cap 1 CAP 4");
  }

  @Test
  void agencyRisk_chargesTheLeadAndKeepsTheCapApart() {
    AgencyRisk risk = AgencyRisk.of(Difference.of(CLAIMED, EVIDENCED));

    assertThat(risk.shares())
        .extracting(
            share ->
                share.holder()
                    + " "
                    + share.code()
                    + " led "
                    + share.led()
                    + ", shared "
                    + share.shared()
                    + ", evidenced "
                    + share.evidenced()
                    + ", accepted "
                    + share.accepted()
                    + ", at risk "
                    + share.atRisk()
                    + ", alone "
                    + share.recoverableAlone().total())
        // DINKES alone: 5 + 6 = 11, cut to 8; nobody alone: 5 + 1.
        .containsExactly(
            "AGENCY DINKES led 1, shared 1, evidenced 0, accepted 0, at risk 6, alone 8",
            "NO_LEAD  led 1, shared 0, evidenced 0, accepted 0, at risk 1, alone 6",
            "ROLE school led 1, shared 0, evidenced 1, accepted 1, at risk 0, alone 5");
    assertThat(risk.total()).isEqualTo(Points.of(3));
    assertThat(risk.cap()).isEqualTo(Points.of(4));
    assertThat(risk.outside()).isEqualTo(Points.ZERO);
    // All together: 6 + 5 + 1 = 12, cut to 8.
    assertThat(risk.recoverable(risk.shares()).total()).isEqualTo(Points.of(8));
    assertThat(risk.recoverable(List.of()).total()).isEqualTo(Points.of(5));
  }

  /** Only an alias, the name or a code in any case finds a share. */
  @Test
  void agencyRisk_find_takesCodeNameAliasAndRole() {
    AgencyRisk risk = AgencyRisk.of(Difference.of(CLAIMED, EVIDENCED));

    assertThat(risk.find(" dinkes ")).map(RiskShare::code).contains("DINKES");
    assertThat(risk.find("DKK")).map(RiskShare::code).contains("DINKES");
    assertThat(risk.find("Dinas Kesehatan")).map(RiskShare::code).contains("DINKES");
    assertThat(risk.find("school")).map(RiskShare::holder).contains(RiskShare.Holder.ROLE);
    assertThat(risk.find("")).isEmpty();
    assertThat(risk.find("health")).isEmpty();
  }

  /** Two agencies share a role: neither is blamed alone. Bodies of others count as outside. */
  @Test
  void agencyRisk_roleOfSeveral_isOneShareOfBoth() {
    Assessment shared =
        Assessment.builder()
            .from(sheet())
            .agencies(
                List.of(
                    Agency.builder()
                        .code("POLRES")
                        .kind(Agency.Kind.VERTICAL)
                        .addRoles("health")
                        .build(),
                    Agency.builder()
                        .code("BNN")
                        .kind(Agency.Kind.VERTICAL)
                        .addRoles("health")
                        .build()))
            .build();

    AgencyRisk risk =
        AgencyRisk.of(
            Difference.of(ENGINE.score(shared), ENGINE.score(shared, View.evidenced(DAY))));

    RiskShare first = risk.shares().get(0);
    assertThat(first.holder()).isEqualTo(RiskShare.Holder.ROLE);
    assertThat(first.agencies()).extracting(Agency::code).containsExactly("POLRES", "BNN");
    assertThat(risk.outside()).isEqualTo(Points.of(6));
  }

  /** 1.a and 1.c are of topic A, 1.b and 1.c of topic B. */
  @Test
  void topicRisk_questionOfTwoTopics_countsInBoth() {
    TopicRisk risk = TopicRisk.of(Difference.of(CLAIMED, EVIDENCED));

    assertThat(risk.shares())
        .extracting(
            share ->
                share.code()
                    + " "
                    + share.led()
                    + " "
                    + share.answered()
                    + " "
                    + share.evidenced()
                    + " "
                    + share.atRisk()
                    + " "
                    + share.recoverableAlone().total())
        // A: 6 + 5 + 1 = 12, cut to 8; B: 5 + 1.
        .containsExactly("A 2 2 0 7 8", "B 2 2 1 1 6");
    assertThat(risk.find("B")).map(RiskShare::atRisk).contains(Points.of(1));
    assertThat(risk.find("C")).isEmpty();
  }

  @Test
  void of_resultsOfOtherEditionsOrSheets_areRefused() {
    ScoredAssessment other =
        ScoringEngine.of(Editions.kla2024())
            .score(
                Assessment.builder()
                    .edition(Editions.kla2024())
                    .region(RegionCode.parse("35.71"))
                    .round(Round.parse("2023"))
                    .stage("self")
                    .build());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Difference.of(CLAIMED, other))
        .withMessageContaining("small")
        .withMessageContaining("kla-2024");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AgencyRisk.of(Difference.of(EVIDENCED, CLAIMED)))
        .withMessageContaining("EVIDENCED and CLAIMED");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TopicRisk.of(Difference.of(CLAIMED, VERIFIED)))
        .withMessageContaining("VERIFIED");
  }
}
