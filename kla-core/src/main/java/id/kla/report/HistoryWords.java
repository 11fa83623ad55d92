package id.kla.report;

import static java.util.stream.Collectors.joining;

import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Stage;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.points.Points;
import id.kla.rollup.History;
import id.kla.rollup.RegionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in words what a history holds: what is known of a round, what was held, where it went. */
final class HistoryWords {

  private final Edition edition;
  private final Phrases phrases;

  HistoryWords(Edition edition, Language language) {
    this.edition = edition;
    this.phrases = Phrases.history(language);
  }

  // Stages

  /** Returns what a stage is called. */
  String stage(String stage) {
    if (stage.equals(DeclaredResult.UNSPECIFIED)) {
      return phrases.text("unspecified");
    }
    return edition
        .findStage(stage)
        .map(Stage::label)
        .filter(label -> !label.isEmpty())
        .map(label -> Printable.of(label.in(phrases.language())))
        .orElse(Printable.of(stage));
  }

  private boolean isLast(String stage) {
    List<Stage> stages = edition.stages();
    return stages.get(stages.size() - 1).code().equals(stage);
  }

  /** Returns what is known of a round: total, predicate, or why neither counts. */
  String told(History.Turn turn, History.Line stage) {
    return switch (turn.state()) {
      case UNKNOWN -> phrases.text("unknown");
      case SEVERAL -> phrases.text("several") + ": " + versions(turn);
      case CONTRADICTORY -> phrases.text("contradictory") + ": " + versions(turn);
      case KNOWN ->
          Stream.of(
                  turn.total().map(this::exact).orElse(""),
                  turn.tier().map(tier -> told(tier, turn, stage)).orElse(""))
              .filter(part -> !part.isEmpty())
              .collect(joining("  "));
    };
  }

  private String versions(History.Turn turn) {
    return turn.results().stream()
        .map(each -> told(each.result()))
        .distinct()
        .collect(joining("; "));
  }

  /** Tells one of several results, and what of it was computed and not published. */
  private String told(RegionResult result) {
    boolean isScored = result.kind() == RegionResult.Kind.SCORED;
    boolean isByPoints = !isScored && result.tierOrigin() == RegionResult.TierOrigin.COMPUTED;
    String said =
        Stream.of(
                result.total().map(this::exact).orElse(""),
                result.tier().map(code -> isByPoints ? byPoints(code) : tier(code)).orElse(""))
            .filter(part -> !part.isEmpty())
            .collect(joining(" "));
    return isScored ? phrases.text("scored", "said", said) : said;
  }

  private String told(String tier, History.Turn turn, History.Line stage) {
    if (turn.isPublished()) {
      return tier(tier);
    }
    return phrases.text(isLast(stage.stage()) ? "computed" : "byPoints", "tier", tier(tier));
  }

  private String byPoints(String code) {
    return phrases.text("computed", "tier", tier(code));
  }

  /** Returns the code of a predicate, or that there is none. */
  String tier(String code) {
    return code.equals(RegionResult.NONE) ? phrases.text("noTier") : Printable.of(code);
  }

  String exact(Points points) {
    return Amounts.exact(points, phrases.language());
  }

  String signed(Points change) {
    return change.signum() > 0 ? "+" + exact(change) : exact(change);
  }

  static boolean isByPoints(History.Turn turn) {
    return turn.tier().isPresent() && !turn.isPublished();
  }

  // What was held, and where it went

  /** Returns a sentence for each predicate that was held at more than one evaluation in a row. */
  List<String> streaks(History.Line line) {
    return line.streaks().stream()
        .filter(streak -> streak.rounds() > 1)
        .map(
            streak ->
                phrases.text(
                    "streak",
                    "tier",
                    tier(streak.tier()),
                    "count",
                    streak.rounds(),
                    "first",
                    streak.first(),
                    "last",
                    streak.last(),
                    "years",
                    streak.notHeld().stream().map(Object::toString).collect(joining(", ")),
                    "computed",
                    computed(streak, line.turns())))
        .toList();
  }

  /** Names the rounds of a row whose tier was not published. */
  private static String computed(History.Streak streak, List<History.Turn> turns) {
    return turns.stream()
        .filter(turn -> turn.round().compareTo(streak.first()) >= 0)
        .filter(turn -> turn.round().compareTo(streak.last()) <= 0)
        .filter(HistoryWords::isByPoints)
        .map(turn -> turn.round().toString())
        .collect(joining(", "));
  }

  /** Returns where the predicate went, if it is known to have risen or fallen. */
  Optional<String> direction(History.Move move) {
    List<String> remarks = new ArrayList<>();
    if (!move.between().isEmpty()) {
      remarks.add(
          phrases.text(
              "between",
              "rounds",
              move.between().stream().map(Round::toString).collect(joining(", "))));
    }
    switch (move.ladders()) {
      case OTHER -> remarks.add(phrases.text("ladderOther"));
      case NOT_KNOWN -> remarks.add(phrases.text("ladderUnknown"));
      case SAME -> {}
    }
    String behind = remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")";
    return switch (move.direction()) {
      case RISE -> Optional.of(tiers("rise", move) + behind);
      case FALL -> Optional.of(tiers("fall", move) + behind);
      case SAME, NOT_KNOWN -> Optional.empty();
    };
  }

  private String tiers(String key, History.Move move) {
    return phrases.text(
        key,
        "from",
        move.from().round(),
        "to",
        move.to().round(),
        "before",
        tier(move.from()),
        "after",
        tier(move.to()));
  }

  private String tier(History.Turn turn) {
    String code = turn.tier().orElseThrow();
    return isByPoints(turn) ? byPoints(code) : tier(code);
  }
}
