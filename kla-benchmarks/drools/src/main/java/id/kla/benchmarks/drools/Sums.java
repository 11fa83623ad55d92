package id.kla.benchmarks.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sums of one sheet, which rules add to. */
public final class Sums {

  private final Map<String, Sum> byIndicator = new HashMap<>();
  private final List<Sum> sums = new ArrayList<>();

  Sums(List<String> indicators) {
    for (String indicator : indicators) {
      Sum sum = new Sum(indicator);
      byIndicator.put(indicator, sum);
      sums.add(sum);
    }
  }

  /** Adds what a question earns. */
  public void earn(String indicator, int points) {
    Sum sum = byIndicator.get(indicator);
    if (sum != null) {
      sum.setPoints(sum.getPoints() + points);
    }
  }

  List<Sum> all() {
    return sums;
  }

  void clear() {
    sums.forEach(sum -> sum.setPoints(0));
  }

  long total() {
    long total = 0;
    for (Sum sum : sums) {
      total += sum.getPoints();
    }
    return total;
  }
}
