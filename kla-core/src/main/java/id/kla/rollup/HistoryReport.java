package id.kla.rollup;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Stage;
import id.kla.region.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The histories of regions, and where those of a province went between two rounds.
 *
 * @param edition the one whose stages and parts are meant by what was declared
 * @param declared what was declared
 * @param sheets the sheets that were scored
 * @param histories one for each region of which something is known, in the order of their codes
 * @param transitions where the regions of a province went at the last stage, if that was asked
 */
@CheckReturnValue
public record HistoryReport(
    Edition edition,
    List<DeclaredResult> declared,
    List<Assessment> sheets,
    List<History> histories,
    Optional<Transitions> transitions) {

  /** Copies the lists. */
  public HistoryReport {
    declared = List.copyOf(declared);
    sheets = List.copyOf(sheets);
    histories = List.copyOf(histories);
  }

  /**
   * Two rounds.
   *
   * @param from the earlier one
   * @param to the later one
   */
  public record Rounds(Round from, Round to) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the earlier one does not come before the later one
     */
    public Rounds {
      if (from.compareTo(to) >= 0) {
        throw new IllegalArgumentException(
            "rounds: found " + from + " and " + to + "; allowed: an earlier one and a later one");
      }
    }
  }

  /**
   * Returns the histories of all regions that results are of.
   *
   * @throws IllegalArgumentException if the edition of a sheet can't be scored
   */
  public static HistoryReport of(
      Edition edition, List<DeclaredResult> declared, List<Assessment> sheets) {
    Map<RegionCode, List<HistoryResult>> regions = new TreeMap<>();
    for (DeclaredResult each : declared) {
      regions
          .computeIfAbsent(each.region(), key -> new ArrayList<>())
          .add(HistoryResult.of(each, edition));
    }
    for (Assessment sheet : sheets) {
      regions
          .computeIfAbsent(sheet.region(), key -> new ArrayList<>())
          .addAll(HistoryResult.of(sheet));
    }
    List<History> histories = new ArrayList<>();
    regions.forEach((region, results) -> histories.add(History.of(edition, region, results)));
    return new HistoryReport(edition, declared, sheets, histories, Optional.empty());
  }

  /** Returns the two last rounds in which a tier of the last stage is known; nothing for fewer. */
  public Optional<Rounds> lastRounds() {
    TreeSet<Round> rounds = new TreeSet<>();
    histories.stream()
        .flatMap(history -> history.line(lastStage()).stream())
        .flatMap(line -> line.turns().stream())
        .filter(turn -> turn.tier().isPresent())
        .forEach(turn -> rounds.add(turn.round()));
    return Optional.ofNullable(rounds.pollLast())
        .flatMap(to -> Optional.ofNullable(rounds.pollLast()).map(from -> new Rounds(from, to)));
  }

  private String lastStage() {
    List<Stage> stages = edition.stages();
    return stages.get(stages.size() - 1).code();
  }

  /** Returns the same with where the regions of a province went between two rounds. */
  public HistoryReport withTransitions(RegionCode province, Rounds rounds) {
    return new HistoryReport(
        edition,
        declared,
        sheets,
        histories,
        Optional.of(Transitions.of(province, histories, lastStage(), rounds.from(), rounds.to())));
  }
}
