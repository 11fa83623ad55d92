package id.kla.simulation;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.fault.Canonical;
import id.kla.fault.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What every question of an edition may earn, where some questions are tied by what they share.
 *
 * <p>A question hangs on one factor at most. What no factor speaks of is independent of everything
 * else, and so are factors of each other.
 *
 * <pre>{@code
 * TiedModel.of(AwardModel.from(scored), List.of(agency));
 * }</pre>
 */
@CheckReturnValue
public final class TiedModel {

  private final AwardModel alone;
  private final ImmutableList<SharedFactor> factors;
  private final Supplier<Digest> digest = Suppliers.memoize(this::digestOfForm);

  private TiedModel(AwardModel alone, ImmutableList<SharedFactor> factors) {
    this.alone = alone;
    this.factors = factors;
  }

  /**
   * Returns a model.
   *
   * @param alone what each question may earn that no factor speaks of; of the others it is unused
   * @throws IllegalArgumentException if two factors bear one code or speak of one question, a
   *     question is none of the edition's, or an award lies above its question's maximum
   */
  public static TiedModel of(AwardModel alone, List<SharedFactor> factors) {
    Set<String> codes = new HashSet<>();
    Map<QuestionCode, String> tied = new HashMap<>();
    for (SharedFactor factor : factors) {
      if (!codes.add(factor.code())) {
        throw new IllegalArgumentException(
            "factors: found " + factor.code() + " twice; allowed: each code once");
      }
      for (SharedFactor.State state : factor.states()) {
        AwardModel.requireAwards(alone.edition(), state.awards());
      }
      for (QuestionCode code : factor.states().get(0).awards().keySet()) {
        String other = tied.putIfAbsent(code, factor.code());
        if (other != null) {
          throw new IllegalArgumentException(
              "question "
                  + code
                  + ": found factors "
                  + other
                  + " and "
                  + factor.code()
                  + "; allowed: one factor for a question");
        }
      }
    }
    return new TiedModel(alone, ImmutableList.copyOf(factors));
  }

  /** Returns the edition. */
  public Edition edition() {
    return alone.edition();
  }

  /** Returns what each question may earn that no factor speaks of. */
  public AwardModel alone() {
    return alone;
  }

  /** Returns what questions share. */
  public List<SharedFactor> factors() {
    return factors;
  }

  /** Returns the codes of the factors, as {@link Draws#of} asks for them. */
  public Set<String> factorCodes() {
    return factors.stream().map(SharedFactor::code).collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the SHA-256 of the model, which tells it from every model that is not equal to it. */
  Digest digest() {
    return digest.get();
  }

  private Digest digestOfForm() {
    return Canonical.digest(
        Canonical.form(
            "kla.model/1",
            form -> {
              form.text("edition", edition().digest());
              form.group("alone", () -> write(alone.awards(), form));
              for (SharedFactor factor : factors) {
                form.group("factor", () -> write(factor, form));
              }
            }));
  }

  private void write(SharedFactor factor, Canonical form) {
    form.text("code", factor.code());
    for (SharedFactor.State state : factor.states()) {
      form.group(
          "state",
          () -> {
            form.text("chance", state.chance());
            write(state.awards(), form);
          });
    }
  }

  private void write(Map<QuestionCode, AwardChances> awards, Canonical form) {
    for (Question question : edition().questions()) {
      QuestionCode code = question.code();
      form.text(code.toString(), Optional.ofNullable(awards.get(code)));
    }
  }

  /** Returns what each question may earn while each factor is in the stated one of its states. */
  AwardModel given(List<SharedFactor.State> states) {
    Map<QuestionCode, AwardChances> awards = new HashMap<>();
    states.forEach(state -> awards.putAll(state.awards()));
    return alone.with(awards);
  }

  /** Returns every way in which the factors can be together. */
  List<List<SharedFactor.State>> combinations() {
    List<List<SharedFactor.State>> combinations = List.of(List.of());
    for (SharedFactor factor : factors) {
      List<List<SharedFactor.State>> longer = new ArrayList<>();
      for (List<SharedFactor.State> before : combinations) {
        for (SharedFactor.State state : factor.states()) {
          longer.add(ImmutableList.<SharedFactor.State>builder().addAll(before).add(state).build());
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TiedModel that
        && that.alone.equals(alone)
        && that.factors.equals(factors);
  }

  @Override
  public int hashCode() {
    return 31 * alone.hashCode() + factors.hashCode();
  }

  /** Returns the model without ties and the codes of the factors. */
  @Override
  public String toString() {
    return alone + ", tied by " + factors.stream().map(SharedFactor::code).toList();
  }
}
