package id.kla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.kla.edition.Editions;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoringEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code kla report}. */
class ReportCommandTest {

  private static final String OGAN_ILIR = "examples/ogan-ilir-2024.json";
  private static final String KEDIRI = "examples/kediri-2023.json";

  @TempDir private Path folder = Path.of("");

  private static Document page(Run run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(Main.FINE);
    return Jsoup.parse(run.out());
  }

  // Figures

  /** The README's figures: 771.81, and 28.20 more to get above 800. */
  @Test
  void report_oganIlir_saysScorePredicateAndDistance() {
    Document page = page(Run.of("report", OGAN_ILIR, "--locale", "id"));

    assertThat(page.title()).isEqualTo("Kabupaten Ogan Ilir · KLA 2024/2025");
    assertThat(page.select("dl.answer dd").eachText())
        .containsExactly(
            "771,81",
            "dari 1000",
            "NINDYA",
            "jika semua klaim terbukti",
            "UTAMA",
            "kurang 28,20 nilai (di atas 800)");
    assertThat(page.select("svg.drawing text").eachText())
        .contains("771,81", "↑ kurang 28,20 ke UTAMA", "↓ 71,80 sebelum MADYA");
  }

  @Test
  void report_figuresReadBack_areThoseOfTheScore() throws IOException {
    ScoredAssessment scored =
        ScoringEngine.of(Editions.kla2024())
            .score(KlaJson.strict().read(KlaFormat.ASSESSMENT, Path.of(OGAN_ILIR)).orThrow());

    Document page = page(Run.of("report", OGAN_ILIR));

    Element table = page.select("table.drawn").get(1);
    List<Element> rows = table.select("tbody tr:not(.group)");
    assertThat(rows).hasSize(scored.indicators().size());
    for (int i = 0; i < rows.size(); i++) {
      ScoredIndicator indicator = scored.indicators().get(i);
      assertThat(rows.get(i).expectFirst("th").text()).startsWith(indicator.code() + " · ");
      assertThat(Points.parse(rows.get(i).expectFirst("td[data-of=held]").text()))
          .isEqualTo(indicator.points());
      assertThat(Points.parse(rows.get(i).expectFirst("td[data-of=maximum]").text()))
          .isEqualTo(indicator.maximum());
    }
  }

  /** What kediri-2023.README.md tells: 601.35 hold, three agencies, together 724.35. */
  @Test
  void report_kediriOnADay_saysWhomToCall() {
    Document page = page(Run.of("report", KEDIRI, "--as-of", "2023-06-30"));

    assertThat(page.select("dl.answer dd.value").eachText())
        .containsExactly("601.35", "MADYA", "NINDYA");
    assertThat(page.select("main > ol li").eachText())
        .containsExactly(
            "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga"
                + " Berencana: 71.65 points",
            "Dinas Pendidikan: 42.50 points",
            "Dinas Kesehatan: 37.85 points");
    assertThat(page.select("main > p").eachText())
        .contains(
            "If all three complete their evidence: 724.35 (NINDYA); then 75.66 more to UTAMA.");
  }

  /** By default the last stage counts, which published 600.36. */
  @Test
  void report_kediriWithoutADay_isOfTheLastStage() {
    Document page = page(Run.of("report", KEDIRI));

    assertThat(page.select("dl.answer dd").eachText())
        .containsSequence("600.36", "of 1000", "MADYA", "by this score");
    assertThat(page.select("h2").eachText()).contains("From stage to stage");
  }

  // Forms

  @Test
  void report_asMarkdownOrText_saysTheSame() {
    String markdown = Run.of("report", OGAN_ILIR, "--format", "md").out();
    String text = Run.of("report", OGAN_ILIR, "--format", "text").out();

    assertThat(markdown)
        .startsWith("# Kabupaten Ogan Ilir · KLA 2024/2025\n")
        .contains("- Score: **771.81** · of 1000\n")
        .contains("- Next predicate: **UTAMA** · 28.20 points more (above 800)\n");
    assertThat(text)
        .startsWith("Kabupaten Ogan Ilir · KLA 2024/2025\n=====")
        .contains("  Score: 771.81 · of 1000\n");
  }

  @Test
  void report_toAFile_writesWhatStandardOutputGets() throws IOException {
    Path file = folder.resolve("page.html");

    Run run = Run.of("report", OGAN_ILIR, "-o", file.toString());

    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(Run.of("report", OGAN_ILIR).out());
  }

  /** A portal serves pages that another user of the machine made. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void report_toAFile_mayBeReadByWhoMayReadAnyNewFile() throws IOException {
    Path usual = Files.createFile(folder.resolve("usual"));
    Path file = folder.resolve("page.html");

    Run.of("report", OGAN_ILIR, "--format", "text", "-o", file.toString());

    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
  }

  // What goes wrong

  @Test
  void report_faultySheet_writesNoPage() throws IOException {
    Path sheet = Files.writeString(folder.resolve("a.json"), "{\"format\": \"kla.assessment/1\"}");
    Path file = folder.resolve("page.html");

    Run run = Run.of("report", sheet.toString(), "-o", file.toString());

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("error: ");
    assertThat(file).doesNotExist();
  }

  @Test
  void report_dayOfAClaim_isWrongUsage() {
    Run run = Run.of("report", OGAN_ILIR, "--basis", "claimed", "--as-of", "2023-06-30");

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("--as-of is for --basis evidenced.");
  }

  // Texts of a document

  /** A sheet with a text in each field that may hold one; it needs no plan. */
  private static final String FULL =
      """
      {"format": "kla.assessment/1", "edition": "kla-2024", "region": "35.71", "round": "2023",
       "stage": "self", "source": "a source",
       "answers": {"4.1": 1, "12.1": 3, "24B.1": {"notApplicable": "no such case"}},
       "notes": {"12.1": "a note"},
       "agencies": [{"code": "dinkes", "name": "Dinas Kesehatan", "kind": "own",
         "aliases": ["DKK"], "roles": ["health"]}],
       "evidence": [{"id": "E1", "questions": ["12.1"], "kind": "statistics", "title": "a title",
         "agency": "DKK", "issued": "2020-06-29", "location": "a place",
         "status": {"VA": {"ruling": "rejected", "reason": "A REASON", "note": "a note"}}}],
       "findings": [{"question": "12.1", "stage": "VA", "ruling": "revised", "points": 1,
         "reason": "PART", "note": "a note"}]}
      """;

  private static final List<String> WICKED =
      List.of(
          "</title><script>alert(1)</script><img src=x onerror=alert(1)>"
              + "\"' onload=alert(1) <svg><style>*{}</style></svg> &lt;b&gt; <!-- ]]>",
          "=HYPERLINK(\"http://a.example\") | x | \u202e\u0007",
          "x".repeat(10_000));

  /** Every place of a text in a document, as a pointer. */
  private static void places(JsonNode node, String at, List<String> places) {
    if (node instanceof ObjectNode object) {
      Iterator<String> names = object.fieldNames();
      while (names.hasNext()) {
        String name = names.next();
        places(object.get(name), at + "/" + name, places);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        places(array.get(i), at + "/" + i, places);
      }
    } else if (node.isTextual()) {
      places.add(at);
    }
  }

  private static JsonNode with(JsonNode document, String place, String text) {
    JsonNode copy = document.deepCopy();
    int slash = place.lastIndexOf('/');
    JsonNode parent = copy.at(place.substring(0, slash));
    String name = place.substring(slash + 1);
    if (parent instanceof ObjectNode object) {
      object.set(name, TextNode.valueOf(text));
    } else if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), TextNode.valueOf(text));
    }
    return copy;
  }

  @Test
  void report_wickedTextInAnyField_isRefusedOrHarmless() throws IOException {
    JsonNode document = new ObjectMapper().readTree(FULL);
    List<String> places = new ArrayList<>();
    places(document, "", places);
    List<String> elements = elements(document.toString());
    int written = 0;

    for (String place : places) {
      for (String text : WICKED) {
        Run run = run(with(document, place, text).toString());
        if (run.status() == Main.FINE) {
          written++;
          assertThat(elements(Jsoup.parse(run.out()))).as(place + " " + text).isEqualTo(elements);
        } else {
          assertThat(run.status()).as(place).isEqualTo(Main.FAULTY_INPUT);
        }
      }
    }
    // Source, notes, names, titles, places, reasons and the like are any text at all.
    assertThat(written).isGreaterThan(30);
  }

  @Test
  void report_wickedTextInAnyField_isHarmlessOnThePageOfTheAgency() throws IOException {
    JsonNode document = new ObjectMapper().readTree(FULL);
    List<String> places = new ArrayList<>();
    places(document, "", places);
    List<String> elements = elements(page(agency(document)));
    int written = 0;

    for (String place : places) {
      for (String text : WICKED) {
        Run run = agency(with(document, place, text));
        if (run.status() == Main.FINE) {
          written++;
          // A document that is no longer asked for, or whose agency is another, leaves a row out.
          assertThat(elements).as(place + " " + text).containsAll(elements(Jsoup.parse(run.out())));
        } else {
          assertThat(run.status()).as(place).isEqualTo(Main.FAULTY_INPUT);
        }
      }
    }
    assertThat(written).isGreaterThan(30);
  }

  private static Run agency(JsonNode sheet) {
    return Run.fed(
        sheet.toString().getBytes(StandardCharsets.UTF_8),
        "report",
        "-",
        "--as-of",
        "2023-06-30",
        "--agency",
        sheet.at("/agencies/0/code").textValue());
  }

  /** What was published, with a text in each field that may hold one. */
  private static final String DECLARED =
      """
      {"format": "kla.declared/1", "results": [
        {"region": "35.71", "round": "2022", "stage": "final", "total": 605.5, "tier": "MADYA",
         "source": "a source", "clusters": {"K": 150}},
        {"region": "35.71", "round": "2023", "stage": "final", "total": 640.5, "tier": "MADYA",
         "source": "a source", "clusters": {"K": 165}}]}
      """;

  @Test
  void report_wickedTextInPublishedResults_isHarmlessOnPagesOfProvincesAndRounds()
      throws IOException {
    JsonNode document = new ObjectMapper().readTree(DECLARED);
    List<String> places = new ArrayList<>();
    places(document, "", places);
    for (List<String> kind : List.of(List.of("--province", "35"), List.of("--history"))) {
      Set<String> harmless = new HashSet<>(elements(page(published(document.toString(), kind))));
      int written = 0;

      for (String place : places) {
        for (String text : WICKED) {
          Run run = published(with(document, place, text).toString(), kind);
          if (!run.out().isEmpty()) {
            written++;
            assertThat(harmless)
                .as(kind + " " + place + " " + text)
                .containsAll(elements(Jsoup.parse(run.out())));
          } else {
            assertThat(run.status()).as(place).isEqualTo(Main.FAULTY_INPUT);
          }
        }
      }
      assertThat(written).as(kind.toString()).isGreaterThan(6);
    }
  }

  private Run published(String results, List<String> kind) throws IOException {
    Path file = Files.writeString(folder.resolve("declared.json"), results);
    List<String> arguments = new ArrayList<>(List.of("report", file.toString()));
    arguments.addAll(kind);
    return Run.of(arguments.toArray(String[]::new));
  }

  private static Run run(String sheet) {
    return Run.fed(sheet.getBytes(StandardCharsets.UTF_8), "report", "-", "--as-of", "2023-06-30");
  }

  private static List<String> elements(String sheet) {
    return elements(page(run(sheet)));
  }

  private static String shape(Element element) {
    return element.tagName()
        + element.attributes().asList().stream().map(Attribute::getKey).toList();
  }

  private static List<String> elements(Document page) {
    return page.getAllElements().stream().map(ReportCommandTest::shape).toList();
  }

  // Agencies, provinces, rounds

  /** By hand: 2.25 + 4 + 3 + 3 + 2.4 + 2.4 + 7.2 + 6.4 can be completed, 4 + 3.2 are lost. */
  @Test
  void report_agency_saysItsRiskAndWhatItsCompletionAloneBrings() {
    Document page =
        page(Run.of("report", KEDIRI, "--as-of", "2023-06-30", "--agency", "dinas kesehatan"));

    assertThat(page.title()).isEqualTo("Dinas Kesehatan · Kota Kediri");
    assertThat(page.select("dl.answer dd").eachText())
        .contains("37.85", "632.00 MADYA", "49 of 59");
  }

  @Test
  void report_unknownAgency_isAFaultThatNamesTheNearest() {
    Run run = Run.of("report", KEDIRI, "--as-of", "2023-06-30", "--agency", "DINKE");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("\"DINKE\"", "dinkes");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void report_agencyWithoutADay_isWrongUsage() {
    Run run = Run.of("report", KEDIRI, "--agency", "DINKES");

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("give --as-of DATE, too");
  }

  @Test
  void report_twoKindsOfPage_isWrongUsage() {
    Run run = Run.of("report", KEDIRI, "--history", "--province", "35");

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("only one of --agency, --all-agencies");
  }

  @Test
  void report_allAgencies_writesAFileForEachWhoLeads() throws IOException {
    Path pages = folder.resolve("opd");
    Run run =
        Run.of(
            "report",
            KEDIRI,
            "--as-of",
            "2023-06-30",
            "--all-agencies",
            pages.toString(),
            "--locale",
            "id");

    assertThat(run.status()).isEqualTo(Main.FINE);
    try (Stream<Path> written = Files.list(pages)) {
      assertThat(written.map(file -> String.valueOf(file.getFileName())).sorted().toList())
          .hasSize(26)
          .contains("dinkes.html", "dp3ap2kb.html", "bag-hukum.html")
          .allMatch(name -> name.endsWith(".html"));
    }
    assertThat(Jsoup.parse(Files.readString(pages.resolve("dinkes.html"))).title())
        .isEqualTo("Dinas Kesehatan · Kota Kediri");
  }

  @Test
  void report_allAgenciesWhereAFolderIsInTheWay_leavesNothingHalf() throws IOException {
    Path pages = folder.resolve("pages");
    Files.createDirectories(pages.resolve("apsai.html"));

    Run run = Run.of("report", KEDIRI, "--as-of", "2023-06-30", "--all-agencies", pages.toString());

    assertThat(run.status()).isEqualTo(Main.OWN_FAULT);
    assertThat(run.err()).contains("can't be written");
    try (Stream<Path> left = Files.list(pages)) {
      assertThat(left.map(file -> String.valueOf(file.getFileName())).toList())
          .containsExactly("apsai.html");
    }
  }

  /** What stands on standard input can be read once; a province needs it twice. */
  @Test
  void report_provinceFromStandardInput_isWrongUsage() {
    Run run = Run.of("report", "-", "--province", "35");

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("give a file instead of -");
  }

  @Test
  void report_allRegions_writesAFileForEachAndTellsWhatIsFaulty() throws IOException {
    Path sheets = Files.createDirectories(folder.resolve("sheets"));
    Path pages = folder.resolve("pages");
    String kediri = Files.readString(Path.of(KEDIRI));
    Files.copy(Path.of(OGAN_ILIR), sheets.resolve("a.json"));
    Files.writeString(sheets.resolve("b.json"), kediri);
    Files.writeString(sheets.resolve("c.json"), kediri.substring(0, kediri.length() / 2));
    Files.writeString(sheets.resolve("d.json"), kediri);

    Run run = Run.of("report", sheets.toString(), "--all-regions", pages.toString());

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("c.json").doesNotContain("a.json", "b.json", "d.json");
    try (Stream<Path> written = Files.list(pages)) {
      assertThat(written.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrder("16.10.html", "35.71.html", "35.71-2.html");
    }
    assertThat(Files.readString(pages.resolve("16.10.html")))
        .isEqualTo(Run.of("report", OGAN_ILIR).out());
    assertThat(pages.resolve("35.71-2.html")).hasSameBinaryContentAs(pages.resolve("35.71.html"));
  }

  @Test
  void report_allRegionsWithAFileForAll_isWrongUsage() {
    Run run =
        Run.of(
            "report",
            OGAN_ILIR,
            "--all-regions",
            folder.toString(),
            "-o",
            folder.resolve("page.html").toString());

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("leave -o out");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void report_allRegionsWhereAFolderIsInTheWay_stopsThere() throws IOException {
    Files.createDirectories(folder.resolve("16.10.html"));

    Run run = Run.of("report", OGAN_ILIR, "--all-regions", folder.toString());

    assertThat(run.status()).isEqualTo(Main.OWN_FAULT);
    assertThat(run.err()).contains("can't be written");
    assertThat(folder.resolve("16.10.html")).isEmptyDirectory();
  }

  @Test
  void report_province_saysWhoHoldsWhatAndThatItIsMade() {
    Document page = page(Run.of("report", "examples/east-java-2023-made.csv", "--province", "35"));

    assertThat(page.title())
        .isEqualTo("Provinsi Jawa Timur (35): regencies and cities at a glance");
    assertThat(page.select("dl.answer dd").eachText()).contains("38 of 38", "met");
    assertThat(page.select("main > ul li").eachText())
        .anyMatch(source -> source.contains("MADE for this example"));
    assertThat(page.expectFirst("table").select("tbody tr").eachText())
        .contains("MADYA 18", "NINDYA 16", "UTAMA 4", "KLA 0");
  }

  @Test
  void report_history_saysHowLongAPredicateWasHeld() {
    Document page = page(Run.of("report", "examples/kediri-2018-2024.csv", "--history"));

    assertThat(page.title()).isEqualTo("Kota Kediri (35.71): round by round");
    assertThat(page.select("dl.answer dd").eachText())
        .contains("MADYA", "600.36", "5", "MADYA at each, 2018 to 2023");
  }

  // Results that were found before

  private static final String RAD_MEASURES = "examples/ogan-ilir-rad-measures.json";
  private static final String MEASURES = "examples/ogan-ilir-2024-measures.json";

  private String found(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--format", "json"));
    Run run = Run.of(all.toArray(String[]::new));
    assertThat(run.status()).isEqualTo(Main.FINE);
    return Files.writeString(folder.resolve(arguments[0] + ".json"), run.out()).toString();
  }

  private String rad() throws IOException {
    return found(
        "rad",
        OGAN_ILIR,
        "--measures",
        RAD_MEASURES,
        "--goals",
        "examples/ogan-ilir-rad-goals.csv");
  }

  /** What ogan-ilir-rad.README.md tells: 700 million, 830.51, both targets. */
  @Test
  void report_actionPlan_saysWhatItReachesAndCostsInBothLanguages() throws IOException {
    String rad = rad();

    Document english = page(Run.of("report", rad));
    Document indonesian = page(Run.of("report", rad, "--locale", "id"));

    assertThat(english.select("dl.answer dd").eachText())
        .contains("UTAMA", "830.51 points; now 771.81 (NINDYA)", "700,000,000", "2 of 2");
    assertThat(indonesian.select("dl.answer dd").eachText())
        .contains("UTAMA", "830,51 nilai; sekarang 771,81 (NINDYA)", "700.000.000", "2 dari 2");
    assertThat(english.select("tr.group th").eachText())
        .contains("2026: 789.31 NINDYA", "2028: 820.51 UTAMA", "2030: 830.51 UTAMA");
    assertThat(Run.of("report", rad, "--format", "text").out())
        .contains("  It costs: 700,000,000 · 10 measures");
  }

  /** The README's figures: the cheapest plan to UTAMA costs 240 million. */
  @Test
  void report_plan_saysWhatItCostsInBothLanguages() throws IOException {
    String plan = found("plan", OGAN_ILIR, "--measures", MEASURES, "--next", "1");

    assertThat(page(Run.of("report", plan)).select("dl.answer dd").eachText())
        .contains("UTAMA", "800.51 points; now 771.81 (NINDYA)", "240,000,000");
    assertThat(page(Run.of("report", plan, "--locale", "id")).title())
        .isEqualTo("Kabupaten Ogan Ilir · Jalan ke UTAMA");
  }

  @Test
  void report_planWithinABudget_saysWhatItReaches() throws IOException {
    String plan = found("plan", OGAN_ILIR, "--measures", MEASURES, "--budget", "240000000");

    Document page = page(Run.of("report", plan));

    assertThat(page.title()).isEqualTo("Kabupaten Ogan Ilir · What 240,000,000 can reach");
    assertThat(page.select("dl.answer dd").eachText())
        .anyMatch(text -> text.contains("no plan for as much reaches more"));
  }

  @Test
  void report_simulation_saysTheChanceFirst() throws IOException {
    String simulation =
        found(
            "simulate",
            KEDIRI,
            "--basis",
            "claimed",
            "--survival",
            "published",
            "--target",
            "MADYA",
            "--draws",
            "2000");

    Document page = page(Run.of("report", simulation, "--locale", "id"));

    assertThat(page.select("dl.answer dt").eachText().get(0))
        .isEqualTo("Peluang MADYA atau lebih tinggi");
    assertThat(page.select("main > p").eachText())
        .anyMatch(text -> text.startsWith("Sampel: 2000 tarikan dengan benih 1;"));
    assertThat(page.select("p.note").text()).contains("4 pasangan");
  }

  @Test
  void report_resultByAnotherView_isWrongUsage() throws IOException {
    String plan = found("plan", OGAN_ILIR, "--budget", "1");

    for (List<String> more :
        List.of(
            List.of("--basis", "claimed"),
            List.of("--agency", "DP3A"),
            List.of("--measures", MEASURES))) {
      List<String> arguments = new ArrayList<>(List.of("report", plan));
      arguments.addAll(more);
      Run run = Run.of(arguments.toArray(String[]::new));

      assertThat(run.status()).as(more.toString()).isEqualTo(Main.WRONG_USAGE);
      assertThat(run.err())
          .contains("is a result (kla.plan/1)", "--known out, or give the assessment");
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void report_resultThatIsBroken_isFaulty() throws IOException {
    Path rad = Files.writeString(folder.resolve("a.json"), "{\"format\": \"kla.rad/1\"}");

    Run run = Run.of("report", rad.toString());

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("a.json");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void report_withMeasures_makesTheWayOfThem() {
    Document page = page(Run.of("report", OGAN_ILIR, "--measures", MEASURES));

    assertThat(page.select("main > p").eachText())
        .contains("At least 240,000,000; no way costs less.");
    assertThat(page.select("tr.group th").eachText()).contains("DP3A", "KEMENAG", "DISDIK");
    assertThat(page.select("tr.total td").eachText()).contains("240,000,000");
  }

  @Test
  void report_withFaultyMeasures_isFaulty() throws IOException {
    Path measures = Files.writeString(folder.resolve("m.json"), "{\"format\": \"kla.measures/1\"}");

    Run run = Run.of("report", OGAN_ILIR, "--measures", measures.toString());

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("m.json");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void report_measuresForAnotherPage_isWrongUsage() {
    Run run = Run.of("report", KEDIRI, "--history", "--measures", MEASURES);

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("--measures is for the page of one region.");
  }

  /** A sheet and measures with a text in each field that may hold one. */
  private static final String WORDY =
      """
      {"format": "kla.measures/1", "edition": "kla-2024", "measures": [
        {"code": "A-1", "name": {"id": "satu", "en": "one"}, "awards": {"7.2": 22}, "cost": 100,
         "agency": "DINKES", "state": "running",
         "references": [{"kind": "RPJMD", "code": "2.08", "year": 2026}], "needs": ["B-1"]},
        {"code": "B-1", "name": "two", "cost": 5, "chance": {"percent": 80}}]}
      """;

  @Test
  void report_wickedTextInMeasures_isHarmlessOnPagesOfPlans() throws IOException {
    JsonNode document = new ObjectMapper().readTree(WORDY);
    List<String> places = new ArrayList<>();
    places(document, "", places);
    List<List<String>> kinds =
        List.of(
            List.of("plan", "--budget", "200"),
            List.of("rad", "--years", "2026-2027", "--target", "NINDYA"));
    for (List<String> kind : kinds) {
      Set<String> harmless = new HashSet<>(elements(page(planned(document.toString(), kind))));
      int written = 0;

      for (String place : places) {
        Run run = planned(with(document, place, String.join("", WICKED)).toString(), kind);
        if (!run.out().isEmpty()) {
          written++;
          assertThat(harmless).as(kind + " " + place).containsAll(elements(Jsoup.parse(run.out())));
        } else {
          assertThat(run.status()).as(place).isEqualTo(Main.FAULTY_INPUT);
        }
      }
      // Names, agency, and where a measure stands are any text at all.
      assertThat(written).as(kind.toString()).isGreaterThan(4);
    }
  }

  /** Plans with the measures, and makes the page of that; or returns why that can't be. */
  private Run planned(String measures, List<String> kind) throws IOException {
    Path file = Files.writeString(folder.resolve("measures.json"), measures);
    List<String> arguments =
        new ArrayList<>(
            List.of(kind.get(0), OGAN_ILIR, "--measures", file.toString(), "--format", "json"));
    arguments.addAll(kind.subList(1, kind.size()));
    Run run = Run.of(arguments.toArray(String[]::new));
    return run.status() == Main.FINE ? Run.fed(run.content(), "report", "-") : run;
  }

  @Test
  void report_wickedTextInPairsAndAgencies_isHarmlessOnThePageOfASimulation() throws IOException {
    List<String> harmless = elements(page(simulated("a source", "Dinas Kesehatan")));

    for (String text : WICKED) {
      assertThat(elements(page(simulated(text, "Dinas Kesehatan")))).isEqualTo(harmless);
      assertThat(elements(page(simulated("a source", text)))).isEqualTo(harmless);
    }
  }

  /** How sure the sheet is whose agency has that name, by a pair that has that source. */
  private Run simulated(String source, String agency) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode pairs =
        mapper.readTree(
            """
            {"format": "kla.survival/1", "edition": "kla-2024", "pairs": [
              {"region": "35.71", "round": "2023", "stage": "final", "self": 800, "later": 600,
               "source": "a source"}]}
            """);
    Path survival =
        Files.writeString(
            folder.resolve("survival.json"), with(pairs, "/pairs/0/source", source).toString());
    Run run =
        Run.fed(
            with(mapper.readTree(FULL), "/agencies/0/name", agency)
                .toString()
                .getBytes(StandardCharsets.UTF_8),
            "simulate",
            "-",
            "--basis",
            "claimed",
            "--survival",
            survival.toString(),
            "--target",
            "PRATAMA",
            "--format",
            "json");
    assertThat(run.err()).isEmpty();
    return Run.fed(run.content(), "report", "-");
  }
}
