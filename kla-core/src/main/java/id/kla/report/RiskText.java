package id.kla.report;

import com.google.common.base.Strings;
import id.kla.assessment.Agency;
import id.kla.assessment.Evidence;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.points.Points;
import id.kla.scoring.Cause;
import id.kla.scoring.JudgedEvidence;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.Standing;
import id.kla.verification.AgencyRisk;
import id.kla.verification.Difference;
import id.kla.verification.EvidenceReport;
import id.kla.verification.RiskShare;
import id.kla.verification.Weakness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what of a claim has evidence: whom to call first, the points at risk, what is weak. */
final class RiskText {

  /** As many as one can call in a day. */
  private static final int FIRST = 3;

  /** As many as a screen has room for. */
  private static final int SHOWN = 8;

  private final EvidenceReport report;
  private final Edition edition;
  private final Phrases phrases;
  private final Holders holders;
  private final StringBuilder out = new StringBuilder();

  RiskText(EvidenceReport report, Language language) {
    this.report = report;
    this.edition = report.evidenced().edition();
    this.phrases = Phrases.verification(language);
    this.holders = new Holders(report.evidenced(), language, Holders.Missing.EACH);
  }

  // All of it

  String whole() {
    AgencyRisk risk = report.agencies();
    Standing claimed = report.claimed().now();
    Standing held = report.evidenced().now();
    line(
        phrases.text(
            "risk.totals",
            "claimed",
            exact(claimed.total()),
            "claimedTier",
            name(claimed.tier()),
            "held",
            exact(held.total()),
            "heldTier",
            name(held.tier()),
            "risk",
            exact(risk.total())));
    if (atRisk(risk.shares()).isEmpty()) {
      line(phrases.text("risk.nothing"));
    } else {
      first(risk);
      byCause();
      byAgency(risk);
      byTopic();
    }
    weak(report.weaknesses());
    unchecked();
    return out.toString();
  }

  private static List<RiskShare> atRisk(List<RiskShare> shares) {
    return shares.stream().filter(share -> share.atRisk().signum() > 0).toList();
  }

  /** Nobody can be called where nobody leads. */
  private void first(AgencyRisk risk) {
    List<RiskShare> first =
        atRisk(risk.shares()).stream()
            .filter(share -> share.holder() != RiskShare.Holder.NO_LEAD)
            .limit(FIRST)
            .toList();
    if (first.isEmpty()) {
      return;
    }
    line("");
    line(phrases.text("risk.first"));
    for (RiskShare share : first) {
      amount(
          share.atRisk(),
          phrases.text(
              "risk.firstOf",
              "name",
              name(share),
              "alone",
              exact(share.recoverableAlone().total()),
              "tier",
              name(share.recoverableAlone().tier())));
    }
    Standing together = risk.recoverable(first);
    Optional<Tier> next = edition.ladder().tierAbove(together.total());
    line(
        "  "
            + phrases.text(
                "risk.together",
                "count",
                first.size(),
                "total",
                exact(together.total()),
                "tier",
                name(together.tier()),
                "missing",
                next.map(
                        tier ->
                            Amounts.lacking(
                                edition.ladder().missing(together.total(), tier),
                                phrases.language()))
                    .orElse(""),
                "next",
                next.map(Tier::code).orElse("")));
  }

  private void byCause() {
    line("");
    line(phrases.text("risk.byCause"));
    for (Map.Entry<Cause, Points> each : report.difference().byCause().entrySet()) {
      long questions =
          report.difference().rows().stream()
              .filter(row -> row.cause().filter(each.getKey()::equals).isPresent())
              .count();
      amount(
          Points.ZERO.minus(each.getValue()),
          phrases.text(
              "risk.causeOf",
              "cause",
              phrases.word("cause", each.getKey()),
              "questions",
              questions));
    }
    caps();
  }

  /** With less claimed, less is cut. */
  private void caps() {
    Points cap = report.agencies().cap();
    if (!cap.isZero()) {
      amount(Points.ZERO.minus(cap), phrases.text("risk.caps"));
    }
  }

  private void byAgency(AgencyRisk risk) {
    line("");
    line(phrases.text("risk.byAgency"));
    columns("risk.led");
    atRisk(risk.shares()).forEach(this::row);
    caps();
    if (risk.outside().signum() > 0) {
      line(
          "  "
              + phrases.text(
                  "risk.outside",
                  "points",
                  exact(risk.outside()),
                  "names",
                  names(atRisk(risk.shares()).stream().filter(RiskShare::isOutside).toList())));
    }
    List<RiskShare> calm =
        risk.shares().stream()
            .filter(share -> share.atRisk().isZero() && share.answered() > 0)
            .toList();
    if (!calm.isEmpty()) {
      line("  " + phrases.text("risk.nothingAtRisk", "names", names(calm)));
    }
    line("  " + phrases.text("risk.aloneNote"));
  }

  private String names(List<RiskShare> shares) {
    return shares.stream().map(this::name).collect(Collectors.joining("; "));
  }

  private void byTopic() {
    List<RiskShare> topics = atRisk(report.topics().shares());
    if (!topics.isEmpty()) {
      line("");
      line(phrases.text("risk.byTopic"));
      columns("risk.asked");
      topics.forEach(this::row);
    }
  }

  private void columns(String counted) {
    row(
        phrases.text("risk.atRisk"),
        phrases.text(counted),
        phrases.text("risk.answered"),
        phrases.text("risk.evidenced"),
        phrases.text("risk.accepted"),
        phrases.text("risk.alone"),
        "");
  }

  private void row(RiskShare share) {
    Standing alone = share.recoverableAlone();
    row(
        exact(share.atRisk()),
        Integer.toString(share.led()),
        Integer.toString(share.answered()),
        Integer.toString(share.evidenced()),
        Integer.toString(share.accepted()),
        exact(alone.total()) + " " + Strings.padEnd(name(alone.tier()), 8, ' '),
        name(share));
  }

  private void row(
      String atRisk,
      String led,
      String answered,
      String evidenced,
      String accepted,
      String alone,
      String name) {
    line(
        Strings.padStart(atRisk, 12, ' ')
            + Strings.padStart(led, 11, ' ')
            + Strings.padStart(answered, 10, ' ')
            + Strings.padStart(evidenced, 10, ' ')
            + Strings.padStart(accepted, 10, ' ')
            + Strings.padStart(alone, 24, ' ')
            + "  "
            + name);
  }

  // One agency, role or topic

  String of(RiskShare share) {
    boolean isTopic = share.holder() == RiskShare.Holder.TOPIC;
    String kinds =
        share.agencies().stream()
            .map(Agency::kind)
            .distinct()
            .map(kind -> phrases.word("agency", kind))
            .collect(Collectors.joining(", "));
    line(phrases.text("share.head", "name", name(share), "kind", kinds));
    line(
        "  "
            + phrases.text(
                isTopic ? "share.topicCounts" : "share.counts",
                "led",
                share.led(),
                "shared",
                share.shared(),
                "answered",
                share.answered(),
                "evidenced",
                share.evidenced(),
                "accepted",
                share.accepted()));
    Standing held = report.evidenced().now();
    Standing alone = share.recoverableAlone();
    line(
        "  "
            + (share.rows().isEmpty()
                ? phrases.text("share.nothing")
                : phrases.text(
                    "share.risk",
                    "points",
                    exact(share.atRisk()),
                    "alone",
                    exact(alone.total()),
                    "tier",
                    name(alone.tier()),
                    "held",
                    exact(held.total()),
                    "heldTier",
                    name(held.tier()))));
    if (!share.rows().isEmpty()) {
      line("");
      share.rows().forEach(this::row);
    }
    Set<QuestionCode> own =
        report.evidenced().questions().stream()
            .filter(question -> Holders.isOf(question, share))
            .map(question -> question.question().code())
            .collect(Collectors.toSet());
    weak(
        report.weaknesses().stream()
            .filter(weakness -> !weakness.questions().isEmpty())
            .filter(weakness -> own.containsAll(weakness.questions()))
            .toList());
    return out.toString();
  }

  private void row(Difference.Row row) {
    ScoredQuestion question = report.evidenced().question(row.question().orElseThrow());
    line(
        Strings.padStart(exact(Points.ZERO.minus(row.change())), 12, ' ')
            + "  "
            + Strings.padEnd(question.code(), 6, ' ')
            + " "
            + phrases.text(
                "share.row",
                "label",
                Printable.of(question.label().in(phrases.language())),
                "cause",
                row.cause().map(cause -> phrases.word("cause", cause)).orElse(""),
                "further",
                causes(row.further()),
                "documents",
                question.evidence().stream().map(this::told).collect(Collectors.joining("; "))));
  }

  private String told(JudgedEvidence judged) {
    Evidence evidence = judged.evidence();
    return phrases.text(
        "share.document",
        "id",
        Printable.of(evidence.id()),
        "title",
        Printable.of(evidence.title().orElse("")),
        "causes",
        causes(judged.causes()));
  }

  private String causes(List<Cause> causes) {
    return causes.stream()
        .map(cause -> phrases.word("cause", cause))
        .collect(Collectors.joining(", "));
  }

  // What is weak, and what nobody could check

  private void weak(List<Weakness> weaknesses) {
    if (weaknesses.isEmpty()) {
      return;
    }
    line("");
    line(phrases.text("risk.weak"));
    weaknesses.stream()
        .limit(SHOWN)
        .forEach(
            weakness -> amount(weakness.atStake(), weakness.fault().message(phrases.language())));
    if (weaknesses.size() > SHOWN) {
      line("  " + phrases.text("risk.weakMore", "count", weaknesses.size() - SHOWN));
    }
  }

  private void unchecked() {
    List<String> open = new ArrayList<>();
    for (Cause cause : Cause.values()) {
      long questions =
          report.evidenced().questions().stream()
              .filter(question -> question.unchecked().contains(cause))
              .count();
      if (questions > 0) {
        open.add(
            phrases.text(
                "risk.causeOf", "cause", phrases.word("cause", cause), "questions", questions));
      }
    }
    if (!open.isEmpty()) {
      line("");
      line(phrases.text("risk.unchecked", "causes", String.join("; ", open)));
    }
  }

  // Words

  private String name(RiskShare share) {
    return holders.name(share);
  }

  private String name(Optional<Tier> tier) {
    return tier.map(Tier::code).orElseGet(() -> phrases.text("noTier"));
  }

  private String exact(Points points) {
    return Amounts.exact(points, phrases.language());
  }

  private void amount(Points points, String text) {
    line(Strings.padStart(exact(points), 12, ' ') + "  " + text);
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
