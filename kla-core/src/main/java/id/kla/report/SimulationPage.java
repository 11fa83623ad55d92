package id.kla.report;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.points.Ratio;
import id.kla.region.Regions;
import id.kla.scoring.Basis;
import id.kla.scoring.ScoredAssessment;
import id.kla.simulation.Estimate;
import id.kla.simulation.Influence;
import id.kla.simulation.Influences;
import id.kla.simulation.SimulationReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes the page of how sure a score is: the chances of predicates first, then how totals spread,
 * what matters most, and what all this rests on.
 */
@CheckReturnValue
public final class SimulationPage {

  private final SimulationReport report;
  private final ScoredAssessment scored;
  private final Language language;
  private final Phrases phrases;
  private final Phrases planning;
  private final SimulationWords words;
  private final PageDraft page;

  private SimulationPage(SimulationReport report, Language language) {
    this.report = report;
    this.scored = report.scored();
    this.language = language;
    this.phrases = Phrases.simulation(language);
    this.planning = Phrases.planning(language);
    this.words = new SimulationWords(report, language);
    this.page = new PageDraft(phrases);
  }

  /** Returns the page of how sure a score is in a language. */
  public static Page of(SimulationReport report, Language language) {
    SimulationPage simulation = new SimulationPage(report, language);
    simulation.answer();
    simulation.tiers();
    simulation.totals();
    report.influences().ifPresent(simulation::influences);
    simulation.basis();
    return simulation.page.titled(
        simulation.phrases.text(
            "page.title",
            "region",
            Regions.builtIn().describe(simulation.scored.assessment().region()),
            "round",
            simulation.scored.assessment().round()));
  }

  // The answer

  private void answer() {
    page.about("page.about", scored);
    List<Block.Highlight> answer = new ArrayList<>();
    report.target().ifPresent(target -> answer.add(target(target)));
    if (report.figures().tiers().size() > 1) {
      report.figures().tiers().stream()
          .max(Comparator.comparingDouble(chance -> chance.exactly().chance()))
          .ifPresent(
              likeliest ->
                  answer.add(
                      page.highlight(
                          "page.likeliest",
                          planning.tier(likeliest.tier()),
                          phrases.text(
                              "page.chance", "chance", words.chance(likeliest.exactly())))));
    }
    answer.add(
        page.highlight(
            "page.expected",
            words.mean(),
            phrases.text("most", "least", quantile(0), "most", quantile(4))));
    page.say(new Block.Highlights(answer));
    page.say(new Block.Note(phrases.text("page.note")));
    words.foundations().forEach(text -> page.say(new Block.Note(PageDraft.sentence(text))));
  }

  private Block.Highlight target(SimulationReport.TierChance target) {
    return new Block.Highlight(
        phrases.text("page.target", "tier", target.tier().map(Tier::code).orElseThrow()),
        Amounts.chance(target.orHigher().chance(), language),
        phrases.text(
            "page.now",
            "error",
            words.isSampled() ? Amounts.error(target.orHigher().standardError(), language) : "",
            "total",
            planning.exact(scored.now().total()),
            "tier",
            planning.tier(scored.now().tier())));
  }

  private String quantile(int place) {
    Ratio rank = SimulationReport.RANKS.get(place);
    return planning.exact(Objects.requireNonNull(report.figures().quantiles().get(rank)));
  }

  // Predicates

  private void tiers() {
    List<SimulationReport.TierChance> tiers = report.figures().tiers();
    if (tiers.size() == 1) {
      return;
    }
    page.heading("page.tiers");
    page.say(
        new ColumnChart(
            phrases.text("page.tiers.chart"),
            "",
            phrases.text("page.predicate"),
            phrases.text("chance"),
            tiers.stream()
                .map(chance -> column(planning.tier(chance.tier()), "", chance.exactly()))
                .toList()));
    page.table(
        "page.tiers.table",
        List.of(
            page.words("page.predicate"),
            page.number("page.exactly"),
            page.number("page.orHigher")),
        tiers.stream()
            .map(
                chance ->
                    PageTable.Row.of(
                        planning.tier(chance.tier()),
                        words.chance(chance.exactly()),
                        chance.tier().isEmpty() ? "" : words.chance(chance.orHigher())))
            .toList());
  }

  private ColumnChart.Column column(String label, String group, Estimate estimate) {
    return new ColumnChart.Column(
        label,
        group,
        new BigDecimal(Math.max(0, estimate.chance())),
        Amounts.chance(estimate.chance(), language));
  }

  // Totals

  private void totals() {
    page.heading("page.totals");
    page.say(
        new ColumnChart(
            phrases.text("page.histogram.chart"),
            phrases.text("page.histogram"),
            phrases.text("page.total"),
            phrases.text("chance"),
            columns()));
    page.table(
        "page.quantiles",
        List.of(page.words("page.part"), page.number("page.notAbove")),
        SimulationReport.RANKS.stream()
            .map(
                rank ->
                    PageTable.Row.of(
                        Amounts.part(rank, language),
                        quantile(SimulationReport.RANKS.indexOf(rank))))
            .toList());
  }

  /** Each column lies in one predicate; without a ladder there is none to name. */
  private List<ColumnChart.Column> columns() {
    List<ColumnChart.Column> columns = new ArrayList<>();
    boolean isLadder = !scored.edition().ladder().tiers().isEmpty();
    for (SimulationReport.Bin bin : report.figures().bins()) {
      columns.add(
          column(
              words.range(bin, columns.isEmpty()),
              isLadder ? planning.tier(scored.edition().ladder().tierOf(bin.from())) : "",
              bin.chance()));
    }
    return columns;
  }

  // What matters

  private void influences(Influences influences) {
    page.heading("page.matters");
    if (!SimulationWords.matters(influences)) {
      page.paragraph("matters.nothing");
      return;
    }
    String tier = report.targetTier().map(Tier::code).orElseThrow();
    page.paragraph("page.matters.about", "tier", tier);
    if (influences.chance().standardError() > 0) {
      page.paragraph("matters.estimated", "draws", SimulationReport.INFLUENCE_DRAWS);
    }
    boolean isShared = influences.factors().stream().anyMatch(SimulationWords::matters);
    influences("page.matters.factors", "page.matters.factor", influences.factors(), tier);
    influences(
        isShared ? "page.matters.leadsGiven" : "page.matters.leads",
        "page.matters.lead",
        influences.groups(),
        tier);
    influences(
        isShared ? "page.matters.indicatorsGiven" : "page.matters.indicators",
        "page.matters.indicator",
        influences.indicators(),
        tier);
    influences(
        isShared ? "page.matters.questionsGiven" : "page.matters.questions",
        "page.matters.question",
        influences.questions(),
        tier);
  }

  private void influences(String caption, String heading, List<Influence> influences, String tier) {
    page.table(
        caption,
        List.of(
            page.words(heading),
            page.number("page.matters.part"),
            PageTable.Column.number(phrases.text("page.matters.worst", "tier", tier)),
            PageTable.Column.number(phrases.text("page.matters.best", "tier", tier))),
        influences.stream()
            .filter(SimulationWords::matters)
            .limit(SimulationWords.SHOWN)
            .map(
                each ->
                    PageTable.Row.of(
                        words.name(each),
                        Amounts.chance(each.totalEffect().value(), language),
                        Amounts.chance(each.chanceAtWorst().chance(), language),
                        Amounts.chance(each.chanceAtBest().chance(), language)))
            .toList());
  }

  // What it rests on

  private void basis() {
    page.heading("page.basis");
    page.items(words.pairs());
    page.say(new Block.Paragraph(words.claims()));
    if (scored.view().basis() == Basis.VERIFIED) {
      page.paragraph("judged");
    }
    page.say(new Block.Paragraph(words.method()));
    Optional.of(report.figures().meanError())
        .filter(error -> error.signum() > 0)
        .ifPresent(
            error ->
                page.paragraph(
                    "mean",
                    "mean",
                    words.mean(),
                    "error",
                    Amounts.expected(error.setScale(2, RoundingMode.UP), language)));
  }
}
