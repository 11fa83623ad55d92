package id.kla.assessment;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Stage;
import id.kla.fault.Canonical;
import id.kla.fault.Checked;
import id.kla.fault.Digest;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.immutables.value.Value;

/**
 * What one region answered in one round, as one stage of judging left it (<i>penilaian</i>).
 *
 * <p>Every answer fits its question: an assessment with an answer that does not can't be built. A
 * question without an answer is unanswered, which is not zero.
 *
 * <pre>{@code
 * Assessment.builder()
 *     .edition(Editions.kla2024())
 *     .region(RegionCode.parse("16.10"))
 *     .round(Round.parse("2024/2025"))
 *     .stage("self")
 *     .putAnswers(QuestionCode.parse("1.1"), Answer.of(Points.of(12)))
 *     .build();
 * }</pre>
 */
@Value.Immutable
public abstract class Assessment {

  Assessment() {}

  /** Returns the edition that was answered. */
  public abstract Edition edition();

  /** Returns the code of the region, or of the sub-district or village, that answered. */
  public abstract RegionCode region();

  /** Returns the round; of a year that is known to be part of one, the whole round. */
  public abstract Round round();

  /** Returns the code of the stage; a builder takes aliases, too. */
  public abstract String stage();

  /** Returns where the sheet comes from, if it says so. */
  public abstract Optional<String> source();

  /** Returns the same in the form in which they are held, which is of no use to a caller. */
  @Value.Default
  SheetAnswers held() {
    return SheetAnswers.NONE;
  }

  /** Returns the answers in the edition's order; unanswered questions are absent. */
  public Map<QuestionCode, Answer> answers() {
    return held();
  }

  /** Returns the totals that the sheet states of itself. */
  @Value.Default
  public StatedTotals stated() {
    return StatedTotals.none();
  }

  /** Returns the agencies that the sheet lists, as listed; without any, agencies are just names. */
  public abstract List<Agency> agencies();

  /** Returns the agencies that hold a role of the edition, as listed; several may share one. */
  public List<Agency> agenciesOf(String role) {
    return agencies().stream().filter(agency -> agency.roles().contains(role)).toList();
  }

  /** Returns the evidence as listed. */
  public abstract List<Evidence> evidence();

  /** Returns what judging stages found, in the order of stages and then of questions. */
  public abstract List<Finding> findings();

  /** Returns remarks on questions, in the edition's order; they are kept, and never scored. */
  public abstract Map<QuestionCode, String> notes();

  /** Returns the answer to a question, if there is one. */
  public Optional<Answer> answer(QuestionCode code) {
    return Optional.ofNullable(held().get(code));
  }

  /**
   * Gives each answer, with the position of its question in {@link Edition#questions()}, in that
   * order; for those who walk through all of them, and often.
   */
  public void forEachAnswer(ObjIntConsumer<Answer> taker) {
    held().giveAll(taker);
  }

  /** Returns the answer to the question at a position of {@link Edition#questions()}, if any. */
  public Optional<Answer> answerAt(int position) {
    return Optional.ofNullable(held().at(position));
  }

  /** Returns the same by position, with the level or band of its scale that each falls in. */
  public AnswerSteps steps() {
    return held().steps();
  }

  /**
   * Returns the SHA-256 of everything that the assessment says, in one form whatever it was read
   * from; of its edition, the id.
   */
  @Value.Lazy
  public Digest digest() {
    return Canonical.digest(AssessmentForm.of(this));
  }

  /** Returns the edition's stage that this sheet stands at. */
  public Stage judgedAt() {
    return edition().findStage(stage()).orElseThrow();
  }

  /**
   * Returns the same assessment with another answer to one question.
   *
   * @throws FaultException if the answer does not fit the question, or there is no such question
   */
  public Assessment withAnswer(QuestionCode code, Answer answer) {
    Map<QuestionCode, Answer> answers = new HashMap<>(answers());
    answers.put(code, answer);
    return builder().from(this).answers(answers).build();
  }

  /** Returns the same assessment without an answer to one question. */
  public Assessment withoutAnswer(QuestionCode code) {
    Map<QuestionCode, Answer> answers = new HashMap<>(answers());
    answers.remove(code);
    return builder().from(this).answers(answers).build();
  }

  /**
   * Returns this sheet under an edition that an overlay has made of its own.
   *
   * <p>Graded points of a question with another maximum are the same part of it, rounded half up to
   * four decimals. Where a scale reads measured facts, the fact counts instead of graded points.
   * What the new scale can't read is left out and warned of; totals that the sheet states are, too.
   */
  public Checked<Assessment> under(Edition overlay) {
    return Transfer.of(this, overlay);
  }

  /** Puts everything in its canonical form and refuses what does not fit. */
  private Assessment checked(Map<QuestionCode, Answer> answers) {
    List<Fault> faults = new ArrayList<>();
    Optional<Stage> stage = edition().findStage(stage());
    if (stage.isEmpty()) {
      faults.add(
          Fault.of(FaultCode.UNKNOWN_STAGE, Place.unknown())
              .with("found", stage())
              .with("allowed", AssessmentDraft.stages(edition())));
    }
    faults.addAll(Regions.builtIn().findArea(region().toString(), Place.unknown()).faults());
    answers.forEach(
        (code, answer) -> AnswerCheck.check(edition(), code, answer, Place.unknown(), faults));
    faults.addAll(AssessmentDraft.unknownTotals(edition(), stated()));
    PartsCheck parts = new PartsCheck(edition(), faults);
    List<Agency> agencies = parts.agencies(PartsCheck.unplaced(agencies()));
    List<Evidence> evidence = parts.evidence(PartsCheck.unplaced(evidence()));
    List<Finding> findings = parts.findings(PartsCheck.unplaced(findings()));
    Map<QuestionCode, String> notes =
        parts.notes(
            PartsCheck.unplaced(
                notes().entrySet().stream()
                    .map(note -> new PartsCheck.Note(note.getKey(), note.getValue()))
                    .toList()));
    Optional<String> source = PartsCheck.meant(source());
    List<Fault> errors =
        faults.stream().filter(fault -> fault.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new FaultException(errors);
    }
    Round round = Calendar.builtIn().roundOf(round());
    String code = stage.orElseThrow().code();
    return builder()
        .from(this)
        .round(round)
        .stage(code)
        .source(source)
        .agencies(agencies)
        .evidence(evidence)
        .findings(findings)
        .notes(notes)
        .buildUnchecked(SheetAnswers.of(edition(), answers));
  }

  /** Returns a builder; edition, region, round and stage must be given. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an assessment. */
  public static final class Builder extends ImmutableAssessment.Builder {

    /** What comes on top of the answers that are held. */
    private final Map<QuestionCode, Answer> answers = new LinkedHashMap<>();

    Builder() {}

    /** Adds the answer to a question; of several to the same one the last counts. */
    @CanIgnoreReturnValue
    public Builder putAnswers(QuestionCode code, Answer answer) {
      answers.put(code, answer);
      return this;
    }

    /** Adds answers; of several to the same question the last counts. */
    @CanIgnoreReturnValue
    public Builder putAllAnswers(Map<QuestionCode, ? extends Answer> all) {
      answers.putAll(all);
      return this;
    }

    /** Sets the answers in place of those given before. */
    @CanIgnoreReturnValue
    public Builder answers(Map<QuestionCode, ? extends Answer> all) {
      answers.clear();
      return held(SheetAnswers.NONE).putAllAnswers(all);
    }

    /**
     * Builds the assessment.
     *
     * @throws FaultException with every answer that does not fit its question, and whatever else
     *     does not fit the edition
     * @throws IllegalStateException if edition, region, round or stage is missing
     */
    @Override
    public Assessment build() {
      Assessment given = super.build();
      Map<QuestionCode, Answer> all = new LinkedHashMap<>(given.answers());
      all.putAll(answers);
      return given.checked(all);
    }

    /** Builds what {@link AssessmentDraft} has checked and put in its canonical form. */
    Assessment buildUnchecked(SheetAnswers checked) {
      held(checked);
      return super.build();
    }
  }
}
