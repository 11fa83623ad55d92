package id.kla.jackson;

import id.kla.assessment.Answer;
import id.kla.assessment.AssessmentDraft.DraftAnswer;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import id.kla.fault.Written;
import id.kla.planning.Patch;
import id.kla.planning.WhatIf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the shape of what-ifs; whether patches fit their edition is checked afterwards. */
final class WhatIfReader {

  private static final List<String> MEMBERS = List.of("format", "edition", "id", "name", "patches");

  private static final List<String> NEEDED = List.of("format", "edition", "id", "patches");

  private static final List<String> PATCHES =
      List.of(
          "setAnswer",
          "removeAnswer",
          "setEvidence",
          "removeEvidence",
          "setFinding",
          "removeFinding");

  private final JsonCursor json;
  private final AnswerReader answers;
  private final PartsReader parts;
  private final List<Written<Patch>> patches = new ArrayList<>();
  private Optional<Written<String>> edition = Optional.empty();
  private Optional<String> id = Optional.empty();
  private Label name = Label.of("", "");

  private WhatIfReader(JsonCursor json) {
    this.json = json;
    this.answers = new AnswerReader(json);
    this.parts = new PartsReader(json);
  }

  /** Returns the what-if that stands at the cursor, or every fault. */
  static Checked<WhatIf> read(JsonCursor json, List<Edition> editions) throws IOException {
    return new WhatIfReader(json).document(editions);
  }

  private Checked<WhatIf> document(List<Edition> editions) throws IOException {
    json.object(MEMBERS, NEEDED, this::member, new HashSet<>());
    Optional<Edition> known = edition.flatMap(written -> known(written, editions));
    if (known.isEmpty()) {
      return Checked.failed(AssessmentReader.inOrder(json.faults()));
    }
    List<Written<Patch>> meant =
        json.isLenient()
            ? patches.stream().map(patch -> unquoted(patch, known.get())).toList()
            : patches;
    // Without an id it fails whatever its patches are; they are checked all the same.
    Checked<WhatIf> checked = WhatIf.check(known.get(), id.orElse("-"), name, meant);
    checked.faults().forEach(json::report);
    List<Fault> faults = AssessmentReader.inOrder(json.faults());
    return json.errors() > 0 ? Checked.failed(faults) : Checked.of(checked.orThrow(), faults);
  }

  private Optional<Edition> known(Written<String> written, List<Edition> editions) {
    Optional<Edition> found =
        editions.stream().filter(each -> each.id().equals(written.value())).findFirst();
    if (found.isEmpty()) {
      json.report(
          Fault.of(FaultCode.UNKNOWN_EDITION, written.place())
              .with("found", written.value())
              .with("allowed", editions.stream().map(Edition::id).distinct().toList()));
    }
    return found;
  }

  private Written<Patch> unquoted(Written<Patch> patch, Edition known) {
    if (patch.value() instanceof Patch.SetAnswer set) {
      DraftAnswer written = new DraftAnswer(set.question().toString(), set.answer(), patch.place());
      Answer read = QuotedPoints.read(written, known, json::report).answer().orElse(set.answer());
      return new Written<>(new Patch.SetAnswer(set.question(), read), patch.place());
    }
    return patch;
  }

  private void member(String member) throws IOException {
    switch (member) {
      case "format" -> json.format(KlaFormat.WHAT_IF.toString());
      case "edition" -> edition = json.text();
      case "id" -> id = id();
      case "name" -> FaultReader.label(json).ifPresent(label -> name = label);
      default -> json.elements(index -> patch().ifPresent(patches::add));
    }
  }

  private Optional<String> id() throws IOException {
    Optional<Written<String>> text = json.text();
    Optional<String> said =
        text.map(Written::value).map(Printable::trimmed).filter(trimmed -> !trimmed.isEmpty());
    if (text.isPresent() && said.isEmpty()) {
      json.report(Fault.of(FaultCode.BLANK_TEXT, text.get().place()).with("member", "id"));
    }
    return said;
  }

  // Patches

  /** A patch is an object whose only member says what it does. */
  private Optional<Written<Patch>> patch() throws IOException {
    Place place = json.here();
    if (!json.isObject()) {
      return Optional.empty();
    }
    int before = json.errors();
    List<Written<Patch>> read = new ArrayList<>();
    Set<String> given = new LinkedHashSet<>();
    json.members(
        PATCHES,
        member -> {
          Place at = json.here();
          patch(member).ifPresent(patch -> read.add(new Written<>(patch, at)));
        },
        given);
    if (json.errors() > before) {
      return Optional.empty();
    }
    if (read.size() != 1) {
      json.refuse(
          place,
          JsonCursor.objectWith(given),
          Label.of(
              "tepat satu perubahan: " + String.join(", ", PATCHES),
              "exactly one change: " + String.join(", ", PATCHES)));
      return Optional.empty();
    }
    return Optional.of(read.get(0));
  }

  private Optional<? extends Patch> patch(String member) throws IOException {
    return switch (member) {
      case "setAnswer" -> setAnswer();
      case "removeAnswer" -> parts.question().map(Patch.RemoveAnswer::new);
      case "setEvidence" -> parts.document().map(Written::value).map(Patch.SetEvidence::new);
      case "removeEvidence" -> json.text().map(Written::value).map(Patch.RemoveEvidence::new);
      case "setFinding" -> parts.finding().map(Written::value).map(Patch.SetFinding::new);
      default -> removeFinding();
    };
  }

  private Optional<Patch.SetAnswer> setAnswer() throws IOException {
    List<QuestionCode> questions = new ArrayList<>();
    List<Answer> given = new ArrayList<>();
    boolean isComplete =
        parts.object(
            List.of("question", "answer"),
            List.of("question", "answer"),
            member -> {
              switch (member) {
                case "question" -> parts.question().ifPresent(questions::add);
                default -> answers.answer().ifPresent(given::add);
              }
            });
    // An empty array in the answer's place is only warned of by the lenient door.
    return isComplete && !given.isEmpty()
        ? Optional.of(new Patch.SetAnswer(questions.get(0), given.get(0)))
        : Optional.empty();
  }

  private Optional<Patch.RemoveFinding> removeFinding() throws IOException {
    List<QuestionCode> questions = new ArrayList<>();
    List<String> stages = new ArrayList<>();
    boolean isComplete =
        parts.object(
            List.of("question", "stage"),
            List.of("question", "stage"),
            member -> {
              switch (member) {
                case "question" -> parts.question().ifPresent(questions::add);
                default -> json.text().map(Written::value).ifPresent(stages::add);
              }
            });
    return isComplete
        ? Optional.of(new Patch.RemoveFinding(questions.get(0), stages.get(0)))
        : Optional.empty();
  }
}
