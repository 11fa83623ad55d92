package id.kla.scoring;

import id.kla.assessment.Assessment;
import id.kla.assessment.Finding;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Stage;
import id.kla.points.Points;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a stage upheld or revised counts; an answer without a finding may still. */
final class FindingJudge implements Judge {

  private final Map<QuestionCode, Finding> findings = new HashMap<>();

  FindingJudge(Assessment assessment, Stage stage) {
    for (Finding finding : assessment.findings()) {
      if (finding.stage().equals(stage.code())) {
        findings.put(finding.question(), finding);
      }
    }
  }

  @Override
  public @Nullable Verdict judge(Question question, @Nullable Points claim) {
    Finding finding = findings.get(question.code());
    if (finding == null) {
      return claim == null ? null : found(State.PENDING, claim, List.of(), Optional.empty());
    }
    Points held = claim == null ? Points.ZERO : claim;
    return switch (finding.ruling()) {
      case UPHELD ->
          claim == null ? null : found(State.SETTLED, held, List.of(), Optional.of(finding));
      case REVISED ->
          found(State.SETTLED, finding.points().orElseThrow(), List.of(), Optional.of(finding));
      case STRUCK ->
          claim == null
              ? null
              : found(State.LOST, held, List.of(Cause.STRUCK), Optional.of(finding));
    };
  }

  private static Verdict found(
      State state, Points points, List<Cause> causes, Optional<Finding> finding) {
    return new Verdict(state, points, causes, List.of(), List.of(), finding);
  }
}
