package id.kla.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code kla stages}. */
class StagesCommandTest {

  /** Published pairs; sources are only named here. */
  private static final String DECLARED =
      """
      region,round,stage,total,source
      Kabupaten Garut,2021,PM,805.26,a page
      Kabupaten Garut,2021,final,631,a page
      Kabupaten Kotawaringin Timur,2023,final,588,another page
      Kabupaten Kotawaringin Timur,2023,VA,588.40,another page
      Kabupaten Kotawaringin Timur,2023,self,721,another page
      """;

  private static Run stages(String input, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "stages";
    arguments[1] = "-";
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Run.fed(input.getBytes(UTF_8), arguments);
  }

  @Test
  void stages_ofPublishedTotals_areOneBarEach() {
    Run run = stages(DECLARED);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .isEqualTo(
            """
            Kabupaten Garut (32.05) · round 2021

              self-assessment 805.26 (UTAMA) → final stage 631.00 (MADYA): -174.26
                   -174.26  not attributed: only totals are known

            Kabupaten Kotawaringin Timur (62.02) · round 2023

              self-assessment 721.00 (NINDYA) → administrative verification 588.40 (PRATAMA): -132.60
                   -132.60  not attributed: only totals are known

              administrative verification 588.40 (PRATAMA) → final stage 588.00 (PRATAMA): -0.40
                     -0.40  not attributed: only totals are known
            """);
  }

  /** Indicator 1 lost 10 of the 30 that cluster K lost; of the other 70 nothing is known. */
  @Test
  void stages_ofPublishedParts_areAsDeepAsTheyGo() {
    Run run =
        stages(
            """
            region;round;stage;total;source;cluster K;indicator 1;indicator 12
            Kabupaten Garut;2021;PM;700;a page;150;90;20
            Kabupaten Garut;2021;final;600;a page;120;80;
            """);

    assertThat(run.out())
        .contains("-10.00  indicator 1", "-20.00  cluster K", "-70.00  not attributed")
        .doesNotContain("indicator 12");
  }

  @Test
  void stages_inIndonesian_areTold() {
    assertThat(stages(DECLARED, "--locale", "id").out())
        .contains("penilaian mandiri 805,26 (UTAMA) → ", "-174,26  tidak terurai");
  }

  /** 1.1: 12 of 12 struck; 2.1: 3 of 3 revised to 1; 4.1: 1 upheld. */
  @Test
  void stages_ofASheet_areToldByWhy() {
    Run run =
        stages(
            """
            {"format": "kla.assessment/1", "edition": "kla-2024", "region": "35.71",
             "round": "2023", "stage": "self", "answers": {"1.1": 12, "2.1": 3, "4.1": 1},
             "findings": [
               {"question": "1.1", "stage": "VA", "ruling": "struck"},
               {"question": "2.1", "stage": "VA", "ruling": "revised", "points": 1},
               {"question": "4.1", "stage": "VA", "ruling": "upheld"}]}
            """);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .contains("self-assessment 16.00 → administrative verification 2.00: -14.00")
        .contains("-12.00  struck", "-2.00  revised down");
  }

  @Test
  void stages_thatAreUnknownOrTwice_areFaultyInput() {
    Run unknown = stages("region,round,stage,total,source\nKabupaten Garut,2021,VX,631,a page\n");
    Run twice =
        stages(
            """
            region,round,stage,total,source
            Kabupaten Garut,2021,VA,631,a page
            Kabupaten Garut,2021,VA,632,a page
            """);

    assertThat(unknown.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(unknown.err()).contains("VX", "field_verification");
    assertThat(twice.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(twice.err()).contains("32.05, round 2021", "admin_verification");
    assertThat(twice.out()).isEmpty();
  }

  @Test
  void stages_asJson_isADocumentALineForEachRegionAndRound() {
    List<String> lines = stages(DECLARED, "--format", "json").out().lines().toList();

    assertThat(lines).hasSize(2);
    assertThat(lines.stream().map(line -> KlaJson.strict().read(KlaFormat.STAGES, line).orThrow()))
        .extracting(waterfall -> waterfall.region() + " " + waterfall.steps().size())
        .containsExactly("32.05 1", "62.02 2");
  }

  @Test
  void stages_asCsv_isARowABar() {
    assertThat(stages(DECLARED, "--format", "csv").out().replace("\uFEFF", "").lines())
        .containsExactly(
            "region,round,from,total before,to,total after,level,code,change,why,cause",
            "Kabupaten Garut,2021,self,805.26,final,631,not_attributed,,-174.26,,",
            "Kabupaten Kotawaringin Timur,2023,self,721,admin_verification,588.4,not_attributed,,"
                + "-132.6,,",
            "Kabupaten Kotawaringin Timur,2023,admin_verification,588.4,final,588,not_attributed,,"
                + "-0.4,,");
  }

  @Test
  void stages_ofOneStage_saysThatThereIsNothingToCompare() {
    assertThat(
            stages("region,round,stage,total,source\nKabupaten Garut,2021,final,631,a page\n")
                .out())
        .contains("final stage 631.00 (MADYA)", "Only one stage is known");
  }
}
