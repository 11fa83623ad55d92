package id.kla.edition;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.EditionDraft.DraftTable;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads an edition from a folder of tab-separated tables, and writes it as such.
 *
 * <p>A table is a file such as {@code questions.tsv}; its first row names the columns. Only {@code
 * edition}, {@code clusters}, {@code indicators} and {@code questions} must be there. An absent
 * table is empty, an absent column or an empty cell has the default given here:
 *
 * <table>
 * <caption>Tables and their columns; those in bold must be there</caption>
 * <tr><th>table</th><th>columns</th></tr>
 * <tr><td>edition</td><td><b>key</b>, <b>value</b>; keys: <b>id</b>, label_id, label_en, maximum,
 *   not_applicable (refused, nothing or full; nothing), not_applicable_mark,
 *   not_applicable_source, not_applicable_note, without_kinds (counts or pending: a claim whose
 *   question asks for no kind of evidence; counts), without_kinds_mark, without_kinds_source,
 *   without_kinds_note, mark, source, note; of an overlay base and
 *   base_digest; of what an overlay has made changed_from and changed_from_digest</td></tr>
 * <tr><td>clusters</td><td><b>cluster</b>, label_id, label_en, maximum (as stated; none),
 *   count (of its indicators, as stated; none: those that are listed), mark, source, note</td></tr>
 * <tr><td>indicators</td><td><b>indicator</b>, <b>cluster</b>, label_id, label_en, maximum (none:
 *   the edition can't be scored), mark, source, note</td></tr>
 * <tr><td>questions</td><td><b>indicator</b>, <b>question</b>, <b>maximum</b>, label_id, label_en,
 *   scale (graded points), asks (coverage, count or change; nothing), better (more or less; more),
 *   collected_from (region, subdistrict or village; region), lead, supporting, lead_mark, topics,
 *   evidence, evidence_need (any or all; any), without_evidence (counts or pending: a claim without
 *   evidence; pending where kinds are asked, else the edition's), not_applicable (the edition's),
 *   not_applicable_mark (mark, source and note of the question), not_applicable_source,
 *   not_applicable_note, mark, source, note</td></tr>
 * <tr><td>scales</td><td><b>scale</b>, <b>kind</b> (levels, bands, line or graded), <b>points</b>,
 *   measure (of bands and lines), level, label_id, label_en (of levels), from or above, to or below
 *   (of bands), at (of lines), mark, source, note; a row a step, the lowest first: of levels the
 *   one that earns least</td></tr>
 * <tr><td>evidence</td><td><b>kind</b>, label_id, label_en, months (how old a document may
 *   be; none: it holds until it is revoked), months_mark, months_source, months_note, mark, source,
 *   note</td></tr>
 * <tr><td>requirements</td><td><b>requirement</b>, label_id, label_en, tier or stage, cluster or
 *   indicator or indicator and question (none: the total), from or above, state (on or off; on),
 *   mark, source, note</td></tr>
 * <tr><td>roles</td><td><b>role</b>, label_id, label_en, aliases, mark, source, note</td></tr>
 * <tr><td>topics</td><td><b>topic</b>, label_id, label_en, mark, source, note</td></tr>
 * <tr><td>ladder</td><td><b>tier</b>, label_id, label_en, from or above, to or below (none: no
 *   end), printed, mark, source, note; the lowest first</td></tr>
 * <tr><td>stages</td><td><b>stage</b>, label_id, label_en, meaning_id, meaning_en, aliases, judging
 *   (self or others; others), mark, source, note; without a row one stage, {@code self}</td></tr>
 * <tr><td>sources</td><td><b>source</b>, <b>text</b>, date</td></tr>
 * <tr><td>accepted</td><td><b>warning</b>, <b>reason</b>, cluster or indicator or indicator and
 *   question, or part as lint names it, such as "questions" or "tier GOLD" (none: the edition)</td></tr>
 * </table>
 *
 * <p>{@code mark} is stated, derived or inferred, and stated by default; {@code source} and other
 * lists are codes divided by semicolons. Numbers have a decimal point or a decimal comma; bounds
 * may be percentages ({@code 90%}) or fractions ({@code 1/3}). There are no thousands separators.
 * Columns {@code from} and {@code to} include their value, {@code above} and {@code below} do not.
 */
@CheckReturnValue
public final class EditionTables {

  static final int LARGEST = 16 << 20;

  /** Of names of files: the first table says whether the others are a whole edition. */
  private static final Comparator<String> ORDER =
      Comparator.comparing((String name) -> !name.equals(EditionTable.EDITION.file()))
          .thenComparing(Comparator.naturalOrder());

  private final List<Fault> faults = new ArrayList<>();
  private final Set<EditionTable> unread = EnumSet.noneOf(EditionTable.class);
  private final Map<EditionTable, DraftTable> tables = new EnumMap<>(EditionTable.class);

  private final String folder;

  private EditionTables(String folder) {
    this.folder = folder;
  }

  /**
   * Reads the folder's tables and checks them as {@link EditionLint} does.
   *
   * <p>All faults are collected, each with sheet, row and column. A file of another name is passed
   * over; one that looks like a mistyped table is warned of.
   */
  public static Checked<Edition> read(Path folder) {
    return read(folder, List.of());
  }

  /**
   * Does the same; tables that name a base are laid over that one of {@code bases}, or of the
   * built-in editions.
   */
  public static Checked<Edition> read(Path folder, List<Edition> bases) {
    EditionTables reader = new EditionTables(folder.toString());
    reader.load(folder);
    return reader.draft().check(bases);
  }

  /**
   * Does the same with tables that stand in no folder: the bytes of each by the name of its file.
   *
   * @param name what faults call the tables together
   */
  public static Checked<Edition> read(String name, Map<String, byte[]> files, List<Edition> bases) {
    EditionTables reader = new EditionTables(name);
    SortedMap<String, byte[]> ordered = new TreeMap<>(ORDER);
    ordered.putAll(files);
    ordered.forEach(
        (file, content) ->
            reader.known(file).ifPresent(table -> reader.load(table, file, content)));
    return reader.draft().check(bases);
  }

  /**
   * Returns the tables that {@code edition} is written as: by the name of each file its text, which
   * read again gives the edition back.
   *
   * <p>Scales have names of their own, since an edition does not keep those that they were read
   * under. Columns that no row fills are left out.
   */
  public static Map<String, String> write(Edition edition) {
    Map<String, String> files = new LinkedHashMap<>();
    Map<EditionTable, DraftTable> written = EditionDraft.of(edition).tables();
    for (EditionTable table : EditionTable.values()) {
      DraftTable rows = written.get(table);
      if (rows != null || EditionTable.neededTables().contains(table)) {
        files.put(table.file(), Table.write(table, rows == null ? List.of() : rows.rows()));
      }
    }
    return Collections.unmodifiableMap(files);
  }

  /** Reads a built-in edition. */
  static Edition builtIn(String id) {
    EditionTables reader = new EditionTables(id);
    reader.loadBuiltIn(id);
    return reader.draft().check().orThrow();
  }

  /** Reads a built-in ladder. */
  static NamedLadder builtInLadder(String id) {
    EditionTables reader = new EditionTables(id);
    reader.loadBuiltIn("ladders/" + id);
    return EditionCheck.ladder(
            id, EditionDraft.builder().tables(reader.tables).faults(reader.faults).build())
        .orThrow();
  }

  private void loadBuiltIn(String directory) {
    for (EditionTable table : EditionTable.values()) {
      String name = directory + "/" + table.file();
      try (InputStream stream = EditionTables.class.getResourceAsStream(name)) {
        if (stream != null) {
          table(table, stream.readAllBytes());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(name, e);
      }
    }
  }

  // Files

  private void load(Path directory) {
    SortedMap<String, Path> files = new TreeMap<>(ORDER);
    try (Stream<Path> listed = Files.list(directory)) {
      listed.forEach(file -> files.put(String.valueOf(file.getFileName()), file));
    } catch (IOException e) {
      faults.add(Fault.unreadable(folder, e));
      unread.addAll(EnumSet.allOf(EditionTable.class));
      return;
    }
    files.forEach((name, file) -> known(name).ifPresent(table -> load(table, file)));
  }

  /** Returns the table that a file holds, and warns of a name that looks like a mistyped one. */
  private Optional<EditionTable> known(String name) {
    Optional<EditionTable> table =
        Stream.of(EditionTable.values()).filter(each -> each.file().equals(name)).findFirst();
    if (table.isEmpty() && name.endsWith(".tsv")) {
      faults.add(
          Fault.of(FaultCode.UNKNOWN_TABLE, Place.file(folder))
              .with("found", name)
              .with("nearest", Nearest.to(name, EditionTable.files())));
    }
    return table;
  }

  private void load(EditionTable table, Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      load(table, file.toString(), stream.readNBytes(LARGEST + 1));
    } catch (IOException e) {
      faults.add(Fault.unreadable(file.toString(), e));
      unread.add(table);
    }
  }

  private void load(EditionTable table, String file, byte[] content) {
    if (content.length > LARGEST) {
      faults.add(
          Fault.of(FaultCode.TOO_LARGE, Place.file(file))
              .with("found", "more than " + LARGEST + " bytes")
              .with("allowed", LARGEST + " bytes"));
      unread.add(table);
    } else {
      table(table, content);
    }
  }

  private void table(EditionTable table, byte[] content) {
    List<String> needed = isOverlay() ? table.neededColumnsOfAnOverlay() : table.neededColumns();
    Table.read(table.file(), table.columns(), needed, content, faults)
        .ifPresentOrElse(read -> tables.put(table, read), () -> unread.add(table));
  }

  private boolean isOverlay() {
    return EditionDraft.builder().tables(tables).build().key("base").isPresent();
  }

  private EditionDraft draft() {
    boolean isOverlay = isOverlay();
    for (EditionTable table : EditionTable.neededTables()) {
      if (!(isOverlay && table != EditionTable.EDITION)
          && !tables.containsKey(table)
          && !unread.contains(table)) {
        faults.add(
            Fault.of(FaultCode.MISSING_TABLE, Place.file(folder)).with("table", table.file()));
      }
    }
    return EditionDraft.builder().tables(tables).faults(faults).unread(unread).build();
  }
}
