package id.kla.edition;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.points.Points;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tiers that totals earn (<i>tangga predikat</i>), from the lowest to the highest.
 *
 * <p>Below the lowest tier a total earns none. Totals are compared exactly, never rounded.
 *
 * @param tiers from the lowest to the highest; may be none
 */
@CheckReturnValue
public record Ladder(List<Tier> tiers) {

  /** Copies the list. */
  public Ladder {
    tiers = List.copyOf(tiers);
  }

  /**
   * Returns the tier that {@code total} earns, if any.
   *
   * @throws IllegalArgumentException if {@code total} is below 0 or above the highest tier
   */
  public Optional<Tier> tierOf(Points total) {
    Optional<Bound<Points>> top = top();
    if (!admits(total)) {
      throw new IllegalArgumentException(
          "total: found "
              + total
              + "; allowed: 0 to "
              + top.map(bound -> bound.value().toString()).orElse("any amount"));
    }
    for (int i = tiers.size() - 1; i >= 0; i--) {
      if (tiers.get(i).range().contains(total)) {
        return Optional.of(tiers.get(i));
      }
    }
    return Optional.empty();
  }

  /** Says whether {@code total} is neither below 0 nor above the highest tier. */
  public boolean admits(Points total) {
    return total.signum() >= 0 && top().map(bound -> bound.admitsBelow(total)).orElse(true);
  }

  /** Returns where the highest tier ends, if it does. */
  public Optional<Bound<Points>> top() {
    return tiers.isEmpty() ? Optional.empty() : tiers.get(tiers.size() - 1).range().upper();
  }

  /** Returns the tier with that code, if there is one. */
  public Optional<Tier> findTier(String code) {
    return tiers.stream().filter(tier -> tier.code().equals(code)).findFirst();
  }

  /** Returns the tier that a text names by code or name, whatever the case, if it does. */
  public Optional<Tier> findNamed(String text) {
    return tiers.stream()
        .filter(
            tier ->
                Stream.of(tier.code(), tier.label().indonesian(), tier.label().english())
                    .anyMatch(text::equalsIgnoreCase))
        .findFirst();
  }

  /**
   * Returns the tier with that code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Tier tier(String code) {
    return findTier(code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "tier: found \""
                        + code
                        + "\"; allowed: "
                        + tiers.stream().map(Tier::code).toList()));
  }

  /** Returns the tier above the one that {@code total} earns, or none at the top. */
  public Optional<Tier> tierAbove(Points total) {
    return tiers.stream().filter(tier -> tier.least().compareTo(total) > 0).findFirst();
  }

  /**
   * Returns the smallest amount that {@code total} lacks to {@code tier}; zero if it is reached.
   */
  public Points missing(Points total, Tier tier) {
    return tier.least().minus(total).max(Points.ZERO);
  }

  /** Returns the most that {@code total} can lose and still earn its tier; zero without a tier. */
  public Points spare(Points total) {
    return tierOf(total).map(tier -> total.minus(tier.least())).orElse(Points.ZERO);
  }
}
