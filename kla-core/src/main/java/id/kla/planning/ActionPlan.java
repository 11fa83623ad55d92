package id.kla.planning;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Indicator;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.points.Points;
import id.kla.scoring.Standing;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures to carry out, each in its year, with what every year costs and reaches (<i>Rencana Aksi
 * Daerah Kabupaten/Kota Layak Anak, RAD KLA</i>).
 *
 * <p>The award of a measure counts from the end of its year on. What is done already counts from
 * the start, costs nothing more and is not among the rows.
 *
 * <p>The gains of a year's rows, less what the caps take of them, are what the total gains in that
 * year: {@code sum of rows - sum of cuts = gain}.
 *
 * @param measures those that could be chosen
 * @param goals the years with their budgets and targets
 * @param start what is held before the first year, with what is done already
 * @param years what happens in each year, the first one first
 */
@CheckReturnValue
public record ActionPlan(Measures measures, YearGoals goals, Standing start, List<Year> years) {

  /** Copies the list. */
  public ActionPlan {
    years = List.copyOf(years);
  }

  /**
   * Returns the plan that carries out some measures, each in a year, whatever it spends or misses;
   * such as one that was agreed upon before.
   *
   * @param yearByCode the year of each measure to carry out
   * @throws IllegalArgumentException if a code is not among the measures, is of one that is done or
   *     dropped, a year is not among the goals, or measures and goals are of different editions
   */
  public static ActionPlan of(Measures measures, YearGoals goals, Map<String, Integer> yearByCode) {
    checkEditions(measures, goals);
    return new ActionYears(new Compiled(measures), measures, goals).plan(yearByCode);
  }

  static void checkEditions(Measures measures, YearGoals goals) {
    String edition = measures.scored().edition().id();
    if (!goals.edition().id().equals(edition)) {
      throw new IllegalArgumentException(
          "edition of the years: found " + goals.edition().id() + "; allowed: " + edition);
    }
  }

  /**
   * One year of the plan.
   *
   * @param goal its budget and target
   * @param rows the measures that are carried out in it, in the order of {@link
   *     Measures#measures()}
   * @param cuts what the stated maximum of an indicator takes of the rows' gains, where it takes
   *     any
   * @param spent what the measures cost
   * @param standing total and tier at its end, once the evidence holds
   * @param gain what the total gains in it
   * @param missing what the total lacks to the target, or to what its tiers require of the total if
   *     that is more; zero if nothing, or there is none
   * @param unmet the requirements of the target that are not met at its end
   */
  public record Year(
      YearGoal goal,
      List<Row> rows,
      List<Cut> cuts,
      BigDecimal spent,
      Standing standing,
      Points gain,
      Points missing,
      List<Requirement> unmet) {

    /** Copies the lists. */
    public Year {
      rows = List.copyOf(rows);
      cuts = List.copyOf(cuts);
      unmet = List.copyOf(unmet);
    }

    /** Returns the year. */
    public int year() {
      return goal.year();
    }

    /** Returns whether its target is met; true where there is none. */
    public boolean isMet() {
      return missing.isZero() && unmet.isEmpty();
    }
  }

  /**
   * One measure in its year.
   *
   * <p>On each question the gain of a year counts for the measure with the best award; of several
   * with the same award for the first one. So a measure may gain nothing although it brings an
   * award.
   *
   * @param year the year
   * @param measure the measure
   * @param indicators the indicators of its questions, in the edition's order
   * @param gains what each of its questions gains by it, in the edition's order, before caps;
   *     questions that are not applicable are left out
   */
  public record Row(
      int year, Measure measure, List<Indicator> indicators, Map<QuestionCode, Points> gains) {

    /** Copies list and map. */
    public Row {
      indicators = List.copyOf(indicators);
      gains = Collections.unmodifiableMap(new LinkedHashMap<>(gains));
    }

    /** Returns what all its questions gain by it, before caps. */
    public Points gain() {
      return Points.sum(gains.values());
    }

    /** Returns what it still costs. */
    public BigDecimal cost() {
      return measure.remainingCost();
    }
  }

  /**
   * What the stated maximum of an indicator takes of a year's gains.
   *
   * @param indicator the indicator
   * @param points what is taken
   */
  public record Cut(Indicator indicator, Points points) {}

  /** Returns all rows, by year and then in the order of {@link Measures#measures()}. */
  public List<Row> rows() {
    return years.stream().flatMap(year -> year.rows().stream()).toList();
  }

  /** Returns what all measures still cost. */
  public BigDecimal cost() {
    return years.stream().map(Year::spent).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Returns the years whose target is missed. */
  public List<Year> missed() {
    return years.stream().filter(year -> !year.isMet()).toList();
  }

  /** Returns how many points all missed years lack together. */
  public Points missing() {
    return Points.sum(years.stream().map(Year::missing).toList());
  }

  /** Returns the year in which a measure is carried out, if it is. */
  public Optional<Integer> yearOf(String code) {
    return rows().stream()
        .filter(row -> row.measure().code().equals(code))
        .map(Row::year)
        .findFirst();
  }

  /**
   * Returns what all measures up to the end of one of its years may come to when their evidence
   * holds by chance, or why that is not computed; see {@link Outlook#check}.
   */
  public Checked<Outlook> outlook(Year year) {
    return Outlook.check(
        measures,
        years.stream()
            .filter(each -> each.year() <= year.year())
            .flatMap(each -> each.rows().stream())
            .map(Row::measure)
            .toList());
  }

  /**
   * Returns what it lacks beside points, as warnings and notes: measures of it without a reference,
   * without a cost although they bring points, without an agency, or referenced for other years
   * than their own only; measures that can't be carried out in its years; clusters of the edition
   * without a measure; and agencies of the assessment that lead questions with headroom and have no
   * measure.
   */
  public List<Fault> lint() {
    return new ActionPlanLint(this).faults();
  }
}
