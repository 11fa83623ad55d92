package id.kla.report;

import com.google.common.collect.Lists;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Bound;
import id.kla.edition.Edition;
import id.kla.edition.Ladder;
import id.kla.edition.NamedLadder;
import id.kla.edition.Stage;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.rollup.History;
import id.kla.rollup.HistoryReport;
import id.kla.rollup.RegionResult;
import id.kla.rollup.Split;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the page of histories: the rounds of each region as a line against the ladder, what was
 * held how long, what rose and fell, and what a change of the total is made of.
 *
 * <p>It says what {@code HistoryReport} holds and computes nothing anew.
 */
@CheckReturnValue
public final class HistoryPage {

  /** More lines in one drawing can't be told apart. */
  private static final int LINES = 4;

  private final HistoryReport report;
  private final Edition edition;
  private final Language language;
  private final Phrases phrases;
  private final HistoryWords words;
  private final Points highest;
  private final List<Block> blocks = new ArrayList<>();

  private HistoryPage(HistoryReport report, Language language) {
    this.report = report;
    this.edition = report.edition();
    this.language = language;
    this.phrases = Phrases.history(language);
    this.words = new HistoryWords(report.edition(), language);
    this.highest =
        edition.maximum().or(() -> edition.ladder().top().map(Bound::value)).orElse(Points.ZERO);
  }

  /** Returns the page of histories in a language. */
  public static Page of(HistoryReport report, Language language) {
    HistoryPage page = new HistoryPage(report, language);
    page.all();
    return new Page(language, page.title(), page.blocks);
  }

  private void say(Block block) {
    blocks.add(block);
  }

  private String title() {
    List<History> histories = report.histories();
    if (histories.size() == 1) {
      return phrases.text("page.title", "area", region(histories.get(0).region()));
    }
    return report
        .transitions()
        .map(
            transitions ->
                phrases.text(
                    "page.title", "area", Regions.builtIn().describe(transitions.province())))
        .orElseGet(() -> phrases.text("page.titleOfMany", "count", histories.size()));
  }

  private static String region(RegionCode code) {
    return Regions.builtIn().describe(code) + " (" + code + ")";
  }

  private void all() {
    List<History> histories = report.histories();
    boolean isOne = histories.size() == 1;
    if (isOne) {
      answer(histories.get(0));
    }
    say(new Block.Note(phrases.text(histories.isEmpty() ? "none" : "foot")));
    report
        .transitions()
        .ifPresent(transitions -> blocks.addAll(Movement.of(report, transitions, language)));
    for (History history : histories) {
      if (!isOne) {
        say(new Block.Heading(2, region(history.region())));
      }
      lines(history);
      history.lines().forEach(line -> stage(line, isOne ? 2 : 3));
    }
  }

  // The answer

  private void answer(History history) {
    List<Stage> stages = edition.stages();
    history
        .line(stages.get(stages.size() - 1).code())
        .ifPresent(
            line ->
                Lists.reverse(line.turns()).stream()
                    .filter(turn -> turn.tier().isPresent())
                    .findFirst()
                    .ifPresent(turn -> answer(line, turn)));
  }

  private void answer(History.Line line, History.Turn last) {
    List<Block.Highlight> highlights = new ArrayList<>();
    String round =
        phrases.text("page.at", "round", last.round(), "stage", words.stage(line.stage()));
    highlights.add(
        new Block.Highlight(
            phrases.text("page.last"), words.tier(last.tier().orElseThrow()), round));
    last.total()
        .ifPresent(
            total ->
                highlights.add(
                    new Block.Highlight(phrases.text("page.total"), words.exact(total), round)));
    for (History.Streak streak : line.streaks()) {
      if (streak.last().equals(last.round()) && streak.rounds() > 1) {
        highlights.add(
            new Block.Highlight(
                phrases.text("page.row"),
                Integer.toString(streak.rounds()),
                phrases.text(
                    "page.rowOf",
                    "tier",
                    words.tier(streak.tier()),
                    "first",
                    streak.first(),
                    "last",
                    streak.last())));
      }
    }
    say(new Block.Highlights(highlights));
  }

  // Lines

  private void lines(History history) {
    for (List<History.Line> some : Lists.partition(history.lines(), LINES)) {
      say(
          new LineChart(
              phrases.text("page.line", "region", Regions.builtIn().describe(history.region())),
              phrases.text("page.lineAbout", "edition", edition.id()),
              phrases.text("page.round"),
              some.get(0).turns().stream().map(turn -> turn.round().toString()).toList(),
              edition.ladder(),
              maximum(some),
              some.stream().map(this::series).toList()));
    }
  }

  /** A total that was declared may be more than an edition gives. */
  private Points maximum(List<History.Line> lines) {
    return lines.stream()
        .flatMap(line -> line.turns().stream())
        .flatMap(turn -> turn.results().stream())
        .flatMap(each -> each.result().total().stream())
        .reduce(highest, Points::max);
  }

  private LineChart.Series series(History.Line line) {
    return new LineChart.Series(
        words.stage(line.stage()), line.turns().stream().map(turn -> reading(turn, line)).toList());
  }

  /** A total is a point; of a predicate, or of several results, there is from where to where. */
  private Optional<LineChart.Reading> reading(History.Turn turn, History.Line line) {
    String told = words.told(turn, line);
    if (turn.total().isPresent()) {
      return Optional.of(LineChart.Reading.of(turn.total().get(), told));
    }
    Optional<Points> low = Optional.empty();
    Optional<Points> high = Optional.empty();
    for (RegionResult result : turn.results().stream().map(each -> each.result()).toList()) {
      Optional<Points> least = result.total().or(() -> least(result));
      Optional<Points> most = result.total().or(() -> most(result));
      low = Optional.of(least.orElse(Points.ZERO).min(low.orElse(highest)));
      high = Optional.of(most.orElse(highest).max(high.orElse(Points.ZERO)));
    }
    return turn.state() == History.State.UNKNOWN || low.isEmpty()
        ? Optional.empty()
        : Optional.of(new LineChart.Reading(low.get(), high.orElseThrow(), told));
  }

  /** The ladder of the edition stands in where none is known for the round. */
  private Ladder ladder(RegionResult result) {
    return result.ladder().map(NamedLadder::ladder).orElse(edition.ladder());
  }

  private Optional<Points> least(RegionResult result) {
    return result
        .tier()
        .flatMap(ladder(result)::findNamed)
        .flatMap(tier -> tier.range().lower())
        .map(Bound::value);
  }

  private Optional<Points> most(RegionResult result) {
    Ladder ladder = ladder(result);
    if (result.tier().filter(RegionResult.NONE::equals).isPresent()) {
      return ladder.tiers().stream()
          .findFirst()
          .flatMap(tier -> tier.range().lower())
          .map(Bound::value);
    }
    return result
        .tier()
        .flatMap(ladder::findNamed)
        .flatMap(tier -> tier.range().upper())
        .map(Bound::value);
  }

  // Stages

  private void stage(History.Line line, int level) {
    List<Block> told = new ArrayList<>();
    List<String> sentences = new ArrayList<>(words.streaks(line));
    line.moves().forEach(move -> words.direction(move).ifPresent(sentences::add));
    if (!sentences.isEmpty()) {
      told.add(new Block.Items(Block.Order.UNRANKED, sentences));
    }
    line.moves().forEach(move -> move.split().ifPresent(split -> told.addAll(split(move, split))));
    if (!told.isEmpty()) {
      say(new Block.Heading(level, phrases.text("page.stage", "stage", words.stage(line.stage()))));
      blocks.addAll(told);
    }
  }

  private List<Block> split(History.Move move, Split split) {
    List<BarChart.Row> rows = new ArrayList<>();
    switch (split.rules()) {
      case SAME -> parts(rows, split.real());
      case OTHER -> {
        group(rows, "rules", split.ruleChange().orElseThrow());
        parts(rows, split.rule());
        group(rows, "real", split.realChange().orElseThrow());
        parts(rows, split.real());
      }
      case NOT_KNOWN -> {
        group(rows, "open", split.change());
        parts(rows, split.open());
      }
    }
    rows.add(new BarChart.Row(phrases.text("total"), PageTable.Level.TOTAL, split.change(), ""));
    Set<String> leftOut = new LinkedHashSet<>();
    split.leftOut().forEach(question -> leftOut.add(question.toString()));
    List<Block> told = new ArrayList<>();
    told.add(
        new BarChart(
            phrases.text(
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
                words.signed(split.change())),
            "",
            phrases.text("page.part"),
            phrases.text("page.change"),
            "",
            rows));
    if (!leftOut.isEmpty()) {
      told.add(
          new Block.Paragraph(phrases.text("leftOut", "questions", String.join(", ", leftOut))));
    }
    return told;
  }

  private void group(List<BarChart.Row> rows, String key, Points sum) {
    rows.add(new BarChart.Row(phrases.text(key), PageTable.Level.GROUP, sum, ""));
  }

  /** A drawing has room for clusters; indicators and questions stand in tables and documents. */
  private void parts(List<BarChart.Row> rows, List<Split.Part> parts) {
    Map<String, Points> clusters = Split.by(parts, Split.Part::cluster);
    clusters.forEach(
        (cluster, change) ->
            rows.add(
                BarChart.Row.of(
                    cluster.isEmpty()
                        ? phrases.text("rest")
                        : phrases.text("cluster", "code", cluster),
                    change,
                    "")));
  }
}
