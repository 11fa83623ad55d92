package id.kla.scoring;

import id.kla.assessment.Answer;
import id.kla.assessment.AnswerSteps;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.NotApplicable;
import id.kla.edition.Question;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.points.Points;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The questions of an edition with the look-ups of their scales done once: what answers to them
 * earn when every claim counts.
 *
 * <p>Answers that name the same level have everything in common, so that their nodes are made once,
 * too, as are those without an answer. What a sheet knows no step of is left to the scale, which
 * says the same of all answers.
 */
final class Reading {

  private final Question[] questions;
  private final Judgement judgement;

  /** Where the steps of each question begin in what follows. */
  private final int[] firsts;

  /** By the steps that a sheet tells, from 0 on; none of bands, whose nodes hold the measure. */
  private final @Nullable ScoredQuestion[] nodes;

  private final Points[] awards;

  /** The same in ten-thousandths of a point. */
  private final long[] units;

  Reading(Edition edition, Judgement judgement) {
    this.questions = edition.questions().toArray(Question[]::new);
    this.judgement = judgement;
    this.firsts = new int[questions.length];
    int size = 0;
    for (int position = 0; position < questions.length; position++) {
      firsts[position] = size;
      size += 1 + questions[position].scale().awards().size();
    }
    this.nodes = new ScoredQuestion[size];
    this.awards = new Points[size];
    this.units = new long[size];
    for (int position = 0; position < questions.length; position++) {
      Question question = questions[position];
      int at = firsts[position];
      nodes[at] = unanswered(question, null);
      awards[at] = Points.ZERO;
      List<Points> steps = question.scale().awards();
      for (int step = 0; step < steps.size(); step++) {
        at++;
        awards[at] = steps.get(step);
        units[at] = steps.get(step).units();
        if (question.scale() instanceof Scale.Levels levels) {
          Answer answer = Answer.of(Response.level(levels.levels().get(step).code()));
          nodes[at] = settled(question, answer, steps.get(step));
        }
      }
    }
  }

  /**
   * Writes the nodes of the questions of an indicator on a sheet, from the first to before the end
   * of all questions, and returns the node of the indicator.
   */
  ScoredIndicator score(
      AnswerSteps sheet,
      Indicator indicator,
      Points maximum,
      ScoredQuestion[] scored,
      int first,
      int end) {
    long now = 0;
    long open = 0;
    for (int position = first; position < end; position++) {
      int step = sheet.stepAt(position);
      if (step > 0) {
        int at = firsts[position] + step;
        ScoredQuestion known = nodes[at];
        scored[position] =
            known != null
                ? known
                : settled(questions[position], sheet.answerAt(position), awards[at]);
        now = Math.addExact(now, units[at]);
      } else {
        ScoredQuestion node =
            step == AnswerSteps.UNANSWERED
                ? nodes[firsts[position]]
                : read(questions[position], sheet.answerAt(position));
        scored[position] = node;
        long held = node.points().units();
        now = Math.addExact(now, held);
        open = Math.addExact(open, node.atMost().units() - held);
      }
    }
    return new ScoredIndicator(
        indicator,
        maximum,
        scored,
        first,
        end,
        now,
        judgement.isRevisable() ? 0 : now,
        Math.addExact(now, open));
  }

  private ScoredQuestion read(Question question, Answer answer) {
    if (answer instanceof Answer.Given given
        && given.response() instanceof Response.Graded graded
        && question.scale() instanceof Scale.Graded) {
      return settled(question, answer, graded.points());
    }
    Scale scale = question.scale();
    Points award = answer.readBy(scale).map(scale::award).orElse(null);
    if (award != null) {
      return settled(question, answer, award);
    }
    if (answer instanceof Answer.NotApplicable) {
      award = question.notApplicable() == NotApplicable.FULL ? question.maximum() : Points.ZERO;
      return new ScoredQuestion(question, answer, State.NOT_APPLICABLE, award, judgement);
    }
    return unanswered(question, answer);
  }

  private ScoredQuestion unanswered(Question question, @Nullable Answer answer) {
    return new ScoredQuestion(question, answer, State.UNANSWERED, Points.ZERO, judgement);
  }

  private ScoredQuestion settled(Question question, Answer answer, Points award) {
    return new ScoredQuestion(question, answer, State.SETTLED, award, judgement);
  }
}
