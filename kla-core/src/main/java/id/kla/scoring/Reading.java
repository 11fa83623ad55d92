package id.kla.scoring;

import id.kla.assessment.Answer;
import id.kla.assessment.AnswerSteps;
import id.kla.edition.Edition;
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

  /** What those nodes count now, and at most. */
  private final long[] now;

  private final long[] atMost;

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
    this.now = new long[size];
    this.atMost = new long[size];
    for (int position = 0; position < questions.length; position++) {
      Question question = questions[position];
      int at = firsts[position];
      nodes[at] = put(at, unanswered(question, null));
      List<Points> steps = question.scale().awards();
      for (int step = 0; step < steps.size(); step++) {
        at++;
        if (question.scale() instanceof Scale.Levels levels) {
          Answer answer = Answer.of(Response.level(levels.levels().get(step).code()));
          nodes[at] = put(at, settled(question, answer, steps.get(step)));
        } else {
          put(at, settled(question, null, steps.get(step)));
        }
      }
    }
  }

  private ScoredQuestion put(int at, ScoredQuestion node) {
    awards[at] = node.claim();
    now[at] = node.points().units();
    atMost[at] = node.atMost().units();
    return node;
  }

  /** Writes the nodes of some questions of a sheet, from the first to before the end. */
  Sum score(AnswerSteps sheet, int first, int end, ScoredQuestion[] scored) {
    long nowSum = 0;
    long atMostSum = 0;
    for (int position = first; position < end; position++) {
      int step = sheet.stepAt(position);
      if (step >= 0) {
        int at = firsts[position] + step;
        ScoredQuestion known = nodes[at];
        scored[position] =
            known != null
                ? known
                : settled(questions[position], sheet.answerAt(position), awards[at]);
        nowSum = Math.addExact(nowSum, now[at]);
        atMostSum = Math.addExact(atMostSum, atMost[at]);
      } else {
        ScoredQuestion node = read(questions[position], sheet.answerAt(position));
        scored[position] = node;
        nowSum = Math.addExact(nowSum, node.points().units());
        atMostSum = Math.addExact(atMostSum, node.atMost().units());
      }
    }
    return new Sum(judgement.isRevisable() ? 0 : nowSum, nowSum, atMostSum);
  }

  /**
   * What some questions add up to.
   *
   * @param atLeast what nobody can take any more
   * @param now what counts
   * @param atMost what counts if all that is open were won
   */
  record Sum(long atLeast, long now, long atMost) {

    /** Returns what the nodes of some questions add up to, from the first to before the end. */
    static Sum of(ScoredQuestion[] scored, int first, int end) {
      long atLeast = 0;
      long now = 0;
      long atMost = 0;
      for (int position = first; position < end; position++) {
        ScoredQuestion node = scored[position];
        atLeast = Math.addExact(atLeast, node.atLeast().units());
        now = Math.addExact(now, node.points().units());
        atMost = Math.addExact(atMost, node.atMost().units());
      }
      return new Sum(atLeast, now, atMost);
    }
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

  private ScoredQuestion settled(Question question, @Nullable Answer answer, Points award) {
    return new ScoredQuestion(question, answer, State.SETTLED, award, judgement);
  }
}
