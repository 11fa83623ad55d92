package id.kla.jackson;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.Digest;
import id.kla.points.Points;
import id.kla.scoring.Cause;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.State;
import id.kla.scoring.View;
import id.kla.simulation.AnswerCodes;
import id.kla.simulation.BatchScorer;
import id.kla.simulation.BatchScores;
import id.kla.verification.AgencyRisk;
import id.kla.verification.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The worked example of a city that loses its points between its claim and the last stage.
 *
 * <p>600.36, Madya and 32 agencies are published. All other figures here were worked out from the
 * example and the tables of the instrument by a separate calculation, and the table of the three
 * agencies can be added up by hand.
 */
class KediriTest {

  private static final Path EXAMPLE = Path.of("examples", "kediri-2023.json");
  private static final LocalDate DAY = LocalDate.parse("2023-06-30");
  private static final LocalDate AWARD = LocalDate.parse("2023-07-22");

  private static final Checked<Assessment> READ =
      KlaJson.strict().read(KlaFormat.ASSESSMENT, EXAMPLE);
  private static final Assessment SHEET = READ.orThrow();
  private static final ScoringEngine ENGINE = ScoringEngine.of(SHEET.edition());
  private static final ScoredAssessment CLAIMED = ENGINE.score(SHEET);
  private static final ScoredAssessment EVIDENCED = ENGINE.score(SHEET, View.evidenced(DAY));

  /** What makes up the points at risk at the three agencies that have most of them. */
  private static final String AT_RISK =
      """
      dp3ap2kb 1.2v 2.25 NOT_YET_VALID
      dp3ap2kb 2.1 3 SUPERSEDED
      dp3ap2kb 2.2 4 OUTSIDE_PERIOD
      dp3ap2kb 2.4 10 EXPIRED
      dp3ap2kb 2.7 5 OUTSIDE_PERIOD
      dp3ap2kb 6.6 4 WRONG_KIND
      dp3ap2kb 8.3 8 OUTSIDE_PERIOD
      dp3ap2kb 8.6 6.4 NO_EVIDENCE
      dp3ap2kb 11.2 7.2 REJECTED
      dp3ap2kb 21A.8 8 NO_EVIDENCE
      dp3ap2kb 21B.2 9 NOT_YET_VALID
      dp3ap2kb 26.11 4.8 RECEIVED_LATE
      disdik 3.1e 4.5 NO_EVIDENCE
      disdik 18.1 4 SUPERSEDED
      disdik 19.4 6 OUTSIDE_PERIOD
      disdik 19.6 4.8 REJECTED
      disdik 19.7 4 EXPIRED
      disdik 19.8 4 WRONG_KIND
      disdik 20.5 4 NOT_YET_VALID
      disdik 20.7 4 RECEIVED_LATE
      disdik 26.13 4 OUTSIDE_PERIOD
      disdik 26.14 3.2 NO_EVIDENCE
      dinkes 1.2p 2.25 NOT_YET_VALID
      dinkes 12.3 3 OUTSIDE_PERIOD
      dinkes 13.5 4 REJECTED
      dinkes 14.9 4 SUPERSEDED
      dinkes 15.2 3.2 RECEIVED_LATE
      dinkes 15.4 3 WRONG_KIND
      dinkes 17.3b 2.4 OUTSIDE_PERIOD
      dinkes 17.3c 2.4 OUTSIDE_PERIOD
      dinkes 22A.1 7.2 NO_EVIDENCE
      dinkes 22A.2 6.4 EXPIRED
      """;

  private static Map<String, Agency> holders() {
    return SHEET.agencies().stream()
        .flatMap(agency -> agency.roles().stream().map(role -> Map.entry(role, agency)))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<ScoredQuestion> weak() {
    return EVIDENCED.questions().stream().filter(each -> !each.causes().isEmpty()).toList();
  }

  private static String lead(ScoredQuestion question) {
    return question.question().lead().map(holders()::get).map(Agency::code).orElse("");
  }

  private static Stream<Points> claims(Evidence evidence) {
    return evidence.questions().stream().map(code -> CLAIMED.question(code).claim());
  }

  // The file

  @Test
  void batch_claim_isWhatTheEngineScores() {
    List<Assessment> sheets = List.of(SHEET);
    BatchScorer scorer = BatchScorer.of(AnswerCodes.of(SHEET.edition(), sheets));
    BatchScores graded = BatchScores.of(SHEET.edition(), 1);
    BatchScores coded = BatchScores.of(SHEET.edition(), 1);

    scorer.score(scorer.points(sheets), graded);
    scorer.score(scorer.codes().columns(sheets), coded);

    for (BatchScores scores : List.of(graded, coded)) {
      assertThat(scores.totals()).containsExactly(8_307_500);
      assertThat(scores.tier(0)).contains(SHEET.edition().ladder().tier("UTAMA"));
      for (int i = 0; i < CLAIMED.clusters().size(); i++) {
        assertThat(scores.cluster(i)[0]).isEqualTo(CLAIMED.clusters().get(i).points().units());
      }
    }
  }

  @Test
  void read_example_isFaultlessAndInCanonicalForm() throws IOException {
    assertThat(READ.faults()).isEmpty();
    assertThat(Files.readString(EXAMPLE))
        .isEqualTo(KlaJson.strict().write(KlaFormat.ASSESSMENT, SHEET));
    assertThat(SHEET.region()).hasToString("35.71");
    assertThat(SHEET.round()).hasToString("2023");
    assertThat(SHEET.source().orElseThrow()).contains("all else is made");
  }

  @Test
  void agencies_ofItsOwn_are32() {
    assertThat(SHEET.agencies().stream().collect(groupingBy(Agency::kind, counting())))
        .containsOnly(
            entry(Agency.Kind.OWN, 32L),
            entry(Agency.Kind.VERTICAL, 5L),
            entry(Agency.Kind.COMMUNITY, 1L),
            entry(Agency.Kind.BUSINESS, 1L),
            entry(Agency.Kind.MEDIA, 1L),
            entry(Agency.Kind.SUBDISTRICT, 3L));
  }

  @Test
  void agencies_holdEachRoleThatLeadsOrSupports() {
    Set<String> asked = new HashSet<>();
    SHEET.edition().questions().forEach(question -> question.lead().ifPresent(asked::add));
    SHEET.edition().questions().forEach(question -> asked.addAll(question.supporting()));

    assertThat(holders()).containsOnlyKeys(asked);
  }

  // The totals

  @Test
  void final_afterAllFindings_isThePublishedFigure() {
    ScoredAssessment last = ENGINE.score(SHEET, View.verified("final"));

    assertThat(last.now().total()).isEqualTo(Points.parse("600.36"));
    assertThat(last.now().tier().orElseThrow().code()).isEqualTo("MADYA");
    assertThat(last.questions(State.PENDING)).isEmpty();
  }

  @Test
  void claimed_isUtama_evidencedIsMadya() {
    assertThat(CLAIMED.now().total()).isEqualTo(Points.parse("830.75"));
    assertThat(CLAIMED.now().tier().orElseThrow().code()).isEqualTo("UTAMA");
    assertThat(EVIDENCED.now().total()).isEqualTo(Points.parse("601.35"));
    assertThat(EVIDENCED.now().tier().orElseThrow().code()).isEqualTo("MADYA");
  }

  @ParameterizedTest
  @CsvSource({
    "admin_verification, 641.89, 161, 75, 3, 25",
    "field_verification, 621.29, 135, 102, 6, 22",
    "final, 600.36, 115, 120, 7, 23"
  })
  void stage_leavesOfTheClaim(
      String stage, String total, long upheld, long down, long up, long struck) {
    ScoredAssessment scored = ENGINE.score(SHEET, View.verified(stage));
    Map<String, Long> findings =
        scored.questions().stream()
            .filter(question -> question.finding().isPresent())
            .collect(groupingBy(KediriTest::ruling, counting()));

    assertThat(scored.points()).isEqualTo(Points.parse(total));
    assertThat(findings)
        .containsOnly(
            entry("UPHELD", upheld), entry("down", down), entry("up", up), entry("STRUCK", struck));
  }

  private static String ruling(ScoredQuestion question) {
    Finding finding = question.finding().orElseThrow();
    return finding.ruling() != Finding.Ruling.REVISED
        ? finding.ruling().name()
        : question.points().compareTo(question.claim()) > 0 ? "up" : "down";
  }

  // What is at risk

  @Test
  void causes_eachOccurs() {
    Map<Cause, Points> atRisk =
        weak().stream()
            .collect(toMap(each -> each.causes().get(0), ScoredQuestion::claim, Points::plus));

    assertThat(atRisk)
        .containsOnly(
            entry(Cause.REJECTED, Points.parse("27.6")),
            entry(Cause.NO_EVIDENCE, Points.parse("52.7")),
            entry(Cause.WRONG_KIND, Points.parse("20.6")),
            entry(Cause.RECEIVED_LATE, Points.parse("15.2")),
            entry(Cause.NOT_YET_VALID, Points.parse("21.5")),
            entry(Cause.SUPERSEDED, Points.parse("11")),
            entry(Cause.EXPIRED, Points.parse("26")),
            entry(Cause.OUTSIDE_PERIOD, Points.parse("55.8")));
    assertThat(ENGINE.score(SHEET, View.verified("final")).questions(State.LOST))
        .hasSize(23)
        .allSatisfy(struck -> assertThat(struck.causes()).containsExactly(Cause.STRUCK));
  }

  @Test
  void threeAgencies_holdMostPointsAtRisk() {
    AgencyRisk risk = AgencyRisk.of(Difference.of(CLAIMED, EVIDENCED));

    assertThat(risk.total()).isEqualTo(Points.parse("229.4"));
    assertThat(risk.cap()).isEqualTo(Points.parse("1"));
    assertThat(risk.shares().subList(0, 3))
        .extracting(
            share -> share.code() + " " + share.atRisk() + " " + share.recoverableAlone().total())
        .containsExactly("dp3ap2kb 71.65 660", "disdik 42.5 635.05", "dinkes 37.85 632");
    assertThat(risk.recoverable(risk.shares().subList(0, 3)).total())
        .isEqualTo(Points.parse("724.35"));
  }

  @Test
  void threeAgencies_areShortOfWhatTheTableSays() {
    List<String> three = List.of("dp3ap2kb", "disdik", "dinkes");

    List<String> rows =
        three.stream()
            .flatMap(code -> weak().stream().filter(each -> lead(each).equals(code)))
            .map(
                each ->
                    String.join(
                        " ",
                        lead(each),
                        each.code(),
                        each.claim().toString(),
                        each.causes().get(0).name()))
            .toList();

    assertThat(rows).containsExactlyElementsOf(AT_RISK.lines().toList());
  }

  @ParameterizedTest
  @CsvSource({
    "dp3ap2kb disdik dinkes, 724.35, NINDYA",
    "dp3ap2kb disdik, 693.7, MADYA",
    "dp3ap2kb dinkes, 690.65, MADYA",
    "disdik dinkes, 665.7, MADYA"
  })
  void agencies_completingTheirEvidence_reachNindyaOnlyAllThree(
      String agencies, String total, String tier) {
    List<QuestionCode> open =
        weak().stream()
            .filter(each -> each.state().equals(Optional.of(State.PENDING)))
            .filter(each -> List.of(agencies.split(" ")).contains(lead(each)))
            .map(each -> each.question().code())
            .toList();
    Evidence added = Evidence.builder().id("added").questions(open).build();
    Assessment completed = Assessment.builder().from(SHEET).addEvidence(added).build();

    ScoredAssessment scored = ENGINE.score(completed, View.evidenced(DAY));

    assertThat(scored.now().total()).isEqualTo(Points.parse(total));
    assertThat(scored.now().tier().orElseThrow().code()).isEqualTo(tier);
  }

  // What else is odd with the evidence

  @Test
  void evidence_holdsFurtherOddities() {
    List<Evidence> evidence = SHEET.evidence();
    Map<Digest, Long> digests =
        evidence.stream()
            .flatMap(each -> each.digest().stream())
            .collect(groupingBy(Function.identity(), counting()));

    assertThat(evidence).hasSize(339);
    // the same file under two questions
    assertThat(digests.values()).filteredOn(count -> count > 1).hasSize(5);
    // orphans, of questions without a claim
    assertThat(evidence).filteredOn(each -> claims(each).allMatch(Points::isZero)).hasSize(6);
    // holds on the day, but no longer when awards are given
    assertThat(evidence)
        .filteredOn(each -> each.validUntil().filter(KediriTest::isBetween).isPresent())
        .hasSize(15);
    // one document that carries five questions
    assertThat(evidence.stream().map(each -> Points.sum(claims(each).toList())))
        .contains(Points.parse("47.2"));
  }

  private static boolean isBetween(LocalDate until) {
    return !until.isBefore(DAY) && until.isBefore(AWARD);
  }
}
