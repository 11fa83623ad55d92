package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.points.Points;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaddersTest {

  private static final NamedLadder MINISTRY = Ladders.find("ministry-2022").orElseThrow();

  @Test
  void ids_areTheLaddersThatSourcesName() {
    assertThat(Ladders.ids()).containsExactly("ministry-2022");
    assertThat(MINISTRY.id()).isEqualTo("ministry-2022");
  }

  @Test
  void find_ministry2022_keepsThePrintedNumbersBesideItsBounds() {
    assertThat(MINISTRY.ladder().tiers())
        .extracting(tier -> tier.code() + " " + tier.range() + " " + tier.printed())
        .containsExactly(
            "PRATAMA [500, 600] 500-600",
            "MADYA (600, 700] 601-700",
            "NINDYA (700, 800] 701-800",
            "UTAMA (800, 900] 801-900",
            "KLA (900, 1000] 901-1000");
  }

  /** Published scores with the predicate that they were published with. */
  @ParameterizedTest
  @CsvSource({"600.36, MADYA", "603, MADYA", "631, MADYA", "797.5, NINDYA", "588, PRATAMA"})
  void find_ministry2022_givesThePublishedPredicates(String total, String tier) {
    assertThat(MINISTRY.ladder().tierOf(Points.parse(total)).map(Tier::code)).contains(tier);
  }

  /** The edition keeps the ladder that it was made with; both stand on the same facts. */
  @Test
  void find_ministry2022_isTheLadderOfTheEditionThatWasMadeWithIt() {
    assertThat(MINISTRY.ladder()).isEqualTo(Editions.kla2024().ladder());
  }

  @Test
  void sources_areAllThatTiersName() {
    List<String> codes = MINISTRY.sources().stream().map(Source::code).toList();

    assertThat(codes).doesNotHaveDuplicates();
    assertThat(MINISTRY.ladder().tiers())
        .allSatisfy(
            tier -> {
              assertThat(tier.origin().mark()).isEqualTo(Mark.INFERRED);
              assertThat(codes).containsAll(tier.origin().sources());
            });
  }

  @Test
  void find_unknownId_isAFaultThatNamesTheKnownOnes() {
    Checked<NamedLadder> found = Ladders.find("ministry-2018", Place.unknown());

    assertThat(Ladders.find("ministry-2018")).isEmpty();
    assertThat(found.value()).isEmpty();
    Fault fault = found.faults().get(0);
    assertThat(fault.code()).isEqualTo(FaultCode.UNKNOWN_LADDER);
    assertThat(fault.text(Language.ENGLISH)).contains("\"ministry-2018\"", "ministry-2022");
    assertThat(fault.text(Language.INDONESIAN)).contains("\"ministry-2018\"", "ministry-2022");
  }
}
