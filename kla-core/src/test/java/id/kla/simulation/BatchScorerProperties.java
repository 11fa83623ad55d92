package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Interval;
import id.kla.edition.Ladder;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Laws of batch scoring, on small editions of every shape and those where every cap cuts. */
class BatchScorerProperties {

  private static final int SHEETS = 100;
  private static final Points MORE = Points.of(290_000);

  /** A sheet, and for each question eight answers, or none, out of which others are made. */
  record Case(Assessment sheet, List<List<Optional<Answer>>> pools, long seed) {

    Edition edition() {
      return sheet.edition();
    }

    /** The sheet, and others of its edition. */
    List<Assessment> sheets(int count) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Assessment> sheets = new ArrayList<>(List.of(sheet));
      while (sheets.size() < count) {
        Map<QuestionCode, Answer> answers = new LinkedHashMap<>();
        for (int i = 0; i < pools.size(); i++) {
          QuestionCode code = edition().questions().get(i).code();
          pools
              .get(i)
              .get(random.nextInt(pools.get(i).size()))
              .ifPresent(answer -> answers.put(code, answer));
        }
        sheets.add(Assessment.builder().from(sheet).answers(answers).build());
      }
      return sheets;
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return KlaArbitraries.of(Generators.answerSheets()).flatMap(BatchScorerProperties::cases);
  }

  private static Arbitrary<Case> cases(Assessment sheet) {
    List<Arbitrary<List<Optional<Answer>>>> pools = new ArrayList<>();
    for (Question question : sheet.edition().questions()) {
      pools.add(KlaArbitraries.of(Generators.answers(question)).optional(0.8).list().ofSize(8));
    }
    return Combinators.combine(Combinators.combine(pools).as(list -> list), Arbitraries.longs())
        .as((all, seed) -> new Case(sheet, all, seed));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void score_anySheets_isWhatTheEngineScores(@ForAll("cases") Case given) {
    Edition edition = given.edition();
    List<Assessment> sheets = given.sheets(SHEETS);
    AnswerCodes codes = AnswerCodes.of(edition, sheets);
    BatchScorer scorer = BatchScorer.of(codes);
    BatchScores graded = BatchScores.of(edition, SHEETS);
    BatchScores coded = BatchScores.of(edition, SHEETS);

    scorer.score(scorer.points(sheets), graded);
    scorer.score(codes.columns(sheets), coded);

    ScoringEngine engine = ScoringEngine.of(edition);
    int[] totals = new int[SHEETS];
    int[] tiers = new int[SHEETS];
    int[][] clusters = new int[edition.clusters().size()][SHEETS];
    boolean isHeldDown = false;
    for (int sheet = 0; sheet < SHEETS; sheet++) {
      ScoredAssessment scored = engine.score(sheets.get(sheet));
      Optional<Tier> tier = scored.now().tier();
      totals[sheet] = Math.toIntExact(scored.now().total().units());
      tiers[sheet] = tier.map(edition.ladder().tiers()::indexOf).orElse(-1);
      for (int cluster = 0; cluster < clusters.length; cluster++) {
        clusters[cluster][sheet] = Math.toIntExact(scored.clusters().get(cluster).points().units());
      }
      isHeldDown |= !scored.now().tierByPoints().equals(tier);
    }
    for (BatchScores scores : List.of(graded, coded)) {
      assertThat(scores.totals()).isEqualTo(totals);
      assertThat(scores.tiers()).isEqualTo(tiers);
      for (int cluster = 0; cluster < clusters.length; cluster++) {
        assertThat(scores.cluster(cluster)).isEqualTo(clusters[cluster]);
      }
    }
    Statistics.label("a requirement holds a tier down").collect(isHeldDown);
    Statistics.label("requirements of tiers")
        .collect(
            edition.requirements().stream()
                .anyMatch(r -> r.state() == Requirement.State.ON && r.tier().isPresent()));
  }

  /** Two more questions, of 150,000 points each: together more than an int of ten-thousandths. */
  private static Edition widened(Edition edition, boolean isCut) {
    Cluster last = edition.clusters().get(edition.clusters().size() - 1);
    Indicator row = last.indicators().get(last.indicators().size() - 1);
    Indicator.Builder wide = Indicator.builder().from(row);
    for (String name : List.of("wide", "side")) {
      wide.addQuestions(
          Question.builder()
              .code(QuestionCode.of(row.code(), name))
              .label(Label.of(name, name))
              .maximum(Points.of(150_000))
              .build());
    }
    List<Tier> tiers = new ArrayList<>(edition.ladder().tiers());
    if (!isCut) {
      wide.maximum(row.maximum().orElseThrow().plus(MORE));
    }
    if (!isCut && !tiers.isEmpty()) {
      Tier top = tiers.remove(tiers.size() - 1);
      Optional<Bound<Points>> most =
          top.range().upper().map(upper -> Bound.closed(upper.value().plus(MORE)));
      tiers.add(
          new Tier(
              top.code(),
              top.label(),
              new Interval<>(top.range().lower(), most),
              top.printed(),
              top.origin()));
    }
    List<Indicator> rows = new ArrayList<>(last.indicators());
    rows.set(rows.size() - 1, wide.build());
    List<Cluster> clusters = new ArrayList<>(edition.clusters());
    clusters.set(clusters.size() - 1, Cluster.builder().from(last).indicators(rows).build());
    return Edition.builder().from(edition).clusters(clusters).ladder(new Ladder(tiers)).build();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void score_moreThanAnIntHolds_isWhatTheEngineScores(
      @ForAll("cases") Case given, @ForAll boolean isCut) {
    Edition edition = widened(given.edition(), isCut);
    SplittableRandom random = new SplittableRandom(given.seed());
    List<Assessment> sheets = new ArrayList<>();
    for (Assessment sheet : given.sheets(20)) {
      Map<QuestionCode, Answer> answers = new LinkedHashMap<>(sheet.answers());
      for (Question question : edition.questions()) {
        if (question.maximum().equals(Points.of(150_000)) && random.nextInt(5) > 0) {
          long units = random.nextLong(question.maximum().units() + 1);
          answers.put(question.code(), Answer.of(Points.ofUnits(units)));
        }
      }
      sheets.add(Assessment.builder().from(sheet).edition(edition).answers(answers).build());
    }
    AnswerCodes codes = AnswerCodes.of(edition, sheets);
    BatchScorer scorer = BatchScorer.of(codes);
    BatchScores graded = BatchScores.of(edition, sheets.size());
    BatchScores coded = BatchScores.of(edition, sheets.size());

    scorer.score(scorer.points(sheets), graded);
    scorer.score(codes.columns(sheets), coded);

    ScoringEngine engine = ScoringEngine.of(edition);
    for (BatchScores scores : List.of(graded, coded)) {
      for (int sheet = 0; sheet < sheets.size(); sheet++) {
        ScoredAssessment scored = engine.score(sheets.get(sheet));
        assertThat(scores.total(sheet)).isEqualTo(scored.now().total().units());
        assertThat(scores.tier(sheet)).isEqualTo(scored.now().tier());
        for (int cluster = 0; cluster < edition.clusters().size(); cluster++) {
          assertThat(scores.clusterTotal(cluster, sheet))
              .isEqualTo(scored.clusters().get(cluster).points().units());
        }
      }
    }
  }

  /** Of points eleven blocks, of codes two, and a part of another one. */
  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void score_oneThreadOrSeveral_isTheSame(@ForAll("cases") Case given) {
    Edition edition = given.edition();
    List<Assessment> few = given.sheets(SHEETS);
    AnswerCodes codes = AnswerCodes.of(edition, few);
    BatchScorer scorer = BatchScorer.of(codes);
    int count = 2 * BatchScorer.CODED_BLOCK + 3 * BatchScorer.BLOCK + 11;
    int[][] points = scorer.points(few);
    short[][] answers = codes.columns(few);
    int[][] manyPoints = new int[points.length][count];
    short[][] manyAnswers = new short[answers.length][count];
    for (int question = 0; question < points.length; question++) {
      for (int sheet = 0; sheet < count; sheet++) {
        manyPoints[question][sheet] = points[question][sheet % SHEETS];
        manyAnswers[question][sheet] = answers[question][sheet % SHEETS];
      }
    }
    BatchScores one = BatchScores.of(edition, count);
    scorer.score(manyPoints, one);
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      for (int threads : List.of(1, 2, 3, 8)) {
        BatchScores graded = BatchScores.of(edition, count);
        BatchScores coded = BatchScores.of(edition, count);

        scorer.score(manyPoints, graded, executor, threads);
        scorer.score(manyAnswers, coded, executor, threads);

        for (BatchScores scores : List.of(graded, coded)) {
          assertThat(scores.totals()).isEqualTo(one.totals());
          assertThat(scores.tiers()).isEqualTo(one.tiers());
          for (int cluster = 0; cluster < edition.clusters().size(); cluster++) {
            assertThat(scores.cluster(cluster)).isEqualTo(one.cluster(cluster));
          }
        }
      }
    } finally {
      executor.shutdownNow();
    }
    for (int sheet = SHEETS; sheet < count; sheet++) {
      assertThat(one.totals()[sheet]).isEqualTo(one.totals()[sheet % SHEETS]);
      assertThat(one.tiers()[sheet]).isEqualTo(one.tiers()[sheet % SHEETS]);
    }
  }

  /** Wherever it stands: the first one of the first sheet is named, on any number of threads. */
  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void score_somethingOutOfRange_namesTheFirst(
      @ForAll("cases") Case given, @ForAll long seed, @ForAll boolean isBelow) {
    Edition edition = given.edition();
    BatchScorer scorer = BatchScorer.of(edition);
    SplittableRandom random = new SplittableRandom(seed);
    int questions = edition.questions().size();
    int count = 2 * BatchScorer.CODED_BLOCK + BatchScorer.BLOCK;
    int[][] points = new int[questions][count];
    short[][] answers = new short[questions][count];
    int firstSheet = count;
    int firstQuestion = questions;
    for (int i = 0; i < 3; i++) {
      int question = random.nextInt(questions);
      int sheet = random.nextInt(count);
      long maximum = edition.questions().get(question).maximum().units();
      points[question][sheet] =
          isBelow ? -1 - random.nextInt(1 << 30) : Math.toIntExact(maximum + 1);
      answers[question][sheet] =
          (short) (isBelow ? -1 - random.nextInt(1 << 15) : scorer.codes().size(question));
      if (sheet < firstSheet || (sheet == firstSheet && question < firstQuestion)) {
        firstSheet = sheet;
        firstQuestion = question;
      }
    }
    BatchScores scores = BatchScores.of(edition, count);
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      List<Throwable> thrown =
          Arrays.asList(
              catchThrowable(() -> scorer.score(points, scores)),
              catchThrowable(() -> scorer.score(answers, scores)),
              catchThrowable(() -> scorer.score(points, scores, executor, 3)),
              catchThrowable(() -> scorer.score(answers, scores, executor, 3)));

      String where = "question " + edition.questions().get(firstQuestion).code() + " (small): ";
      String sheet = " in sheet " + firstSheet + "; allowed: 0 to ";
      assertThat(thrown)
          .allSatisfy(
              each ->
                  assertThat(each)
                      .isInstanceOf(IllegalArgumentException.class)
                      .hasMessageStartingWith(where)
                      .hasMessageContaining(sheet));
    } finally {
      executor.shutdownNow();
    }
  }
}
