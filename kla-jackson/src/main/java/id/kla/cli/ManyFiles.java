package id.kla.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Works on many files, several at a time, and hands over what comes of them in their order, which
 * does not depend on how many threads there are.
 */
final class ManyFiles {

  /** Files that one thread works on before it hands over what it has, at most. */
  private static final int AT_ONCE = 32;

  private static final int MOST_THREADS = 8;

  private ManyFiles() {}

  /** What one thread hands over. */
  private record Part<T>(Future<T> result, int files) {}

  /**
   * Works on the files.
   *
   * @param work what is done with neighbouring files, on any thread; an {@link
   *     UncheckedIOException} ends it all
   * @param taken is told what came of it, in the order of the files, on this thread
   * @param progress is told how many files are done, on this thread
   */
  static <T> void read(
      List<Path> files, Function<List<Path>, T> work, Consumer<T> taken, IntConsumer progress)
      throws IOException {
    int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS));
    int atOnce = Math.max(1, Math.min(AT_ONCE, files.size() / (2 * threads)));
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Deque<Part<T>> parts = new ArrayDeque<>();
      int next = 0;
      int done = 0;
      while (next < files.size() || !parts.isEmpty()) {
        while (next < files.size() && parts.size() < 4 * threads) {
          List<Path> some = files.subList(next, Math.min(files.size(), next + atOnce));
          parts.add(new Part<>(pool.submit(() -> work.apply(some)), some.size()));
          next += some.size();
        }
        Part<T> part = parts.remove();
        taken.accept(result(part.result()));
        done += part.files();
        progress.accept(done);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T result(Future<T> part) throws IOException {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException io) {
        throw Objects.requireNonNull(io.getCause());
      }
      if (e.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw new IOException(e.getCause());
    }
  }
}
