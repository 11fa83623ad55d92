package id.kla.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultCodeTest {

  @Test
  void catalogue_holdsATextForEachCodeAndNoOther() {
    Set<String> names = Stream.of(FaultCode.values()).map(Enum::name).collect(Collectors.toSet());

    assertThat(Fault.catalogue().keys()).isEqualTo(names);
  }

  @ParameterizedTest
  @EnumSource
  void text_hasPlacesForExactlyTheDeclaredArguments(FaultCode code) {
    Set<String> declared = Set.copyOf(code.arguments());

    assertThat(Fault.catalogue().places(code.name(), Language.INDONESIAN)).isEqualTo(declared);
    assertThat(Fault.catalogue().places(code.name(), Language.ENGLISH)).isEqualTo(declared);
    assertThat(code.arguments()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void text_withAllArguments_holdsEachOfThemAndNoPlaceholder(FaultCode code) {
    Fault fault = Fault.of(code, Place.unknown());
    for (String name : code.arguments()) {
      fault = fault.with(name, "<" + name + " of " + code + ">");
    }

    for (Language language : Language.values()) {
      String text = fault.text(language);

      assertThat(text).doesNotContain("{", "}", "[", "]");
      for (String name : code.arguments()) {
        assertThat(text).contains("<" + name + " of " + code + ">");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void text_withEmptyLists_leavesNoPlaceholderAndNoLooseEnds(FaultCode code) {
    Fault fault = Fault.of(code, Place.unknown());
    for (String name : code.arguments()) {
      fault = name.equals("nearest") ? fault.with(name, List.of()) : fault.with(name, "x");
    }

    for (Language language : Language.values()) {
      assertThat(fault.text(language))
          .doesNotContain("{", "}", "[", "]", "  ", " .", " ,", " ;", "..")
          .endsWith(".");
    }
  }

  /** A broken scale's text is all values: the reason comes in both languages. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BROKEN_SCALE")
  void text_ofTheTwoLanguages_differs(FaultCode code) {
    Fault fault = Fault.of(code, Place.unknown());
    for (String name : code.arguments()) {
      fault = fault.with(name, 7);
    }

    assertThat(fault.text(Language.INDONESIAN)).isNotEqualTo(fault.text(Language.ENGLISH));
  }
}
