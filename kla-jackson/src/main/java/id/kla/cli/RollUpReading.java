package id.kla.cli;

import id.kla.assessment.DeclaredResult;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Place;
import id.kla.jackson.KlaFormat;
import id.kla.rollup.RegionResult;
import id.kla.rollup.RollUp;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Reads and scores many documents for a roll-up, several at a time; what comes of it and what is
 * told, and in which order, does not depend on how many.
 */
final class RollUpReading {

  /** Documents that one thread reads before it hands over what it has. */
  private static final int AT_ONCE = 32;

  private final Common common;
  private final Reading reading;
  private final Viewing viewing;
  private final Optional<Edition> asked;

  RollUpReading(Common common, Reading reading, Viewing viewing, Optional<Edition> asked) {
    this.common = common;
    this.reading = reading;
    this.viewing = viewing;
    this.asked = asked;
  }

  /**
   * What was read.
   *
   * @param rollUp the results
   * @param unread how many documents could not be read
   */
  record Read(RollUp rollUp, int unread) {}

  /** What one thread hands over. */
  private record Part(RollUp rollUp, int unread, List<Fault> faults, int files) {}

  /**
   * Reads the files.
   *
   * @param progress is told how many files are done
   * @param faults is told what is wrong, in the order of the files
   */
  Read read(List<Path> files, IntConsumer progress, Consumer<List<Fault>> faults)
      throws IOException {
    int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), 8));
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<Part>> parts = new ArrayDeque<>();
      RollUp.Builder whole = RollUp.builder();
      int next = 0;
      int done = 0;
      int unread = 0;
      while (next < files.size() || !parts.isEmpty()) {
        while (next < files.size() && parts.size() < 4 * threads) {
          List<Path> some = files.subList(next, Math.min(files.size(), next + AT_ONCE));
          parts.add(pool.submit(() -> part(some)));
          next += some.size();
        }
        Part part = result(parts.remove());
        whole.add(part.rollUp());
        faults.accept(part.faults());
        unread += part.unread();
        done += part.files();
        progress.accept(done);
      }
      return new Read(whole.build(), unread);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Part result(Future<Part> part) throws IOException {
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

  private Part part(List<Path> files) {
    RollUp.Builder results = RollUp.builder();
    List<Fault> faults = new ArrayList<>();
    int unread = 0;
    for (Path file : files) {
      Checked<List<RegionResult>> read = results(file);
      faults.addAll(read.faults());
      read.value().ifPresent(some -> some.forEach(results::add));
      unread += read.value().isPresent() ? 0 : 1;
    }
    return new Part(results.build(), unread, faults, files.size());
  }

  /** Returns what a document says: one result of a sheet, or those that were declared. */
  Checked<List<RegionResult>> results(Path file) {
    Input input;
    try {
      input = Input.of(file, common.in(), reading.json(asked), reading.tables(asked, common));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Place place = Place.file(file.toString());
    Optional<List<DeclaredResult>> declared = input.declared();
    if (declared.isPresent()) {
      Edition edition = asked.orElseGet(Editions::kla2024);
      return Checked.of(
          declared.get().stream().map(each -> RegionResult.of(each, edition, place)).toList(),
          input.faults());
    }
    if (input.format() == KlaFormat.DECLARED) {
      return Checked.failed(input.faults());
    }
    Checked<ScoredAssessment> claimed = ReconcileCommand.scored(asked, file, input);
    if (claimed.value().isEmpty()) {
      return Checked.failed(claimed.faults());
    }
    ScoredAssessment scored = claimed.orThrow();
    Checked<View> view = viewing.of(scored.assessment());
    if (view.value().isEmpty()) {
      return Checked.failed(view.faults());
    }
    ScoredAssessment seen =
        view.orThrow().equals(scored.view())
            ? scored
            : ScoringEngine.of(scored.edition()).score(scored.assessment(), view.orThrow());
    return Checked.of(List.of(RegionResult.of(seen, place)), claimed.faults());
  }
}
