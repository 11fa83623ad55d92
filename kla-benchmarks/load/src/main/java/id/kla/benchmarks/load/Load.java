package id.kla.benchmarks.load;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.FactKind;
import id.kla.edition.Indicator;
import id.kla.edition.Interval;
import id.kla.edition.Ladder;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.edition.Tier;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import id.kla.region.RegionCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * What kla and its peers score: an edition of levels and bands with the 274 questions, indicators
 * and clusters of {@code kla-2024}, and 10,000 sheets.
 *
 * <p>Everything comes from seed 2024. Half of the questions have three to five levels, the others
 * three to five bands over a share; the best of them earns the maximum that the question has in
 * {@code kla-2024}, the worst nothing. Of the answers 5 % are missing, 40 % are the best, the rest
 * are any. Shares have two decimals of a percent and lie anywhere in their band.
 */
public final class Load {

  /** How many sheets there are. */
  public static final int SHEETS = 10_000;

  /** How many of them are timed in turn, one by one; they stay in a near cache. */
  public static final int TIMED = 64;

  private static final long SEED = 2024;
  private static final int WHOLE = 10_000;
  private static final int PERCENT = 100;

  private final List<Group> groups;
  private final List<Rule> rules;
  private final Edition edition;
  private final FlatLoop flatLoop;

  private Load(Caps caps) {
    SplittableRandom random = new SplittableRandom(SEED);
    Edition base = Editions.kla2024();
    List<Group> made = new ArrayList<>();
    List<Cluster> clusters = new ArrayList<>();
    for (Cluster cluster : base.clusters()) {
      List<Indicator> indicators = new ArrayList<>();
      for (Indicator indicator : cluster.indicators()) {
        List<Rule> asked =
            indicator.questions().stream().map(question -> rule(question, random)).toList();
        int sum = asked.stream().mapToInt(Rule::maximum).sum();
        int cap = caps == Caps.NONE ? sum : sum / 5 * 3;
        made.add(new Group(indicator.code(), cluster.code(), cap, asked));
        indicators.add(
            Indicator.builder()
                .from(indicator)
                .maximum(Points.ofUnits(cap))
                .questions(
                    IntStream.range(0, asked.size())
                        .mapToObj(i -> question(indicator.questions().get(i), asked.get(i)))
                        .toList())
                .build());
      }
      clusters.add(
          Cluster.builder()
              .from(cluster)
              .statedMaximum(Optional.empty())
              .indicators(indicators)
              .build());
    }
    this.groups = List.copyOf(made);
    this.rules = groups.stream().flatMap(group -> group.rules().stream()).toList();
    this.edition =
        Edition.builder()
            .from(base)
            .id("levels-and-bands")
            .statedMaximum(Optional.empty())
            .clusters(clusters)
            .ladder(openAbove(base.ladder()))
            .build();
    this.flatLoop = new FlatLoop(this);
  }

  /** Makes the load; the sheets are the same whatever the caps. */
  public static Load of(Caps caps) {
    return new Load(caps);
  }

  private static Rule rule(Question question, SplittableRandom random) {
    int size = 3 + random.nextInt(3);
    long maximum = question.maximum().units();
    List<Integer> units =
        IntStream.range(0, size).mapToObj(step -> (int) (maximum * step / (size - 1))).toList();
    String code = question.code().toString();
    String indicator = question.code().indicator();
    if (random.nextBoolean()) {
      List<String> levels = IntStream.range(0, size).mapToObj(step -> "level-" + step).toList();
      return new Rule(code, indicator, Rule.Kind.LEVELS, levels, List.of(), units);
    }
    List<Integer> lower = new ArrayList<>();
    lower.add(0);
    for (int step = 1; step < size; step++) {
      int part = PERCENT / size;
      lower.add(PERCENT * (part * step + random.nextInt(part)));
    }
    return new Rule(code, indicator, Rule.Kind.BANDS, List.of(), List.copyOf(lower), units);
  }

  private static Question question(Question base, Rule rule) {
    return Question.builder()
        .from(base)
        .asks(rule.kind() == Rule.Kind.BANDS ? Optional.of(FactKind.COVERAGE) : Optional.empty())
        .scale(rule.kind() == Rule.Kind.LEVELS ? levels(rule) : bands(rule))
        .build();
  }

  private static Scale levels(Rule rule) {
    return new Scale.Levels(
        IntStream.range(0, rule.size())
            .mapToObj(
                step ->
                    new Scale.Level(
                        rule.levels().get(step),
                        Label.of("Tingkat " + step, "Level " + step),
                        Points.ofUnits(rule.units().get(step))))
            .toList(),
        Origin.STATED);
  }

  private static Scale bands(Rule rule) {
    return new Scale.Bands(
        FactKind.COVERAGE,
        IntStream.range(0, rule.size())
            .mapToObj(
                step ->
                    new Scale.Band(
                        new Interval<>(
                            Optional.of(Bound.closed(bound(rule, step))),
                            Optional.of(
                                step + 1 < rule.size()
                                    ? Bound.open(bound(rule, step + 1))
                                    : Bound.closed(Ratio.of(1)))),
                        Points.ofUnits(rule.units().get(step))))
            .toList(),
        Origin.STATED);
  }

  private static Ratio bound(Rule rule, int step) {
    return Ratio.of(rule.lower().get(step), WHOLE);
  }

  /** Questions of {@code kla-2024} add up to more than its highest tier holds. */
  private static Ladder openAbove(Ladder ladder) {
    List<Tier> tiers = new ArrayList<>(ladder.tiers());
    Tier top = tiers.remove(tiers.size() - 1);
    Interval<Points> range = new Interval<>(top.range().lower(), Optional.empty());
    tiers.add(new Tier(top.code(), top.label(), range, top.printed(), top.origin()));
    return new Ladder(tiers);
  }

  /** Returns the indicators in the edition's order. */
  public List<Group> groups() {
    return groups;
  }

  /** Returns the questions in the edition's order. */
  public List<Rule> rules() {
    return rules;
  }

  /** Returns the same rules as kla knows them. */
  public Edition edition() {
    return edition;
  }

  /** Returns the yardstick. */
  public FlatLoop flatLoop() {
    return flatLoop;
  }

  /** Returns one of {@link #SHEETS} sheets. */
  public Sheet sheet(int number) {
    SplittableRandom random = new SplittableRandom(SEED + 1 + number);
    int[] steps = new int[rules.size()];
    int[] shares = new int[rules.size()];
    for (int i = 0; i < steps.length; i++) {
      Rule rule = rules.get(i);
      int kind = random.nextInt(100);
      int step = random.nextInt(rule.size());
      double within = random.nextDouble();
      steps[i] = kind < 5 ? -1 : kind < 45 ? rule.size() - 1 : step;
      if (rule.kind() == Rule.Kind.BANDS && steps[i] >= 0) {
        int from = rule.lower().get(steps[i]);
        int to = steps[i] + 1 < rule.size() ? rule.lower().get(steps[i] + 1) : WHOLE + 1;
        shares[i] = from + (int) (within * (to - from));
      }
    }
    return new Sheet(number, steps, shares);
  }

  /** Returns the sheets that are timed in turn. */
  public List<Sheet> timed() {
    return IntStream.range(0, TIMED).mapToObj(this::sheet).toList();
  }

  /** Returns a sheet as kla knows it. */
  public Assessment assessment(Sheet sheet) {
    Assessment.Builder assessment =
        Assessment.builder()
            .edition(edition)
            .region(RegionCode.parse("16.10"))
            .round(Round.parse("2024/2025"))
            .stage("self");
    for (int i = 0; i < rules.size(); i++) {
      if (sheet.isAnswered(i)) {
        Response response =
            rules.get(i).kind() == Rule.Kind.LEVELS
                ? Response.level(rules.get(i).levels().get(sheet.step(i)))
                : Response.coverage(Share.ofPercent(BigDecimal.valueOf(sheet.share(i), 2)));
        assessment.putAnswers(edition.questions().get(i).code(), Answer.of(response));
      }
    }
    return assessment.build();
  }

  /**
   * Refuses to go on with a peer whose totals differ.
   *
   * @param peer tells the total of a sheet in ten-thousandths of a point
   * @throws IllegalStateException if one of all sheets has another total than by {@link FlatLoop}
   */
  public void require(ToLongFunction<Sheet> peer) {
    FlatLoop.Subtotals subtotals = flatLoop.subtotals();
    for (int number = 0; number < SHEETS; number++) {
      Sheet sheet = sheet(number);
      long total = flatLoop.score(sheet.codes(), subtotals);
      long other = peer.applyAsLong(sheet);
      if (total != other) {
        throw new IllegalStateException(
            "sheet " + number + ": found " + other + "; allowed: " + total);
      }
    }
  }
}
