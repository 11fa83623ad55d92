package id.kla.table;

import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.UnitFact;
import id.kla.assessment.UnitSurvey;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Role;
import id.kla.edition.Tier;
import id.kla.edition.Topic;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.planning.Cheapest;
import id.kla.planning.Gap;
import id.kla.planning.GapReport;
import id.kla.planning.Measure;
import id.kla.planning.Plan;
import id.kla.planning.PlanReport;
import id.kla.planning.Sensitivity;
import id.kla.planning.WithinBudget;
import id.kla.points.Ratio;
import id.kla.rollup.History;
import id.kla.rollup.HistoryReport;
import id.kla.rollup.RegionResult;
import id.kla.rollup.Split;
import id.kla.rollup.Transitions;
import id.kla.scoring.Cause;
import id.kla.scoring.JudgedEvidence;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredQuestion;
import id.kla.simulation.Estimate;
import id.kla.simulation.Influence;
import id.kla.simulation.SimulationReport;
import id.kla.verification.Difference;
import id.kla.verification.EvidenceReport;
import id.kla.verification.RiskShare;
import id.kla.verification.Waterfall;
import id.kla.verification.Weakness;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays results out as tables, a row for each thing that can be sorted or added up. */
final class ResultTables {

  private static final int CHANCE_DECIMALS = 9;

  private final Language language;

  ResultTables(Language language) {
    this.language = language;
  }

  private String in(String english, String indonesian) {
    return language == Language.ENGLISH ? english : indonesian;
  }

  private static Cell number(int number) {
    return Cell.number(BigDecimal.valueOf(number));
  }

  private static Cell texts(Stream<?> texts) {
    return Cell.text(TableRow.joined(texts.map(Object::toString).toList()));
  }

  private static Cell causes(List<Cause> causes) {
    return texts(causes.stream().map(TableRow::code));
  }

  // Evidence

  List<Table> evidence(EvidenceReport report) {
    return List.of(
        rows(report),
        shares(in("agencies", "perangkat daerah"), report.agencies().shares()),
        shares(in("topics", "tema"), report.topics().shares()),
        weaknesses(report.weaknesses()));
  }

  private Table rows(EvidenceReport report) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Difference.Row row : report.difference().rows()) {
      Optional<ScoredQuestion> question =
          row.question().map(code -> report.evidenced().question(code));
      rows.add(
          List.of(
              Cell.text(row.cluster()),
              Cell.text(row.indicator()),
              Cell.text(row.question().map(QuestionCode::question)),
              Cell.text(question.map(each -> each.label().in(language))),
              Cell.text(question.flatMap(each -> lead(report, each))),
              question.map(each -> Cell.points(each.claim())).orElse(Cell.EMPTY),
              question.map(each -> Cell.points(each.points())).orElse(Cell.EMPTY),
              Cell.points(row.change()),
              Cell.text(TableRow.code(row.kind())),
              Cell.text(row.cause().map(TableRow::code)),
              causes(row.further()),
              texts(
                  question.stream()
                      .flatMap(each -> each.evidence().stream())
                      .map(JudgedEvidence::evidence)
                      .map(Evidence::id))));
    }
    return new Table(
        in("at risk", "terancam"),
        List.of(),
        List.of(
            in("cluster", "klaster"),
            in("indicator", "indikator"),
            in("question", "pertanyaan"),
            in("label", "uraian"),
            in("lead", "penanggung jawab"),
            in("claimed", "diklaim"),
            in("counted", "dihitung"),
            in("change", "perubahan"),
            in("why", "sebab perubahan"),
            in("cause", "sebab"),
            in("further causes", "sebab lain"),
            in("documents", "dokumen")),
        rows);
  }

  private static Optional<String> lead(EvidenceReport report, ScoredQuestion question) {
    return question
        .question()
        .lead()
        .map(
            role -> {
              List<Agency> agencies = report.evidenced().assessment().agenciesOf(role);
              return agencies.isEmpty()
                  ? role
                  : agencies.stream().map(Agency::name).collect(Collectors.joining("; "));
            });
  }

  private Table shares(String name, List<RiskShare> shares) {
    List<List<Cell>> rows = new ArrayList<>();
    for (RiskShare share : shares) {
      rows.add(
          List.of(
              Cell.text(TableRow.code(share.holder())),
              Cell.text(share.code()),
              texts(share.agencies().stream().map(Agency::name)),
              texts(share.agencies().stream().map(Agency::kind).map(TableRow::code).distinct()),
              number(share.led()),
              number(share.shared()),
              number(share.answered()),
              number(share.evidenced()),
              number(share.accepted()),
              Cell.points(share.atRisk()),
              Cell.points(share.recoverableAlone().total()),
              Cell.text(share.recoverableAlone().tier().map(Tier::code))));
    }
    return new Table(
        name,
        List.of(),
        List.of(
            in("holder", "pemegang"),
            in("code", "kode"),
            in("agencies", "perangkat daerah"),
            in("kind", "jenis"),
            in("leads", "memimpin"),
            in("shares", "mendukung"),
            in("answered", "terjawab"),
            in("with evidence", "dengan data dukung"),
            in("accepted", "diterima"),
            in("at risk", "terancam"),
            in("if it alone completes", "bila hanya ia"),
            in("tier", "predikat")),
        rows);
  }

  private Table weaknesses(List<Weakness> weaknesses) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Weakness weakness : weaknesses) {
      Place place = weakness.fault().place();
      rows.add(
          List.of(
              Cell.points(weakness.atStake()),
              Cell.text(weakness.fault().code().name()),
              Cell.text(place instanceof Place.InEdition part ? part.part().in(language) : ""),
              Cell.text(Codes.joined(weakness.questions())),
              Cell.text(weakness.fault().text(language))));
    }
    return new Table(
        in("weak", "kelemahan"),
        List.of(),
        List.of(
            in("points at stake", "nilai yang dipertaruhkan"),
            in("code", "kode"),
            in("where", "di mana"),
            in("questions", "untuk pertanyaan"),
            in("what to do", "yang perlu dilakukan")),
        rows);
  }

  // Units

  /** The facts in the form of a filled sheet, so that they can be merged with others. */
  Table units(UnitSurvey survey) {
    List<List<Cell>> rows = new ArrayList<>();
    for (UnitFact fact : survey.facts()) {
      QuestionCode code = fact.question().code();
      rows.add(
          List.of(
              Cell.text(code.indicator()),
              Cell.text(code.question()),
              Cell.text(fact.question().label().in(language)),
              fact.measured().map(AnswerText::write).orElse(Cell.EMPTY),
              number(fact.yes().size()),
              number(fact.no().size()),
              number(fact.silent().size()),
              number(fact.whole()),
              fact.earned().map(earned -> Cell.points(earned.atLeast())).orElse(Cell.EMPTY),
              fact.earned().map(earned -> Cell.points(earned.atMost())).orElse(Cell.EMPTY),
              texts(fact.no().stream()),
              texts(fact.silent().stream())));
    }
    List<List<Cell>> head = new ArrayList<>();
    head.add(List.of(Cell.text(Column.EDITION.in(language)), Cell.text(survey.edition().id())));
    survey
        .region()
        .ifPresent(
            region ->
                head.add(
                    List.of(
                        Cell.text(Column.REGION.in(language)),
                        Cell.text(SheetWriter.region(region)))));
    head.add(List.of());
    return new Table(
        in("units", "kecamatan dan desa"),
        head,
        List.of(
            Column.INDICATOR.in(language),
            Column.QUESTION.in(language),
            Column.LABEL.in(language),
            Column.MEASURED.in(language),
            in("yes", "ya"),
            in("no", "tidak"),
            in("silent", "belum menjawab"),
            in("of", "dari"),
            in("points at least", "nilai paling sedikit"),
            in("points at most", "nilai paling banyak"),
            in("who says no", "yang menjawab tidak"),
            in("who is silent", "yang belum menjawab")),
        rows);
  }

  // Histories

  List<Table> history(HistoryReport report) {
    List<Table> tables = new ArrayList<>();
    tables.add(turns(report));
    tables.add(changes(report));
    report.transitions().ifPresent(each -> tables.add(transitions(each)));
    return tables;
  }

  private Table turns(HistoryReport report) {
    List<List<Cell>> rows = new ArrayList<>();
    for (History history : report.histories()) {
      for (History.Line line : history.lines()) {
        for (History.Turn turn : line.turns()) {
          rows.add(
              List.of(
                  Cell.text(SheetWriter.region(history.region())),
                  Cell.text(line.stage()),
                  Cell.text(turn.round().toString()),
                  Cell.text(TableRow.code(turn.state())),
                  turn.total().map(Cell::points).orElse(Cell.EMPTY),
                  Cell.text(turn.tier()),
                  Cell.text(TableRow.code(origin(turn))),
                  texts(turn.results().stream().flatMap(each -> each.result().source().stream()))));
        }
      }
    }
    return new Table(
        in("rounds", "putaran"),
        List.of(),
        List.of(
            in("region", "daerah"),
            in("stage", "tahap"),
            in("round", "putaran"),
            in("known", "keterangan"),
            in("total", "nilai total"),
            in("tier", "predikat"),
            in("tier from", "asal predikat"),
            in("source", "sumber")),
        rows);
  }

  private static RegionResult.TierOrigin origin(History.Turn turn) {
    if (turn.tier().isEmpty()) {
      return RegionResult.TierOrigin.UNKNOWN;
    }
    return turn.isPublished() ? RegionResult.TierOrigin.DECLARED : RegionResult.TierOrigin.COMPUTED;
  }

  private Table changes(HistoryReport report) {
    List<List<Cell>> rows = new ArrayList<>();
    for (History history : report.histories()) {
      for (History.Line line : history.lines()) {
        for (History.Move move : line.moves()) {
          Optional<Split> split = move.split();
          List<Cell> head =
              List.of(
                  Cell.text(SheetWriter.region(history.region())),
                  Cell.text(line.stage()),
                  Cell.text(move.from().round().toString()),
                  Cell.text(move.to().round().toString()),
                  Cell.text(TableRow.code(move.direction())),
                  move.steps().map(ResultTables::number).orElse(Cell.EMPTY));
          if (split.map(each -> each.parts().isEmpty()).orElse(true)) {
            rows.add(behind(head, "", Optional.empty()));
          }
          split.ifPresent(
              each -> {
                each.rule().forEach(p -> rows.add(behind(head, "rule", Optional.of(p))));
                each.real().forEach(p -> rows.add(behind(head, "real", Optional.of(p))));
                each.open().forEach(p -> rows.add(behind(head, "open", Optional.of(p))));
              });
        }
      }
    }
    return new Table(
        in("changes", "perubahan"),
        List.of(),
        List.of(
            in("region", "daerah"),
            in("stage", "tahap"),
            in("from", "dari"),
            in("to", "ke"),
            in("direction", "arah"),
            in("steps", "jenjang"),
            in("why", "sebab perubahan"),
            in("level", "tingkat"),
            in("cluster", "klaster"),
            in("code", "kode"),
            in("change", "perubahan")),
        rows);
  }

  private static List<Cell> behind(List<Cell> head, String why, Optional<Split.Part> part) {
    List<Cell> row = new ArrayList<>(head);
    row.add(Cell.text(why));
    row.add(Cell.text(part.map(each -> TableRow.code(each.level()))));
    row.add(Cell.text(part.map(Split.Part::cluster)));
    row.add(Cell.text(part.map(Split.Part::code)));
    row.add(part.map(each -> Cell.points(each.change())).orElse(Cell.EMPTY));
    return row;
  }

  private Table transitions(Transitions transitions) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Transitions.Cell cell : transitions.cells()) {
      rows.add(
          List.of(
              Cell.text(transitions.from().toString()),
              Cell.text(cell.from()),
              Cell.text(transitions.to().toString()),
              Cell.text(cell.to()),
              number(cell.regions().size()),
              texts(cell.regions().stream().map(SheetWriter::region))));
    }
    return new Table(
        in("transitions", "perpindahan"),
        List.of(),
        List.of(
            in("from", "dari"),
            in("tier before", "predikat sebelum"),
            in("to", "ke"),
            in("tier after", "predikat sesudah"),
            in("regions", "banyaknya daerah"),
            in("which", "daerah")),
        rows);
  }

  // Stages

  Table stages(List<Waterfall> waterfalls) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Waterfall waterfall : waterfalls) {
      for (Waterfall.Step step : waterfall.steps()) {
        step.bars().forEach(bar -> rows.add(bar(waterfall, step, bar)));
      }
    }
    return new Table(
        in("stages", "tahap"),
        List.of(),
        List.of(
            in("region", "daerah"),
            in("round", "putaran"),
            in("from", "dari"),
            in("total before", "nilai sebelum"),
            in("to", "ke"),
            in("total after", "nilai sesudah"),
            in("level", "tingkat"),
            in("code", "kode"),
            in("change", "perubahan"),
            in("why", "sebab perubahan"),
            in("cause", "sebab")),
        rows);
  }

  private static List<Cell> bar(Waterfall waterfall, Waterfall.Step step, Waterfall.Bar bar) {
    return List.of(
        Cell.text(SheetWriter.region(waterfall.region())),
        Cell.text(waterfall.round().toString()),
        Cell.text(step.from().stage()),
        Cell.points(step.from().total()),
        Cell.text(step.to().stage()),
        Cell.points(step.to().total()),
        Cell.text(TableRow.code(bar.level())),
        Cell.text(bar.code()),
        Cell.points(bar.change()),
        Cell.text(bar.kind().map(TableRow::code)),
        Cell.text(bar.cause().map(TableRow::code)));
  }

  // Gaps

  List<Table> gaps(GapReport report) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Gap gap : report.gaps()) {
      rows.add(
          List.of(
              Cell.text(gap.tier().code()),
              Cell.points(gap.missing()),
              Cell.points(gap.onlyEvidence()),
              Cell.points(gap.toWin()),
              gap.smallestAttainable().map(Cell::points).orElse(Cell.EMPTY),
              unmet(gap.unmet()),
              Cell.text(gap.isReachable() ? in("yes", "ya") : in("no", "tidak")),
              Cell.points(gap.most().total()),
              Cell.text(gap.most().tier().map(Tier::code))));
    }
    Edition edition = report.scored().edition();
    return List.of(
        new Table(
            in("gaps", "selisih"),
            head(report.scored()),
            List.of(
                Column.TIER.in(language),
                in("missing", "kurang"),
                in("only needs evidence", "hanya perlu data dukung"),
                in("to be won anew", "harus diraih baru"),
                in("least total for it", "total terkecil untuk itu"),
                in("requirements not met", "syarat belum terpenuhi"),
                in("within reach", "terjangkau"),
                in("most that can be reached", "paling banyak tercapai"),
                in("tier then", "predikat nantinya")),
            rows),
        new Table(
            in("questions", "pertanyaan"),
            List.of(),
            List.of(
                Column.INDICATOR.in(language),
                Column.QUESTION.in(language),
                Column.LABEL.in(language),
                in("can be won", "dapat diraih")),
            report.questions().stream().map(room -> room(report.scored(), room)).toList()),
        rooms(
            in("leads", "penanggung jawab"),
            report.leads(),
            room ->
                room.agencies().isEmpty()
                    ? label(edition.roles(), Role::code, Role::label, room.code())
                    : TableRow.joined(room.agencies().stream().map(Agency::name).toList())),
        rooms(
            in("topics", "tema"),
            report.topics(),
            room -> label(edition.topics(), Topic::code, Topic::label, room.code())));
  }

  // Simulations

  List<Table> simulation(SimulationReport report) {
    List<List<Cell>> tiers = new ArrayList<>();
    for (SimulationReport.TierChance chance : report.figures().tiers()) {
      boolean isTier = chance.tier().isPresent();
      tiers.add(
          List.of(
              Cell.text(chance.tier().map(Tier::code)),
              chance(chance.exactly().chance()),
              error(chance.exactly(), report),
              isTier ? chance(chance.orHigher().chance()) : Cell.EMPTY,
              isTier ? error(chance.orHigher(), report) : Cell.EMPTY));
    }
    List<List<Cell>> totals = new ArrayList<>();
    totals.add(List.of(Cell.text(in("mean", "rata-rata")), Cell.number(report.figures().mean())));
    if (report.method() instanceof SimulationReport.Sampled) {
      totals.add(
          List.of(
              Cell.text(in("standard error of the mean", "galat baku rata-rata")),
              Cell.number(report.figures().meanError())));
    }
    report
        .figures()
        .quantiles()
        .forEach((rank, total) -> totals.add(List.of(percent(rank), Cell.points(total))));
    List<List<Cell>> matters = new ArrayList<>();
    report
        .influences()
        .ifPresent(
            influences ->
                Stream.of(
                        influences.factors(),
                        influences.questions(),
                        influences.indicators(),
                        influences.groups())
                    .flatMap(List::stream)
                    .filter(each -> each.totalEffect().value() > 0 || each.swing() > 0)
                    .forEach(each -> matters.add(influence(each))));
    return List.of(
        new Table(
            in("chances", "peluang"),
            simulationHead(report),
            List.of(
                Column.TIER.in(language),
                in("chance", "peluang"),
                in("standard error", "galat baku"),
                in("chance of it or a higher one", "peluang setidaknya"),
                in("standard error of that", "galat baku itu")),
            tiers),
        new Table(
            in("totals", "total"),
            List.of(),
            List.of(in("what", "apa"), Column.TOTAL.in(language)),
            totals),
        new Table(
            in("histogram", "histogram"),
            List.of(),
            List.of(
                in("from", "dari"),
                in("through", "sampai"),
                in("chance", "peluang"),
                in("standard error", "galat baku")),
            report.figures().bins().stream()
                .map(
                    bin ->
                        List.of(
                            Cell.points(bin.from()),
                            Cell.points(bin.through()),
                            chance(bin.chance().chance()),
                            error(bin.chance(), report)))
                .toList()),
        new Table(
            in("what matters", "yang menentukan"),
            List.of(),
            List.of(
                Column.KIND.in(language),
                in("which", "yang mana"),
                in("first-order index", "indeks orde pertama"),
                in("total effect", "efek total"),
                in("chance at its worst", "peluang paling buruk"),
                in("chance at its best", "peluang paling baik")),
            matters));
  }

  /** A word before the code, so that no spreadsheet takes 14.10 for 14.1. */
  private List<Cell> influence(Influence influence) {
    String kind =
        switch (influence.kind()) {
          case QUESTION -> Column.QUESTION.in(language);
          case INDICATOR -> Column.INDICATOR.in(language);
          case GROUP -> Column.LEAD.in(language);
          case FACTOR -> in("shared state", "keadaan bersama");
        };
    return List.of(
        Cell.text(kind),
        Cell.text(
            influence.kind() == Influence.Kind.QUESTION
                ? kind + " " + influence.code()
                : influence.code()),
        chance(influence.firstOrder().value()),
        chance(influence.totalEffect().value()),
        chance(influence.chanceAtWorst().chance()),
        chance(influence.chanceAtBest().chance()));
  }

  private List<List<Cell>> simulationHead(SimulationReport report) {
    List<List<Cell>> head = new ArrayList<>(head(report.scored()));
    if (report.method() instanceof SimulationReport.Sampled sampled) {
      head.add(List.of(Cell.text(in("seed", "benih")), Cell.text(Long.toString(sampled.seed()))));
      head.add(
          List.of(
              Cell.text(in("draws", "tarikan")), Cell.number(BigDecimal.valueOf(sampled.draws()))));
    } else {
      head.add(List.of(Cell.text(in("method", "cara")), Cell.text(in("exact", "tepat"))));
    }
    for (String words : report.survival().words(language)) {
      head.add(List.of(Cell.text(in("rests on", "berdasar")), Cell.text(words)));
    }
    return head;
  }

  private static Cell chance(double chance) {
    return Cell.number(new BigDecimal(chance).setScale(CHANCE_DECIMALS, RoundingMode.HALF_UP));
  }

  private static Cell error(Estimate estimate, SimulationReport report) {
    return report.method() instanceof SimulationReport.Sampled
        ? chance(estimate.standardError())
        : Cell.EMPTY;
  }

  private static Cell percent(Ratio rank) {
    return Cell.text(rank.numerator() * (100 / rank.denominator()) + "%");
  }

  /** Indicator and question stand apart, since a spreadsheet takes 14.10 for 14.1. */
  private List<Cell> room(ScoredAssessment scored, Gap.Room room) {
    ScoredQuestion question = scored.question(room.code());
    QuestionCode code = question.question().code();
    return List.of(
        Cell.text(code.indicator()),
        Cell.text(code.question()),
        Cell.text(question.label().in(language)),
        Cell.points(room.headroom()));
  }

  private Cell unmet(List<Requirement> requirements) {
    return texts(requirements.stream().map(requirement -> requirement.label().in(language)));
  }

  private Table rooms(String name, List<Gap.Room> rooms, Function<Gap.Room, String> label) {
    return new Table(
        name,
        List.of(),
        List.of(
            Column.CODE.in(language), Column.LABEL.in(language), in("can be won", "dapat diraih")),
        rooms.stream()
            .map(
                room ->
                    List.of(
                        Cell.text(room.code()),
                        Cell.text(label.apply(room)),
                        Cell.points(room.headroom())))
            .toList());
  }

  private <T> String label(
      List<T> parts, Function<T, String> code, Function<T, Label> label, String wanted) {
    return parts.stream()
        .filter(part -> code.apply(part).equals(wanted))
        .map(part -> label.apply(part).in(language))
        .findFirst()
        .orElse("");
  }

  /** What a table of plans is of. */
  List<List<Cell>> head(ScoredAssessment scored) {
    Assessment assessment = scored.assessment();
    return List.of(
        row(Column.EDITION.in(language), Cell.text(assessment.edition().id())),
        row(Column.REGION.in(language), Cell.text(SheetWriter.region(assessment.region()))),
        row(Column.ROUND.in(language), Cell.text(assessment.round().toString())),
        row(Column.TOTAL.in(language), Cell.points(scored.points())),
        row(Column.TIER.in(language), Cell.text(scored.now().tier().map(Tier::code))));
  }

  private static List<Cell> row(String key, Cell value) {
    return List.of(Cell.text(key), value);
  }

  // Plans

  List<Table> plans(PlanReport report) {
    List<Table> tables = new ArrayList<>();
    if (report instanceof PlanReport.ToTier toTier) {
      tables.add(plan(report, toTier.cheapest().found(), outcome(toTier)));
      if (!toTier.nextBest().isEmpty()) {
        tables.add(nextBest(toTier.nextBest()));
      }
      toTier.sensitivity().ifPresent(sensitivity -> tables.addAll(sensitivity(sensitivity)));
    } else if (report instanceof PlanReport.OfBudget ofBudget) {
      WithinBudget within = ofBudget.within();
      tables.add(
          plan(
              report,
              Optional.of(within.plan()),
              List.of(
                  row(in("budget", "anggaran"), Cell.number(ofBudget.budget())),
                  row(in("outcome", "kesimpulan"), proven(within.isProven())),
                  row(in("most within it", "paling banyak"), Cell.points(within.mostTotal())))));
    }
    return tables;
  }

  Cell proven(boolean isProven) {
    return Cell.text(isProven ? in("proven", "terbukti") : in("stopped", "terhenti"));
  }

  private List<List<Cell>> outcome(PlanReport.ToTier report) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row(in("target", "target"), Cell.text(report.target().code())));
    if (report.cheapest() instanceof Cheapest.NotReachable notReachable) {
      rows.add(
          row(in("outcome", "kesimpulan"), Cell.text(in("not reachable", "tidak terjangkau"))));
      rows.add(
          row(
              in("most that can be reached", "paling banyak tercapai"),
              Cell.points(notReachable.mostTotal())));
      rows.add(row(in("missing", "kurang"), Cell.points(notReachable.missing())));
      rows.add(
          row(in("requirements not met", "syarat belum terpenuhi"), unmet(notReachable.unmet())));
    } else if (report.cheapest() instanceof Cheapest.Stopped stopped) {
      rows.add(row(in("outcome", "kesimpulan"), proven(false)));
      rows.add(
          row(
              in("no plan costs less than", "tidak ada yang lebih murah dari"),
              Cell.number(stopped.leastCost())));
    } else {
      rows.add(row(in("outcome", "kesimpulan"), proven(true)));
    }
    return rows;
  }

  private Table plan(PlanReport report, Optional<Plan> found, List<List<Cell>> outcome) {
    List<List<Cell>> head = new ArrayList<>(head(report.scored()));
    head.addAll(outcome);
    found.ifPresent(
        plan -> {
          head.add(row(in("cost of the plan", "biaya rencana"), Cell.number(plan.cost())));
          head.add(row(in("total then", "total nantinya"), Cell.points(plan.total())));
          head.add(
              row(in("tier then", "predikat nantinya"), Cell.text(plan.tier().map(Tier::code))));
        });
    List<List<Cell>> rows = new ArrayList<>();
    for (Measure measure : found.map(Plan::measures).orElse(List.of())) {
      rows.add(
          List.of(
              Cell.text(measure.code()),
              Cell.text(measure.label().in(language)),
              Cell.text(measure.agency()),
              Cell.text(MeasureTable.awards(measure, language)),
              Cell.number(measure.remainingCost()),
              Cell.text(MeasureTable.references(measure))));
    }
    return new Table(
        in("plan", "rencana"),
        head,
        Stream.of(
                Column.CODE,
                Column.MEASURE,
                Column.AGENCY,
                Column.AWARDS,
                Column.COST,
                Column.REFERENCES)
            .map(column -> column.in(language))
            .toList(),
        rows);
  }

  private Table nextBest(List<Plan> plans) {
    return new Table(
        in("next best", "berikutnya"),
        List.of(),
        List.of(
            in("place", "urutan"),
            in("costs", "biaya rencana"),
            in("total then", "total nantinya"),
            in("tier then", "predikat nantinya"),
            in("measures", "kegiatan rencana")),
        IntStream.range(0, plans.size())
            .mapToObj(
                i ->
                    List.of(
                        number(i + 2),
                        Cell.number(plans.get(i).cost()),
                        Cell.points(plans.get(i).total()),
                        Cell.text(plans.get(i).tier().map(Tier::code)),
                        texts(plans.get(i).codes().stream())))
            .toList());
  }

  private List<Table> sensitivity(Sensitivity sensitivity) {
    return List.of(
        new Table(
            in("how firm", "kekokohan"),
            List.of(
                row(
                    in("saved by one point less", "hemat bila satu nilai lebih rendah"),
                    Cell.number(sensitivity.savedByLess())),
                row(
                    in("added by one point more", "tambahan bila satu nilai lebih tinggi"),
                    sensitivity.addedByMore().map(Cell::number).orElse(Cell.EMPTY))),
            List.of(
                in("measure of the plan", "kegiatan rencana"),
                in("weight", "bobot"),
                in("cost may rise by", "biaya boleh naik"),
                in("saved by one point more", "hemat bila satu nilai lebih")),
            sensitivity.measures().stream()
                .map(
                    row ->
                        List.of(
                            Cell.text(row.measure().code()),
                            Cell.text(TableRow.code(row.weight())),
                            row.mayRise().map(Cell::number).orElse(Cell.EMPTY),
                            Cell.number(row.savedByPoint())))
                .toList()),
        new Table(
            in("worth of a point", "harga satu nilai"),
            List.of(),
            List.of(
                Column.INDICATOR.in(language),
                Column.QUESTION.in(language),
                in("saved by one point more", "hemat bila satu nilai lebih")),
            sensitivity.savedByPoint().entrySet().stream()
                .map(
                    saved ->
                        List.of(
                            Cell.text(saved.getKey().indicator()),
                            Cell.text(saved.getKey().question()),
                            Cell.number(saved.getValue())))
                .toList()));
  }
}
