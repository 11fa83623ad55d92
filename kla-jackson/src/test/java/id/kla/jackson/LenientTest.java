package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Severity;
import id.kla.points.Points;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lenient door tolerates, the strict one refuses, each with the same words. */
class LenientTest {

  private static String sheet(String answers, String more) {
    return """
    {"format": "kla.assessment/1", "edition": "kla-2024", "region": "16.10", "round": "2024",
     "stage": "self", "answers": %s%s}"""
        .formatted(answers, more);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"1.1\": {\"points\": \"12.00\"}}||TEXT_AS_NUMBER|12.00|(float)",
        "[]||EMPTY_ARRAY|empty array|new stdClass()",
        "{}|, \"stated\": []|EMPTY_ARRAY|empty array|new stdClass()",
        "{\"1.1\": null}||NULL_ANSWER|1.1|leave an unanswered question out",
        "{}|, \"catatan\": \"x\"|UNKNOWN_MEMBER|catatan|Allowed",
        "{}|, \"stage\": \"PM\"|DUPLICATE_MEMBER|stage|Keep one",
        "{}|} {|TRAILING_CONTENT|after the end|Remove",
      })
  void readAssessment_whatIsPlain_isToleratedByOneDoorAndRefusedByTheOther(
      String answers, String more, FaultCode code, String found, String todo) {
    String document = sheet(answers, more == null ? "" : more);

    Checked<Assessment> strict = KlaJson.strict().read(KlaFormat.ASSESSMENT, document);
    Checked<Assessment> lenient = KlaJson.lenient().read(KlaFormat.ASSESSMENT, document);

    assertThat(strict.value()).isEmpty();
    assertThat(strict.faults()).extracting(Fault::code).containsExactly(code);
    assertThat(strict.faults().get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(strict.faults().get(0).text(Language.ENGLISH)).contains(found, todo);
    assertThat(lenient.value()).isPresent();
    assertThat(lenient.faults()).containsExactly(strict.faults().get(0).tolerated());
    assertThat(lenient.faults().get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void readAssessment_pointsInQuotationMarks_areReadWhereTheQuestionIsGraded() {
    String document = sheet("{\"1.1\": \"12.00\", \"1.3d\": \"0.66\"}", "");

    Checked<Assessment> read = KlaJson.lenient().read(KlaFormat.ASSESSMENT, document);

    assertThat(read.orThrow().answers())
        .containsEntry(QuestionCode.parse("1.1"), Answer.of(Points.of(12)))
        .containsEntry(QuestionCode.parse("1.3d"), Answer.of(Points.parse("0.66")));
    assertThat(read.faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.TEXT_AS_NUMBER, FaultCode.TEXT_AS_NUMBER);
    assertThat(KlaJson.strict().read(KlaFormat.ASSESSMENT, document).faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.WRONG_RESPONSE, FaultCode.WRONG_RESPONSE);
  }

  @Test
  void readAssessment_wordsForPoints_areRefusedByBothDoors() {
    String document = sheet("{\"1.1\": \"dua belas\"}", "");

    assertThat(KlaJson.lenient().read(KlaFormat.ASSESSMENT, document).faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.WRONG_RESPONSE);
  }

  @Test
  void readAssessment_valueStaysWrong_isRefusedByBothDoors() {
    String document = sheet("{\"1.1\": \"13\", \"9.9\": 1}", "");

    assertThat(KlaJson.lenient().read(KlaFormat.ASSESSMENT, document).faults())
        .extracting(Fault::code)
        .containsExactly(
            FaultCode.TEXT_AS_NUMBER, FaultCode.POINTS_ABOVE_MAXIMUM, FaultCode.UNKNOWN_QUESTION);
  }

  /** What PHP 7.0 and older write for 0.66, 0.1 + 0.2 and 8 - 6.4. */
  @ParameterizedTest
  @CsvSource({"0.66000000000000003, 0.66", "0.30000000000000004, 0.3", "1.5999999999999996, 1.6"})
  void readAssessment_binaryFraction_isNamedWithWhatItLikelyIs(String written, String likely) {
    Checked<Assessment> read =
        KlaJson.lenient().read(KlaFormat.ASSESSMENT, sheet("{\"1.1\": " + written + "}", ""));

    assertThat(read.faults()).extracting(Fault::code).containsExactly(FaultCode.BINARY_FRACTION);
    assertThat(read.faults().get(0).text(Language.ENGLISH))
        .contains(written, "looks like " + likely + ",", "serialize_precision");
  }

  @Test
  void readAssessment_example_isTheSameThroughBothDoors() {
    Path example = Path.of("examples", "ogan-ilir-2024.json");

    assertThat(KlaJson.lenient().read(KlaFormat.ASSESSMENT, example).orThrow())
        .isEqualTo(KlaJson.strict().read(KlaFormat.ASSESSMENT, example).orThrow());
  }
}
