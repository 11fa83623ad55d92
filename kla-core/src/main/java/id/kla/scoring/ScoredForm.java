package id.kla.scoring;

import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.fault.Canonical;

/** The canonical form of a result: what it was computed from, and every node of the tree. */
final class ScoredForm {

  private ScoredForm() {}

  static String of(ScoredAssessment scored) {
    return Canonical.form(
        "kla.scored/1",
        form -> {
          form.text("edition", scored.edition().digest());
          form.text("assessment", scored.assessment().digest());
          if (scored.view().basis() != Basis.CLAIMED) {
            form.text("basis", scored.view().basis());
            form.text("asOf", scored.view().asOf());
            form.text("stage", scored.view().stage());
          }
          form.group("atLeast", () -> standing(form, scored.leastStanding()));
          form.group("now", () -> standing(form, scored.now()));
          form.group("atMost", () -> standing(form, scored.mostStanding()));
          scored.children().forEach(child -> node(form, "cluster", child));
        });
  }

  private static void standing(Canonical form, Standing standing) {
    form.text("total", standing.total());
    form.text("tierByPoints", standing.tierByPoints().map(Tier::code));
    form.text("tier", standing.tier().map(Tier::code));
    for (Requirement unmet : standing.unmet()) {
      form.text("unmet", unmet.code());
    }
  }

  private static void node(Canonical form, String kind, ScoredNode node) {
    form.group(
        kind,
        () -> {
          form.text("code", node.code());
          form.text("state", node.state());
          form.text("sum", node.sum());
          form.text("points", node.points());
          form.text("atLeast", node.atLeast());
          form.text("atMost", node.atMost());
          if (node instanceof ScoredQuestion question) {
            question.causes().forEach(cause -> form.text("cause", cause));
          }
          String below = node instanceof ScoredCluster ? "indicator" : "question";
          node.children().forEach(child -> node(form, below, child));
        });
  }
}
