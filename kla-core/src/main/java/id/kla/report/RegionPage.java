package id.kla.report;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.Bound;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Ladder;
import id.kla.edition.Mark;
import id.kla.edition.Question;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.planning.Cheapest;
import id.kla.planning.Gap;
import id.kla.planning.PlanReport;
import id.kla.points.Points;
import id.kla.region.Regions;
import id.kla.scoring.Basis;
import id.kla.scoring.PointParts;
import id.kla.scoring.Reconciliation;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredCluster;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoredNode;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.Standing;
import id.kla.scoring.State;
import id.kla.verification.AgencyRisk;
import id.kla.verification.Difference;
import id.kla.verification.EvidenceReport;
import id.kla.verification.RiskShare;
import id.kla.verification.StageResult;
import id.kla.verification.Waterfall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the page of one region: its score and predicate, the next one, whom to call; then where the
 * points are, where they went, and how to win them.
 *
 * <p>Who has never seen kla shall know after a minute what the score is, what the next predicate is
 * and which agencies to call. So that stands first.
 */
@CheckReturnValue
public final class RegionPage {

  /** As many as one can call in a day. */
  private static final int FIRST = 3;

  private final RegionResults results;
  private final ScoredAssessment scored;
  private final Edition edition;
  private final Language language;
  private final Phrases phrases;
  private final Holders holders;
  private final ViewWords words;
  private final List<Block> blocks = new ArrayList<>();

  private RegionPage(RegionResults results, Language language) {
    this.results = results;
    this.scored = results.scored();
    this.edition = scored.edition();
    this.language = language;
    this.phrases = Phrases.region(language);
    this.holders = new Holders(scored, language, Holders.Missing.ONCE);
    this.words = new ViewWords(scored, language, phrases::day);
  }

  /** Returns the page of a region in a language. */
  public static Page of(RegionResults results, Language language) {
    RegionPage page = new RegionPage(results, language);
    page.answer();
    page.first();
    page.note();
    page.ladder();
    page.parts();
    page.stages();
    page.lost();
    page.plan();
    page.leads();
    page.sources();
    Assessment assessment = page.scored.assessment();
    return new Page(
        language,
        page.phrases.text(
            "title",
            "region",
            Regions.builtIn().describe(assessment.region()),
            "round",
            assessment.round()),
        page.blocks);
  }

  private void say(Block block) {
    blocks.add(block);
  }

  private void heading(String text) {
    say(new Block.Heading(2, text));
  }

  private void paragraph(String text) {
    if (!text.isEmpty()) {
      say(new Block.Paragraph(text));
    }
  }

  // The answer

  private void answer() {
    Assessment assessment = scored.assessment();
    paragraph(
        PageDraft.sentence(
            phrases.text(
                "about",
                "round",
                assessment.round(),
                "stage",
                assessment.judgedAt().label().in(language),
                "code",
                assessment.region(),
                "edition",
                edition.id())));
    paragraph(PageDraft.sentence(words.meaning()));
    say(new Block.Highlights(List.of(score(), predicate(), next())));
  }

  private Block.Highlight score() {
    return new Block.Highlight(
        phrases.text("score"),
        phrases.exact(scored.now().total()),
        phrases.text("score.of", "maximum", Amounts.shortest(scored.maximum(), language)));
  }

  private Block.Highlight predicate() {
    Optional<Tier> tier = scored.now().tier();
    boolean isNone = tier.isEmpty();
    String worth =
        switch (words.firmness()) {
          case SELF -> isNone ? "worth.selfNone" : "worth.self";
          case OPEN -> "worth.open";
          case FINAL -> "worth.final";
        };
    return new Block.Highlight(
        phrases.text("predicate"),
        phrases.tier(tier),
        phrases.text(edition.ladder().tiers().isEmpty() ? "noLadder" : worth));
  }

  private Block.Highlight next() {
    String label = phrases.text("next");
    if (results.gap().isEmpty()) {
      return new Block.Highlight(
          label, "–", phrases.text(edition.ladder().tiers().isEmpty() ? "noLadder" : "next.top"));
    }
    Gap gap = results.gap().get();
    Optional<Bound<Points>> lower = gap.tier().range().lower();
    boolean isOpen = lower.filter(bound -> bound.kind() == Bound.Kind.OPEN).isPresent();
    return new Block.Highlight(
        label,
        gap.tier().code(),
        gap.missing().isZero()
            ? phrases.text("next.enough", "requirements", unmet(gap.unmet()))
            : phrases.text(
                isOpen ? "next.above" : "next.reach",
                "missing",
                Amounts.lacking(gap.missing(), language),
                "bound",
                Amounts.shortest(lower.map(Bound::value).orElse(Points.ZERO), language)));
  }

  private String unmet(List<Requirement> requirements) {
    return requirements.stream()
        .map(requirement -> requirement.label().in(language))
        .collect(Collectors.joining("; "));
  }

  // Whom to call first

  private void first() {
    heading(phrases.text("call"));
    if (results.evidence().isPresent()) {
      atRisk(results.evidence().get());
    } else {
      rooms();
    }
    if (holders.areRoles() && !edition.roles().isEmpty()) {
      paragraph(phrases.text("call.roles"));
    }
  }

  private void atRisk(EvidenceReport evidence) {
    AgencyRisk risk = evidence.agencies();
    List<RiskShare> first =
        risk.shares().stream()
            .filter(share -> share.atRisk().signum() > 0)
            .filter(share -> share.holder() != RiskShare.Holder.NO_LEAD)
            .limit(FIRST)
            .toList();
    String day = phrases.day(evidence.check().asOf());
    if (first.isEmpty()) {
      paragraph(
          risk.shares().stream().allMatch(share -> share.atRisk().isZero())
              ? phrases.text("call.noRisk", "day", day)
              : phrases.text("call.nobody"));
      return;
    }
    paragraph(phrases.text("call.risk", "day", day));
    say(
        new Block.Items(
            Block.Order.RANKED,
            first.stream().map(share -> call(holders.name(share), share.atRisk())).toList()));
    Standing together = risk.recoverable(first);
    Ladder ladder = edition.ladder();
    Optional<Tier> next = ladder.tierAbove(together.total());
    paragraph(
        phrases.text(
            switch (first.size()) {
              case 1 -> "call.togetherOne";
              case 2 -> "call.togetherTwo";
              default -> "call.together";
            },
            "total",
            phrases.exact(together.total()),
            "tier",
            phrases.tier(together.tier()),
            "missing",
            next.map(tier -> Amounts.lacking(ladder.missing(together.total(), tier), language))
                .orElse(""),
            "next",
            next.map(Tier::code).orElse("")));
  }

  private void rooms() {
    List<Gap.Room> first =
        results.leads().stream().filter(room -> !room.code().isEmpty()).limit(FIRST).toList();
    if (first.isEmpty()) {
      paragraph(phrases.text(results.leads().isEmpty() ? "call.noRoom" : "call.nobody"));
      return;
    }
    paragraph(phrases.text("call.room"));
    say(
        new Block.Items(
            Block.Order.RANKED,
            first.stream().map(room -> call(holders.name(room), room.headroom())).toList()));
  }

  private String call(String name, Points points) {
    return phrases.text("call.item", "name", name, "points", phrases.exact(points));
  }

  private void note() {
    say(new Block.Note(phrases.text("note", "edition", edition.id())));
  }

  // The ladder

  private void ladder() {
    Ladder ladder = edition.ladder();
    if (ladder.tiers().isEmpty()) {
      return;
    }
    Points total = scored.now().total();
    Optional<Tier> above = ladder.tierAbove(total);
    Points spare = ladder.spare(total);
    heading(phrases.text("ladder"));
    say(
        new LadderChart(
            phrases.text("ladder.title", "total", phrases.exact(total)),
            phrases.text(
                "ladder.held",
                "tier",
                phrases.tier(scored.now().tierByPoints()),
                "missing",
                above
                    .map(tier -> Amounts.lacking(ladder.missing(total, tier), language))
                    .orElse(""),
                "next",
                above.map(Tier::code).orElse(""),
                "spare",
                spare.isZero() ? "" : Amounts.spare(spare, language)),
            ladder,
            total,
            scored.maximum()));
    Phrases report = Phrases.report(language);
    for (Requirement requirement : scored.now().unmet()) {
      paragraph(
          PageDraft.sentence(
              report.text(
                  "unmet",
                  "tier",
                  phrases.tier(scored.now().tier()),
                  "requirement",
                  requirement.label().in(language))));
    }
    Phrases planning = Phrases.planning(language);
    results
        .gap()
        .ifPresent(
            gap -> {
              for (Requirement requirement : gap.unmet()) {
                paragraph(
                    PageDraft.sentence(
                        planning.text(
                            "gap.unmet", "requirement", requirement.label().in(language))));
              }
              if (gap.onlyEvidence().signum() > 0) {
                paragraph(
                    planning.text(
                        "gap.onlyEvidence",
                        "points",
                        phrases.exact(gap.onlyEvidence()),
                        "anew",
                        gap.toWin().isZero() ? "" : phrases.exact(gap.toWin())));
              }
              paragraph(
                  planning.text(
                      gap.isReachable() ? "gap.reachable" : "gap.unreachable",
                      "total",
                      phrases.exact(gap.most().total()),
                      "tier",
                      phrases.tier(gap.most().tier())));
            });
  }

  // Where the points are

  private void parts() {
    heading(phrases.text("parts"));
    List<StackedBars.Row> clusters = new ArrayList<>();
    List<StackedBars.Row> indicators = new ArrayList<>();
    for (ScoredCluster cluster : scored.clusters()) {
      clusters.add(bar(cluster, PageTable.Level.PART));
      indicators.add(bar(cluster, PageTable.Level.GROUP));
      for (ScoredIndicator indicator : cluster.indicators()) {
        indicators.add(bar(indicator, PageTable.Level.PART));
      }
    }
    PointParts whole = PointParts.of(scored);
    clusters.add(new StackedBars.Row(phrases.text("parts.total"), PageTable.Level.TOTAL, whole));
    paragraph(meanings(whole));
    say(
        new StackedBars(
            phrases.text("parts.clusters"), "", phrases.text("parts.cluster"), clusters));
    say(
        new StackedBars(
            phrases.text("parts.indicators"), "", phrases.text("parts.indicator"), indicators));
    List<ScoredQuestion> unanswered = scored.questions(State.UNANSWERED);
    int all = scored.questions().size();
    paragraph(
        phrases.text("parts.answered", "answered", all - unanswered.size(), "questions", all));
    if (scored.view().basis() == Basis.CLAIMED) {
      paragraph(TextReport.statedTotal(Reconciliation.of(scored), language));
    }
    List<String> inapplicable =
        scored.questions(State.NOT_APPLICABLE).stream().map(this::inapplicable).toList();
    if (!inapplicable.isEmpty()) {
      say(new Block.Items(Block.Order.UNRANKED, inapplicable));
    }
  }

  /** Explains the pieces that there are. */
  private String meanings(PointParts whole) {
    List<String> sentences = new ArrayList<>(List.of(phrases.text("parts.about")));
    Map<String, Points> pieces = new LinkedHashMap<>();
    pieces.put("parts.pending", whole.pending());
    pieces.put("parts.lost", whole.lost());
    pieces.put("parts.unclaimed", whole.unclaimed());
    pieces.put("parts.cut", whole.cut());
    pieces.forEach(
        (key, points) -> {
          if (!points.isZero()) {
            sentences.add(phrases.text(key));
          }
        });
    return String.join(" ", sentences);
  }

  private String inapplicable(ScoredQuestion question) {
    return phrases.text(
        "parts.inapplicable",
        "question",
        question.code() + " " + question.label().in(language),
        "points",
        phrases.exact(question.maximum()),
        "reason",
        question.answer().orElseThrow() instanceof Answer.NotApplicable no ? no.reason() : "");
  }

  private StackedBars.Row bar(ScoredNode node, PageTable.Level level) {
    return new StackedBars.Row(name(node), level, PointParts.of(node));
  }

  private String name(ScoredNode node) {
    String label = node.label().in(language);
    return label.isEmpty() ? node.code() : node.code() + " · " + label;
  }

  // Where they went

  private void stages() {
    Waterfall waterfall = results.stages();
    if (waterfall.steps().isEmpty()) {
      return;
    }
    heading(phrases.text("stages"));
    Phrases verification = Phrases.verification(language);
    List<WaterfallChart.Step> steps = new ArrayList<>();
    for (Waterfall.Step step : waterfall.steps()) {
      if (steps.isEmpty()) {
        steps.add(total(step.from(), verification));
      }
      StagesText.sums(step, verification)
          .forEach((name, change) -> steps.add(new WaterfallChart.Change(name, change)));
      steps.add(total(step.to(), verification));
    }
    say(
        new WaterfallChart(
            phrases.text("stages.title"),
            phrases.text("stages.about"),
            phrases.text("stages.stage"),
            phrases.text("stages.change"),
            phrases.text("stages.total"),
            scored.maximum(),
            steps));
  }

  private WaterfallChart.Total total(StageResult result, Phrases verification) {
    Optional<Tier> tier = edition.ladder().tierOf(result.total());
    return new WaterfallChart.Total(
        phrases.text(
            "stages.result",
            "stage",
            StagesText.stage(result, edition, verification),
            "tier",
            tier.map(Tier::code).orElse("")),
        result.total());
  }

  private void lost() {
    Difference difference = results.difference();
    if (difference.rows().isEmpty()) {
      return;
    }
    Phrases verification = Phrases.verification(language);
    Map<String, List<Difference.Row>> causes = new LinkedHashMap<>();
    for (Difference.Row row : difference.rows()) {
      causes.computeIfAbsent(cause(row, verification), name -> new ArrayList<>()).add(row);
    }
    List<BarChart.Row> rows = new ArrayList<>();
    causes.forEach((name, changed) -> rows.add(lost(name, changed)));
    rows.sort(Comparator.comparing(BarChart.Row::amount).reversed());
    rows.add(
        new BarChart.Row(
            phrases.text("lost.total"), PageTable.Level.TOTAL, lost(difference.change()), ""));
    heading(phrases.text("lost"));
    say(
        new BarChart(
            phrases.text(
                "lost.title",
                "claimed",
                phrases.exact(difference.before().now().total()),
                "held",
                phrases.exact(difference.after().now().total())),
            rows.stream().anyMatch(row -> row.amount().signum() < 0)
                ? phrases.text("lost.about")
                : "",
            phrases.text("lost.cause"),
            phrases.text("lost.points"),
            phrases.text("lost.questions"),
            rows));
  }

  private static BarChart.Row lost(String name, List<Difference.Row> rows) {
    long questions = rows.stream().filter(row -> row.question().isPresent()).count();
    return BarChart.Row.of(
        name,
        lost(Points.sum(rows.stream().map(Difference.Row::change).toList())),
        questions == 0 ? "" : Long.toString(questions));
  }

  private static String cause(Difference.Row row, Phrases verification) {
    return row.cause()
        .map(cause -> verification.word("cause", cause))
        .orElseGet(() -> verification.word("kind", row.kind()));
  }

  private static Points lost(Points change) {
    return Points.ZERO.minus(change);
  }

  // How to win them

  private void plan() {
    if (results.plan().isEmpty()) {
      return;
    }
    PlanReport.ToTier plan = results.plan().get();
    MeasureWords measures = new MeasureWords(plan.measures(), language);
    heading(phrases.text("plan", "tier", plan.target().code()));
    Cheapest cheapest = plan.cheapest();
    if (cheapest instanceof Cheapest.Proven proven) {
      paragraph(
          measures.areFills()
              ? phrases.text("plan.fewest", "count", proven.plan().measures().size())
              : phrases.text("plan.proven", "cost", measures.cost(proven.plan().cost())));
    } else if (cheapest instanceof Cheapest.Stopped stopped) {
      paragraph(
          phrases.text(
              stopped.found().isPresent() ? "plan.stopped" : "plan.stoppedEmpty",
              "cost",
              stopped.found().map(found -> measures.cost(found.cost())).orElse(""),
              "least",
              measures.cost(stopped.leastCost())));
    } else if (cheapest instanceof Cheapest.NotReachable out) {
      paragraph(
          phrases.text(
              "plan.notReachable",
              "most",
              phrases.exact(out.mostTotal()),
              "missing",
              out.missing().isZero() ? "" : phrases.exact(out.missing())));
    }
    cheapest
        .found()
        .ifPresent(
            found -> {
              paragraph(
                  phrases.text(
                      "plan.reaches",
                      "total",
                      phrases.exact(found.total()),
                      "tier",
                      phrases.tier(found.tier())));
              if (!found.measures().isEmpty()) {
                say(
                    measures.table(
                        found, phrases.text("plan.title", "tier", plan.target().code())));
              }
            });
  }

  private void leads() {
    if (results.evidence().isPresent()) {
      riskByLead(results.evidence().get());
    } else if (!results.leads().isEmpty()) {
      heading(phrases.text("leads"));
      say(
          new BarChart(
              phrases.text("leads.room"),
              phrases.text("leads.roomAbout"),
              phrases.text("leads.lead"),
              phrases.text("leads.points"),
              "",
              results.leads().stream()
                  .map(room -> BarChart.Row.of(holders.name(room), room.headroom(), ""))
                  .toList()));
    }
  }

  private void riskByLead(EvidenceReport evidence) {
    AgencyRisk risk = evidence.agencies();
    List<BarChart.Row> rows = new ArrayList<>();
    for (RiskShare share : risk.shares()) {
      if (share.atRisk().signum() > 0) {
        Standing alone = share.recoverableAlone();
        rows.add(
            BarChart.Row.of(
                holders.name(share),
                share.atRisk(),
                phrases.exact(alone.total()) + " " + phrases.tier(alone.tier())));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    if (!risk.cap().isZero()) {
      rows.add(BarChart.Row.of(phrases.text("leads.caps"), Points.ZERO.minus(risk.cap()), ""));
    }
    rows.add(
        new BarChart.Row(phrases.text("leads.total"), PageTable.Level.TOTAL, risk.total(), ""));
    heading(phrases.text("leads"));
    say(
        new BarChart(
            phrases.text("leads.risk", "day", phrases.day(evidence.check().asOf())),
            phrases.text("leads.riskAbout"),
            phrases.text("leads.lead"),
            phrases.text("leads.points"),
            phrases.text("leads.alone"),
            rows));
  }

  // Where the figures come from

  private void sources() {
    heading(phrases.text("sources"));
    paragraph(phrases.text("sources.about") + " " + phrases.text("sources.sheet"));
    List<PageTable.Column> columns = new ArrayList<>();
    columns.add(PageTable.Column.words(phrases.text("sources.part")));
    for (Mark mark : Mark.values()) {
      columns.add(PageTable.Column.number(mark.name()));
    }
    say(
        new PageTable(
            phrases.text("sources.title", "edition", edition.id()),
            columns,
            List.of(
                marks("ladder", edition.ladder().tiers().stream().map(t -> t.origin().mark())),
                marks(
                    "indicators",
                    edition.indicators().stream().map(Indicator::origin).map(o -> o.mark())),
                marks(
                    "questions",
                    edition.questions().stream().map(Question::origin).map(o -> o.mark())),
                marks(
                    "leads",
                    edition.questions().stream()
                        .filter(question -> question.lead().isPresent())
                        .map(Question::leadMark)))));
    edition
        .changedFrom()
        .ifPresent(
            changed -> {
              paragraph(phrases.text("sources.changed"));
              say(
                  new Block.Items(
                      Block.Order.UNRANKED,
                      EditionText.scoringChanges(edition, changed, language)));
            });
    if (!edition.sources().isEmpty()) {
      say(
          new Block.Facts(
              edition.sources().stream()
                  .map(
                      source ->
                          new Block.Fact(
                              source.code(),
                              Printable.of(source.text())
                                  + (source.date().isEmpty() ? "" : " (" + source.date() + ")")))
                  .toList()));
    }
  }

  private PageTable.Row marks(String part, Stream<Mark> marks) {
    List<Mark> found = marks.toList();
    List<String> cells = new ArrayList<>();
    cells.add(phrases.text("sources." + part));
    for (Mark mark : Mark.values()) {
      cells.add(Long.toString(found.stream().filter(mark::equals).count()));
    }
    return new PageTable.Row(PageTable.Level.PART, cells);
  }
}
