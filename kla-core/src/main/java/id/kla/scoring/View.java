package id.kla.scoring;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Assessment;
import id.kla.assessment.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * By which eyes an assessment is looked at: what counts, on which day, and up to which stage.
 *
 * @param basis what counts
 * @param asOf the day on which evidence must hold; of EVIDENCED, and only of it
 * @param stage code or alias of the stage: of VERIFIED the one whose findings count; of EVIDENCED
 *     the last one whose rulings of documents are known, the edition's last one by default
 */
@CheckReturnValue
public record View(Basis basis, Optional<LocalDate> asOf, Optional<String> stage) {

  private static final View CLAIMED = new View(Basis.CLAIMED, Optional.empty(), Optional.empty());

  /**
   * Checks that the basis has what it needs, and nothing else.
   *
   * @throws IllegalArgumentException if it does not
   */
  public View {
    boolean isFit =
        switch (basis) {
          case CLAIMED -> asOf.isEmpty() && stage.isEmpty();
          case EVIDENCED -> asOf.isPresent();
          case VERIFIED -> asOf.isEmpty() && stage.isPresent();
        };
    if (!isFit) {
      throw new IllegalArgumentException(
          "view: found "
              + basis
              + asOf.map(day -> ", " + day).orElse("")
              + stage.map(code -> ", stage " + code).orElse("")
              + "; allowed: CLAIMED alone, EVIDENCED with a day and maybe a stage, VERIFIED with a"
              + " stage");
    }
  }

  /**
   * Returns a view.
   *
   * @throws IllegalArgumentException if the basis lacks what it needs or has what it does not
   */
  public static View of(Basis basis, Optional<LocalDate> asOf, Optional<String> stage) {
    return new View(basis, asOf, stage);
  }

  /** Returns the view in which every claim counts. */
  public static View claimed() {
    return CLAIMED;
  }

  /**
   * Returns the view of the last stage that found anything on a sheet, or of the claim where none
   * did.
   */
  public static View latest(Assessment assessment) {
    List<Finding> findings = assessment.findings();
    return findings.isEmpty() ? claimed() : verified(findings.get(findings.size() - 1).stage());
  }

  /** Returns the view in which what has evidence on that day counts. */
  public static View evidenced(LocalDate asOf) {
    return new View(Basis.EVIDENCED, Optional.of(asOf), Optional.empty());
  }

  /** Returns the view in which what that stage found counts. */
  public static View verified(String stage) {
    return new View(Basis.VERIFIED, Optional.empty(), Optional.of(stage));
  }
}
