package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Severity;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.simulation.Precision;
import id.kla.simulation.SampledDistribution;
import id.kla.simulation.Sampler;
import id.kla.simulation.SimulationReport;
import id.kla.simulation.Survival;
import id.kla.simulation.TiedModel;
import id.kla.table.KlaTables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kla simulate}: how sure a score is when its claims are judged. */
@Command(
    name = "simulate",
    description =
        "Says how sure a score is: the chance of each predicate, the total to expect and how totals"
            + " spread, if claims survive as --survival says. Computed exactly where that can be"
            + " done, else drawn, with standard errors.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

  private static final long USUAL_DRAWS = 1_000_000;

  /** So many only where a wanted error stops them, or somebody does. */
  private static final long MOST_DRAWS = 1_000_000_000;

  /** Only chances are asked to be so exact. */
  private static final BigDecimal ANY_ERROR = new BigDecimal("1000000000");

  private static final int PERCENT = 100;

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Viewing viewing = new Viewing();

  @Mixin private SurvivalFile survivalFile = new SurvivalFile();

  @Mixin private Searching searching = new Searching();

  @Mixin private Output output = new Output();

  @Option(
      names = "--format",
      paramLabel = "text|json|csv|xlsx",
      description = "Text by default; the others hold everything, for programs or spreadsheets.",
      defaultValue = "text")
  private ResultFormat format = ResultFormat.TEXT;

  @Option(
      names = "--target",
      paramLabel = "TIER",
      description =
          "The predicate that is asked about, by the code of its tier; by default that which the"
              + " sheet holds now, or else the lowest.")
  private @Nullable String target;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of what is drawn; ${DEFAULT-VALUE} by default.",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--draws",
      paramLabel = "N",
      description =
          "Draw so many sheets, also where chances could be computed exactly. Where they can't,"
              + " 1000000 by default.")
  private @Nullable Long draws;

  @Option(
      names = "--error",
      paramLabel = "PERCENT",
      description =
          "Of what is drawn, stop as soon as no chance of a predicate or a higher one has a larger"
              + " standard error, such as 0.05; of at most --draws, or 1000000000.")
  private @Nullable BigDecimal error;

  @Parameters(
      paramLabel = "FILE",
      description = "An assessment in JSON, or tables; - is standard input.")
  private Path file = Path.of("");

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  SimulateCommand() {}

  @Override
  public Integer call() throws IOException {
    usage();
    Checked<ScoredAssessment> scored = viewing.scored(file, common, reading);
    List<Fault> faults = new ArrayList<>(scored.faults());
    scored
        .value()
        .flatMap(read -> GapCommand.unknown(read.edition(), target))
        .ifPresent(faults::add);
    Optional<Survival> survival = survival(scored.value(), faults);
    Optional<TiedModel> model = Optional.empty();
    if (survival.isPresent() && scored.value().isPresent()) {
      Checked<TiedModel> checked = survival.get().check(scored.orThrow());
      faults.addAll(checked.faults());
      model = checked.value();
    }
    boolean isFaulty = faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
    common.tell(faults, format.ofFaults());
    return isFaulty
        ? Main.FAULTY_INPUT
        : tell(scored.orThrow(), survival.orElseThrow(), model.orElseThrow());
  }

  private Optional<Survival> survival(Optional<ScoredAssessment> scored, List<Fault> faults)
      throws IOException {
    Optional<Edition> edition =
        scored.map(ScoredAssessment::edition).or(() -> common.edition().flatMap(Checked::value));
    Checked<Survival> survival = survivalFile.read(edition, common, reading);
    faults.addAll(survival.faults());
    return survival.value();
  }

  private void usage() {
    survivalFile.check();
    searching.check();
    if (draws != null && (draws < 2 || draws > MOST_DRAWS)) {
      throw wrong("--draws: found " + draws + "; allowed: 2 to " + MOST_DRAWS + ".");
    }
    if (error != null
        && (error.signum() <= 0 || error.compareTo(BigDecimal.valueOf(PERCENT)) >= 0)) {
      throw wrong(
          "--error: found " + error + "; allowed: percent above 0 and below 100, such as 0.05.");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int tell(ScoredAssessment scored, Survival survival, TiedModel model) {
    Optional<Tier> tier = target(scored);
    Optional<SimulationReport> exact =
        draws == null ? SimulationReport.exact(scored, survival, tier) : Optional.empty();
    if (exact.isPresent()) {
      return tell(exact.get());
    }
    long most = draws != null ? draws : error != null ? MOST_DRAWS : USUAL_DRAWS;
    try (Drawing drawing = Drawing.of(common.err(), (int) most, searching.limit())) {
      Sampler sampler =
          SimulationReport.sampler(scored, model, seed)
              .telling(drawing::show)
              .until(drawing::isOver);
      SampledDistribution sample =
          error == null
              ? sampler.sample(0, most)
              : sampler.sample(new Precision(ANY_ERROR, error.doubleValue() / PERCENT), most);
      drawing.end();
      return tell(SimulationReport.sampled(scored, survival, tier, sample));
    }
  }

  private Optional<Tier> target(ScoredAssessment scored) {
    return target == null
        ? scored.now().tier().or(() -> scored.edition().ladder().tiers().stream().findFirst())
        : scored.edition().ladder().findNamed(target);
  }

  private int tell(SimulationReport report) {
    KlaTables tables = KlaTables.of().in(common.language());
    return output.write(
        format,
        () -> TextReport.simulation(report, common.language()),
        () -> KlaJson.strict().write(KlaFormat.SIMULATION, report),
        form -> tables.writeSimulation(report, form));
  }
}
