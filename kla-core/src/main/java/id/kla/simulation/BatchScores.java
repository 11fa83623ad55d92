package id.kla.simulation;

import com.google.common.base.Preconditions;
import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.Tier;
import id.kla.points.Points;
import java.util.Optional;

/**
 * Totals, cluster totals and tiers of many sheets, in arrays that a batch scorer fills again and
 * again.
 *
 * <p>Points are in ten-thousandths of a point. The arrays are the live ones: they belong to whoever
 * made this, who must not read them while a scorer writes. It also holds what a scorer needs to
 * work in, so that scoring allocates nothing; so it serves one call at a time.
 *
 * <p>Where the maxima of all questions add up to 214,748.3647 points or more, an {@code int} can't
 * hold a total; then points are had one by one, by {@link #total} and {@link #clusterTotal}.
 */
public final class BatchScores {

  private final Edition edition;
  private final int[] totals;
  private final int[][] clusters;
  private final int[] tiers;
  private final boolean isWide;

  /** What a scorer works in, as long as the columns: loops over equal places run in lanes. */
  final int[] sums;

  final int[] wrong;
  final short[] places;
  final short[] wrongCodes;

  /** Points and room to work in where an {@code int} is too small; else without places. */
  final long[] wideTotals;

  final long[][] wideClusters;
  final long[] awards;

  private BatchScores(Edition edition, int sheets) {
    this.edition = edition;
    this.isWide = isWide(edition);
    int narrow = isWide ? 0 : sheets;
    this.totals = new int[narrow];
    this.clusters = new int[edition.clusters().size()][narrow];
    this.tiers = new int[sheets];
    this.sums = new int[narrow];
    this.wrong = new int[narrow];
    this.places = new short[narrow];
    this.wrongCodes = new short[narrow];
    int wide = isWide ? sheets : 0;
    this.wideTotals = new long[wide];
    this.wideClusters = new long[edition.clusters().size()][wide];
    this.awards = new long[isWide ? edition.questions().size() : 0];
  }

  /** Whether an {@code int} can't hold what all questions together can earn. */
  static boolean isWide(Edition edition) {
    return Points.sum(edition.questions().stream().map(Question::maximum).toList()).units()
        >= Integer.MAX_VALUE;
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
    return tiers.length;
  }

  /**
   * Returns the total of each sheet, in ten-thousandths of a point.
   *
   * @throws IllegalStateException if an {@code int} can't hold what all questions can earn
   */
  public int[] totals() {
    requireNarrow();
    return totals;
  }

  /**
   * Returns the totals of the cluster at a position of the edition, in ten-thousandths of a point.
   *
   * @throws IllegalStateException if an {@code int} can't hold what all questions can earn
   */
  public int[] cluster(int position) {
    requireNarrow();
    return clusters[position];
  }

  private void requireNarrow() {
    if (isWide) {
      throw new IllegalStateException(
          "scores ("
              + edition.id()
              + "): found an edition whose questions can earn more than an int holds; allowed:"
              + " total(sheet) and clusterTotal(cluster, sheet)");
    }
  }

  /** Returns the total of one sheet, in ten-thousandths of a point. */
  public long total(int sheet) {
    return isWide ? wideTotals[sheet] : totals[sheet];
  }

  /**
   * Returns what one sheet has of the cluster at a position of the edition, in ten-thousandths of a
   * point.
   */
  public long clusterTotal(int position, int sheet) {
    return isWide ? wideClusters[position][sheet] : clusters[position][sheet];
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
