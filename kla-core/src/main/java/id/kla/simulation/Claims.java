package id.kla.simulation;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of work that several threads take one after the other, in ascending order.
 *
 * <p>Of several blocks that fail the lowest counts: every block below one that was taken was taken,
 * too, so that the failure is the same on any number of threads. Whoever hands the work out takes
 * part in it and waits only for blocks that others have begun, so that a busy or small pool can't
 * lock it up.
 */
final class Claims {

  private final int blocks;
  private final IntConsumer work;

  @GuardedBy("this")
  private int next;

  @GuardedBy("this")
  private int running;

  @GuardedBy("this")
  private int failed = Integer.MAX_VALUE;

  @GuardedBy("this")
  private @Nullable Throwable failure;

  Claims(int blocks, IntConsumer work) {
    this.blocks = blocks;
    this.work = work;
  }

  /** Works on blocks until none is left or one has failed. */
  void work() {
    for (int block = claim(); block >= 0; block = claim()) {
      Throwable thrown = null;
      try {
        work.accept(block);
      } catch (Throwable t) {
        thrown = t;
      }
      done(block, thrown);
    }
  }

  private synchronized int claim() {
    if (failure != null || next == blocks) {
      return -1;
    }
    running++;
    return next++;
  }

  private synchronized void done(int block, @Nullable Throwable thrown) {
    running--;
    if (thrown != null && block < failed) {
      failed = block;
      failure = thrown;
    }
    notifyAll();
  }

  /** Lets nobody begin any more, waits for what others have begun, and throws what failed first. */
  synchronized void finish() {
    next = blocks;
    boolean isInterrupted = false;
    while (running > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        // What others still write belongs to the caller: nobody may go before they are done.
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }
}
