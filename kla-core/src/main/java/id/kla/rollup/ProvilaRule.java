package id.kla.rollup;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Round;
import id.kla.edition.Origin;
import id.kla.fault.Label;
import id.kla.region.AreaLevel;
import id.kla.rollup.BuiltInTable.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What makes a province a child-friendly one (<i>Provila, provinsi layak anak</i>): conditions that
 * must all be met.
 *
 * @param id its name, such as {@code provila-2025}
 * @param label what it asks for, in a sentence
 * @param rounds the rounds that it is known to apply to, or thought to
 * @param conditions what must be met
 * @param origin where it comes from
 */
@CheckReturnValue
public record ProvilaRule(
    String id, Label label, List<Round> rounds, List<Condition> conditions, Origin origin) {

  private static final ImmutableList<ProvilaRule> BUILT_IN = read();

  /** Copies the lists. */
  public ProvilaRule {
    rounds = List.copyOf(rounds);
    conditions = List.copyOf(conditions);
  }

  /**
   * What all areas of a level must hold.
   *
   * @param level the level
   * @param prize {@code award} for a predicate of any tier, or the name of the prize
   */
  public record Condition(AreaLevel level, String prize) {}

  /** Returns the rules that are built in, the earliest first; their table names the sources. */
  public static List<ProvilaRule> builtIn() {
    return BUILT_IN;
  }

  /** Returns the built-in rule with that id, if there is one. */
  public static Optional<ProvilaRule> find(String id) {
    return BUILT_IN.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  private static ImmutableList<ProvilaRule> read() {
    Map<String, List<Row>> rules =
        BuiltInTable.rows("provila.tsv").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text("rule"), LinkedHashMap::new, Collectors.toList()));
    return rules.values().stream().map(ProvilaRule::of).collect(ImmutableList.toImmutableList());
  }

  private static ProvilaRule of(List<Row> rows) {
    Row first = rows.get(0);
    return new ProvilaRule(
        first.text("rule"),
        Label.of(first.text("label_id"), first.text("label_en")),
        first.list("rounds").stream().map(Round::parse).toList(),
        rows.stream()
            .map(
                row ->
                    new Condition(
                        AreaLevel.valueOf(row.text("level").toUpperCase(Locale.ROOT)),
                        row.text("prize")))
            .toList(),
        first.origin());
  }
}
