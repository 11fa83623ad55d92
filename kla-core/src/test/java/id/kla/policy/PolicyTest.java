package id.kla.policy;

import static id.kla.policy.Options.BASE;
import static id.kla.policy.Options.declared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kla.assessment.DeclaredResult;
import id.kla.edition.Bound;
import id.kla.edition.ChangedFrom;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Indicator;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Scale;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.rollup.Area;
import id.kla.rollup.RegionResult;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Options tried on sheets and on published results, with figures worked out by hand. */
class PolicyTest {

  private static final RegionCode KEDIRI = RegionCode.parse("35.71");

  private static Outcome outcome(Edition option, ScoredAssessment scored) {
    return Policy.of(BASE, List.of(option)).outcome(scored, Place.unknown()).options().get(0);
  }

  private static Outcome outcome(Edition option, DeclaredResult declared) {
    return Policy.of(BASE, List.of(option)).outcome(declared, Place.unknown()).options().get(0);
  }

  private static Outcome held(String total, String tier) {
    return Outcome.of(Optional.of(Points.parse(total)), tier);
  }

  private static Outcome unknown(Obstacle why) {
    return Outcome.unknown(Optional.empty(), why);
  }

  private static ScoredAssessment oganIlir() {
    return ScoringEngine.of(BASE).score(OganIlir.selfAssessment());
  }

  // Sheets

  @Test
  void outcome_questionWorthTwiceAsMuch_earnsTwiceAsMuch() {
    // 6.3 earns 9 of 21 and so 18 of 42; indicator 6 then has 41 of its 55: 771.81 + 9.
    assertThat(outcome(Options.question("forum", "6.3", "42"), oganIlir()))
        .isEqualTo(held("780.81", "NINDYA"));
  }

  @Test
  void outcome_questionWorthMuchMore_isCutAtItsIndicator() {
    // 9 of 21 is 90 of 210, with the other 23 far above the 55 of indicator 6, which had 32.
    assertThat(outcome(Options.question("forum", "6.3", "210"), oganIlir()))
        .isEqualTo(held("794.81", "NINDYA"));
  }

  @Test
  void outcome_boundsMoved_keepsTheTotal() {
    assertThat(outcome(Options.ladder("strict", "500", "600", "775", "800", "900"), oganIlir()))
        .isEqualTo(held("771.81", "MADYA"));
    assertThat(outcome(Options.ladder("mild", "500", "600", "700", "771.81", "900"), oganIlir()))
        .isEqualTo(held("771.81", "NINDYA"));
    assertThat(outcome(Options.ladder("milder", "500", "600", "700", "771.8", "900"), oganIlir()))
        .isEqualTo(held("771.81", "UTAMA"));
  }

  @Test
  void outcome_sheetOfAnotherEdition_isRefused() {
    Policy policy = Policy.of(BASE, List.of(BASE));
    Edition option = Options.question("forum", "6.3", "42");
    ScoredAssessment other =
        ScoringEngine.of(option).score(OganIlir.selfAssessment().under(option).orThrow());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy.outcome(other, Place.unknown()))
        .withMessage("sheet: found edition forum; allowed: kla-2024");
  }

  // The policy

  @Test
  void check_optionOfAnotherEdition_isAFaultThatNamesBoth() {
    Edition option = Options.question("forum", "6.3", "42");

    assertThat(Policy.check(option, List.of(BASE)).faults())
        .extracting(fault -> fault.code())
        .containsExactly(FaultCode.OPTION_OF_OTHER_EDITION);
    assertThat(
            Policy.check(
                    BASE,
                    List.of(
                        Edition.builder()
                            .from(option)
                            .changedFrom(
                                new ChangedFrom(
                                    "other",
                                    option.digest(),
                                    option.changedFrom().orElseThrow().changes()))
                            .build()))
                .faults()
                .get(0)
                .text(Language.ENGLISH))
        .startsWith("an option changes the base edition \"kla-2024\"; this one changes \"other\".");
  }

  @Test
  void check_editionThatCannotBeScored_isAFault() {
    Edition unweighted = Editions.find("kla-2011").orElseThrow();

    assertThat(Policy.check(unweighted, List.of(unweighted)).faults())
        .extracting(fault -> fault.code())
        .containsExactly(FaultCode.NOT_SCORABLE);
  }

  @Test
  void of_noOption_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.of(BASE, List.of()))
        .withMessage("options: found none; allowed: one or more");
  }

  // Published results

  @Test
  void outcome_declaredTotal_goesByTheLadderOfTheOption() {
    DeclaredResult kediri = declared("35.71", "2023", "600.36", "Madya", Map.of());

    assertThat(outcome(Options.ladder("strict", "500", "601", "700", "800", "900"), kediri))
        .isEqualTo(held("600.36", "PRATAMA"));
    assertThat(outcome(Options.ladder("hard", "600.37", "650", "700", "800", "900"), kediri))
        .isEqualTo(held("600.36", RegionResult.NONE));
  }

  @Test
  void outcome_declaredTotalUnderOtherWeights_needsThePointsOfTheClusters() {
    Edition half = Options.clusters("half", Map.of("K", Ratio.of(3, 2)));

    assertThat(outcome(half, declared("35.71", "2023", "600.36", "", Map.of())))
        .isEqualTo(unknown(Obstacle.NO_PARTS));
    // 600.36 + 100 / 2; of the clusters that stay as they are nothing need be known.
    assertThat(outcome(half, declared("35.71", "2023", "600.36", "", Map.of("K", "100"))))
        .isEqualTo(held("650.36", "MADYA"));
  }

  @Test
  void outcome_weightsThatChangeUnevenly_areNoMatterOfTheClustersPoints() {
    Edition option = Options.question("forum", "6.3", "42");

    assertThat(outcome(option, declared("35.71", "2023", "600.36", "", Map.of("I", "80"))))
        .isEqualTo(unknown(Obstacle.UNEVEN));
  }

  @Test
  void outcome_pointsThatExceedTheTotalOrTheirMaximum_areNotUsed() {
    Edition half = Options.clusters("half", Map.of("K", Ratio.of(3, 2)));

    assertThat(outcome(half, declared("35.71", "2023", "99", "", Map.of("K", "100"))))
        .isEqualTo(unknown(Obstacle.PARTS_DIFFER));
    assertThat(outcome(half, declared("35.71", "2023", "600.36", "", Map.of("K", "164.5"))))
        .isEqualTo(unknown(Obstacle.PARTS_DIFFER));
  }

  @Test
  void outcome_totalNextToABoundUnderOtherWeights_isNotDecidedByRounding() {
    // Halved weights round each of the answers of K by up to half a ten-thousandth.
    Edition half = Options.clusters("half", Map.of("K", Ratio.of(1, 2)));

    Outcome outcome = outcome(half, declared("35.71", "2023", "750.0002", "", Map.of("K", "100")));

    assertThat(outcome.obstacle()).contains(Obstacle.ROUNDING);
    assertThat(outcome.total()).contains(Points.parse("700.0002"));
    assertThat(outcome(half, declared("35.71", "2023", "751", "", Map.of("K", "100"))))
        .isEqualTo(held("701", "NINDYA"));
  }

  @Test
  void outcome_tierThatContradictsItsTotal_isNotRecomputed() {
    Edition strict = Options.ladder("strict", "500", "601", "700", "800", "900");

    assertThat(outcome(strict, declared("33.14", "2023", "620", "Pratama", Map.of())).obstacle())
        .contains(Obstacle.TIER_DIFFERS);
  }

  @Test
  void outcome_declaredTotalOfARoundWithoutALadder_goesByTheBaseEdition() {
    RegionResult sleman =
        Policy.of(BASE, List.of(BASE))
            .outcome(declared("34.04", "2018", "963.04", "", Map.of()), Place.unknown())
            .base();

    assertThat(sleman.tier()).contains("KLA");
    assertThat(sleman.tierOrigin()).isEqualTo(RegionResult.TierOrigin.COMPUTED);
  }

  @Test
  void outcome_totalAboveTheLadder_isNotRecomputed() {
    Edition twice = Options.option("twice", edition -> edition.ladder(BASE.ladder()));

    assertThat(outcome(twice, declared("35.71", "2023", "1000.01", "", Map.of())))
        .isEqualTo(Outcome.unknown(Optional.of(Points.parse("1000.01")), Obstacle.ABOVE_LADDER));
  }

  @Test
  void outcome_requirementsOfATier_areNotDecidedByATotal() {
    Edition option =
        Options.option(
            "asking",
            edition ->
                edition.addRequirements(
                    new Requirement(
                        "R1",
                        Label.of("syarat", "condition"),
                        Optional.of("NINDYA"),
                        Optional.empty(),
                        new Requirement.OfCluster("K"),
                        Bound.closed(Points.of(100)),
                        Requirement.State.ON,
                        Origin.STATED)));

    assertThat(outcome(option, declared("35.71", "2023", "720", "", Map.of())))
        .isEqualTo(unknown(Obstacle.REQUIREMENTS));
    assertThat(outcome(option, oganIlir())).isEqualTo(held("771.81", "NINDYA"));
  }

  @Test
  void outcome_questionThatIsNew_makesPublishedResultsUnknown() {
    Edition option =
        Options.option(
            "longer",
            edition ->
                edition.clusters(
                    BASE.clusters().stream().map(PolicyTest::withAnotherQuestion).toList()));

    assertThat(outcome(option, declared("35.71", "2023", "720", "", Map.of("I", "50"))))
        .isEqualTo(unknown(Obstacle.RULES));
    assertThat(outcome(option, oganIlir())).isEqualTo(held("771.81", "NINDYA"));
  }

  private static Cluster withAnotherQuestion(Cluster cluster) {
    return Cluster.builder()
        .from(cluster)
        .indicators(
            cluster.indicators().stream()
                .map(
                    indicator ->
                        indicator.code().equals("6")
                            ? Indicator.builder()
                                .from(indicator)
                                .addQuestions(
                                    Question.builder()
                                        .from(indicator.questions().get(0))
                                        .code(QuestionCode.parse("6.99"))
                                        .build())
                                .build()
                            : indicator)
                .toList())
        .build();
  }

  @Test
  void outcome_tierAlone_isFollowedWhereAllItsTotalsStayTogether() {
    Edition lower = Options.ladder("lower", "500", "600", "650", "800", "900");
    DeclaredResult nindya = declared("35.71", "2023", "", "Nindya", Map.of());
    DeclaredResult madya = declared("35.71", "2023", "", "Madya", Map.of());
    DeclaredResult none = declared("35.71", "2023", "", "none", Map.of());

    // Above 700 to 800 lies within above 650 to 800; above 600 to 700 does not lie in one tier.
    assertThat(outcome(lower, nindya)).isEqualTo(Outcome.of(Optional.empty(), "NINDYA"));
    assertThat(outcome(lower, madya)).isEqualTo(unknown(Obstacle.NO_TOTAL));
    assertThat(outcome(lower, none)).isEqualTo(Outcome.of(Optional.empty(), RegionResult.NONE));
    assertThat(outcome(Options.ladder("wide", "500", "500.0001", "500.0002", "800", "900"), madya))
        .isEqualTo(Outcome.of(Optional.empty(), "NINDYA"));
    assertThat(outcome(Options.ladder("mild", "400", "600", "700", "800", "900"), none))
        .isEqualTo(unknown(Obstacle.NO_TOTAL));
  }

  @Test
  void outcome_tierAloneOfARoundWhoseLadderIsNotKnown_isNotFollowed() {
    Edition lower = Options.ladder("lower", "500", "600", "650", "800", "900");

    assertThat(outcome(lower, declared("35.71", "2019", "", "Nindya", Map.of())))
        .isEqualTo(unknown(Obstacle.NO_TOTAL));
  }

  @Test
  void outcome_tierAloneUnderOtherWeights_isNotFollowed() {
    assertThat(
            outcome(
                Options.question("forum", "6.3", "42"),
                declared("35.71", "2023", "", "Nindya", Map.of())))
        .isEqualTo(unknown(Obstacle.NO_TOTAL));
  }

  // Many regions

  private static PolicyReport.Part eastJava(Edition option) {
    Policy policy = Policy.of(BASE, List.of(option));
    PolicyRun.Builder run = PolicyRun.builder(policy);
    List<RegionCode> regions =
        Regions.builtIn().regionsOf(RegionCode.parse("35")).stream().map(r -> r.code()).toList();
    for (int i = 0; i < regions.size(); i++) {
      String tier = i < 4 ? "Utama" : i < 20 ? "Nindya" : "Madya";
      run.add(
          policy.outcome(
              declared(regions.get(i).toString(), "2023", "", tier, Map.of()), Place.unknown()));
    }
    return run.build().report(Area.province(RegionCode.parse("35"))).parts().get(0);
  }

  @Test
  void report_eastJavaWithAStricterNindya_leavesTheSixteenOpen() {
    OptionEffect effect =
        eastJava(Options.ladder("strict", "500", "600", "750", "800", "900")).effects().get(0);

    assertThat(effect.moves()).hasSize(22);
    assertThat(effect.otherTiers()).isEmpty();
    assertThat(effect.obstacles()).hasSize(16).containsValue(Obstacle.NO_TOTAL);
    assertThat(effect.after()).containsEntry("UTAMA", 4).containsEntry("MADYA", 18);
  }

  @Test
  void report_eastJavaWithUtamaFromWhereNindyaWas_movesTheSixteen() {
    OptionEffect effect =
        eastJava(Options.ladder("mild", "500", "600", "699", "700", "900")).effects().get(0);

    // Madya was above 600 to 700, of which the last point is Nindya now.
    assertThat(effect.obstacles()).hasSize(18).containsValue(Obstacle.NO_TOTAL);
    assertThat(effect.before()).containsEntry("NINDYA", 16).containsEntry("UTAMA", 4);
    assertThat(effect.after()).containsEntry("NINDYA", 0).containsEntry("UTAMA", 20);
    assertThat(effect.count("NINDYA", "UTAMA")).isEqualTo(16);
    assertThat(effect.otherTiers())
        .hasSize(16)
        .allMatch(move -> move.steps().equals(Optional.of(1)));
  }

  /** Results of the first cities of East Java: a total, and the points of K. */
  private static PolicyReport report(Policy policy, List<List<String>> results) {
    PolicyRun.Builder run = PolicyRun.builder(policy);
    for (int i = 0; i < results.size(); i++) {
      run.add(
          policy.outcome(
              declared(
                  "35.7" + (i + 1),
                  "2023",
                  results.get(i).get(0),
                  "",
                  Map.of("K", results.get(i).get(1))),
              Place.unknown()));
    }
    return run.build().report(Area.province(RegionCode.parse("35")));
  }

  @Test
  void report_ranks_areRangesWhereTotalsAreEqual() {
    Policy policy = Policy.of(BASE, List.of(Options.clusters("twice", Map.of("K", Ratio.of(2)))));

    // With twice the points of K: 700, 690, 700, 650.
    List<RegionMove> moves =
        report(
                policy,
                List.of(
                    List.of("650", "50"),
                    List.of("660", "30"),
                    List.of("600", "100"),
                    List.of("640", "10")))
            .parts()
            .get(0)
            .effects()
            .get(0)
            .moves();

    assertThat(moves)
        .extracting(move -> move.rankBefore().orElseThrow() + " " + move.rankAfter().orElseThrow())
        .containsExactly("2 1-2", "1 3", "4 1-2", "3 4");
    assertThat(moves)
        .extracting(move -> move.change().orElseThrow().toString())
        .containsExactly("50", "30", "100", "10");
    assertThat(moves).extracting(move -> move.steps().orElseThrow()).containsExactly(0, 0, 1, 0);
  }

  @Test
  void report_regionTwice_countsOnceWhereAllAgreesAndElseNotAtAll() {
    Policy policy = Policy.of(BASE, List.of(Options.clusters("twice", Map.of("K", Ratio.of(2)))));
    PolicyRun same =
        PolicyRun.builder(policy)
            .add(
                policy.outcome(
                    declared("35.71", "2023", "650", "", Map.of("K", "50")), Place.file("a")))
            .add(
                policy.outcome(
                    declared("35.71", "2023", "650", "", Map.of("K", "50")), Place.file("b")))
            .build();
    PolicyRun other =
        PolicyRun.builder(policy)
            .add(
                policy.outcome(
                    declared("35.71", "2023", "650", "", Map.of("K", "50")), Place.file("a")))
            .add(
                policy.outcome(
                    declared("35.71", "2023", "650", "", Map.of("K", "60")), Place.file("b")))
            .build();

    PolicyReport agreeing = same.report(Area.nation());
    PolicyReport differing = other.report(Area.nation());

    assertThat(agreeing.parts().get(0).outcomes()).hasSize(1);
    assertThat(agreeing.findings())
        .extracting(fault -> fault.code())
        .containsExactly(FaultCode.RESULT_TWICE);
    assertThat(differing.parts().get(0).outcomes()).isEmpty();
    assertThat(differing.parts().get(0).differing())
        .extracting(region -> region.code())
        .containsExactly(KEDIRI);
    assertThat(differing.findings())
        .extracting(fault -> fault.code())
        .containsExactly(FaultCode.RESULTS_DIFFER);
  }

  @Test
  void report_answersThatAScaleCannotRead_areCounted() {
    Edition option =
        Options.option(
            "levels",
            edition ->
                edition.clusters(BASE.clusters().stream().map(PolicyTest::withLevels).toList()));
    Policy policy = Policy.of(BASE, List.of(option));

    PolicyReport report =
        PolicyRun.builder(policy)
            .add(policy.outcome(oganIlir(), Place.unknown()))
            .build()
            .report(Area.nation());

    // 6.3 then takes a level; the 9 points that it was given are read by nobody: 771.81 - 9.
    OptionEffect effect = report.parts().get(0).effects().get(0);
    assertThat(effect.leftOut()).containsExactly(Map.entry(RegionCode.parse("16.10"), 1));
    assertThat(effect.moves().get(0).totalAfter()).contains(Points.parse("762.81"));
    assertThat(report.parts().get(0).missing()).hasSize(513);
  }

  private static Cluster withLevels(Cluster cluster) {
    return Cluster.builder()
        .from(cluster)
        .indicators(
            cluster.indicators().stream()
                .map(
                    indicator ->
                        Indicator.builder()
                            .from(indicator)
                            .questions(
                                indicator.questions().stream().map(PolicyTest::withLevels).toList())
                            .build())
                .toList())
        .build();
  }

  private static Question withLevels(Question question) {
    return question.code().toString().equals("6.3")
        ? Question.builder()
            .from(question)
            .scale(
                new Scale.Levels(
                    List.of(
                        new Scale.Level("no", Label.of("tidak", "no"), Points.ZERO),
                        new Scale.Level("yes", Label.of("ya", "yes"), Points.of(21))),
                    Origin.STATED))
            .build()
        : question;
  }

  @Test
  void add_outcomesOfAnotherPolicy_areRefused() {
    Policy one = Policy.of(BASE, List.of(BASE));
    Policy two = Policy.of(BASE, List.of(BASE, BASE));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyRun.builder(two).add(one.outcome(oganIlir(), Place.unknown())))
        .withMessage("outcome of 16.10: found 1 options; allowed: 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyRun.builder(two).add(PolicyRun.builder(one).build()));
  }
}
