package id.kla.testing;

import id.kla.assessment.Assessment;
import id.kla.edition.Bound;
import id.kla.edition.Edition;
import id.kla.edition.Interval;
import id.kla.edition.Ladder;
import id.kla.edition.Origin;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Makes ladders and requirements whose bounds lie on and next to what a sheet earns. */
final class LadderMaker {

  private static final List<Bound.Kind> BOUNDS = List.of(Bound.Kind.values());

  private final Choices choices;

  LadderMaker(Choices choices) {
    this.choices = choices;
  }

  /** The same sheet under such a ladder, which may have no step at all. */
  Assessment under(Assessment sheet) {
    ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);
    Ladder ladder = ladder(scored, choices.someOf(rungs(scored), 0, 5));
    return Assessment.builder().from(sheet).edition(edition(scored, ladder)).build();
  }

  /** The same edition with such a ladder, one step of which lies at the sheet's total. */
  Edition stepAt(Assessment sheet) {
    ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);
    List<Points> others =
        rungs(scored).stream().filter(rung -> !rung.equals(scored.points())).toList();
    List<Points> cuts =
        Stream.concat(choices.someOf(others, 0, 4).stream(), Stream.of(scored.points()))
            .sorted()
            .toList();
    return edition(scored, ladder(scored, cuts));
  }

  private Edition edition(ScoredAssessment scored, Ladder ladder) {
    return Edition.builder()
        .from(scored.edition())
        .ladder(ladder)
        .requirements(requirements(scored, ladder))
        .build();
  }

  private static List<Points> rungs(ScoredAssessment scored) {
    long maximum = scored.maximum().units();
    long total = scored.points().units();
    return Stream.of(0L, maximum / 2, maximum, total - 1, total, total + 1, (total + maximum) / 2)
        .filter(units -> units >= 0 && units <= maximum)
        .distinct()
        .sorted()
        .map(Points::ofUnits)
        .toList();
  }

  private Ladder ladder(ScoredAssessment scored, List<Points> cuts) {
    List<Bound.Kind> kinds = cuts.stream().map(cut -> choices.oneOf(BOUNDS)).toList();
    boolean isEnded = choices.onceIn(2);
    List<Tier> tiers = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      Bound<Points> lower = new Bound<>(cuts.get(i), kinds.get(i));
      boolean isTop = i == cuts.size() - 1;
      Optional<Bound<Points>> upper =
          !isTop
              ? Optional.of(new Bound<>(cuts.get(i + 1), EditionMaker.other(kinds.get(i + 1))))
              : isEnded && lower.admitsAbove(scored.maximum())
                  ? Optional.of(Bound.closed(scored.maximum()))
                  : Optional.empty();
      tiers.add(
          new Tier(
              "T" + (i + 1),
              EditionMaker.label("predikat", "tier", "" + (i + 1)),
              new Interval<>(Optional.of(lower), upper),
              "",
              Origin.STATED));
    }
    return new Ladder(tiers);
  }

  private List<Requirement> requirements(ScoredAssessment scored, Ladder ladder) {
    AtomicInteger number = new AtomicInteger();
    return choices.listOf(0, 4, () -> requirement("" + number.incrementAndGet(), scored, ladder));
  }

  /** Of a tier, or of what comes after the first stage. */
  private Requirement requirement(String number, ScoredAssessment scored, Ladder ladder) {
    List<Tier> tiers = ladder.tiers();
    int guarded = choices.between(0, tiers.size());
    String stage = scored.edition().stages().get(0).code();
    Requirement.Subject subject = subject(scored.edition());
    long units = points(scored, subject).units() + choices.oneOf(List.of(0, 1, 1, -1));
    return new Requirement(
        "R" + number,
        EditionMaker.label("prasyarat", "requirement", number),
        guarded < tiers.size() ? Optional.of(tiers.get(guarded).code()) : Optional.empty(),
        guarded < tiers.size() ? Optional.empty() : Optional.of(stage),
        subject,
        new Bound<>(Points.ofUnits(Math.max(0, units)), choices.oneOf(BOUNDS)),
        choices.weighted(2, 1) == 0 ? Requirement.State.ON : Requirement.State.OFF,
        Origin.STATED);
  }

  private Requirement.Subject subject(Edition edition) {
    return switch (choices.between(0, 3)) {
      case 0 -> Requirement.Total.TOTAL;
      case 1 -> new Requirement.OfCluster(choices.oneOf(edition.clusters()).code());
      case 2 -> new Requirement.OfIndicator(choices.oneOf(edition.indicators()).code());
      default -> new Requirement.OfQuestion(choices.oneOf(edition.questions()).code());
    };
  }

  private static Points points(ScoredAssessment scored, Requirement.Subject subject) {
    if (subject instanceof Requirement.OfCluster of) {
      return scored.cluster(of.code()).points();
    }
    if (subject instanceof Requirement.OfIndicator of) {
      return scored.indicator(of.code()).points();
    }
    return subject instanceof Requirement.OfQuestion of
        ? scored.question(of.code()).points()
        : scored.points();
  }
}
