package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.jackson.KlaFormat;
import id.kla.planning.MeasureList;
import id.kla.planning.Measures;
import id.kla.scoring.ScoredAssessment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The measures that there are to choose among. */
final class MeasureFiles {

  @Option(
      names = "--measures",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Measures in JSON (kla.measures/1) or tables, any number of files.")
  private List<Path> files = new ArrayList<>();

  /** Made by picocli. */
  MeasureFiles() {}

  boolean isEmpty() {
    return files.isEmpty();
  }

  /** Reads every file before it says what is wrong with any. */
  Checked<MeasureList> read(Optional<Edition> edition, Common common, Reading reading)
      throws IOException {
    List<Fault> faults = new ArrayList<>();
    List<MeasureList> lists = new ArrayList<>();
    for (Path each : files) {
      Input input =
          Input.of(each, common.in(), reading.json(edition), reading.tables(edition, common));
      faults.addAll(isOtherTable(input) ? List.of(noMeasures(each)) : input.faults());
      input.measures().ifPresent(lists::add);
      if (input.measures().isEmpty() && input.value().value().isPresent()) {
        faults.add(input.otherThan(each.toString(), KlaFormat.MEASURES.toString()));
      }
    }
    if (lists.size() < files.size()) {
      return Checked.failed(faults);
    }
    Checked<MeasureList> joined = MeasureList.join(lists);
    faults.addAll(joined.faults());
    return joined.value().isPresent()
        ? Checked.of(joined.orThrow(), faults)
        : Checked.failed(faults);
  }

  /**
   * Returns the measures of all files, set against a score; or adds every fault that stands in the
   * way, also where there is no score.
   */
  Optional<Measures> of(
      Optional<ScoredAssessment> scored, Common common, Reading reading, List<Fault> faults)
      throws IOException {
    Optional<Edition> edition =
        scored.map(ScoredAssessment::edition).or(() -> common.edition().flatMap(Checked::value));
    Checked<MeasureList> list = read(edition, common, reading);
    faults.addAll(list.faults());
    if (scored.isEmpty() || list.value().isEmpty()) {
      return Optional.empty();
    }
    Checked<Measures> measures = Measures.check(scored.get(), list.orThrow());
    faults.addAll(measures.faults());
    return measures.value();
  }

  /** A table that holds no measures was taken for one of answers, whose faults help nobody. */
  private static boolean isOtherTable(Input input) {
    return input.format() == KlaFormat.ASSESSMENT
        && input.value().value().isEmpty()
        && input.faults().stream().allMatch(fault -> fault.place() instanceof Place.InTable);
  }

  private static Fault noMeasures(Path file) {
    return Fault.of(FaultCode.NO_TABLE_OF, Place.file(file.toString()))
        .with("allowed", List.of("measure", "cost"));
  }
}
