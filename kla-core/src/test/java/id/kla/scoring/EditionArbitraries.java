package id.kla.scoring;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.FactKind;
import id.kla.edition.Indicator;
import id.kla.edition.Interval;
import id.kla.edition.Ladder;
import id.kla.edition.NotApplicable;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import id.kla.region.RegionCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Small editions of every shape, and sheets for them, in which the hard cases are frequent: capped
 * indicators, facts on a bound, totals on a rung, no answer, no such case.
 */
public final class EditionArbitraries {

  private static final Map<FactKind, List<Ratio>> LANDMARKS =
      Map.of(
          FactKind.COVERAGE, ratios("0", "1/3", "1/2", "2/3", "9/10", "1"),
          FactKind.COUNT, ratios("0", "1", "2", "3", "10"),
          FactKind.CHANGE, ratios("-2", "-1/2", "0", "1/2", "3"));

  private EditionArbitraries() {}

  private static List<Ratio> ratios(String... texts) {
    return Stream.of(texts).map(Ratio::parse).toList();
  }

  /** Editions that can be scored. */
  public static Arbitrary<Edition> editions() {
    return assessments().map(Assessment::edition);
  }

  /** Sheets, each for an edition of its own. */
  public static Arbitrary<Assessment> assessments() {
    return Combinators.combine(clusters(), stages())
        .as((clusters, stages) -> edition(clusters, stages).build())
        .flatMap(EditionArbitraries::assessmentsWithoutLadder)
        .flatMap(EditionArbitraries::underSomeLadder);
  }

  // Parts

  private enum Cap {
    FITS,
    CUTS,
    OUT_OF_REACH
  }

  private record Recipe(Points maximum, Scale scale, NotApplicable notApplicable) {}

  private record Row(List<Recipe> recipes, Cap cap, int percent) {
    Indicator indicator(String code) {
      List<Question> questions =
          IntStream.range(0, recipes.size())
              .mapToObj(i -> question(QuestionCode.of(code, "" + (i + 1)), recipes.get(i)))
              .toList();
      long sum = Points.sum(questions.stream().map(Question::maximum).toList()).units();
      long maximum =
          switch (cap) {
            case FITS -> sum;
            case CUTS -> sum * percent / 100;
            case OUT_OF_REACH -> sum + 100L * percent + 1;
          };
      return Indicator.builder()
          .code(code)
          .label(label("indikator", "indicator", code))
          .maximum(Points.ofUnits(maximum))
          .questions(questions)
          .build();
    }
  }

  private static Question question(QuestionCode code, Recipe recipe) {
    return Question.builder()
        .code(code)
        .label(label("pertanyaan", "question", code.question()))
        .maximum(recipe.maximum)
        .scale(recipe.scale)
        .notApplicable(recipe.notApplicable)
        .build();
  }

  private static Label label(String indonesian, String english, String code) {
    return Label.of(indonesian + " " + code, english + " " + code);
  }

  private static Arbitrary<List<Cluster>> clusters() {
    return Arbitraries.oneOf(
            tables(rows(List.of(Cap.values()), 99)), tables(rows(List.of(Cap.CUTS), 10)))
        .map(EditionArbitraries::clusters);
  }

  private static Arbitrary<List<List<Row>>> tables(Arbitrary<Row> rows) {
    return rows.list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(3);
  }

  private static List<Cluster> clusters(List<List<Row>> rows) {
    List<Cluster> clusters = new ArrayList<>();
    int number = 0;
    for (List<Row> group : rows) {
      String code = "C" + (clusters.size() + 1);
      Cluster.Builder cluster =
          Cluster.builder().code(code).label(label("klaster", "cluster", code));
      for (Row row : group) {
        number++;
        cluster.addIndicators(row.indicator("" + number));
      }
      clusters.add(cluster.build());
    }
    return clusters;
  }

  private static Arbitrary<Row> rows(List<Cap> caps, int mostPercent) {
    return Combinators.combine(
            recipes().list().ofMinSize(1).ofMaxSize(6),
            Arbitraries.of(caps),
            Arbitraries.integers().between(0, mostPercent))
        .as(Row::new);
  }

  private static Arbitrary<Recipe> recipes() {
    return maxima()
        .flatMap(
            maximum ->
                Combinators.combine(
                        Arbitraries.just(maximum),
                        scales(maximum),
                        Arbitraries.of(NotApplicable.class))
                    .as(Recipe::new));
  }

  private static Arbitrary<Points> maxima() {
    return Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.of(0L, 1L)),
            Tuple.of(6, Arbitraries.integers().between(1, 20).map(quarters -> quarters * 2_500L)),
            Tuple.of(2, Arbitraries.longs().between(1, 200_000)))
        .map(Points::ofUnits);
  }

  private static Arbitrary<List<Stage>> stages() {
    return Arbitraries.integers()
        .between(1, 4)
        .map(
            count ->
                IntStream.rangeClosed(1, count)
                    .mapToObj(
                        i ->
                            new Stage(
                                "s" + i,
                                label("tahap", "stage", "" + i),
                                Label.of("", ""),
                                List.of(),
                                i == 1 ? Stage.Judging.SELF : Stage.Judging.OTHERS,
                                Origin.STATED))
                    .toList());
  }

  private static Edition.Builder edition(List<Cluster> clusters, List<Stage> stages) {
    return Edition.builder()
        .id("small")
        .label(Label.of("Edisi kecil", "Small edition"))
        .clusters(clusters)
        .stages(stages);
  }

  // Scales

  /** How the awards of a scale follow each other. */
  private enum Order {
    RISING,
    FALLING,
    ANY
  }

  private static Arbitrary<Points> awards(Points maximum) {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(Points.ZERO)),
        Tuple.of(2, Arbitraries.just(maximum)),
        Tuple.of(2, Arbitraries.longs().between(0, maximum.units()).map(Points::ofUnits)));
  }

  private static Arbitrary<List<Points>> awards(Points maximum, int count) {
    return Combinators.combine(
            awards(maximum).list().ofSize(count),
            Arbitraries.frequency(
                Tuple.of(3, Order.RISING), Tuple.of(2, Order.FALLING), Tuple.of(1, Order.ANY)))
        .as(
            (awards, order) ->
                switch (order) {
                  case RISING -> awards.stream().sorted().toList();
                  case FALLING -> awards.stream().sorted(Comparator.reverseOrder()).toList();
                  case ANY -> awards;
                });
  }

  private static Arbitrary<Scale> scales(Points maximum) {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(Scale.graded())),
        Tuple.of(2, graded(maximum)),
        Tuple.of(2, levels(maximum)),
        Tuple.of(4, Arbitraries.of(FactKind.class).flatMap(measure -> bands(measure, maximum))),
        Tuple.of(3, Arbitraries.of(FactKind.class).flatMap(measure -> lines(measure, maximum))));
  }

  private static Arbitrary<Scale> graded(Points maximum) {
    return awards(maximum)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(
            awards ->
                new Scale.Graded(awards.stream().distinct().sorted().toList(), Origin.STATED));
  }

  private static Arbitrary<Scale> levels(Points maximum) {
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(count -> awards(maximum, count))
        .map(
            awards ->
                new Scale.Levels(
                    IntStream.range(0, awards.size())
                        .mapToObj(
                            i ->
                                new Scale.Level(
                                    "level-" + (i + 1),
                                    label("jenjang", "level", "" + (i + 1)),
                                    awards.get(i)))
                        .toList(),
                    Origin.STATED));
  }

  private static Arbitrary<Scale> bands(FactKind measure, Points maximum) {
    return Combinators.combine(
            Arbitraries.subsetOf(landmarks(measure)).ofMaxSize(3),
            awards(maximum, 4),
            Arbitraries.of(Bound.Kind.class).list().ofSize(3),
            Arbitraries.of(true, false))
        .as((cuts, awards, kinds, ends) -> bands(measure, sorted(cuts), awards, kinds, ends));
  }

  private static Scale bands(
      FactKind measure,
      List<Ratio> cuts,
      List<Points> awards,
      List<Bound.Kind> kinds,
      boolean ends) {
    boolean begins = ends && measure != FactKind.CHANGE;
    boolean stops = ends && measure == FactKind.COVERAGE;
    Optional<Bound<Ratio>> lower =
        begins ? Optional.of(Bound.closed(Ratio.of(0))) : Optional.empty();
    List<Scale.Band> bands = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      Ratio cut = cuts.get(i);
      // A cut where all begins or stops leaves a band of that value alone.
      Bound.Kind kind =
          begins && cut.equals(Ratio.of(0))
              ? Bound.Kind.CLOSED
              : stops && cut.equals(Ratio.of(1)) ? Bound.Kind.OPEN : kinds.get(i);
      bands.add(
          new Scale.Band(
              new Interval<>(lower, Optional.of(new Bound<>(cut, kind))), awards.get(i)));
      lower = Optional.of(new Bound<>(cut, other(kind)));
    }
    Optional<Bound<Ratio>> upper =
        stops ? Optional.of(Bound.closed(Ratio.of(1))) : Optional.empty();
    bands.add(new Scale.Band(new Interval<>(lower, upper), awards.get(cuts.size())));
    return new Scale.Bands(measure, bands, Origin.STATED);
  }

  private static Bound.Kind other(Bound.Kind kind) {
    return kind == Bound.Kind.OPEN ? Bound.Kind.CLOSED : Bound.Kind.OPEN;
  }

  private static Arbitrary<Scale> lines(FactKind measure, Points maximum) {
    return Combinators.combine(
            Arbitraries.subsetOf(landmarks(measure)).ofMinSize(2).ofMaxSize(4), awards(maximum, 4))
        .as(
            (places, awards) -> {
              List<Ratio> sorted = sorted(places);
              return new Scale.Line(
                  measure,
                  IntStream.range(0, sorted.size())
                      .mapToObj(i -> new Scale.Anchor(sorted.get(i), awards.get(i)))
                      .toList(),
                  Origin.STATED);
            });
  }

  private static List<Ratio> landmarks(FactKind measure) {
    return LANDMARKS.getOrDefault(measure, List.of());
  }

  private static <T extends Comparable<T>> List<T> sorted(Collection<T> values) {
    return values.stream().sorted().toList();
  }

  // Answers

  /** Facts of any kind, on and next to the landmarks that bands and lines are cut at. */
  public static Arbitrary<Response.Fact> facts() {
    return Arbitraries.of(FactKind.class).flatMap(EditionArbitraries::facts);
  }

  /** Facts of one kind, on and next to the landmarks that bands and lines are cut at. */
  public static Arbitrary<Response.Fact> facts(FactKind measure) {
    return Combinators.combine(
            Arbitraries.of(landmarks(measure)),
            Arbitraries.of(-1, 0, 0, 1),
            Arbitraries.integers().between(-40, 40))
        .as((landmark, step, salt) -> fact(measure, landmark, step, salt));
  }

  private static Response.Fact fact(FactKind measure, Ratio landmark, int step, int salt) {
    return switch (measure) {
      case COVERAGE -> Response.coverage(share(landmark, step, salt));
      case COUNT -> Response.count(Math.max(0, landmark.numerator() + step));
      case CHANGE -> {
        BigDecimal before = BigDecimal.valueOf(salt, 1);
        BigDecimal change =
            BigDecimal.valueOf(landmark.numerator())
                .divide(BigDecimal.valueOf(landmark.denominator()))
                .add(BigDecimal.valueOf(step, 6));
        yield Response.change(before, before.add(change));
      }
    };
  }

  private static Share share(Ratio landmark, int step, int salt) {
    if (salt > 30) {
      // 33.333333333333 percent lies just below one third.
      BigDecimal percent =
          BigDecimal.valueOf(100 * landmark.numerator())
              .divide(BigDecimal.valueOf(landmark.denominator()), 12, RoundingMode.DOWN)
              .add(BigDecimal.valueOf(step, 12));
      return Share.ofPercent(percent.max(BigDecimal.ZERO).min(BigDecimal.valueOf(100)));
    }
    long whole = landmark.denominator() * (step == 0 ? Math.max(1, salt) : 1_000_000);
    long part = landmark.numerator() * (whole / landmark.denominator()) + step;
    return Share.of(Math.min(whole, Math.max(0, part)), whole);
  }

  /** Answers that fit a question, those that earn nothing yet included. */
  public static Arbitrary<Answer> answersTo(Question question) {
    Arbitrary<Answer> notApplicable =
        question.notApplicable() == NotApplicable.REFUSED
            ? readAnswersTo(question)
            : Arbitraries.of("none", "no such case").map(Answer::notApplicable);
    return Arbitraries.frequencyOf(
        Tuple.of(7, readAnswersTo(question)),
        Tuple.of(1, notApplicable),
        Tuple.of(1, facts().map(Answer::measured)));
  }

  /** Answers that the question's scale turns into points. */
  public static Arbitrary<Answer> readAnswersTo(Question question) {
    Scale scale = question.scale();
    if (scale instanceof Scale.Bands bands) {
      return readFacts(bands.measure(), question.maximum());
    }
    if (scale instanceof Scale.Line line) {
      return readFacts(line.measure(), question.maximum());
    }
    Arbitrary<Response> responses =
        scale instanceof Scale.Levels levels
            ? Arbitraries.of(levels.levels()).map(level -> Response.level(level.code()))
            : points(question).map(Response::graded);
    return Combinators.combine(responses, facts().optional(0.3))
        .as(
            (response, fact) ->
                fact.isEmpty() ? Answer.of(response) : Answer.of(response, fact.get()));
  }

  private static Arbitrary<Points> points(Question question) {
    List<Points> named = question.scale().awards();
    return named.isEmpty()
        ? awards(question.maximum())
        : Arbitraries.oneOf(awards(question.maximum()), Arbitraries.of(named));
  }

  private static Arbitrary<Answer> readFacts(FactKind measure, Points maximum) {
    return Combinators.combine(
            facts(measure), awards(maximum), Arbitraries.integers().between(0, 4))
        .as(
            (fact, points, form) ->
                switch (form) {
                  case 0 -> Answer.measured(fact);
                  case 1 -> Answer.of(Response.graded(points), fact);
                  default -> Answer.of(fact);
                });
  }

  private static Arbitrary<Assessment> assessmentsWithoutLadder(Edition edition) {
    List<Arbitrary<Optional<Answer>>> answers =
        edition.questions().stream().map(question -> answersTo(question).optional(0.8)).toList();
    return Combinators.combine(
            Combinators.combine(answers).as(list -> list), Arbitraries.of(edition.stages()))
        .as((given, stage) -> assessment(edition, given, stage));
  }

  private static Assessment assessment(Edition edition, List<Optional<Answer>> given, Stage stage) {
    Map<QuestionCode, Answer> answers = new LinkedHashMap<>();
    for (int i = 0; i < given.size(); i++) {
      QuestionCode code = edition.questions().get(i).code();
      given.get(i).ifPresent(answer -> answers.put(code, answer));
    }
    return Assessment.builder()
        .edition(edition)
        .region(RegionCode.parse("16.10"))
        .round(Round.of(2023))
        .stage(stage.code())
        .answers(answers)
        .build();
  }

  // Ladders and requirements, whose bounds lie on and next to what the sheet earns

  static Arbitrary<Assessment> underSomeLadder(Assessment assessment) {
    SlowScorer scored = SlowScorer.of(assessment);
    return ladders(assessment.edition(), scored)
        .flatMap(
            ladder ->
                requirements(assessment.edition(), ladder, scored)
                    .map(
                        requirements ->
                            Assessment.builder()
                                .from(assessment)
                                .edition(
                                    Edition.builder()
                                        .from(assessment.edition())
                                        .ladder(ladder)
                                        .requirements(requirements)
                                        .build())
                                .build()));
  }

  private static Arbitrary<Ladder> ladders(Edition edition, SlowScorer scored) {
    long maximum = edition.maximum().orElseThrow().units();
    long total = Points.of(scored.total().now()).units();
    List<Points> rungs =
        Stream.of(0L, maximum / 2, maximum, total - 1, total, total + 1, (total + maximum) / 2)
            .filter(units -> units >= 0 && units <= maximum)
            .distinct()
            .map(Points::ofUnits)
            .toList();
    return Combinators.combine(
            Arbitraries.subsetOf(rungs).ofMaxSize(Math.min(5, rungs.size())),
            Arbitraries.of(Bound.Kind.class).list().ofSize(5),
            Arbitraries.of(true, false))
        .as((cuts, kinds, ends) -> ladder(sorted(cuts), kinds, Points.ofUnits(maximum), ends));
  }

  private static Ladder ladder(
      List<Points> cuts, List<Bound.Kind> kinds, Points maximum, boolean ends) {
    List<Tier> tiers = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      Bound<Points> lower = new Bound<>(cuts.get(i), kinds.get(i));
      boolean reachesTop = i == cuts.size() - 1;
      Optional<Bound<Points>> upper =
          !reachesTop
              ? Optional.of(new Bound<>(cuts.get(i + 1), other(kinds.get(i + 1))))
              : ends && lower.admitsAbove(maximum)
                  ? Optional.of(Bound.closed(maximum))
                  : Optional.empty();
      tiers.add(
          new Tier(
              "T" + (i + 1),
              label("predikat", "tier", "" + (i + 1)),
              new Interval<>(Optional.of(lower), upper),
              "",
              Origin.STATED));
    }
    return new Ladder(tiers);
  }

  private static Arbitrary<List<Requirement>> requirements(
      Edition edition, Ladder ladder, SlowScorer scored) {
    Arbitrary<Requirement.Subject> subjects =
        Arbitraries.oneOf(
            Arbitraries.just(Requirement.Total.TOTAL),
            Arbitraries.of(edition.clusters()).map(c -> new Requirement.OfCluster(c.code())),
            Arbitraries.of(edition.indicators()).map(i -> new Requirement.OfIndicator(i.code())),
            Arbitraries.of(edition.questions()).map(q -> new Requirement.OfQuestion(q.code())));
    record Guarded(Optional<String> tier, Optional<String> stage) {}
    List<Guarded> guarded =
        Stream.concat(
                ladder.tiers().stream()
                    .map(tier -> new Guarded(Optional.of(tier.code()), Optional.empty())),
                Stream.of(
                    new Guarded(Optional.empty(), Optional.of(edition.stages().get(0).code()))))
            .toList();
    record Sketch(
        Guarded guarded,
        Requirement.Subject subject,
        Bound.Kind kind,
        int step,
        Requirement.State state) {}
    return Combinators.combine(
            Arbitraries.of(guarded),
            subjects,
            Arbitraries.of(Bound.Kind.class),
            Arbitraries.of(-1, 0, 1, 1),
            Arbitraries.of(Requirement.State.ON, Requirement.State.ON, Requirement.State.OFF))
        .as(Sketch::new)
        .list()
        .ofMaxSize(4)
        .withSizeDistribution(RandomDistribution.uniform())
        .map(
            sketches ->
                IntStream.range(0, sketches.size())
                    .mapToObj(
                        i -> {
                          Sketch sketch = sketches.get(i);
                          long units =
                              Points.of(scored.at(sketch.subject).now()).units() + sketch.step;
                          return new Requirement(
                              "R" + (i + 1),
                              label("prasyarat", "requirement", "" + (i + 1)),
                              sketch.guarded.tier,
                              sketch.guarded.stage,
                              sketch.subject,
                              new Bound<>(Points.ofUnits(Math.max(0, units)), sketch.kind),
                              sketch.state,
                              Origin.STATED);
                        })
                    .toList());
  }
}
