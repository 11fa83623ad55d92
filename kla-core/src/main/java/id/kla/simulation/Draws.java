package id.kla.simulation;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.region.RegionCode;
import java.util.Collection;
import java.util.Set;

/**
 * The random numbers of simulated sheets: each depends on the seed, the region's code, the number
 * of the draw, the code of the question or shared factor and the dimension, and on nothing else.
 *
 * <p>So they are the same on one thread, on many and on a cluster, and another question or region
 * changes none of them. A question needs a second dimension where one random number does not settle
 * its draw.
 *
 * <pre>{@code
 * Draws draws = Draws.of(2024, edition, Set.of(), List.of(region));
 * draws.question(region, QuestionCode.parse("14.10"), 0).uniform(999_999);
 * }</pre>
 *
 * <p>The 64 bits are a word of Threefry4x64-20 (Salmon and others, SC11, 2011). Codes enter by
 * SipHash-2-4 of their UTF-8 bytes under the key of its published test vectors. With draw <i>d</i>,
 * tile <i>t</i> = <i>d</i> / 512, place <i>p</i> = <i>d</i> mod 512, the words of 64 bits hold:
 *
 * <table>
 * <caption>What stands where</caption>
 * <tr><td>key 0</td><td>seed</td></tr>
 * <tr><td>key 1</td><td>hash of the region's code</td></tr>
 * <tr><td>key 2, key 3</td><td>0</td></tr>
 * <tr><td>counter 0</td><td>128 <i>t</i> + <i>p</i> mod 128</td></tr>
 * <tr><td>counter 1</td><td>hash of the question's or factor's code</td></tr>
 * <tr><td>counter 2</td><td>dimension, from 0 to 2<sup>31</sup> - 1</td></tr>
 * <tr><td>counter 3</td><td>0 for a question, 1 for a factor</td></tr>
 * </table>
 *
 * <p>Of the four words that come out, the draw takes word <i>p</i> / 128. Counter 0 and that word
 * give the draw back (<i>t</i> and <i>p</i> mod 128 are quotient and remainder of counter 0), and
 * everything else has a word of its own: so what differs in anything but a hash never shares a word
 * of a counter. Two questions, two factors or two regions with one hash are refused.
 */
@CheckReturnValue
public final class Draws {

  private static final int OF_QUESTION = 0;
  private static final int OF_FACTOR = 1;

  private final long seed;
  private final Edition edition;
  private final ImmutableSet<String> factors;
  private final ImmutableSet<RegionCode> regions;

  private Draws(
      long seed, Edition edition, ImmutableSet<String> factors, ImmutableSet<RegionCode> regions) {
    this.seed = seed;
    this.edition = edition;
    this.factors = factors;
    this.regions = regions;
  }

  /**
   * Returns the random numbers of regions that answer an edition.
   *
   * @param factors the codes of what questions share, such as agencies
   * @param regions all regions of the simulation, also those that are drawn elsewhere
   * @throws IllegalArgumentException if two codes have one hash; the message names both, and is in
   *     both languages that of a {@link id.kla.fault.FaultException}
   */
  public static Draws of(
      long seed, Edition edition, Set<String> factors, Collection<RegionCode> regions) {
    Place whole = Place.edition(edition.id(), Label.of("", ""));
    CodeHash.requireApart(
        whole, edition.questions().stream().map(Question::code).map(Object::toString).toList());
    CodeHash.requireApart(whole, factors);
    CodeHash.requireApart(Place.unknown(), regions.stream().map(Object::toString).toList());
    return new Draws(seed, edition, ImmutableSet.copyOf(factors), ImmutableSet.copyOf(regions));
  }

  /** Returns the seed. */
  public long seed() {
    return seed;
  }

  /**
   * Returns the random numbers of a question.
   *
   * @throws IllegalArgumentException if there is no such region or question, or the dimension is
   *     below 0
   */
  public DrawColumn question(RegionCode region, QuestionCode code, int dimension) {
    return column(region, edition.question(code).code().toString(), dimension, OF_QUESTION);
  }

  /**
   * Returns the random numbers of what questions share.
   *
   * @throws IllegalArgumentException if there is no such region or factor, or the dimension is
   *     below 0
   */
  public DrawColumn factor(RegionCode region, String code, int dimension) {
    if (!factors.contains(code)) {
      throw new IllegalArgumentException("factor: found " + code + "; allowed: " + factors);
    }
    return column(region, code, dimension, OF_FACTOR);
  }

  private DrawColumn column(RegionCode region, String code, int dimension, int kind) {
    if (!regions.contains(region)) {
      throw new IllegalArgumentException("region: found " + region + "; allowed: " + regions);
    }
    return new DrawColumn(seed, CodeHash.of(region.toString()), CodeHash.of(code), dimension, kind);
  }
}
