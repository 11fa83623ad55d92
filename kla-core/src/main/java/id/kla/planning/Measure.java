package id.kla.planning;

import id.kla.edition.QuestionCode;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.points.Share;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A planned activity that raises what answers earn (<i>kegiatan</i>).
 *
 * <p>On one question the better award of the chosen measures counts, never their sum; a measure
 * never lowers an award. One without awards is supporting: others need it.
 *
 * <p>Costs have any unit, the same for all measures, at most four decimals and at most 12 digits
 * before them.
 *
 * <pre>{@code
 * Measure.builder()
 *     .code("posyandu")
 *     .label(Label.of("Kader posyandu terlatih", "Trained health volunteers"))
 *     .putAwards(QuestionCode.parse("12.3"), Points.of(4))
 *     .cost(new BigDecimal("125.5"))
 *     .build();
 * }</pre>
 */
@Value.Immutable
public abstract class Measure {

  Measure() {}

  /** Returns the code, unique among the measures of a plan. */
  public abstract String code();

  /** Returns the name; the code stands for one that is missing. */
  @Value.Default
  public Label label() {
    return Label.of(code(), code());
  }

  /** Returns what each question earns at least once the measure is carried out. */
  public abstract Map<QuestionCode, Points> awards();

  /** Returns what it costs, from 0. */
  public abstract BigDecimal cost();

  /** Returns the years it can run in, in order; any where none is named. */
  public abstract List<Integer> years();

  /** Returns the codes of the measures that must be carried out, too. */
  public abstract List<String> prerequisites();

  /** Returns the codes of the measures that can't be carried out beside it; it holds both ways. */
  public abstract List<String> exclusions();

  /** Returns the agency that carries it out. */
  public abstract Optional<String> agency();

  /** Returns where it stands in plans and budgets. */
  public abstract List<Reference> references();

  /** Returns how far it is; planned unless said otherwise. */
  @Value.Default
  public State state() {
    return State.PLANNED;
  }

  /** Returns what has been spent. */
  public abstract Optional<BigDecimal> realisedCost();

  /** Returns how likely its evidence holds; certain unless said otherwise. */
  @Value.Default
  public Share chance() {
    return Share.of(1, 1);
  }

  /**
   * Returns what it still costs: all of it where it is planned, what is not spent yet where it
   * runs, nothing where it is done.
   */
  public BigDecimal remainingCost() {
    return switch (state()) {
      case PLANNED, DROPPED -> cost();
      case RUNNING -> cost().subtract(realisedCost().orElse(BigDecimal.ZERO)).max(BigDecimal.ZERO);
      case DONE -> BigDecimal.ZERO;
    };
  }

  /** How far a measure is. */
  public enum State {
    /** It has not begun. */
    PLANNED,
    /** It has begun: what is spent is spent. */
    RUNNING,
    /** It is carried out: what it brings is there. */
    DONE,
    /** It will not be carried out. */
    DROPPED
  }

  /**
   * Where a measure stands in a plan or budget.
   *
   * @param kind what kind of document, such as RPJMD, RKPD, Renstra or DPA
   * @param code its place there, or empty
   * @param year the year, if one is named
   */
  public record Reference(String kind, String code, Optional<Integer> year) {}

  /** Returns a builder; code and cost must be given. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a measure. */
  public static final class Builder extends ImmutableMeasure.Builder {
    Builder() {}
  }
}
