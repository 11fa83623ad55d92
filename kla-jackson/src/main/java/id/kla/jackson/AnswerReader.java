package id.kla.jackson;

import id.kla.assessment.Answer;
import id.kla.assessment.AssessmentDraft.DraftAnswer;
import id.kla.edition.Response;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.points.Share;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads answers in all the forms that a person writes them in. */
final class AnswerReader {

  private static final Label ANSWER =
      Label.of("bilangan, teks, atau objek", "a number, a text or an object");
  private static final Label FACT =
      Label.of(
          "objek dengan percent, part dan of, count, atau before dan now",
          "an object with percent, part and of, count, or before and now");

  private final JsonCursor json;

  AnswerReader(JsonCursor json) {
    this.json = json;
  }

  void answers(Consumer<DraftAnswer> target) throws IOException {
    json.entries(
        code -> {
          Place place = json.here();
          if (json.isNull()) {
            if (!json.isTolerated(Fault.of(FaultCode.NULL_ANSWER, place).with("question", code))) {
              target.accept(new DraftAnswer(code, Optional.empty(), place));
            }
          } else {
            target.accept(new DraftAnswer(code, answer(), place));
          }
        });
  }

  /** Reads one answer. */
  Optional<Answer> answer() throws IOException {
    if (json.isNumber()) {
      return json.points().map(Answer::of);
    }
    if (json.isText()) {
      return json.text().map(level -> Answer.of(Response.level(level.value())));
    }
    return json.isObject(ANSWER) ? fullAnswer() : Optional.empty();
  }

  /** Reads one response, without anything beside it. */
  Optional<Response> response() throws IOException {
    Place place = json.here();
    Optional<Answer> answer = answer();
    if (answer.isEmpty()
        || (answer.get() instanceof Answer.Given given && given.measured().isEmpty())) {
      return answer.map(only -> ((Answer.Given) only).response());
    }
    json.refuse(
        place,
        Label.of("jawaban yang lain", "another answer"),
        Label.of("nilai, jenjang, atau fakta", "points, a level or a fact"));
    return Optional.empty();
  }

  /** Reads a share. */
  Optional<Share> share() throws IOException {
    Place place = json.here();
    Optional<Response> response = response();
    if (response.isPresent() && !(response.get() instanceof Response.Coverage)) {
      json.refuse(
          place,
          Label.of("jawaban yang lain", "another answer"),
          Label.of("percent, atau part dan of", "percent, or part and of"));
    }
    return response
        .filter(Response.Coverage.class::isInstance)
        .map(coverage -> ((Response.Coverage) coverage).share());
  }

  private Optional<Answer> fullAnswer() throws IOException {
    Place place = json.here();
    int before = json.errors();
    Facts own = new Facts(place);
    List<Facts> measured = new ArrayList<>();
    List<Response> responses = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    Set<String> given = new LinkedHashSet<>();
    json.members(
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
            case "points" ->
                json.points().ifPresent(points -> responses.add(Response.graded(points)));
            case "level" ->
                json.text().ifPresent(level -> responses.add(Response.level(level.value())));
            case "measured" -> {
              if (json.isObject()) {
                Facts facts = new Facts(json.here());
                measured.add(facts);
                json.members(Facts.MEMBERS, facts::read, new HashSet<>());
              }
            }
            case "notApplicable" -> json.text().ifPresent(reason -> reasons.add(reason.value()));
            default -> own.read(member);
          }
        },
        given);
    if (json.errors() > before) {
      return Optional.empty();
    }
    own.fact().ifPresent(responses::add);
    Optional<Response.Fact> beside = Optional.empty();
    if (!measured.isEmpty()) {
      beside = measured.get(0).fact();
      if (measured.get(0).present.isEmpty()) {
        json.refuse(measured.get(0).place, JsonCursor.EMPTY_OBJECT, FACT);
        return Optional.empty();
      }
    }
    if (json.errors() > before) {
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
    json.refuse(
        place,
        JsonCursor.objectWith(given),
        Label.of(
            "tepat satu jawaban: points, level, percent, part dan of, count, before dan now,"
                + " measured, atau notApplicable",
            "exactly one answer: points, level, percent, part and of, count, before and now,"
                + " measured, or notApplicable"));
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
        case "percent" -> percent = json.number(FaultCode.BAD_SHARE).orElse(null);
        case "part" -> part = json.wholeNumber().orElse(null);
        case "of" -> of = json.wholeNumber().orElse(null);
        case "count" -> count = json.wholeNumber().orElse(null);
        case "before" -> earlier = json.number(FaultCode.BAD_CHANGE).orElse(null);
        default -> later = json.number(FaultCode.BAD_CHANGE).orElse(null);
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
        json.report(
            members.contains("before")
                ? Fault.of(FaultCode.BAD_CHANGE, place)
                    .with("found", JsonCursor.shortened(earlier + " / " + later))
                : Fault.of(FaultCode.BAD_SHARE, place)
                    .with("found", JsonCursor.shortened(given())));
        return Optional.empty();
      }
      json.report(
          Fault.of(FaultCode.WRONG_TYPE, place)
              .with("found", Argument.of(JsonCursor.objectWith(present)))
              .with("allowed", Argument.of(FACT)));
      return Optional.empty();
    }

    private String given() {
      return percent == null ? part + " of " + of : percent + " percent";
    }
  }
}
