package id.kla.rollup;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.NamedLadder;
import id.kla.scoring.View;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What results have in common whose points are one measure: round, stage, rules and eyes.
 *
 * <p>Points of two editions, of two stages or of two views are not the same measure, and what was
 * declared stands beside what was computed, never in its place. Results are therefore rolled up
 * under as many headings as they need, and no figure runs over two of them.
 *
 * @param round the round
 * @param kind whether they were scored or declared
 * @param stage the stage at which the points stood
 * @param edition the edition by whose rules they were scored
 * @param view by which eyes they were scored
 * @param ladder the ladder that applies, if one is known
 */
@CheckReturnValue
public record Heading(
    Round round,
    RegionResult.Kind kind,
    String stage,
    Optional<Edition> edition,
    Optional<View> view,
    Optional<NamedLadder> ladder)
    implements Comparable<Heading> {

  private static final Comparator<Heading> ORDER =
      Comparator.comparing(Heading::round).thenComparing(Heading::kind).thenComparing(Heading::key);

  /** Returns the heading that a result stands under. */
  public static Heading of(RegionResult result) {
    return new Heading(
        result.round(),
        result.kind(),
        result.stage(),
        result.edition(),
        result.view(),
        result.ladder());
  }

  /**
   * Returns whether this is the last stage, whose results decide: of its edition, or of the
   * built-in one where none is known. Only of what was declared it may be {@link
   * DeclaredCheck.When#NOT_SAID}.
   */
  public DeclaredCheck.When when() {
    DeclaredCheck.When when = DeclaredCheck.when(stage, edition.orElseGet(Editions::kla2024));
    return kind == RegionResult.Kind.SCORED && when == DeclaredCheck.When.NOT_SAID
        ? DeclaredCheck.When.BEFORE
        : when;
  }

  /** Two headings are the same if their texts are; editions by their content. */
  private String key() {
    return round
        + "\n"
        + kind
        + "\n"
        + stage
        + "\n"
        + edition.map(each -> each.id() + " " + each.digest()).orElse("")
        + "\n"
        + view.map(
                each ->
                    each.basis()
                        + " "
                        + each.asOf().map(Object::toString).orElse("")
                        + " "
                        + each.stage().orElse(""))
            .orElse("")
        + "\n"
        + ladder.map(NamedLadder::id).orElse("");
  }

  @Override
  public int compareTo(Heading other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Heading heading && key().equals(heading.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }
}
