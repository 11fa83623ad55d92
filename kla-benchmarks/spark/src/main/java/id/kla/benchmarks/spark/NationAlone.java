package id.kla.benchmarks.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@link NationJob} without Spark, on the threads of one machine.
 *
 * <p>Arguments: threads, seed, draws per region, partitions, and the file for the table.
 */
public final class NationAlone {

  private NationAlone() {}

  /** Runs it. */
  public static void main(String... arguments) throws Exception {
    List<String> all = Arrays.asList(arguments);
    ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(all.get(0)));
    try {
      Run.of(all.subList(1, all.size()))
          .with(
              (edition, shares) -> {
                List<Future<List<Part>>> drawn = new ArrayList<>();
                for (Share share : shares) {
                  drawn.add(threads.submit(() -> share.draw(edition)));
                }
                List<Part> parts = new ArrayList<>();
                for (Future<List<Part>> each : drawn) {
                  parts.addAll(each.get());
                }
                return parts;
              });
    } finally {
      threads.shutdown();
    }
  }
}
