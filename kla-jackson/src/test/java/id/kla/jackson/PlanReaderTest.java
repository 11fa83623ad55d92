package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Gaps, plans and action plans that say something else than their sheet and measures give. */
class PlanReaderTest {

  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "id", "kla", "jackson", "golden");

  private static final Edition ONE =
      KlaJson.strict().read(KlaFormat.EDITION, GOLDEN.resolve("edition-one.json")).orThrow();

  private static Checked<?> read(String name, String before, String after) throws IOException {
    String document = Files.readString(GOLDEN.resolve(name + ".json")).replaceAll("\\s+", " ");
    assertThat(document).contains(before);
    KlaFormat<?> format = KlaFormat.find(name.replaceFirst("-.*", "")).orElseThrow();
    return KlaJson.strict(List.of(ONE)).read(format, document.replace(before, after));
  }

  /** Each changes one thing of a golden document. */
  static Stream<Arguments> changes() {
    return Stream.of(
        arguments("gap-minimal", "\"missing\": 2.5", "\"missing\": 2.4", FaultCode.OTHER_RESULT),
        arguments(
            "gap-minimal",
            "\"tier\": \"HIGH\", \"missing\"",
            "\"missing\"",
            FaultCode.MISSING_MEMBER),
        arguments(
            "gap-minimal",
            "\"tier\": \"HIGH\", \"missing\"",
            "\"tier\": \"GOLD\", \"missing\"",
            FaultCode.UNKNOWN_TIER),
        arguments("gap-minimal", "\"toWin\": 2.5", "\"toWin\": \"2.5\"", FaultCode.WRONG_TYPE),
        arguments(
            "plan-minimal",
            "\"cost\": 5, \"total\"",
            "\"cost\": 4, \"total\"",
            FaultCode.OTHER_RESULT),
        arguments("plan-minimal", "\"after\": 3", "\"after\": 4", FaultCode.OTHER_RESULT),
        arguments(
            "plan-minimal", "\"target\": \"HIGH\"", "\"target\": \"GOLD\"", FaultCode.UNKNOWN_TIER),
        arguments(
            "plan-minimal", "\"outcome\": \"proven\"", "\"outcome\": \"sure\"", FaultCode.BAD_WORD),
        arguments(
            "plan-stopped", "\"leastCost\": 1.5", "\"leastCost\": 1.00001", FaultCode.BAD_COST),
        arguments("plan-not-reachable", "\"missing\": 2", "\"missing\": 1", FaultCode.OTHER_RESULT),
        arguments("plan-stopped", "\"leastCost\": 1.5", "\"leastCost\": 2.5", FaultCode.WRONG_TYPE),
        arguments(
            "plan-stopped", "\"target\": \"LOW\"", "\"target\": \"HIGH\"", FaultCode.WRONG_TYPE),
        arguments("plan-budget", "\"budget\": 4.5", "\"budget\": 1", FaultCode.WRONG_TYPE),
        arguments("plan-budget", "\"mostTotal\": 1", "\"mostTotal\": 0.75", FaultCode.WRONG_TYPE),
        arguments(
            "plan-budget",
            "\"outcome\": \"proven\"",
            "\"outcome\": \"stopped\"",
            FaultCode.WRONG_TYPE),
        arguments("rad-minimal", "\"spent\": 5", "\"spent\": 6", FaultCode.OTHER_RESULT),
        arguments(
            "rad-minimal", "\"target\": \"LOW\"", "\"target\": \"GOLD\"", FaultCode.UNKNOWN_TIER),
        arguments("rad-minimal", "\"year\": 2027", "\"year\": 2026", FaultCode.YEAR_TWICE),
        arguments("rad-minimal", "\"year\": 2027", "\"year\": 20270", FaultCode.BAD_YEAR),
        arguments(
            "rad-monitored",
            "\"missing\": 2.25, \"plannedCost\"",
            "\"missing\": 2, \"plannedCost\"",
            FaultCode.OTHER_RESULT),
        arguments(
            "rad-monitored", "\"state\": \"running\"", "\"state\": \"late\"", FaultCode.BAD_WORD),
        arguments(
            "rad-monitored", "\"fewestMissed\": 0", "\"fewestMissed\": 0.5", FaultCode.BAD_NUMBER),
        // The plan spends 2 in 2026 and 7 in all, misses nothing and lacks nothing.
        arguments("rad-monitored", "\"budget\": 3", "\"budget\": 1.9999", FaultCode.WRONG_TYPE),
        arguments(
            "rad-monitored", "\"fewestMissed\": 0", "\"fewestMissed\": 1", FaultCode.WRONG_TYPE),
        arguments(
            "rad-monitored", "\"leastMissing\": 0", "\"leastMissing\": 1", FaultCode.WRONG_TYPE),
        arguments("rad-monitored", "\"leastCost\": 4.5", "\"leastCost\": 8", FaultCode.WRONG_TYPE));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("changes")
  void read_aDocumentThatSaysSomethingElse_isRefused(
      String name, String before, String after, FaultCode code) throws IOException {
    Checked<?> read = read(name, before, after);

    assertThat(read.value()).isEmpty();
    assertThat(read.faults()).extracting(Fault::code).contains(code);
  }

  /** M3 needs M1, which the plan leaves out. */
  @Test
  void readPlan_measuresThatDoNotGoTogether_areRefused() throws IOException {
    Checked<?> read =
        read(
            "plan-budget",
            "\"code\": \"M2\", \"cost\": 2, \"awards\": { \"1.1\": 1 } } ], \"awards\"",
            "\"code\": \"M3\", \"cost\": 1 } ], \"awards\"");

    assertThat(read.value()).isEmpty();
    assertThat(read.faults().stream().map(fault -> fault.message(Language.ENGLISH)))
        .anyMatch(text -> text.contains("some of the measures, which can be carried out together"));
  }

  /** M2 can run in 2026 only. */
  @Test
  void readRad_aMeasureOutsideItsYears_isRefused() throws IOException {
    Checked<?> read =
        read("rad-minimal", "\"year\": 2026, \"budget\"", "\"year\": 2025, \"budget\"");

    assertThat(read.value()).isEmpty();
    assertThat(read.faults().stream().map(fault -> fault.message(Language.INDONESIAN)))
        .anyMatch(text -> text.contains("pada salah satu tahunnya"));
  }

  @Test
  void readRad_whatWasReachedInAYearThatIsNotPlanned_isRefused() throws IOException {
    Checked<?> read =
        read(
            "rad-monitored",
            "\"monitoring\": { \"year\": 2026",
            "\"monitoring\": { \"year\": 2031");

    assertThat(read.faults()).extracting(Fault::code).contains(FaultCode.YEAR_NOT_PLANNED);
  }

  @Test
  void readRad_aYearThatIsNone_isToldOnce() throws IOException {
    Checked<?> read =
        read(
            "rad-monitored",
            "\"monitoring\": { \"year\": 2026",
            "\"monitoring\": { \"year\": \"next\"");

    assertThat(read.faults()).extracting(Fault::code).containsExactly(FaultCode.BAD_NUMBER);
  }

  /** What a plan lacks beside points may be put anew. */
  @Test
  void readRad_anotherLint_isTaken() throws IOException {
    assertThat(read("rad-minimal", "\"lint\": []", "\"lint\": [{\"x\": 1}]").value()).isPresent();
  }
}
