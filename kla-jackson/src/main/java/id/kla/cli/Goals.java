package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.planning.Gap;
import id.kla.planning.YearGoal;
import id.kla.planning.YearGoals;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.table.KlaTables;
import id.kla.table.SheetFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What each year may cost and must reach. */
final class Goals {

  /** A number that is read in one way here and in another there. */
  private static final Pattern THOUSANDS = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");

  private static final Pattern YEARS = Pattern.compile("([0-9]{4})(?:-([0-9]{4}))?");

  /** More than anybody plans, so that a slip of the hand is no long list. */
  private static final int LONGEST = 100;

  @Option(
      names = "--years",
      paramLabel = "YEARS",
      description = "The years of the plan, such as 2026-2030 or 2026,2028.")
  private @Nullable String years;

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "What may be spent in each of --years; no limit by default.",
      converter = Amount.class)
  private @Nullable BigDecimal budget;

  @Option(
      names = "--target",
      paramLabel = "TIER|POINTS",
      description =
          "What must be reached at the end of the last year: a predicate, by the code of its tier,"
              + " or a total. By default the next predicate.")
  private @Nullable String target;

  @Option(
      names = "--goals",
      paramLabel = "FILE",
      description =
          "Instead of these, a table (CSV or xlsx) with the columns year, budget and target.")
  private @Nullable Path file;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  Goals() {}

  boolean isGiven() {
    return years != null || file != null || budget != null || target != null;
  }

  /** Refuses options that say nothing, or too much. */
  void check() {
    if (years == null && file == null) {
      throw wrong(
          "Say which years: --years 2026-2030, with --budget N for each and --target TIER for the"
              + " last, or --goals FILE.");
    }
    if (file != null && (years != null || budget != null || target != null)) {
      throw wrong(
          "--goals has years, budgets and targets of its own: leave --years, --budget and --target"
              + " out.");
    }
    if (years != null) {
      numbers(years);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher range = YEARS.matcher(part.strip());
      int first = range.matches() ? Integer.parseInt(range.group(1)) : 0;
      int last =
          range.matches() && range.group(2) != null ? Integer.parseInt(range.group(2)) : first;
      if (first == 0 || last < first || last - first > LONGEST) {
        throw wrong(
            "--years: found \"" + part.strip() + "\"; allowed: such as 2026-2030 or 2026,2028.");
      }
      for (int year = first; year <= last; year++) {
        numbers.add(year);
      }
    }
    return numbers;
  }

  /** Returns the years for a score; where nothing is to be reached, the next tier is. */
  Optional<YearGoals> of(ScoredAssessment scored, Common common, List<Fault> faults)
      throws IOException {
    Edition edition = scored.edition();
    Checked<YearGoals> checked =
        file == null ? YearGoals.check(edition, typed()) : table(file, edition, common);
    checked.faults().stream().distinct().forEach(faults::add);
    return checked.value().map(goals -> withTarget(goals, scored));
  }

  private Checked<YearGoals> table(Path path, Edition edition, Common common) throws IOException {
    Checked<SheetFile> source =
        path.toString().equals("-")
            ? SheetFile.read("standard input", common.in())
            : SheetFile.read(path);
    return source.value().isPresent()
        ? KlaTables.of().readGoals(source.orThrow(), edition)
        : Checked.failed(source.faults());
  }

  private List<Written<YearGoal>> typed() {
    List<Integer> numbers = numbers(years == null ? "" : years);
    List<Written<YearGoal>> goals = new ArrayList<>();
    for (int year : numbers) {
      boolean isLast = year == Collections.max(numbers);
      goals.add(
          new Written<>(
              new YearGoal(
                  year,
                  Optional.ofNullable(budget),
                  isLast ? Optional.ofNullable(target).map(this::meant) : Optional.empty()),
              Place.unknown()));
    }
    return goals;
  }

  private YearGoal.Target meant(String text) {
    if (THOUSANDS.matcher(text).matches()) {
      throw wrong(
          "--target: found "
              + text
              + ", whose point or comma may divide thousands; write it without, such as 830 or"
              + " 830.5.");
    }
    Optional<Points> points = Points.find(text.replace(',', '.'));
    return points.isPresent() ? new YearGoal.OfTotal(points.get()) : new YearGoal.OfTier(text);
  }

  private YearGoals withTarget(YearGoals goals, ScoredAssessment scored) {
    if (goals.goals().stream().anyMatch(goal -> goal.target().isPresent())) {
      return goals;
    }
    Tier tier =
        Gap.toNext(scored)
            .map(Gap::tier)
            .or(() -> scored.now().tier())
            .orElseThrow(() -> wrong("The edition has no predicates; give --target POINTS."));
    List<YearGoal> all = new ArrayList<>(goals.goals());
    int last = all.size() - 1;
    all.set(last, all.get(last).withTarget(new YearGoal.OfTier(tier.code())));
    return YearGoals.of(goals.edition(), all);
  }
}
