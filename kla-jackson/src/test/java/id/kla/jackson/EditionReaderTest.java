package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.edition.Edition;
import id.kla.edition.Stage;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where in a document the faults of an edition stand. */
class EditionReaderTest {

  private static Checked<Edition> read(String members) {
    String text = "{\"format\": \"kla.edition/1\", " + members.replace('\'', '"') + "}";
    return KlaJson.strict().read(KlaFormat.EDITION, "e.json", text);
  }

  private static List<String> pointers(Checked<Edition> read, FaultCode code) {
    return read.faults().stream()
        .filter(fault -> fault.code() == code)
        .map(Fault::place)
        .map(Place.InDocument.class::cast)
        .map(Place.InDocument::pointer)
        .toList();
  }

  private static String tiny(String edition, String question, String rest) {
    return "'edition': {'id': 'tiny'"
        + edition
        + "}, 'clusters': [{'cluster': 'A'}],"
        + " 'indicators': [{'indicator': '1', 'cluster': 'A', 'maximum': 6}],"
        + " 'questions': [{'indicator': '1', 'question': 'a', 'maximum': 6"
        + question
        + "}]"
        + rest;
  }

  @Test
  void read_editionThatAsksNothing_isAtFaultAsAWhole() {
    Checked<Edition> read =
        read("'edition': {'id': 'tiny'}, 'clusters': [], 'indicators': [], 'questions': []");

    assertThat(pointers(read, FaultCode.NO_QUESTIONS)).containsExactly("/edition");
  }

  @Test
  void read_statedMaximumThatDoesNotAddUp_isAtFaultItself() {
    Checked<Edition> read = read(tiny(", 'maximum': 7", "", ""));

    assertThat(pointers(read, FaultCode.SUM_BELOW_MAXIMUM)).containsExactly("/edition/maximum");
  }

  @Test
  void read_bandThatEarnsMoreThanABetterOne_isAtFaultInItsRow() {
    Checked<Edition> read =
        read(
            tiny(
                "",
                ", 'scale': 's'",
                ", 'scales': ["
                    + "{'scale': 's', 'kind': 'bands', 'measure': 'count', 'points': 6,"
                    + " 'from': 0, 'below': 1},"
                    + "{'scale': 's', 'kind': 'bands', 'measure': 'count', 'points': 0,"
                    + " 'from': 1}]"));

    assertThat(pointers(read, FaultCode.WORSE_EARNS_MORE)).containsExactly("/scales/1/points");
  }

  @Test
  void read_partThatIsNotSaid_isAtFaultWhereItWouldStand() {
    Checked<Edition> read = read(tiny("", "", ""));

    assertThat(pointers(read, FaultCode.NO_AGENCY)).containsExactly("/questions/0");
    assertThat(pointers(read, FaultCode.MISSING_LABEL))
        .containsExactly("/edition", "/clusters/0", "/indicators/0", "/questions/0");
  }

  @Test
  void read_editionWithAnEmptyListOfStages_hasTheStageOfOneWithout() {
    Edition edition = read(tiny("", "", ", 'stages': []")).orThrow();

    assertThat(edition).isEqualTo(read(tiny("", "", "")).orThrow());
    assertThat(edition.stages()).extracting(Stage::code).containsExactly("self");
  }
}
