package id.kla.table;

import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.planning.Measure;
import id.kla.planning.MeasureList;
import id.kla.points.Points;
import id.kla.points.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures as a table: a row a measure.
 *
 * <p>The awards stand in one cell, {@code 7.2 = 22; 14.10 = 0.66}, which a spreadsheet takes for
 * neither a number nor a day nor a time. Where there is a column of codes, the measure beside it is
 * the name; where there is none, it is the code.
 */
final class MeasureTable {

  private static final Pattern AWARD = Pattern.compile("([^=:\\s]+)\\s*[=:]\\s*([^=:\\s]+)");
  private static final Pattern YEARS =
      Pattern.compile("([0-9]{4})(?:\\s*(?:-|–|s/d|sampai|to)\\s*([0-9]{4}))?");
  private static final Pattern YEAR_AT_END = Pattern.compile("\\(([0-9]{4})?\\)$");

  /** More years in a row are no plan's. */
  private static final int LONGEST = 100;

  private final Edition edition;
  private final List<Fault> faults;

  MeasureTable(Edition edition, List<Fault> faults) {
    this.edition = edition;
    this.faults = faults;
  }

  // Reading

  /**
   * Returns the measures of a table, as far as they can be read.
   *
   * @param agency who carries them out where a row names nobody
   */
  List<Written<Measure>> read(Section section, Optional<String> agency) {
    List<Written<Measure>> measures = new ArrayList<>();
    for (TableRow row : section.rows()) {
      if (!isSum(row, section)) {
        measure(row, section, agency)
            .ifPresent(measure -> measures.add(new Written<>(measure, row.place())));
      }
    }
    return measures;
  }

  private static Column code(Section section) {
    return section.has(Column.CODE) ? Column.CODE : Column.MEASURE;
  }

  /** A sum of costs has neither a name nor awards. */
  private static boolean isSum(TableRow row, Section section) {
    Column code = code(section);
    return row.text(code).isEmpty()
        ? row.isSum()
        : row.isSum(code)
            && Stream.of(Column.MEASURE, Column.NAME, Column.ENGLISH_NAME, Column.AWARDS)
                .filter(column -> column != code)
                .allMatch(column -> row.text(column).isEmpty());
  }

  private Optional<Measure> measure(TableRow row, Section section, Optional<String> agency) {
    int before = faults.size();
    Column codes = code(section);
    Optional<String> code = row.text(codes);
    if (code.isEmpty()) {
      faults.add(Fault.of(FaultCode.EMPTY_CELL, row.place(codes)));
    }
    Optional<BigDecimal> cost = row.cost(Column.COST, faults);
    if (cost.isEmpty() && row.text(Column.COST).isEmpty()) {
      faults.add(Fault.of(FaultCode.EMPTY_CELL, row.place(Column.COST)));
    }
    Map<QuestionCode, Points> awards = awards(row);
    Column years = section.has(Column.YEARS) ? Column.YEARS : Column.ROUND;
    Measure.Builder measure = Measure.builder();
    measure
        .awards(awards)
        .years(years(row, years))
        .prerequisites(row.list(Column.PREREQUISITES))
        .exclusions(row.list(Column.EXCLUSIONS))
        .agency(row.text(Column.AGENCY).or(() -> agency))
        .references(row.list(Column.REFERENCES).stream().map(MeasureTable::reference).toList())
        .realisedCost(row.cost(Column.REALISED_COST, faults));
    name(row, codes).ifPresent(measure::label);
    row.word(Column.STATE, Measure.State.class, faults).ifPresent(measure::state);
    chance(row).ifPresent(measure::chance);
    boolean isRead =
        code.isPresent()
            && cost.isPresent()
            && faults.stream().skip(before).noneMatch(MeasureTable::isError);
    return isRead
        ? Optional.of(measure.code(code.get()).cost(cost.get()).build())
        : Optional.empty();
  }

  private static boolean isError(Fault fault) {
    return fault.severity() == Severity.ERROR;
  }

  private static Optional<Label> name(TableRow row, Column code) {
    Optional<String> name =
        row.text(Column.NAME)
            .or(() -> code == Column.MEASURE ? Optional.empty() : row.text(Column.MEASURE));
    Optional<String> english = row.text(Column.ENGLISH_NAME);
    return name.isEmpty() && english.isEmpty()
        ? Optional.empty()
        : Optional.of(Label.of(name.orElse(""), english.orElse("")));
  }

  private Map<QuestionCode, Points> awards(TableRow row) {
    Place place = row.place(Column.AWARDS);
    Codes codes = new Codes(edition, Set.of());
    Map<QuestionCode, Points> awards = new LinkedHashMap<>();
    for (String entry : row.list(Column.AWARDS)) {
      Matcher award = AWARD.matcher(entry);
      if (!award.matches()) {
        faults.add(Fault.of(FaultCode.BAD_AWARD, place).with("found", entry));
        continue;
      }
      Optional<QuestionCode> code = codes.among(award.group(1), place, faults);
      Optional<Points> points = TableRow.points(award.group(2), place, faults);
      if (code.isPresent()
          && points.isPresent()
          && awards.putIfAbsent(code.get(), points.get()) != null) {
        faults.add(Fault.of(FaultCode.DUPLICATE_CODE, place).with("found", code.get().toString()));
      }
    }
    return awards;
  }

  private List<Integer> years(TableRow row, Column column) {
    List<Integer> years = new ArrayList<>();
    for (String entry : row.list(column)) {
      for (String part : entry.split(",", -1)) {
        Matcher range = YEARS.matcher(part.strip());
        if (!range.matches()) {
          faults.add(Fault.of(FaultCode.BAD_YEAR, row.place(column)).with("found", part.strip()));
          continue;
        }
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        if (last < first || last - first > LONGEST) {
          faults.add(Fault.of(FaultCode.BAD_YEAR, row.place(column)).with("found", part.strip()));
        } else {
          IntStream.rangeClosed(first, last).forEach(years::add);
        }
      }
    }
    return years;
  }

  /** Reads {@code RPJMD: 2.08.02 (2025)}, and the same without a colon before a number. */
  private static Measure.Reference reference(String entry) {
    Matcher year = YEAR_AT_END.matcher(entry);
    boolean hasYear = year.find();
    String rest = Printable.trimmed(hasYear ? entry.substring(0, year.start()) : entry);
    Optional<Integer> read =
        hasYear ? Optional.ofNullable(year.group(1)).map(Integer::valueOf) : Optional.empty();
    int divider = divider(rest);
    return divider < 0
        ? new Measure.Reference(rest, "", read)
        : new Measure.Reference(rest.substring(0, divider), rest.substring(divider + 1), read);
  }

  /** Returns what divides kind and code, -1 where there is only a kind. */
  private static int divider(String reference) {
    int colon = reference.indexOf(':');
    int blank = reference.lastIndexOf(' ');
    boolean endsWithANumber = blank > 0 && Character.isDigit(reference.charAt(blank + 1));
    return colon >= 0 || !endsWithANumber ? colon : blank;
  }

  private Optional<Share> chance(TableRow row) {
    Place place = row.place(Column.CHANCE);
    Optional<Response.Fact> fact =
        row.text(Column.CHANCE).flatMap(text -> AnswerText.fact(text, place, faults));
    if (fact.isPresent() && !(fact.get() instanceof Response.Coverage)) {
      faults.add(
          Fault.of(FaultCode.BAD_SHARE, place)
              .with("found", row.text(Column.CHANCE).orElseThrow()));
    }
    return fact.filter(Response.Coverage.class::isInstance)
        .map(coverage -> ((Response.Coverage) coverage).share());
  }

  // Writing

  static Table write(MeasureList list, Language language) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Measure measure : list.measures()) {
      boolean isNamed = !measure.label().equals(Label.of(measure.code(), measure.code()));
      rows.add(
          List.of(
              Cell.text(measure.code()),
              Cell.text(isNamed ? measure.label().indonesian() : ""),
              Cell.text(isNamed ? measure.label().english() : ""),
              Cell.text(measure.agency()),
              Cell.text(awards(measure, language)),
              Cell.number(measure.cost()),
              Cell.text(years(measure.years())),
              Cell.text(TableRow.joined(measure.prerequisites())),
              Cell.text(TableRow.joined(measure.exclusions())),
              Cell.text(references(measure)),
              Cell.text(Words.in(language, measure.state())),
              measure.realisedCost().map(Cell::number).orElse(Cell.EMPTY),
              measure.chance().equals(Share.of(1, 1))
                  ? Cell.EMPTY
                  : AnswerText.write(new Response.Coverage(measure.chance()))));
    }
    return new Table(
        language == Language.ENGLISH ? "measures" : "kegiatan",
        List.of(List.of(Cell.text(Column.EDITION.in(language)), Cell.text(list.edition().id()))),
        Stream.of(
                Column.CODE,
                Column.MEASURE,
                Column.ENGLISH_NAME,
                Column.AGENCY,
                Column.AWARDS,
                Column.COST,
                Column.YEARS,
                Column.PREREQUISITES,
                Column.EXCLUSIONS,
                Column.REFERENCES,
                Column.STATE,
                Column.REALISED_COST,
                Column.CHANCE)
            .map(column -> column.in(language))
            .toList(),
        rows);
  }

  static String awards(Measure measure, Language language) {
    return measure.awards().entrySet().stream()
        .map(award -> award.getKey() + " = " + Cell.points(award.getValue()).neutralised(language))
        .collect(Collectors.joining("; "));
  }

  /** A single year is a number to a spreadsheet, which does it no harm. */
  private static String years(List<Integer> years) {
    return years.stream().map(year -> Integer.toString(year)).collect(Collectors.joining("; "));
  }

  static String references(Measure measure) {
    return TableRow.joined(measure.references().stream().map(MeasureTable::written).toList());
  }

  private static String written(Measure.Reference reference) {
    boolean isKindAlone = reference.code().isEmpty() && divider(reference.kind()) < 0;
    String text = reference.kind() + (isKindAlone ? "" : ": " + reference.code());
    return text
        + reference
            .year()
            .map(year -> " (" + year + ")")
            .orElse(YEAR_AT_END.matcher(text).find() ? " ()" : "");
  }
}
