package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.Locales;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionTablesTest {

  @TempDir private Path path = Path.of("");

  private EditionFolder tiny() {
    return EditionFolder.tiny(path);
  }

  private static List<Fault> errors(Checked<Edition> read) {
    return read.faults().stream().filter(fault -> fault.severity() == Severity.ERROR).toList();
  }

  // What is read

  @Test
  void read_tinyEdition_hasItsPartsInOrder() {
    Edition edition = tiny().read().orThrow();

    assertThat(edition.id()).isEqualTo("tiny");
    assertThat(edition.label()).isEqualTo(Label.of("Kecil", ""));
    assertThat(edition.clusters()).extracting(Cluster::code).containsExactly("A");
    assertThat(edition.indicators()).extracting(Indicator::code).containsExactly("1");
    assertThat(edition.questions())
        .extracting(question -> question.code() + "=" + question.maximum())
        .containsExactly("1.a=6", "1.b=4");
    assertThat(edition.maximum()).contains(Points.of(10));
  }

  @Test
  void read_absentTablesAndColumns_haveTheirDefaults() {
    Edition edition =
        tiny()
            .table("edition", "key|value", "id|tiny")
            .table("indicators", "indicator|cluster", "1|A")
            .read()
            .orThrow();

    assertThat(edition.label().isEmpty()).isTrue();
    assertThat(edition.statedMaximum()).isEmpty();
    assertThat(edition.maximum()).isEmpty();
    assertThat(edition.origin()).isEqualTo(Origin.STATED);
    assertThat(edition.ladder().tiers()).isEmpty();
    assertThat(edition.roles()).isEmpty();
    assertThat(edition.topics()).isEmpty();
    assertThat(edition.evidenceKinds()).isEmpty();
    assertThat(edition.requirements()).isEmpty();
    assertThat(edition.sources()).isEmpty();
    assertThat(edition.acceptedWarnings()).isEmpty();
    assertThat(edition.stages()).hasSize(1);
    assertThat(edition.stages().get(0).code()).isEqualTo("self");
    assertThat(edition.stages().get(0).judging()).isEqualTo(Stage.Judging.SELF);
    assertThat(edition.clusters().get(0).statedMaximum()).isEmpty();
    assertThat(edition.clusters().get(0).origin()).isEqualTo(Origin.STATED);
    assertThat(edition.indicators().get(0).maximum()).isEmpty();
    Question question = edition.question("1.a");
    assertThat(question.label().isEmpty()).isTrue();
    assertThat(question.origin()).isEqualTo(Origin.STATED);
    assertThat(question.scale()).isEqualTo(Scale.graded());
    assertThat(question.asks()).isEmpty();
    assertThat(question.better()).isEqualTo(Direction.MORE);
    assertThat(question.collectedFrom()).isEqualTo(CollectedFrom.REGION);
    assertThat(question.lead()).isEmpty();
    assertThat(question.supporting()).isEmpty();
    assertThat(question.leadMark()).isEqualTo(Mark.STATED);
    assertThat(question.topics()).isEmpty();
    assertThat(question.evidenceKinds()).isEmpty();
    assertThat(question.evidenceNeed()).isEqualTo(Need.ANY);
    assertThat(question.notApplicable()).isEqualTo(NotApplicable.NOTHING);
  }

  @Test
  void read_emptyCells_haveTheDefaultsOfAbsentColumns() {
    Edition edition =
        tiny()
            .table(
                "questions",
                "indicator|question|maximum|scale|asks|better|collected_from|lead|supporting"
                    + "|lead_mark|topics|evidence|evidence_need|not_applicable|mark|source|note",
                "1|a|6||||||||||||||",
                "1|b|4")
            .read()
            .orThrow();
    Edition bare = tiny().read().orThrow();

    assertThat(edition.questions()).isEqualTo(bare.questions());
  }

  @Test
  void read_filledCells_areKept() {
    Edition edition =
        tiny()
            .table(
                "edition",
                "key|value",
                "id|tiny",
                "label_en|Tiny",
                "maximum|10",
                "not_applicable|Full",
                "not_applicable_mark|INFERRED",
                "mark|derived",
                "source|law; press",
                "note|by hand")
            .table("clusters", "cluster|label_id|label_en|maximum", "A|klaster|cluster|10")
            .table(
                "questions",
                "indicator|question|maximum|label_id|scale|asks|better|collected_from|lead"
                    + "|supporting|lead_mark|topics|evidence|evidence_need|not_applicable|mark"
                    + "|source|note",
                "1|a|6|satu|steps|count|less|village|health|social; school|inferred|budget"
                    + "|photo;decree|all|refused|derived|law|seen",
                "1|b|4")
            .table(
                "scales",
                "scale|kind|points|level|label_id",
                "steps|levels|0|none|tidak",
                "steps||6|all|ya")
            .table("roles", "role|aliases", "health|Dinkes; RSUD", "social", "school")
            .table("topics", "topic", "budget")
            .table("evidence", "kind", "photo", "decree")
            .table("sources", "source|text|date", "law|A law|2024", "press|A page|")
            .read()
            .orThrow();

    assertThat(edition.statedMaximum()).contains(Points.of(10));
    assertThat(edition.origin())
        .isEqualTo(new Origin(Mark.DERIVED, List.of("law", "press"), "by hand"));
    assertThat(edition.clusters().get(0).statedMaximum()).contains(Points.of(10));
    assertThat(edition.clusters().get(0).label()).isEqualTo(Label.of("klaster", "cluster"));
    assertThat(edition.roles().get(0).aliases()).containsExactly("Dinkes", "RSUD");
    assertThat(edition.sources())
        .containsExactly(new Source("law", "A law", "2024"), new Source("press", "A page", ""));
    Question question = edition.question("1.a");
    assertThat(question.label()).isEqualTo(Label.of("satu", ""));
    assertThat(question.asks()).contains(FactKind.COUNT);
    assertThat(question.better()).isEqualTo(Direction.LESS);
    assertThat(question.collectedFrom()).isEqualTo(CollectedFrom.VILLAGE);
    assertThat(question.lead()).contains("health");
    assertThat(question.supporting()).containsExactly("social", "school");
    assertThat(question.leadMark()).isEqualTo(Mark.INFERRED);
    assertThat(question.topics()).containsExactly("budget");
    assertThat(question.evidenceKinds()).containsExactly("photo", "decree");
    assertThat(question.evidenceNeed()).isEqualTo(Need.ALL);
    assertThat(question.notApplicable()).isEqualTo(NotApplicable.REFUSED);
    assertThat(question.origin()).isEqualTo(new Origin(Mark.DERIVED, List.of("law"), "seen"));
    assertThat(question.scale().award(Response.level("all"))).isEqualTo(Points.of(6));
    Question other = edition.question("1.b");
    assertThat(other.notApplicable()).isEqualTo(NotApplicable.FULL);
    assertThat(other.notApplicableOrigin().mark()).isEqualTo(Mark.INFERRED);
  }

  @Test
  void read_ladderStagesAndRequirements_areKept() {
    Edition edition =
        tiny()
            .table(
                "ladder",
                "tier|label_id|from|above|to|below|printed",
                "LOW|rendah|2.5|||5|2.5-5",
                "HIGH|tinggi|5||10||5-10")
            .table(
                "stages",
                "stage|meaning_en|aliases|judging",
                "own|Claimed.|PM|self",
                "visit||VL;VLH|")
            .table(
                "requirements",
                "requirement|tier|stage|cluster|indicator|question|from|above|state",
                "r1|HIGH|||1|a||0|off",
                "r2||visit|A|||3||",
                "r3|LOW||||||2,5|on",
                "r4|LOW|||1||1||")
            .read()
            .orThrow();

    Tier low = edition.ladder().tier("LOW");
    assertThat(low.range())
        .isEqualTo(
            new Interval<>(
                Optional.of(Bound.closed(Points.parse("2.5"))),
                Optional.of(Bound.open(Points.of(5)))));
    assertThat(low.printed()).isEqualTo("2.5-5");
    assertThat(edition.stages()).extracting(Stage::code).containsExactly("own", "visit");
    assertThat(edition.stages().get(0).judging()).isEqualTo(Stage.Judging.SELF);
    assertThat(edition.stages().get(1).judging()).isEqualTo(Stage.Judging.OTHERS);
    assertThat(edition.stages().get(1).aliases()).containsExactly("VL", "VLH");
    assertThat(edition.requirements())
        .extracting(Requirement::subject)
        .containsExactly(
            new Requirement.OfQuestion(QuestionCode.parse("1.a")),
            new Requirement.OfCluster("A"),
            Requirement.Total.TOTAL,
            new Requirement.OfIndicator("1"));
    assertThat(edition.requirements())
        .extracting(Requirement::state)
        .containsExactly(
            Requirement.State.OFF,
            Requirement.State.ON,
            Requirement.State.ON,
            Requirement.State.ON);
    assertThat(edition.requirements())
        .extracting(Requirement::least)
        .containsExactly(
            Bound.open(Points.ZERO),
            Bound.closed(Points.of(3)),
            Bound.open(Points.parse("2.5")),
            Bound.closed(Points.of(1)));
  }

  @Test
  void read_bandsAndLines_takePercentagesFractionsAndDecimalCommas() {
    Edition edition =
        tiny()
            .table("questions", "indicator|question|maximum|scale", "1|a|6|cover", "1|b|4|slope")
            .table(
                "scales",
                "scale|kind|measure|points|from|above|to|below|at",
                "cover|bands|coverage|0||||1/3|",
                "cover|bands|coverage|2,5|1/3||90%||",
                "cover|bands|coverage|6||90%|||",
                "slope|line|change|0|||||-2,5",
                "slope|line|change|4|||||0.5")
            .read()
            .orThrow();

    assertThat(edition.question("1.a").scale())
        .isEqualTo(
            new Scale.Bands(
                FactKind.COVERAGE,
                List.of(
                    new Scale.Band(
                        new Interval<>(Optional.empty(), Optional.of(Bound.open(Ratio.of(1, 3)))),
                        Points.ZERO),
                    new Scale.Band(
                        new Interval<>(
                            Optional.of(Bound.closed(Ratio.of(1, 3))),
                            Optional.of(Bound.closed(Ratio.of(9, 10)))),
                        Points.parse("2.5")),
                    new Scale.Band(
                        new Interval<>(Optional.of(Bound.open(Ratio.of(9, 10))), Optional.empty()),
                        Points.of(6))),
                Origin.STATED));
    assertThat(edition.question("1.b").scale())
        .isEqualTo(
            new Scale.Line(
                FactKind.CHANGE,
                List.of(
                    new Scale.Anchor(Ratio.parse("-2.5"), Points.ZERO),
                    new Scale.Anchor(Ratio.of(1, 2), Points.of(4))),
                Origin.STATED));
  }

  @Test
  void read_whatSpreadsheetsWrite_isAccepted() {
    String questions =
        String.join(
            "\r\n",
            "\uFEFFindicator\tquestion\tmaximum\tlabel_id\tlabel_en",
            "# a remark",
            "",
            "1\ta\t\"5,5\"\t\"satu\tdua\"\t\"say \"\"ya\"\"\nand go\"",
            "\"1\"\tb\t4,5\t\"\"\t x ",
            "\t\t\t\t",
            "");

    Edition edition = tiny().text("questions", questions).read().orThrow();

    assertThat(edition.questions()).hasSize(2);
    assertThat(edition.question("1.a").maximum()).isEqualTo(Points.parse("5.5"));
    assertThat(edition.question("1.a").label())
        .isEqualTo(Label.of("satu\tdua", "say \"ya\"\nand go"));
    assertThat(edition.question("1.b").maximum()).isEqualTo(Points.parse("4.5"));
    assertThat(edition.question("1.b").label()).isEqualTo(Label.of("", "x"));
  }

  @Test
  void read_lastRowWithoutNewline_isRead() {
    Edition edition =
        tiny().text("questions", "indicator\tquestion\tmaximum\n1\ta\t6\n1\tb\t4").read().orThrow();

    assertThat(edition.questions()).hasSize(2);
  }

  @Test
  void read_columnsInAnotherOrder_areFoundByTheirNames() {
    Edition edition =
        tiny().table("questions", "maximum|question|indicator", "6|a|1", "4|b|1").read().orThrow();

    assertThat(edition.question("1.a").maximum()).isEqualTo(Points.of(6));
  }

  @Test
  void read_rowsBelowRemarks_keepTheNumbersThatASpreadsheetShows() {
    Checked<Edition> read =
        tiny()
            .text(
                "questions",
                "# one\nindicator\tquestion\tmaximum\n\n1\ta\t\"6\n\"\n# two\n1\tb\tempat\n")
            .read();

    assertThat(errors(read))
        .containsExactly(
            Fault.of(FaultCode.BAD_POINTS, Place.table("questions.tsv", 6, "maximum"))
                .with("found", "empat"));
  }

  @Test
  void read_clusterWithACount_isReadWithoutItsIndicators() {
    Edition edition = tiny().table("clusters", "cluster|count", "A|", "B|7").read().orThrow();

    assertThat(edition.findCluster("A").orElseThrow().statedCount()).isEmpty();
    assertThat(edition.findCluster("B").orElseThrow().statedCount()).contains(7L);
    assertThat(edition.maximum()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "7.5", "seven", "1000000000000000"})
  void read_countThatIsNoWholeNumber_isAFault(String count) {
    Checked<Edition> read = tiny().table("clusters", "cluster|count", "A|" + count).read();

    assertThat(errors(read))
        .containsExactly(
            Fault.of(FaultCode.BAD_COUNT, Place.table("clusters.tsv", 2, "count"))
                .with("found", count));
  }

  @Test
  void read_clusterThatCountsNothingAndNamesNothing_hasNothingBelow() {
    Checked<Edition> read = tiny().table("clusters", "cluster|count", "A|", "B|0").read();

    assertThat(errors(read)).extracting(Fault::code).containsExactly(FaultCode.NOTHING_BELOW);
  }

  @Test
  void read_filesOfOtherKinds_arePassedOver(@TempDir Path other) throws Exception {
    EditionFolder.tiny(other);
    Files.writeString(other.resolve("README.md"), "x");
    Files.writeString(other.resolve("questions.csv"), "x");

    assertThat(EditionTables.read(other).faults())
        .extracting(Fault::code)
        .doesNotContain(FaultCode.UNKNOWN_TABLE);
  }

  @Test
  void read_bytesOfTablesInNoFolder_areJudgedAsThoseInOne() {
    Map<String, byte[]> files =
        Map.of(
            "edition.tsv", "key\tvalue\nid\ttiny\n".getBytes(StandardCharsets.UTF_8),
            "clusters.tsv", "cluster\nA\n".getBytes(StandardCharsets.UTF_8),
            "indicators.tsv", new byte[] {(byte) 0xC3, '('},
            "question.tsv", new byte[0],
            "README.md", new byte[0]);

    assertThat(EditionTables.read("sent", files, List.of()).faults())
        .containsExactlyInAnyOrder(
            Fault.of(FaultCode.NOT_UTF8, Place.file("indicators.tsv")),
            Fault.of(FaultCode.UNKNOWN_TABLE, Place.file("sent"))
                .with("found", "question.tsv")
                .with("nearest", List.of("questions.tsv", "edition.tsv")),
            Fault.of(FaultCode.MISSING_TABLE, Place.file("sent")).with("table", "questions.tsv"));
  }

  @Test
  void read_isTheSameInEveryLocale() {
    EditionFolder folder =
        tiny().table("questions", "indicator|question|maximum|better", "1|a|6|LESS", "1|b|4|mOrE");
    Edition before = folder.read().orThrow();

    Locales.inEach(() -> assertThat(folder.read().orThrow()).isEqualTo(before));

    assertThat(before.question("1.a").better()).isEqualTo(Direction.LESS);
  }

  // What is wrong

  private static Arguments broken(
      FaultCode code, String english, UnaryOperator<EditionFolder> spoil) {
    return Arguments.of(code, english, spoil);
  }

  private static String[] scaled(String scale) {
    return new String[] {"indicator|question|maximum|scale", "1|a|6|" + scale, "1|b|4|"};
  }

  static List<Arguments> brokenFolders() {
    String bands = "scale|kind|measure|points|from|above|to|below";
    return List.of(
        broken(
            FaultCode.NOT_UTF8,
            "questions.tsv",
            f -> f.bytes("questions", "f\u00fcr\n".getBytes(StandardCharsets.ISO_8859_1))),
        broken(
            FaultCode.MISSING_COLUMN,
            "questions.tsv, row 1",
            f -> f.table("questions", "indicator|question", "1|a")),
        broken(
            FaultCode.UNKNOWN_COLUMN,
            "questions.tsv, row 1, column maximmu",
            f -> f.table("questions", "indicator|question|maximum|maximmu", "1|a|6|", "1|b|4|")),
        broken(
            FaultCode.DUPLICATE_COLUMN,
            "questions.tsv, row 1, column maximum",
            f -> f.table("questions", "indicator|question|maximum|maximum", "1|a|6|6")),
        broken(
            FaultCode.ROW_TOO_LONG,
            "questions.tsv, row 3",
            f -> f.table("questions", "indicator|question|maximum", "1|a|6", "1|b|4|x")),
        broken(
            FaultCode.BROKEN_QUOTE,
            "questions.tsv, row 3",
            f -> f.table("questions", "indicator|question|maximum", "1|a|6", "1|b|\"4")),
        broken(
            FaultCode.BROKEN_QUOTE,
            "questions.tsv, row 2",
            f -> f.table("questions", "indicator|question|maximum", "1|a|\"6\"0", "1|b|4")),
        broken(
            FaultCode.EMPTY_CELL,
            "questions.tsv, row 3, column maximum",
            f -> f.table("questions", "indicator|question|maximum", "1|a|6", "1|b|")),
        broken(
            FaultCode.EMPTY_CELL,
            "edition.tsv, row 2, column value",
            f -> f.table("edition", "key|value", "id|")),
        broken(
            FaultCode.EMPTY_CELL,
            "accepted.tsv, row 2, column warning",
            f -> f.table("accepted", "warning|reason", "|because")),
        broken(
            FaultCode.EMPTY_CELL,
            "accepted.tsv, row 2, column reason",
            f -> f.table("accepted", "warning|reason|x", "NO_AGENCY||")),
        broken(
            FaultCode.EMPTY_CELL,
            "sources.tsv, row 2, column text",
            f -> f.table("sources", "source|text|date", "law||2024")),
        broken(
            FaultCode.BAD_CODE,
            "questions.tsv, row 2, column question",
            f -> f.table("questions", "indicator|question|maximum", "1|a.1|6", "1|b|4")),
        broken(
            FaultCode.BAD_CODE,
            "edition.tsv, row 2, column value",
            f -> f.table("edition", "key|value", "id|my edition")),
        broken(
            FaultCode.DUPLICATE_CODE,
            "questions.tsv, row 3, column question",
            f -> f.table("questions", "indicator|question|maximum", "1|a|6", "1|a|4")),
        broken(
            FaultCode.DUPLICATE_CODE,
            "indicators.tsv, row 3, column indicator",
            f -> f.table("indicators", "indicator|cluster|maximum", "1|A|10", "1|A|10")),
        broken(
            FaultCode.DUPLICATE_CODE,
            "edition.tsv, row 3, column key",
            f -> f.table("edition", "key|value", "id|tiny", "id|other")),
        broken(
            FaultCode.DUPLICATE_CODE,
            "stages.tsv, row 3, column aliases",
            f -> f.table("stages", "stage|aliases", "own|PM", "visit|VL;PM")),
        broken(
            FaultCode.UNKNOWN_CODE,
            "questions.tsv, row 3, column indicator",
            f -> f.table("questions", "indicator|question|maximum", "1|a|10", "2|b|4")),
        broken(
            FaultCode.UNKNOWN_CODE,
            "indicators.tsv, row 2, column cluster",
            f -> f.table("indicators", "indicator|cluster|maximum", "1|B|10")),
        broken(
            FaultCode.UNKNOWN_CODE,
            "questions.tsv, row 2, column scale",
            f -> f.table("questions", scaled("nothing"))),
        broken(
            FaultCode.UNKNOWN_CODE,
            "questions.tsv, row 2, column lead",
            f -> f.table("questions", "indicator|question|maximum|lead", "1|a|6|helth", "1|b|4|")),
        broken(
            FaultCode.UNKNOWN_CODE,
            "requirements.tsv, row 2, column tier",
            f -> f.table("requirements", "requirement|tier|from", "r|GOLD|3")),
        broken(
            FaultCode.BAD_WORD,
            "questions.tsv, row 2, column better",
            f -> f.table("questions", "indicator|question|maximum|better", "1|a|6|most", "1|b|4")),
        broken(
            FaultCode.BAD_WORD,
            "edition.tsv, row 3, column key",
            f -> f.table("edition", "key|value", "id|tiny", "titel|x")),
        broken(
            FaultCode.BAD_WORD,
            "scales.tsv, row 3, column kind",
            f ->
                f.table("questions", scaled("s"))
                    .table("scales", "scale|kind|points", "s|graded|0", "s|levels|6")),
        broken(
            FaultCode.BAD_NUMBER,
            "scales.tsv, row 2, column to",
            f ->
                f.table("questions", scaled("s"))
                    .table(
                        "scales",
                        bands,
                        "s|bands|coverage|0|||half|",
                        "s|bands|coverage|6||50%||")),
        broken(
            FaultCode.BAD_POINTS,
            "questions.tsv, row 2, column maximum",
            f -> f.table("questions", "indicator|question|maximum", "1|a|six", "1|b|4")),
        broken(
            FaultCode.BAD_POINTS,
            "indicators.tsv, row 2, column maximum",
            f -> f.table("indicators", "indicator|cluster|maximum", "1|A|1.000,5")),
        broken(
            FaultCode.TOO_MANY_DECIMALS,
            "questions.tsv, row 2, column maximum",
            f -> f.table("questions", "indicator|question|maximum", "1|a|0.66667", "1|b|4")),
        broken(
            FaultCode.TOO_MANY_DECIMALS,
            "questions.tsv, row 2, column maximum",
            f -> f.table("questions", "indicator|question|maximum", "1|a|0,66667", "1|b|4")),
        broken(
            FaultCode.ONE_OF_TWO,
            "ladder.tsv, row 2",
            f -> f.table("ladder", "tier|from|above|to", "LOW|2|3|10")),
        broken(
            FaultCode.ONE_OF_TWO,
            "requirements.tsv, row 2",
            f ->
                f.table("ladder", "tier|from|to", "LOW|2|10")
                    .table("requirements", "requirement|tier|from|above", "r|LOW||")),
        broken(
            FaultCode.NO_QUESTIONS,
            "tiny",
            f ->
                f.table("clusters", "cluster")
                    .table("indicators", "indicator|cluster|maximum")
                    .table("questions", "indicator|question|maximum")),
        broken(
            FaultCode.NOTHING_BELOW,
            "indicators.tsv, row 3, column indicator",
            f -> f.table("indicators", "indicator|cluster|maximum", "1|A|10", "2|A|5")),
        broken(
            FaultCode.NOTHING_BELOW,
            "clusters.tsv, row 3, column cluster",
            f -> f.table("clusters", "cluster", "A", "B")),
        broken(
            FaultCode.SUM_ABOVE_MAXIMUM,
            "indicators.tsv, row 2, column maximum",
            f -> f.table("indicators", "indicator|cluster|maximum", "1|A|9.9999")),
        broken(
            FaultCode.SUM_BELOW_MAXIMUM,
            "indicators.tsv, row 2, column maximum",
            f -> f.table("indicators", "indicator|cluster|maximum", "1|A|10,0001")),
        broken(
            FaultCode.SUM_ABOVE_MAXIMUM,
            "clusters.tsv, row 2, column maximum",
            f -> f.table("clusters", "cluster|maximum", "A|9")),
        broken(
            FaultCode.ZERO_MAXIMUM,
            "questions.tsv, row 3, column maximum",
            f -> f.table("questions", "indicator|question|maximum", "1|a|10", "1|b|0")),
        broken(FaultCode.NO_AGENCY, "questions.tsv, row 3, column lead", f -> f),
        broken(FaultCode.NO_EVIDENCE_KIND, "questions.tsv, row 3, column evidence", f -> f),
        broken(
            FaultCode.SAME_LABEL,
            "questions.tsv, row 3, column label_id",
            f -> f.table("questions", "indicator|question|maximum|label_id", "1|a|6|x", "1|b|4|x")),
        broken(
            FaultCode.BEST_BELOW_MAXIMUM,
            "questions.tsv, row 2, column maximum",
            f ->
                f.table("questions", scaled("s"))
                    .table("scales", "scale|kind|points|level", "s|levels|0|no", "s|levels|5|yes")),
        broken(
            FaultCode.AWARD_OUT_OF_RANGE,
            "scales.tsv, row 3, column points",
            f ->
                f.table("questions", scaled("s"))
                    .table("scales", "scale|kind|points|level", "s|levels|0|no", "s|levels|7|yes")),
        broken(
            FaultCode.AWARD_OUT_OF_RANGE,
            "questions.tsv, row 2, column maximum",
            f -> f.table("questions", "indicator|question|maximum", "1|a|-1", "1|b|4")),
        broken(
            FaultCode.AWARD_OUT_OF_RANGE,
            "scales.tsv, row 2, column points",
            f ->
                f.table("questions", scaled("s"))
                    .table("scales", "scale|kind|points", "s|graded|-0.5", "s|graded|6")),
        broken(
            FaultCode.HOLE,
            "scales.tsv, row 3, column above",
            f ->
                f.table("questions", scaled("s"))
                    .table(
                        "scales", bands, "s|bands|coverage|0||||1/3", "s|bands|coverage|6||1/3||")),
        broken(
            FaultCode.HOLE,
            "scales.tsv, row 2, column from",
            f ->
                f.table("questions", scaled("s"))
                    .table("scales", bands, "s|bands|change|0|0||1|", "s|bands|change|6||1||")),
        broken(
            FaultCode.HOLE,
            "ladder.tsv, row 3, column from",
            f -> f.table("ladder", "tier|from|to", "LOW|2|5", "HIGH|6|10")),
        broken(
            FaultCode.OVERLAP,
            "scales.tsv, row 3, column from",
            f ->
                f.table("questions", scaled("s"))
                    .table(
                        "scales", bands, "s|bands|coverage|0|||1/3|", "s|bands|coverage|6|1/3|||")),
        broken(
            FaultCode.OVERLAP,
            "scales.tsv, row 3, column at",
            f ->
                f.table("questions", scaled("s"))
                    .table(
                        "scales",
                        "scale|kind|measure|points|at",
                        "s|line|count|0|5",
                        "s|line|count|6|5")),
        broken(
            FaultCode.OVERLAP,
            "ladder.tsv, row 3, column from",
            f -> f.table("ladder", "tier|from|to", "LOW|2|5", "HIGH|5|10")),
        broken(
            FaultCode.BROKEN_SCALE,
            "scales.tsv, row 2, column scale",
            f ->
                f.table("questions", scaled("s"))
                    .table("scales", "scale|kind|measure|points|at", "s|line|count|6|5")),
        broken(
            FaultCode.BROKEN_REQUIREMENT,
            "requirements.tsv, row 2",
            f -> f.table("requirements", "requirement|tier|stage|from", "r|||3")),
        broken(
            FaultCode.BROKEN_REQUIREMENT,
            "requirements.tsv, row 2",
            f ->
                f.table("ladder", "tier|from|to", "LOW|2|10")
                    .table("requirements", "requirement|tier|stage|from", "r|LOW|self|3")),
        broken(
            FaultCode.NOTHING_ACCEPTED,
            "accepted.tsv, row 2, column warning",
            f ->
                f.table(
                    "accepted",
                    "warning|indicator|question|reason",
                    "ZERO_MAXIMUM|1|a|it was once so")));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("brokenFolders")
  void read_brokenFolder_saysWhatIsWrongAndWhere(
      FaultCode code, String english, UnaryOperator<EditionFolder> spoil) {
    Checked<Edition> read = spoil.apply(tiny()).read();

    assertThat(read.faults())
        .filteredOn(fault -> fault.code() == code)
        .extracting(fault -> fault.place().in(Language.ENGLISH))
        .contains(english);
    assertThat(read.value().isEmpty()).isEqualTo(!errors(read).isEmpty());
    if (code.severity() == Severity.ERROR) {
      assertThat(read.value()).isEmpty();
      assertThat(errors(read)).extracting(Fault::code).containsOnly(code);
    } else {
      assertThat(read.value()).isPresent();
    }
  }

  @Test
  void read_missingFolder_isOneFault() {
    Path missing = path.resolve("nowhere");

    Checked<Edition> read = EditionTables.read(missing);

    assertThat(read.faults()).extracting(Fault::code).containsExactly(FaultCode.UNREADABLE_FILE);
    assertThat(read.faults().get(0).place()).isEqualTo(Place.file(missing.toString()));
  }

  @Test
  void read_folderInPlaceOfATable_isAFault() throws Exception {
    EditionFolder folder = tiny().without("questions");
    Files.createDirectory(path.resolve("questions.tsv"));

    assertThat(errors(folder.read()))
        .extracting(Fault::code)
        .containsExactly(FaultCode.UNREADABLE_FILE);
  }

  @Test
  void read_fileInPlaceOfAFolder_isOneFault() {
    tiny();

    assertThat(EditionTables.read(path.resolve("edition.tsv")).faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.UNREADABLE_FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"edition", "clusters", "indicators", "questions"})
  void read_withoutATableThatMustBeThere_namesIt(String name) {
    Checked<Edition> read = tiny().without(name).read();

    assertThat(read.value()).isEmpty();
    assertThat(read.faults())
        .filteredOn(fault -> fault.code() == FaultCode.MISSING_TABLE)
        .extracting(fault -> fault.text(Language.ENGLISH))
        .containsExactly("table " + name + ".tsv is missing. Add it to the folder.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clusters", "indicators"})
  void read_withoutATableOrItsCodes_doesNotBlameWhatNamesThem(String name) {
    Checked<Edition> without = tiny().without(name).read();
    Checked<Edition> codeless = tiny().table(name, "label_id|maximum", "x|5", "y|5").read();

    assertThat(errors(without)).extracting(Fault::code).containsExactly(FaultCode.MISSING_TABLE);
    assertThat(errors(codeless)).isNotEmpty();
    assertThat(errors(codeless)).extracting(Fault::code).containsOnly(FaultCode.MISSING_COLUMN);
  }

  @Test
  void read_emptyCodes_areNotCalledTheSame() {
    Checked<Edition> read = tiny().table("clusters", "cluster|label_id", "A|a", "|b", "|c").read();

    assertThat(errors(read))
        .extracting(Fault::code)
        .containsExactly(FaultCode.EMPTY_CELL, FaultCode.EMPTY_CELL);
  }

  @Test
  void read_emptyFolder_namesAllFourTables() {
    assertThat(EditionTables.read(path).faults())
        .filteredOn(fault -> fault.code() == FaultCode.MISSING_TABLE)
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"edition", "questions", "ladder", "roles"})
  void read_tableThatIsNoText_isReportedOnceAndAlone(String name) {
    Checked<Edition> read = tiny().bytes(name, new byte[] {(byte) 0xC3, (byte) 0x28}).read();

    assertThat(errors(read))
        .containsExactly(Fault.of(FaultCode.NOT_UTF8, Place.file(name + ".tsv")));
  }

  @Test
  void read_tableOfAnotherName_isWarnedOfWithTheNearest() {
    Checked<Edition> read = tiny().table("question", "x").read();

    assertThat(read.value()).isPresent();
    assertThat(read.faults())
        .filteredOn(fault -> fault.code() == FaultCode.UNKNOWN_TABLE)
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.place()).isEqualTo(Place.file(path.toString()));
              assertThat(fault.text(Language.ENGLISH))
                  .startsWith("file \"question.tsv\" is no table")
                  .contains("Did you mean questions.tsv");
            });
  }

  @Test
  void read_statedMaximumThatTheClustersDoNotReach_isWarnedOf() {
    Checked<Edition> read = tiny().table("edition", "key|value", "id|tiny", "maximum|11").read();

    assertThat(read.value()).isPresent();
    assertThat(read.faults())
        .filteredOn(fault -> fault.code() == FaultCode.SUM_BELOW_MAXIMUM)
        .extracting(fault -> fault.text(Language.ENGLISH))
        .containsExactly(
            "edition: its parts can earn 10 at the most, its stated maximum 11 is out of reach."
                + " Check the maxima.");
  }

  @Test
  void read_statedMaximumThatTheClustersDoNotReach_standsInItsCell() {
    Checked<Edition> read = tiny().table("edition", "key|value", "id|tiny", "maximum|11").read();

    assertThat(read.faults())
        .filteredOn(fault -> fault.code() == FaultCode.SUM_BELOW_MAXIMUM)
        .extracting(Fault::place)
        .containsExactly(Place.table("edition.tsv", 3, "value"));
  }

  @Test
  void read_stagesWithoutARow_areAsWithoutTheTable() {
    Edition edition = tiny().table("stages", "stage|judging").read().orThrow();

    assertThat(edition.stages()).extracting(Stage::code).containsExactly("self");
  }

  @Test
  void read_unknownSourceOfASharedRule_isOneFaultInItsCell() {
    Checked<Edition> read =
        tiny()
            .table("edition", "key|value", "id|tiny", "not_applicable_source|law")
            .table("sources", "source|text", "press|A page")
            .read();

    assertThat(errors(read))
        .containsExactly(
            Fault.of(FaultCode.UNKNOWN_CODE, Place.table("edition.tsv", 3, "value"))
                .with("found", "law")
                .with("nearest", List.of()));
  }

  @Test
  void read_unknownSourceOfASharedScale_isOneFaultInItsCell() {
    Checked<Edition> read =
        tiny()
            .table("questions", "indicator|question|maximum|scale", "1|a|4|s", "1|b|4|s")
            .table("scales", "scale|kind|points|source", "s|graded|0|law", "s|graded|4|law")
            .read();

    assertThat(errors(read))
        .containsExactly(
            Fault.of(FaultCode.UNKNOWN_CODE, Place.table("scales.tsv", 2, "source"))
                .with("found", "law")
                .with("nearest", List.of()));
  }

  @Test
  void read_unknownSourceOfAQuestionWithItsOwnRule_isOneFaultInItsCell() {
    Checked<Edition> read =
        tiny()
            .table(
                "questions",
                "indicator|question|maximum|not_applicable|source",
                "1|a|6|full|law",
                "1|b|4||")
            .read();

    assertThat(errors(read))
        .containsExactly(
            Fault.of(FaultCode.UNKNOWN_CODE, Place.table("questions.tsv", 2, "source"))
                .with("found", "law")
                .with("nearest", List.of()));
  }

  @Test
  void read_unknownSourceOfARuleOfAQuestion_isOneFaultInItsCell() {
    Checked<Edition> read =
        tiny()
            .table(
                "questions",
                "indicator|question|maximum|not_applicable|not_applicable_mark"
                    + "|not_applicable_source",
                "1|a|6|full|inferred|law",
                "1|b|4|||")
            .read();

    assertThat(errors(read))
        .containsExactly(
            Fault.of(
                    FaultCode.UNKNOWN_CODE,
                    Place.table("questions.tsv", 2, "not_applicable_source"))
                .with("found", "law")
                .with("nearest", List.of()));
  }

  @Test
  void read_tableThatIsTooLarge_isRefused() {
    byte[] large = new byte[(16 << 20) + 1];
    Arrays.fill(large, (byte) '\n');

    assertThat(tiny().bytes("topics", large).read().faults())
        .extracting(Fault::code)
        .contains(FaultCode.TOO_LARGE);
  }

  @Test
  void read_severalFaults_areAllReportedTogether() {
    Checked<Edition> read =
        tiny()
            .table("indicators", "indicator|cluster|maximum", "1|A|ten")
            .table(
                "questions", "indicator|question|maximum|better", "1|a|six|most", "1||4|", "9|c|1|")
            .table("ladder", "tier|from|above|to", "LOW|2|3|10")
            .read();

    assertThat(errors(read))
        .extracting(fault -> fault.code() + " " + fault.place().in(Language.ENGLISH))
        .contains(
            "BAD_POINTS indicators.tsv, row 2, column maximum",
            "BAD_POINTS questions.tsv, row 2, column maximum",
            "EMPTY_CELL questions.tsv, row 3, column question",
            "UNKNOWN_CODE questions.tsv, row 4, column indicator",
            "ONE_OF_TWO ladder.tsv, row 2");
    assertThatThrownBy(read::orThrow)
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.faults()).isEqualTo(read.faults()));
  }

  @Test
  void read_severalBrokenCellsOfOneRow_areAllReported() {
    Checked<Edition> read =
        tiny()
            .table(
                "questions",
                "indicator|question|maximum|better|asks|evidence_need",
                "1|a|six|most|age|some",
                "1|b|4")
            .read();

    assertThat(errors(read))
        .extracting(fault -> fault.code() + " " + fault.place().in(Language.ENGLISH))
        .contains(
            "BAD_POINTS questions.tsv, row 2, column maximum",
            "BAD_WORD questions.tsv, row 2, column better",
            "BAD_WORD questions.tsv, row 2, column asks",
            "BAD_WORD questions.tsv, row 2, column evidence_need");
  }

  @ParameterizedTest
  @ValueSource(strings = {"roles", "topics", "evidence", "ladder", "stages", "requirements"})
  void read_sourceThatIsNotListed_isUnknownInEveryTable(String name) {
    EditionFolder folder = tiny().table("sources", "source|text", "law|A law");
    switch (name) {
      case "roles" -> folder.table(name, "role|source", "health|lwa");
      case "topics" -> folder.table(name, "topic|source", "budget|lwa");
      case "evidence" -> folder.table(name, "kind|source", "photo|lwa");
      case "ladder" -> folder.table(name, "tier|from|to|source", "LOW|2|10|lwa");
      case "stages" -> folder.table(name, "stage|source", "self|lwa");
      default -> folder.table(name, "requirement|stage|from|source", "r|self|3|lwa");
    }

    assertThat(errors(folder.read()))
        .containsExactly(
            Fault.of(FaultCode.UNKNOWN_CODE, Place.table(name + ".tsv", 2, "source"))
                .with("found", "lwa")
                .with("nearest", List.of("law")));
  }

  @Test
  void read_requirementWithABrokenNumber_isOneFault() {
    Checked<Edition> read =
        tiny().table("requirements", "requirement|stage|from", "r|self|tiga").read();

    assertThat(errors(read))
        .containsExactly(
            Fault.of(FaultCode.BAD_POINTS, Place.table("requirements.tsv", 2, "from"))
                .with("found", "tiga"));
  }

  @Test
  void read_requirementOfAQuestionWithoutItsIndicator_isNotPassedOver() {
    Checked<Edition> read =
        tiny().table("requirements", "requirement|stage|question|from", "r|self|a|3").read();

    assertThat(errors(read))
        .isNotEmpty()
        .allSatisfy(
            fault -> assertThat(fault.place().in(Language.ENGLISH)).startsWith("requirements.tsv"));
  }

  @Test
  void read_maximaWhoseSumIsOutOfRange_areAFaultAndNoException() {
    Checked<Edition> read =
        tiny()
            .table(
                "questions",
                "indicator|question|maximum",
                "1|a|900000000000000",
                "1|b|900000000000000")
            .read();

    assertThat(read.value()).isEmpty();
    assertThat(errors(read)).isNotEmpty();
  }

  @Test
  void read_clusterMaximaWhoseSumIsOutOfRange_areAFaultAndNoException() {
    Checked<Edition> read =
        tiny()
            .table("clusters", "cluster", "A", "B")
            .table(
                "indicators",
                "indicator|cluster|maximum",
                "1|A|900000000000000",
                "2|B|900000000000000")
            .table("questions", "indicator|question|maximum", "1|a|6", "2|b|4")
            .read();

    assertThat(read.value()).isEmpty();
    assertThat(errors(read)).isNotEmpty();
  }

  @Test
  void read_thousandsSeparator_isWarnedOf() {
    Checked<Edition> read =
        tiny().table("questions", "indicator|question|maximum", "1|a|1.000").read();

    assertThat(read.faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.code()).isEqualTo(FaultCode.AMBIGUOUS_NUMBER);
              assertThat(fault.text(Language.ENGLISH)).contains("\"1.000\", read as 1.");
            });
  }

  @Test
  void read_tableDividedBySemicolons_saysSoAndNoMore() {
    Checked<Edition> read = tiny().table("ladder", "tier;from;to", "LOW;0;5").read();

    assertThat(errors(read))
        .containsExactly(Fault.of(FaultCode.NO_TABS, Place.table("ladder.tsv", 1, "")));
  }

  @Test
  void read_noBreakSpaceAndBlankBeforePercent_areNoPartOfANumber() {
    Checked<Edition> read =
        tiny()
            .table("questions", "indicator|question|maximum|scale", "1|a|10\u00a0|s")
            .table(
                "scales",
                "scale|kind|measure|points|from|below|to",
                "s|bands|coverage|0|0 %|90 %|",
                "s|bands|coverage|10|90 %||100 %")
            .read();

    assertThat(errors(read)).isEmpty();
  }

  @Test
  void read_acceptedWarningOfReading_isNotRepeated() {
    Checked<Edition> read =
        tiny()
            .table("scales", "scale|kind|points", "spare|graded|0", "spare|graded|10")
            .table("accepted", "warning|reason", "unused_scale|kept for next year")
            .read();

    assertThat(read.faults())
        .extracting(Fault::code)
        .doesNotContain(FaultCode.UNUSED_SCALE, FaultCode.NOTHING_ACCEPTED);
  }
}
