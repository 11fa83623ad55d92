package id.kla.planning;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.edition.QuestionCode;
import id.kla.edition.Stage;
import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Applies a what-if to one sheet: what its patches come to in the end, part by part. */
final class Patching {

  private final Assessment sheet;
  private final WhatIf whatIf;
  private final Map<QuestionCode, Optional<Answer>> answers = new LinkedHashMap<>();
  private final Map<String, Optional<Evidence>> documents = new LinkedHashMap<>();
  private final Map<Found, Optional<Finding>> findings = new LinkedHashMap<>();
  private final List<Fault> warnings = new ArrayList<>();

  /** What tells one finding from another. */
  private record Found(QuestionCode question, String stage) {}

  Patching(Assessment sheet, WhatIf whatIf) {
    this.sheet = sheet;
    this.whatIf = whatIf;
    whatIf.patches().forEach(this::take);
  }

  private void take(Patch patch) {
    if (patch instanceof Patch.SetAnswer set) {
      answers.put(set.question(), Optional.of(set.answer()));
    } else if (patch instanceof Patch.RemoveAnswer remove) {
      answers.put(remove.question(), Optional.empty());
    } else if (patch instanceof Patch.SetEvidence set) {
      documents.put(Printable.trimmed(set.evidence().id()), Optional.of(set.evidence()));
    } else if (patch instanceof Patch.RemoveEvidence remove) {
      documents.put(Printable.trimmed(remove.id()), Optional.empty());
    } else if (patch instanceof Patch.SetFinding set) {
      findings.put(
          found(set.finding().question(), set.finding().stage()), Optional.of(set.finding()));
    } else if (patch instanceof Patch.RemoveFinding remove) {
      findings.put(found(remove.question(), remove.stage()), Optional.empty());
    }
  }

  /** A stage that is not the edition's keeps its name, and is refused by it. */
  private Found found(QuestionCode question, String stage) {
    return new Found(question, sheet.edition().findStage(stage).map(Stage::code).orElse(stage));
  }

  Checked<Assessment> patched() {
    Map<String, Evidence> evidence = new LinkedHashMap<>();
    sheet.evidence().forEach(document -> evidence.put(document.id(), document));
    Map<Found, Finding> judged = new LinkedHashMap<>();
    sheet
        .findings()
        .forEach(finding -> judged.put(new Found(finding.question(), finding.stage()), finding));
    Assessment.Builder patched =
        Assessment.builder()
            .from(sheet)
            .answers(with(answers, sheet.answers(), Patching::told))
            .evidence(with(documents, evidence, Patching::told).values())
            .findings(with(findings, judged, Patching::told).values());
    try {
      return Checked.of(patched.build(), warnings);
    } catch (FaultException e) {
      List<Fault> all = new ArrayList<>(warnings);
      e.faults().forEach(fault -> all.add(fault.at(whatIf.place())));
      return Checked.failed(all);
    }
  }

  /** What takes the place of something stands where that stood; what is new stands behind. */
  private <K, V> Map<K, V> with(
      Map<K, Optional<V>> patches, Map<K, V> before, Function<K, Label> told) {
    Map<K, V> after = new LinkedHashMap<>(before);
    patches.forEach(
        (key, value) -> {
          if (value.isPresent()) {
            after.put(key, value.get());
          } else if (after.remove(key) == null) {
            warnings.add(
                Fault.of(FaultCode.NOTHING_TO_REMOVE, whatIf.place())
                    .with("found", Argument.of(told.apply(key))));
          }
        });
    return after;
  }

  private static Label told(QuestionCode question) {
    return Label.of("jawaban atas " + question, "answer to " + question);
  }

  private static Label told(String id) {
    String quoted = "\"" + Printable.of(id) + "\"";
    return Label.of("data dukung " + quoted, "evidence " + quoted);
  }

  private static Label told(Found found) {
    return Label.of(
        "temuan atas " + found.question() + " pada tahap " + found.stage(),
        "finding of " + found.question() + " at stage " + found.stage());
  }
}
