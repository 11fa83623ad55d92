package id.kla.report;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Language;
import id.kla.planning.Cheapest;
import id.kla.planning.Outlook;
import id.kla.planning.Plan;
import id.kla.planning.PlanReport;
import id.kla.planning.Sensitivity;
import id.kla.region.Regions;
import id.kla.scoring.ScoredAssessment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the page of a plan: what it reaches and costs, who does what, how firmly it stands, and
 * what comes next to it.
 */
@CheckReturnValue
public final class PlanPage {

  private final PlanReport report;
  private final ScoredAssessment scored;
  private final Language language;
  private final Phrases phrases;
  private final MeasureWords words;
  private final PageDraft page;

  private PlanPage(PlanReport report, Language language) {
    this.report = report;
    this.scored = report.scored();
    this.language = language;
    this.phrases = Phrases.planning(language);
    this.words = new MeasureWords(report.measures(), language);
    this.page = new PageDraft(phrases);
  }

  /** Returns the page of a plan in a language. */
  public static Page of(PlanReport report, Language language) {
    PlanPage plan = new PlanPage(report, language);
    String region = Regions.builtIn().describe(report.scored().assessment().region());
    if (report instanceof PlanReport.ToTier toTier) {
      plan.toTier(toTier);
      return plan.page.titled(
          plan.phrases.text("page.plan.toTier", "region", region, "tier", toTier.target().code()));
    }
    PlanReport.OfBudget ofBudget = (PlanReport.OfBudget) report;
    plan.ofBudget(ofBudget);
    return plan.page.titled(
        plan.phrases.text("page.plan.ofBudget", "region", region, "budget", plan.budget(ofBudget)));
  }

  private String cost(BigDecimal cost) {
    return words.cost(cost);
  }

  /** A budget for questions that are filled is how many may be. */
  private String budget(PlanReport.OfBudget ofBudget) {
    String budget = cost(ofBudget.budget());
    return words.areFills() ? phrases.text("page.plan.many", "count", budget) : budget;
  }

  // The cheapest way to a tier

  private void toTier(PlanReport.ToTier toTier) {
    String tier = toTier.target().code();
    Cheapest cheapest = toTier.cheapest();
    page.about("page.about", scored);
    if (cheapest instanceof Cheapest.NotReachable none) {
      notReachable(none, tier);
    } else {
      boolean isProven = cheapest instanceof Cheapest.Proven;
      String least = cheapest instanceof Cheapest.Stopped stopped ? cost(stopped.leastCost()) : "";
      cheapest
          .found()
          .ifPresentOrElse(
              found ->
                  found(
                      found,
                      isProven ? "page.plan.proven" : "page.plan.stopped",
                      least,
                      phrases.text("page.plan.way", "tier", tier)),
              () -> {
                page.say(
                    new Block.Highlights(
                        List.of(
                            new Block.Highlight(
                                phrases.text("page.plan.way", "tier", tier),
                                phrases.text("page.plan.open"),
                                phrases.text("plan.stoppedEmpty", "tier", tier, "least", least)))));
                note();
              });
    }
    toTier.sensitivity().ifPresent(this::firmness);
    others(toTier.nextBest());
  }

  private void notReachable(Cheapest.NotReachable none, String tier) {
    page.say(
        new Block.Highlights(
            List.of(
                new Block.Highlight(
                    phrases.text("page.plan.way", "tier", tier),
                    phrases.text("page.plan.none"),
                    phrases.text("page.plan.noneAbout")),
                page.highlight(
                    "page.plan.most",
                    phrases.exact(none.mostTotal()),
                    none.missing().isZero()
                        ? now()
                        : phrases.text(
                            "page.tooLittle",
                            "missing",
                            Amounts.lacking(none.missing(), language))))));
    note();
    page.items(
        none.unmet().stream()
            .map(unmet -> phrases.text("gap.unmet", "requirement", unmet.label().in(language)))
            .toList());
  }

  private void note() {
    page.say(new Block.Note(phrases.text(words.areFills() ? "page.noteFills" : "page.note")));
  }

  /** Says first what a plan reaches and costs, then what it is made of. */
  private void found(Plan plan, String proof, String bound, String caption) {
    Checked<Outlook> outlook = Outlook.check(report.measures(), plan.measures());
    List<Block.Highlight> answer = new ArrayList<>();
    answer.add(reaches(plan));
    answer.add(
        page.highlight(
            words.areFills() ? "page.plan.questions" : "page.plan.cost",
            cost(plan.cost()),
            phrases.text(
                proof, "bound", bound, "count", words.areFills() ? "" : plan.measures().size())));
    chance(plan, outlook).ifPresent(answer::add);
    page.say(new Block.Highlights(answer));
    note();
    page.heading("page.plan.tasks");
    if (plan.measures().isEmpty()) {
      page.paragraph("page.plan.nothing");
    } else {
      page.say(words.table(plan, caption));
      if (!words.areFills()) {
        page.say(new Block.Paragraph(OutlookText.of(outlook, target(plan), language)));
      }
    }
  }

  /** Of a way to a tier the tier is the answer, of a budget the total. */
  private Block.Highlight reaches(Plan plan) {
    String total = phrases.exact(plan.total());
    String tier = phrases.tier(plan.tier());
    return report instanceof PlanReport.ToTier
        ? page.highlight(
            "page.plan.reaches", tier, phrases.text("page.points", "points", total) + "; " + now())
        : page.highlight("page.plan.reaches", total, tier + "; " + now());
  }

  private String now() {
    return phrases.text(
        "page.now",
        "total",
        phrases.exact(scored.now().total()),
        "tier",
        phrases.tier(scored.now().tier()));
  }

  private Optional<Tier> target(Plan plan) {
    return report instanceof PlanReport.ToTier toTier ? Optional.of(toTier.target()) : plan.tier();
  }

  /** Returns how likely the tier is, where evidence may fail. */
  private Optional<Block.Highlight> chance(Plan plan, Checked<Outlook> outlook) {
    return outlook
        .value()
        .filter(known -> !known.uncertain().isEmpty())
        .flatMap(
            known ->
                target(plan)
                    .map(
                        tier ->
                            new Block.Highlight(
                                phrases.text("page.chance", "tier", tier.code()),
                                Amounts.chance(known.scores().chanceAtLeast(tier), language),
                                phrases.text("page.chanceAbout"))));
  }

  // The most within a budget

  private void ofBudget(PlanReport.OfBudget ofBudget) {
    page.about("page.about", scored);
    found(
        ofBudget.within().plan(),
        ofBudget.within().isProven() ? "page.plan.mostProven" : "page.plan.mostStopped",
        phrases.exact(ofBudget.within().mostTotal()),
        phrases.text("page.plan.within", "budget", budget(ofBudget)));
  }

  // How firmly it stands

  private void firmness(Sensitivity sensitivity) {
    if (sensitivity.measures().isEmpty()) {
      return;
    }
    page.heading("page.firm");
    page.table(
        words.areFills() ? "page.firm.fills" : "page.firm.table",
        List.of(
            page.words(words.areFills() ? "page.question" : "page.measure"),
            page.words("page.firm.what")),
        sensitivity.measures().stream()
            .map(
                row ->
                    PageTable.Row.of(
                        words.name(row.measure()),
                        phrases.text(
                            (words.areFills() ? "page.fill." : "plan.weight.")
                                + row.weight().name().toLowerCase(Locale.ROOT),
                            "rise",
                            row.mayRise().map(this::cost).orElse(""))))
            .toList());
    page.paragraph(
        words.areFills() ? "page.firm.pointFills" : "page.firm.point",
        "less",
        cost(sensitivity.savedByLess()),
        "more",
        sensitivity.addedByMore().map(this::cost).orElse(""));
  }

  private void others(List<Plan> plans) {
    if (!plans.isEmpty()) {
      page.heading("page.others");
      page.table(
          "page.others.table",
          List.of(
              page.words(words.areFills() ? "page.question" : "page.others.measures"),
              page.number("page.sum"),
              page.words("page.predicate"),
              page.number(words.areFills() ? "page.plan.questions" : "page.costs")),
          plans.stream()
              .map(
                  plan ->
                      PageTable.Row.of(
                          String.join(", ", plan.codes()),
                          phrases.exact(plan.total()),
                          phrases.tier(plan.tier()),
                          cost(plan.cost())))
              .toList());
    }
  }
}
