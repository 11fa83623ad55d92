package id.kla.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.Locales;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.FactKind;
import id.kla.edition.Indicator;
import id.kla.edition.NotApplicable;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.scoring.SlowScorer.Fraction;
import id.kla.scoring.SlowScorer.Three;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import net.jqwik.api.statistics.StatisticsReport;

class ScoringProperties {

  private static final int TRIES = 150;

  @Provide
  Arbitrary<Assessment> sheets() {
    return KlaArbitraries.of(Generators.answerSheets());
  }

  // The generator

  // The seed is fixed, so that a rare draw does not fail a build.
  @Property(tries = 400, seed = "2024", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void sheets_areOftenHard(@ForAll("sheets") Assessment sheet) {
    Edition edition = sheet.edition();
    SlowScorer scored = SlowScorer.of(sheet);

    share("an indicator is capped", scoredCapped(sheet).findAny().isPresent(), 30);
    share(
        "every indicator is capped", scoredCapped(sheet).count() == edition.indicators().size(), 3);
    share("a stated maximum fits", edition.indicators().stream().anyMatch(i -> order(i) == 0), 20);
    share(
        "a maximum is out of reach", edition.indicators().stream().anyMatch(i -> order(i) < 0), 20);
    share("a question is unanswered", sheet.answers().size() < edition.questions().size(), 50);
    share("a question is worth nothing", has(edition, q -> q.maximum().isZero()), 10);
    for (NotApplicable rule : List.of(NotApplicable.NOTHING, NotApplicable.FULL)) {
      share(
          "not applicable, worth " + rule,
          answers(sheet, (q, a) -> a instanceof Answer.NotApplicable && q.notApplicable() == rule),
          15);
    }
    share(
        "a fact without points",
        answers(sheet, (q, a) -> a instanceof Answer.Measured && a.readBy(q.scale()).isEmpty()),
        15);
    share(
        "a fact that a scale reads",
        answers(sheet, (q, a) -> a instanceof Answer.Measured && a.readBy(q.scale()).isPresent()),
        15);
    share(
        "a fact beside points",
        answers(sheet, (q, a) -> a instanceof Answer.Given given && given.measured().isPresent()),
        30);
    for (FactKind measure : FactKind.values()) {
      share(
          "bands over " + measure,
          has(edition, q -> q.scale() instanceof Scale.Bands b && b.measure() == measure),
          20);
      share(
          "a line over " + measure,
          has(edition, q -> q.scale() instanceof Scale.Line l && l.measure() == measure),
          20);
    }
    share("levels", has(edition, q -> q.scale() instanceof Scale.Levels), 30);
    share(
        "graded without grades",
        has(edition, q -> q.scale() instanceof Scale.Graded g && g.named().isEmpty()),
        20);
    share(
        "graded with grades",
        has(edition, q -> q.scale() instanceof Scale.Graded g && !g.named().isEmpty()),
        30);
    share("a fact on a bound of a band", answers(sheet, (q, a) -> fromBound(q, a, 0)), 30);
    share("a fact just below a bound of a band", answers(sheet, (q, a) -> fromBound(q, a, -1)), 15);
    share("a fact just above a bound of a band", answers(sheet, (q, a) -> fromBound(q, a, 1)), 15);
    share("the last stage", edition.stagesAfter(sheet.judgedAt()).isEmpty(), 20);
    share("a stage that can be revised", !edition.stagesAfter(sheet.judgedAt()).isEmpty(), 30);
    share("no ladder", edition.ladder().tiers().isEmpty(), 1);
    share("the total lies on a rung", onRung(edition, scored, 0), 20);
    share("the total lies just above a rung", onRung(edition, scored, 1), 15);
    share("the total lies just below a rung", onRung(edition, scored, -1), 15);
    share("held down by a requirement", !scored.unmet(Three::now).isEmpty(), 8);
    share(
        "a requirement is switched off",
        edition.requirements().stream().anyMatch(r -> r.state() == Requirement.State.OFF),
        20);
    for (Class<?> subject :
        List.of(
            Requirement.Total.class,
            Requirement.OfCluster.class,
            Requirement.OfIndicator.class,
            Requirement.OfQuestion.class)) {
      share(
          "a requirement on " + subject.getSimpleName(),
          edition.requirements().stream()
              .anyMatch(r -> subject.isInstance(r.subject()) && r.state() == Requirement.State.ON),
          3);
    }
  }

  private static void share(String name, boolean holds, double least) {
    Statistics.label(name)
        .collect(holds)
        .coverage(
            (StatisticsCoverage coverage) ->
                coverage.check(true).percentage(percent -> percent >= least));
  }

  private static Stream<String> scoredCapped(Assessment sheet) {
    SlowScorer scored = SlowScorer.of(sheet);
    return sheet.edition().indicators().stream()
        .filter(
            indicator -> {
              BigDecimal sum =
                  indicator.questions().stream()
                      .map(question -> scored.question(question.code()).now())
                      .reduce(BigDecimal.ZERO, BigDecimal::add);
              return sum.compareTo(indicator.maximum().orElseThrow().toBigDecimal()) > 0;
            })
        .map(indicator -> indicator.code());
  }

  private static int order(Indicator indicator) {
    return indicator.sumOfQuestions().compareTo(indicator.maximum().orElseThrow());
  }

  private static boolean has(Edition edition, Predicate<Question> predicate) {
    return edition.questions().stream().anyMatch(predicate);
  }

  private static boolean answers(Assessment sheet, BiPredicate<Question, Answer> predicate) {
    return sheet.answers().entrySet().stream()
        .anyMatch(e -> predicate.test(sheet.edition().question(e.getKey()), e.getValue()));
  }

  /** Whether a fact lies on, or within a thousandth below or above, a bound of its bands. */
  private static boolean fromBound(Question question, Answer answer, int side) {
    if (!(question.scale() instanceof Scale.Bands bands)
        || !(answer.readBy(bands).orElse(null) instanceof Response.Fact fact)) {
      return false;
    }
    Fraction near = bands.measure() == FactKind.COUNT ? Fraction.of("1") : Fraction.of("1/1000");
    return bands.bands().stream()
        .flatMap(band -> band.range().lower().stream())
        .map(bound -> Fraction.of(fact).minus(Fraction.of(bound.value().toString())))
        .anyMatch(
            distance ->
                distance.top().signum() == side
                    && new Fraction(distance.top().abs(), distance.bottom()).compareTo(near) <= 0);
  }

  private static boolean onRung(Edition edition, SlowScorer scored, long units) {
    Points total = Points.of(scored.total().now());
    return edition.ladder().tiers().stream()
        .flatMap(tier -> tier.range().lower().stream())
        .anyMatch(bound -> total.minus(bound.value()).equals(Points.ofUnits(units)));
  }

  // Against the slow reference

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void score_anySheet_isWhatTheRulesSay(@ForAll("sheets") Assessment sheet) {
    SlowScorer expected = SlowScorer.of(sheet);

    ScoredAssessment scored = score(sheet);

    assertThree(scored, expected.total());
    for (ScoredCluster cluster : scored.clusters()) {
      assertThree(cluster, expected.cluster(cluster.code()));
    }
    for (ScoredIndicator indicator : scored.indicators()) {
      assertThree(indicator, expected.indicator(indicator.code()));
    }
    for (ScoredQuestion question : scored.questions()) {
      assertThree(question, expected.question(question.question().code()));
    }
    assertStanding(scored.leastStanding(), expected, Three::atLeast);
    assertStanding(scored.now(), expected, Three::now);
    assertStanding(scored.mostStanding(), expected, Three::atMost);
  }

  private static void assertThree(ScoredNode node, Three expected) {
    assertThat(node.points().toBigDecimal()).as("%s", node).isEqualByComparingTo(expected.now());
    assertThat(node.atLeast().toBigDecimal())
        .as("%s", node)
        .isEqualByComparingTo(expected.atLeast());
    assertThat(node.atMost().toBigDecimal()).as("%s", node).isEqualByComparingTo(expected.atMost());
  }

  private static void assertStanding(
      Standing standing, SlowScorer expected, Function<Three, BigDecimal> reading) {
    assertThat(standing.total().toBigDecimal())
        .isEqualByComparingTo(reading.apply(expected.total()));
    assertThat(standing.tierByPoints()).isEqualTo(expected.tierByPoints(reading));
    assertThat(standing.tier()).isEqualTo(expected.tier(reading));
    assertThat(standing.unmet()).containsExactlyInAnyOrderElementsOf(expected.unmet(reading));
  }

  // Laws of the tree

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void children_sumToTheirParent_lessWhatACapTakes(@ForAll("sheets") Assessment sheet) {
    ScoredAssessment scored = score(sheet);

    nodes(scored)
        .forEach(
            node -> {
              Points children =
                  Points.sum(node.children().stream().map(ScoredNode::points).toList());
              assertThat(node.points()).as("%s", node).isEqualTo(node.sum().minus(node.cap()));
              assertThat(node.cap()).as("%s", node).isGreaterThanOrEqualTo(Points.ZERO);
              assertThat(node.points()).as("%s", node).isLessThanOrEqualTo(node.maximum());
              if (!(node instanceof ScoredQuestion)) {
                assertThat(node.sum()).as("%s", node).isEqualTo(children);
              }
              if (!(node instanceof ScoredIndicator)) {
                assertThat(node.cap()).as("%s", node).isEqualTo(Points.ZERO);
              }
            });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void totals_areOrdered_andHeadroomStaysWithinTheMaximum(@ForAll("sheets") Assessment sheet) {
    ScoredAssessment scored = score(sheet);

    nodes(scored)
        .forEach(
            node -> {
              assertThat(node.atLeast()).as("%s", node).isBetween(Points.ZERO, node.points());
              assertThat(node.atMost()).as("%s", node).isBetween(node.points(), node.maximum());
              assertThat(node.headroom())
                  .as("%s", node)
                  .isBetween(Points.ZERO, node.maximum().minus(node.points()));
              // What is unanswered can be won, and so belongs to the headroom.
              assertThat(node.points().plus(node.headroom()))
                  .as("%s", node)
                  .isGreaterThanOrEqualTo(node.atMost());
            });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void state_ofAParent_isTheOneThatAllItsQuestionsShare(@ForAll("sheets") Assessment sheet) {
    ScoredAssessment scored = score(sheet);

    nodes(scored)
        .forEach(
            node -> {
              Set<State> states = new HashSet<>();
              nodes(node)
                  .filter(below -> below instanceof ScoredQuestion)
                  .forEach(question -> states.add(question.state().orElseThrow()));
              assertThat(node.state())
                  .as("%s", node)
                  .isEqualTo(states.size() == 1 ? states.stream().findFirst() : Optional.empty());
            });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void reason_ofAnyNode_isAFinishedSentence(@ForAll("sheets") Assessment sheet) {
    ScoredAssessment scored = score(sheet);

    nodes(scored)
        .forEach(
            node -> {
              String english = node.reason(Language.ENGLISH);
              String indonesian = node.reason(Language.INDONESIAN);
              for (String reason : List.of(english, indonesian)) {
                assertThat(reason)
                    .isNotBlank()
                    .doesNotContain("{", "}", "null", "Optional", "@")
                    .doesNotContainPattern("\\[(?!-?[0-9])")
                    .doesNotContainPattern("(?<![0-9%])\\]");
              }
              assertThat(english).doesNotContainPattern("[0-9],[0-9]");
              assertThat(indonesian).doesNotContainPattern("[0-9]\\.[0-9]");
            });
  }

  // Laws of answers

  private record Choice(Assessment sheet, Question question, Answer first, Answer second) {}

  @Provide
  Arbitrary<Choice> choices() {
    return KlaArbitraries.of(Generators.answerSheets())
        .filter(sheet -> has(sheet.edition(), q -> direction(q.scale()).isPresent()))
        .flatMap(
            sheet ->
                Arbitraries.of(
                        sheet.edition().questions().stream()
                            .filter(q -> direction(q.scale()).isPresent())
                            .toList())
                    .flatMap(
                        question ->
                            Combinators.combine(
                                    KlaArbitraries.of(Generators.readAnswers(question)),
                                    KlaArbitraries.of(Generators.readAnswers(question)))
                                .as((a, b) -> new Choice(sheet, question, a, b))));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void betterAnswer_neverLowersATotalOrATier(@ForAll("choices") Choice choice) {
    Scale scale = choice.question().scale();
    Comparator<Answer> better =
        Comparator.comparing(
            (Answer answer) -> position(scale, answer.readBy(scale).orElseThrow()));
    if (direction(scale).orElseThrow() < 0) {
      better = better.reversed();
    }
    boolean inOrder = better.compare(choice.first(), choice.second()) <= 0;
    QuestionCode code = choice.question().code();

    ScoredAssessment worse =
        score(choice.sheet().withAnswer(code, inOrder ? choice.first() : choice.second()));
    ScoredAssessment best =
        score(choice.sheet().withAnswer(code, inOrder ? choice.second() : choice.first()));

    assertThat(best.points()).isGreaterThanOrEqualTo(worse.points());
    assertThat(best.atLeast()).isGreaterThanOrEqualTo(worse.atLeast());
    assertThat(best.atMost()).isGreaterThanOrEqualTo(worse.atMost());
    assertThat(best.headroom()).isLessThanOrEqualTo(worse.headroom());
    assertThat(step(best, best.now().tier()))
        .isGreaterThanOrEqualTo(step(worse, worse.now().tier()));
  }

  /** 1 where more earns at least as much, -1 where less does, nothing where neither holds. */
  private static Optional<Integer> direction(Scale scale) {
    List<Points> awards = scale.awards();
    List<Points> rising = awards.stream().sorted().toList();
    if (scale instanceof Scale.Graded || awards.equals(rising)) {
      return Optional.of(1);
    }
    return awards.equals(rising.stream().sorted(Comparator.reverseOrder()).toList())
        ? Optional.of(-1)
        : Optional.empty();
  }

  /** Where a response stands on its scale. */
  private static Fraction position(Scale scale, Response response) {
    if (response instanceof Response.Fact fact) {
      return Fraction.of(fact);
    }
    if (response instanceof Response.Graded graded) {
      return Fraction.of("" + graded.points().units());
    }
    List<String> codes =
        ((Scale.Levels) scale).levels().stream().map(level -> level.code()).toList();
    return Fraction.of("" + codes.indexOf(((Response.Level) response).code()));
  }

  private static int step(ScoredAssessment scored, Optional<Tier> tier) {
    return tier.map(scored.edition().ladder().tiers()::indexOf).orElse(-1);
  }

  @Property(tries = TRIES / 3, edgeCases = EdgeCasesMode.NONE)
  void answeringAQuestion_neverLowersWhatCountsNorRaisesWhatIsPossible(
      @ForAll("sheets") Assessment sheet) {
    ScoredAssessment answered = score(sheet);

    for (QuestionCode code : sheet.answers().keySet()) {
      ScoredAssessment unanswered = score(sheet.withoutAnswer(code));

      assertThat(answered.points()).as("%s", code).isGreaterThanOrEqualTo(unanswered.points());
      assertThat(answered.atLeast()).as("%s", code).isGreaterThanOrEqualTo(unanswered.atLeast());
      assertThat(answered.atMost()).as("%s", code).isLessThanOrEqualTo(unanswered.atMost());
    }
  }

  // Tiers

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void tier_isTheStepOfTheTotal_unlessARequirementHoldsItDown(@ForAll("sheets") Assessment sheet) {
    ScoredAssessment scored = score(sheet);

    boolean free =
        sheet.edition().requirements().stream()
            .noneMatch(r -> r.state() == Requirement.State.ON && r.tier().isPresent());
    for (Standing standing : List.of(scored.leastStanding(), scored.now(), scored.mostStanding())) {
      assertThat(standing.tierByPoints())
          .isEqualTo(sheet.edition().ladder().tierOf(standing.total()));
      assertThat(step(scored, standing.tier()))
          .isLessThanOrEqualTo(step(scored, standing.tierByPoints()));
      assertThat(standing.tier().equals(standing.tierByPoints()))
          .isEqualTo(standing.unmet().isEmpty());
      if (free) {
        assertThat(standing.tier()).isEqualTo(standing.tierByPoints());
      }
    }
  }

  // What must not matter

  @Property(tries = TRIES / 3, edgeCases = EdgeCasesMode.NONE)
  void orderOfAnswers_doesNotMatter(@ForAll("sheets") Assessment sheet, @ForAll long seed) {
    List<Map.Entry<QuestionCode, Answer>> shuffled = new ArrayList<>(sheet.answers().entrySet());
    Collections.shuffle(shuffled, new Random(seed));
    Map<QuestionCode, Answer> answers = new LinkedHashMap<>();
    shuffled.forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
    Assessment other = Assessment.builder().from(sheet).answers(answers).build();

    assertThat(other).isEqualTo(sheet);
    assertThat(picture(score(other))).isEqualTo(picture(score(sheet)));
  }

  @Property(tries = TRIES / 6, edgeCases = EdgeCasesMode.NONE)
  void localeAndZoneOfTheMachine_doNotMatter(@ForAll("sheets") Assessment sheet) {
    TimeZone zone = TimeZone.getDefault();
    List<String> expected = picture(score(sheet));

    try {
      for (String id : List.of("Asia/Jayapura", "Pacific/Kiritimati", "UTC")) {
        TimeZone.setDefault(TimeZone.getTimeZone(id));
        Locales.inEach(() -> assertThat(picture(score(sheet))).isEqualTo(expected));
      }
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  /** All that a result says, as text. */
  private static List<String> picture(ScoredAssessment scored) {
    return Stream.concat(
            Stream.of(
                scored.leastStanding().toString(),
                scored.now().toString(),
                scored.mostStanding().toString()),
            nodes(scored)
                .map(
                    node ->
                        node
                            + " "
                            + node.atLeast()
                            + " "
                            + node.atMost()
                            + " "
                            + node.headroom()
                            + " "
                            + node.reason(Language.ENGLISH)
                            + " "
                            + node.reason(Language.INDONESIAN)))
        .toList();
  }

  private static ScoredAssessment score(Assessment sheet) {
    return ScoringEngine.of(sheet.edition()).score(sheet);
  }

  private static Stream<ScoredNode> nodes(ScoredNode node) {
    return Stream.concat(
        Stream.of(node), node.children().stream().flatMap(ScoringProperties::nodes));
  }
}
