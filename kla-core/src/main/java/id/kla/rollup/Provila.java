package id.kla.rollup;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.AreaLevel;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a province meets a rule of Provila, and which regions stand in its way.
 *
 * <p>Computed by kla from the results at hand, not declared by the ministry. A condition of which
 * too little is known leaves the rule undecided; one that fails decides it alone. Only results of
 * the last stage decide what regions hold: by a self-assessment no province is Provila.
 *
 * <pre>{@code
 * Provila.of(ProvilaRule.find("provila-2019").orElseThrow(), summary, Map.of()).outcome(); // MET
 * }</pre>
 *
 * @param rule the rule
 * @param province the province
 * @param when at which stage the results stood
 * @param outcome whether it is met
 * @param tests each condition of the rule by itself
 * @param inTheWay the regions that are not known to hold an award, the nearest to one first
 */
@CheckReturnValue
public record Provila(
    ProvilaRule rule,
    RegionCode province,
    DeclaredCheck.When when,
    Outcome outcome,
    List<Test> tests,
    List<InTheWay> inTheWay) {

  /** Copies the lists. */
  public Provila {
    tests = List.copyOf(tests);
    inTheWay = List.copyOf(inTheWay);
  }

  /** Whether something is met. */
  public enum Outcome {
    /** It is. */
    MET,
    /** It is not. */
    NOT_MET,
    /** Too little is known. */
    NOT_DECIDABLE
  }

  /**
   * One condition.
   *
   * @param condition what must be met
   * @param outcome whether it is
   * @param held how many of how many are known to hold the prize; nothing without a count
   */
  public record Test(ProvilaRule.Condition condition, Outcome outcome, Optional<Share> held) {}

  /** Why a region stands in the way. */
  public enum Why {
    /** It holds no tier. */
    WITHOUT_AWARD,
    /** There is a result, but its tier is not known, or is a text that no ladder knows. */
    TIER_UNKNOWN,
    /** Its results differ. */
    RESULTS_DIFFER,
    /** There is no result. */
    NO_RESULT
  }

  /**
   * A region that is not known to hold an award.
   *
   * @param region the region
   * @param why why not
   * @param lacking what its total lacks to the lowest tier, where that is known
   */
  public record InTheWay(Region region, Why why, Optional<Points> lacking) {}

  /**
   * Sets a province against a rule.
   *
   * @param counts of the levels below regions, how many of how many hold their prize, as far as
   *     that is known
   * @throws IllegalArgumentException if {@code summary} is not of a province
   */
  public static Provila of(ProvilaRule rule, Summary summary, Map<AreaLevel, Share> counts) {
    RegionCode province =
        summary
            .area()
            .province()
            .orElseThrow(
                () -> new IllegalArgumentException("area: found the nation; allowed: a province"));
    List<InTheWay> inTheWay = inTheWay(summary);
    List<Test> tests = new ArrayList<>();
    for (ProvilaRule.Condition condition : rule.conditions()) {
      tests.add(
          condition.level() == AreaLevel.REGION
              ? regions(condition, summary, inTheWay)
              : counted(condition, Optional.ofNullable(counts.get(condition.level()))));
    }
    return new Provila(
        rule,
        province,
        summary.heading().when(),
        together(tests.stream().map(Test::outcome).toList()),
        tests,
        inTheWay);
  }

  private static Test regions(
      ProvilaRule.Condition condition, Summary summary, List<InTheWay> inTheWay) {
    return new Test(
        condition,
        summary.heading().when() == DeclaredCheck.When.BEFORE
            ? Outcome.NOT_DECIDABLE
            : regions(inTheWay),
        Optional.of(Share.of(summary.awarded(), summary.area().regions().size())));
  }

  private static Outcome regions(List<InTheWay> inTheWay) {
    boolean fails = inTheWay.stream().anyMatch(each -> each.why() == Why.WITHOUT_AWARD);
    return fails ? Outcome.NOT_MET : inTheWay.isEmpty() ? Outcome.MET : Outcome.NOT_DECIDABLE;
  }

  private static Test counted(ProvilaRule.Condition condition, Optional<Share> held) {
    Outcome outcome =
        held.map(
                share ->
                    share.ratio().numerator() == share.ratio().denominator()
                        ? Outcome.MET
                        : Outcome.NOT_MET)
            .orElse(Outcome.NOT_DECIDABLE);
    return new Test(condition, outcome, held);
  }

  private static Outcome together(List<Outcome> outcomes) {
    return outcomes.contains(Outcome.NOT_MET)
        ? Outcome.NOT_MET
        : outcomes.contains(Outcome.NOT_DECIDABLE) ? Outcome.NOT_DECIDABLE : Outcome.MET;
  }

  private static List<InTheWay> inTheWay(Summary summary) {
    Map<RegionCode, RegionResult> results = new HashMap<>();
    summary.results().forEach(result -> results.put(result.region(), result));
    List<InTheWay> inTheWay = new ArrayList<>();
    for (Region region : summary.area().regions()) {
      Optional<RegionResult> result = Optional.ofNullable(results.get(region.code()));
      if (result.isEmpty()) {
        inTheWay.add(
            new InTheWay(
                region,
                summary.differing().contains(region) ? Why.RESULTS_DIFFER : Why.NO_RESULT,
                Optional.empty()));
      } else if (result.get().tier().filter(RegionResult.NONE::equals).isPresent()) {
        inTheWay.add(new InTheWay(region, Why.WITHOUT_AWARD, Summary.toAnAward(result.get())));
      } else if (result.get().tier().filter(t -> Summary.isTier(summary.heading(), t)).isEmpty()) {
        inTheWay.add(new InTheWay(region, Why.TIER_UNKNOWN, Summary.toAnAward(result.get())));
      }
    }
    inTheWay.sort(
        Comparator.comparing(
                (InTheWay each) -> each.lacking().map(Points::units).orElse(Long.MAX_VALUE))
            .thenComparing(InTheWay::why)
            .thenComparing(each -> each.region().code()));
    return inTheWay;
  }
}
