package id.kla.table;

import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells from the names of files and their folders which questions they are for.
 *
 * <p>A name tells by the codes at its beginning; the innermost name that tells counts. What can be
 * read in two ways is not guessed: ranges, lists that go on with something else than a code, names
 * that contradict those of their folders.
 */
final class NamedQuestions {

  /** What stands at the end of a file's name; what begins with a digit may be a code. */
  private static final Pattern EXTENSION =
      Pattern.compile("\\.(?:[A-Za-z][A-Za-z0-9]{0,9}|7z|3gp|3g2)$");

  private static final String BLANK = "[\\s\\p{Zs}]";

  /** What people take for a code, with nothing behind it that makes it a date or a number. */
  private static final Pattern LIKE_A_CODE =
      Pattern.compile(
          "(\\p{Nd}{1,3}\\p{L}?)\\.\\p{Nd}{1,3}\\p{L}{0,2}"
              + ("(?![\\p{L}\\p{Nd}]|\\.\\p{Nd}|" + BLANK + "*%)"));

  private static final Pattern SEPARATOR =
      Pattern.compile(
          BLANK + "*[,;&+]" + BLANK + "*|" + BLANK + "+(?:dan|and)" + BLANK + "+(?=\\p{Nd})");

  /** What stands between two codes of which it is not clear what is meant. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?:[_.\u2013\u2014-]|" + BLANK + ")*(?:(?:s\\.?d\\.?|sampai|hingga|to)" + BLANK + "*)?");

  private final Edition edition;
  private final List<String> examples;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<Place> told = new LinkedHashSet<>();
  private final Set<QuestionCode> named = new LinkedHashSet<>();
  private final Map<QuestionCode, Place> written = new LinkedHashMap<>();

  NamedQuestions(Edition edition) {
    this.edition = edition;
    QuestionCode first = edition.questions().get(0).code();
    QuestionCode last = edition.questions().get(edition.questions().size() - 1).code();
    this.examples =
        List.of(
            "\"" + first + " SK.pdf\"",
            "\"" + first + ", " + last + " SK.pdf\"",
            "\"" + first + " SK/a.pdf\"",
            "\"" + first.indicator() + "/" + first.question() + "/a.pdf\"");
  }

  /** What one name says. */
  private enum Says {
    NOTHING,
    CODES,
    NO_CODE_OF_THE_EDITION,
    SEVERAL_THINGS
  }

  /**
   * What was read of one name.
   *
   * @param codes the codes that it begins with
   * @param found what stands where a code should
   */
  private record Name(Says says, List<QuestionCode> codes, String found) {
    static final Name NOTHING = new Name(Says.NOTHING, List.of(), "");

    static Name of(List<QuestionCode> codes) {
      return new Name(Says.CODES, List.copyOf(codes), "");
    }

    static Name several(String found) {
      return new Name(Says.SEVERAL_THINGS, List.of(), found);
    }

    boolean agrees(Name outer) {
      return codes.containsAll(outer.codes) || outer.codes.containsAll(codes);
    }
  }

  /** Returns the questions that a file is for; none where that is not sure, which is reported. */
  List<QuestionCode> of(ScannedFile file) {
    List<Name> names = names(file);
    int inner = telling(names);
    if (inner < 0) {
      report(untold(Place.file(file.location()), ""));
      return List.of();
    }
    Name name = names.get(inner);
    Place place = Place.file(file.upTo(inner + 1));
    if (name.says() == Says.NO_CODE_OF_THE_EDITION) {
      report(
          Fault.of(FaultCode.UNKNOWN_QUESTION, place)
              .with("found", name.found())
              .with("edition", edition.id())
              .with("nearest", told.size() > Codes.SUGGESTIONS ? List.of() : near(name.found()))
              .tolerated());
      return List.of();
    }
    if (name.says() == Says.SEVERAL_THINGS) {
      report(untold(place, name.found()));
      return List.of();
    }
    for (Name outer : names.subList(0, inner)) {
      if (outer.says() == Says.CODES && !name.agrees(outer)) {
        report(untold(place, joined(outer) + " / " + joined(name)));
        return List.of();
      }
    }
    named.addAll(name.codes());
    name.codes().forEach(code -> written.putIfAbsent(code, place));
    return name.codes();
  }

  private static String joined(Name name) {
    return name.codes().stream().map(QuestionCode::toString).collect(Collectors.joining(", "));
  }

  private List<String> near(String found) {
    return Nearest.to(found, edition.questions().stream().map(q -> q.code().toString()).toList());
  }

  private Fault untold(Place place, String found) {
    return Fault.of(FaultCode.FILE_WITHOUT_QUESTION, place)
        .with("found", found)
        .with("allowed", examples);
  }

  /** Reports once what is wrong with the name of a folder, however many files are in it. */
  private void report(Fault fault) {
    if (told.add(fault.place())) {
      faults.add(fault);
    }
  }

  /** Returns everything that is to be said of the names. */
  List<Fault> faults() {
    List<Fault> all = new ArrayList<>(faults);
    written.forEach(
        (code, place) ->
            QuestionCode.find(code + "0")
                .filter(longer -> edition.findQuestion(longer).isPresent())
                .filter(longer -> !named.contains(longer))
                .ifPresent(
                    longer ->
                        all.add(
                            Fault.of(FaultCode.SHORTENED_CODE, place)
                                .with("found", code.toString())
                                .with("likely", longer.toString()))));
    return all;
  }

  /** Returns which of the names counts; -1 where none tells anything. */
  private int telling(List<Name> names) {
    int strange = -1;
    for (int i = names.size() - 1; i >= 0; i--) {
      Name name = names.get(i);
      if (name.says() == Says.CODES || name.says() == Says.SEVERAL_THINGS) {
        return i;
      }
      if (name.says() == Says.NO_CODE_OF_THE_EDITION) {
        if (edition
            .findIndicator(name.found().substring(0, name.found().indexOf('.')))
            .isPresent()) {
          return i;
        }
        // In a folder that tells, this is just a number.
        strange = Math.max(strange, i);
      }
    }
    return strange;
  }

  /** Reads the name of each folder, and at the end that of the file. */
  private List<Name> names(ScannedFile file) {
    List<Name> names = new ArrayList<>();
    int last = file.names().size() - 1;
    for (int i = 0; i < last; i++) {
      String text = file.names().get(i);
      Name name = name(text);
      boolean isBelowIndicator =
          i > 0 && edition.findIndicator(file.names().get(i - 1)).isPresent();
      String both = isBelowIndicator ? file.names().get(i - 1) + "." + text : "";
      names.add(
          name.says() == Says.NOTHING && edition.findQuestion(both).isPresent()
              ? Name.of(List.of(QuestionCode.parse(both)))
              : name);
    }
    String text = file.names().get(last);
    names.add(
        edition.findQuestion(text).isPresent()
            ? Name.of(List.of(QuestionCode.parse(text)))
            : name(EXTENSION.matcher(text).replaceFirst("")));
    return names;
  }

  private Name name(String text) {
    Set<QuestionCode> codes = new LinkedHashSet<>();
    int at = 0;
    while (true) {
      int end = endOfCode(text, at);
      if (end < 0) {
        Matcher like = LIKE_A_CODE.matcher(text).region(at, text.length());
        return like.lookingAt()
            ? new Name(Says.NO_CODE_OF_THE_EDITION, List.of(), like.group())
            : codes.isEmpty() ? Name.NOTHING : Name.several(text);
      }
      codes.add(QuestionCode.parse(text.substring(at, end)));
      Matcher separator = SEPARATOR.matcher(text).region(end, text.length());
      if (!separator.lookingAt()) {
        Matcher between = BETWEEN.matcher(text).region(end, text.length());
        return between.lookingAt() && endOfCode(text, between.end()) >= 0
            ? Name.several(text)
            : Name.of(List.copyOf(codes));
      }
      at = separator.end();
    }
  }

  /** Returns where the longest code of the edition ends that stands at {@code at}, or -1. */
  private int endOfCode(String text, int at) {
    int point = endOfPart(text, at);
    if (point == at || point == text.length() || text.charAt(point) != '.') {
      return -1;
    }
    for (int end = endOfPart(text, point + 1); end > point + 1; end--) {
      if (isEnd(text, end) && edition.findQuestion(text.substring(at, end)).isPresent()) {
        return end;
      }
    }
    return -1;
  }

  private static int endOfPart(String text, int from) {
    int end = from;
    while (end < text.length() && isOfPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  /** Says whether a code can end here: 12.5.2023 is a day, and 12.5 % a share. */
  private static boolean isEnd(String text, int end) {
    int next = end;
    while (next < text.length() && Character.isSpaceChar(text.charAt(next))) {
      next++;
    }
    if (next < text.length() && text.charAt(next) == '%') {
      return false;
    }
    if (end == text.length()) {
      return true;
    }
    char c = text.charAt(end);
    boolean goesOn = c == '.' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
    return !Character.isLetterOrDigit(c) && !goesOn;
  }
}
