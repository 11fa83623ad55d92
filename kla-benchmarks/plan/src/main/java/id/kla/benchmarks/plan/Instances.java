package id.kla.benchmarks.plan;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Interval;
import id.kla.edition.Ladder;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.fault.Label;
import id.kla.planning.Measure;
import id.kla.planning.Measures;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Seeded measures over an edition like {@code kla-2024}: 274 questions in 31 indicators of 7
 * clusters, some large and most small, a third of them with a cap that cuts.
 *
 * <p>Few measures cost much, many little, one in 25 nothing. One in 25 is supporting; most touch
 * one to four questions of one indicator, one in six also questions of others. One in ten needs
 * another, whatever that touches; one in 20 excludes another. Awards are quarters of a question's
 * maximum, the maximum, or any amount of four decimals. The target lies 20 to 90 % up the headroom
 * and a ten-thousandth above; for one seed in ten it is out of reach.
 */
final class Instances {

  private static final int INDICATORS = 31;
  private static final int QUESTIONS = 274;
  private static final int CLUSTERS = 7;

  private final SplittableRandom random;
  private final List<List<Question>> questions = new ArrayList<>();
  private final Map<QuestionCode, Points> held = new LinkedHashMap<>();
  private final List<Points> caps = new ArrayList<>();

  private Instances(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Returns measures and their score; the only tier of its ladder is called TARGET. */
  static Measures of(long seed, int count) {
    return new Instances(seed).make(count);
  }

  private Measures make(int count) {
    addQuestions();
    List<Measure> measures = measures(count);
    Points least = target(measures);
    Edition edition = edition(least);
    Assessment.Builder sheet =
        Assessment.builder()
            .edition(edition)
            .region(RegionCode.parse("16.10"))
            .round(Round.of(2023))
            .stage("self");
    held.forEach((code, points) -> sheet.putAnswers(code, Answer.of(points)));
    ScoredAssessment scored = ScoringEngine.of(edition).score(sheet.build());
    return Measures.of(scored, measures);
  }

  private void addQuestions() {
    int[] size = new int[INDICATORS];
    Arrays.fill(size, 2);
    for (int left = QUESTIONS - 2 * INDICATORS; left > 0; left--) {
      int i = random.nextInt(INDICATORS);
      size[random.nextInt(3) == 0 ? i : random.nextInt(i + 1)]++;
    }
    for (int i = 0; i < INDICATORS; i++) {
      List<Question> own = new ArrayList<>();
      long sum = 0;
      for (int q = 1; q <= size[i]; q++) {
        long maximum = (2 + random.nextInt(1 + random.nextInt(22))) * 5000L;
        QuestionCode code = QuestionCode.of(Integer.toString(i + 1), Integer.toString(q));
        own.add(
            Question.builder()
                .code(code)
                .label(Label.of("pertanyaan " + code, "question " + code))
                .maximum(Points.ofUnits(maximum))
                .build());
        held.put(code, Points.ofUnits(maximum * random.nextInt(5) / 4));
        sum += maximum;
      }
      questions.add(own);
      caps.add(
          Points.ofUnits(random.nextInt(3) == 0 ? sum * (80 + random.nextInt(15)) / 100 : sum));
    }
  }

  private List<Measure> measures(int count) {
    List<Measure> measures = new ArrayList<>();
    List<Set<Integer>> needs = new ArrayList<>();
    for (int m = 0; m < count; m++) {
      Measure.Builder measure = Measure.builder();
      double spread = -3;
      for (int i = 0; i < 6; i++) {
        spread += random.nextDouble();
      }
      measure
          .code("m" + m)
          .cost(
              BigDecimal.valueOf(
                  random.nextInt(25) == 0 ? 0 : Math.round(Math.exp(4.5 + 1.7 * spread))));
      measure.awards(awards());
      Set<Integer> needed = new HashSet<>();
      if (m > 0 && random.nextInt(10) == 0) {
        int need = random.nextInt(m);
        measure.addPrerequisites("m" + need);
        needed.add(need);
        needed.addAll(needs.get(need));
      }
      if (m > 0 && random.nextInt(20) == 0) {
        int other = random.nextInt(m);
        if (!needed.contains(other)) {
          // Nothing that comes later may need both.
          measure.addExclusions("m" + other);
        }
      }
      needs.add(needed);
      measures.add(measure.build());
    }
    return measures;
  }

  private Map<QuestionCode, Points> awards() {
    Map<QuestionCode, Points> awards = new LinkedHashMap<>();
    if (random.nextInt(25) == 0) {
      return awards;
    }
    int home = random.nextInt(INDICATORS);
    for (int left = 1 + random.nextInt(1 + random.nextInt(4)); left > 0; left--) {
      addAward(home, awards);
    }
    if (random.nextInt(6) == 0) {
      for (int left = 1 + random.nextInt(2); left > 0; left--) {
        addAward(random.nextInt(INDICATORS), awards);
      }
    }
    return awards;
  }

  private void addAward(int indicator, Map<QuestionCode, Points> awards) {
    List<Question> own = questions.get(indicator);
    Question question = own.get(random.nextInt(own.size()));
    long maximum = question.maximum().units();
    long award =
        switch (random.nextInt(6)) {
          case 0 -> random.nextLong(maximum + 1);
          case 1, 2 -> maximum;
          default -> maximum * random.nextInt(5) / 4;
        };
    awards.put(question.code(), Points.ofUnits(award));
  }

  private Points target(List<Measure> measures) {
    Map<QuestionCode, Points> all = new LinkedHashMap<>(held);
    measures.forEach(
        measure -> measure.awards().forEach((code, award) -> all.merge(code, award, Points::max)));
    long base = total(held);
    long headroom = total(all) - base;
    return Points.ofUnits(
        random.nextInt(10) == 0
            ? base + headroom + 1
            : base + headroom * (2 + random.nextInt(8)) / 10 + 1);
  }

  private long total(Map<QuestionCode, Points> awards) {
    long total = 0;
    for (int i = 0; i < INDICATORS; i++) {
      long sum = 0;
      for (Question question : questions.get(i)) {
        sum += awards.getOrDefault(question.code(), Points.ZERO).units();
      }
      total += Math.min(sum, caps.get(i).units());
    }
    return total;
  }

  private Edition edition(Points least) {
    List<Cluster> clusters = new ArrayList<>();
    for (int c = 0; c < CLUSTERS; c++) {
      Cluster.Builder cluster = Cluster.builder();
      cluster.code("C" + c).label(Label.of("klaster " + c, "cluster " + c));
      for (int i = 0; i < INDICATORS; i++) {
        if (i * CLUSTERS / INDICATORS == c) {
          cluster.addIndicators(
              Indicator.builder()
                  .code(Integer.toString(i + 1))
                  .label(Label.of("indikator " + (i + 1), "indicator " + (i + 1)))
                  .maximum(caps.get(i))
                  .questions(questions.get(i))
                  .build());
        }
      }
      clusters.add(cluster.build());
    }
    return Edition.builder()
        .id("made")
        .label(Label.of("Edisi buatan", "Made edition"))
        .clusters(clusters)
        .addStages(
            new Stage(
                "self",
                Label.of("penilaian mandiri", "self-assessment"),
                Label.of("", ""),
                List.of(),
                Stage.Judging.SELF,
                Origin.STATED))
        .ladder(
            new Ladder(
                List.of(
                    new Tier(
                        "TARGET",
                        Label.of("sasaran", "target"),
                        new Interval<>(Optional.of(Bound.closed(least)), Optional.empty()),
                        "",
                        Origin.STATED))))
        .build();
  }
}
