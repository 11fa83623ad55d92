package id.kla.jackson;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Pointer;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.points.Points;
import java.io.CharConversionException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks through one document, knows where it stands, and collects what is wrong with its shape.
 *
 * <p>Every method that reads a value is called with the parser standing at it, and leaves the
 * parser at its end; what has another type than is wanted is reported and passed over.
 */
final class JsonCursor {

  /** A number as PHP writes it into a text. */
  static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

  private static final Pattern COMMA = Pattern.compile("([0-9]+),([0-9]+)");

  private static final Pattern LONG_NUMBER = Pattern.compile("Number value length \\((\\d+)\\)");

  /** Looking for near names takes time, and nobody reads this many. */
  private static final int SUGGESTIONS = 100;

  /** What is left of a decimal in a binary fraction of 64 bits is less. */
  private static final BigDecimal NOISE = BigDecimal.valueOf(1, 12);

  /** What digits after the point are multiplied by to be units of points, by their number. */
  private static final long[] FACTORS = {10_000, 1_000, 100, 10, 1};

  static final Label EMPTY_OBJECT = Label.of("objek kosong", "an empty object");

  private static final Label TOO_DEEP =
      Label.of(
          "lebih dari " + KlaJson.DEEPEST + " tingkat bersarang",
          "nested deeper than " + KlaJson.DEEPEST + " levels");
  private static final Label TEXT_TOO_LONG = Label.of("teks terlalu panjang", "a text is too long");

  private static final Label NUMBER = Label.of("bilangan", "a number");
  private static final Label TEXT =
      Label.of("teks di antara tanda kutip", "a text in quotation marks");
  private static final Label OBJECT = Label.of("objek", "an object");
  private static final Label ARRAY = Label.of("larik", "an array");

  /** What stands where the cursor begins. */
  private enum Scope {
    /** A whole document, whose first token is still to come, and nothing after it. */
    DOCUMENT,
    /** A value at which the parser stands; what follows it is somebody else's. */
    VALUE
  }

  /** Whether it is known where everything stands. */
  enum Places {
    /** It is. */
    KNOWN,
    /** It isn't, which is faster: for what holds no places unless something is wrong. */
    UNKNOWN
  }

  private final JsonParser parser;
  private final Scope scope;
  private final Places places;
  private final KlaJson.Door door;
  private final String name;
  private final String document;
  private final String base;

  /** The cursor of the whole document, which reports broken syntax, if this is not it. */
  private final @Nullable JsonCursor outer;

  private final List<Fault> faults = new ArrayList<>();
  private int errors;
  private int depth;
  private boolean isTooLarge;

  /** Where somebody else's document stood when this value began; only there its size is unknown. */
  private final long start;

  /** Points at the value at which the parser stands. */
  private Pointer pointer;

  private JsonCursor(
      JsonParser parser,
      Scope scope,
      Places places,
      KlaJson.Door door,
      String name,
      String document,
      String base,
      @Nullable JsonCursor outer) {
    this.parser = parser;
    this.scope = scope;
    this.places = places;
    this.door = door;
    this.name = name;
    this.document = document;
    this.base = base;
    this.outer = outer;
    this.pointer = Pointer.of(base);
    this.start = scope == Scope.VALUE && outer == null ? position(parser) : -1;
  }

  /** Returns a cursor before a whole document, whose text helps to say what is broken. */
  static JsonCursor before(
      JsonParser parser, Places places, KlaJson.Door door, String name, String document) {
    return new JsonCursor(parser, Scope.DOCUMENT, places, door, name, document, "", null);
  }

  /** Returns a cursor at the value at which somebody else's parser stands. */
  static JsonCursor at(JsonParser parser) {
    String base = parser.getParsingContext().pathAsPointer().toString();
    return new JsonCursor(
        parser, Scope.VALUE, Places.KNOWN, KlaJson.Door.STRICT, "JSON", "", base, null);
  }

  /** Returns a cursor at the value at which this one stands, with faults of its own. */
  JsonCursor inner() {
    return new JsonCursor(
        parser, Scope.VALUE, places, door, name, document, pointer.toString(), this);
  }

  /** Returns the pointer to the whole document or value. */
  String base() {
    return base;
  }

  boolean isLenient() {
    return door == KlaJson.Door.LENIENT;
  }

  /** Returns what was found wrong so far. */
  List<Fault> faults() {
    return faults;
  }

  /** Returns the place of the whole document. */
  Place whole() {
    return Place.document(name, base, 0, 0);
  }

  /** Reads a value, at which the parser stands. */
  interface Value {
    void read() throws IOException;
  }

  /** Reads one value; says whether its end was reached, and reports broken syntax. */
  boolean value(Value value) throws IOException {
    try {
      value.read();
      return true;
    } catch (JsonProcessingException e) {
      if (outer != null) {
        outer.pointer = pointer;
        throw e;
      }
      report(broken(e));
      return false;
    } catch (CharConversionException e) {
      // Of the encodings that a mapper takes, that of four bytes has an exception of its own.
      if (outer != null) {
        throw e;
      }
      report(Fault.of(FaultCode.NOT_UTF8, here()));
      return false;
    }
  }

  /**
   * Reads the object that is the document or value; says whether its end was reached, and then
   * reports which of the members that are needed are missing.
   */
  boolean object(List<String> known, List<String> needed, Member member, Set<String> seen)
      throws IOException {
    boolean[] isObject = {false};
    boolean isWhole =
        value(
            () -> {
              if (begin()) {
                members(known, member, seen);
                end();
                isObject[0] = true;
              }
            });
    if (isWhole && isObject[0]) {
      for (String each : needed) {
        if (!seen.contains(each)) {
          report(Fault.of(FaultCode.MISSING_MEMBER, whole()).with("member", each));
        }
      }
    }
    return isWhole && isObject[0];
  }

  /** Reports a format that is not the one that is read. */
  void format(String allowed) throws IOException {
    Optional<Written<String>> format = text();
    if (format.isPresent() && !format.get().value().equals(allowed)) {
      report(
          Fault.of(FaultCode.WRONG_FORMAT, format.get().place())
              .with("found", format.get().value())
              .with("allowed", allowed));
    }
  }

  /** Steps to the first token; says whether an object begins there. */
  private boolean begin() throws IOException {
    if (scope == Scope.DOCUMENT && parser.nextToken() == null) {
      report(
          Fault.of(FaultCode.BROKEN_JSON, whole())
              .with("reason", Argument.of(Label.of("dokumen kosong", "the document is empty"))));
      return false;
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      report(wrongType(OBJECT));
      return false;
    }
    return true;
  }

  boolean isNumber() {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        || parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT;
  }

  boolean isArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  boolean isText() {
    return parser.currentToken() == JsonToken.VALUE_STRING;
  }

  /** Says in the words of somebody who has never heard of a parser what is wrong. */
  private Fault broken(JsonProcessingException e) {
    JsonLocation said = e.getLocation();
    JsonLocation location = said == null || said.getLineNr() <= 0 ? parser.currentLocation() : said;
    // The parser looks at a number before it hands out the name in front of it.
    String at =
        scope == Scope.DOCUMENT && e instanceof StreamConstraintsException && isAboutANumber(e)
            ? parser.getParsingContext().pathAsPointer().toString()
            : pointer.toString();
    Place place =
        Place.document(
            name, at, Math.max(location.getLineNr(), 0), Math.max(location.getColumnNr(), 0));
    return Fault.of(FaultCode.BROKEN_JSON, place)
        .with(
            "reason",
            Argument.of(reason(e, Math.max(location.getCharOffset(), location.getByteOffset()))));
  }

  private Label reason(JsonProcessingException e, long offset) {
    String message = String.valueOf(e.getOriginalMessage());
    if (e instanceof StreamConstraintsException) {
      return limit(message);
    }
    if (e instanceof JsonEOFException) {
      return message.contains("VALUE_STRING") || message.contains("FIELD_NAME")
          ? Label.of(
              "dokumen berakhir di tengah teks yang tidak ditutup tanda kutip",
              "the document ends inside a text that no quotation mark closes")
          : Label.of(
              "dokumen berakhir terlalu cepat; yang dibuka dengan { atau [ tidak ditutup",
              "the document ends too early; what { or [ opened is not closed");
    }
    int at = (int) Math.max(0, Math.min(offset, document.length()));
    String near =
        at == document.length()
            ? ""
            : cut(document, at, Math.min(at + 20, document.length())).strip();
    if (near.isEmpty()) {
      return Label.of(
          "dokumen berakhir terlalu cepat; yang dibuka dengan { atau [ tidak ditutup",
          "the document ends too early; what { or [ opened is not closed");
    }
    String found = " \"" + near.lines().findFirst().orElse("") + "\"";
    Matcher comma =
        COMMA.matcher(
            document.substring(Math.max(0, at - 20), Math.min(at + 20, document.length())));
    if (message.contains("start field name")
        && comma.find()
        && Character.isDigit(document.charAt(Math.min(at, document.length() - 1)))) {
      return Label.of(
          "JSON memakai titik desimal: tulis " + comma.group(1) + "." + comma.group(2),
          "JSON has a decimal point: write " + comma.group(1) + "." + comma.group(2));
    }
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

  private static boolean isAboutANumber(JsonProcessingException e) {
    return LONG_NUMBER.matcher(String.valueOf(e.getOriginalMessage())).find();
  }

  private static Label limit(String message) {
    Matcher number = LONG_NUMBER.matcher(message);
    if (number.find()) {
      return Label.of(
          "bilangan " + number.group(1) + " digit; paling banyak " + KlaJson.LONGEST_NUMBER,
          "a number of " + number.group(1) + " digits; allowed: " + KlaJson.LONGEST_NUMBER);
    }
    return message.contains("depth") ? TOO_DEEP : TEXT_TOO_LONG;
  }

  /** Reports what follows after the end of a document. */
  private void end() throws IOException {
    if (scope != Scope.DOCUMENT) {
      return;
    }
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
    tolerate(
        Fault.of(
            FaultCode.TRAILING_CONTENT,
            Place.document(name, "", end.getLineNr(), end.getColumnNr())));
  }

  // Places

  private Pointer below(Pointer above, String step) {
    return places == Places.KNOWN ? above.below(step) : above;
  }

  Place here() {
    if (places == Places.UNKNOWN) {
      return Place.unknown();
    }
    JsonLocation location = parser.currentTokenLocation();
    return Place.document(
        name, pointer, Math.max(location.getLineNr(), 0), Math.max(location.getColumnNr(), 0));
  }

  /** Keeps a fault; of a document with more than anybody reads, that there are more. */
  void report(Fault fault) {
    if (faults.size() < KlaJson.MOST) {
      faults.add(fault);
    } else if (faults.size() == KlaJson.MOST) {
      faults.add(Fault.of(FaultCode.TOO_MANY_FAULTS, fault.place()).with("allowed", KlaJson.MOST));
      errors++;
    }
    if (fault.severity() == Severity.ERROR) {
      errors++;
    }
  }

  /** Reports what the lenient door goes on in spite of; says whether this one does. */
  boolean isTolerated(Fault fault) {
    tolerate(fault);
    return door == KlaJson.Door.LENIENT;
  }

  /** Reports what the lenient door passes over. */
  void tolerate(Fault fault) {
    report(door == KlaJson.Door.LENIENT ? fault.tolerated() : fault);
  }

  /** Returns how many errors were found so far; what was tolerated is none. */
  int errors() {
    return errors;
  }

  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  // Objects

  /** Reads the value of one member, at which the parser stands; the pointer points at it. */
  interface Member {
    void read(String name) throws IOException;
  }

  /** Reads the members of the object at which the parser stands, and reports unknown ones. */
  void members(List<String> known, Member member, Set<String> seen) throws IOException {
    Pointer object = pointer;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      pointer = below(object, field);
      boolean isNew = seen.add(field);
      if (faults.size() > KlaJson.MOST) {
        skipNext();
      } else if (!known.contains(field)) {
        tolerate(
            Fault.of(FaultCode.UNKNOWN_MEMBER, here())
                .with("found", field)
                .with("allowed", known)
                .with(
                    "nearest", faults.size() < SUGGESTIONS ? Nearest.to(field, known) : List.of()));
        skipNext();
      } else if (!isNew) {
        tolerate(Fault.of(FaultCode.DUPLICATE_MEMBER, here()).with("found", field));
        skipNext();
      } else {
        parser.nextToken();
        member.read(field);
      }
      pointer = object;
    }
  }

  /** Passes over the rest of an array whose first element the parser stands at. */
  private void leaveArray() throws IOException {
    parser.skipChildren();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      parser.skipChildren();
    }
  }

  /** Passes over the value at which the parser stands. */
  void skip() throws IOException {
    parser.skipChildren();
  }

  /** Passes over the next value. */
  private void skipNext() throws IOException {
    parser.nextToken();
    parser.skipChildren();
  }

  /** Reads every member of an object whose members are codes; repeated ones too. */
  void entries(Member member) throws IOException {
    if (!isObject()) {
      return;
    }
    int count = 0;
    Pointer object = pointer;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      pointer = below(object, field);
      parser.nextToken();
      if (count++ < KlaJson.MOST && !isTooLarge()) {
        member.read(field);
      } else {
        passOver(count);
      }
      pointer = object;
    }
  }

  /** Reports the first entry that is one too many, and passes over each. */
  private void passOver(int count) throws IOException {
    if (count == KlaJson.MOST + 1) {
      report(Fault.of(FaultCode.TOO_MANY, here()).with("allowed", KlaJson.MOST));
    }
    parser.skipChildren();
  }

  /** Says whether a value in somebody else's document is too large, which is reported once. */
  private boolean isTooLarge() {
    if (start < 0 || isTooLarge) {
      return isTooLarge;
    }
    isTooLarge = position(parser) - start > KlaJson.LARGEST;
    if (isTooLarge) {
      report(
          Fault.of(FaultCode.TOO_LARGE, here())
              .with("found", "> " + KlaJson.LARGEST + " B")
              .with("allowed", KlaJson.LARGEST + " B"));
    }
    return isTooLarge;
  }

  /** Returns how many bytes or characters were read; what is no text has none. */
  private static long position(JsonParser parser) {
    JsonLocation location = parser.currentLocation();
    return location == null ? -1 : Math.max(location.getByteOffset(), location.getCharOffset());
  }

  /** Reads every element of an array, named by its index. */
  void elements(Member element) throws IOException {
    elements(KlaJson.MOST, element);
  }

  /** Does the same with up to {@code most} elements. */
  void elements(int most, Member element) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      wrong(ARRAY);
      return;
    }
    Pointer array = pointer;
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      String index = Integer.toString(i);
      pointer = below(array, index);
      if (i < most && !isTooLarge()) {
        element.read(index);
      } else {
        passOver(i + 1);
      }
      pointer = array;
    }
  }

  /** Says whether an object begins here, and reports it if not. */
  boolean isObject() throws IOException {
    return isObject(OBJECT);
  }

  /** Does the same, and says in its own words what is allowed. */
  boolean isObject(Label allowed) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return true;
    }
    Place place = here();
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      Fault fault = wrongType(allowed);
      if (parser.nextToken() == JsonToken.END_ARRAY) {
        tolerate(Fault.of(FaultCode.EMPTY_ARRAY, place));
      } else {
        report(fault);
        leaveArray();
      }
      return false;
    }
    wrong(allowed);
    return false;
  }

  Fault wrongType(Label allowed) throws IOException {
    JsonToken token = parser.currentToken();
    Label found =
        token == null
            ? Label.of("tidak ada", "nothing")
            : switch (token) {
              case START_OBJECT -> OBJECT;
              case START_ARRAY -> ARRAY;
              case VALUE_STRING -> {
                String quoted = "\"" + shortened(parser.getText()) + "\"";
                yield Label.of("teks " + quoted, "the text " + quoted);
              }
              case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                String number = shortened(parser.getText());
                yield Label.of("bilangan " + number, "the number " + number);
              }
              case VALUE_EMBEDDED_OBJECT -> Label.of("sebuah objek Java", "a Java object");
              default -> Label.of(parser.getText(), parser.getText());
            };
    return Fault.of(FaultCode.WRONG_TYPE, here())
        .with("found", Argument.of(found))
        .with("allowed", Argument.of(allowed));
  }

  static String shortened(String text) {
    String piece = text.length() <= 60 ? text : cut(text, 0, 60) + "…";
    return isWellFormed(piece)
        ? piece
        : piece
            .codePoints()
            .map(c -> Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** Cuts a piece out of a text, and no character in two. */
  private static String cut(String text, int from, int to) {
    int begin = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    int end = to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    return begin >= end ? "" : text.substring(begin, end);
  }

  /** Returns an object as it is called by its members. */
  static Label objectWith(Collection<String> members) {
    if (members.isEmpty()) {
      return EMPTY_OBJECT;
    }
    String names = String.join(", ", members);
    return Label.of("objek dengan " + names, "an object with " + names);
  }

  /** Reports that what was found is not what is allowed. */
  void refuse(Place place, Label found, Label allowed) {
    report(
        Fault.of(FaultCode.WRONG_TYPE, place)
            .with("found", Argument.of(found))
            .with("allowed", Argument.of(allowed)));
  }

  void wrong(Label allowed) throws IOException {
    report(wrongType(allowed));
    parser.skipChildren();
  }

  // Values

  Optional<Written<String>> text() throws IOException {
    if (!isText()) {
      wrong(TEXT);
      return Optional.empty();
    }
    if (parser.getTextLength() > KlaJson.LONGEST_TEXT) {
      report(brokenBy(TEXT_TOO_LONG));
      return Optional.empty();
    }
    String text = parser.getText();
    if (!isWellFormed(text)) {
      report(
          brokenBy(
              Label.of(
                  "setengah dari sebuah karakter (\\ud800 sampai \\udfff)",
                  "half of a character (\\ud800 to \\udfff)")));
      return Optional.empty();
    }
    return Optional.of(new Written<>(text, here()));
  }

  private Fault brokenBy(Label reason) {
    return Fault.of(FaultCode.BROKEN_JSON, here()).with("reason", Argument.of(reason));
  }

  private static boolean isWellFormed(String text) {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  /** Returns the number; one whose exponent is beyond all bounds is reported as {@code beyond}. */
  Optional<BigDecimal> number(FaultCode beyond) throws IOException {
    if (isNumber() && parser.getTextLength() > KlaJson.LONGEST_NUMBER) {
      report(Fault.of(beyond, here()).with("found", shortened(parser.getText())));
      return Optional.empty();
    }
    if (isText() && DECIMAL.matcher(parser.getText()).matches()) {
      Fault fault = Fault.of(FaultCode.TEXT_AS_NUMBER, here()).with("found", parser.getText());
      return isTolerated(fault) ? Optional.of(new BigDecimal(parser.getText())) : Optional.empty();
    }
    if (!isNumber()) {
      wrong(NUMBER);
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BigDecimal(
              parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength()));
    } catch (NumberFormatException e) {
      report(Fault.of(beyond, here()).with("found", parser.getText()));
      return Optional.empty();
    }
  }

  Optional<Points> points() throws IOException {
    long units = isNumber() ? units() : -1;
    if (units >= 0) {
      return Optional.of(Points.ofUnits(units));
    }
    Optional<BigDecimal> number = number(FaultCode.BAD_POINTS);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Points.of(number.get()));
    } catch (ArithmeticException e) {
      report(unfit(number.get(), parser.getText(), here()));
      return Optional.empty();
    }
  }

  /**
   * Reads an amount as short as nearly all are, such as 0.75; returns -1 for one with a minus, an
   * exponent or more digits, which is left to {@link BigDecimal}.
   */
  private long units() throws IOException {
    int length = parser.getTextLength();
    if (length > 12) {
      return -1;
    }
    char[] text = parser.getTextCharacters();
    int from = parser.getTextOffset();
    long units = 0;
    int point = length;
    for (int i = 0; i < length; i++) {
      int digit = text[from + i] - '0';
      if (digit >= 0 && digit <= 9) {
        units = 10 * units + digit;
      } else if (text[from + i] == '.') {
        point = i + 1;
      } else {
        return -1;
      }
    }
    int decimals = length - point;
    return decimals <= Points.SCALE ? units * FACTORS[decimals] : -1;
  }

  /** The fault of a number that is no amount of points. */
  private static Fault unfit(BigDecimal number, String written, Place place) {
    boolean isInRange =
        Math.abs((long) number.scale()) < 100 && (long) number.precision() - number.scale() <= 14;
    if (!isInRange) {
      return Fault.of(FaultCode.BAD_POINTS, place).with("found", shortened(written));
    }
    BigDecimal likely = number.setScale(Points.SCALE, RoundingMode.HALF_UP);
    boolean isNoise = number.scale() >= 14 && number.subtract(likely).abs().compareTo(NOISE) <= 0;
    return isNoise
        ? Fault.of(FaultCode.BINARY_FRACTION, place)
            .with("found", shortened(written))
            .with("likely", Points.of(likely).toBigDecimal())
        : Fault.of(FaultCode.TOO_MANY_DECIMALS, place).with("found", shortened(written));
  }

  Optional<Long> wholeNumber() throws IOException {
    Optional<BigDecimal> number = number(FaultCode.BAD_COUNT);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal value = number.get();
    if (value.signum() < 0
        || Math.abs((long) value.scale()) > 100
        || value.stripTrailingZeros().scale() > 0
        || value.compareTo(BigDecimal.valueOf(999_999_999_999_999L)) > 0) {
      report(Fault.of(FaultCode.BAD_COUNT, here()).with("found", shortened(parser.getText())));
      return Optional.empty();
    }
    return Optional.of(value.longValueExact());
  }

  // Anything

  /**
   * A value, or the beginning of an object or array.
   *
   * @param kind what it is
   * @param text its text
   * @param place where it stands
   */
  record Leaf(Kind kind, String text, Place place) {

    /** What a leaf is. */
    enum Kind {
      TEXT(JsonCursor.TEXT),
      NUMBER(JsonCursor.NUMBER),
      OBJECT(JsonCursor.OBJECT),
      ARRAY(JsonCursor.ARRAY),
      OTHER(Label.of("true, false, atau null", "true, false or null"));

      // A label does not change.
      @SuppressWarnings("ImmutableEnumChecker")
      private final Label label;

      Kind(Label label) {
        this.label = label;
      }

      Label label() {
        return label;
      }
    }

    /** Says whether both are the same value, however it is written. */
    boolean isSame(Leaf other) {
      return kind == other.kind
          && (kind == Kind.NUMBER
              ? new BigDecimal(text).compareTo(new BigDecimal(other.text)) == 0
              : text.equals(other.text));
    }
  }

  /** Reads whatever stands here: every value in it by its pointer. */
  void leaves(BiConsumer<String, Leaf> target) throws IOException {
    // Somebody else's parser may go deeper than ours.
    if (depth == KlaJson.DEEPEST) {
      report(brokenBy(TOO_DEEP));
      parser.skipChildren();
      return;
    }
    depth++;
    leavesWithin(target);
    depth--;
  }

  private void leavesWithin(BiConsumer<String, Leaf> target) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      target.accept(pointer.toString(), new Leaf(Leaf.Kind.OBJECT, "{}", here()));
      Set<String> seen = new HashSet<>();
      entries(
          name -> {
            if (!seen.add(name)) {
              tolerate(Fault.of(FaultCode.DUPLICATE_MEMBER, here()).with("found", name));
            }
            leaves(target);
          });
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      target.accept(pointer.toString(), new Leaf(Leaf.Kind.ARRAY, "[]", here()));
      elements(index -> leaves(target));
    } else {
      Leaf.Kind kind = isNumber() ? Leaf.Kind.NUMBER : isText() ? Leaf.Kind.TEXT : Leaf.Kind.OTHER;
      if (kind != Leaf.Kind.NUMBER || number(FaultCode.BAD_NUMBER).isPresent()) {
        target.accept(pointer.toString(), new Leaf(kind, parser.getText(), here()));
      }
    }
  }
}
