package id.kla.simulation;

import com.google.common.math.LongMath;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.Requirement;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The totals that a model can reach, at equal steps from the least one on, and their chances.
 *
 * <p>The step is the greatest common divisor of all that can raise a total: of what each award with
 * a chance above zero adds to its question's least one, and of what an indicator's maximum leaves
 * to add, where it can cut. Of an award that is certain to be cut only what is left of it counts.
 */
final class Lattice {

  private final List<Group> groups = new ArrayList<>();
  private final List<Factor> factors = new ArrayList<>();
  private final List<double[]> chancesOfFactors = new ArrayList<>();
  private long least;
  private long span;
  private long divisor;

  /** An indicator: what it has at least, and how much its questions can add to that. */
  private record Row(
      Requirement.Subject subject, List<Item> items, long least, long span, boolean isCut) {}

  /** A cluster. */
  private record Group(Requirement.Subject subject, List<Row> rows) {
    long least() {
      return rows.stream().mapToLong(Row::least).sum();
    }

    List<Item> items() {
      return rows.stream().flatMap(row -> row.items.stream()).toList();
    }
  }

  Lattice(AwardModel model, Collection<Event> events) {
    List<Item> items = items(model, events);
    int next = 0;
    for (Cluster cluster : model.edition().clusters()) {
      List<Row> rows = new ArrayList<>();
      for (Indicator indicator : cluster.indicators()) {
        int end = next + indicator.questions().size();
        Row row = row(indicator, items.subList(next, end));
        next = end;
        least = Math.addExact(least, row.least);
        span = Math.addExact(span, row.span);
        divisor = LongMath.gcd(divisor, divisor(row));
        rows.add(row);
      }
      groups.add(new Group(new Requirement.OfCluster(cluster.code()), rows));
    }
  }

  // Events

  /** Returns the questions, raised by what is certain, what is their own and what they share. */
  private List<Item> items(AwardModel model, Collection<Event> events) {
    Edition edition = model.edition();
    List<Item> items = new ArrayList<>();
    for (Question question : edition.questions()) {
      items.add(new Item(question, model.award(question.code())));
    }
    List<Event> ordered = new ArrayList<>(events);
    ordered.sort(Comparator.comparing(Event::code));
    for (Event event : ordered) {
      if (event.isCertain()) {
        raises(event, edition, items)
            .forEach((at, award) -> items.get(at).raise(award, event.chance()));
      }
    }
    for (Event event : ordered) {
      if (event.isPossible() && !event.isCertain()) {
        Map<Integer, Long> raises = raises(event, edition, items);
        if (raises.size() == 1) {
          raises.forEach((at, award) -> items.get(at).raise(award, event.chance()));
        } else if (!raises.isEmpty()) {
          share(raises, event);
        }
      }
    }
    for (int f = 0; f < factors.size(); f++) {
      Factor factor = factors.get(f);
      chancesOfFactors.add(factor.chances());
      for (int at : factor.questions()) {
        items.get(at).share(f, factor.raises(at));
      }
    }
    items.forEach(Item::close);
    return items;
  }

  private static Map<Integer, Long> raises(Event event, Edition edition, List<Item> items) {
    Map<Integer, Long> raises = new LinkedHashMap<>();
    event
        .awards()
        .forEach(
            (code, award) -> {
              int at = edition.position(code.toString());
              if (award.units() > items.get(at).least()) {
                raises.put(at, award.units());
              }
            });
    return raises;
  }

  private void share(Map<Integer, Long> raises, Event event) {
    if (factors.stream().noneMatch(factor -> factor.join(raises, event.chance()))) {
      factors.add(new Factor(raises, event.chance()));
    }
  }

  // The lattice

  private static Row row(Indicator indicator, List<Item> items) {
    long low = 0;
    long high = 0;
    for (Item item : items) {
      low = Math.addExact(low, item.least());
      high = Math.addExact(high, item.most());
    }
    long cap = indicator.maximum().orElseThrow().units();
    long held = Math.min(low, cap);
    return new Row(
        new Requirement.OfIndicator(indicator.code()),
        items,
        held,
        Math.min(high, cap) - held,
        high > cap);
  }

  private static long divisor(Row row) {
    // A cut leaves all of the span; without one the awards together make it up.
    long divisor = row.isCut ? row.span : 0;
    for (Item item : row.items) {
      for (int i = 0; i < item.awards().length; i++) {
        divisor = LongMath.gcd(divisor, item.rise(i, row.span));
      }
    }
    return divisor;
  }

  /** Returns the least total, in ten-thousandths of a point. */
  long least() {
    return least;
  }

  /** Returns the largest total, in ten-thousandths of a point. */
  long most() {
    return least + span;
  }

  /** Returns how far two neighbours are apart, in ten-thousandths of a point; 0 if one is all. */
  long step() {
    return divisor;
  }

  /** Returns how many questions there are. */
  int questions() {
    return groups.stream().mapToInt(group -> group.items().size()).sum();
  }

  /** Returns how many indicators there are. */
  int indicators() {
    return groups.stream().mapToInt(group -> group.rows.size()).sum();
  }

  /** Returns how many questions the largest indicator has. */
  int mostQuestions() {
    return groups.stream()
        .flatMap(group -> group.rows.stream())
        .mapToInt(row -> row.items.size())
        .max()
        .orElse(0);
  }

  /** Returns how many totals there are. */
  long size() {
    return stepsIn(span) + 1;
  }

  /** Returns the place of the first total at or above {@code total}, at most the size. */
  int from(Points total) {
    return from(total, least, size());
  }

  private int from(Points bound, long base, long size) {
    long above = Math.max(0, bound.units() - base);
    long steps = stepsIn(above);
    return (int) Math.min(size, steps * divisor < above ? steps + 1 : steps);
  }

  private long stepsIn(long units) {
    return divisor == 0 ? 0 : units / divisor;
  }

  // Chances

  /** Returns how many factors questions share. */
  int factors() {
    return factors.size();
  }

  /**
   * Returns the sum of all questions, from the least total on, that also gives the subjects of
   * {@code floors} at least those points: awards and sums below a floor are left out where they
   * arise.
   */
  Part total(Map<Requirement.Subject, Points> floors) {
    List<Part> parts = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    for (Group group : groups) {
      List<Part> rows = group.rows.stream().flatMap(row -> parts(row, floors).stream()).toList();
      Points floor = floors.get(group.subject);
      if (floor == null) {
        parts.addAll(rows);
      } else {
        Mixture sum = mixture(rows, group.items(), Integer.MAX_VALUE);
        parts.add(new Apart(sum, from(floor, group.least(), sum.steps() + 1)));
      }
      items.addAll(group.items());
    }
    Mixture total = mixture(parts, items, Integer.MAX_VALUE);
    Points floor = floors.get(Requirement.Total.TOTAL);
    return floor == null ? total : new Apart(total, from(floor));
  }

  /**
   * Returns the same as a tree, of questions that share nothing: indicators, or clusters with a
   * floor and their indicators, each with all its questions, in any order.
   */
  Addend tree(Map<Requirement.Subject, Points> floors) {
    List<Addend> parts = new ArrayList<>();
    int indicator = 0;
    int question = 0;
    for (Group group : groups) {
      List<Addend> rows = new ArrayList<>();
      for (Row row : group.rows) {
        rows.add(tree(row, indicator++, question, floors));
        question += row.items.size();
      }
      Points floor = floors.get(group.subject);
      if (floor == null) {
        parts.addAll(rows);
      } else {
        int size = rows.stream().mapToInt(Addend::most).sum() + 1;
        parts.add(Addend.sum(-1, rows, Integer.MAX_VALUE, from(floor, group.least(), size)));
      }
    }
    // What can't be added question by question is added first, while few numbers of steps are held.
    parts.sort(Comparator.comparing(Addend::isPlain));
    return Addend.sum(-1, parts, Integer.MAX_VALUE, 0);
  }

  private Addend tree(
      Row row, int indicator, int question, Map<Requirement.Subject, Points> floors) {
    List<Addend> questions = new ArrayList<>();
    for (Item item : row.items) {
      long least = Optional.ofNullable(floors.get(item.subject())).orElse(Points.ZERO).units();
      long[] awards = item.awards();
      int first = (int) Arrays.stream(awards).takeWhile(award -> award < least).count();
      int[] steps = new int[awards.length];
      Arrays.setAll(steps, i -> (int) stepsIn(item.rise(i, row.span)));
      int at = question + questions.size();
      questions.add(Addend.question(at, steps, item.chances(new int[0]), first));
    }
    int most = (int) stepsIn(row.span);
    Points floor = floors.get(row.subject);
    return Addend.sum(
        indicator, questions, most, floor == null ? 0 : from(floor, row.least, most + 1L));
  }

  /** Returns the questions of an indicator one by one where they can be added so, else the sum. */
  private List<Part> parts(Row row, Map<Requirement.Subject, Points> floors) {
    int mostSteps = row.isCut ? (int) stepsIn(row.span) : Integer.MAX_VALUE;
    List<Part> parts = new ArrayList<>();
    for (Item item : row.items) {
      Points floor = floors.get(item.subject());
      if (floor != null || !item.isCertain()) {
        parts.add(part(item, row.span, floor));
      }
    }
    Mixture sum = mixture(parts, row.items, mostSteps);
    Points floor = floors.get(row.subject);
    if (floor != null || row.isCut || !sum.isPlain()) {
      return List.of(new Apart(sum, floor == null ? 0 : from(floor, row.least, sum.steps() + 1)));
    }
    return sum.factors().isEmpty() ? parts : List.of(sum);
  }

  private Part part(Item item, long span, @Nullable Points floor) {
    int[] steps = new int[item.awards().length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (int) stepsIn(item.rise(i, span));
    }
    return new Outcomes(item, steps, floor == null ? 0 : floor.units());
  }

  /** Adds up parts; mixes the factors of which all questions are among these. */
  private Mixture mixture(List<Part> parts, List<Item> items, int mostSteps) {
    int[] questions = new int[factors.size()];
    items.forEach(item -> item.factors().forEach(factor -> questions[factor]++));
    BitSet inner = new BitSet();
    for (int f = 0; f < questions.length; f++) {
      inner.set(f, questions[f] == factors.get(f).questions().size());
    }
    return new Mixture(parts, inner, chancesOfFactors, mostSteps);
  }
}
