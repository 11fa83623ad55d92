package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.assessment.StatedTotals;
import id.kla.edition.Edition;
import id.kla.edition.EditionTables;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.RegionCode;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KlaJsonTest {

  private static final Path EXAMPLE = Path.of("examples", "ogan-ilir-2024.json");
  private static final Path RESOURCES = Path.of("src", "test", "resources", "id", "kla", "jackson");
  private static final Map<String, String> CLUSTERS =
      Map.of(
          "INSTITUTION", "K",
          "CLUSTER_1", "I",
          "CLUSTER_2", "II",
          "CLUSTER_3", "III",
          "CLUSTER_4", "IV",
          "CLUSTER_5", "V",
          "LOCAL", "L");

  private static List<String[]> rows(String name) throws IOException {
    return Files.readAllLines(RESOURCES.resolve(name)).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  private static Assessment example() {
    return KlaJson.strict().read(KlaFormat.ASSESSMENT, EXAMPLE).orThrow();
  }

  private static Assessment.Builder small() {
    return Assessment.builder()
        .edition(Editions.kla2024())
        .region(RegionCode.parse("16.10"))
        .round(Round.parse("2024/2025"))
        .stage("self");
  }

  private static int line(Fault fault) {
    return fault.place() instanceof Place.InDocument place ? place.line() : -1;
  }

  // The real sheet

  @Test
  void readAssessment_oganIlir_hasNoFault() {
    Checked<Assessment> read = KlaJson.strict().read(KlaFormat.ASSESSMENT, EXAMPLE);

    assertThat(read.faults()).isEmpty();
    assertThat(read.orThrow().edition()).isSameAs(Editions.kla2024());
    assertThat(read.orThrow().region()).isEqualTo(RegionCode.parse("16.10"));
    assertThat(read.orThrow().round()).isEqualTo(Round.parse("2024/2025"));
    assertThat(read.orThrow().stage()).isEqualTo("self");
    assertThat(read.orThrow().source().orElseThrow())
        .contains("second-hand", "not a verified result");
  }

  @Test
  void readAssessment_oganIlir_answersWhatTheTableSays() throws IOException {
    Map<QuestionCode, Answer> expected = new LinkedHashMap<>();
    for (String[] row : rows("ogan-ilir-2024-self.csv")) {
      expected.put(QuestionCode.of(row[0], row[1]), Answer.of(Points.parse(row[3])));
    }

    Map<QuestionCode, Answer> answers = example().answers();

    assertThat(answers).hasSize(274).containsExactlyEntriesOf(expected);
  }

  @Test
  void readAssessment_oganIlir_statesWhatTheTableSays() throws IOException {
    Map<String, Points> clusters = new LinkedHashMap<>();
    Map<String, Points> indicators = new LinkedHashMap<>();
    for (String[] row : rows("ogan-ilir-2024-stated-totals.csv")) {
      String cluster = CLUSTERS.get(row[1]);
      if (row[0].equals("SECTION") && cluster != null) {
        clusters.put(cluster, Points.parse(row[3]));
      } else {
        indicators.put(row[1], Points.parse(row[3]));
      }
    }

    StatedTotals stated = example().stated();

    assertThat(stated.total()).isEmpty();
    assertThat(stated.clusters()).hasSize(7).containsExactlyEntriesOf(clusters);
    assertThat(stated.indicators()).hasSize(31).containsExactlyEntriesOf(indicators);
  }

  @Test
  void readAssessment_oganIlir_scoresNindya() {
    ScoredAssessment scored = ScoringEngine.of(Editions.kla2024()).score(example());

    assertThat(scored.now().total()).isEqualTo(Points.parse("771.81"));
    assertThat(scored.now().tier().orElseThrow().code()).isEqualTo("NINDYA");
    assertThat(scored.clusters())
        .extracting(cluster -> cluster.code() + " " + cluster.points())
        .containsExactly("K 126.91", "I 89", "II 93.8", "III 136", "IV 94.6", "V 163", "L 68.5");
  }

  @Test
  void write_oganIlir_isReadBack() {
    Assessment example = example();

    Assessment again =
        KlaJson.strict()
            .read(KlaFormat.ASSESSMENT, KlaJson.strict().write(KlaFormat.ASSESSMENT, example))
            .orThrow();

    assertThat(again).isEqualTo(example);
  }

  // Writing

  @Test
  void write_everyFormOfAnswer_isAsShortAsAPersonWritesIt() {
    Assessment assessment =
        small()
            .source("Dinas PPPA – \"rekap\"")
            .putAnswers(
                QuestionCode.parse("25.2"), graded("1.25", Response.coverage(Share.of(45, 46))))
            .putAnswers(QuestionCode.parse("1.1"), Answer.of(Points.of(12)))
            .putAnswers(QuestionCode.parse("25.3"), Answer.measured(Response.count(7)))
            .putAnswers(QuestionCode.parse("25.4"), Answer.notApplicable("tidak ada kasus"))
            .putAnswers(
                QuestionCode.parse("7.3"),
                graded("0.1", Response.change(new BigDecimal("40"), new BigDecimal("38.5"))))
            .stated(StatedTotals.builder().total(Points.parse("13.35")).build())
            .build();

    String written = KlaJson.strict().write(KlaFormat.ASSESSMENT, assessment);

    assertThat(written)
        .isEqualTo(
            """
            {
              "format" : "kla.assessment/1",
              "edition" : "kla-2024",
              "region" : "16.10",
              "round" : "2024/2025",
              "stage" : "self",
              "source" : "Dinas PPPA – \\"rekap\\"",
              "answers" : {
                "1.1" : 12,
                "7.3" : {
                  "points" : 0.1,
                  "measured" : {
                    "before" : 40,
                    "now" : 38.5
                  }
                },
                "25.2" : {
                  "points" : 1.25,
                  "measured" : {
                    "part" : 45,
                    "of" : 46
                  }
                },
                "25.3" : {
                  "measured" : {
                    "count" : 7
                  }
                },
                "25.4" : {
                  "notApplicable" : "tidak ada kasus"
                }
              },
              "stated" : {
                "total" : 13.35
              }
            }
            """);
  }

  private static Answer graded(String points, Response.Fact fact) {
    return Answer.of(Response.graded(Points.parse(points)), fact);
  }

  @Test
  void write_largestCount_isReadBack() {
    Assessment assessment =
        small()
            .putAnswers(
                QuestionCode.parse("25.2"), Answer.measured(Response.count(999_999_999_999_999L)))
            .build();

    Checked<Assessment> again =
        KlaJson.strict()
            .read(KlaFormat.ASSESSMENT, KlaJson.strict().write(KlaFormat.ASSESSMENT, assessment));

    assertThat(again.value()).contains(assessment);
  }

  /** 2024 falls in the round 2024/2025, but one year alone is a round as well. */
  @Test
  void write_roundOfAYearThatFallsInALongerRound_isReadBack() {
    Assessment assessment = small().round(Round.of(2024)).build();

    Checked<Assessment> again =
        KlaJson.strict()
            .read(KlaFormat.ASSESSMENT, KlaJson.strict().write(KlaFormat.ASSESSMENT, assessment));

    assertThat(again.value()).contains(assessment);
  }

  // Editions

  @Test
  void readAssessment_ownEdition_readsEveryKindOfResponse() {
    Edition tiny = EditionTables.read(RESOURCES.resolve("tiny")).orThrow();

    Assessment assessment =
        KlaJson.strict(List.of(tiny))
            .read(
                KlaFormat.ASSESSMENT,
                """
                {
                  "format": "kla.assessment/1",
                  "edition": "tiny",
                  "region": "16.10",
                  "round": "2023",
                  "stage": "self",
                  "answers": {
                    "1.1": "passed",
                    "1.2": {"percent": 75},
                    "1.3": {"count": 12},
                    "1.4": {"before": 10, "now": 8},
                    "1.5": 3.5,
                    "1.6": {"part": 1, "of": 2}
                  }
                }
                """)
            .orThrow();

    assertThat(ScoringEngine.of(tiny).score(assessment).questions())
        .extracting(question -> question.code() + " " + question.points())
        .containsExactly("1.1 4", "1.2 2", "1.3 2", "1.4 2", "1.5 3.5", "1.6 1");
  }

  // Many faults

  @Test
  void readAssessment_manyFaults_tellsAllOfThemInTheOrderOfTheDocument() {
    Checked<Assessment> read =
        KlaJson.strict()
            .read(
                KlaFormat.ASSESSMENT,
                """
                {
                  "format": "kla.assessment/9",
                  "stage": "self",
                  "edition": "kla-2024",
                  "region": "Bogor",
                  "sorce": "x",
                  "round": "24",
                  "answers": {
                    "1.1": 13,
                    "1.2a": 0.3,
                    "1.2zz": 1,
                    "1.3a": 0.00001,
                    "1.3b": "2",
                    "1.3c": -1,
                    "1.1": 12,
                    "25.2": {"points": 1.25, "measured": {"part": 47, "of": 46}},
                    "25.3": {}
                  },
                  "stage": "final",
                  "stated": {"clusters": {"VI": 1, "K": null}}
                }
                """);

    assertThat(read.value()).isEmpty();
    assertThat(read.faults())
        .extracting(Fault::code, KlaJsonTest::line)
        .containsExactly(
            tuple(FaultCode.WRONG_FORMAT, 2),
            tuple(FaultCode.AMBIGUOUS_REGION, 5),
            tuple(FaultCode.UNKNOWN_MEMBER, 6),
            tuple(FaultCode.BAD_ROUND, 7),
            tuple(FaultCode.POINTS_ABOVE_MAXIMUM, 9),
            tuple(FaultCode.GRADE_NOT_NAMED, 10),
            tuple(FaultCode.UNKNOWN_QUESTION, 11),
            tuple(FaultCode.TOO_MANY_DECIMALS, 12),
            tuple(FaultCode.WRONG_RESPONSE, 13),
            tuple(FaultCode.POINTS_BELOW_ZERO, 14),
            tuple(FaultCode.ANSWERED_TWICE, 15),
            tuple(FaultCode.BAD_SHARE, 16),
            tuple(FaultCode.WRONG_TYPE, 17),
            tuple(FaultCode.DUPLICATE_MEMBER, 19),
            tuple(FaultCode.UNKNOWN_CLUSTER, 20),
            tuple(FaultCode.WRONG_TYPE, 20));
  }

  @Test
  void readAssessment_faultOfTheReaderAndOneOfTheQuestion_areBothToldForOneAnsweredTwice() {
    Checked<Assessment> read =
        KlaJson.strict()
            .read(
                KlaFormat.ASSESSMENT,
                """
                {
                  "format": "kla.assessment/1",
                  "edition": "kla-2024",
                  "region": "16.10",
                  "round": "2024",
                  "stage": "self",
                  "answers": {
                    "1.1": 0.00001,
                    "1.1": 12
                  }
                }
                """);

    assertThat(read.faults())
        .extracting(Fault::code, KlaJsonTest::line)
        .containsExactly(tuple(FaultCode.TOO_MANY_DECIMALS, 8), tuple(FaultCode.ANSWERED_TWICE, 9));
  }

  @Test
  void readAssessment_emptyObject_namesEveryMissingMember() {
    Checked<Assessment> read = KlaJson.strict().read(KlaFormat.ASSESSMENT, "{}");

    assertThat(read.faults()).extracting(Fault::code).containsOnly(FaultCode.MISSING_MEMBER);
    assertThat(read.faults())
        .extracting(Fault::toString)
        .satisfiesExactlyInAnyOrder(
            fault -> assertThat(fault).contains("\"format\""),
            fault -> assertThat(fault).contains("\"edition\""),
            fault -> assertThat(fault).contains("\"region\""),
            fault -> assertThat(fault).contains("\"round\""),
            fault -> assertThat(fault).contains("\"stage\""),
            fault -> assertThat(fault).contains("\"answers\""));
  }

  /** What region and round are does not hang on the edition. */
  @Test
  void readAssessment_unknownEditionAndRegion_tellsBoth() {
    Checked<Assessment> read =
        KlaJson.strict()
            .read(
                KlaFormat.ASSESSMENT,
                """
                {
                  "format": "kla.assessment/1",
                  "edition": "kla-2023",
                  "region": "Kabupaten Atlantis",
                  "round": "24",
                  "stage": "self",
                  "answers": {}
                }
                """);

    assertThat(read.faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.UNKNOWN_EDITION, FaultCode.UNKNOWN_REGION, FaultCode.BAD_ROUND);
  }

  @Test
  void readAssessment_faultsBeforeBrokenSyntax_areKept() {
    Checked<Assessment> read =
        KlaJson.strict()
            .read(
                KlaFormat.ASSESSMENT,
                """
                {
                  "format": "kla.assessment/2",
                  "edition": "kla-2024",
                  "sorce": "x",
                  "answers": {
                    "1.1": 0.00001,
                    "1.2a" 1
                """);

    assertThat(read.faults())
        .extracting(Fault::code, KlaJsonTest::line)
        .containsExactly(
            tuple(FaultCode.WRONG_FORMAT, 2),
            tuple(FaultCode.UNKNOWN_MEMBER, 4),
            tuple(FaultCode.TOO_MANY_DECIMALS, 6),
            tuple(FaultCode.BROKEN_JSON, 7));
  }

  @Test
  void readAssessment_faultsOfAnswersBeforeBrokenSyntax_areKept() {
    Checked<Assessment> read =
        KlaJson.strict()
            .read(
                KlaFormat.ASSESSMENT,
                """
                {
                  "format": "kla.assessment/1",
                  "edition": "kla-2024",
                  "region": "Kabupaten Atlantis",
                  "round": "2024",
                  "stage": "self",
                  "answers": {
                    "1.1": 13,
                    "1.2a" 1
                """);

    assertThat(read.faults())
        .extracting(Fault::code, KlaJsonTest::line)
        .containsExactly(
            tuple(FaultCode.UNKNOWN_REGION, 4),
            tuple(FaultCode.POINTS_ABOVE_MAXIMUM, 8),
            tuple(FaultCode.BROKEN_JSON, 9));
  }

  // Warnings

  @Test
  void readAssessment_awardOffTheGrid_isAWarningBesideTheValue() {
    Checked<Assessment> read =
        KlaJson.strict().read(KlaFormat.ASSESSMENT, sheet("2024/2025", "\"1.2a\": 0.3"));

    assertThat(read.value()).isPresent();
    assertThat(read.faults()).extracting(Fault::code).containsExactly(FaultCode.GRADE_NOT_NAMED);
    assertThat(read.faults().get(0).toString()).contains("0.3", "0, 0.25, 0.5, 0.75, 1");
  }

  @Test
  void readAssessment_yearWithoutEvaluation_isAWarningBesideTheValue() {
    Checked<Assessment> read = KlaJson.strict().read(KlaFormat.ASSESSMENT, sheet("2020", ""));

    assertThat(read.orThrow().round()).isEqualTo(Round.of(2020));
    assertThat(read.faults()).extracting(Fault::code).containsExactly(FaultCode.ROUND_NOT_HELD);
  }

  private static String sheet(String round, String answers) {
    return """
    {"format": "kla.assessment/1", "edition": "kla-2024", "region": "Kab. Ogan-ilir",
     "round": "%s", "stage": "pm", "answers": {%s}}
    """
        .formatted(round, answers);
  }

  // Streams and files

  @Test
  void readAssessment_byteOrderMark_isPassedOver() throws IOException {
    byte[] marked = ("\uFEFF" + sheet("2024", "")).getBytes(StandardCharsets.UTF_8);

    Checked<Assessment> read =
        KlaJson.strict().read(KlaFormat.ASSESSMENT, "marked", new ByteArrayInputStream(marked));

    assertThat(read.faults()).isEmpty();
    assertThat(read.value()).isPresent();
  }

  @Test
  void readAssessment_carriageReturns_countLinesAsBefore() {
    Checked<Assessment> read =
        KlaJson.strict()
            .read(KlaFormat.ASSESSMENT, sheet("x", "\n\"1.1\": 13").replace("\n", "\r\n"));

    assertThat(read.faults())
        .extracting(Fault::code, KlaJsonTest::line)
        .containsExactly(tuple(FaultCode.BAD_ROUND, 2), tuple(FaultCode.POINTS_ABOVE_MAXIMUM, 3));
  }

  @Test
  void readAssessment_stream_isNotClosed() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream stream =
        new ByteArrayInputStream(sheet("2024", "").getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            closed.set(true);
          }
        };

    Checked<Assessment> read = KlaJson.strict().read(KlaFormat.ASSESSMENT, "stream", stream);

    assertThat(read.value()).isPresent();
    assertThat(closed).isFalse();
  }

  @Test
  void readAssessment_moreThan16Mebibytes_isRefused() throws IOException {
    byte[] large = new byte[(16 << 20) + 1];
    Arrays.fill(large, (byte) ' ');

    Checked<Assessment> read =
        KlaJson.strict().read(KlaFormat.ASSESSMENT, "large", new ByteArrayInputStream(large));

    assertThat(read.faults()).extracting(Fault::code).containsExactly(FaultCode.TOO_LARGE);
    assertThat(read.faults().get(0).toString()).contains("large").contains("16777216");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.json", "missing/sheet.json", "."})
  void readAssessment_fileThatCanNotBeRead_isNamed(String name, @TempDir Path folder) {
    Path file = folder.resolve(name);

    Checked<Assessment> read = KlaJson.strict().read(KlaFormat.ASSESSMENT, file);

    assertThat(read.faults()).extracting(Fault::code).containsExactly(FaultCode.UNREADABLE_FILE);
    assertThat(read.faults().get(0).toString()).contains(file.toString());
  }

  @Test
  void read_brokenSyntaxInsideAScoredDocument_pointsInsideItsAssessment() {
    Checked<ScoredAssessment> read =
        KlaJson.strict()
            .read(
                KlaFormat.SCORED,
                """
                {"format": "kla.scored/1",
                 "assessment": {"format": "kla.assessment/1",
                   "answers": {"1.1": 12, "2.1" 3}}}""");

    assertThat(read.faults())
        .filteredOn(fault -> fault.code() == FaultCode.BROKEN_JSON)
        .singleElement()
        .extracting(Fault::place)
        .isEqualTo(Place.document("JSON", "/assessment/answers", 3, 33));
  }

  @Test
  void read_moreFaultsThanAListMayHaveEntries_areAllRead() {
    List<Fault> faults =
        Collections.nCopies(KlaJson.MOST + 1, Fault.of(FaultCode.NOT_UTF8, Place.file("a.json")));

    Checked<List<Fault>> read =
        KlaJson.strict().read(KlaFormat.FAULTS, KlaJson.strict().write(KlaFormat.FAULTS, faults));

    assertThat(read.orThrow()).isEqualTo(faults);
  }

  @Test
  void read_declaredPointsOfABlankCluster_areAFault() {
    Checked<List<DeclaredResult>> read =
        KlaJson.strict()
            .read(
                KlaFormat.DECLARED,
                """
                {"format": "kla.declared/1", "results": [
                  {"region": "16.10", "round": "2023", "total": 5, "source": "s",
                   "clusters": {" ": 5}}]}""");

    assertThat(read.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(FaultCode.BLANK_TEXT))
        .satisfies(fault -> assertThat(fault.place().toString()).contains("/results/0/clusters/"));
  }

  /** A document of the largest size can have a million of them, which nobody reads. */
  @Test
  void readAssessment_moreFaultsThanAreTold_saysSo() {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      members.append("\"m").append(i).append("\": 1,\n");
    }

    Checked<Assessment> read =
        KlaJson.strict()
            .read(
                KlaFormat.ASSESSMENT,
                "{" + members + "\"format\": \"kla.assessment/1\", \"answers\": {}}");

    assertThat(read.faults())
        .filteredOn(fault -> fault.code() == FaultCode.UNKNOWN_MEMBER)
        .hasSize(20_000);
    assertThat(read.faults())
        .filteredOn(fault -> fault.code() == FaultCode.TOO_MANY_FAULTS)
        .extracting(Fault::code, KlaJsonTest::line)
        .containsExactly(tuple(FaultCode.TOO_MANY_FAULTS, 20_001));
  }

  @Test
  void readAssessment_moreWarningsThanAreTold_isRefusedByTheLenientDoor() {
    String twice = "\"notes\": {},".repeat(20_002);

    Checked<Assessment> read =
        KlaJson.lenient()
            .read(
                KlaFormat.ASSESSMENT,
                sheet("2024", "").replace("\"format\"", twice + "\"format\""));

    assertThat(read.value()).isEmpty();
    assertThat(read.faults())
        .filteredOn(fault -> fault.severity() == Severity.ERROR)
        .extracting(Fault::code)
        .containsExactly(FaultCode.TOO_MANY_FAULTS);
  }

  @Test
  void readAssessment_evidenceOfAMillionUnknownQuestions_isToldInTime() {
    String questions = "\"99.1\", ".repeat(999) + "\"99.1\"";
    String evidence =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "{\"id\": \"E" + i + "\", \"questions\": [" + questions + "]}")
            .collect(Collectors.joining(","));
    String document =
        sheet("2024", "").replace("\"answers\"", "\"evidence\": [" + evidence + "], \"answers\"");

    Checked<Assessment> read =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> KlaJson.strict().read(KlaFormat.ASSESSMENT, document));

    assertThat(read.faults())
        .filteredOn(fault -> fault.code() == FaultCode.UNKNOWN_QUESTION)
        .hasSize(20_000);
    assertThat(read.faults())
        .filteredOn(fault -> fault.code() == FaultCode.TOO_MANY_FAULTS)
        .hasSize(1);
  }

  @Test
  void readDeclared_twentyThousandUnknownRegions_areToldInTime() {
    String results =
        IntStream.range(0, 20_000)
            .mapToObj(
                i ->
                    "{\"region\": \"Kota X"
                        + i
                        + "\", \"round\": \"2023\", \"total\": 1, \"source\": \"x\"}")
            .collect(Collectors.joining(","));
    String document = "{\"format\": \"kla.declared/1\", \"results\": [" + results + "]}";

    Checked<List<DeclaredResult>> read =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> KlaJson.strict().read(KlaFormat.DECLARED, document));

    assertThat(read.faults())
        .hasSize(20_000)
        .allMatch(fault -> fault.code() == FaultCode.UNKNOWN_REGION);
  }
}
