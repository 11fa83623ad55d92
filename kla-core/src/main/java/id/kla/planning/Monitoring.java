package id.kla.planning;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.scoring.ScoredAssessment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an action plan expected beside what was reached (<i>pemantauan RAD</i>).
 *
 * @param plan the plan
 * @param year the year at whose end it was reached
 * @param reached the score then
 * @param rows every measure of the plan, by year and then in the edition's order
 * @param years every year of the plan
 */
@CheckReturnValue
public record Monitoring(
    ActionPlan plan, int year, ScoredAssessment reached, List<Row> rows, List<Year> years) {

  /** Copies the lists. */
  public Monitoring {
    rows = List.copyOf(rows);
    years = List.copyOf(years);
  }

  /**
   * Sets a plan beside what was reached.
   *
   * @param year the year at whose end it was reached
   * @param reached the score then, of the plan's region and edition
   * @param measures how far measures are then; one of the plan that is not among them is as it was
   * @throws IllegalArgumentException if the year is none of the plan, or the score is of another
   *     region or edition
   */
  public static Monitoring of(
      ActionPlan plan, int year, ScoredAssessment reached, List<Measure> measures) {
    List<Integer> planned = plan.years().stream().map(ActionPlan.Year::year).toList();
    if (!planned.contains(year)) {
      throw new IllegalArgumentException("year: found " + year + "; allowed: " + planned);
    }
    String edition = plan.goals().edition().id();
    if (!reached.edition().id().equals(edition)) {
      throw new IllegalArgumentException(
          "edition of the score: found " + reached.edition().id() + "; allowed: " + edition);
    }
    RegionCode region = plan.measures().scored().assessment().region();
    if (!reached.assessment().region().equals(region)) {
      throw new IllegalArgumentException(
          "region of the score: found "
              + reached.assessment().region()
              + "; allowed: that of the plan, "
              + region);
    }
    Map<String, Measure> now = new HashMap<>();
    measures.forEach(measure -> now.put(measure.code(), measure));
    List<Row> rows = new ArrayList<>();
    for (ActionPlan.Row row : plan.rows()) {
      List<Award> awards =
          row.gains().keySet().stream()
              .map(
                  question ->
                      new Award(
                          question,
                          row.measure().awards().getOrDefault(question, Points.ZERO),
                          reached.question(question).points()))
              .toList();
      rows.add(new Row(row, now.getOrDefault(row.measure().code(), row.measure()), awards));
    }
    return new Monitoring(
        plan,
        year,
        reached,
        rows,
        plan.years().stream()
            .map(each -> new Year(each.year(), each.standing().total(), reached.points()))
            .toList());
  }

  /**
   * One measure: what it was to bring and cost, and what it brought and cost.
   *
   * @param planned the plan's row
   * @param now the measure as it is, with its state and what has been spent
   * @param awards its questions, in the edition's order
   */
  public record Row(ActionPlan.Row planned, Measure now, List<Award> awards) {

    /** Copies the list. */
    public Row {
      awards = List.copyOf(awards);
    }

    /** Returns how many points its questions still lack to what it was to bring. */
    public Points missing() {
      return Points.sum(awards.stream().map(Award::missing).toList());
    }

    /** Returns what it was to cost in all. */
    public BigDecimal plannedCost() {
      return planned.measure().cost();
    }

    /** Returns what has been spent, if that is known. */
    public Optional<BigDecimal> realisedCost() {
      return now.realisedCost();
    }

    /**
     * Returns whether it has brought what it was to bring; one without questions is complete when
     * it is done.
     */
    public boolean isComplete() {
      return awards.isEmpty() ? now.state() == Measure.State.DONE : missing().isZero();
    }
  }

  /**
   * What a question was to earn at least by a measure, and what it earns.
   *
   * @param question the question
   * @param expected the measure's award
   * @param reached what it earns in the score that was reached
   */
  public record Award(QuestionCode question, Points expected, Points reached) {

    /** Returns what is still missing; zero if nothing is. */
    public Points missing() {
      return expected.minus(reached).max(Points.ZERO);
    }
  }

  /**
   * What the total was to be at the end of a year, and what it is.
   *
   * @param year the year
   * @param expected the plan's total at its end
   * @param reached the total of the score that was reached
   */
  public record Year(int year, Points expected, Points reached) {

    /** Returns what is still missing; zero if nothing is. */
    public Points missing() {
      return expected.minus(reached).max(Points.ZERO);
    }
  }

  /** Returns what should be complete by the end of the year and is not. */
  public List<Row> late() {
    return rows.stream().filter(row -> row.planned().year() <= year && !row.isComplete()).toList();
  }
}
