package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.planning.Measure;
import id.kla.planning.MeasureList;
import id.kla.points.Points;
import id.kla.points.Share;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures as a person writes them, and what is told of them where they are broken. */
class MeasuresReaderTest {

  private static final String SHORT =
      """
      {"format": "kla.measures/1", "edition": "kla-2024", "measures": [
        {"code": "M1", "name": "Pelatihan KHA", "awards": {"7.2": 22}, "cost": 150000000,
         "years": [2025, 2026], "needs": ["M2"], "excludes": ["M3"], "agency": "DINKES",
         "references": [{"kind": "RPJMD", "code": "2.08.02", "year": 2025}],
         "chance": {"percent": 80}},
        {"code": "M2", "cost": 0}]}
      """;

  private static Checked<MeasureList> read(String document) {
    return KlaJson.strict().read(KlaFormat.MEASURES, "opd.json", document);
  }

  private static List<String> told(Checked<?> read) {
    return read.faults().stream()
        .map(
            fault ->
                (fault.place() instanceof Place.InDocument at ? at.pointer() : "-")
                    + " "
                    + fault.code()
                    + " "
                    + fault.text(Language.ENGLISH))
        .toList();
  }

  @Test
  void read_shortForms_areWhatTheyMean() {
    MeasureList list = read(SHORT).orThrow();

    assertThat(list.edition()).isEqualTo(Editions.kla2024());
    assertThat(list.measures())
        .containsExactly(
            Measure.builder()
                .code("M1")
                .label(Label.of("Pelatihan KHA", ""))
                .putAwards(QuestionCode.parse("7.2"), Points.of(22))
                .cost(new BigDecimal("150000000"))
                .addYears(2025, 2026)
                .addPrerequisites("M2")
                .addExclusions("M3")
                .agency("DINKES")
                .addReferences(new Measure.Reference("RPJMD", "2.08.02", Optional.of(2025)))
                .chance(Share.ofPercent(BigDecimal.valueOf(80)))
                .build(),
            Measure.builder().code("M2").cost(BigDecimal.ZERO).build());
  }

  @Test
  void write_whatIsUsual_isLeftOut() {
    MeasureList list =
        MeasureList.of(
            Editions.kla2024(),
            List.of(Measure.builder().code("M").cost(new BigDecimal("1.5E+8")).build()));

    assertThat(KlaJson.strict().withLayout(KlaJson.Layout.ONE_LINE).write(KlaFormat.MEASURES, list))
        .isEqualTo(
            "{\"format\":\"kla.measures/1\",\"edition\":\"kla-2024\",\"measures\":"
                + "[{\"code\":\"M\",\"cost\":150000000}]}\n");
  }

  @Test
  void readThroughAMapper_isTheSame() throws IOException {
    ObjectMapper mapper = new ObjectMapper().registerModule(new KlaModule());

    MeasureList list = mapper.readValue(SHORT, MeasureList.class);

    assertThat(list).isEqualTo(read(SHORT).orThrow());
    assertThat(mapper.readValue(mapper.writeValueAsString(list), MeasureList.class))
        .isEqualTo(list);
    assertThat(mapper.readValue("\"running\"", Measure.State.class))
        .isEqualTo(Measure.State.RUNNING);
  }

  /** The members of one measure, the pointer to the fault in it, its code, and words of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "cost": 1                              |             | MISSING_MEMBER | "code"
          "code": "M"                            |             | MISSING_MEMBER | "cost"
          "code": " ", "cost": 1                 |             | BLANK_TEXT | "code"
          "code": "M", "cost": 1, "award": {}    | /award      | UNKNOWN_MEMBER | mean awards
          "code": "M", "cost": "1"               | /cost       | TEXT_AS_NUMBER | "1"
          "code": "M", "cost": -5                |             | BAD_COST | cost -5
          "code": "M", "cost": 1e999999999       |             | BAD_COST | 1E+999999999
          "code": "M", "cost": 0.00001           |             | BAD_COST | four decimals
          "code": "M", "cost": 1, "awards": {"7": 1}            | /awards/7    | BAD_QUESTION_CODE | "7"
          "code": "M", "cost": 1, "awards": {"7.20": 1}         |              | UNKNOWN_QUESTION | nearest: 7.2
          "code": "M", "cost": 1, "awards": {"7.2": 23}         |              | POINTS_ABOVE_MAXIMUM | 0 to 22
          "code": "M", "cost": 1, "awards": {"7.2": -1}         |              | POINTS_BELOW_ZERO | -1
          "code": "M", "cost": 1, "awards": {"7.2": 1, "7.2": 2} | /awards/7.2 | DUPLICATE_MEMBER | "7.2"
          "code": "M", "cost": 1, "awards": {"7.2": 0.00001}    | /awards/7.2  | TOO_MANY_DECIMALS | 0.00001
          "code": "M", "cost": 1, "years": [25]                 |              | BAD_YEAR | year 25
          "code": "M", "cost": 1, "years": [2025.5]             | /years/0     | BAD_YEAR | 2025.5
          "code": "M", "cost": 1, "years": [1e999999999]        | /years/0     | BAD_YEAR | 1E+999999999
          "code": "M", "cost": 1, "needs": "M2"                 | /needs       | WRONG_TYPE | an array
          "code": "M", "cost": 1, "references": [{"code": "1"}] | /references/0 | MISSING_MEMBER | "kind"
          "code": "M", "cost": 1, "references": [{"kind": ""}]  |              | BLANK_TEXT | "kind"
          "code": "M", "cost": 1, "state": "jalan"              | /state       | BAD_WORD | planned, running, done, dropped
          "code": "M", "cost": 1, "chance": {"percent": 101}    | /chance      | BAD_SHARE | 0 to 100
          "code": "M", "cost": 1, "chance": 0.8                 | /chance      | WRONG_TYPE | percent
          "code": "M", "cost": 1, "realisedCost": -1            |              | BAD_COST | cost -1
          """)
  void read_brokenMeasure_tellsItsFaultAndNoOther(
      String members, String pointer, String code, String words) {
    Checked<MeasureList> read =
        read(
            "{\"format\": \"kla.measures/1\", \"edition\": \"kla-2024\", \"measures\": [{"
                + members
                + "}]}");

    assertThat(read.value()).isEmpty();
    assertThat(told(read))
        .singleElement()
        .asString()
        .startsWith("/measures/0" + (pointer == null ? "" : pointer) + " " + code + " ")
        .contains(words);
  }

  @Test
  void read_unknownEdition_isToldBesideWhatElseIsWrong() {
    Checked<MeasureList> read =
        read("{\"format\": \"kla.measures/2\", \"edition\": \"kla-2023\", \"measures\": [1]}");

    assertThat(told(read))
        .satisfiesExactly(
            fault -> assertThat(fault).startsWith("/format WRONG_FORMAT"),
            fault -> assertThat(fault).startsWith("/edition UNKNOWN_EDITION").contains("kla-2024"),
            fault -> assertThat(fault).startsWith("/measures/0 WRONG_TYPE").contains("an object"));
  }

  @Test
  void read_oneCodeTwice_namesBothLines() {
    Checked<MeasureList> read = read(SHORT.replace("\"M2\", \"cost\"", "\"M1\", \"cost\""));

    assertThat(told(read))
        .singleElement()
        .asString()
        .startsWith("/measures/1 MEASURE_TWICE measure M1")
        .contains("opd.json:2:");
  }
}
