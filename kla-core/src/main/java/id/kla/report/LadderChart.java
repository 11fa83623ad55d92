package id.kla.report;

import id.kla.edition.Ladder;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A total on a ladder, with how far it is to the rung above and how much it is above the one that
 * it stands on.
 *
 * @param title what it shows
 * @param description what there is to see, or empty
 * @param ladder the ladder
 * @param total the total, which the ladder admits
 * @param maximum the most that a total can be
 */
public record LadderChart(
    String title, String description, Ladder ladder, Points total, Points maximum)
    implements Chart {

  /**
   * Checks the total.
   *
   * @throws IllegalArgumentException if the ladder does not admit it, or it is above the maximum
   */
  public LadderChart {
    if (!ladder.admits(total) || total.compareTo(maximum) > 0) {
      throw new IllegalArgumentException("total: found " + total + "; allowed: 0 to " + maximum);
    }
  }

  /** Returns the tiers from the highest to the lowest, each with how far the total is from it. */
  @Override
  public PageTable table(Language language) {
    Phrases phrases = Phrases.page(language);
    EditionWords words = new EditionWords(language, UnaryOperator.identity());
    Optional<Tier> held = ladder.tierOf(total);
    List<PageTable.Row> rows = new ArrayList<>();
    for (Tier tier : ladder.tiers()) {
      rows.add(row(tier.code(), words.range(tier.range()), told(tier, held, phrases)));
    }
    Collections.reverse(rows);
    rows.add(
        row(
            phrases.text("noTier"),
            ladder.tiers().isEmpty()
                ? ""
                : phrases.text("ladder.below", "bound", Amounts.shortest(lowest(), language)),
            held.isEmpty() ? here(phrases) : ""));
    return new PageTable(
        title,
        List.of(
            PageTable.Column.words(phrases.text("ladder.predicate")),
            PageTable.Column.words(phrases.text("ladder.range")),
            PageTable.Column.words(phrases.text("ladder.distance"))),
        rows);
  }

  private static PageTable.Row row(String tier, String range, String distance) {
    return PageTable.Row.of(tier, range, distance);
  }

  private Points lowest() {
    return ladder.tiers().get(0).least();
  }

  private String told(Tier tier, Optional<Tier> held, Phrases phrases) {
    if (held.filter(tier::equals).isPresent()) {
      return here(phrases);
    }
    Points missing = ladder.missing(total, tier);
    return missing.isZero()
        ? ""
        : phrases.text("ladder.more", "missing", Amounts.lacking(missing, phrases.language()));
  }

  private String here(Phrases phrases) {
    Points spare = ladder.spare(total);
    return phrases.text(
        "ladder.here",
        "total",
        phrases.exact(total),
        "spare",
        spare.isZero() ? "" : Amounts.spare(spare, phrases.language()));
  }
}
