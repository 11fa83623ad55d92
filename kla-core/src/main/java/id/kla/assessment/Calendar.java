package id.kla.assessment;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rounds in which the evaluation is known to have been held. */
@CheckReturnValue
public final class Calendar {

  private static final Calendar BUILT_IN = readBuiltIn();

  private final ImmutableList<Round> rounds;

  private Calendar(ImmutableList<Round> rounds) {
    this.rounds = rounds;
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
    Optional<Round> written = Round.find(text.strip());
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

  private static Calendar readBuiltIn() {
    String name = "calendar.tsv";
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Calendar.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      return new Calendar(
          reader
              .lines()
              .filter(line -> !line.startsWith("#"))
              .skip(1)
              .map(line -> Round.parse(Splitter.on('\t').splitToList(line).get(0)))
              .collect(ImmutableList.toImmutableList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
