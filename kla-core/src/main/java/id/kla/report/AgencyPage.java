package id.kla.report;

import static java.util.stream.Collectors.joining;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.edition.QuestionCode;
import id.kla.fault.Fault;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.region.Regions;
import id.kla.scoring.Cause;
import id.kla.scoring.JudgedEvidence;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.Standing;
import id.kla.scoring.State;
import id.kla.verification.Difference;
import id.kla.verification.EvidenceReport;
import id.kla.verification.RiskShare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the page of one agency: what it must hand in and what that brings, which of its documents
 * end when, and where each of its questions stands.
 *
 * <p>It is what the head of an agency takes home from a meeting, and can sign.
 */
@CheckReturnValue
public final class AgencyPage {

  private final EvidenceReport report;
  private final RiskShare share;
  private final ScoredAssessment evidenced;
  private final Language language;
  private final Phrases phrases;
  private final Phrases verification;
  private final Holders holders;
  private final List<ScoredQuestion> led;
  private final List<Block> blocks = new ArrayList<>();

  private AgencyPage(EvidenceReport report, RiskShare share, Language language) {
    this.report = report;
    this.share = share;
    this.evidenced = report.evidenced();
    this.language = language;
    this.phrases = Phrases.agency(language);
    this.verification = Phrases.verification(language);
    this.holders = new Holders(evidenced, language, Holders.Missing.ONCE);
    this.led =
        evidenced.questions().stream().filter(question -> Holders.isOf(question, share)).toList();
  }

  /**
   * Returns the page of an agency in a language.
   *
   * @param report what of the region's claim has evidence
   * @param share the agency's part of it
   * @throws IllegalArgumentException if {@code share} is none of the report's agencies and roles
   */
  public static Page of(EvidenceReport report, RiskShare share, Language language) {
    if (!report.agencies().shares().contains(share)) {
      throw new IllegalArgumentException(
          "share: found "
              + share.code()
              + "; allowed: "
              + report.agencies().shares().stream().map(RiskShare::code).toList());
    }
    AgencyPage page = new AgencyPage(report, share, language);
    page.answer();
    page.missing();
    page.ending();
    page.weak();
    page.questions();
    page.commitment();
    return new Page(
        language,
        page.phrases.text(
            "title",
            "agency",
            page.holders.name(share),
            "region",
            Regions.builtIn().describe(page.evidenced.assessment().region())),
        page.blocks);
  }

  private void say(Block block) {
    blocks.add(block);
  }

  private void heading(String key) {
    say(new Block.Heading(2, phrases.text(key)));
  }

  private String exact(Points points) {
    return phrases.exact(points);
  }

  // The answer

  private void answer() {
    Assessment assessment = evidenced.assessment();
    say(
        new Block.Paragraph(
            phrases.text(
                "about",
                "round",
                assessment.round(),
                "stage",
                assessment.judgedAt().label().in(language),
                "day",
                phrases.day(report.check().asOf()),
                "edition",
                evidenced.edition().id())));
    Standing now = evidenced.now();
    Standing alone = share.recoverableAlone();
    say(
        new Block.Highlights(
            List.of(
                new Block.Highlight(
                    phrases.text("risk"),
                    exact(share.atRisk()),
                    phrases.text("risk.about", "held", exact(held()))),
                new Block.Highlight(
                    phrases.text("alone"),
                    exact(alone.total()) + " " + phrases.tier(alone.tier()),
                    phrases.text(
                        "alone.about",
                        "held",
                        exact(now.total()),
                        "tier",
                        phrases.tier(now.tier()))),
                new Block.Highlight(
                    phrases.text("answered"),
                    phrases.text("of", "part", share.evidenced(), "whole", share.answered()),
                    phrases.text("answered.about", "led", share.led())))));
    say(new Block.Note(phrases.text("note")));
  }

  /** What its questions hold, before caps. */
  private Points held() {
    return Points.sum(led.stream().map(ScoredQuestion::points).toList());
  }

  // What to hand in

  private void missing() {
    heading("missing");
    if (share.rows().isEmpty()) {
      say(new Block.Paragraph(verification.text("share.nothing")));
      return;
    }
    say(
        new BarChart(
            phrases.text("missing.chart"),
            phrases.text("missing.about"),
            phrases.text("question"),
            phrases.text("points"),
            phrases.text("missing.why"),
            rows()));
    say(
        new PageTable(
            phrases.text("missing.documents"),
            List.of(
                PageTable.Column.words(phrases.text("question")),
                PageTable.Column.words(phrases.text("asked")),
                PageTable.Column.words(phrases.text("given"))),
            share.rows().stream().map(this::documents).toList()));
  }

  private List<BarChart.Row> rows() {
    List<BarChart.Row> rows = new ArrayList<>();
    share.rows().stream()
        .sorted(Comparator.comparing(Difference.Row::change))
        .forEach(
            row ->
                rows.add(
                    BarChart.Row.of(
                        name(question(row)), Points.ZERO.minus(row.change()), causes(row))));
    rows.add(new BarChart.Row(phrases.text("total"), PageTable.Level.TOTAL, share.atRisk(), ""));
    return rows;
  }

  private ScoredQuestion question(Difference.Row row) {
    return evidenced.question(row.question().orElseThrow());
  }

  private static String label(String code, String label) {
    return label.isEmpty() ? code : code + " · " + label;
  }

  private String name(ScoredQuestion question) {
    return label(question.code(), question.label().in(language));
  }

  private String causes(Difference.Row row) {
    List<Cause> causes = new ArrayList<>(row.cause().stream().toList());
    causes.addAll(row.further());
    return causes(causes);
  }

  private String causes(List<Cause> causes) {
    return causes.stream().map(cause -> verification.word("cause", cause)).collect(joining(", "));
  }

  private PageTable.Row documents(Difference.Row row) {
    ScoredQuestion question = question(row);
    return PageTable.Row.of(
        name(question),
        question.question().evidenceKinds().stream().map(this::kind).collect(joining("; ")),
        question.evidence().isEmpty()
            ? phrases.text("given.nothing")
            : question.evidence().stream().map(this::told).collect(joining("; ")));
  }

  private String kind(String code) {
    return evidenced.edition().evidenceKinds().stream()
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .map(kind -> kind.label())
        .filter(label -> !label.isEmpty())
        .map(label -> label.in(language))
        .orElse(code);
  }

  private String told(JudgedEvidence judged) {
    return document(judged.evidence())
        + (judged.causes().isEmpty() ? "" : " (" + causes(judged.causes()) + ")");
  }

  private static String document(Evidence evidence) {
    return label(evidence.id(), evidence.title().orElse(""));
  }

  // What ends when

  private void ending() {
    Map<String, Evidence> ending = new LinkedHashMap<>();
    led.stream()
        .flatMap(question -> question.evidence().stream())
        .filter(JudgedEvidence::holds)
        .map(JudgedEvidence::evidence)
        .filter(evidence -> evidence.validUntil().isPresent())
        .sorted(
            Comparator.comparing((Evidence evidence) -> evidence.validUntil().orElse(LocalDate.MAX))
                .thenComparing(Evidence::id))
        .forEach(evidence -> ending.putIfAbsent(evidence.id(), evidence));
    if (ending.isEmpty()) {
      return;
    }
    heading("ending");
    say(
        new PageTable(
            phrases.text("ending.table"),
            List.of(
                PageTable.Column.words(phrases.text("ending.document")),
                PageTable.Column.words(phrases.text("ending.day")),
                PageTable.Column.words(phrases.text("ending.questions"))),
            ending.values().stream()
                .map(
                    evidence ->
                        PageTable.Row.of(
                            document(evidence),
                            phrases.day(evidence.validUntil().orElseThrow()),
                            evidence.questions().stream()
                                .map(QuestionCode::toString)
                                .collect(joining(", "))))
                .toList()));
  }

  // What is weak

  private void weak() {
    Set<QuestionCode> own =
        led.stream().map(question -> question.question().code()).collect(Collectors.toSet());
    List<String> weak =
        report.weaknesses().stream()
            .filter(weakness -> !weakness.questions().isEmpty())
            .filter(weakness -> own.containsAll(weakness.questions()))
            .map(weakness -> told(weakness.fault()))
            .toList();
    if (!weak.isEmpty()) {
      heading("weak");
      say(new Block.Items(Block.Order.UNRANKED, weak));
    }
  }

  /** Which rules are meant stands at the beginning of the page. */
  private String told(Fault fault) {
    String where =
        fault.place() instanceof Place.InEdition in
            ? in.part().in(language)
            : fault.place().in(language);
    return where.isEmpty() ? fault.text(language) : where + ": " + fault.text(language);
  }

  // All questions

  private void questions() {
    heading("questions");
    if (led.isEmpty()) {
      say(new Block.Paragraph(phrases.text("questions.none")));
      return;
    }
    List<PageTable.Row> rows = new ArrayList<>();
    led.forEach(question -> rows.add(row(question)));
    rows.add(
        new PageTable.Row(
            PageTable.Level.TOTAL,
            List.of(
                phrases.text("total"),
                exact(Points.sum(led.stream().map(ScoredQuestion::claim).toList())),
                exact(held()),
                exact(Points.sum(led.stream().map(ScoredQuestion::maximum).toList())),
                "")));
    say(
        new PageTable(
            phrases.text("questions.table"),
            List.of(
                PageTable.Column.words(phrases.text("question")),
                PageTable.Column.number(phrases.text("claimed")),
                PageTable.Column.number(phrases.text("held")),
                PageTable.Column.number(phrases.text("maximum")),
                PageTable.Column.words(phrases.text("state"))),
            rows));
  }

  private PageTable.Row row(ScoredQuestion question) {
    State state = question.state().orElseThrow();
    return PageTable.Row.of(
        name(question),
        state == State.UNANSWERED ? "" : exact(question.claim()),
        exact(question.points()),
        exact(question.maximum()),
        phrases.word("state", state));
  }

  // What is signed

  private void commitment() {
    heading("commitment");
    say(
        new Block.Paragraph(
            phrases.text(
                "commitment.text", "agency", holders.name(share), "count", share.rows().size())));
    say(
        new PageTable(
            phrases.text("commitment.table"),
            List.of(
                PageTable.Column.words(phrases.text("commitment.who")),
                PageTable.Column.words(phrases.text("commitment.name")),
                PageTable.Column.words(phrases.text("commitment.until")),
                PageTable.Column.words(phrases.text("commitment.signature"))),
            List.of(
                PageTable.Row.of(phrases.text("commitment.agency"), "", "", ""),
                PageTable.Row.of(phrases.text("commitment.taskForce"), "", "", ""))));
  }
}
