package id.kla.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the shape of an assessment; whether it fits its edition is checked afterwards. */
final class AssessmentReader {

  private static final Label NUMBER = Label.of("bilangan", "a number");
  private static final Label TEXT = Label.of("teks", "a text");
  private static final Label OBJECT = Label.of("objek", "an object");
  private static final Label ANSWER =
      Label.of("bilangan, teks, atau objek", "a number, a text or an object");
  private static final Label FACT =
      Label.of(
          "objek dengan percent, part dan of, count, atau before dan now",
          "an object with percent, part and of, count, or before and now");

  private final JsonParser parser;
  private final String name;
  private final List<Fault> faults;
  private final List<String> path = new ArrayList<>();

  private AssessmentReader(JsonParser parser, String name, List<Fault> faults) {
    this.parser = parser;
    this.name = name;
    this.faults = faults;
  }

  /** Returns what was read, if it names its edition; every fault goes to {@code faults}. */
  static Optional<AssessmentDraft> read(
      JsonFactory factory, String name, byte[] content, List<Fault> faults) throws IOException {
    try (JsonParser parser = factory.createParser(content)) {
      AssessmentReader reader = new AssessmentReader(parser, name, faults);
      try {
        return reader.document();
      } catch (JsonProcessingException e) {
        faults.add(reader.broken(e));
        return Optional.empty();
      }
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

  private Fault broken(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    int line = location == null ? 0 : Math.max(location.getLineNr(), 0);
    int column = location == null ? 0 : Math.max(location.getColumnNr(), 0);
    String reason = e.getOriginalMessage();
    return Fault.of(FaultCode.BROKEN_JSON, Place.document(name, pointer(), line, column))
        .with("reason", reason == null ? "?" : reason.lines().findFirst().orElse("?"));
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

  private Optional<AssessmentDraft> document() throws IOException {
    JsonToken first = parser.nextToken();
    Place whole = Place.document(name, "", 0, 0);
    if (first != JsonToken.START_OBJECT) {
      report(
          first == null
              ? Fault.of(FaultCode.BROKEN_JSON, whole)
                  .with("reason", Argument.of(Label.of("dokumen kosong", "the document is empty")))
              : wrongType(OBJECT));
      return Optional.empty();
    }
    Parts parts = new Parts();
    AssessmentDraft.Builder draft = AssessmentDraft.builder().place(whole);
    members(
        List.of("format", "edition", "region", "round", "stage", "source", "answers", "stated"),
        member -> {
          switch (member) {
            case "format" -> text().ifPresent(this::format);
            case "edition" -> parts.edition = text().orElse(null);
            case "region" -> draft.region(text());
            case "round" -> draft.round(text());
            case "stage" -> draft.stage(text());
            case "source" -> draft.source(text().map(Written::value));
            case "answers" -> answers(draft::addAnswers);
            default -> stated(draft);
          }
        },
        parts.seen);
    for (String member : List.of("format", "edition", "answers")) {
      if (!parts.seen.contains(member)) {
        report(Fault.of(FaultCode.MISSING_MEMBER, whole).with("member", member));
      }
    }
    if (parser.nextToken() != null) {
      report(Fault.of(FaultCode.TRAILING_CONTENT, here()));
    }
    Written<String> edition = parts.edition;
    return edition == null ? Optional.empty() : Optional.of(draft.edition(edition).build());
  }

  private static final class Parts {
    private final Set<String> seen = new HashSet<>();
    private @Nullable Written<String> edition;
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
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return Optional.of(new Written<>(parser.getText(), here()));
    }
    wrong(TEXT);
    return Optional.empty();
  }

  private Optional<BigDecimal> number() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return Optional.of(parser.getDecimalValue());
    }
    wrong(NUMBER);
    return Optional.empty();
  }

  private Optional<Points> points() throws IOException {
    Place place = here();
    Optional<BigDecimal> number = number();
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
    Optional<BigDecimal> number = number();
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
          answer().ifPresent(answer -> target.accept(new DraftAnswer(code, answer, place)));
        });
  }

  private Optional<Answer> answer() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return points().map(Answer::of);
    }
    if (token == JsonToken.VALUE_STRING) {
      return Optional.of(Answer.of(Response.level(parser.getText())));
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
    Facts own = new Facts();
    Facts measured = new Facts();
    List<Response> responses = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    Set<String> seen = new HashSet<>();
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
                members(Facts.MEMBERS, measured::read, measured.seen);
              }
            }
            case "notApplicable" -> text().ifPresent(reason -> reasons.add(reason.value()));
            default -> own.read(member);
          }
        },
        seen);
    if (faults.size() > before) {
      return Optional.empty();
    }
    Optional<Response.Fact> fact = own.fact(place);
    Optional<Response.Fact> beside = measured.fact(place);
    fact.ifPresent(responses::add);
    boolean isMeasured = seen.contains("measured");
    if (faults.size() > before) {
      return Optional.empty();
    }
    if (isMeasured && beside.isEmpty()) {
      return refused(place, Label.of("objek kosong", "an empty object"), FACT);
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
        Label.of(
            seen.isEmpty() ? "objek kosong" : "objek dengan " + String.join(", ", seen),
            seen.isEmpty() ? "an empty object" : "an object with " + String.join(", ", seen)),
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

    private final Set<String> seen = new HashSet<>();
    private final List<String> present = new ArrayList<>();
    private @Nullable BigDecimal percent;
    private @Nullable Long part;
    private @Nullable Long of;
    private @Nullable Long count;
    private @Nullable BigDecimal earlier;
    private @Nullable BigDecimal later;

    void read(String member) throws IOException {
      present.add(member);
      switch (member) {
        case "percent" -> percent = number().orElse(null);
        case "part" -> part = whole().orElse(null);
        case "of" -> of = whole().orElse(null);
        case "count" -> count = whole().orElse(null);
        case "before" -> earlier = number().orElse(null);
        default -> later = number().orElse(null);
      }
    }

    /** Returns the fact, if its members make exactly one; anything else is reported. */
    Optional<Response.Fact> fact(Place place) {
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
                ? Fault.of(FaultCode.BAD_NUMBER, place)
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
      return percent == null ? part + " / " + of : percent + " %";
    }
  }

  // Stated totals

  private void stated(AssessmentDraft.Builder draft) throws IOException {
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
