package id.kla.table;

import static id.kla.table.Sheets.json;
import static id.kla.table.Sheets.told;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Role;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Severity;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.jackson.SheetArbitraries;
import id.kla.planning.MeasureList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** What is written as tables is read back; whatever else is read gives a value or faults. */
class KlaTablesProperties {

  private static final Duration QUICK = Duration.ofSeconds(5);

  @Provide
  Arbitrary<Assessment> assessments() {
    return SheetArbitraries.assessments();
  }

  @Provide
  Arbitrary<Assessment> assessmentsOf2024() {
    return SheetArbitraries.assessments(Editions.kla2024());
  }

  @Provide
  Arbitrary<List<DeclaredResult>> declared() {
    return SheetArbitraries.declaredResults();
  }

  @Provide
  Arbitrary<Locale> locales() {
    return SheetArbitraries.locales();
  }

  // Round trips

  @Property(tries = 200)
  void write_assessment_isReadBackInEveryLocaleLanguageAndForm(
      @ForAll("assessments") Assessment sheet,
      @ForAll("locales") Locale locale,
      @ForAll Language language,
      @ForAll KlaTables.Form form) {
    isReadBack(sheet, locale, language, form);
  }

  @Property(tries = 40)
  void write_assessmentOf2024_isReadBackInEveryLocaleLanguageAndForm(
      @ForAll("assessmentsOf2024") Assessment sheet,
      @ForAll("locales") Locale locale,
      @ForAll Language language,
      @ForAll KlaTables.Form form) {
    isReadBack(sheet, locale, language, form);
  }

  /** The tables also bring the warnings that the document brings, and none of their own. */
  private static void isReadBack(
      Assessment sheet, Locale locale, Language language, KlaTables.Form form) {
    KlaTables tables = KlaTables.of(List.of(sheet.edition())).in(language);
    byte[] written = SheetArbitraries.in(locale, () -> tables.write(sheet, form));

    Checked<KlaTables.Merged> read =
        SheetArbitraries.in(locale, () -> tables.merge(List.of(SheetFile.of("any", written))));

    assertThat(read.orThrow().assessment()).isEqualTo(sheet);
    assertThat(json(read.orThrow().assessment())).isEqualTo(json(sheet));
    assertThat(codes(read)).isEqualTo(codes(document(sheet)));
  }

  private static Checked<Assessment> document(Assessment sheet) {
    return KlaJson.strict(List.of(sheet.edition())).read(KlaFormat.ASSESSMENT, "any", json(sheet));
  }

  /** A number such as 1.234 is one thing in a document, and may be another in a table. */
  private static List<FaultCode> codes(Checked<?> read) {
    return read.faults().stream()
        .map(Fault::code)
        .filter(code -> code != FaultCode.AMBIGUOUS_NUMBER)
        .sorted()
        .toList();
  }

  @Property(tries = 300)
  void writeDeclared_results_areReadBackInEveryLocaleLanguageAndForm(
      @ForAll("declared") List<DeclaredResult> results,
      @ForAll("locales") Locale locale,
      @ForAll Language language,
      @ForAll KlaTables.Form form) {
    KlaTables tables = KlaTables.of().in(language);
    byte[] written = SheetArbitraries.in(locale, () -> tables.writeDeclared(results, form));

    Checked<List<DeclaredResult>> read =
        SheetArbitraries.in(
            locale, () -> tables.readDeclared(List.of(SheetFile.of("any", written))));

    assertThat(read.orThrow()).isEqualTo(results);
  }

  @Provide
  Arbitrary<MeasureList> measures() {
    return SheetArbitraries.measures();
  }

  @Property(tries = 300)
  void writeMeasures_measures_areReadBackInEveryLocaleLanguageAndForm(
      @ForAll("measures") MeasureList measures,
      @ForAll("locales") Locale locale,
      @ForAll Language language,
      @ForAll KlaTables.Form form) {
    KlaTables tables = KlaTables.of(List.of(measures.edition())).in(language);
    byte[] written = SheetArbitraries.in(locale, () -> tables.writeMeasures(measures, form));

    Checked<MeasureList> read =
        SheetArbitraries.in(
            locale, () -> tables.readMeasures(List.of(SheetFile.of("any", written))));

    assertThat(read.orThrow()).isEqualTo(measures);
    assertThat(codes(read)).isEmpty();
  }

  // Merging

  @Property(tries = 100)
  void merge_sheetsOfEveryRole_areTheWholeSheetInAnyOrder(
      @ForAll("assessments") Assessment sheet,
      @ForAll("locales") Locale locale,
      @ForAll Random random) {
    KlaTables tables = KlaTables.of(List.of(sheet.edition()));
    List<SheetFile> files = parts(tables, sheet, random);

    Checked<KlaTables.Merged> merged = SheetArbitraries.in(locale, () -> tables.merge(files));

    assertThat(json(merged.orThrow().assessment())).isEqualTo(json(sheet));
  }

  /** Returns a sheet for each role, and one for the questions that none leads, in any order. */
  private static List<SheetFile> parts(KlaTables tables, Assessment sheet, Random random) {
    Edition edition = sheet.edition();
    List<KlaTables.Asked> asked = new ArrayList<>();
    edition.roles().stream().map(Role::code).map(KlaTables.Asked::role).forEach(asked::add);
    asked.add(KlaTables.Asked.nobody());
    Collections.shuffle(asked, random);
    List<SheetFile> files = new ArrayList<>();
    for (KlaTables.Asked each : asked) {
      KlaTables.Form form = random.nextBoolean() ? KlaTables.Form.CSV : KlaTables.Form.XLSX;
      byte[] content = tables.writeForm(edition, each, Optional.of(sheet), form);
      files.add(SheetFile.of("file " + files.size(), content));
    }
    Collections.shuffle(files, random);
    return files;
  }

  // Anything at all

  @Property(tries = 300)
  void merge_damagedText_givesAValueOrFaults(
      @ForAll("assessments") Assessment sheet, @ForAll Language language, @ForAll Random random) {
    KlaTables tables = KlaTables.of(List.of(sheet.edition())).in(language);
    byte[] text = damaged(tables.write(sheet, KlaTables.Form.CSV), random);

    givesAValueOrFaults(tables, SheetFile.of("any", text));
  }

  @Property(tries = 150)
  void merge_damagedPartOfAWorkbook_givesAValueOrFaults(
      @ForAll("assessments") Assessment sheet, @ForAll Random random) {
    KlaTables tables = KlaTables.of(List.of(sheet.edition()));
    Map<String, String> parts = unpacked(tables.write(sheet, KlaTables.Form.XLSX));
    List<String> names = List.copyOf(parts.keySet());
    String name = names.get(random.nextInt(names.size()));
    parts.compute(
        random.nextBoolean() ? "xl/worksheets/sheet1.xml" : name,
        (key, part) -> new String(damaged(bytes(part), random), StandardCharsets.UTF_8));

    givesAValueOrFaults(tables, SheetFile.of("any", Books.zip(parts)));
  }

  @Property(tries = 150)
  void merge_damagedArchive_givesAValueOrFaults(
      @ForAll("assessments") Assessment sheet, @ForAll Random random) {
    KlaTables tables = KlaTables.of(List.of(sheet.edition()));
    byte[] archive = damaged(tables.write(sheet, KlaTables.Form.XLSX), random);

    givesAValueOrFaults(tables, SheetFile.of("any", archive));
  }

  @Property(tries = 300)
  void readDeclared_damagedText_givesAValueOrFaults(
      @ForAll("declared") List<DeclaredResult> results, @ForAll Random random) {
    KlaTables tables = KlaTables.of();
    byte[] text = damaged(tables.writeDeclared(results, KlaTables.Form.CSV), random);

    givesAValueOrFaults(tables, SheetFile.of("any", text));
  }

  @Property(tries = 200)
  void readMeasures_damagedText_givesAValueOrFaults(
      @ForAll("measures") MeasureList measures, @ForAll Random random) {
    KlaTables tables = KlaTables.of(List.of(measures.edition()));
    byte[] text = damaged(tables.writeMeasures(measures, KlaTables.Form.CSV), random);

    givesAValueOrFaults(tables, SheetFile.of("any", text));
  }

  private static void givesAValueOrFaults(KlaTables tables, SheetFile file) {
    long start = System.nanoTime();
    List<Checked<?>> all =
        List.of(
            tables.merge(List.of(file)),
            tables.readDeclared(List.of(file)),
            tables.readMeasures(List.of(file)),
            tables.readAgencies(file));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
    for (Checked<?> read : all) {
      assertThat(read.value().isPresent())
          .isNotEqualTo(
              read.faults().stream().anyMatch(fault -> fault.severity() == Severity.ERROR));
      assertThat(told(read)).doesNotHaveDuplicates();
      for (Fault fault : read.faults()) {
        for (Language language : Language.values()) {
          assertThat(fault.message(language)).isNotBlank();
        }
      }
    }
  }

  // Damage

  /** What people, spreadsheets and attacks put into cells. */
  private static final List<String> FRAGMENTS =
      List.of(
          ",",
          ";",
          "\t",
          "\"",
          "\"\"",
          "'",
          "=",
          "\n",
          "\r\n",
          "\r",
          "\n\n",
          "\uFEFF",
          "\u0000",
          "é",
          "😀",
          "%",
          "-1",
          "0,5",
          "1e999999999",
          "1.234",
          "9".repeat(60),
          "99999999999999999999 of 1",
          "02-Mar",
          "2024-02-30",
          "code,answer",
          "\nstage;final",
          "\nindicator,question,stage,ruling,points\n",
          "\nid,questions\nE0,1.1\n",
          "region,round,source,total",
          "total",
          "Jumlah",
          "revised",
          "_x0041_",
          "_xD83D_",
          "<",
          ">",
          "&#x0;",
          "&x;",
          "<c r=\"ZZZ99999\"><v>1</v></c>",
          "<c r=\"A1\" s=\"99\" t=\"s\"><v>-1</v></c>",
          "<row r=\"-1\">",
          "<f t=\"shared\" si=\"0\">A1</f>",
          "<is><t>x</t></is>",
          " t=\"b\"",
          " t=\"d\"",
          " s=\"-1\"");

  /** Returns the bytes with one to four changes. */
  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] damaged = bytes;
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times; i++) {
      int from = random.nextInt(damaged.length + 1);
      int to = Math.min(damaged.length, from + random.nextInt(12));
      damaged =
          switch (random.nextInt(4)) {
            case 0 -> spliced(damaged, from, damaged.length, "");
            case 1 -> spliced(damaged, from, to, "");
            case 2 -> spliced(damaged, from, to, fragment(random));
            default -> spliced(damaged, from, from, fragment(random));
          };
    }
    return damaged;
  }

  private static String fragment(Random random) {
    return FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
  }

  private static byte[] spliced(byte[] bytes, int from, int to, String middle) {
    byte[] put = bytes(middle);
    byte[] spliced = Arrays.copyOf(bytes, from + put.length + bytes.length - to);
    System.arraycopy(put, 0, spliced, from, put.length);
    System.arraycopy(bytes, to, spliced, from + put.length, bytes.length - to);
    return spliced;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> unpacked(byte[] workbook) {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        byte[] part = zip.getInputStream(entry).readAllBytes();
        parts.put(entry.getName(), new String(part, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return parts;
  }
}
