package id.kla.benchmarks;

import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Question;
import id.kla.fault.Digest;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.verification.EvidenceCheck;
import id.kla.verification.EvidenceReport;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One sheet of {@code kla-2024}, 274 questions, 32 agencies and 1,500 documents: plain scoring, the
 * score by what has evidence, the full report, and the report as text.
 *
 * <p>Seed 2024: of the questions 5 % are unanswered, 40 % hold their maximum, the rest lie at
 * quarters of it; documents fall on questions at random, a tenth on two or three, a fifth of them
 * are rejected, too late, expired, too old or of another kind, and every twentieth is a copy of
 * another.
 *
 * <pre>{@code
 * mvn -Pbenchmarks -DskipTests package
 * java -jar kla-benchmarks/jmh/target/benchmarks.jar EvidenceBenchmark -prof gc
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgs = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"})
public class EvidenceBenchmark {

  /** The day on which evidence must hold. */
  static final LocalDate DAY = LocalDate.parse("2023-06-30");

  private static final int DOCUMENTS = 1500;

  private static final int AGENCIES = 32;

  private final Edition edition = Editions.kla2024();
  private final ScoringEngine engine = ScoringEngine.of(edition);
  private final EvidenceCheck check =
      EvidenceCheck.builder().asOf(DAY).putStageDates("final", DAY.plusMonths(6)).build();
  private Assessment sheet = empty();

  /** Made by JMH. */
  public EvidenceBenchmark() {}

  /** Returns the sheet that was made. */
  Assessment sheet() {
    return sheet;
  }

  private Assessment empty() {
    return Assessment.builder()
        .edition(edition)
        .region(RegionCode.parse("35.71"))
        .round(Round.parse("2023"))
        .stage("self")
        .build();
  }

  /** Makes the sheet. */
  @Setup
  public void makeSheet() {
    SplittableRandom random = new SplittableRandom(2024);
    Assessment.Builder builder = Assessment.builder().from(empty());
    for (int i = 0; i < AGENCIES; i++) {
      Agency.Builder agency = Agency.builder().code("A" + i);
      for (int role = i; role < edition.roles().size(); role += AGENCIES) {
        agency.addRoles(edition.roles().get(role).code());
      }
      builder.addAgencies(agency.build());
    }
    for (Question question : edition.questions()) {
      int kind = random.nextInt(100);
      if (kind >= 5) {
        long maximum = question.maximum().units();
        long points = kind < 45 ? maximum : maximum / 4 * random.nextInt(5);
        builder.putAnswers(question.code(), Answer.of(Points.ofUnits(points)));
      }
    }
    for (int i = 0; i < DOCUMENTS; i++) {
      builder.addEvidence(document(i, random));
    }
    sheet = builder.build();
  }

  private Evidence document(int number, SplittableRandom random) {
    List<Question> questions = edition.questions();
    Evidence.Builder document =
        Evidence.builder()
            .id("E" + number)
            .agency("A" + random.nextInt(AGENCIES))
            .issued(DAY.minusDays(1 + random.nextInt(600)))
            .received(DAY.minusDays(1))
            .digest(Digest.parse(String.format("%064x", number % 20 == 0 ? 0 : number)));
    Question first = questions.get(random.nextInt(questions.size()));
    document.addQuestions(first.code());
    for (int more = random.nextInt(10) == 0 ? 1 + random.nextInt(2) : 0; more > 0; more--) {
      document.addQuestions(questions.get(random.nextInt(questions.size())).code());
    }
    first.evidenceKinds().stream().findFirst().ifPresent(document::kind);
    switch (random.nextInt(25)) {
      case 0 -> document.putStatus("self", Evidence.Status.of(Evidence.Ruling.REJECTED));
      case 1 -> document.received(DAY.plusDays(1));
      case 2 -> document.validUntil(DAY.minusDays(1));
      case 3 -> document.issued(DAY.minusMonths(30)).received(DAY.minusMonths(29));
      case 4 -> document.kind("photo");
      default -> document.validUntil(DAY.plusMonths(random.nextInt(24)));
    }
    return document.build();
  }

  /** Scores every claim. */
  @Benchmark
  public ScoredAssessment plain() {
    return engine.score(sheet);
  }

  /** Scores what has evidence. */
  @Benchmark
  public ScoredAssessment evidenced() {
    return engine.score(sheet, check.view());
  }

  /** Makes the whole report: both scores, agencies, topics and weaknesses. */
  @Benchmark
  public EvidenceReport report() {
    return EvidenceReport.of(sheet, check);
  }

  /** Makes the report and writes it as text. */
  @Benchmark
  public String reportAsText() {
    return TextReport.evidence(EvidenceReport.of(sheet, check), Language.ENGLISH);
  }
}
