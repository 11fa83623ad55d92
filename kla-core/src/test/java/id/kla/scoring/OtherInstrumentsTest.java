package id.kla.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.EditionTables;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.RegionCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Instruments that have nothing in common with {@code kla-2024}, as data alone: a village's own
 * thousand points, and one whose indicators are all capped. The sheets' tables say how each
 * expected amount is worked out.
 */
class OtherInstrumentsTest {

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "id", "kla", "scoring", "instruments");

  private static Edition edition(String name) {
    return EditionTables.read(FOLDER.resolve(name)).orThrow();
  }

  private record Row(QuestionCode code, Answer answer, Points points) {

    static Row parse(String line) {
      List<String> cells = Splitter.on('\t').splitToList(line);
      return new Row(
          QuestionCode.of(cells.get(0), cells.get(1)),
          Answer.of(response(cells.get(2), cells.get(3))),
          Points.parse(cells.get(4)));
    }

    private static Response response(String kind, String text) {
      return switch (kind) {
        case "level" -> Response.level(text);
        case "count" -> Response.count(Long.parseLong(text));
        case "share" -> Response.coverage(Share.parse(text));
        case "change" -> {
          List<String> years = Splitter.on(" -> ").splitToList(text);
          yield Response.change(new BigDecimal(years.get(0)), new BigDecimal(years.get(1)));
        }
        case "points" -> Response.graded(Points.parse(text));
        default -> throw new IllegalArgumentException(kind);
      };
    }
  }

  private static List<Row> rows(String sheet) {
    try {
      return Files.readAllLines(FOLDER.resolve(sheet + ".tsv")).stream()
          .skip(1)
          .map(Row::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Assessment sheet(Edition edition, String sheet) {
    Assessment.Builder assessment =
        Assessment.builder()
            .edition(edition)
            .region(RegionCode.parse("16.10.01.2001"))
            .round(Round.of(2026))
            .stage(edition.stages().get(0).code());
    rows(sheet).forEach(row -> assessment.putAnswers(row.code, row.answer));
    return assessment.build();
  }

  private static ScoredAssessment score(Assessment sheet) {
    return ScoringEngine.of(sheet.edition()).score(sheet);
  }

  private static Optional<String> tier(Standing standing) {
    return standing.tier().map(Tier::code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"desa", "capped"})
  void read_otherInstrument_lintsWithoutAWord(String name) {
    Checked<Edition> read = EditionTables.read(FOLDER.resolve(name));

    assertThat(read.faults()).isEmpty();
    assertThat(read.value()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"desa, desa-sheet", "desa, desa-best-sheet", "capped, capped-sheet"})
  void score_everyQuestion_earnsWhatIsWorkedOutByHand(String name, String answers) {
    ScoredAssessment scored = score(sheet(edition(name), answers));

    assertThat(rows(answers)).hasSameSizeAs(scored.questions());
    for (Row row : rows(answers)) {
      assertThat(scored.question(row.code).points()).as("%s", row.code).isEqualTo(row.points);
    }
  }

  // The village

  @Test
  void desa_asksForNoGrade() {
    assertThat(edition("desa").questions())
        .noneMatch(question -> question.scale() instanceof Scale.Graded);
  }

  @ParameterizedTest
  @CsvSource({
    // 25.5 + 50 = 75.5, and 40
    "Aturan, 115.5, 200",
    // 30 + 53.6 = 83.6, and 100 + 80 = 180
    "Kaséhatan, 263.6, 450",
    // 90 + 26.6667 = 116.6667, and 40 + 25 = 65
    "Sora, 181.6667, 350"
  })
  void score_desa_addsUpByCluster(String cluster, String expected, String maximum) {
    ScoredCluster scored = score(sheet(edition("desa"), "desa-sheet")).cluster(cluster);

    assertThat(scored.points()).isEqualTo(Points.parse(expected));
    assertThat(scored.maximum()).isEqualTo(Points.parse(maximum));
  }

  @Test
  void score_desa_isOnItsOwnLadder() {
    ScoredAssessment scored = score(sheet(edition("desa"), "desa-sheet"));

    // 115.5 + 263.6 + 181.6667
    assertThat(scored.points()).isEqualTo(Points.parse("560.7667"));
    assertThat(tier(scored.now())).contains("MEKAR");
    assertThat(scored.maximum()).isEqualTo(Points.of(1000));
    assertThat(scored.atLeast()).isEqualTo(Points.ZERO);
    assertThat(scored.headroom()).isEqualTo(Points.parse("439.2333"));
  }

  @Test
  void score_desaAtItsBest_earnsItsThousandPoints() {
    ScoredAssessment scored = score(sheet(edition("desa"), "desa-best-sheet"));

    assertThat(scored.points()).isEqualTo(Points.of(1000));
    assertThat(tier(scored.now())).contains("BERBUAH");
  }

  @Test
  void score_desaWithOneChildMarriage_doesNotMeetTheHighestTiersRequirement() {
    Assessment sheet =
        sheet(edition("desa"), "desa-best-sheet")
            .withAnswer(QuestionCode.parse("KAWIN.jumlah"), Answer.of(Response.count(1)));

    ScoredAssessment scored = score(sheet);

    // 1000 - 100 + 40
    assertThat(scored.points()).isEqualTo(Points.of(940));
    assertThat(scored.now().tierByPoints().map(Tier::code)).contains("BERBUAH");
    assertThat(tier(scored.now())).contains("BERBUNGA");
  }

  // All capped

  @Test
  void score_capped_everyCapBinds() {
    ScoredAssessment scored = score(sheet(edition("capped"), "capped-sheet"));

    assertThat(scored.indicators())
        .extracting(i -> i.code() + ": " + i.sum() + " - " + i.cap() + " = " + i.points())
        .containsExactly(
            "1: 10.5 - 0.5 = 10",
            "2: 5.5001 - 0.0001 = 5.5",
            "3: 14 - 2 = 12",
            "4: 0.7 - 0.2 = 0.5");
    // 10 + 5.5 + 12 + 0.5
    assertThat(scored.points()).isEqualTo(Points.of(28));
    assertThat(scored.headroom()).isEqualTo(Points.ZERO);
    assertThat(tier(scored.now())).contains("PENUH");
  }

  @Test
  void score_cappedOnTheLowerRung_lacksTheSmallestAmount() {
    Assessment sheet =
        sheet(edition("capped"), "capped-sheet")
            .withAnswer(
                QuestionCode.parse("4.a"), Answer.of(Response.graded(Points.parse("0.0999"))));

    ScoredAssessment scored = score(sheet);

    // 0.0999 + 0.4 = 0.4999 of 0.5
    assertThat(scored.points()).isEqualTo(Points.parse("27.9999"));
    assertThat(scored.indicator("4").cap()).isEqualTo(Points.ZERO);
    assertThat(tier(scored.now())).contains("CUKUP");
  }
}
