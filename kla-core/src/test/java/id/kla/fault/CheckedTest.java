package id.kla.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckedTest {

  private static final Fault ERROR =
      Fault.of(FaultCode.BAD_POINTS, Place.table("a.tsv", 2, "maximum")).with("found", "x");
  private static final Fault WARNING =
      Fault.of(FaultCode.ZERO_MAXIMUM, Place.unknown()).with("part", "question 1.1");
  private static final Fault NOTE =
      Fault.of(FaultCode.NOTHING_ACCEPTED, Place.unknown())
          .with("found", "ZERO_MAXIMUM")
          .with("part", "question 1.1");

  @Test
  void of_valueWithWarnings_keepsBoth() {
    Checked<String> checked = Checked.of("ya", List.of(WARNING, NOTE));

    assertThat(checked.value()).contains("ya");
    assertThat(checked.orThrow()).isEqualTo("ya");
    assertThat(checked.faults()).containsExactly(WARNING, NOTE);
  }

  @Test
  void of_valueWithAnError_isRefused() {
    assertThatThrownBy(() -> Checked.of("ya", List.of(WARNING, ERROR)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void failed_keepsEveryFaultInItsOrder() {
    Checked<String> checked = Checked.failed(List.of(WARNING, ERROR, NOTE));

    assertThat(checked.value()).isEmpty();
    assertThat(checked.faults()).containsExactly(WARNING, ERROR, NOTE);
    assertThatThrownBy(checked::orThrow)
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.faults()).containsExactly(WARNING, ERROR, NOTE));
  }

  @Test
  void failed_withoutAnError_isRefused() {
    assertThatThrownBy(() -> Checked.failed(List.of(WARNING, NOTE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Checked.failed(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void faults_areACopy() {
    List<Fault> faults = new ArrayList<>(List.of(WARNING));

    Checked<String> checked = Checked.of("ya", faults);
    faults.clear();

    assertThat(checked.faults()).containsExactly(WARNING);
  }

  @Test
  void faultException_messageIsEnglishALineEach() {
    String message =
        "a.tsv, row 2, column maximum: found \"x\"; allowed: a number with at most 14 digits before"
            + " the point and four behind it, such as 12 or 0.66."
            + System.lineSeparator()
            + "question 1.1 can earn nothing. Give it points or leave it out.";

    assertThatThrownBy(() -> Checked.failed(List.of(ERROR, WARNING)).orThrow())
        .isInstanceOf(FaultException.class)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
