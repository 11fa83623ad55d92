package id.kla.verification;

import id.kla.assessment.Agency;
import id.kla.assessment.Evidence;
import id.kla.edition.QuestionCode;
import id.kla.edition.Stage;
import id.kla.points.Points;
import id.kla.scoring.Basis;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.Standing;
import id.kla.scoring.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One share while its questions are counted. */
final class Tally {

  private final RiskShare.Holder holder;
  private final String code;
  private final List<Agency> agencies;
  private final List<Difference.Row> rows = new ArrayList<>();
  private int led;
  private int shared;
  private int answered;
  private int evidenced;
  private int accepted;

  Tally(RiskShare.Holder holder, String code, List<Agency> agencies) {
    this.holder = holder;
    this.code = code;
    this.agencies = agencies;
  }

  /** What all tallies of a sheet look up. */
  static final class Sheet {
    private final ScoredAssessment evidenced;
    private final Map<QuestionCode, Difference.Row> rows = new HashMap<>();
    private final Set<QuestionCode> accepted = new HashSet<>();

    /**
     * Looks at a difference.
     *
     * @throws IllegalArgumentException if it is not from a claim to what has evidence of it
     */
    Sheet(Difference difference) {
      ScoredAssessment claimed = difference.before();
      this.evidenced = difference.after();
      if (claimed.view().basis() != Basis.CLAIMED
          || evidenced.view().basis() != Basis.EVIDENCED
          || !claimed.assessment().equals(evidenced.assessment())) {
        throw new IllegalArgumentException(
            "difference: found "
                + claimed.view().basis()
                + " and "
                + evidenced.view().basis()
                + (claimed.assessment().equals(evidenced.assessment()) ? "" : " of two sheets")
                + "; allowed: CLAIMED and EVIDENCED of one sheet");
      }
      for (Difference.Row row : difference.rows()) {
        row.question().ifPresent(question -> rows.put(question, row));
      }
      Optional<Stage> known = evidenced.view().stage().flatMap(evidenced.edition()::findStage);
      for (Evidence evidence : evidenced.assessment().evidence()) {
        if (evidence
            .lastStatus(evidenced.edition(), known)
            .filter(status -> status.ruling() == Evidence.Ruling.ACCEPTED)
            .isPresent()) {
          accepted.addAll(evidence.questions());
        }
      }
    }
  }

  void share() {
    shared++;
  }

  void add(ScoredQuestion borne, Sheet sheet) {
    QuestionCode question = borne.question().code();
    boolean isAnswered = borne.state().orElseThrow() != State.UNANSWERED;
    led++;
    answered += isAnswered ? 1 : 0;
    evidenced += isAnswered && borne.causes().isEmpty() ? 1 : 0;
    accepted += isAnswered && sheet.accepted.contains(question) ? 1 : 0;
    Difference.Row row = sheet.rows.get(question);
    if (row != null) {
      rows.add(row);
    }
  }

  RiskShare share(Sheet sheet) {
    return new RiskShare(
        holder,
        code,
        agencies,
        led,
        shared,
        answered,
        evidenced,
        accepted,
        rows,
        recoverable(sheet.evidenced, rows));
  }

  /** What is lost stays lost; what waits counts. */
  static Standing recoverable(ScoredAssessment evidenced, List<Difference.Row> rows) {
    Map<QuestionCode, Points> completed = new HashMap<>();
    for (Difference.Row row : rows) {
      ScoredQuestion waiting = evidenced.question(row.question().orElseThrow());
      if (waiting.state().orElseThrow() == State.PENDING) {
        completed.put(waiting.question().code(), waiting.claim());
      }
    }
    return evidenced.standingWith(completed);
  }
}
