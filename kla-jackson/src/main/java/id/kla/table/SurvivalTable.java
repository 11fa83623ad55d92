package id.kla.table;

import id.kla.assessment.Calendar;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Response;
import id.kla.edition.Stage;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.simulation.JudgedPair;
import id.kla.simulation.Survival;
import id.kla.simulation.SurvivalModel;
import id.kla.simulation.SurvivalOutcome;
import id.kla.simulation.SurvivalPart;
import id.kla.simulation.SurvivalRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How claims survive, as tables: a row for each outcome of a part, and a row for each pair of
 * totals.
 */
final class SurvivalTable {

  private static final Map<SurvivalOutcome, List<String>> WORDS =
      Map.of(
          new SurvivalOutcome.Holds(), List.of("holds", "bertahan"),
          new SurvivalOutcome.Struck(), List.of("struck", "gugur", "dicoret"),
          new SurvivalOutcome.Full(), List.of("maximum", "maksimal"));

  /** What may stand before the code of a part. */
  private static final Map<Column, SurvivalPart.Kind> KINDS =
      Map.of(
          Column.QUESTION, SurvivalPart.Kind.QUESTION,
          Column.INDICATOR, SurvivalPart.Kind.INDICATOR,
          Column.ROLE, SurvivalPart.Kind.ROLE,
          Column.ROLES, SurvivalPart.Kind.ROLE,
          Column.AGENCY, SurvivalPart.Kind.AGENCY,
          Column.CLUSTER, SurvivalPart.Kind.CLUSTER);

  private static final Pattern ANSWER = Pattern.compile("(?i)(?:answer|jawaban)\\s+(.+)");

  private final Edition edition;
  private final List<Fault> faults;

  /** Parts of which a row can't be read, so that their chances can't be added up. */
  private final Set<SurvivalPart> broken = new HashSet<>();

  SurvivalTable(Edition edition, List<Fault> faults) {
    this.edition = edition;
    this.faults = faults;
  }

  // Reading

  /** Returns what tables of rows and of pairs say together, unless something is wrong. */
  Optional<Survival> read(List<Section> sections) {
    int before = errors();
    List<Written<SurvivalRow>> rows = new ArrayList<>();
    List<JudgedPair> pairs = new ArrayList<>();
    for (Section section : sections) {
      if (section.kind() == TableKind.SURVIVAL) {
        rows.addAll(rows(section));
      } else {
        section.rows().forEach(row -> pair(row).ifPresent(pairs::add));
      }
    }
    boolean isBroken = errors() > before;
    rows.removeIf(row -> broken.contains(row.value().part()));
    Checked<Survival> survival =
        Survival.check(
            edition,
            pairs.isEmpty() ? Optional.empty() : Optional.of(SurvivalModel.from(pairs)),
            rows);
    // That nothing was said is no news where what was said can't be read.
    survival.faults().stream()
        .filter(fault -> !isBroken || fault.code() != FaultCode.NOTHING_SURVIVES)
        .forEach(faults::add);
    return survival.value();
  }

  private int errors() {
    return (int) faults.stream().filter(fault -> fault.severity() == Severity.ERROR).count();
  }

  private List<Written<SurvivalRow>> rows(Section section) {
    Set<String> texts =
        section.rows().stream()
            .flatMap(row -> row.text(Column.SURVIVAL_PART).stream())
            .collect(Collectors.toSet());
    Codes codes = new Codes(edition, texts);
    Map<SurvivalPart, SurvivalRow.Tie> ties = new HashMap<>();
    List<Written<SurvivalRow>> rows = new ArrayList<>();
    for (TableRow row : section.rows()) {
      if (row.isSum(Column.SURVIVAL_PART)) {
        continue;
      }
      Optional<SurvivalPart> part =
          needed(row, Column.SURVIVAL_PART, text -> part(text, row, codes));
      Optional<SurvivalOutcome> outcome =
          needed(row, Column.OUTCOME, text -> outcome(text, row.place(Column.OUTCOME)));
      Optional<Share> chance = needed(row, Column.CHANCE, text -> chance(text, row));
      Optional<SurvivalRow.Tie> tie = row.word(Column.TIED, SurvivalRow.Tie.class, faults);
      if (part.isPresent()) {
        tie.ifPresent(found -> ties.putIfAbsent(part.get(), found));
      }
      if (part.isPresent() && outcome.isPresent() && chance.isPresent()) {
        rows.add(
            new Written<>(
                new SurvivalRow(
                    part.get(), outcome.get(), chance.get(), tie.orElse(SurvivalRow.Tie.NONE)),
                row.place()));
      } else {
        part.ifPresent(broken::add);
      }
    }
    return rows.stream().map(row -> tied(row, ties, section)).toList();
  }

  /** An empty cell says nothing, so that what another row of the part says holds. */
  private static Written<SurvivalRow> tied(
      Written<SurvivalRow> written, Map<SurvivalPart, SurvivalRow.Tie> ties, Section section) {
    SurvivalRow row = written.value();
    boolean isSaid =
        section.rows().stream()
            .filter(each -> each.place().equals(written.place()))
            .anyMatch(each -> each.text(Column.TIED).isPresent());
    return isSaid
        ? written
        : new Written<>(
            new SurvivalRow(
                row.part(),
                row.outcome(),
                row.chance(),
                ties.getOrDefault(row.part(), SurvivalRow.Tie.NONE)),
            written.place());
  }

  /** Reads a cell that must be filled. */
  private <T> Optional<T> needed(
      TableRow row, Column column, Function<String, Optional<T>> reader) {
    Optional<String> text = row.text(column);
    if (text.isEmpty()) {
      faults.add(Fault.of(FaultCode.EMPTY_CELL, row.place(column)));
    }
    return text.flatMap(reader);
  }

  private Optional<SurvivalPart> part(String text, TableRow row, Codes codes) {
    for (int blank = text.indexOf(' '); blank > 0; blank = text.indexOf(' ', blank + 1)) {
      Optional<SurvivalPart.Kind> kind = Column.find(text.substring(0, blank)).map(KINDS::get);
      if (kind.isPresent()) {
        return Optional.of(new SurvivalPart(kind.get(), Printable.trimmed(text.substring(blank))));
      }
    }
    SurvivalPart part = SurvivalPart.of(edition, text);
    boolean mayBeQuestion =
        part.kind() == SurvivalPart.Kind.QUESTION || part.kind() == SurvivalPart.Kind.AGENCY;
    return mayBeQuestion && !codes.isWhole(text, row.place(Column.SURVIVAL_PART), faults)
        ? Optional.empty()
        : Optional.of(part);
  }

  private Optional<SurvivalOutcome> outcome(String text, Place place) {
    for (Map.Entry<SurvivalOutcome, List<String>> word : WORDS.entrySet()) {
      if (word.getValue().contains(text.toLowerCase(Locale.ROOT))) {
        return Optional.of(word.getKey());
      }
    }
    Optional<BigDecimal> number = TableRow.number(text);
    if (number.isPresent()) {
      return number(text, number.get(), place);
    }
    Matcher answer = ANSWER.matcher(text);
    if (answer.matches()) {
      return AnswerText.alone(answer.group(1), place, faults).map(SurvivalOutcome.Answered::new);
    }
    int before = faults.size();
    Optional<Response> response = AnswerText.alone(text, place, faults);
    if (faults.size() > before) {
      return Optional.empty();
    }
    if (response.isPresent() && response.get() instanceof Response.Coverage part) {
      return Optional.of(new SurvivalOutcome.PartOfClaim(part.share()));
    }
    if (response.isPresent() && !(response.get() instanceof Response.Level)) {
      return response.map(SurvivalOutcome.Answered::new);
    }
    faults.add(Fault.of(FaultCode.BAD_OUTCOME, place).with("found", text));
    return Optional.empty();
  }

  /** A number below 1 is a part of the claim, as a spreadsheet keeps a percentage. */
  private Optional<SurvivalOutcome> number(String text, BigDecimal number, Place place) {
    if (number.signum() >= 0 && number.compareTo(BigDecimal.ONE) < 0) {
      Optional<Share> share = share(number.movePointRight(2));
      if (share.isEmpty()) {
        faults.add(Fault.of(FaultCode.BAD_SHARE, place).with("found", text));
      }
      return share.map(SurvivalOutcome.PartOfClaim::new);
    }
    faults.add(
        Fault.of(
                number.signum() < 0 ? FaultCode.BAD_OUTCOME : FaultCode.OUTCOME_WITHOUT_UNIT, place)
            .with("found", text));
    return Optional.empty();
  }

  private static Optional<Share> share(BigDecimal percent) {
    try {
      return Optional.of(Share.ofPercent(percent.stripTrailingZeros()));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private Optional<Share> chance(String text, TableRow row) {
    List<Fault> broken = new ArrayList<>();
    Optional<BigDecimal> number = TableRow.number(text);
    Optional<Share> share =
        number.isPresent()
            ? number
                .filter(each -> each.signum() >= 0)
                .flatMap(each -> share(each.movePointRight(2)))
            : AnswerText.fact(text, Place.unknown(), broken)
                .filter(Response.Coverage.class::isInstance)
                .map(fact -> ((Response.Coverage) fact).share());
    if (share.isEmpty()) {
      faults.add(Fault.of(FaultCode.BAD_CHANCE, row.place(Column.CHANCE)).with("found", text));
    }
    return share;
  }

  private Optional<JudgedPair> pair(TableRow row) {
    if (row.isSum(Column.REGION) || (row.text(Column.REGION).isEmpty() && row.isSum())) {
      return Optional.empty();
    }
    Optional<RegionCode> region =
        needed(
            row,
            Column.REGION,
            text -> told(Regions.builtIn().findArea(text, row.place(Column.REGION))));
    Optional<Round> round =
        needed(
            row,
            Column.ROUND,
            text -> told(Calendar.builtIn().find(text, row.place(Column.ROUND))));
    Optional<String> stage = needed(row, Column.STAGE, text -> stage(text, row));
    Optional<Points> self = needed(row, Column.SELF, text -> points(row, Column.SELF));
    Optional<Points> later = needed(row, Column.LATER, text -> points(row, Column.LATER));
    Optional<String> source = needed(row, Column.SOURCE, Optional::of);
    Optional<Points> maximum = points(row, Column.MAXIMUM).or(edition::maximum);
    if (region.isEmpty()
        || round.isEmpty()
        || stage.isEmpty()
        || self.isEmpty()
        || later.isEmpty()
        || source.isEmpty()
        || maximum.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new JudgedPair(
              region.get(),
              round.get(),
              self.get(),
              stage.get(),
              later.get(),
              maximum.get(),
              source.get()));
    } catch (IllegalArgumentException e) {
      faults.add(
          Fault.of(FaultCode.BAD_PAIR, row.place(Column.LATER))
              .with("self", self.get().toBigDecimal())
              .with("later", later.get().toBigDecimal())
              .with("allowed", maximum.get().toBigDecimal()));
      return Optional.empty();
    }
  }

  private Optional<Points> points(TableRow row, Column column) {
    return row.points(column, faults);
  }

  private <T> Optional<T> told(Checked<T> checked) {
    faults.addAll(checked.faults());
    return checked.value();
  }

  private Optional<String> stage(String text, TableRow row) {
    Optional<String> stage = edition.findStage(text).map(Stage::code);
    if (stage.isEmpty()) {
      faults.add(
          Fault.of(FaultCode.UNKNOWN_STAGE, row.place(Column.STAGE))
              .with("found", text)
              .with("allowed", edition.stages().stream().map(Stage::code).toList()));
    }
    return stage;
  }

  // Writing

  static List<Table> write(Survival survival, Language language) {
    List<Table> tables = new ArrayList<>();
    List<List<Cell>> head =
        List.of(
            List.of(Cell.text(Column.EDITION.in(language)), Cell.text(survival.edition().id())));
    if (!survival.rows().isEmpty()) {
      tables.add(
          new Table(
              language == Language.ENGLISH ? "survival" : "ketahanan",
              head,
              columns(language, Column.SURVIVAL_PART, Column.OUTCOME, Column.CHANCE, Column.TIED),
              survival.rows().stream()
                  .map(
                      row ->
                          List.of(
                              Cell.text(part(row.part(), survival.edition(), language)),
                              Cell.text(outcome(row.outcome(), language)),
                              AnswerText.write(new Response.Coverage(row.chance())),
                              Cell.text(Words.in(language, row.tie()))))
                  .toList()));
    }
    survival
        .pairs()
        .ifPresent(
            model ->
                tables.add(
                    new Table(
                        language == Language.ENGLISH ? "pairs" : "pasangan",
                        tables.isEmpty() ? head : List.of(),
                        columns(
                            language,
                            Column.REGION,
                            Column.ROUND,
                            Column.STAGE,
                            Column.SELF,
                            Column.LATER,
                            Column.MAXIMUM,
                            Column.SOURCE),
                        model.pairs().stream().map(SurvivalTable::cells).toList())));
    return tables;
  }

  private static List<String> columns(Language language, Column... columns) {
    return Stream.of(columns).map(column -> column.in(language)).toList();
  }

  private static List<Cell> cells(JudgedPair pair) {
    return List.of(
        Cell.text(SheetWriter.region(pair.region())),
        Cell.text(pair.round().toString()),
        Cell.text(pair.stage()),
        Cell.points(pair.self()),
        Cell.points(pair.later()),
        Cell.points(pair.maximum()),
        Cell.text(pair.source()));
  }

  /** A question says that it is one, since a spreadsheet takes 14.10 for 14.1. */
  private static String part(SurvivalPart part, Edition edition, Language language) {
    String text = part.text(edition);
    boolean isBare = text.equals(part.code()) && part.kind() != SurvivalPart.Kind.QUESTION;
    return isBare
        ? text
        : Stream.of(Column.QUESTION, Column.INDICATOR, Column.ROLES, Column.AGENCY, Column.CLUSTER)
                .filter(column -> KINDS.get(column) == part.kind())
                .map(column -> (column == Column.ROLES ? Column.ROLE : column).in(language))
                .findFirst()
                .orElseThrow()
            + " "
            + part.code();
  }

  private static String outcome(SurvivalOutcome outcome, Language language) {
    List<String> words = WORDS.get(outcome);
    if (words != null) {
      return words.get(language == Language.ENGLISH ? 0 : 1);
    }
    if (outcome instanceof SurvivalOutcome.PartOfClaim part) {
      return AnswerText.write(new Response.Coverage(part.share())).text();
    }
    Response response = ((SurvivalOutcome.Answered) outcome).response();
    return (language == Language.ENGLISH ? "answer " : "jawaban ") + AnswerText.explicit(response);
  }
}
