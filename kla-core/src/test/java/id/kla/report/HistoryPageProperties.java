package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Editions;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.rollup.History;
import id.kla.rollup.HistoryReport;
import id.kla.testing.Choices;
import id.kla.testing.Generator;
import id.kla.testing.jqwik.KlaArbitraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Laws of the page of rounds: its figures, read back, are those of the results. */
class HistoryPageProperties {

  private static final List<String> ROUNDS = List.of("2018", "2019", "2021", "2022", "2023");

  /** One result at most for each region, round and stage: a total with clusters, a tier or both. */
  private static List<DeclaredResult> results(Choices choices) {
    List<DeclaredResult> results = new ArrayList<>();
    for (String region : List.of("34.01", "34.71")) {
      for (String round : ROUNDS) {
        for (String stage : List.of("self", "final")) {
          int said = choices.between(0, 4);
          if (said < 3) {
            results.add(result(region, round, stage, said, choices));
          }
        }
      }
    }
    return results;
  }

  private static DeclaredResult result(
      String region, String round, String stage, int said, Choices choices) {
    DeclaredResult.Builder result = DeclaredResult.builder();
    result.region(RegionCode.parse(region)).round(Round.parse(round)).stage(stage).source("made");
    if (said != 0) {
      Points institution = Points.of(choices.below(164));
      result
          .total(institution.plus(Points.ofUnits(4_000_000 + 1_234L * choices.below(3_000))))
          .putClusters("K", institution);
    }
    if (said != 1) {
      result.tier(choices.oneOf(List.of("PRATAMA", "MADYA", "NINDYA")));
    }
    return result.build();
  }

  @Provide
  Arbitrary<List<DeclaredResult>> rounds() {
    Generator<List<DeclaredResult>> generator = HistoryPageProperties::results;
    return KlaArbitraries.of(generator);
  }

  private static String named(DeclaredResult result) {
    return result.stage().equals("self") ? "self-assessment" : "final stage";
  }

  private static Document page(List<DeclaredResult> results) {
    return Jsoup.parse(
        HtmlPage.write(
            HistoryPage.of(
                HistoryReport.of(Editions.kla2024(), results, List.of()), Language.ENGLISH)));
  }

  private static List<List<String>> rows(Element table) {
    return table.select("tbody tr").stream()
        .map(row -> row.select("th, td").stream().map(Element::text).toList())
        .toList();
  }

  private static String shown(Points points) {
    return points
        .toBigDecimal()
        .setScale(Math.max(2, points.toBigDecimal().stripTrailingZeros().scale()))
        .toPlainString();
  }

  @Property(tries = 60)
  void tables_readBackFromThePage_sayWhatIsKnownOfEachRound(
      @ForAll("rounds") List<DeclaredResult> results) {
    Document page = page(results);

    for (RegionCode region : results.stream().map(DeclaredResult::region).distinct().toList()) {
      Element table =
          page.select("table").stream()
              .filter(
                  each ->
                      each.expectFirst("caption")
                          .text()
                          .equals(Regions.builtIn().describe(region) + " against the ladder"))
              .findFirst()
              .orElseThrow();
      List<String> heads = table.select("thead th").eachText();
      List<List<String>> rows = rows(table);
      for (DeclaredResult result : results) {
        if (result.region().equals(region)) {
          assertThat(heads).contains(named(result));
          assertThat(rows).anyMatch(row -> row.get(0).equals(result.round().toString()));
        }
      }
      for (List<String> row : rows) {
        for (int column = 1; column < heads.size(); column++) {
          String stage = heads.get(column);
          told(
              row.get(column),
              results.stream()
                  .filter(each -> each.region().equals(region))
                  .filter(each -> each.round().toString().equals(row.get(0)))
                  .filter(each -> stage.equals(named(each)))
                  .findFirst());
        }
      }
    }
  }

  private static void told(String cell, Optional<DeclaredResult> result) {
    if (result.isEmpty()) {
      assertThat(cell).isEqualTo("not known");
      return;
    }
    Optional<Points> total = result.get().total();
    String said = total.map(HistoryPageProperties::shown).orElse("");
    assertThat(cell).startsWith(said);
    if (result.get().tier().isPresent()) {
      assertThat(cell).isEqualTo((said + " " + result.get().tier().get()).strip());
    }
  }

  /** What is said first is of one region: its last tier, its total, and how often in a row. */
  @Property(tries = 60)
  void answer_readBackFromThePage_isTheEndOfTheLine(
      @ForAll("rounds") List<DeclaredResult> results) {
    List<DeclaredResult> own =
        results.stream().filter(each -> each.region().equals(RegionCode.parse("34.01"))).toList();

    List<String> values = page(own).select("dl.answer dd.value").eachText();

    List<History> histories = HistoryReport.of(Editions.kla2024(), own, List.of()).histories();
    List<History.Turn> turns =
        histories.stream()
            .flatMap(history -> history.line("final").stream())
            .flatMap(line -> line.turns().stream())
            .toList();
    int last = turns.size() - 1;
    while (last >= 0 && turns.get(last).tier().isEmpty()) {
      last--;
    }
    if (last < 0) {
      assertThat(values).isEmpty();
      return;
    }
    String tier = turns.get(last).tier().orElseThrow();
    int first = last;
    while (first > 0 && turns.get(first - 1).tier().filter(tier::equals).isPresent()) {
      first--;
    }
    List<String> expected =
        new ArrayList<>(List.of(tier.equals(DeclaredResult.NONE) ? "no predicate" : tier));
    turns.get(last).total().ifPresent(total -> expected.add(shown(total)));
    if (first < last) {
      expected.add(Integer.toString(last - first + 1));
    }
    assertThat(values).isEqualTo(expected);
  }

  /** Each drawn change names both totals, and its parts add up to their difference. */
  @Property(tries = 60)
  void changes_readBackFromThePage_addUp(@ForAll("rounds") List<DeclaredResult> results) {
    for (Element table : page(results).select("table.drawn")) {
      String[] told = table.expectFirst("caption").text().split(": |, | → ", -1);
      Points before = Points.parse(told[2]);
      Points after = Points.parse(told[3]);
      assertThat(told[4]).isEqualTo(signed(after.minus(before)));
      Points sum = Points.ZERO;
      for (Element row : table.select("tbody tr:not(.group):not(.total)")) {
        sum = sum.plus(Points.parse(row.expectFirst("td").text()));
      }
      assertThat(sum).isEqualTo(after.minus(before));
      assertThat(Points.parse(table.expectFirst("tr.total td").text())).isEqualTo(sum);
      for (Points total : List.of(before, after)) {
        assertThat(results).anyMatch(each -> each.total().filter(total::equals).isPresent());
      }
    }
  }

  private static String signed(Points change) {
    return (change.signum() > 0 ? "+" : "") + shown(change);
  }
}
