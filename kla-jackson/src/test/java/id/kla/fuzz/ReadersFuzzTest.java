package id.kla.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.EditionDraft;
import id.kla.edition.EditionTables;
import id.kla.edition.Editions;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Language;
import id.kla.fault.Severity;
import id.kla.jackson.FaultyDocumentException;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.jackson.KlaModule;
import id.kla.table.Books;
import id.kla.table.KlaTables;
import id.kla.table.SheetFile;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every reader gives a value or faults, whatever it is fed, and never another exception.
 *
 * <p>Each method runs here over the inputs that are kept in {@code
 * src/test/resources/id/kla/fuzz/ReadersFuzzTestInputs}, what fuzzing found among them. To fuzz one
 * for ten minutes: {@code JAZZER_FUZZ=1 mvn test -pl kla-jackson -am
 * -Dtest=ReadersFuzzTest#readAssessment -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ReadersFuzzTest {

  private static final Map<String, String> TABLES = EditionTables.write(Editions.kla2024());

  @TempDir private static Path folder = Path.of("");

  private static final KlaJson STRICT = KlaJson.strict();
  private static final KlaJson LENIENT = KlaJson.lenient();
  private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new KlaModule());

  @BeforeAll
  static void writeTables() throws IOException {
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      Files.writeString(folder.resolve(table.getKey()), table.getValue());
    }
  }

  @FuzzTest(maxDuration = "10m")
  void readAssessment(byte[] input) throws IOException {
    givesAValueOrFaults(read(STRICT, KlaFormat.ASSESSMENT, input));
    givesAValueOrFaults(read(LENIENT, KlaFormat.ASSESSMENT, input));
  }

  @FuzzTest(maxDuration = "10m")
  void readScored(byte[] input) throws IOException {
    givesAValueOrFaults(read(STRICT, KlaFormat.SCORED, input));
  }

  @FuzzTest(maxDuration = "10m")
  void readWhatIf(byte[] input) throws IOException {
    givesAValueOrFaults(read(STRICT, KlaFormat.WHAT_IF, input));
    givesAValueOrFaults(read(LENIENT, KlaFormat.WHAT_IF, input));
  }

  @FuzzTest(maxDuration = "10m")
  void readGap(byte[] input) throws IOException {
    givesAValueOrFaults(read(STRICT, KlaFormat.GAP, input));
    givesAValueOrFaults(read(LENIENT, KlaFormat.GAP, input));
  }

  @FuzzTest(maxDuration = "10m")
  void readPlan(byte[] input) throws IOException {
    givesAValueOrFaults(read(STRICT, KlaFormat.PLAN, input));
    givesAValueOrFaults(read(LENIENT, KlaFormat.PLAN, input));
  }

  @FuzzTest(maxDuration = "10m")
  void readRad(byte[] input) throws IOException {
    givesAValueOrFaults(read(STRICT, KlaFormat.RAD, input));
    givesAValueOrFaults(read(LENIENT, KlaFormat.RAD, input));
  }

  @FuzzTest(maxDuration = "10m")
  void readEdition(byte[] input) throws IOException {
    givesAValueOrFaults(read(STRICT, KlaFormat.EDITION, input));
  }

  /**
   * Tables of {@code kla-2024}, of which one is damaged: the first byte says which, three where,
   * one how much goes, and the others come in its place.
   */
  @FuzzTest(maxDuration = "10m")
  void readDamagedEdition(byte[] input) throws IOException {
    if (input.length < 5) {
      return;
    }
    ByteBuffer damage = ByteBuffer.wrap(input);
    List<String> names = List.copyOf(TABLES.keySet());
    String name = names.get(Byte.toUnsignedInt(damage.get()) % names.size());
    byte[] table = TABLES.getOrDefault(name, "").getBytes(UTF_8);
    int from = (damage.getShort() & 0xffff) * 256 + (damage.get() & 0xff);
    from %= table.length;
    int to = Math.min(table.length, from + (damage.get() & 0xff));
    byte[] damaged = Arrays.copyOf(table, table.length - (to - from) + damage.remaining());
    System.arraycopy(input, 5, damaged, from, input.length - 5);
    System.arraycopy(table, to, damaged, from + input.length - 5, table.length - to);
    Files.write(folder.resolve(name), damaged);
    try {
      Checked<Edition> read = EditionTables.read(folder);

      givesAValueOrFaults(read);
      read.value()
          .ifPresent(
              edition -> assertThat(EditionDraft.of(edition).check().value()).contains(edition));
    } finally {
      Files.write(folder.resolve(name), table);
    }
  }

  @FuzzTest(maxDuration = "10m")
  void readDeclared(byte[] input) throws IOException {
    givesAValueOrFaults(read(STRICT, KlaFormat.DECLARED, input));
  }

  @FuzzTest(maxDuration = "10m")
  void readMeasures(byte[] input) throws IOException {
    givesAValueOrFaults(read(STRICT, KlaFormat.MEASURES, input));
  }

  @FuzzTest(maxDuration = "10m")
  void readSurvival(byte[] input) throws IOException {
    givesAValueOrFaults(read(STRICT, KlaFormat.SURVIVAL, input));
    givesAValueOrFaults(
        tables().withEdition(Editions.kla2024()).readSurvival(SheetFile.of("any", input)));
  }

  @FuzzTest(maxDuration = "10m")
  void readSimulation(byte[] input) throws IOException {
    givesAValueOrFaults(read(STRICT, KlaFormat.SIMULATION, input));
    givesAValueOrFaults(read(LENIENT, KlaFormat.SIMULATION, input));
  }

  @FuzzTest(maxDuration = "10m")
  void readUnits(byte[] input) throws IOException {
    givesAValueOrFaults(read(STRICT, KlaFormat.UNITS, input));
    givesAValueOrFaults(tables().readUnits(List.of(SheetFile.of("any", input)), Optional.empty()));
  }

  @FuzzTest(maxDuration = "10m")
  void readHistory(byte[] input) throws IOException {
    givesAValueOrFaults(read(STRICT, KlaFormat.HISTORY, input));
  }

  @FuzzTest(maxDuration = "10m")
  void readFaults(byte[] input) throws IOException {
    Checked<List<Fault>> read = read(STRICT, KlaFormat.FAULTS, input);

    givesAValueOrFaults(read);
    read.value().ifPresent(faults -> STRICT.write(KlaFormat.FAULTS, faults));
  }

  @FuzzTest(maxDuration = "10m")
  void readThroughAMapper(byte[] input) throws IOException {
    try {
      MAPPER.readValue(input, Assessment.class);
    } catch (FaultyDocumentException e) {
      assertThat(e.faults()).isNotEmpty();
    } catch (JsonProcessingException e) {
      // The mapper's own: what comes before the value or is no value at all.
      assertThat(e.getOriginalMessage()).isNotNull();
    } catch (CharConversionException e) {
      // The same of text whose characters have four bytes.
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  @FuzzTest(maxDuration = "10m")
  void readTables(byte[] input) {
    List<SheetFile> files = List.of(SheetFile.of("any", input));

    givesAValueOrFaults(tables().merge(files));
    givesAValueOrFaults(tables().readDeclared(files));
    givesAValueOrFaults(tables().readMeasures(files));
    givesAValueOrFaults(tables().readGoals(files.get(0), Editions.kla2024()));
    givesAValueOrFaults(tables().readAgencies(files.get(0)));
  }

  @FuzzTest(maxDuration = "10m")
  void readWorkbooks(byte[] input) {
    List<SheetFile> files = List.of(SheetFile.of("any", Books.ofSheet(input)));

    givesAValueOrFaults(tables().merge(files));
    givesAValueOrFaults(tables().readDeclared(files));
  }

  @FuzzTest(maxDuration = "10m")
  void readArchives(byte[] input) {
    byte[] archive = new byte[input.length + 4];
    System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, archive, 0, 4);
    System.arraycopy(input, 0, archive, 4, input.length);

    givesAValueOrFaults(tables().merge(List.of(SheetFile.of("any", archive))));
  }

  private static KlaTables tables() {
    return KlaTables.of().withRegion("16.10").withRound("2024").withStage("self");
  }

  private static <T> Checked<T> read(KlaJson json, KlaFormat<T> format, byte[] input)
      throws IOException {
    return json.read(format, "any", new ByteArrayInputStream(input));
  }

  private static void givesAValueOrFaults(Checked<?> read) {
    boolean hasError = read.faults().stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
    assertThat(read.value().isPresent()).isNotEqualTo(hasError);
    for (Fault fault : read.faults()) {
      for (Language language : Language.values()) {
        assertThat(fault.message(language)).isNotEmpty();
      }
    }
  }
}
