package id.kla.edition;

import static java.util.stream.Collectors.joining;

import id.kla.edition.EditionDraft.DraftRow;
import id.kla.edition.EditionDraft.DraftTable;
import id.kla.fault.Checked;
import id.kla.fault.Digest;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays the tables of a draft over an edition: rows with a known code change the cells that they
 * fill, others are added; a ladder or stages replace the edition's, since their order counts.
 */
final class Overlay {

  /** A cell that empties the one below it. */
  private static final String NOTHING = "-";

  private static final Set<EditionTable> WHOLE = Set.of(EditionTable.LADDER, EditionTable.STAGES);

  /** Columns of which one takes the other's place. */
  private static final Map<String, List<String>> RIVALS =
      Map.of(
          "from", List.of("above"),
          "above", List.of("from"),
          "tier", List.of("stage"),
          "stage", List.of("tier"));

  private static final Set<String> ORIGIN = Set.of("mark", "source", "note");

  private final EditionDraft draft;
  private final Edition base;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<EditionTable, List<DraftRow>> merged = new EnumMap<>(EditionTable.class);

  private Overlay(EditionDraft draft, Edition base) {
    this.draft = draft;
    this.base = base;
  }

  /** Returns what the draft makes of {@code base}; that edition itself if it changes nothing. */
  static Checked<Edition> apply(EditionDraft draft, Edition base) {
    return new Overlay(draft, base).edition();
  }

  private Checked<Edition> edition() {
    baseDigest();
    EditionDraft below = EditionDraft.of(base);
    for (EditionTable table : EditionTable.values()) {
      if (table != EditionTable.CHANGES) {
        List<DraftRow> over = rows(draft, table);
        merged.put(
            table,
            WHOLE.contains(table) && !over.isEmpty()
                ? over
                : merge(table, named(table, rows(below, table)), over));
      }
    }
    reweigh(below);
    EditionDraft.Builder whole = EditionDraft.builder().faults(draft.faults()).addAllFaults(faults);
    whole.unread(draft.unread());
    merged.forEach(
        (table, rows) -> {
          if (!rows.isEmpty()) {
            DraftTable written = draft.tables().get(table);
            whole.putTables(
                table,
                new DraftTable(
                    written == null ? Place.unknown() : written.place(), rows, Set.of()));
          }
        });
    Checked<Edition> read = EditionCheck.of(whole.build());
    return read.value().isPresent() ? changed(read.orThrow(), read.faults()) : read;
  }

  private Checked<Edition> changed(Edition read, List<Fault> warnings) {
    List<Change> changes = EditionDiff.of(base, read);
    if (changes.isEmpty()) {
      return Checked.of(base, warnings);
    }
    if (read.id().equals(base.id())) {
      List<Fault> all = new ArrayList<>(warnings);
      all.add(Fault.of(FaultCode.SAME_ID, place("id")).with("found", base.id()));
      return Checked.failed(all);
    }
    return Checked.of(
        Edition.builder()
            .from(read)
            .changedFrom(new ChangedFrom(base.id(), base.digest(), changes))
            .build(),
        warnings);
  }

  private void baseDigest() {
    Optional<Written<String>> said = key("base_digest");
    if (said.isEmpty()) {
      return;
    }
    String text = said.get().value();
    Optional<Digest> digest = Digest.find(text);
    if (digest.isEmpty()) {
      faults.add(Fault.of(FaultCode.BAD_DIGEST, said.get().place()).with("found", text));
    } else if (!digest.get().equals(base.digest())) {
      faults.add(
          Fault.of(FaultCode.OTHER_BASE, said.get().place())
              .with("edition", base.id())
              .with("found", text)
              .with("computed", base.digest().toString()));
    }
  }

  private Place place(String key) {
    return key(key).map(Written::place).orElse(Place.unknown());
  }

  private Optional<Written<String>> key(String key) {
    return draft.key(key);
  }

  private static List<DraftRow> rows(EditionDraft draft, EditionTable table) {
    DraftTable written = draft.tables().get(table);
    return written == null ? List.of() : written.rows();
  }

  // Rows

  private static List<DraftRow> merge(
      EditionTable table, List<DraftRow> below, List<DraftRow> over) {
    if (table == EditionTable.SCALES || table == EditionTable.ACCEPTED) {
      List<DraftRow> both = new ArrayList<>(below);
      both.addAll(over);
      return both;
    }
    Map<String, DraftRow> rows = new LinkedHashMap<>();
    below.forEach(row -> rows.put(code(table, row), row));
    Set<String> seen = new HashSet<>();
    List<DraftRow> twice = new ArrayList<>();
    for (DraftRow row : over) {
      String code = code(table, row);
      if (isOfTheOverlay(table, code)) {
        continue;
      }
      if (!seen.add(code)) {
        // Told by whoever reads the tables: a code stands twice.
        twice.add(row);
      } else {
        rows.merge(code, row, (known, changes) -> changed(table, known, changes));
      }
    }
    List<DraftRow> all = new ArrayList<>(rows.values());
    all.addAll(twice);
    return all;
  }

  private static boolean isOfTheOverlay(EditionTable table, String code) {
    return table == EditionTable.EDITION && (code.equals("base") || code.equals("base_digest"));
  }

  private static String code(EditionTable table, DraftRow row) {
    return table.keyColumns().stream()
        .map(column -> row.find(column).orElse(""))
        .collect(joining("."));
  }

  /** What is changed is no more what the base's source says. */
  private static DraftRow changed(EditionTable table, DraftRow below, DraftRow over) {
    Map<String, Written<String>> cells = new HashMap<>(below.cells());
    boolean isChanged = false;
    for (String column : table.columns()) {
      Optional<String> text = over.find(column);
      if (text.isEmpty()) {
        continue;
      }
      Written<String> cell = over.cells().get(column);
      boolean isSame =
          below.find(column).filter(b -> isSame(table, column, b, text.get())).isPresent();
      isChanged |= !isSame && !ORIGIN.contains(column);
      RIVALS.getOrDefault(column, List.of()).forEach(cells::remove);
      if (text.get().equals(NOTHING)) {
        cells.remove(column);
      } else {
        cells.put(column, cell);
      }
    }
    if (isChanged && table.columns().contains("mark") && over.find("mark").isEmpty()) {
      for (String column : ORIGIN) {
        if (over.find(column).isEmpty()) {
          cells.remove(column);
        }
      }
      cells.put("mark", new Written<>("inferred", over.place()));
    }
    return new DraftRow(over.place(), cells, over.unread());
  }

  private static boolean isSame(EditionTable table, String column, String below, String over) {
    return switch (table.kind(column)) {
      case TEXT -> below.equals(over);
      case LIST -> Row.entries(below).equals(Row.entries(over));
      case NUMBER -> below.equals(over) || isSameNumber(below, over);
    };
  }

  private static boolean isSameNumber(String below, String over) {
    try {
      return Ratio.parse(below).equals(Ratio.parse(over.replace(',', '.')));
    } catch (IllegalArgumentException e) {
      // Told by whoever reads the tables.
      return false;
    }
  }

  // Scales

  /** An edition keeps no names of its scales: those of the base give way to the overlay's. */
  private List<DraftRow> named(EditionTable table, List<DraftRow> below) {
    Set<String> taken = new HashSet<>();
    rows(draft, EditionTable.SCALES).forEach(row -> row.find("scale").ifPresent(taken::add));
    boolean hasScales = table == EditionTable.SCALES || table == EditionTable.QUESTIONS;
    return taken.isEmpty() || !hasScales
        ? below
        : below.stream()
            .map(
                row ->
                    row.find("scale")
                        .filter(taken::contains)
                        .map(name -> with(row, "scale", name + "-base"))
                        .orElse(row))
            .toList();
  }

  private static DraftRow with(DraftRow row, String column, String text) {
    Map<String, Written<String>> cells = new HashMap<>(row.cells());
    cells.put(column, new Written<>(text, row.place()));
    return new DraftRow(row.place(), cells, row.unread());
  }

  /** A question with another maximum and no scale of its own keeps its steps in proportion. */
  private void reweigh(EditionDraft below) {
    Map<String, DraftRow> before = new HashMap<>();
    named(EditionTable.QUESTIONS, rows(below, EditionTable.QUESTIONS))
        .forEach(row -> before.put(code(EditionTable.QUESTIONS, row), row));
    Map<String, List<DraftRow>> scales = new HashMap<>();
    merged.getOrDefault(EditionTable.SCALES, List.of()).stream()
        .filter(row -> row.find("scale").isPresent())
        .forEach(
            row ->
                scales
                    .computeIfAbsent(row.find("scale").orElseThrow(), name -> new ArrayList<>())
                    .add(row));
    Map<String, List<DraftRow>> scaled = new LinkedHashMap<>();
    List<DraftRow> questions = new ArrayList<>();
    for (DraftRow row : merged.getOrDefault(EditionTable.QUESTIONS, List.of())) {
      DraftRow known = before.get(code(EditionTable.QUESTIONS, row));
      Optional<String> scale = row.find("scale");
      Optional<Points> old = known == null ? Optional.empty() : maximum(known);
      Optional<Points> now = maximum(row);
      boolean isReweighed =
          known != null
              && old.isPresent()
              && now.isPresent()
              && !old.get().isZero()
              && !old.equals(now)
              && scale.isPresent()
              && scale.equals(known.find("scale"));
      if (!isReweighed) {
        questions.add(row);
        continue;
      }
      String name = scale.get() + "-of-" + now.get() + "-for-" + old.get();
      scaled.computeIfAbsent(
          name,
          n ->
              scales.getOrDefault(scale.get(), List.of()).stream()
                  .map(step -> step(step, n, now.get(), old.get()))
                  .toList());
      questions.add(with(row, "scale", name));
    }
    merged.put(EditionTable.QUESTIONS, questions);
    List<DraftRow> steps = new ArrayList<>(merged.getOrDefault(EditionTable.SCALES, List.of()));
    scaled.values().forEach(steps::addAll);
    Set<String> used = new HashSet<>();
    questions.forEach(row -> row.find("scale").ifPresent(used::add));
    Set<String> own = new HashSet<>();
    rows(draft, EditionTable.SCALES).forEach(row -> row.find("scale").ifPresent(own::add));
    // A scale of the base that no question uses any more is nobody's mistake.
    steps.removeIf(
        row -> row.find("scale").filter(s -> !used.contains(s) && !own.contains(s)).isPresent());
    merged.put(EditionTable.SCALES, steps);
  }

  private static Optional<Points> maximum(DraftRow row) {
    try {
      return row.find("maximum").map(text -> Points.parse(text.replace(',', '.')));
    } catch (IllegalArgumentException e) {
      // Told by whoever reads the tables.
      return Optional.empty();
    }
  }

  private static DraftRow step(DraftRow step, String name, Points now, Points old) {
    Points points = Points.parse(step.find("points").orElseThrow());
    return with(with(step, "scale", name), "points", points.proportional(now, old).toString());
  }
}
