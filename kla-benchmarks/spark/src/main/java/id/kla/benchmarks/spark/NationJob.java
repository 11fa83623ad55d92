package id.kla.benchmarks.spark;

import id.kla.edition.Edition;
import id.kla.edition.EditionTables;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Draws and scores what judging may leave of the claims of all 514 regions, on Apache Spark.
 *
 * <p>The edition goes to the workers as its tables' bytes, a share of the draws as primitive
 * arrays; what was drawn comes back as bytes. Its arguments are seed, draws per region, partitions,
 * and the file for the table; where it runs is said to {@code spark-submit}.
 */
public final class NationJob {

  private NationJob() {}

  /** Runs it. */
  public static void main(String... arguments) throws Exception {
    try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setAppName("kla nation"))) {
      Run.of(Arrays.asList(arguments))
          .with((edition, shares) -> draw(spark, tables(edition), shares));
    }
  }

  private static List<Part> draw(
      JavaSparkContext spark, Map<String, byte[]> tables, List<Share> shares) {
    Broadcast<Map<String, byte[]>> edition = spark.broadcast(tables);
    return spark
        .parallelize(shares, shares.size())
        .flatMap(share -> share.draw(edition(edition.value())).iterator())
        .collect();
  }

  private static Map<String, byte[]> tables(Edition edition) {
    Map<String, byte[]> tables = new HashMap<>();
    EditionTables.write(edition)
        .forEach((file, text) -> tables.put(file, text.getBytes(StandardCharsets.UTF_8)));
    return tables;
  }

  private static Edition edition(Map<String, byte[]> tables) {
    return EditionTables.read("broadcast", tables, List.of()).orThrow();
  }
}
