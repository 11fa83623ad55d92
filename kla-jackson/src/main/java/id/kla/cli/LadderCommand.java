package id.kla.cli;

import id.kla.edition.Bound;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.report.TextReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kla ladder}: which predicate a total earns. */
@Command(
    name = "ladder",
    description = "Says which predicate a total earns, and why.",
    mixinStandardHelpOptions = true)
final class LadderCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Parameters(
      paramLabel = "TOTAL",
      description = "A total with a decimal point or a decimal comma, such as 600.36.")
  private String total = "";

  /** Made by picocli. */
  LadderCommand() {}

  @Override
  public Integer call() {
    Checked<Edition> edition =
        common.edition().orElseGet(() -> Checked.of(Editions.kla2024(), List.of()));
    common.tell(edition.faults());
    if (edition.value().isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    String text = total.replace(',', '.');
    if (!text.matches("-?[0-9]{1,40}(\\.[0-9]{1,40})?")) {
      return refuse(Fault.of(FaultCode.BAD_POINTS, Place.unknown()).with("found", total));
    }
    BigDecimal number = new BigDecimal(text);
    Optional<Bound<Points>> top = edition.orThrow().ladder().top();
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
    common.out().print(TextReport.ladder(edition.orThrow(), points, common.language()));
    return Main.FINE;
  }

  private static BigDecimal highest(Optional<Bound<Points>> top) {
    return top.map(bound -> bound.value().toBigDecimal()).orElse(BigDecimal.valueOf(1, -12));
  }

  private int refuse(Fault fault) {
    common.tell(List.of(fault));
    return Main.FAULTY_INPUT;
  }
}
