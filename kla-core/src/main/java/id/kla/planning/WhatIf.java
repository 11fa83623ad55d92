package id.kla.planning;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Assessment;
import id.kla.assessment.AssessmentDraft;
import id.kla.assessment.AssessmentDraft.DraftAnswer;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Named changes of a sheet that can be tried on any region's sheet of an edition (<i>skenario</i>).
 *
 * <p>Of several patches of one answer, document or finding the last one counts, so that applying
 * the same twice is applying it once.
 *
 * <pre>{@code
 * WhatIf.check(edition, "forum", Label.of("Forum Anak", "Child Forum"), patches)
 *     .orThrow()
 *     .applyTo(sheet);
 * }</pre>
 *
 * @param edition the id of the edition whose questions it answers
 * @param id its id, which is not blank
 * @param name its name; maybe empty
 * @param patches the changes, in their order
 */
@CheckReturnValue
public record WhatIf(String edition, String id, Label name, List<Patch> patches) {

  /**
   * Copies the list, and takes blanks around the id away.
   *
   * @throws IllegalArgumentException if the id is blank
   */
  public WhatIf {
    id = Printable.trimmed(id);
    patches = List.copyOf(patches);
    if (id.isEmpty()) {
      throw new IllegalArgumentException(
          "id of a what-if: found a blank one; allowed: a text that says something");
    }
  }

  /**
   * Returns a what-if whose patches fit the edition whatever sheet they come to, or everything that
   * is wrong with them; with what is to be warned of.
   *
   * <p>What only a sheet can say is found by {@link #applyTo(Assessment)}: which agencies there are
   * and which document took the place of another.
   *
   * @throws IllegalArgumentException if the id is blank
   */
  public static Checked<WhatIf> check(
      Edition edition, String id, Label name, List<Written<Patch>> patches) {
    WhatIf whatIf =
        new WhatIf(edition.id(), id, name, patches.stream().map(Written::value).toList());
    List<Fault> faults = new ArrayList<>();
    for (Written<Patch> patch : patches) {
      faults.addAll(alone(patch.value(), patch.place()).checkParts(edition));
    }
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(whatIf, faults);
  }

  /** What a patch names, as if nothing else stood on a sheet. */
  private static AssessmentDraft alone(Patch patch, Place place) {
    AssessmentDraft.Builder draft = AssessmentDraft.builder();
    if (patch instanceof Patch.SetAnswer set) {
      draft.addAnswers(new DraftAnswer(set.question().toString(), set.answer(), place));
    } else if (patch instanceof Patch.RemoveAnswer remove) {
      draft.addAnswers(new DraftAnswer(remove.question().toString(), Optional.empty(), place));
    } else if (patch instanceof Patch.SetEvidence set) {
      Evidence document =
          Evidence.builder().from(set.evidence()).supersededBy(Optional.empty()).build();
      draft.addEvidence(new Written<>(document, place));
    } else if (patch instanceof Patch.RemoveEvidence remove) {
      draft.addEvidence(new Written<>(Evidence.builder().id(remove.id()).build(), place));
    } else if (patch instanceof Patch.SetFinding set) {
      draft.addFindings(new Written<>(set.finding(), place));
    } else if (patch instanceof Patch.RemoveFinding remove) {
      Finding any =
          Finding.builder()
              .question(remove.question())
              .stage(remove.stage())
              .ruling(Finding.Ruling.UPHELD)
              .build();
      draft.addFindings(new Written<>(any, place));
    }
    return draft.build();
  }

  /**
   * Returns the sheet with all patches, or every fault that stands in their way.
   *
   * <p>A patch that removes what is not there is warned of. What the sheet states of itself stays.
   */
  public Checked<Assessment> applyTo(Assessment assessment) {
    return assessment.edition().id().equals(edition)
        ? new Patching(assessment, this).patched()
        : Checked.failed(
            List.of(
                Fault.of(FaultCode.WHAT_IF_OF_OTHER_EDITION, place())
                    .with("found", edition)
                    .with("allowed", assessment.edition().id())));
  }

  /** Returns where its faults are found. */
  Place place() {
    String quoted = "\"" + Printable.of(id) + "\"";
    return Place.edition(edition, Label.of("skenario " + quoted, "what-if " + quoted));
  }
}
