package id.kla.report;

import com.google.common.base.Strings;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.planning.ActionPlan;
import id.kla.planning.BestActionPlan;
import id.kla.planning.Measure;
import id.kla.planning.Monitoring;
import id.kla.planning.Outlook;
import id.kla.planning.YearGoal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells action plans year by year, and what was reached of them. */
final class ActionPlanText {

  private static final int COST_WIDTH = 16;

  private final Phrases phrases;
  private final StringBuilder out = new StringBuilder();

  ActionPlanText(Language language) {
    this.phrases = Phrases.planning(language);
  }

  String best(BestActionPlan best) {
    ActionPlan plan = best.plan();
    line(phrases.start(plan.start(), plan.measures().scored().maximum()));
    line("");
    summary(best);
    for (ActionPlan.Year year : plan.years()) {
      line("");
      year(year);
      outlook(plan, year);
    }
    lacks(plan.lint());
    return out.toString();
  }

  private void summary(BestActionPlan best) {
    ActionPlan plan = best.plan();
    long targets = plan.goals().goals().stream().filter(goal -> goal.target().isPresent()).count();
    int missed = plan.missed().size();
    String missing =
        plan.missing().isZero() ? "" : Amounts.lacking(plan.missing(), phrases.language());
    if (best instanceof BestActionPlan.Stopped stopped) {
      line(
          phrases.text(
              "action.stopped",
              "met",
              targets - missed,
              "targets",
              targets,
              "missing",
              missing,
              "cost",
              cost(plan.cost()),
              "fewest",
              stopped.fewestMissed(),
              "least",
              Amounts.lacking(stopped.leastMissing(), phrases.language()),
              "leastCost",
              cost(stopped.leastCost())));
    } else {
      line(
          phrases.text(
              missed == 0 ? "action.met" : "action.missed",
              "met",
              targets - missed,
              "targets",
              targets,
              "missing",
              missing,
              "cost",
              cost(plan.cost())));
    }
  }

  /** Said where something may fail and is new or wanted; that nothing can, once in the end. */
  private void outlook(ActionPlan plan, ActionPlan.Year year) {
    Checked<Outlook> outlook = plan.outlook(year);
    boolean isCertain = outlook.value().map(each -> each.uncertain().isEmpty()).orElse(false);
    boolean isLast = year.equals(plan.years().get(plan.years().size() - 1));
    Optional<YearGoal.Target> target = year.goal().target();
    if (isCertain ? isLast : target.isPresent() || !year.rows().isEmpty()) {
      Language language = phrases.language();
      line(
          "  "
              + target
                  .map(
                      wanted ->
                          wanted instanceof YearGoal.OfTotal total
                              ? OutlookText.of(outlook, total.points(), language)
                              : OutlookText.of(outlook, tier(plan, wanted), language))
                  .orElseGet(() -> OutlookText.of(outlook, year.standing().tier(), language)));
    }
  }

  private static Optional<Tier> tier(ActionPlan plan, YearGoal.Target target) {
    return target instanceof YearGoal.OfTier tier
        ? plan.goals().edition().ladder().findTier(tier.code())
        : Optional.empty();
  }

  private void year(ActionPlan.Year year) {
    YearGoal goal = year.goal();
    line(
        phrases.text(
            "action.year",
            "year",
            year.year(),
            "spent",
            cost(year.spent()),
            "budget",
            goal.budget().map(this::cost).orElse("")));
    for (ActionPlan.Row row : year.rows()) {
      line(
          Strings.padStart(cost(row.cost()), COST_WIDTH, ' ')
              + "  "
              + measure(row.measure())
              + ": "
              + gains(row)
              + references(row.measure()));
    }
    for (ActionPlan.Cut cut : year.cuts()) {
      line(
          " ".repeat(COST_WIDTH + 2)
              + phrases.text(
                  "action.cut",
                  "indicator",
                  cut.indicator().code(),
                  "points",
                  phrases.exact(cut.points())));
    }
    line(
        "  "
            + phrases.text(
                "action.end",
                "total",
                phrases.exact(year.standing().total()),
                "tier",
                phrases.tier(year.standing().tier()),
                "gain",
                phrases.exact(year.gain())));
    goal.target().ifPresent(target -> line("  " + target(target, year)));
    for (Requirement requirement : year.unmet()) {
      line(
          "  "
              + phrases.text(
                  "gap.unmet",
                  "requirement",
                  Printable.of(requirement.label().in(phrases.language()))));
    }
  }

  private String target(YearGoal.Target target, ActionPlan.Year year) {
    String wanted =
        target instanceof YearGoal.OfTier tier
            ? tier.code()
            : phrases.exact(((YearGoal.OfTotal) target).points());
    return phrases.text(
        year.isMet() ? "action.targetMet" : "action.targetMissed",
        "target",
        wanted,
        "missing",
        year.missing().isZero() ? "" : Amounts.lacking(year.missing(), phrases.language()));
  }

  private String measure(Measure measure) {
    String label = measure.label().in(phrases.language());
    return Printable.of(measure.code())
        + (label.equals(measure.code()) ? "" : " " + Printable.of(label))
        + measure.agency().map(agency -> " (" + Printable.of(agency) + ")").orElse("");
  }

  private String gains(ActionPlan.Row row) {
    return row.gains().isEmpty()
        ? phrases.text("plan.supporting")
        : row.gains().entrySet().stream()
            .map(gain -> gain.getKey() + " +" + phrases.exact(gain.getValue()))
            .collect(Collectors.joining("; "));
  }

  private static String references(Measure measure) {
    return measure.references().isEmpty()
        ? ""
        : measure.references().stream()
            .map(
                each ->
                    Printable.of(each.kind())
                        + (each.code().isEmpty() ? "" : " " + Printable.of(each.code()))
                        + each.year().map(year -> " (" + year + ")").orElse(""))
            .collect(Collectors.joining("; ", " [", "]"));
  }

  private void lacks(List<Fault> faults) {
    if (!faults.isEmpty()) {
      line("");
      line(phrases.text("action.lint"));
      faults.forEach(fault -> line("  " + fault.message(phrases.language())));
    }
  }

  // What was reached

  String monitoring(Monitoring monitoring) {
    line(
        phrases.text(
            "monitoring.head",
            "year",
            monitoring.year(),
            "total",
            phrases.exact(monitoring.reached().points()),
            "tier",
            phrases.tier(monitoring.reached().now().tier())));
    for (Monitoring.Year year : monitoring.years()) {
      line(
          "  "
              + phrases.text(
                  year.missing().isZero() ? "monitoring.yearReached" : "monitoring.yearMissing",
                  "year",
                  year.year(),
                  "expected",
                  phrases.exact(year.expected()),
                  "missing",
                  Amounts.lacking(year.missing(), phrases.language())));
    }
    int shown = 0;
    for (Monitoring.Row row : monitoring.rows()) {
      int year = row.planned().year();
      if (year != shown) {
        line("");
        line(
            phrases.text(
                year <= monitoring.year() ? "monitoring.due" : "monitoring.later", "year", year));
        shown = year;
      }
      row(row);
    }
    return out.toString();
  }

  private void row(Monitoring.Row row) {
    line(
        "  "
            + measure(row.planned().measure())
            + ": "
            + phrases.text("state." + row.now().state().name().toLowerCase(Locale.ROOT))
            + ", "
            + phrases.text(
                row.isComplete() ? "monitoring.complete" : "monitoring.incomplete",
                "missing",
                row.missing().isZero() ? "" : phrases.exact(row.missing())));
    line(
        "    "
            + phrases.text(
                "monitoring.cost",
                "planned",
                cost(row.plannedCost()),
                "realised",
                row.realisedCost().map(this::cost).orElse("")));
    for (Monitoring.Award award : row.awards()) {
      line(
          "    "
              + phrases.text(
                  "monitoring.award",
                  "question",
                  award.question(),
                  "expected",
                  phrases.exact(award.expected()),
                  "reached",
                  phrases.exact(award.reached()),
                  "missing",
                  award.missing().isZero() ? "" : phrases.exact(award.missing())));
    }
  }

  private String cost(BigDecimal cost) {
    return Argument.of(cost).in(phrases.language());
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
