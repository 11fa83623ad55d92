package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Tier;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.jackson.KlaFormat;
import id.kla.planning.Cheapest;
import id.kla.planning.Gap;
import id.kla.planning.MeasureList;
import id.kla.planning.Measures;
import id.kla.planning.Plan;
import id.kla.planning.Planner;
import id.kla.planning.Progress;
import id.kla.planning.Sensitivity;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kla plan}: the cheapest way to a predicate, or the most points within a budget. */
@Command(
    name = "plan",
    description =
        "Finds the cheapest measures that reach a predicate, or those that win most within a budget,"
            + " and proves it. Without measures every question with headroom is one of cost 1 that"
            + " fills it.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

  private static final long QUIET = Duration.ofSeconds(2).toNanos();

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Viewing viewing = new Viewing();

  @Mixin private Output output = new Output();

  @Option(
      names = "--target",
      paramLabel = "TIER",
      description = "The predicate, by the code of its tier; the next one by default.")
  private @Nullable String target;

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "Most points within this budget, instead of a predicate.")
  private @Nullable BigDecimal budget;

  @Option(
      names = "--measures",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Measures in JSON (kla.measures/1) or tables, any number of files.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--lock",
      paramLabel = "QUESTION",
      split = ",",
      description = "Questions that nothing is done about, such as 7.2,14.10.")
  private List<String> locks = new ArrayList<>();

  @Option(
      names = "--next",
      paramLabel = "K",
      description = "Also the K next best plans.",
      defaultValue = "0")
  private int next;

  @Option(
      names = "--time",
      paramLabel = "SECONDS",
      description =
          "Stop then, with the best plan so far and the least that any costs; no limit by default.")
  private @Nullable Integer seconds;

  @Parameters(
      paramLabel = "FILE",
      description = "An assessment in JSON, or tables; - is standard input.")
  private Path file = Path.of("");

  @Spec private CommandSpec spec;

  private long told = System.nanoTime();

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  PlanCommand() {}

  @Override
  public Integer call() throws IOException {
    usage();
    Optional<ScoredAssessment> scored = viewing.scored(file, common, reading);
    if (scored.isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    List<Fault> faults = new ArrayList<>();
    GapCommand.unknown(scored.get().edition(), target).ifPresent(faults::add);
    Set<QuestionCode> locked = locked(scored.get(), faults);
    if (!faults.isEmpty()) {
      common.tell(faults);
      return Main.FAULTY_INPUT;
    }
    Optional<Measures> measures =
        files.isEmpty()
            ? Optional.of(Measures.ofHeadroom(scored.get(), locked))
            : measures(scored.get());
    return measures.isPresent() ? tell(scored.get(), measures.get()) : Main.FAULTY_INPUT;
  }

  private int tell(ScoredAssessment scored, Measures measures) {
    Planner planner = Planner.of(measures);
    String text =
        told(scored, seconds == null ? planner : planner.within(Duration.ofSeconds(seconds)));
    return output.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads every file before it tells what is wrong with any. */
  private Optional<Measures> measures(ScoredAssessment scored) throws IOException {
    Optional<Edition> edition = Optional.of(scored.edition());
    List<Fault> faults = new ArrayList<>();
    List<MeasureList> lists = new ArrayList<>();
    for (Path each : files) {
      Input input =
          Input.of(each, common.in(), reading.json(edition), reading.tables(edition, common));
      faults.addAll(input.faults());
      input.measures().ifPresent(lists::add);
      if (input.measures().isEmpty() && input.value().value().isPresent()) {
        faults.add(input.otherThan(each.toString(), KlaFormat.MEASURES.toString()));
      }
    }
    common.tell(faults);
    return lists.size() < files.size()
        ? Optional.empty()
        : common
            .told(MeasureList.join(lists))
            .flatMap(joined -> common.told(Measures.check(scored, joined)));
  }

  private void usage() {
    if (!locks.isEmpty() && !files.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--lock is for plans without --measures: leave the measure out.");
    }
    if (target != null && budget != null) {
      throw new ParameterException(spec.commandLine(), "Give --target or --budget, not both.");
    }
    if (budget != null && budget.signum() < 0) {
      throw new ParameterException(
          spec.commandLine(), "--budget: found " + budget + "; allowed: from 0.");
    }
    if (next < 0 || (seconds != null && seconds < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--next is a number from 0, --time one from 1.");
    }
  }

  private Set<QuestionCode> locked(ScoredAssessment scored, List<Fault> faults) {
    Set<QuestionCode> locked = new LinkedHashSet<>();
    for (String lock : locks) {
      Optional<QuestionCode> code = QuestionCode.find(lock.strip());
      if (code.flatMap(scored.edition()::findQuestion).isPresent()) {
        locked.add(code.get());
      } else {
        faults.add(
            Fault.of(FaultCode.UNKNOWN_QUESTION, Place.unknown())
                .with("found", lock)
                .with("edition", scored.edition().id())
                .with("nearest", code.map(scored.edition()::near).orElse(List.of())));
      }
    }
    return locked;
  }

  private String told(ScoredAssessment scored, Planner planner) {
    if (budget != null) {
      return TextReport.plan(scored, budget, planner.mostPoints(budget), common.language());
    }
    Optional<Tier> tier =
        target == null
            ? Gap.toNext(scored).map(Gap::tier)
            : scored.edition().ladder().findTier(target);
    if (tier.isEmpty()) {
      return TextReport.gap(scored, List.of(), common.language());
    }
    Cheapest cheapest = planner.telling(this::tell).cheapest(tier.get().code());
    boolean isProven = cheapest instanceof Cheapest.Proven;
    List<Plan> others =
        isProven && next > 0
            ? planner.best(tier.get().code(), next + 1).stream().skip(1).toList()
            : List.of();
    Optional<Sensitivity> sensitivity =
        isProven ? planner.sensitivity(tier.get().code()) : Optional.empty();
    return TextReport.plan(scored, tier.get(), cheapest, others, sensitivity, common.language());
  }

  /** Short work is done before it says anything. */
  private void tell(Progress progress) {
    long now = System.nanoTime();
    if (now - told >= QUIET) {
      told = now;
      common
          .err()
          .println(
              "kla plan: at least "
                  + progress.leastCost().toPlainString()
                  + progress.best().map(cost -> ", so far " + cost.toPlainString()).orElse(""));
      common.err().flush();
    }
  }
}
