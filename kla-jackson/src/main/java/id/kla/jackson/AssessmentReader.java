package id.kla.jackson;

import id.kla.assessment.Assessment;
import id.kla.assessment.AssessmentDraft;
import id.kla.assessment.AssessmentDraft.DraftNote;
import id.kla.assessment.AssessmentDraft.DraftTotal;
import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Place;
import id.kla.fault.Written;
import java.io.IOException;
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

  /** Returns the assessment that stands at the cursor, or every fault. */
  static Checked<Assessment> read(JsonCursor json, List<Edition> editions) throws IOException {
    AssessmentDraft draft = draft(json);
    Checked<Assessment> read =
        (json.isLenient() ? QuotedPoints.read(draft, editions) : draft).check(editions);
    List<Fault> ordered = inOrder(read.faults());
    return read.value().isPresent() ? Checked.of(read.orThrow(), ordered) : Checked.failed(ordered);
  }

  /** Returns what stands at the cursor, not yet checked. */
  static AssessmentDraft draft(JsonCursor json) throws IOException {
    return new AssessmentReader(json).document();
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
    boolean isWhole = json.object(MEMBERS, List.of("format", "answers"), this::member, seen);
    return draft.place(json.whole()).unread(isWhole ? seen : MEMBERS).faults(json.faults()).build();
  }

  private void member(String member) throws IOException {
    switch (member) {
      case "format" -> json.format(KlaFormat.ASSESSMENT.toString());
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

  // Stated totals

  private void stated() throws IOException {
    stated(json, draft);
  }

  /** Reads stated totals. */
  static void stated(JsonCursor json, AssessmentDraft.Builder draft) throws IOException {
    if (!json.isObject()) {
      return;
    }
    json.members(
        List.of("total", "clusters", "indicators"),
        member -> {
          switch (member) {
            case "total" -> draft.statedTotal(json.points());
            case "clusters" -> totals(json, draft::addStatedClusters);
            default -> totals(json, draft::addStatedIndicators);
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

  private static void totals(JsonCursor json, Consumer<DraftTotal> target) throws IOException {
    json.entries(
        code -> {
          Place place = json.here();
          json.points().ifPresent(points -> target.accept(new DraftTotal(code, points, place)));
        });
  }
}
