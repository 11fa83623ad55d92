package id.kla.report;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Strings;
import id.kla.edition.Change;
import id.kla.edition.ChangedFrom;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.EditionDiff;
import id.kla.edition.EditionTable;
import id.kla.edition.Indicator;
import id.kla.edition.Mark;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.Requirement;
import id.kla.edition.Source;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.points.Points;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Editions as plain text: one on a screen, and how two of them differ. */
final class EditionText {

  private static final int FIGURE_WIDTH = 12;

  private final Phrases phrases;
  private final EditionWords words;
  private final int codeWidth;
  private final StringBuilder out = new StringBuilder();

  private EditionText(Language language, int codeWidth) {
    this.phrases = Phrases.edition(language);
    this.words = new EditionWords(language, Printable::of);
    this.codeWidth = codeWidth;
  }

  static String show(Edition edition, Language language) {
    int widest =
        Stream.of(
                edition.clusters().stream().map(Cluster::code),
                edition.ladder().tiers().stream().map(Tier::code),
                edition.stages().stream().map(Stage::code))
            .flatMap(codes -> codes)
            .mapToInt(String::length)
            .max()
            .orElse(0);
    EditionText text = new EditionText(language, widest);
    text.head(edition);
    text.clusters(edition);
    text.rules(edition);
    text.origins(edition);
    edition.changedFrom().ifPresent(changed -> text.changes(edition, changed));
    return text.out.toString();
  }

  static String difference(Edition from, Edition to, Language language) {
    EditionText text = new EditionText(language, 0);
    text.compare(from, EditionDiff.of(from, to), to);
    return text.out.toString();
  }

  /** Returns what an edition changes, and each change that can change scores, a line each. */
  static List<String> scoringChanges(Edition edition, ChangedFrom changed, Language language) {
    ChangeText text = new ChangeText(edition, language, Printable::of);
    List<Change> scoring = changed.changes().stream().filter(Change::canChangeScores).toList();
    return Stream.concat(
            Stream.of(headline(edition, changed, language, text) + (scoring.isEmpty() ? "" : ":")),
            scoring.stream().map(change -> "  " + text.line(change)))
        .toList();
  }

  private static String headline(
      Edition edition, ChangedFrom changed, Language language, ChangeText text) {
    return edition.id()
        + " "
        + Phrases.edition(language).text("changes", "edition", changed.edition())
        + " "
        + text.count(changed.changes());
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }

  // One edition

  private void head(Edition edition) {
    line(edition.id() + " · " + words.name(edition.id(), edition.label()));
    line(phrases.text("digest") + " " + edition.digest());
    line(words.origin(edition.origin()));
    line("");
  }

  private void clusters(Edition edition) {
    row("", "", phrases.text("maximum"), phrases.text("indicators"), phrases.text("questions"));
    for (Cluster cluster : edition.clusters()) {
      row(
          cluster.code(),
          words.name(cluster.code(), cluster.label()),
          maximum(cluster.maximum()),
          "" + cluster.indicators().size(),
          "" + cluster.indicators().stream().mapToInt(i -> i.questions().size()).sum());
    }
    row(
        "",
        "",
        maximum(edition.maximum()),
        "" + edition.indicators().size(),
        "" + edition.questions().size());
    if (edition.maximum().isEmpty()) {
      line(phrases.text("not-scorable"));
    }
    line("");
  }

  private String maximum(Optional<Points> maximum) {
    return maximum.map(words::points).orElseGet(() -> phrases.text("no-maximum"));
  }

  private void row(String code, String name, String maximum, String indicators, String questions) {
    line(
        "  "
            + Strings.padEnd(code, codeWidth, ' ')
            + Strings.padStart(maximum, FIGURE_WIDTH, ' ')
            + Strings.padStart(indicators, FIGURE_WIDTH, ' ')
            + Strings.padStart(questions, FIGURE_WIDTH, ' ')
            + "  "
            + name);
  }

  private void item(String code, String text) {
    line("  " + Strings.padEnd(code, codeWidth, ' ') + "  " + text);
  }

  private void rules(Edition edition) {
    List<Tier> tiers = edition.ladder().tiers();
    line(phrases.text("predicates"));
    if (tiers.isEmpty()) {
      line("  " + phrases.text("no-predicates"));
    }
    for (Tier tier : tiers) {
      item(
          tier.code(),
          words.range(tier.range())
              + (tier.printed().isEmpty()
                  ? ""
                  : " (" + phrases.text("printed", "printed", Printable.of(tier.printed())) + ")"));
    }
    line(phrases.text("stages"));
    for (Stage stage : edition.stages()) {
      item(
          stage.code(),
          Stream.concat(
                      Stream.of(words.name(stage.code(), stage.label())),
                      stage.aliases().stream().map(Printable::of))
                  .collect(joining(", "))
              + "; "
              + phrases.text("column.judging")
              + ": "
              + phrases.word("value.judging", stage.judging()));
    }
    if (!edition.requirements().isEmpty()) {
      line(phrases.text("requirements"));
    }
    for (Requirement requirement : edition.requirements()) {
      item(
          requirement.tier().or(requirement::stage).orElse(""),
          words.name(requirement.code(), requirement.label())
              + ": "
              + words.condition(requirement, edition)
              + "; "
              + phrases.word("value.state", requirement.state()));
    }
    line("");
  }

  private void origins(Edition edition) {
    line(phrases.text("marks"));
    marks("table.clusters", edition.clusters().stream().map(Cluster::origin));
    marks("table.indicators", edition.indicators().stream().map(Indicator::origin));
    marks("table.questions", edition.questions().stream().map(Question::origin));
    for (Source source : edition.sources()) {
      line(
          "  "
              + source.code()
              + ": "
              + Printable.of(source.text())
              + (source.date().isEmpty() ? "" : " (" + Printable.of(source.date()) + ")"));
    }
  }

  private void marks(String part, Stream<Origin> origins) {
    List<Mark> marks = origins.map(Origin::mark).toList();
    line(
        "  "
            + phrases.text(
                "marks.row",
                "part",
                phrases.text(part).toLowerCase(Locale.ROOT),
                "marks",
                Stream.of(Mark.values())
                    .filter(marks::contains)
                    .map(mark -> marks.stream().filter(mark::equals).count() + " " + mark)
                    .collect(joining(", "))));
  }

  private void changes(Edition edition, ChangedFrom changed) {
    ChangeText text = new ChangeText(edition, phrases.language(), Printable::of);
    line("");
    line(headline(edition, changed, phrases.language(), text) + ":");
    grouped(text, changed.changes());
  }

  // Two editions

  private void compare(Edition from, List<Change> changes, Edition to) {
    line(from.id() + " → " + to.id());
    if (changes.isEmpty()) {
      line(
          phrases.text(
              from.digest().equals(to.digest()) ? "differences.none" : "differences.names"));
      return;
    }
    ChangeText text = new ChangeText(from, phrases.language(), Printable::of);
    grouped(text, changes);
    line(text.count(changes));
  }

  private void grouped(ChangeText text, List<Change> changes) {
    for (EditionTable table : EditionTable.values()) {
      List<Change> here = changes.stream().filter(change -> change.table() == table).toList();
      if (!here.isEmpty()) {
        line(text.table(table));
      }
      for (Change change : here) {
        line(
            "  "
                + text.line(change)
                + (change.canChangeScores() ? " (" + phrases.text("scoring") + ")" : ""));
      }
    }
  }
}
