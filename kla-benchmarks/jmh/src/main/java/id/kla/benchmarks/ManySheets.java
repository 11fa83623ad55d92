package id.kla.benchmarks;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Question;
import id.kla.edition.Scale;
import id.kla.fault.Checked;
import id.kla.fault.Place;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.points.Points;
import id.kla.region.Region;
import id.kla.region.Regions;
import id.kla.rollup.RegionResult;
import id.kla.rollup.RollUp;
import id.kla.scoring.ScoringEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A folder of sheets of every regency and city, and the parts of rolling it up on one thread:
 * reading bytes, checked assessments out of them, their scores, the roll-up.
 *
 * <p>{@code write FOLDER ROUNDS} writes 514 sheets of 274 answers for each of so many rounds from
 * 2026 on, the same for the same arguments; every hundredth is cut in the middle. {@code read
 * FOLDER} reads them and prints seconds. The command itself is measured as a process.
 *
 * <pre>{@code
 * java -cp kla-benchmarks/jmh/target/benchmarks.jar id.kla.benchmarks.ManySheets write /tmp/many 100
 * java -cp kla-benchmarks/jmh/target/benchmarks.jar id.kla.benchmarks.ManySheets read /tmp/many
 * /usr/bin/time -v java -jar kla-jackson/target/kla-cli.jar rollup /tmp/many > /tmp/many.txt
 * }</pre>
 */
public final class ManySheets {

  private static final int FIRST_YEAR = 2026;

  private static final int CUT = 100;

  private ManySheets() {}

  /** Writes or reads a folder. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    if (arguments[0].equals("write")) {
      write(folder, Integer.parseInt(arguments[2]));
    } else {
      read(folder);
    }
  }

  private static void write(Path folder, int rounds) throws IOException {
    Edition edition = Editions.kla2024();
    KlaJson json = KlaJson.strict();
    int number = 0;
    for (int round = 0; round < rounds; round++) {
      Path inside = Files.createDirectories(folder.resolve(Integer.toString(FIRST_YEAR + round)));
      for (Region region : Regions.builtIn().regions()) {
        String text = json.write(KlaFormat.ASSESSMENT, sheet(edition, region, FIRST_YEAR + round));
        boolean isCut = ++number % CUT == 0;
        Files.writeString(
            inside.resolve(region.code() + ".json"),
            isCut ? text.substring(0, text.length() / 2) : text);
      }
    }
  }

  private static Assessment sheet(Edition edition, Region region, int year) {
    Random random = new Random(region.code().toString().hashCode() * 31L + year);
    double quality = random.nextDouble();
    Assessment.Builder sheet =
        Assessment.builder()
            .edition(edition)
            .region(region.code())
            .round(Round.of(year))
            .stage("self");
    for (Question question : edition.questions()) {
      List<Points> awards = ((Scale.Graded) question.scale()).named();
      Points award =
          random.nextDouble() < quality || awards.isEmpty()
              ? question.maximum()
              : awards.get(random.nextInt(awards.size()));
      sheet.putAnswers(question.code(), Answer.of(award));
    }
    return sheet.build();
  }

  private static void read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    KlaJson json = KlaJson.strict();
    ScoringEngine engine = ScoringEngine.of(Editions.kla2024());
    long bytes = 0;
    long read = 0;
    long checked = 0;
    long scored = 0;
    long rolled = 0;
    RollUp.Builder rollUp = RollUp.builder();
    for (Path file : files) {
      long start = System.nanoTime();
      byte[] content = Files.readAllBytes(file);
      long first = System.nanoTime();
      bytes += content.length;
      read += first - start;
      Checked<Assessment> sheet = json.read(KlaFormat.ASSESSMENT, file.toString(), content);
      long second = System.nanoTime();
      checked += second - first;
      if (sheet.value().isPresent()) {
        var score = engine.score(sheet.orThrow());
        long third = System.nanoTime();
        scored += third - second;
        rollUp.add(RegionResult.of(score, Place.file(file.toString())));
        rolled += System.nanoTime() - third;
      }
    }
    long start = System.nanoTime();
    RollUp whole = rollUp.build();
    rolled += System.nanoTime() - start;
    System.out.printf(
        Locale.ROOT,
        "%d files, %d bytes, %s%nread %.2f s, check %.2f s, score %.2f s, roll up %.2f s%n",
        files.size(),
        bytes,
        whole,
        read / 1e9,
        checked / 1e9,
        scored / 1e9,
        rolled / 1e9);
  }
}
