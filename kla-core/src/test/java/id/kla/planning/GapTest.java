package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Finding;
import id.kla.assessment.Round;
import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Indicator;
import id.kla.edition.Interval;
import id.kla.edition.Ladder;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Response;
import id.kla.edition.Role;
import id.kla.edition.Scale;
import id.kla.edition.Tier;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Gaps by hand, on Ogan Ilir's sheet and on a small edition: indicator 1 of at most 10 with 1.a (0,
 * 3 or 7) and 1.b (0 or 5), indicator 2 of at most 4 with 2.a, graded; LOW from 0, HIGH above 8,
 * TOP above 13.
 */
class GapTest {

  private static Points points(String text) {
    return Points.parse(text);
  }

  private static Scale levels(List<String> awards) {
    return new Scale.Levels(
        awards.stream()
            .map(award -> new Scale.Level(code(award), Label.of(award, award), points(award)))
            .toList(),
        Origin.STATED);
  }

  private static String code(String award) {
    return "l" + award.replace('.', '-');
  }

  private static Answer level(String award) {
    return Answer.of(Response.level(code(award)));
  }

  private static Question.Builder question(String code, String maximum, String lead) {
    return Question.builder()
        .code(QuestionCode.parse(code))
        .label(Label.of("Pertanyaan " + code, "Question " + code))
        .maximum(points(maximum))
        .lead(lead);
  }

  private static Indicator indicator(String code, Points maximum, List<Question> questions) {
    return Indicator.builder()
        .code(code)
        .label(Label.of("Indikator " + code, "Indicator " + code))
        .maximum(maximum)
        .questions(questions)
        .build();
  }

  private static Tier tier(String code, Bound<Points> lower, Points upper) {
    return new Tier(
        code,
        Label.of(code, code),
        new Interval<>(Optional.of(lower), Optional.of(Bound.closed(upper))),
        "",
        Origin.STATED);
  }

  private static Edition edition(List<Indicator> indicators, Tier... tiers) {
    return Edition.builder()
        .id("small")
        .label(Label.of("Kecil", "Small"))
        .addClusters(
            Cluster.builder()
                .code("A")
                .label(Label.of("Klaster", "Cluster"))
                .indicators(indicators)
                .build())
        .addRoles(role("health"), role("school"))
        .stages(Editions.kla2024().stages())
        .sources(Editions.kla2024().sources())
        .ladder(new Ladder(List.of(tiers)))
        .build();
  }

  private static Role role(String code) {
    return new Role(code, Label.of(code, code), List.of(), Origin.STATED);
  }

  private static final Edition SMALL =
      edition(
          List.of(
              indicator(
                  "1",
                  Points.of(10),
                  List.of(
                      question("1.a", "7", "health").scale(levels(List.of("0", "3", "7"))).build(),
                      question("1.b", "5", "school").scale(levels(List.of("0", "5"))).build())),
              indicator("2", Points.of(4), List.of(question("2.a", "4", "health").build()))),
          tier("LOW", Bound.closed(Points.ZERO), Points.of(8)),
          tier("HIGH", Bound.open(Points.of(8)), Points.of(13)),
          tier("TOP", Bound.open(Points.of(13)), Points.of(14)));

  private static Assessment sheet(Edition edition, Map<String, Answer> answers) {
    Assessment.Builder sheet =
        Assessment.builder()
            .edition(edition)
            .region(RegionCode.parse("16.10"))
            .round(Round.parse("2024"))
            .stage("self")
            .addAgencies(Agency.builder().code("DINKES").addRoles("health").build());
    answers.forEach((code, answer) -> sheet.putAnswers(QuestionCode.parse(code), answer));
    return sheet.build();
  }

  private static ScoredAssessment scored(Map<String, Answer> answers) {
    return ScoringEngine.of(SMALL).score(sheet(SMALL, answers));
  }

  private static List<String> told(List<Gap.Room> rooms) {
    return rooms.stream().map(room -> room.code() + " " + room.headroom()).toList();
  }

  /** 800.0001 less 771.81; graded points take every amount. */
  @Test
  void toNext_oganIlir_lacksToTheSmallestAmountAboveTheOpenBound() {
    Gap gap =
        Gap.toNext(ScoringEngine.of(Editions.kla2024()).score(OganIlir.selfAssessment()))
            .orElseThrow();

    assertThat(gap.tier().code()).isEqualTo("UTAMA");
    assertThat(gap.missing()).isEqualTo(points("28.1901"));
    assertThat(gap.toWin()).isEqualTo(points("28.1901"));
    assertThat(gap.smallestAttainable()).contains(points("800.0001"));
    assertThat(gap.most().total()).isEqualTo(Points.of(1000));
    assertThat(gap.isReachable()).isTrue();
    assertThat(told(gap.questions()).subList(0, 3)).containsExactly("6.3 12", "7.2 12", "8.3 8");
  }

  /** 3 + 0 + 1 = 4. Indicator 1 can be 3, 7, 8 or 12, cut to 10; 2.a adds up to 3 more. */
  @Test
  void to_levelsAndGradedPoints_findsTheLeastTotalThatCanBeReached() {
    ScoredAssessment scored = scored(Map.of("1.a", level("3"), "2.a", Answer.of(Points.of(1))));

    Gap high = Gap.to(scored, "HIGH");

    assertThat(high.missing()).isEqualTo(points("4.0001"));
    assertThat(high.smallestAttainable()).contains(points("8.0001"));
    assertThat(Gap.to(scored, "TOP").smallestAttainable()).contains(points("13.0001"));
    assertThat(Gap.to(scored, "LOW").missing()).isEqualTo(Points.ZERO);
    assertThat(Gap.toNext(scored)).map(gap -> gap.tier().code()).contains("HIGH");
    // 1.a adds 4; 1.b 5; 2.a 3. Both of health: 4 + 3.
    assertThat(told(high.questions())).containsExactly("1.b 5", "1.a 4", "2.a 3");
    assertThat(told(high.leads())).containsExactly("DINKES 7", "school 5");
    assertThat(high.most().total()).isEqualTo(Points.of(14));
  }

  /** 3 + 4 = 7; 7 + 4 = 11, 8 + 4 = 12, 10 + 4 = 14. */
  @Test
  void to_levelsAlone_overshootsByTheLeast() {
    ScoredAssessment scored = scored(Map.of("1.a", level("3"), "2.a", Answer.of(Points.of(4))));

    assertThat(Gap.to(scored, "HIGH").smallestAttainable()).contains(Points.of(11));
    assertThat(Gap.to(scored, "TOP").smallestAttainable()).contains(Points.of(14));
  }

  /** 11 by points, held down to LOW: HIGH is next, and lacks no points. */
  @Test
  void toNext_unmetRequirement_isNamedWhateverTheTotal() {
    Requirement forum =
        new Requirement(
            "forum",
            Label.of("Forum ada", "A forum exists"),
            Optional.of("HIGH"),
            Optional.empty(),
            new Requirement.OfQuestion(QuestionCode.parse("1.b")),
            Bound.open(Points.ZERO),
            Requirement.State.ON,
            Origin.STATED);
    Edition edition = Edition.builder().from(SMALL).addRequirements(forum).build();
    Assessment sheet = sheet(edition, Map.of("1.a", level("7"), "2.a", Answer.of(Points.of(4))));

    Gap gap = Gap.toNext(ScoringEngine.of(edition).score(sheet)).orElseThrow();

    assertThat(gap.tier().code()).isEqualTo("HIGH");
    assertThat(gap.missing()).isEqualTo(Points.ZERO);
    assertThat(gap.unmet()).containsExactly(forum);
    assertThat(gap.isReachable()).isTrue();
    assertThat(Gap.to(gap.scored(), "LOW").unmet()).isEmpty();
  }

  /** Not applicable: nothing can be won there, so that TOP is out of reach. */
  @Test
  void to_tierBeyondAllHeadroom_isNotReachable() {
    ScoredAssessment scored = scored(Map.of("2.a", Answer.notApplicable("no such case")));

    Gap top = Gap.to(scored, "TOP");

    assertThat(top.isReachable()).isFalse();
    assertThat(top.smallestAttainable()).isEmpty();
    assertThat(top.most().total()).isEqualTo(Points.of(10));
    assertThat(Gap.to(scored, "HIGH").isReachable()).isTrue();
  }

  /** 7 + 5 = 12, cut to 10, and 1 are claimed; VA upheld 1.a, struck 2.a, and left 1.b open. */
  @Test
  void to_verified_partsWhatOnlyNeedsAFindingFromWhatMustBeWon() {
    Assessment sheet =
        Assessment.builder()
            .from(
                sheet(
                    SMALL,
                    Map.of("1.a", level("7"), "1.b", level("5"), "2.a", Answer.of(Points.of(1)))))
            .addFindings(
                finding("1.a", Finding.Ruling.UPHELD), finding("2.a", Finding.Ruling.STRUCK))
            .build();

    Gap gap = Gap.to(ScoringEngine.of(SMALL).score(sheet, View.verified("VA")), "TOP");

    // 7 now; 13.0001 lacks 6.0001; 1.b adds 5, cut to 3.
    assertThat(gap.missing()).isEqualTo(points("6.0001"));
    assertThat(gap.onlyEvidence()).isEqualTo(Points.of(3));
    assertThat(gap.toWin()).isEqualTo(points("3.0001"));
  }

  private static Finding finding(String question, Finding.Ruling ruling) {
    return Finding.builder()
        .question(QuestionCode.parse(question))
        .stage("VA")
        .ruling(ruling)
        .build();
  }

  @Test
  void toNext_atTheTop_isNone() {
    ScoredAssessment scored =
        scored(Map.of("1.a", level("7"), "1.b", level("5"), "2.a", Answer.of(Points.of(4))));

    assertThat(Gap.toNext(scored)).isEmpty();
    assertThat(Gap.to(scored, "TOP").missing()).isEqualTo(Points.ZERO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gap.to(scored, "MIDDLE"))
        .withMessageContaining("MIDDLE")
        .withMessageContaining("LOW, HIGH, TOP");
  }

  /** Every choice of better answers is tried: the least total that earns the tier is found. */
  @Property(tries = 300)
  void to_smallLevels_findsTheLeastOfAllTotals(@ForAll Random random) {
    List<Indicator> indicators = new ArrayList<>();
    Map<String, Answer> answers = new HashMap<>();
    Set<Long> totals = Set.of(0L);
    long maximum = 0;
    for (int i = 1; i <= 2 + random.nextInt(2); i++) {
      List<Question> questions = new ArrayList<>();
      Set<Long> sums = Set.of(0L);
      long most = 0;
      for (int q = 1; q <= 1 + random.nextInt(3); q++) {
        List<String> awards = new ArrayList<>(List.of("0"));
        long award = 0;
        for (int l = random.nextInt(3); l >= 0; l--) {
          award += 1 + random.nextInt(40_000);
          awards.add(Points.ofUnits(award).toString());
        }
        String code = i + "." + q;
        questions.add(
            question(code, Points.ofUnits(award).toString(), "health")
                .scale(levels(awards))
                .build());
        most += award;
        int held = random.nextInt(awards.size());
        answers.put(code, level(awards.get(held)));
        Set<Long> better = new HashSet<>();
        for (String each : awards.subList(held, awards.size())) {
          sums.forEach(sum -> better.add(sum + points(each).units()));
        }
        sums = better;
      }
      long cap = Math.max(1, most - random.nextInt(30_000));
      maximum += cap;
      indicators.add(indicator(Integer.toString(i), Points.ofUnits(cap), questions));
      Set<Long> all = new HashSet<>();
      for (long total : totals) {
        sums.forEach(sum -> all.add(total + Math.min(sum, cap)));
      }
      totals = all;
    }
    Points bound = Points.ofUnits(1 + (long) (random.nextDouble() * (maximum - 1)));
    Edition edition =
        edition(
            indicators,
            tier("LOW", Bound.closed(Points.ZERO), bound),
            tier("HIGH", Bound.open(bound), Points.ofUnits(Math.max(maximum, bound.units() + 1))));

    Gap gap = Gap.to(ScoringEngine.of(edition).score(sheet(edition, answers)), "HIGH");

    Optional<Points> least =
        totals.stream()
            .filter(total -> total > bound.units())
            .min(Long::compare)
            .map(Points::ofUnits);
    assertThat(gap.smallestAttainable()).isEqualTo(least);
    assertThat(gap.isReachable()).isEqualTo(least.isPresent());
    assertThat(gap.missing().isZero())
        .isEqualTo(gap.scored().now().tierByPoints().map(Tier::code).equals(Optional.of("HIGH")));
  }

  /** NINDYA is held; UTAMA and KLA are above. */
  @Test
  void report_ofOganIlir_hasTheNextTierAndThoseAboveIt() {
    ScoredAssessment scored =
        ScoringEngine.of(OganIlir.selfAssessment().edition()).score(OganIlir.selfAssessment());

    GapReport report = GapReport.of(scored);

    assertThat(report.gaps().stream().map(gap -> gap.tier().code()))
        .containsExactly("UTAMA", "KLA");
    assertThat(report.questions()).isEqualTo(report.gaps().get(1).questions()).hasSize(122);
    assertThat(report.leads()).isEqualTo(report.gaps().get(1).leads());
    assertThat(report.topics()).isEqualTo(report.gaps().get(1).topics());
    assertThat(GapReport.of(scored, List.of()).questions()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> GapReport.of(scored, List.of("GOLD")));
  }
}
