package id.kla.report;

import com.google.common.base.Strings;
import id.kla.edition.Requirement;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.planning.WhatIf;
import id.kla.planning.WhatIfReport;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredNode;
import id.kla.scoring.Standing;
import id.kla.verification.Difference;

/** Tells what-ifs: each with the total and tier before and after, and every node that changed. */
final class WhatIfText {

  private final WhatIfReport report;
  private final Phrases phrases;
  private final StringBuilder out = new StringBuilder();

  WhatIfText(WhatIfReport report, Language language) {
    this.report = report;
    this.phrases = Phrases.planning(language);
  }

  String text() {
    for (WhatIfReport.Step step : report.steps()) {
      head(phrases.text("whatIf.head", "name", name(step.whatIf())));
      difference(step.difference());
    }
    if (report.steps().size() != 1) {
      head(phrases.text("whatIf.together"));
      standings(report.difference());
    }
    return out.toString();
  }

  private void head(String text) {
    if (!out.isEmpty()) {
      line("");
    }
    line(text);
  }

  private String name(WhatIf whatIf) {
    return Printable.of(
        whatIf.name().isEmpty() ? whatIf.id() : whatIf.name().in(phrases.language()));
  }

  private void difference(Difference difference) {
    standings(difference);
    String cluster = "";
    String indicator = "";
    for (Difference.Row row : difference.rows()) {
      if (!row.cluster().equals(cluster)) {
        cluster = row.cluster();
        node(difference, 0, result -> result.cluster(row.cluster()));
      }
      if (!row.indicator().equals(indicator)) {
        indicator = row.indicator();
        node(difference, 1, result -> result.indicator(row.indicator()));
      }
      if (row.question().isPresent()) {
        node(difference, 2, result -> result.question(row.question().get()));
      } else {
        amount(row.change(), 2, phrases.text("whatIf.cap"));
      }
    }
    if (difference.rows().isEmpty()) {
      line("  " + phrases.text("whatIf.nothing"));
    }
  }

  private void standings(Difference difference) {
    line(
        "  "
            + told(difference.before().now())
            + " → "
            + told(difference.after().now())
            + ": "
            + phrases.signed(difference.change()));
    for (Requirement requirement : difference.after().now().unmet()) {
      line(
          "  "
              + phrases.text(
                  "whatIf.unmet",
                  "requirement",
                  Printable.of(requirement.label().in(phrases.language()))));
    }
  }

  private String told(Standing standing) {
    return phrases.exact(standing.total()) + " (" + phrases.tier(standing.tier()) + ")";
  }

  /** Finds a node in a result. */
  private interface Finder {
    ScoredNode in(ScoredAssessment result);
  }

  private void node(Difference difference, int depth, Finder finder) {
    ScoredNode before = finder.in(difference.before());
    ScoredNode after = finder.in(difference.after());
    String label = Printable.of(after.label().in(phrases.language()));
    amount(
        after.points().minus(before.points()),
        depth,
        after.code()
            + "  "
            + phrases.exact(before.points())
            + " → "
            + phrases.exact(after.points())
            + (label.isEmpty() ? "" : "  " + label));
  }

  private void amount(Points change, int depth, String text) {
    line(Strings.padStart(phrases.signed(change), 14, ' ') + "  " + "  ".repeat(depth) + text);
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
