package id.kla.jackson;

import id.kla.assessment.Calendar;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Response;
import id.kla.edition.Stage;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
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
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how claims survive. */
final class SurvivalReader {

  private static final List<String> NEEDED = List.of("format", "edition");
  private static final List<String> MEMBERS = List.of("format", "edition", "rows", "pairs");

  static final Map<String, SurvivalOutcome> WORDS =
      Map.of(
          "holds", new SurvivalOutcome.Holds(),
          "struck", new SurvivalOutcome.Struck(),
          "maximum", new SurvivalOutcome.Full());

  private final JsonCursor json;
  private final PartsReader parts;
  private final List<Written<Row>> rows = new ArrayList<>();
  private final List<Written<Pair>> pairs = new ArrayList<>();
  private Optional<Written<String>> edition = Optional.empty();

  private SurvivalReader(JsonCursor json) {
    this.json = json;
    this.parts = new PartsReader(json);
  }

  /** A row before the edition is known that says what its part is. */
  private record Row(
      String part, SurvivalOutcome outcome, Share chance, Optional<SurvivalRow.Tie> tie) {}

  /** A pair before the edition is known that says which stages there are. */
  private record Pair(
      RegionCode region,
      Round round,
      Written<String> stage,
      Points self,
      Points later,
      Optional<Points> maximum,
      String source) {}

  static Checked<Survival> read(JsonCursor json, List<Edition> editions) throws IOException {
    SurvivalReader reader = new SurvivalReader(json);
    json.object(MEMBERS, NEEDED, reader::member, new HashSet<>());
    return reader.checked(editions);
  }

  private void member(String member) throws IOException {
    switch (member) {
      case "format" -> json.format(KlaFormat.SURVIVAL.toString());
      case "edition" -> edition = json.text();
      case "rows" -> json.elements(index -> row().ifPresent(rows::add));
      default -> json.elements(index -> pair().ifPresent(pairs::add));
    }
  }

  private Checked<Survival> checked(List<Edition> editions) {
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
    Optional<Survival> survival =
        found.filter(known -> !isFaulty(faults)).flatMap(known -> survival(known, faults));
    List<Fault> ordered = AssessmentReader.inOrder(faults);
    return isFaulty(ordered)
        ? Checked.failed(ordered)
        : Checked.of(survival.orElseThrow(), ordered);
  }

  private Fault placed(Fault fault) {
    return fault.place().equals(Place.unknown()) ? fault.at(json.whole()) : fault;
  }

  private static boolean isFaulty(List<Fault> faults) {
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
  }

  private Optional<Survival> survival(Edition known, List<Fault> faults) {
    List<JudgedPair> judged = new ArrayList<>();
    for (Written<Pair> pair : pairs) {
      judged(known, pair, faults).ifPresent(judged::add);
    }
    List<Written<SurvivalRow>> written =
        rows.stream()
            .map(
                row ->
                    new Written<>(
                        new SurvivalRow(
                            SurvivalPart.of(known, row.value().part),
                            row.value().outcome,
                            row.value().chance,
                            row.value().tie.orElse(SurvivalRow.Tie.NONE)),
                        row.place()))
            .toList();
    Optional<SurvivalModel> model =
        judged.isEmpty() ? Optional.empty() : Optional.of(SurvivalModel.from(judged));
    if (isFaulty(faults)) {
      return Optional.empty();
    }
    Checked<Survival> survival = Survival.check(known, model, written);
    survival.faults().forEach(fault -> faults.add(placed(fault)));
    return survival.value();
  }

  private static Optional<JudgedPair> judged(
      Edition known, Written<Pair> written, List<Fault> faults) {
    Pair pair = written.value();
    Optional<String> stage = known.findStage(pair.stage.value()).map(Stage::code);
    if (stage.isEmpty()) {
      faults.add(
          Fault.of(FaultCode.UNKNOWN_STAGE, pair.stage.place())
              .with("found", pair.stage.value())
              .with("allowed", known.stages().stream().map(Stage::code).toList()));
    }
    Optional<Points> maximum = pair.maximum.or(known::maximum);
    if (stage.isEmpty() || maximum.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new JudgedPair(
              pair.region,
              pair.round,
              pair.self,
              stage.get(),
              pair.later,
              maximum.get(),
              pair.source));
    } catch (IllegalArgumentException e) {
      faults.add(
          Fault.of(FaultCode.BAD_PAIR, written.place())
              .with("self", pair.self.toBigDecimal())
              .with("later", pair.later.toBigDecimal())
              .with("allowed", maximum.get().toBigDecimal()));
      return Optional.empty();
    }
  }

  private Optional<Written<Row>> row() throws IOException {
    Place place = json.here();
    List<String> part = new ArrayList<>();
    List<SurvivalOutcome> outcome = new ArrayList<>();
    List<Share> chance = new ArrayList<>();
    List<SurvivalRow.Tie> tie = new ArrayList<>();
    boolean isComplete =
        parts.object(
            List.of("part", "outcome", "chance", "tied"),
            List.of("part", "outcome", "chance"),
            member -> {
              switch (member) {
                case "part" -> json.text().map(Written::value).ifPresent(part::add);
                case "outcome" -> outcome().ifPresent(outcome::add);
                case "chance" -> new AnswerReader(json).share().ifPresent(chance::add);
                default -> parts.word(SurvivalRow.Tie.class).ifPresent(tie::add);
              }
            });
    return isComplete && !part.isEmpty() && !outcome.isEmpty() && !chance.isEmpty()
        ? Optional.of(
            new Written<>(
                new Row(part.get(0), outcome.get(0), chance.get(0), tie.stream().findFirst()),
                place))
        : Optional.empty();
  }

  private Optional<SurvivalOutcome> outcome() throws IOException {
    Place place = json.here();
    if (json.isText()) {
      Optional<Written<String>> word = json.text();
      Optional<SurvivalOutcome> outcome = word.map(text -> WORDS.get(text.value()));
      if (word.isPresent() && outcome.isEmpty()) {
        json.report(
            Fault.of(FaultCode.BAD_WORD, place)
                .with("found", JsonCursor.shortened(word.get().value()))
                .with("allowed", WORDS.keySet().stream().sorted().toList()));
      }
      return outcome;
    }
    List<SurvivalOutcome> outcomes = new ArrayList<>();
    boolean isComplete =
        parts.object(
            List.of("ofClaim", "answer"),
            List.of(),
            member -> {
              if (member.equals("ofClaim")) {
                new AnswerReader(json)
                    .share()
                    .map(SurvivalOutcome.PartOfClaim::new)
                    .ifPresent(outcomes::add);
              } else {
                Optional<Response> response = new AnswerReader(json).response();
                response.map(SurvivalOutcome.Answered::new).ifPresent(outcomes::add);
              }
            });
    if (isComplete && outcomes.size() != 1) {
      json.refuse(
          place,
          Label.of("keadaan akhir yang lain", "another outcome"),
          Label.of("tepat satu dari ofClaim dan answer", "exactly one of ofClaim and answer"));
      return Optional.empty();
    }
    return isComplete ? Optional.of(outcomes.get(0)) : Optional.empty();
  }

  private Optional<Written<Pair>> pair() throws IOException {
    Place place = json.here();
    List<RegionCode> region = new ArrayList<>();
    List<Round> round = new ArrayList<>();
    List<Written<String>> stage = new ArrayList<>();
    List<Points> self = new ArrayList<>();
    List<Points> later = new ArrayList<>();
    List<Points> maximum = new ArrayList<>();
    List<String> source = new ArrayList<>();
    boolean isComplete =
        parts.object(
            List.of("region", "round", "stage", "self", "later", "maximum", "source"),
            List.of("region", "round", "stage", "self", "later", "source"),
            member -> {
              switch (member) {
                case "region" ->
                    json.text()
                        .flatMap(
                            text -> told(Regions.builtIn().findArea(text.value(), text.place())))
                        .ifPresent(region::add);
                case "round" ->
                    json.text()
                        .flatMap(text -> told(Calendar.builtIn().find(text.value(), text.place())))
                        .ifPresent(round::add);
                case "stage" -> json.text().ifPresent(stage::add);
                case "self" -> json.points().ifPresent(self::add);
                case "later" -> json.points().ifPresent(later::add);
                case "maximum" -> json.points().ifPresent(maximum::add);
                default -> json.text().map(Written::value).ifPresent(source::add);
              }
            });
    boolean isRead =
        isComplete
            && List.of(region, round, stage, self, later, source).stream().noneMatch(List::isEmpty);
    return isRead
        ? Optional.of(
            new Written<>(
                new Pair(
                    region.get(0),
                    round.get(0),
                    stage.get(0),
                    self.get(0),
                    later.get(0),
                    maximum.stream().findFirst(),
                    source.get(0)),
                place))
        : Optional.empty();
  }

  private <T> Optional<T> told(Checked<T> checked) {
    checked.faults().forEach(json::report);
    return checked.value();
  }
}
