package id.kla.edition;

import static java.util.stream.Collectors.joining;

import id.kla.points.Points;
import java.util.Locale;

/** A scale in one line, as changes show it. */
final class ScaleText {

  private ScaleText() {}

  /** Returns kind, measure and steps, such as {@code bands coverage: [0, 50%) 0; [50%, 100%] 5}. */
  static String steps(Scale scale) {
    if (scale instanceof Scale.Graded graded) {
      return graded.named().isEmpty()
          ? "graded"
          : "graded: " + graded.named().stream().map(Points::toString).collect(joining("; "));
    }
    if (scale instanceof Scale.Levels levels) {
      return "levels: "
          + levels.levels().stream()
              .map(level -> level.code() + " " + level.points())
              .collect(joining("; "));
    }
    if (scale instanceof Scale.Bands bands) {
      return "bands "
          + word(bands.measure())
          + ": "
          + bands.bands().stream()
              .map(band -> band.range() + " " + band.points())
              .collect(joining("; "));
    }
    Scale.Line line = (Scale.Line) scale;
    return "line "
        + word(line.measure())
        + ": "
        + line.anchors().stream()
            .map(anchor -> "at " + anchor.at() + " " + anchor.points())
            .collect(joining("; "));
  }

  /** Returns the names of levels. */
  static String labels(Scale scale) {
    return scale instanceof Scale.Levels levels
        ? levels.levels().stream()
            .filter(level -> !level.label().isEmpty())
            .map(
                level ->
                    level.code()
                        + " "
                        + level.label().indonesian()
                        + " / "
                        + level.label().english())
            .collect(joining("; "))
        : "";
  }

  private static String word(FactKind measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }
}
