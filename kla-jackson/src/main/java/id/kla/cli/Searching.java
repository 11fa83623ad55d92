package id.kla.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long is searched, and how long in silence. */
final class Searching {

  private static final long QUIET = Duration.ofSeconds(2).toNanos();

  /** More is no limit. */
  private static final int LONGEST = 1_000_000_000;

  @Option(
      names = "--time",
      paramLabel = "SECONDS",
      description =
          "Stop then, with the best that was found and what is proven; no limit by default.")
  private @Nullable Integer seconds;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private final long start = System.nanoTime();

  private long told = start;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  Searching() {}

  /** Refuses a limit that is none. */
  void check() {
    if (seconds != null && (seconds < 1 || seconds > LONGEST)) {
      throw new ParameterException(
          spec.commandLine(), "--time: found " + seconds + "; allowed: seconds from 1.");
    }
  }

  /** Returns after what time a search stops, if it does. */
  Optional<Duration> limit() {
    return Optional.ofNullable(seconds).map(Duration::ofSeconds);
  }

  /** Says how long a search runs already, unless something was said a moment ago. */
  void tellTime() {
    tell("searching for " + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
  }

  /** Says how far a search is, unless something was said a moment ago. */
  void tell(String text) {
    long now = System.nanoTime();
    if (now - told >= QUIET) {
      told = now;
      spec.commandLine().getErr().println("kla " + spec.name() + ": " + text);
      spec.commandLine().getErr().flush();
    }
  }
}
