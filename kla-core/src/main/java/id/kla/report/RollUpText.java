package id.kla.report;

import com.google.common.base.Strings;
import id.kla.assessment.DeclaredResult;
import id.kla.edition.Cluster;
import id.kla.edition.Editions;
import id.kla.edition.Indicator;
import id.kla.edition.Stage;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.points.Points;
import id.kla.region.AreaLevel;
import id.kla.region.Region;
import id.kla.region.Regions;
import id.kla.rollup.Area;
import id.kla.rollup.DeclaredCheck;
import id.kla.rollup.DeclaredCounts;
import id.kla.rollup.Heading;
import id.kla.rollup.Provila;
import id.kla.rollup.Ranking;
import id.kla.rollup.RegionResult;
import id.kla.rollup.RollUpReport;
import id.kla.rollup.Spread;
import id.kla.rollup.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells a roll-up: who holds what, how points lie, what decides Provila. */
final class RollUpText {

  /** More names than this fill a screen; documents and tables hold all of them. */
  private static final int NAMES = 40;

  private static final int SOURCES = 5;

  private static final int COLUMN = 11;

  private final RollUpReport report;
  private final Phrases phrases;
  private final Language language;
  private final StringBuilder out = new StringBuilder();

  RollUpText(RollUpReport report, Language language) {
    this.report = report;
    this.phrases = Phrases.rollUp(language);
    this.language = language;
  }

  String text() {
    if (report.parts().isEmpty()) {
      line(phrases.text("nothing", "area", area(report.area())));
    }
    for (RollUpReport.Part part : report.parts()) {
      if (out.length() > 0) {
        line("");
      }
      part(part);
    }
    if (report.outside() > 0) {
      line("");
      line(phrases.count("outside", report.outside()));
    }
    if (report.unread() > 0) {
      line("");
      line(phrases.count("unread", report.unread()));
    }
    return out.toString();
  }

  static String area(Area area, Language language) {
    return area.province()
        .map(code -> Regions.builtIn().describe(code) + " (" + code + ")")
        .orElse(Phrases.rollUp(language).text("nation"));
  }

  private String area(Area area) {
    return area(area, language);
  }

  private void part(RollUpReport.Part part) {
    Summary summary = part.summary();
    Heading heading = summary.heading();
    line(
        phrases.text(
            "head",
            "area",
            area(report.area()),
            "round",
            heading.round(),
            "stage",
            stage(heading, phrases),
            "rules",
            rules(heading)));
    line(phrases.word("kind", heading.kind()));
    line("");
    regions(summary);
    tiers(summary);
    totals(summary);
    parts("clusters", summary.clusters(), summary);
    parts("indicators", summary.indicators(), summary);
    ranking(summary);
    part.published().forEach(published -> published(published, summary));
    if (report.area().province().isPresent()) {
      part.provila().forEach(this::verdict);
    } else {
      provinces(part.provila());
    }
  }

  /** Returns what a stage is called: by its edition, or by the built-in one where none is known. */
  static String stage(Heading heading, Phrases phrases) {
    return heading.stage().equals(DeclaredResult.UNSPECIFIED)
        ? phrases.text("unspecified")
        : heading
            .edition()
            .orElseGet(Editions::kla2024)
            .findStage(heading.stage())
            .map(Stage::label)
            .filter(label -> !label.isEmpty())
            .map(label -> Printable.of(label.in(phrases.language())))
            .orElse(heading.stage());
  }

  private String rules(Heading heading) {
    String edition = heading.edition().map(each -> each.id()).orElse("");
    return edition.isEmpty() ? "" : edition + ", " + view(heading, phrases);
  }

  static String view(Heading heading, Phrases phrases) {
    return heading
        .view()
        .map(
            each ->
                phrases.word("basis", each.basis()) + each.asOf().map(day -> " " + day).orElse(""))
        .orElse("");
  }

  private void regions(Summary summary) {
    line(
        phrases.text(
            "regions", "counted", summary.results().size(), "all", report.area().regions().size()));
    sources(summary);
    names("missing", summary.missing());
    names("differing", summary.differing());
  }

  /** What was published stands with who published it, or who made it up for an example. */
  private void sources(Summary summary) {
    if (summary.heading().kind() == RegionResult.Kind.DECLARED) {
      sources(summary.results(), phrases).forEach(each -> line("  " + each));
    }
  }

  /** Returns who published results, and how many of them, a line each. */
  static List<String> sources(List<RegionResult> results, Phrases phrases) {
    Map<String, Long> sources =
        results.stream()
            .flatMap(result -> result.source().stream())
            .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
    List<String> lines = new ArrayList<>();
    sources.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(SOURCES)
        .forEach(
            each ->
                lines.add(
                    phrases.text("source", "count", each.getValue(), "source", each.getKey())));
    if (sources.size() > SOURCES) {
      lines.add(phrases.text("sources-more", "count", sources.size() - SOURCES));
    }
    return lines;
  }

  private void names(String key, List<Region> regions) {
    if (!regions.isEmpty()) {
      line("  " + names(key, regions, phrases));
    }
  }

  /** Returns how many regions there are, and the names of as many as fit. */
  static String names(String key, List<Region> regions, Phrases phrases) {
    List<String> names = regions.stream().limit(NAMES).map(RollUpText::named).toList();
    return phrases.text(
        key,
        "count",
        regions.size(),
        "names",
        String.join(", ", names),
        "more",
        regions.size() > NAMES ? Integer.toString(regions.size() - NAMES) : "");
  }

  static String named(Region region) {
    return region.fullName() + " (" + region.code() + ")";
  }

  private void tiers(Summary summary) {
    line("");
    line(
        summary
            .heading()
            .ladder()
            .map(ladder -> phrases.text("tiers", "ladder", ladder.id()))
            .orElseGet(() -> phrases.text("tiers-without-ladder")));
    List<Map.Entry<String, Integer>> tiers = List.copyOf(summary.tiers().entrySet());
    for (int i = tiers.size() - 1; i >= 0; i--) {
      count(tiers.get(i).getKey(), tiers.get(i).getValue());
    }
    count(phrases.text("none"), summary.none());
    count(phrases.text("unknown"), summary.unknown());
  }

  private void count(String name, int count) {
    line(Strings.padStart(Integer.toString(count), 6, ' ') + "  " + name);
  }

  /** The mean is rounded here, for people; sum and count beside it are exact. */
  private void totals(Summary summary) {
    Spread total = summary.total();
    line("");
    if (total.count() == 0) {
      line(phrases.text("totals-unknown"));
      return;
    }
    line(
        phrases.text(
            "totals",
            "known",
            total.count(),
            "counted",
            summary.results().size(),
            "mean",
            mean(total),
            "sum",
            Amounts.exact(total.sum(), language)));
    line("  " + quartileHeads());
    line("  " + quartiles(total));
  }

  private String mean(Spread spread) {
    BigDecimal mean = spread.mean(2, RoundingMode.HALF_UP).orElseThrow();
    return Amounts.exact(Points.of(mean), language);
  }

  private String quartiles(Spread spread) {
    return List.of(
            spread.least(),
            spread.quantile(1, 4),
            spread.quantile(1, 2),
            spread.quantile(3, 4),
            spread.greatest())
        .stream()
        .map(Optional::orElseThrow)
        .map(points -> Strings.padStart(Amounts.exact(points, language), COLUMN, ' '))
        .collect(Collectors.joining());
  }

  private String quartileHeads() {
    return List.of(
            phrases.text("least"), "1/4", phrases.text("median"), "3/4", phrases.text("greatest"))
        .stream()
        .map(head -> Strings.padStart(head, COLUMN, ' '))
        .collect(Collectors.joining());
  }

  private void parts(String key, Map<String, Spread> parts, Summary summary) {
    if (parts.isEmpty()) {
      return;
    }
    line("");
    line(
        "  "
            + Strings.padEnd(phrases.text(key), 10, ' ')
            + Strings.padStart("n", 5, ' ')
            + quartileHeads()
            + Strings.padStart(phrases.text("mean"), COLUMN, ' '));
    parts.forEach(
        (code, spread) ->
            line(
                "  "
                    + Strings.padEnd(Printable.of(code), 10, ' ')
                    + Strings.padStart(Integer.toString(spread.count()), 5, ' ')
                    + quartiles(spread)
                    + Strings.padStart(mean(spread), COLUMN, ' ')
                    + "  "
                    + label(key, code, summary)));
  }

  private String label(String key, String code, Summary summary) {
    return summary
        .heading()
        .edition()
        .map(
            edition ->
                key.equals("clusters")
                    ? phrases.label(edition.clusters(), Cluster::code, Cluster::label, code)
                    : phrases.label(edition.indicators(), Indicator::code, Indicator::label, code))
        .map(Printable::of)
        .orElse("");
  }

  /** A province fits on a screen; of the nation documents and tables hold the ranks. */
  private void ranking(Summary summary) {
    List<Ranking.Row> rows = summary.ranking().rows();
    if (rows.isEmpty() || rows.size() > NAMES) {
      return;
    }
    line("");
    line(phrases.text("ranking"));
    for (Ranking.Row row : rows) {
      line(
          Strings.padStart(Integer.toString(row.rank()), 6, ' ')
              + Strings.padStart(Amounts.exact(row.total(), language), 12, ' ')
              + "  "
              + Regions.builtIn().describe(row.region())
              + " ("
              + row.region()
              + ")"
              + summary.find(row.region()).flatMap(this::tier).map(t -> "  " + t).orElse(""));
    }
  }

  private Optional<String> tier(RegionResult result) {
    return result
        .tier()
        .map(t -> t.equals(RegionResult.NONE) ? phrases.text("none") : Printable.of(t));
  }

  // Published counts and Provila

  private void published(DeclaredCounts published, Summary summary) {
    line("");
    line(
        phrases.text(
            "published",
            "counts",
            counts(published, phrases),
            "source",
            String.join("; ", published.origin().sources())));
    if (!published.tiers().isEmpty()) {
      line(
          "  "
              + published
                  .differences(summary)
                  .map(this::differences)
                  .orElseGet(
                      () ->
                          phrases.text(
                              "published-unknown",
                              "count",
                              DeclaredCounts.withoutTier(summary),
                              "all",
                              summary.area().regions().size())));
    }
  }

  private String differences(Map<String, Integer> differences) {
    return differences.isEmpty()
        ? phrases.text("published-same")
        : phrases.text(
            "published-other",
            "differences",
            differences.entrySet().stream()
                .map(each -> each.getKey() + " " + signed(each.getValue()))
                .collect(Collectors.joining(", ")));
  }

  static String counts(DeclaredCounts published, Phrases phrases) {
    String tiers =
        published.tiers().entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
    return published
        .total()
        .map(total -> phrases.text("counts", "total", total, "tiers", tiers))
        .orElse(tiers);
  }

  private static String signed(int number) {
    return number > 0 ? "+" + number : Integer.toString(number);
  }

  private void verdict(Provila verdict) {
    line("");
    line(
        phrases.text(
            "provila",
            "rule",
            verdict.rule().id(),
            "what",
            verdict.rule().label().in(language),
            "rounds",
            rounds(verdict),
            "outcome",
            phrases.word("outcome", verdict.outcome())));
    before(verdict);
    for (Provila.Test test : verdict.tests()) {
      line(
          "  "
              + phrases.text(
                  "test",
                  "outcome",
                  phrases.word("test", test.outcome()),
                  "level",
                  phrases.word("level", test.condition().level()),
                  "held",
                  test.held()
                      .flatMap(share -> share.parts())
                      .map(p -> phrases.text("of", "part", p.part(), "whole", p.whole()))
                      .orElseGet(() -> phrases.text("count-missing"))));
    }
    boolean names =
        verdict.rule().conditions().stream().anyMatch(c -> c.level() == AreaLevel.REGION);
    if (names) {
      verdict.inTheWay().forEach(this::inTheWay);
    }
  }

  /** What decides nothing says why. */
  private void before(Provila verdict) {
    if (verdict.when() == DeclaredCheck.When.BEFORE) {
      line("  " + phrases.text("before-last-stage"));
    }
  }

  private static String rounds(Provila verdict) {
    return verdict.rule().rounds().stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private void inTheWay(Provila.InTheWay each) {
    line(
        "    "
            + named(each.region())
            + ": "
            + phrases.word("why", each.why())
            + each.lacking()
                .map(
                    points ->
                        "; " + phrases.text("lacking", "points", Amounts.exact(points, language)))
                .orElse(""));
  }

  private void provinces(List<Provila> verdicts) {
    if (verdicts.isEmpty()) {
      return;
    }
    line("");
    line(
        phrases.text(
            "provinces",
            "rule",
            verdicts.get(0).rule().id(),
            "what",
            verdicts.get(0).rule().label().in(language),
            "rounds",
            rounds(verdicts.get(0))));
    before(verdicts.get(0));
    for (Provila.Outcome outcome : Provila.Outcome.values()) {
      List<String> names =
          verdicts.stream()
              .filter(verdict -> verdict.outcome() == outcome)
              .map(verdict -> Regions.builtIn().findProvince(verdict.province()).orElseThrow())
              .map(province -> province.name())
              .toList();
      line(
          Strings.padStart(Integer.toString(names.size()), 6, ' ')
              + "  "
              + phrases.word("test", outcome)
              + (names.isEmpty() ? "" : ": " + String.join(", ", names)));
    }
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
