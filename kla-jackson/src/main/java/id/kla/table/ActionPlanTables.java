package id.kla.table;

import id.kla.edition.Indicator;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.fault.Fault;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.planning.ActionPlan;
import id.kla.planning.ActionPlanReport;
import id.kla.planning.BestActionPlan;
import id.kla.planning.Measure;
import id.kla.planning.Monitoring;
import id.kla.planning.YearGoal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lays an action plan out as tables, the first of which can be pasted into its document. */
final class ActionPlanTables {

  private final Language language;
  private final ResultTables results;

  ActionPlanTables(Language language) {
    this.language = language;
    this.results = new ResultTables(language);
  }

  private String in(String english, String indonesian) {
    return language == Language.ENGLISH ? english : indonesian;
  }

  private static Cell year(int year) {
    return Cell.number(BigDecimal.valueOf(year));
  }

  private Cell yes(boolean is) {
    return Cell.text(is ? in("yes", "ya") : in("no", "tidak"));
  }

  List<Table> tables(ActionPlanReport report) {
    List<Table> tables = new ArrayList<>();
    tables.add(rows(report));
    tables.add(years(report.plan()));
    List<Fault> lint = report.plan().lint();
    if (!lint.isEmpty()) {
      tables.add(lint(lint));
    }
    report
        .monitoring()
        .ifPresent(
            monitoring -> {
              tables.add(reachedYears(monitoring));
              tables.add(reachedMeasures(monitoring));
              tables.add(reachedQuestions(monitoring));
            });
    return tables;
  }

  private Table rows(ActionPlanReport report) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ActionPlan.Year year : report.plan().years()) {
      for (ActionPlan.Row row : year.rows()) {
        Measure measure = row.measure();
        rows.add(
            List.of(
                year(row.year()),
                Cell.text(measure.code()),
                Cell.text(measure.label().in(language)),
                Cell.text(measure.agency()),
                Cell.text(TableRow.joined(row.indicators().stream().map(Indicator::code).toList())),
                Cell.text(MeasureTable.awards(measure, language)),
                Cell.points(row.gain()),
                Cell.number(row.cost()),
                Cell.text(MeasureTable.references(measure))));
      }
      for (ActionPlan.Cut cut : year.cuts()) {
        rows.add(
            List.of(
                year(year.year()),
                Cell.text("CAP"),
                Cell.text(in("cut by the stated maximum", "terpotong nilai maksimal")),
                Cell.EMPTY,
                Cell.text(cut.indicator().code()),
                Cell.EMPTY,
                Cell.number(cut.points().toBigDecimal().negate()),
                Cell.EMPTY,
                Cell.EMPTY));
      }
    }
    return new Table(
        in("action plan", "rencana aksi"),
        head(report),
        List.of(
            in("year", "tahun"),
            Column.CODE.in(language),
            Column.MEASURE.in(language),
            Column.AGENCY.in(language),
            in("indicators", "untuk indikator"),
            Column.AWARDS.in(language),
            in("points won", "nilai diraih"),
            Column.COST.in(language),
            Column.REFERENCES.in(language)),
        rows);
  }

  private List<List<Cell>> head(ActionPlanReport report) {
    List<List<Cell>> head = new ArrayList<>(results.head(report.scored()));
    String outcome = in("outcome", "kesimpulan");
    if (report.best() instanceof BestActionPlan.Stopped stopped) {
      head.add(row(outcome, results.proven(false)));
      head.add(
          row(
              in("fewest years missed", "tahun yang tidak tercapai paling sedikit"),
              Cell.number(BigDecimal.valueOf(stopped.fewestMissed()))));
      head.add(
          row(in("least missing", "kurang paling sedikit"), Cell.points(stopped.leastMissing())));
      head.add(
          row(
              in("no plan costs less than", "tidak ada yang lebih murah dari"),
              Cell.number(stopped.leastCost())));
    } else {
      head.add(row(outcome, results.proven(true)));
    }
    head.add(row(in("cost of the plan", "biaya rencana"), Cell.number(report.plan().cost())));
    return head;
  }

  private static List<Cell> row(String key, Cell value) {
    return List.of(Cell.text(key), value);
  }

  private Table years(ActionPlan plan) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ActionPlan.Year year : plan.years()) {
      rows.add(
          List.of(
              year(year.year()),
              year.goal().budget().map(Cell::number).orElse(Cell.EMPTY),
              year.goal().target().map(ActionPlanTables::target).orElse(Cell.EMPTY),
              Cell.number(year.spent()),
              Cell.points(year.gain()),
              Cell.points(year.standing().total()),
              Cell.text(year.standing().tier().map(Tier::code)),
              yes(year.isMet()),
              Cell.points(year.missing()),
              Cell.text(
                  TableRow.joined(
                      year.unmet().stream()
                          .map(Requirement::label)
                          .map(label -> label.in(language))
                          .toList()))));
    }
    return new Table(
        in("years", "tahun"),
        List.of(),
        List.of(
            in("year", "tahun"),
            Column.BUDGET.in(language),
            Column.TARGET.in(language),
            in("spent", "terpakai"),
            in("gain", "kenaikan"),
            in("total then", "total nantinya"),
            in("tier then", "predikat nantinya"),
            in("target met", "target terpenuhi"),
            in("missing", "kurang"),
            in("requirements not met", "syarat belum terpenuhi")),
        rows);
  }

  private static Cell target(YearGoal.Target target) {
    return target instanceof YearGoal.OfTotal total
        ? Cell.points(total.points())
        : Cell.text(((YearGoal.OfTier) target).code());
  }

  private Table lint(List<Fault> faults) {
    return new Table(
        in("lacks", "kekurangan"),
        List.of(),
        List.of(
            in("finding", "temuan"),
            in("where", "di mana"),
            in("what to do", "yang perlu dilakukan")),
        faults.stream()
            .map(
                fault ->
                    List.of(
                        Cell.text(fault.code().name()),
                        Cell.text(
                            fault.place() instanceof Place.InEdition part
                                ? part.part().in(language)
                                : ""),
                        Cell.text(fault.text(language))))
            .toList());
  }

  // What was reached

  private Table reachedYears(Monitoring monitoring) {
    return new Table(
        in("reached", "tercapai"),
        List.of(row(in("at the end of", "pada akhir"), year(monitoring.year()))),
        List.of(
            in("year", "tahun"),
            in("total expected", "total diharapkan"),
            in("total reached", "total tercapai"),
            in("missing", "kurang")),
        monitoring.years().stream()
            .map(
                year ->
                    List.of(
                        year(year.year()),
                        Cell.points(year.expected()),
                        Cell.points(year.reached()),
                        Cell.points(year.missing())))
            .toList());
  }

  private Table reachedMeasures(Monitoring monitoring) {
    return new Table(
        in("measures", "kegiatan"),
        List.of(),
        List.of(
            in("year", "tahun"),
            in("measure of the plan", "kegiatan rencana"),
            Column.AGENCY.in(language),
            Column.STATE.in(language),
            in("complete", "lengkap"),
            in("points missing", "nilai kurang"),
            in("planned cost", "biaya rencana"),
            Column.REALISED_COST.in(language)),
        monitoring.rows().stream()
            .map(
                row ->
                    List.of(
                        year(row.planned().year()),
                        Cell.text(row.planned().measure().code()),
                        Cell.text(row.planned().measure().agency()),
                        Cell.text(Words.in(language, row.now().state())),
                        yes(row.isComplete()),
                        Cell.points(row.missing()),
                        Cell.number(row.plannedCost()),
                        row.realisedCost().map(Cell::number).orElse(Cell.EMPTY)))
            .toList());
  }

  private Table reachedQuestions(Monitoring monitoring) {
    return new Table(
        in("questions", "pertanyaan"),
        List.of(),
        List.of(
            in("year", "tahun"),
            in("measure of the plan", "kegiatan rencana"),
            Column.INDICATOR.in(language),
            Column.QUESTION.in(language),
            in("expected", "diharapkan"),
            in("reached", "tercapai"),
            in("missing", "kurang")),
        monitoring.rows().stream()
            .flatMap(row -> row.awards().stream().map(award -> question(row, award)))
            .toList());
  }

  private static List<Cell> question(Monitoring.Row row, Monitoring.Award award) {
    return Stream.of(
            year(row.planned().year()),
            Cell.text(row.planned().measure().code()),
            Cell.text(award.question().indicator()),
            Cell.text(award.question().question()),
            Cell.points(award.expected()),
            Cell.points(award.reached()),
            Cell.points(award.missing()))
        .toList();
  }
}
