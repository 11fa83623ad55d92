package id.kla.table;

import static id.kla.table.Sheets.tables;
import static id.kla.table.Sheets.told;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.region.RegionCode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EscapesTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("a\u0001b", "a_x0001_b"),
        Arguments.of("\u0000", "_x0000_"),
        Arguments.of("\uffff\ufffe", "_xFFFF__xFFFE_"),
        Arguments.of("half \ud83d here", "half _xD83D_ here"),
        Arguments.of("\ude00\ud83d", "_xDE00__xD83D_"),
        Arguments.of("_x0041_", "_x005F_x0041_"),
        Arguments.of("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
        Arguments.of("_x005F_x0041_", "_x005F_x005F_x005F_x0041_"),
        Arguments.of("_xabcd_", "_x005F_xabcd_"),
        Arguments.of("_x0041\u0001", "_x005F_x0041_x0001_"),
        Arguments.of("_\u0001", "__x0001_"),
        Arguments.of("😀 a\tb\nc", "😀 a\tb\nc"),
        Arguments.of("_x004_ x0041_ _X0041_ _xGGGG_ a_b", "_x004_ x0041_ _X0041_ _xGGGG_ a_b"),
        Arguments.of("$1\\", "$1\\"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void escaped_text_isWhatXmlCanHoldAndIsRestored(String text, String escaped) {
    assertThat(Escapes.escaped(text)).isEqualTo(escaped);
    assertThat(Escapes.restored(escaped)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void write_workbookWithTextsThatNeedEscapes_isReadBack(String text) {
    Assessment sheet =
        Assessment.builder()
            .edition(Editions.kla2024())
            .region(RegionCode.parse("16.10"))
            .round(Round.parse("2024/2025"))
            .stage("self")
            .source(text)
            .build();

    byte[] workbook = tables().write(sheet, KlaTables.Form.XLSX);

    assertThat(Sheets.merge(workbook).orThrow().assessment()).isEqualTo(sheet);
  }

  /** Spreadsheets write a carriage return as an escape. */
  @Test
  void read_workbookThatASpreadsheetEscaped_isRestored() {
    byte[] workbook =
        Books.of(
            Books.HEAD
                + Books.row(6, "code", "note")
                + Books.row(7, "1.1", "one_x000D_\ntwo_x0009__x005F_x0041_ _x00e9_"));

    Checked<KlaTables.Merged> merged = tables().merge(List.of(SheetFile.of("a", workbook)));

    assertThat(told(merged)).isEmpty();
    assertThat(merged.orThrow().assessment().notes())
        .containsEntry(QuestionCode.parse("1.1"), "one\r\ntwo\t_x0041_ é");
  }
}
