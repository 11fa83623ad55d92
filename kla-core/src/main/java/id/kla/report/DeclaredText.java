package id.kla.report;

import id.kla.assessment.DeclaredResult;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.Regions;
import id.kla.rollup.DeclaredCheck;
import id.kla.rollup.DeclaredCheck.AboveMaximum;
import id.kla.rollup.DeclaredCheck.Choice;
import id.kla.rollup.DeclaredCheck.Contradiction;
import id.kla.rollup.DeclaredCheck.LadderUse;
import id.kla.rollup.DeclaredCheck.OtherResult;
import id.kla.rollup.DeclaredCheck.OtherSum;
import id.kla.rollup.DeclaredCheck.OtherTier;
import id.kla.rollup.DeclaredCheck.OutsideLadder;
import id.kla.rollup.DeclaredCheck.UnknownPart;
import id.kla.rollup.DeclaredCheck.UnknownTier;
import id.kla.rollup.DeclaredCounts;
import id.kla.rollup.RegionResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what published results and counts contradict. */
final class DeclaredText {

  private final Phrases phrases;
  private final Language language;
  private final StringBuilder out = new StringBuilder();

  private DeclaredText(Language language) {
    this.phrases = Phrases.rollUp(language);
    this.language = language;
  }

  static String of(DeclaredCheck check, Language language) {
    DeclaredText text = new DeclaredText(language);
    check.rows().forEach(text::row);
    text.line("");
    text.line(
        text.phrases.text(
            "checked", "rows", check.rows().size(), "contradicting", check.contradicting().size()));
    return text.out.toString();
  }

  static String of(List<DeclaredCounts.Check> checks, Language language) {
    DeclaredText text = new DeclaredText(language);
    checks.forEach(text::counts);
    return text.out.toString();
  }

  private void row(DeclaredCheck.Row row) {
    RegionResult result = row.result();
    line(
        phrases.text(
            "row",
            "region",
            Regions.builtIn().describe(result.region()),
            "code",
            result.region(),
            "round",
            result.round(),
            "stage",
            stage(result),
            "said",
            said(result)));
    line("  " + ladder(row.ladder()));
    row.contradictions().forEach(each -> line("  ! " + told(each, result)));
  }

  private String stage(RegionResult result) {
    return result.stage().equals(DeclaredResult.UNSPECIFIED)
        ? phrases.text("unspecified")
        : result.stage();
  }

  private String said(RegionResult result) {
    String total = result.total().map(this::exact).orElse("");
    String tier =
        result
            .tier()
            .filter(each -> result.tierOrigin() == RegionResult.TierOrigin.DECLARED)
            .map(this::name)
            .orElse("");
    return total.isEmpty() || tier.isEmpty() ? total + tier : total + ", " + tier;
  }

  private String name(String tier) {
    return tier.equals(RegionResult.NONE) ? phrases.text("none") : tier;
  }

  private String ladder(LadderUse use) {
    return use.choice() == Choice.OF_THE_ROUND
        ? phrases.text(
            "ladder",
            "ladder",
            use.applied().named().id(),
            "mark",
            phrases.word("mark", use.applied().origin().mark()))
        : phrases.text(
            "ladder-stands-in",
            "ladder",
            use.applied().named().id(),
            "round",
            use.applied().round());
  }

  private String told(Contradiction contradiction, RegionResult result) {
    if (contradiction instanceof OtherTier other) {
      return otherTier(other, result);
    }
    if (contradiction instanceof OutsideLadder outside) {
      return phrases.text(
          "outside-ladder", "total", exact(outside.total()), "highest", exact(outside.highest()));
    }
    if (contradiction instanceof UnknownTier unknown) {
      return phrases.text("unknown-tier", "found", unknown.found());
    }
    if (contradiction instanceof OtherSum sum) {
      return phrases.text(
          sum.cluster().isEmpty() ? "other-sum" : "other-sum-of-cluster",
          "cluster",
          sum.cluster(),
          "sum",
          exact(sum.sum()),
          "whole",
          exact(sum.whole()));
    }
    if (contradiction instanceof AboveMaximum above) {
      return phrases.text(
          "above-maximum",
          "code",
          above.code(),
          "points",
          exact(above.points()),
          "maximum",
          exact(above.maximum()));
    }
    if (contradiction instanceof UnknownPart part) {
      return phrases.text("unknown-part", "code", part.code());
    }
    RegionResult other = ((OtherResult) contradiction).other();
    return phrases.text(
        "other-result",
        "said",
        said(other),
        "stage",
        stage(other),
        "source",
        other.source().orElse(""),
        "place",
        other.place().in(language));
  }

  private String otherTier(OtherTier other, RegionResult result) {
    boolean isAbove = other.off().signum() > 0;
    Points off = isAbove ? other.off() : Points.ZERO.minus(other.off());
    return phrases.text(
            isAbove ? "tier-above" : "tier-below",
            "total",
            result.total().map(this::exact).orElse(""),
            "earned",
            tier(other.earned()),
            "declared",
            tier(other.declared()),
            "range",
            other.declared().map(tier -> tier.range().toString()).orElse(""),
            "off",
            exact(off))
        + " "
        + phrases.word(isAbove ? "when" : "when-below", other.when());
  }

  private String tier(Optional<Tier> tier) {
    return tier.map(Tier::code).orElseGet(() -> phrases.text("none"));
  }

  private void counts(DeclaredCounts.Check check) {
    DeclaredCounts counts = check.counts();
    line(
        phrases.text(
            "published-row",
            "area",
            RollUpText.area(counts.area(), language),
            "round",
            counts.round(),
            "counts",
            RollUpText.counts(counts, phrases),
            "source",
            String.join("; ", counts.origin().sources())));
    line(
        "  "
            + phrases.text(
                "agreement." + check.agreement().name().toLowerCase(Locale.ROOT),
                "sum",
                check.sum().map(Object::toString).orElse(""),
                "parts",
                counts.tiers().values().stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(" + ")),
                "total",
                counts.total().map(Object::toString).orElse("")));
    if (check.above() > 0) {
      line("  ! " + phrases.text("above-regions", "above", check.above()));
    }
    for (DeclaredCounts other : check.others()) {
      line(
          "  ! "
              + phrases.text(
                  "other-counts",
                  "counts",
                  RollUpText.counts(other, phrases),
                  "source",
                  String.join("; ", other.origin().sources())));
    }
  }

  private String exact(Points points) {
    return Amounts.exact(points, language);
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
