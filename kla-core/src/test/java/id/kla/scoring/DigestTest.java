package id.kla.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Round;
import id.kla.edition.AcceptedWarning;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.EditionDraft;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.fault.Digest;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Digests of editions, assessments and results. */
class DigestTest {

  private static Assessment.Builder sheet() {
    return Assessment.builder()
        .edition(Editions.kla2024())
        .region(RegionCode.parse("16.10"))
        .round(Round.parse("2023"))
        .stage("self")
        .putAnswers(QuestionCode.parse("1.1"), Answer.of(Points.parse("1.50")));
  }

  /**
   * Taken with sha256sum of GNU coreutils of {@code
   * 16:kla.assessment/1(7:edition,8:kla-2024;6:region,5:16.10;5:round,4:2023;5:stage,4:self;
   * 6:answer(8:question,3:1.1;6:points,3:1.5;))} on one line.
   */
  @Test
  void digest_assessment_isThatOfItsCanonicalForm() {
    assertThat(sheet().build().digest())
        .isEqualTo(
            Digest.parse("331055584b9501159ff56c6257b7b33c74d97ac7553472bec59ea4705a057eac"));
  }

  @Test
  void digest_assessment_dependsOnNoOrderOfAgenciesAndEvidence() {
    Agency health = Agency.builder().code("DINKES").build();
    Agency school = Agency.builder().code("DISDIK").build();
    Evidence one = Evidence.builder().id("e1").addQuestions(QuestionCode.parse("1.1")).build();
    Evidence two = Evidence.builder().id("e2").addQuestions(QuestionCode.parse("2.1")).build();

    assertThat(sheet().addAgencies(health, school).addEvidence(one, two).build().digest())
        .isEqualTo(sheet().addAgencies(school, health).addEvidence(two, one).build().digest())
        .isNotEqualTo(sheet().addAgencies(health).addEvidence(one, two).build().digest());
  }

  @Test
  void digest_assessmentWithAnotherNote_isAnother() {
    assertThat(sheet().putNotes(QuestionCode.parse("1.1"), "late").build().digest())
        .isNotEqualTo(sheet().build().digest());
  }

  @Test
  void digest_editionWithoutAcceptedWarnings_isTheSame() {
    Edition edition = Editions.kla2024();

    Edition other =
        Edition.builder()
            .from(edition)
            .acceptedWarnings(
                List.of(new AcceptedWarning(FaultCode.NO_AGENCY, "question 1.1", "why not")))
            .build();

    assertThat(other).isNotEqualTo(edition);
    assertThat(other.digest()).isEqualTo(edition.digest());
  }

  @Test
  void digest_editionWithAnotherLabel_isAnotherAndScoresTheSame() {
    Edition edition = Editions.kla2024();
    Cluster first = edition.clusters().get(0);
    Edition other =
        Edition.builder()
            .from(edition)
            .clusters(
                Stream.concat(
                        Stream.of(
                            Cluster.builder()
                                .from(first)
                                .label(Label.of("Lembaga", "Body"))
                                .build()),
                        edition.clusters().stream().skip(1))
                    .toList())
            .build();
    ScoredAssessment scored = ScoringEngine.of(edition).score(OganIlir.selfAssessment());

    ScoredAssessment again =
        ScoringEngine.of(other)
            .score(Assessment.builder().from(scored.assessment()).edition(other).build());

    assertThat(other.digest()).isNotEqualTo(edition.digest());
    assertThat(again.now().total()).isEqualTo(scored.now().total());
    assertThat(again.digests().result()).isNotEqualTo(scored.digests().result());
    assertThat(again.digests().assessment()).isEqualTo(scored.digests().assessment());
  }

  @Property(tries = 200)
  void digest_editionReadBackFromItsTables_isTheSame(@ForAll("editions") Edition edition) {
    assertThat(EditionDraft.of(edition).check().orThrow().digest()).isEqualTo(edition.digest());
  }

  @Property(tries = 200)
  void digest_assessmentWithOneAnswerLess_isAnother(@ForAll("assessments") Assessment sheet) {
    Digest digest = sheet.digest();

    sheet
        .answers()
        .keySet()
        .forEach(code -> assertThat(sheet.withoutAnswer(code).digest()).isNotEqualTo(digest));
  }

  @Property(tries = 200)
  void digest_equalResults_areOne(@ForAll("assessments") Assessment sheet) {
    Assessment same = Assessment.builder().from(sheet).build();

    assertThat(ScoringEngine.of(same.edition()).score(same).digests())
        .isEqualTo(ScoringEngine.of(sheet.edition()).score(sheet).digests());
  }

  @Provide
  Arbitrary<Edition> editions() {
    return KlaArbitraries.of(Generators.answerSheets()).map(Assessment::edition);
  }

  @Provide
  Arbitrary<Assessment> assessments() {
    return KlaArbitraries.of(Generators.answerSheets());
  }
}
