package id.kla.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.planning.MeasureList;
import id.kla.points.Points;
import id.kla.simulation.Survival;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the document of a result back: what it was computed from is computed again, and everything
 * that the document says is compared with that. So a result can't be read that no edition gives.
 *
 * @param <T> the result
 */
final class ResultReader<T> {

  private static final int COST_DECIMALS = 4;
  private static final int COST_DIGITS = 20;

  /** A number with a larger exponent is near to none of ours, and long to subtract. */
  private static final long LONGEST_SCALE = 100;

  private final JsonCursor json;
  private final List<Edition> editions;
  private final KlaFormat<T> format;
  private final List<String> needed;
  private final List<String> known;
  private final Computation<T> computation;
  private final Map<String, JsonCursor.Leaf> said = new LinkedHashMap<>();
  private final Map<String, List<String>> below = new HashMap<>();
  private Optional<Assessment> assessment = Optional.empty();
  private Optional<MeasureList> measures = Optional.empty();
  private Optional<Survival> survival = Optional.empty();
  private Optional<BigDecimal> tolerance = Optional.empty();
  private Optional<Assessment> reached = Optional.empty();
  private Optional<Assessment> given = Optional.empty();
  private Optional<String> advice = Optional.empty();
  private final Map<String, JsonCursor.Member> inputs = new HashMap<>();
  private boolean isBroken;

  /**
   * Makes a reader.
   *
   * @param format the format of the document
   * @param needed the members that it must have
   * @param others the members that it may have
   * @param computation what makes the result
   */
  ResultReader(
      JsonCursor json,
      List<Edition> editions,
      KlaFormat<T> format,
      List<String> needed,
      List<String> others,
      Computation<T> computation) {
    this.json = json;
    this.editions = editions;
    this.format = format;
    this.needed = needed;
    this.known = Stream.concat(needed.stream(), others.stream()).toList();
    this.computation = computation;
  }

  /** Computes a result of what a document says, or reports what stands in the way. */
  interface Computation<T> {
    Optional<T> of(ResultReader<T> document);
  }

  /** Returns the same reader for the result of that sheet, whatever sheet the document holds. */
  ResultReader<T> of(Assessment sheet) {
    given = Optional.of(sheet);
    return this;
  }

  /**
   * Returns the same reader, which compares nothing of a member that a later build may put anew.
   */
  ResultReader<T> withAdvice(String member) {
    advice = Optional.of("/" + member);
    return this;
  }

  /** Returns the same reader, which takes a member for what the result is computed from. */
  ResultReader<T> withInput(String member, JsonCursor.Member reader) {
    inputs.put(member, reader);
    return this;
  }

  /** Returns the same reader, to which numbers are the same that are no further apart than this. */
  ResultReader<T> withTolerance(BigDecimal distance) {
    tolerance = Optional.of(distance);
    return this;
  }

  /** Returns the editions that are known. */
  List<Edition> editions() {
    return editions;
  }

  /** Returns the sheet that the result is of. */
  Optional<Assessment> assessment() {
    return given.or(() -> assessment);
  }

  /** Returns the measures that the result was planned with. */
  Optional<MeasureList> measures() {
    return measures;
  }

  /** Returns how the claims survive that were simulated. */
  Optional<Survival> survival() {
    return survival;
  }

  /** Returns the later sheet that a plan is set beside. */
  Optional<Assessment> reached() {
    return reached;
  }

  /** Returns what the document says at a pointer within it. */
  Optional<JsonCursor.Leaf> said(String pointer) {
    return Optional.ofNullable(said.get(json.base() + pointer));
  }

  /** Returns the names of what stands directly below a pointer, once the document was read. */
  List<String> below(String pointer) {
    if (below.isEmpty()) {
      for (String each : said.keySet()) {
        int slash = each.lastIndexOf('/');
        if (slash >= 0) {
          below
              .computeIfAbsent(each.substring(0, slash), parent -> new ArrayList<>())
              .add(each.substring(slash + 1).replace("~1", "/").replace("~0", "~"));
        }
      }
    }
    return below.getOrDefault(json.base() + pointer, List.of());
  }

  /** Reports a fault. */
  void report(Fault fault) {
    json.report(fault);
  }

  /** Says that nothing can be computed, for a reason that is told already. */
  void broken() {
    isBroken = true;
  }

  /** Reports a fault that leaves nothing to compute. */
  void broken(Fault fault) {
    broken();
    report(fault);
  }

  /** Says whether a fault leaves nothing to compute. */
  boolean isBroken() {
    return isBroken;
  }

  /** Reports every fault and returns what was read, if it was. */
  <V> Optional<V> told(Checked<V> checked) {
    checked.faults().forEach(this::report);
    return checked.value();
  }

  /** Returns the edition of the sheet, or else the known one that the document names. */
  Optional<Edition> edition() {
    Optional<JsonCursor.Leaf> id = said("/edition");
    Optional<Edition> edition =
        assessment()
            .map(Assessment::edition)
            .or(
                () ->
                    id.flatMap(
                        leaf ->
                            editions.stream()
                                .filter(each -> each.id().equals(leaf.text()))
                                .findFirst()));
    if (edition.isEmpty() && id.isPresent()) {
      report(
          Fault.of(FaultCode.UNKNOWN_EDITION, id.get().place())
              .with("found", JsonCursor.shortened(id.get().text()))
              .with("allowed", editions.stream().map(Edition::id).toList()));
    }
    return edition;
  }

  /** Returns what stands at a pointer, without which nothing can be computed. */
  Optional<JsonCursor.Leaf> needed(String pointer) {
    Optional<JsonCursor.Leaf> leaf = said(pointer);
    if (leaf.isEmpty()) {
      broken(Fault.of(FaultCode.MISSING_MEMBER, json.whole()).with("member", pointer));
    }
    return leaf;
  }

  /** Returns the word of ours that a leaf is; anything else is broken. */
  <E extends Enum<E>> Optional<E> word(JsonCursor.Leaf leaf, List<E> allowed) {
    Optional<E> word =
        allowed.stream().filter(each -> PartsReader.code(each).equals(leaf.text())).findFirst();
    if (word.isEmpty()) {
      broken(unknownWord(leaf, allowed.stream().map(PartsReader::code).toList()));
    }
    return word;
  }

  /** Returns the fault that a leaf is none of the words that may stand there. */
  static Fault unknownWord(JsonCursor.Leaf leaf, List<String> allowed) {
    return Fault.of(FaultCode.BAD_WORD, leaf.place())
        .with("found", JsonCursor.shortened(leaf.text()))
        .with("allowed", allowed);
  }

  /** Returns the points that a leaf is; anything else is broken. */
  Optional<Points> points(JsonCursor.Leaf leaf) {
    Optional<Points> points =
        leaf.kind() == JsonCursor.Leaf.Kind.NUMBER ? Points.find(leaf.text()) : Optional.empty();
    if (points.isEmpty()) {
      broken(
          Fault.of(FaultCode.BAD_POINTS, leaf.place())
              .with("found", JsonCursor.shortened(leaf.text())));
    }
    return points;
  }

  /** Returns the cost, or sum of costs, that a leaf is; anything else is broken. */
  Optional<BigDecimal> cost(JsonCursor.Leaf leaf) {
    Optional<BigDecimal> cost =
        Optional.of(leaf)
            .filter(each -> each.kind() == JsonCursor.Leaf.Kind.NUMBER)
            .map(each -> new BigDecimal(each.text()))
            .filter(ResultReader::isCost);
    if (cost.isEmpty()) {
      broken(
          Fault.of(FaultCode.BAD_COST, leaf.place())
              .with("found", JsonCursor.shortened(leaf.text())));
    }
    return cost;
  }

  /** Exact to four decimals, and no more digits than all measures together can cost. */
  private static boolean isCost(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return number.signum() >= 0
        && shortest.scale() <= COST_DECIMALS
        && (long) shortest.precision() - shortest.scale() <= COST_DIGITS;
  }

  /** Returns the cursor, for what it says of places and faults. */
  JsonCursor json() {
    return json;
  }

  Checked<T> document() throws IOException {
    boolean isWhole = json.object(known, needed, this::member, new HashSet<>());
    Optional<T> result = computation.of(this);
    if (isWhole && result.isPresent()) {
      compare(result.get());
    }
    List<Fault> faults = AssessmentReader.inOrder(json.faults());
    return result.isEmpty() || faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(result.get(), faults);
  }

  private void member(String member) throws IOException {
    switch (member) {
      case "format" -> json.format(format.toString());
      case "assessment" -> {
        assessment = sheet();
        assessment.ifPresent(own -> given.ifPresent(other -> same(own, other, json.whole())));
      }
      case "measures" -> measures = inner(MeasuresReader::read);
      case "survival" -> survival = inner(SurvivalReader::read);
      case "reached" -> reached = sheet();
      default -> {
        JsonCursor.Member input = inputs.get(member);
        if (input == null) {
          json.leaves(said::put);
        } else {
          input.read(member);
        }
      }
    }
  }

  /** Reads the sheet that stands here. */
  Optional<Assessment> sheet() throws IOException {
    return inner(AssessmentReader::read);
  }

  /** Reads a document in the document. */
  private <V> Optional<V> inner(KlaFormat.Reader<V> reader) throws IOException {
    JsonCursor inner = json.inner();
    try {
      Checked<V> read = reader.read(inner, editions);
      read.faults().forEach(json::report);
      return read.value();
    } catch (JsonProcessingException e) {
      inner.faults().forEach(json::report);
      throw e;
    }
  }

  private void same(Assessment own, Assessment other, Place place) {
    if (!own.digest().equals(other.digest())) {
      json.report(otherDigest(place, own.digest().toString(), other.digest().toString()));
    }
  }

  private static Fault otherDigest(Place place, String found, String computed) {
    return Fault.of(FaultCode.OTHER_DIGEST, place).with("found", found).with("computed", computed);
  }

  private void compare(T result) throws IOException {
    Map<String, JsonCursor.Leaf> computed = leaves(result);
    String base = json.base();
    Set<String> known = new HashSet<>();
    Set<String> broken = new HashSet<>();
    computed.forEach(
        (pointer, leaf) -> {
          known.add(base + pointer);
          JsonCursor.Leaf found = said.get(base + pointer);
          if (isBelow(pointer, broken) || isAdvice(pointer)) {
            return;
          }
          if (found == null) {
            // What stands in a part that is missing itself is not told again.
            String above = pointer.substring(0, pointer.lastIndexOf('/'));
            if (above.isEmpty() || !said.containsKey(base + above)) {
              return;
            }
            json.report(Fault.of(FaultCode.MISSING_MEMBER, json.whole()).with("member", pointer));
          } else if (isOtherType(found, leaf)) {
            broken.add(pointer + "/");
            json.report(
                Fault.of(FaultCode.WRONG_TYPE, found.place())
                    .with("found", Argument.of(found.kind().label()))
                    .with("allowed", Argument.of(leaf.kind().label())));
          } else if (pointer.startsWith("/digests/") && !found.isSame(leaf)) {
            json.report(otherDigest(found.place(), found.text(), leaf.text()));
          } else if (!isProse(pointer) && !isSame(found, leaf)) {
            json.report(
                Fault.of(FaultCode.OTHER_RESULT, found.place())
                    .with("node", node(pointer, computed))
                    .with("found", JsonCursor.shortened(found.text()))
                    .with("computed", leaf.text()));
          }
        });
    said.forEach(
        (pointer, leaf) -> {
          if (!known.contains(pointer) && !isAdvice(pointer.substring(base.length()))) {
            json.tolerate(
                Fault.of(FaultCode.UNKNOWN_MEMBER, leaf.place())
                    .with("found", pointer)
                    .with("allowed", List.of())
                    .with("nearest", List.of()));
          }
        });
  }

  /** Returns the code of the node that a pointer leads into; nothing for the whole. */
  private static String node(String pointer, Map<String, JsonCursor.Leaf> computed) {
    JsonCursor.Leaf code = computed.get(pointer.substring(0, pointer.lastIndexOf('/')) + "/code");
    return code == null ? "" : code.text();
  }

  /** A tier is a text or null, each of which may stand where the other should. */
  private static boolean isOtherType(JsonCursor.Leaf found, JsonCursor.Leaf computed) {
    Set<JsonCursor.Leaf.Kind> kinds = Set.of(JsonCursor.Leaf.Kind.TEXT, JsonCursor.Leaf.Kind.OTHER);
    return found.kind() != computed.kind()
        && !(kinds.contains(found.kind()) && kinds.contains(computed.kind()));
  }

  private boolean isSame(JsonCursor.Leaf found, JsonCursor.Leaf computed) {
    return found.isSame(computed)
        || (found.kind() == JsonCursor.Leaf.Kind.NUMBER
            && tolerance.isPresent()
            && Math.abs((long) new BigDecimal(found.text()).scale()) < LONGEST_SCALE
            && new BigDecimal(found.text())
                    .subtract(new BigDecimal(computed.text()))
                    .abs()
                    .compareTo(tolerance.get())
                <= 0);
  }

  private static boolean isBelow(String pointer, Set<String> broken) {
    return broken.stream().anyMatch(pointer::startsWith);
  }

  private boolean isAdvice(String pointer) {
    return advice.filter(member -> pointer.startsWith(member + "/")).isPresent();
  }

  /** Words may be put better in a later build; what they say is in the numbers. */
  private static boolean isProse(String pointer) {
    return pointer.equals("/computed") || pointer.endsWith("/id") || pointer.endsWith("/en");
  }

  private Map<String, JsonCursor.Leaf> leaves(T result) throws IOException {
    String text = KlaJson.strict().write(format, result);
    Map<String, JsonCursor.Leaf> leaves = new LinkedHashMap<>();
    try (JsonParser parser = KlaJson.parser(text)) {
      JsonCursor cursor =
          JsonCursor.before(parser, JsonCursor.Places.KNOWN, KlaJson.Door.STRICT, "", text);
      cursor.object(
          known,
          needed,
          member -> {
            if (List.of("format", "assessment", "measures", "survival", "reached").contains(member)
                || inputs.containsKey(member)) {
              cursor.skip();
            } else {
              cursor.leaves(leaves::put);
            }
          },
          new HashSet<>());
    }
    return leaves;
  }
}
