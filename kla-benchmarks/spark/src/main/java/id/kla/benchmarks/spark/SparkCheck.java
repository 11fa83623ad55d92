package id.kla.benchmarks.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the same draws with Spark and without it, in processes of their own, and compares what comes
 * out: on one thread and two, on two workers of a cluster, and in 1, 2, 7 and 64 partitions; then,
 * with more draws, how fast the program is with Spark and without.
 *
 * <p>It ends with status 1 if a digest or a table differs, or a run fails. Its arguments are the
 * draws per region for the comparison (1,000) and for the times (20,000; 0 for none), and the
 * folder for what it writes. It needs the job's jar first on its class path, and then Spark's.
 */
public final class SparkCheck {

  private static final String SEED = "2024";
  private static final int[] PARTITIONS = {1, 2, 7, 64};
  private static final int PARTITIONS_OF_TIMES = 16;
  private static final int TIMES = 3;
  private static final int MINUTES = 10;

  private static final Pattern OUTCOME =
      Pattern.compile(
          "digest (\\w+) processes (\\d+) draws (\\d+) startup ([\\d.]+) seconds ([\\d.]+)");

  private final String job;
  private final String spark;
  private final Path folder;
  private final Set<String> digests = new HashSet<>();
  private final Set<List<String>> tables = new HashSet<>();
  private int runs;

  private SparkCheck(String job, String spark, Path folder) {
    this.job = job;
    this.spark = spark;
    this.folder = folder;
  }

  /** Runs it. */
  public static void main(String... arguments) throws Exception {
    String draws = arguments.length > 0 ? arguments[0] : "1000";
    String drawsOfTimes = arguments.length > 1 ? arguments[1] : "20000";
    Path folder =
        arguments.length > 2
            ? Files.createDirectories(Path.of(arguments[2]))
            : Files.createTempDirectory("kla-nation");
    String path = System.getProperty("java.class.path");
    int first = path.indexOf(File.pathSeparatorChar);
    SparkCheck check =
        new SparkCheck(
            Path.of(path.substring(0, first)).toAbsolutePath().toString(),
            path.substring(first + 1),
            folder.toAbsolutePath());
    System.out.println("what each run writes: " + folder.toAbsolutePath());
    boolean isSame = true;
    if (!draws.equals("0")) {
      isSame = check.compare(draws);
    }
    if (!drawsOfTimes.equals("0")) {
      isSame &= check.time(drawsOfTimes);
    }
    System.exit(isSame ? 0 : 1);
  }

  private boolean compare(String draws) throws Exception {
    alone("1", draws, 1);
    alone("2", draws, 7);
    for (String master : List.of("local[1]", "local[2]")) {
      for (int partitions : PARTITIONS) {
        submit(master, draws, partitions);
      }
    }
    try (Cluster cluster = new Cluster()) {
      for (int partitions : PARTITIONS) {
        submit(cluster.master, draws, partitions);
      }
    }
    return isSame();
  }

  private boolean time(String draws) throws Exception {
    digests.clear();
    tables.clear();
    for (int i = 0; i < TIMES; i++) {
      alone("2", draws, PARTITIONS_OF_TIMES);
      submit("local[2]", draws, PARTITIONS_OF_TIMES);
    }
    try (Cluster cluster = new Cluster()) {
      submit(cluster.master, draws, PARTITIONS_OF_TIMES);
    }
    return isSame();
  }

  private boolean isSame() {
    boolean isSame = digests.size() == 1 && tables.size() == 1;
    System.out.println(
        isSame
            ? "the same: " + digests
            : "DIFFERENT: " + digests + ", " + tables.size() + " different tables");
    return isSame;
  }

  private void alone(String threads, String draws, int partitions) throws Exception {
    Path table = table();
    List<String> command = java(job);
    command.addAll(List.of(NationAlone.class.getName(), threads));
    command.addAll(List.of(SEED, draws, String.valueOf(partitions), table.toString()));
    finish("alone, threads: " + threads, partitions, table, start(command));
  }

  private void submit(String master, String draws, int partitions) throws Exception {
    Path table = table();
    List<String> command = java(spark);
    command.add("org.apache.spark.deploy.SparkSubmit");
    command.addAll(List.of("--master", master, "--class", NationJob.class.getName()));
    command.addAll(List.of("--executor-memory", "1g", "--conf", "spark.ui.enabled=false"));
    // Both workers, not the one that is there first.
    command.addAll(List.of("--conf", "spark.scheduler.minRegisteredResourcesRatio=1"));
    command.add(job);
    command.addAll(List.of(SEED, draws, String.valueOf(partitions), table.toString()));
    finish(master, partitions, table, start(command));
  }

  private Path table() {
    runs++;
    return folder.resolve(runs + ".tsv");
  }

  private static List<String> java(String classPath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx2g", "-cp", classPath));
    return command;
  }

  private Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_LOCAL_IP", InetAddress.getLoopbackAddress().getHostAddress());
    builder.environment().put("SPARK_HOME", home().toString());
    // A folder of jars does not say for which Scala they are.
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.directory(folder.toFile());
    builder.redirectError(folder.resolve(runs + ".log").toFile());
    builder.redirectOutput(folder.resolve(runs + ".out").toFile());
    return builder.start();
  }

  private void finish(String where, int partitions, Path table, Process process) throws Exception {
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroy();
    }
    Matcher outcome = OUTCOME.matcher(Files.readString(folder.resolve(runs + ".out")));
    if (process.waitFor() != 0 || !outcome.find()) {
      throw new IllegalStateException(where + ": failed; see " + folder.resolve(runs + ".log"));
    }
    digests.add(outcome.group(1));
    tables.add(Files.readAllLines(table));
    double seconds = Double.parseDouble(outcome.group(5));
    System.out.printf(
        Locale.ROOT,
        "%-24s %2d partitions, %s drawing: %s  %s draws, startup %s s, then %5.2f s: %,.0f a second%n",
        where,
        partitions,
        outcome.group(2).equals("1") ? "1 process" : outcome.group(2) + " processes",
        outcome.group(1),
        outcome.group(3),
        outcome.group(4),
        seconds,
        Long.parseLong(outcome.group(3)) / seconds);
  }

  /** Returns a folder in which a worker finds Spark. */
  private Path home() throws IOException {
    Path home = folder.resolve("home");
    if (!Files.exists(home)) {
      Path jars = Files.createDirectories(home.resolve("jars"));
      for (String each : spark.split(File.pathSeparator, -1)) {
        Path jar = Path.of(each).toAbsolutePath();
        Files.createSymbolicLink(jars.resolve(String.valueOf(jar.getFileName())), jar);
      }
    }
    return home;
  }

  /** A master and two workers with a thread each, every one a process. */
  private final class Cluster implements AutoCloseable {

    private static final String PACKAGE = "org.apache.spark.deploy.";

    private final List<Process> processes = new ArrayList<>();
    private final String master;

    Cluster() throws IOException {
      String host = InetAddress.getLoopbackAddress().getHostAddress();
      String port = String.valueOf(freePort());
      master = "spark://" + host + ":" + port;
      run("master.Master", "--host", host, "--port", port, "--webui-port", "0");
      for (String work : List.of("work-1", "work-2")) {
        run(
            "worker.Worker",
            "--host",
            host,
            "--cores",
            "1",
            "--memory",
            "1g",
            "--webui-port",
            "0",
            "--work-dir",
            folder.resolve(work).toString(),
            master);
      }
    }

    private void run(String role, String... arguments) throws IOException {
      runs++;
      List<String> command = java(spark);
      command.add(PACKAGE + role);
      command.addAll(List.of(arguments));
      processes.add(start(command));
    }

    private static int freePort() throws IOException {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      }
    }

    @Override
    public void close() {
      processes.forEach(Process::destroy);
      processes.forEach(process -> process.onExit().join());
    }
  }
}
