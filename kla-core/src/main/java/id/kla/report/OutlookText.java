package id.kla.report;

import id.kla.edition.Ladder;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Language;
import id.kla.planning.Outlook;
import id.kla.points.Points;
import id.kla.simulation.ScoreDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Tells in a line what measures may come to when their evidence holds by chance. */
final class OutlookText {

  private OutlookText() {}

  static String of(Checked<Outlook> checked, Optional<Tier> target, Language language) {
    return target.isPresent()
        ? of(checked, target.get().code(), s -> s.chanceAtLeast(target.get()), language)
        : of(checked, "", s -> 0, language);
  }

  static String of(Checked<Outlook> checked, Points target, Language language) {
    return of(checked, Amounts.exact(target, language), s -> s.chanceAtLeast(target), language);
  }

  /** Tells of no target where {@code target} is empty. */
  private static String of(
      Checked<Outlook> checked,
      String target,
      ToDoubleFunction<ScoreDistribution> chance,
      Language language) {
    Phrases phrases = Phrases.planning(language);
    if (checked.value().isEmpty()) {
      return phrases.text("outlook.refused", "reason", checked.faults().get(0).message(language));
    }
    Outlook outlook = checked.value().get();
    if (outlook.uncertain().isEmpty()) {
      return phrases.text("outlook.certain");
    }
    ScoreDistribution scores = outlook.scores();
    return phrases.text(
        "outlook.chances",
        "mean",
        Amounts.expected(scores.mean(), language),
        "deviation",
        Amounts.expected(scores.deviation(), language),
        "tier",
        target,
        "chance",
        Amounts.chance(chance.applyAsDouble(scores), language),
        "tiers",
        tiers(scores, phrases));
  }

  /** Every tier that may be earned. */
  private static String tiers(ScoreDistribution scores, Phrases phrases) {
    Ladder ladder = scores.model().edition().ladder();
    List<String> tiers = new ArrayList<>();
    add(tiers, phrases.text("noTier"), scores.chanceWithoutTier(), phrases);
    for (Tier tier : ladder.tiers()) {
      add(tiers, tier.code(), scores.chanceOf(tier), phrases);
    }
    return String.join(", ", tiers);
  }

  private static void add(List<String> tiers, String tier, double chance, Phrases phrases) {
    if (chance > 0) {
      tiers.add(tier + " " + Amounts.chance(chance, phrases.language()));
    }
  }
}
