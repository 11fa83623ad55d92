package id.kla.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.UnitSurvey;
import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.jackson.JsonCursor.Places;
import id.kla.planning.ActionPlanReport;
import id.kla.planning.GapReport;
import id.kla.planning.MeasureList;
import id.kla.planning.PlanReport;
import id.kla.planning.WhatIf;
import id.kla.rollup.HistoryReport;
import id.kla.rollup.RollUpReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.simulation.SimulationReport;
import id.kla.simulation.Survival;
import id.kla.verification.EvidenceReport;
import id.kla.verification.Waterfall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A kind of document in JSON: its name and version, and its JSON Schema.
 *
 * <p>Version 1 promises that every document that was written under it can be read by every later
 * build; later builds may write further members, which are optional.
 *
 * @param <T> what such a document holds
 */
public final class KlaFormat<T> {

  /** One assessment: {@code kla.assessment/1}. */
  public static final KlaFormat<Assessment> ASSESSMENT =
      new KlaFormat<>(
          "assessment", Places.UNKNOWN, AssessmentReader::read, DocumentWriter::assessment);

  /**
   * One assessment with its score: {@code kla.scored/1}. It is read back by scoring the assessment
   * again: a document that says something else than its edition gives is refused.
   */
  public static final KlaFormat<ScoredAssessment> SCORED =
      new KlaFormat<>("scored", ScoredReader::read, DocumentWriter::scored);

  /**
   * What of a claim has evidence, and what is weak about it: {@code kla.evidence/1}. It is read
   * back by checking the evidence of its assessment again; what is weak is said anew, since later
   * builds may know more.
   */
  public static final KlaFormat<EvidenceReport> EVIDENCE =
      new KlaFormat<>(
          "evidence",
          EvidenceReportReader::read,
          (writer, report) -> writer.verification().evidence(report));

  /**
   * What was lost and won from stage to stage: {@code kla.stages/1}. It is read back by taking its
   * steps again.
   */
  public static final KlaFormat<Waterfall> STAGES =
      new KlaFormat<>(
          "stages",
          WaterfallReader::read,
          (writer, waterfall) -> writer.verification().waterfall(waterfall));

  /**
   * A province or the nation from the results of its regions: {@code kla.rollup/1}. It is read back
   * by rolling its results up again.
   */
  public static final KlaFormat<RollUpReport> ROLL_UP =
      new KlaFormat<>(
          "rollup", RollUpReader::read, (writer, report) -> writer.rollUp().report(report));

  /** Changes of a sheet that can be tried on any region's: {@code kla.whatif/1}. */
  public static final KlaFormat<WhatIf> WHAT_IF =
      new KlaFormat<>(
          "whatif", WhatIfReader::read, (writer, whatIf) -> writer.planning().whatIf(whatIf));

  /**
   * What a score lacks to tiers, and where it can come from: {@code kla.gap/1}. It is read back by
   * scoring its assessment again.
   */
  public static final KlaFormat<GapReport> GAP =
      new KlaFormat<>("gap", GapReader::read, (writer, gaps) -> writer.planning().gap(gaps));

  /**
   * A plan to a tier or within a budget: {@code kla.plan/1}. It is read back by carrying each of
   * its plans out again with the measures in it: one that costs or reaches something else than it
   * says is refused. What it says of plans that are not in it, such as that none is cheaper, is
   * taken at its word, since to prove it anew is to search anew, which may take long; {@link
   * id.kla.planning.Planner} does so.
   */
  public static final KlaFormat<PlanReport> PLAN =
      new KlaFormat<>("plan", PlanReader::read, (writer, plan) -> writer.planning().plan(plan));

  /**
   * An action plan over years, and what was reached of it: {@code kla.rad/1}. It is read back as a
   * plan is: each measure is carried out again in its year, and what the document says of other
   * plans is taken at its word. What the plan lacks beside points is said anew, since later builds
   * may know more.
   */
  public static final KlaFormat<ActionPlanReport> RAD =
      new KlaFormat<>(
          "rad", ActionPlanReader::read, (writer, plan) -> writer.planning().actionPlan(plan));

  /** One edition, as the tables that it is written in: {@code kla.edition/1}. */
  public static final KlaFormat<Edition> EDITION =
      new KlaFormat<>("edition", EditionReader::read, DocumentWriter::edition);

  /** Declared results: {@code kla.declared/1}. */
  public static final KlaFormat<List<DeclaredResult>> DECLARED =
      new KlaFormat<>(
          "declared", (json, editions) -> DeclaredReader.read(json), DocumentWriter::declared);

  /** Measures to choose among, for one edition: {@code kla.measures/1}. */
  public static final KlaFormat<MeasureList> MEASURES =
      new KlaFormat<>(
          "measures", MeasuresReader::read, (writer, list) -> writer.planning().measures(list));

  /** How claims survive when they are judged, for one edition: {@code kla.survival/1}. */
  public static final KlaFormat<Survival> SURVIVAL =
      new KlaFormat<>(
          "survival",
          SurvivalReader::read,
          (writer, survival) -> writer.simulation().survival(survival));

  /**
   * How sure a score is: {@code kla.simulation/1}. What was computed is computed again when it is
   * read back, and a sample of up to 1,048,576 draws is drawn again: one that says something else
   * is refused. Of a larger sample it is checked that its figures do not contradict each other:
   * every draw stands in one tier and one bar, the bars hold the tiers and quantiles, and mean and
   * error are possible with them. What matters most is said anew.
   */
  public static final KlaFormat<SimulationReport> SIMULATION =
      new KlaFormat<>(
          "simulation",
          SimulationReader::read,
          (writer, report) -> writer.simulation().report(report));

  /**
   * What sub-districts or villages say to questions: {@code kla.units/1}. It is read back by
   * counting them again.
   */
  public static final KlaFormat<UnitSurvey> UNITS =
      new KlaFormat<>(
          "units", UnitsReader::read, (writer, survey) -> writer.units().survey(survey));

  /**
   * The rounds of regions one behind the other: {@code kla.history/1}. It is read back by taking
   * them again from the results and sheets that it holds.
   */
  public static final KlaFormat<HistoryReport> HISTORY =
      new KlaFormat<>(
          "history", HistoryReader::read, (writer, report) -> writer.history().report(report));

  /** Faults, each with its code, severity, place, values and text: {@code kla.faults/1}. */
  public static final KlaFormat<List<Fault>> FAULTS =
      new KlaFormat<>("faults", (json, editions) -> FaultReader.read(json), DocumentWriter::faults);

  private final String word;
  private final Places places;
  private final Reader<T> reader;
  private final Writer<T> writer;

  private KlaFormat(String word, Reader<T> reader, Writer<T> writer) {
    this(word, Places.KNOWN, reader, writer);
  }

  private KlaFormat(String word, Places places, Reader<T> reader, Writer<T> writer) {
    this.word = word;
    this.places = places;
    this.reader = reader;
    this.writer = writer;
  }

  /** Reads a document of one format. */
  interface Reader<T> {
    Checked<T> read(JsonCursor json, List<Edition> editions) throws IOException;
  }

  /** Writes a document of one format. */
  interface Writer<T> {
    void write(DocumentWriter writer, T value) throws IOException;
  }

  /** Returns every format. */
  public static List<KlaFormat<?>> values() {
    return List.of(
        ASSESSMENT,
        SCORED,
        EVIDENCE,
        STAGES,
        WHAT_IF,
        GAP,
        PLAN,
        RAD,
        ROLL_UP,
        EDITION,
        DECLARED,
        MEASURES,
        SURVIVAL,
        SIMULATION,
        UNITS,
        HISTORY,
        FAULTS);
  }

  /**
   * Returns the format with that name or word, such as {@code kla.edition/1} or {@code edition}.
   */
  public static Optional<KlaFormat<?>> find(String name) {
    return values().stream()
        .filter(format -> format.word.equals(name) || format.toString().equals(name))
        .findFirst();
  }

  /**
   * Returns the format that a document names itself, if it does; the document need not be whole.
   */
  public static Optional<KlaFormat<?>> of(String document) {
    try (JsonParser parser = KlaJson.parser(document)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          boolean isFormat = parser.currentName().equals("format");
          if (parser.nextToken() == JsonToken.VALUE_STRING && isFormat) {
            return find(parser.getText());
          }
          parser.skipChildren();
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns the word that tells this format from others, such as {@code edition}. */
  public String word() {
    return word;
  }

  /** Returns the JSON Schema (2020-12) of documents of this format. */
  public String schema() {
    String name = "schema/" + word + ".schema.json";
    try (InputStream schema =
        Objects.requireNonNull(KlaFormat.class.getResourceAsStream(name), name)) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  Reader<T> reader() {
    return reader;
  }

  /** Returns what a document without faults needs when it is read. */
  Places places() {
    return places;
  }

  void write(DocumentWriter document, T value) throws IOException {
    writer.write(document, value);
  }

  /** Returns name and version, such as {@code kla.edition/1}. */
  @Override
  public String toString() {
    return "kla." + word + "/1";
  }
}
