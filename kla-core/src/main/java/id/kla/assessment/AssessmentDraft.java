package id.kla.assessment;

import com.google.common.collect.ImmutableMap;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.QuestionCode;
import id.kla.edition.Stage;
import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An assessment as it was written, not yet checked against its edition.
 *
 * <p>Readers of documents and tables make it; {@link #check(Edition)} turns it into an {@link
 * Assessment} or says everything that is wrong with it.
 */
@Value.Immutable
public abstract class AssessmentDraft {

  AssessmentDraft() {}

  /** Returns what the sheet calls its edition. */
  public abstract Written<String> edition();

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
   * @param answer the answer
   * @param place where it stands
   */
  public record DraftAnswer(String code, Answer answer, Place place) {}

  /**
   * A stated total as it was written.
   *
   * @param code what the sheet calls the cluster or indicator
   * @param points the stated points
   * @param place where they stand
   */
  public record DraftTotal(String code, Points points, Place place) {}

  /**
   * Returns the assessment, or every fault that stands in its way; with what is to be warned of.
   *
   * <p>A sheet for another edition is refused before its answers are looked at.
   */
  public Checked<Assessment> check(Edition edition) {
    if (!edition().value().equals(edition.id())) {
      return Checked.failed(
          List.of(
              Fault.of(FaultCode.OTHER_EDITION, edition().place())
                  .with("found", edition().value())
                  .with("allowed", edition.id())));
    }
    List<Fault> faults = new ArrayList<>();
    Optional<RegionCode> region =
        named("region", region(), faults)
            .flatMap(text -> take(Regions.builtIn().findArea(text.value(), text.place()), faults));
    Optional<Round> round =
        named("round", round(), faults)
            .flatMap(text -> take(Calendar.builtIn().find(text.value(), text.place()), faults));
    Optional<Stage> stage =
        named("stage", stage(), faults).flatMap(text -> stage(edition, text, faults));
    Map<QuestionCode, Answer> answers = answers(edition, faults);
    StatedTotals stated =
        StatedTotals.builder()
            .total(statedTotal())
            .clusters(
                totals(
                    statedClusters(),
                    edition.clusters().stream().map(Cluster::code).toList(),
                    FaultCode.UNKNOWN_CLUSTER,
                    edition,
                    faults))
            .indicators(
                totals(
                    statedIndicators(),
                    edition.indicators().stream().map(Indicator::code).toList(),
                    FaultCode.UNKNOWN_INDICATOR,
                    edition,
                    faults))
            .build();
    if (faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)) {
      return Checked.failed(faults);
    }
    return Checked.of(
        Assessment.builder()
            .edition(edition)
            .region(region.orElseThrow())
            .round(round.orElseThrow())
            .stage(stage.orElseThrow().code())
            .source(source())
            .answers(answers)
            .stated(stated)
            .build(),
        faults);
  }

  private Optional<Written<String>> named(
      String member, Optional<Written<String>> text, List<Fault> faults) {
    if (text.isEmpty()) {
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
              .with("allowed", edition.stages().stream().map(AssessmentDraft::named).toList()));
    }
    return stage;
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

  private Map<QuestionCode, Answer> answers(Edition edition, List<Fault> faults) {
    Map<QuestionCode, Answer> answers = new HashMap<>();
    Map<QuestionCode, Place> seen = new HashMap<>();
    for (DraftAnswer written : answers()) {
      Optional<QuestionCode> code = QuestionCode.find(written.code());
      if (code.isEmpty()) {
        faults.add(
            Fault.of(FaultCode.UNKNOWN_QUESTION, written.place())
                .with("found", written.code())
                .with("edition", edition.id())
                .with(
                    "nearest",
                    Nearest.to(
                        written.code(),
                        edition.questions().stream().map(q -> q.code().toString()).toList())));
        continue;
      }
      Place first = seen.putIfAbsent(code.get(), written.place());
      if (first != null) {
        faults.add(
            Fault.of(FaultCode.ANSWERED_TWICE, written.place())
                .with("question", code.get().toString())
                .with("first", Argument.of(first)));
        continue;
      }
      faults.addAll(AnswerCheck.of(edition, code.get(), written.answer(), written.place()));
      answers.put(code.get(), written.answer());
    }
    return answers;
  }

  private static Map<String, Points> totals(
      List<DraftTotal> written,
      List<String> known,
      FaultCode unknown,
      Edition edition,
      List<Fault> faults) {
    Map<String, Points> totals = new LinkedHashMap<>();
    for (DraftTotal total : written) {
      if (!known.contains(total.code())) {
        Fault fault =
            Fault.of(unknown, total.place())
                .with("found", total.code())
                .with("edition", edition.id());
        faults.add(
            unknown == FaultCode.UNKNOWN_CLUSTER
                ? fault.with("allowed", known)
                : fault.with("nearest", Nearest.to(total.code(), known)));
      } else if (totals.putIfAbsent(total.code(), total.points()) != null) {
        faults.add(Fault.of(FaultCode.DUPLICATE_CODE, total.place()).with("found", total.code()));
      }
    }
    return ImmutableMap.copyOf(totals);
  }

  /** Returns a builder; the edition must be given. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a draft. */
  public static final class Builder extends ImmutableAssessmentDraft.Builder {
    Builder() {}
  }
}
