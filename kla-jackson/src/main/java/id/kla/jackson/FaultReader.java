package id.kla.jackson;

import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads faults back; their texts are made anew from code and values. */
final class FaultReader {

  private static final List<String> MEMBERS =
      List.of("code", "severity", "place", "values", "message");

  private final JsonCursor json;
  private final PartsReader parts;

  private FaultReader(JsonCursor json) {
    this.json = json;
    this.parts = new PartsReader(json);
  }

  static Checked<List<Fault>> read(JsonCursor json) throws IOException {
    FaultReader reader = new FaultReader(json);
    List<Fault> read = new ArrayList<>();
    json.object(
        List.of("format", "faults"),
        List.of("format", "faults"),
        member -> {
          if (member.equals("format")) {
            json.format(KlaFormat.FAULTS.toString());
          } else {
            // A document of the most answers can have more faults than that.
            json.elements(Integer.MAX_VALUE, index -> reader.fault().ifPresent(read::add));
          }
        },
        new HashSet<>());
    List<Fault> faults = json.faults();
    return json.errors() > 0 ? Checked.failed(faults) : Checked.of(List.copyOf(read), faults);
  }

  /** Reads one fault where the cursor stands. */
  static Checked<Fault> one(JsonCursor json) throws IOException {
    List<Fault> read = new ArrayList<>();
    json.value(() -> new FaultReader(json).fault().ifPresent(read::add));
    return read.isEmpty() ? Checked.failed(json.faults()) : Checked.of(read.get(0), json.faults());
  }

  private Optional<Fault> fault() throws IOException {
    Map<String, Written<Argument>> values = new LinkedHashMap<>();
    List<FaultCode> codes = new ArrayList<>();
    List<Severity> severities = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    Place whole = json.here();
    boolean isComplete =
        parts.object(
            MEMBERS,
            MEMBERS,
            member -> {
              switch (member) {
                case "code" -> code().ifPresent(codes::add);
                case "severity" -> parts.word(Severity.class).ifPresent(severities::add);
                case "place" -> place(json).ifPresent(places::add);
                case "values" -> values(values);
                default -> label(json);
              }
            });
    if (!isComplete) {
      return Optional.empty();
    }
    Fault fault = Fault.of(codes.get(0), places.isEmpty() ? Place.unknown() : places.get(0));
    for (Map.Entry<String, Written<Argument>> value : values.entrySet()) {
      if (fault.code().arguments().contains(value.getKey())) {
        fault = fault.with(value.getKey(), value.getValue().value());
      } else {
        json.tolerate(
            Fault.of(FaultCode.UNKNOWN_MEMBER, value.getValue().place())
                .with("found", value.getKey())
                .with("allowed", fault.code().arguments())
                .with("nearest", Nearest.to(value.getKey(), fault.code().arguments())));
      }
    }
    boolean isWhole = true;
    for (String argument : fault.code().arguments()) {
      if (!values.containsKey(argument)) {
        json.report(Fault.of(FaultCode.MISSING_MEMBER, whole).with("member", argument));
        isWhole = false;
      }
    }
    if (!isWhole) {
      return Optional.empty();
    }
    if (severities.get(0) == fault.severity()) {
      return Optional.of(fault);
    }
    if (severities.get(0) == Severity.WARNING) {
      return Optional.of(fault.tolerated());
    }
    json.report(
        Fault.of(FaultCode.BAD_WORD, whole)
            .with("found", PartsReader.code(severities.get(0)))
            .with(
                "allowed",
                Stream.of(PartsReader.code(fault.severity()), "warning").distinct().toList()));
    return Optional.empty();
  }

  private Optional<FaultCode> code() throws IOException {
    Optional<Written<String>> text = json.text();
    Optional<FaultCode> code =
        text.flatMap(
            found ->
                Stream.of(FaultCode.values())
                    .filter(each -> each.name().equals(found.value()))
                    .findFirst());
    if (text.isPresent() && code.isEmpty()) {
      List<String> known = Stream.of(FaultCode.values()).map(FaultCode::name).toList();
      json.report(
          Fault.of(FaultCode.UNKNOWN_CODE, text.get().place())
              .with("found", text.get().value())
              .with("nearest", Nearest.to(text.get().value(), known)));
    }
    return code;
  }

  private void values(Map<String, Written<Argument>> values) throws IOException {
    json.entries(
        name -> {
          Place place = json.here();
          Optional<Argument> value = value();
          if (value.isPresent()
              && values.putIfAbsent(name, new Written<>(value.get(), place)) != null) {
            json.tolerate(Fault.of(FaultCode.DUPLICATE_MEMBER, place).with("found", name));
          }
        });
  }

  private Optional<Argument> value() throws IOException {
    if (json.isNumber()) {
      return number(json, FaultCode.BAD_NUMBER).map(Argument::of);
    }
    if (json.isArray()) {
      return list();
    }
    if (json.isText()) {
      return json.text().map(text -> Argument.of(text.value()));
    }
    Place whole = json.here();
    if (!json.isObject(
        Label.of("teks, bilangan, larik, atau objek", "a text, a number, an array or an object"))) {
      return Optional.empty();
    }
    Map<String, Object> members = new TreeMap<>();
    membersOf(json, members, Stream.concat(PLACE.stream(), Stream.of("id", "en")).toList());
    return !members.isEmpty() && List.of("id", "en").containsAll(members.keySet())
        ? Optional.of(Argument.of(label(members)))
        : place(json, whole, members).map(Argument::of);
  }

  /** A number whose digits can all be written. */
  private static Optional<BigDecimal> number(JsonCursor json, FaultCode beyond) throws IOException {
    Place place = json.here();
    Optional<BigDecimal> number = json.number(beyond);
    if (number.isPresent() && Math.abs((long) number.get().scale()) > KlaJson.LONGEST_NUMBER) {
      json.report(Fault.of(beyond, place).with("found", number.get().toString()));
      return Optional.empty();
    }
    return number;
  }

  private Optional<Argument> list() throws IOException {
    List<String> names = new ArrayList<>();
    List<BigDecimal> numbers = new ArrayList<>();
    json.elements(
        index -> {
          if (json.isNumber() && names.isEmpty()) {
            number(json, FaultCode.BAD_NUMBER).ifPresent(numbers::add);
          } else if (numbers.isEmpty()) {
            json.text().map(Written::value).ifPresent(names::add);
          } else {
            json.wrong(Label.of("bilangan", "a number"));
          }
        });
    return Optional.of(numbers.isEmpty() ? Argument.of(names) : Argument.numbers(numbers));
  }

  // Places and labels

  /** The members of each kind of place; the first tells it from the others. */
  private static final List<List<String>> PLACES =
      List.of(
          List.of("document", "pointer", "line", "column"),
          List.of("table", "row", "column"),
          List.of("edition", "part"),
          List.of("file"));

  private static final List<String> PLACE =
      PLACES.stream().flatMap(List::stream).distinct().toList();

  /** Reads a place. */
  static Optional<Place> place(JsonCursor json) throws IOException {
    Place whole = json.here();
    if (!json.isObject()) {
      return Optional.empty();
    }
    Map<String, Object> members = new TreeMap<>();
    membersOf(json, members, PLACE);
    return place(json, whole, members);
  }

  private static void membersOf(JsonCursor json, Map<String, Object> members, List<String> known)
      throws IOException {
    json.members(
        known,
        member -> {
          switch (member) {
            case "line", "row" -> number(json).ifPresent(number -> members.put(member, number));
            case "column" -> {
              if (json.isNumber()) {
                number(json).ifPresent(number -> members.put(member, number));
              } else {
                json.text().ifPresent(text -> members.put(member, text.value()));
              }
            }
            case "part" -> label(json).ifPresent(label -> members.put(member, label));
            default -> json.text().ifPresent(text -> members.put(member, text.value()));
          }
        },
        new HashSet<>());
  }

  private static Optional<Integer> number(JsonCursor json) throws IOException {
    Place place = json.here();
    Optional<Long> number = json.wholeNumber();
    if (number.isPresent() && number.get() > Integer.MAX_VALUE) {
      json.report(Fault.of(FaultCode.BAD_COUNT, place).with("found", number.get().toString()));
      return Optional.empty();
    }
    return number.map(Long::intValue);
  }

  private static Optional<Place> place(JsonCursor json, Place whole, Map<String, Object> members) {
    if (members.isEmpty()) {
      return Optional.of(Place.unknown());
    }
    Optional<List<String>> kind =
        PLACES.stream().filter(each -> members.containsKey(each.get(0))).findFirst();
    boolean isKind =
        kind.isPresent()
            && kind.get().containsAll(members.keySet())
            && members.get("column") instanceof Integer
                == (members.containsKey("document") && members.containsKey("column"));
    if (!isKind) {
      json.refuse(
          whole,
          JsonCursor.objectWith(members.keySet()),
          Label.of(
              "tempat: document, pointer, line, dan column; table, row, dan column; edition dan"
                  + " part; atau file",
              "a place: document, pointer, line and column; table, row and column; edition and"
                  + " part; or file"));
      return Optional.empty();
    }
    return Optional.of(
        switch (kind.get().get(0)) {
          case "document" ->
              Place.document(
                  text(members, "document"),
                  text(members, "pointer"),
                  number(members, "line"),
                  number(members, "column"));
          case "table" ->
              Place.table(text(members, "table"), number(members, "row"), text(members, "column"));
          case "edition" ->
              Place.edition(
                  text(members, "edition"),
                  members.get("part") instanceof Label part ? part : Label.of("", ""));
          default -> Place.file(text(members, "file"));
        });
  }

  private static String text(Map<String, Object> members, String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  private static int number(Map<String, Object> members, String name) {
    return members.get(name) instanceof Integer number ? number : 0;
  }

  private static Label label(Map<String, Object> members) {
    return Label.of(text(members, "id"), text(members, "en"));
  }

  /** Reads a label. */
  static Optional<Label> label(JsonCursor json) throws IOException {
    if (!json.isObject()) {
      return Optional.empty();
    }
    Map<String, Object> members = new HashMap<>();
    json.members(
        List.of("id", "en"),
        member -> json.text().ifPresent(text -> members.put(member, text.value())),
        new HashSet<>());
    return Optional.of(label(members));
  }
}
