package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.points.Share;
import id.kla.region.AreaLevel;
import id.kla.report.TextReport;
import id.kla.rollup.Area;
import id.kla.rollup.RollUpReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code kla rollup}: a province or the nation from the results of its regions. */
@Command(
    name = "rollup",
    description =
        "Rolls up a province or the nation: who holds what, how totals and their parts lie, and"
            + " what decides Provila. Sheets are scored on the way; declared results stand beside"
            + " them.",
    mixinStandardHelpOptions = true)
final class RollUpCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Viewing viewing = new Viewing();

  @Mixin private Output output = new Output();

  @Option(
      names = "--province",
      paramLabel = "PROVINCE",
      description = "Code or name of the province; the nation by default.")
  private @Nullable String province;

  @Option(
      names = "--kelana",
      paramLabel = "N/ALL",
      description = "How many sub-districts of all are Kelana, for the rules that ask for it.",
      converter = ShareConverter.class)
  private @Nullable Share kelana;

  @Option(
      names = "--dekela",
      paramLabel = "N/ALL",
      description = "How many villages of all are Dekela, for the rules that ask for it.",
      converter = ShareConverter.class)
  private @Nullable Share dekela;

  @Option(
      names = "--format",
      paramLabel = "text|json|csv|xlsx",
      description = "Text by default; the others hold every region.",
      defaultValue = "text")
  private ResultFormat format = ResultFormat.TEXT;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description =
          "Assessments and declared results, in JSON or tables, or folders of them; - is standard"
              + " input.")
  private List<Path> files = List.of();

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  RollUpCommand() {}

  /** Reads a part and a whole. */
  static final class ShareConverter implements ITypeConverter<Share> {
    /** Made by picocli. */
    ShareConverter() {}

    @Override
    public Share convert(String value) {
      try {
        return Share.parse(value.replace("/", " of "));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("found '" + value + "'; allowed: such as 665/666");
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    if (province == null && (kelana != null || dekela != null)) {
      throw new ParameterException(
          spec.commandLine(),
          "--kelana and --dekela count the parts of one province: give --province PROVINCE, too.");
    }
    Optional<Checked<Edition>> edition = common.edition();
    if (edition.isPresent()) {
      boolean isBroken = edition.get().value().isEmpty();
      // What an edition is warned of does not belong to a document of faults of results.
      if (isBroken || format != ResultFormat.JSON) {
        common.tell(edition.get().faults(), format.ofFaults());
      }
      if (isBroken) {
        return Main.FAULTY_INPUT;
      }
    }
    Checked<Area> area =
        province == null
            ? Checked.of(Area.nation(), List.of())
            : Area.findProvince(province, Place.unknown());
    Checked<List<Path>> documents = Documents.of(files);
    if (area.value().isEmpty() || documents.value().isEmpty()) {
      List<Fault> faults = new ArrayList<>(area.faults());
      faults.addAll(documents.faults());
      common.tell(faults, format.ofFaults());
      return Main.FAULTY_INPUT;
    }
    return roll(area.orThrow(), documents.orThrow(), edition.flatMap(Checked::value));
  }

  private int roll(Area area, List<Path> documents, Optional<Edition> asked) throws IOException {
    List<Fault> kept = new ArrayList<>();
    Optional<ProgressBar> bar =
        ProgressBar.isWanted() && documents.size() > 1
            ? Optional.of(ProgressBar.of(common.err(), documents.size()))
            : Optional.empty();
    RollUpReading.Read read =
        new RollUpReading(common, reading, viewing, asked)
            .read(
                documents,
                done -> bar.ifPresent(each -> each.show(done)),
                faults -> {
                  if (format == ResultFormat.JSON) {
                    kept.addAll(faults);
                  } else if (!faults.isEmpty()) {
                    bar.ifPresent(ProgressBar::end);
                    common.tell(faults);
                  }
                });
    bar.ifPresent(ProgressBar::end);
    RollUpReport report = RollUpReport.of(read.rollUp(), area, read.unread(), counts());
    kept.addAll(report.findings());
    common.tell(kept, format.ofFaults());
    int status = write(report, asked);
    boolean isWhole =
        report.unread() == 0
            && report.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR);
    return status != Main.FINE || isWhole ? status : Main.FAULTY_INPUT;
  }

  private Map<AreaLevel, Share> counts() {
    Map<AreaLevel, Share> counts = new EnumMap<>(AreaLevel.class);
    if (kelana != null) {
      counts.put(AreaLevel.SUBDISTRICT, kelana);
    }
    if (dekela != null) {
      counts.put(AreaLevel.VILLAGE, dekela);
    }
    return counts;
  }

  private int write(RollUpReport report, Optional<Edition> asked) {
    return output.write(
        format,
        () -> TextReport.rollUp(report, common.language()),
        () -> KlaJson.strict().write(KlaFormat.ROLL_UP, report),
        form -> reading.tables(asked, common).writeRollUp(report, form));
  }
}
