package id.kla.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Seeded tasks in which the hard cases are frequent: overlaps, caps that cut, prerequisites across
 * indicators, exclusions, ties, zero costs and awards, requirements, totals that are just reached
 * or just missed.
 */
final class Tasks {

  private final SplittableRandom random;
  private final List<Set<Integer>> needs = new ArrayList<>();
  private final List<Set<Integer>> excludes = new ArrayList<>();

  private Tasks(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Task.Fixed[] free(Task task) {
    Task.Fixed[] free = new Task.Fixed[task.measures()];
    Arrays.fill(free, Task.Fixed.FREE);
    return free;
  }

  /** A task of at most {@code most} measures and at most four indicators. */
  static Task small(long seed, int most) {
    return new Tasks(seed).small(most);
  }

  private Task small(int most) {
    int count = 1 + random.nextInt(most);
    int indicators = 1 + random.nextInt(4);
    int mostTouched = 1 + random.nextInt(4);
    int questions = indicators * (1 + random.nextInt(3));
    int unit = random.nextInt(3) == 0 ? 1 : 2500;
    int[] indicator = new int[questions];
    long[] held = new long[questions];
    long[] maximum = new long[questions];
    long[] cap = new long[indicators];
    for (int q = 0; q < questions; q++) {
      indicator[q] = q % indicators;
      maximum[q] = (1 + random.nextInt(6)) * (long) unit;
      held[q] = random.nextBoolean() ? 0 : random.nextLong(maximum[q] + 1);
      cap[indicator[q]] += maximum[q];
    }
    int clusters = 1 + random.nextInt(2);
    int[] cluster = new int[indicators];
    for (int i = 0; i < indicators; i++) {
      cluster[i] = i % clusters;
      if (random.nextBoolean()) {
        cap[i] = Math.max(1, cap[i] * (2 + random.nextInt(3)) / 5);
      }
    }
    long[] cost = new long[count];
    int[][] touched = new int[count][];
    long[][] awards = new long[count][];
    int kind = random.nextInt(3);
    for (int m = 0; m < count; m++) {
      needs.add(new TreeSet<>());
      excludes.add(new TreeSet<>());
      cost[m] = kind == 0 ? 1 : random.nextInt(kind == 1 ? 5 : 1000);
      Set<Integer> some = new TreeSet<>();
      for (int left = random.nextInt(mostTouched + 1); left > 0; left--) {
        some.add(random.nextInt(questions));
      }
      touched[m] = some.stream().mapToInt(q -> q).toArray();
      awards[m] =
          some.stream()
              .mapToLong(q -> random.nextInt(3) == 0 ? maximum[q] : random.nextLong(maximum[q] + 1))
              .toArray();
    }
    for (int left = random.nextInt(4); left > 0; left--) {
      need(random.nextInt(count), random.nextInt(count));
    }
    for (int left = random.nextInt(3); left > 0; left--) {
      exclude(random.nextInt(count), random.nextInt(count));
    }
    long[] leastOfQuestion = new long[questions];
    long[] leastOfIndicator = new long[indicators];
    long[] leastOfCluster = new long[clusters];
    if (random.nextInt(3) == 0) {
      int q = random.nextInt(questions);
      leastOfQuestion[q] = random.nextLong(maximum[q] + 1);
    }
    if (random.nextInt(3) == 0) {
      int i = random.nextInt(indicators);
      leastOfIndicator[i] = random.nextLong(cap[i] + 1);
    }
    if (random.nextInt(3) == 0) {
      int k = random.nextInt(clusters);
      long sum = 0;
      for (int i = 0; i < indicators; i++) {
        sum += cluster[i] == k ? cap[i] : 0;
      }
      leastOfCluster[k] = random.nextLong(sum + 1);
    }
    Task task =
        new Task(
            cost,
            touched,
            awards,
            arrays(needs),
            arrays(excludes),
            held,
            leastOfQuestion,
            indicator,
            cap,
            leastOfIndicator,
            cluster,
            leastOfCluster,
            0);
    return task.reaching(base(task) + random.nextLong(top(task) - base(task) + 3));
  }

  /**
   * A task of 274 questions in 31 indicators, a third of them with a cap that cuts. Few measures
   * cost much, many little, some nothing; most touch one indicator, one in six two or three; one in
   * ten needs another, whatever it touches. One task in ten can't be reached.
   */
  static Task large(long seed, int count) {
    return new Tasks(seed).large(count);
  }

  private Task large(int count) {
    int indicators = 31;
    int questions = 274;
    int[] size = new int[indicators];
    Arrays.fill(size, 2);
    for (int left = questions - 2 * indicators; left > 0; left--) {
      int i = random.nextInt(indicators);
      size[random.nextInt(3) == 0 ? i : random.nextInt(i + 1)]++;
    }
    int[] first = new int[indicators];
    int[] indicator = new int[questions];
    long[] maximum = new long[questions];
    long[] held = new long[questions];
    long[] cap = new long[indicators];
    int[] cluster = new int[indicators];
    int q = 0;
    for (int i = 0; i < indicators; i++) {
      cluster[i] = i * 7 / indicators;
      first[i] = q;
      for (int end = q + size[i]; q < end; q++) {
        indicator[q] = i;
        maximum[q] = (2 + random.nextInt(1 + random.nextInt(22))) * 5000L;
        held[q] = maximum[q] * random.nextInt(5) / 4;
        cap[i] += maximum[q];
      }
      if (random.nextInt(3) == 0) {
        cap[i] = cap[i] * (80 + random.nextInt(15)) / 100;
      }
    }
    long[] cost = new long[count];
    int[][] touched = new int[count][];
    long[][] awards = new long[count][];
    for (int m = 0; m < count; m++) {
      needs.add(new TreeSet<>());
      excludes.add(new TreeSet<>());
      double spread = -3;
      for (int i = 0; i < 6; i++) {
        spread += random.nextDouble();
      }
      cost[m] = random.nextInt(25) == 0 ? 0 : Math.round(Math.exp(4.5 + 1.7 * spread));
      Set<Integer> some = new TreeSet<>();
      if (random.nextInt(25) > 0) {
        int home = random.nextInt(indicators);
        for (int left = 1 + random.nextInt(1 + random.nextInt(4)); left > 0; left--) {
          some.add(first[home] + random.nextInt(size[home]));
        }
        if (random.nextInt(6) == 0) {
          for (int left = 1 + random.nextInt(2); left > 0; left--) {
            int other = random.nextInt(indicators);
            some.add(first[other] + random.nextInt(size[other]));
          }
        }
      }
      touched[m] = some.stream().mapToInt(each -> each).toArray();
      awards[m] = some.stream().mapToLong(each -> award(maximum[each])).toArray();
      if (random.nextInt(10) == 0) {
        need(m, random.nextInt(m + 1));
      }
    }
    for (int left = count / 20; left > 0; left--) {
      exclude(random.nextInt(count), random.nextInt(count));
    }
    Task task =
        new Task(
            cost,
            touched,
            awards,
            arrays(needs),
            arrays(excludes),
            held,
            new long[questions],
            indicator,
            cap,
            new long[indicators],
            cluster,
            new long[7],
            0);
    long base = base(task);
    long headroom = top(task) - base;
    return task.reaching(
        random.nextInt(10) == 0
            ? base + headroom + 1
            : base + headroom * (2 + random.nextInt(8)) / 10 + 1);
  }

  private long award(long maximum) {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextLong(maximum + 1);
      case 1, 2 -> maximum;
      default -> maximum * random.nextInt(5) / 4;
    };
  }

  private void need(int measure, int other) {
    if (other < measure) {
      needs.get(measure).add(other);
    }
  }

  private void exclude(int measure, int other) {
    if (measure != other && !needed(measure).contains(other) && !needed(other).contains(measure)) {
      excludes.get(measure).add(other);
      excludes.get(other).add(measure);
    }
  }

  private Set<Integer> needed(int measure) {
    Set<Integer> all = new HashSet<>();
    Deque<Integer> next = new ArrayDeque<>(List.of(measure));
    while (!next.isEmpty()) {
      for (int need : needs.get(next.pop())) {
        if (all.add(need)) {
          next.push(need);
        }
      }
    }
    return all;
  }

  private static int[][] arrays(List<Set<Integer>> sets) {
    return sets.stream()
        .map(set -> set.stream().mapToInt(each -> each).toArray())
        .toArray(int[][]::new);
  }

  private static long base(Task task) {
    return task.points(new BitSet());
  }

  private static long top(Task task) {
    BitSet all = new BitSet();
    all.set(0, task.measures());
    return task.points(all);
  }

  // Exhaustive search

  /** Every solution, the most preferred first. */
  static List<Choice> all(Task task) {
    List<Choice> all = new ArrayList<>();
    for (long each = 0; each < 1L << task.measures(); each++) {
      BitSet measures = BitSet.valueOf(new long[] {each});
      if (task.isConsistent(measures) && task.isReached(measures)) {
        all.add(Choice.of(task, measures));
      }
    }
    all.sort(null);
    return all;
  }

  static @Nullable Choice best(Task task) {
    List<Choice> all = all(task);
    return all.isEmpty() ? null : all.get(0);
  }
}
