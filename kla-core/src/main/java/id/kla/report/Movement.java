package id.kla.report;

import static java.util.stream.Collectors.joining;

import id.kla.fault.Language;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.rollup.History;
import id.kla.rollup.HistoryReport;
import id.kla.rollup.Transitions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes what pages say of where the regions of a province went between two rounds. */
final class Movement {

  private final HistoryReport report;
  private final Transitions transitions;
  private final Phrases phrases;
  private final HistoryWords words;

  private Movement(HistoryReport report, Transitions transitions, Language language) {
    this.report = report;
    this.transitions = transitions;
    this.phrases = Phrases.history(language);
    this.words = new HistoryWords(report.edition(), language);
  }

  /**
   * Returns a heading, the table of predicates before by predicates after, and who rose or fell.
   */
  static List<Block> of(HistoryReport report, Transitions transitions, Language language) {
    Movement movement = new Movement(report, transitions, language);
    return List.of(
        new Block.Heading(
            2,
            movement.phrases.text(
                "page.movement", "from", transitions.from(), "to", transitions.to())),
        movement.table(),
        new Block.Items(Block.Order.UNRANKED, movement.sentences()));
  }

  private PageTable table() {
    List<String> tiers =
        transitions.tiers().stream()
            .filter(tier -> transitions.before(tier) + transitions.after(tier) > 0)
            .toList();
    List<PageTable.Column> columns = new ArrayList<>();
    columns.add(PageTable.Column.words(transitions.from().toString()));
    tiers.forEach(tier -> columns.add(PageTable.Column.number(heading(tier))));
    columns.add(PageTable.Column.number(phrases.text("total")));
    List<PageTable.Row> rows = new ArrayList<>();
    for (String before : tiers) {
      List<String> cells = new ArrayList<>();
      cells.add(heading(before));
      tiers.forEach(after -> cells.add(number(transitions.count(before, after))));
      cells.add(number(transitions.before(before)));
      rows.add(new PageTable.Row(PageTable.Level.PART, cells));
    }
    List<String> last = new ArrayList<>();
    last.add(phrases.text("total"));
    tiers.forEach(after -> last.add(number(transitions.after(after))));
    last.add(number(transitions.total()));
    rows.add(new PageTable.Row(PageTable.Level.TOTAL, last));
    return new PageTable(
        phrases.text(
            "transitions",
            "area",
            Regions.builtIn().describe(transitions.province()),
            "from",
            transitions.from(),
            "to",
            transitions.to(),
            "stage",
            words.stage(transitions.stage())),
        columns,
        rows);
  }

  private String heading(String tier) {
    return tier.equals(Transitions.UNKNOWN) ? phrases.text("unknown") : words.tier(tier);
  }

  private static String number(int count) {
    return count == 0 ? "" : Integer.toString(count);
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(counted("rose", History.Direction.RISE));
    sentences.add(counted("fell", History.Direction.FALL));
    sentences.add(
        phrases.text("stayed", "count", transitions.regions(History.Direction.SAME).size()));
    int open = transitions.regions(History.Direction.NOT_KNOWN).size();
    if (open > 0) {
      sentences.add(phrases.text("open.many", "count", open));
    }
    Set<RegionCode> computed = byPoints(report, transitions);
    if (!computed.isEmpty()) {
      sentences.add(
          phrases.text(
              "page.byPoints",
              "regions",
              computed.stream().sorted().map(Regions.builtIn()::describe).collect(joining(", "))));
    }
    return sentences;
  }

  private String counted(String key, History.Direction direction) {
    List<RegionCode> regions = transitions.regions(direction);
    return phrases.text(
        key,
        "count",
        regions.size(),
        "regions",
        regions.stream().map(Regions.builtIn()::describe).collect(joining(", ")));
  }

  /** Returns the regions that stand where they stand by a tier that was not published. */
  static Set<RegionCode> byPoints(HistoryReport report, Transitions transitions) {
    Set<RegionCode> shown = new HashSet<>();
    transitions.cells().forEach(cell -> shown.addAll(cell.regions()));
    Set<RegionCode> computed = new HashSet<>();
    report.histories().stream()
        .filter(history -> shown.contains(history.region()))
        .filter(
            history ->
                history.line(transitions.stage()).stream()
                    .flatMap(
                        line -> Stream.of(transitions.from(), transitions.to()).map(line::turn))
                    .flatMap(Optional::stream)
                    .anyMatch(HistoryWords::isByPoints))
        .forEach(history -> computed.add(history.region()));
    return computed;
  }
}
