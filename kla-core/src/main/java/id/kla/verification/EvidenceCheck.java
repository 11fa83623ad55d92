package id.kla.verification;

import id.kla.edition.Edition;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.Basis;
import id.kla.scoring.View;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What the evidence of a sheet must withstand: a day, stages to come, and limits of caution. */
@Value.Immutable
public abstract class EvidenceCheck {

  private static final int PARTS = 20;

  EvidenceCheck() {}

  /** Returns the day on which evidence must hold. */
  public abstract LocalDate asOf();

  /**
   * Returns the last stage whose rulings of documents are known, by code or alias; the edition's
   * last one by default.
   */
  public abstract Optional<String> known();

  /** Returns the days, by code of the stage, on which evidence must still hold. */
  public abstract Map<String, LocalDate> stageDates();

  /**
   * Returns how many points may hang on one document without being named; a twentieth of the
   * edition's maximum by default.
   */
  public abstract Optional<Points> heaviestDocument();

  /**
   * Returns which part of a cluster's claim, from 0 to 1, one agency may lead without being named;
   * nine tenths by default.
   */
  @Value.Default
  public Ratio heaviestLead() {
    return Ratio.of(9, 10);
  }

  /** Returns the view in which what has evidence on that day counts. */
  public View view() {
    return View.of(Basis.EVIDENCED, Optional.of(asOf()), known());
  }

  /** Returns how many points may hang on one document of a sheet of that edition. */
  Points heaviestDocument(Edition edition) {
    return heaviestDocument()
        .orElseGet(() -> Points.ofUnits(edition.maximum().orElseThrow().units() / PARTS));
  }

  /** Returns a check on that day, with the usual limits. */
  public static EvidenceCheck on(LocalDate asOf) {
    return builder().asOf(asOf).build();
  }

  /** Returns a builder; the day must be given. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a check. */
  public static final class Builder extends ImmutableEvidenceCheck.Builder {
    Builder() {}
  }
}
