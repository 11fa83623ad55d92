package id.kla.report;

import static java.util.stream.Collectors.joining;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.planning.ActionPlan;
import id.kla.planning.ActionPlanReport;
import id.kla.planning.BestActionPlan;
import id.kla.planning.Measure;
import id.kla.planning.Monitoring;
import id.kla.planning.Outlook;
import id.kla.planning.YearGoal;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.region.Regions;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.Standing;
import id.kla.simulation.ScoreDistribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the page of an action plan (<i>RAD KLA</i>): what it reaches and costs, who does what and
 * when, how sure that is, what it lacks; and what was reached of it, where that is known.
 */
@CheckReturnValue
public final class ActionPlanPage {

  private static final Ratio CERTAIN = Ratio.of(1);

  private final ActionPlanReport report;
  private final ActionPlan plan;
  private final List<ActionPlan.Year> years;
  private final ScoredAssessment scored;
  private final Language language;
  private final Phrases phrases;
  private final MeasureWords words;
  private final PageDraft page;

  private ActionPlanPage(ActionPlanReport report, Language language) {
    this.report = report;
    this.plan = report.plan();
    this.years = plan.years();
    this.scored = report.scored();
    this.language = language;
    this.phrases = Phrases.planning(language);
    this.words = new MeasureWords(plan.measures(), language);
    this.page = new PageDraft(phrases);
  }

  /** Returns the page of an action plan in a language. */
  public static Page of(ActionPlanReport report, Language language) {
    ActionPlanPage rad = new ActionPlanPage(report, language);
    rad.answer();
    rad.tasks();
    rad.years();
    rad.measures();
    report.monitoring().ifPresent(rad::monitoring);
    rad.outlook();
    rad.lacks();
    int first = rad.years.get(0).year();
    return rad.page.titled(
        rad.phrases.text(
            "page.rad.title",
            "region",
            Regions.builtIn().describe(rad.scored.assessment().region()),
            "first",
            first,
            "last",
            rad.last().year() == first ? "" : rad.last().year()));
  }

  private ActionPlan.Year last() {
    return years.get(years.size() - 1);
  }

  private String standing(Standing standing) {
    return phrases.exact(standing.total()) + " " + phrases.tier(standing.tier());
  }

  // The answer

  private void answer() {
    page.about("page.about", scored);
    boolean isProven = report.best() instanceof BestActionPlan.Proven;
    List<Block.Highlight> answer = new ArrayList<>();
    report.monitoring().ifPresent(monitoring -> answer.add(reached(monitoring)));
    answer.add(
        new Block.Highlight(
            phrases.text("page.rad.end", "year", last().year()),
            phrases.tier(last().standing().tier()),
            phrases.text("page.points", "points", phrases.exact(last().standing().total()))
                + "; "
                + phrases.text(
                    "page.now",
                    "total",
                    phrases.exact(plan.start().total()),
                    "tier",
                    phrases.tier(plan.start().tier()))));
    answer.add(
        page.highlight(
            "page.rad.cost",
            words.cost(plan.cost()),
            phrases.text(
                isProven ? "page.rad.proven" : "page.rad.stopped", "count", plan.rows().size())));
    List<ActionPlan.Year> aimed =
        years.stream().filter(year -> year.goal().target().isPresent()).toList();
    if (!aimed.isEmpty()) {
      answer.add(
          page.highlight(
              "page.rad.targets",
              phrases.text(
                  "page.of", "part", aimed.size() - plan.missed().size(), "whole", aimed.size()),
              aimed.stream().map(this::target).collect(joining("; "))));
    }
    page.say(new Block.Highlights(answer));
    page.say(new Block.Note(phrases.text("page.note")));
    if (report.best() instanceof BestActionPlan.Stopped stopped) {
      page.paragraph(
          "page.rad.bounds",
          "fewest",
          stopped.fewestMissed(),
          "least",
          Amounts.lacking(stopped.leastMissing(), language),
          "cost",
          words.cost(stopped.leastCost()));
    }
  }

  private Block.Highlight reached(Monitoring monitoring) {
    return new Block.Highlight(
        phrases.text("page.rad.reached", "year", monitoring.year()),
        phrases.tier(monitoring.reached().now().tier()),
        phrases.text("page.points", "points", phrases.exact(monitoring.reached().points()))
            + "; "
            + monitoring.years().stream()
                .filter(year -> year.year() == monitoring.year())
                .map(
                    year ->
                        phrases.text(
                            "page.rad.expectedThen",
                            "expected",
                            phrases.exact(year.expected()),
                            "missing",
                            lacking(year.missing())))
                .collect(joining()));
  }

  private String lacking(Points missing) {
    return missing.isZero() ? "" : Amounts.lacking(missing, language);
  }

  /** Returns a target with its year, and by how much it is missed. */
  private String target(ActionPlan.Year year) {
    return phrases.text(
        year.isMet() ? "page.rad.met" : "page.rad.missed",
        "target",
        wanted(year),
        "year",
        year.year(),
        "missing",
        lacking(year.missing()));
  }

  private String wanted(ActionPlan.Year year) {
    return year.goal()
        .target()
        .map(
            target ->
                target instanceof YearGoal.OfTier tier
                    ? tier.code()
                    : phrases.exact(((YearGoal.OfTotal) target).points()))
        .orElse("");
  }

  // Who does what

  private void tasks() {
    if (plan.rows().isEmpty()) {
      page.paragraph("page.rad.nothing");
      return;
    }
    Map<Measure, List<PageTable.Row>> rows = new LinkedHashMap<>();
    plan.rows()
        .forEach(
            row ->
                rows.put(
                    row.measure(),
                    List.of(
                        PageTable.Row.of(
                            words.name(row.measure()),
                            Integer.toString(row.year()),
                            words.cost(row.cost())))));
    page.heading("page.rad.tasks");
    page.table(
        "page.rad.tasks.table",
        List.of(
            page.words("page.rad.who"), page.number("page.rad.year"), page.number("page.costs")),
        words.byAgency(rows, 3, plan.cost()));
  }

  // Year by year

  private void years() {
    page.heading("page.rad.years");
    if (!scored.edition().ladder().tiers().isEmpty()) {
      page.say(lines());
    }
    List<PageTable.Row> rows = new ArrayList<>();
    years.forEach(
        year ->
            rows.add(
                PageTable.Row.of(
                    Integer.toString(year.year()),
                    phrases.exact(year.standing().total()),
                    phrases.tier(year.standing().tier()),
                    words.cost(year.spent()),
                    year.goal().budget().map(words::cost).orElse(""),
                    year.goal().target().isPresent()
                        ? phrases.text(
                            year.isMet() ? "page.rad.isMet" : "page.rad.isMissed",
                            "target",
                            wanted(year),
                            "missing",
                            lacking(year.missing()))
                        : "")));
    rows.add(
        PageTable.Row.of(phrases.text("page.total"), "", "", words.cost(plan.cost()), "", "")
            .at(PageTable.Level.TOTAL));
    page.table(
        "page.rad.years.table",
        List.of(
            page.words("page.rad.year"),
            page.number("page.rad.then"),
            page.words("page.predicate"),
            page.number("page.rad.spent"),
            page.number("page.rad.budget"),
            page.words("page.rad.target")),
        rows);
    List<String> unmet = new ArrayList<>();
    for (ActionPlan.Year year : years) {
      for (Requirement requirement : year.unmet()) {
        unmet.add(
            year.year()
                + ": "
                + phrases.text("gap.unmet", "requirement", requirement.label().in(language)));
      }
    }
    page.items(unmet);
  }

  private LineChart lines() {
    List<String> labels = new ArrayList<>();
    labels.add(phrases.text("page.before"));
    List<Optional<LineChart.Reading>> planned = new ArrayList<>();
    List<Optional<LineChart.Reading>> targets = new ArrayList<>();
    List<Optional<LineChart.Reading>> reached = new ArrayList<>();
    planned.add(reading(plan.start()));
    targets.add(Optional.empty());
    reached.add(Optional.empty());
    for (ActionPlan.Year year : years) {
      labels.add(Integer.toString(year.year()));
      planned.add(reading(year.standing()));
      targets.add(year.goal().target().map(target -> reading(target, wanted(year))));
      reached.add(
          report
              .monitoring()
              .filter(monitoring -> monitoring.year() == year.year())
              .flatMap(monitoring -> reading(monitoring.reached().now())));
    }
    List<LineChart.Series> series = new ArrayList<>();
    series.add(new LineChart.Series(phrases.text("page.rad.plan"), planned));
    if (report.monitoring().isPresent()) {
      series.add(new LineChart.Series(phrases.text("page.rad.reality"), reached));
    }
    if (targets.stream().anyMatch(Optional::isPresent)) {
      series.add(new LineChart.Series(phrases.text("page.rad.atLeast"), targets));
    }
    return new LineChart(
        phrases.text("page.rad.line"),
        "",
        phrases.text("page.rad.year"),
        labels,
        scored.edition().ladder(),
        scored.maximum(),
        series);
  }

  private Optional<LineChart.Reading> reading(Standing standing) {
    return Optional.of(LineChart.Reading.of(standing.total(), standing(standing)));
  }

  /** Everything above a target meets it. */
  private LineChart.Reading reading(YearGoal.Target target, String told) {
    Points least =
        target instanceof YearGoal.OfTotal total
            ? total.points()
            : scored.edition().ladder().tier(told).least();
    return new LineChart.Reading(least, scored.maximum().max(least), told);
  }

  // The measures of each year

  private void measures() {
    if (plan.rows().isEmpty()) {
      return;
    }
    page.heading("page.rad.measures");
    List<PageTable.Row> rows = new ArrayList<>();
    for (ActionPlan.Year year : years) {
      rows.add(
          PageTable.Row.of(
                  phrases.text(
                      "page.rad.yearEnd", "year", year.year(), "end", standing(year.standing())),
                  "",
                  "",
                  "",
                  phrases.signed(year.gain()),
                  words.cost(year.spent()))
              .at(PageTable.Level.GROUP));
      year.rows().forEach(row -> rows.add(row(row)));
      for (ActionPlan.Cut cut : year.cuts()) {
        rows.add(
            PageTable.Row.of(
                phrases.text("page.rad.cut", "indicator", cut.indicator().code()),
                "",
                "",
                "",
                phrases.signed(Points.ZERO.minus(cut.points())),
                ""));
      }
    }
    page.table(
        "page.rad.measures.table",
        List.of(
            page.words("page.measure"),
            page.words("page.rad.by"),
            page.words("page.rad.raises"),
            page.words("page.rad.references"),
            page.number("page.rad.gain"),
            page.number("page.costs")),
        rows);
  }

  private PageTable.Row row(ActionPlan.Row row) {
    boolean isSupporting = row.gains().isEmpty();
    return PageTable.Row.of(
        words.name(row.measure()),
        words.agency(row.measure()),
        isSupporting
            ? phrases.text("plan.supporting")
            : row.gains().entrySet().stream()
                .map(gain -> gain.getKey() + " +" + phrases.exact(gain.getValue()))
                .collect(joining("; ")),
        words.references(row.measure()),
        isSupporting ? "" : phrases.signed(row.gain()),
        words.cost(row.cost()));
  }

  // What was reached

  private void monitoring(Monitoring monitoring) {
    page.say(new Block.Heading(2, phrases.text("page.rad.monitoring", "year", monitoring.year())));
    page.items(
        monitoring.late().stream()
            .map(
                row ->
                    phrases.text(
                        "page.rad.late",
                        "measure",
                        words.name(row.now()),
                        "agency",
                        words.agency(row.now()),
                        "missing",
                        lacking(row.missing())))
            .toList());
    page.table(
        "page.rad.expected.table",
        List.of(
            page.words("page.rad.year"),
            page.number("page.rad.expected"),
            page.number("page.rad.reality"),
            page.number("page.rad.missing")),
        monitoring.years().stream()
            .map(
                year ->
                    PageTable.Row.of(
                        Integer.toString(year.year()),
                        phrases.exact(year.expected()),
                        phrases.exact(year.reached()),
                        lacking(year.missing())))
            .toList());
    List<PageTable.Row> rows = new ArrayList<>();
    int shown = 0;
    for (Monitoring.Row row : monitoring.rows()) {
      int year = row.planned().year();
      if (year != shown) {
        shown = year;
        rows.add(
            PageTable.Row.of(
                    phrases.text(
                        year <= monitoring.year() ? "page.rad.due" : "page.rad.later",
                        "year",
                        year),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "")
                .at(PageTable.Level.GROUP));
      }
      rows.addAll(rows(row));
    }
    page.table(
        "page.rad.monitoring.table",
        List.of(
            page.words("page.measure"),
            page.words("page.rad.state"),
            page.number("page.rad.planned"),
            page.number("page.rad.realised"),
            page.words("page.question"),
            page.number("page.rad.expected"),
            page.number("page.rad.reality")),
        rows);
  }

  /** A row for each question; what is said of the measure itself stands in the first of them. */
  private List<PageTable.Row> rows(Monitoring.Row row) {
    String state = phrases.word("state", row.now().state());
    String planned = words.cost(row.plannedCost());
    String realised = row.realisedCost().map(words::cost).orElse("");
    List<PageTable.Row> rows = new ArrayList<>();
    for (Monitoring.Award award : row.awards()) {
      boolean isFirst = rows.isEmpty();
      rows.add(
          PageTable.Row.of(
              words.name(row.now()),
              isFirst ? state : "",
              isFirst ? planned : "",
              isFirst ? realised : "",
              award.question().toString(),
              phrases.exact(award.expected()),
              phrases.exact(award.reached())));
    }
    return rows.isEmpty()
        ? List.of(
            PageTable.Row.of(
                words.name(row.now()),
                state,
                planned,
                realised,
                phrases.text("plan.supporting"),
                "",
                ""))
        : rows;
  }

  // How sure that is

  /** Said where something may fail and is new or wanted; that nothing can, once. */
  private void outlook() {
    if (plan.rows().isEmpty()) {
      return;
    }
    page.heading("page.sure");
    List<PageTable.Row> rows = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (ActionPlan.Year year : years) {
      Checked<Outlook> outlook = plan.outlook(year);
      outlook
          .value()
          .filter(known -> !known.uncertain().isEmpty())
          .filter(known -> year.goal().target().isPresent() || !year.rows().isEmpty())
          .ifPresent(known -> rows.add(outlook(year, known.scores())));
      if (outlook.value().isEmpty()) {
        refused.add(
            year.year()
                + ": "
                + phrases.text(
                    "outlook.refused", "reason", outlook.faults().get(0).message(language)));
      }
    }
    if (rows.isEmpty() && refused.isEmpty()) {
      page.paragraph("outlook.certain");
      return;
    }
    page.paragraph("page.sure.about");
    page.table(
        "page.sure.table",
        List.of(
            page.words("page.rad.year"),
            page.number("page.sure.mean"),
            page.words("page.sure.what"),
            page.number("page.sure.chance")),
        rows);
    page.items(refused);
    page.items(
        plan.rows().stream()
            .map(ActionPlan.Row::measure)
            .filter(measure -> !measure.chance().ratio().equals(CERTAIN))
            .map(
                measure ->
                    phrases.text(
                        "page.sure.of",
                        "measure",
                        words.name(measure),
                        "chance",
                        words.chance(measure)))
            .toList());
  }

  private PageTable.Row outlook(ActionPlan.Year year, ScoreDistribution scores) {
    Optional<YearGoal.Target> target = year.goal().target();
    Optional<Tier> tier =
        target.isEmpty()
            ? year.standing().tier()
            : target
                .filter(YearGoal.OfTier.class::isInstance)
                .map(wanted -> scored.edition().ladder().tier(((YearGoal.OfTier) wanted).code()));
    Optional<Points> total =
        target
            .filter(YearGoal.OfTotal.class::isInstance)
            .map(wanted -> ((YearGoal.OfTotal) wanted).points());
    return PageTable.Row.of(
        Integer.toString(year.year()),
        Amounts.expected(scores.mean(), language),
        tier.map(Tier::code)
            .or(() -> total.map(phrases::exact))
            .map(wanted -> phrases.text("page.sure.orMore", "target", wanted))
            .orElse(""),
        tier.map(scores::chanceAtLeast)
            .or(() -> total.map(scores::chanceAtLeast))
            .map(chance -> Amounts.chance(chance, language))
            .orElse(""));
  }

  // What the plan lacks

  private void lacks() {
    Map<FaultCode, List<Fault>> kinds = new LinkedHashMap<>();
    plan.lint()
        .forEach(
            fault -> kinds.computeIfAbsent(fault.code(), none -> new ArrayList<>()).add(fault));
    if (kinds.isEmpty()) {
      return;
    }
    page.heading("page.lacks");
    List<String> items = new ArrayList<>();
    kinds.forEach(
        (code, faults) ->
            items.add(
                phrases.text("page.lacks." + code.name().toLowerCase(Locale.ROOT))
                    + " "
                    + faults.stream().map(this::lack).collect(joining("; "))
                    + "."));
    page.items(items);
  }

  /** Returns where something lacks, without the edition, and what the fault says only of that. */
  private String lack(Fault fault) {
    String where =
        fault.place() instanceof Place.InEdition part
            ? part.part().in(language)
            : fault.place().in(language);
    return switch (fault.code()) {
      case OTHER_YEAR_REFERENCED, MEASURE_OUTSIDE_YEARS, AGENCY_WITHOUT_MEASURE ->
          where + " (" + special(fault) + ")";
      default -> where;
    };
  }

  private String special(Fault fault) {
    List<Object> values = new ArrayList<>();
    fault
        .arguments()
        .forEach(
            (name, value) -> {
              values.add(name);
              values.add(value.in(language));
            });
    return phrases.text(
        "page.lacks.of." + fault.code().name().toLowerCase(Locale.ROOT), values.toArray());
  }
}
