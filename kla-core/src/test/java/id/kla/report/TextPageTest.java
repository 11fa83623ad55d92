package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextPageTest {

  @Test
  void write_page_isText() {
    String text =
        TextPage.write(
            Pages.of(
                new Block.Highlights(List.of(new Block.Highlight("Score", "600.36", "of 1000"))),
                new Block.Heading(2, "Whom to call"),
                new Block.Items(Block.Order.RANKED, List.of("Dinas A", "Dinas B")),
                new Block.Note("Computed by kla."),
                new PageTable(
                    "Points",
                    List.of(PageTable.Column.words("Agency"), PageTable.Column.number("at risk")),
                    List.of(PageTable.Row.of("Dinas A", "7.50"), PageTable.Row.of("B", "12.00")))));

    assertThat(text)
        .isEqualTo(
            """
            Page
            ====

              Score: 600.36 · of 1000

            Whom to call
            ------------

              1. Dinas A
              2. Dinas B

            ! Computed by kla.

            Points
              Agency   at risk
              Dinas A     7.50
              B          12.00
            """);
  }

  @Test
  void write_longWords_areBrokenIntoLines() {
    String text =
        TextPage.write(
            Pages.of(
                new PageTable(
                    "t",
                    List.of(PageTable.Column.words("h"), PageTable.Column.number("n")),
                    List.of(PageTable.Row.of("a ".repeat(30) + "x".repeat(50), "1")))));

    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(52));
    assertThat(text).contains("x".repeat(44));
  }
}
