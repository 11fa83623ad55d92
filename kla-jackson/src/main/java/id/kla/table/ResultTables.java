package id.kla.table;

import id.kla.assessment.Agency;
import id.kla.assessment.Evidence;
import id.kla.edition.QuestionCode;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.scoring.Cause;
import id.kla.scoring.JudgedEvidence;
import id.kla.scoring.ScoredQuestion;
import id.kla.verification.Difference;
import id.kla.verification.EvidenceReport;
import id.kla.verification.RiskShare;
import id.kla.verification.Waterfall;
import id.kla.verification.Weakness;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays results out as tables, a row for each thing that can be sorted or added up. */
final class ResultTables {

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
}
