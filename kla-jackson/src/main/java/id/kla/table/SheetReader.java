package id.kla.table;

import static java.util.stream.Collectors.toCollection;

import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.AssessmentDraft;
import id.kla.assessment.AssessmentDraft.DraftAnswer;
import id.kla.assessment.AssessmentDraft.DraftNote;
import id.kla.assessment.AssessmentDraft.DraftTotal;
import id.kla.assessment.Calendar;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.assessment.UnitSurvey;
import id.kla.edition.CollectedFrom;
import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.edition.Stage;
import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Digest;
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
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.simulation.Survival;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of any number of files into one assessment; their order does not matter.
 *
 * <p>What two tables say of the same thing must be the same; what only one of them says is taken.
 */
final class SheetReader {

  /** What stands above the tables. */
  private static final List<Column> HEAD =
      List.of(
          Column.EDITION,
          Column.REGION,
          Column.ROUND,
          Column.STAGE,
          Column.SOURCE,
          Column.AGENCY,
          Column.ROLE);

  private final List<Grid> grids;
  private List<Edition> editions = List.of();
  private final Map<Column, Written<String>> head = new EnumMap<>(Column.class);
  private final Map<Column, String> defaults = new EnumMap<>(Column.class);
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final AssessmentDraft.Builder draft = AssessmentDraft.builder();
  private final Map<QuestionCode, Cells> answers = new LinkedHashMap<>();
  private final Map<QuestionCode, Set<String>> notes = new HashMap<>();
  private final Map<QuestionCode, Place> notePlaces = new HashMap<>();
  private final List<Judged> judged = new ArrayList<>();
  private final Map<String, Document> documents = new TreeMap<>();
  private final List<Written<Evidence>> evidence = new ArrayList<>();
  private final Map<String, Written<Agency>> agencies = new LinkedHashMap<>();
  private final Map<String, Written<Finding>> findings = new LinkedHashMap<>();
  private final Map<String, Written<Points>> stated = new LinkedHashMap<>();
  private final Set<TableKind> kinds = new LinkedHashSet<>();
  private final List<KlaTables.Returned> returned = new ArrayList<>();
  private boolean hasSeveralLists;

  SheetReader(List<Grid> grids) {
    this.grids = grids;
  }

  /** Points that a stage left, in a column of the answers. */
  private record Judged(QuestionCode question, Stage stage, Points points, Place place) {}

  /** A document that answers name. */
  private static final class Document {
    private final Place place;
    private final Set<QuestionCode> questions = new LinkedHashSet<>();
    private final Set<String> agencies = new TreeSet<>();

    Document(Place place) {
      this.place = place;
    }
  }

  /** Gives the head a value where no file does. */
  SheetReader withDefault(Column key, Optional<String> value) {
    value.ifPresent(text -> defaults.put(key, text));
    return this;
  }

  /** Returns what each file brought. */
  List<KlaTables.Returned> returned() {
    return returned;
  }

  /** Reads everything into one assessment; faults stand in the order of files and rows. */
  Checked<Assessment> read(List<Edition> editions) {
    Checked<Assessment> read = merged(editions);
    List<Fault> ordered = ordered(read.faults());
    return read.value().isPresent() ? Checked.of(read.orThrow(), ordered) : Checked.failed(ordered);
  }

  /** Returns faults in the order of files and rows. */
  static List<Fault> ordered(List<Fault> faults) {
    return faults.stream()
        .sorted(Comparator.comparing(SheetReader::file).thenComparingInt(SheetReader::row))
        .toList();
  }

  private static String file(Fault fault) {
    return fault.place() instanceof Place.InTable at ? at.name() : "";
  }

  private static int row(Fault fault) {
    return fault.place() instanceof Place.InTable at ? at.row() : 0;
  }

  private Checked<Assessment> merged(List<Edition> known) {
    editions = known;
    grids.forEach(this::head);
    Optional<Edition> edition = edition(editions);
    if (edition.isEmpty()) {
      if (named().isEmpty()) {
        Set<String> unread = new LinkedHashSet<>();
        List.of(Column.REGION, Column.ROUND, Column.STAGE).forEach(key -> headed(key, unread));
      }
      return Checked.failed(faults);
    }
    for (Grid grid : grids) {
      Optional<String> agency = value(grid, Column.AGENCY);
      for (Section section :
          Section.of(grid, name -> edition.get().findStage(name).isPresent(), faults)) {
        section(section, edition.get(), agency);
      }
      returned.add(
          new KlaTables.Returned(
              grid.name(),
              agency.or(() -> value(grid, Column.ROLE)),
              counts.getOrDefault(grid.name(), 0)));
    }
    return draft(edition.get()).check(edition.get());
  }

  /** Reads the agencies alone. */
  Checked<List<Agency>> agencies() {
    for (Grid grid : grids) {
      for (Section section : Section.of(grid, name -> false, faults)) {
        kinds.add(section.kind());
        if (section.kind() == TableKind.AGENCIES) {
          section.rows().forEach(this::agency);
        }
      }
    }
    if (!kinds.isEmpty() && !kinds.contains(TableKind.AGENCIES)) {
      faults.add(
          Fault.of(FaultCode.MISSING_COLUMN, whole())
              .with("column", Column.ROLES.in(Language.ENGLISH)));
    }
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(agencies.values().stream().map(Written::value).toList(), faults);
  }

  /**
   * Reads what is listed of files, by the file as it is listed: documents whose id is the file
   * where none is given.
   */
  Checked<Map<String, Written<Evidence>>> files(Edition edition) {
    Map<String, Written<Evidence>> files = new LinkedHashMap<>();
    boolean isRead = false;
    for (Grid grid : grids) {
      for (Section section :
          Section.of(grid, name -> edition.findStage(name).isPresent(), faults)) {
        if (section.kind() == TableKind.FILES || section.kind() == TableKind.EVIDENCE) {
          isRead = true;
          Codes codes = codes(section, edition);
          section.rows().forEach(row -> listed(row, section, codes, edition, files));
        }
      }
    }
    if (!isRead && faults.isEmpty()) {
      faults.add(
          Fault.of(FaultCode.MISSING_COLUMN, whole())
              .with("column", Column.FILE.in(Language.ENGLISH)));
    }
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(files, faults);
  }

  /** Reads measures; an agency that a file says it is from carries out those of no other. */
  Checked<MeasureList> measures(List<Edition> known) {
    editions = known;
    Map<Section, Optional<String>> sections = new LinkedHashMap<>();
    for (Grid grid : grids) {
      Optional<String> agency = value(grid, Column.AGENCY);
      Section.of(grid, TableKind.MEASURES, this::isStage, faults)
          .forEach(section -> sections.put(section, agency));
      head(grid);
    }
    if (sections.isEmpty() && !faults.isEmpty()) {
      return Checked.failed(faults);
    }
    Optional<Edition> edition = edition(editions);
    if (edition.isEmpty()) {
      return Checked.failed(faults);
    }
    List<Written<Measure>> measures = new ArrayList<>();
    sections.forEach(
        (section, agency) ->
            measures.addAll(new MeasureTable(edition.get(), faults).read(section, agency)));
    Checked<MeasureList> list = MeasureList.check(edition.get(), measures);
    faults.addAll(list.faults());
    List<Fault> told = ordered(faults.stream().distinct().toList());
    return told.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(told)
        : Checked.of(list.orThrow(), told);
  }

  /** Reads how claims survive: a file holds rows for parts, pairs of totals, or both. */
  Checked<Survival> survival(List<Edition> known) {
    editions = known;
    List<Section> sections = new ArrayList<>();
    for (Grid grid : grids) {
      List<Section> all = Section.of(grid, this::isStage, faults);
      all.stream()
          .filter(each -> each.kind() == TableKind.SURVIVAL || each.kind() == TableKind.PAIRS)
          .forEach(sections::add);
      head(grid);
    }
    if (sections.isEmpty()) {
      faults.removeIf(fault -> fault.code() == FaultCode.NO_TABLE);
      faults.add(
          Fault.of(FaultCode.NO_TABLE_OF, whole())
              .with(
                  "allowed",
                  Stream.of(Column.SURVIVAL_PART, Column.OUTCOME, Column.CHANCE)
                      .map(column -> column.in(Language.ENGLISH))
                      .toList()));
      return Checked.failed(ordered(faults));
    }
    Optional<Edition> edition = edition(editions);
    if (edition.isEmpty()) {
      return Checked.failed(faults);
    }
    Optional<Survival> survival = new SurvivalTable(edition.get(), faults).read(sections);
    List<Fault> told = ordered(faults.stream().distinct().toList());
    return told.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(told)
        : Checked.of(survival.orElseThrow(), told);
  }

  /**
   * Reads what units say; questions are those of {@code usual} where no file names an edition.
   *
   * @param level what the units are, if the caller says so; else the columns do
   */
  Checked<UnitSurvey> units(List<Edition> known, Edition usual, Optional<CollectedFrom> level) {
    editions = known;
    grids.forEach(this::head);
    Optional<Edition> edition = named().isEmpty() ? Optional.of(usual) : edition(editions);
    if (edition.isEmpty()) {
      return Checked.failed(faults);
    }
    UnitTable table = new UnitTable(edition.get(), level, faults);
    grids.forEach(table::read);
    Optional<Written<String>> named =
        Optional.ofNullable(head.get(Column.REGION))
            .or(
                () ->
                    Optional.ofNullable(defaults.get(Column.REGION))
                        .map(text -> new Written<>(text, Place.unknown())));
    Optional<RegionCode> region = Optional.empty();
    if (named.isPresent()) {
      Checked<RegionCode> found =
          Regions.builtIn().findArea(named.get().value(), named.get().place());
      faults.addAll(found.faults());
      region = found.value();
    }
    boolean isRead = faults.stream().noneMatch(fault -> fault.severity() == Severity.ERROR);
    Checked<UnitSurvey> survey = table.survey(region);
    List<Fault> told =
        Stream.concat(
                faults.stream(),
                survey.faults().stream()
                    .filter(fault -> isRead || fault.code() != FaultCode.NO_UNITS))
            .sorted(Comparator.comparing(SheetReader::file).thenComparingInt(SheetReader::row))
            .toList();
    return isRead && survey.value().isPresent()
        ? Checked.of(survey.orThrow(), told)
        : Checked.failed(told);
  }

  private void listed(
      TableRow row,
      Section section,
      Codes codes,
      Edition edition,
      Map<String, Written<Evidence>> files) {
    Column named = section.has(Column.FILE) ? Column.FILE : Column.LOCATION;
    Optional<String> file = row.text(named).map(ScannedFile::listed);
    if (file.isEmpty()) {
      faults.add(Fault.of(FaultCode.EMPTY_CELL, row.place(named)));
      return;
    }
    List<QuestionCode> questions =
        section.has(Column.QUESTIONS)
            ? questions(row, Column.QUESTIONS, edition)
            : section.has(Column.INDICATOR)
                ? codes.read(row, file.get(), true, faults).stream().toList()
                : questions(row, section.has(Column.CODE) ? Column.CODE : Column.QUESTION, edition);
    Written<Evidence> read =
        new Written<>(
            document(row, section, edition)
                .id(row.text(Column.ID).orElse(file.get()))
                .questions(questions)
                .build(),
            row.place());
    Written<Evidence> first = files.putIfAbsent(file.get(), read);
    if (first != null && !first.value().id().equals(read.value().id())) {
      faults.add(
          contradiction(
              Label.of("id " + file.get(), "id of " + file.get()),
              read.value().id(),
              read.place(),
              first.value().id(),
              first.place()));
    } else if (first != null) {
      join(first, read).ifPresent(both -> files.put(file.get(), both));
    }
  }

  // The head

  private void head(Grid grid) {
    int end = Section.endOfHead(grid, this::isStage);
    for (int row = 0; row < end; row++) {
      Optional<Column> key = key(grid, row);
      if (key.isEmpty()) {
        continue;
      }
      String text = grid.text(row, 1);
      Place place = grid.place(row, grid.text(row, 0));
      if (text.isEmpty() || key.get() == Column.AGENCY || key.get() == Column.ROLE) {
        continue;
      }
      Written<String> first = head.putIfAbsent(key.get(), new Written<>(text, place));
      if (first != null && !isSame(key.get(), first.value(), text)) {
        faults.add(
            key.get() == Column.EDITION
                ? Fault.of(FaultCode.OTHER_EDITION, place)
                    .with("found", text)
                    .with("allowed", first.value())
                : contradiction(
                    Label.of(key.get().in(Language.INDONESIAN), key.get().in(Language.ENGLISH)),
                    text,
                    place,
                    first.value(),
                    first.place()));
      }
    }
  }

  /** Says whether two values of the head mean the same. */
  private boolean isSame(Column key, String a, String b) {
    Function<String, Optional<?>> meaning =
        switch (key) {
          case REGION -> text -> Regions.builtIn().findArea(text, Place.unknown()).value();
          case ROUND -> text -> Calendar.builtIn().find(text, Place.unknown()).value();
          case STAGE ->
              text -> editions.stream().flatMap(e -> e.findStage(text).stream()).findFirst();
          default -> text -> Optional.empty();
        };
    return a.equalsIgnoreCase(b)
        || (meaning.apply(a).isPresent() && meaning.apply(a).equals(meaning.apply(b)));
  }

  /** Returns the key of a row of the head: nothing else stands behind its value. */
  private static Optional<Column> key(Grid grid, int row) {
    List<String> cells = grid.rows().get(row);
    boolean isPair =
        cells.size() >= 2
            && cells.stream().skip(2).allMatch(cell -> Printable.trimmed(cell).isEmpty());
    return isPair ? Column.find(grid.text(row, 0)).filter(HEAD::contains) : Optional.empty();
  }

  private Optional<String> value(Grid grid, Column wanted) {
    int end = Section.endOfHead(grid, this::isStage);
    for (int row = 0; row < end; row++) {
      if (key(grid, row).filter(wanted::equals).isPresent()) {
        return Optional.of(grid.text(row, 1)).filter(text -> !text.isEmpty());
      }
    }
    return Optional.empty();
  }

  /** Returns the id of the edition, if any file or caller names one. */
  private Optional<String> named() {
    return Optional.ofNullable(head.get(Column.EDITION))
        .map(Written::value)
        .or(() -> Optional.ofNullable(defaults.get(Column.EDITION)));
  }

  private Optional<Edition> edition(List<Edition> editions) {
    Optional<String> named = named();
    if (named.isEmpty()) {
      missing("edition");
      for (Grid grid : grids) {
        List<Fault> found = new ArrayList<>();
        if (Section.of(grid, this::isStage, found).isEmpty()) {
          faults.addAll(found);
        }
      }
      return Optional.empty();
    }
    String asked = defaults.getOrDefault(Column.EDITION, named.get());
    Optional<Edition> edition =
        editions.stream().filter(known -> known.id().equals(named.get())).findFirst();
    Place place = head.containsKey(Column.EDITION) ? head.get(Column.EDITION).place() : whole();
    if (!named.get().equals(asked)) {
      faults.add(
          Fault.of(FaultCode.OTHER_EDITION, place)
              .with("found", named.get())
              .with("allowed", asked));
      return Optional.empty();
    }
    if (edition.isEmpty()) {
      faults.add(
          Fault.of(FaultCode.UNKNOWN_EDITION, place)
              .with("found", named.get())
              .with("allowed", editions.stream().map(Edition::id).distinct().toList()));
    }
    return edition;
  }

  /** Says whether any known edition has a stage of this name. */
  private boolean isStage(String name) {
    return editions.stream().anyMatch(edition -> edition.findStage(name).isPresent());
  }

  private Place whole() {
    return grids.isEmpty() ? Place.unknown() : Place.table(grids.get(0).name(), 0, "");
  }

  private Optional<Written<String>> headed(Column key, Set<String> unread) {
    Written<String> written = head.get(key);
    if (written != null) {
      return Optional.of(written);
    }
    String other = defaults.get(key);
    if (other != null) {
      return Optional.of(new Written<>(other, Place.unknown()));
    }
    String name = key.in(Language.ENGLISH);
    unread.add(name);
    missing(name);
    return Optional.empty();
  }

  /** Reports what the head lacks; files that hold nothing of ours lack more than that. */
  private void missing(String key) {
    boolean isOurs =
        !head.isEmpty()
            || grids.stream()
                .anyMatch(grid -> !Section.of(grid, this::isStage, new ArrayList<>()).isEmpty());
    if (isOurs) {
      faults.add(Fault.of(FaultCode.MISSING_HEAD, whole()).with("key", key));
    }
  }

  // Tables

  private void section(Section section, Edition edition, Optional<String> agency) {
    boolean isFirst = kinds.add(section.kind());
    hasSeveralLists |=
        !isFirst && (section.kind() == TableKind.EVIDENCE || section.kind() == TableKind.AGENCIES);
    switch (section.kind()) {
      case ANSWERS -> answers(section, edition, agency);
      case EVIDENCE -> section.rows().forEach(row -> evidence(row, section, edition));
      case FINDINGS -> findings(section, edition);
      case AGENCIES -> section.rows().forEach(this::agency);
      case STATED -> section.rows().forEach(this::stated);
      case MEASURES ->
          faults.add(Fault.of(FaultCode.MEASURES_IN_SHEET, Place.table(section.name(), 0, "")));
      case GOALS ->
          faults.add(Fault.of(FaultCode.GOALS_IN_SHEET, Place.table(section.name(), 0, "")));
      case SURVIVAL, PAIRS ->
          faults.add(Fault.of(FaultCode.SURVIVAL_IN_SHEET, Place.table(section.name(), 0, "")));
      case DECLARED ->
          faults.add(Fault.of(FaultCode.DECLARED_IN_SHEET, Place.table(section.name(), 0, "")));
      case FILES, UNITS ->
          faults.add(
              Fault.of(FaultCode.MISSING_COLUMN, Place.table(section.name(), 0, ""))
                  .with("column", Column.ID.in(Language.ENGLISH)));
    }
  }

  private static Codes codes(Section section, Edition edition) {
    Set<String> single =
        section.has(Column.CODE)
            ? section.rows().stream()
                .flatMap(row -> row.text(Column.CODE).stream())
                .collect(toCollection(LinkedHashSet::new))
            : Set.of();
    return new Codes(edition, single);
  }

  private void answers(Section section, Edition edition, Optional<String> agency) {
    Codes codes = codes(section, edition);
    Map<String, Stage> stages = new LinkedHashMap<>();
    section.others().forEach(name -> edition.findStage(name).ifPresent(s -> stages.put(name, s)));
    int count = 0;
    for (TableRow row : section.rows()) {
      boolean hasContent =
          Stream.of(
                      Column.ANSWER,
                      Column.MEASURED,
                      Column.NOT_APPLICABLE,
                      Column.EVIDENCE,
                      Column.NOTE)
                  .anyMatch(column -> row.text(column).isPresent())
              || stages.keySet().stream().anyMatch(name -> row.text(name).isPresent());
      Optional<QuestionCode> code = codes.read(row, "", hasContent, faults);
      if (code.isEmpty() || !hasContent) {
        continue;
      }
      Question question = edition.question(code.get());
      count += answer(row, question, stages) ? 1 : 0;
      for (String id : row.list(Column.EVIDENCE)) {
        Document document =
            documents.computeIfAbsent(id, i -> new Document(row.place(Column.EVIDENCE)));
        document.questions.add(question.code());
        agency.ifPresent(document.agencies::add);
      }
      row.text(Column.NOTE)
          .ifPresent(
              note -> {
                notes.computeIfAbsent(question.code(), c -> new TreeSet<>()).add(note);
                notePlaces.putIfAbsent(question.code(), row.place(Column.NOTE));
              });
      stages.forEach(
          (name, stage) -> {
            if (stage.judging() == Stage.Judging.OTHERS) {
              row.text(name)
                  .flatMap(text -> TableRow.points(text, row.place(name), faults))
                  .ifPresent(
                      points ->
                          judged.add(new Judged(question.code(), stage, points, row.place(name))));
            }
          });
    }
    counts.merge(section.name(), count, Integer::sum);
  }

  /** What tables say of one question, cell by cell. */
  private static final class Cells {
    private @Nullable Written<Response> response;
    private @Nullable Written<Response.Fact> fact;
    private @Nullable Written<String> reason;
  }

  /** Reads the answer of a row; says whether there is one. */
  private boolean answer(TableRow row, Question question, Map<String, Stage> stages) {
    QuestionCode code = question.code();
    Cells cells = answers.computeIfAbsent(code, c -> new Cells());
    Optional<Written<Response>> response =
        response(row.text(Column.ANSWER), row.place(Column.ANSWER), question);
    for (Map.Entry<String, Stage> stage : stages.entrySet()) {
      if (stage.getValue().judging() == Stage.Judging.SELF) {
        Optional<Written<Response>> claimed =
            response(row.text(stage.getKey()), row.place(stage.getKey()), question);
        Optional<Written<Response>> answered = response;
        response =
            claimed.isEmpty()
                ? response
                : Optional.of(one(name(code), answered.orElse(null), claimed.get(), this::shown));
      }
    }
    Optional<Written<Response.Fact>> fact =
        row.text(Column.MEASURED)
            .flatMap(text -> AnswerText.fact(text, row.place(Column.MEASURED), faults))
            .map(read -> new Written<>(read, row.place(Column.MEASURED)));
    Optional<Written<String>> reason =
        row.text(Column.NOT_APPLICABLE)
            .map(text -> new Written<>(text, row.place(Column.NOT_APPLICABLE)));
    response.ifPresent(
        found -> cells.response = one(name(code), cells.response, found, this::shown));
    fact.ifPresent(found -> cells.fact = one(name(code), cells.fact, found, this::shown));
    reason.ifPresent(found -> cells.reason = one(name(code), cells.reason, found, text -> text));
    return response.isPresent() || fact.isPresent() || reason.isPresent();
  }

  private Optional<Written<Response>> response(
      Optional<String> text, Place place, Question question) {
    return text.flatMap(answer -> AnswerText.read(answer, question, place, faults))
        .map(read -> new Written<>(read, place));
  }

  /** Returns what was said first, and reports what is said differently. */
  private <T> Written<T> one(
      Label what, @Nullable Written<T> first, Written<T> found, Function<T, String> shown) {
    if (first == null) {
      return found;
    }
    if (!first.value().equals(found.value())) {
      faults.add(
          contradiction(
              what,
              shown.apply(found.value()),
              found.place(),
              shown.apply(first.value()),
              first.place()));
    }
    return first;
  }

  private String shown(Response response) {
    return response instanceof Response.Graded graded
        ? graded.points().toString()
        : response instanceof Response.Level level
            ? level.code()
            : AnswerText.write((Response.Fact) response).text();
  }

  /** Joins the cells of one question to its answer. */
  private Optional<Written<Answer>> answer(QuestionCode code, Cells cells) {
    Written<Response> response = cells.response;
    Written<Response.Fact> fact = cells.fact;
    Written<String> reason = cells.reason;
    Written<?> other = response == null ? fact : response;
    if (reason != null && other != null) {
      String shown =
          response == null ? shown(Objects.requireNonNull(fact).value()) : shown(response.value());
      faults.add(contradiction(name(code), reason.value(), reason.place(), shown, other.place()));
      return Optional.empty();
    }
    if (reason != null) {
      return Optional.of(new Written<>(Answer.notApplicable(reason.value()), reason.place()));
    }
    if (response == null) {
      return Optional.ofNullable(fact)
          .map(only -> new Written<>(Answer.measured(only.value()), only.place()));
    }
    return Optional.of(
        new Written<>(
            fact == null ? Answer.of(response.value()) : Answer.of(response.value(), fact.value()),
            response.place()));
  }

  private static Label name(QuestionCode code) {
    return Label.of("pertanyaan " + code, "question " + code);
  }

  private static Fault contradiction(
      Label what, String found, Place place, String other, Place first) {
    return Fault.of(FaultCode.CONTRADICTION, place)
        .with("what", Argument.of(what))
        .with("found", found)
        .with("other", other)
        .with("first", Argument.of(first));
  }

  // Evidence

  private void evidence(TableRow row, Section section, Edition edition) {
    if (row.isSum() && row.text(Column.ID).isEmpty()) {
      return;
    }
    if (row.text(Column.ID).isEmpty()) {
      faults.add(Fault.of(FaultCode.EMPTY_CELL, row.place(Column.ID)));
      return;
    }
    Column questions = section.has(Column.QUESTIONS) ? Column.QUESTIONS : Column.QUESTION;
    List<QuestionCode> codes = questions(row, questions, edition);
    evidence.add(
        new Written<>(
            document(row, section, edition)
                .id(row.text(Column.ID).orElseThrow())
                .questions(codes)
                .build(),
            row.place()));
  }

  private List<QuestionCode> questions(TableRow row, Column column, Edition edition) {
    return row.text(column)
        .map(cell -> new Codes(edition, Set.of()).list(cell, row.place(column), faults))
        .orElse(List.of());
  }

  /** Reads what a row says of a document, but for its id and its questions. */
  private Evidence.Builder document(TableRow row, Section section, Edition edition) {
    Evidence.Builder read = Evidence.builder();
    read.kind(row.text(Column.KIND))
        .title(row.text(Column.TITLE))
        .agency(row.text(Column.AGENCY))
        .supersededBy(row.text(Column.SUPERSEDED_BY))
        .location(row.text(Column.LOCATION))
        .issued(day(row, Column.ISSUED))
        .received(day(row, Column.RECEIVED))
        .validFrom(day(row, Column.VALID_FROM))
        .validUntil(day(row, Column.VALID_UNTIL))
        .digest(row.parsed(Column.DIGEST, Digest::find, FaultCode.BAD_DIGEST, faults));
    Map<String, Written<Evidence.Status>> status = new LinkedHashMap<>();
    for (String other : section.others()) {
      Optional<Stage> stage = edition.findStage(other);
      Optional<Evidence.Ruling> ruling =
          stage.isEmpty() ? Optional.empty() : row.word(other, Evidence.Ruling.class, faults);
      if (ruling.isEmpty()) {
        continue;
      }
      Evidence.Status ruled =
          new Evidence.Status(
              ruling.get(), beside(row, other, Column.REASON), beside(row, other, Column.NOTE));
      Written<Evidence.Status> first =
          status.putIfAbsent(stage.orElseThrow().code(), new Written<>(ruled, row.place(other)));
      if (first != null && !first.value().equals(ruled)) {
        faults.add(
            contradiction(
                Label.of(stage.get().code(), stage.get().code()),
                Words.in(Language.ENGLISH, ruled.ruling()),
                row.place(other),
                Words.in(Language.ENGLISH, first.value().ruling()),
                first.place()));
      }
    }
    status.forEach((stage, ruled) -> read.putStatus(stage, ruled.value()));
    return read;
  }

  /** Returns what stands in the column that is called by a stage and a word. */
  private static Optional<String> beside(TableRow row, String stage, Column word) {
    return row.text(stage + " " + word.in(Language.ENGLISH))
        .or(() -> row.text(stage + " " + word.in(Language.INDONESIAN)));
  }

  private Optional<LocalDate> day(TableRow row, Column column) {
    return row.parsed(column, SheetReader::day, FaultCode.BAD_DATE, faults);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  // Findings, agencies, stated totals

  private void findings(Section section, Edition edition) {
    Codes codes = codes(section, edition);
    for (TableRow row : section.rows()) {
      boolean hasContent =
          row.text(Column.RULING).isPresent() || row.text(Column.POINTS).isPresent();
      Optional<QuestionCode> code =
          codes.read(row, row.text(Column.STAGE).orElse(""), hasContent, faults);
      if (code.isEmpty() || !hasContent) {
        continue;
      }
      Optional<Finding.Ruling> ruling = row.word(Column.RULING, Finding.Ruling.class, faults);
      Optional<String> stage = row.text(Column.STAGE);
      Optional<Points> points = row.points(Column.POINTS, faults);
      boolean isBroken = points.isEmpty() && row.text(Column.POINTS).isPresent();
      if (stage.isEmpty()) {
        faults.add(Fault.of(FaultCode.EMPTY_CELL, row.place(Column.STAGE)));
      }
      if (row.text(Column.RULING).isEmpty()) {
        faults.add(Fault.of(FaultCode.EMPTY_CELL, row.place(Column.RULING)));
      }
      if (ruling.isEmpty() || stage.isEmpty() || isBroken) {
        continue;
      }
      if (points.isPresent() != (ruling.get() == Finding.Ruling.REVISED)) {
        faults.add(
            Fault.of(FaultCode.POINTS_WITHOUT_REVISION, row.place(Column.POINTS))
                .with("question", code.get().toString())
                .with(
                    "found",
                    row.text(Column.RULING).orElseThrow() + points.map(p -> ", " + p).orElse("")));
        continue;
      }
      finding(
          Finding.builder()
              .question(code.get())
              .stage(edition.findStage(stage.get()).map(Stage::code).orElse(stage.get()))
              .ruling(ruling.get())
              .points(points)
              .reason(row.text(Column.REASON))
              .note(row.text(Column.NOTE))
              .build(),
          row.place());
    }
  }

  private void finding(Finding finding, Place place) {
    findings.merge(
        finding.question() + " " + finding.stage(), new Written<>(finding, place), this::joined);
  }

  /** Two findings of one question at one stage: of reason and note what either says. */
  private Written<Finding> joined(Written<Finding> first, Written<Finding> second) {
    Finding a = first.value();
    Finding b = second.value();
    boolean isSame =
        a.ruling() == b.ruling()
            && a.points().equals(b.points())
            && agrees(a.reason(), b.reason())
            && agrees(a.note(), b.note());
    if (!isSame) {
      faults.add(
          contradiction(name(b.question()), shown(b), second.place(), shown(a), first.place()));
      return first;
    }
    return new Written<>(
        Finding.builder()
            .from(a)
            .reason(a.reason().or(b::reason))
            .note(a.note().or(b::note))
            .build(),
        first.place());
  }

  private static boolean agrees(Optional<String> a, Optional<String> b) {
    return a.isEmpty() || b.isEmpty() || a.equals(b);
  }

  private static String shown(Finding finding) {
    return finding.stage()
        + ": "
        + Words.in(Language.ENGLISH, finding.ruling())
        + finding.points().map(points -> " " + points).orElse("")
        + finding.reason().map(reason -> ", " + reason).orElse("")
        + finding.note().map(note -> ", " + note).orElse("");
  }

  private void agency(TableRow row) {
    Optional<String> code = row.text(Column.AGENCY);
    if (code.isEmpty()) {
      faults.add(Fault.of(FaultCode.EMPTY_CELL, row.place(Column.AGENCY)));
      return;
    }
    Agency.Builder agency =
        Agency.builder()
            .code(code.get())
            .aliases(row.list(Column.ALIASES))
            .roles(row.list(Column.ROLES));
    row.text(Column.NAME).ifPresent(agency::name);
    row.word(Column.KIND, Agency.Kind.class, faults).ifPresent(agency::kind);
    Agency read = agency.build();
    Written<Agency> other = agencies.putIfAbsent(read.code(), new Written<>(read, row.place()));
    if (other != null && !other.value().equals(read)) {
      faults.add(
          contradiction(
              Label.of("perangkat daerah " + read.code(), "agency " + read.code()),
              read.name(),
              row.place(),
              other.value().name(),
              other.place()));
    }
  }

  private void stated(TableRow row) {
    Optional<String> part = row.text(Column.PART);
    Optional<Points> points = row.points(Column.POINTS, faults);
    if (part.isEmpty() || points.isEmpty()) {
      return;
    }
    Written<Points> first =
        stated.putIfAbsent(part.get(), new Written<>(points.get(), row.place(Column.POINTS)));
    if (first != null && !first.value().equals(points.get())) {
      faults.add(
          contradiction(
              Label.of(part.get(), part.get()),
              points.get().toString(),
              row.place(Column.POINTS),
              first.value().toString(),
              first.place()));
    }
  }

  // The whole

  private AssessmentDraft draft(Edition edition) {
    Set<String> unread = new LinkedHashSet<>();
    draft
        .edition(new Written<>(edition.id(), whole()))
        .region(headed(Column.REGION, unread))
        .round(headed(Column.ROUND, unread))
        .stage(headed(Column.STAGE, unread))
        .source(Optional.ofNullable(head.get(Column.SOURCE)).map(Written::value))
        .place(whole());
    Map<QuestionCode, Answer> claims = new HashMap<>();
    answers.forEach(
        (code, cells) ->
            answer(code, cells)
                .ifPresent(
                    answer -> {
                      claims.put(code, answer.value());
                      draft.addAnswers(
                          new DraftAnswer(code.toString(), answer.value(), answer.place()));
                    }));
    for (Judged each : judged) {
      Optional<Points> claim =
          Optional.ofNullable(claims.get(each.question()))
              .map(answer -> AnswerText.worth(answer, edition.question(each.question())));
      finding(
          Finding.builder()
              .question(each.question())
              .stage(each.stage().code())
              .ruling(ruling(claim, each.points()))
              .points(
                  ruling(claim, each.points()) == Finding.Ruling.REVISED
                      ? Optional.of(each.points())
                      : Optional.empty())
              .build(),
          each.place());
    }
    notes.forEach(
        (code, texts) ->
            draft.addNotes(
                new DraftNote(
                    code.toString(),
                    String.join(" / ", texts),
                    notePlaces.getOrDefault(code, whole()))));
    documents();
    List<Written<Agency>> listed = new ArrayList<>(agencies.values());
    if (hasSeveralLists) {
      listed.sort(Comparator.comparing(agency -> agency.value().code()));
    }
    stated.forEach(this::total);
    return draft
        .agencies(listed)
        .evidence(evidence)
        .findings(findings.values())
        .unread(unread)
        .faults(faults)
        .build();
  }

  /** Equal is upheld, nothing of a claim above nothing is struck, anything else is revised. */
  private static Finding.Ruling ruling(Optional<Points> claim, Points points) {
    if (claim.filter(points::equals).isPresent()) {
      return Finding.Ruling.UPHELD;
    }
    return points.signum() == 0 && claim.filter(c -> c.signum() > 0).isPresent()
        ? Finding.Ruling.STRUCK
        : Finding.Ruling.REVISED;
  }

  private void total(String part, Written<Points> points) {
    String[] words = part.split("\\s+", 2);
    Optional<Column> column = Column.find(words[0]);
    if (Column.find(part).filter(Column.TOTAL::equals).isPresent()) {
      draft.statedTotal(points.value());
    } else if (words.length == 2 && column.filter(Column.CLUSTER::equals).isPresent()) {
      draft.addStatedClusters(new DraftTotal(words[1], points.value(), points.place()));
    } else if (words.length == 2 && column.filter(Column.INDICATOR::equals).isPresent()) {
      draft.addStatedIndicators(new DraftTotal(words[1], points.value(), points.place()));
    } else {
      faults.add(
          Fault.of(FaultCode.BAD_WORD, points.place())
              .with("found", part)
              .with("allowed", List.of("total", "cluster K", "indicator 19")));
    }
  }

  /** Joins the documents of tables with those that answers name. */
  private void documents() {
    Map<String, Written<Evidence>> joined = new LinkedHashMap<>();
    for (Written<Evidence> each : evidence) {
      String id = each.value().id();
      Written<Evidence> other = joined.putIfAbsent(id, each);
      if (other != null) {
        join(other, each).ifPresent(both -> joined.put(id, both));
      }
    }
    documents.forEach(
        (id, document) -> {
          Written<Evidence> known = joined.get(id);
          Evidence.Builder evidence =
              known == null ? Evidence.builder().id(id) : Evidence.builder().from(known.value());
          document.questions.stream()
              .filter(code -> known == null || !known.value().questions().contains(code))
              .forEach(evidence::addQuestions);
          if (known == null && document.agencies.size() == 1) {
            evidence.agency(document.agencies.iterator().next());
          }
          joined.put(
              id, new Written<>(evidence.build(), known == null ? document.place : known.place()));
        });
    evidence.clear();
    evidence.addAll(joined.values());
    if (hasSeveralLists) {
      evidence.sort(Comparator.comparing(each -> each.value().id()));
    }
  }

  /** Two rows of one document: their questions together, and of the rest what either says. */
  private Optional<Written<Evidence>> join(Written<Evidence> first, Written<Evidence> second) {
    Evidence a = first.value();
    Evidence b = second.value();
    int before = faults.size();
    Evidence.Builder both = Evidence.builder().id(a.id()).questions(a.questions());
    b.questions().stream()
        .filter(code -> !a.questions().contains(code))
        .forEach(both::addQuestions);
    Join join = new Join(first, second);
    both.kind(join.of(Column.KIND, a.kind(), b.kind()))
        .title(join.of(Column.TITLE, a.title(), b.title()))
        .agency(join.of(Column.AGENCY, a.agency(), b.agency()))
        .issued(join.of(Column.ISSUED, a.issued(), b.issued()))
        .received(join.of(Column.RECEIVED, a.received(), b.received()))
        .validFrom(join.of(Column.VALID_FROM, a.validFrom(), b.validFrom()))
        .validUntil(join.of(Column.VALID_UNTIL, a.validUntil(), b.validUntil()))
        .supersededBy(join.of(Column.SUPERSEDED_BY, a.supersededBy(), b.supersededBy()))
        .digest(join.of(Column.DIGEST, a.digest(), b.digest()))
        .location(join.of(Column.LOCATION, a.location(), b.location()))
        .putAllStatus(a.status());
    b.status()
        .forEach(
            (stage, status) -> {
              Optional<Evidence.Status> known = Optional.ofNullable(a.status().get(stage));
              join.of(Column.STAGE, known, Optional.of(status))
                  .filter(s -> known.isEmpty())
                  .ifPresent(s -> both.putStatus(stage, s));
            });
    return faults.size() > before
        ? Optional.empty()
        : Optional.of(new Written<>(both.build(), first.place()));
  }

  /** Takes what either of two rows says, and reports what they say differently. */
  private final class Join {
    private final Written<Evidence> first;
    private final Written<Evidence> second;

    Join(Written<Evidence> first, Written<Evidence> second) {
      this.first = first;
      this.second = second;
    }

    <T> Optional<T> of(Column column, Optional<T> a, Optional<T> b) {
      if (a.isPresent() && b.isPresent() && !a.equals(b)) {
        String id = first.value().id();
        faults.add(
            contradiction(
                Label.of(
                    column.in(Language.INDONESIAN) + " " + id,
                    column.in(Language.ENGLISH) + " of " + id),
                b.get().toString(),
                second.place(),
                a.get().toString(),
                first.place()));
      }
      return a.or(() -> b);
    }
  }
}
