package id.kla.testing;

/**
 * The generator SplitMix64 of Steele, Lea and Flood (2014), which is written out here so that no
 * JDK can change it.
 */
final class SplitMix implements Choices {

  private static final long STEP = 0x9e3779b97f4a7c15L;

  private long state;

  SplitMix(long state) {
    this.state = state;
  }

  SplitMix(long seed, long number) {
    this(new SplitMix(new SplitMix(seed).next() + number).next());
  }

  long next() {
    state += STEP;
    long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  @Override
  public long below(long bound) {
    return Long.remainderUnsigned(next(), bound);
  }
}
