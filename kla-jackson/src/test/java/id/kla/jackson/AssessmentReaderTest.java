package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import id.kla.assessment.Answer;
import id.kla.assessment.AssessmentDraft;
import id.kla.assessment.AssessmentDraft.DraftAnswer;
import id.kla.assessment.AssessmentDraft.DraftTotal;
import id.kla.edition.Response;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.points.Share;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AssessmentReaderTest {

  private final List<Fault> faults = new ArrayList<>();

  private AssessmentDraft read(String document) {
    try (JsonParser parser = new JsonFactory().createParser(document)) {
      AssessmentDraft draft =
          AssessmentReader.draft(
              JsonCursor.before(
                  parser, JsonCursor.Places.KNOWN, KlaJson.Door.STRICT, "sheet", document));
      faults.addAll(draft.faults());
      return draft;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<DraftAnswer> answers(String answers) {
    return read("""
            {"format": "kla.assessment/1", "edition": "any", "answers": {%s}}"""
            .formatted(answers))
        .answers();
  }

  static Stream<Arguments> forms() {
    Response.Fact share = Response.coverage(Share.of(45, 46));
    return Stream.of(
        Arguments.of("12", Answer.of(Points.of(12))),
        Arguments.of("0", Answer.of(Points.ZERO)),
        Arguments.of("\"rutin\"", Answer.of(Response.level("rutin"))),
        Arguments.of("{\"points\": 12}", Answer.of(Points.of(12))),
        Arguments.of("{\"level\": \"rutin\"}", Answer.of(Response.level("rutin"))),
        Arguments.of(
            "{\"percent\": 96.4}",
            Answer.of(Response.coverage(Share.ofPercent(new BigDecimal("96.4"))))),
        Arguments.of("{\"part\": 45, \"of\": 46}", Answer.of(share)),
        Arguments.of("{\"of\": 46, \"part\": 45}", Answer.of(share)),
        Arguments.of("{\"count\": 7}", Answer.of(Response.count(7))),
        Arguments.of("{\"count\": 7.0}", Answer.of(Response.count(7))),
        Arguments.of("{\"count\": 7e2}", Answer.of(Response.count(700))),
        Arguments.of(
            "{\"before\": 41.2, \"now\": -0.5}",
            Answer.of(Response.change(new BigDecimal("41.2"), new BigDecimal("-0.5")))),
        Arguments.of(
            "{\"points\": 1.25, \"measured\": {\"part\": 45, \"of\": 46}}",
            Answer.of(Response.graded(Points.parse("1.25")), share)),
        Arguments.of(
            "{\"measured\": {\"part\": 45, \"of\": 46}, \"points\": 1.25}",
            Answer.of(Response.graded(Points.parse("1.25")), share)),
        Arguments.of(
            "{\"level\": \"rutin\", \"measured\": {\"count\": 3}}",
            Answer.of(Response.level("rutin"), Response.count(3))),
        Arguments.of(
            "{\"percent\": 97, \"measured\": {\"count\": 3}}",
            Answer.of(Response.coverage(Share.ofPercent(new BigDecimal("97"))), Response.count(3))),
        Arguments.of("{\"measured\": {\"part\": 45, \"of\": 46}}", Answer.measured(share)),
        Arguments.of(
            "{\"measured\": {\"before\": 3, \"now\": 2}}",
            Answer.measured(Response.change(new BigDecimal("3"), new BigDecimal("2")))),
        Arguments.of(
            "{\"notApplicable\": \"tidak ada desa\"}", Answer.notApplicable("tidak ada desa")));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void read_formOfAnAnswer_isExactlyThatAnswer(String written, Answer expected) {
    List<DraftAnswer> answers = answers("\"1.1\": " + written);

    assertThat(faults).isEmpty();
    assertThat(answers)
        .extracting(DraftAnswer::code, DraftAnswer::answer)
        .containsExactly(tuple("1.1", Optional.of(expected)));
  }

  /** In ten-thousandths of a point. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 1000",
    "0.10, 1000",
    "0.10000000000000000000, 1000",
    "0.3, 3000",
    "0.66, 6600",
    "0.0001, 1",
    "1e1, 100000",
    "1E+1, 100000",
    "1.5e-3, 15",
    "15000e-3, 150000",
    "-0, 0",
    "-0.0, 0",
    "0e999999999, 0",
    "-0.25, -2500",
    "922337203685477.5807, 9223372036854775807"
  })
  void read_decimal_isExact(String written, long units) {
    List<DraftAnswer> answers = answers("\"1.1\": " + written);

    assertThat(faults).isEmpty();
    assertThat(answers)
        .extracting(DraftAnswer::answer)
        .containsExactly(Optional.of(Answer.of(Points.ofUnits(units))));
  }

  @ParameterizedTest
  @CsvSource({
    "0.66000000000000003, BINARY_FRACTION",
    "0.00001, TOO_MANY_DECIMALS",
    "0.30000000000000004, BINARY_FRACTION",
    "12345.00001, TOO_MANY_DECIMALS",
    "922337203685477.5808, BAD_POINTS",
    "1e15, BAD_POINTS",
    "1e999999999, BAD_POINTS",
    "-1e999999999, BAD_POINTS",
    "1e9999999999, BAD_POINTS",
    "1e-9999999999, BAD_POINTS",
    "0e9999999999, BAD_POINTS"
  })
  void read_numberThatIsNoAmountOfPoints_isReportedAsItWasWritten(String written, FaultCode code) {
    List<DraftAnswer> answers = answers("\"1.1\": " + written);

    assertThat(answers).extracting(DraftAnswer::answer).containsExactly(Optional.empty());
    assertThat(faults).extracting(Fault::code).containsExactly(code);
    assertThat(faults.get(0).toString()).contains(written);
  }

  @Test
  void read_headOfADocument_keepsEveryTextWithItsPlace() {
    AssessmentDraft draft =
        read(
            """
            {
              "stage": "PM",
              "round": "2024",
              "region": "Kab. Ogan Ilir",
              "source": "Dinas PPPA",
              "edition": "kla-2024",
              "answers": {},
              "format": "kla.assessment/1"
            }
            """);

    assertThat(faults).isEmpty();
    assertThat(draft.stage())
        .contains(new Written<>("PM", Place.document("sheet", "/stage", 2, 12)));
    assertThat(draft.round())
        .contains(new Written<>("2024", Place.document("sheet", "/round", 3, 12)));
    assertThat(draft.region())
        .contains(new Written<>("Kab. Ogan Ilir", Place.document("sheet", "/region", 4, 13)));
    assertThat(draft.source()).contains("Dinas PPPA");
    assertThat(draft.edition())
        .contains(new Written<>("kla-2024", Place.document("sheet", "/edition", 6, 14)));
  }

  @Test
  void read_codesWithSlashAndTilde_areEscapedInThePointer() {
    List<DraftAnswer> answers = answers("\"1/2~3\": 1");

    assertThat(answers)
        .extracting(answer -> ((Place.InDocument) answer.place()).pointer())
        .containsExactly("/answers/1~12~03");
  }

  @Test
  void read_repeatedAnswer_keepsBothForTheCheck() {
    List<DraftAnswer> answers = answers("\"1.1\": 1, \"1.1\": 2");

    assertThat(faults).isEmpty();
    assertThat(answers)
        .extracting(DraftAnswer::code, DraftAnswer::answer)
        .containsExactly(
            tuple("1.1", Optional.of(Answer.of(Points.of(1)))),
            tuple("1.1", Optional.of(Answer.of(Points.of(2)))));
  }

  @Test
  void read_statedTotals_keepsThemInTheirOrder() {
    AssessmentDraft draft =
        read(
            """
            {"format": "kla.assessment/1", "edition": "any", "answers": {},
             "stated": {"total": 770.36, "clusters": {"L": 67.5, "K": 127.66},
                        "indicators": {"21A": 75.8}}}
            """);

    assertThat(faults).isEmpty();
    assertThat(draft.statedTotal()).contains(Points.parse("770.36"));
    assertThat(draft.statedClusters())
        .extracting(DraftTotal::code, DraftTotal::points)
        .containsExactly(tuple("L", Points.parse("67.5")), tuple("K", Points.parse("127.66")));
    assertThat(draft.statedIndicators())
        .extracting(DraftTotal::code, DraftTotal::points)
        .containsExactly(tuple("21A", Points.parse("75.8")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"points": 1, "level": "a"}                      | points, level
          {"level": "a", "points": 1}                      | level, points
          {"percent": 1, "points": 1, "level": "a"}        | percent, points, level
          {"notApplicable": "no", "points": 1}             | notApplicable, points
          {"notApplicable": "no", "measured": {"count": 1}} | notApplicable, measured
          """)
  void read_severalAnswersInOneObject_namesThemInTheirOrder(String written, String members) {
    List<DraftAnswer> answers = answers("\"1.1\": " + written);

    assertThat(answers).extracting(DraftAnswer::answer).containsExactly(Optional.empty());
    assertThat(faults).extracting(Fault::code).containsExactly(FaultCode.WRONG_TYPE);
    assertThat(faults.get(0).toString()).contains("found an object with " + members + ";");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"part": 45}                               | part
          {"of": 46}                                 | of
          {"before": 1}                              | before
          {"now": 1}                                 | now
          {"percent": 97, "count": 45}               | percent, count
          {"part": 45, "of": 46, "percent": 97}      | part, of, percent
          """)
  void read_factThatIsHalfOrTwo_namesItsMembers(String written, String members) {
    List<DraftAnswer> answers = answers("\"1.1\": {\"measured\": " + written + "}");

    assertThat(answers).extracting(DraftAnswer::answer).containsExactly(Optional.empty());
    assertThat(faults).extracting(Fault::code).containsExactly(FaultCode.WRONG_TYPE);
    assertThat(faults.get(0).toString()).contains("found an object with " + members + ";");
  }
}
