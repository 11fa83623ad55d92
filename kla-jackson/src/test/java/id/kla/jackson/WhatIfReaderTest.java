package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.planning.Patch;
import id.kla.planning.WhatIf;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What-ifs in JSON. */
class WhatIfReaderTest {

  private static final Path EXAMPLES = Path.of("examples");

  private static String document(String patches) {
    return """
    {"format": "kla.whatif/1", "edition": "kla-2024", "id": "x",
     "patches": [%s]}
    """
        .formatted(patches);
  }

  private static Checked<WhatIf> read(String document) {
    return KlaJson.strict().read(KlaFormat.WHAT_IF, "any", document);
  }

  private static List<Tuple> found(Checked<?> read) {
    return read.faults().stream()
        .map(fault -> tuple(fault.code(), ((Place.InDocument) fault.place()).pointer()))
        .toList();
  }

  /** 7.2 has 10 of 22, 6.3 has 9 of 21, 8.3 has 2 of 10: 12, 12 and 8 above 771.81. */
  @Test
  void read_example_bringsOganIlirAboveTheBoundOfUtama() {
    KlaJson json = KlaJson.strict();
    Assessment sheet =
        json.read(KlaFormat.ASSESSMENT, EXAMPLES.resolve("ogan-ilir-2024.json")).orThrow();
    WhatIf whatIf =
        json.read(KlaFormat.WHAT_IF, EXAMPLES.resolve("ogan-ilir-2024-whatif.json")).orThrow();

    ScoredAssessment tried =
        ScoringEngine.of(sheet.edition()).score(whatIf.applyTo(sheet).orThrow());

    assertThat(tried.now().total()).isEqualTo(Points.parse("803.81"));
    assertThat(tried.now().tier().orElseThrow().code()).isEqualTo("UTAMA");
  }

  /**
   * Each row: a patch, what is told of it, where, and in which words; a {@code '} stands for a
   * quotation mark, and a {@code |} for a comma.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          1,                                                     WRONG_TYPE,       ,                       the number 1
          {},                                                    WRONG_TYPE,       ,                       an empty object
          {'removeAnswer': '1.1'| 'removeEvidence': 'E1'},       WRONG_TYPE,       ,                       exactly one change
          {'set': 1},                                            UNKNOWN_MEMBER,   /set,                   setAnswer
          {'setAnswer': 12},                                     WRONG_TYPE,       /setAnswer,             an object
          {'setAnswer': {'question': '1.1'}},                    MISSING_MEMBER,   /setAnswer,             answer
          {'setAnswer': {'answer': 1}},                          MISSING_MEMBER,   /setAnswer,             question
          {'setAnswer': {'question': '1.1'| 'answer': null}},    WRONG_TYPE,       /setAnswer/answer,      a number
          {'setAnswer': {'question': '11'| 'answer': 1}},        BAD_QUESTION_CODE, /setAnswer/question,   11
          {'removeAnswer': 1.1},                                 WRONG_TYPE,       /removeAnswer,          quotation marks
          {'setEvidence': {'id': 'E1'}},                         MISSING_MEMBER,   /setEvidence,           questions
          {'removeEvidence': ' '},                               BLANK_TEXT,       /removeEvidence,        id
          {'setFinding': {'question': '1.1'| 'stage': 'VA'| 'ruling': 'revised'}}, POINTS_WITHOUT_REVISION, /setFinding, revised
          {'removeFinding': {'question': '1.1'}},                MISSING_MEMBER,   /removeFinding,         stage
          """)
  void read_brokenPatch_isToldAndRefusedByTheSchema(
      String patch, FaultCode code, String pointer, String words) {
    String document = document(patch.replace('\'', '"').replace('|', ','));

    Checked<WhatIf> read = read(document);

    assertThat(read.value()).isEmpty();
    assertThat(found(read))
        .containsExactly(tuple(code, "/patches/0" + (pointer == null ? "" : pointer)));
    assertThat(read.faults().get(0).message(Language.ENGLISH)).startsWith("any:2:").contains(words);
    assertThat(Schemas.refusals("whatif", document)).isNotEmpty();
  }

  /** What only the edition can say, or decimals; a schema does not see it. */
  @Test
  void read_patchesThatDoNotFitTheEdition_areToldAllTogether() {
    String document =
        document(
            """
            {"setAnswer": {"question": "1.1", "answer": 12.5}},
            {"setAnswer": {"question": "99.1", "answer": 1}},
            {"removeAnswer": "1.100"},
            {"setEvidence": {"id": "E1", "questions": ["1.1"], "kind": "rumour"}},
            {"setFinding": {"question": "1.1", "stage": "VX", "ruling": "upheld"}},
            {"removeFinding": {"question": "1.1", "stage": "self"}},
            {"setAnswer": {"question": "1.1", "answer": 0.00001}}
            """);

    Checked<WhatIf> read = read(document);

    assertThat(found(read))
        .containsExactly(
            tuple(FaultCode.POINTS_ABOVE_MAXIMUM, "/patches/0/setAnswer"),
            tuple(FaultCode.UNKNOWN_QUESTION, "/patches/1/setAnswer"),
            tuple(FaultCode.UNKNOWN_QUESTION, "/patches/2/removeAnswer"),
            tuple(FaultCode.UNKNOWN_CODE, "/patches/3/setEvidence"),
            tuple(FaultCode.UNKNOWN_STAGE, "/patches/4/setFinding"),
            tuple(FaultCode.NO_JUDGING_STAGE, "/patches/5/removeFinding"),
            tuple(FaultCode.TOO_MANY_DECIMALS, "/patches/6/setAnswer/answer"));
    assertThat(Schemas.refusals("whatif", document)).isEmpty();
  }

  @Test
  void read_headThatIsBroken_isToldTogetherWithThePatches() {
    Checked<WhatIf> read =
        read(
            """
            {"format": "kla.whatif/2", "edition": "kla-2024", "id": "\\u00a0",
             "name": "x", "patches": [{"removeAnswer": "99.1"}]}
            """);

    assertThat(found(read))
        .containsExactly(
            tuple(FaultCode.WRONG_FORMAT, "/format"),
            tuple(FaultCode.BLANK_TEXT, "/id"),
            tuple(FaultCode.WRONG_TYPE, "/name"),
            tuple(FaultCode.UNKNOWN_QUESTION, "/patches/0/removeAnswer"));
  }

  @Test
  void read_unknownEditionOrNoMembers_isTold() {
    assertThat(found(read("{}")))
        .containsExactly(
            tuple(FaultCode.MISSING_MEMBER, ""),
            tuple(FaultCode.MISSING_MEMBER, ""),
            tuple(FaultCode.MISSING_MEMBER, ""),
            tuple(FaultCode.MISSING_MEMBER, ""));
    assertThat(
            found(
                read(
                    """
                    {"format": "kla.whatif/1", "edition": "kla", "id": "x", "patches": []}
                    """)))
        .containsExactly(tuple(FaultCode.UNKNOWN_EDITION, "/edition"));
    assertThat(found(read("{\"format\": \"kla.whatif/1\", ")))
        .extracting(Tuple::toList)
        .allSatisfy(told -> assertThat(told).contains(FaultCode.BROKEN_JSON));
  }

  @Test
  void readLeniently_numberInQuotationMarks_isPointsWithAWarning() {
    Checked<WhatIf> read =
        KlaJson.lenient()
            .read(
                KlaFormat.WHAT_IF,
                "any",
                document(
                    "{\"setAnswer\": {\"question\": \"1.1\", \"answer\": \"7.5\"}, \"x\": 1}"));

    assertThat(read.orThrow())
        .isEqualTo(
            new WhatIf(
                "kla-2024",
                "x",
                Label.of("", ""),
                List.of(
                    new Patch.SetAnswer(
                        QuestionCode.parse("1.1"), Answer.of(Points.parse("7.5"))))));
    assertThat(read.faults())
        .extracting(Fault::code, Fault::severity)
        .containsExactly(
            tuple(FaultCode.TEXT_AS_NUMBER, Severity.WARNING),
            tuple(FaultCode.UNKNOWN_MEMBER, Severity.WARNING));
  }

  @Test
  void readLeniently_emptyArrayForAnAnswer_isNoChange() {
    Checked<WhatIf> read =
        KlaJson.lenient()
            .read(
                KlaFormat.WHAT_IF,
                "any",
                document("{\"setAnswer\": {\"question\": \"1.1\", \"answer\": []}}"));

    assertThat(read.value()).isEmpty();
    assertThat(read.faults())
        .extracting(Fault::code)
        .containsExactlyInAnyOrder(FaultCode.EMPTY_ARRAY, FaultCode.WRONG_TYPE);
  }

  @Test
  void mapper_whatIf_goesThereAndBack() throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper().registerModule(new KlaModule());
    WhatIf whatIf =
        read(document("{\"removeAnswer\": \"1.1\"}, {\"removeEvidence\": \"E1\"}")).orThrow();

    WhatIf again = mapper.readValue(mapper.writeValueAsString(whatIf), WhatIf.class);

    assertThat(again).isEqualTo(whatIf);
  }
}
