package id.kla.rollup;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Calendar;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Ladder;
import id.kla.edition.Ladders;
import id.kla.edition.NamedLadder;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A region's rounds: what is known of each, stage by stage, how long a tier was held, what rose and
 * what fell (<i>riwayat penilaian</i>).
 *
 * <p>Stages are kept apart: what a region gave itself in one round says nothing beside what was
 * found in another. A round of which nothing is known is named and never assumed; a year in which
 * the {@link Calendar} knows that no evaluation was held interrupts nothing.
 *
 * <pre>{@code
 * History history = History.of(edition, region, results);
 * history.line("final").orElseThrow().streaks(); // MADYA, 2018 to 2023, 5 rounds, without 2020
 * }</pre>
 *
 * @param region the region
 * @param lines one for each stage of which something is known, in the edition's order
 */
@CheckReturnValue
public record History(RegionCode region, List<Line> lines) {

  /** Copies the list. */
  public History {
    lines = List.copyOf(lines);
  }

  /** How much is known of a round. */
  public enum State {
    /** A total, a tier or both. */
    KNOWN,
    /** Nothing; of a year that the calendar does not reach, not even whether one was held. */
    UNKNOWN,
    /** Several totals whose stages are not said, so that they need not contradict each other. */
    SEVERAL,
    /** Several results say different things. */
    CONTRADICTORY
  }

  /**
   * One round at one stage.
   *
   * @param round the round
   * @param state how much is known
   * @param total the total, if it is known
   * @param tier the code of the tier or {@link RegionResult#NONE}, if it is known
   * @param results what it is known from: scores first, and otherwise in an order that the order of
   *     files does not change
   */
  public record Turn(
      Round round,
      State state,
      Optional<Points> total,
      Optional<String> tier,
      List<HistoryResult> results) {

    /** Copies the list. */
    public Turn {
      results = List.copyOf(results);
    }

    /** Returns the result that says most: a score, or else the one with most parts. */
    Optional<HistoryResult> deepest() {
      return results.stream()
          .filter(each -> each.result().total().isPresent())
          .max(
              Comparator.comparing((HistoryResult each) -> each.scored().isPresent())
                  .thenComparing(
                      each -> each.result().indicators().size() + each.result().clusters().size()));
    }

    /** Says whether the tier was published, and not only computed from a total. */
    public boolean isPublished() {
      return results.stream()
          .anyMatch(each -> each.result().tierOrigin() == RegionResult.TierOrigin.DECLARED);
    }
  }

  /**
   * Rounds in a row with the same tier; the row ends at a round that is not known.
   *
   * @param tier the code of the tier, or {@link RegionResult#NONE}
   * @param first the first round
   * @param last the last round
   * @param rounds how many there are
   * @param notHeld the years between them without an evaluation
   */
  public record Streak(String tier, Round first, Round last, int rounds, List<Integer> notHeld) {

    /** Copies the list. */
    public Streak {
      notHeld = List.copyOf(notHeld);
    }
  }

  /** Where a tier went. */
  public enum Direction {
    /** To a higher one. */
    RISE,
    /** To a lower one. */
    FALL,
    /** Nowhere. */
    SAME,
    /** A tier is not known, or no ladder holds both. */
    NOT_KNOWN
  }

  /** Whether two rounds were judged by one ladder. */
  public enum LadderChange {
    /** They have the same tiers with the same bounds. */
    SAME,
    /** A tier has another bound in one than in the other. */
    OTHER,
    /** Of a round no ladder is known. */
    NOT_KNOWN
  }

  /**
   * The way from one round to the next that is known.
   *
   * @param from the earlier round
   * @param to the later round
   * @param between the rounds between them that are not known
   * @param direction where the tier went
   * @param steps how many steps it rose, or fell if it is below 0; nothing where that is not known
   * @param ladders whether both rounds were judged by one ladder
   * @param split what the change of the total is made of, where both are known
   */
  public record Move(
      Turn from,
      Turn to,
      List<Round> between,
      Direction direction,
      Optional<Integer> steps,
      LadderChange ladders,
      Optional<Split> split) {

    /** Copies the list. */
    public Move {
      between = List.copyOf(between);
    }

    /** Returns the change of the total, where both are known. */
    public Optional<Points> change() {
      return from.total().flatMap(before -> to.total().map(after -> after.minus(before)));
    }
  }

  /**
   * What is known at one stage.
   *
   * @param stage the code of the stage
   * @param turns every round from the first to the last of which something is known at any stage
   * @param notHeld the years between them in which no evaluation was held
   * @param streaks the rows of rounds with the same tier, in their order; each known tier is in one
   * @param moves the ways from each known round to the next
   */
  public record Line(
      String stage,
      List<Turn> turns,
      List<Integer> notHeld,
      List<Streak> streaks,
      List<Move> moves) {

    /** Copies the lists. */
    public Line {
      turns = List.copyOf(turns);
      notHeld = List.copyOf(notHeld);
      streaks = List.copyOf(streaks);
      moves = List.copyOf(moves);
    }

    /** Returns a round, if it is one of this line. */
    public Optional<Turn> turn(Round round) {
      return turns.stream().filter(turn -> turn.round().equals(round)).findFirst();
    }
  }

  /**
   * Returns the history of one region.
   *
   * @param edition the one whose stages and parts are meant
   * @param results what is known of the region, in any order; of other regions it must not be
   * @throws IllegalArgumentException if a result is of another region
   */
  public static History of(Edition edition, RegionCode region, List<HistoryResult> results) {
    for (HistoryResult each : results) {
      if (!each.result().region().equals(region)) {
        throw new IllegalArgumentException(
            "result: found region " + each.result().region() + "; allowed: " + region);
      }
    }
    List<Round> rounds = rounds(results);
    List<String> order = edition.stages().stream().map(Stage::code).toList();
    Map<String, List<HistoryResult>> stages =
        new TreeMap<>(
            Comparator.comparingInt((String stage) -> place(order, stage))
                .thenComparing(Comparator.naturalOrder()));
    for (HistoryResult each : results) {
      stages.computeIfAbsent(each.result().stage(), key -> new ArrayList<>()).add(each);
    }
    List<Line> lines = new ArrayList<>();
    stages.forEach((stage, own) -> lines.add(line(edition, stage, rounds, own)));
    return new History(region, lines);
  }

  /** Stages that the edition does not have come last. */
  private static int place(List<String> order, String stage) {
    int place = order.indexOf(stage);
    return place < 0 ? order.size() : place;
  }

  /** Returns what is known at a stage, if anything is. */
  public Optional<Line> line(String stage) {
    return lines.stream().filter(line -> line.stage().equals(stage)).findFirst();
  }

  // Rounds

  /**
   * Returns every round from the first result to the last: those of the results, those of the
   * calendar, and each year that neither reaches.
   */
  private static List<Round> rounds(List<HistoryResult> results) {
    TreeSet<Round> rounds = new TreeSet<>();
    results.forEach(each -> rounds.add(each.result().round()));
    if (rounds.isEmpty()) {
      return List.of();
    }
    int first = rounds.first().firstYear();
    int last = rounds.stream().mapToInt(Round::lastYear).max().orElseThrow();
    Calendar.builtIn().rounds().stream()
        .filter(round -> round.firstYear() >= first && round.lastYear() <= last)
        .forEach(rounds::add);
    IntStream.rangeClosed(first, last)
        .filter(year -> !isReached(year))
        .filter(year -> rounds.stream().noneMatch(round -> round.covers(year)))
        .mapToObj(Round::of)
        .toList()
        .forEach(rounds::add);
    return List.copyOf(rounds);
  }

  /** Says whether the calendar knows of a year whether an evaluation was held. */
  private static boolean isReached(int year) {
    List<Round> known = Calendar.builtIn().rounds();
    return known.get(0).firstYear() <= year && year <= known.get(known.size() - 1).lastYear();
  }

  /** Returns the years from the first round to the last in which none of them was held. */
  private static List<Integer> notHeld(List<Round> rounds) {
    return rounds.isEmpty()
        ? List.of()
        : IntStream.rangeClosed(rounds.get(0).firstYear(), rounds.get(rounds.size() - 1).lastYear())
            .filter(year -> rounds.stream().noneMatch(round -> round.covers(year)))
            .boxed()
            .toList();
  }

  // Lines

  private static Line line(
      Edition edition, String stage, List<Round> rounds, List<HistoryResult> results) {
    List<Turn> turns =
        rounds.stream()
            .map(
                round ->
                    turn(
                        stage,
                        round,
                        results.stream()
                            .filter(each -> each.result().round().equals(round))
                            .toList()))
            .toList();
    return new Line(stage, turns, notHeld(rounds), streaks(turns), moves(edition, turns));
  }

  /** Which of several results comes first is said by what they say, not by where they stood. */
  private static final Comparator<HistoryResult> ORDER =
      Comparator.comparing((HistoryResult each) -> each.scored().isEmpty())
          .thenComparing(
              each -> each.scored().map(score -> score.assessment().digest().toString()).orElse(""))
          .thenComparing(each -> each.result().source().orElse(""))
          .thenComparing(each -> each.result().place().toString())
          .thenComparing(each -> each.scored().isPresent() ? "" : each.result().toString());

  private static Turn turn(String stage, Round round, List<HistoryResult> unordered) {
    List<HistoryResult> results = unordered.stream().sorted(ORDER).toList();
    List<Points> totals =
        results.stream().flatMap(each -> each.result().total().stream()).distinct().toList();
    boolean isOpen = totals.size() > 1 && stage.equals(DeclaredResult.UNSPECIFIED);
    List<String> published = tiers(results, RegionResult.TierOrigin.DECLARED);
    List<String> tiers =
        published.isEmpty() && !isOpen
            ? tiers(results, RegionResult.TierOrigin.COMPUTED)
            : published;
    if (tiers.size() > 1 || (totals.size() > 1 && !isOpen)) {
      return new Turn(round, State.CONTRADICTORY, Optional.empty(), Optional.empty(), results);
    }
    if (isOpen) {
      return new Turn(round, State.SEVERAL, Optional.empty(), tiers.stream().findFirst(), results);
    }
    State state = totals.isEmpty() && tiers.isEmpty() ? State.UNKNOWN : State.KNOWN;
    return new Turn(round, state, totals.stream().findFirst(), tiers.stream().findFirst(), results);
  }

  private static List<String> tiers(List<HistoryResult> results, RegionResult.TierOrigin origin) {
    return results.stream()
        .filter(each -> each.result().tierOrigin() == origin)
        .flatMap(each -> each.result().tier().stream())
        .distinct()
        .toList();
  }

  private static List<Streak> streaks(List<Turn> turns) {
    List<Streak> streaks = new ArrayList<>();
    int from = 0;
    while (from < turns.size()) {
      Optional<String> tier = turns.get(from).tier();
      int to = from + 1;
      while (to < turns.size() && tier.isPresent() && turns.get(to).tier().equals(tier)) {
        to++;
      }
      if (tier.isPresent()) {
        List<Round> rounds = turns.subList(from, to).stream().map(Turn::round).toList();
        streaks.add(
            new Streak(
                tier.get(),
                rounds.get(0),
                rounds.get(rounds.size() - 1),
                rounds.size(),
                notHeld(rounds)));
      }
      from = to;
    }
    return streaks;
  }

  private static List<Move> moves(Edition edition, List<Turn> turns) {
    List<Move> moves = new ArrayList<>();
    List<Round> between = new ArrayList<>();
    Turn last = null;
    for (Turn turn : turns) {
      if (turn.total().isEmpty() && turn.tier().isEmpty()) {
        between.add(turn.round());
        continue;
      }
      if (last != null) {
        moves.add(move(edition, last, turn, between));
      }
      last = turn;
      between.clear();
    }
    return moves;
  }

  private static Move move(Edition edition, Turn from, Turn to, List<Round> between) {
    Optional<Integer> steps = steps(from, to);
    Direction direction =
        steps
            .map(many -> many > 0 ? Direction.RISE : many < 0 ? Direction.FALL : Direction.SAME)
            .orElse(Direction.NOT_KNOWN);
    Optional<Split> split =
        from.total().isPresent() && to.total().isPresent()
            ? from.deepest()
                .flatMap(before -> to.deepest().flatMap(after -> Split.of(before, after, edition)))
            : Optional.empty();
    return new Move(from, to, between, direction, steps, ladders(from, to), split);
  }

  private static Optional<NamedLadder> ladder(Turn turn) {
    return turn.results().stream().flatMap(each -> each.result().ladder().stream()).findFirst();
  }

  private static LadderChange ladders(Turn from, Turn to) {
    Optional<List<String>> before = ladder(from).map(History::bounds);
    Optional<List<String>> after = ladder(to).map(History::bounds);
    return before.isEmpty() || after.isEmpty()
        ? LadderChange.NOT_KNOWN
        : before.equals(after) ? LadderChange.SAME : LadderChange.OTHER;
  }

  private static List<String> bounds(NamedLadder named) {
    return named.ladder().tiers().stream().map(tier -> tier.code() + tier.range()).toList();
  }

  /** Tiers keep their order where their bounds are not known; no tier at all stands below all. */
  private static Optional<Integer> steps(Turn from, Turn to) {
    if (from.tier().isEmpty() || to.tier().isEmpty()) {
      return Optional.empty();
    }
    if (from.tier().equals(to.tier())) {
      return Optional.of(0);
    }
    Stream<Ladder> builtIn =
        Ladders.ids().stream().flatMap(id -> Ladders.find(id).stream()).map(NamedLadder::ladder);
    return Stream.concat(
            Stream.of(ladder(to), ladder(from)).flatMap(Optional::stream).map(NamedLadder::ladder),
            builtIn)
        .flatMap(ladder -> steps(ladder, from.tier().get(), to.tier().get()).stream())
        .findFirst();
  }

  /** Returns how many steps one tier lies above another; nothing where the ladder lacks one. */
  static Optional<Integer> steps(Ladder ladder, String from, String to) {
    List<String> codes =
        Stream.concat(Stream.of(RegionResult.NONE), ladder.tiers().stream().map(Tier::code))
            .toList();
    int before = codes.indexOf(from);
    int after = codes.indexOf(to);
    return before < 0 || after < 0 ? Optional.empty() : Optional.of(after - before);
  }
}
