package id.kla.table;

import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.assessment.StatedTotals;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.EvidenceKind;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.edition.Role;
import id.kla.edition.Stage;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays an assessment, or a sheet to fill in, out as tables. */
final class SheetWriter {

  private final Language language;

  SheetWriter(Language language) {
    this.language = language;
  }

  // A sheet to fill in

  /** What a sheet to fill in is for; what is not given is left to whoever fills it in. */
  record Heading(
      Edition edition,
      Optional<String> region,
      Optional<String> round,
      String stage,
      Optional<String> source,
      Optional<String> agency,
      Optional<String> role) {}

  /** Returns the table of answers, with those of {@code filled}. */
  Table form(Heading heading, Predicate<Question> wanted, Optional<Assessment> filled) {
    Edition edition = heading.edition();
    Map<String, String> roles = labels(edition.roles(), Role::code, Role::label);
    Map<String, String> kinds =
        labels(edition.evidenceKinds(), EvidenceKind::code, EvidenceKind::label);
    List<List<Cell>> rows = new ArrayList<>();
    for (Cluster cluster : edition.clusters()) {
      for (Indicator indicator : cluster.indicators()) {
        for (Question question : indicator.questions()) {
          if (wanted.test(question)) {
            rows.add(row(cluster, question, roles, kinds, filled));
          }
        }
      }
    }
    return new Table(
        language == Language.ENGLISH ? "answers" : "jawaban",
        head(heading),
        columns(
            Column.CLUSTER,
            Column.INDICATOR,
            Column.QUESTION,
            Column.LABEL,
            Column.MAXIMUM,
            Column.ASKED,
            Column.LEAD,
            Column.ANSWER,
            Column.MEASURED,
            Column.NOT_APPLICABLE,
            Column.EVIDENCE,
            Column.NOTE),
        rows);
  }

  private <T> Map<String, String> labels(
      List<T> parts, Function<T, String> code, Function<T, Label> label) {
    return parts.stream()
        .collect(
            Collectors.toMap(
                code,
                part ->
                    label.apply(part).isEmpty() ? code.apply(part) : label.apply(part).in(language),
                (first, second) -> first));
  }

  private List<List<Cell>> head(Heading heading) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(pair(Column.EDITION, heading.edition().id()));
    rows.add(pair(Column.REGION, heading.region().orElse("")));
    rows.add(pair(Column.ROUND, heading.round().orElse("")));
    rows.add(pair(Column.STAGE, heading.stage()));
    heading.source().ifPresent(source -> rows.add(pair(Column.SOURCE, source)));
    heading.agency().ifPresent(agency -> rows.add(pair(Column.AGENCY, agency)));
    heading.role().ifPresent(role -> rows.add(pair(Column.ROLE, role)));
    return rows;
  }

  private List<Cell> pair(Column key, String value) {
    return List.of(Cell.text(key.in(language)), Cell.text(value));
  }

  private List<String> columns(Column... columns) {
    return Stream.of(columns).map(column -> column.in(language)).toList();
  }

  private List<Cell> row(
      Cluster cluster,
      Question question,
      Map<String, String> roles,
      Map<String, String> kinds,
      Optional<Assessment> filled) {
    Optional<Answer> answer = filled.flatMap(sheet -> sheet.answer(question.code()));
    return List.of(
        Cell.text(cluster.code()),
        Cell.text(question.code().indicator()),
        Cell.text(question.code().question()),
        Cell.text(question.label().in(language)),
        Cell.points(question.maximum()),
        Cell.text(
            question.evidenceKinds().stream()
                .map(kind -> kinds.getOrDefault(kind, kind))
                .collect(Collectors.joining("; "))),
        Cell.text(question.lead().map(role -> roles.getOrDefault(role, role)).orElse("")),
        answer
            .filter(Answer.Given.class::isInstance)
            .map(given -> AnswerText.write(((Answer.Given) given).response(), question))
            .orElse(Cell.EMPTY),
        answer.flatMap(SheetWriter::fact).map(AnswerText::write).orElse(Cell.EMPTY),
        Cell.text(
            answer
                .filter(Answer.NotApplicable.class::isInstance)
                .map(no -> ((Answer.NotApplicable) no).reason())),
        Cell.text(
            TableRow.joined(
                filled.map(SheetWriter::evidence).orElse(List.of()).stream()
                    .filter(document -> document.questions().contains(question.code()))
                    .map(Evidence::id)
                    .toList())),
        Cell.text(filled.flatMap(sheet -> note(sheet, question.code()))));
  }

  private static List<Evidence> evidence(Assessment sheet) {
    return sheet.evidence();
  }

  private static Optional<String> note(Assessment sheet, QuestionCode code) {
    return Optional.ofNullable(sheet.notes().get(code));
  }

  private static Optional<Response.Fact> fact(Answer answer) {
    return answer instanceof Answer.Given given
        ? given.measured()
        : answer instanceof Answer.Measured measured
            ? Optional.of(measured.fact())
            : Optional.empty();
  }

  // An assessment

  /** Returns every table that holds something of an assessment, the answers first. */
  List<Table> tables(Assessment sheet) {
    Heading heading =
        new Heading(
            sheet.edition(),
            Optional.of(region(sheet.region())),
            Optional.of(sheet.round().toString()),
            sheet.stage(),
            sheet.source(),
            Optional.empty(),
            Optional.empty());
    List<Table> tables = new ArrayList<>();
    tables.add(form(heading, question -> true, Optional.of(sheet)));
    tables.addAll(others(sheet));
    return tables;
  }

  /** Returns the tables that no question's lead answers for. */
  List<Table> others(Assessment sheet) {
    List<Table> tables = new ArrayList<>();
    stated(sheet.stated()).ifPresent(tables::add);
    if (!sheet.agencies().isEmpty()) {
      tables.add(agencies(sheet.agencies()));
    }
    if (!sheet.evidence().isEmpty()) {
      tables.add(evidenceTable(sheet.edition(), List.of(), sheet.evidence()));
    }
    if (!sheet.findings().isEmpty()) {
      tables.add(findings(sheet.findings()));
    }
    return tables;
  }

  /** Returns the name of a region, since a spreadsheet makes 16.1 of its code 16.10. */
  static String region(RegionCode code) {
    return Regions.builtIn().findRegion(code).map(Region::fullName).orElse(code.toString());
  }

  private Optional<Table> stated(StatedTotals stated) {
    List<List<Cell>> rows = new ArrayList<>();
    stated.total().ifPresent(total -> rows.add(total(Column.TOTAL.in(language), total)));
    stated
        .clusters()
        .forEach((code, total) -> rows.add(total(Column.CLUSTER.in(language) + " " + code, total)));
    stated
        .indicators()
        .forEach(
            (code, total) -> rows.add(total(Column.INDICATOR.in(language) + " " + code, total)));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                language == Language.ENGLISH ? "stated" : "dinyatakan",
                List.of(),
                columns(Column.PART, Column.POINTS),
                rows));
  }

  private static List<Cell> total(String part, Points points) {
    return List.of(Cell.text(part), Cell.points(points));
  }

  Table agencies(List<Agency> agencies) {
    return new Table(
        language == Language.ENGLISH ? "agencies" : "perangkat daerah",
        List.of(),
        columns(Column.AGENCY, Column.NAME, Column.KIND, Column.ALIASES, Column.ROLES),
        agencies.stream()
            .map(
                agency ->
                    List.of(
                        Cell.text(agency.code()),
                        Cell.text(agency.name()),
                        Cell.text(Words.in(language, agency.kind())),
                        Cell.text(TableRow.joined(agency.aliases())),
                        Cell.text(TableRow.joined(agency.roles()))))
            .toList());
  }

  /** Returns a table of documents that stands by itself. */
  Table evidence(Edition edition, List<Evidence> evidence) {
    return evidenceTable(edition, List.of(pair(Column.EDITION, edition.id())), evidence);
  }

  private Table evidenceTable(Edition edition, List<List<Cell>> head, List<Evidence> evidence) {
    List<String> stages =
        edition.stages().stream()
            .map(Stage::code)
            .filter(stage -> evidence.stream().anyMatch(each -> each.status().containsKey(stage)))
            .toList();
    List<String> columns =
        new ArrayList<>(
            columns(
                Column.ID,
                Column.QUESTIONS,
                Column.KIND,
                Column.TITLE,
                Column.AGENCY,
                Column.ISSUED,
                Column.RECEIVED,
                Column.VALID_FROM,
                Column.VALID_UNTIL,
                Column.SUPERSEDED_BY,
                Column.DIGEST,
                Column.LOCATION));
    for (String stage : stages) {
      columns.add(stage);
      columns.add(stage + " " + Column.REASON.in(language));
      columns.add(stage + " " + Column.NOTE.in(language));
    }
    return new Table(
        language == Language.ENGLISH ? "evidence" : "data dukung",
        head,
        columns,
        evidence.stream().map(each -> document(each, stages)).toList());
  }

  private List<Cell> document(Evidence evidence, List<String> stages) {
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                Cell.text(evidence.id()),
                Cell.text(Codes.joined(evidence.questions())),
                Cell.text(evidence.kind()),
                Cell.text(evidence.title()),
                Cell.text(evidence.agency()),
                Cell.text(evidence.issued()),
                Cell.text(evidence.received()),
                Cell.text(evidence.validFrom()),
                Cell.text(evidence.validUntil()),
                Cell.text(evidence.supersededBy()),
                Cell.text(evidence.digest()),
                Cell.text(evidence.location())));
    for (String stage : stages) {
      Optional<Evidence.Status> status = Optional.ofNullable(evidence.status().get(stage));
      cells.add(Cell.text(status.map(ruled -> Words.in(language, ruled.ruling()))));
      cells.add(Cell.text(status.flatMap(Evidence.Status::reason)));
      cells.add(Cell.text(status.flatMap(Evidence.Status::note)));
    }
    return cells;
  }

  private Table findings(List<Finding> findings) {
    return new Table(
        language == Language.ENGLISH ? "findings" : "temuan",
        List.of(),
        columns(
            Column.INDICATOR,
            Column.QUESTION,
            Column.STAGE,
            Column.RULING,
            Column.POINTS,
            Column.REASON,
            Column.NOTE),
        findings.stream()
            .map(
                finding ->
                    List.of(
                        Cell.text(finding.question().indicator()),
                        Cell.text(finding.question().question()),
                        Cell.text(finding.stage()),
                        Cell.text(Words.in(language, finding.ruling())),
                        finding.points().map(Cell::points).orElse(Cell.EMPTY),
                        Cell.text(finding.reason()),
                        Cell.text(finding.note())))
            .toList());
  }
}
