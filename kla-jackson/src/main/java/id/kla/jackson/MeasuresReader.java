package id.kla.jackson;

import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.planning.Measure;
import id.kla.planning.MeasureList;
import id.kla.points.Points;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads measures. */
final class MeasuresReader {

  private static final List<String> MEMBERS = List.of("format", "edition", "measures");

  private final JsonCursor json;
  private final PartsReader parts;
  private final List<Written<Measure>> measures = new ArrayList<>();
  private Optional<Written<String>> edition = Optional.empty();

  private MeasuresReader(JsonCursor json) {
    this.json = json;
    this.parts = new PartsReader(json);
  }

  static Checked<MeasureList> read(JsonCursor json, List<Edition> editions) throws IOException {
    MeasuresReader reader = new MeasuresReader(json);
    json.object(MEMBERS, MEMBERS, reader::member, new HashSet<>());
    return reader.checked(editions);
  }

  private void member(String member) throws IOException {
    switch (member) {
      case "format" -> json.format(KlaFormat.MEASURES.toString());
      case "edition" -> edition = json.text();
      default -> json.elements(index -> measure().ifPresent(measures::add));
    }
  }

  private Checked<MeasureList> checked(List<Edition> editions) {
    List<Fault> faults = new ArrayList<>(json.faults());
    Optional<Edition> found =
        edition.flatMap(
            id -> editions.stream().filter(known -> known.id().equals(id.value())).findFirst());
    if (edition.isPresent() && found.isEmpty()) {
      faults.add(
          Fault.of(FaultCode.UNKNOWN_EDITION, edition.get().place())
              .with("found", edition.get().value())
              .with("allowed", editions.stream().map(Edition::id).distinct().toList()));
    }
    Optional<Checked<MeasureList>> list = found.map(known -> MeasureList.check(known, measures));
    list.ifPresent(checked -> faults.addAll(checked.faults()));
    List<Fault> ordered = AssessmentReader.inOrder(faults);
    return ordered.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(ordered)
        : Checked.of(list.orElseThrow().orThrow(), ordered);
  }

  private Optional<Written<Measure>> measure() throws IOException {
    Place place = json.here();
    Measure.Builder measure = Measure.builder();
    boolean isComplete =
        parts.object(
            List.of(
                "code",
                "name",
                "awards",
                "cost",
                "years",
                "needs",
                "excludes",
                "agency",
                "references",
                "state",
                "realisedCost",
                "chance"),
            List.of("code", "cost"),
            member -> {
              switch (member) {
                case "code" -> json.text().map(Written::value).ifPresent(measure::code);
                case "name" -> name().ifPresent(measure::label);
                case "awards" -> measure.awards(awards());
                case "cost" -> json.number(FaultCode.BAD_COST).ifPresent(measure::cost);
                case "years" -> json.elements(index -> year().ifPresent(measure::addYears));
                case "needs" -> texts(measure::addPrerequisites);
                case "excludes" -> texts(measure::addExclusions);
                case "agency" -> json.text().map(Written::value).ifPresent(measure::agency);
                case "references" ->
                    json.elements(index -> reference().ifPresent(measure::addReferences));
                case "state" -> parts.word(Measure.State.class).ifPresent(measure::state);
                case "realisedCost" ->
                    json.number(FaultCode.BAD_COST).ifPresent(measure::realisedCost);
                default -> new AnswerReader(json).share().ifPresent(measure::chance);
              }
            });
    return isComplete ? Optional.of(new Written<>(measure.build(), place)) : Optional.empty();
  }

  /** A name is a text, which stands for both languages, or an object with one for each. */
  private Optional<Label> name() throws IOException {
    return json.isText()
        ? json.text().map(text -> Label.of(text.value(), ""))
        : FaultReader.label(json);
  }

  private Map<QuestionCode, Points> awards() throws IOException {
    Map<QuestionCode, Points> awards = new LinkedHashMap<>();
    json.entries(
        text -> {
          Place place = json.here();
          Optional<Points> points = json.points();
          Optional<QuestionCode> code = QuestionCode.find(text);
          if (code.isEmpty()) {
            json.report(Fault.of(FaultCode.BAD_QUESTION_CODE, place).with("found", text));
          } else if (points.isPresent() && awards.putIfAbsent(code.get(), points.get()) != null) {
            json.report(Fault.of(FaultCode.DUPLICATE_MEMBER, place).with("found", text));
          }
        });
    return awards;
  }

  private Optional<Integer> year() throws IOException {
    Place place = json.here();
    Optional<BigDecimal> number = json.number(FaultCode.BAD_YEAR);
    Optional<Integer> year = number.flatMap(MeasuresReader::year);
    if (number.isPresent() && year.isEmpty()) {
      json.report(
          Fault.of(FaultCode.BAD_YEAR, place)
              .with("found", JsonCursor.shortened(number.get().toString())));
    }
    return year;
  }

  /** Which years there can be, the list says; here they need only be whole numbers. */
  private static Optional<Integer> year(BigDecimal number) {
    boolean isShort = Math.abs((long) number.scale()) < 100 && number.precision() < 100;
    try {
      return isShort ? Optional.of(number.intValueExact()) : Optional.empty();
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private Optional<Measure.Reference> reference() throws IOException {
    List<String> kinds = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    List<Integer> years = new ArrayList<>();
    boolean isComplete =
        parts.object(
            List.of("kind", "code", "year"),
            List.of("kind"),
            member -> {
              switch (member) {
                case "kind" -> json.text().map(Written::value).ifPresent(kinds::add);
                case "code" -> json.text().map(Written::value).ifPresent(codes::add);
                default -> year().ifPresent(years::add);
              }
            });
    return isComplete
        ? Optional.of(
            new Measure.Reference(
                kinds.get(0), codes.stream().findFirst().orElse(""), years.stream().findFirst()))
        : Optional.empty();
  }

  private void texts(Consumer<String> target) throws IOException {
    json.elements(index -> json.text().map(Written::value).ifPresent(target));
  }
}
