package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import id.kla.verification.EvidenceCheck;
import id.kla.verification.EvidenceReport;
import id.kla.verification.RiskShare;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;

/** Laws of the page of an agency: its figures, read back, are those of the report. */
class AgencyPageProperties {

  @Provide
  Arbitrary<Assessment> sheets() {
    return KlaArbitraries.of(Generators.assessments());
  }

  @Property(tries = 20)
  void figures_readBackFromThePage_areThoseOfTheShare(@ForAll("sheets") Assessment sheet) {
    EvidenceReport report = EvidenceReport.of(sheet, EvidenceCheck.on(Generators.DAY));
    for (RiskShare share : report.agencies().shares()) {
      if (share.holder() == RiskShare.Holder.NO_LEAD) {
        continue;
      }
      List<String> values =
          Jsoup.parse(HtmlPage.write(AgencyPage.of(report, share, Language.ENGLISH)))
              .select("dl.answer dd.value")
              .eachText();

      assertThat(Points.parse(values.get(0))).isEqualTo(share.atRisk());
      assertThat(Points.parse(values.get(1).split(" ", 2)[0]))
          .isEqualTo(share.recoverableAlone().total());
      assertThat(values.get(2)).isEqualTo(share.evidenced() + " of " + share.answered());
    }
  }
}
