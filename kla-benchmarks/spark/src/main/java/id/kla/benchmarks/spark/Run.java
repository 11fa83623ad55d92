package id.kla.benchmarks.spark;

import id.kla.edition.Edition;
import id.kla.edition.Editions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What both programs do in the same way: cut the nation into shares, have them drawn, put the parts
 * together, write the table and say how long it took.
 *
 * @param seed of everything that is drawn
 * @param drawsPerRegion for each of the 514 regions
 * @param shares into how many shares all draws are cut
 * @param file where the table is written
 */
record Run(long seed, long drawsPerRegion, int shares, Path file) {

  /** Has shares drawn. */
  interface Engine {
    List<Part> draw(Edition edition, List<Share> shares) throws Exception;
  }

  static Run of(List<String> arguments) {
    if (arguments.size() != 4) {
      throw new IllegalArgumentException(
          "arguments: found " + arguments + "; allowed: seed, draws per region, partitions, file");
    }
    return new Run(
        Long.parseLong(arguments.get(0)),
        Long.parseLong(arguments.get(1)),
        Integer.parseInt(arguments.get(2)),
        Path.of(arguments.get(3)));
  }

  /** Prints the digest and the seconds, those before this call apart. */
  void with(Engine engine) throws Exception {
    double startUp =
        (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
    long start = System.nanoTime();
    Edition edition = Editions.kla2024();
    Nation nation = Nation.of(edition, seed);
    List<Part> parts = engine.draw(edition, Share.of(nation, seed, drawsPerRegion, shares));
    NationResult result = NationResult.of(nation, parts);
    String digest = result.digest().toString();
    double seconds = (System.nanoTime() - start) / 1e9;
    write(result);
    System.out.printf(
        Locale.ROOT,
        "digest %s processes %d draws %d startup %.2f seconds %.2f%n",
        digest,
        result.processes(),
        result.draws(),
        startUp,
        seconds);
  }

  private void write(NationResult result) throws IOException {
    Files.write(file, result.table());
  }
}
