package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.Digest;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.points.Points;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsReaderTest {

  private static final String DIGEST = "ab".repeat(32);

  private static String sheet(String parts) {
    return """
    {"format": "kla.assessment/1", "edition": "kla-2024", "region": "35.71", "round": "2023",
     "stage": "self", "answers": {"1.1": 12},
     %s}
    """
        .formatted(parts);
  }

  private static final String FULL =
      sheet(
          """
          "agencies": [
            {"code": "dinkes", "name": "Dinas Kesehatan", "aliases": ["DKK"], "roles": ["health"]},
            {"code": "polres", "kind": "vertical", "roles": ["police", "police-ppa"]}
          ],
          "evidence": [
            {"id": "E1", "questions": ["1.1", "12.1"], "kind": "regulation", "title": "Perda 3/2021",
             "agency": "DKK", "issued": "2021-03-01", "received": "2023-02-07",
             "validFrom": "2021-03-02", "validUntil": "2026-03-01", "supersededBy": "E2",
             "digest": "%s", "location": "arsip/12",
             "status": {"PM": "submitted",
                        "VA": {"ruling": "rejected", "reason": "UNSIGNED", "note": "tanpa ttd"}}},
            {"id": "E2", "questions": ["1.1"]}
          ],
          "findings": [
            {"question": "1.1", "stage": "VA", "ruling": "revised", "points": 6.5,
             "reason": "PART", "note": "sebagian"},
            {"question": "2.1", "stage": "VA", "ruling": "struck"}
          ]
          """
              .formatted(DIGEST));

  @Test
  void readAssessment_everyMember_isKept() {
    Assessment read = KlaJson.strict().read(KlaFormat.ASSESSMENT, FULL).orThrow();

    assertThat(read.agencies())
        .containsExactly(
            Agency.builder()
                .code("dinkes")
                .name("Dinas Kesehatan")
                .addAliases("DKK")
                .addRoles("health")
                .build(),
            Agency.builder()
                .code("polres")
                .kind(Agency.Kind.VERTICAL)
                .addRoles("police", "police-ppa")
                .build());
    assertThat(read.evidence())
        .containsExactly(
            Evidence.builder()
                .id("E1")
                .addQuestions(QuestionCode.parse("1.1"), QuestionCode.parse("12.1"))
                .kind("regulation")
                .title("Perda 3/2021")
                .agency("dinkes")
                .issued(LocalDate.of(2021, 3, 1))
                .received(LocalDate.of(2023, 2, 7))
                .validFrom(LocalDate.of(2021, 3, 2))
                .validUntil(LocalDate.of(2026, 3, 1))
                .supersededBy("E2")
                .digest(Digest.parse(DIGEST))
                .location("arsip/12")
                .putStatus("self", Evidence.Status.of(Evidence.Ruling.SUBMITTED))
                .putStatus(
                    "admin_verification",
                    new Evidence.Status(
                        Evidence.Ruling.REJECTED,
                        Optional.of("UNSIGNED"),
                        Optional.of("tanpa ttd")))
                .build(),
            Evidence.builder().id("E2").addQuestions(QuestionCode.parse("1.1")).build());
    assertThat(read.findings())
        .containsExactly(
            Finding.builder()
                .question(QuestionCode.parse("1.1"))
                .stage("admin_verification")
                .ruling(Finding.Ruling.REVISED)
                .points(Points.parse("6.5"))
                .reason("PART")
                .note("sebagian")
                .build(),
            Finding.builder()
                .question(QuestionCode.parse("2.1"))
                .stage("admin_verification")
                .ruling(Finding.Ruling.STRUCK)
                .build());
  }

  @Test
  void write_everyMember_isReadBack() {
    Assessment read = KlaJson.strict().read(KlaFormat.ASSESSMENT, FULL).orThrow();

    String written = KlaJson.strict().write(KlaFormat.ASSESSMENT, read);

    assertThat(KlaJson.strict().read(KlaFormat.ASSESSMENT, written).orThrow()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"evidence\": {}|WRONG_TYPE|/evidence",
        "\"evidence\": [1]|WRONG_TYPE|/evidence/0",
        "\"evidence\": [{\"id\": \"E1\"}]|MISSING_MEMBER|/evidence/0",
        "\"evidence\": [{\"questions\": []}]|MISSING_MEMBER|/evidence/0",
        "\"evidence\": [{\"id\": \"E\", \"questions\": [\"11\"]}]"
            + "|BAD_QUESTION_CODE|/evidence/0/questions/0",
        "\"evidence\": [{\"id\": \"E\", \"questions\": [\"1.99\"]}]|UNKNOWN_QUESTION|/evidence/0",
        "\"evidence\": [{\"id\": \"E\", \"questions\": [], \"kind\": \"foto\"}]"
            + "|UNKNOWN_CODE|/evidence/0",
        "\"evidence\": [{\"id\": \"E\", \"questions\": [], \"issued\": \"31-12-2023\"}]"
            + "|BAD_DATE|/evidence/0/issued",
        "\"evidence\": [{\"id\": \"E\", \"questions\": [], \"issued\": \"2023-02-30\"}]"
            + "|BAD_DATE|/evidence/0/issued",
        "\"evidence\": [{\"id\": \"E\", \"questions\": [], \"issued\": 2023}]"
            + "|WRONG_TYPE|/evidence/0/issued",
        "\"evidence\": [{\"id\": \"E\", \"questions\": [], \"digest\": \"abc\"}]"
            + "|BAD_DIGEST|/evidence/0/digest",
        "\"evidence\": [{\"id\": \"E\", \"questions\": [], \"status\": {\"VA\": \"ok\"}}]"
            + "|BAD_WORD|/evidence/0/status/VA",
        "\"evidence\": [{\"id\": \"E\", \"questions\": [], \"status\": {\"VA\": {}}}]"
            + "|MISSING_MEMBER|/evidence/0/status/VA",
        "\"evidence\": [{\"id\": \"E\", \"questions\": [], \"datum\": \"x\"}]"
            + "|UNKNOWN_MEMBER|/evidence/0/datum",
        "\"agencies\": [{\"code\": \"a\", \"kind\": \"OPD\"}]|BAD_WORD|/agencies/0/kind",
        "\"agencies\": [{\"code\": \"a\", \"roles\": [\"helth\"]}]|UNKNOWN_CODE|/agencies/0",
        "\"agencies\": [{\"code\": \"a\"}, {\"code\": \"A\"}]|DUPLICATE_CODE|/agencies/1",
        "\"findings\": [{\"question\": \"1.1\", \"stage\": \"VA\"}]|MISSING_MEMBER|/findings/0",
        "\"findings\": [{\"question\": \"1.1\", \"stage\": \"VA\", \"ruling\": \"revised\"}]"
            + "|POINTS_WITHOUT_REVISION|/findings/0",
        "\"findings\": [{\"question\": \"1.1\", \"stage\": \"VA\", \"ruling\": \"upheld\","
            + " \"points\": 3}]|POINTS_WITHOUT_REVISION|/findings/0",
        "\"findings\": [{\"question\": \"1.1\", \"stage\": \"VA\", \"ruling\": \"revised\","
            + " \"points\": 12.5}]|POINTS_ABOVE_MAXIMUM|/findings/0",
        "\"findings\": [{\"question\": \"1.1\", \"stage\": \"PM\", \"ruling\": \"upheld\"}]"
            + "|NO_JUDGING_STAGE|/findings/0",
      })
  void readAssessment_brokenPart_isOneFaultAtItsPlace(
      String parts, FaultCode code, String pointer) {
    Checked<Assessment> read = KlaJson.strict().read(KlaFormat.ASSESSMENT, sheet(parts));

    List<Fault> faults = read.faults();
    assertThat(read.value()).isEmpty();
    assertThat(faults).extracting(Fault::code).containsExactly(code);
    assertThat(faults.get(0).place())
        .isInstanceOfSatisfying(
            Place.InDocument.class, place -> assertThat(place.pointer()).isEqualTo(pointer));
  }
}
