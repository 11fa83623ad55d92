package id.kla.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Stage;
import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.scoring.Basis;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a scored assessment back: its assessment is scored again, and everything that the document
 * says is compared with that. So a result can't be read that no edition gives.
 */
final class ScoredReader {

  private static final List<String> MEMBERS =
      List.of(
          "format",
          "computed",
          "edition",
          "region",
          "round",
          "stage",
          "atLeast",
          "now",
          "atMost",
          "maximum",
          "headroom",
          "clusters",
          "assessment");

  private static final List<String> KNOWN =
      Stream.concat(MEMBERS.stream(), Stream.of("view", "changedFrom", "digests")).toList();

  private final JsonCursor json;
  private final List<Edition> editions;
  private final Optional<Assessment> given;
  private final Map<String, JsonCursor.Leaf> said = new LinkedHashMap<>();
  private Optional<Assessment> assessment = Optional.empty();

  private ScoredReader(JsonCursor json, List<Edition> editions, Optional<Assessment> given) {
    this.json = json;
    this.editions = editions;
    this.given = given;
  }

  static Checked<ScoredAssessment> read(JsonCursor json, List<Edition> editions)
      throws IOException {
    return new ScoredReader(json, editions, Optional.empty()).document();
  }

  /** Reads the result that {@code given} must score, whatever sheet the document holds. */
  static Checked<ScoredAssessment> recheck(JsonCursor json, Assessment given) throws IOException {
    return new ScoredReader(json, List.of(given.edition()), Optional.of(given)).document();
  }

  private Checked<ScoredAssessment> document() throws IOException {
    boolean isWhole = json.object(KNOWN, MEMBERS, this::member, new HashSet<>());
    Optional<ScoredAssessment> scored = given.or(() -> assessment).flatMap(this::score);
    if (isWhole && scored.isPresent()) {
      compare(scored.get());
    }
    List<Fault> faults = AssessmentReader.inOrder(json.faults());
    return scored.isEmpty() || faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(scored.get(), faults);
  }

  private Optional<ScoredAssessment> score(Assessment read) {
    Edition edition = read.edition();
    Optional<Fault> refusal = ScoringEngine.refusal(edition, json.whole());
    if (refusal.isPresent()) {
      json.report(refusal.get());
      return Optional.empty();
    }
    return view(edition).map(view -> ScoringEngine.of(edition).score(read, view));
  }

  /** Returns the view by which the document says that it was scored; every claim by default. */
  private Optional<View> view(Edition edition) {
    String at = json.base() + "/view";
    if (!said.containsKey(at)) {
      return Optional.of(View.claimed());
    }
    JsonCursor.Leaf basis = said.get(at + "/basis");
    if (basis == null) {
      json.report(Fault.of(FaultCode.MISSING_MEMBER, json.whole()).with("member", "/view/basis"));
      return Optional.empty();
    }
    List<String> words = Stream.of(Basis.values()).map(PartsReader::code).toList();
    Optional<Basis> named =
        Stream.of(Basis.values())
            .filter(each -> PartsReader.code(each).equals(basis.text()))
            .findFirst();
    if (named.isEmpty()) {
      json.report(
          Fault.of(FaultCode.BAD_WORD, basis.place())
              .with("found", JsonCursor.shortened(basis.text()))
              .with("allowed", words));
      return Optional.empty();
    }
    Optional<JsonCursor.Leaf> day = Optional.ofNullable(said.get(at + "/asOf"));
    Optional<LocalDate> asOf = day.flatMap(leaf -> PartsReader.day(leaf.text()));
    if (day.isPresent() && asOf.isEmpty()) {
      json.report(
          Fault.of(FaultCode.BAD_DATE, day.get().place())
              .with("found", JsonCursor.shortened(day.get().text())));
      return Optional.empty();
    }
    Optional<JsonCursor.Leaf> stage = Optional.ofNullable(said.get(at + "/stage"));
    if (stage.isPresent() && edition.findStage(stage.get().text()).isEmpty()) {
      json.report(
          Fault.of(FaultCode.UNKNOWN_STAGE, stage.get().place())
              .with("found", JsonCursor.shortened(stage.get().text()))
              .with("allowed", edition.stages().stream().map(Stage::code).toList()));
      return Optional.empty();
    }
    return view(edition, named.get(), asOf, stage, basis.place());
  }

  private Optional<View> view(
      Edition edition,
      Basis basis,
      Optional<LocalDate> asOf,
      Optional<JsonCursor.Leaf> stage,
      Place place) {
    boolean isJudging =
        stage
            .flatMap(leaf -> edition.findStage(leaf.text()))
            .filter(each -> each.judging() == Stage.Judging.OTHERS)
            .isPresent();
    boolean isWhole =
        switch (basis) {
          case CLAIMED -> asOf.isEmpty() && stage.isEmpty();
          case EVIDENCED -> asOf.isPresent();
          case VERIFIED -> asOf.isEmpty() && isJudging;
        };
    if (!isWhole) {
      json.refuse(
          place,
          Label.of("pandangan " + PartsReader.code(basis), "the view " + PartsReader.code(basis)),
          Label.of(
              "claimed saja, evidenced dengan asOf, atau verified dengan stage yang dinilai pihak"
                  + " lain",
              "claimed alone, evidenced with asOf, or verified with a stage at which others"
                  + " judge"));
      return Optional.empty();
    }
    return Optional.of(View.of(basis, asOf, stage.map(JsonCursor.Leaf::text)));
  }

  private void member(String member) throws IOException {
    switch (member) {
      case "format" -> json.format(KlaFormat.SCORED.toString());
      case "assessment" -> {
        JsonCursor inner = json.inner();
        try {
          Checked<Assessment> read = AssessmentReader.read(inner, editions);
          read.faults().forEach(json::report);
          assessment = read.value();
          assessment.ifPresent(own -> given.ifPresent(other -> same(own, other, json.whole())));
        } catch (JsonProcessingException e) {
          inner.faults().forEach(json::report);
          throw e;
        }
      }
      default -> json.leaves(said::put);
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

  private void compare(ScoredAssessment scored) throws IOException {
    Map<String, JsonCursor.Leaf> computed = leaves(scored);
    String base = json.base();
    Set<String> known = new HashSet<>();
    Set<String> broken = new HashSet<>();
    computed.forEach(
        (pointer, leaf) -> {
          known.add(base + pointer);
          JsonCursor.Leaf found = said.get(base + pointer);
          if (isBelow(pointer, broken)) {
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
          } else if (!isProse(pointer) && !found.isSame(leaf)) {
            json.report(
                Fault.of(FaultCode.OTHER_RESULT, found.place())
                    .with("node", node(pointer, computed))
                    .with("found", JsonCursor.shortened(found.text()))
                    .with("computed", leaf.text()));
          }
        });
    said.forEach(
        (pointer, leaf) -> {
          if (!known.contains(pointer)) {
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

  private static boolean isBelow(String pointer, Set<String> broken) {
    return broken.stream().anyMatch(pointer::startsWith);
  }

  /** Words may be put better in a later build; what they say is in the numbers. */
  private static boolean isProse(String pointer) {
    return pointer.equals("/computed") || pointer.endsWith("/id") || pointer.endsWith("/en");
  }

  private static Map<String, JsonCursor.Leaf> leaves(ScoredAssessment scored) throws IOException {
    String text = KlaJson.strict().write(KlaFormat.SCORED, scored);
    Map<String, JsonCursor.Leaf> leaves = new LinkedHashMap<>();
    try (JsonParser parser = KlaJson.parser(text)) {
      JsonCursor cursor = JsonCursor.before(parser, KlaJson.Door.STRICT, "", text);
      cursor.object(
          KNOWN,
          MEMBERS,
          member -> {
            if (member.equals("format") || member.equals("assessment")) {
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
