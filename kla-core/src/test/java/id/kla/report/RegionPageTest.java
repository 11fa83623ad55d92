package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.assessment.Round;
import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.EvidenceKind;
import id.kla.edition.Indicator;
import id.kla.edition.Interval;
import id.kla.edition.Ladder;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Role;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.planning.Measures;
import id.kla.planning.PlanReport;
import id.kla.planning.Planner;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import id.kla.scoring.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class RegionPageTest {

  /** Claimed: 15.3333 of 22, SILVER; what the tiny edition's Javadoc and sheet say. */
  private static final ScoredAssessment TINY =
      ScoringEngine.of(TinyEdition.EDITION).score(TinyEdition.sheet("first"));

  private static Document page(RegionResults results, Language language) {
    return Jsoup.parse(HtmlPage.write(RegionPage.of(results, language)));
  }

  private static Document page(ScoredAssessment scored) {
    return page(RegionResults.of(scored), Language.ENGLISH);
  }

  private static RegionResults planned(ScoredAssessment scored, String tier) {
    Measures measures = Measures.ofHeadroom(scored, Set.of());
    return RegionResults.of(scored)
        .withPlan(
            new PlanReport.ToTier(
                measures,
                scored.edition().ladder().tier(tier),
                Planner.of(measures).cheapest(tier),
                List.of(),
                Optional.empty()));
  }

  private static List<String> texts(Document page, String query) {
    return page.select(query).eachText();
  }

  /** The cells of a table's rows, each row joined by bars; the table with that caption. */
  private static List<String> rows(Document page, String caption) {
    return Pages.rows(page, caption);
  }

  // What is claimed

  @Test
  void of_claim_saysFirstScorePredicateAndNextPredicate() {
    Document page = page(TINY);

    assertThat(page.title()).isEqualTo("Kabupaten Ogan Ilir · KLA 2023");
    assertThat(texts(page, "dl.answer dt")).containsExactly("Score", "Predicate", "Next predicate");
    assertThat(texts(page, "dl.answer dd"))
        .containsExactly(
            "15.3333",
            "of 22",
            "SILVER",
            "if every claim holds",
            "GOLD",
            "4.67 points more (above 20)");
    assertThat(page.select("main > *").stream().limit(4).map(Element::tagName))
        .containsExactly("h1", "p", "dl", "h2");
    assertThat(texts(page, "p.note"))
        .singleElement()
        .asString()
        .startsWith("Computed by kla, not declared by the ministry.");
  }

  @Test
  void of_claim_inIndonesian_isIndonesian() {
    Document page = page(RegionResults.of(TINY), Language.INDONESIAN);

    assertThat(page.expectFirst("html").attr("lang")).isEqualTo("id");
    assertThat(texts(page, "dl.answer dd"))
        .containsExactly(
            "15,3333",
            "dari 22",
            "SILVER",
            "jika semua klaim terbukti",
            "GOLD",
            "kurang 4,67 nilai (di atas 20)");
    assertThat(texts(page, "p.note"))
        .singleElement()
        .asString()
        .startsWith("Dihitung oleh aplikasi kla, tidak ditetapkan oleh kementerian.");
  }

  @Test
  void of_claim_tellsWhereThePointsAre() {
    Document page = page(TINY);

    // Columns: held, not applicable, never claimed, capped, maximum.
    assertThat(rows(page, "By cluster"))
        .containsExactly(
            "A · cluster A|10.00|||2.00|10.00",
            "B · cluster B|5.3333|4.00|2.6667||12.00",
            "All|15.3333|4.00|2.6667|2.00|22.00");
    assertThat(rows(page, "By indicator"))
        .containsExactly(
            "A · cluster A|10.00|||2.00|10.00",
            "1 · indicator 1|10.00|||2.00|10.00",
            "B · cluster B|5.3333|4.00|2.6667||12.00",
            "2 · indicator 2|5.3333|4.00|2.6667||12.00");
    assertThat(texts(page, "main > p")).contains("6 of 7 questions are answered.");
    assertThat(texts(page, "main > ul li"))
        .containsExactly("Not applicable: 2.3 question 2.3 (4.00 points): no such school");
  }

  @Test
  void of_claim_standsOnTheLadderWithBothNeighbours() {
    Document page = page(TINY);

    assertThat(texts(page, "svg.drawing text"))
        .contains("15.3333", "↑ 4.67 more to GOLD", "↓ 5.33 before BRONZE");
    assertThat(rows(page, "15.3333 on the ladder of predicates"))
        .containsExactly(
            "GOLD|above 20 up to and including 22|4.67 more",
            "SILVER|above 10 up to and including 20|here: 15.3333, 5.33 to spare",
            "BRONZE|from 5 up to and including 10|",
            "no predicate|below 5|");
  }

  @Test
  void of_claim_withoutStagesOrLoss_leavesThosePartsOut() {
    assertThat(texts(page(TINY), "h2"))
        .containsExactly(
            "Call first",
            "Place on the ladder",
            "Points by cluster and indicator",
            "Everybody who leads",
            "Where these figures come from");
  }

  @Test
  void of_nobodyWhoLeads_saysSo() {
    assertThat(texts(page(TINY), "main > p"))
        .contains("These rules do not say who leads these questions.");
  }

  @Test
  void of_tierOutOfReach_saysHowMuchIsMissing() {
    Document page = page(planned(TINY, "GOLD"), Language.ENGLISH);

    // 10, and in indicator 2 all but the 4 that are not applicable: 18.
    assertThat(texts(page, "main > p"))
        .contains("Out of reach of this sheet: at most 18.00, 2.0001 too little.");
  }

  // What a stage found

  /** Of 15.3333 are left 4 of 1.3 and 1 of 2.2; 1.2 and 2.1 are not found on yet. */
  private static ScoredAssessment judged() {
    Assessment sheet =
        Assessment.builder()
            .from(TinyEdition.sheet("first"))
            .addFindings(finding("1.1", Finding.Ruling.STRUCK, ""))
            .addFindings(finding("1.3", Finding.Ruling.REVISED, "4"))
            .addFindings(finding("2.2", Finding.Ruling.REVISED, "1"))
            .build();
    return ScoringEngine.of(TinyEdition.EDITION).score(sheet, View.verified("last"));
  }

  private static Finding finding(String question, Finding.Ruling ruling, String points) {
    return Finding.builder()
        .question(QuestionCode.parse(question))
        .stage("last")
        .ruling(ruling)
        .points(Points.find(points))
        .build();
  }

  @Test
  void of_whatAStageFound_tellsTheWayThere() {
    Document page = page(judged());

    assertThat(texts(page, "dl.answer dd"))
        .containsExactly(
            "5.00", "of 22", "BRONZE", "by this score", "SILVER", "5.01 points more (above 10)");
    // 1.1; 1.2 and 2.1; 0.5 of 1.3 and 3 of 2.2; the cap took 1.5 of the claim.
    assertThat(rows(page, "Points from stage to stage"))
        .containsExactly(
            "stage first (SILVER)||15.3333",
            "struck|-4.00|",
            "not found on yet|-4.3333|",
            "revised down|-3.50|",
            "cut less or more by the stated maxima|+1.50|",
            "stage last (BRONZE)||5.00");
  }

  @Test
  void of_whatAStageFound_tellsWhatIsLostByCauseAndMostFirst() {
    assertThat(rows(page(judged()), "15.3333 claimed, 5.00 counted"))
        .containsExactly(
            "not found on yet|4.3333|2",
            "struck|4.00|1",
            "revised down|3.50|2",
            "cut less or more by the stated maxima|-1.50|",
            "All|10.3333|");
  }

  // What has evidence

  static final LocalDate DAY = LocalDate.parse("2023-06-30");

  /**
   * Indicator 1 of at most 8 with 1.a and 1.b of 6 each, led by health; indicator 2 with 2.a of 10,
   * led by school. LOW from 5, HIGH above 10 to 18.
   */
  static Assessment evidenced() {
    Edition edition =
        Edition.builder()
            .id("small")
            .label(Label.of("Kecil", "Small"))
            .addClusters(
                Cluster.builder()
                    .code("A")
                    .label(Label.of("Klaster A", "Cluster A"))
                    .addIndicators(
                        indicator(
                            "1", 8, question("1.a", 6, "health"), question("1.b", 6, "health")),
                        indicator("2", 10, question("2.a", 10, "school")))
                    .build())
            .addRoles(role("health"), role("school"))
            .addEvidenceKinds(new EvidenceKind("decree", Label.of("SK", "Decree"), Origin.STATED))
            .addStages(
                new Stage(
                    "self",
                    Label.of("mandiri", "self"),
                    Label.of("", ""),
                    List.of(),
                    Stage.Judging.SELF,
                    Origin.STATED))
            .ladder(
                new Ladder(
                    List.of(
                        tier("LOW", Bound.closed(Points.of(5)), 10),
                        tier("HIGH", Bound.open(Points.of(10)), 18))))
            .build();
    return Assessment.builder()
        .edition(edition)
        .region(RegionCode.parse("35.71"))
        .round(Round.parse("2023"))
        .stage("self")
        .putAnswers(QuestionCode.parse("1.a"), Answer.of(Points.of(6)))
        .putAnswers(QuestionCode.parse("1.b"), Answer.of(Points.of(6)))
        .putAnswers(QuestionCode.parse("2.a"), Answer.of(Points.of(10)))
        .addAgencies(
            Agency.builder().code("DINKES").name("Dinas Kesehatan").addRoles("health").build())
        .addEvidence(Evidence.builder().id("E1").addQuestions(QuestionCode.parse("2.a")).build())
        .build();
  }

  private static Tier tier(String code, Bound<Points> lower, long to) {
    return new Tier(
        code,
        Label.of(code, code),
        new Interval<>(Optional.of(lower), Optional.of(Bound.closed(Points.of(to)))),
        "",
        Origin.STATED);
  }

  private static Indicator indicator(String code, long maximum, Question... questions) {
    return Indicator.builder()
        .code(code)
        .label(Label.of("Indikator " + code, "Indicator " + code))
        .maximum(Points.of(maximum))
        .addQuestions(questions)
        .build();
  }

  private static Question question(String code, long maximum, String lead) {
    return Question.builder()
        .code(QuestionCode.parse(code))
        .label(Label.of("Pertanyaan " + code, "Question " + code))
        .maximum(Points.of(maximum))
        .lead(lead)
        .addEvidenceKinds("decree")
        .build();
  }

  private static Role role(String code) {
    return new Role(code, Label.of("Peran " + code, "Role " + code), List.of(), Origin.STATED);
  }

  private static ScoredAssessment onTheDay() {
    Assessment sheet = evidenced();
    return ScoringEngine.of(sheet.edition()).score(sheet, View.evidenced(DAY));
  }

  @Test
  void of_evidence_saysWhomToCallWithTheirPoints() {
    Document page = page(onTheDay());

    assertThat(texts(page, "dl.answer dd"))
        .containsExactly(
            "10.00", "of 18", "LOW", "by this score", "HIGH", "0.01 points more (above 10)");
    assertThat(texts(page, "main > ol li")).containsExactly("Dinas Kesehatan: 12.00 points");
    assertThat(texts(page, "main > p"))
        .contains(
            "Only claims with evidence that holds on 30 June 2023 are counted.",
            "Points that are claimed, but have no evidence that holds on 30 June 2023:",
            "If its evidence is completed: 18.00 (HIGH).");
  }

  @Test
  void of_evidence_chargesTheRiskToWhoLeads() {
    Document page = page(onTheDay());

    // 12 are claimed of which the cap leaves 8: the 4 that it cuts come back.
    assertThat(rows(page, "Points claimed without evidence that holds on 30 June 2023"))
        .containsExactly(
            "Dinas Kesehatan|12.00|18.00 HIGH",
            "given back by the stated maxima, which cut less|-4.00|",
            "All|8.00|");
    assertThat(rows(page, "By cluster"))
        .containsExactly("A · Cluster A|10.00|8.00||4.00|18.00", "All|10.00|8.00||4.00|18.00");
  }

  @Test
  void of_planByQuestions_namesEachWithWhoLeads() {
    Document page = page(planned(onTheDay(), "HIGH"), Language.INDONESIAN);

    // One question of 6 is enough, and the first is preferred.
    assertThat(texts(page, "main > p"))
        .anyMatch(text -> text.startsWith("Paling sedikit 1 pertanyaan harus naik"))
        .contains("Hasilnya 16,00 (HIGH), setelah data dukungnya berlaku.");
    assertThat(rows(page, "Yang harus naik untuk HIGH"))
        .containsExactly("1.a · Pertanyaan 1.a|Dinas Kesehatan|0,00|6,00");
  }

  @Test
  void of_sheetWithoutAgencies_namesRolesAndSaysSoOnce() {
    Assessment sheet = Assessment.builder().from(evidenced()).agencies(List.of()).build();
    Document page = page(ScoringEngine.of(sheet.edition()).score(sheet, View.evidenced(DAY)));

    assertThat(texts(page, "main > ol li")).containsExactly("Role health: 12.00 points");
    assertThat(texts(page, "main > p"))
        .containsOnlyOnce(
            "This sheet lists no agencies yet; what is named are the roles that the rules"
                + " know.");
  }

  @Test
  void of_highestTier_hasNoNext() {
    ScoredAssessment full = ScoringEngine.of(evidenced().edition()).score(evidenced());

    Document page = page(full);

    assertThat(texts(page, "dl.answer dd"))
        .containsExactly(
            "18.00", "of 18", "HIGH", "if every claim holds", "–", "there is none above");
    assertThat(texts(page, "main > p")).contains("There are no points left to win.");
  }

  @Test
  void of_highestTierWithRoom_stillSaysWhereMostCanBeWon() {
    Assessment sheet =
        Assessment.builder()
            .from(evidenced())
            .putAnswers(QuestionCode.parse("2.a"), Answer.of(Points.of(9)))
            .build();

    Document page = page(ScoringEngine.of(sheet.edition()).score(sheet));

    assertThat(texts(page, "dl.answer dd")).contains("HIGH", "there is none above");
    assertThat(texts(page, "main > ol li"))
        .containsExactly("Role school (no agency is listed): 1.00 points");
  }

  @Test
  void of_editionMarks_areCounted() {
    assertThat(rows(page(TINY), "Origin of the rules of tiny"))
        .containsExactly(
            "Bounds of the predicates|3|0|0",
            "Maxima of indicators|2|0|0",
            "Questions|7|0|0",
            "Who leads a question|0|0|0");
  }
}
