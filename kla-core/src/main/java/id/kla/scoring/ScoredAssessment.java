package id.kla.scoring;

import com.google.common.base.Suppliers;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.fault.Canonical;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an assessment scored: one tree shaped like the edition, in which every node says why.
 *
 * <p>Computed by kla, not declared by the ministry.
 *
 * <pre>{@code
 * scored.now().total();                  // 771.81
 * scored.now().tier();                   // NINDYA
 * scored.question("19.1").reason(ENGLISH);
 * }</pre>
 */
@CheckReturnValue
public final class ScoredAssessment implements ScoredNode {

  private final Assessment assessment;
  private final View view;
  private final ScoringEngine engine;
  private final Span<ScoredCluster> clusters;
  private final Span<ScoredQuestion> questions;
  private final Points maximum;
  private final Standing atLeast;
  private final Standing now;
  private final Standing atMost;
  private final Supplier<DigestRecord> digests = Suppliers.memoize(this::takeDigests);

  ScoredAssessment(
      Assessment assessment,
      View view,
      ScoringEngine engine,
      Span<ScoredCluster> clusters,
      Span<ScoredQuestion> questions,
      Points maximum,
      Standing atLeast,
      Standing now,
      Standing atMost) {
    this.assessment = assessment;
    this.view = view;
    this.engine = engine;
    this.clusters = clusters;
    this.questions = questions;
    this.maximum = maximum;
    this.atLeast = atLeast;
    this.now = now;
    this.atMost = atMost;
  }

  /** Returns what was scored. */
  public Assessment assessment() {
    return assessment;
  }

  /** Returns by which eyes: what counted. */
  public View view() {
    return view;
  }

  /** Returns the edition by whose rules. */
  public Edition edition() {
    return assessment.edition();
  }

  /** Returns what it was computed from, as digests; they are taken on the first call. */
  public DigestRecord digests() {
    return digests.get();
  }

  private DigestRecord takeDigests() {
    return new DigestRecord(
        edition().digest(), assessment.digest(), Canonical.digest(ScoredForm.of(this)));
  }

  /** Returns the total that nobody can take any more, and its tier. */
  public Standing leastStanding() {
    return atLeast;
  }

  /** Returns the total that counts now, and its tier. */
  public Standing now() {
    return now;
  }

  /** Returns the total if all that is open were won, and its tier. */
  public Standing mostStanding() {
    return atMost;
  }

  /**
   * Returns the requirements of a tier and of those below it that are not met now, in the edition's
   * order; whatever the total.
   */
  public List<Requirement> unmet(Tier tier) {
    return engine.unmet(this, tier);
  }

  /**
   * Returns the total and tier that there were if those questions counted those points, whatever
   * they count now: exact with the caps of indicators and with requirements.
   *
   * @throws IllegalArgumentException if there is no such question, or points lie outside 0 to its
   *     maximum
   */
  public Standing standingWith(Map<QuestionCode, Points> points) {
    return engine.standing(this, points);
  }

  /**
   * Returns the requirements that stand before later stages and are not met now, in the edition's
   * order.
   */
  public List<Requirement> closedStages() {
    return engine.closedStages(this);
  }

  /** Returns the clusters in the edition's order. */
  public List<ScoredCluster> clusters() {
    return clusters;
  }

  /** Returns every indicator in the edition's order. */
  public List<ScoredIndicator> indicators() {
    return clusters.stream().flatMap(cluster -> cluster.indicators().stream()).toList();
  }

  /** Returns every question in the edition's order. */
  public List<ScoredQuestion> questions() {
    return questions;
  }

  /** Returns the questions in that state, in the edition's order. */
  public List<ScoredQuestion> questions(State state) {
    return questions.stream().filter(q -> q.state().orElseThrow() == state).toList();
  }

  /**
   * Returns the cluster with that code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public ScoredCluster cluster(String code) {
    return clusters.stream()
        .filter(cluster -> cluster.code().equals(code))
        .findFirst()
        .orElseThrow(() -> unknown("cluster", code));
  }

  /**
   * Returns the indicator with that code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public ScoredIndicator indicator(String code) {
    return clusters.stream()
        .flatMap(cluster -> cluster.indicators().stream())
        .filter(indicator -> indicator.code().equals(code))
        .findFirst()
        .orElseThrow(() -> unknown("indicator", code));
  }

  /** Returns the question with that code, if there is one. */
  public Optional<ScoredQuestion> findQuestion(QuestionCode code) {
    int position = edition().position(code.toString());
    return position < 0 ? Optional.empty() : Optional.of(questions.get(position));
  }

  /**
   * Returns the question with that code.
   *
   * @throws IllegalArgumentException if there is none; the message names the nearest
   */
  public ScoredQuestion question(QuestionCode code) {
    return findQuestion(edition().question(code).code()).orElseThrow();
  }

  /**
   * Returns the question with that code, such as {@code 14.10}.
   *
   * @throws IllegalArgumentException if there is none, or if {@code code} is no code
   */
  public ScoredQuestion question(String code) {
    return question(QuestionCode.parse(code));
  }

  private IllegalArgumentException unknown(String what, String code) {
    return new IllegalArgumentException(
        what + " " + code + " (" + edition().id() + ") does not exist");
  }

  @Override
  public String code() {
    return edition().id();
  }

  @Override
  public Label label() {
    return edition().label();
  }

  @Override
  public Optional<State> state() {
    return Nodes.sharedState(clusters);
  }

  @Override
  public Points sum() {
    return now.total();
  }

  @Override
  public Points cap() {
    return Points.ZERO;
  }

  @Override
  public Points points() {
    return now.total();
  }

  @Override
  public Points atLeast() {
    return atLeast.total();
  }

  @Override
  public Points atMost() {
    return atMost.total();
  }

  @Override
  public Points maximum() {
    return maximum;
  }

  @Override
  public Points headroom() {
    return Nodes.headroom(clusters);
  }

  @Override
  public List<ScoredCluster> children() {
    return clusters;
  }

  @Override
  public String reason(Language language) {
    return Nodes.sumReason("totalSum", this, language);
  }

  /** Returns edition, region and total. */
  @Override
  public String toString() {
    return code() + " " + assessment.region() + " " + now.total() + " of " + maximum;
  }
}
