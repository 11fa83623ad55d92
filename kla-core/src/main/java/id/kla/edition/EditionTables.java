package id.kla.edition;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads an edition from a folder of tab-separated tables.
 *
 * <p>A table is a file such as {@code questions.tsv}; its first row names the columns. Only {@code
 * edition}, {@code clusters}, {@code indicators} and {@code questions} must be there. An absent
 * table is empty, an absent column or an empty cell has the default given here:
 *
 * <table>
 * <caption>Tables and their columns; those in bold must be there</caption>
 * <tr><th>table</th><th>columns</th></tr>
 * <tr><td>edition</td><td><b>key</b>, <b>value</b>; keys: <b>id</b>, label_id, label_en, maximum,
 *   not_applicable (refused, nothing or full; nothing), not_applicable_mark, mark, source,
 *   note</td></tr>
 * <tr><td>clusters</td><td><b>cluster</b>, label_id, label_en, maximum (as stated; none), mark,
 *   source, note</td></tr>
 * <tr><td>indicators</td><td><b>indicator</b>, <b>cluster</b>, label_id, label_en, maximum (none:
 *   the edition can't be scored), mark, source, note</td></tr>
 * <tr><td>questions</td><td><b>indicator</b>, <b>question</b>, <b>maximum</b>, label_id, label_en,
 *   scale (graded points), asks (coverage, count or change; nothing), better (more or less; more),
 *   collected_from (region, subdistrict or village; region), lead, supporting, lead_mark, topics,
 *   evidence, evidence_need (any or all; any), not_applicable (the edition's), mark, source,
 *   note</td></tr>
 * <tr><td>scales</td><td><b>scale</b>, <b>kind</b> (levels, bands, line or graded), <b>points</b>,
 *   measure (of bands and lines), level, label_id, label_en (of levels), from or above, to or below
 *   (of bands), at (of lines), mark, source, note; a row a step, the lowest first</td></tr>
 * <tr><td>evidence</td><td><b>kind</b>, label_id, label_en, mark, source, note</td></tr>
 * <tr><td>requirements</td><td><b>requirement</b>, label_id, label_en, tier or stage, cluster or
 *   indicator or indicator and question (none: the total), from or above, state (on or off; on),
 *   mark, source, note</td></tr>
 * <tr><td>roles</td><td><b>role</b>, label_id, label_en, aliases, mark, source, note</td></tr>
 * <tr><td>topics</td><td><b>topic</b>, label_id, label_en, mark, source, note</td></tr>
 * <tr><td>ladder</td><td><b>tier</b>, label_id, label_en, from or above, to or below (none: no
 *   end), printed, mark, source, note; the lowest first</td></tr>
 * <tr><td>stages</td><td><b>stage</b>, label_id, label_en, meaning_id, meaning_en, aliases, judging
 *   (self or others; others), mark, source, note; without the table one stage, {@code self}</td></tr>
 * <tr><td>sources</td><td><b>source</b>, <b>text</b>, date</td></tr>
 * <tr><td>accepted</td><td><b>warning</b>, <b>reason</b>, cluster or indicator or indicator and
 *   question (none: the edition)</td></tr>
 * </table>
 *
 * <p>{@code mark} is stated, derived or inferred, and stated by default; {@code source} and other
 * lists are codes divided by semicolons. Numbers have a decimal point or a decimal comma; bounds
 * may be percentages ({@code 90%}) or fractions ({@code 1/3}). There are no thousands separators.
 * Columns {@code from} and {@code to} include their value, {@code above} and {@code below} do not.
 */
@CheckReturnValue
public final class EditionTables {

  private static final int LARGEST = 16 << 20;
  private static final Pattern THOUSANDS = Pattern.compile("[1-9][0-9]{0,2}\\.[0-9]{3}");
  private static final List<String> ORIGIN = List.of("mark", "source", "note");

  /** The tables and their columns, the required ones first, of which the number is given. */
  private enum Sheet {
    EDITION(false, 2, "key", "value"),
    CLUSTERS(true, 1, "cluster", "label_id", "label_en", "maximum"),
    INDICATORS(true, 2, "indicator", "cluster", "label_id", "label_en", "maximum"),
    QUESTIONS(
        true,
        3,
        "indicator",
        "question",
        "maximum",
        "label_id",
        "label_en",
        "scale",
        "asks",
        "better",
        "collected_from",
        "lead",
        "supporting",
        "lead_mark",
        "topics",
        "evidence",
        "evidence_need",
        "not_applicable"),
    SCALES(
        true,
        3,
        "scale",
        "kind",
        "points",
        "measure",
        "level",
        "label_id",
        "label_en",
        "from",
        "above",
        "to",
        "below",
        "at"),
    EVIDENCE(true, 1, "kind", "label_id", "label_en"),
    REQUIREMENTS(
        true,
        1,
        "requirement",
        "label_id",
        "label_en",
        "tier",
        "stage",
        "cluster",
        "indicator",
        "question",
        "from",
        "above",
        "state"),
    ROLES(true, 1, "role", "label_id", "label_en", "aliases"),
    TOPICS(true, 1, "topic", "label_id", "label_en"),
    LADDER(true, 1, "tier", "label_id", "label_en", "from", "above", "to", "below", "printed"),
    STAGES(
        true, 1, "stage", "label_id", "label_en", "meaning_id", "meaning_en", "aliases", "judging"),
    SOURCES(false, 2, "source", "text", "date"),
    ACCEPTED(false, 2, "warning", "reason", "cluster", "indicator", "question");

    private final int required;
    private final ImmutableList<String> columns;

    Sheet(boolean hasOrigin, int required, String... columns) {
      this.required = required;
      this.columns =
          ImmutableList.<String>builder()
              .add(columns)
              .addAll(hasOrigin ? ORIGIN : List.of())
              .build();
    }

    String file() {
      return name().toLowerCase(Locale.ROOT) + ".tsv";
    }
  }

  private final List<Fault> faults = new ArrayList<>();
  private final Set<Sheet> unread = EnumSet.noneOf(Sheet.class);
  private boolean isFolderUnread;
  private final IdentityHashMap<Object, Place> places = new IdentityHashMap<>();
  private final Map<Sheet, Table> tables = new TreeMap<>();

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
    EditionTables reader = new EditionTables(folder.toString());
    reader.load(folder);
    return reader.edition();
  }

  /** Reads a built-in edition. */
  static Edition builtIn(String id) {
    EditionTables reader = new EditionTables(id);
    for (Sheet sheet : Sheet.values()) {
      String name = id + "/" + sheet.file();
      try (InputStream stream = EditionTables.class.getResourceAsStream(name)) {
        if (stream != null) {
          reader.table(sheet, stream.readAllBytes());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(name, e);
      }
    }
    return reader.edition().orThrow();
  }

  // Files

  private void load(Path directory) {
    List<String> known = Stream.of(Sheet.values()).map(Sheet::file).toList();
    List<Path> files;
    try (Stream<Path> listed = Files.list(directory)) {
      files = listed.sorted().toList();
    } catch (IOException e) {
      faults.add(Fault.unreadable(folder, e));
      isFolderUnread = true;
      return;
    }
    for (Path file : files) {
      String name = file.getFileName() == null ? "" : file.getFileName().toString();
      int index = known.indexOf(name);
      if (index >= 0) {
        load(Sheet.values()[index], file);
      } else if (name.endsWith(".tsv")) {
        faults.add(
            Fault.of(FaultCode.UNKNOWN_TABLE, Place.file(folder))
                .with("found", name)
                .with("nearest", Nearest.to(name, known)));
      }
    }
  }

  private void load(Sheet sheet, Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] content = stream.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        faults.add(
            Fault.of(FaultCode.TOO_LARGE, Place.file(file.toString()))
                .with("found", "more than " + LARGEST + " bytes")
                .with("allowed", LARGEST + " bytes"));
        unread.add(sheet);
      } else {
        table(sheet, content);
      }
    } catch (IOException e) {
      faults.add(Fault.unreadable(file.toString(), e));
      unread.add(sheet);
    }
  }

  private void table(Sheet sheet, byte[] content) {
    Table table =
        Table.read(
            sheet.file(), content, sheet.columns, sheet.columns.subList(0, sheet.required), faults);
    if (table.isText()) {
      tables.put(sheet, table);
    } else {
      unread.add(sheet);
    }
  }

  private List<Table.Row> rows(Sheet sheet) {
    Table table = tables.get(sheet);
    return table == null ? List.of() : table.rows();
  }

  // The edition

  private Checked<Edition> edition() {
    for (Sheet sheet : List.of(Sheet.EDITION, Sheet.CLUSTERS, Sheet.INDICATORS, Sheet.QUESTIONS)) {
      if (!tables.containsKey(sheet) && !unread.contains(sheet) && !isFolderUnread) {
        faults.add(
            Fault.of(FaultCode.MISSING_TABLE, Place.file(folder)).with("table", sheet.file()));
      }
    }
    Map<String, Table.Row> keys = new LinkedHashMap<>();
    List<String> allowed =
        List.of(
            "id",
            "label_id",
            "label_en",
            "maximum",
            "not_applicable",
            "not_applicable_mark",
            "mark",
            "source",
            "note");
    for (Table.Row row : rows(Sheet.EDITION)) {
      String key = row.text("key");
      if (!allowed.contains(key)) {
        row.report(
            Fault.of(FaultCode.BAD_WORD, row.place("key"))
                .with("found", key)
                .with("allowed", allowed));
      } else if (keys.putIfAbsent(key, row) != null) {
        row.report(Fault.of(FaultCode.DUPLICATE_CODE, row.place("key")).with("found", key));
      }
    }
    Function<String, String> value =
        key -> keys.containsKey(key) ? keys.get(key).text("value") : "";
    Optional<String> id = keys.containsKey("id") ? keys.get("id").code("value") : Optional.empty();
    if (!keys.containsKey("id") && tables.containsKey(Sheet.EDITION)) {
      faults.add(
          Fault.of(FaultCode.MISSING_MEMBER, Place.table(Sheet.EDITION.file(), 0, "key"))
              .with("member", "id"));
    }
    Edition.Builder edition =
        Edition.builder()
            .id(id.orElse("?"))
            .label(Label.of(value.apply("label_id"), value.apply("label_en")))
            .origin(
                new Origin(
                    keyWord(keys, "mark", Mark.class, Mark.STATED),
                    keys.containsKey("source") ? keys.get("source").list("value") : List.of(),
                    value.apply("note")))
            .clusters(clusters(keys))
            .ladder(ladder());
    if (keys.containsKey("maximum")) {
      edition.statedMaximum(points(keys.get("maximum"), "value"));
    }
    stages().forEach(edition::addStages);
    for (Table.Row row : rows(Sheet.ROLES)) {
      row.code("role")
          .ifPresent(
              code ->
                  edition.addRoles(
                      placed(row, new Role(code, label(row), row.list("aliases"), origin(row)))));
    }
    for (Table.Row row : rows(Sheet.TOPICS)) {
      row.code("topic")
          .ifPresent(
              code -> edition.addTopics(placed(row, new Topic(code, label(row), origin(row)))));
    }
    for (Table.Row row : rows(Sheet.EVIDENCE)) {
      row.code("kind")
          .ifPresent(
              code ->
                  edition.addEvidenceKinds(
                      placed(row, new EvidenceKind(code, label(row), origin(row)))));
    }
    for (Table.Row row : rows(Sheet.REQUIREMENTS)) {
      requirement(row).ifPresent(edition::addRequirements);
    }
    for (Table.Row row : rows(Sheet.SOURCES)) {
      Optional<String> code = row.code("source");
      Optional<String> text = row.filled("text");
      if (code.isPresent() && text.isPresent()) {
        edition.addSources(placed(row, new Source(code.get(), text.get(), row.text("date"))));
      }
    }
    for (Table.Row row : rows(Sheet.ACCEPTED)) {
      Optional<FaultCode> warning =
          row.filled("warning").isPresent()
              ? row.word("warning", FaultCode.class)
              : Optional.empty();
      Optional<String> reason = row.filled("reason");
      if (warning.isPresent() && reason.isPresent()) {
        edition.addAcceptedWarnings(
            placed(row, new AcceptedWarning(warning.get(), part(row), reason.get())));
      }
    }
    Edition unchecked = edition.buildUnchecked();
    if (isUsable()) {
      List<Fault> warnings = List.copyOf(faults);
      faults.clear();
      faults.addAll(EditionLint.of(unchecked, places, warnings));
    }
    return isUsable() ? Checked.of(unchecked, faults) : Checked.failed(faults);
  }

  private boolean isUsable() {
    return faults.stream().noneMatch(fault -> fault.severity() == Severity.ERROR);
  }

  private <E extends Enum<E>> E keyWord(
      Map<String, Table.Row> keys, String key, Class<E> type, E other) {
    Table.Row row = keys.get(key);
    return row == null ? other : row.word("value", type, other);
  }

  private List<Cluster> clusters(Map<String, Table.Row> keys) {
    Map<String, Scale> scales = scales();
    NotApplicable rule =
        keyWord(keys, "not_applicable", NotApplicable.class, NotApplicable.NOTHING);
    Origin ruleOrigin =
        new Origin(keyWord(keys, "not_applicable_mark", Mark.class, Mark.STATED), List.of(), "");
    Map<String, List<Question>> questions = new LinkedHashMap<>();
    for (Table.Row row : rows(Sheet.INDICATORS)) {
      if (questions.putIfAbsent(row.text("indicator"), new ArrayList<>()) != null) {
        twice(row, "indicator");
      }
    }
    for (Table.Row row : rows(Sheet.QUESTIONS)) {
      Optional<String> indicator = row.code("indicator");
      Optional<String> code = row.code("question");
      Optional<Points> maximum =
          row.filled("maximum").isPresent() ? points(row, "maximum") : Optional.empty();
      Optional<Scale> scale =
          row.find("scale").isEmpty()
              ? Optional.of(Scale.graded())
              : known(row, "scale", scales, Sheet.SCALES);
      Optional<List<Question>> siblings =
          indicator.isEmpty()
              ? Optional.empty()
              : known(row, "indicator", questions, Sheet.INDICATORS);
      Question.Builder question =
          Question.builder()
              .label(label(row))
              .origin(origin(row))
              .scale(scale.orElseGet(Scale::graded))
              .asks(row.word("asks", Measure.class))
              .better(row.word("better", Direction.class, Direction.MORE))
              .collectedFrom(row.word("collected_from", CollectedFrom.class, CollectedFrom.REGION))
              .lead(row.find("lead"))
              .supporting(row.list("supporting"))
              .leadMark(row.word("lead_mark", Mark.class, Mark.STATED))
              .topics(row.list("topics"))
              .evidenceKinds(row.list("evidence"))
              .evidenceNeed(row.word("evidence_need", Need.class, Need.ANY))
              .notApplicable(row.word("not_applicable", NotApplicable.class, rule))
              .notApplicableOrigin(
                  row.find("not_applicable").isPresent() ? origin(row) : ruleOrigin);
      if (code.isPresent() && maximum.isPresent() && siblings.isPresent()) {
        question.code(QuestionCode.of(indicator.orElseThrow(), code.get())).maximum(maximum.get());
        siblings.get().add(placed(row, question.build()));
      }
    }
    reportUnused(scales);
    Map<String, List<Indicator>> indicators = new LinkedHashMap<>();
    for (Table.Row row : rows(Sheet.CLUSTERS)) {
      if (indicators.putIfAbsent(row.text("cluster"), new ArrayList<>()) != null) {
        twice(row, "cluster");
      }
    }
    for (Table.Row row : rows(Sheet.INDICATORS)) {
      Optional<String> code = row.code("indicator");
      Optional<List<Indicator>> siblings =
          row.code("cluster").isEmpty()
              ? Optional.empty()
              : known(row, "cluster", indicators, Sheet.CLUSTERS);
      Optional<Points> maximum = points(row, "maximum");
      if (code.isPresent() && siblings.isPresent()) {
        siblings
            .get()
            .add(
                placed(
                    row,
                    Indicator.builder()
                        .code(code.get())
                        .label(label(row))
                        .maximum(maximum)
                        .origin(origin(row))
                        .questions(questions.getOrDefault(code.get(), List.of()))
                        .build()));
      }
    }
    List<Cluster> clusters = new ArrayList<>();
    for (Table.Row row : rows(Sheet.CLUSTERS)) {
      Optional<String> code = row.code("cluster");
      Optional<Points> maximum = points(row, "maximum");
      code.ifPresent(
          cluster ->
              clusters.add(
                  placed(
                      row,
                      Cluster.builder()
                          .code(cluster)
                          .label(label(row))
                          .statedMaximum(maximum)
                          .origin(origin(row))
                          .indicators(indicators.getOrDefault(cluster, List.of()))
                          .build())));
    }
    return clusters;
  }

  private static void twice(Table.Row row, String column) {
    row.report(
        Fault.of(FaultCode.DUPLICATE_CODE, row.place(column)).with("found", row.text(column)));
  }

  private void reportUnused(Map<String, Scale> scales) {
    List<String> used =
        rows(Sheet.QUESTIONS).stream().map(row -> row.text("scale")).distinct().toList();
    for (String scale : scales.keySet()) {
      if (!used.contains(scale)) {
        faults.add(
            Fault.of(FaultCode.UNUSED_SCALE, Place.table(Sheet.SCALES.file(), 0, "scale"))
                .with("found", scale));
      }
    }
  }

  private <T> Optional<T> known(Table.Row row, String column, Map<String, T> all, Sheet home) {
    String code = row.text(column);
    T part = all.get(code);
    if (part == null && !unread.contains(home)) {
      row.report(
          Fault.of(FaultCode.UNKNOWN_CODE, row.place(column))
              .with("found", code)
              .with("nearest", Nearest.to(code, all.keySet())));
    }
    return Optional.ofNullable(part);
  }

  // Scales

  private enum Kind {
    LEVELS,
    BANDS,
    LINE,
    GRADED
  }

  private Map<String, Scale> scales() {
    Map<String, List<Table.Row>> steps = new LinkedHashMap<>();
    for (Table.Row row : rows(Sheet.SCALES)) {
      row.code("scale")
          .ifPresent(code -> steps.computeIfAbsent(code, c -> new ArrayList<>()).add(row));
    }
    ImmutableMap.Builder<String, Scale> scales = ImmutableMap.builder();
    steps.forEach((code, rows) -> scales.put(code, scale(rows)));
    return scales.buildOrThrow();
  }

  private Scale scale(List<Table.Row> rows) {
    Table.Row first = rows.get(0);
    Kind kind =
        first.filled("kind").isPresent()
            ? first.word("kind", Kind.class, Kind.GRADED)
            : Kind.GRADED;
    Measure measure = Measure.COVERAGE;
    if (kind == Kind.BANDS || kind == Kind.LINE) {
      if (first.find("measure").isEmpty()) {
        first.report(FaultCode.EMPTY_CELL, "measure");
      }
      measure = first.word("measure", Measure.class, Measure.COVERAGE);
    }
    for (Table.Row row : rows.subList(1, rows.size())) {
      same(first, row, "kind");
      same(first, row, "measure");
    }
    return placed(first, scale(rows, kind, measure, origin(first)));
  }

  private Scale scale(List<Table.Row> rows, Kind kind, Measure measure, Origin origin) {
    return switch (kind) {
      case GRADED -> new Scale.Graded(steps(rows, this::award), origin);
      case LEVELS ->
          new Scale.Levels(
              steps(
                  rows,
                  row -> {
                    Optional<String> level = row.code("level");
                    return award(row)
                        .flatMap(
                            points -> level.map(code -> new Scale.Level(code, label(row), points)));
                  }),
              origin);
      case BANDS ->
          new Scale.Bands(
              measure,
              steps(
                  rows,
                  row -> {
                    Interval<Ratio> range =
                        new Interval<>(
                            bound(row, "from", "above", this::ratio),
                            bound(row, "to", "below", this::ratio));
                    return award(row).map(points -> new Scale.Band(range, points));
                  }),
              origin);
      case LINE ->
          new Scale.Line(
              measure,
              steps(
                  rows,
                  row -> {
                    Optional<Ratio> at =
                        row.filled("at").isPresent() ? ratio(row, "at") : Optional.empty();
                    return award(row)
                        .flatMap(points -> at.map(where -> new Scale.Anchor(where, points)));
                  }),
              origin);
    };
  }

  private static void same(Table.Row first, Table.Row row, String column) {
    if (row.find(column).isPresent() && !row.text(column).equalsIgnoreCase(first.text(column))) {
      row.report(
          Fault.of(FaultCode.BAD_WORD, row.place(column))
              .with("found", row.text(column))
              .with("allowed", List.of(first.text(column))));
    }
  }

  private static <T> List<T> steps(List<Table.Row> rows, Function<Table.Row, Optional<T>> reader) {
    return rows.stream().map(reader).flatMap(Optional::stream).toList();
  }

  private Optional<Points> award(Table.Row row) {
    return row.filled("points").isPresent() ? points(row, "points") : Optional.empty();
  }

  // Ladder, stages, requirements

  private Ladder ladder() {
    List<Tier> tiers = new ArrayList<>();
    for (Table.Row row : rows(Sheet.LADDER)) {
      Interval<Points> range =
          new Interval<>(
              bound(row, "from", "above", this::points), bound(row, "to", "below", this::points));
      row.code("tier")
          .ifPresent(
              code ->
                  tiers.add(
                      placed(
                          row,
                          new Tier(code, label(row), range, row.text("printed"), origin(row)))));
    }
    return new Ladder(tiers);
  }

  private List<Stage> stages() {
    if (!tables.containsKey(Sheet.STAGES)) {
      return List.of(
          new Stage(
              "self",
              Label.of("penilaian mandiri", "self-assessment"),
              Label.of("", ""),
              List.of(),
              Stage.Judging.SELF,
              Origin.STATED));
    }
    List<Stage> stages = new ArrayList<>();
    for (Table.Row row : rows(Sheet.STAGES)) {
      row.code("stage")
          .ifPresent(
              code ->
                  stages.add(
                      placed(
                          row,
                          new Stage(
                              code,
                              label(row),
                              Label.of(row.text("meaning_id"), row.text("meaning_en")),
                              row.list("aliases"),
                              row.word("judging", Stage.Judging.class, Stage.Judging.OTHERS),
                              origin(row)))));
    }
    return stages;
  }

  private Optional<Requirement> requirement(Table.Row row) {
    Optional<Bound<Points>> least = bound(row, "from", "above", this::points);
    if (row.find("from").isEmpty() && row.find("above").isEmpty()) {
      row.report(
          Fault.of(FaultCode.ONE_OF_TWO, row.place())
              .with("first", "from")
              .with("second", "above"));
    }
    if (row.find("cluster").isPresent() && row.find("indicator").isPresent()) {
      row.report(
          Fault.of(FaultCode.ONE_OF_TWO, row.place())
              .with("first", "cluster")
              .with("second", "indicator"));
    }
    Optional<String> code = row.code("requirement");
    Optional<Requirement.Subject> subject = subject(row);
    if (code.isEmpty() || least.isEmpty() || subject.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        placed(
            row,
            new Requirement(
                code.get(),
                label(row).isEmpty() ? Label.of(code.get(), code.get()) : label(row),
                row.find("tier"),
                row.find("stage"),
                subject.get(),
                least.get(),
                row.word("state", Requirement.State.class, Requirement.State.ON),
                origin(row))));
  }

  private static Optional<Requirement.Subject> subject(Table.Row row) {
    if (row.find("question").isPresent()) {
      if (row.needed("indicator").isEmpty()) {
        return Optional.empty();
      }
      Optional<String> indicator = row.code("indicator");
      Optional<String> question = row.code("question");
      return indicator.flatMap(
          i -> question.map(q -> new Requirement.OfQuestion(QuestionCode.of(i, q))));
    }
    if (row.find("indicator").isPresent()) {
      return row.code("indicator").map(Requirement.OfIndicator::new);
    }
    if (row.find("cluster").isPresent()) {
      return row.code("cluster").map(Requirement.OfCluster::new);
    }
    return Optional.of(Requirement.Total.TOTAL);
  }

  private static String part(Table.Row row) {
    if (row.find("question").isPresent()) {
      return "question " + row.text("indicator") + "." + row.text("question");
    }
    return row.find("indicator")
        .map(code -> "indicator " + code)
        .or(() -> row.find("cluster").map(code -> "cluster " + code))
        .orElse("edition");
  }

  // Cells

  private <T> T placed(Table.Row row, T part) {
    places.put(part, row.place());
    return part;
  }

  private static Label label(Table.Row row) {
    return Label.of(row.text("label_id"), row.text("label_en"));
  }

  private static Origin origin(Table.Row row) {
    Mark mark = row.word("mark", Mark.class, Mark.STATED);
    List<String> sources = row.list("source");
    String note = row.text("note");
    return mark == Mark.STATED && sources.isEmpty() && note.isEmpty()
        ? Origin.STATED
        : new Origin(mark, sources, note);
  }

  private <T extends Comparable<? super T>> Optional<Bound<T>> bound(
      Table.Row row,
      String closed,
      String open,
      BiFunction<Table.Row, String, Optional<T>> reader) {
    if (row.find(closed).isPresent() && row.find(open).isPresent()) {
      row.report(
          Fault.of(FaultCode.ONE_OF_TWO, row.place()).with("first", closed).with("second", open));
      return Optional.empty();
    }
    return row.find(closed).isPresent()
        ? reader.apply(row, closed).map(Bound::closed)
        : row.find(open).isPresent() ? reader.apply(row, open).map(Bound::open) : Optional.empty();
  }

  private Optional<Ratio> ratio(Table.Row row, String column) {
    try {
      return Optional.of(Ratio.parse(decimal(row.text(column)).replace(" %", "%")));
    } catch (IllegalArgumentException e) {
      row.report(Fault.of(FaultCode.BAD_NUMBER, row.place(column)).with("found", row.text(column)));
      return Optional.empty();
    }
  }

  /** Reads points; none where the cell is empty, and none with a fault where they are broken. */
  private Optional<Points> points(Table.Row row, String column) {
    String text = decimal(row.text(column));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Points points = Points.parse(text);
      if (THOUSANDS.matcher(text).matches()) {
        row.report(
            Fault.of(FaultCode.AMBIGUOUS_NUMBER, row.place(column))
                .with("found", row.text(column))
                .with("read", points.toBigDecimal()));
      }
      return Optional.of(points);
    } catch (IllegalArgumentException e) {
      FaultCode code =
          text.matches("-?[0-9]{1,14}\\.[0-9]{5,40}")
                  && new BigDecimal(text).stripTrailingZeros().scale() > Points.SCALE
              ? FaultCode.TOO_MANY_DECIMALS
              : FaultCode.BAD_POINTS;
      row.report(Fault.of(code, row.place(column)).with("found", row.text(column)));
      return Optional.empty();
    }
  }

  /** A single decimal comma is read as a decimal point. */
  private static String decimal(String text) {
    return text.indexOf('.') < 0 && text.indexOf(',') == text.lastIndexOf(',')
        ? text.replace(',', '.')
        : text;
  }
}
