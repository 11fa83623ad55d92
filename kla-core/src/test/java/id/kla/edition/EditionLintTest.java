package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.points.Points;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is suspicious in scales, ladders and labels. */
class EditionLintTest {

  private static final String BANDS = "scale|kind|measure|points|from|below|to";

  @TempDir private Path path = Path.of("");

  private EditionFolder tiny() {
    return EditionFolder.tiny(path);
  }

  /** The smallest edition with one scale, on the first of its questions. */
  private EditionFolder scaled(String better, String... scale) {
    return tiny()
        .table(
            "questions", "indicator|question|maximum|scale|better", "1|a|6|s|" + better, "1|b|4||")
        .table("scales", scale);
  }

  private static List<Fault> faults(EditionFolder folder, FaultCode code) {
    return folder.read().faults().stream().filter(fault -> fault.code() == code).toList();
  }

  private static Fault only(EditionFolder folder, FaultCode code) {
    List<Fault> found = faults(folder, code);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  // Levels

  @ParameterizedTest
  @CsvSource({"more, 0, 3, 6", "more, 0, 6, 6", "less, 0, 3, 6", "less, 6, 3, 0", "less, 6, 0, 0"})
  void lint_levelsInOrder_findsNothing(String better, int first, int second, int third) {
    EditionFolder folder = levels(better, first, second, third);

    assertThat(faults(folder, FaultCode.LEVELS_OUT_OF_ORDER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"more, 0, 6, 3, 4", "more, 6, 3, 0, 3", "less, 0, 6, 3, 4", "less, 6, 0, 3, 3"})
  void lint_levelsOutOfOrder_namesTheFirstThatFalls(
      String better, int first, int second, int third, int row) {
    EditionFolder folder = levels(better, first, second, third);

    assertThat(only(folder, FaultCode.LEVELS_OUT_OF_ORDER).place())
        .isEqualTo(Place.table("scales.tsv", row, "points"));
  }

  private EditionFolder levels(String better, int first, int second, int third) {
    return scaled(
        better,
        "scale|kind|level|points",
        "s|levels|one|" + first,
        "s||two|" + second,
        "s||three|" + third);
  }

  @Test
  void lint_levelsOutOfOrder_saysWhichTwo() {
    Fault fault = only(levels("more", 0, 6, 3), FaultCode.LEVELS_OUT_OF_ORDER);

    assertThat(fault.text(Language.ENGLISH))
        .isEqualTo(
            "question 1.a: level \"three\" earns 3, less than \"two\" before it, which earns 6."
                + " Put the level that earns least first.");
  }

  // Bands and lines

  @ParameterizedTest
  @CsvSource({"more, 0, 6", "more, 6, 6", "less, 6, 0", "less, 6, 6"})
  void lint_scaleOnWhichTheBetterEarnsNoLess_findsNothing(String better, int low, int high) {
    assertThat(faults(bands(better, low, high), FaultCode.WORSE_EARNS_MORE)).isEmpty();
    assertThat(faults(line(better, low, high), FaultCode.WORSE_EARNS_MORE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "more, 6, 0, '[0, 1/2) earns 6, but [1/2, 1], which is better, earns 0'",
    "less, 0, 6, '[1/2, 1] earns 6, but [0, 1/2), which is better, earns 0'"
  })
  void lint_bandsOnWhichTheWorseEarnsMore_saysWhichTwo(
      String better, int low, int high, String words) {
    Fault fault = only(bands(better, low, high), FaultCode.WORSE_EARNS_MORE);

    assertThat(fault.place()).isEqualTo(Place.table("scales.tsv", 3, "points"));
    assertThat(fault.text(Language.ENGLISH)).startsWith("question 1.a: " + words + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "more, 6, 0, '-1 earns 6, but 2, which is better, earns 0'",
    "less, 0, 6, '2 earns 6, but -1, which is better, earns 0'"
  })
  void lint_lineOnWhichTheWorseEarnsMore_saysWhichTwo(
      String better, int low, int high, String words) {
    Fault fault = only(line(better, low, high), FaultCode.WORSE_EARNS_MORE);

    assertThat(fault.place()).isEqualTo(Place.table("scales.tsv", 3, "points"));
    assertThat(fault.text(Language.ENGLISH)).startsWith("question 1.a: " + words + ".");
  }

  private EditionFolder bands(String better, int low, int high) {
    return scaled(
        better, BANDS, "s|bands|coverage|" + low + "|0|50%|", "s|||" + high + "|50%||100%");
  }

  private EditionFolder line(String better, int low, int high) {
    return scaled(
        better,
        "scale|kind|measure|points|at",
        "s|line|change|" + low + "|-1",
        "s|line|change|" + high + "|2");
  }

  @Test
  void lint_bandsThatOverlap_areNotBlamedForTheirDirection() {
    EditionFolder folder = scaled("more", BANDS, "s|bands|coverage|6|50%||100%", "s|||0|0|50%|");

    assertThat(faults(folder, FaultCode.OVERLAP)).isNotEmpty();
    assertThat(faults(folder, FaultCode.WORSE_EARNS_MORE)).isEmpty();
  }

  // Reach

  @Test
  void lint_tierThatNoTotalEarns_isOutOfReach() {
    EditionFolder folder = tiny().table("ladder", "tier|from|above|to", "LOW|0||10", "HIGH||10|20");

    Fault fault = only(folder, FaultCode.OUT_OF_REACH);

    assertThat(fault.place()).isEqualTo(Place.table("ladder.tsv", 3, "above"));
    assertThat(fault.text(Language.ENGLISH))
        .isEqualTo(
            "tier HIGH: (10, 20] is out of reach, the best answers earn 10."
                + " Lower it or check the maxima.");
  }

  @Test
  void lint_tierThatBeginsAtTheMost_isInReach() {
    EditionFolder folder = tiny().table("ladder", "tier|from|below", "LOW|0|10", "HIGH|10|");

    assertThat(faults(folder, FaultCode.OUT_OF_REACH)).isEmpty();
  }

  /** The first question's maximum is 6, but its best level earns 5: no total is above 9. */
  @Test
  void lint_tierAboveWhatTheBestAnswersEarn_isOutOfReach() {
    EditionFolder folder =
        scaled("more", "scale|kind|level|points", "s|levels|no|0", "s||yes|5")
            .table("ladder", "tier|from|below|to", "LOW|0|9.5|", "HIGH|9.5||10");

    assertThat(only(folder, FaultCode.OUT_OF_REACH).text(Language.ENGLISH))
        .contains("tier HIGH: [9.5, 10] ", "earn 9.");
  }

  /** No such case earns the whole maximum of 6, though no level does. */
  @Test
  void lint_tierThatOnlyTheInapplicableReaches_isInReach() {
    EditionFolder folder =
        scaled("more", "scale|kind|level|points", "s|levels|no|0", "s||yes|5")
            .table("edition", "key|value", "id|tiny", "not_applicable|full")
            .table("ladder", "tier|from|below|to", "LOW|0|9.5|", "HIGH|9.5||10");

    assertThat(faults(folder, FaultCode.OUT_OF_REACH)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"|||, 10", "A|||, 10", "|1||, 10", "|1|a|, 6"})
  void lint_requirementAboveItsSubject_isOutOfReach(String subject, int most) {
    EditionFolder folder =
        tiny()
            .table(
                "requirements",
                "requirement|stage|cluster|indicator|question|from|above",
                "just|self|" + subject + most + "|",
                "more|self|" + subject + "|" + most);

    Fault fault = only(folder, FaultCode.OUT_OF_REACH);

    assertThat(fault.place()).isEqualTo(Place.table("requirements.tsv", 3, "above"));
    assertThat(fault.text(Language.ENGLISH))
        .startsWith("requirement more: (" + most + ", ) is out of reach");
  }

  @Test
  void lint_editionThatCannotBeScored_hasNothingOutOfReach() {
    EditionFolder folder =
        tiny()
            .table("indicators", "indicator|cluster", "1|A")
            .table("ladder", "tier|from", "HIGH|500")
            .table("requirements", "requirement|stage|from", "r|self|500");

    assertThat(faults(folder, FaultCode.OUT_OF_REACH)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"900000000000000", "-900000000000000"})
  void lint_awardsWhoseSumIsOutOfRange_areFaultsAndNoException(String award) {
    EditionFolder folder =
        tiny()
            .table("questions", "indicator|question|maximum|scale", "1|a|6|s", "1|b|4|s")
            .table("scales", "scale|kind|level|points", "s|levels|yes|" + award)
            .table("ladder", "tier|from|to", "LOW|0|5");

    assertThat(faults(folder, FaultCode.AWARD_OUT_OF_RANGE)).hasSize(2);
    assertThat(faults(folder, FaultCode.HOLE)).hasSize(1);
  }

  /** Between these anchors lies more than an amount can hold. */
  @Test
  void lint_lineBetweenAwardsOutOfRange_isAFaultAndNoException() {
    EditionFolder folder =
        scaled(
                "more",
                "scale|kind|measure|points|at",
                "s|line|coverage|-900000000000000|-1",
                "s|line|coverage|900000000000000|2")
            .table("ladder", "tier|from", "LOW|0");

    assertThat(faults(folder, FaultCode.AWARD_OUT_OF_RANGE)).hasSize(2);
  }

  /** The largest amount that can be read has no amount above it to compare with. */
  @Test
  void lint_requirementAboveTheLargestAmount_isAFaultAndNoException() {
    EditionFolder folder =
        tiny().table("requirements", "requirement|stage|above", "r|self|922337203685477.5807");

    assertThat(folder.read().faults()).isNotEmpty();
  }

  // Labels

  @Test
  void lint_labelsInOneLanguage_areOneFindingForEachKindOfPart() {
    EditionFolder folder =
        tiny()
            .table("edition", "key|value", "id|tiny", "label_id|Kecil")
            .table("clusters", "cluster|label_id|label_en", "A|Klaster|Cluster")
            .table("indicators", "indicator|cluster|maximum|label_id|label_en", "1|A|10||One")
            .table("questions", "indicator|question|maximum|label_id", "1|a|6|satu", "1|b|4|dua");

    assertThat(faults(folder, FaultCode.MISSING_TRANSLATION))
        .extracting(fault -> fault.message(Language.ENGLISH))
        .containsExactly(
            "tiny: edition: no text in English for tiny. Fill label_en.",
            "indicators.tsv, row 2, column label_id: indicators: no text in Indonesian for 1."
                + " Fill label_id.",
            "questions.tsv, row 2, column label_en: questions: no text in English for 1.a and 1"
                + " more. Fill label_en.");
    assertThat(faults(folder, FaultCode.MISSING_LABEL)).isEmpty();
  }

  @Test
  void lint_labelsOfEverythingElseInOneLanguage_areFoundToo() {
    EditionFolder folder =
        scaled("more", "scale|kind|level|label_id|points", "s|levels|no|tidak|0", "s||yes|ya|6")
            .table("edition", "key|value", "id|tiny", "label_id|Kecil", "label_en|Tiny")
            .table("roles", "role|label_en", "health|Health")
            .table("topics", "topic|label_en", "budget|Budget")
            .table("evidence", "kind|label_en", "photo|Photo")
            .table("ladder", "tier|from|label_en", "LOW|0|Low")
            .table("stages", "stage|label_en|meaning_id", "own|Own|dihitung")
            .table("requirements", "requirement|stage|from|label_en", "r|own|1|Least");

    assertThat(faults(folder, FaultCode.MISSING_TRANSLATION))
        .extracting(fault -> fault.place().in(Language.ENGLISH))
        .containsExactlyInAnyOrder(
            "scales.tsv, row 2, column label_en",
            "roles.tsv, row 2, column label_id",
            "topics.tsv, row 2, column label_id",
            "evidence.tsv, row 2, column label_id",
            "ladder.tsv, row 2, column label_id",
            "stages.tsv, row 2, column label_id",
            "stages.tsv, row 2, column meaning_en",
            "requirements.tsv, row 2, column label_id");
  }

  @Test
  void lint_acceptedTranslation_isNamedByTheKindOfPart() {
    EditionFolder folder =
        tiny()
            .table("questions", "indicator|question|maximum|label_id", "1|a|6|satu", "1|b|4|dua")
            .table("accepted", "warning|part|reason", "MISSING_TRANSLATION|questions|for now");

    assertThat(folder.read().faults())
        .extracting(Fault::place)
        .doesNotContain(Place.table("questions.tsv", 2, "label_en"));
    assertThat(faults(folder, FaultCode.NOTHING_ACCEPTED)).isEmpty();
  }

  @Test
  void lint_headingsWithoutALabel_areNamed() {
    EditionFolder folder = tiny().table("edition", "key|value", "id|tiny");

    assertThat(faults(folder, FaultCode.MISSING_LABEL))
        .extracting(fault -> fault.message(Language.ENGLISH))
        .containsExactly(
            "tiny: edition: no label for tiny. Fill label_id and label_en.",
            "clusters.tsv, row 2, column label_id: clusters: no label for A."
                + " Fill label_id and label_en.",
            "indicators.tsv, row 2, column label_id: indicators: no label for 1."
                + " Fill label_id and label_en.",
            "questions.tsv, row 2, column label_id: questions: no label for 1.a and 1 more."
                + " Fill label_id and label_en.");
  }

  @Test
  void lint_sameLabelInOneLanguage_isFoundInItsCell() {
    EditionFolder folder =
        tiny()
            .table(
                "questions",
                "indicator|question|maximum|label_id|label_en",
                "1|a|6|satu|one",
                "1|b|4|dua|one");

    Fault fault = only(folder, FaultCode.SAME_LABEL);

    assertThat(fault.place()).isEqualTo(Place.table("questions.tsv", 3, "label_en"));
    assertThat(fault.text(Language.ENGLISH))
        .startsWith("question 1.b has the same label as question 1.a.");
  }

  @Test
  void lint_sameLabelOfOtherSiblings_isFoundAndThatOfCousinsIsNot() {
    EditionFolder folder =
        scaled("more", "scale|kind|level|label_id|points", "s|levels|no|ya|0", "s||yes|ya|6")
            .table("clusters", "cluster|label_id", "A|x", "B|x")
            .table(
                "indicators",
                "indicator|cluster|maximum|label_id",
                "1|A|10|x",
                "2|A|10|x",
                "3|B|10|x")
            .table(
                "questions",
                "indicator|question|maximum|scale|label_id",
                "1|a|10|s|x",
                "2|a|10||x",
                "3|a|10||x")
            .table("ladder", "tier|from|to|above|label_id", "LOW|0|5||x", "HIGH|||5|x");

    assertThat(faults(folder, FaultCode.SAME_LABEL))
        .extracting(fault -> fault.place().in(Language.ENGLISH))
        .containsExactlyInAnyOrder(
            "clusters.tsv, row 3, column label_id",
            "indicators.tsv, row 3, column label_id",
            "scales.tsv, row 3, column label_id",
            "ladder.tsv, row 3, column label_id");
  }

  @Test
  void lint_editionBuiltInCode_namesTheKindWhereItWasNotRead() {
    Edition edition =
        Edition.builder()
            .id("tiny")
            .label(Label.of("Kecil", ""))
            .addClusters(
                Cluster.builder()
                    .code("A")
                    .label(Label.of("A", "A"))
                    .addIndicators(
                        Indicator.builder()
                            .code("1")
                            .label(Label.of("", "one"))
                            .addQuestions(
                                Question.builder()
                                    .code(QuestionCode.parse("1.a"))
                                    .label(Label.of("", ""))
                                    .maximum(Points.of(4))
                                    .build())
                            .build())
                    .build())
            .addStages(
                new Stage(
                    "self",
                    Label.of("mandiri", "self"),
                    Label.of("", ""),
                    List.of(),
                    Stage.Judging.SELF,
                    Origin.STATED))
            .build();

    Stream<String> messages =
        EditionLint.of(edition).stream()
            .filter(fault -> fault.code().name().startsWith("MISSING"))
            .map(fault -> fault.place().in(Language.INDONESIAN));

    assertThat(messages).containsExactly("tiny", "tiny, indikator", "tiny, pertanyaan");
  }
}
