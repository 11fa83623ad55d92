package id.kla.simulation;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Bound;
import id.kla.edition.Edition;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The exact distribution of the total and of the tier, when answers hold by chance.
 *
 * <p>It is computed, not drawn: every total that the model can reach has its chance, with the caps
 * of indicators cut after the questions of each are added up, and with the requirements of tiers
 * that are switched on. Requirements of stages are not looked at: a total doesn't depend on them.
 *
 * <pre>{@code
 * ScoreDistribution scores = ScoreDistribution.of(model);
 * scores.chanceAtLeast(edition.ladder().tier("NINDYA"));
 * scores.mean();
 * scores.quantile(Ratio.parse("5%"));
 * }</pre>
 *
 * <p>Questions that hang on the same thing are not independent: an {@link Event} raises several of
 * them at once, or none. With events the chances are mixed over the states of those that tie
 * questions together, as exactly as without.
 *
 * <p>Totals are exact. A chance is a floating-point number, as it is no points: a sum of products
 * of chances, none below zero, in which nothing cancels. Its relative error is at most
 * 2<sup>-52</sup> for each operation behind it: about two for every award of every question, and
 * for each indicator that is cut one for each sum that its questions can have. With 5 awards for
 * each question of {@code kla-2024} and no cut that is less than 10<sup>-12</sup>. A chance below
 * some 10<sup>-270</sup> may come out smaller, or as zero. Where a requirement holds tiers down,
 * the chances of the tiers around it are differences, and have that error as an absolute one.
 *
 * <p>Time grows with the number of totals times that of all awards, and for each indicator that is
 * cut times the number of different sums of its questions. Where events tie indicators together it
 * also grows with the number of states in which the events can be that are open at once, if the
 * indicators are added up one after the other in a good order: twice as many for each. Events that
 * raise only one question cost next to nothing.
 */
@CheckReturnValue
public final class ScoreDistribution {

  /**
   * The memory that the chances of totals may take while they are computed, in bytes: 32 for each
   * total, of which 8 are kept. That is for 4,194,304 totals, such as 0 to 1000 points in steps of
   * 0.0003.
   */
  public static final long MOST_BYTES = 128L << 20;

  /** How many additions the states of events that tie questions together may take: some seconds. */
  public static final long MOST_ADDITIONS = 1L << 36;

  private static final int BYTES_PER_TOTAL = 4 * Double.BYTES;

  /** A cumulated chance that falls short of a quantile by no more than this has reached it. */
  private static final double ERROR = 1e-12;

  private static final int MEAN_DECIMALS = 6;

  private final AwardModel model;
  private final ImmutableList<Event> events;
  private final Lattice lattice;
  private final double[] chances;
  private final double[] tierChances;

  private ScoreDistribution(AwardModel model, Collection<Event> events, Lattice lattice) {
    this.model = model;
    this.events = ImmutableList.copyOf(events);
    this.lattice = lattice;
    this.chances = chances(model.edition(), lattice, Map.of());
    this.tierChances = tierChances(model.edition(), lattice, chances);
  }

  /**
   * Returns the distribution of the totals of a model.
   *
   * @throws IllegalArgumentException if it would take more than {@link #MOST_BYTES}; the message
   *     says how much, and is in both languages that of a {@link FaultException}
   */
  public static ScoreDistribution of(AwardModel model) {
    return of(model, List.of());
  }

  /**
   * Returns the distribution of the totals of a model whose questions events raise.
   *
   * <p>Ogan Ilir has 9 points of 21 at question 6.3 and 10 of 22 at 7.2, and 771.81 in all. If one
   * event with a chance of one half brings both their maximum, the total is 795.81 as often as
   * 771.81, and never 783.81; if two events do, each with that chance, it is 783.81 half of the
   * time.
   *
   * @throws IllegalArgumentException if two events bear one code, a question is none of the
   *     edition's, or an award lies above its question's maximum; and if it would take more than
   *     {@link #MOST_BYTES} or {@link #MOST_ADDITIONS}: then the message says how much, and is in
   *     both languages that of a {@link FaultException}
   */
  public static ScoreDistribution of(AwardModel model, Collection<Event> events) {
    require(model.edition(), events);
    Lattice lattice = new Lattice(model, events);
    requireMemory(model.edition(), lattice, BYTES_PER_TOTAL, MOST_BYTES);
    return new ScoreDistribution(model, events, lattice);
  }

  /** Refuses a lattice that takes more memory than is allowed, with the figure. */
  static void requireMemory(Edition edition, Lattice lattice, long bytesPerTotal, long allowed) {
    if (lattice.size() > allowed / bytesPerTotal) {
      throw refused(
          fault(FaultCode.TOO_MANY_TOTALS, edition)
              .with("totals", lattice.size())
              .with("step", Points.ofUnits(lattice.step()).toBigDecimal())
              .with("found", Math.multiplyExact(lattice.size(), bytesPerTotal))
              .with("allowed", allowed));
    }
  }

  private static void require(Edition edition, Collection<Event> events) {
    Set<String> codes = new HashSet<>();
    for (Event event : events) {
      if (!codes.add(event.code())) {
        throw new IllegalArgumentException(
            "events: found " + event.code() + " twice; allowed: each code once");
      }
      event
          .awards()
          .forEach(
              (code, award) -> {
                Points maximum = edition.question(code).maximum();
                if (award.compareTo(maximum) > 0) {
                  throw new IllegalArgumentException(
                      "event "
                          + event.code()
                          + ", question "
                          + code
                          + ": found an award of "
                          + award
                          + " points; allowed: 0 to "
                          + maximum);
                }
              });
    }
  }

  private static Fault fault(FaultCode code, Edition edition) {
    return Fault.of(code, Place.edition(edition.id(), Label.of("", "")));
  }

  private static FaultException refused(Fault fault) {
    return new FaultException(List.of(fault));
  }

  /** Returns the chances of totals that also reach what is required. */
  private static double[] chances(
      Edition edition, Lattice lattice, Map<Requirement.Subject, Points> floors) {
    Part total = lattice.total(floors);
    double bytes = total.bytes() + (double) lattice.size() * BYTES_PER_TOTAL;
    double additions = total.additionsOfFactors();
    if (lattice.factors() > 0 && (bytes > MOST_BYTES || additions > MOST_ADDITIONS)) {
      throw refused(
          fault(FaultCode.TOO_MANY_STATES, edition)
              .with("events", lattice.factors())
              .with("additions", rounded(additions))
              .with("bytes", rounded(bytes))
              .with("mostAdditions", MOST_ADDITIONS)
              .with("mostBytes", MOST_BYTES));
    }
    Accumulation sum = new Accumulation((int) lattice.size() - 1);
    total.addTo(sum, new int[lattice.factors()]);
    return sum.chances();
  }

  /** Three digits say enough of what is far too much. */
  private static BigDecimal rounded(double large) {
    return new BigDecimal(Math.min(large, Double.MAX_VALUE))
        .round(new MathContext(3, RoundingMode.UP))
        .setScale(0, RoundingMode.UP);
  }

  /** Returns the chance of no tier, then that of each tier after requirements. */
  private static double[] tierChances(Edition edition, Lattice lattice, double[] all) {
    List<Tier> tiers = edition.ladder().tiers();
    double[] tierChances = new double[tiers.size() + 1];
    double[] held = all;
    int from = 0;
    for (int i = 0; i < tiers.size(); i++) {
      Tier tier = tiers.get(i);
      int next = lattice.from(tier.least());
      double[] left =
          hasRequirements(edition, tier) ? chances(edition, lattice, floors(edition, tier)) : held;
      tierChances[i] = RunningSum.of(held, from, next);
      if (left != held) {
        // What the tier's requirements take away from it stays below.
        tierChances[i] +=
            Math.max(
                0, RunningSum.of(held, next, held.length) - RunningSum.of(left, next, left.length));
      }
      held = left;
      from = next;
    }
    tierChances[tiers.size()] = RunningSum.of(held, from, held.length);
    return tierChances;
  }

  /** Says whether a tier requires anything itself. */
  private static boolean hasRequirements(Edition edition, Tier tier) {
    return edition.requirements().stream().anyMatch(each -> guards(each, tier));
  }

  private static boolean guards(Requirement requirement, Tier tier) {
    return requirement.state() == Requirement.State.ON
        && requirement.tier().filter(tier.code()::equals).isPresent();
  }

  /** Returns what a tier and those below it require. */
  static Map<Requirement.Subject, Points> floors(Edition edition, Tier tier) {
    Map<Requirement.Subject, Points> floors = new HashMap<>();
    List<Tier> tiers = edition.ladder().tiers().subList(0, place(edition, tier));
    for (Requirement requirement : edition.requirements()) {
      if (tiers.stream().anyMatch(each -> guards(requirement, each))) {
        Bound<Points> least = requirement.least();
        floors.merge(
            requirement.subject(),
            least.kind() == Bound.Kind.CLOSED ? least.value() : least.value().plus(Points.SMALLEST),
            Points::max);
      }
    }
    return floors;
  }

  /** Returns the model. */
  public AwardModel model() {
    return model;
  }

  /** Returns the events that raise what questions earn in the model. */
  public List<Event> events() {
    return events;
  }

  /** Returns the least total that has a chance. */
  public Points least() {
    return Points.ofUnits(lattice.least());
  }

  /** Returns the largest total that has a chance. */
  public Points most() {
    return Points.ofUnits(lattice.most());
  }

  /**
   * Returns how far totals are apart: each that has a chance is the least one and a number of
   * steps. Some of these totals may have none. Zero if only one total has a chance.
   */
  public Points step() {
    return Points.ofUnits(lattice.step());
  }

  /** Returns the chance of exactly that total; zero if it can't be reached. */
  public double chanceOf(Points total) {
    int place = lattice.from(total);
    return place < chances.length && total.equals(at(place)) ? chances[place] : 0;
  }

  /** Returns the chance of that total or a larger one. */
  public double chanceAtLeast(Points total) {
    int from = lattice.from(total);
    return from == 0 ? 1 : atMostOne(RunningSum.of(chances, from, chances.length));
  }

  /**
   * Returns the chance of exactly that tier, after requirements.
   *
   * @throws IllegalArgumentException if it is not a tier of the edition's ladder
   */
  public double chanceOf(Tier tier) {
    return atMostOne(tierChances[place(tier)]);
  }

  /**
   * Returns the chance of that tier or a higher one, after requirements. By points alone it is
   * {@code chanceAtLeast(tier.least())}.
   *
   * @throws IllegalArgumentException if it is not a tier of the edition's ladder
   */
  public double chanceAtLeast(Tier tier) {
    return atMostOne(RunningSum.of(tierChances, place(tier), tierChances.length));
  }

  /** Returns the chance that no tier is earned. */
  public double chanceWithoutTier() {
    return atMostOne(tierChances[0]);
  }

  private int place(Tier tier) {
    return place(model.edition(), tier);
  }

  /** Returns the place of a tier in the ladder, from 1 on. */
  static int place(Edition edition, Tier tier) {
    List<Tier> tiers = edition.ladder().tiers();
    int place = tiers.indexOf(tier);
    if (place < 0) {
      throw new IllegalArgumentException(
          "tier ("
              + edition.id()
              + "): found "
              + tier.code()
              + " "
              + tier.range()
              + "; allowed: "
              + tiers.stream().map(each -> each.code() + " " + each.range()).toList());
    }
    return place + 1;
  }

  private static double atMostOne(double chance) {
    return Math.min(1, chance);
  }

  /**
   * Returns the expected total, in points, rounded half up to six decimals. An expectation is not
   * an award: it need not be a total that any sheet can reach.
   */
  public BigDecimal mean() {
    return inPoints(
        new BigDecimal(meanPlace())
            .multiply(BigDecimal.valueOf(lattice.step()))
            .add(BigDecimal.valueOf(lattice.least())));
  }

  /** Returns the standard deviation of the total, in points, rounded half up to six decimals. */
  public BigDecimal deviation() {
    double mean = meanPlace();
    RunningSum squares = new RunningSum();
    for (int i = 0; i < chances.length; i++) {
      squares.add((i - mean) * (i - mean) * chances[i]);
    }
    return inPoints(
        new BigDecimal(Math.sqrt(squares.value())).multiply(BigDecimal.valueOf(lattice.step())));
  }

  private double meanPlace() {
    RunningSum places = new RunningSum();
    for (int i = 0; i < chances.length; i++) {
      places.add(i * chances[i]);
    }
    return places.value();
  }

  private static BigDecimal inPoints(BigDecimal units) {
    return units.movePointLeft(Points.SCALE).setScale(MEAN_DECIMALS, RoundingMode.HALF_UP);
  }

  /**
   * Returns the smallest total that is not passed with at least that chance (the nearest rank): for
   * one half the median. A chance that falls short by 10<sup>-12</sup> counts as reached.
   *
   * @throws IllegalArgumentException if {@code chance} is not above 0 and at most 1
   */
  public Points quantile(Ratio chance) {
    requireRank(chance);
    if (chance.equals(Ratio.of(1))) {
      return most();
    }
    double wanted = (double) chance.numerator() / chance.denominator() - ERROR;
    RunningSum sum = new RunningSum();
    for (int i = 0; i < chances.length; i++) {
      sum.add(chances[i]);
      if (chances[i] > 0 && sum.value() >= wanted) {
        return at(i);
      }
    }
    return most();
  }

  static void requireRank(Ratio chance) {
    if (chance.compareTo(Ratio.of(0)) <= 0 || chance.compareTo(Ratio.of(1)) > 0) {
      throw new IllegalArgumentException(
          "quantile: found " + chance + "; allowed: above 0 and at most 1");
    }
  }

  private Points at(int place) {
    return Points.ofUnits(lattice.least() + place * lattice.step());
  }

  /** Returns edition, range and mean. */
  @Override
  public String toString() {
    return model.edition().id()
        + " "
        + least()
        + " to "
        + most()
        + " in steps of "
        + step()
        + ", mean "
        + mean();
  }
}
