package id.kla.assessment;

import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Stage;
import id.kla.fault.Digest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A document that supports answers (<i>data dukung</i>).
 *
 * <p>Only id and questions are needed; whatever else is missing is not known, and costs only the
 * checks that need it. No personal data of children belongs here: facts of the document and an
 * opaque reference only.
 */
@Value.Immutable
public abstract class Evidence {

  Evidence() {}

  /** Returns the id, unique in its sheet. */
  public abstract String id();

  /** Returns the questions that it supports, in the edition's order. */
  public abstract List<QuestionCode> questions();

  /** Returns its kind by the edition's code. */
  public abstract Optional<String> kind();

  /** Returns its title. */
  public abstract Optional<String> title();

  /** Returns the agency that holds it, by code where the sheet lists its agencies. */
  public abstract Optional<String> agency();

  /** Returns the day it was issued. */
  public abstract Optional<LocalDate> issued();

  /** Returns the day it was handed in. */
  public abstract Optional<LocalDate> received();

  /** Returns the first day it is valid. */
  public abstract Optional<LocalDate> validFrom();

  /** Returns the last day it is valid. */
  public abstract Optional<LocalDate> validUntil();

  /** Returns the id of the document that took its place. */
  public abstract Optional<String> supersededBy();

  /** Returns the SHA-256 digest of its file. */
  public abstract Optional<Digest> digest();

  /** Returns where it is kept; opaque, never fetched. */
  public abstract Optional<String> location();

  /** Returns what became of it at the stages where that is known, in the edition's order. */
  public abstract Map<String, Status> status();

  /**
   * Returns what was ruled of it last.
   *
   * @param edition whose stages they are
   * @param until the last stage whose ruling is known; the edition's last one by default
   */
  public Optional<Status> lastStatus(Edition edition, Optional<Stage> until) {
    @Nullable Status last = null;
    for (Stage stage : edition.stages()) {
      Status ruled = status().get(stage.code());
      last = ruled == null ? last : ruled;
      if (until.filter(stage::equals).isPresent()) {
        break;
      }
    }
    return Optional.ofNullable(last);
  }

  /**
   * What became of a document at one stage.
   *
   * @param ruling what was ruled
   * @param reason why, as a code of whoever ruled
   * @param note why, in words
   */
  public record Status(Ruling ruling, Optional<String> reason, Optional<String> note) {

    /** Returns a status without a reason. */
    public static Status of(Ruling ruling) {
      return new Status(ruling, Optional.empty(), Optional.empty());
    }
  }

  /** What was ruled of a document. */
  public enum Ruling {
    /** It was handed in; nothing is ruled yet. */
    SUBMITTED,
    /** It was accepted. */
    ACCEPTED,
    /** It was rejected. */
    REJECTED
  }

  /** Returns a builder; the id must be given. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds evidence. */
  public static final class Builder extends ImmutableEvidence.Builder {
    Builder() {}
  }
}
