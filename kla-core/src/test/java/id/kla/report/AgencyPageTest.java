package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.edition.QuestionCode;
import id.kla.fault.Language;
import id.kla.verification.EvidenceCheck;
import id.kla.verification.EvidenceReport;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The sheet of {@link RegionPageTest}: 12 points of Dinas Kesehatan without evidence. */
class AgencyPageTest {

  private static EvidenceReport report(Assessment sheet) {
    return EvidenceReport.of(sheet, EvidenceCheck.on(RegionPageTest.DAY));
  }

  private static Document page(Assessment sheet, String agency, Language language) {
    EvidenceReport report = report(sheet);
    return Jsoup.parse(
        HtmlPage.write(
            AgencyPage.of(report, report.agencies().find(agency).orElseThrow(), language)));
  }

  private static List<String> rows(Document page, String caption) {
    return Pages.rows(page, caption);
  }

  /** It claims 12, of which the cap of indicator 1 leaves 8: 10 + 8 = 18. */
  @Test
  void of_agency_saysFirstWhatIsAtRiskAndWhatItsCompletionAloneBrings() {
    Document page = page(RegionPageTest.evidenced(), "DINKES", Language.ENGLISH);

    assertThat(page.title()).isEqualTo("Dinas Kesehatan · Kota Kediri");
    assertThat(page.select("dl.answer dd").eachText())
        .containsExactly(
            "12.00",
            "beside 0.00 that are held",
            "18.00 HIGH",
            "instead of 10.00 (LOW), if nobody else changes anything",
            "0 of 2",
            "it leads 2 questions");
    assertThat(page.select("p.note").text()).startsWith("Computed by kla, not declared");
  }

  @Test
  void of_agency_listsWhatToHandIn() {
    Document page = page(RegionPageTest.evidenced(), "Dinas Kesehatan", Language.ENGLISH);

    assertThat(rows(page, "Points at risk by question"))
        .containsExactly(
            "1.a · Question 1.a|6.00|no evidence",
            "1.b · Question 1.b|6.00|no evidence",
            "All|12.00|");
    assertThat(rows(page, "Documents"))
        .containsExactly("1.a · Question 1.a|Decree|nothing", "1.b · Question 1.b|Decree|nothing");
  }

  @Test
  void of_agency_saysWhereEachOfItsQuestionsStands() {
    assertThat(
            rows(
                page(RegionPageTest.evidenced(), "DINKES", Language.INDONESIAN),
                "Keadaan setiap pertanyaan"))
        .containsExactly(
            "1.a · Pertanyaan 1.a|6,00|0,00|6,00|masih terbuka",
            "1.b · Pertanyaan 1.b|6,00|0,00|6,00|masih terbuka",
            "Semua|12,00|0,00|12,00|");
  }

  @Test
  void of_roleWithNothingAtRisk_saysSoAndNamesDocumentsThatEnd() {
    Assessment sheet =
        Assessment.builder()
            .from(RegionPageTest.evidenced())
            .evidence(
                List.of(
                    Evidence.builder()
                        .id("E1")
                        .kind("decree")
                        .title("SK <b>2022</b>")
                        .addQuestions(QuestionCode.parse("2.a"))
                        .validUntil(LocalDate.parse("2024-01-31"))
                        .build()))
            .build();

    Document page = page(sheet, "school", Language.ENGLISH);

    assertThat(page.select("main > p").eachText()).contains("Nothing is at risk here.");
    assertThat(rows(page, "They hold now; replace each before its last day"))
        .containsExactly("E1 · SK <b>2022</b>|31 January 2024|2.a");
    assertThat(page.select("b")).isEmpty();
  }

  @Test
  void of_shareOfAnotherReport_isRefused() {
    EvidenceReport report = report(RegionPageTest.evidenced());
    Assessment other =
        Assessment.builder().from(RegionPageTest.evidenced()).agencies(List.of()).build();

    assertThatThrownBy(
            () ->
                AgencyPage.of(
                    report,
                    report(other).agencies().find("health").orElseThrow(),
                    Language.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found health; allowed: [DINKES, school]");
  }
}
