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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Reads and scores many documents for a roll-up, several at a time; what comes of it and what is
 * told, and in which order, does not depend on how many.
 */
final class RollUpReading {

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
  private record Part(RollUp rollUp, int unread, List<Fault> faults) {}

  /**
   * Reads the files.
   *
   * @param progress is told how many files are done
   * @param faults is told what is wrong, in the order of the files
   */
  Read read(List<Path> files, IntConsumer progress, Consumer<List<Fault>> faults)
      throws IOException {
    RollUp.Builder whole = RollUp.builder();
    AtomicInteger unread = new AtomicInteger();
    ManyFiles.read(
        files,
        this::part,
        part -> {
          whole.add(part.rollUp());
          faults.accept(part.faults());
          unread.addAndGet(part.unread());
        },
        progress);
    return new Read(whole.build(), unread.get());
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
    return new Part(results.build(), unread, faults);
  }

  /** Returns what a document says: one result of a sheet, or those that were declared. */
  Checked<List<RegionResult>> results(Path file) {
    Place place = Place.file(file.toString());
    Edition edition = asked.orElseGet(Editions::kla2024);
    Checked<Document> read = document(file);
    return read.value().isEmpty()
        ? Checked.failed(read.faults())
        : Checked.of(
            read.orThrow()
                .scored()
                .map(scored -> List.of(RegionResult.of(scored, place)))
                .orElseGet(
                    () ->
                        read.orThrow().declared().stream()
                            .map(each -> RegionResult.of(each, edition, place))
                            .toList()),
            read.faults());
  }

  /**
   * What a file holds.
   *
   * @param scored the score of a sheet, if it is one
   * @param declared declared results, if it is none
   */
  record Document(Optional<ScoredAssessment> scored, List<DeclaredResult> declared) {}

  /** Reads a file, and scores it by its view if it is a sheet. */
  Checked<Document> document(Path file) {
    Input input;
    try {
      input = Input.of(file, common.in(), reading.json(asked), reading.tables(asked, common));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Optional<List<DeclaredResult>> declared = input.declared();
    if (declared.isPresent()) {
      return Checked.of(new Document(Optional.empty(), declared.get()), input.faults());
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
    return Checked.of(new Document(Optional.of(seen), List.of()), claimed.faults());
  }
}
