package id.kla.assessment;

import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Stage;
import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as it was written, not yet checked against its edition.
 *
 * <p>Readers of documents and tables make it; {@link #check(Edition)} turns it into an {@link
 * Assessment} or says everything that is wrong with it.
 */
@Value.Immutable
public abstract class AssessmentDraft {

  AssessmentDraft() {}

  /** Returns what the sheet calls its edition, if it names one. */
  public abstract Optional<Written<String>> edition();

  /** Returns the region by code or name, if the sheet names one. */
  public abstract Optional<Written<String>> region();

  /** Returns the round by a year in it or by its own text, if the sheet names one. */
  public abstract Optional<Written<String>> round();

  /** Returns the stage by code or alias, if the sheet names one. */
  public abstract Optional<Written<String>> stage();

  /** Returns where the sheet as a whole stands. */
  @Value.Default
  public Place place() {
    return Place.unknown();
  }

  /** Returns the agencies as they were written. */
  public abstract List<Written<Agency>> agencies();

  /** Returns the evidence as it was written. */
  public abstract List<Written<Evidence>> evidence();

  /** Returns the findings as they were written. */
  public abstract List<Written<Finding>> findings();

  /** Returns remarks on questions as they were written. */
  public abstract List<DraftNote> notes();

  /** Returns what was found wrong while the sheet was read. */
  public abstract List<Fault> faults();

  /**
   * Returns the members that could not be read, or were not reached, which {@link #faults()} says
   * why; they are not said to be missing.
   */
  public abstract Set<String> unread();

  /** Returns where the sheet comes from, if it says so. */
  public abstract Optional<String> source();

  /** Returns the answers in the order in which they were written, repeated ones included. */
  public abstract List<DraftAnswer> answers();

  /** Returns the total that the sheet states, if any. */
  public abstract Optional<Points> statedTotal();

  /** Returns the points that the sheet states by cluster code, as written. */
  public abstract List<DraftTotal> statedClusters();

  /** Returns the points that the sheet states by indicator code, as written. */
  public abstract List<DraftTotal> statedIndicators();

  /**
   * An answer as it was written.
   *
   * @param code what the sheet calls the question
   * @param answer the answer; none where it could not be read
   * @param place where it stands
   */
  public record DraftAnswer(String code, Optional<Answer> answer, Place place) {

    /** Makes an answer that could be read. */
    public DraftAnswer(String code, Answer answer, Place place) {
      this(code, Optional.of(answer), place);
    }
  }

  /**
   * A stated total as it was written.
   *
   * @param code what the sheet calls the cluster or indicator
   * @param points the stated points
   * @param place where they stand
   */
  public record DraftTotal(String code, Points points, Place place) {}

  /**
   * A remark on a question as it was written.
   *
   * @param code what the sheet calls the question
   * @param text the remark
   * @param place where it stands
   */
  public record DraftNote(String code, String text, Place place) {}

  /**
   * Returns the assessment, or every fault that stands in its way; with what is to be warned of.
   *
   * <p>The answers of a sheet for another edition are not looked at.
   */
  public Checked<Assessment> check(Edition edition) {
    return check(List.of(edition), FaultCode.OTHER_EDITION);
  }

  /** Does the same with that one of {@code editions} which the sheet names. */
  public Checked<Assessment> check(List<Edition> editions) {
    return check(editions, FaultCode.UNKNOWN_EDITION);
  }

  /**
   * Returns what is wrong with answers, agencies, evidence, findings and notes by themselves: for
   * what is no whole sheet.
   */
  public List<Fault> checkParts(Edition edition) {
    List<Fault> faults = new ArrayList<>(faults());
    answers(edition, faults);
    PartsCheck parts = new PartsCheck(edition, faults);
    parts.agencies(agencies());
    parts.evidence(evidence());
    parts.findings(findings());
    parts.notes(notes(notes(), edition, faults));
    return List.copyOf(faults);
  }

  private Checked<Assessment> check(List<Edition> editions, FaultCode unknown) {
    List<Fault> faults = new ArrayList<>(faults());
    Optional<Edition> edition = edition(editions, unknown, faults);
    Optional<RegionCode> region =
        named("region", region(), faults)
            .flatMap(text -> take(Regions.builtIn().findArea(text.value(), text.place()), faults));
    Optional<Round> round =
        named("round", round(), faults)
            .flatMap(text -> take(Calendar.builtIn().find(text.value(), text.place()), faults));
    Optional<Written<String>> stage = named("stage", stage(), faults);
    Optional<Assessment> assessment =
        edition.flatMap(known -> check(known, region, round, stage, faults));
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(assessment.orElseThrow(), faults);
  }

  private Optional<Edition> edition(List<Edition> editions, FaultCode unknown, List<Fault> faults) {
    Optional<Written<String>> name = named("edition", edition(), faults);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String id = name.get().value();
    Optional<Edition> found =
        editions.stream().filter(edition -> edition.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      List<String> ids = editions.stream().map(Edition::id).distinct().toList();
      faults.add(Fault.of(unknown, name.get().place()).with("found", id).with("allowed", ids));
    }
    return found;
  }

  private Optional<Assessment> check(
      Edition edition,
      Optional<RegionCode> region,
      Optional<Round> round,
      Optional<Written<String>> stageName,
      List<Fault> faults) {
    Optional<Stage> stage = stageName.flatMap(text -> stage(edition, text, faults));
    SheetAnswers answers = answers(edition, faults);
    StatedTotals stated =
        StatedTotals.builder()
            .total(statedTotal())
            .clusters(
                totals(
                    statedClusters(),
                    total -> unknownCluster(edition, total.code(), total.place()),
                    faults))
            .indicators(
                totals(
                    statedIndicators(),
                    total -> unknownIndicator(edition, total.code(), total.place()),
                    faults))
            .build();
    statedTotal().flatMap(total -> range(total, place())).ifPresent(faults::add);
    PartsCheck parts = new PartsCheck(edition, faults);
    List<Agency> agencies = parts.agencies(agencies());
    List<Evidence> evidence = parts.evidence(evidence());
    List<Finding> findings = parts.findings(findings());
    Map<QuestionCode, String> notes = parts.notes(notes(notes(), edition, faults));
    if (faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)) {
      return Optional.empty();
    }
    return Optional.of(
        Assessment.builder()
            .edition(edition)
            .region(region.orElseThrow())
            .round(round.orElseThrow())
            .stage(stage.orElseThrow().code())
            .source(PartsCheck.meant(source()))
            .stated(stated)
            .agencies(agencies)
            .evidence(evidence)
            .findings(findings)
            .notes(notes)
            .buildUnchecked(answers));
  }

  private Optional<Written<String>> named(
      String member, Optional<Written<String>> text, List<Fault> faults) {
    if (text.isEmpty() && !unread().contains(member)) {
      faults.add(Fault.of(FaultCode.MISSING_MEMBER, place()).with("member", member));
    }
    return text;
  }

  private static Optional<Stage> stage(Edition edition, Written<String> text, List<Fault> faults) {
    Optional<Stage> stage = edition.findStage(text.value());
    if (stage.isEmpty()) {
      faults.add(
          Fault.of(FaultCode.UNKNOWN_STAGE, text.place())
              .with("found", text.value())
              .with("allowed", stages(edition)));
    }
    return stage;
  }

  /** The edition's stages with their aliases. */
  static List<String> stages(Edition edition) {
    return edition.stages().stream().map(AssessmentDraft::named).toList();
  }

  private static String named(Stage stage) {
    return stage.aliases().isEmpty()
        ? stage.code()
        : stage.code() + " (" + String.join(", ", stage.aliases()) + ")";
  }

  private static <T> Optional<T> take(Checked<T> checked, List<Fault> faults) {
    faults.addAll(checked.faults());
    return checked.value();
  }

  /** Checks the answers in the order in which they were written. */
  private SheetAnswers answers(Edition edition, List<Fault> faults) {
    List<Question> questions = edition.questions();
    @Nullable DraftAnswer[] seen = new DraftAnswer[questions.size()];
    @Nullable Answer[] answers = new Answer[questions.size()];
    int expected = 0;
    for (DraftAnswer written : answers()) {
      int position = edition.position(written.code(), expected);
      expected = position + 1;
      if (position < 0) {
        faults.add(unknownQuestion(edition, written.code(), written.place()));
        continue;
      }
      DraftAnswer first = seen[position];
      if (first != null) {
        faults.add(
            Fault.of(FaultCode.ANSWERED_TWICE, written.place())
                .with("question", written.code())
                .with("first", Argument.of(first.place())));
        continue;
      }
      seen[position] = written;
      if (written.answer().isPresent()) {
        Answer answer = written.answer().get();
        AnswerCheck.check(edition, questions.get(position), answer, written.place(), faults);
        answers[position] = answer;
      }
    }
    return new SheetAnswers(edition, answers);
  }

  private static List<Written<PartsCheck.Note>> notes(
      List<DraftNote> written, Edition edition, List<Fault> faults) {
    List<Written<PartsCheck.Note>> notes = new ArrayList<>();
    for (DraftNote note : written) {
      QuestionCode.find(note.code())
          .ifPresentOrElse(
              code ->
                  notes.add(new Written<>(new PartsCheck.Note(code, note.text()), note.place())),
              () -> faults.add(unknownQuestion(edition, note.code(), note.place())));
    }
    return notes;
  }

  /** The fault of a text that is no code at all. */
  private static Fault unknownQuestion(Edition edition, String found, Place place) {
    return Fault.of(FaultCode.UNKNOWN_QUESTION, place)
        .with("found", found)
        .with("edition", edition.id())
        .with(
            "nearest",
            Nearest.to(found, edition.questions().stream().map(q -> q.code().toString()).toList()));
  }

  /** A thousand million points: no sheet states more, and seven of them still add up. */
  private static final Points LARGEST = Points.of(1_000_000_000);

  static Optional<Fault> range(Points stated, Place place) {
    return stated.signum() >= 0 && stated.compareTo(LARGEST) <= 0
        ? Optional.empty()
        : Optional.of(
            Fault.of(FaultCode.TOTAL_OUT_OF_RANGE, place)
                .with("found", stated.toBigDecimal())
                .with("allowed", LARGEST.toString()));
  }

  private static Map<String, Points> totals(
      List<DraftTotal> written, Function<DraftTotal, Optional<Fault>> unknown, List<Fault> faults) {
    Map<String, Points> totals = new LinkedHashMap<>();
    for (DraftTotal total : written) {
      unknown.apply(total).ifPresent(faults::add);
      range(total.points(), total.place()).ifPresent(faults::add);
      if (totals.putIfAbsent(total.code(), total.points()) != null) {
        faults.add(Fault.of(FaultCode.DUPLICATE_CODE, total.place()).with("found", total.code()));
      }
    }
    return totals;
  }

  /** Faults of totals that are stated for what the edition does not have. */
  static List<Fault> unknownTotals(Edition edition, StatedTotals stated) {
    List<Fault> faults = new ArrayList<>();
    stated.total().flatMap(total -> range(total, Place.unknown())).ifPresent(faults::add);
    stated.clusters().values().forEach(t -> range(t, Place.unknown()).ifPresent(faults::add));
    stated.indicators().values().forEach(t -> range(t, Place.unknown()).ifPresent(faults::add));
    for (String code : stated.clusters().keySet()) {
      unknownCluster(edition, code, Place.unknown()).ifPresent(faults::add);
    }
    for (String code : stated.indicators().keySet()) {
      unknownIndicator(edition, code, Place.unknown()).ifPresent(faults::add);
    }
    return faults;
  }

  private static Optional<Fault> unknownCluster(Edition edition, String code, Place place) {
    return edition.findCluster(code).isPresent()
        ? Optional.empty()
        : Optional.of(
            Fault.of(FaultCode.UNKNOWN_CLUSTER, place)
                .with("found", code)
                .with("edition", edition.id())
                .with("allowed", edition.clusters().stream().map(Cluster::code).toList()));
  }

  private static Optional<Fault> unknownIndicator(Edition edition, String code, Place place) {
    return edition.findIndicator(code).isPresent()
        ? Optional.empty()
        : Optional.of(
            Fault.of(FaultCode.UNKNOWN_INDICATOR, place)
                .with("found", code)
                .with("edition", edition.id())
                .with(
                    "nearest",
                    Nearest.to(code, edition.indicators().stream().map(Indicator::code).toList())));
  }

  /** Returns a builder; nothing must be given. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a draft. */
  public static final class Builder extends ImmutableAssessmentDraft.Builder {
    Builder() {}
  }
}
