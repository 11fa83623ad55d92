package id.kla.report;

import com.google.common.base.Strings;
import id.kla.edition.Edition;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.points.Points;
import id.kla.policy.DrawnOutcomes;
import id.kla.policy.Obstacle;
import id.kla.policy.OptionEffect;
import id.kla.policy.PolicyReport;
import id.kla.policy.RankRange;
import id.kla.policy.RegionMove;
import id.kla.policy.RegionOutcome;
import id.kla.policy.SampledMean;
import id.kla.policy.Uncertainty;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.rollup.Heading;
import id.kla.rollup.RegionResult;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells what options would do to many regions. */
final class PolicyText {

  /** More regions than this fill a screen; tables hold all of them. */
  private static final int SHOWN = 40;

  private static final int NAME = 24;
  private static final int COLUMN = 10;
  private static final int WIDE = 26;

  /** Digits of what is expected, and of its error. */
  private static final int DECIMALS = 3;

  private final PolicyReport report;
  private final Phrases phrases;
  private final Phrases rollUp;
  private final Language language;
  private final StringBuilder out = new StringBuilder();

  PolicyText(PolicyReport report, Language language) {
    this.report = report;
    this.phrases = Phrases.policy(language);
    this.rollUp = Phrases.rollUp(language);
    this.language = language;
  }

  String text() {
    String area = RollUpText.area(report.area(), language);
    if (report.parts().isEmpty()) {
      line(phrases.text("nothing", "area", area));
    }
    for (PolicyReport.Part part : report.parts()) {
      if (out.length() > 0) {
        line("");
      }
      part(part, area);
    }
    if (report.outside() > 0) {
      line("");
      line(rollUp.count("outside", report.outside()));
    }
    if (report.unread() > 0) {
      line("");
      line(rollUp.count("unread", report.unread()));
    }
    return out.toString();
  }

  private void part(PolicyReport.Part part, String area) {
    Heading heading = part.heading();
    line(
        phrases.text(
            "head",
            "area",
            area,
            "round",
            heading.round(),
            "stage",
            RollUpText.stage(heading, rollUp),
            "view",
            RollUpText.view(heading, rollUp)));
    line(phrases.text("mark", "base", report.policy().base().id()));
    line(phrases.word("kind", heading.kind()));
    line("");
    line(
        rollUp.text(
            "regions", "counted", part.outcomes().size(), "all", report.area().regions().size()));
    if (heading.kind() == RegionResult.Kind.DECLARED) {
      RollUpText.sources(part.outcomes().stream().map(RegionOutcome::base).toList(), rollUp)
          .forEach(each -> line("  " + each));
    }
    names("missing", part.missing());
    names("differing", part.differing());
    for (int i = 0; i < part.effects().size(); i++) {
      line("");
      option(i + 1, part.effects().get(i).option());
      effect(part.effects().get(i), part.outcomes().size());
    }
    part.drawn().ifPresent(this::drawn);
  }

  private void names(String key, List<Region> regions) {
    if (!regions.isEmpty()) {
      line("  " + RollUpText.names(key, regions, rollUp));
    }
  }

  private void option(int number, Edition option) {
    List<String> changes =
        option
            .changedFrom()
            .filter(changed -> !option.equals(report.policy().base()))
            .map(changed -> EditionText.scoringChanges(option, changed, language))
            .orElseGet(() -> List.of(phrases.text("same", "option", option.id())));
    line(phrases.text("option", "number", number, "change", changes.get(0)));
    changes.stream().skip(1).forEach(this::line);
  }

  // One option

  private void effect(OptionEffect effect, int all) {
    line("");
    line("  " + phrases.text("recomputed", "count", effect.moves().size(), "all", all));
    obstacles(effect);
    if (!effect.leftOut().isEmpty()) {
      int count = effect.leftOut().values().stream().mapToInt(Integer::intValue).sum();
      line("  " + phrases.text("left-out", "count", count, "regions", effect.leftOut().size()));
    }
    if (effect.moves().isEmpty()) {
      return;
    }
    tiers(effect);
    moves(effect);
    ranks(effect);
  }

  private void obstacles(OptionEffect effect) {
    if (effect.obstacles().isEmpty()) {
      return;
    }
    line("  " + phrases.text("obstacles", "count", effect.obstacles().size()));
    Map<Obstacle, List<RegionCode>> byWhy = new TreeMap<>();
    effect
        .obstacles()
        .forEach((region, why) -> byWhy.computeIfAbsent(why, w -> new ArrayList<>()).add(region));
    byWhy.forEach(
        (why, regions) ->
            line(
                "    "
                    + phrases.text(
                        "obstacle",
                        "count",
                        padded(Integer.toString(regions.size()), 4),
                        "why",
                        phrases.word("why", why),
                        "names",
                        String.join(
                            ", ", regions.stream().limit(SHOWN).map(PolicyText::named).toList()),
                        "more",
                        regions.size() > SHOWN ? regions.size() - SHOWN : "")));
  }

  private void tiers(OptionEffect effect) {
    line("");
    line(
        "  "
            + Strings.padEnd(phrases.text("tiers"), NAME, ' ')
            + padded(phrases.text("now"), COLUMN)
            + padded(phrases.text("then"), COLUMN)
            + padded(phrases.text("change"), COLUMN));
    List<String> tiers = new ArrayList<>(effect.before().keySet());
    for (int i = tiers.size() - 1; i >= 0; i--) {
      int before = effect.before().getOrDefault(tiers.get(i), 0);
      int after = effect.after().getOrDefault(tiers.get(i), 0);
      line(
          "  "
              + Strings.padEnd(tier(tiers.get(i)), NAME, ' ')
              + padded(Integer.toString(before), COLUMN)
              + padded(Integer.toString(after), COLUMN)
              + padded(after > before ? "+" + (after - before) : "" + (after - before), COLUMN));
    }
  }

  private void moves(OptionEffect effect) {
    List<RegionMove> others = effect.otherTiers();
    line("");
    line(
        "  "
            + (others.isEmpty()
                ? phrases.text("moves.none")
                : phrases.count("moves", others.size())));
    others.stream()
        .sorted(
            Comparator.comparing((RegionMove move) -> move.steps().orElse(0))
                .thenComparing(RegionMove::region))
        .limit(SHOWN)
        .forEach(
            move ->
                line(
                    "    "
                        + tier(move.tierBefore())
                        + " → "
                        + tier(move.tierAfter())
                        + "  "
                        + named(move.region())
                        + totals(move)
                        + rank(move)));
    if (others.size() > SHOWN) {
      line("    " + phrases.text("more", "count", others.size() - SHOWN));
    }
  }

  private String totals(RegionMove move) {
    return move.change()
        .map(
            change ->
                "  "
                    + phrases.exact(move.totalBefore().orElseThrow())
                    + (change.isZero()
                        ? ""
                        : " → "
                            + phrases.exact(move.totalAfter().orElseThrow())
                            + " ("
                            + signed(change)
                            + ")"))
        .orElse("");
  }

  private String rank(RegionMove move) {
    return move.isOtherRank()
        ? "  "
            + phrases.text(
                "rank",
                "before",
                move.rankBefore().orElseThrow(),
                "after",
                move.rankAfter().orElseThrow())
        : "";
  }

  private void ranks(OptionEffect effect) {
    List<RegionMove> ranked =
        effect.moves().stream().filter(move -> move.rankBefore().isPresent()).toList();
    if (ranked.size() < 2) {
      return;
    }
    List<RegionMove> others = ranked.stream().filter(RegionMove::isOtherRank).toList();
    line("");
    line("  " + phrases.text("ranks", "all", ranked.size(), "count", others.size()));
    // Of several that move as far the first by code.
    Optional<RegionMove> furthest =
        others.stream()
            .max(
                Comparator.comparingInt(PolicyText::distance)
                    .thenComparing(RegionMove::region, Comparator.reverseOrder()));
    furthest.ifPresent(
        move ->
            line(
                "    "
                    + phrases.text(
                        "ranks-greatest",
                        "name",
                        named(move.region()),
                        "before",
                        move.rankBefore().orElseThrow(),
                        "after",
                        move.rankAfter().orElseThrow())));
  }

  private static int distance(RegionMove move) {
    RankRange before = move.rankBefore().orElseThrow();
    RankRange after = move.rankAfter().orElseThrow();
    return Math.abs(after.best() + after.worst() - before.best() - before.worst());
  }

  // Draws

  private void drawn(DrawnOutcomes drawn) {
    Uncertainty uncertainty = report.policy().uncertainty().orElseThrow();
    line("");
    line(
        phrases.text(
            "drawn",
            "draws",
            drawn.draws(),
            "regions",
            drawn.regions(),
            "seed",
            uncertainty.seed()));
    uncertainty.survival().words(language).forEach(each -> line("  " + Printable.of(each)));
    int rules = report.policy().rules().size();
    List<String> heads = new ArrayList<>();
    heads.add(phrases.text("base"));
    for (int i = 1; i < rules; i++) {
      heads.add(phrases.text("option-short", "number", i));
    }
    line("");
    means(phrases.text("expected"), heads, drawn, places(0, rules));
    for (int before = 0; before < rules - 1; before++) {
      List<String> pairs = new ArrayList<>();
      for (int after = before + 1; after < rules; after++) {
        pairs.add(
            before == 0
                ? phrases.text("pair-base", "after", after)
                : phrases.text("pair", "after", after, "before", before));
      }
      line("");
      differences(pairs, drawn, before, places(before + 1, rules));
    }
  }

  private static List<Integer> places(int from, int to) {
    List<Integer> places = new ArrayList<>();
    for (int i = from; i < to; i++) {
      places.add(i);
    }
    return places;
  }

  private void means(String name, List<String> heads, DrawnOutcomes drawn, List<Integer> rules) {
    row(name, heads);
    row(phrases.text("mean-total"), rules.stream().map(i -> mean(drawn.meanTotal(i))).toList());
    for (int t = drawn.tiers().size() - 1; t >= 0; t--) {
      String tier = drawn.tiers().get(t);
      row(
          phrases.text("regions-in", "tier", tier(tier)),
          rules.stream().map(i -> mean(drawn.inTier(i, tier))).toList());
    }
  }

  private void differences(
      List<String> heads, DrawnOutcomes drawn, int before, List<Integer> rules) {
    row("", heads);
    row(
        phrases.text("mean-total"),
        rules.stream().map(i -> difference(drawn.totalDifference(before, i))).toList());
    for (int t = drawn.tiers().size() - 1; t >= 0; t--) {
      String tier = drawn.tiers().get(t);
      row(
          phrases.text("regions-in", "tier", tier(tier)),
          rules.stream().map(i -> difference(drawn.tierDifference(before, i, tier))).toList());
    }
  }

  private void row(String name, List<String> cells) {
    StringBuilder row = new StringBuilder("  " + Strings.padEnd(name, NAME, ' '));
    cells.forEach(cell -> row.append(padded(cell, WIDE)));
    line(row.toString());
  }

  private String difference(SampledMean mean) {
    return (mean.value().signum() > 0 ? "+" : "") + mean(mean);
  }

  private String mean(SampledMean mean) {
    String text =
        mean.value().setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString()
            + " ± "
            + mean.standardError().setScale(DECIMALS, RoundingMode.UP).toPlainString();
    return language == Language.INDONESIAN ? text.replace('.', ',') : text;
  }

  // Words

  private String tier(String code) {
    return code.equals(RegionResult.NONE) ? phrases.text("none") : Printable.of(code);
  }

  private static String named(RegionCode region) {
    return Regions.builtIn().describe(region) + " (" + region + ")";
  }

  private String signed(Points change) {
    return (change.signum() > 0 ? "+" : "") + phrases.exact(change);
  }

  private static String padded(String text, int width) {
    return Strings.padStart(text, width, ' ');
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
