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
import java.util.List;
import java.util.Optional;

/**
 * A hand-made edition with one question of each kind, and a sheet for it.
 *
 * <p>Cluster A, indicator 1, 10 points (its questions earn 12): 1.1 levels, 1.2 bands over a share,
 * 1.3 graded and FULL where not applicable. Cluster B, indicator 2, 12 points: 2.1 a line over a
 * count, 2.2 bands over a change, 2.3 graded and NOTHING where not applicable, 2.4 graded with
 * grades. BRONZE from 5, SILVER above 10, GOLD above 20 to 22.
 */
public final class TinyEdition {

  /** The fact that question 2.4 rests on. */
  public static final Answer FACT = Answer.measured(Response.coverage(Share.of(45, 46)));

  /** The edition without requirements. */
  public static final Edition EDITION = with();

  private TinyEdition() {}

  /** The edition with requirements. */
  public static Edition with(Requirement... requirements) {
    return Edition.builder()
        .id("tiny")
        .label(Label.of("Edisi mungil", "Tiny edition"))
        .addClusters(cluster("A", homes()), cluster("B", schools()))
        .addStages(stage("first", Stage.Judging.SELF), stage("last", Stage.Judging.OTHERS))
        .ladder(
            new Ladder(
                List.of(
                    tier("BRONZE", Bound.closed(Points.of(5)), Points.of(10)),
                    tier("SILVER", Bound.open(Points.of(10)), Points.of(20)),
                    tier("GOLD", Bound.open(Points.of(20)), Points.of(22)))))
        .addRequirements(requirements)
        .build();
  }

  /** What is required for SILVER beside its points. */
  public static Requirement forSilver(Requirement.Subject subject, String least) {
    return new Requirement(
        "need",
        Label.of("syarat", "requirement"),
        Optional.of("SILVER"),
        Optional.empty(),
        subject,
        Bound.closed(Points.parse(least)),
        Requirement.State.ON,
        Origin.STATED);
  }

  /** The sheet: all levels, 2 of 3, 4.5 of 5; a count of 2, up by 0.5, no case, a fact alone. */
  public static Assessment sheet(String stage) {
    return sheet(EDITION, stage);
  }

  /** The same sheet for a variant of the edition. */
  public static Assessment sheet(Edition edition, String stage) {
    return Assessment.builder()
        .edition(edition)
        .region(RegionCode.parse("16.10"))
        .round(Round.of(2023))
        .stage(stage)
        .putAnswers(QuestionCode.parse("1.1"), Answer.of(Response.level("all")))
        .putAnswers(QuestionCode.parse("1.2"), Answer.of(Response.coverage(Share.of(2, 3))))
        .putAnswers(QuestionCode.parse("1.3"), Answer.of(Points.parse("4.5")))
        .putAnswers(QuestionCode.parse("2.1"), Answer.of(Response.count(2)))
        .putAnswers(
            QuestionCode.parse("2.2"),
            Answer.of(Response.change(new BigDecimal("44"), new BigDecimal("44.5"))))
        .putAnswers(QuestionCode.parse("2.3"), Answer.notApplicable("no such school"))
        .putAnswers(QuestionCode.parse("2.4"), FACT)
        .build();
  }

  private static Indicator homes() {
    Scale levels =
        new Scale.Levels(
            List.of(
                new Scale.Level("none", Label.of("tidak ada", "none"), Points.ZERO),
                new Scale.Level("some", Label.of("sebagian", "some"), Points.parse("2.5")),
                new Scale.Level("all", Label.of("semua", "all"), Points.of(4))),
            Origin.STATED);
    Scale bands =
        new Scale.Bands(
            FactKind.COVERAGE,
            List.of(
                band(Bound.closed(Ratio.of(0)), Bound.open(Ratio.of(1, 3)), "0"),
                band(Bound.closed(Ratio.of(1, 3)), Bound.open(Ratio.of(2, 3)), "1.5"),
                band(Bound.closed(Ratio.of(2, 3)), Bound.closed(Ratio.of(1)), "3")),
            Origin.STATED);
    return indicator("1", 10)
        .addQuestions(
            question("1.1", 4).scale(levels).notApplicable(NotApplicable.REFUSED).build(),
            question("1.2", 3).scale(bands).build(),
            question("1.3", 5).notApplicable(NotApplicable.FULL).build())
        .build();
  }

  private static Indicator schools() {
    Scale line =
        new Scale.Line(
            FactKind.COUNT,
            List.of(
                new Scale.Anchor(Ratio.of(0), Points.ZERO),
                new Scale.Anchor(Ratio.of(3), Points.of(2))),
            Origin.STATED);
    Scale bands =
        new Scale.Bands(
            FactKind.CHANGE,
            List.of(
                new Scale.Band(
                    new Interval<>(Optional.empty(), Optional.of(Bound.open(Ratio.of(0)))),
                    Points.ZERO),
                band(Bound.closed(Ratio.of(0)), Bound.open(Ratio.of(1, 2)), "1"),
                new Scale.Band(
                    new Interval<>(Optional.of(Bound.closed(Ratio.of(1, 2))), Optional.empty()),
                    Points.of(4))),
            Origin.STATED);
    Scale grades =
        new Scale.Graded(List.of(Points.ZERO, Points.of(1), Points.of(2)), Origin.STATED);
    return indicator("2", 12)
        .addQuestions(
            question("2.1", 2).scale(line).build(),
            question("2.2", 4).scale(bands).build(),
            question("2.3", 4).notApplicable(NotApplicable.NOTHING).build(),
            question("2.4", 2).scale(grades).build())
        .build();
  }

  private static Cluster cluster(String code, Indicator indicator) {
    return Cluster.builder()
        .code(code)
        .label(Label.of("klaster " + code, "cluster " + code))
        .addIndicators(indicator)
        .build();
  }

  private static Indicator.Builder indicator(String code, long maximum) {
    Indicator.Builder indicator = Indicator.builder();
    indicator
        .code(code)
        .label(Label.of("indikator " + code, "indicator " + code))
        .maximum(Points.of(maximum));
    return indicator;
  }

  private static Question.Builder question(String code, long maximum) {
    Question.Builder question = Question.builder();
    question
        .code(QuestionCode.parse(code))
        .label(Label.of("pertanyaan " + code, "question " + code))
        .maximum(Points.of(maximum));
    return question;
  }

  private static Scale.Band band(Bound<Ratio> lower, Bound<Ratio> upper, String points) {
    return new Scale.Band(
        new Interval<>(Optional.of(lower), Optional.of(upper)), Points.parse(points));
  }

  private static Stage stage(String code, Stage.Judging judging) {
    return new Stage(
        code,
        Label.of("tahap " + code, "stage " + code),
        Label.of("", ""),
        List.of(),
        judging,
        Origin.STATED);
  }

  private static Tier tier(String code, Bound<Points> lower, Points to) {
    return new Tier(
        code,
        Label.of(code, code),
        new Interval<>(Optional.of(lower), Optional.of(Bound.closed(to))),
        "",
        Origin.STATED);
  }
}
