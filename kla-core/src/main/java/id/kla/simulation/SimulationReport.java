package id.kla.simulation;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSortedMap;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.ScoredAssessment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How sure a score is: the chances of its tiers, what total is to be expected, and how totals
 * spread, when claims survive as {@link Survival} says (<i>seberapa pasti predikatnya</i>).
 *
 * <p>It is computed exactly where that can be done, or told from a sample, and then every chance
 * has its standard error.
 *
 * <pre>{@code
 * Survival survival = Survival.of(edition, SurvivalModel.published());
 * SimulationReport report = SimulationReport.exact(scored, survival, target).orElseThrow();
 * report.target();
 * }</pre>
 */
@CheckReturnValue
public final class SimulationReport {

  /** The parts of all totals whose quantiles are told. */
  public static final List<Ratio> RANKS =
      List.of(Ratio.of(1, 20), Ratio.of(1, 4), Ratio.of(1, 2), Ratio.of(3, 4), Ratio.of(19, 20));

  private static final Ratio FIRST = Ratio.of(1, 1000);
  private static final Ratio LAST = Ratio.of(999, 1000);

  /** How many draws what matters is estimated from, where it can't be computed. */
  public static final int INFLUENCE_DRAWS = 1 << 13;

  /** Of what is estimated beside chances that were computed. */
  private static final long SEED = 1;

  /** About how many bins a histogram has. */
  private static final int BINS = 16;

  private static final int DECIMALS = 6;

  private final ScoredAssessment scored;
  private final Survival survival;
  private final TiedModel model;
  private final Optional<Tier> target;
  private final Method method;
  private final Figures figures;
  private final Supplier<Optional<Influences>> influences;

  private SimulationReport(
      ScoredAssessment scored,
      Survival survival,
      TiedModel model,
      Optional<Tier> target,
      Method method,
      Figures figures) {
    this.scored = scored;
    this.survival = survival;
    this.model = model;
    this.target = target;
    this.method = method;
    this.figures = figures;
    this.influences =
        Suppliers.memoize(() -> target.map(tier -> influences(scored, model, tier, method)));
  }

  /** What is asked of a sample is estimated from draws of the same seed, if not from as many. */
  private static Influences influences(
      ScoredAssessment scored, TiedModel model, Tier target, Method method) {
    Map<String, Set<QuestionCode>> leads = leads(scored);
    if (method instanceof Exact) {
      try {
        return Influences.of(model, target, leads);
      } catch (IllegalArgumentException tooMuch) {
        return estimated(scored, model, target, SEED, leads);
      }
    }
    return estimated(scored, model, target, ((Sampled) method).seed, leads);
  }

  private static Influences estimated(
      ScoredAssessment scored,
      TiedModel model,
      Tier target,
      long seed,
      Map<String, Set<QuestionCode>> leads) {
    return Influences.sampled(
        model,
        draws(scored, model, seed),
        scored.assessment().region(),
        INFLUENCE_DRAWS,
        target,
        leads);
  }

  /** Returns the questions that each agency leads, or each role of no agency or of several. */
  private static Map<String, Set<QuestionCode>> leads(ScoredAssessment scored) {
    Map<String, Set<QuestionCode>> leads = new LinkedHashMap<>();
    for (Question question : scored.edition().questions()) {
      Survival.lead(scored.assessment(), question)
          .ifPresent(
              lead ->
                  leads.computeIfAbsent(lead, none -> new LinkedHashSet<>()).add(question.code()));
    }
    return leads;
  }

  /** How the chances were found. */
  public sealed interface Method {}

  /** They were computed, without any draw. */
  public record Exact() implements Method {}

  /**
   * They were counted in a sample, which seed and number of draws give again.
   *
   * @param seed the seed
   * @param draws the number of draws, from draw 0 on
   */
  public record Sampled(long seed, long draws) implements Method {}

  /**
   * How likely a tier is, after requirements.
   *
   * @param tier the tier; none is no tier
   * @param exactly how likely just this one is
   * @param orHigher how likely it or a higher one is; of no tier that is certain
   */
  public record TierChance(Optional<Tier> tier, Estimate exactly, Estimate orHigher) {}

  /**
   * A bar of a histogram. None lies on both sides of the bound of a tier.
   *
   * @param from the least total in it
   * @param through the largest
   * @param chance how likely a total in it is
   */
  public record Bin(Points from, Points through, Estimate chance) {}

  /**
   * What is told of the totals.
   *
   * @param tiers no tier, then each tier of the ladder
   * @param mean the expected total, in points
   * @param meanError its standard error, in points; zero where it was computed
   * @param quantiles the totals that are not passed with these chances
   * @param bins a histogram, the smallest totals first
   */
  public record Figures(
      List<TierChance> tiers,
      BigDecimal mean,
      BigDecimal meanError,
      SortedMap<Ratio, Points> quantiles,
      List<Bin> bins) {

    /** Copies lists and map. */
    public Figures {
      tiers = List.copyOf(tiers);
      quantiles = ImmutableSortedMap.copyOfSorted(quantiles);
      bins = List.copyOf(bins);
    }
  }

  /**
   * Returns what is computed without any draw; nothing where what ties questions together has too
   * many states, or totals lie too close together, so that only a sample can tell.
   *
   * @param target the tier that is asked about, if one is
   * @throws FaultException with every fault, if the survival does not fit the sheet
   * @throws IllegalArgumentException if the target is none of the edition's tiers
   */
  public static Optional<SimulationReport> exact(
      ScoredAssessment scored, Survival survival, Optional<Tier> target) {
    TiedModel model = survival.check(scored).orThrow();
    require(scored, target);
    MixedDistribution scores;
    try {
      scores = MixedDistribution.of(model);
    } catch (IllegalArgumentException tooMuch) {
      return Optional.empty();
    }
    Edition edition = scored.edition();
    List<TierChance> tiers = new ArrayList<>();
    tiers.add(new TierChance(Optional.empty(), certain(scores.chanceWithoutTier()), certain(1)));
    for (Tier tier : edition.ladder().tiers()) {
      tiers.add(
          new TierChance(
              Optional.of(tier),
              certain(scores.chanceOf(tier)),
              certain(scores.chanceAtLeast(tier))));
    }
    List<Bin> bins =
        bins(
            edges(edition, scores::quantile, scores.least(), scores.most()),
            scores.most(),
            (from, through) ->
                certain(
                    Math.max(
                        0,
                        scores.chanceAtLeast(from)
                            - scores.chanceAtLeast(through.plus(Points.SMALLEST)))));
    return Optional.of(
        new SimulationReport(
            scored,
            survival,
            model,
            target,
            new Exact(),
            new Figures(tiers, scores.mean(), BigDecimal.ZERO, quantiles(scores::quantile), bins)));
  }

  private static Estimate certain(double chance) {
    return new Estimate(chance, 0);
  }

  private static void require(ScoredAssessment scored, Optional<Tier> target) {
    List<Tier> tiers = scored.edition().ladder().tiers();
    if (target.isPresent() && !tiers.contains(target.get())) {
      throw new IllegalArgumentException(
          "target ("
              + scored.edition().id()
              + "): found "
              + target.get().code()
              + "; allowed: "
              + tiers.stream().map(Tier::code).toList());
    }
  }

  /**
   * Returns what a sample tells.
   *
   * @param target the tier that is asked about, if one is
   * @throws FaultException with every fault, if the survival does not fit the sheet
   * @throws IllegalArgumentException if the target is none of the edition's tiers, the sample is of
   *     another region or model, holds fewer than two draws, or not those from draw 0 on
   */
  public static SimulationReport sampled(
      ScoredAssessment scored,
      Survival survival,
      Optional<Tier> target,
      SampledDistribution sample) {
    require(scored, target);
    Sampler own = sampler(scored, survival.check(scored).orThrow(), sample.sampler().seed());
    if (!own.equals(sample.sampler()) || !sample.isFromTheFirstOn()) {
      throw new IllegalArgumentException(
          "sample: found " + sample + "; allowed: draws from 0 on of " + own);
    }
    Edition edition = scored.edition();
    List<TierChance> tiers = new ArrayList<>();
    tiers.add(new TierChance(Optional.empty(), sample.chanceWithoutTier(), certain(1)));
    for (Tier tier : edition.ladder().tiers()) {
      tiers.add(
          new TierChance(Optional.of(tier), sample.chanceOf(tier), sample.chanceAtLeast(tier)));
    }
    SortedMap<Points, Long> counts = sample.counts();
    List<Bin> bins =
        bins(
            edges(edition, sample::quantile, counts.firstKey(), counts.lastKey()),
            counts.lastKey(),
            (from, through) ->
                Estimate.of(
                    counts.subMap(from, through.plus(Points.SMALLEST)).values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                    sample.draws()));
    return new SimulationReport(
        scored,
        survival,
        own.model(),
        target,
        new Sampled(own.seed(), sample.draws()),
        new Figures(
            tiers, sample.mean(), sample.standardErrorOfMean(), quantiles(sample::quantile), bins));
  }

  /** Returns the sampler of a sheet's region. */
  public static Sampler sampler(ScoredAssessment scored, TiedModel model, long seed) {
    return Sampler.of(model, draws(scored, model, seed), scored.assessment().region());
  }

  private static Draws draws(ScoredAssessment scored, TiedModel model, long seed) {
    return Draws.of(
        seed, scored.edition(), model.factorCodes(), List.of(scored.assessment().region()));
  }

  /** Returns the chance of the totals from one up to another one. */
  private interface Weighing {
    Estimate of(Points from, Points through);
  }

  private static SortedMap<Ratio, Points> quantiles(Function<Ratio, Points> quantile) {
    return RANKS.stream()
        .collect(ImmutableSortedMap.toImmutableSortedMap(Ratio::compareTo, rank -> rank, quantile));
  }

  /** Returns the least total of each bin: of a round width, but cut at the bounds of tiers. */
  private static NavigableSet<Points> edges(
      Edition edition, Function<Ratio, Points> quantile, Points least, Points most) {
    long first = quantile.apply(FIRST).units();
    long last = quantile.apply(LAST).units();
    NavigableSet<Points> edges = new TreeSet<>();
    edges.add(least);
    for (Tier tier : edition.ladder().tiers()) {
      if (tier.least().compareTo(least) > 0 && tier.least().compareTo(most) <= 0) {
        edges.add(tier.least());
      }
    }
    NavigableSet<Points> bounds = new TreeSet<>(edges);
    long width = width(last - first);
    for (long edge = (first / width + 1) * width; edge < last; edge += width) {
      // A total that is a multiple of the width ends a bin, as it mostly ends a tier.
      Points above = Points.ofUnits(edge + 1);
      Points low = bounds.floor(above);
      Points high = bounds.ceiling(above);
      boolean isNear =
          (low != null && 2 * (above.units() - low.units()) < width)
              || (high != null && 2 * (high.units() - above.units()) < width);
      if (!isNear) {
        edges.add(above);
      }
    }
    return edges;
  }

  /** Returns 1, 2 or 5 times a power of ten, for about so many bins. */
  private static long width(long range) {
    long power = 1;
    while (true) {
      for (int digit : new int[] {1, 2, 5}) {
        if (range / BINS < digit * power) {
          return digit * power;
        }
      }
      power *= 10;
    }
  }

  private static List<Bin> bins(NavigableSet<Points> edges, Points most, Weighing weighing) {
    List<Bin> bins = new ArrayList<>();
    for (Points from : edges) {
      Points next = edges.higher(from);
      Points through = next == null ? most : next.minus(Points.SMALLEST);
      bins.add(new Bin(from, through, weighing.of(from, through)));
    }
    return bins;
  }

  // Read back

  /**
   * Returns a sample that was told before, without drawing it again: where figures contradict each
   * other, with a fault for each.
   *
   * <p>Bins and tiers must hold every draw, bins be neighbours that no tier's bound cuts and, where
   * no requirement of a tier is on, hold as many draws as the tiers; mean, its error and quantiles
   * must be possible with these bins.
   *
   * @param place where faults are told to be
   */
  public static Checked<SimulationReport> told(
      ScoredAssessment scored,
      Survival survival,
      Optional<Tier> target,
      Sampled sample,
      Figures figures,
      Place place) {
    require(scored, target);
    Checked<TiedModel> model = survival.check(scored);
    List<Fault> faults = new ArrayList<>(model.faults());
    if (model.value().isPresent()) {
      SimulationReport report =
          new SimulationReport(scored, survival, model.orThrow(), target, sample, figures);
      report.contradictions(sample.draws, place, faults);
      if (faults.size() == model.faults().size()) {
        return Checked.of(report, faults);
      }
    }
    return Checked.failed(faults);
  }

  private void contradictions(long draws, Place place, List<Fault> faults) {
    List<Tier> ladder = scored.edition().ladder().tiers();
    BigInteger inTiers = BigInteger.ZERO;
    for (TierChance tier : figures.tiers) {
      inTiers = inTiers.add(BigInteger.valueOf(count(tier.exactly)));
    }
    same("tiers", inTiers.toString(), Long.toString(draws), place, faults);
    long inBins = figures.bins.stream().mapToLong(bin -> count(bin.chance)).sum();
    same("histogram", Long.toString(inBins), Long.toString(draws), place, faults);
    for (int i = 0; i + 1 < figures.bins.size(); i++) {
      same(
          "histogram",
          figures.bins.get(i + 1).from.toString(),
          figures.bins.get(i).through.plus(Points.SMALLEST).toString(),
          place,
          faults);
    }
    if (scored.edition().requirements().stream()
        .noneMatch(each -> each.state() == Requirement.State.ON && each.tier().isPresent())) {
      for (int i = 0; i <= ladder.size(); i++) {
        Points least = i == 0 ? Points.ZERO : ladder.get(i - 1).least();
        Optional<Points> next =
            i == ladder.size() ? Optional.empty() : Optional.of(ladder.get(i).least());
        long held =
            figures.bins.stream()
                .filter(bin -> bin.from.compareTo(least) >= 0)
                .filter(bin -> next.isEmpty() || bin.from.compareTo(next.get()) < 0)
                .mapToLong(bin -> count(bin.chance))
                .sum();
        same(
            i == 0 ? "" : ladder.get(i - 1).code(),
            Long.toString(count(figures.tiers.get(i).exactly)),
            Long.toString(held),
            place,
            faults);
      }
    }
    spread(draws, place, faults);
    figures.quantiles.forEach((rank, total) -> quantile(rank, total, draws, place, faults));
  }

  /** No mean lies outside its bins, and no error is larger than that of totals at both ends. */
  private void spread(long draws, Place place, List<Fault> faults) {
    BigInteger low = BigInteger.ZERO;
    BigInteger high = BigInteger.ZERO;
    for (Bin bin : figures.bins) {
      BigInteger count = BigInteger.valueOf(count(bin.chance));
      low = low.add(count.multiply(BigInteger.valueOf(bin.from.units())));
      high = high.add(count.multiply(BigInteger.valueOf(bin.through.units())));
    }
    BigDecimal step = BigDecimal.ONE.movePointLeft(DECIMALS);
    BigDecimal least = mean(low, draws).subtract(step);
    BigDecimal most = mean(high, draws).add(step);
    if (figures.mean.compareTo(least) < 0 || figures.mean.compareTo(most) > 0) {
      other("mean", figures.mean.toPlainString(), least + " .. " + most, place, faults);
    }
    Bin last = figures.bins.get(figures.bins.size() - 1);
    BigDecimal largest =
        last.through
            .minus(figures.bins.get(0).from)
            .toBigDecimal()
            .divide(
                BigDecimal.valueOf(4L)
                    .multiply(BigDecimal.valueOf(draws - 1))
                    .sqrt(MathContext.DECIMAL64),
                DECIMALS,
                RoundingMode.UP)
            .add(step);
    if (figures.meanError.signum() < 0 || figures.meanError.compareTo(largest) > 0) {
      other("meanError", figures.meanError.toPlainString(), "0 .. " + largest, place, faults);
    }
  }

  private static BigDecimal mean(BigInteger units, long draws) {
    return new BigDecimal(units)
        .movePointLeft(Points.SCALE)
        .divide(BigDecimal.valueOf(draws), DECIMALS, RoundingMode.HALF_UP);
  }

  /** The bin of a quantile is the first one with which that part of the draws is reached. */
  private void quantile(Ratio rank, Points total, long draws, Place place, List<Fault> faults) {
    BigInteger wanted = BigInteger.valueOf(draws).multiply(BigInteger.valueOf(rank.numerator()));
    BigInteger passed = BigInteger.ZERO;
    for (Bin bin : figures.bins) {
      passed =
          passed.add(
              BigInteger.valueOf(count(bin.chance))
                  .multiply(BigInteger.valueOf(rank.denominator())));
      if (passed.compareTo(wanted) >= 0) {
        if (total.compareTo(bin.from) < 0 || total.compareTo(bin.through) > 0) {
          other("quantiles", total.toString(), bin.from + " .. " + bin.through, place, faults);
        }
        return;
      }
    }
  }

  private static void same(
      String node, String found, String computed, Place place, List<Fault> faults) {
    if (!found.equals(computed)) {
      other(node, found, computed, place, faults);
    }
  }

  private static void other(
      String node, String found, String computed, Place place, List<Fault> faults) {
    faults.add(
        Fault.of(FaultCode.OTHER_RESULT, place)
            .with("node", node)
            .with("found", found)
            .with("computed", computed));
  }

  /** Returns the score whose claims are judged. */
  public ScoredAssessment scored() {
    return scored;
  }

  /** Returns what is said of how claims survive. */
  public Survival survival() {
    return survival;
  }

  /** Returns what the questions of the sheet may then earn. */
  public TiedModel model() {
    return model;
  }

  /** Returns the tier that was asked about, if one was. */
  public Optional<Tier> targetTier() {
    return target;
  }

  /** Returns the chance of the tier that was asked about, if one was. */
  public Optional<TierChance> target() {
    return figures.tiers.stream()
        .filter(chance -> chance.tier.isPresent() && chance.tier.equals(target))
        .findFirst();
  }

  /** Returns how the chances were found. */
  public Method method() {
    return method;
  }

  /** Returns what is told of the totals. */
  public Figures figures() {
    return figures;
  }

  /**
   * Returns what matters most for the tier that was asked about, if one was: by question,
   * indicator, shared state, and by who leads. It is computed where the chances are and it takes no
   * more than {@link Influences#MOST_BYTES}, else estimated from {@value #INFLUENCE_DRAWS} draws.
   * It is found when it is first asked for, which may take some seconds.
   */
  public Optional<Influences> influences() {
    return influences.get();
  }

  /**
   * Returns how many draws an estimate was counted in.
   *
   * @throws IllegalStateException if nothing was drawn
   */
  public long count(Estimate estimate) {
    if (method instanceof Sampled sampled) {
      return Math.round(estimate.chance() * sampled.draws);
    }
    throw new IllegalStateException("count: found chances that were computed; allowed: a sample");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SimulationReport that
        && that.scored.assessment().equals(scored.assessment())
        && that.scored.view().equals(scored.view())
        && that.survival.equals(survival)
        && that.target.equals(target)
        && that.method.equals(method)
        && that.figures.equals(figures);
  }

  @Override
  public int hashCode() {
    return List.of(survival, target, method, figures).hashCode();
  }

  /** Returns edition, method and mean. */
  @Override
  public String toString() {
    return scored.edition().id() + ", " + method + ", mean " + figures.mean;
  }
}
