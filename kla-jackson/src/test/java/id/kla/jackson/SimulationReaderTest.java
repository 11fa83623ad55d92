package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.points.Share;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.simulation.SimulationReport;
import id.kla.simulation.Survival;
import id.kla.simulation.SurvivalModel;
import id.kla.simulation.SurvivalOutcome;
import id.kla.simulation.SurvivalPart;
import id.kla.simulation.SurvivalRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How claims survive and how sure scores are, as documents, and what is refused of them. */
class SimulationReaderTest {

  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "id", "kla", "jackson", "golden");

  private static final Edition ONE =
      KlaJson.strict().read(KlaFormat.EDITION, GOLDEN.resolve("edition-one.json")).orThrow();

  private static final KlaJson JSON = KlaJson.strict(List.of(ONE));

  private static ScoredAssessment scored() {
    Assessment sheet =
        JSON.read(
                KlaFormat.ASSESSMENT,
                """
                {"format": "kla.assessment/1", "edition": "one", "region": "16.10",
                 "round": "2023", "stage": "self", "answers": {"1.1": 3}}
                """)
            .orThrow();
    return ScoringEngine.of(ONE).score(sheet);
  }

  /** Of 3 points, four times of five all is left, else nothing. */
  private static Survival survival() {
    return Survival.of(
        ONE,
        List.of(
            new SurvivalRow(
                SurvivalPart.EVERYTHING,
                new SurvivalOutcome.Holds(),
                Share.parse("80%"),
                SurvivalRow.Tie.NONE),
            new SurvivalRow(
                SurvivalPart.EVERYTHING,
                new SurvivalOutcome.Struck(),
                Share.of(1, 5),
                SurvivalRow.Tie.NONE)));
  }

  private static Optional<Tier> high() {
    return ONE.ladder().findTier("HIGH");
  }

  private static SimulationReport exact() {
    return SimulationReport.exact(scored(), survival(), high()).orElseThrow();
  }

  private static SimulationReport sampled(long draws) {
    return SimulationReport.sampled(
        scored(),
        survival(),
        high(),
        SimulationReport.sampler(scored(), survival().check(scored()).orThrow(), -3)
            .sample(0, draws));
  }

  private static String written(SimulationReport report) {
    return JSON.write(KlaFormat.SIMULATION, report);
  }

  @Test
  void write_exactReport_isReadBackAndValid() {
    String document = written(exact());

    assertThat(JSON.read(KlaFormat.SIMULATION, document).orThrow()).isEqualTo(exact());
    assertThat(Schemas.refusals("simulation", document)).isEmpty();
    assertThat(document)
        .contains("\"method\" : \"exact\"", "\"mean\" : 2.400000", "\"chance\" : 0.8")
        .doesNotContain("seed", "standardError");
  }

  /** The smaller sample is drawn again, of the larger one the figures are compared. */
  @Test
  void write_samples_areReadBackAndValid() {
    for (SimulationReport report : List.of(sampled(1000), sampled(SimulationReader.REDRAWN + 1))) {
      String document = written(report);

      assertThat(JSON.read(KlaFormat.SIMULATION, document).orThrow()).isEqualTo(report);
      assertThat(Schemas.refusals("simulation", document)).isEmpty();
      assertThat(document).contains("\"method\" : \"sampled\"", "\"seed\" : -3");
    }
  }

  /** Each changes one thing of a document. */
  static Stream<Arguments> changes() {
    String exact = written(exact());
    String small = written(sampled(1000));
    String large = written(sampled(SimulationReader.REDRAWN + 1));
    return Stream.of(
        arguments(exact, "\"mean\" : 2.4", "\"mean\" : 2.5", FaultCode.OTHER_RESULT),
        arguments(exact, "\"chance\" : 0.8", "\"chance\" : 0.80001", FaultCode.OTHER_RESULT),
        arguments(exact, "\"method\" : \"exact\"", "\"method\" : \"guess\"", FaultCode.BAD_WORD),
        arguments(
            exact, "\"method\" : \"exact\"", "\"method\" : \"sampled\"", FaultCode.MISSING_MEMBER),
        arguments(exact, "\"target\" : \"HIGH\"", "\"target\" : \"GOLD\"", FaultCode.UNKNOWN_TIER),
        arguments(exact, "\"percent\" : 80", "\"percent\" : 70", FaultCode.CHANCES_NOT_WHOLE),
        arguments(
            exact, "\"outcome\" : \"struck\"", "\"outcome\" : \"holds\"", FaultCode.OUTCOME_TWICE),
        arguments(exact, "\"part\" : \"*\"", "\"part\" : 1", FaultCode.WRONG_TYPE),
        arguments(small, "\"seed\" : -3", "\"seed\" : 4", FaultCode.OTHER_RESULT),
        arguments(small, "\"draws\" : 1000", "\"draws\" : 1001", FaultCode.OTHER_RESULT),
        arguments(small, "\"draws\" : 1000", "\"draws\" : 1", FaultCode.BAD_COUNT),
        arguments(small, "\"seed\" : -3", "\"seed\" : 0.5", FaultCode.BAD_COUNT),
        arguments(large, "\"mean\" : 2.", "\"mean\" : 3.", FaultCode.OTHER_RESULT),
        arguments(large, "\"count\" : 0", "\"count\" : 1", FaultCode.OTHER_RESULT),
        arguments(large, "\"count\" : 0", "\"count\" : -1", FaultCode.BAD_COUNT),
        arguments(
            large, "\"standardError\" : 0.00", "\"standardError\" : 0.01", FaultCode.OTHER_RESULT),
        arguments(large, "\"total\" : 0", "\"total\" : 1.5", FaultCode.OTHER_RESULT));
  }

  @ParameterizedTest(name = "{1} -> {2}")
  @MethodSource("changes")
  void read_aDocumentThatSaysSomethingElse_isRefused(
      String document, String before, String after, FaultCode code) {
    assertThat(document).contains(before);

    Checked<SimulationReport> read =
        JSON.read(
            KlaFormat.SIMULATION,
            document.substring(0, document.indexOf(before))
                + after
                + document.substring(document.indexOf(before) + before.length()));

    assertThat(read.value()).isEmpty();
    assertThat(read.faults()).extracting(Fault::code).contains(code);
  }

  /** Another order of additions may give another digit at the end. */
  @Test
  void read_aChanceThatDiffersInItsLastDigit_isTheSame() {
    String document = written(exact()).replaceFirst("\"chance\" : 0.8", "\"chance\" : 0.800000001");

    assertThat(JSON.read(KlaFormat.SIMULATION, document).orThrow()).isEqualTo(exact());
  }

  private static Checked<Survival> survival(String members) {
    return JSON.read(
        KlaFormat.SURVIVAL,
        "{\"format\": \"kla.survival/1\", \"edition\": \"one\"" + members + "}");
  }

  @Test
  void write_published_isReadBackAndValid() {
    Survival published = Survival.of(Editions.kla2024(), SurvivalModel.published());
    String document = JSON.write(KlaFormat.SURVIVAL, published);

    assertThat(JSON.read(KlaFormat.SURVIVAL, document).orThrow()).isEqualTo(published);
    assertThat(Schemas.refusals("survival", document)).isEmpty();
  }

  @Test
  void read_everyFormOfAnOutcome_isReadBackAndValid() {
    Survival survival =
        survival(
                """
                , "rows": [
                  {"part": "1.1", "outcome": "holds", "chance": {"percent": 12.5}, "tied": "agency"},
                  {"part": "1.1", "outcome": "struck", "chance": {"part": 1, "of": 8},
                   "tied": "agency"},
                  {"part": "1.1", "outcome": "maximum", "chance": {"part": 1, "of": 8},
                   "tied": "agency"},
                  {"part": "1.1", "outcome": {"ofClaim": {"part": 1, "of": 3}},
                   "chance": {"part": 1, "of": 8}, "tied": "agency"},
                  {"part": "1.1", "outcome": {"answer": 1.25}, "chance": {"part": 1, "of": 8},
                   "tied": "agency"},
                  {"part": "1.1", "outcome": {"answer": "some"}, "chance": {"part": 1, "of": 8},
                   "tied": "agency"},
                  {"part": "1.1", "outcome": {"answer": {"percent": 40}},
                   "chance": {"part": 1, "of": 8}, "tied": "agency"},
                  {"part": "1.1", "outcome": {"answer": {"before": 1, "now": 2}},
                   "chance": {"part": 1, "of": 8}, "tied": "agency"},
                  {"part": "agency 1.1", "outcome": "holds", "chance": {"percent": 100},
                   "tied": "region"}]
                """)
            .orThrow();
    String document = JSON.write(KlaFormat.SURVIVAL, survival);

    assertThat(JSON.read(KlaFormat.SURVIVAL, document).orThrow()).isEqualTo(survival);
    assertThat(Schemas.refusals("survival", document)).isEmpty();
    assertThat(survival.rows()).hasSize(9);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments("", "neither pairs of totals nor rows for parts are found"),
        arguments(
            ", \"rows\": [{\"part\": \"*\", \"outcome\": \"maybe\", \"chance\": {\"percent\": 100}}]",
            "found \"maybe\"; allowed: holds, maximum, struck"),
        arguments(
            ", \"rows\": [{\"part\": \"*\", \"outcome\": {}, \"chance\": {\"percent\": 100}}]",
            "allowed: exactly one of ofClaim and answer"),
        arguments(
            ", \"rows\": [{\"part\": \"*\", \"outcome\": \"holds\"}]",
            "member \"chance\" is missing"),
        arguments(
            ", \"rows\": [{\"part\": \"*\", \"outcome\": \"holds\", \"chance\": {\"count\": 1}}]",
            "allowed: percent, or part and of"),
        arguments(
            ", \"rows\": [{\"part\": \"*\", \"outcome\": \"holds\", \"chance\": {\"percent\": 60}}]",
            "the chances of \"*\" add up to 60%"),
        arguments(
            ", \"pairs\": [{\"region\": \"16.10\", \"round\": \"2023\", \"stage\": \"late\","
                + " \"self\": 3, \"later\": 2, \"source\": \"x\"}]",
            "stage \"late\" is not one of the edition's"),
        arguments(
            ", \"pairs\": [{\"region\": \"99.99\", \"round\": \"2023\", \"stage\": \"self\","
                + " \"self\": 3, \"later\": 2, \"source\": \"x\"}]",
            "region \"99.99\" is not known"),
        arguments(
            ", \"pairs\": [{\"region\": \"16.10\", \"round\": \"2023\", \"stage\": \"self\","
                + " \"self\": 3, \"later\": 20, \"source\": \"x\"}]",
            "found 20 points of 3; allowed: a self-assessment above 0, and both at most 4"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("wrong")
  void read_wrongSurvival_saysWhatAndWhere(String members, String words) {
    Checked<Survival> read = survival(members);

    assertThat(read.value()).isEmpty();
    assertThat(read.faults().stream().map(fault -> fault.message(Language.ENGLISH)))
        .anyMatch(text -> text.startsWith("JSON") && text.contains(words));
  }
}
