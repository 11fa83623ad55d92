package id.kla.table;

import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Evidence;
import id.kla.assessment.UnitSurvey;
import id.kla.edition.CollectedFrom;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Question;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.planning.ActionPlanReport;
import id.kla.planning.GapReport;
import id.kla.planning.MeasureList;
import id.kla.planning.PlanReport;
import id.kla.planning.YearGoals;
import id.kla.policy.PolicyReport;
import id.kla.region.Regions;
import id.kla.rollup.HistoryReport;
import id.kla.rollup.RollUpReport;
import id.kla.simulation.SimulationReport;
import id.kla.simulation.Survival;
import id.kla.verification.EvidenceReport;
import id.kla.verification.Waterfall;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads and writes sheets as spreadsheets do, in CSV and xlsx.
 *
 * <p>Any number of partly filled sheets make one assessment; their order does not matter, an empty
 * cell says nothing, and two different answers to one question are a fault. Commas, semicolons and
 * tabs, decimal points and commas, extra columns, empty rows and rows of totals do no harm. Columns
 * are named in English or Indonesian. A column that is called by a stage holds the points that the
 * stage left: equal to the claim is upheld, 0 of more is struck, another number is revised.
 *
 * <p>At once 1,000 files are read. A file may have 16 MiB, 20,000 rows, 256 columns and cells of
 * 32,767 characters; a workbook 1,000 entries and 128 MiB unpacked. Workbooks need fastexcel, which
 * kla does not bring.
 *
 * <pre>{@code
 * Assessment sheet = KlaTables.of().read(List.of(Path.of("dinkes.csv"), health)).orThrow();
 * }</pre>
 */
public final class KlaTables {

  private static final Fault TOO_MANY_FILES = Limits.tooMany(Place.unknown(), Limits.FILES);

  private final List<Edition> editions;
  private final Language language;
  private final Optional<Edition> edition;
  private final Optional<String> region;
  private final Optional<String> round;
  private final Optional<String> stage;

  private KlaTables(
      List<Edition> editions,
      Language language,
      Optional<Edition> edition,
      Optional<String> region,
      Optional<String> round,
      Optional<String> stage) {
    this.editions = editions;
    this.language = language;
    this.edition = edition;
    this.region = region;
    this.round = round;
    this.stage = stage;
  }

  /** Returns tables of the built-in editions. */
  public static KlaTables of() {
    return of(List.of());
  }

  /** Returns tables of {@code editions} and after them the built-in ones. */
  public static KlaTables of(List<Edition> editions) {
    return new KlaTables(
        Stream.concat(
                editions.stream(),
                Editions.ids().stream().flatMap(id -> Editions.find(id).stream()))
            .toList(),
        Language.ENGLISH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Returns the same, which writes for spreadsheets of {@code other}: headers and labels, and in
   * CSV semicolons and decimal commas in Indonesian; English by default.
   */
  public KlaTables in(Language other) {
    return new KlaTables(editions, other, edition, region, round, stage);
  }

  /** Returns the same for sheets of one edition; those that name another are refused. */
  public KlaTables withEdition(Edition only) {
    return new KlaTables(
        Stream.concat(Stream.of(only), editions.stream()).toList(),
        language,
        Optional.of(only),
        region,
        round,
        stage);
  }

  /** Returns the same with a region, by code or name, for sheets that name none. */
  public KlaTables withRegion(String name) {
    return new KlaTables(editions, language, edition, Optional.of(name), round, stage);
  }

  /** Returns the same with a round for sheets that name none. */
  public KlaTables withRound(String name) {
    return new KlaTables(editions, language, edition, region, Optional.of(name), stage);
  }

  /** Returns the same with a stage for sheets that name none. */
  public KlaTables withStage(String name) {
    return new KlaTables(editions, language, edition, region, round, Optional.of(name));
  }

  // Reading

  /**
   * What one file brought to an assessment.
   *
   * @param name the file or worksheet
   * @param agency the agency, or else the role, that it says it is from
   * @param answers how many answers it holds
   */
  public record Returned(String name, Optional<String> agency, int answers) {}

  /**
   * An assessment that was merged of sheets.
   *
   * @param assessment the assessment
   * @param returned what each sheet brought, by name
   */
  public record Merged(Assessment assessment, List<Returned> returned) {}

  /** Reads sheets into one assessment. */
  public Checked<Assessment> read(List<Path> files) {
    Checked<Merged> merged = mergeFiles(files);
    return merged.value().isPresent()
        ? Checked.of(merged.orThrow().assessment(), merged.faults())
        : Checked.failed(merged.faults());
  }

  /** Reads sheets into one assessment, and says what each brought. */
  public Checked<Merged> mergeFiles(List<Path> files) {
    if (files.size() > Limits.FILES) {
      return Checked.failed(List.of(TOO_MANY_FILES));
    }
    List<Fault> faults = new ArrayList<>();
    List<SheetFile> sources = new ArrayList<>();
    for (Path file : files) {
      Checked<SheetFile> source = SheetFile.read(file);
      faults.addAll(source.faults());
      source.value().ifPresent(sources::add);
    }
    return faults.isEmpty() ? merge(sources) : Checked.failed(faults);
  }

  /** Reads sheets into one assessment, and says what each brought. */
  public Checked<Merged> merge(List<SheetFile> sources) {
    Checked<List<Grid>> grids = grids(sources);
    if (grids.value().isEmpty()) {
      return Checked.failed(grids.faults());
    }
    SheetReader reader =
        new SheetReader(grids.orThrow())
            .withDefault(Column.EDITION, edition.map(Edition::id))
            .withDefault(Column.REGION, region)
            .withDefault(Column.ROUND, round)
            .withDefault(Column.STAGE, stage);
    Checked<Assessment> read = reader.read(editions);
    return read.value().isPresent()
        ? Checked.of(new Merged(read.orThrow(), reader.returned()), read.faults())
        : Checked.failed(read.faults());
  }

  /** Reads declared results. */
  public Checked<List<DeclaredResult>> readDeclared(List<SheetFile> sources) {
    Checked<List<Grid>> grids = grids(sources);
    return grids.value().isPresent()
        ? DeclaredTable.read(grids.orThrow())
        : Checked.failed(grids.faults());
  }

  /** Reads measures, such as those of each agency, into one list. */
  public Checked<MeasureList> readMeasures(List<SheetFile> sources) {
    Checked<List<Grid>> grids = grids(sources);
    return grids.value().isPresent()
        ? new SheetReader(grids.orThrow())
            .withDefault(Column.EDITION, edition.map(Edition::id))
            .measures(editions)
        : Checked.failed(grids.faults());
  }

  /** Reads how claims survive: rows for parts of an edition, pairs of totals, or both. */
  public Checked<Survival> readSurvival(SheetFile source) {
    Checked<List<Grid>> grids = grids(List.of(source));
    return grids.value().isPresent()
        ? new SheetReader(grids.orThrow())
            .withDefault(Column.EDITION, edition.map(Edition::id))
            .survival(editions)
        : Checked.failed(grids.faults());
  }

  /** Reads what each year of an action plan may cost and must reach. */
  public Checked<YearGoals> readGoals(SheetFile source, Edition asked) {
    Checked<List<Grid>> grids = grids(List.of(source));
    return grids.value().isPresent()
        ? GoalTable.read(grids.orThrow(), asked)
        : Checked.failed(grids.faults());
  }

  /**
   * Reads what the sub-districts or villages of a region say to questions, in a column for each
   * question or in a row for each unit and question.
   *
   * <p>Yes is yes, ya, y, ada, sudah, sudah ada, true, 1, v or a tick; no is no, tidak, n, tidak
   * ada, belum, belum ada, false or 0; an empty cell is silence. Anything else is a fault. Rows of
   * totals are passed over.
   *
   * @param level what the units are; by default villages where a column names them, else
   *     sub-districts. With it, their names may stand in a column that is called name
   */
  public Checked<UnitSurvey> readUnits(List<SheetFile> sources, Optional<CollectedFrom> level) {
    Checked<List<Grid>> grids = grids(sources);
    return grids.value().isPresent()
        ? new SheetReader(grids.orThrow())
            .withDefault(Column.EDITION, edition.map(Edition::id))
            .withDefault(Column.REGION, region)
            .units(editions, edition.orElseGet(Editions::kla2024), level)
        : Checked.failed(grids.faults());
  }

  /** Reads a table of agencies and their roles. */
  public Checked<List<Agency>> readAgencies(SheetFile source) {
    Checked<List<Grid>> grids = grids(List.of(source));
    return grids.value().isPresent()
        ? new SheetReader(grids.orThrow()).agencies()
        : Checked.failed(grids.faults());
  }

  private static Checked<List<Grid>> grids(List<SheetFile> sources) {
    if (sources.size() > Limits.FILES) {
      return Checked.failed(List.of(TOO_MANY_FILES));
    }
    List<Grid> grids = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (SheetFile source :
        sources.stream().sorted(Comparator.comparing(SheetFile::name)).toList()) {
      Checked<List<Grid>> read = source.grids();
      faults.addAll(read.faults());
      read.value().ifPresent(grids::addAll);
    }
    return faults.isEmpty() ? Checked.of(grids, List.of()) : Checked.failed(faults);
  }

  // Writing

  /** How tables are written. */
  public enum Form {
    /** Text, one table below the other. */
    CSV,
    /** A workbook, a worksheet for each table. */
    XLSX
  }

  /** Writes an assessment: its answers, and each other table that holds something. */
  public byte[] write(Assessment assessment, Form form) {
    return write(new SheetWriter(language).tables(assessment), form);
  }

  /** Writes documents of an edition's questions, to be merged with the sheets of the answers. */
  public byte[] writeEvidence(Edition asked, List<Evidence> evidence, Form form) {
    return write(List.of(new SheetWriter(language).evidence(asked, evidence)), form);
  }

  /** Writes declared results. */
  public byte[] writeDeclared(List<DeclaredResult> results, Form form) {
    return write(List.of(DeclaredTable.write(results, language)), form);
  }

  /** Writes measures: a row for each. */
  public byte[] writeMeasures(MeasureList measures, Form form) {
    return write(List.of(MeasureTable.write(measures, language)), form);
  }

  /** Writes how claims survive: rows for parts, and pairs of totals. */
  public byte[] writeSurvival(Survival survival, Form form) {
    return write(SurvivalTable.write(survival, language), form);
  }

  /** Writes what of a claim has evidence: what is at risk, by question, agency and topic. */
  public byte[] writeReport(EvidenceReport report, Form form) {
    return write(new ResultTables(language).evidence(report), form);
  }

  /**
   * Writes what units say together: a row for each question, as a sheet that can be merged with
   * those of the agencies.
   */
  public byte[] writeUnits(UnitSurvey survey, Form form) {
    return write(List.of(new ResultTables(language).units(survey)), form);
  }

  /**
   * Writes histories: a row for each round at each stage, one for each part of a change, and one
   * for each way that regions of a province went.
   */
  public byte[] writeHistory(HistoryReport report, Form form) {
    return write(new ResultTables(language).history(report), form);
  }

  /** Writes waterfalls: a row for each bar. */
  public byte[] writeStages(List<Waterfall> waterfalls, Form form) {
    return write(List.of(new ResultTables(language).stages(waterfalls)), form);
  }

  /** Writes gaps: a row for each tier, and where most can be won by question, lead and topic. */
  public byte[] writeGap(GapReport report, Form form) {
    return write(new ResultTables(language).gaps(report), form);
  }

  /** Writes how sure a score is: the chances of tiers, quantiles, and a histogram. */
  public byte[] writeSimulation(SimulationReport report, Form form) {
    return write(new ResultTables(language).simulation(report), form);
  }

  /** Writes plans: a row for each measure, the next best ones, and how firmly they stand. */
  public byte[] writePlan(PlanReport report, Form form) {
    return write(new ResultTables(language).plans(report), form);
  }

  /**
   * Writes an action plan: its rows by year, its years, what it lacks, and what was reached of it.
   */
  public byte[] writeActionPlan(ActionPlanReport report, Form form) {
    return write(new ActionPlanTables(language).tables(report), form);
  }

  /** Writes a roll-up: regions, predicates, how points lie, and Provila, a table each. */
  public byte[] writeRollUp(RollUpReport report, Form form) {
    return write(new RollUpTables(report, language).tables(), form);
  }

  /** The tidy tables of a policy. */
  public enum PolicyTable {
    /** A row for each region and option: total, tier and ranks, before and after, or why not. */
    OUTCOMES,
    /**
     * A row for each region, pair of rules and quantity: what is expected of both on the same draws
     * and the difference, each with its standard error; and rows of all regions together.
     */
    PAIRS
  }

  /** Writes what options do to many regions as a workbook of tidy tables. */
  public byte[] writePolicy(PolicyReport report) {
    PolicyTables tables = new PolicyTables(report);
    return write(
        report.policy().uncertainty().isPresent()
            ? List.of(tables.outcomes(), tables.pairs())
            : List.of(tables.outcomes()),
        Form.XLSX);
  }

  /**
   * Writes one tidy table of what options do to many regions as text for R and Python: commas,
   * decimal points and the same columns whatever the language, and no byte-order mark.
   */
  public byte[] writePolicy(PolicyReport report, PolicyTable which) {
    PolicyTables tables = new PolicyTables(report);
    return CsvFile.writePlain(
            switch (which) {
              case OUTCOMES -> tables.outcomes();
              case PAIRS -> tables.pairs();
            })
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes a sheet to fill in. One that is for nobody in particular holds the tables beside the
   * answers, too, so that the sheets of all roles and that one make the whole assessment.
   *
   * @param asked the edition
   * @param sheet for whom it is, and with which questions
   * @param filled whose answers stand in it already, if anybody's
   * @param form how it is written
   */
  public byte[] writeForm(Edition asked, Asked sheet, Optional<Assessment> filled, Form form) {
    SheetWriter.Heading heading =
        new SheetWriter.Heading(
            asked,
            filled.map(f -> SheetWriter.region(f.region())).or(() -> region.map(KlaTables::named)),
            filled.map(f -> f.round().toString()).or(() -> round),
            filled.map(Assessment::stage).or(() -> stage).orElse(asked.stages().get(0).code()),
            filled.flatMap(Assessment::source),
            sheet.agency(),
            sheet.role());
    SheetWriter writer = new SheetWriter(language);
    List<Table> tables = new ArrayList<>();
    tables.add(writer.form(heading, sheet.questions(), filled));
    if (sheet.agency().isEmpty() && sheet.role().isEmpty()) {
      filled.ifPresent(all -> tables.addAll(writer.others(all)));
    }
    return write(tables, form);
  }

  /** Returns the name of a region that is known, since a spreadsheet spoils its code. */
  private static String named(String region) {
    return Regions.builtIn()
        .findArea(region, Place.unknown())
        .value()
        .map(SheetWriter::region)
        .orElse(region);
  }

  /**
   * For whom a sheet to fill in is.
   *
   * @param agency the agency, by code
   * @param role the role, by code
   * @param questions which questions it asks
   */
  public record Asked(
      Optional<String> agency, Optional<String> role, Predicate<Question> questions) {

    /** Everybody: every question. */
    public static Asked everybody() {
      return new Asked(Optional.empty(), Optional.empty(), question -> true);
    }

    /** Whoever holds a role: the questions that it leads. */
    public static Asked role(String role) {
      return new Asked(
          Optional.empty(),
          Optional.of(role),
          question -> question.lead().filter(role::equals).isPresent());
    }

    /** An agency: the questions that one of its roles leads. */
    public static Asked agency(Agency agency) {
      return new Asked(
          Optional.of(agency.code()),
          Optional.empty(),
          question -> question.lead().filter(agency.roles()::contains).isPresent());
    }

    /** Nobody in particular: the questions without a lead. */
    public static Asked nobody() {
      return new Asked(Optional.empty(), Optional.empty(), question -> question.lead().isEmpty());
    }
  }

  private byte[] write(List<Table> tables, Form form) {
    return switch (form) {
      case CSV -> CsvFile.write(tables, language).getBytes(StandardCharsets.UTF_8);
      case XLSX -> Workbooks.write(tables);
    };
  }
}
