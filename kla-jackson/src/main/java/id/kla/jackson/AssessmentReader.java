package id.kla.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import id.kla.assessment.AssessmentDraft;
import id.kla.assessment.AssessmentDraft.DraftNote;
import id.kla.assessment.AssessmentDraft.DraftTotal;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the shape of an assessment; whether it fits its edition is checked afterwards. */
final class AssessmentReader {

  private static final List<String> MEMBERS =
      List.of(
          "format",
          "edition",
          "region",
          "round",
          "stage",
          "source",
          "answers",
          "stated",
          "agencies",
          "evidence",
          "findings",
          "notes");

  private final JsonCursor json;
  private final AnswerReader answers;
  private final PartsReader parts;
  private final Set<String> seen = new LinkedHashSet<>();
  private final AssessmentDraft.Builder draft = AssessmentDraft.builder();

  private AssessmentReader(JsonCursor json) {
    this.json = json;
    this.answers = new AnswerReader(json);
    this.parts = new PartsReader(json);
  }

  /** Returns what was read, with every fault of its shape. */
  static AssessmentDraft read(
      JsonFactory factory, KlaJson.Door door, String name, String document) {
    try (JsonParser parser = factory.createParser(document)) {
      return new AssessmentReader(new JsonCursor(parser, door, name, document)).document();
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

  private AssessmentDraft document() throws IOException {
    boolean isWhole = false;
    try {
      if (json.begin()) {
        json.members(MEMBERS, this::member, seen);
        json.trailing();
        isWhole = true;
      }
    } catch (JsonProcessingException e) {
      json.report(json.broken(e));
    }
    if (isWhole) {
      for (String member : List.of("format", "answers")) {
        if (!seen.contains(member)) {
          json.report(Fault.of(FaultCode.MISSING_MEMBER, json.whole()).with("member", member));
        }
      }
    }
    return draft.place(json.whole()).unread(isWhole ? seen : MEMBERS).faults(json.faults()).build();
  }

  private void member(String member) throws IOException {
    switch (member) {
      case "format" -> json.text().ifPresent(this::format);
      case "edition" -> draft.edition(json.text());
      case "region" -> draft.region(json.text());
      case "round" -> draft.round(json.text());
      case "stage" -> draft.stage(json.text());
      case "source" -> draft.source(json.text().map(Written::value));
      case "answers" -> answers.answers(draft::addAnswers);
      case "agencies" -> parts.agencies(draft);
      case "evidence" -> parts.evidence(draft);
      case "findings" -> parts.findings(draft);
      case "notes" -> notes();
      default -> stated();
    }
  }

  private void format(Written<String> format) {
    if (!format.value().equals(KlaJson.ASSESSMENT_FORMAT)) {
      json.report(
          Fault.of(FaultCode.WRONG_FORMAT, format.place())
              .with("found", format.value())
              .with("allowed", KlaJson.ASSESSMENT_FORMAT));
    }
  }

  // Stated totals

  private void stated() throws IOException {
    if (!json.isObject()) {
      return;
    }
    json.members(
        List.of("total", "clusters", "indicators"),
        member -> {
          switch (member) {
            case "total" -> draft.statedTotal(json.points());
            case "clusters" -> totals(draft::addStatedClusters);
            default -> totals(draft::addStatedIndicators);
          }
        },
        new HashSet<>());
  }

  private void notes() throws IOException {
    json.entries(
        code -> {
          Place place = json.here();
          json.text().ifPresent(note -> draft.addNotes(new DraftNote(code, note.value(), place)));
        });
  }

  private void totals(Consumer<DraftTotal> target) throws IOException {
    json.entries(
        code -> {
          Place place = json.here();
          json.points().ifPresent(points -> target.accept(new DraftTotal(code, points, place)));
        });
  }
}
