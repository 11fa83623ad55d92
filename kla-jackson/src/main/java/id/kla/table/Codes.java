package id.kla.table;

import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the codes of one table's rows, and recognises what a spreadsheet made of them. */
final class Codes {

  /** The months by the first three letters of their names in English and Indonesian. */
  private static final List<Set<String>> MONTHS =
      List.of(
          Set.of("jan"),
          Set.of("feb"),
          Set.of("mar"),
          Set.of("apr"),
          Set.of("may", "mei"),
          Set.of("jun"),
          Set.of("jul"),
          Set.of("aug", "agu", "agt"),
          Set.of("sep"),
          Set.of("oct", "okt"),
          Set.of("nov", "nop"),
          Set.of("dec", "des"));

  private static final Pattern DAY_MONTH =
      Pattern.compile("([0-9]{1,2})[-/. ]([A-Za-z]{3})[a-z]*(?:[-/. ][0-9]{2,4})?");
  private static final Pattern MONTH_DAY =
      Pattern.compile("([A-Za-z]{3})[a-z]*[-/. ]([0-9]{1,2})(?:[-/. ][0-9]{2,4})?");
  private static final Pattern ISO = Pattern.compile("[0-9]{4}-([0-9]{2})-([0-9]{2})(?:T.*)?");
  private static final Pattern NUMBERS =
      Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})(?:[-/.][0-9]{2,4})?");
  private static final Pattern COMMA = Pattern.compile("([0-9A-Za-z]+),([0-9A-Za-z]+)");

  private static final Pattern LIKE_A_CODE =
      Pattern.compile("[0-9]{1,3}[A-Za-z]?[.,][0-9]{1,3}[a-z]{0,2}");

  /** A number that lost its last zero. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}[.][0-9]{1,3}");

  /** Looking for near codes takes time, and nobody reads this many. */
  static final int SUGGESTIONS = 100;

  private final Edition edition;
  private final Set<String> single;
  private final Set<String> seen = new HashSet<>();

  /**
   * Reads the codes of one table.
   *
   * @param single the texts of its single code column; none where it has two columns
   */
  Codes(Edition edition, Set<String> single) {
    this.edition = edition;
    this.single = Set.copyOf(single);
  }

  /**
   * Returns the code of a row that has one; what is none, or is damaged, is reported.
   *
   * @param key what else tells the row from others of the same code
   */
  Optional<QuestionCode> read(TableRow row, String key, boolean hasContent, List<Fault> faults) {
    Optional<String> code = row.text(Column.CODE);
    if (code.isPresent()) {
      return single(code.get(), key, row.place(Column.CODE), hasContent && !row.isSum(), faults);
    }
    Optional<String> indicator = row.text(Column.INDICATOR);
    Optional<String> question = row.text(Column.QUESTION);
    if (indicator.isEmpty() || question.isEmpty()) {
      if (hasContent && !row.isSum()) {
        faults.add(Fault.of(FaultCode.ROW_WITHOUT_CODE, row.place()));
      }
      return Optional.empty();
    }
    String text = whole(indicator.get()) + "." + whole(question.get());
    Optional<QuestionCode> found = known(text);
    if (found.isEmpty() && hasContent && !row.isSum()) {
      faults.add(
          unknown(
              text, row.place(Column.QUESTION), likely(question.get(), indicator.get()), faults));
    }
    return found;
  }

  /** A program may write the number of a question as a decimal. */
  private static String whole(String part) {
    return part.matches("[0-9]+[.,]0+") ? part.replaceAll("[.,]0+$", "") : part;
  }

  private Optional<QuestionCode> known(String text) {
    return known(edition, text);
  }

  private static Optional<QuestionCode> known(Edition edition, String text) {
    return QuestionCode.find(text).filter(code -> edition.findQuestion(code).isPresent());
  }

  private Optional<QuestionCode> single(
      String text, String key, Place place, boolean hasContent, List<Fault> faults) {
    Optional<QuestionCode> found = known(text);
    if (found.isEmpty()) {
      if (hasContent) {
        faults.add(unknown(text, place, likely(text), faults));
      }
      return Optional.empty();
    }
    Optional<QuestionCode> longer = known(text + "0");
    if (!seen.add(text + " " + Column.folded(key))) {
      if (longer.isEmpty() || single.contains(text + "0")) {
        return found;
      }
      if (hasContent) {
        faults.add(unknown(text, place, List.of(longer.get().toString()), faults));
      }
      return Optional.empty();
    }
    if (hasContent && longer.isPresent() && !single.contains(text + "0")) {
      faults.add(
          Fault.of(FaultCode.AMBIGUOUS_CODE, place)
              .with("found", text)
              .with("likely", List.of(longer.get().toString())));
    }
    return found;
  }

  private Fault unknown(String found, Place place, List<String> likely, List<Fault> before) {
    return likely.isEmpty()
        ? Fault.of(FaultCode.UNKNOWN_QUESTION, place)
            .with("found", found)
            .with("edition", edition.id())
            .with("nearest", before.size() > SUGGESTIONS ? List.of() : nearest(found))
        : Fault.of(FaultCode.DAMAGED_CODE, place).with("found", found).with("likely", likely);
  }

  private List<String> nearest(String found) {
    return Nearest.to(found, edition.questions().stream().map(q -> q.code().toString()).toList());
  }

  /**
   * Reads a cell of codes that semicolons, commas or blanks divide.
   *
   * <p>A spreadsheet makes a number of a single code, but not of one with a semicolon behind it.
   */
  List<QuestionCode> list(String cell, Place place, List<Fault> faults) {
    Optional<QuestionCode> only = known(cell);
    Optional<QuestionCode> longer = known(cell + "0");
    if (only.isPresent() && longer.isPresent()) {
      faults.add(
          Fault.of(FaultCode.AMBIGUOUS_CODE, place)
              .with("found", cell)
              .with("likely", List.of(longer.get().toString())));
    }
    if (only.isEmpty() && !likely(cell).isEmpty()) {
      faults.add(unknown(cell, place, likely(cell), faults));
      return List.of();
    }
    Set<String> entries =
        Stream.of(cell.split("[;,\\s]+", -1))
            .filter(entry -> !entry.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (entries.size() > Limits.CODES) {
      faults.add(Limits.tooMany(place, Limits.CODES));
      return List.of();
    }
    List<QuestionCode> codes = new ArrayList<>();
    for (String entry : entries) {
      known(entry)
          .ifPresentOrElse(
              codes::add, () -> faults.add(unknown(entry, place, likely(entry), faults)));
    }
    return codes;
  }

  /** Reads a code that stands in a header, which a spreadsheet takes for a number as well. */
  Optional<QuestionCode> header(String text, Place place, List<Fault> faults) {
    return single(text, "", place, true, faults);
  }

  /** Says whether a header begins with a code, or with what a spreadsheet makes of one. */
  static boolean isCode(Edition edition, String header) {
    String first = firstOf(edition, header);
    return known(edition, first).isPresent()
        || LIKE_A_CODE.matcher(first).matches()
        || !dates(header).isEmpty();
  }

  /** Returns the code that a header begins with; all of it where it is a day. */
  static String firstOf(Edition edition, String header) {
    String first = header.split("[\\p{Z}\\s:]+", 2)[0];
    return known(edition, first).isEmpty() && !dates(header).isEmpty() ? header : first;
  }

  /**
   * Says whether a text that may be a code of a question, or of something else, is whole; what a
   * spreadsheet made of a code is reported.
   */
  boolean isWhole(String text, Place place, List<Fault> faults) {
    Optional<QuestionCode> longer = known(text + "0");
    if (known(text).isPresent()) {
      if (longer.isPresent() && !single.contains(text + "0")) {
        faults.add(
            Fault.of(FaultCode.SHORTENED_CODE, place)
                .with("found", text)
                .with("likely", List.of(longer.get().toString())));
      }
      return true;
    }
    List<String> likely = likely(text);
    if (!likely.isEmpty()) {
      faults.add(
          Fault.of(FaultCode.DAMAGED_CODE, place).with("found", text).with("likely", likely));
    }
    return likely.isEmpty();
  }

  /** Reads a code that stands among other text, which no spreadsheet takes for a number. */
  Optional<QuestionCode> among(String text, Place place, List<Fault> faults) {
    Optional<QuestionCode> found = known(text);
    if (found.isEmpty()) {
      faults.add(unknown(text, place, likely(text), faults));
    }
    return found;
  }

  /** Returns what {@link #list(String, Place, List)} reads as these codes. */
  static String joined(List<QuestionCode> codes) {
    String text = codes.stream().map(QuestionCode::toString).collect(Collectors.joining("; "));
    return codes.size() == 1 ? text + ";" : text;
  }

  /** Returns the codes that a spreadsheet makes {@code text} of, as far as the edition has them. */
  private List<String> likely(String text) {
    Set<String> candidates = new LinkedHashSet<>();
    Matcher comma = COMMA.matcher(text);
    if (comma.matches()) {
      candidates.add(comma.group(1) + "." + comma.group(2));
      candidates.add(comma.group(1) + "." + comma.group(2) + "0");
    }
    if (NUMBER.matcher(text).matches()) {
      candidates.add(text + "0");
    }
    for (int[] date : dates(text)) {
      candidates.add(date[0] + "." + date[1]);
      candidates.add(date[1] + "." + date[0]);
    }
    return candidates.stream()
        .filter(code -> known(code).isPresent() && !single.contains(code))
        .toList();
  }

  /** Returns the codes that a damaged question cell beside an indicator may mean. */
  private List<String> likely(String question, String indicator) {
    List<String> candidates = new ArrayList<>();
    for (int[] date : dates(question)) {
      candidates.add(indicator + "." + date[0] + "-" + date[1]);
      candidates.add(indicator + "." + date[1] + "-" + date[0]);
    }
    return candidates.stream().filter(code -> known(code).isPresent()).toList();
  }

  private static List<int[]> dates(String text) {
    List<int[]> dates = new ArrayList<>();
    Matcher dayMonth = DAY_MONTH.matcher(text);
    if (dayMonth.matches()) {
      month(dayMonth.group(2))
          .ifPresent(month -> dates.add(new int[] {Integer.parseInt(dayMonth.group(1)), month}));
    }
    Matcher monthDay = MONTH_DAY.matcher(text);
    if (monthDay.matches()) {
      month(monthDay.group(1))
          .ifPresent(month -> dates.add(new int[] {Integer.parseInt(monthDay.group(2)), month}));
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      dates.add(new int[] {Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(1))});
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      dates.add(new int[] {Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))});
    }
    return dates;
  }

  private static Optional<Integer> month(String name) {
    String letters = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).contains(letters)) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }
}
