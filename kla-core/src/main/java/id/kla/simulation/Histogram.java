package id.kla.simulation;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How often each total came up: whole numbers only, so that adding them up in any grouping gives
 * the same to the bit.
 */
final class Histogram {

  /** Ascending, each once. */
  private final long[] values;

  private final long[] counts;

  Histogram(long[] values, long[] counts) {
    this.values = values;
    this.counts = counts;
  }

  /** Counts values, which it sorts. */
  static Histogram of(long[] all) {
    Arrays.sort(all);
    long[] values = new long[all.length];
    long[] counts = new long[all.length];
    int length = 0;
    for (long value : all) {
      if (length == 0 || values[length - 1] != value) {
        values[length++] = value;
      }
      counts[length - 1]++;
    }
    return new Histogram(Arrays.copyOf(values, length), Arrays.copyOf(counts, length));
  }

  Histogram plus(Histogram other) {
    long[] sumValues = new long[values.length + other.values.length];
    long[] sumCounts = new long[sumValues.length];
    int length = 0;
    int i = 0;
    int k = 0;
    while (i < values.length || k < other.values.length) {
      long next =
          k == other.values.length || (i < values.length && values[i] <= other.values[k])
              ? values[i]
              : other.values[k];
      long count = 0;
      if (i < values.length && values[i] == next) {
        count += counts[i++];
      }
      if (k < other.values.length && other.values[k] == next) {
        count += other.counts[k++];
      }
      sumValues[length] = next;
      sumCounts[length++] = count;
    }
    return new Histogram(Arrays.copyOf(sumValues, length), Arrays.copyOf(sumCounts, length));
  }

  int size() {
    return values.length;
  }

  long value(int place) {
    return values[place];
  }

  long count(int place) {
    return counts[place];
  }

  /** Returns how often a total of {@code least} or more came up. */
  long countFrom(long least) {
    long count = 0;
    for (int i = values.length - 1; i >= 0 && values[i] >= least; i--) {
      count += counts[i];
    }
    return count;
  }

  /** Returns the total of the given rank, the smallest one having rank 1. */
  long ranked(long rank) {
    long passed = 0;
    int place = -1;
    while (passed < rank) {
      passed += counts[++place];
    }
    return values[place];
  }

  BigInteger sum() {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < values.length; i++) {
      sum = sum.add(BigInteger.valueOf(values[i]).multiply(BigInteger.valueOf(counts[i])));
    }
    return sum;
  }

  /** Returns the sum of the squares, which may need more than 64 bits. */
  BigInteger squares() {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < values.length; i++) {
      sum = sum.add(BigInteger.valueOf(values[i]).pow(2).multiply(BigInteger.valueOf(counts[i])));
    }
    return sum;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Histogram that
        && Arrays.equals(that.values, values)
        && Arrays.equals(that.counts, counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(counts);
  }
}
