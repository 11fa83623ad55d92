package id.kla.testing;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Calendar;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.region.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes one sheet for each of several regions. */
final class NationMaker {

  private final Choices choices;
  private final List<Region> regions;

  NationMaker(Choices choices, List<Region> regions) {
    this.choices = choices;
    this.regions = regions;
  }

  /** One region in eight, and always the last, answers what one before it answered. */
  List<Assessment> sheets(Edition edition) {
    SheetMaker maker = new SheetMaker(choices, edition);
    Round round = choices.oneOf(Calendar.builtIn().rounds());
    String stage = choices.oneOf(edition.stages()).code();
    List<Assessment> sheets = new ArrayList<>();
    for (Region region : regions) {
      boolean isLast = sheets.size() == regions.size() - 1;
      Map<QuestionCode, Answer> answers =
          !sheets.isEmpty() && (isLast || choices.onceIn(8))
              ? choices.oneOf(sheets).answers()
              : maker.answers();
      sheets.add(
          Assessment.builder()
              .edition(edition)
              .region(region.code())
              .round(round)
              .stage(stage)
              .answers(answers)
              .build());
    }
    return List.copyOf(sheets);
  }

  /** The same sheets under a ladder with a step at the total of one of them. */
  List<Assessment> onTheLadder(List<Assessment> sheets) {
    Edition edition = new LadderMaker(choices).stepAt(choices.oneOf(sheets));
    return sheets.stream()
        .map(sheet -> Assessment.builder().from(sheet).edition(edition).build())
        .toList();
  }
}
