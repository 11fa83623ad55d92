package id.kla.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Mapping;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Stage;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.region.RegionCode;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mappings, and results of two small editions compared by them. */
class EditionComparisonTest {

  /** Old: A with 1 (10) and 2 (5); B with 3 (20) and 4 (0). */
  private static final Edition OLD =
      edition(
          "old",
          cluster("A", indicator("1", 10), indicator("2", 5)),
          cluster("B", indicator("3", 20), indicator("4", 0)));

  /** New: A with 1 (40) and 9 (8); B with 3 (10), 4 (10) and 5 (6). */
  private static final Edition NEW =
      edition(
          "new",
          cluster("A", indicator("1", 40), indicator("9", 8)),
          cluster("B", indicator("3", 10), indicator("4", 10), indicator("5", 6)));

  @TempDir private Path folder = Path.of("");

  private static Indicator indicator(String code, long maximum) {
    return Indicator.builder()
        .code(code)
        .label(Label.of("Indikator " + code, "Indicator " + code))
        .maximum(Points.of(maximum))
        .addQuestions(
            Question.builder()
                .code(QuestionCode.of(code, "a"))
                .label(Label.of("Pertanyaan", "Question"))
                .maximum(Points.of(maximum))
                .build())
        .build();
  }

  private static Cluster cluster(String code, Indicator... indicators) {
    return Cluster.builder()
        .code(code)
        .label(Label.of("Klaster " + code, "Cluster " + code))
        .addIndicators(indicators)
        .build();
  }

  private static Edition edition(String id, Cluster... clusters) {
    return Edition.builder()
        .id(id)
        .label(Label.of("Uji", "Test"))
        .addClusters(clusters)
        .addStages(
            new Stage(
                "self",
                Label.of("penilaian mandiri", "self-assessment"),
                Label.of("", ""),
                List.of(),
                Stage.Judging.SELF,
                Origin.STATED))
        .build();
  }

  private static ScoredAssessment scored(Edition edition, Map<String, Long> points) {
    Assessment.Builder sheet =
        Assessment.builder()
            .edition(edition)
            .region(RegionCode.parse("16.10"))
            .round(Round.parse("2023"))
            .stage("self");
    points.forEach(
        (indicator, award) ->
            sheet.putAnswers(QuestionCode.of(indicator, "a"), Answer.of(Points.of(award))));
    return ScoringEngine.of(edition).score(sheet.build());
  }

  private Checked<Mapping> mapping(String... rows) {
    try {
      Path file = folder.resolve("mapping.tsv");
      Files.writeString(
          file, ("part|from|to|mark|note\n" + String.join("\n", rows)).replace('|', '\t') + "\n");
      return Mapping.read(file, OLD, NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EditionComparison compared(String... rows) {
    return EditionComparison.of(
        scored(OLD, Map.of("1", 5L, "2", 5L, "3", 5L)),
        scored(NEW, Map.of("1", 30L, "3", 9L, "4", 1L)),
        mapping(rows).orThrow());
  }

  @Test
  void of_oneForOne_comparesPartsOfTheMaximum() {
    EditionComparison compared = compared("indicator|1|1");

    assertThat(compared.pairs())
        .singleElement()
        .satisfies(
            pair -> {
              // 5 of 10, and 30 of 40.
              assertThat(pair.shareBefore()).isEqualTo(Ratio.of(1, 2));
              assertThat(pair.shareAfter()).isEqualTo(Ratio.of(3, 4));
            });
  }

  @Test
  void of_oneForTwoAndTwoForOne_comparesThemTogether() {
    EditionComparison compared = compared("indicator|3|3;4", "indicator|1;2|1");

    assertThat(compared.pairs())
        .extracting(pair -> pair.shareBefore() + " " + pair.shareAfter())
        // 5 of 20 and 9 + 1 of 10 + 10; 5 + 5 of 10 + 5 and 30 of 40.
        .containsExactly(
            Ratio.of(1, 4) + " " + Ratio.of(1, 2), Ratio.of(2, 3) + " " + Ratio.of(3, 4));
  }

  @Test
  void of_questionsAndClusters_areComparedAlike() {
    EditionComparison compared = compared("question|1.a|1.a", "cluster|B|B");

    assertThat(compared.pairs())
        .extracting(pair -> pair.before() + "/" + pair.beforeMaximum())
        .containsExactly("5/10", "5/20");
    assertThat(compared.alone())
        .extracting(alone -> alone.edition() + " " + alone.code() + " " + alone.why())
        .containsExactly("old 2 NOT_MAPPED", "new 9 NOT_MAPPED");
  }

  @Test
  void of_whatCanNotBeCompared_isNamedWithItsReason() {
    EditionComparison compared = compared("indicator|1|1", "indicator|2|", "indicator|4|4;5");

    assertThat(compared.pairs()).hasSize(1);
    assertThat(compared.alone())
        .extracting(alone -> alone.edition() + " " + alone.code() + " " + alone.why())
        .containsExactly(
            "old 2 NO_EQUIVALENT",
            "old 4 WORTH_NOTHING",
            "new 4 WORTH_NOTHING",
            "new 5 WORTH_NOTHING",
            "old 3 NOT_MAPPED",
            "new 9 NOT_MAPPED",
            "new 3 NOT_MAPPED");
  }

  @Test
  void unmapped_withoutResults_isWhatTheMappingLeavesAlone() {
    Mapping mapping = mapping("indicator|1|1", "indicator|2|", "question|4.a|").orThrow();

    assertThat(EditionComparison.unmapped(OLD, NEW, mapping))
        .extracting(
            alone -> alone.edition() + " " + alone.part() + " " + alone.code() + " " + alone.why())
        .containsExactly(
            "old INDICATOR 2 NO_EQUIVALENT",
            "old QUESTION 4.a NO_EQUIVALENT",
            "old INDICATOR 3 NOT_MAPPED",
            "new INDICATOR 9 NOT_MAPPED",
            "new INDICATOR 3 NOT_MAPPED",
            "new INDICATOR 4 NOT_MAPPED",
            "new INDICATOR 5 NOT_MAPPED");
  }

  @Test
  void comparison_asText_namesPartsSharesAndWhatIsLeftAlone() {
    Mapping mapping = mapping("indicator|1|1|stated|by decree", "indicator|2|").orThrow();

    String text =
        TextReport.comparison(
            scored(OLD, Map.of("1", 5L)), scored(NEW, Map.of("1", 30L)), mapping, Language.ENGLISH);

    assertThat(text)
        .isEqualTo(
            """
            old · Kabupaten Ogan Ilir (16.10) · round 2023 · self-assessment: 5.00 of 35
            new · Kabupaten Ogan Ilir (16.10) · round 2023 · self-assessment: 30.00 of 74

            Points of different editions are no common measure: what is compared is how much of its maximum each part holds.
              indicator 1 (Indicator 1) → indicator 1 (Indicator 1)
                5.00 of 10 (50.0%) → 30.00 of 40 (75.0%) · STATED: by decree
            compared: 10 of the 35 points of old
            compared: 40 of the 74 points of new
            Not compared, since the mapping says that there is no equivalent; in old:
              indicator 2 (Indicator 2), at most 5 points · INFERRED
            Not compared, since the mapping says nothing of it; in old:
              indicator 3 (Indicator 3), at most 20 points
              indicator 4 (Indicator 4), at most 0 points
            Not compared, since the mapping says nothing of it; in new:
              indicator 9 (Indicator 9), at most 8 points
              indicator 3 (Indicator 3), at most 10 points
              indicator 4 (Indicator 4), at most 10 points
              indicator 5 (Indicator 5), at most 6 points
            """);
  }

  @Test
  void mapping_asText_namesPartsInBothLanguages() {
    Mapping mapping = mapping("indicator|1;2|1", "cluster|B|B").orThrow();

    assertThat(TextReport.mapping(OLD, NEW, mapping, Language.INDONESIAN))
        .isEqualTo(
            """
            old → new
              indikator 1 (Indikator 1) + indikator 2 (Indikator 2) → indikator 1 (Indikator 1) · INFERRED
              klaster B (Klaster B) → klaster B (Klaster B) · INFERRED
            Tidak dibandingkan karena tidak disebut dalam pemetaan; di new:
              indikator 9 (Indikator 9), paling tinggi 8
            """);
  }

  @Test
  void of_resultsOfOtherEditions_areRefused() {
    ScoredAssessment old = scored(OLD, Map.of());
    Mapping mapping = mapping("indicator|1|1").orThrow();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> EditionComparison.of(old, old, mapping))
        .withMessageContaining("old")
        .withMessageContaining("new");
  }

  @Test
  void read_everyFault_namesItsCell() {
    Checked<Mapping> read =
        mapping(
            "indicator|1|1", "indicator|7|1", "indikator|2|9", "question|1.a|3.a", "cluster|B|");

    assertThat(read.faults())
        .extracting(Fault::toString)
        .satisfiesExactly(
            fault ->
                assertThat(fault).contains("UNKNOWN_PART", "row 3, column from", "\"7\"", "old"),
            fault -> assertThat(fault).contains("BAD_WORD", "row 4, column part", "indicator"),
            fault ->
                assertThat(fault)
                    .contains("MAPPED_TWICE", "row 5, column from", "question 1.a", "indicator 1"));
  }

  @Test
  void read_noEquivalent_isAnAnswer() {
    assertThat(mapping("indicator|2||stated|dropped").orThrow().links())
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.to()).isEmpty();
              assertThat(link.origin().note()).isEqualTo("dropped");
            });
  }
}
