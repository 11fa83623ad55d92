package id.kla.edition;

import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a ladder, or out of reach in it and in the requirements. */
final class LadderLint {

  private final Edition edition;
  private final LintReport lint;

  LadderLint(Edition edition, LintReport lint) {
    this.edition = edition;
    this.lint = lint;
  }

  void check() {
    ladder();
    requirementsInReach();
  }

  private void ladder() {
    List<Tier> tiers = edition.ladder().tiers();
    if (tiers.isEmpty()) {
      return;
    }
    boolean isChain =
        lint.chain(
            (code, i, columns) -> lint.fault(code, tiers.get(i), LintReport.LADDER, columns),
            LintReport.LADDER,
            tiers.stream().map(Tier::range).toList());
    Tier lowest = tiers.get(0);
    lowest
        .range()
        .lower()
        .filter(bound -> bound.value().signum() < 0)
        .ifPresent(
            bound ->
                lint.range(
                    lint.fault(
                        FaultCode.AWARD_OUT_OF_RANGE, lowest, LintReport.LADDER, LintReport.LOWER),
                    LintReport.LADDER,
                    bound.value(),
                    edition.maximum().orElse(Points.ZERO)));
    Tier highest = tiers.get(tiers.size() - 1);
    Optional<Bound<Points>> top = edition.ladder().top();
    if (top.isPresent()
        && edition.maximum().isPresent()
        && !top.get().admitsBelow(edition.maximum().get())) {
      lint.hole(
          lint.fault(FaultCode.HOLE, highest, LintReport.LADDER, LintReport.UPPER),
          LintReport.LADDER,
          highest.range().toString(),
          edition.maximum().get().toString());
    }
    if (isChain) {
      Optional<Points> most = most(edition.indicators());
      for (Tier tier : tiers) {
        Label name = PartKind.TIER.one(tier.code());
        reach(
            lint.fault(FaultCode.OUT_OF_REACH, tier, name, LintReport.LOWER),
            name,
            tier.range(),
            most);
      }
    }
  }

  private void reach(Fault fault, Label name, Interval<Points> range, Optional<Points> most) {
    if (most.isPresent()
        && range.lower().isPresent()
        && !range.lower().get().admitsAbove(most.get())) {
      lint.report(
          fault
              .with("part", Argument.of(name))
              .with("found", range.toString())
              .with("stated", most.get().toBigDecimal()),
          name);
    }
  }

  /** Returns what the best answers earn, which may be less than the maxima say. */
  private static Optional<Points> most(List<Indicator> indicators) {
    List<Points> most = new ArrayList<>();
    for (Indicator indicator : indicators) {
      if (indicator.maximum().isEmpty()) {
        return Optional.empty();
      }
      Points sum = Points.sum(indicator.questions().stream().map(LadderLint::most).toList());
      most.add(sum.min(indicator.maximum().get()));
    }
    return Optional.of(Points.sum(most));
  }

  private static Points most(Question question) {
    return question.notApplicable() == NotApplicable.FULL || !ScaleLint.isInRange(question)
        ? question.maximum()
        : question.scale().best().orElse(question.maximum());
  }

  private void requirementsInReach() {
    for (Requirement requirement : edition.requirements()) {
      Label name = PartKind.REQUIREMENT.one(requirement.code());
      reach(
          lint.fault(FaultCode.OUT_OF_REACH, requirement, name, LintReport.LOWER),
          name,
          new Interval<>(Optional.of(requirement.least()), Optional.empty()),
          most(requirement.subject()));
    }
  }

  private Optional<Points> most(Requirement.Subject subject) {
    if (subject instanceof Requirement.OfCluster cluster) {
      return edition.findCluster(cluster.code()).flatMap(found -> most(found.indicators()));
    } else if (subject instanceof Requirement.OfIndicator indicator) {
      return edition.findIndicator(indicator.code()).flatMap(found -> most(List.of(found)));
    } else if (subject instanceof Requirement.OfQuestion question) {
      return edition.findQuestion(question.code()).map(LadderLint::most);
    }
    return most(edition.indicators());
  }
}
