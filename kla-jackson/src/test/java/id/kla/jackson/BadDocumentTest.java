package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.kla.assessment.Assessment;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One document per kind of mistake, with what must be told of it. */
class BadDocumentTest {

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "id", "kla", "jackson", "bad");

  /** For files that are no text at all: where in them is for the reader to say. */
  private static final int ANYWHERE = -1;

  /**
   * A row of the table.
   *
   * @param file the document, without its ending
   * @param code the fault that must be told
   * @param pointer the place by JSON Pointer
   * @param line the place by line, 0 for the whole document
   * @param words what the English message must hold
   */
  private record Row(String file, FaultCode code, String pointer, int line, List<String> words) {}

  private static Row row(String file, FaultCode code, String pointer, int line, String... words) {
    return new Row(file, code, pointer, line, List.of(words));
  }

  private static final List<Row> ROWS =
      List.of(
          // No JSON
          row("broken-syntax", FaultCode.BROKEN_JSON, "/answers", 9, "comma"),
          row("truncated", FaultCode.BROKEN_JSON, "/answers", 8, "end"),
          row("unclosed-text", FaultCode.BROKEN_JSON, "/source", 7, "end"),
          row("empty", FaultCode.BROKEN_JSON, "", 0, "empty"),
          row("blank", FaultCode.BROKEN_JSON, "", 0, "empty"),
          row("comment", FaultCode.BROKEN_JSON, "", 4, "comment"),
          row("trailing-content", FaultCode.TRAILING_CONTENT, "", 11, "after the end"),
          row("trailing-letters", FaultCode.TRAILING_CONTENT, "", 11, "after the end"),
          row("latin-1", FaultCode.NOT_UTF8, "", ANYWHERE, "UTF-8"),
          row("utf-16", FaultCode.NOT_UTF8, "", ANYWHERE, "UTF-8"),
          row("lone-surrogate-in-bytes", FaultCode.NOT_UTF8, "", ANYWHERE, "UTF-8"),
          row("lone-surrogate", FaultCode.BROKEN_JSON, "/source", 7, "half of a character"),
          row("long-number", FaultCode.BROKEN_JSON, "/answers/1.1", 8, "100", "64"),
          row("deep", FaultCode.WRONG_TYPE, "/answers/1.1", 8, "an array", "a number"),
          row("deep", FaultCode.BROKEN_JSON, "/answers/1.1", 8, "32"),
          row("deep-unknown", FaultCode.UNKNOWN_MEMBER, "/x", 7, "\"x\""),
          row("deep-unknown", FaultCode.BROKEN_JSON, "/x", 7, "32"),
          // Members
          row("array-at-top", FaultCode.WRONG_TYPE, "", 1, "an array", "an object"),
          row("text-at-top", FaultCode.WRONG_TYPE, "", 1, "\"kla.assessment/1\"", "an object"),
          row("unknown-member", FaultCode.UNKNOWN_MEMBER, "/sorce", 7, "\"sorce\"", "mean source"),
          row(
              "unknown-member-far",
              FaultCode.UNKNOWN_MEMBER,
              "/remarks",
              7,
              "\"remarks\"",
              "stated"),
          row(
              "unknown-member-of-answer",
              FaultCode.UNKNOWN_MEMBER,
              "/answers/1.1/pionts",
              8,
              "\"pionts\"",
              "mean points"),
          row(
              "unknown-member-of-stated",
              FaultCode.UNKNOWN_MEMBER,
              "/stated/totals",
              7,
              "\"totals\"",
              "mean total",
              "clusters"),
          row("duplicate-member", FaultCode.DUPLICATE_MEMBER, "/stage", 7, "\"stage\""),
          row("missing-format", FaultCode.MISSING_MEMBER, "", 0, "\"format\""),
          row("missing-edition", FaultCode.MISSING_MEMBER, "", 0, "\"edition\""),
          row("missing-region", FaultCode.MISSING_MEMBER, "", 0, "\"region\""),
          row("missing-round", FaultCode.MISSING_MEMBER, "", 0, "\"round\""),
          row("missing-stage", FaultCode.MISSING_MEMBER, "", 0, "\"stage\""),
          row("missing-answers", FaultCode.MISSING_MEMBER, "", 0, "\"answers\""),
          // Types
          row("type-of-format", FaultCode.WRONG_TYPE, "/format", 2, "the number 1", "a text"),
          row("type-of-edition", FaultCode.WRONG_TYPE, "/edition", 3, "null", "a text"),
          row("type-of-region", FaultCode.WRONG_TYPE, "/region", 4, "the number 16.10", "a text"),
          row("type-of-round", FaultCode.WRONG_TYPE, "/round", 5, "the number 2024", "a text"),
          row("type-of-stage", FaultCode.WRONG_TYPE, "/stage", 6, "an array", "a text"),
          row("type-of-source", FaultCode.WRONG_TYPE, "/source", 7, "true", "a text"),
          row("type-of-answers", FaultCode.WRONG_TYPE, "/answers", 7, "an array", "an object"),
          row("null-answer", FaultCode.NULL_ANSWER, "/answers/1.1", 8, "null", "leave"),
          row(
              "quoted-points",
              FaultCode.TEXT_AS_NUMBER,
              "/answers/1.1/points",
              8,
              "\"12\"",
              "without quotation"),
          row("type-of-level", FaultCode.WRONG_TYPE, "/answers/1.1/level", 8, "number 3", "a text"),
          row(
              "type-of-measured",
              FaultCode.WRONG_TYPE,
              "/answers/25.2/measured",
              8,
              "\"45 of 46\"",
              "an object"),
          row(
              "quoted-percent",
              FaultCode.TEXT_AS_NUMBER,
              "/answers/25.2/measured/percent",
              8,
              "\"97\"",
              "without quotation"),
          row(
              "type-of-count",
              FaultCode.WRONG_TYPE,
              "/answers/25.2/measured/count",
              8,
              "false",
              "a number"),
          row(
              "type-of-reason",
              FaultCode.WRONG_TYPE,
              "/answers/25.2/notApplicable",
              8,
              "true",
              "a text"),
          row("type-of-stated", FaultCode.WRONG_TYPE, "/stated", 7, "770.36", "an object"),
          row("quoted-stated-total", FaultCode.TEXT_AS_NUMBER, "/stated/total", 7, "\"770.36\""),
          row("type-of-stated-clusters", FaultCode.WRONG_TYPE, "/stated/clusters", 7, "an array"),
          // Head
          row(
              "wrong-format",
              FaultCode.WRONG_FORMAT,
              "/format",
              2,
              "\"kla.assessment/2\"",
              "\"kla.assessment/1\""),
          row("unknown-edition", FaultCode.UNKNOWN_EDITION, "/edition", 3, "kla-2023", "kla-2024"),
          row(
              "unknown-region",
              FaultCode.UNKNOWN_REGION,
              "/region",
              4,
              "\"Kabupaten Ogan Ilr\"",
              "nearest: Kabupaten Ogan Ilir (16.10)"),
          row("unknown-region-code", FaultCode.UNKNOWN_REGION, "/region", 4, "\"16.99\""),
          row("province-as-region", FaultCode.PROVINCE_AS_REGION, "/region", 4, "Sumatera Selatan"),
          row(
              "ambiguous-region",
              FaultCode.AMBIGUOUS_REGION,
              "/region",
              4,
              "\"bogor\"",
              "Kabupaten Bogor (32.01)",
              "Kota Bogor (32.71)"),
          row("unknown-stage", FaultCode.UNKNOWN_STAGE, "/stage", 6, "\"VX\"", "self (PM", "final"),
          row("bad-round", FaultCode.BAD_ROUND, "/round", 5, "\"2024/2026\"", "2024/2025"),
          // Answers
          row(
              "unknown-question",
              FaultCode.UNKNOWN_QUESTION,
              "/answers/14.100",
              9,
              "14.100",
              "kla-2024",
              "nearest: 14.10"),
          row("question-without-point", FaultCode.UNKNOWN_QUESTION, "/answers/141", 8, "14.1"),
          row(
              "above-maximum",
              FaultCode.POINTS_ABOVE_MAXIMUM,
              "/answers/1.1",
              8,
              "12.0001",
              "0 to 12"),
          row("below-zero", FaultCode.POINTS_BELOW_ZERO, "/answers/1.1", 8, "-0.0001", "0 to 12"),
          row("five-decimals", FaultCode.TOO_MANY_DECIMALS, "/answers/1.1", 8, "0.00001", "four"),
          row("too-exact", FaultCode.BINARY_FRACTION, "/answers/1.3d", 8, "0.66000000000000003"),
          row(
              "answered-twice",
              FaultCode.ANSWERED_TWICE,
              "/answers/1.1",
              10,
              "1.1",
              "first at",
              "answered-twice.json:8:"),
          row("huge", FaultCode.BAD_POINTS, "/answers/1.1", 8, "1e999999999"),
          row("tiny", FaultCode.BAD_POINTS, "/answers/1.1", 8, "-1e-999999999"),
          row("exponent", FaultCode.BAD_POINTS, "/answers/1.1", 8, "1e9999999999"),
          row(
              "exponent-of-percent",
              FaultCode.BAD_SHARE,
              "/answers/25.2/percent",
              8,
              "1e9999999999"),
          row("exponent-of-count", FaultCode.BAD_COUNT, "/answers/25.2/count", 8, "1e9999999999"),
          row(
              "text-as-points",
              FaultCode.WRONG_RESPONSE,
              "/answers/1.1",
              8,
              "text \"12\"",
              "without quotation"),
          row("share-as-points", FaultCode.WRONG_RESPONSE, "/answers/25.2", 8, "share", "measured"),
          row(
              "empty-answer",
              FaultCode.WRONG_TYPE,
              "/answers/1.1",
              8,
              "an empty object",
              "exactly one"),
          row("two-answers", FaultCode.WRONG_TYPE, "/answers/1.1", 8, "points", "exactly one"),
          row(
              "points-and-not-applicable",
              FaultCode.WRONG_TYPE,
              "/answers/1.1",
              8,
              "notApplicable",
              "exactly one"),
          // Facts
          row(
              "more-than-the-whole",
              FaultCode.BAD_SHARE,
              "/answers/25.2/measured",
              10,
              "47",
              "46",
              "whole"),
          row("more-than-the-whole-alone", FaultCode.BAD_SHARE, "/answers/25.2", 8, "47", "46"),
          row("nothing-of-nothing", FaultCode.BAD_SHARE, "/answers/25.2", 8, "0 of 0"),
          row("above-100-percent", FaultCode.BAD_SHARE, "/answers/25.2", 8, "101", "0 to 100"),
          row("negative-count", FaultCode.BAD_COUNT, "/answers/25.2/count", 8, "-3", "from 0"),
          row("half-a-count", FaultCode.BAD_COUNT, "/answers/25.2/count", 8, "2.5", "whole"),
          row("figures-too-long", FaultCode.BAD_CHANGE, "/answers/25.2", 8, "1234567890123"),
          row("part-alone", FaultCode.WRONG_TYPE, "/answers/25.2", 8, "part", "part and of"),
          row("empty-measured", FaultCode.WRONG_TYPE, "/answers/25.2/measured", 8, "empty object"),
          row("two-facts", FaultCode.WRONG_TYPE, "/answers/25.2/measured", 8, "percent, count"),
          // Stated totals
          row("unknown-cluster", FaultCode.UNKNOWN_CLUSTER, "/stated/clusters/VI", 7, "VI", "K, I"),
          row(
              "unknown-indicator",
              FaultCode.UNKNOWN_INDICATOR,
              "/stated/indicators/21D",
              7,
              "21D",
              "21A"),
          row("stated-twice", FaultCode.DUPLICATE_CODE, "/stated/clusters/K", 7, "\"K\""),
          row("stated-too-exact", FaultCode.TOO_MANY_DECIMALS, "/stated/total", 7, "0.00001"));

  static Stream<Arguments> files() {
    return ROWS.stream()
        .map(Row::file)
        .distinct()
        .map(
            file -> arguments(file, ROWS.stream().filter(row -> row.file().equals(file)).toList()));
  }

  static Stream<String> names() {
    return ROWS.stream().map(Row::file).distinct();
  }

  private static Checked<Assessment> read(String file) {
    return KlaJson.strict().read(KlaFormat.ASSESSMENT, FOLDER.resolve(file + ".json"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void readAssessment_badDocument_tellsItsFaultsAndNoOther(String file, List<Row> expected) {
    Checked<Assessment> read = read(file);

    assertThat(read.value()).isEmpty();
    assertThat(read.faults())
        .extracting(Fault::code)
        .containsExactlyElementsOf(expected.stream().map(Row::code).toList());
    for (int i = 0; i < expected.size(); i++) {
      check(read.faults().get(i), expected.get(i));
    }
  }

  private static void check(Fault fault, Row expected) {
    if (expected.line() != ANYWHERE) {
      assertThat(fault.place())
          .isInstanceOfSatisfying(
              Place.InDocument.class,
              place -> {
                assertThat(place.pointer()).isEqualTo(expected.pointer());
                assertThat(place.line()).isEqualTo(expected.line());
              });
    }
    assertThat(fault.message(Language.ENGLISH))
        .startsWith(FOLDER.resolve(expected.file() + ".json").toString())
        .contains(expected.words());
    assertThat(fault.message(Language.INDONESIAN))
        .startsWith(FOLDER.resolve(expected.file() + ".json").toString())
        .isNotEqualTo(fault.message(Language.ENGLISH));
  }

  /** Those who read it work in a regency's office, and have never heard of the parser. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void readAssessment_badDocument_saysNothingOfTheParser(String file) {
    Checked<Assessment> read = read(file);

    assertThat(read.faults())
        .allSatisfy(
            fault ->
                assertThat(fault.message(Language.ENGLISH))
                    .doesNotContain("StreamRead", "Source:", "VALUE_STRING", "ALLOW_", "(code "));
  }

  @Test
  void table_namesEveryDocumentOfTheFolder() throws IOException {
    Set<String> inFolder;
    try (Stream<Path> files = Files.list(FOLDER)) {
      inFolder =
          files
              .map(file -> FOLDER.relativize(file).toString().replaceFirst("\\.json$", ""))
              .collect(Collectors.toCollection(TreeSet::new));
    }

    assertThat(ROWS.stream().map(Row::file).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(inFolder);
  }
}
