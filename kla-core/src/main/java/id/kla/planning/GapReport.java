package id.kla.planning;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Tier;
import id.kla.scoring.ScoredAssessment;
import java.util.List;
import java.util.Optional;

/**
 * What one score lacks to each of several tiers.
 *
 * @param scored the score
 * @param gaps one for each tier, in the order in which they were asked for
 */
@CheckReturnValue
public record GapReport(ScoredAssessment scored, List<Gap> gaps) {

  /** Copies the list. */
  public GapReport {
    gaps = List.copyOf(gaps);
  }

  /** Returns the gaps to the next tier and to all above it; none where no tier is above. */
  public static GapReport of(ScoredAssessment scored) {
    List<Tier> tiers = scored.edition().ladder().tiers();
    Optional<Tier> next = Gap.toNext(scored).map(Gap::tier);
    return of(
        scored,
        next.stream()
            .flatMap(tier -> tiers.subList(tiers.indexOf(tier), tiers.size()).stream())
            .map(Tier::code)
            .toList());
  }

  /**
   * Returns the gaps to tiers.
   *
   * @throws IllegalArgumentException if the edition has no such tier
   */
  public static GapReport of(ScoredAssessment scored, List<String> tierCodes) {
    return new GapReport(scored, tierCodes.stream().map(code -> Gap.to(scored, code)).toList());
  }

  /** Returns where most can be won by question, whatever the tier; nothing without gaps. */
  public List<Gap.Room> questions() {
    return gaps.stream().findFirst().map(Gap::questions).orElse(List.of());
  }

  /** Returns the same by the agency or role that leads. */
  public List<Gap.Room> leads() {
    return gaps.stream().findFirst().map(Gap::leads).orElse(List.of());
  }

  /** Returns the same by topic. */
  public List<Gap.Room> topics() {
    return gaps.stream().findFirst().map(Gap::topics).orElse(List.of());
  }
}
