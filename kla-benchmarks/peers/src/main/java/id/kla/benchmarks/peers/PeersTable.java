package id.kla.benchmarks.peers;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * One table of kla and its peers: runs the benchmarks of all modules, each with the yardstick
 * beside it, and prints what they took.
 *
 * <p>Arguments are names of modules, all without any, and then options for JMH. Results stay in
 * {@code kla-benchmarks/target/peers}; modules that are not run again are told from there, so that
 * they can be run one by one.
 *
 * <pre>{@code
 * mvn -Pbenchmarks -DskipTests package
 * java -cp kla-benchmarks/peers/target/benchmarks.jar id.kla.benchmarks.peers.PeersTable
 * }</pre>
 */
public final class PeersTable {

  private static final String YARDSTICK = "YardstickBenchmark.flatLoop";
  private static final String KLA = "id.kla/kla-core";
  private static final String JACKSON = "com.fasterxml.jackson.core/jackson-core";

  /** The modules, with what is run of each beside the yardstick, and with which parameters. */
  private static final Map<String, List<String>> MODULES = new LinkedHashMap<>();

  /** What is shown, in this order. */
  private static final List<Row> ROWS =
      List.of(
          new Row("peers", YARDSTICK, "flat loop by hand over a row of codes: the yardstick", ""),
          new Row("peers", "PeersBenchmark.batch", "kla, batch from codes, 10,000 at once", KLA),
          new Row("peers", "PeersBenchmark.engine", "kla, engine with the whole trace", KLA),
          new Row("peers", "PeersBenchmark.plain", "records and a hash map, a node each", ""),
          new Row("peers", "PeersBenchmark.streams", "streams, maps, `BigDecimal`: the total", ""),
          new Row(
              "pmml",
              "PmmlBenchmark.scorecard",
              "PMML scorecard, JPMML: the total",
              "org.jpmml/pmml-evaluator"),
          new Row(
              "pmml",
              "PmmlBenchmark.scorecardWithReasonCodes",
              "PMML scorecard, JPMML, reason codes",
              "org.jpmml/pmml-evaluator"),
          new Row(
              "peers",
              "PeersBenchmark.evalEx",
              "EvalEx, a formula per indicator: the total",
              "com.ezylang/EvalEx"),
          new Row(
              "drools",
              "DroolsBenchmark.rules",
              "Drools, a rule per level or band: the total",
              "org.drools/drools-engine"),
          new Row("jmh", "DocumentBenchmark.readText", "document: kla reads and checks", KLA),
          new Row("jmh", "DocumentBenchmark.tokensOfText", "document: Jackson's tokens", JACKSON),
          new Row("jmh", "DocumentBenchmark.writeOneLine", "document: kla writes a score", KLA),
          new Row("jmh", "DocumentBenchmark.replayOneLine", "document: Jackson writes it", JACKSON),
          new Row("plan", "PlanBenchmark.klaWithModel", "cheapest plan: kla", KLA),
          new Row(
              "plan",
              "PlanBenchmark.ojAlgoWithModel",
              "cheapest plan: ojAlgo",
              "org.ojalgo/ojalgo"),
          new Row(
              "plan",
              "PlanBenchmark.cpSatWithModel",
              "cheapest plan: CP-SAT",
              "com.google.ortools/ortools-java"));

  static {
    MODULES.put("peers", List.of("PeersBenchmark"));
    MODULES.put("pmml", List.of("PmmlBenchmark", "-p", "caps=NONE"));
    MODULES.put("drools", List.of("DroolsBenchmark"));
    MODULES.put(
        "jmh",
        List.of(
            "DocumentBenchmark.(readText|tokensOfText|writeOneLine|replayOneLine)$",
            "-p",
            "caps=NONE"));
    MODULES.put(
        "plan",
        List.of(
            "PlanBenchmark.*WithModel", "-p", "caps=NONE", "-p", "measures=200", "-p", "seed=0"));
  }

  private final Path folder;

  private PeersTable(Path folder) {
    this.folder = folder;
  }

  /**
   * What is measured.
   *
   * @param module in which module
   * @param benchmark its name
   * @param text what it is called
   * @param artifact of whose version it is told, or empty
   */
  private record Row(String module, String benchmark, String text, String artifact) {}

  /**
   * What was measured, in nanoseconds and bytes.
   *
   * @param error half of JMH's interval of 99.9 %, or not a number
   */
  private record Result(double time, double error, double bytes) {}

  /** Runs it. */
  public static void main(String... arguments)
      throws IOException, InterruptedException, URISyntaxException {
    Path jar =
        Path.of(PeersTable.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    PeersTable table = new PeersTable(jar.resolve("../../..").normalize());
    int options = 0;
    while (options < arguments.length && MODULES.containsKey(arguments[options])) {
      options++;
    }
    List<String> all = Arrays.asList(arguments);
    for (String module : options == 0 ? MODULES.keySet() : all.subList(0, options)) {
      table.run(module, all.subList(options, all.size()));
    }
    System.out.print(table.text());
  }

  private Path jar(String module) {
    return folder.resolve(module).resolve("target/benchmarks.jar");
  }

  private Path results(String module) {
    return folder.resolve("target/peers").resolve(module + ".csv");
  }

  private void run(String module, List<String> options) throws IOException, InterruptedException {
    Files.createDirectories(results(module).getParent());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Elsewhere JMH writes numbers with commas.
    command.add("-Duser.language=en");
    command.addAll(List.of("-jar", jar(module).toString(), "YardstickBenchmark"));
    command.addAll(MODULES.getOrDefault(module, List.of()));
    command.addAll(List.of("-prof", "gc", "-foe", "true"));
    command.addAll(List.of("-rf", "csv", "-rff", results(module).toString()));
    command.addAll(options);
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException(module + ": ended with " + status);
    }
  }

  private String text() throws IOException {
    StringBuilder text = new StringBuilder("\n").append(machine()).append("\n");
    text.append(rows("NONE")).append("\nWith caps that bind:\n").append(rows("BINDING"));
    return text.toString();
  }

  private String rows(String caps) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """

            | what | version | µs | ± | yardstick of that run, µs | times the yardstick | bytes |
            |---|---|---|---|---|---|---|
            """);
    for (Row row : ROWS) {
      Map<String, Result> measured = measured(row.module(), caps);
      Result result = measured.get(row.benchmark());
      Result yardstick = measured.get(YARDSTICK);
      if (result != null && yardstick != null) {
        List<String> cells =
            List.of(
                row.text(),
                row.artifact().isEmpty() ? "" : version(row),
                digits(result.time() / 1000),
                Double.isNaN(result.error()) ? "?" : digits(result.error() / 1000),
                digits(yardstick.time() / 1000),
                digits(result.time() / yardstick.time()),
                Long.toString(Math.round(result.bytes())));
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
      }
    }
    return text.toString();
  }

  /** Returns what a module's last run measured with those caps, or without any parameter of it. */
  private Map<String, Result> measured(String module, String caps) throws IOException {
    Map<String, Result> measured = new HashMap<>();
    if (!Files.exists(results(module))) {
      return measured;
    }
    List<String> lines = Files.readAllLines(results(module));
    List<String> header = cells(lines.get(0));
    int column = header.indexOf("Param: caps");
    Map<String, Double> bytes = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      String found = column < 0 ? "" : cells.get(column);
      String name = cells.get(0).replaceAll("^[\\w.]*\\.(\\w+\\.\\w+)", "$1");
      if (!(found.isEmpty() ? caps.equals("NONE") : found.equals(caps))) {
        continue;
      }
      double score = Double.parseDouble(cells.get(4));
      if (name.endsWith(":gc.alloc.rate.norm")) {
        bytes.put(name.substring(0, name.indexOf(':')), score);
      } else if (!name.contains(":")) {
        double factor = nanoseconds(cells.get(6));
        double error = Double.parseDouble(cells.get(5));
        measured.put(name, new Result(score * factor, error * factor, 0));
      }
    }
    measured.replaceAll(
        (name, result) ->
            new Result(result.time(), result.error(), bytes.getOrDefault(name, Double.NaN)));
    return measured;
  }

  /** JMH puts every text in quotes, and none of ours holds a comma. */
  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(cell -> cell.replace("\"", "")).toList();
  }

  private static double nanoseconds(String unit) {
    return switch (unit) {
      case "ns/op" -> 1;
      case "us/op" -> 1e3;
      case "ms/op" -> 1e6;
      default -> throw new IllegalStateException(unit);
    };
  }

  private static String digits(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(3)).toPlainString();
  }

  private String version(Row row) throws IOException {
    String name = "META-INF/maven/" + row.artifact() + "/pom.properties";
    try (JarFile jar = new JarFile(jar(row.module()).toFile())) {
      ZipEntry entry = jar.getEntry(name);
      if (entry == null) {
        throw new IllegalStateException(row.module() + ": " + name + " is missing");
      }
      Properties properties = new Properties();
      try (InputStream content = jar.getInputStream(entry)) {
        properties.load(content);
      }
      return properties.getProperty("version");
    }
  }

  private static String machine() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    String model =
        Files.exists(file)
            ? Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.replaceAll("^.*: *", ""))
                .orElse("")
            : System.getProperty("os.arch");
    return String.join(
        ", ",
        model + " (" + Runtime.getRuntime().availableProcessors() + " processors)",
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
  }
}
