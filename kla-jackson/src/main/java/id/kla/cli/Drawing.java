package id.kla.cli;

import id.kla.simulation.SampledDistribution;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How far a sample is, and when it stops: after its time, or when somebody interrupts the process,
 * which then still tells what was drawn.
 */
final class Drawing implements AutoCloseable {

  /** How long an interrupted process may take to tell what it has. */
  private static final long PATIENCE_SECONDS = 20;

  private final Optional<ProgressBar> bar;
  private final Optional<Long> end;
  private final CountDownLatch told = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "kla simulate: interrupted");
  private volatile boolean isInterrupted;

  private Drawing(Optional<ProgressBar> bar, Optional<Long> end) {
    this.bar = bar;
    this.end = end;
  }

  /** Returns what draws at most so many sheets, with a bar if a person looks on. */
  static Drawing of(PrintWriter terminal, int most, Optional<Duration> limit) {
    Drawing drawing =
        new Drawing(
            ProgressBar.isWanted() ? Optional.of(ProgressBar.of(terminal, most)) : Optional.empty(),
            limit.map(time -> System.nanoTime() + time.toNanos()));
    Runtime.getRuntime().addShutdownHook(drawing.hook);
    return drawing;
  }

  void show(SampledDistribution sample) {
    bar.ifPresent(shown -> shown.show((int) sample.draws()));
  }

  boolean isOver() {
    return isInterrupted || end.filter(time -> System.nanoTime() - time >= 0).isPresent();
  }

  private void interrupted() {
    isInterrupted = true;
    try {
      if (!told.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Leaves the terminal for what is told next. */
  void end() {
    bar.ifPresent(ProgressBar::end);
  }

  /** Lets an interrupted process go. */
  @Override
  public void close() {
    told.countDown();
    if (!isInterrupted) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException interruptedJustNow) {
        // Then it runs already, and waits for nothing.
      }
    }
  }
}
