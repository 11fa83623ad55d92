package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.fault.Language;
import id.kla.points.Points;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownPageTest {

  @Test
  void write_page_isMarkdown() {
    String markdown =
        MarkdownPage.write(
            new Page(
                Language.INDONESIAN,
                "Kota Kediri",
                List.of(
                    new Block.Highlights(
                        List.of(new Block.Highlight("Nilai", "600,36", "dari 1000"))),
                    new Block.Heading(2, "Panggil dahulu"),
                    new Block.Items(Block.Order.RANKED, List.of("Dinas A", "Dinas B")),
                    new Block.Note("Dihitung oleh kla."),
                    new BarChart(
                        "Sebab",
                        "Semua.",
                        "Sebab",
                        "Nilai",
                        "",
                        List.of(
                            BarChart.Row.of("tanpa data", Points.parse("7.5"), ""),
                            new BarChart.Row(
                                "jumlah", PageTable.Level.TOTAL, Points.parse("7.5"), ""))))));

    assertThat(markdown)
        .isEqualTo(
            """
            # Kota Kediri

            - Nilai: **600,36** · dari 1000

            ## Panggil dahulu

            1. Dinas A
            2. Dinas B

            > Dihitung oleh kla.

            **Sebab**

            | Sebab | Nilai |
            | --- | ---: |
            | tanpa data | 7,50 |
            | **jumlah** | **7,50** |

            Semua.
            """);
  }

  @Test
  void write_pipesAndMarkUp_areEscaped() {
    String markdown =
        MarkdownPage.write(
            Pages.of(
                new PageTable(
                    "a|b",
                    List.of(PageTable.Column.words("c|d")),
                    List.of(PageTable.Row.of("e|f\n| g | **h** <b>i</b> [j](k)")))));

    assertThat(markdown)
        .contains("**a\\|b**")
        .contains("| c\\|d |")
        .contains("| e\\|f \\| g \\| \\*\\*h\\*\\* \\<b\\>i\\</b\\> \\[j\\](k) |");
  }

  @Test
  void write_textThatWouldBeginAListOrALink_doesNot() {
    String markdown =
        MarkdownPage.write(
            Pages.of(
                new Block.Paragraph("1. one"),
                new Block.Paragraph("- two"),
                new Block.Paragraph("+ three"),
                new Block.Paragraph("see https://a.example or www.b.example or c@d.example")));

    assertThat(markdown)
        .contains("1\\. one")
        .contains("\\- two")
        .contains("\\+ three")
        .contains("https:\\/\\/a.example or www\\.b.example or c\\@d.example");
  }
}
