package id.kla.simulation;

/**
 * A chance as a sample tells it.
 *
 * @param chance how often it came up, of all draws
 * @param standardError how far that is typically from the truth. It is that of four more draws, two
 *     of which it comes up in (Agresti and Coull), so that it isn't zero where something never or
 *     always came up
 */
public record Estimate(double chance, double standardError) {

  private static final int MORE = 2;

  /** Returns what a count of draws tells, of all draws. */
  public static Estimate of(long count, long draws) {
    double all = draws + 2.0 * MORE;
    double shifted = (count + MORE) / all;
    return new Estimate((double) count / draws, Math.sqrt(shifted * (1 - shifted) / all));
  }
}
