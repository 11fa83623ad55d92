package id.kla.table;

import static id.kla.table.Sheets.told;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.edition.Editions;
import id.kla.edition.Role;
import id.kla.fault.Checked;
import id.kla.fault.Language;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sheet of a regency, divided among its agencies and put together again. */
class OganIlirMergeTest {

  private static final KlaJson JSON = KlaJson.strict();

  private static final Assessment EXAMPLE =
      JSON.read(KlaFormat.ASSESSMENT, Path.of("examples", "ogan-ilir-2024.json")).orThrow();

  /** Returns a sheet for each role, and one for the questions that no role leads. */
  private static List<KlaTables.Asked> asked() {
    List<KlaTables.Asked> asked = new ArrayList<>();
    for (Role role : Editions.kla2024().roles()) {
      asked.add(KlaTables.Asked.role(role.code()));
    }
    asked.add(KlaTables.Asked.nobody());
    return asked;
  }

  private static byte[] form(KlaTables.Asked asked, Language language, KlaTables.Form form) {
    return KlaTables.of()
        .in(language)
        .writeForm(EXAMPLE.edition(), asked, Optional.of(EXAMPLE), form);
  }

  static Stream<Arguments> orders() {
    return Stream.of(KlaTables.Form.values())
        .flatMap(
            form ->
                Stream.of(Language.values())
                    .flatMap(
                        language ->
                            Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(form, language, seed))));
  }

  /** Files are read by name; here names and places in the list say nothing of the role. */
  @ParameterizedTest
  @MethodSource("orders")
  void merge_sheetOfEachLeadAgency_isTheSameDocumentInAnyOrder(
      KlaTables.Form form, Language language, long seed) {
    Random random = new Random(seed);
    List<KlaTables.Asked> asked = asked();
    Collections.shuffle(asked, random);
    List<SheetFile> files = new ArrayList<>();
    for (KlaTables.Asked each : asked) {
      String name = String.format(Locale.ROOT, "sheet-%02d", files.size());
      files.add(SheetFile.of(name, form(each, language, form)));
    }
    Collections.shuffle(files, random);

    Checked<KlaTables.Merged> merged = KlaTables.of().merge(files);

    assertThat(told(merged)).isEmpty();
    assertThat(bytes(merged.orThrow().assessment())).isEqualTo(bytes(EXAMPLE));
  }

  private static byte[] bytes(Assessment assessment) {
    return JSON.write(KlaFormat.ASSESSMENT, assessment).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void merge_sheetOfEachLeadAgency_saysWhoHasReturnedHowMuch() {
    List<SheetFile> files = new ArrayList<>();
    for (KlaTables.Asked each : asked()) {
      files.add(
          SheetFile.of(
              each.role().orElse("nobody") + ".csv",
              form(each, Language.ENGLISH, KlaTables.Form.CSV)));
    }

    List<KlaTables.Returned> returned = KlaTables.of().merge(files).orThrow().returned();

    assertThat(returned).hasSize(Editions.kla2024().roles().size() + 1);
    assertThat(returned)
        .contains(
            new KlaTables.Returned("library.csv", Optional.of("library"), 4),
            new KlaTables.Returned("transport.csv", Optional.of("transport"), 5),
            new KlaTables.Returned("nobody.csv", Optional.empty(), 9));
    assertThat(returned.stream().mapToInt(KlaTables.Returned::answers).sum()).isEqualTo(274);
  }

  @Test
  void merge_withoutOneAgency_lacksItsAnswersAlone() {
    List<SheetFile> files = new ArrayList<>();
    for (KlaTables.Asked each : asked()) {
      if (!each.role().equals(Optional.of("library"))) {
        files.add(
            SheetFile.of(
                "sheet " + files.size(), form(each, Language.INDONESIAN, KlaTables.Form.CSV)));
      }
    }

    Assessment merged = KlaTables.of().merge(files).orThrow().assessment();

    assertThat(merged.answers()).hasSize(270);
    assertThat(EXAMPLE.answers().keySet())
        .filteredOn(code -> !merged.answers().containsKey(code))
        .extracting(Object::toString)
        .containsExactly("1.2c", "1.3g", "25.9", "26.10");
  }
}
