package id.kla.scoring;

import id.kla.assessment.Answer;
import id.kla.assessment.Finding;
import id.kla.edition.NotApplicable;
import id.kla.edition.Question;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.fault.Argument;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one question earned, and why. */
public final class ScoredQuestion implements ScoredNode {

  private final Question question;
  private final @Nullable Answer answer;
  private final State state;
  private final Points award;
  private final Judgement judgement;

  /**
   * Makes a node.
   *
   * @param award what the answer earns if it counts, whatever its state; zero without one
   * @param judgement why it counts or does not
   */
  ScoredQuestion(
      Question question, @Nullable Answer answer, State state, Points award, Judgement judgement) {
    this.question = question;
    this.answer = answer;
    this.state = state;
    this.award = award;
    this.judgement = judgement;
  }

  /** Returns the question as the edition has it. */
  public Question question() {
    return question;
  }

  /** Returns the answer, if there is one; a measured fact alone is one, too. */
  public Optional<Answer> answer() {
    return Optional.ofNullable(answer);
  }

  /** Returns what the answer earns if every claim counts; zero without one. */
  public Points claim() {
    return judgement.claim().orElse(award);
  }

  /** Returns why the answer does not count, or not yet, the one that is charged first. */
  public List<Cause> causes() {
    return judgement.causes();
  }

  /** Returns which causes could not be looked for, since its evidence does not say enough. */
  public List<Cause> unchecked() {
    return judgement.unchecked();
  }

  /**
   * Returns the documents that a view looked at to say whether the answer counts, each with what is
   * wrong with it, in the order of the sheet; none where evidence was not looked at.
   */
  public List<JudgedEvidence> evidence() {
    return judgement.evidence();
  }

  /** Returns what the stage found, where that is what counts. */
  public Optional<Finding> finding() {
    return judgement.finding();
  }

  @Override
  public String code() {
    return question.code().toString();
  }

  @Override
  public Label label() {
    return question.label();
  }

  @Override
  public Optional<State> state() {
    return Optional.of(state);
  }

  @Override
  public Points sum() {
    return points();
  }

  @Override
  public Points cap() {
    return Points.ZERO;
  }

  @Override
  public Points points() {
    return state == State.SETTLED || state == State.NOT_APPLICABLE ? award : Points.ZERO;
  }

  @Override
  public Points atLeast() {
    return judgement.isRevisable() ? Points.ZERO : points();
  }

  @Override
  public Points atMost() {
    if (state == State.UNANSWERED) {
      return question.maximum();
    }
    return state == State.LOST ? Points.ZERO : award;
  }

  @Override
  public Points maximum() {
    return question.maximum();
  }

  @Override
  public Points headroom() {
    return state == State.NOT_APPLICABLE ? Points.ZERO : question.maximum().minus(points());
  }

  @Override
  public List<ScoredNode> children() {
    return List.of();
  }

  @Override
  public String reason(Language language) {
    String reason = reason(language, award);
    if (judgement.isClaim() || state == State.NOT_APPLICABLE || state == State.UNANSWERED) {
      return reason;
    }
    Optional<Finding> finding = judgement.finding();
    if (finding.filter(found -> found.ruling() == Finding.Ruling.REVISED).isPresent()) {
      return Reasons.text(
          "revised",
          language,
          Map.of(
              "points", Argument.of(award.toBigDecimal()),
              "maximum", Argument.of(question.maximum().toBigDecimal()),
              "claim", Argument.of(claim().toBigDecimal())));
    }
    if (state == State.SETTLED) {
      return reason
          + Reasons.text(finding.isPresent() ? "upheld" : "evidenced", language, Map.of());
    }
    return reason
        + Reasons.text(
            state == State.LOST ? "lost" : "pending",
            language,
            Map.of("causes", Argument.of(causes(language))));
  }

  private String causes(Language language) {
    return causes().isEmpty()
        ? Reasons.text("noFinding", language, Map.of())
        : causes().stream()
            .map(cause -> Reasons.text("cause." + cause.name(), language, Map.of()))
            .collect(Collectors.joining(", "));
  }

  private String reason(Language language, Points earned) {
    Map<String, Argument> values =
        Map.of(
            "points", Argument.of(earned.toBigDecimal()),
            "maximum", Argument.of(question.maximum().toBigDecimal()),
            "response", Argument.of(basis(language)));
    return Reasons.text(key(), language, values);
  }

  private String key() {
    return switch (state) {
      case UNANSWERED -> answer == null ? "unanswered" : "factOnly";
      case NOT_APPLICABLE ->
          question.notApplicable() == NotApplicable.FULL
              ? "notApplicableFull"
              : "notApplicableNothing";
      case SETTLED, PENDING, LOST ->
          question.scale() instanceof Scale.Graded
              ? "graded"
              : question.scale() instanceof Scale.Levels
                  ? "level"
                  : question.scale() instanceof Scale.Bands ? "band" : "line";
    };
  }

  /** What the points rest on, in words. */
  private String basis(Language language) {
    if (answer instanceof Answer.NotApplicable notApplicable) {
      return notApplicable.reason();
    }
    if (answer instanceof Answer.Measured measured) {
      return text(measured.fact(), language);
    }
    if (answer instanceof Answer.Given given) {
      Response read = given.readBy(question.scale()).orElse(given.response());
      return read instanceof Response.Graded
          ? given.measured().map(fact -> text(fact, language)).orElse("")
          : text(read, language);
    }
    return "";
  }

  private String text(Response response, Language language) {
    if (response instanceof Response.Level level
        && question.scale() instanceof Scale.Levels levels) {
      return levels
          .findLevel(level.code())
          .filter(offered -> !offered.label().isEmpty())
          .map(offered -> offered.label().in(language))
          .orElse(level.code());
    }
    if (response instanceof Response.Fact fact) {
      String band =
          question.scale() instanceof Scale.Bands bands && bands.measure() == fact.measure()
              ? bands
                  .findBand(fact.quantity())
                  .map(found -> " " + Quantities.text(found.range(), bands.measure(), language))
                  .orElse("")
              : "";
      return plain(fact, language) + band;
    }
    return response.toString();
  }

  private static String plain(Response.Fact fact, Language language) {
    boolean english = language == Language.ENGLISH;
    if (fact instanceof Response.Coverage coverage) {
      String share = coverage.share().toString();
      return english ? share : share.replace(" of ", " dari ").replace('.', ',');
    }
    if (fact instanceof Response.Count count) {
      return Long.toString(count.count());
    }
    Response.Change change = (Response.Change) fact;
    return Argument.of(change.before()).in(language)
        + " → "
        + Argument.of(change.now()).in(language);
  }

  /** Returns code, points and state. */
  @Override
  public String toString() {
    return code() + " " + points() + " of " + maximum() + " " + state;
  }
}
