package id.kla.cli;

import id.kla.assessment.AppliedLadder;
import id.kla.assessment.Calendar;
import id.kla.assessment.Round;
import id.kla.edition.Bound;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Ladder;
import id.kla.edition.Ladders;
import id.kla.edition.NamedLadder;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.report.TextReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kla ladder}: which predicate a total earns. */
@Command(
    name = "ladder",
    description = "Says which predicate a total earns, and why.",
    mixinStandardHelpOptions = true)
final class LadderCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @ArgGroup private @Nullable Which which;

  /** Which ladder; that of the edition unless said otherwise. */
  static final class Which {
    @Option(
        names = "--ladder",
        paramLabel = "ID",
        description = "A built-in ladder, such as ministry-2022, instead of an edition's.")
    private @Nullable String ladder;

    @Option(
        names = "--as-of",
        paramLabel = "DATE",
        description = "The ladder of the round that a day falls in, such as 2023-07-22.")
    private @Nullable String day;

    @Option(
        names = "--round",
        paramLabel = "ROUND",
        description = "The ladder of a round, such as 2023 or 2024/2025.")
    private @Nullable String round;

    /** Made by picocli. */
    Which() {}
  }

  @Parameters(
      paramLabel = "TOTAL",
      description = "A total with a decimal point or a decimal comma, such as 600.36.")
  private String total = "";

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  LadderCommand() {}

  /** A ladder, and what it says of a total. */
  private record Chosen(Ladder ladder, Function<Points, String> report) {}

  @Override
  public Integer call() {
    Checked<Chosen> chosen = choose();
    common.tell(chosen.faults());
    if (chosen.value().isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    String text = total.replace(',', '.');
    if (!text.matches("-?[0-9]{1,40}(\\.[0-9]{1,40})?")) {
      return refuse(Fault.of(FaultCode.BAD_POINTS, Place.unknown()).with("found", total));
    }
    BigDecimal number = new BigDecimal(text);
    Optional<Bound<Points>> top = chosen.orThrow().ladder().top();
    if (number.signum() < 0 || number.compareTo(highest(top)) > 0) {
      return refuse(
          Fault.of(FaultCode.TOTAL_OUT_OF_RANGE, Place.unknown())
              .with("found", number)
              .with("allowed", highest(top)));
    }
    if (number.stripTrailingZeros().scale() > Points.SCALE) {
      return refuse(Fault.of(FaultCode.TOO_MANY_DECIMALS, Place.unknown()).with("found", total));
    }
    Points points = Points.of(number);
    if (text.matches("[1-9][0-9]{0,2}\\.[0-9]{3}")) {
      common.tell(
          List.of(
              Fault.of(FaultCode.AMBIGUOUS_NUMBER, Place.unknown())
                  .with("found", total)
                  .with("read", points.toBigDecimal())));
    }
    common.out().print(chosen.orThrow().report().apply(points));
    return Main.FINE;
  }

  private Checked<Chosen> choose() {
    Optional<Checked<Edition>> edition = common.edition();
    Which asked = which;
    if (asked == null) {
      return map(
          edition.orElseGet(() -> Checked.of(Editions.kla2024(), List.of())), this::ofEdition);
    }
    if (edition.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "Give either --edition, or one of --ladder, --as-of and --round.");
    }
    if (asked.ladder != null) {
      return map(Ladders.find(asked.ladder, Place.unknown()), this::ofItself);
    }
    return map(
        asked.day != null ? asOf(asked.day) : in(Objects.requireNonNull(asked.round)),
        this::applied);
  }

  private static Checked<AppliedLadder> asOf(String day) {
    try {
      return Calendar.builtIn().ladderAsOf(LocalDate.parse(day), Place.unknown());
    } catch (DateTimeParseException e) {
      return Checked.failed(
          List.of(Fault.of(FaultCode.BAD_DATE, Place.unknown()).with("found", day)));
    }
  }

  private static Checked<AppliedLadder> in(String text) {
    Checked<Round> round = Calendar.builtIn().find(text, Place.unknown());
    return round.value().isEmpty()
        ? Checked.failed(round.faults())
        : Calendar.builtIn().ladder(round.orThrow(), Place.unknown());
  }

  private Chosen ofEdition(Edition edition) {
    return new Chosen(
        edition.ladder(), points -> TextReport.ladder(edition, points, common.language()));
  }

  private Chosen ofItself(NamedLadder named) {
    return new Chosen(
        named.ladder(), points -> TextReport.ladder(named, points, common.language()));
  }

  private Chosen applied(AppliedLadder applied) {
    return new Chosen(
        applied.named().ladder(), points -> TextReport.ladder(applied, points, common.language()));
  }

  private static <T> Checked<Chosen> map(Checked<T> read, Function<T, Chosen> chosen) {
    return read.value()
        .map(value -> Checked.of(chosen.apply(value), read.faults()))
        .orElseGet(() -> Checked.failed(read.faults()));
  }

  private static BigDecimal highest(Optional<Bound<Points>> top) {
    return top.map(bound -> bound.value().toBigDecimal()).orElse(BigDecimal.valueOf(1, -12));
  }

  private int refuse(Fault fault) {
    common.tell(List.of(fault));
    return Main.FAULTY_INPUT;
  }
}
