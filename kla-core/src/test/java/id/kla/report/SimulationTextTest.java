package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.points.Share;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import id.kla.scoring.View;
import id.kla.simulation.SimulationReport;
import id.kla.simulation.Survival;
import id.kla.simulation.SurvivalModel;
import id.kla.simulation.SurvivalOutcome;
import id.kla.simulation.SurvivalPart;
import id.kla.simulation.SurvivalRow;
import id.kla.simulation.SurvivalRow.Tie;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tiny sheet has 15.3333; without its indicator 1 it has 5.3333. */
class SimulationTextTest {

  private static final Edition TINY = TinyEdition.EDITION;
  private static final SurvivalOutcome HOLDS = new SurvivalOutcome.Holds();
  private static final SurvivalOutcome STRUCK = new SurvivalOutcome.Struck();

  private static SurvivalRow row(
      Edition edition, String part, SurvivalOutcome outcome, String chance, Tie tie) {
    return new SurvivalRow(SurvivalPart.of(edition, part), outcome, Share.parse(chance), tie);
  }

  private static ScoredAssessment tiny(View view) {
    return ScoringEngine.of(TINY).score(TinyEdition.sheet("first"), view);
  }

  /** Indicator 1 holds three times of four, with all its questions or with none. */
  private static final Survival SURVIVAL =
      Survival.of(
          TINY,
          List.of(
              row(TINY, "*", HOLDS, "100%", Tie.NONE),
              row(TINY, "indicator 1", HOLDS, "75%", Tie.REGION),
              row(TINY, "indicator 1", STRUCK, "25%", Tie.REGION)));

  private static String exact(Language language) {
    Optional<Tier> silver = TINY.ladder().findTier("SILVER");
    return TextReport.simulation(
        SimulationReport.exact(tiny(View.claimed()), SURVIVAL, silver).orElseThrow(), language);
  }

  @Test
  void simulation_exact_tellsChancesTotalsBarsAndWhatMatters() {
    assertThat(exact(Language.ENGLISH))
        .contains(
            """
            15.3333 of 22: SILVER

            What this rests on:
              chances of survival from 3 rows of its own, for 2 parts of the edition. They
              are what somebody assumes: what follows is a scenario, not a forecast.
              5 claims count now; 3 hang together on shared states (1); 2 stay as they are.
              What is not answered stays as it counts now.

            Exact: computed over every total that is possible, nothing was drawn.

            Chance of SILVER or higher: 75.0%
                                        chance          it or higher
              no predicate                0.0%
              BRONZE                     25.0%                100.0%
              SILVER                     75.0%                 75.0%
              GOLD                        0.0%                  0.0%

            Expected total 12.83
            Half of all totals from 5.3333 to 15.3333, the middle one 15.3333
            9 of 10 from 5.3333 to 15.3333

            How totals spread:
              -------------  BRONZE from 5
                 5.3333 - 6  #############                             25.0%
                     >6 - 7                                             0.0%
                     >7 - 8                                             0.0%
                     >8 - 9                                             0.0%
                    >9 - 10                                             0.0%
              -------------  SILVER above 10
                   >10 - 11                                             0.0%
                   >11 - 12                                             0.0%
                   >12 - 13                                             0.0%
                   >13 - 14                                             0.0%
                   >14 - 15                                             0.0%
              >15 - 15.3333  ########################################  75.0%

            What matters most: the part of the variance that is left while only this is
            open, and the chance of SILVER or higher when it earns least - most.
              Shared states:
              what the region shares                        100.0%     0.0% - 100.0%
            """)
        .contains("not declared by the ministry");
  }

  @Test
  void simulation_inIndonesian_isTold() {
    assertThat(exact(Language.INDONESIAN))
        .contains(
            "peluang bertahan dari 3 baris sendiri, untuk 2 bagian edisi",
            "  5 klaim kini dihitung; 3 bergantung pada keadaan bersama (1); 2 tetap.",
            "Tepat: dihitung atas setiap total yang mungkin, tanpa tarikan acak.",
            "Peluang SILVER atau lebih tinggi: 75,0%",
            "Total yang diharapkan 12,83",
            "Separuh dari semua total antara 5,3333 dan 15,3333, yang tengah 15,3333",
            "SILVER di atas 10",
            "BRONZE dari 5",
            "yang berlaku bagi seluruh daerah");
  }

  /** Every claim but 2.2 is struck or not by itself; nothing is tied. */
  @Test
  void simulation_sampled_tellsSeedDrawsAndErrors() {
    ScoredAssessment scored = tiny(View.claimed());
    Survival survival =
        Survival.of(
            TINY,
            List.of(
                row(TINY, "*", HOLDS, "50%", Tie.NONE),
                row(TINY, "*", STRUCK, "50%", Tie.NONE),
                row(TINY, "2.2", HOLDS, "100%", Tie.NONE)));
    SimulationReport report =
        SimulationReport.sampled(
            scored,
            survival,
            TINY.ladder().findTier("BRONZE"),
            SimulationReport.sampler(scored, survival.check(scored).orThrow(), 11).sample(0, 5000));

    String english = TextReport.simulation(report, Language.ENGLISH);

    assertThat(english.replaceAll("\\s+", " "))
        .contains("4 may come to another end, each for itself; 1 stay as they are.");
    assertThat(english)
        .contains("Sampled: 5000 draws with seed 11;", " ± ", "Expected total ")
        .contains("Estimated from 8192 draws with the same seed.", "  Questions:\n  1.3 ")
        .doesNotContain("2.2 question", "Shared states");
    assertThat(TextReport.simulation(report, Language.INDONESIAN))
        .contains("Sampel: 5000 tarikan dengan benih 11;", "Pertanyaan:\n");
  }

  @Test
  void simulation_ofWhatAStageFound_saysThatItIsJudgedOnceMore() {
    ScoredAssessment judged = tiny(View.verified("last"));
    Survival survival = Survival.of(TINY, List.of(row(TINY, "*", HOLDS, "100%", Tie.NONE)));
    SimulationReport report =
        SimulationReport.exact(judged, survival, TINY.ladder().findTier("GOLD")).orElseThrow();

    assertThat(TextReport.simulation(report, Language.ENGLISH).replaceAll("\\s+", " "))
        .contains("is taken for a claim here, and judged once more", "Nothing is uncertain.");
  }

  /** No line but the last, which every report has, is wider than a terminal. */
  @Test
  void simulation_ofARealSheet_fitsATerminalAndNamesWhoLeads() {
    Edition edition = Editions.kla2024();
    Assessment sheet =
        Assessment.builder()
            .from(OganIlir.selfAssessment())
            .addAgencies(
                Agency.builder().code("DINKES").name("Dinas Kesehatan").addRoles("health").build())
            .build();
    ScoredAssessment scored = ScoringEngine.of(edition).score(sheet);
    Survival published = Survival.of(edition, SurvivalModel.published());
    SimulationReport report =
        SimulationReport.exact(scored, published, edition.ladder().findTier("NINDYA"))
            .orElseThrow();

    for (Language language : Language.values()) {
      String text = TextReport.simulation(report, language);

      assertThat(text).contains("  Dinas Kesehatan ", "Garut 2021", "Sragen 2019");
      assertThat(text.lines().limit(text.lines().count() - 1))
          .allMatch(line -> line.length() <= 80);
    }
  }
}
