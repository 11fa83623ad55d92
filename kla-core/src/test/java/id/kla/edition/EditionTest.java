package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.points.Points;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditionTest {

  private static Stage stage(String code, Stage.Judging judging, String... aliases) {
    return new Stage(
        code, Label.of(code, code), Label.of("", ""), List.of(aliases), judging, Origin.STATED);
  }

  private static Question question(String code, String maximum) {
    return Question.builder()
        .code(QuestionCode.parse(code))
        .label(Label.of("pertanyaan " + code, "question " + code))
        .maximum(Points.parse(maximum))
        .build();
  }

  private static Cluster cluster(Optional<Points> maximum, Question... questions) {
    return Cluster.builder()
        .code("A")
        .label(Label.of("A", "A"))
        .addIndicators(
            Indicator.builder()
                .code("1")
                .label(Label.of("1", "1"))
                .maximum(maximum)
                .addQuestions(questions)
                .build())
        .build();
  }

  private static Edition.Builder tiny(Cluster... clusters) {
    Edition.Builder builder = Edition.builder();
    builder.id("tiny").label(Label.of("Kecil", "Tiny"));
    builder.addStages(stage("self", Stage.Judging.SELF, "PM"));
    builder.addStages(stage("final", Stage.Judging.OTHERS));
    builder.addClusters(clusters);
    return builder;
  }

  @Test
  void build_editionWithWarningsOnly_isBuilt() {
    Edition edition =
        tiny(cluster(Optional.of(Points.of(9)), question("1.a", "6"), question("1.b", "4")))
            .build();

    assertThat(edition.maximum()).contains(Points.of(9));
    assertThat(edition).hasToString("Edition tiny (2 questions)");
    assertThat(EditionLint.of(edition))
        .extracting(Fault::code)
        .containsExactlyInAnyOrder(
            FaultCode.SUM_ABOVE_MAXIMUM,
            FaultCode.NO_AGENCY,
            FaultCode.NO_AGENCY,
            FaultCode.NO_EVIDENCE_KIND,
            FaultCode.NO_EVIDENCE_KIND);
  }

  @Test
  void build_editionWithErrors_isRefusedWithAllOfThem() {
    Question unknownLead =
        Question.builder().from(question("1.a", "4")).lead("helth").addTopics("budgt").build();
    Edition.Builder builder =
        tiny(cluster(Optional.of(Points.of(10)), unknownLead, question("1.a", "-1")));

    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> {
              assertThat(e.faults())
                  .extracting(Fault::code)
                  .containsExactlyInAnyOrder(
                      FaultCode.UNKNOWN_CODE,
                      FaultCode.UNKNOWN_CODE,
                      FaultCode.DUPLICATE_CODE,
                      FaultCode.AWARD_OUT_OF_RANGE);
              assertThat(e.faults())
                  .extracting(Fault::place)
                  .containsOnly(Place.edition("tiny", Label.of("pertanyaan 1.a", "question 1.a")));
              assertThat(e).hasMessageContaining("\"helth\"").hasMessageContaining("\"budgt\"");
            });
  }

  @Test
  void build_faultOfAPart_saysWhereInBothLanguages() {
    Edition.Builder builder = tiny(cluster(Optional.of(Points.of(10)), question("1.a", "-1")));

    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> {
              Fault fault = e.faults().get(0);
              assertThat(fault.message(Language.ENGLISH)).startsWith("tiny, question 1.a: ");
              assertThat(fault.message(Language.INDONESIAN)).startsWith("tiny, pertanyaan 1.a: ");
            });
  }

  @Test
  void build_withoutStagesOrQuestions_isRefused() {
    Edition.Builder builder = Edition.builder();
    builder.id("tiny").label(Label.of("Kecil", "Tiny"));

    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .extracting(Fault::code)
                    .containsExactlyInAnyOrder(FaultCode.MISSING_TABLE, FaultCode.NO_QUESTIONS));
  }

  @Test
  void build_withoutIdOrLabel_isRefused() {
    assertThatThrownBy(() -> Edition.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("id")
        .hasMessageContaining("label");
  }

  @Test
  void build_questionUnderAnotherIndicator_isRefused() {
    Edition.Builder builder = tiny(cluster(Optional.of(Points.of(4)), question("2.a", "4")));

    assertThatThrownBy(builder::build)
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("\"2.a\" is not known; nearest: 1.a");
  }

  @Test
  void maximum_withoutStatedMaximumOfAnIndicator_isEmpty() {
    Edition edition = tiny(cluster(Optional.empty(), question("1.a", "6"))).build();

    assertThat(edition.maximum()).isEmpty();
    assertThat(edition.clusters().get(0).maximum()).isEmpty();
    assertThat(edition.indicators().get(0).sumOfQuestions()).isEqualTo(Points.of(6));
  }

  @Test
  void lint_edition_statedSourceThatIsNotListed_standsAtTheEdition() {
    Edition.Builder builder = tiny(cluster(Optional.of(Points.of(4)), question("1.a", "4")));
    builder.origin(new Origin(Mark.STATED, List.of("law"), ""));

    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> {
              assertThat(e.faults()).hasSize(1);
              assertThat(e.faults().get(0).place().in(Language.ENGLISH)).doesNotContain("ladder");
            });
  }

  @Test
  void lint_aliasesThatDifferInCaseOnly_areTheSameName() {
    Edition.Builder builder = tiny(cluster(Optional.of(Points.of(4)), question("1.a", "4")));
    builder.addStages(stage("visit", Stage.Judging.OTHERS, "pm"));

    assertThatThrownBy(builder::build)
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("\"pm\"");
  }

  @Test
  void question_unknownCode_isRefusedWithTheNearest() {
    Edition edition = Editions.kla2024();

    assertThat(edition.findQuestion(QuestionCode.parse("7.33"))).isEmpty();
    assertThatThrownBy(() -> edition.question("7.33"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7.33")
        .hasMessageContaining("kla-2024")
        .hasMessageContaining("7.3");
    assertThatThrownBy(() -> edition.question("733"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"733\"");
  }

  @Test
  void question_codesThatLookLikeOneNumber_areTwoQuestions() {
    Edition edition = Editions.kla2024();

    assertThat(edition.question("14.1")).isNotEqualTo(edition.question("14.10"));
    assertThat(edition.question("14.10").maximum()).isEqualTo(Points.of(4));
  }

  @Test
  void find_partsByTheirCodes() {
    Edition edition = Editions.kla2024();

    assertThat(edition.findIndicator("21B").map(Indicator::code)).contains("21B");
    assertThat(edition.findIndicator("21")).isEmpty();
    assertThat(edition.findCluster("IV").map(Cluster::code)).contains("IV");
    assertThat(edition.findCluster("VI")).isEmpty();
    assertThat(Editions.find("kla-2024")).contains(edition);
    assertThat(Editions.find("kla-1900")).isEmpty();
    assertThat(Editions.ids()).containsExactly("kla-2024", "kla-2011");
  }

  @Test
  void stagesAfter_areThoseThatCanStillRevise() {
    Edition edition = Editions.kla2024();
    Stage review = edition.findStage("central_review").orElseThrow();
    Stage last = edition.findStage("final").orElseThrow();

    assertThat(edition.stagesAfter(review))
        .extracting(Stage::code)
        .containsExactly("field_verification", "final");
    assertThat(edition.stagesAfter(last)).isEmpty();
  }
}
