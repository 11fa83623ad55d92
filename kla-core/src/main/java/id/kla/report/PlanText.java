package id.kla.report;

import com.google.common.base.Strings;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.fault.Argument;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.planning.Cheapest;
import id.kla.planning.Measure;
import id.kla.planning.Outlook;
import id.kla.planning.Plan;
import id.kla.planning.PlanReport;
import id.kla.planning.Sensitivity;
import id.kla.planning.WithinBudget;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells plans: what they cost and reach, how sure that is, and how firmly they stand. */
final class PlanText {

  private final PlanReport report;
  private final ScoredAssessment scored;
  private final Edition edition;
  private final Phrases phrases;
  private final StringBuilder out = new StringBuilder();

  PlanText(PlanReport report, Language language) {
    this.report = report;
    this.scored = report.scored();
    this.edition = scored.edition();
    this.phrases = Phrases.planning(language);
  }

  String text() {
    line(phrases.start(scored.now(), scored.maximum()));
    line("");
    if (report instanceof PlanReport.ToTier toTier) {
      toTier(toTier);
    } else if (report instanceof PlanReport.OfBudget ofBudget) {
      within(ofBudget.budget(), ofBudget.within());
    }
    return out.toString();
  }

  private void toTier(PlanReport.ToTier toTier) {
    Tier target = toTier.target();
    if (toTier.cheapest() instanceof Cheapest.Proven proven) {
      line(phrases.text("plan.proven", "tier", target.code(), "cost", cost(proven.plan().cost())));
      plan(proven.plan(), Optional.of(target));
    } else if (toTier.cheapest() instanceof Cheapest.Stopped stopped) {
      line(
          phrases.text(
              stopped.found().isPresent() ? "plan.stopped" : "plan.stoppedEmpty",
              "tier",
              target.code(),
              "cost",
              stopped.found().map(plan -> cost(plan.cost())).orElse(""),
              "least",
              cost(stopped.leastCost())));
      stopped.found().ifPresent(plan -> plan(plan, Optional.of(target)));
    } else if (toTier.cheapest() instanceof Cheapest.NotReachable notReachable) {
      notReachable(target, notReachable);
    }
    toTier.sensitivity().ifPresent(this::sensitivity);
    if (!toTier.nextBest().isEmpty()) {
      line("");
      line(phrases.text("plan.nextBest"));
      toTier.nextBest().forEach(this::brief);
    }
  }

  private void within(BigDecimal budget, WithinBudget within) {
    line(
        phrases.text(
            within.isProven() ? "plan.budget" : "plan.budgetStopped",
            "budget",
            cost(budget),
            "total",
            phrases.exact(within.plan().total()),
            "most",
            phrases.exact(within.mostTotal())));
    plan(within.plan(), within.plan().tier());
  }

  private void plan(Plan plan, Optional<Tier> target) {
    for (Measure measure : plan.measures()) {
      line(
          Strings.padStart(cost(measure.remainingCost()), 14, ' ')
              + "  "
              + Printable.of(measure.code())
              + label(measure)
              + ": "
              + awards(measure, plan));
    }
    line(
        "  "
            + phrases.text(
                "plan.reaches",
                "total",
                phrases.exact(plan.total()),
                "tier",
                phrases.tier(plan.tier()),
                "count",
                plan.measures().size()));
    if (!plan.measures().isEmpty()) {
      line(
          "  "
              + OutlookText.of(
                  Outlook.check(report.measures(), plan.measures()), target, phrases.language()));
    }
  }

  /** A measure that only fills one question bears its code. */
  private String label(Measure measure) {
    Optional<String> question =
        edition.questions().stream()
            .filter(each -> each.code().toString().equals(measure.code()))
            .map(each -> each.label().in(phrases.language()))
            .findFirst();
    String label = question.orElseGet(() -> measure.label().in(phrases.language()));
    return label.equals(measure.code()) ? "" : " " + Printable.of(label);
  }

  /** What its questions earn then, of which another measure may bring more. */
  private String awards(Measure measure, Plan plan) {
    String awards =
        measure.awards().entrySet().stream()
            .filter(award -> plan.awards().containsKey(award.getKey()))
            .map(award -> award(measure, award.getKey(), award.getValue()))
            .collect(Collectors.joining("; "));
    return awards.isEmpty() ? phrases.text("plan.supporting") : awards;
  }

  private String award(Measure measure, QuestionCode code, Points award) {
    return phrases.text(
        "plan.award",
        "question",
        code.toString().equals(measure.code()) ? "" : code,
        "before",
        phrases.exact(scored.question(code).points()),
        "after",
        phrases.exact(award));
  }

  private void notReachable(Tier target, Cheapest.NotReachable out) {
    line(
        phrases.text(
            "plan.notReachable",
            "tier",
            target.code(),
            "most",
            phrases.exact(out.mostTotal()),
            "missing",
            out.missing().isZero() ? "" : phrases.exact(out.missing())));
    for (Requirement requirement : out.unmet()) {
      line(
          "  "
              + phrases.text(
                  "gap.unmet",
                  "requirement",
                  Printable.of(requirement.label().in(phrases.language()))));
    }
  }

  private void sensitivity(Sensitivity sensitivity) {
    line("");
    line(phrases.text("plan.firm"));
    for (Sensitivity.Row row : sensitivity.measures()) {
      line(
          "  "
              + Printable.of(row.measure().code())
              + ": "
              + phrases.text(
                  "plan.weight." + row.weight().name().toLowerCase(Locale.ROOT),
                  "rise",
                  row.mayRise().map(this::cost).orElse("")));
    }
    line(
        "  "
            + phrases.text(
                "plan.point",
                "less",
                cost(sensitivity.savedByLess()),
                "more",
                sensitivity.addedByMore().map(this::cost).orElse("")));
  }

  private void brief(Plan plan) {
    line(
        Strings.padStart(cost(plan.cost()), 14, ' ')
            + "  "
            + phrases.text(
                "plan.short",
                "total",
                phrases.exact(plan.total()),
                "tier",
                phrases.tier(plan.tier()),
                "measures",
                Printable.of(String.join(", ", plan.codes()))));
  }

  private String cost(BigDecimal cost) {
    return Argument.of(cost).in(phrases.language());
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
