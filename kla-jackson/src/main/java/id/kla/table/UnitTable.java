package id.kla.table;

import id.kla.assessment.Unit;
import id.kla.assessment.UnitSurvey;
import id.kla.assessment.UnitSurvey.Said;
import id.kla.edition.CollectedFrom;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.region.RegionCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sub-districts or villages by question: a row a unit and a column a question, or a row for each
 * unit and question with an answer behind it.
 *
 * <p>Of a cell without yes and no nothing is guessed: a cross is a no in one table and a yes in the
 * next, and a dash may be either or neither.
 */
final class UnitTable {

  private static final List<String> YES =
      List.of("yes", "ya", "y", "ada", "sudah", "sudah ada", "true", "1", "v", "✓", "✔", "√");
  private static final List<String> NO =
      List.of(
          "no", "tidak", "tdk", "n", "tidak ada", "tdk ada", "belum", "belum ada", "false", "0");

  private final Edition edition;
  private final Optional<CollectedFrom> wanted;
  private final List<Fault> faults;
  private final Map<String, Written<QuestionCode>> questions = new LinkedHashMap<>();
  private final List<Written<UnitSurvey.Row>> rows = new ArrayList<>();
  private Optional<CollectedFrom> level;

  /**
   * Reads tables of one survey.
   *
   * @param wanted what the units are, if the caller says so; else the columns do
   */
  UnitTable(Edition edition, Optional<CollectedFrom> wanted, List<Fault> faults) {
    this.edition = edition;
    this.wanted = wanted;
    this.faults = faults;
    this.level = wanted;
  }

  /** Reads a grid; one without units is reported. */
  void read(Grid grid) {
    Optional<Section> section = Section.ofUnits(grid, name -> Codes.isCode(edition, name), faults);
    if (section.isEmpty()) {
      faults.add(Fault.of(FaultCode.NO_UNITS, Place.table(grid.name(), 0, "")));
      return;
    }
    Optional<Column> names = names(section.get());
    if (names.isEmpty()) {
      return;
    }
    if (section.get().has(Column.ANSWER)) {
      list(section.get(), names.get());
    } else {
      matrix(section.get(), names.get());
    }
  }

  /** Returns what all grids say together. */
  Checked<UnitSurvey> survey(Optional<RegionCode> region) {
    return UnitSurvey.check(
        edition,
        level.orElse(CollectedFrom.SUBDISTRICT),
        region,
        List.copyOf(questions.values()),
        rows);
  }

  /** Returns the column of the units' names; a table of villages may name sub-districts, too. */
  private Optional<Column> names(Section section) {
    CollectedFrom found =
        wanted.orElse(
            section.has(Column.VILLAGE) ? CollectedFrom.VILLAGE : CollectedFrom.SUBDISTRICT);
    Column own = found == CollectedFrom.VILLAGE ? Column.VILLAGE : Column.SUBDISTRICT;
    boolean isNamed = section.has(own);
    boolean isOther = level.filter(other -> other != found).isPresent();
    if (isOther || (!isNamed && (wanted.isEmpty() || !section.has(Column.NAME)))) {
      Column missing =
          level.filter(CollectedFrom.VILLAGE::equals).isPresent() ? Column.VILLAGE : own;
      faults.add(
          Fault.of(FaultCode.MISSING_COLUMN, Place.table(section.name(), 0, ""))
              .with("column", missing.in(Language.ENGLISH)));
      return Optional.empty();
    }
    level = Optional.of(found);
    return Optional.of(isNamed ? own : Column.NAME);
  }

  private boolean isSum(TableRow row, Column names) {
    return row.text(names).isPresent() ? row.isSum(names) : row.isSum();
  }

  private static Optional<String> within(TableRow row, Column names) {
    return names == Column.SUBDISTRICT ? Optional.empty() : row.text(Column.SUBDISTRICT);
  }

  // A column a question

  private void matrix(Section section, Column names) {
    Map<String, QuestionCode> columns = columns(section);
    for (TableRow row : section.rows()) {
      if (isSum(row, names)) {
        continue;
      }
      Map<QuestionCode, Said> said = new LinkedHashMap<>();
      boolean hasContent = false;
      for (Map.Entry<String, QuestionCode> column : columns.entrySet()) {
        Optional<String> text = row.text(column.getKey());
        hasContent |= text.isPresent();
        text.flatMap(found -> said(found, row.place(column.getKey())))
            .ifPresent(read -> said.put(column.getValue(), read));
      }
      Optional<String> code = row.text(Column.CODE);
      Optional<String> name = row.text(names).or(() -> code);
      if (name.isPresent()) {
        Unit unit = new Unit(name.get(), within(row, names), code);
        rows.add(new Written<>(new UnitSurvey.Row(unit, said), row.place(names)));
      } else if (hasContent) {
        faults.add(Fault.of(FaultCode.EMPTY_CELL, row.place(names)));
      }
    }
  }

  /** Returns the questions by header; a label may stand behind the code. */
  private Map<String, QuestionCode> columns(Section section) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String header : section.others()) {
      if (Codes.isCode(edition, header)) {
        texts.put(header, Codes.firstOf(edition, header));
      }
    }
    Codes codes = new Codes(edition, new LinkedHashSet<>(texts.values()));
    Map<String, QuestionCode> columns = new LinkedHashMap<>();
    Set<QuestionCode> seen = new LinkedHashSet<>();
    texts.forEach(
        (header, text) -> {
          Place place = section.placeOfHeader(header);
          codes
              .header(text, place, faults)
              .ifPresent(
                  code -> {
                    if (!seen.add(code)) {
                      faults.add(Fault.of(FaultCode.DUPLICATE_COLUMN, place).with("found", header));
                    }
                    columns.put(header, code);
                    questions.putIfAbsent(code.toString(), new Written<>(code, place));
                  });
        });
    return columns;
  }

  // A row for each unit and question

  private void list(Section section, Column names) {
    Set<String> single = new LinkedHashSet<>();
    section.rows().forEach(row -> row.text(Column.CODE).ifPresent(single::add));
    Codes codes = new Codes(edition, single);
    Map<Unit, Written<Map<QuestionCode, Said>>> units = new LinkedHashMap<>();
    Map<List<String>, Unit> known = new HashMap<>();
    for (TableRow row : section.rows()) {
      if (isSum(row, names)) {
        continue;
      }
      Optional<String> name = row.text(names);
      Optional<String> answer = row.text(Column.ANSWER);
      if (name.isEmpty()) {
        if (answer.isPresent()) {
          faults.add(Fault.of(FaultCode.EMPTY_CELL, row.place(names)));
        }
        continue;
      }
      Unit written = new Unit(name.get(), within(row, names), Optional.empty());
      Unit unit = known.computeIfAbsent(written.key(), key -> written);
      Written<Map<QuestionCode, Said>> said =
          units.computeIfAbsent(
              unit, key -> new Written<>(new LinkedHashMap<>(), row.place(names)));
      Optional<QuestionCode> code = codes.read(row, unit.toString(), answer.isPresent(), faults);
      code.ifPresent(
          asked -> {
            questions.putIfAbsent(asked.toString(), new Written<>(asked, row.place(Column.CODE)));
            answer
                .flatMap(text -> said(text, row.place(Column.ANSWER)))
                .ifPresent(read -> put(said.value(), asked, read, unit, row));
          });
    }
    units.forEach(
        (unit, said) ->
            rows.add(new Written<>(new UnitSurvey.Row(unit, said.value()), said.place())));
  }

  private void put(
      Map<QuestionCode, Said> said, QuestionCode asked, Said read, Unit unit, TableRow row) {
    if (said.putIfAbsent(asked, read) != null) {
      faults.add(
          Fault.of(FaultCode.UNIT_ANSWERS_TWICE, row.place(Column.ANSWER))
              .with("found", unit.toString())
              .with("question", asked.toString()));
    }
  }

  private Optional<Said> said(String text, Place place) {
    String word = text.replaceAll("[\\p{Z}\\s]+", " ").toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return Optional.of(Said.YES);
    }
    if (NO.contains(word)) {
      return Optional.of(Said.NO);
    }
    faults.add(
        Fault.of(FaultCode.BAD_WORD, place)
            .with("found", text)
            .with("allowed", Stream.concat(YES.stream(), NO.stream()).toList()));
    return Optional.empty();
  }
}
