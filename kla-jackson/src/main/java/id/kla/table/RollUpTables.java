package id.kla.table;

import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.rollup.DeclaredCheck;
import id.kla.rollup.Heading;
import id.kla.rollup.Provila;
import id.kla.rollup.Ranking;
import id.kla.rollup.RegionResult;
import id.kla.rollup.RollUpReport;
import id.kla.rollup.Spread;
import id.kla.rollup.Summary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays a roll-up out as tables: regions, predicates, how points lie, and Provila. */
final class RollUpTables {

  private final RollUpReport report;
  private final Language language;

  RollUpTables(RollUpReport report, Language language) {
    this.report = report;
    this.language = language;
  }

  private String in(String english, String indonesian) {
    return language == Language.ENGLISH ? english : indonesian;
  }

  List<Table> tables() {
    return List.of(regions(), tiers(), spreads(), provila());
  }

  /** What every row begins with: under which heading it stands. */
  private List<String> heads(String... others) {
    List<String> heads =
        new ArrayList<>(
            List.of(
                in("round", "putaran"),
                in("kind", "jenis"),
                in("stage", "tahap"),
                in("edition", "edisi"),
                in("basis", "dasar")));
    heads.addAll(List.of(others));
    return heads;
  }

  private static List<Cell> row(Heading heading, Cell... others) {
    List<Cell> row =
        new ArrayList<>(
            List.of(
                Cell.text(heading.round().toString()),
                Cell.text(TableRow.code(heading.kind())),
                Cell.text(heading.stage()),
                Cell.text(heading.edition().map(edition -> edition.id())),
                Cell.text(heading.view().map(view -> TableRow.code(view.basis())))));
    row.addAll(List.of(others));
    return row;
  }

  private static Cell number(long number) {
    return Cell.number(BigDecimal.valueOf(number));
  }

  private static Cell points(Optional<Points> points) {
    return points.map(Cell::points).orElse(Cell.EMPTY);
  }

  private Table regions() {
    List<List<Cell>> rows = new ArrayList<>();
    for (RollUpReport.Part part : report.parts()) {
      Summary summary = part.summary();
      Map<RegionCode, Integer> ranks = new HashMap<>();
      for (Ranking.Row each : summary.ranking().rows()) {
        ranks.put(each.region(), each.rank());
      }
      Map<RegionCode, Ranking.Range> ranges = summary.ranges();
      for (RegionResult result : summary.results()) {
        Integer rank = ranks.get(result.region());
        Ranking.Range range = ranges.get(result.region());
        rows.add(
            row(
                summary.heading(),
                Cell.text(SheetWriter.region(result.region())),
                rank == null ? Cell.EMPTY : number(rank),
                range == null ? Cell.EMPTY : number(range.best()),
                range == null ? Cell.EMPTY : number(range.worst()),
                points(result.total()),
                points(result.bounds().map(Ranking.Bounds::least)),
                points(result.bounds().map(Ranking.Bounds::greatest)),
                Cell.text(result.tier()),
                Cell.text(TableRow.code(result.tierOrigin())),
                Cell.text(result.source())));
      }
      summary
          .differing()
          .forEach(each -> rows.add(without(summary, each.code(), in("differing", "berbeda"))));
      summary
          .missing()
          .forEach(each -> rows.add(without(summary, each.code(), in("missing", "tanpa hasil"))));
    }
    return new Table(
        in("regions", "daerah"),
        List.of(),
        heads(
            in("region", "daerah"),
            in("rank", "peringkat"),
            in("best rank", "peringkat terbaik"),
            in("worst rank", "peringkat terburuk"),
            in("total", "nilai"),
            in("at least", "paling sedikit"),
            in("at most", "paling banyak"),
            in("tier", "predikat"),
            in("tier from", "asal predikat"),
            in("source", "sumber")),
        rows);
  }

  private static List<Cell> without(Summary summary, RegionCode region, String why) {
    return row(
        summary.heading(),
        Cell.text(SheetWriter.region(region)),
        Cell.EMPTY,
        Cell.EMPTY,
        Cell.EMPTY,
        Cell.EMPTY,
        Cell.EMPTY,
        Cell.EMPTY,
        Cell.EMPTY,
        Cell.text(why),
        Cell.EMPTY);
  }

  private Table tiers() {
    List<List<Cell>> rows = new ArrayList<>();
    for (RollUpReport.Part part : report.parts()) {
      Summary summary = part.summary();
      summary
          .tiers()
          .forEach(
              (tier, count) -> rows.add(row(summary.heading(), Cell.text(tier), number(count))));
      rows.add(row(summary.heading(), Cell.text(RegionResult.NONE), number(summary.none())));
      rows.add(
          row(
              summary.heading(),
              Cell.text(in("not known", "tidak diketahui")),
              number(summary.unknown())));
    }
    return new Table(
        in("tiers", "predikat"),
        List.of(),
        heads(in("tier", "predikat"), in("regions", "daerah")),
        rows);
  }

  private Table spreads() {
    List<List<Cell>> rows = new ArrayList<>();
    for (RollUpReport.Part part : report.parts()) {
      Summary summary = part.summary();
      rows.add(spread(summary, in("total", "nilai"), "", summary.total()));
      summary
          .clusters()
          .forEach((code, each) -> rows.add(spread(summary, in("cluster", "klaster"), code, each)));
      summary
          .indicators()
          .forEach(
              (code, each) -> rows.add(spread(summary, in("indicator", "indikator"), code, each)));
    }
    return new Table(
        in("spread", "sebaran"),
        List.of(),
        heads(
            in("level", "tingkat"),
            in("code", "kode"),
            in("known", "diketahui"),
            in("sum", "jumlah"),
            in("least", "terendah"),
            "1/4",
            in("median", "median"),
            "3/4",
            in("greatest", "tertinggi")),
        rows);
  }

  private static List<Cell> spread(Summary summary, String level, String code, Spread spread) {
    return row(
        summary.heading(),
        Cell.text(level),
        Cell.text(code),
        number(spread.count()),
        Cell.points(spread.sum()),
        points(spread.least()),
        points(spread.quantile(1, 4)),
        points(spread.quantile(1, 2)),
        points(spread.quantile(3, 4)),
        points(spread.greatest()));
  }

  private Table provila() {
    List<List<Cell>> rows = new ArrayList<>();
    for (RollUpReport.Part part : report.parts()) {
      for (Provila verdict : part.provila()) {
        Heading heading = part.summary().heading();
        Cell why =
            verdict.when() == DeclaredCheck.When.BEFORE
                ? Cell.text(in("before the last stage", "sebelum tahap terakhir"))
                : Cell.EMPTY;
        rows.add(verdict(heading, verdict, Cell.EMPTY, why, Cell.EMPTY));
        for (Provila.InTheWay each : verdict.inTheWay()) {
          rows.add(
              verdict(
                  heading,
                  verdict,
                  Cell.text(SheetWriter.region(each.region().code())),
                  Cell.text(TableRow.code(each.why())),
                  points(each.lacking())));
        }
      }
    }
    return new Table(
        in("provila, by kla", "provila menurut kla"),
        List.of(),
        heads(
            in("province", "provinsi"),
            in("rule", "aturan"),
            in("computed outcome", "hasil hitungan"),
            in("region in the way", "daerah yang menghalangi"),
            in("why", "sebab"),
            in("lacking", "kurang")),
        rows);
  }

  private static List<Cell> verdict(
      Heading heading, Provila verdict, Cell region, Cell why, Cell lacking) {
    return row(
        heading,
        Cell.text(verdict.province().toString()),
        Cell.text(verdict.rule().id()),
        Cell.text(TableRow.code(verdict.outcome())),
        region,
        why,
        lacking);
  }
}
