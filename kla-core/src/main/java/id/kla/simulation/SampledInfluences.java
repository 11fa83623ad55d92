package id.kla.simulation;

import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Estimates influences by what is called pick-freeze: sheets of which some answers are those of
 * another sheet.
 *
 * <p>Each draw has three sheets. The second hangs on the first in nothing but the states of all
 * factors, the third in nothing at all. The averages over draws are
 *
 * <ul>
 *   <li>of each indicator's points in the first, less their mean, times what the first's answers
 *       change of them in the second: the variance that goes away once these answers are known,
 *   <li>of half the square of what the second's answers change of the total in the first: what is
 *       left while all but these answers are known,
 *   <li>of the first's total, less its mean, times what the second's answers to a factor's
 *       questions change of it in the third: the variance that goes away once that factor is known,
 *   <li>of the same times what the third's answers to them change of it in the second, with the
 *       opposite sign: what is left while all factors but that one are known.
 * </ul>
 */
final class SampledInfluences {

  private static final double SQUARE_OF_UNITS = Math.pow(10, 2 * Points.SCALE);

  private final TiedModel model;
  private final SheetDraws sheets;
  private final SheetDraws others;
  private final SheetRules rules;
  private final long draws;
  private final List<Item> questions = new ArrayList<>();
  private final List<Item> indicators = new ArrayList<>();
  private final List<Item> groups = new ArrayList<>();
  private final List<FactorItem> factors = new ArrayList<>();

  /** What each question earns at least, and at most, in each state of the factor that it has. */
  private final long[][] least;

  private final long[][] most;
  private final int[] factorOf;

  private final double[] means;
  private final double mean;

  private double squares;
  private double fourths;
  private long reached;

  /** An average of parts of a variance, which is that of squares that it hangs together with. */
  private static final class Part {

    private double sum;
    private double squares;
    private double products;

    void add(double part, double square) {
      sum += part;
      squares += part * part;
      products += part * square;
    }

    /** The error is that of a ratio of two averages. */
    Influence.Index of(double whole, double wholeSquares) {
      if (whole == 0) {
        return new Influence.Index(0, 0);
      }
      double ratio = sum / whole;
      double off = squares - 2 * ratio * products + ratio * ratio * wholeSquares;
      return new Influence.Index(ratio, Math.sqrt(Math.max(0, off)) / whole);
    }
  }

  /** Questions, in the indicators that they belong to. */
  private final class Answers {

    private final int[] positions;
    private final int[] indicators;

    Answers(Collection<Integer> positions) {
      this.positions = positions.stream().mapToInt(each -> each).sorted().toArray();
      this.indicators = Arrays.stream(this.positions).map(rules::indicatorOf).distinct().toArray();
    }
  }

  /** One drawn sheet, of which some answers can be exchanged for a while. */
  private final class Sheet {

    private final long[] awards = new long[rules.questions()];
    private final long[] points = new long[rules.indicators()];
    private final long[] kept = new long[rules.questions()];
    private long total;

    void take(long[][] all, int draw) {
      for (int q = 0; q < awards.length; q++) {
        awards[q] = all[q][draw];
      }
      total = 0;
      for (int i = 0; i < points.length; i++) {
        points[i] = rules.points(awards, i);
        total += points[i];
      }
    }

    boolean isReached() {
      return rules.isReached(awards, total);
    }

    /** Takes those answers of another sheet, and returns the total with them. */
    private long exchange(Answers answers, long[] from) {
      for (int q : answers.positions) {
        kept[q] = awards[q];
        awards[q] = from[q];
      }
      long changed = total;
      for (int i : answers.indicators) {
        changed += rules.points(awards, i) - points[i];
      }
      return changed;
    }

    private void restore(Answers answers) {
      for (int q : answers.positions) {
        awards[q] = kept[q];
      }
    }

    long totalWith(Answers answers, long[] from) {
      long changed = exchange(answers, from);
      restore(answers);
      return changed;
    }

    boolean isReachedWith(Answers answers, long[] from) {
      boolean isReached = rules.isReached(awards, exchange(answers, from));
      restore(answers);
      return isReached;
    }

    /** Returns what those answers of another sheet change here, times what it has itself. */
    double productWith(Answers answers, Sheet other) {
      long unused = exchange(answers, other.awards);
      double product = 0;
      for (int i : answers.indicators) {
        product += (other.points[i] - means[i]) * (rules.points(awards, i) - points[i]);
      }
      restore(answers);
      return product;
    }
  }

  /** A question, an indicator or a group. */
  private final class Item {

    private final Influence.Kind kind;
    private final String code;
    private final Answers answers;
    private final Part alone = new Part();
    private final Part withOthers = new Part();
    private long worst;
    private long best;

    Item(Influence.Kind kind, String code, Collection<Integer> positions) {
      this.kind = kind;
      this.code = code;
      this.answers = new Answers(positions);
    }

    void add(Sheet first, Sheet second, long[] low, long[] high, double square) {
      double left = first.total - first.totalWith(answers, second.awards);
      withOthers.add(left * left / 2, square);
      alone.add(second.productWith(answers, first), square);
      worst += first.isReachedWith(answers, low) ? 1 : 0;
      best += first.isReachedWith(answers, high) ? 1 : 0;
    }

    Influence influence() {
      // Indicators do nothing together with others, so that both are one, and this is the steadier.
      Part part = kind == Influence.Kind.INDICATOR ? withOthers : alone;
      return new Influence(
          kind,
          code,
          part.of(squares, fourths),
          withOthers.of(squares, fourths),
          Estimate.of(worst, draws),
          Estimate.of(best, draws));
    }
  }

  /** What questions share. */
  private final class FactorItem {

    private final int place;
    private final Answers answers;
    private final Part alone = new Part();
    private final Part withOthers = new Part();
    private final long[] reachedIn;

    FactorItem(int place, Collection<Integer> positions) {
      this.place = place;
      this.answers = new Answers(positions);
      this.reachedIn = new long[factor().states().size()];
    }

    SharedFactor factor() {
      return model.factors().get(place);
    }

    void add(Sheet first, Sheet second, Sheet third, double square) {
      double off = first.total - mean;
      alone.add(off * (third.totalWith(answers, second.awards) - third.total), square);
      withOthers.add(off * (second.total - second.totalWith(answers, third.awards)), square);
    }

    Influence influence() {
      long[] counts = reachedIn.clone();
      Arrays.sort(counts);
      return new Influence(
          Influence.Kind.FACTOR,
          factor().code(),
          alone.of(squares, fourths),
          withOthers.of(squares, fourths),
          Estimate.of(counts[0], draws),
          Estimate.of(counts[counts.length - 1], draws));
    }
  }

  SampledInfluences(
      TiedModel model,
      Draws draws,
      RegionCode region,
      long count,
      SheetRules rules,
      Map<String, Set<QuestionCode>> groups) {
    Edition edition = model.edition();
    this.model = model;
    this.sheets = new SheetDraws(model, draws, region, 0);
    this.others = new SheetDraws(model, draws, region, 1);
    this.rules = rules;
    this.draws = count;
    for (Indicator indicator : edition.indicators()) {
      for (Question question : indicator.questions()) {
        String code = question.code().toString();
        questions.add(new Item(Influence.Kind.QUESTION, code, List.of(edition.position(code))));
      }
      List<QuestionCode> codes = indicator.questions().stream().map(Question::code).toList();
      indicators.add(
          new Item(Influence.Kind.INDICATOR, indicator.code(), positions(edition, codes)));
    }
    groups.forEach(
        (name, codes) ->
            this.groups.add(new Item(Influence.Kind.GROUP, name, positions(edition, codes))));
    this.factorOf = new int[rules.questions()];
    Arrays.fill(factorOf, model.factors().size());
    for (int f = 0; f < model.factors().size(); f++) {
      List<Integer> positions =
          positions(edition, model.factors().get(f).states().get(0).awards().keySet());
      for (int position : positions) {
        factorOf[position] = f;
      }
      factors.add(new FactorItem(f, positions));
    }
    this.least = ends(AwardChances::least);
    this.most = ends(AwardChances::most);
    this.means = means();
    this.mean = Arrays.stream(means).sum();
  }

  private static List<Integer> positions(Edition edition, Collection<QuestionCode> codes) {
    return codes.stream()
        .map(code -> edition.position(edition.question(code).code().toString()))
        .distinct()
        .toList();
  }

  private long[][] ends(Function<AwardChances, Points> end) {
    long[][] ends = new long[rules.questions()][];
    int q = 0;
    for (Map.Entry<QuestionCode, AwardChances> each : model.alone().awards().entrySet()) {
      Stream<AwardChances> chances =
          factorOf[q] == model.factors().size()
              ? Stream.of(each.getValue())
              : model.factors().get(factorOf[q]).states().stream()
                  .map(state -> Optional.ofNullable(state.awards().get(each.getKey())))
                  .flatMap(Optional::stream);
      ends[q] = chances.mapToLong(found -> end.apply(found).units()).toArray();
      q++;
    }
    return ends;
  }

  /** Returns the mean of what each indicator earns in all first sheets. */
  private double[] means() {
    double[] sums = new double[rules.indicators()];
    Sheet sheet = new Sheet();
    for (long first = 0; first < draws; first += DrawColumn.TILE) {
      int size = (int) Math.min(DrawColumn.TILE, draws - first);
      long[][] awards = sheets.awards(first, size, sheets.states(first, size), all());
      for (int i = 0; i < size; i++) {
        sheet.take(awards, i);
        for (int k = 0; k < sums.length; k++) {
          sums[k] += sheet.points[k];
        }
      }
    }
    return Arrays.stream(sums).map(sum -> sum / draws).toArray();
  }

  private BitSet all() {
    BitSet all = new BitSet();
    all.set(0, rules.questions());
    return all;
  }

  Influences estimate() {
    for (long first = 0; first < draws; first += DrawColumn.TILE) {
      take(first, (int) Math.min(DrawColumn.TILE, draws - first));
    }
    return new Influences(
        model,
        Estimate.of(reached, draws),
        squares / draws / SQUARE_OF_UNITS,
        questions.stream().map(Item::influence).toList(),
        indicators.stream().map(Item::influence).toList(),
        groups.stream().map(Item::influence).toList(),
        factors.stream().map(FactorItem::influence).toList());
  }

  private void take(long from, int size) {
    int[][] states = sheets.states(from, size);
    long[][] ofFirst = sheets.awards(from, size, states, all());
    long[][] ofSecond = others.awards(from, size, states, all());
    long[][] ofThird = others.awards(from, size, others.states(from, size), all());
    Sheet first = new Sheet();
    Sheet second = new Sheet();
    Sheet third = new Sheet();
    long[] low = new long[rules.questions()];
    long[] high = new long[rules.questions()];
    for (int i = 0; i < size; i++) {
      first.take(ofFirst, i);
      second.take(ofSecond, i);
      third.take(ofThird, i);
      for (int q = 0; q < low.length; q++) {
        int state = states[factorOf[q]][i];
        low[q] = least[q][state];
        high[q] = most[q][state];
      }
      double square = (first.total - mean) * (first.total - mean);
      squares += square;
      fourths += square * square;
      reached += first.isReached() ? 1 : 0;
      for (List<Item> each : List.of(questions, indicators, groups)) {
        each.forEach(item -> item.add(first, second, low, high, square));
      }
      factors.forEach(item -> item.add(first, second, third, square));
    }
    for (FactorItem item : factors) {
      takeStates(item, from, size, states, ofFirst);
    }
  }

  /** Counts the first sheets that reach the target in each state of a factor. */
  private void takeStates(FactorItem item, long from, int size, int[][] states, long[][] ofFirst) {
    Sheet first = new Sheet();
    BitSet own = new BitSet();
    Arrays.stream(item.answers.positions).forEach(own::set);
    int[][] forced = states.clone();
    long[] there = new long[rules.questions()];
    for (int s = 0; s < item.reachedIn.length; s++) {
      forced[item.place] = new int[size];
      Arrays.fill(forced[item.place], s);
      long[][] inState = sheets.awards(from, size, forced, own);
      for (int i = 0; i < size; i++) {
        first.take(ofFirst, i);
        for (int q : item.answers.positions) {
          there[q] = inState[q][i];
        }
        item.reachedIn[s] += first.isReachedWith(item.answers, there) ? 1 : 0;
      }
    }
  }
}
