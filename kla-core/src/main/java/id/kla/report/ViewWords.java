package id.kla.report;

import id.kla.edition.Stage;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.scoring.Basis;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.View;
import java.time.LocalDate;
import java.util.function.Function;

/** Says what a score counts, and how firm its tier is. */
final class ViewWords {

  private final ScoredAssessment scored;
  private final Language language;
  private final Function<LocalDate, String> day;

  /** Says so, and writes days as told. */
  ViewWords(ScoredAssessment scored, Language language, Function<LocalDate, String> day) {
    this.scored = scored;
    this.language = language;
    this.day = day;
  }

  /** How firm a tier is. */
  enum Firmness {
    /** Every claim counts, and nobody has judged any. */
    SELF,
    /** A later stage may change it. */
    OPEN,
    /** No stage follows. */
    FINAL
  }

  /** Returns what the score counts, in a sentence; empty where the stage does not say so. */
  String meaning() {
    View view = scored.view();
    String judging =
        view.stage()
            .flatMap(scored.edition()::findStage)
            .map(stage -> Printable.of(stage.label().in(language)))
            .orElse("");
    Phrases phrases = Phrases.report(language);
    return switch (view.basis()) {
      case CLAIMED -> Printable.of(scored.assessment().judgedAt().meaning().in(language));
      case EVIDENCED ->
          phrases.text("evidenced", "day", day.apply(view.asOf().orElseThrow()), "stage", judging);
      case VERIFIED -> phrases.text("verified", "stage", judging);
    };
  }

  /** Returns how firm the tier is. */
  Firmness firmness() {
    Stage at = scored.assessment().judgedAt();
    Basis basis = scored.view().basis();
    Stage stage =
        basis == Basis.VERIFIED
            ? scored.view().stage().flatMap(scored.edition()::findStage).orElse(at)
            : at;
    if (basis == Basis.CLAIMED && stage.judging() == Stage.Judging.SELF) {
      return Firmness.SELF;
    }
    return scored.edition().stagesAfter(stage).isEmpty() ? Firmness.FINAL : Firmness.OPEN;
  }
}
