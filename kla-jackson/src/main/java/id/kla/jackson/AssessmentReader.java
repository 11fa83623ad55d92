package id.kla.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import id.kla.assessment.Answer;
import id.kla.assessment.AssessmentDraft;
import id.kla.assessment.AssessmentDraft.DraftAnswer;
import id.kla.assessment.AssessmentDraft.DraftTotal;
import id.kla.assessment.Written;
import id.kla.edition.Response;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Share;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the shape of an assessment; whether it fits its edition is checked afterwards. */
final class AssessmentReader {

  private static final List<String> MEMBERS =
      List.of("format", "edition", "region", "round", "stage", "source", "answers", "stated");

  private static final Pattern LONG_NUMBER = Pattern.compile("Number value length \\((\\d+)\\)");

  private static final Label NUMBER = Label.of("bilangan", "a number");
  private static final Label TEXT =
      Label.of("teks di antara tanda kutip", "a text in quotation marks");
  private static final Label OBJECT = Label.of("objek", "an object");
  private static final Label ANSWER =
      Label.of("bilangan, teks, atau objek", "a number, a text or an object");
  private static final Label EMPTY = Label.of("objek kosong", "an empty object");
  private static final Label FACT =
      Label.of(
          "objek dengan percent, part dan of, count, atau before dan now",
          "an object with percent, part and of, count, or before and now");

  private final JsonParser parser;
  private final String name;
  private final String document;
  private final List<Fault> faults = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private final AssessmentDraft.Builder draft = AssessmentDraft.builder();

  private AssessmentReader(JsonParser parser, String name, String document) {
    this.parser = parser;
    this.name = name;
    this.document = document;
  }

  /** Returns what was read, with every fault of its shape. */
  static AssessmentDraft read(JsonFactory factory, String name, String document) {
    try (JsonParser parser = factory.createParser(document)) {
      AssessmentReader reader = new AssessmentReader(parser, name, document);
      return reader.document();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** Returns the faults in the order of the document. */
  static List<Fault> inOrder(List<Fault> faults) {
    return faults.stream()
        .sorted(
            Comparator.comparingInt(
                    (Fault fault) -> fault.place() instanceof Place.InDocument at ? at.line() : 0)
                .thenComparingInt(
                    fault -> fault.place() instanceof Place.InDocument at ? at.column() : 0))
        .toList();
  }

  /** Says in the words of somebody who has never heard of a parser what is wrong. */
  private Fault broken(JsonProcessingException e) {
    JsonLocation said = e.getLocation();
    JsonLocation location = said == null || said.getLineNr() <= 0 ? parser.currentLocation() : said;
    // The parser looks at a number before it hands out the name in front of it.
    String pointer =
        e instanceof StreamConstraintsException && isNumber(e)
            ? parser.getParsingContext().pathAsPointer().toString()
            : pointer();
    Place place =
        Place.document(
            name, pointer, Math.max(location.getLineNr(), 0), Math.max(location.getColumnNr(), 0));
    return Fault.of(FaultCode.BROKEN_JSON, place)
        .with("reason", Argument.of(reason(e, location.getCharOffset())));
  }

  private Label reason(JsonProcessingException e, long offset) {
    String message = String.valueOf(e.getOriginalMessage());
    if (e instanceof StreamConstraintsException) {
      return limit(message);
    }
    if (e instanceof JsonEOFException) {
      return message.contains("VALUE_STRING") || message.contains("FIELD_NAME")
          ? Label.of(
              "dokumen berakhir (end) di tengah teks yang tidak ditutup tanda kutip",
              "the document ends inside a text that no quotation mark closes")
          : Label.of(
              "dokumen berakhir terlalu cepat; yang dibuka dengan { atau [ tidak ditutup",
              "the document ends too early; what { or [ opened is not closed");
    }
    int at = (int) Math.max(0, Math.min(offset, document.length()));
    String near = document.substring(at, Math.min(at + 20, document.length())).strip();
    String found = near.isEmpty() ? "" : " \"" + near.lines().findFirst().orElse("") + "\"";
    if (near.startsWith("/") || near.startsWith("#")) {
      return Label.of("komentar tidak diperbolehkan", "a comment is not allowed here");
    }
    if (message.contains("expecting comma")) {
      return Label.of("sebelum" + found + " kurang koma", "a comma is missing before" + found);
    }
    if (message.contains("expecting double-quote to start field name")) {
      return Label.of(
          "nama harus diapit tanda kutip, dan tidak boleh ada koma setelah yang terakhir;"
              + " ditemukan"
              + found,
          "a name must stand in quotation marks, and no comma may follow the last one; found"
              + found);
    }
    return Label.of("tidak dipahami:" + found, "can't be understood:" + found);
  }

  private static boolean isNumber(JsonProcessingException e) {
    return LONG_NUMBER.matcher(String.valueOf(e.getOriginalMessage())).find();
  }

  private static Label limit(String message) {
    Matcher number = LONG_NUMBER.matcher(message);
    if (number.find()) {
      return Label.of(
          "bilangan " + number.group(1) + " digit; paling banyak " + KlaJson.LONGEST_NUMBER,
          "a number of " + number.group(1) + " digits; allowed: " + KlaJson.LONGEST_NUMBER);
    }
    return message.contains("depth")
        ? Label.of(
            "lebih dari " + KlaJson.DEEPEST + " tingkat bersarang",
            "nested deeper than " + KlaJson.DEEPEST + " levels")
        : Label.of("teks terlalu panjang", "a text is too long");
  }

  // Places

  private String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (String step : path) {
      pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  private Place here() {
    JsonLocation location = parser.currentTokenLocation();
    return Place.document(
        name, pointer(), Math.max(location.getLineNr(), 0), Math.max(location.getColumnNr(), 0));
  }

  private void report(Fault fault) {
    faults.add(fault);
  }

  // The document

  private AssessmentDraft document() throws IOException {
    Place whole = Place.document(name, "", 0, 0);
    draft.place(whole);
    boolean isWhole = false;
    try {
      isWhole = top(whole);
    } catch (JsonProcessingException e) {
      report(broken(e));
    }
    if (isWhole) {
      for (String member : List.of("format", "answers")) {
        if (!seen.contains(member)) {
          report(Fault.of(FaultCode.MISSING_MEMBER, whole).with("member", member));
        }
      }
    }
    return draft.unread(isWhole ? seen : MEMBERS).faults(faults).build();
  }

  /** Reads the document; says whether its members could be told. */
  private boolean top(Place whole) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      report(
          Fault.of(FaultCode.BROKEN_JSON, whole)
              .with("reason", Argument.of(Label.of("dokumen kosong", "the document is empty"))));
      return false;
    }
    if (first != JsonToken.START_OBJECT) {
      report(wrongType(OBJECT));
      return false;
    }
    members(MEMBERS, this::member, seen);
    trailing();
    return true;
  }

  private void member(String member) throws IOException {
    switch (member) {
      case "format" -> text().ifPresent(this::format);
      case "edition" -> draft.edition(text());
      case "region" -> draft.region(text());
      case "round" -> draft.round(text());
      case "stage" -> draft.stage(text());
      case "source" -> draft.source(text().map(Written::value));
      case "answers" -> answers(draft::addAnswers);
      default -> stated();
    }
  }

  private void trailing() throws IOException {
    JsonLocation end = parser.currentLocation();
    try {
      if (parser.nextToken() == null) {
        return;
      }
      end = parser.currentTokenLocation();
    } catch (JsonProcessingException e) {
      JsonLocation said = e.getLocation();
      end = said == null ? end : said;
    }
    report(
        Fault.of(
            FaultCode.TRAILING_CONTENT,
            Place.document(name, "", end.getLineNr(), end.getColumnNr())));
  }

  private void format(Written<String> format) {
    if (!format.value().equals(KlaJson.ASSESSMENT_FORMAT)) {
      report(
          Fault.of(FaultCode.WRONG_FORMAT, format.place())
              .with("found", format.value())
              .with("allowed", KlaJson.ASSESSMENT_FORMAT));
    }
  }

  // Objects

  /** Reads the value of one member, at which the parser stands; the path holds its name. */
  private interface Member {
    void read(String name) throws IOException;
  }

  /** Reads the members of the object at which the parser stands, and reports unknown ones. */
  private void members(List<String> known, Member member, Set<String> seen) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      path.add(field);
      boolean isNew = seen.add(field);
      if (!known.contains(field)) {
        report(
            Fault.of(FaultCode.UNKNOWN_MEMBER, here())
                .with("found", field)
                .with("allowed", known)
                .with("nearest", Nearest.to(field, known)));
        skip();
      } else if (!isNew) {
        report(Fault.of(FaultCode.DUPLICATE_MEMBER, here()).with("found", field));
        skip();
      } else {
        parser.nextToken();
        member.read(field);
      }
      path.remove(path.size() - 1);
    }
  }

  private void skip() throws IOException {
    parser.nextToken();
    parser.skipChildren();
  }

  /** Reads every member of an object whose members are codes; repeated ones too. */
  private void entries(Member member) throws IOException {
    if (!isObject()) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      path.add(field);
      parser.nextToken();
      member.read(field);
      path.remove(path.size() - 1);
    }
  }

  private boolean isObject() throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return true;
    }
    wrong(OBJECT);
    return false;
  }

  private Fault wrongType(Label allowed) throws IOException {
    JsonToken token = parser.currentToken();
    Label found =
        token == null
            ? Label.of("tidak ada", "nothing")
            : switch (token) {
              case START_OBJECT -> OBJECT;
              case START_ARRAY -> Label.of("larik", "an array");
              case VALUE_STRING -> {
                String quoted = "\"" + shortened(parser.getText()) + "\"";
                yield Label.of("teks " + quoted, "the text " + quoted);
              }
              case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                String number = shortened(parser.getText());
                yield Label.of("bilangan " + number, "the number " + number);
              }
              default -> Label.of(parser.getText(), parser.getText());
            };
    return Fault.of(FaultCode.WRONG_TYPE, here())
        .with("found", Argument.of(found))
        .with("allowed", Argument.of(allowed));
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private void wrong(Label allowed) throws IOException {
    report(wrongType(allowed));
    parser.skipChildren();
  }

  // Values

  private Optional<Written<String>> text() throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      wrong(TEXT);
      return Optional.empty();
    }
    String text = parser.getText();
    if (!isWellFormed(text)) {
      report(
          Fault.of(FaultCode.BROKEN_JSON, here())
              .with(
                  "reason",
                  Argument.of(
                      Label.of(
                          "setengah dari sebuah karakter (\\ud800 sampai \\udfff)",
                          "half of a character (\\ud800 to \\udfff)"))));
      return Optional.empty();
    }
    return Optional.of(new Written<>(text, here()));
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  /** Returns the number; one whose exponent is beyond all bounds is reported as {@code beyond}. */
  private Optional<BigDecimal> number(FaultCode beyond) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      wrong(NUMBER);
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(parser.getText()));
    } catch (NumberFormatException e) {
      report(Fault.of(beyond, here()).with("found", parser.getText()));
      return Optional.empty();
    }
  }

  private Optional<Points> points() throws IOException {
    Place place = here();
    Optional<BigDecimal> number = number(FaultCode.BAD_POINTS);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Points.of(number.get()));
    } catch (ArithmeticException e) {
      boolean isFine =
          Math.abs((long) number.get().scale()) < 100
              && number.get().precision() - number.get().scale() <= 14;
      report(
          Fault.of(isFine ? FaultCode.TOO_MANY_DECIMALS : FaultCode.BAD_POINTS, place)
              .with("found", shortened(parser.getText())));
      return Optional.empty();
    }
  }

  private Optional<Long> whole() throws IOException {
    Place place = here();
    Optional<BigDecimal> number = number(FaultCode.BAD_COUNT);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal value = number.get();
    if (value.signum() < 0
        || Math.abs((long) value.scale()) > 100
        || value.stripTrailingZeros().scale() > 0
        || value.compareTo(BigDecimal.valueOf(999_999_999_999_999L)) > 0) {
      report(Fault.of(FaultCode.BAD_COUNT, place).with("found", shortened(parser.getText())));
      return Optional.empty();
    }
    return Optional.of(value.longValueExact());
  }

  // Answers

  private void answers(Consumer<DraftAnswer> target) throws IOException {
    entries(
        code -> {
          Place place = here();
          target.accept(new DraftAnswer(code, answer(), place));
        });
  }

  private Optional<Answer> answer() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return points().map(Answer::of);
    }
    if (token == JsonToken.VALUE_STRING) {
      return text().map(level -> Answer.of(Response.level(level.value())));
    }
    if (token == JsonToken.START_OBJECT) {
      return fullAnswer();
    }
    wrong(ANSWER);
    return Optional.empty();
  }

  private Optional<Answer> fullAnswer() throws IOException {
    Place place = here();
    int before = faults.size();
    Facts own = new Facts(place);
    List<Facts> measured = new ArrayList<>();
    List<Response> responses = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    Set<String> given = new LinkedHashSet<>();
    members(
        List.of(
            "points",
            "level",
            "percent",
            "part",
            "of",
            "count",
            "before",
            "now",
            "measured",
            "notApplicable"),
        member -> {
          switch (member) {
            case "points" -> points().ifPresent(points -> responses.add(Response.graded(points)));
            case "level" -> text().ifPresent(level -> responses.add(Response.level(level.value())));
            case "measured" -> {
              if (isObject()) {
                Facts facts = new Facts(here());
                measured.add(facts);
                members(Facts.MEMBERS, facts::read, new HashSet<>());
              }
            }
            case "notApplicable" -> text().ifPresent(reason -> reasons.add(reason.value()));
            default -> own.read(member);
          }
        },
        given);
    if (faults.size() > before) {
      return Optional.empty();
    }
    own.fact().ifPresent(responses::add);
    Optional<Response.Fact> beside = Optional.empty();
    if (!measured.isEmpty()) {
      beside = measured.get(0).fact();
      if (measured.get(0).present.isEmpty()) {
        return refused(measured.get(0).place, EMPTY, FACT);
      }
    }
    if (faults.size() > before) {
      return Optional.empty();
    }
    if (!reasons.isEmpty() && responses.isEmpty() && beside.isEmpty()) {
      return Optional.of(Answer.notApplicable(reasons.get(0)));
    }
    if (responses.size() == 1 && reasons.isEmpty()) {
      return Optional.of(
          beside
              .map(rest -> Answer.of(responses.get(0), rest))
              .orElseGet(() -> Answer.of(responses.get(0))));
    }
    if (responses.isEmpty() && reasons.isEmpty() && beside.isPresent()) {
      return Optional.of(Answer.measured(beside.get()));
    }
    return refused(
        place,
        given.isEmpty()
            ? EMPTY
            : Label.of(
                "objek dengan " + String.join(", ", given),
                "an object with " + String.join(", ", given)),
        Label.of(
            "tepat satu jawaban: points, level, percent, part dan of, count, before dan now,"
                + " measured, atau notApplicable",
            "exactly one answer: points, level, percent, part and of, count, before and now,"
                + " measured, or notApplicable"));
  }

  private Optional<Answer> refused(Place place, Label found, Label allowed) {
    report(
        Fault.of(FaultCode.WRONG_TYPE, place)
            .with("found", Argument.of(found))
            .with("allowed", Argument.of(allowed)));
    return Optional.empty();
  }

  /** The members that make a measured fact. */
  private final class Facts {

    static final List<String> MEMBERS = List.of("percent", "part", "of", "count", "before", "now");

    private final Place place;
    private final List<String> present = new ArrayList<>();
    private @Nullable BigDecimal percent;
    private @Nullable Long part;
    private @Nullable Long of;
    private @Nullable Long count;
    private @Nullable BigDecimal earlier;
    private @Nullable BigDecimal later;

    Facts(Place place) {
      this.place = place;
    }

    void read(String member) throws IOException {
      present.add(member);
      switch (member) {
        case "percent" -> percent = number(FaultCode.BAD_SHARE).orElse(null);
        case "part" -> part = whole().orElse(null);
        case "of" -> of = whole().orElse(null);
        case "count" -> count = whole().orElse(null);
        case "before" -> earlier = number(FaultCode.BAD_CHANGE).orElse(null);
        default -> later = number(FaultCode.BAD_CHANGE).orElse(null);
      }
    }

    /** Returns the fact, if its members make exactly one; anything else is reported. */
    Optional<Response.Fact> fact() {
      if (present.isEmpty()) {
        return Optional.empty();
      }
      Set<String> members = new HashSet<>(present);
      try {
        if (members.equals(Set.of("percent")) && percent != null) {
          return Optional.of(Response.coverage(Share.ofPercent(percent)));
        }
        if (members.equals(Set.of("part", "of")) && part != null && of != null) {
          return Optional.of(Response.coverage(Share.of(part, of)));
        }
        if (members.equals(Set.of("count")) && count != null) {
          return Optional.of(Response.count(count));
        }
        if (members.equals(Set.of("before", "now")) && earlier != null && later != null) {
          return Optional.of(Response.change(earlier, later));
        }
      } catch (IllegalArgumentException e) {
        report(
            members.contains("before")
                ? Fault.of(FaultCode.BAD_CHANGE, place)
                    .with("found", shortened(earlier + " / " + later))
                : Fault.of(FaultCode.BAD_SHARE, place).with("found", shortened(given())));
        return Optional.empty();
      }
      report(
          Fault.of(FaultCode.WRONG_TYPE, place)
              .with(
                  "found",
                  Argument.of(
                      Label.of(
                          "objek dengan " + String.join(", ", present),
                          "an object with " + String.join(", ", present))))
              .with("allowed", Argument.of(FACT)));
      return Optional.empty();
    }

    private String given() {
      return percent == null ? part + " of " + of : percent + " percent";
    }
  }

  // Stated totals

  private void stated() throws IOException {
    if (!isObject()) {
      return;
    }
    members(
        List.of("total", "clusters", "indicators"),
        member -> {
          switch (member) {
            case "total" -> draft.statedTotal(points());
            case "clusters" -> totals(draft::addStatedClusters);
            default -> totals(draft::addStatedIndicators);
          }
        },
        new HashSet<>());
  }

  private void totals(Consumer<DraftTotal> target) throws IOException {
    entries(
        code -> {
          Place place = here();
          points().ifPresent(points -> target.accept(new DraftTotal(code, points, place)));
        });
  }
}
