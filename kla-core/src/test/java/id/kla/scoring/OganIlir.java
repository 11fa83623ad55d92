package id.kla.scoring;

import com.google.common.base.Splitter;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.assessment.StatedTotals;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The real sheet: what Kabupaten Ogan Ilir gave itself in 2024, and what its recap states. */
public final class OganIlir {

  private static final Map<String, String> CLUSTERS =
      Map.of(
          "INSTITUTION", "K",
          "CLUSTER_1", "I",
          "CLUSTER_2", "II",
          "CLUSTER_3", "III",
          "CLUSTER_4", "IV",
          "CLUSTER_5", "V",
          "LOCAL", "L");

  private OganIlir() {}

  /** The self-assessment with all its answers and the totals that its recap states. */
  public static Assessment selfAssessment() {
    return at("self");
  }

  /** The same answers as a sheet of another stage. */
  public static Assessment at(String stage) {
    Assessment.Builder sheet =
        Assessment.builder()
            .edition(Editions.kla2024())
            .region(RegionCode.parse("16.10"))
            .round(Round.parse("2024/2025"))
            .stage(stage)
            .source("recap of the self-assessment of 2024");
    for (List<String> row : rows("ogan-ilir-2024-self.csv")) {
      sheet.putAnswers(
          QuestionCode.of(row.get(0), row.get(1)), Answer.of(Points.parse(row.get(3))));
    }
    StatedTotals.Builder stated = StatedTotals.builder();
    for (List<String> row : rows("ogan-ilir-2024-stated-totals.csv")) {
      Points points = Points.parse(row.get(3));
      if (row.get(0).equals("SECTION")) {
        stated.putClusters(Objects.requireNonNull(CLUSTERS.get(row.get(1)), row.get(1)), points);
      } else {
        stated.putIndicators(row.get(1), points);
      }
    }
    return sheet.stated(stated.build()).build();
  }

  /** A sheet of the same region on which every question earns its maximum. */
  public static Assessment fullScores() {
    Assessment.Builder sheet =
        Assessment.builder()
            .edition(Editions.kla2024())
            .region(RegionCode.parse("16.10"))
            .round(Round.parse("2024/2025"))
            .stage("self");
    Editions.kla2024()
        .questions()
        .forEach(question -> sheet.putAnswers(question.code(), Answer.of(question.maximum())));
    return sheet.build();
  }

  private static List<List<String>> rows(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(OganIlir.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> Splitter.on(',').splitToList(line)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
