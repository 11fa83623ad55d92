package id.kla.simulation;

import java.util.Arrays;

/**
 * Threefry4x64-20: a keyed mixing of 256 bits that makes random numbers of counters, by Salmon,
 * Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011), <a
 * href="https://doi.org/10.1145/2063384.2063405">doi:10.1145/2063384.2063405</a>.
 *
 * <p>It is the block cipher Threefish-256 with 20 rounds for 72 and without its tweak: under one
 * key no two counters give the same 256 bits. Its authors found that it passes TestU01's BigCrush
 * with fewer rounds. It only adds, rotates and xors, so that a loop over many counters becomes
 * vector instructions; Philox, of the same authors, needs products of 128 bits, which no vector
 * has.
 */
final class Threefry {

  /** C<sub>240</sub> of the Skein hash function, version 1.3. */
  private static final long PARITY = 0x1BD11BDAA9FC1A22L;

  private Threefry() {}

  /**
   * Fills four arrays with the random words of neighbouring counters: {@code x0[i]} to {@code
   * x3[i]} are the four words of the counter whose first word is {@code counter0 + i}.
   *
   * <p>Arrays of their own, loops of two rounds and rotations by constants are what the JIT makes
   * vectors of. Four rounds are as much as it unrolls on some days only, since what it counts is
   * just at its limit; longer loops and parts of one array it leaves as they are.
   */
  static void fill(
      long key0,
      long key1,
      long key2,
      long key3,
      long counter0,
      long counter1,
      long counter2,
      long counter3,
      long[] x0,
      long[] x1,
      long[] x2,
      long[] x3) {
    long key4 = PARITY ^ key0 ^ key1 ^ key2 ^ key3;
    for (int i = 0; i < x0.length; i++) {
      x0[i] = counter0 + key0 + i;
    }
    Arrays.fill(x1, counter1 + key1);
    Arrays.fill(x2, counter2 + key2);
    Arrays.fill(x3, counter3 + key3);
    rounds1And2(x0, x1, x2, x3);
    rounds3And4(x0, x1, x2, x3, key1, key2, key3, key4 + 1);
    rounds5And6(x0, x1, x2, x3);
    rounds7And8(x0, x1, x2, x3, key2, key3, key4, key0 + 2);
    rounds1And2(x0, x1, x2, x3);
    rounds3And4(x0, x1, x2, x3, key3, key4, key0, key1 + 3);
    rounds5And6(x0, x1, x2, x3);
    rounds7And8(x0, x1, x2, x3, key4, key0, key1, key2 + 4);
    rounds1And2(x0, x1, x2, x3);
    rounds3And4(x0, x1, x2, x3, key0, key1, key2, key3 + 5);
  }

  /** Takes the first two of every eight rounds. */
  private static void rounds1And2(long[] x0, long[] x1, long[] x2, long[] x3) {
    for (int i = 0; i < x0.length; i++) {
      long a = x0[i];
      long b = x1[i];
      long c = x2[i];
      long d = x3[i];
      a += b;
      b = Long.rotateLeft(b, 14) ^ a;
      c += d;
      d = Long.rotateLeft(d, 16) ^ c;
      a += d;
      d = Long.rotateLeft(d, 52) ^ a;
      c += b;
      b = Long.rotateLeft(b, 57) ^ c;
      x0[i] = a;
      x1[i] = b;
      x2[i] = c;
      x3[i] = d;
    }
  }

  /** Takes the next two, and adds a key. */
  private static void rounds3And4(
      long[] x0, long[] x1, long[] x2, long[] x3, long key0, long key1, long key2, long key3) {
    for (int i = 0; i < x0.length; i++) {
      long a = x0[i];
      long b = x1[i];
      long c = x2[i];
      long d = x3[i];
      a += b;
      b = Long.rotateLeft(b, 23) ^ a;
      c += d;
      d = Long.rotateLeft(d, 40) ^ c;
      a += d;
      d = Long.rotateLeft(d, 5) ^ a;
      c += b;
      b = Long.rotateLeft(b, 37) ^ c;
      x0[i] = a + key0;
      x1[i] = b + key1;
      x2[i] = c + key2;
      x3[i] = d + key3;
    }
  }

  /** Takes the next two. */
  private static void rounds5And6(long[] x0, long[] x1, long[] x2, long[] x3) {
    for (int i = 0; i < x0.length; i++) {
      long a = x0[i];
      long b = x1[i];
      long c = x2[i];
      long d = x3[i];
      a += b;
      b = Long.rotateLeft(b, 25) ^ a;
      c += d;
      d = Long.rotateLeft(d, 33) ^ c;
      a += d;
      d = Long.rotateLeft(d, 46) ^ a;
      c += b;
      b = Long.rotateLeft(b, 12) ^ c;
      x0[i] = a;
      x1[i] = b;
      x2[i] = c;
      x3[i] = d;
    }
  }

  /** Takes the last two, and adds a key. */
  private static void rounds7And8(
      long[] x0, long[] x1, long[] x2, long[] x3, long key0, long key1, long key2, long key3) {
    for (int i = 0; i < x0.length; i++) {
      long a = x0[i];
      long b = x1[i];
      long c = x2[i];
      long d = x3[i];
      a += b;
      b = Long.rotateLeft(b, 58) ^ a;
      c += d;
      d = Long.rotateLeft(d, 22) ^ c;
      a += d;
      d = Long.rotateLeft(d, 32) ^ a;
      c += b;
      b = Long.rotateLeft(b, 32) ^ c;
      x0[i] = a + key0;
      x1[i] = b + key1;
      x2[i] = c + key2;
      x3[i] = d + key3;
    }
  }
}
