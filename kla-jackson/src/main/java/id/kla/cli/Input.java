package id.kla.cli;

import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.edition.Edition;
import id.kla.edition.EditionTables;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.planning.ActionPlanReport;
import id.kla.planning.MeasureList;
import id.kla.planning.PlanReport;
import id.kla.planning.WhatIf;
import id.kla.scoring.ScoredAssessment;
import id.kla.simulation.SimulationReport;
import id.kla.simulation.Survival;
import id.kla.table.KlaTables;
import id.kla.table.SheetFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that was read: a document in JSON, a file of tables, or an edition's folder.
 *
 * @param format what kind of document holds the same
 * @param value what was read, or every fault
 */
record Input(KlaFormat<?> format, Checked<?> value) {

  /** Reads a file, a folder or standard input, whatever it holds. */
  static Input of(Path path, InputStream in, KlaJson json, KlaTables tables) throws IOException {
    if (Files.isDirectory(path)) {
      return new Input(KlaFormat.EDITION, EditionTables.read(path));
    }
    Checked<SheetFile> file = file(path, in);
    return file.value().isPresent()
        ? of(file.orThrow(), json, tables)
        : new Input(KlaFormat.ASSESSMENT, file);
  }

  private static Input of(SheetFile file, KlaJson json, KlaTables tables) throws IOException {
    byte[] content = file.content();
    Optional<KlaFormat<?>> format =
        format(content)
            .or(
                () ->
                    file.name().toLowerCase(Locale.ROOT).endsWith(".json")
                        ? Optional.of(KlaFormat.ASSESSMENT)
                        : Optional.empty());
    return format.isPresent()
        ? document(format.get(), file.name(), content, json)
        : sheet(file, tables);
  }

  /** Reads how claims survive: a table is one of that, whatever else its columns may mean. */
  static Input survival(Path path, InputStream in, KlaJson json, KlaTables tables)
      throws IOException {
    Checked<SheetFile> file = file(path, in);
    if (file.value().isEmpty()) {
      return new Input(KlaFormat.SURVIVAL, file);
    }
    byte[] content = file.orThrow().content();
    Optional<KlaFormat<?>> format = format(content);
    return format.isPresent()
        ? document(format.get(), file.orThrow().name(), content, json)
        : new Input(KlaFormat.SURVIVAL, tables.readSurvival(file.orThrow()));
  }

  /** Reads a scored document as the result of {@code assessment}. */
  static Input recheck(Path path, InputStream in, KlaJson json, Assessment assessment)
      throws IOException {
    Checked<SheetFile> file = file(path, in);
    if (file.value().isEmpty()) {
      return new Input(KlaFormat.SCORED, file);
    }
    byte[] content = file.orThrow().content();
    Optional<KlaFormat<?>> format = format(content);
    return format.isPresent() && format.get() != KlaFormat.SCORED
        ? document(format.get(), file.orThrow().name(), content, json)
        : new Input(KlaFormat.SCORED, json.recheck(file.orThrow().name(), content, assessment));
  }

  private static Checked<SheetFile> file(Path path, InputStream in) throws IOException {
    return path.toString().equals("-")
        ? SheetFile.read("standard input", in)
        : SheetFile.read(path);
  }

  /** Returns the format of a document in JSON; nothing where the file is none. */
  private static Optional<KlaFormat<?>> format(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String first = body.stripLeading();
    return first.startsWith("{") || first.startsWith("[")
        ? KlaFormat.of(body).or(() -> Optional.of(KlaFormat.ASSESSMENT))
        : Optional.empty();
  }

  private static <T> Input document(KlaFormat<T> format, String name, byte[] content, KlaJson json)
      throws IOException {
    return new Input(format, json.read(format, name, content));
  }

  private static Input sheet(SheetFile file, KlaTables tables) {
    Checked<List<DeclaredResult>> declared = tables.readDeclared(List.of(file));
    if (declared.faults().stream().noneMatch(fault -> fault.code() == FaultCode.NO_TABLE)) {
      return new Input(KlaFormat.DECLARED, declared);
    }
    Checked<MeasureList> measures = tables.readMeasures(List.of(file));
    if (measures.faults().stream().noneMatch(fault -> fault.code() == FaultCode.NO_TABLE)) {
      return new Input(KlaFormat.MEASURES, measures);
    }
    Checked<KlaTables.Merged> merged = tables.merge(List.of(file));
    if (merged.value().isEmpty()) {
      Checked<Survival> survival = tables.readSurvival(file);
      if (survival.faults().stream().noneMatch(fault -> fault.code() == FaultCode.NO_TABLE_OF)) {
        return new Input(KlaFormat.SURVIVAL, survival);
      }
    }
    return new Input(
        KlaFormat.ASSESSMENT,
        merged.value().isPresent()
            ? Checked.of(merged.orThrow().assessment(), merged.faults())
            : Checked.failed(merged.faults()));
  }

  /** Returns every fault. */
  List<Fault> faults() {
    return value.faults();
  }

  /** Returns the edition, if it is one. */
  Optional<Edition> edition() {
    return value.value().filter(Edition.class::isInstance).map(Edition.class::cast);
  }

  /** Returns the score, if it is one. */
  Optional<ScoredAssessment> scored() {
    return value
        .value()
        .filter(ScoredAssessment.class::isInstance)
        .map(ScoredAssessment.class::cast);
  }

  /** Returns the assessment, if it is one, or has been scored. */
  Optional<Assessment> assessment() {
    return scored()
        .map(ScoredAssessment::assessment)
        .or(() -> value.value().filter(Assessment.class::isInstance).map(Assessment.class::cast));
  }

  /** Returns the what-if, if it is one. */
  Optional<WhatIf> whatIf() {
    return value.value().filter(WhatIf.class::isInstance).map(WhatIf.class::cast);
  }

  /** Returns the declared results, if it is some. */
  @SuppressWarnings("unchecked")
  Optional<List<DeclaredResult>> declared() {
    return format == KlaFormat.DECLARED
        ? value.value().map(read -> (List<DeclaredResult>) read)
        : Optional.empty();
  }

  /** Returns the measures, if it is some. */
  Optional<MeasureList> measures() {
    return value.value().filter(MeasureList.class::isInstance).map(MeasureList.class::cast);
  }

  /** Returns how claims survive, if it is that. */
  Optional<Survival> survival() {
    return value.value().filter(Survival.class::isInstance).map(Survival.class::cast);
  }

  /** Returns the action plan, if it is one. */
  Optional<ActionPlanReport> actionPlan() {
    return value
        .value()
        .filter(ActionPlanReport.class::isInstance)
        .map(ActionPlanReport.class::cast);
  }

  /** Returns the plan, if it is one. */
  Optional<PlanReport> plan() {
    return value.value().filter(PlanReport.class::isInstance).map(PlanReport.class::cast);
  }

  /** Returns how sure a score is, if it is that. */
  Optional<SimulationReport> simulation() {
    return value
        .value()
        .filter(SimulationReport.class::isInstance)
        .map(SimulationReport.class::cast);
  }

  /** Returns the fault that this is something else than is wanted. */
  Fault otherThan(String name, String wanted) {
    return Fault.of(FaultCode.WRONG_FORMAT, Place.file(name))
        .with("found", format.toString())
        .with("allowed", wanted);
  }
}
