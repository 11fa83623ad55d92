package id.kla.edition;

import id.kla.fault.Argument;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the scale of a question, or suspicious in it. */
final class ScaleLint {

  private final LintReport lint;

  ScaleLint(LintReport lint) {
    this.lint = lint;
  }

  void check(Question question) {
    Label name = PartKind.name(question);
    List<Points> awards = question.scale().awards();
    for (int i = 0; i < awards.size(); i++) {
      lint.range(
          lint.stepFault(FaultCode.AWARD_OUT_OF_RANGE, question, name, i, "points"),
          name,
          awards.get(i),
          question.maximum());
    }
    if (isInRange(question)) {
      best(question, name);
    }
    if (question.scale() instanceof Scale.Levels levels) {
      levels(question, name, levels);
    } else if (question.scale() instanceof Scale.Bands bands) {
      bands(question, name, bands);
    } else if (question.scale() instanceof Scale.Line line) {
      line(question, name, line);
    }
  }

  /**
   * Says whether the awards may be reckoned with: others may lie further apart than a sum holds.
   */
  static boolean isInRange(Question question) {
    return question.scale().awards().stream()
        .allMatch(award -> award.signum() >= 0 && award.compareTo(question.maximum()) <= 0);
  }

  private void best(Question question, Label name) {
    question
        .scale()
        .best()
        .filter(best -> best.compareTo(question.maximum()) < 0)
        .ifPresent(
            best ->
                lint.report(
                    lint.fault(FaultCode.BEST_BELOW_MAXIMUM, question, name, "maximum")
                        .with("part", Argument.of(name))
                        .with("found", best.toBigDecimal())
                        .with("stated", question.maximum().toBigDecimal()),
                    name));
  }

  private void levels(Question question, Label name, Scale.Levels scale) {
    List<Scale.Level> levels = scale.levels();
    if (levels.isEmpty()) {
      broken(question, name, Label.of("skala jenjang tidak berisi", "a scale of levels has none"));
    }
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < levels.size(); i++) {
      String code = levels.get(i).code();
      if (!QuestionCode.isPart(code)) {
        lint.report(
            lint.stepFault(FaultCode.BAD_CODE, question, name, i, "level").with("found", code),
            name);
      }
      if (!codes.add(code)) {
        lint.report(
            lint.stepFault(FaultCode.DUPLICATE_CODE, question, name, i, "level")
                .with("found", code),
            name);
      }
    }
    // Where less is better, levels may also stand from the least, which earns most.
    int falls = turn(scale.awards(), Direction.MORE);
    if (falls > 0
        && (question.better() == Direction.MORE || turn(scale.awards(), Direction.LESS) > 0)) {
      Scale.Level first = levels.get(falls - 1);
      Scale.Level second = levels.get(falls);
      lint.report(
          lint.stepFault(FaultCode.LEVELS_OUT_OF_ORDER, question, name, falls, "points")
              .with("part", Argument.of(name))
              .with("first", first.code())
              .with("more", first.points().toBigDecimal())
              .with("second", second.code())
              .with("less", second.points().toBigDecimal()),
          name);
    }
  }

  /** Returns the first step that earns less than a worse one beside it, or 0. */
  private static int turn(List<Points> awards, Direction better) {
    for (int i = 1; i < awards.size(); i++) {
      int order = awards.get(i).compareTo(awards.get(i - 1));
      if (better == Direction.MORE ? order < 0 : order > 0) {
        return i;
      }
    }
    return 0;
  }

  private void bands(Question question, Label name, Scale.Bands scale) {
    if (scale.bands().isEmpty()) {
      broken(question, name, Label.of("skala rentang tidak berisi", "a scale of bands has none"));
      return;
    }
    List<Interval<Ratio>> ranges = scale.bands().stream().map(Scale.Band::range).toList();
    boolean isChain =
        lint.chain(
            (code, i, columns) -> lint.stepFault(code, question, name, i, columns), name, ranges);
    ends(question, name, scale);
    if (isChain) {
      direction(question, name, ranges);
    }
  }

  private void line(Question question, Label name, Scale.Line scale) {
    if (scale.anchors().size() < 2) {
      broken(
          question,
          name,
          Label.of("garis punya kurang dari dua titik", "a line has fewer than two anchors"));
    }
    List<Ratio> anchors = scale.anchors().stream().map(Scale.Anchor::at).toList();
    boolean isChain = true;
    for (int i = 1; i < anchors.size(); i++) {
      if (anchors.get(i - 1).compareTo(anchors.get(i)) >= 0) {
        isChain = false;
        lint.report(
            lint.stepFault(FaultCode.OVERLAP, question, name, i, "at")
                .with("part", Argument.of(name))
                .with("first", anchors.get(i - 1).toString())
                .with("second", anchors.get(i).toString()),
            name);
      }
    }
    if (isChain) {
      direction(question, name, anchors);
    }
  }

  /** The better a fact is, the more it earns, or as much. */
  private void direction(Question question, Label name, List<?> steps) {
    List<Points> awards = question.scale().awards();
    int turn = turn(awards, question.better());
    if (turn > 0) {
      int better = question.better() == Direction.MORE ? turn : turn - 1;
      int worse = question.better() == Direction.MORE ? turn - 1 : turn;
      lint.report(
          lint.stepFault(FaultCode.WORSE_EARNS_MORE, question, name, turn, "points")
              .with("part", Argument.of(name))
              .with("worse", steps.get(worse).toString())
              .with("more", awards.get(worse).toBigDecimal())
              .with("better", steps.get(better).toString())
              .with("less", awards.get(better).toBigDecimal()),
          name);
    }
  }

  private void broken(Question question, Label name, Label reason) {
    lint.report(
        lint.stepFault(FaultCode.BROKEN_SCALE, question, name, 0, "scale")
            .with("part", Argument.of(name))
            .with("reason", Argument.of(reason)),
        name);
  }

  /** Every share, count or change must fall in a band. */
  private void ends(Question question, Label name, Scale.Bands scale) {
    int end = scale.bands().size() - 1;
    Interval<Ratio> first = scale.bands().get(0).range();
    Interval<Ratio> last = scale.bands().get(end).range();
    boolean open =
        switch (scale.measure()) {
          case COVERAGE, COUNT ->
              first.lower().isEmpty() || first.lower().get().admitsAbove(Ratio.of(0));
          case CHANGE -> first.lower().isEmpty();
        };
    if (!open) {
      lint.hole(
          lint.stepFault(FaultCode.HOLE, question, name, 0, LintReport.LOWER),
          name,
          "-∞",
          first.toString());
    }
    boolean full =
        last.upper().isEmpty()
            || (scale.measure() == FactKind.COVERAGE
                && last.upper().get().admitsBelow(Ratio.of(1)));
    if (!full) {
      lint.hole(
          lint.stepFault(FaultCode.HOLE, question, name, end, LintReport.UPPER),
          name,
          last.toString(),
          "∞");
    }
  }
}
