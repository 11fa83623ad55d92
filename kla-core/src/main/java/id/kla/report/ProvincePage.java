package id.kla.report;

import com.google.common.collect.Lists;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.DeclaredResult;
import id.kla.edition.Cluster;
import id.kla.edition.Ladder;
import id.kla.edition.NamedLadder;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.AreaLevel;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.rollup.DeclaredCheck;
import id.kla.rollup.HistoryReport;
import id.kla.rollup.Provila;
import id.kla.rollup.Ranking;
import id.kla.rollup.RegionResult;
import id.kla.rollup.RollUpReport;
import id.kla.rollup.Spread;
import id.kla.rollup.Summary;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Makes the page of a province or the nation: regions by predicate, ranks, who stands in the way of
 * Provila, and where regions went since the round before.
 *
 * <p>It says what a {@code RollUpReport} holds, heading by heading, and computes nothing anew: what
 * was scored stands apart from what was published, and one round apart from the next.
 */
@CheckReturnValue
public final class ProvincePage {

  private final RollUpReport report;
  private final Optional<HistoryReport> history;
  private final Language language;
  private final Phrases phrases;
  private final List<Block> blocks = new ArrayList<>();

  private ProvincePage(RollUpReport report, Optional<HistoryReport> history, Language language) {
    this.report = report;
    this.history = history;
    this.language = language;
    this.phrases = Phrases.rollUp(language);
  }

  /** Returns the page of an area in a language. */
  public static Page of(RollUpReport report, Language language) {
    return of(report, Optional.empty(), language);
  }

  /** Returns the page of a province in a language, with where its regions went, as asked before. */
  public static Page of(RollUpReport report, HistoryReport history, Language language) {
    return of(report, Optional.of(history), language);
  }

  private static Page of(RollUpReport report, Optional<HistoryReport> history, Language language) {
    ProvincePage page = new ProvincePage(report, history, language);
    page.all();
    return new Page(
        language,
        page.phrases.text("page.title", "area", RollUpText.area(report.area(), language)),
        page.blocks);
  }

  private void say(Block block) {
    blocks.add(block);
  }

  private void heading(String key, Object... values) {
    say(new Block.Heading(3, phrases.text(key, values)));
  }

  private void all() {
    List<RollUpReport.Part> parts = report.parts();
    if (parts.isEmpty()) {
      say(
          new Block.Paragraph(
              phrases.text("nothing", "area", RollUpText.area(report.area(), language))));
    }
    Lists.reverse(parts).forEach(this::part);
    history.ifPresent(
        known ->
            known
                .transitions()
                .ifPresent(
                    transitions -> blocks.addAll(Movement.of(known, transitions, language))));
    if (report.outside() > 0) {
      say(new Block.Paragraph(phrases.count("outside", report.outside())));
    }
    if (report.unread() > 0) {
      say(new Block.Note(phrases.count("unread", report.unread())));
    }
  }

  private void part(RollUpReport.Part part) {
    Summary summary = part.summary();
    say(
        new Block.Heading(
            2,
            phrases.text(
                "page.head",
                "round",
                summary.heading().round(),
                "stage",
                RollUpText.stage(summary.heading(), phrases))));
    answer(part);
    say(new Block.Note(phrases.word("page.kind", summary.heading().kind())));
    if (summary.heading().when() == DeclaredCheck.When.BEFORE) {
      say(new Block.Paragraph(phrases.text("page.before")));
    }
    sources(summary);
    tiers(summary);
    unknown(summary);
    if (report.area().province().isPresent()) {
      verdicts(part);
    } else {
      provinces(part.provila());
    }
    ranking(summary);
    clusters(summary);
  }

  // The answer

  private void answer(RollUpReport.Part part) {
    Summary summary = part.summary();
    int all = report.area().regions().size();
    List<Block.Highlight> highlights = new ArrayList<>();
    highlights.add(
        new Block.Highlight(
            phrases.text(
                summary.heading().when() == DeclaredCheck.When.BEFORE
                    ? "page.awardedByPoints"
                    : "page.awarded"),
            phrases.text("of", "part", summary.awarded(), "whole", all),
            phrases.text("page.known", "count", summary.results().size(), "all", all)));
    if (report.area().province().isPresent()) {
      ofRound(part).stream()
          .findFirst()
          .ifPresent(
              verdict ->
                  highlights.add(
                      new Block.Highlight(
                          phrases.text("page.provila"),
                          phrases.word("page.verdict", verdict.outcome()),
                          phrases.text("page.byRule", "rule", verdict.rule().id()))));
    }
    if (summary.total().count() > 1) {
      summary
          .total()
          .quantile(1, 2)
          .ifPresent(
              median ->
                  highlights.add(
                      new Block.Highlight(
                          phrases.text("page.median"),
                          Amounts.exact(median, language),
                          phrases.text("page.totals", "count", summary.total().count()))));
    }
    say(new Block.Highlights(highlights));
  }

  private void sources(Summary summary) {
    if (summary.heading().kind() == RegionResult.Kind.DECLARED) {
      List<String> sources = RollUpText.sources(summary.results(), phrases);
      if (!sources.isEmpty()) {
        say(new Block.Items(Block.Order.UNRANKED, sources));
      }
    }
  }

  // Predicates

  private void tiers(Summary summary) {
    heading("page.tiers");
    List<ColumnChart.Column> columns = new ArrayList<>();
    columns.add(new ColumnChart.Column(phrases.text("none"), summary.none()));
    summary.tiers().forEach((tier, count) -> columns.add(new ColumnChart.Column(tier, count)));
    int unknown = summary.unknown() + summary.missing().size() + summary.differing().size();
    if (unknown > 0) {
      columns.add(new ColumnChart.Column(phrases.text("unknown"), unknown));
    }
    say(
        new ColumnChart(
            phrases.text("page.byTier"),
            summary
                .heading()
                .ladder()
                .map(
                    ladder ->
                        phrases.text(
                            "page.ladder", "ladder", ladder.id(), "bounds", bounds(ladder)))
                .orElseGet(() -> phrases.text("page.noLadder")),
            phrases.text("page.predicate"),
            phrases.text("page.count"),
            columns));
    if (report.area().province().isPresent()) {
      say(holders(summary));
    }
  }

  private String bounds(NamedLadder named) {
    EditionWords words = new EditionWords(language, UnaryOperator.identity());
    return named.ladder().tiers().stream()
        .map(tier -> tier.code() + " " + words.range(tier.range()))
        .collect(Collectors.joining("; "));
  }

  /** Returns who holds what, the highest predicate first; the nation is too many names. */
  private PageTable holders(Summary summary) {
    List<String> tiers = new ArrayList<>(summary.tiers().keySet());
    Collections.reverse(tiers);
    tiers.add(DeclaredResult.NONE);
    List<PageTable.Row> rows = new ArrayList<>();
    for (String tier : tiers) {
      String names =
          summary.results().stream()
              .filter(result -> result.tier().filter(tier::equals).isPresent())
              .map(result -> Regions.builtIn().describe(result.region()))
              .collect(Collectors.joining(", "));
      if (!names.isEmpty()) {
        rows.add(PageTable.Row.of(named(tier), names));
      }
    }
    return new PageTable(
        phrases.text("page.holders"),
        List.of(
            PageTable.Column.words(phrases.text("page.predicate")),
            PageTable.Column.words(phrases.text("page.count"))),
        rows);
  }

  private String named(String tier) {
    return tier.equals(DeclaredResult.NONE) ? phrases.text("none") : tier;
  }

  private void unknown(Summary summary) {
    named("page.missing", summary.missing());
    named("page.differing", summary.differing());
  }

  private void named(String key, List<Region> regions) {
    if (!regions.isEmpty()) {
      String counted = phrases.text(key, "count", regions.size());
      String names = regions.stream().map(Region::fullName).collect(Collectors.joining(", "));
      say(
          new Block.Paragraph(
              report.area().province().isPresent() ? counted + ": " + names + "." : counted + "."));
    }
  }

  // Provila

  /** A rule says itself for which rounds it stands. */
  private static List<Provila> ofRound(RollUpReport.Part part) {
    return part.provila().stream()
        .filter(verdict -> verdict.rule().rounds().contains(part.summary().heading().round()))
        .toList();
  }

  private void verdicts(RollUpReport.Part part) {
    List<Provila> verdicts = ofRound(part);
    if (verdicts.isEmpty()) {
      heading("page.provila");
      say(new Block.Paragraph(phrases.text("page.noRule")));
    }
    verdicts.forEach(this::verdict);
  }

  private void verdict(Provila verdict) {
    heading("page.rule", "rule", verdict.rule().id());
    say(
        new Block.Paragraph(
            phrases.text(
                "page.what",
                "what",
                verdict.rule().label().in(language),
                "rounds",
                verdict.rule().rounds().stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(", ")),
                "outcome",
                phrases.word("outcome", verdict.outcome()))));
    say(
        new PageTable(
            phrases.text("page.conditions"),
            List.of(
                PageTable.Column.words(phrases.text("page.condition")),
                PageTable.Column.words(phrases.text("page.held")),
                PageTable.Column.words(phrases.text("page.outcome"))),
            verdict.tests().stream().map(this::test).toList()));
    boolean isNamed =
        verdict.rule().conditions().stream().anyMatch(c -> c.level() == AreaLevel.REGION);
    if (isNamed && !verdict.inTheWay().isEmpty()) {
      inTheWay(verdict.inTheWay());
    }
  }

  /** Of many no result is known; they are one row, so that the others are seen. */
  private void inTheWay(List<Provila.InTheWay> all) {
    List<PageTable.Row> rows = new ArrayList<>();
    for (Provila.InTheWay each : all) {
      if (each.why() != Provila.Why.NO_RESULT) {
        rows.add(
            PageTable.Row.of(
                each.region().fullName(),
                phrases.word("why", each.why()),
                each.lacking().map(points -> Amounts.lacking(points, language)).orElse("")));
      }
    }
    List<String> unknown =
        all.stream()
            .filter(each -> each.why() == Provila.Why.NO_RESULT)
            .map(each -> each.region().fullName())
            .toList();
    if (unknown.size() == 1) {
      rows.add(PageTable.Row.of(unknown.get(0), phrases.word("why", Provila.Why.NO_RESULT), ""));
    } else if (!unknown.isEmpty()) {
      rows.add(
          PageTable.Row.of(
              phrases.text("page.others", "count", unknown.size()),
              phrases.word("why", Provila.Why.NO_RESULT),
              ""));
    }
    say(
        new PageTable(
            phrases.text("page.inTheWay", "count", all.size()),
            List.of(
                PageTable.Column.words(phrases.text("page.region")),
                PageTable.Column.words(phrases.text("page.why")),
                PageTable.Column.number(phrases.text("page.lacking"))),
            rows));
  }

  private PageTable.Row test(Provila.Test test) {
    return PageTable.Row.of(
        phrases.word("level", test.condition().level()),
        test.held()
            .flatMap(share -> share.parts())
            .map(parts -> phrases.text("of", "part", parts.part(), "whole", parts.whole()))
            .orElseGet(() -> phrases.text("count-missing")),
        phrases.word("test", test.outcome()));
  }

  private void provinces(List<Provila> verdicts) {
    if (verdicts.isEmpty()) {
      return;
    }
    heading("page.rule", "rule", verdicts.get(0).rule().id());
    say(
        new PageTable(
            verdicts.get(0).rule().label().in(language),
            List.of(
                PageTable.Column.words(phrases.text("page.province")),
                PageTable.Column.words(phrases.text("page.outcome")),
                PageTable.Column.number(phrases.text("page.without"))),
            verdicts.stream()
                .map(
                    verdict ->
                        PageTable.Row.of(
                            Regions.builtIn().findProvince(verdict.province()).orElseThrow().name(),
                            phrases.word("test", verdict.outcome()),
                            Integer.toString(verdict.inTheWay().size())))
                .toList()));
  }

  // Ranks and points

  private void ranking(Summary summary) {
    List<Ranking.Row> rows = summary.ranking().rows();
    if (rows.isEmpty()) {
      return;
    }
    heading("page.ranks");
    Map<RegionCode, Ranking.Range> ranges = summary.ranges();
    Outlook outlook = outlook(summary, ranges.values());
    say(new Block.Paragraph(phrases.word("page.outlook", outlook)));
    boolean isOpen = outlook == Outlook.OPEN;
    List<PageTable.Column> columns = new ArrayList<>();
    columns.add(PageTable.Column.words(phrases.text("page.region")));
    columns.add(PageTable.Column.number(phrases.text("page.rank")));
    if (isOpen) {
      columns.add(PageTable.Column.number(phrases.text("page.ranks.open")));
    }
    columns.add(PageTable.Column.number(phrases.text("page.total")));
    if (isOpen) {
      columns.add(PageTable.Column.number(phrases.text("page.totals.open")));
    }
    columns.add(PageTable.Column.words(phrases.text("page.predicate")));
    columns.add(PageTable.Column.words(phrases.text("page.next")));
    say(
        new PageTable(
            phrases.text("page.ranking"),
            columns,
            rows.stream()
                .map(
                    row ->
                        ranked(
                            row,
                            isOpen
                                ? Optional.ofNullable(ranges.get(row.region()))
                                : Optional.empty(),
                            summary))
                .toList()));
  }

  /** What ranks can still become. */
  private enum Outlook {
    /** Some can still be others. */
    OPEN,
    /** Every region can still have every rank. */
    WIDE_OPEN,
    /** None can change. */
    DECIDED,
    /** They are those of published totals of the last stage. */
    PUBLISHED,
    /** What totals can still become is not known. */
    UNKNOWN
  }

  private static Outlook outlook(Summary summary, Collection<Ranking.Range> ranges) {
    if (ranges.isEmpty()) {
      return summary.heading().kind() == RegionResult.Kind.DECLARED
              && summary.heading().when() == DeclaredCheck.When.LAST_STAGE
          ? Outlook.PUBLISHED
          : Outlook.UNKNOWN;
    }
    boolean isDecided =
        summary.results().stream()
            .flatMap(result -> result.bounds().stream())
            .allMatch(bounds -> bounds.least().equals(bounds.greatest()));
    if (isDecided) {
      return Outlook.DECIDED;
    }
    boolean isWide =
        ranges.stream().allMatch(range -> range.best() == 1 && range.worst() == ranges.size());
    return isWide ? Outlook.WIDE_OPEN : Outlook.OPEN;
  }

  private PageTable.Row ranked(Ranking.Row row, Optional<Ranking.Range> range, Summary summary) {
    Optional<RegionResult> result = summary.find(row.region());
    List<String> cells = new ArrayList<>();
    cells.add(Regions.builtIn().describe(row.region()));
    cells.add(Integer.toString(row.rank()));
    range.ifPresent(ranks -> cells.add(between(ranks.best(), ranks.worst())));
    cells.add(exact(row.total()));
    range
        .flatMap(ranks -> result.flatMap(RegionResult::bounds))
        .ifPresent(bounds -> cells.add(between(exact(bounds.least()), exact(bounds.greatest()))));
    cells.add(result.flatMap(this::tier).orElse(""));
    cells.add(
        summary
            .heading()
            .ladder()
            .map(NamedLadder::ladder)
            .flatMap(ladder -> next(ladder, row.total()))
            .orElse(""));
    return new PageTable.Row(PageTable.Level.PART, cells);
  }

  private String between(Object least, Object most) {
    return least.equals(most)
        ? least.toString()
        : phrases.text("page.between", "least", least, "most", most);
  }

  private Optional<String> next(Ladder ladder, Points total) {
    Optional<Tier> above = ladder.tierAbove(total);
    return above.map(
        tier ->
            phrases.text(
                "page.more",
                "points",
                Amounts.lacking(ladder.missing(total, tier), language),
                "tier",
                tier.code()));
  }

  private Optional<String> tier(RegionResult result) {
    return result.tier().map(this::named);
  }

  private void clusters(Summary summary) {
    if (summary.clusters().isEmpty()) {
      return;
    }
    heading("page.clusters");
    List<PageTable.Column> columns = new ArrayList<>();
    columns.add(PageTable.Column.words(phrases.text("page.cluster")));
    columns.add(PageTable.Column.number(phrases.text("page.regions")));
    for (String key : List.of("least", "median", "mean", "greatest", "page.maximum")) {
      columns.add(PageTable.Column.number(phrases.text(key)));
    }
    Map<String, Cluster> known = new HashMap<>();
    summary
        .heading()
        .edition()
        .ifPresent(edition -> edition.clusters().forEach(each -> known.put(each.code(), each)));
    List<PageTable.Row> rows = new ArrayList<>();
    summary
        .clusters()
        .forEach(
            (code, spread) ->
                rows.add(cluster(code, Optional.ofNullable(known.get(code)), spread)));
    say(new PageTable(phrases.text("page.clusterPoints"), columns, rows));
  }

  private PageTable.Row cluster(String code, Optional<Cluster> cluster, Spread spread) {
    return PageTable.Row.of(
        cluster
            .map(Cluster::label)
            .filter(label -> !label.isEmpty())
            .map(label -> code + " " + label.in(language))
            .orElse(code),
        Integer.toString(spread.count()),
        spread.least().map(this::exact).orElse(""),
        spread.quantile(1, 2).map(this::exact).orElse(""),
        spread.mean(2, RoundingMode.HALF_UP).map(mean -> exact(Points.of(mean))).orElse(""),
        spread.greatest().map(this::exact).orElse(""),
        cluster.flatMap(Cluster::maximum).map(this::exact).orElse(""));
  }

  private String exact(Points points) {
    return Amounts.exact(points, language);
  }
}
