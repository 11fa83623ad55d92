package id.kla.report;

import com.google.common.base.Strings;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.AppliedLadder;
import id.kla.assessment.Assessment;
import id.kla.assessment.UnitSurvey;
import id.kla.edition.Bound;
import id.kla.edition.Edition;
import id.kla.edition.Interval;
import id.kla.edition.Ladder;
import id.kla.edition.Mapping;
import id.kla.edition.NamedLadder;
import id.kla.edition.Question;
import id.kla.edition.Requirement;
import id.kla.edition.Role;
import id.kla.edition.Tier;
import id.kla.fault.Argument;
import id.kla.fault.Catalogue;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.planning.BestActionPlan;
import id.kla.planning.GapReport;
import id.kla.planning.Monitoring;
import id.kla.planning.PlanReport;
import id.kla.planning.WhatIfReport;
import id.kla.points.Points;
import id.kla.policy.PolicyReport;
import id.kla.region.Regions;
import id.kla.rollup.DeclaredCheck;
import id.kla.rollup.DeclaredCounts;
import id.kla.rollup.HistoryReport;
import id.kla.rollup.RollUpReport;
import id.kla.scoring.Reconciliation;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredCluster;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoredNode;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.Standing;
import id.kla.scoring.State;
import id.kla.simulation.SimulationReport;
import id.kla.verification.EvidenceReport;
import id.kla.verification.RiskShare;
import id.kla.verification.Waterfall;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes results as plain text for a terminal.
 *
 * <p>Lines end with a line feed on every machine. Distances to a rung are rounded up, what can be
 * lost is rounded down, shares are cut; totals and points are never rounded.
 */
@CheckReturnValue
public final class TextReport {

  private static final Catalogue CATALOGUE = Phrases.read("report");
  private static final int NAME_WIDTH = 44;

  private final Language language;
  private final StringBuilder out = new StringBuilder();

  private TextReport(Language language) {
    this.language = language;
  }

  /** Returns what an assessment scored, by cluster and indicator. */
  public static String score(ScoredAssessment scored, Language language) {
    TextReport report = new TextReport(language);
    Reconciliation reconciled = Reconciliation.of(scored);
    report.head(scored);
    report.tree(scored, reconciled);
    report.stated(reconciled);
    report.notes(scored);
    return report.out.toString();
  }

  /**
   * Returns which rows of a sheet differ from their parts, and the total that each reading gives.
   */
  public static String reconciliation(Reconciliation reconciled, Language language) {
    TextReport report = new TextReport(language);
    report.title(reconciled.scored());
    report.line("");
    report.differing(reconciled);
    report.readings(reconciled);
    report.line("");
    report.foot(reconciled.scored().edition());
    return report.out.toString();
  }

  /**
   * Returns what is left of a claim where evidence must hold: whom to call first, the points at
   * risk by cause, by who leads and by topic, and what is weak about the evidence.
   */
  public static String evidence(EvidenceReport evidence, Language language) {
    return framed(evidence.evidenced(), new RiskText(evidence, language).whole(), language);
  }

  /** Returns the same of one agency, role or topic: each of its questions at risk. */
  public static String evidence(EvidenceReport evidence, RiskShare share, Language language) {
    return framed(evidence.evidenced(), new RiskText(evidence, language).of(share), language);
  }

  private static String framed(ScoredAssessment scored, String body, Language language) {
    TextReport report = new TextReport(language);
    report.title(scored);
    report.meaning(scored);
    report.line("");
    report.out.append(body);
    report.line("");
    report.foot(scored.edition());
    return report.out.toString();
  }

  /**
   * Returns what a score lacks to tiers, what of that only needs evidence, and where most can be
   * won.
   */
  public static String gap(GapReport gaps, Language language) {
    return framed(gaps.scored(), new GapText(gaps, language).text(), language);
  }

  /** Returns the plan to a tier or within a budget, how sure it is, and how firmly it stands. */
  public static String plan(PlanReport plan, Language language) {
    return framed(plan.scored(), new PlanText(plan, language).text(), language);
  }

  /**
   * Returns how sure a score is: what that rests on, the chances of tiers, the expected total, and
   * how totals spread.
   */
  public static String simulation(SimulationReport report, Language language) {
    return framed(report.scored(), new SimulationText(report, language).text(), language);
  }

  /**
   * Returns an action plan year by year, with what it may come to by chance and what it lacks
   * beside points.
   */
  public static String actionPlan(BestActionPlan best, Language language) {
    return framed(
        best.plan().measures().scored(), new ActionPlanText(language).best(best), language);
  }

  /** Returns what an action plan expected beside what was reached, by year and measure. */
  public static String monitoring(Monitoring monitoring, Language language) {
    return framed(
        monitoring.reached(), new ActionPlanText(language).monitoring(monitoring), language);
  }

  /**
   * Returns what what-ifs change, each upon those before it: total and tier before and after, and
   * every cluster, indicator and question whose points are others.
   */
  public static String whatIf(WhatIfReport whatIfs, Language language) {
    return framed(whatIfs.base(), new WhatIfText(whatIfs, language).text(), language);
  }

  /**
   * Returns which tier a total earns, and why.
   *
   * @throws IllegalArgumentException if {@code total} is outside the edition's ladder
   */
  public static String ladder(Edition edition, Points total, Language language) {
    TextReport report = new TextReport(language);
    report.rung(edition.ladder(), total);
    report.foot(edition);
    return report.out.toString();
  }

  /**
   * Returns which tier of a ladder by itself a total earns, and why.
   *
   * @throws IllegalArgumentException if {@code total} is outside the ladder
   */
  public static String ladder(NamedLadder named, Points total, Language language) {
    TextReport report = new TextReport(language);
    report.rung(named.ladder(), total);
    report.foot(named);
    return report.out.toString();
  }

  /**
   * Returns which tier of the ladder of a round a total earns, and why; and how sure it is that the
   * ladder applied to the round.
   *
   * @throws IllegalArgumentException if {@code total} is outside the ladder
   */
  public static String ladder(AppliedLadder applied, Points total, Language language) {
    TextReport report = new TextReport(language);
    report.rung(applied.named().ladder(), total);
    report.applied(applied);
    report.foot(applied.named());
    return report.out.toString();
  }

  /** Returns what a region lost and won from stage to stage, as deep as is known. */
  public static String stages(Waterfall waterfall, Language language) {
    return new StagesText(waterfall, language).text();
  }

  /** Returns a roll-up of an area: who holds what, how points lie, what decides Provila. */
  public static String rollUp(RollUpReport report, Language language) {
    return new RollUpText(report, language).text();
  }

  /** Returns what options would do to the regions of an area: predicates, ranks, expectations. */
  public static String policy(PolicyReport report, Language language) {
    return new PolicyText(report, language).text();
  }

  /** Returns published results, each with the ladder it was set against and what it contradicts. */
  public static String declared(DeclaredCheck check, Language language) {
    return DeclaredText.of(check, language);
  }

  /** Returns published counts, each with its sum and what contradicts it. */
  public static String declaredCounts(List<DeclaredCounts.Check> checks, Language language) {
    return DeclaredText.of(checks, language);
  }

  /** Returns what units say together, by question, and who says no or nothing. */
  public static String units(UnitSurvey survey, Language language) {
    return new UnitsText(survey, language).text();
  }

  /** Returns which questions units have not all answered, so that a sheet gets no fact of them. */
  public static String unitsLeftOut(UnitSurvey survey, Language language) {
    return new UnitsText(survey, language).leftOut();
  }

  /** Returns the rounds of regions one behind the other, and where those of a province went. */
  public static String history(HistoryReport report, Language language) {
    return new HistoryText(report, language).text();
  }

  /** Returns how much of an assessment has been answered, by the role that leads. */
  public static String returned(Assessment assessment, Language language) {
    TextReport report = new TextReport(language);
    report.roles(assessment);
    return report.out.toString();
  }

  /** Returns an edition on one screen: parts, predicates, stages, origins, what it changes. */
  public static String edition(Edition edition, Language language) {
    return EditionText.show(edition, language);
  }

  /** Returns each thing in which {@code to} differs from {@code from}, by table. */
  public static String difference(Edition from, Edition to, Language language) {
    return EditionText.difference(from, to, language);
  }

  /**
   * Returns which parts of {@code from} go on as which of {@code to}, and what has no equivalent or
   * is not mapped.
   */
  public static String mapping(Edition from, Edition to, Mapping mapping, Language language) {
    return MappingText.of(from, to, mapping, language);
  }

  /**
   * Returns two results of different editions side by side as far as a mapping carries, and what
   * can't be compared.
   *
   * @throws IllegalArgumentException if a result is of another edition than the mapping says
   */
  public static String comparison(
      ScoredAssessment before, ScoredAssessment after, Mapping mapping, Language language) {
    return MappingText.of(before, after, mapping, language);
  }

  // Who has returned how much

  private void roles(Assessment assessment) {
    Edition edition = assessment.edition();
    line(
        text(
            "returned",
            Map.of(
                "answered", Argument.of(assessment.answers().size()),
                "asked", Argument.of(edition.questions().size()))));
    List<String> nothing = new ArrayList<>();
    for (Role role : edition.roles()) {
      List<Question> led =
          edition.questions().stream()
              .filter(question -> question.lead().filter(role.code()::equals).isPresent())
              .toList();
      if (led.isEmpty()) {
        continue;
      }
      List<String> agencies =
          assessment.agencies().stream()
              .filter(agency -> agency.roles().contains(role.code()))
              .map(Agency::name)
              .toList();
      String name =
          agencies.isEmpty()
              ? role.label().isEmpty() ? role.code() : role.label().in(language)
              : String.join(", ", agencies);
      int answered = answered(assessment, led);
      if (answered == 0) {
        nothing.add(Printable.of(name) + " (" + led.size() + ")");
      } else {
        line("  " + share(answered, led.size()) + "  " + Printable.of(name));
      }
    }
    List<Question> nobodys =
        edition.questions().stream().filter(question -> question.lead().isEmpty()).toList();
    if (!nobodys.isEmpty()) {
      line(
          "  "
              + share(answered(assessment, nobodys), nobodys.size())
              + "  "
              + text("without-lead"));
    }
    if (!nothing.isEmpty()) {
      line(text("nothing-returned", "names", String.join("; ", nothing)));
    }
  }

  private String share(int answered, int asked) {
    String part = text("of", Map.of("part", Argument.of(answered), "whole", Argument.of(asked)));
    return Strings.padStart(part, 12, ' ');
  }

  private static int answered(Assessment assessment, List<Question> questions) {
    return (int) questions.stream().filter(q -> assessment.answer(q.code()).isPresent()).count();
  }

  // Texts

  private String text(String key, Map<String, Argument> values) {
    return CATALOGUE.text(key, language, values);
  }

  private String text(String key, String name, String value) {
    return text(key, Map.of(name, Argument.of(value)));
  }

  private String text(String key) {
    return CATALOGUE.text(key, language);
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }

  private String exact(Points points) {
    return Amounts.exact(points, language);
  }

  // Head

  private void title(ScoredAssessment scored) {
    Assessment assessment = scored.assessment();
    line(
        text(
            "head",
            Map.of(
                "edition", Argument.of(scored.edition().id()),
                "region", Argument.of(Regions.builtIn().describe(assessment.region())),
                "code", Argument.of(assessment.region().toString()),
                "round", Argument.of(assessment.round().toString()),
                "stage", Argument.of(Printable.of(assessment.judgedAt().label().in(language))))));
  }

  private void head(ScoredAssessment scored) {
    Standing now = scored.now();
    title(scored);
    meaning(scored);
    scored
        .edition()
        .changedFrom()
        .ifPresent(
            changed ->
                EditionText.scoringChanges(scored.edition(), changed, language)
                    .forEach(this::line));
    line("");
    line(
        text(
                "ofMaximum",
                Map.of(
                    "points", Argument.of(exact(now.total())),
                    "maximum", Argument.of(Amounts.shortest(scored.maximum(), language))))
            + "  "
            + verdict(scored));
    for (Requirement requirement : now.unmet()) {
      line(
          "  "
              + text(
                  "unmet",
                  Map.of(
                      "tier", Argument.of(name(now.tier())),
                      "requirement", Argument.of(Printable.of(requirement.label().in(language))))));
    }
    if (now.tier().equals(now.tierByPoints())) {
      rungs(scored.edition().ladder(), now.total());
    } else {
      line("  " + text("byPoints", "tier", name(now.tierByPoints())));
    }
    line(
        "  "
            + text(
                "totals",
                Map.of(
                    "least", Argument.of(exact(scored.atLeast())),
                    "leastTier", Argument.of(name(scored.leastStanding().tier())),
                    "now", Argument.of(exact(now.total())),
                    "nowTier", Argument.of(name(now.tier())),
                    "most", Argument.of(exact(scored.atMost())),
                    "mostTier", Argument.of(name(scored.mostStanding().tier())),
                    "headroom", Argument.of(exact(scored.headroom())))));
    line("  " + answered(scored));
    for (Requirement requirement : scored.closedStages()) {
      line(
          "  "
              + text(
                  "closed",
                  Map.of(
                      "stage",
                          Argument.of(
                              scored
                                  .edition()
                                  .findStage(requirement.stage().orElseThrow())
                                  .map(s -> Printable.of(s.label().in(language)))
                                  .orElse("")),
                      "requirement", Argument.of(Printable.of(requirement.label().in(language))))));
    }
    line("");
  }

  private String answered(ScoredAssessment scored) {
    int facts =
        (int)
            scored.questions(State.UNANSWERED).stream().filter(q -> q.answer().isPresent()).count();
    int inapplicable = scored.questions(State.NOT_APPLICABLE).size();
    int unanswered = scored.questions(State.UNANSWERED).size();
    int all = scored.questions().size();
    return text(
        "answered",
        Map.of(
            "answered", Argument.of(all - unanswered),
            "questions", Argument.of(all),
            "facts", Argument.of(facts == 0 ? "" : Integer.toString(facts)),
            "inapplicable", Argument.of(inapplicable == 0 ? "" : Integer.toString(inapplicable))));
  }

  /** Says what the score counts. */
  private void meaning(ScoredAssessment scored) {
    String meaning = new ViewWords(scored, language, LocalDate::toString).meaning();
    if (!meaning.isEmpty()) {
      line(meaning);
    }
  }

  private String verdict(ScoredAssessment scored) {
    ViewWords.Firmness firmness = new ViewWords(scored, language, LocalDate::toString).firmness();
    Optional<Tier> tier = scored.now().tier();
    if (scored.edition().ladder().tiers().isEmpty()) {
      return text("noLadder");
    }
    if (tier.isEmpty()) {
      return text(firmness == ViewWords.Firmness.SELF ? "noTierSelf" : "noTier");
    }
    return text(
        switch (firmness) {
          case SELF -> "tierSelf";
          case OPEN -> "tierOpen";
          case FINAL -> "tierFinal";
        },
        "tier",
        tier.get().code());
  }

  private String name(Optional<Tier> tier) {
    return tier.map(Tier::code).orElseGet(() -> text("noTier"));
  }

  private void rungs(Ladder ladder, Points total) {
    if (ladder.tiers().isEmpty()) {
      return;
    }
    Optional<Tier> above = ladder.tierAbove(total);
    line("  " + above.map(tier -> more(ladder, total, tier)).orElseGet(() -> text("top")));
    Optional<Tier> held = ladder.tierOf(total);
    if (held.isPresent() && !held.get().least().isZero()) {
      int index = ladder.tiers().indexOf(held.get());
      String below =
          name(index == 0 ? Optional.empty() : Optional.of(ladder.tiers().get(index - 1)));
      Points spare = ladder.spare(total);
      line(
          "  "
              + (spare.isZero()
                  ? text("keepNothing", "below", below)
                  : text(
                      "keep",
                      Map.of(
                          "spare", Argument.of(Amounts.spare(spare, language)),
                          "bound",
                              Argument.of(
                                  exact(
                                      held.get()
                                          .range()
                                          .lower()
                                          .map(Bound::value)
                                          .orElse(Points.ZERO))),
                          "below", Argument.of(below)))));
    }
  }

  private String more(Ladder ladder, Points total, Tier tier) {
    Optional<Bound<Points>> lower = tier.range().lower();
    boolean open = lower.isPresent() && lower.get().kind() == Bound.Kind.OPEN;
    Points bound = lower.map(Bound::value).orElse(Points.ZERO);
    String printed = Printable.of(tier.printed()).split("-", 2)[0].strip();
    Map<String, Argument> values = new HashMap<>();
    values.put("missing", Argument.of(Amounts.lacking(ladder.missing(total, tier), language)));
    values.put("way", Argument.of(text(open ? "above" : "reach")));
    values.put("bound", Argument.of(exact(bound)));
    values.put("tier", Argument.of(tier.code()));
    values.put("label", Argument.of(Printable.of(tier.label().in(language))));
    values.put("printed", Argument.of(printed.equals(bound.toString()) ? "" : printed));
    return text("more", values);
  }

  // Tree

  private void tree(ScoredAssessment scored, Reconciliation reconciled) {
    row("", "", text("points"), text("maximum"), text("share"), text("headroom"), "");
    for (ScoredCluster cluster : scored.clusters()) {
      node(cluster, "", reconciled.find(cluster));
      for (ScoredIndicator indicator : cluster.indicators()) {
        node(indicator, "  ", reconciled.find(indicator));
      }
    }
    line("");
  }

  private void node(ScoredNode node, String indent, Optional<Reconciliation.Row> stated) {
    List<String> remarks = new ArrayList<>();
    if (!node.cap().isZero()) {
      remarks.add(text("cut", "cap", exact(node.cap())));
    }
    stated
        .filter(row -> !row.difference().isZero())
        .ifPresent(row -> remarks.add(text("stated", "stated", exact(row.stated()))));
    row(
        indent + node.code(),
        indent + Printable.of(node.label().in(language)),
        exact(node.points()),
        exact(node.maximum()),
        Amounts.share(node.points(), node.maximum(), language),
        exact(node.headroom()),
        String.join("; ", remarks));
  }

  private void row(
      String code,
      String name,
      String points,
      String maximum,
      String share,
      String headroom,
      String remark) {
    line(
        Strings.padEnd(code, 5, ' ')
            + " "
            + name(name)
            + column(points, 10)
            + column(maximum, 10)
            + column(share, 9)
            + column(headroom, 11)
            + (remark.isEmpty() ? "" : "  " + remark));
  }

  /** An amount in its column, never without a blank before it. */
  private static String column(String amount, int width) {
    return " " + Strings.padStart(amount, width - 1, ' ');
  }

  /** A name in its column, cut where it is too long. */
  private static String name(String name) {
    String shown =
        name.codePointCount(0, name.length()) <= NAME_WIDTH
            ? name
            : name.substring(0, name.offsetByCodePoints(0, NAME_WIDTH - 1)) + "…";
    return shown + " ".repeat(NAME_WIDTH - shown.codePointCount(0, shown.length()));
  }

  // What the sheet says of itself

  private void stated(Reconciliation reconciled) {
    String stated = statedTotal(reconciled, language);
    if (!stated.isEmpty()) {
      line(stated);
    }
  }

  /** Returns which totals a sheet states that differ from its answers; nothing where none do. */
  static String statedTotal(Reconciliation reconciled, Language language) {
    Points questions = reconciled.asAnswered();
    Reconciliation.Reading clusters = reconciled.clustersAsStated();
    Optional<Points> total = reconciled.statedTotal();
    boolean clustersDiffer = clusters.unstated().isEmpty() && !clusters.total().equals(questions);
    boolean totalDiffers = total.filter(own -> !own.equals(questions)).isPresent();
    if (!clustersDiffer && !totalDiffers) {
      return "";
    }
    Phrases phrases = Phrases.report(language);
    return phrases.text(
        "statedTotal",
        "sum",
        phrases.exact(questions),
        "count",
        clustersDiffer ? reconciled.scored().clusters().size() : "",
        "clusters",
        clustersDiffer ? phrases.exact(clusters.total()) : "",
        "total",
        total.map(phrases::exact).orElse(""),
        "none",
        total.isEmpty() ? phrases.text("statedNone") : "");
  }

  private void differing(Reconciliation reconciled) {
    if (reconciled.isEmpty()) {
      line(text("reconcileNothing"));
      return;
    }
    List<Reconciliation.Row> differing = reconciled.differing();
    Map<String, Argument> counts =
        Map.of(
            "differing", Argument.of(differing.size()),
            "stated", Argument.of(reconciled.rows().size()));
    line(text(differing.isEmpty() ? "reconciled" : "differing", counts));
    if (!differing.isEmpty()) {
      columns(
          "",
          "",
          text("sheet"),
          text("questions"),
          text("difference"),
          text("statedParts"),
          text("difference"));
      differing.forEach(this::difference);
    }
    line("");
  }

  private void difference(Reconciliation.Row row) {
    boolean isTotal = row.node() instanceof ScoredAssessment;
    // What an indicator's parts state is what they scored, and stands there already.
    boolean isIndicator = row.node() instanceof ScoredIndicator;
    String indent = isIndicator ? "  " : "";
    columns(
        isTotal ? "" : indent + row.node().code(),
        isTotal ? text("readingTotal") : indent + Printable.of(row.node().label().in(language)),
        exact(row.stated()),
        exact(row.computed()),
        signed(row.difference()),
        isIndicator ? "" : exact(row.partsAsStated()),
        isIndicator ? "" : signed(row.differenceFromParts()));
  }

  private void columns(
      String code,
      String name,
      String stated,
      String questions,
      String difference,
      String parts,
      String differenceFromParts) {
    line(
        Strings.padEnd(code, 5, ' ')
            + " "
            + name(name)
            + column(stated, 10)
            + column(questions, 12)
            + column(difference, 12)
            + column(parts, 16)
            + column(differenceFromParts, 12));
  }

  private String signed(Points difference) {
    return (difference.signum() > 0 ? "+" : "") + exact(difference);
  }

  private void readings(Reconciliation reconciled) {
    ScoredAssessment scored = reconciled.scored();
    line(text("readings"));
    reading(scored, "readingQuestions", reconciled.asAnswered(), List.of(), "");
    if (reconciled.isEmpty()) {
      return;
    }
    reading(reconciled, "readingIndicators", reconciled.indicatorsAsStated(), scored.indicators());
    reading(reconciled, "readingClusters", reconciled.clustersAsStated(), scored.clusters());
    Optional<Points> total = reconciled.statedTotal();
    if (total.isPresent()) {
      reading(scored, "readingTotal", total.get(), List.of(), "");
    } else {
      line("  " + text("statedNone"));
    }
  }

  private void reading(
      Reconciliation reconciled,
      String key,
      Reconciliation.Reading reading,
      List<? extends ScoredNode> nodes) {
    if (reading.unstated().size() == nodes.size()) {
      line("  " + text("readingNone", "reading", text(key)));
      return;
    }
    List<String> rows =
        nodes.stream()
            .flatMap(node -> reconciled.find(node).stream())
            .filter(row -> !row.difference().isZero())
            .map(row -> row.node().code() + " " + signed(row.difference()))
            .toList();
    reading(reconciled.scored(), key, reading.total(), rows, String.join(", ", reading.unstated()));
  }

  private void reading(
      ScoredAssessment scored, String key, Points total, List<String> rows, String unstated) {
    line(
        Strings.padStart(exact(total), 10, ' ')
            + "  "
            + text(
                "reading",
                Map.of(
                    "reading", Argument.of(text(key)),
                    "tier", Argument.of(tierOf(scored.edition().ladder(), total)),
                    "difference",
                        Argument.of(rows.isEmpty() ? "" : signed(total.minus(scored.points()))),
                    "rows", Argument.of(String.join(", ", rows)),
                    "unstated", Argument.of(unstated))));
  }

  /** Stated points may add up to more than a ladder reaches. */
  private String tierOf(Ladder ladder, Points total) {
    boolean isReached = ladder.top().map(top -> top.admitsBelow(total)).orElse(true);
    return ladder.tiers().isEmpty() || !isReached ? "" : name(ladder.tierOf(total));
  }

  // Notes

  private void notes(ScoredAssessment scored) {
    for (ScoredQuestion question : scored.questions(State.NOT_APPLICABLE)) {
      Answer answer = question.answer().orElseThrow();
      line(
          text(
              "inapplicable",
              Map.of(
                  "question", Argument.of(question.code()),
                  "maximum", Argument.of(exact(question.maximum())),
                  "reason",
                      Argument.of(
                          answer instanceof Answer.NotApplicable no
                              ? Printable.of(no.reason())
                              : ""))));
    }
    foot(scored.edition());
  }

  // One rung

  private void rung(Ladder ladder, Points total) {
    Optional<Tier> tier = ladder.tierOf(total);
    line(
        text(
            "ladder",
            Map.of("points", Argument.of(exact(total)), "tier", Argument.of(name(tier)))));
    if (tier.isPresent()) {
      line(
          "  "
              + text(
                  "ladderRange",
                  Map.of(
                      "range", Argument.of(range(tier.get().range())),
                      "printed", Argument.of(Printable.of(tier.get().printed())))));
      line(
          "  "
              + text(
                  "ladderWhy",
                  Map.of(
                      "mark", Argument.of(tier.get().origin().mark().name()),
                      "note", Argument.of(Printable.of(tier.get().origin().note())))));
    } else if (!ladder.tiers().isEmpty()) {
      line("  " + text("ladderNone", "bound", exact(ladder.tiers().get(0).least())));
    }
    rungs(ladder, total);
  }

  private void applied(AppliedLadder applied) {
    List<String> sources =
        applied.named().sources().stream()
            .filter(source -> applied.origin().sources().contains(source.code()))
            .map(source -> Printable.of(source.text()))
            .toList();
    line(
        text(
            "ladderRound",
            Map.of(
                "round", Argument.of(applied.round().toString()),
                "ladder", Argument.of(applied.named().id()),
                "mark", Argument.of(applied.origin().mark().name()),
                "note", Argument.of(Printable.of(applied.origin().note())))));
    sources.forEach(source -> line("  " + text("ladderSource", "source", source)));
  }

  private void foot(NamedLadder named) {
    line(text("footLadder", "ladder", named.id()));
  }

  private void foot(Edition edition) {
    line(
        text(
            "foot",
            Map.of(
                "edition", Argument.of(edition.id()),
                "mark", Argument.of(edition.origin().mark().name()))));
  }

  private String range(Interval<Points> range) {
    List<String> ends = new ArrayList<>();
    range
        .lower()
        .ifPresent(
            bound ->
                ends.add(
                    text(
                        bound.kind() == Bound.Kind.CLOSED ? "from" : "aboveValue",
                        "value",
                        exact(bound.value()))));
    range
        .upper()
        .ifPresent(
            bound ->
                ends.add(
                    text(
                        bound.kind() == Bound.Kind.CLOSED ? "to" : "belowValue",
                        "value",
                        exact(bound.value()))));
    return String.join(", ", ends);
  }
}
