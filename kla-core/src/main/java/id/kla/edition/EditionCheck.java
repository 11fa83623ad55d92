package id.kla.edition;

import com.google.common.collect.ImmutableMap;
import id.kla.edition.EditionDraft.DraftTable;
import id.kla.fault.Checked;
import id.kla.fault.Digest;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns the tables of an edition into the edition, or says everything that is wrong with them. */
final class EditionCheck {

  private static final Pattern THOUSANDS = Pattern.compile("[1-9][0-9]{0,2}\\.[0-9]{3}");

  private final EditionDraft draft;
  private final List<Fault> faults;

  /** Looking for near names takes time, and nobody reads this many. */
  private int suggestions = 100;

  private final Map<String, Row> keys = new LinkedHashMap<>();
  private final EditionPlaces places;

  private EditionCheck(EditionDraft draft) {
    this.draft = draft;
    this.faults = new ArrayList<>(draft.faults());
    DraftTable about = draft.tables().get(EditionTable.EDITION);
    this.places =
        new EditionPlaces(
            keys,
            Optional.ofNullable(about)
                .map(DraftTable::place)
                .filter(place -> place instanceof Place.InDocument));
  }

  static Checked<Edition> of(EditionDraft draft) {
    return new EditionCheck(draft).edition();
  }

  /** Returns the ladder of tables that hold nothing else but its sources. */
  static Checked<NamedLadder> ladder(String id, EditionDraft draft) {
    EditionCheck check = new EditionCheck(draft);
    NamedLadder ladder = new NamedLadder(id, check.ladder(), check.sources());
    return check.isUsable() ? Checked.of(ladder, check.faults) : Checked.failed(check.faults);
  }

  private List<Row> rows(EditionTable table) {
    DraftTable written = draft.tables().get(table);
    return written == null
        ? List.of()
        : written.rows().stream().map(row -> new Row(row, written.unread(), faults)).toList();
  }

  // The edition

  private Checked<Edition> edition() {
    List<String> allowed = EditionTable.KEYS;
    for (Row row : rows(EditionTable.EDITION)) {
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
    DraftTable about = draft.tables().get(EditionTable.EDITION);
    if (!keys.containsKey("id")
        && about != null
        && !draft.unread().contains(EditionTable.EDITION)) {
      faults.add(
          Fault.of(FaultCode.MISSING_MEMBER, Row.place(about.place(), "key")).with("member", "id"));
    }
    Edition.Builder edition =
        Edition.builder()
            .id(id.orElse("?"))
            .label(Label.of(value.apply("label_id"), value.apply("label_en")))
            .origin(
                new Origin(
                    keyWord("mark", Mark.class, Mark.STATED),
                    keys.containsKey("source") ? keys.get("source").list("value") : List.of(),
                    value.apply("note")))
            .clusters(clusters())
            .ladder(ladder());
    if (keys.containsKey("maximum")) {
      edition.statedMaximum(points(keys.get("maximum"), "value"));
    }
    stages().forEach(edition::addStages);
    for (Row row : rows(EditionTable.ROLES)) {
      row.code("role")
          .ifPresent(
              code ->
                  edition.addRoles(
                      placed(row, new Role(code, label(row), row.list("aliases"), origin(row)))));
    }
    for (Row row : rows(EditionTable.TOPICS)) {
      row.code("topic")
          .ifPresent(
              code -> edition.addTopics(placed(row, new Topic(code, label(row), origin(row)))));
    }
    for (Row row : rows(EditionTable.EVIDENCE)) {
      row.code("kind")
          .ifPresent(
              code ->
                  edition.addEvidenceKinds(
                      placed(row, new EvidenceKind(code, label(row), age(row), origin(row)))));
    }
    for (Row row : rows(EditionTable.REQUIREMENTS)) {
      requirement(row).ifPresent(edition::addRequirements);
    }
    edition.sources(sources());
    for (Row row : rows(EditionTable.ACCEPTED)) {
      Optional<FaultCode> warning = row.filled("warning").flatMap(code -> warning(row, code));
      Optional<String> reason = row.filled("reason");
      if (warning.isPresent() && reason.isPresent()) {
        edition.addAcceptedWarnings(
            placed(row, new AcceptedWarning(warning.get(), part(row), reason.get())));
      }
    }
    edition
        .withoutKinds(keyWord("without_kinds", WithoutEvidence.class, WithoutEvidence.COUNTS))
        .withoutKindsOrigin(
            new Origin(
                keyWord("without_kinds_mark", Mark.class, Mark.STATED),
                keys.containsKey("without_kinds_source")
                    ? keys.get("without_kinds_source").list("value")
                    : List.of(),
                value.apply("without_kinds_note")));
    edition.changedFrom(changedFrom(keys));
    Edition unchecked = edition.buildUnchecked();
    if (isUsable()) {
      List<Fault> warnings = List.copyOf(faults);
      faults.clear();
      faults.addAll(EditionLint.of(unchecked, places, warnings));
    }
    return isUsable() ? Checked.of(unchecked, faults) : Checked.failed(faults);
  }

  private static Optional<Age> age(Row row) {
    Optional<String> months = row.find("months");
    if (months.isEmpty()) {
      return Optional.empty();
    }
    Origin origin =
        new Origin(
            row.word("months_mark", Mark.class, Mark.STATED),
            row.list("months_source"),
            row.text("months_note"));
    try {
      return Optional.of(new Age(Integer.parseInt(months.get()), origin));
    } catch (IllegalArgumentException e) {
      row.report(Fault.of(FaultCode.BAD_MONTHS, row.place("months")).with("found", months.get()));
      return Optional.empty();
    }
  }

  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    for (Row row : rows(EditionTable.SOURCES)) {
      Optional<String> code = row.code("source");
      Optional<String> text = row.filled("text");
      if (code.isPresent() && text.isPresent()) {
        sources.add(placed(row, new Source(code.get(), text.get(), row.text("date"))));
      }
    }
    return sources;
  }

  private Optional<ChangedFrom> changedFrom(Map<String, Row> keys) {
    Row from = keys.get("changed_from");
    Row written = keys.get("changed_from_digest");
    List<Change> changes = new ArrayList<>();
    for (Row row : rows(EditionTable.CHANGES)) {
      Optional<Change.Kind> kind =
          row.filled("change").isPresent()
              ? row.word("change", Change.Kind.class)
              : Optional.empty();
      Optional<EditionTable> table =
          row.filled("table").isPresent()
              ? row.word("table", EditionTable.class)
              : Optional.empty();
      Optional<String> part = row.filled("part");
      if (kind.isPresent() && table.isPresent() && part.isPresent()) {
        changes.add(
            new Change(
                kind.get(),
                table.get(),
                part.get(),
                row.text("what"),
                row.text("from"),
                row.text("to")));
      }
    }
    if (from == null || written == null) {
      if (from != null || written != null || !changes.isEmpty()) {
        Place place =
            from != null
                ? from.place()
                : written != null ? written.place() : rows(EditionTable.CHANGES).get(0).place();
        faults.add(Fault.of(FaultCode.BROKEN_CHANGES, place));
      }
      return Optional.empty();
    }
    Optional<String> id = from.code("value");
    Optional<Digest> digest = Digest.find(written.text("value"));
    if (digest.isEmpty()) {
      written.report(
          Fault.of(FaultCode.BAD_DIGEST, written.place("value"))
              .with("found", written.text("value")));
    }
    return id.flatMap(code -> digest.map(d -> new ChangedFrom(code, d, changes)));
  }

  private boolean isUsable() {
    return faults.stream().noneMatch(fault -> fault.severity() == Severity.ERROR);
  }

  private <E extends Enum<E>> E keyWord(String key, Class<E> type, E other) {
    Row row = keys.get(key);
    return row == null ? other : row.word("value", type, other);
  }

  private List<Cluster> clusters() {
    Map<String, Scale> scales = scales();
    NotApplicable rule = keyWord("not_applicable", NotApplicable.class, NotApplicable.NOTHING);
    Origin ruleOrigin =
        new Origin(
            keyWord("not_applicable_mark", Mark.class, Mark.STATED),
            keys.containsKey("not_applicable_source")
                ? keys.get("not_applicable_source").list("value")
                : List.of(),
            keys.containsKey("not_applicable_note")
                ? keys.get("not_applicable_note").text("value")
                : "");
    if (keys.containsKey("not_applicable_source")) {
      places.put(ruleOrigin, keys.get("not_applicable_source"));
    }
    Map<String, List<Question>> questions = new LinkedHashMap<>();
    for (Row row : rows(EditionTable.INDICATORS)) {
      if (questions.putIfAbsent(row.text("indicator"), new ArrayList<>()) != null) {
        twice(row, "indicator");
      }
    }
    for (Row row : rows(EditionTable.QUESTIONS)) {
      Optional<String> indicator = row.code("indicator");
      Optional<String> code = row.code("question");
      Optional<Points> maximum =
          row.filled("maximum").isPresent() ? points(row, "maximum") : Optional.empty();
      Optional<Scale> scale =
          row.find("scale").isEmpty()
              ? Optional.of(Scale.graded())
              : known(row, "scale", scales, EditionTable.SCALES);
      Optional<List<Question>> siblings =
          indicator.isEmpty()
              ? Optional.empty()
              : known(row, "indicator", questions, EditionTable.INDICATORS);
      Question.Builder question =
          Question.builder()
              .label(label(row))
              .origin(origin(row))
              .scale(scale.orElseGet(Scale::graded))
              .asks(row.word("asks", FactKind.class))
              .better(row.word("better", Direction.class, Direction.MORE))
              .collectedFrom(row.word("collected_from", CollectedFrom.class, CollectedFrom.REGION))
              .lead(row.find("lead"))
              .supporting(row.list("supporting"))
              .leadMark(row.word("lead_mark", Mark.class, Mark.STATED))
              .topics(row.list("topics"))
              .evidenceKinds(row.list("evidence"))
              .evidenceNeed(row.word("evidence_need", Need.class, Need.ANY))
              .withoutEvidence(row.word("without_evidence", WithoutEvidence.class))
              .notApplicable(row.word("not_applicable", NotApplicable.class, rule))
              .notApplicableOrigin(ruleOrigin(row, ruleOrigin));
      if (code.isPresent() && maximum.isPresent() && siblings.isPresent()) {
        question.code(QuestionCode.of(indicator.orElseThrow(), code.get())).maximum(maximum.get());
        siblings.get().add(placed(row, question.build()));
      }
    }
    reportUnused(scales);
    Map<String, List<Indicator>> indicators = new LinkedHashMap<>();
    for (Row row : rows(EditionTable.CLUSTERS)) {
      if (indicators.putIfAbsent(row.text("cluster"), new ArrayList<>()) != null) {
        twice(row, "cluster");
      }
    }
    for (Row row : rows(EditionTable.INDICATORS)) {
      Optional<String> code = row.code("indicator");
      Optional<List<Indicator>> siblings =
          row.code("cluster").isEmpty()
              ? Optional.empty()
              : known(row, "cluster", indicators, EditionTable.CLUSTERS);
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
    for (Row row : rows(EditionTable.CLUSTERS)) {
      Optional<String> code = row.code("cluster");
      Optional<Points> maximum = points(row, "maximum");
      Optional<Long> count = count(row, "count");
      code.ifPresent(
          cluster ->
              clusters.add(
                  placed(
                      row,
                      Cluster.builder()
                          .code(cluster)
                          .label(label(row))
                          .statedMaximum(maximum)
                          .statedCount(count)
                          .origin(origin(row))
                          .indicators(indicators.getOrDefault(cluster, List.of()))
                          .build())));
    }
    return clusters;
  }

  /** A question's own rule comes from where the question does, unless it says otherwise. */
  private static Origin ruleOrigin(Row row, Origin rule) {
    if (row.find("not_applicable").isEmpty()) {
      return rule;
    }
    return row.find("not_applicable_mark").isEmpty()
        ? origin(row)
        : new Origin(
            row.word("not_applicable_mark", Mark.class, Mark.STATED),
            row.list("not_applicable_source"),
            row.text("not_applicable_note"));
  }

  private static void twice(Row row, String column) {
    if (row.find(column).isPresent()) {
      row.report(
          Fault.of(FaultCode.DUPLICATE_CODE, row.place(column)).with("found", row.text(column)));
    }
  }

  private void reportUnused(Map<String, Scale> scales) {
    List<String> used =
        rows(EditionTable.QUESTIONS).stream().map(row -> row.text("scale")).distinct().toList();
    for (String scale : scales.keySet()) {
      if (!used.contains(scale)) {
        faults.add(
            Fault.of(
                    FaultCode.UNUSED_SCALE,
                    Row.place(
                        Objects.requireNonNull(draft.tables().get(EditionTable.SCALES)).place(),
                        "scale"))
                .with("found", scale));
      }
    }
  }

  private <T> Optional<T> known(Row row, String column, Map<String, T> all, EditionTable home) {
    String code = row.text(column);
    T part = all.get(code);
    if (part == null && isRead(home, home.neededColumns().get(0))) {
      row.report(
          Fault.of(FaultCode.UNKNOWN_CODE, row.place(column))
              .with("found", code)
              .with("nearest", suggestions-- > 0 ? Nearest.to(code, all.keySet()) : List.of()));
    }
    return Optional.ofNullable(part);
  }

  /** Says whether nothing is missing that would make every code of the table unknown. */
  private boolean isRead(EditionTable table, String column) {
    DraftTable written = draft.tables().get(table);
    return !draft.unread().contains(table)
        && (written == null
            ? !EditionTable.neededTables().contains(table)
            : !written.unread().contains(column));
  }

  // Scales

  private enum Kind {
    LEVELS,
    BANDS,
    LINE,
    GRADED
  }

  private Map<String, Scale> scales() {
    Map<String, List<Row>> steps = new LinkedHashMap<>();
    for (Row row : rows(EditionTable.SCALES)) {
      row.code("scale")
          .ifPresent(code -> steps.computeIfAbsent(code, c -> new ArrayList<>()).add(row));
    }
    ImmutableMap.Builder<String, Scale> scales = ImmutableMap.builder();
    steps.forEach((code, rows) -> scales.put(code, scale(rows)));
    return scales.buildOrThrow();
  }

  private Scale scale(List<Row> rows) {
    Row first = rows.get(0);
    Kind kind =
        first.filled("kind").isPresent()
            ? first.word("kind", Kind.class, Kind.GRADED)
            : Kind.GRADED;
    FactKind measure = FactKind.COVERAGE;
    if (kind == Kind.BANDS || kind == Kind.LINE) {
      if (first.find("measure").isEmpty()) {
        first.reportEmpty("measure");
      }
      measure = first.word("measure", FactKind.class, FactKind.COVERAGE);
    }
    for (Row row : rows.subList(1, rows.size())) {
      same(first, row, "kind", Kind.class);
      same(first, row, "measure", FactKind.class);
    }
    Scale scale = scale(rows, kind, measure, origin(first));
    places.putSteps(scale, rows);
    return scale;
  }

  private Scale scale(List<Row> rows, Kind kind, FactKind measure, Origin origin) {
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

  /** A step says the same as the first one, or nothing; of a broken word that has been told. */
  private static <E extends Enum<E>> void same(Row first, Row row, String column, Class<E> type) {
    boolean isWord =
        Stream.of(type.getEnumConstants())
            .anyMatch(word -> word.name().equalsIgnoreCase(first.text(column)));
    if ((isWord || first.find(column).isEmpty())
        && row.find(column).isPresent()
        && !row.text(column).equalsIgnoreCase(first.text(column))) {
      row.report(
          Fault.of(FaultCode.BAD_WORD, row.place(column))
              .with("found", row.text(column))
              .with("allowed", List.of(first.text(column))));
    }
  }

  private static <T> List<T> steps(List<Row> rows, Function<Row, Optional<T>> reader) {
    return rows.stream().map(reader).flatMap(Optional::stream).toList();
  }

  private Optional<Points> award(Row row) {
    return row.filled("points").isPresent() ? points(row, "points") : Optional.empty();
  }

  // Ladder, stages, requirements

  private Ladder ladder() {
    List<Tier> tiers = new ArrayList<>();
    for (Row row : rows(EditionTable.LADDER)) {
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
    List<Row> rows = rows(EditionTable.STAGES);
    if (rows.isEmpty()) {
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
    for (Row row : rows) {
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

  private Optional<Requirement> requirement(Row row) {
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
                label(row),
                row.find("tier"),
                row.find("stage"),
                subject.get(),
                least.get(),
                row.word("state", Requirement.State.class, Requirement.State.ON),
                origin(row))));
  }

  private static Optional<Requirement.Subject> subject(Row row) {
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

  private static Optional<FaultCode> warning(Row row, String text) {
    String name = text.toUpperCase(Locale.ROOT);
    Optional<FaultCode> code =
        Stream.of(FaultCode.values()).filter(each -> each.name().equals(name)).findFirst();
    if (code.isEmpty()) {
      row.report(
          Fault.of(FaultCode.UNKNOWN_CODE, row.place("warning"))
              .with("found", text)
              .with(
                  "nearest",
                  Nearest.to(
                      name,
                      // Those of sheets stand behind, and no edition accepts them.
                      Stream.of(FaultCode.values())
                          .filter(each -> each.compareTo(FaultCode.UNKNOWN_EDITION) < 0)
                          .filter(each -> each.severity() != Severity.ERROR)
                          .map(FaultCode::name)
                          .toList())));
    }
    return code;
  }

  private static String part(Row row) {
    if (row.find("part").isPresent()) {
      return row.text("part");
    }
    if (row.find("question").isPresent()) {
      return "question " + row.text("indicator") + "." + row.text("question");
    }
    return row.find("indicator")
        .map(code -> "indicator " + code)
        .or(() -> row.find("cluster").map(code -> "cluster " + code))
        .orElse("edition");
  }

  // Cells

  private <T> T placed(Row row, T part) {
    places.put(part, row);
    return part;
  }

  private static Label label(Row row) {
    return Label.of(row.text("label_id"), row.text("label_en"));
  }

  private static Origin origin(Row row) {
    Mark mark = row.word("mark", Mark.class, Mark.STATED);
    List<String> sources = row.list("source");
    String note = row.text("note");
    return mark == Mark.STATED && sources.isEmpty() && note.isEmpty()
        ? Origin.STATED
        : new Origin(mark, sources, note);
  }

  private <T extends Comparable<? super T>> Optional<Bound<T>> bound(
      Row row, String closed, String open, BiFunction<Row, String, Optional<T>> reader) {
    if (row.find(closed).isPresent() && row.find(open).isPresent()) {
      row.report(
          Fault.of(FaultCode.ONE_OF_TWO, row.place()).with("first", closed).with("second", open));
      return Optional.empty();
    }
    return row.find(closed).isPresent()
        ? reader.apply(row, closed).map(Bound::closed)
        : row.find(open).isPresent() ? reader.apply(row, open).map(Bound::open) : Optional.empty();
  }

  private Optional<Ratio> ratio(Row row, String column) {
    try {
      return Optional.of(Ratio.parse(decimal(row.text(column)).replace(" %", "%")));
    } catch (IllegalArgumentException e) {
      row.report(Fault.of(FaultCode.BAD_NUMBER, row.place(column)).with("found", row.text(column)));
      return Optional.empty();
    }
  }

  /** Says whether a number with a point may have been meant as thousands. */
  static boolean looksLikeThousands(String text) {
    return THOUSANDS.matcher(text).matches();
  }

  /** Reads points; none where the cell is empty, and none with a fault where they are broken. */
  private Optional<Points> points(Row row, String column) {
    String text = decimal(row.text(column));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Points points = Points.parse(text);
      if (row.isInTable() && looksLikeThousands(text)) {
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

  private static Optional<Long> count(Row row, String column) {
    Optional<String> text = row.find(column);
    if (text.isPresent() && !text.get().matches("[0-9]{1,15}")) {
      row.report(Fault.of(FaultCode.BAD_COUNT, row.place(column)).with("found", text.get()));
      return Optional.empty();
    }
    return text.map(Long::valueOf);
  }

  /** A single decimal comma is read as a decimal point. */
  private static String decimal(String text) {
    return text.indexOf('.') < 0 && text.indexOf(',') == text.lastIndexOf(',')
        ? text.replace(',', '.')
        : text;
  }
}
