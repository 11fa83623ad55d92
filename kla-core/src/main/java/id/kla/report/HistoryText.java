package id.kla.report;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Strings;
import id.kla.edition.QuestionCode;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.rollup.History;
import id.kla.rollup.HistoryReport;
import id.kla.rollup.Split;
import id.kla.rollup.Transitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells histories: each round, what was held in a row, what rose and fell, and where points went.
 */
final class HistoryText {

  private static final int ROUND = 11;

  /** More names are no help on a screen. */
  private static final int NAMES = 12;

  /** Stands behind what rests on a tier that was not published. */
  private static final String MARK = "*";

  private final HistoryReport report;
  private final Phrases phrases;
  private final HistoryWords words;
  private final StringBuilder out = new StringBuilder();

  HistoryText(HistoryReport report, Language language) {
    this.report = report;
    this.phrases = Phrases.history(language);
    this.words = new HistoryWords(report.edition(), language);
  }

  String text() {
    for (History history : report.histories()) {
      if (!out.isEmpty()) {
        line("");
      }
      line(region(history.region()));
      history.lines().forEach(this::stage);
    }
    if (report.histories().isEmpty()) {
      line(phrases.text("none"));
    }
    report.transitions().ifPresent(this::transitions);
    if (!report.histories().isEmpty() || report.transitions().isPresent()) {
      line("");
      line(phrases.text("foot"));
    }
    return out.toString();
  }

  private static String region(RegionCode code) {
    return Regions.builtIn().describe(code) + " (" + code + ")";
  }

  // Stages

  private void stage(History.Line stage) {
    line("");
    line("  " + words.stage(stage.stage()));
    List<String> unknown = new ArrayList<>();
    for (History.Turn turn : stage.turns()) {
      String round = turn.round().toString();
      if (turn.state() == History.State.UNKNOWN) {
        unknown.add(round);
      } else {
        line("    " + Strings.padEnd(round, ROUND, ' ') + words.told(turn, stage));
      }
    }
    if (!unknown.isEmpty()) {
      line("    " + phrases.text("unknownRounds", "rounds", String.join(", ", unknown)));
    }
    words.streaks(stage).forEach(streak -> line("    " + streak));
    stage.moves().forEach(this::move);
  }

  // Moves

  private void move(History.Move move) {
    words.direction(move).ifPresent(told -> line("    " + told));
    move.split().ifPresent(split -> split(move, split));
  }

  private void split(History.Move move, Split split) {
    line(
        "    "
            + phrases.text(
                "change",
                "from",
                move.from().round(),
                "to",
                move.to().round(),
                "before",
                move.from().total().map(words::exact).orElseThrow(),
                "after",
                move.to().total().map(words::exact).orElseThrow(),
                "change",
                words.signed(split.change())));
    switch (split.rules()) {
      case SAME -> parts(split.real(), "");
      case OTHER -> {
        group("rules", split.ruleChange().orElseThrow(), split.rule());
        if (!split.leftOut().isEmpty()) {
          line(
              "        "
                  + phrases.text(
                      "leftOut",
                      "questions",
                      split.leftOut().stream().map(QuestionCode::toString).collect(joining(", "))));
        }
        group("real", split.realChange().orElseThrow(), split.real());
      }
      case NOT_KNOWN -> group("open", split.change(), split.open());
    }
  }

  private void group(String key, Points sum, List<Split.Part> parts) {
    amount(sum, "", phrases.text(key));
    parts(parts, "  ");
  }

  /** Tells clusters and what they are made of; questions are too many for a screen. */
  private void parts(List<Split.Part> parts, String indent) {
    Split.by(parts, Split.Part::cluster)
        .forEach(
            (cluster, sum) -> {
              List<Split.Part> own =
                  parts.stream().filter(part -> part.cluster().equals(cluster)).toList();
              if (cluster.isEmpty()) {
                amount(sum, indent, phrases.text("rest"));
                return;
              }
              amount(sum, indent, phrases.text("cluster", "code", cluster));
              boolean isWhole = own.size() == 1 && own.get(0).level() == Split.Level.CLUSTER;
              if (!isWhole) {
                Split.by(own, HistoryText::row)
                    .forEach((row, change) -> amount(change, indent + "  ", told(row)));
              }
            });
  }

  /** Questions of an indicator are one row, its cap another. */
  private static String row(Split.Part part) {
    return switch (part.level()) {
      case QUESTION, INDICATOR -> "indicator " + part.indicator();
      case CAP -> "cap " + part.indicator();
      case CLUSTER -> "clusterRest " + part.cluster();
      case NOT_ATTRIBUTED -> "rest ";
    };
  }

  private String told(String row) {
    String[] cut = row.split(" ", 2);
    return cut[0].equals("cap")
        ? phrases.text("indicator", "code", cut[1]) + ", " + phrases.text("cap")
        : phrases.text(cut[0], "code", cut[1]);
  }

  private void amount(Points change, String indent, String name) {
    line(Strings.padStart(words.signed(change), 14, ' ') + "  " + indent + name);
  }

  // Transitions

  private void transitions(Transitions transitions) {
    line("");
    line(
        phrases.text(
            "transitions",
            "area",
            Regions.builtIn().describe(transitions.province()),
            "from",
            transitions.from(),
            "to",
            transitions.to(),
            "stage",
            words.stage(transitions.stage())));
    Set<RegionCode> marked = Movement.byPoints(report, transitions);
    matrix(transitions, marked);
    counted("rose", transitions.regions(History.Direction.RISE), marked);
    counted("fell", transitions.regions(History.Direction.FALL), marked);
    line(phrases.text("stayed", "count", transitions.regions(History.Direction.SAME).size()));
    int open = transitions.regions(History.Direction.NOT_KNOWN).size();
    if (open > 0) {
      line(phrases.text("open.many", "count", open));
    }
    if (!marked.isEmpty()) {
      line(phrases.text("byPointsMark"));
    }
  }

  private static boolean isMarked(
      Transitions transitions, String before, String after, Set<RegionCode> marked) {
    return transitions.cells().stream()
        .filter(cell -> cell.from().equals(before) && cell.to().equals(after))
        .anyMatch(cell -> cell.regions().stream().anyMatch(marked::contains));
  }

  private void matrix(Transitions transitions, Set<RegionCode> marked) {
    List<String> tiers =
        transitions.tiers().stream()
            .filter(tier -> transitions.before(tier) + transitions.after(tier) > 0)
            .toList();
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>();
    head.add("");
    tiers.forEach(tier -> head.add(heading(tier)));
    head.add(phrases.text("total"));
    rows.add(head);
    for (String before : tiers) {
      List<String> row = new ArrayList<>();
      row.add(heading(before));
      tiers.forEach(
          after ->
              row.add(
                  number(transitions.count(before, after))
                      + (isMarked(transitions, before, after, marked) ? MARK : "")));
      row.add(number(transitions.before(before)));
      rows.add(row);
    }
    List<String> last = new ArrayList<>();
    last.add(phrases.text("total"));
    tiers.forEach(after -> last.add(number(transitions.after(after))));
    last.add(number(transitions.total()));
    rows.add(last);
    for (List<String> row : rows) {
      StringBuilder text = new StringBuilder("  ");
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int width = rows.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
        text.append(
            i == 0
                ? Strings.padEnd(row.get(i), width, ' ')
                : "  " + Strings.padStart(row.get(i), width, ' '));
      }
      line(text.toString());
    }
  }

  private static String number(int number) {
    return number == 0 ? "." : Integer.toString(number);
  }

  private String heading(String tier) {
    return tier.equals(Transitions.UNKNOWN) ? phrases.text("unknown") : words.tier(tier);
  }

  private void counted(String key, List<RegionCode> regions, Set<RegionCode> marked) {
    String names =
        regions.stream()
            .limit(NAMES)
            .map(code -> Regions.builtIn().describe(code) + (marked.contains(code) ? MARK : ""))
            .collect(joining(", "));
    line(
        phrases.text(
            key,
            "count",
            regions.size(),
            "regions",
            names + (regions.size() > NAMES ? ", …" : "")));
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
