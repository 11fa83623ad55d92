package id.kla.simulation;

import com.google.common.base.Preconditions;
import id.kla.edition.Edition;
import id.kla.edition.Tier;
import java.util.Optional;

/**
 * Totals, cluster totals and tiers of many sheets, in arrays that a batch scorer fills again and
 * again.
 *
 * <p>Points are in ten-thousandths of a point. The arrays are the live ones: they belong to whoever
 * made this, who must not read them while a scorer writes. It also holds what a scorer needs to
 * work in, so that scoring allocates nothing; so it serves one call at a time.
 */
public final class BatchScores {

  private final Edition edition;
  private final int[] totals;
  private final int[][] clusters;
  private final int[] tiers;

  /** What a scorer works in, as long as the columns: loops over equal places run in lanes. */
  final int[] sums;

  final int[] wrong;
  final short[] places;
  final short[] wrongCodes;

  private BatchScores(Edition edition, int sheets) {
    this.edition = edition;
    this.totals = new int[sheets];
    this.clusters = new int[edition.clusters().size()][sheets];
    this.tiers = new int[sheets];
    this.sums = new int[sheets];
    this.wrong = new int[sheets];
    this.places = new short[sheets];
    this.wrongCodes = new short[sheets];
  }

  /**
   * Returns room for the scores of that many sheets.
   *
   * @throws IllegalArgumentException if {@code sheets} is below 0
   */
  public static BatchScores of(Edition edition, int sheets) {
    Preconditions.checkArgument(sheets >= 0, "sheets: found %s; allowed: 0 or more", sheets);
    return new BatchScores(edition, sheets);
  }

  /** Returns the edition. */
  public Edition edition() {
    return edition;
  }

  /** Returns how many sheets there is room for. */
  public int sheets() {
    return totals.length;
  }

  /** Returns the total of each sheet, in ten-thousandths of a point. */
  public int[] totals() {
    return totals;
  }

  /**
   * Returns the totals of the cluster at a position of the edition, in ten-thousandths of a point.
   */
  public int[] cluster(int position) {
    return clusters[position];
  }

  /** Returns the tier of each sheet after requirements, by its place in the ladder; -1 for none. */
  public int[] tiers() {
    return tiers;
  }

  /** Returns the tier of one sheet after requirements, if it has one. */
  public Optional<Tier> tier(int sheet) {
    return tiers[sheet] < 0
        ? Optional.empty()
        : Optional.of(edition.ladder().tiers().get(tiers[sheet]));
  }

  /** Returns edition and number of sheets. */
  @Override
  public String toString() {
    return "Scores of " + sheets() + " sheets of " + edition.id();
  }
}
