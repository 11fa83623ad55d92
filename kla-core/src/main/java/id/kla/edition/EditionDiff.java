package id.kla.edition;

import static java.util.stream.Collectors.joining;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.EditionDraft.DraftRow;
import id.kla.edition.EditionDraft.DraftTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two editions, table by table.
 *
 * <p>A part that is gone and one that is new, with the same label in both languages, are one part
 * with another code. The editions' own ids and the warnings that they accept are not compared.
 */
@CheckReturnValue
public final class EditionDiff {

  /** Scales are compared with their questions; the others are no content. */
  private static final Set<EditionTable> APART =
      Set.of(EditionTable.SCALES, EditionTable.ACCEPTED, EditionTable.CHANGES);

  private static final Set<String> TEXTS =
      Set.of("label_id", "label_en", "meaning_id", "meaning_en", "printed", "text", "levels");
  private static final Set<String> BOUNDS = Set.of("from", "above", "to", "below");
  private static final Set<String> RULE =
      Set.of(
          "not_applicable", "not_applicable_mark", "not_applicable_source", "not_applicable_note");
  private static final Set<String> IDENTITY =
      Set.of(
          "id",
          "label_id",
          "label_en",
          "mark",
          "source",
          "note",
          "base",
          "base_digest",
          "changed_from",
          "changed_from_digest");

  private final List<Change> changes = new ArrayList<>();
  private final Map<String, String> indicators = new HashMap<>();

  private EditionDiff() {}

  /** Returns everything in which {@code to} differs from {@code from}, in the order of tables. */
  public static List<Change> of(Edition from, Edition to) {
    EditionDiff diff = new EditionDiff();
    EditionDraft before = EditionDraft.of(from);
    EditionDraft after = EditionDraft.of(to);
    for (EditionTable table : EditionTable.values()) {
      if (!APART.contains(table)) {
        diff.compare(table, rows(from, before, table), rows(to, after, table));
      }
    }
    return List.copyOf(diff.changes);
  }

  // Rows

  /** Returns the rows of a table by their codes. */
  private static Map<String, Map<String, String>> rows(
      Edition edition, EditionDraft draft, EditionTable table) {
    DraftTable written = draft.tables().get(table);
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    if (written == null) {
      return rows;
    }
    List<String> keys = table.keyColumns();
    for (DraftRow row : written.rows()) {
      String code = keys.stream().map(key -> row.find(key).orElse("")).collect(joining("."));
      if (table == EditionTable.EDITION && (IDENTITY.contains(code) || RULE.contains(code))) {
        continue;
      }
      Map<String, String> cells = new LinkedHashMap<>();
      for (String column : table.columns()) {
        if (!keys.contains(column)) {
          row.find(column).ifPresent(text -> cells.put(column, text));
        }
      }
      rows.putIfAbsent(code, cells);
    }
    if (table == EditionTable.QUESTIONS) {
      edition
          .questions()
          .forEach(q -> rows.computeIfPresent(q.code().toString(), (c, cells) -> spell(q, cells)));
    }
    return rows;
  }

  /** Puts what a row says by reference, or leaves to the edition, into the row itself. */
  private static Map<String, String> spell(Question question, Map<String, String> cells) {
    Scale scale = question.scale();
    cells.put("scale", ScaleText.steps(scale));
    cells.put("levels", ScaleText.labels(scale));
    cells.put("scale_source", text(scale.origin()));
    cells.put("not_applicable", question.notApplicable().name().toLowerCase(Locale.ROOT));
    RULE.stream().filter(column -> !column.equals("not_applicable")).forEach(cells::remove);
    cells.put("not_applicable_source", text(question.notApplicableOrigin()));
    return cells;
  }

  private static String text(Origin origin) {
    return origin.equals(Origin.STATED)
        ? ""
        : (origin.mark().name().toLowerCase(Locale.ROOT)
                + " "
                + String.join(";", origin.sources())
                + " "
                + origin.note())
            .strip();
  }

  // Tables

  private void compare(
      EditionTable table,
      Map<String, Map<String, String>> before,
      Map<String, Map<String, String>> after) {
    Map<String, String> renamed = renamed(table, before, after);
    before.forEach(
        (code, cells) -> {
          String now = renamed.getOrDefault(code, code);
          Map<String, String> later = after.get(now);
          if (later == null) {
            changes.add(new Change(Change.Kind.REMOVED, table, code, "", name(cells), ""));
            return;
          }
          if (!now.equals(code) && !isCarried(table, code, now)) {
            changes.add(new Change(Change.Kind.RENUMBERED, table, code, "", code, now));
          }
          cells(table, code, cells, later);
        });
    Set<String> known = new HashSet<>();
    before.keySet().forEach(code -> known.add(renamed.getOrDefault(code, code)));
    after.forEach(
        (code, cells) -> {
          if (!known.contains(code)) {
            changes.add(new Change(Change.Kind.ADDED, table, code, "", "", name(cells)));
          }
        });
    order(table, before, after, renamed);
  }

  /** Returns the codes that have changed: the part has kept its label, or its indicator's place. */
  private Map<String, String> renamed(
      EditionTable table,
      Map<String, Map<String, String>> before,
      Map<String, Map<String, String>> after) {
    Map<String, String> renamed = new HashMap<>();
    for (String code : before.keySet()) {
      String carried = carried(table, code);
      if (!after.containsKey(code) && after.containsKey(carried)) {
        renamed.put(code, carried);
      }
    }
    Map<String, Optional<String>> gone = byLabel(before, after.keySet(), renamed.keySet());
    Map<String, Optional<String>> come =
        byLabel(after, before.keySet(), new HashSet<>(renamed.values()));
    gone.forEach(
        (label, code) -> {
          Optional<String> other = come.getOrDefault(label, Optional.empty());
          if (code.isPresent() && other.isPresent()) {
            renamed.put(code.get(), other.get());
          }
        });
    if (table == EditionTable.INDICATORS) {
      indicators.putAll(renamed);
    }
    return renamed;
  }

  /** Returns the code that a question has where only its indicator's has changed. */
  private String carried(EditionTable table, String code) {
    if (table != EditionTable.QUESTIONS) {
      return code;
    }
    QuestionCode question = QuestionCode.parse(code);
    String indicator = indicators.getOrDefault(question.indicator(), question.indicator());
    return indicator + "." + question.question();
  }

  private boolean isCarried(EditionTable table, String code, String now) {
    return carried(table, code).equals(now);
  }

  /** Returns the parts that only one side has, by label; none where several bear it. */
  private static Map<String, Optional<String>> byLabel(
      Map<String, Map<String, String>> parts, Set<String> others, Set<String> known) {
    Map<String, Optional<String>> labels = new LinkedHashMap<>();
    parts.forEach(
        (code, cells) -> {
          String label =
              cells.getOrDefault("label_id", "") + "\n" + cells.getOrDefault("label_en", "");
          if (!others.contains(code) && !known.contains(code) && label.length() > 1) {
            labels.merge(label, Optional.of(code), (first, second) -> Optional.empty());
          }
        });
    return labels;
  }

  private static String name(Map<String, String> cells) {
    String english = cells.getOrDefault("label_en", "");
    return english.isEmpty()
        ? cells.getOrDefault("label_id", cells.getOrDefault("value", ""))
        : english;
  }

  private void cells(
      EditionTable table, String code, Map<String, String> before, Map<String, String> after) {
    Set<String> columns = new LinkedHashSet<>(before.keySet());
    columns.addAll(after.keySet());
    for (String column : columns) {
      String from = before.getOrDefault(column, "");
      String to = after.getOrDefault(column, "");
      if (!from.equals(to)) {
        String what = table == EditionTable.EDITION ? code : column;
        changes.add(new Change(kind(table, what), table, code, column, from, to));
      }
    }
  }

  private static Change.Kind kind(EditionTable table, String what) {
    if (what.equals("maximum")) {
      return Change.Kind.REWEIGHTED;
    }
    if (what.equals("scale")) {
      return Change.Kind.RESCALED;
    }
    if (BOUNDS.contains(what)) {
      return Change.Kind.REBOUNDED;
    }
    if (TEXTS.contains(what)) {
      return Change.Kind.REWORDED;
    }
    boolean isOrigin =
        what.endsWith("mark")
            || what.endsWith("source")
            || what.endsWith("note")
            || what.equals("date");
    return isOrigin
        ? Change.Kind.RESOURCED
        : table == EditionTable.INDICATORS && what.equals("cluster")
            ? Change.Kind.MOVED
            : Change.Kind.OTHER;
  }

  /** Says where the order of what both have begins to differ. */
  private void order(
      EditionTable table,
      Map<String, Map<String, String>> before,
      Map<String, Map<String, String>> after,
      Map<String, String> renamed) {
    List<String> earlier =
        before.keySet().stream()
            .map(code -> renamed.getOrDefault(code, code))
            .filter(after::containsKey)
            .toList();
    Set<String> common = new HashSet<>(earlier);
    List<String> later = after.keySet().stream().filter(common::contains).toList();
    for (int i = 0; i < earlier.size(); i++) {
      if (!earlier.get(i).equals(later.get(i))) {
        changes.add(
            new Change(
                Change.Kind.MOVED, table, later.get(i), "order", earlier.get(i), later.get(i)));
        return;
      }
    }
  }
}
