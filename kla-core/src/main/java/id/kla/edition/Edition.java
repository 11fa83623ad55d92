package id.kla.edition;

import com.google.common.collect.ImmutableMap;
import id.kla.fault.Canonical;
import id.kla.fault.Digest;
import id.kla.fault.Fault;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Nearest;
import id.kla.fault.Severity;
import id.kla.points.Points;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One dated set of rules: what is asked, what it is worth, how totals become tiers (<i>instrumen
 * evaluasi KLA</i>).
 *
 * <p>An edition without errors of {@link EditionLint} is the only one that can be built; warnings
 * are no hindrance.
 *
 * <pre>{@code
 * Editions.kla2024().question("14.10").maximum(); // 4
 * }</pre>
 */
@Value.Immutable
public abstract class Edition {

  Edition() {}

  /** Returns the edition's own name, such as {@code kla-2024}. */
  public abstract String id();

  /** Returns the edition's title. */
  public abstract Label label();

  /** Returns where the edition as a whole comes from. */
  @Value.Default
  public Origin origin() {
    return Origin.STATED;
  }

  /** Returns the total that a source states; it checks the clusters' and caps nothing. */
  public abstract Optional<Points> statedMaximum();

  /** Returns the clusters in their order. */
  public abstract List<Cluster> clusters();

  /** Returns the roles that questions name. */
  public abstract List<Role> roles();

  /** Returns the topics that questions belong to. */
  public abstract List<Topic> topics();

  /** Returns the kinds of evidence that questions ask for. */
  public abstract List<EvidenceKind> evidenceKinds();

  /** Returns what a claim is worth whose question asks for no kind of evidence; as with some. */
  @Value.Default
  public WithoutEvidence withoutKinds() {
    return WithoutEvidence.COUNTS;
  }

  /** Returns where that comes from. */
  @Value.Default
  public Origin withoutKindsOrigin() {
    return Origin.STATED;
  }

  /** Returns the stages in their order, at least one. */
  public abstract List<Stage> stages();

  /** Returns how totals become tiers; without tiers unless said otherwise. */
  @Value.Default
  public Ladder ladder() {
    return new Ladder(List.of());
  }

  /** Returns the conditions beside the total, those that are switched off included. */
  public abstract List<Requirement> requirements();

  /** Returns the sources that origins name. */
  public abstract List<Source> sources();

  /** Returns the warnings that the author knows of and accepts. */
  public abstract List<AcceptedWarning> acceptedWarnings();

  /** Returns what this edition changes in another one, if it was laid over one. */
  public abstract Optional<ChangedFrom> changedFrom();

  /** Returns the sum of the clusters' maxima, if the edition can be scored. */
  @Value.Lazy
  public Optional<Points> maximum() {
    return clusters().stream().allMatch(cluster -> cluster.maximum().isPresent())
        ? Optional.of(Points.sum(clusters().stream().flatMap(c -> c.maximum().stream()).toList()))
        : Optional.empty();
  }

  /** Returns every indicator in the edition's order. */
  @Value.Lazy
  public List<Indicator> indicators() {
    return clusters().stream().flatMap(cluster -> cluster.indicators().stream()).toList();
  }

  /** Returns every question in the edition's order. */
  @Value.Lazy
  public List<Question> questions() {
    return indicators().stream().flatMap(indicator -> indicator.questions().stream()).toList();
  }

  /**
   * Returns the SHA-256 of the edition's content: everything but the warnings that it accepts, in
   * one form whatever it was read from.
   */
  @Value.Lazy
  public Digest digest() {
    return Canonical.digest(EditionForm.of(this));
  }

  @Value.Lazy
  Map<String, Integer> positions() {
    ImmutableMap.Builder<String, Integer> codes = ImmutableMap.builder();
    for (int i = 0; i < questions().size(); i++) {
      codes.put(questions().get(i).code().toString(), i);
    }
    return codes.buildKeepingLast();
  }

  @Value.Lazy
  Map<String, Indicator> indicatorsByCode() {
    ImmutableMap.Builder<String, Indicator> codes = ImmutableMap.builder();
    indicators().forEach(indicator -> codes.put(indicator.code(), indicator));
    return codes.buildKeepingLast();
  }

  @Value.Lazy
  Map<String, Stage> stagesByName() {
    ImmutableMap.Builder<String, Stage> names = ImmutableMap.builder();
    for (Stage stage : stages()) {
      names.put(folded(stage.code()), stage);
      stage.aliases().forEach(alias -> names.put(folded(alias), stage));
    }
    return names.buildKeepingLast();
  }

  /** How names of stages are compared: case, blanks and hyphens don't matter. */
  static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }

  /** Returns the question with that code, if there is one. */
  public Optional<Question> findQuestion(QuestionCode code) {
    return findQuestion(code.toString());
  }

  /** Returns the question with that code, such as {@code 14.10}, if there is one. */
  public Optional<Question> findQuestion(String code) {
    int position = position(code);
    return position < 0 ? Optional.empty() : Optional.of(questions().get(position));
  }

  /** Returns where in {@link #questions()} the question with that code stands, -1 for none. */
  public int position(String code) {
    return positions().getOrDefault(code, -1);
  }

  /**
   * Returns the same, and looks at {@code expected} first: most sheets keep the edition's order, so
   * that the next question need not be looked up.
   */
  public int position(String code, int expected) {
    return expected < names().size() && names().get(expected).equals(code)
        ? expected
        : position(code);
  }

  /** The codes as texts of which equal ones are one: readers of documents intern names, too. */
  @Value.Lazy
  List<String> names() {
    return questions().stream().map(question -> question.code().toString().intern()).toList();
  }

  /**
   * Returns the question with that code.
   *
   * @throws IllegalArgumentException if there is none; the message names the nearest
   */
  public Question question(QuestionCode code) {
    return findQuestion(code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "question " + code + " (" + id() + ") does not exist; nearest: " + near(code)));
  }

  /**
   * Returns the question with that code, such as {@code 14.10}.
   *
   * @throws IllegalArgumentException if there is none, or if {@code code} is no code
   */
  public Question question(String code) {
    return question(QuestionCode.parse(code));
  }

  /** Returns the codes of the questions that a mistyped one is nearest to, nearest first. */
  public List<String> near(QuestionCode code) {
    return Nearest.to(code.toString(), questions().stream().map(q -> q.code().toString()).toList());
  }

  /** Returns the indicator with that code, if there is one. */
  public Optional<Indicator> findIndicator(String code) {
    return Optional.ofNullable(indicatorsByCode().get(code));
  }

  /** Returns the cluster with that code, if there is one. */
  public Optional<Cluster> findCluster(String code) {
    for (Cluster cluster : clusters()) {
      if (cluster.code().equals(code)) {
        return Optional.of(cluster);
      }
    }
    return Optional.empty();
  }

  /** Returns the stage with that code or alias, regardless of case, if there is one. */
  public Optional<Stage> findStage(String name) {
    return Optional.ofNullable(stagesByName().get(folded(name)));
  }

  /** Returns the stages after {@code stage} in their order. */
  public List<Stage> stagesAfter(Stage stage) {
    return stages().subList(stages().indexOf(stage) + 1, stages().size());
  }

  /** Returns id and number of questions, not the whole edition. */
  @Override
  public String toString() {
    return "Edition " + id() + " (" + questions().size() + " questions)";
  }

  /** Returns a builder; id, label and at least one stage must be given. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an edition. */
  public static final class Builder extends ImmutableEdition.Builder {
    Builder() {}

    /**
     * Builds the edition.
     *
     * @throws FaultException with every error that {@link EditionLint} finds
     * @throws IllegalStateException if id or label is missing
     */
    @Override
    public Edition build() {
      Edition edition = buildUnchecked();
      List<Fault> errors =
          EditionLint.of(edition).stream()
              .filter(fault -> fault.severity() == Severity.ERROR)
              .toList();
      if (!errors.isEmpty()) {
        throw new FaultException(errors);
      }
      return edition;
    }

    Edition buildUnchecked() {
      return super.build();
    }
  }
}
