package id.kla.assessment;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Ladders;
import id.kla.edition.Mark;
import id.kla.edition.Origin;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The rounds in which the evaluation is known to have been held, and the ladders that applied to
 * them.
 *
 * <p>Nothing is inferred from one round to the next here: a round of which no ladder is known has
 * none.
 *
 * <pre>{@code
 * Calendar.builtIn().ladder(Round.of(2023), Place.unknown()).orThrow().named().id();
 * // ministry-2022
 * }</pre>
 */
@CheckReturnValue
public final class Calendar {

  private static final Calendar BUILT_IN = readBuiltIn();

  private final ImmutableList<Round> rounds;
  private final ImmutableList<AppliedLadder> ladders;

  Calendar(List<Round> rounds, List<AppliedLadder> ladders) {
    this.rounds = ImmutableList.copyOf(rounds);
    this.ladders = ImmutableList.copyOf(ladders);
  }

  /** Returns the built-in calendar; its table says where it comes from. */
  public static Calendar builtIn() {
    return BUILT_IN;
  }

  /** Returns the known rounds, the earliest first. */
  public List<Round> rounds() {
    return rounds;
  }

  /**
   * Returns the round that {@code text} names: a known one by a year in it ({@code 2024} is {@code
   * 2024/2025}), any other as it is written. A year between the known rounds in which none was held
   * is warned of.
   */
  public Checked<Round> find(String text, Place place) {
    Optional<Round> written = Round.find(Printable.trimmed(text));
    if (written.isEmpty()) {
      return Checked.failed(List.of(Fault.of(FaultCode.BAD_ROUND, place).with("found", text)));
    }
    Round round = roundOf(written.get());
    boolean isKnown = rounds.contains(round);
    boolean isOutside =
        round.compareTo(rounds.get(0)) < 0
            || round.firstYear() > rounds.get(rounds.size() - 1).lastYear();
    return Checked.of(
        round,
        isKnown || isOutside
            ? List.of()
            : List.of(
                Fault.of(FaultCode.ROUND_NOT_HELD, place)
                    .with("found", round.toString())
                    .with("allowed", rounds.stream().map(Round::toString).toList())));
  }

  /** Returns the known round that a single year falls in; any other round as it is. */
  public Round roundOf(Round round) {
    if (round.firstYear() == round.lastYear()) {
      for (Round known : rounds) {
        if (known.covers(round.firstYear())) {
          return known;
        }
      }
    }
    return round;
  }

  /** Returns the ladders that are known, by round, the earliest first. */
  public List<AppliedLadder> ladders() {
    return ladders;
  }

  /**
   * Returns the ladder that applied to a round, a known one by a year in it; where none is known, a
   * fault that says of which rounds one is. That of another round is never taken.
   */
  public Checked<AppliedLadder> ladder(Round round, Place place) {
    return ladder(roundOf(round), round.toString(), place);
  }

  /**
   * Returns the ladder that applied to the round in which a day falls; where none is known, a fault
   * that says of which rounds one is.
   */
  public Checked<AppliedLadder> ladderAsOf(LocalDate day, Place place) {
    return Round.find(Integer.toString(day.getYear()))
        .map(year -> ladder(roundOf(year), day.toString(), place))
        .orElseGet(() -> withoutLadder(day.toString(), place));
  }

  private Checked<AppliedLadder> ladder(Round round, String found, Place place) {
    return ladders.stream()
        .filter(ladder -> ladder.round().equals(round))
        .findFirst()
        .map(ladder -> Checked.of(ladder, List.of()))
        .orElseGet(() -> withoutLadder(found, place));
  }

  private Checked<AppliedLadder> withoutLadder(String found, Place place) {
    return Checked.failed(
        List.of(
            Fault.of(FaultCode.ROUND_WITHOUT_LADDER, place)
                .with("found", found)
                .with(
                    "allowed",
                    ladders.stream()
                        .map(ladder -> ladder.round() + " (" + ladder.named().id() + ")")
                        .toList())));
  }

  private static Calendar readBuiltIn() {
    return new Calendar(
        rows("calendar.tsv").stream().map(row -> Round.parse(row.get(0))).toList(),
        rows("ladders.tsv").stream().map(Calendar::applied).toList());
  }

  private static AppliedLadder applied(List<String> row) {
    return new AppliedLadder(
        Round.parse(row.get(0)),
        Ladders.find(row.get(1), Place.file("ladders.tsv")).orThrow(),
        new Origin(
            Mark.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
            Splitter.on(';').splitToList(row.get(3)),
            row.get(4)));
  }

  private static List<List<String>> rows(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Calendar.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> Splitter.on('\t').splitToList(line))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
