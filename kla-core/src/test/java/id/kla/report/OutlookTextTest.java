package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.edition.QuestionCode;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.planning.Measure;
import id.kla.planning.Measures;
import id.kla.planning.Outlook;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutlookTextTest {

  private static final ScoredAssessment TINY =
      ScoringEngine.of(TinyEdition.EDITION).score(TinyEdition.sheet("first"));

  private static final Tier SILVER = TinyEdition.EDITION.ladder().tier("SILVER");

  /** 15.3333 and maybe 2 more. */
  private static Checked<Outlook> tiny(String chance) {
    Measures measures =
        Measures.of(
            TINY,
            List.of(
                Measure.builder()
                    .code("a")
                    .cost(BigDecimal.ONE)
                    .chance(Share.parse(chance))
                    .putAwards(QuestionCode.parse("2.4"), Points.of(2))
                    .build()));
    return Outlook.check(measures, measures.measures());
  }

  @Test
  void outlook_ofAMeasureThatMayFail_tellsMeanDeviationAndTiers() {
    assertThat(OutlookText.of(tiny("25%"), Optional.of(SILVER), Language.ENGLISH))
        .isEqualTo(
            "By the chance of each that its evidence holds: 15.83 expected (standard deviation"
                + " 0.87), SILVER or above 100.0%; SILVER 100.0%.");
    assertThat(OutlookText.of(tiny("25%"), Optional.empty(), Language.INDONESIAN))
        .isEqualTo(
            "Menurut peluang berlakunya tiap data dukung: nilai harapan 15,83 (simpangan baku"
                + " 0,87); SILVER 100,0%.");
  }

  @Test
  void outlook_ofCertainMeasures_saysThatAllIsTakenToHold() {
    assertThat(OutlookText.of(tiny("100%"), Optional.of(SILVER), Language.ENGLISH))
        .startsWith("All evidence is taken to hold");
  }

  @Test
  void outlook_thatIsRefused_saysWhy() {
    Fault fault =
        Fault.of(FaultCode.TOO_MANY_STATES, Place.unknown())
            .with("events", 40)
            .with("additions", new BigDecimal("5e12"))
            .with("bytes", new BigDecimal("7e9"))
            .with("mostAdditions", 1)
            .with("mostBytes", 2);

    assertThat(
            OutlookText.of(Checked.failed(List.of(fault)), Optional.of(SILVER), Language.ENGLISH))
        .startsWith("What it may come to by chance is not computed: ")
        .contains("5000000000000 additions in 7000000000 bytes");
  }

  @Test
  void chance_nextToNeverAndAlways_isNotCalledEither() {
    assertThat(Amounts.chance(1, Language.ENGLISH)).isEqualTo("100.0%");
    assertThat(Amounts.chance(1 - 1e-15, Language.ENGLISH)).isEqualTo("100.0%");
    assertThat(Amounts.chance(0.9999, Language.INDONESIAN)).isEqualTo(">99,9%");
    assertThat(Amounts.chance(0.999, Language.ENGLISH)).isEqualTo("99.9%");
    assertThat(Amounts.chance(0.125, Language.INDONESIAN)).isEqualTo("12,5%");
    assertThat(Amounts.chance(0.001, Language.ENGLISH)).isEqualTo("0.1%");
    assertThat(Amounts.chance(1e-9, Language.ENGLISH)).isEqualTo("<0.1%");
    assertThat(Amounts.chance(0, Language.ENGLISH)).isEqualTo("0.0%");
  }
}
