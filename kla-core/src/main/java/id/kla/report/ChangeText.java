package id.kla.report;

import com.google.common.base.Splitter;
import id.kla.edition.Bound;
import id.kla.edition.Change;
import id.kla.edition.Edition;
import id.kla.edition.EditionTable;
import id.kla.edition.FactKind;
import id.kla.edition.Interval;
import id.kla.edition.Origin;
import id.kla.edition.Scale;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says in words what an edition changes in another one. */
final class ChangeText {

  private static final Set<String> POINTS = Set.of("maximum", "from", "above", "to", "below");

  /** What a cell that is empty says. */
  private static final Map<String, String> USUAL =
      Map.of(
          "better", "more",
          "collected_from", "region",
          "evidence_need", "any",
          "judging", "others",
          "state", "on",
          "mark", "stated",
          "lead_mark", "stated");

  private static final Pattern SCALE =
      Pattern.compile("(graded|levels|bands|line)(?: (coverage|count|change))?(?:: (.*))?");

  private static final Pattern LEVEL = Pattern.compile("([^ ]+) ([^ ]+)");
  private static final Pattern BAND = Pattern.compile("([\\[(])(.*), (.*)([\\])]) ([^ ]+)");
  private static final Pattern ANCHOR = Pattern.compile("at ([^ ]+) ([^ ]+)");

  private final Edition edition;
  private final Phrases phrases;
  private final UnaryOperator<String> data;
  private final EditionWords words;

  /**
   * Names the parts as {@code edition} does; what comes from the data goes through {@code data}.
   */
  ChangeText(Edition edition, Language language, UnaryOperator<String> data) {
    this.edition = edition;
    this.phrases = Phrases.edition(language);
    this.data = data;
    this.words = new EditionWords(language, data);
  }

  /** Returns how many changes there are, and how many of them can change scores. */
  String count(List<Change> changes) {
    int scoring = (int) changes.stream().filter(Change::canChangeScores).count();
    return phrases.text(
        scoring == 0 ? "changes.none-score" : "changes.score",
        "places",
        phrases.count("places", changes.size()),
        "scoring",
        scoring);
  }

  /** Returns the name of a table, as a heading. */
  String table(EditionTable table) {
    return phrases.word("table", table);
  }

  /** Returns a change in a line. */
  String line(Change change) {
    String part = part(change);
    return switch (change.kind()) {
      case ADDED -> named(part, change.to()) + ": " + phrases.text("added");
      case REMOVED -> named(part, change.from()) + ": " + phrases.text("removed");
      case RENUMBERED -> part + ": " + phrases.text("renumbered", "to", data.apply(change.to()));
      default ->
          change.what().equals("order")
              ? phrases.word("table", change.table())
                  + ": "
                  + phrases.text(
                      "reordered",
                      "now",
                      data.apply(change.to()),
                      "before",
                      data.apply(change.from()))
              : part
                  + (part.isEmpty() ? "" : ": ")
                  + phrases.word("column", column(change))
                  + " "
                  + value(change, change.from())
                  + " → "
                  + value(change, change.to());
    };
  }

  private String named(String part, String label) {
    return part.contains("(") || label.isEmpty() ? part : part + " (" + data.apply(label) + ")";
  }

  /** Of the edition as a whole the key is the part, and its column says nothing. */
  private static String column(Change change) {
    return change.table() == EditionTable.EDITION ? change.part() : change.what();
  }

  private String part(Change change) {
    return change.table() == EditionTable.EDITION
        ? phrases.text("part.edition")
        : words.part(change.table().code(), change.part(), label(change));
  }

  private Optional<Label> label(Change change) {
    String code = change.part();
    return switch (change.table()) {
      case CLUSTERS -> edition.findCluster(code).map(found -> found.label());
      case INDICATORS -> edition.findIndicator(code).map(found -> found.label());
      case QUESTIONS -> edition.findQuestion(code).map(found -> found.label());
      case ROLES ->
          first(edition.roles().stream().filter(r -> r.code().equals(code)).map(r -> r.label()));
      case TOPICS ->
          first(edition.topics().stream().filter(t -> t.code().equals(code)).map(t -> t.label()));
      case EVIDENCE ->
          first(
              edition.evidenceKinds().stream()
                  .filter(k -> k.code().equals(code))
                  .map(k -> k.label()));
      case STAGES ->
          first(edition.stages().stream().filter(s -> s.code().equals(code)).map(s -> s.label()));
      case REQUIREMENTS ->
          first(
              edition.requirements().stream()
                  .filter(r -> r.code().equals(code))
                  .map(r -> r.label()));
      case LADDER -> edition.ladder().findTier(code).map(found -> found.label());
      default -> Optional.empty();
    };
  }

  private static Optional<Label> first(Stream<Label> labels) {
    return labels.findFirst();
  }

  // Values

  private String value(Change change, String written) {
    String column = column(change);
    String value = written.isEmpty() ? USUAL.getOrDefault(column, "") : written;
    if (value.isEmpty()) {
      return phrases.text("nothing");
    }
    if (column.equals("scale")) {
      return scale(value);
    }
    if (POINTS.contains(column)) {
      return phrases.language() == Language.INDONESIAN
          ? data.apply(value.replace('.', ','))
          : data.apply(value);
    }
    String kind = "value." + (column.equals("lead_mark") ? "mark" : column);
    String word = phrases.word(kind, value);
    return word.equals(value) ? "\"" + data.apply(value) + "\"" : word;
  }

  /** Puts a scale, which a change holds as its kind and its steps, into words. */
  private String scale(String text) {
    Matcher scale = SCALE.matcher(text);
    if (!scale.matches()) {
      return data.apply(text);
    }
    if (scale.group(3) == null) {
      return phrases.text("scale.any");
    }
    try {
      Optional<FactKind> measure =
          Optional.ofNullable(scale.group(2))
              .map(word -> FactKind.valueOf(word.toUpperCase(Locale.ROOT)));
      List<String> steps = Splitter.on("; ").splitToList(scale.group(3));
      return words.scale(
          switch (scale.group(1)) {
            case "graded" ->
                new Scale.Graded(steps.stream().map(Points::parse).toList(), Origin.STATED);
            case "levels" ->
                new Scale.Levels(steps.stream().map(ChangeText::level).toList(), Origin.STATED);
            case "bands" ->
                new Scale.Bands(
                    measure.orElseThrow(),
                    steps.stream().map(ChangeText::band).toList(),
                    Origin.STATED);
            default ->
                new Scale.Line(
                    measure.orElseThrow(),
                    steps.stream().map(ChangeText::anchor).toList(),
                    Origin.STATED);
          },
          Points.ZERO);
    } catch (IllegalArgumentException | NoSuchElementException e) {
      // A document may hold any text here.
      return data.apply(text);
    }
  }

  private static Scale.Level level(String step) {
    Matcher parts = parts(LEVEL, step);
    return new Scale.Level(parts.group(1), Label.of("", ""), Points.parse(parts.group(2)));
  }

  private static Scale.Band band(String step) {
    Matcher parts = parts(BAND, step);
    return new Scale.Band(
        new Interval<>(
            bound(parts.group(2), parts.group(1).equals("[")),
            bound(parts.group(3), parts.group(4).equals("]"))),
        Points.parse(parts.group(5)));
  }

  private static Optional<Bound<Ratio>> bound(String value, boolean isClosed) {
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(isClosed ? Bound.closed(Ratio.parse(value)) : Bound.open(Ratio.parse(value)));
  }

  private static Scale.Anchor anchor(String step) {
    Matcher parts = parts(ANCHOR, step);
    return new Scale.Anchor(Ratio.parse(parts.group(1)), Points.parse(parts.group(2)));
  }

  private static Matcher parts(Pattern pattern, String step) {
    Matcher parts = pattern.matcher(step);
    if (!parts.matches()) {
      throw new IllegalArgumentException("step: found \"" + step + "\"");
    }
    return parts;
  }
}
