package id.kla.table;

import static id.kla.table.Sheets.HEAD;
import static id.kla.table.Sheets.TINY;
import static id.kla.table.Sheets.TINY_HEAD;
import static id.kla.table.Sheets.json;
import static id.kla.table.Sheets.merge;
import static id.kla.table.Sheets.read;
import static id.kla.table.Sheets.tables;
import static id.kla.table.Sheets.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.assessment.Round;
import id.kla.assessment.StatedTotals;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.fault.Checked;
import id.kla.fault.Digest;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.RegionCode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KlaTablesTest {

  private static final String MARK = "\uFEFF";

  private static QuestionCode code(String code) {
    return QuestionCode.parse(code);
  }

  private static Answer graded(String points) {
    return Answer.of(Points.parse(points));
  }

  private static Answer share(String percent) {
    return Answer.of(Response.coverage(Share.ofPercent(new BigDecimal(percent))));
  }

  /** What the head of {@link Sheets} says. */
  private static Assessment.Builder sheet(Edition edition) {
    return Assessment.builder()
        .edition(edition)
        .region(RegionCode.parse("16.10"))
        .round(Round.parse("2024/2025"))
        .stage("self");
  }

  private static Finding finding(String code, String stage, Finding.Ruling ruling) {
    return Finding.builder().question(code(code)).stage(stage).ruling(ruling).build();
  }

  private static Finding revised(String code, String stage, String points) {
    return Finding.builder()
        .question(code(code))
        .stage(stage)
        .ruling(Finding.Ruling.REVISED)
        .points(Points.parse(points))
        .build();
  }

  // What spreadsheets make of a table

  /** Returns a table with "," for each decimal point, quoted where that divides the cells. */
  private static String dialect(String divider, String decimal, String mark, String lineEnd) {
    String share = "96" + decimal + "4%";
    String points = "1" + decimal + "5";
    boolean isQuoted = divider.equals(decimal);
    String text =
        """
        edition|tiny
        region|Kabupaten Ogan Ilir
        round|2024
        stage|self

        indicator|question|answer|note
        1|2|%s|"one ""quoted"", two; three"
        1|5|%s|
        """
            .formatted(
                isQuoted ? '"' + share + '"' : share, isQuoted ? '"' + points + '"' : points);
    return mark + text.replace("|", divider).replace("\n", lineEnd);
  }

  static Stream<String> dialects() {
    List<String> dialects = new ArrayList<>();
    for (String divider : List.of(",", ";", "\t")) {
      for (String decimal : List.of(".", ",")) {
        for (String mark : List.of("", MARK)) {
          for (String lineEnd : List.of("\n", "\r\n")) {
            dialects.add(dialect(divider, decimal, mark, lineEnd));
          }
        }
      }
    }
    return dialects.stream();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void read_anyDividerDecimalMarkAndLineEnd_isTheSameSheet(String text) {
    Checked<KlaTables.Merged> merged = merge(text);

    assertThat(told(merged)).isEmpty();
    assertThat(merged.orThrow().assessment())
        .isEqualTo(
            sheet(TINY)
                .putAnswers(code("1.2"), share("96.4"))
                .putAnswers(code("1.5"), graded("1.5"))
                .putNotes(code("1.2"), "one \"quoted\", two; three")
                .build());
  }

  @Test
  void read_markThatWasTakenForLetters_isNoPartOfTheFirstCell() {
    Assessment sheet = read("\u00EF\u00BB\u00BF" + TINY_HEAD + "code,answer\n1.5,3\n");

    assertThat(sheet).isEqualTo(sheet(TINY).putAnswers(code("1.5"), graded("3")).build());
  }

  @Test
  void read_extraColumnsEmptyRowsAndTotals_doNoHarm() {
    Checked<KlaTables.Merged> merged =
        merge(
            """
            ,,,,,,
            Self-assessment of the regency,,,,,,
            edition,tiny,,,,,
            region,Kabupaten Ogan Ilir,,,,,
            round,2024,,,,,
            stage,self,,,,,
            ,,,,,,
            No,indicator,question,Colour of the folder,answer,Checked by,
            1,1,5,green,1.5,Ani,
            ,,,,,,
            2,1,6,,50%,,
            Subtotal,,,,2.5,,
            ,,,,,,
            Jumlah,,,,2.5,,
            TOTAL,,,,2.5,,
            Rata-rata,,,,1.25,,
            """);

    assertThat(told(merged)).isEmpty();
    assertThat(merged.orThrow().assessment())
        .isEqualTo(
            sheet(TINY)
                .putAnswers(code("1.5"), graded("1.5"))
                .putAnswers(code("1.6"), share("50"))
                .build());
  }

  @Test
  void read_indonesianNamesInAnyCase_areTheSameColumns() {
    Assessment sheet =
        read(
            """
            Edisi;tiny
            DAERAH;Kab. Ogan Ilir
            Tahun;2024
            Tahap;PM

            INDIKATOR;Pertanyaan;Jawaban;Data_Terukur;tidak berlaku karena;Data Dukung;Catatan
            1;3;7;;;;
            1;5;1,5;45 dari 46;;D1;belum lengkap
            """);

    assertThat(sheet)
        .isEqualTo(
            sheet(TINY)
                .putAnswers(code("1.3"), Answer.of(Response.count(7)))
                .putAnswers(
                    code("1.5"),
                    Answer.of(
                        Response.graded(Points.parse("1.5")), Response.coverage(Share.of(45, 46))))
                .putNotes(code("1.5"), "belum lengkap")
                .addEvidence(Evidence.builder().id("D1").addQuestions(code("1.5")).build())
                .build());
  }

  static Stream<Arguments> answers() {
    Answer passed = Answer.of(Response.level("passed"));
    Answer rise = Answer.of(Response.change(new BigDecimal("41.2"), new BigDecimal("44")));
    return Stream.of(
        arguments("1.1", "passed", passed),
        arguments("1.1", "\"\"\"passed\"\"\"", passed),
        arguments("1.2", "96.4%", share("96.4")),
        arguments("1.2", "\"96,4 %\"", share("96.4")),
        arguments("1.2", "45 of 46", Answer.of(Response.coverage(Share.of(45, 46)))),
        arguments("1.2", "45 dari 46", Answer.of(Response.coverage(Share.of(45, 46)))),
        arguments("1.2", "45/46", Answer.of(Response.coverage(Share.of(45, 46)))),
        arguments("1.3", "12", Answer.of(Response.count(12))),
        arguments("1.3", "12 cases", Answer.of(Response.count(12))),
        arguments("1.3", "12 kasus", Answer.of(Response.count(12))),
        arguments("1.5", "2 points", graded("2")),
        arguments("1.3", "0", Answer.of(Response.count(0))),
        arguments("1.4", "41.2 -> 44", rise),
        arguments("1.4", "\"41,2 menjadi 44\"", rise),
        arguments("1.4", "41.2→44", rise),
        arguments(
            "1.4",
            "-1 to -2.5",
            Answer.of(Response.change(new BigDecimal("-1"), new BigDecimal("-2.5")))),
        arguments("1.5", "0.66", graded("0.66")),
        arguments("1.5", "\"0,66\"", graded("0.66")),
        arguments("1.5", "\"0,66 poin\"", graded("0.66")),
        arguments("1.5", "0", graded("0")));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void read_answerAsPeopleWriteIt_isTheResponse(String code, String cell, Answer answer) {
    String text = TINY_HEAD + "code,answer\n" + code + "," + cell + "\n";

    Checked<KlaTables.Merged> merged = merge(text);

    assertThat(told(merged)).isEmpty();
    assertThat(merged.orThrow().assessment())
        .isEqualTo(sheet(TINY).putAnswers(code(code), answer).build());
  }

  @Test
  void read_factAlone_isMeasuredAndReasonIsNotApplicable() {
    Assessment sheet =
        read(
            TINY_HEAD
                + """
                code,answer,measured,not applicable
                1.4,,-> 3,
                """
                    .replace("-> 3", "5 -> 3")
                + "1.5,,,there is no such village\n");

    assertThat(sheet)
        .isEqualTo(
            sheet(TINY)
                .putAnswers(
                    code("1.4"),
                    Answer.measured(Response.change(new BigDecimal(5), new BigDecimal(3))))
                .putAnswers(code("1.5"), Answer.notApplicable("there is no such village"))
                .build());
  }

  // A column per stage

  @Test
  void read_columnPerStage_saysWhatBecameOfEachClaim() {
    Checked<KlaTables.Merged> merged =
        merge(
            TINY_HEAD
                + """
                indicator,question,PM,VA,VL
                1,1,passed,4,2.5
                1,2,96.4%,2,0
                1,3,,,
                1,4,,1,
                1,5,3,,3.5
                1,6,0%,0,
                """);

    assertThat(told(merged)).isEmpty();
    assertThat(merged.orThrow().assessment())
        .isEqualTo(
            sheet(TINY)
                .putAnswers(code("1.1"), Answer.of(Response.level("passed")))
                .putAnswers(code("1.2"), share("96.4"))
                .putAnswers(code("1.5"), graded("3"))
                .putAnswers(code("1.6"), share("0"))
                .addFindings(
                    finding("1.1", "admin_verification", Finding.Ruling.UPHELD),
                    finding("1.2", "admin_verification", Finding.Ruling.UPHELD),
                    revised("1.4", "admin_verification", "1"),
                    finding("1.6", "admin_verification", Finding.Ruling.UPHELD),
                    revised("1.1", "field_verification", "2.5"),
                    finding("1.2", "field_verification", Finding.Ruling.STRUCK),
                    revised("1.5", "field_verification", "3.5"))
                .build());
  }

  /** Found by a property: "self" once was a name of another table's column, and this was lost. */
  @Test
  void read_rulingOfTheSelfAssessmentOnADocument_isKept() {
    Assessment sheet =
        read(
            TINY_HEAD
                + """
                id,questions,self,self reason,self note
                D1,1.5;,rejected,old,a copy
                """);

    assertThat(sheet.evidence())
        .extracting(Evidence::status)
        .containsExactly(
            Map.of(
                "self",
                new Evidence.Status(
                    Evidence.Ruling.REJECTED, Optional.of("old"), Optional.of("a copy"))));
  }

  @Test
  void read_stagesByTheirCodesBesideTheAnswer_areTheSame() {
    Assessment sheet =
        read(TINY_HEAD + "code,answer,self,admin_verification,final\n1.5,\"1,5\",1.5,\"1,5\",0\n");

    assertThat(sheet)
        .isEqualTo(
            sheet(TINY)
                .putAnswers(code("1.5"), graded("1.5"))
                .addFindings(
                    finding("1.5", "admin_verification", Finding.Ruling.UPHELD),
                    finding("1.5", "final", Finding.Ruling.STRUCK))
                .build());
  }

  @Test
  void read_claimThatDiffersFromTheAnswerBesideIt_isAContradiction() {
    Checked<KlaTables.Merged> merged = merge(TINY_HEAD + "code,answer,PM\n1.5,1.5,2\n");

    assertThat(told(merged))
        .containsExactly(
            "CONTRADICTION a.csv, row 7, column PM: question 1.5: found \"2\", but \"1.5\" at"
                + " a.csv, row 7, column answer. Keep the one that holds and clear the other.");
  }

  /** A stage says nothing of the claim; whoever claimed stands in another file. */
  @Test
  void merge_findingsAndClaimsInTwoFiles_areJudgedTogether() {
    String findings = TINY_HEAD + "code,VA\n1.5,1.5\n";
    String claims = TINY_HEAD + "code,answer\n1.5,1.5\n";

    assertThat(read(findings, claims).findings())
        .containsExactly(finding("1.5", "admin_verification", Finding.Ruling.UPHELD));
    assertThat(read(claims, findings)).isEqualTo(read(findings, claims));
  }

  // Codes

  @Test
  void read_codesInTwoColumnsOrOne_areTheSameQuestions() {
    Assessment two =
        read(HEAD + "indicator,question,answer\n14,1,2\n14,10,3\n1,2a,0.75\n21A,1,9\n");
    Assessment one = read(HEAD + "code,answer\n14.1,2\n14.10,3\n1.2a,0.75\n21A.1,9\n");

    assertThat(one).isEqualTo(two);
    assertThat(two)
        .isEqualTo(
            sheet(Editions.kla2024())
                .putAnswers(code("14.1"), graded("2"))
                .putAnswers(code("14.10"), graded("3"))
                .putAnswers(code("1.2a"), graded("0.75"))
                .putAnswers(code("21A.1"), graded("9"))
                .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3,2|3.2",
        "14,10|14.10",
        "02-Mar|2.3; 3.2",
        "2-Mar|2.3; 3.2",
        "Mar-02|2.3; 3.2",
        "03 Feb|3.2; 2.3",
        "2-Mei|2.5; 5.2",
        "Agu-05|5.8; 8.5",
        "02/03/26|2.3; 3.2",
        "2026-03-02|2.3; 3.2",
        "2026-03-02T00:00|2.3; 3.2",
      })
  void read_codeThatASpreadsheetMadeADayOrNumber_isToldWithTheLikelyOnes(
      String cell, String likely) {
    Checked<KlaTables.Merged> merged = merge(HEAD + "code,answer\n\"" + cell + "\",1\n");

    assertThat(merged.value()).isEmpty();
    assertThat(told(merged))
        .containsExactly(
            "DAMAGED_CODE a.csv, row 7, column code: found \""
                + cell
                + "\", which a spreadsheet makes of a code; likely "
                + likely.replace(";", ",")
                + ". Format the column as text and write the code again.");
  }

  @Test
  void read_codeTwiceOfWhichOneLostAZero_isToldWithTheLikelyOne() {
    Checked<KlaTables.Merged> merged = merge(HEAD + "code,answer\n14.1,2\n14.2,1\n14.1,3\n");

    assertThat(told(merged))
        .containsExactly(
            "AMBIGUOUS_CODE a.csv, row 7, column code: \"14.1\" may be what a spreadsheet left of"
                + " 14.10. Give indicator and question in two columns.",
            "DAMAGED_CODE a.csv, row 9, column code: found \"14.1\", which a spreadsheet makes of"
                + " a code; likely 14.10. Format the column as text and write the code again.");
  }

  @Test
  void read_codeThatMayHaveLostAZero_isReadWithAWarning() {
    Checked<KlaTables.Merged> merged = merge(HEAD + "code,answer\n14.1,2\n");

    assertThat(merged.orThrow().assessment())
        .isEqualTo(sheet(Editions.kla2024()).putAnswers(code("14.1"), graded("2")).build());
    assertThat(merged.faults()).extracting(Fault::code).containsExactly(FaultCode.AMBIGUOUS_CODE);
  }

  @Test
  void read_numbersOfCodesWithDecimals_areWholeNumbers() {
    Assessment sheet = read(HEAD + "indicator,question,answer\n14.0,\"10,0\",3\n");

    assertThat(sheet.answers()).containsOnlyKeys(code("14.10"));
  }

  // Tables beside the answers

  @Test
  void read_everyTableInOneFile_isOneAssessment() {
    Checked<KlaTables.Merged> merged =
        merge(
            HEAD
                + """
                indicator,question,answer,evidence
                14,1,2,D1; D2

                id,questions,kind,title,agency,issued,received,valid from,valid until,\
                superseded by,digest,location,VA,VA reason,VA note
                D1,14.1; 14.10,statistics,Profil,Dinkes,2023-01-02,2023-02-03,2023-01-01,\
                2025-12-31,D2,%s,rak 4,rejected,R3,blurred

                indicator,question,stage,ruling,points,reason,note
                14,1,VA,revised,"1,5",R1,one ward is missing
                14,10,VL,struck,,,

                agency,name,kind,aliases,roles
                dinkes,Dinas Kesehatan,own,Dinkes; DKK,health
                polres,,vertical,,

                stated part,points
                total,770.36
                cluster III,137
                indikator 14,28
                """
                    .formatted("ab".repeat(32)));

    assertThat(told(merged)).isEmpty();
    assertThat(merged.orThrow().assessment())
        .isEqualTo(
            sheet(Editions.kla2024())
                .putAnswers(code("14.1"), graded("2"))
                .addEvidence(
                    Evidence.builder()
                        .id("D1")
                        .addQuestions(code("14.1"), code("14.10"))
                        .kind("statistics")
                        .title("Profil")
                        .agency("dinkes")
                        .issued(LocalDate.of(2023, 1, 2))
                        .received(LocalDate.of(2023, 2, 3))
                        .validFrom(LocalDate.of(2023, 1, 1))
                        .validUntil(LocalDate.of(2025, 12, 31))
                        .supersededBy("D2")
                        .digest(Digest.parse("ab".repeat(32)))
                        .location("rak 4")
                        .putStatus(
                            "admin_verification",
                            new Evidence.Status(
                                Evidence.Ruling.REJECTED,
                                Optional.of("R3"),
                                Optional.of("blurred")))
                        .build(),
                    Evidence.builder().id("D2").addQuestions(code("14.1")).build())
                .addFindings(
                    Finding.builder()
                        .from(revised("14.1", "admin_verification", "1.5"))
                        .reason("R1")
                        .note("one ward is missing")
                        .build(),
                    finding("14.10", "field_verification", Finding.Ruling.STRUCK))
                .addAgencies(
                    Agency.builder()
                        .code("dinkes")
                        .name("Dinas Kesehatan")
                        .addAliases("Dinkes", "DKK")
                        .addRoles("health")
                        .build(),
                    Agency.builder().code("polres").kind(Agency.Kind.VERTICAL).build())
                .stated(
                    StatedTotals.builder()
                        .total(Points.parse("770.36"))
                        .putClusters("III", Points.of(137))
                        .putIndicators("14", Points.of(28))
                        .build())
                .build());
  }

  @Test
  void read_wordsInIndonesian_areTheSame() {
    Assessment sheet =
        read(
            HEAD.replace(',', ';')
                + """
                indikator;pertanyaan;jawaban
                14;1;2

                id;untuk pertanyaan;PM;VA
                D1;14.1,14.2;diajukan;Ditolak
                D2;14.1,14.2;;diterima

                indikator;pertanyaan;tahap;hasil;nilai
                14;1;VA;dikuatkan;
                14;1;VL;direvisi;1,5
                14;1;final;DICORET;

                perangkat daerah;nama;jenis
                a;A;daerah
                b;B;vertikal
                c;C;masyarakat
                d;D;dunia usaha
                e;E;media
                f;F;kecamatan
                g;G;desa
                """);

    assertThat(sheet.agencies())
        .extracting(Agency::kind)
        .containsExactly(
            Agency.Kind.OWN,
            Agency.Kind.VERTICAL,
            Agency.Kind.COMMUNITY,
            Agency.Kind.BUSINESS,
            Agency.Kind.MEDIA,
            Agency.Kind.SUBDISTRICT,
            Agency.Kind.VILLAGE);
    assertThat(sheet.findings())
        .extracting(Finding::ruling)
        .containsExactly(Finding.Ruling.UPHELD, Finding.Ruling.REVISED, Finding.Ruling.STRUCK);
    assertThat(sheet.evidence())
        .extracting(Evidence::status)
        .containsExactly(
            Map.of(
                "self", Evidence.Status.of(Evidence.Ruling.SUBMITTED),
                "admin_verification", Evidence.Status.of(Evidence.Ruling.REJECTED)),
            Map.of("admin_verification", Evidence.Status.of(Evidence.Ruling.ACCEPTED)));
  }

  @Test
  void write_wordsInIndonesian_areThoseOfTheLanguage() {
    Assessment sheet =
        sheet(Editions.kla2024())
            .putAnswers(code("14.1"), graded("2"))
            .addEvidence(
                Evidence.builder()
                    .id("D1")
                    .addQuestions(code("14.1"))
                    .putStatus("self", Evidence.Status.of(Evidence.Ruling.SUBMITTED))
                    .build())
            .addFindings(finding("14.1", "admin_verification", Finding.Ruling.UPHELD))
            .addAgencies(Agency.builder().code("polres").kind(Agency.Kind.VERTICAL).build())
            .build();

    String indonesian =
        new String(
            KlaTables.of().in(Language.INDONESIAN).write(sheet, KlaTables.Form.CSV),
            StandardCharsets.UTF_8);

    assertThat(indonesian).contains("diajukan", "dikuatkan", "vertikal");
    assertThat(indonesian).doesNotContain("submitted", "upheld", "vertical");
  }

  @Test
  void read_evidenceOfAnAgencysSheet_isThatAgencysDocument() {
    Assessment sheet = read(HEAD + "agency,Dinkes\n\ncode,answer,evidence\n14.2,3,D1\n");

    assertThat(sheet.evidence())
        .containsExactly(
            Evidence.builder().id("D1").addQuestions(code("14.2")).agency("Dinkes").build());
  }

  /** A table of two columns looks like a head, but stands where none does. */
  @Test
  void read_tablesOfTwoColumns_areNoHead() {
    KlaTables.Merged merged =
        merge(
                TINY_HEAD
                    + """
                    code,answer,evidence
                    1.5,1,source

                    agency,name
                    A,Dinas

                    id,questions
                    source,1.2;
                    """)
            .orThrow();

    assertThat(merged.returned())
        .containsExactly(new KlaTables.Returned("a.csv", Optional.empty(), 1));
    assertThat(merged.assessment())
        .isEqualTo(
            sheet(TINY)
                .putAnswers(code("1.5"), graded("1"))
                .addAgencies(Agency.builder().code("A").name("Dinas").build())
                .addEvidence(
                    Evidence.builder().id("source").addQuestions(code("1.2"), code("1.5")).build())
                .build());
  }

  @Test
  void readAgencies_tableOfThem_areThoseAgencies() {
    Checked<List<Agency>> read =
        tables()
            .readAgencies(
                Sheets.file(
                    "opd.csv", "OPD;Nama;Jenis;Peran\nDinkes;Dinas Kesehatan;own;health\n\n"));

    assertThat(read.faults()).isEmpty();
    assertThat(read.orThrow())
        .containsExactly(
            Agency.builder().code("Dinkes").name("Dinas Kesehatan").addRoles("health").build());
  }

  /** The agencies' worksheet is not the first one. */
  @ParameterizedTest
  @EnumSource(KlaTables.Form.class)
  void readAgencies_wholeAssessment_areItsAgencies(KlaTables.Form form) {
    Agency agency = Agency.builder().code("dinkes").addRoles("health").build();
    Assessment sheet = sheet(Editions.kla2024()).addAgencies(agency).build();

    Checked<List<Agency>> read =
        tables().readAgencies(SheetFile.of("a", tables().write(sheet, form)));

    assertThat(told(read)).isEmpty();
    assertThat(read.orThrow()).containsExactly(agency);
  }

  // Formulas

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\",\"y\")",
        "+62 711 123",
        "-",
        "@SUM(1+1)",
        "'=1+1",
        "''+1",
      })
  void write_textThatASpreadsheetWouldRun_isNeutralisedAndRestored(String text) {
    Assessment sheet =
        sheet(TINY)
            .putAnswers(code("1.5"), graded("1.5"))
            .putNotes(code("1.5"), text)
            .source(text)
            .build();

    String csv = new String(tables().write(sheet, KlaTables.Form.CSV), StandardCharsets.UTF_8);
    byte[] workbook = tables().write(sheet, KlaTables.Form.XLSX);

    assertThat(csv).contains("'" + text.replace("\"", "\"\""));
    assertThat(csv).doesNotContain("," + text, "\"" + text);
    assertThat(XlsxFile.read("a", workbook).orThrow().get(0).rows().get(4).get(1))
        .isEqualTo("'" + text);
    assertThat(read(csv)).isEqualTo(sheet);
    assertThat(merge(workbook).orThrow().assessment()).isEqualTo(sheet);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'quoted'", "a=b", "1-2", "it's", "'"})
  void write_textThatASpreadsheetWouldNotRun_isWrittenAsItIs(String text) {
    Assessment sheet = sheet(TINY).source(text).build();

    String csv = new String(tables().write(sheet, KlaTables.Form.CSV), StandardCharsets.UTF_8);

    assertThat(csv.lines()).contains("source," + text);
    assertThat(read(csv)).isEqualTo(sheet);
  }

  // Writing

  @Test
  void write_english_hasCommasPointsAndAMark() {
    Assessment sheet =
        sheet(TINY)
            .putAnswers(code("1.2"), share("96.4"))
            .putAnswers(code("1.5"), graded("1.5"))
            .putNotes(code("1.5"), "a, b")
            .addFindings(revised("1.5", "final", "0.5"))
            .build();

    String text = new String(tables().write(sheet, KlaTables.Form.CSV), StandardCharsets.UTF_8);

    assertThat(text)
        .isEqualTo(
            MARK
                + """
                edition,tiny
                region,Kabupaten Ogan Ilir
                round,2024/2025
                stage,self
                cluster,indicator,question,label,maximum,evidence asked,lead,answer,measured fact,\
                not applicable because,evidence,note
                A,1,1,Perda,4,,,,,,,
                A,1,2,Akta,2,,,96.4%,,,,
                A,1,3,Forum,2,,,,,,,
                A,1,4,Perkawinan anak,2,,,,,,,
                A,1,5,Inovasi,4,,,1.5,,,,"a, b"
                A,1,6,Sekolah,2,,,,,,,

                indicator,question,stage,ruling,points,reason,note
                1,5,final,revised,0.5,,
                """
                    .replace("\n", "\r\n"));
  }

  @Test
  void write_indonesian_hasSemicolonsAndDecimalCommas() {
    Assessment sheet = sheet(TINY).putAnswers(code("1.5"), graded("1.5")).build();

    String text =
        new String(
            tables().in(Language.INDONESIAN).write(sheet, KlaTables.Form.CSV),
            StandardCharsets.UTF_8);

    assertThat(text.lines())
        .startsWith(
            MARK + "edisi;tiny",
            "daerah;Kabupaten Ogan Ilir",
            "putaran;2024/2025",
            "tahap;self",
            "klaster;indikator;pertanyaan;uraian;nilai maksimal;data dukung diminta;"
                + "penanggung jawab;jawaban;data terukur;tidak berlaku karena;data dukung;catatan")
        .contains("A;1;5;Inovasi;4;;;1,5;;;;");
    assertThat(read(text)).isEqualTo(sheet);
  }

  /** One is the points of a graded question, the other a number of cases. */
  @ParameterizedTest
  @EnumSource(KlaTables.Form.class)
  void write_countsAndPointsThatLookAlike_areReadAsWhatTheyWere(KlaTables.Form form) {
    Assessment sheet =
        sheet(TINY)
            .putAnswers(code("1.3"), Answer.of(Response.count(2)))
            .putAnswers(code("1.5"), Answer.of(Response.graded(Points.of(2)), Response.count(7)))
            .build();

    Checked<KlaTables.Merged> merged =
        tables().merge(List.of(SheetFile.of("a", tables().write(sheet, form))));

    assertThat(told(merged)).isEmpty();
    assertThat(merged.orThrow().assessment()).isEqualTo(sheet);
  }

  // Workbooks

  @Test
  void read_workbook_numbersDaysAndPercentAreWhatAPersonSees() {
    byte[] workbook =
        Books.of(
            Books.HEAD
                + Books.row(6, "indicator", "question", "answer", "measured")
                + Books.row(
                    7, Books.number("14"), Books.number("1"), Books.number("0.66000000000000003"))
                + Books.row(8, Books.number("25"), Books.number("2"), "", Books.percent("0.964"))
                + Books.row(9, Books.number("14"), Books.number("10"), Books.formula("1+1", "2"))
                + Books.row(11, "id", "questions", "issued")
                + Books.row(12, "D1", "14.10;", Books.day("45292")));

    Checked<KlaTables.Merged> merged = merge(workbook);

    assertThat(merged.orThrow().assessment())
        .isEqualTo(
            sheet(Editions.kla2024())
                .putAnswers(code("14.1"), graded("0.66"))
                .putAnswers(code("14.10"), graded("2"))
                .putAnswers(
                    code("25.2"),
                    Answer.measured(Response.coverage(Share.ofPercent(new BigDecimal("96.4")))))
                .addEvidence(
                    Evidence.builder()
                        .id("D1")
                        .addQuestions(code("14.10"))
                        .issued(LocalDate.of(2024, 1, 1))
                        .build())
                .build());
  }

  @Test
  void read_workbook_faultsNameItsWorksheet() {
    byte[] workbook =
        Books.of(
            Books.HEAD
                + Books.row(6, "code", "answer")
                + Books.row(8, Books.number("14.1"), "dua"));

    assertThat(told(merge(workbook)))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("AMBIGUOUS_CODE a.xlsx [S], row 8, column code: \"14.1\""))
        .anySatisfy(
            line -> assertThat(line).startsWith("WRONG_RESPONSE a.xlsx [S], row 8, column answer"));
  }

  @Test
  void write_workbook_hasAWorksheetForEachTable() {
    Assessment sheet =
        sheet(Editions.kla2024())
            .addEvidence(Evidence.builder().id("D1").addQuestions(code("14.10")).build())
            .addAgencies(Agency.builder().code("dinkes").build())
            .addFindings(finding("14.10", "final", Finding.Ruling.STRUCK))
            .stated(StatedTotals.builder().total(Points.of(7)).build())
            .build();

    assertThat(XlsxFile.read("a", tables().write(sheet, KlaTables.Form.XLSX)).orThrow())
        .extracting(Grid::name)
        .containsExactly(
            "a [answers]", "a [stated]", "a [agencies]", "a [evidence]", "a [findings]");
    assertThat(
            XlsxFile.read("a", tables().in(Language.INDONESIAN).write(sheet, KlaTables.Form.XLSX))
                .orThrow())
        .extracting(Grid::name)
        .containsExactly(
            "a [jawaban]",
            "a [dinyatakan]",
            "a [perangkat daerah]",
            "a [data dukung]",
            "a [temuan]");
  }

  private static Checked<KlaTables.Merged> withoutStyles(String answer) {
    Map<String, String> parts =
        Books.parts(
            Books.sheet(
                Books.HEAD
                    + Books.row(6, "indicator", "question", "answer")
                    + Books.row(7, Books.number("14"), Books.number("10"), answer)));
    parts.remove("xl/styles.xml");
    return merge(Books.zip(parts));
  }

  /** Small programs leave the styles out. */
  @Test
  void read_workbookWithoutStyles_isReadIfNoCellHasOne() {
    Checked<KlaTables.Merged> merged = withoutStyles(Books.number("1.5"));

    assertThat(merged.orThrow().assessment())
        .isEqualTo(sheet(Editions.kla2024()).putAnswers(code("14.10"), graded("1.5")).build());
  }

  /** Whether a number is a day or a share is what the style says. */
  @Test
  void read_workbookWithoutTheStylesOfItsCells_isRefused() {
    assertThat(told(withoutStyles(Books.percent("0.5"))))
        .containsExactly(
            "UNREADABLE_FILE a.xlsx: can't be read: its cells have styles, but xl/styles.xml is"
                + " missing; save it again as .xlsx with a spreadsheet.");
  }

  // Sheets to fill in

  @Test
  void writeForm_role_asksTheQuestionsThatItLeads() {
    byte[] form =
        tables()
            .withRegion("16.10")
            .withRound("2024")
            .writeForm(
                Editions.kla2024(),
                KlaTables.Asked.role("library"),
                Optional.empty(),
                KlaTables.Form.CSV);

    assertThat(new String(form, StandardCharsets.UTF_8))
        .isEqualTo(
            MARK
                + """
                edition,kla-2024
                region,Kabupaten Ogan Ilir
                round,2024
                stage,self
                role,library
                cluster,indicator,question,label,maximum,evidence asked,lead,answer,measured fact,\
                not applicable because,evidence,note
                K,1,2c,Policy on child-appropriate information (ILA),1,Regulation,Library,,,,,
                K,1,3g,Budget for child-appropriate information (ILA),1,Budget document,Library,,,,,
                L,25,9,Sub-districts with reading rooms or ILA,1.25,Statistics,Library,,,,,
                L,26,10,Villages with reading rooms or ILA,4,Statistics; Other document,Library,,,,,
                """
                    .replace("\n", "\r\n"));
  }

  @Test
  void writeForm_agency_asksWhatItsRolesLeadAndNamesIt() {
    Agency agency = Agency.builder().code("dishub").addRoles("library", "transport").build();

    byte[] form =
        tables()
            .writeForm(
                Editions.kla2024(),
                KlaTables.Asked.agency(agency),
                Optional.empty(),
                KlaTables.Form.CSV);

    List<List<String>> rows = CsvFile.read("a", form).orThrow().get(0).rows();
    assertThat(rows.subList(0, 5))
        .containsExactly(
            List.of("edition", "kla-2024"),
            List.of("region", ""),
            List.of("round", ""),
            List.of("stage", "self"),
            List.of("agency", "dishub"));
    assertThat(rows.subList(6, rows.size()))
        .extracting(row -> row.get(1) + "." + row.get(2))
        .containsExactly("1.2c", "1.2k", "1.3g", "1.3o", "11.5", "11.6", "11.7", "25.9", "26.10");
  }

  @ParameterizedTest
  @EnumSource(KlaTables.Form.class)
  void writeForm_unfilled_isASheetWithoutAnswers(KlaTables.Form form) {
    KlaTables tables = tables().withRegion("Kabupaten Ogan Ilir").withRound("2024");

    byte[] sheet = tables.writeForm(TINY, KlaTables.Asked.everybody(), Optional.empty(), form);

    assertThat(tables().merge(List.of(SheetFile.of("a", sheet))).orThrow())
        .isEqualTo(
            new KlaTables.Merged(
                sheet(TINY).build(),
                List.of(
                    new KlaTables.Returned(
                        form == KlaTables.Form.CSV ? "a" : "a [answers]", Optional.empty(), 0))));
  }

  // Merging

  private static final String ANI = TINY_HEAD + "code,answer,note\n1.5,1.5,\n1.2,,\n";
  private static final String BUDI = TINY_HEAD + "code,answer,note\n1.5,,later\n1.2,96.4%,\n";

  @Test
  void merge_partlyFilledSheets_areOneInAnyOrder() {
    Assessment whole =
        sheet(TINY)
            .putAnswers(code("1.2"), share("96.4"))
            .putAnswers(code("1.5"), graded("1.5"))
            .putNotes(code("1.5"), "later")
            .build();

    assertThat(read(ANI, BUDI)).isEqualTo(whole);
    assertThat(read(BUDI, ANI)).isEqualTo(whole);
    assertThat(read(BUDI, ANI, BUDI)).isEqualTo(whole);
    assertThat(json(read(BUDI, ANI))).isEqualTo(json(read(ANI, BUDI)));
  }

  @Test
  void merge_twoAnswersToOneQuestion_areAFaultWithBothFilesRowsAndValues() {
    Checked<KlaTables.Merged> merged =
        merge(
            TINY_HEAD + "code,answer\n1.5,1.5\n",
            TINY_HEAD + "kode,keterangan,jawaban\n1.2,,\n1.5,,2\n");

    assertThat(merged.value()).isEmpty();
    assertThat(told(merged))
        .containsExactly(
            "CONTRADICTION b.csv, row 8, column jawaban: question 1.5: found \"2\", but \"1.5\" at"
                + " a.csv, row 7, column answer. Keep the one that holds and clear the other.");
    assertThat(merged.faults().get(0).message(Language.INDONESIAN))
        .isEqualTo(
            "b.csv, baris 8, kolom jawaban: pertanyaan 1.5: ditemukan \"2\", padahal \"1.5\" pada"
                + " a.csv, baris 7, kolom answer. Pertahankan yang benar dan kosongkan yang lain.");
  }

  @Test
  void merge_sheetOfAnotherEdition_isRefused() {
    Checked<KlaTables.Merged> merged =
        merge(TINY_HEAD + "code,answer\n1.5,1.5\n", HEAD + "code,answer\n14.2,3\n");

    assertThat(merged.value()).isEmpty();
    assertThat(told(merged))
        .contains(
            "OTHER_EDITION b.csv, row 1, column edition: the sheet is for edition \"kla-2024\","
                + " but is read with \"tiny\".");
  }

  @Test
  void merge_sheetOfAnotherEditionThanAskedFor_isRefused() {
    Checked<KlaTables.Merged> merged =
        tables()
            .withEdition(Editions.kla2024())
            .merge(List.of(Sheets.file("a.csv", TINY_HEAD + "code,answer\n1.5,1.5\n")));

    assertThat(told(merged))
        .containsExactly(
            "OTHER_EDITION a.csv, row 1, column edition: the sheet is for edition \"tiny\", but is"
                + " read with \"kla-2024\".");
  }

  @Test
  void merge_headsThatMeanTheSame_agree() {
    Assessment sheet =
        read(
            TINY_HEAD + "code,answer\n1.5,1.5\n",
            """
            edition,tiny
            region,16.10
            round,2025
            stage,PM

            code,answer
            1.3,7
            """);

    assertThat(sheet)
        .isEqualTo(
            sheet(TINY)
                .putAnswers(code("1.3"), Answer.of(Response.count(7)))
                .putAnswers(code("1.5"), graded("1.5"))
                .build());
  }

  @Test
  void merge_headsOfTwoRegions_areAContradiction() {
    Checked<KlaTables.Merged> merged =
        merge(
            TINY_HEAD + "code,answer\n1.5,1.5\n",
            TINY_HEAD.replace("Ogan Ilir", "Sleman") + "code,answer\n1.3,7\n");

    assertThat(told(merged))
        .containsExactly(
            "CONTRADICTION b.csv, row 2, column region: region: found \"Kabupaten Sleman\", but"
                + " \"Kabupaten Ogan Ilir\" at a.csv, row 2, column region. Keep the one that"
                + " holds and clear the other.");
  }

  @Test
  void merge_sheets_saysWhatEachBrought() {
    List<KlaTables.Returned> returned =
        merge(
                TINY_HEAD
                    + "agency,dinkes\n\ncode,answer,measured,note\n1.5,1.5,,x\n1.3,,7,\n1.2,,,y\n",
                TINY_HEAD + "role,health\n\ncode,answer\n1.1,passed\n",
                TINY_HEAD + "code,answer\n1.1,\n")
            .orThrow()
            .returned();

    assertThat(returned)
        .containsExactly(
            new KlaTables.Returned("a.csv", Optional.of("dinkes"), 2),
            new KlaTables.Returned("b.csv", Optional.of("health"), 1),
            new KlaTables.Returned("c.csv", Optional.empty(), 0));
  }

  @Test
  void merge_onlyOneFileWithAHead_isEnough() {
    Assessment sheet = read("code,answer\n1.5,1.5\n", TINY_HEAD + "code,answer\n1.3,7\n");

    assertThat(sheet.answers()).containsOnlyKeys(code("1.3"), code("1.5"));
  }

  @Test
  void merge_notesAndDocumentsOfTwoFiles_areJoined() {
    Assessment sheet =
        read(
            TINY_HEAD + "code,answer,evidence,note\n1.5,1.5,D1,b\n",
            TINY_HEAD + "code,answer,evidence,note\n1.5,,D1; D2,a\n1.3,,D1,\n",
            TINY_HEAD + "id,questions,title\nD1,1.2;,Profil\n",
            TINY_HEAD + "id,questions,location\nD1,1.6;,rak 4\n");

    assertThat(sheet)
        .isEqualTo(
            sheet(TINY)
                .putAnswers(code("1.5"), graded("1.5"))
                .putNotes(code("1.5"), "a / b")
                .addEvidence(
                    Evidence.builder()
                        .id("D1")
                        .addQuestions(code("1.2"), code("1.3"), code("1.5"), code("1.6"))
                        .title("Profil")
                        .location("rak 4")
                        .build(),
                    Evidence.builder().id("D2").addQuestions(code("1.5")).build())
                .build());
  }

  static Stream<Arguments> contradictions() {
    String ruling = "code,stage,ruling,points\n1.5,final,";
    return Stream.of(
        arguments(
            ruling + "revised,1\n",
            ruling + "struck,\n",
            "b.csv, row 7: question 1.5: found \"final: struck\", but \"final: revised 1\" at a.csv,"
                + " row 7."),
        arguments(
            "id,questions,title\nD1,1.5;,Profil\n",
            "id,questions,title\nD1,1.5;,Laporan\n",
            "b.csv, row 7: title of D1: found \"Laporan\", but \"Profil\" at a.csv, row 7."),
        arguments(
            "agency,name\ndinkes,Dinas Kesehatan\n",
            "agency,name\ndinkes,Dinas Sosial\n",
            "b.csv, row 7: agency dinkes: found \"Dinas Sosial\", but \"Dinas Kesehatan\" at a.csv,"
                + " row 7."),
        arguments(
            "stated part,points\ntotal,12\n",
            "stated part,points\ntotal,\"12,5\"\n",
            "b.csv, row 7, column points: total: found \"12.5\", but \"12\" at a.csv, row 7, column"
                + " points."),
        arguments(
            "code,measured\n1.5,45 of 46\n",
            "code,measured\n1.5,45 of 47\n",
            "b.csv, row 7, column measured: question 1.5: found \"45 of 47\", but \"45 of 46\" at"
                + " a.csv, row 7, column measured."),
        arguments(
            "code,not applicable\n1.5,none\n",
            "code,answer\n1.5,1\n",
            "a.csv, row 7, column not applicable: question 1.5: found \"none\", but \"1\" at b.csv,"
                + " row 7, column answer."));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void merge_twoFilesThatSayDifferentThings_areAContradiction(String a, String b, String words) {
    Checked<KlaTables.Merged> merged = merge(TINY_HEAD + a, TINY_HEAD + b);

    assertThat(merged.value()).isEmpty();
    assertThat(told(merged))
        .containsExactly(
            "CONTRADICTION " + words + " Keep the one that holds and clear the other.");
  }

  @Test
  void mergeFiles_files_areMergedByTheirPaths(@TempDir Path folder) throws Exception {
    Path a = Files.writeString(folder.resolve("a.csv"), TINY_HEAD + "code,answer\n1.5,1.5\n");
    Path b = folder.resolve("b.xlsx");
    Files.write(
        b, tables().write(sheet(TINY).putNotes(code("1.1"), "x").build(), KlaTables.Form.XLSX));

    assertThat(tables().read(List.of(b, a)).orThrow())
        .isEqualTo(
            sheet(TINY).putAnswers(code("1.5"), graded("1.5")).putNotes(code("1.1"), "x").build());
  }

  // Declared results

  private static final DeclaredResult MALINAU =
      DeclaredResult.builder()
          .region(RegionCode.parse("65.02"))
          .round(Round.parse("2023"))
          .stage("field_verification")
          .total(Points.of(467))
          .source("Prokal, 2023")
          .putClusters("K", Points.parse("82.5"))
          .build();

  private static final DeclaredResult KEDIRI =
      DeclaredResult.builder()
          .region(RegionCode.parse("35.71"))
          .round(Round.parse("2023"))
          .total(Points.parse("600.36"))
          .tier("MADYA")
          .source("kedirikota.go.id")
          .build();

  @Test
  void readDeclared_tableWithClustersAndSums_isTheResults() {
    Checked<List<DeclaredResult>> read =
        tables()
            .readDeclared(
                List.of(
                    Sheets.file(
                        "d.csv",
                        """
                        Kabupaten/Kota;Tahun;Tahap;Total;Predikat;Sumber;Klaster K;Tanggal cetak
                        Kabupaten Malinau;2023;field_verification;467;;Prokal, 2023;82,5;1 Juli

                        Kota Kediri;2023;;600,36;MADYA;kedirikota.go.id;;
                        Rata-rata;;;533,68;;;;
                        """)));

    assertThat(told(read)).isEmpty();
    assertThat(read.orThrow()).containsExactly(MALINAU, KEDIRI);
  }

  @Test
  void readDeclared_assessmentBesideIt_isLeftOut() {
    String declared = "region,round,total,source\nKota Kediri,2023,600,x\n\n";

    assertThat(
            tables()
                .readDeclared(List.of(Sheets.file("d.csv", declared + "code,answer\n1.1,1\n")))
                .orThrow())
        .extracting(DeclaredResult::total)
        .containsExactly(Optional.of(Points.of(600)));
  }

  @ParameterizedTest
  @EnumSource(KlaTables.Form.class)
  void writeDeclared_results_areReadBackInBothLanguages(KlaTables.Form form) {
    for (Language language : Language.values()) {
      byte[] written = tables().in(language).writeDeclared(List.of(MALINAU, KEDIRI), form);

      Checked<List<DeclaredResult>> read =
          tables().readDeclared(List.of(SheetFile.of("d", written)));

      assertThat(told(read)).isEmpty();
      assertThat(read.orThrow()).containsExactly(MALINAU, KEDIRI);
    }
  }

  @Test
  void writeDeclared_english_isATable() {
    byte[] written = tables().writeDeclared(List.of(MALINAU, KEDIRI), KlaTables.Form.CSV);

    assertThat(new String(written, StandardCharsets.UTF_8))
        .isEqualTo(
            MARK
                + """
                region,round,stage,total,tier,source,cluster K
                Kabupaten Malinau,2023,field_verification,467,,"Prokal, 2023",82.5
                Kota Kediri,2023,unspecified,600.36,MADYA,kedirikota.go.id,
                """
                    .replace("\n", "\r\n"));
  }
}
