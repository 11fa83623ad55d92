package id.kla.planning;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.FaultException;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.State;
import id.kla.simulation.AwardModel;
import id.kla.simulation.Event;
import id.kla.simulation.ScoreDistribution;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What measures may come to when the evidence of each holds by chance (<i>peluang</i>).
 *
 * <p>A measure's evidence holds with the chance that the measure names, independently of that of
 * the others, and then all of its awards count; else none does. On one question the best award of
 * the measures whose evidence holds counts, or what is held already where that is more. The caps of
 * indicators cut, and the requirements of tiers that are switched on hold them down, both exactly.
 *
 * <p>A chance is of a measure's own evidence: that of its prerequisites changes nothing in it. They
 * need not be among the measures either, so that years of an action plan can be looked at one by
 * one.
 *
 * <p>What is done is there: measures that are done always count, whatever chance they name, as
 * {@link Planner} counts them.
 *
 * <p>Ogan Ilir has 771.81 points, 9 of 21 at question 6.3, 10 of 22 at 7.2 and 2 of 10 at 8.3.
 * Above 800 it gets with all three in full only, 803.81. If the evidence of each holds half of the
 * time, that is a chance of one eighth, and the total to expect is 771.81 + (12 + 12 + 8) / 2 =
 * 787.81:
 *
 * <pre>{@code
 * Plan plan = Planner.of(measures).cheapest("UTAMA").found().orElseThrow();
 * ScoreDistribution scores = Outlook.of(measures, plan.measures()).scores();
 * scores.mean();                                         // 787.810000
 * scores.chanceAtLeast(edition.ladder().tier("UTAMA"));  // 0.125
 * }</pre>
 */
@CheckReturnValue
public final class Outlook {

  private static final Ratio CERTAIN = Ratio.of(1);

  private final ImmutableList<Measure> measures;
  private final ScoreDistribution scores;

  private Outlook(ImmutableList<Measure> measures, ScoreDistribution scores) {
    this.measures = measures;
    this.scores = scores;
  }

  /**
   * Returns what some of the measures may come to, or why that takes too much to compute: more than
   * {@link ScoreDistribution#MOST_BYTES} or {@link ScoreDistribution#MOST_ADDITIONS}.
   *
   * @param all the measures that can be chosen, with the score that they start from
   * @param chosen those that are carried out, in any order, such as those of a plan
   * @throws IllegalArgumentException if one of the chosen is not among them, or is dropped
   */
  public static Checked<Outlook> check(Measures all, Collection<Measure> chosen) {
    Set<Measure> wanted = new HashSet<>(chosen);
    for (Measure measure : wanted) {
      if (!all.measures().contains(measure)) {
        throw new IllegalArgumentException(
            "chosen: found " + measure.code() + ", another measure than those of " + all);
      }
      if (measure.state() == Measure.State.DROPPED) {
        throw new IllegalArgumentException(
            "chosen: found " + measure.code() + ", which is dropped");
      }
    }
    ImmutableList<Measure> ordered =
        all.measures().stream().filter(wanted::contains).collect(ImmutableList.toImmutableList());
    List<Event> events =
        all.measures().stream()
            .filter(measure -> isDone(measure) || wanted.contains(measure))
            .map(measure -> event(all.scored(), measure))
            .toList();
    try {
      return Checked.of(
          new Outlook(ordered, ScoreDistribution.of(AwardModel.from(all.scored()), events)),
          List.of());
    } catch (FaultException e) {
      return Checked.failed(e.faults());
    }
  }

  /**
   * Returns what some of the measures may come to.
   *
   * @param all the measures that can be chosen, with the score that they start from
   * @param chosen those that are carried out, in any order, such as those of a plan
   * @throws FaultException if that takes too much to compute; the message says how much
   * @throws IllegalArgumentException if one of the chosen is not among them, or is dropped
   */
  public static Outlook of(Measures all, Collection<Measure> chosen) {
    return check(all, chosen).orThrow();
  }

  private static boolean isDone(Measure measure) {
    return measure.state() == Measure.State.DONE;
  }

  private static Event event(ScoredAssessment scored, Measure measure) {
    Map<QuestionCode, Points> awards = new LinkedHashMap<>();
    measure
        .awards()
        .forEach(
            (code, award) -> {
              if (scored.question(code).state().orElseThrow() != State.NOT_APPLICABLE) {
                awards.put(code, award);
              }
            });
    return new Event(measure.code(), isDone(measure) ? CERTAIN : measure.chance().ratio(), awards);
  }

  /** Returns the measures that are carried out, in the edition's order. */
  public List<Measure> measures() {
    return measures;
  }

  /** Returns those of them whose evidence may fail, in the edition's order. */
  public List<Measure> uncertain() {
    return measures.stream()
        .filter(measure -> !isDone(measure) && !measure.chance().ratio().equals(CERTAIN))
        .toList();
  }

  /** Returns the chances of totals and tiers, with mean and quantiles. */
  public ScoreDistribution scores() {
    return scores;
  }

  /** Returns the codes of the measures, and the distribution's range and mean. */
  @Override
  public String toString() {
    return measures.stream().map(Measure::code).toList() + " " + scores;
  }
}
