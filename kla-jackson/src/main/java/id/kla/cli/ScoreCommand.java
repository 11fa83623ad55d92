package id.kla.cli;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kla score}: what an assessment scores. */
@Command(
    name = "score",
    description = "Scores an assessment and explains its total and predicate.",
    mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "How to write the score; text by default.",
      defaultValue = "text")
  private Common.Format format = Common.Format.TEXT;

  @Parameters(
      paramLabel = "FILE",
      description =
          "An assessment in JSON, or tables; - reads one document a line from standard input and"
              + " answers one a line in JSON.")
  private Path file = Path.of("");

  /** Made by picocli. */
  ScoreCommand() {}

  @Override
  public Integer call() throws IOException {
    Optional<Checked<Edition>> edition = common.edition();
    if (edition.isPresent()) {
      if (edition.get().value().isEmpty()) {
        common.tell(edition.get().faults(), format);
        return Main.FAULTY_INPUT;
      }
      // What an edition is warned of does not belong to a sheet's answer.
      if (format == Common.Format.TEXT) {
        common.tell(edition.get().faults());
      }
    }
    Optional<Edition> asked = edition.flatMap(Checked::value);
    return file.toString().equals("-") ? lines(asked) : document(asked);
  }

  private int document(Optional<Edition> asked) throws IOException {
    Input input = Input.of(file, common.in(), reading.json(asked), reading.tables(asked, common));
    // A score is not scored again by another view than its own: that is what recheck is for.
    Checked<ScoredAssessment> scored =
        input.scored().isPresent()
            ? Checked.failed(
                List.of(input.otherThan(file.toString(), KlaFormat.ASSESSMENT.toString())))
            : ReconcileCommand.scored(asked, file, input);
    common.tell(scored.faults(), format);
    if (scored.value().isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    common
        .out()
        .print(
            switch (format) {
              case TEXT -> TextReport.score(scored.orThrow(), common.language());
              case JSON -> KlaJson.strict().write(KlaFormat.SCORED, scored.orThrow());
            });
    return Main.FINE;
  }

  /** One start serves many: each line in is a document, each line out its score or its faults. */
  private int lines(Optional<Edition> asked) throws IOException {
    int status = Main.FINE;
    KlaJson answer = KlaJson.strict().withLayout(KlaJson.Layout.ONE_LINE);
    InputStream in = new BufferedInputStream(common.in());
    int number = 0;
    boolean isBroken = false;
    for (Optional<byte[]> line = line(in); line.isPresent(); line = line(in)) {
      number++;
      if (isBlank(line.get())) {
        continue;
      }
      String name = "line " + number;
      Checked<ScoredAssessment> scored =
          score(asked, name, reading.json(asked).read(KlaFormat.ASSESSMENT, name, line.get()));
      if (scored.value().isEmpty()) {
        status = Main.FAULTY_INPUT;
        isBroken |= scored.faults().stream().anyMatch(f -> f.code() == FaultCode.BROKEN_JSON);
      } else {
        common.tell(scored.faults());
      }
      common
          .out()
          .print(
              scored
                  .value()
                  .map(value -> answer.write(KlaFormat.SCORED, value))
                  .orElseGet(() -> answer.write(KlaFormat.FAULTS, scored.faults())));
      common.out().flush();
    }
    if (isBroken) {
      common
          .err()
          .println(
              common.language() == Language.ENGLISH
                  ? "kla: score - reads a whole document on each line; one on several lines is read"
                      + " from a file: kla score FILE."
                  : "kla: score - membaca satu dokumen utuh per baris; yang terdiri atas beberapa"
                      + " baris dibaca dari berkas: kla score FILE.");
    }
    return status;
  }

  /**
   * Reads the bytes up to the next line feed, which the reader of documents decodes and measures;
   * what is longer than it takes is passed over.
   */
  private static Optional<byte[]> line(InputStream in) throws IOException {
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (; next >= 0 && next != '\n'; next = in.read()) {
      if (line.size() <= KlaJson.LARGEST) {
        line.write(next);
      }
    }
    return Optional.of(line.toByteArray());
  }

  private static boolean isBlank(byte[] line) {
    for (byte each : line) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Scores what was read, under the edition that was asked for if that changes the sheet's own. */
  static Checked<ScoredAssessment> score(
      Optional<Edition> asked, String name, Checked<Assessment> read) {
    if (read.value().isEmpty()) {
      return Checked.failed(read.faults());
    }
    Checked<Assessment> moved = under(asked, read);
    if (moved.value().isEmpty()) {
      return Checked.failed(moved.faults());
    }
    Assessment assessment = moved.orThrow();
    Edition edition = assessment.edition();
    if (asked.isPresent() && !asked.get().equals(edition)) {
      return refused(
          read,
          Fault.of(FaultCode.OTHER_EDITION, Place.file(name))
              .with("found", edition.id())
              .with("allowed", asked.get().id()));
    }
    Optional<Fault> refusal =
        ScoringEngine.refusal(edition, Place.edition(edition.id(), Label.of("", "")));
    if (refusal.isPresent()) {
      return refused(read, refusal.get());
    }
    return Checked.of(ScoringEngine.of(edition).score(assessment), moved.faults());
  }

  /** A sheet of the edition that the one asked for changes is taken over to it. */
  private static Checked<Assessment> under(Optional<Edition> asked, Checked<Assessment> read) {
    Assessment sheet = read.orThrow();
    Optional<Edition> overlay =
        asked
            .filter(edition -> !edition.id().equals(sheet.edition().id()))
            .filter(
                edition ->
                    edition
                        .changedFrom()
                        .filter(changed -> changed.digest().equals(sheet.edition().digest()))
                        .isPresent());
    if (overlay.isEmpty()) {
      return read;
    }
    Checked<Assessment> moved = sheet.under(overlay.get());
    List<Fault> faults = new ArrayList<>(read.faults());
    faults.addAll(moved.faults());
    return moved.value().isPresent() ? Checked.of(moved.orThrow(), faults) : Checked.failed(faults);
  }

  private static Checked<ScoredAssessment> refused(Checked<Assessment> read, Fault fault) {
    List<Fault> faults = new ArrayList<>(read.faults());
    faults.add(fault);
    return Checked.failed(faults);
  }
}
