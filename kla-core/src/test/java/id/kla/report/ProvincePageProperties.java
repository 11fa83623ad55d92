package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.rollup.Area;
import id.kla.rollup.RegionResult;
import id.kla.rollup.RollUp;
import id.kla.rollup.RollUpReport;
import id.kla.rollup.Spread;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import id.kla.testing.Choices;
import id.kla.testing.Generator;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Laws of the page of a province: its figures, read back, are those of the results. */
class ProvincePageProperties {

  private static final RegionCode YOGYAKARTA = RegionCode.parse("34");
  private static final List<String> TOTALS = List.of("0", "499.9999", "600", "600.36", "934.2");

  /** Some of the five regions have a score by one edition, some a published result, some both. */
  private static List<RegionResult> province(Choices choices) {
    Edition edition = Generators.editions().from(choices);
    int view = choices.between(0, 2);
    List<RegionResult> results = new ArrayList<>();
    for (Region region : Regions.builtIn().regionsOf(YOGYAKARTA)) {
      if (!choices.onceIn(4)) {
        Assessment sheet =
            Assessment.builder()
                .from(Generators.assessments(edition).from(choices))
                .region(region.code())
                .build();
        results.add(
            RegionResult.of(
                ScoringEngine.of(edition)
                    .score(
                        sheet,
                        List.of(View.claimed(), View.evidenced(Generators.DAY), View.latest(sheet))
                            .get(view)),
                Place.unknown()));
      }
      if (choices.onceIn(2)) {
        results.add(declared(region.code(), choices));
      }
    }
    return results;
  }

  private static RegionResult declared(RegionCode region, Choices choices) {
    DeclaredResult.Builder result = DeclaredResult.builder();
    result
        .region(region)
        .round(Round.of(2023))
        .stage(choices.oneOf(List.of("self", "final")))
        .total(Points.parse(choices.oneOf(TOTALS)))
        .source("made");
    if (choices.onceIn(2)) {
      result.tier(choices.oneOf(List.of("PRATAMA", "MADYA", DeclaredResult.NONE)));
    }
    return RegionResult.of(result.build(), Editions.kla2024(), Place.unknown());
  }

  @Provide
  Arbitrary<List<RegionResult>> provinces() {
    Generator<List<RegionResult>> generator = ProvincePageProperties::province;
    return KlaArbitraries.of(generator);
  }

  /** What stands below a heading of a round. */
  private record Section(List<Element> elements) {

    List<String> rows(String caption) {
      return elements.stream()
          .flatMap(element -> element.select("table").stream())
          .filter(table -> table.expectFirst("caption").text().startsWith(caption))
          .flatMap(table -> table.select("tbody tr").stream())
          .map(row -> String.join("|", row.select("th, td").eachText()))
          .toList();
    }

    List<String> answers() {
      return elements.stream()
          .flatMap(each -> each.select("dl.answer dd").eachText().stream())
          .toList();
    }
  }

  private static List<Section> sections(RollUpReport report) {
    List<Section> sections = new ArrayList<>();
    for (Element element :
        Jsoup.parse(HtmlPage.write(ProvincePage.of(report, Language.ENGLISH)))
            .expectFirst("main")
            .children()) {
      if (element.is("h2")) {
        sections.add(new Section(new ArrayList<>()));
      } else if (!sections.isEmpty()) {
        sections.get(sections.size() - 1).elements().add(element);
      }
    }
    return sections;
  }

  @Property(tries = 60)
  void figures_readBackFromThePage_areThoseOfTheResults(
      @ForAll("provinces") List<RegionResult> results) {
    RollUpReport report = RollUpReport.of(RollUp.of(results), new Area(Optional.of(YOGYAKARTA)));

    List<Section> sections = sections(report);

    assertThat(sections).hasSameSizeAs(report.parts());
    for (int i = 0; i < sections.size(); i++) {
      RollUpReport.Part part = report.parts().get(report.parts().size() - 1 - i);
      Section section = sections.get(i);
      List<RegionResult> own =
          RollUp.of(results).results().stream()
              .filter(
                  each -> RollUp.of(List.of(each)).headings().contains(part.summary().heading()))
              .toList();
      counts(section, own);
      ranks(section, own);
      clusters(section, own, part);
    }
  }

  private static void counts(Section section, List<RegionResult> own) {
    Map<String, Integer> held = new HashMap<>();
    int none = 0;
    for (RegionResult result : own) {
      String tier = result.tier().orElse("");
      if (tier.equals(RegionResult.NONE)) {
        none++;
      } else if (!tier.isEmpty()) {
        held.merge(tier, 1, Integer::sum);
      }
    }
    int awarded = held.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(section.answers())
        .containsSequence(awarded + " of 5", "results of " + own.size() + " of 5");
    List<String> rows = section.rows("Regencies and cities by predicate");
    assertThat(rows).contains("none|" + none);
    held.forEach((tier, count) -> assertThat(rows).contains(tier + "|" + count));
    assertThat(rows.stream().mapToInt(row -> Integer.parseInt(row.split("\\|", -1)[1])).sum())
        .isEqualTo(5);
  }

  /** The rank of each is counted, and so is between which it can still be. */
  private static void ranks(Section section, List<RegionResult> own) {
    List<String> rows = section.rows("Ranking by total");
    List<RegionResult> ranked = own.stream().filter(each -> each.total().isPresent()).toList();
    assertThat(rows).hasSameSizeAs(ranked);
    boolean isOpen =
        section.elements().stream().anyMatch(each -> each.text().startsWith("Not all is decided"));
    for (RegionResult result : ranked) {
      Points total = result.total().orElseThrow();
      String expected =
          Regions.builtIn().describe(result.region())
              + "|"
              + (1
                  + ranked.stream()
                      .filter(each -> isAbove(each.total().orElseThrow(), total))
                      .count())
              + "|";
      if (isOpen) {
        Points least = result.bounds().orElseThrow().least();
        Points greatest = result.bounds().orElseThrow().greatest();
        expected +=
            between(
                    Long.toString(
                        1
                            + ranked.stream()
                                .filter(each -> each != result)
                                .filter(
                                    each -> isAbove(each.bounds().orElseThrow().least(), greatest))
                                .count()),
                    Long.toString(
                        1
                            + ranked.stream()
                                .filter(each -> each != result)
                                .filter(
                                    each -> isAbove(each.bounds().orElseThrow().greatest(), least))
                                .count()))
                + "|"
                + shown(total)
                + "|"
                + between(shown(least), shown(greatest));
      } else {
        expected += shown(total);
      }
      String row = expected;
      assertThat(rows).anyMatch(each -> each.startsWith(row));
    }
  }

  private static boolean isAbove(Points one, Points other) {
    return one.compareTo(other) > 0;
  }

  private static String between(String least, String most) {
    return least.equals(most) ? least : least + " to " + most;
  }

  /** Two decimals, and more where there are more. */
  private static String shown(Points points) {
    return points
        .toBigDecimal()
        .setScale(Math.max(2, points.toBigDecimal().stripTrailingZeros().scale()))
        .toPlainString();
  }

  private static void clusters(Section section, List<RegionResult> own, RollUpReport.Part part) {
    List<String> rows = section.rows("Points by cluster");
    assertThat(rows).hasSameSizeAs(part.summary().clusters().entrySet());
    int at = 0;
    for (String code : part.summary().clusters().keySet()) {
      Spread known =
          Spread.of(
              own.stream()
                  .flatMap(each -> Optional.ofNullable(each.clusters().get(code)).stream())
                  .toList());
      String[] cells = rows.get(at++).split("\\|", -1);
      assertThat(cells[0]).startsWith(code);
      assertThat(cells[1]).isEqualTo(Integer.toString(known.count()));
      assertThat(cells[2]).isEqualTo(shown(known.least().orElseThrow()));
      assertThat(cells[5]).isEqualTo(shown(known.greatest().orElseThrow()));
    }
  }
}
