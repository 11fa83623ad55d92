package id.kla.table;

import static id.kla.table.Sheets.file;
import static id.kla.table.Sheets.told;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Round;
import id.kla.edition.Editions;
import id.kla.edition.Response;
import id.kla.fault.Checked;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.RegionCode;
import id.kla.simulation.JudgedPair;
import id.kla.simulation.Survival;
import id.kla.simulation.SurvivalModel;
import id.kla.simulation.SurvivalOutcome;
import id.kla.simulation.SurvivalPart;
import id.kla.simulation.SurvivalRow;
import id.kla.simulation.SurvivalRow.Tie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How claims survive, as somebody writes it into a spreadsheet. */
class SurvivalTableTest {

  private static final SurvivalOutcome HOLDS = new SurvivalOutcome.Holds();
  private static final SurvivalOutcome STRUCK = new SurvivalOutcome.Struck();
  private static final SurvivalOutcome HALF = new SurvivalOutcome.PartOfClaim(Share.parse("50%"));

  private static Checked<Survival> read(String text) {
    return KlaTables.of().withEdition(Editions.kla2024()).readSurvival(file("s.csv", text));
  }

  private static SurvivalRow row(String part, SurvivalOutcome outcome, String chance, Tie tie) {
    return new SurvivalRow(
        SurvivalPart.of(Editions.kla2024(), part), outcome, Share.parse(chance), tie);
  }

  private static final List<SurvivalRow> ROWS =
      List.of(
          row("*", HOLDS, "80%", Tie.AGENCY),
          row("*", STRUCK, "20%", Tie.AGENCY),
          row("question 14.10", HALF, "25%", Tie.NONE),
          row("question 14.10", HOLDS, "75%", Tie.NONE),
          row("health", new SurvivalOutcome.Full(), "100%", Tie.REGION));

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        part,outcome,chance,tied
        *,holds,80%,agency
        *,struck,20%,agency
        question 14.10,50%,25%,none
        question 14.10,holds,75%,
        health,maximum,100%,region
        """,
        """
        edisi;kla-2024

        bagian;keadaan akhir;peluang;terikat;catatan
        *;bertahan;0,8;perangkat daerah;dari rapat
        *;gugur;0,2;;

        pertanyaan 14.10;0,5;0,25;tidak;
        14.10;Bertahan;75%;tidak;
        peran health;maksimal;1;daerah;
        """
      })
  void read_aTableInEitherLanguage_holdsItsRows(String text) {
    assertThat(read(text).orThrow().rows()).containsExactlyElementsOf(ROWS);
  }

  @ParameterizedTest
  @CsvSource({"12 points, 12", "12 nilai, 12", "'0,75 nilai', 0.75", "'answer 12,5', 12.5"})
  void read_pointsAsOutcome_areThatAnswer(String outcome, String points) {
    assertThat(
            read("part;outcome;chance\n*;" + outcome + ";100%\n").orThrow().rows().get(0).outcome())
        .isEqualTo(new SurvivalOutcome.Answered(Response.graded(Points.parse(points))));
  }

  @Test
  void read_answersAsOutcome_areLevelsSharesAndCounts() {
    assertThat(
            read(
                    """
                    part,outcome,chance
                    *,answer often,1 of 4
                    *,jawaban 45 dari 46,1 of 4
                    *,answer 50%,1 of 4
                    *,7 cases,1 of 4
                    """)
                .orThrow()
                .rows()
                .stream()
                .map(SurvivalRow::outcome))
        .containsExactly(
            new SurvivalOutcome.Answered(Response.level("often")),
            new SurvivalOutcome.Answered(Response.coverage(Share.of(45, 46))),
            new SurvivalOutcome.Answered(Response.coverage(Share.parse("50%"))),
            new SurvivalOutcome.Answered(Response.count(7)));
  }

  private static final JudgedPair PAIR =
      new JudgedPair(
          RegionCode.parse("16.10"),
          Round.of(2023),
          Points.parse("721.5"),
          "admin_verification",
          Points.parse("588.4"),
          Points.of(1000),
          "berita acara");

  @Test
  void read_pairs_areThePairs() {
    Survival survival =
        read("""
                daerah;tahun;tahap;nilai mandiri;nilai kemudian;sumber
                Kabupaten Ogan Ilir;2023;VA;721,5;588,4;berita acara
                """)
            .orThrow();

    assertThat(survival.pairs()).contains(SurvivalModel.from(List.of(PAIR)));
    assertThat(survival.rows()).isEmpty();
  }

  @Test
  void read_rowsAndPairsInOneFile_areBothRead() {
    Survival survival =
        read("""
                part,outcome,chance
                14.10,holds,100%

                region,round,stage,self total,later total,maximum,source
                16.10,2023,VA,721.5,588.4,1000,berita acara
                """)
            .orThrow();

    assertThat(survival.rows()).hasSize(1);
    assertThat(survival.pairs().orElseThrow().pairs()).containsExactly(PAIR);
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH, CSV", "INDONESIAN, CSV", "ENGLISH, XLSX", "INDONESIAN, XLSX"})
  void write_rowsAndPairs_areReadBack(Language language, KlaTables.Form form) {
    Survival survival =
        read("""
                part,outcome,chance,tied
                14.10,12.5 points,1 of 3,agency
                14.10,"answer \""a, b\"\"",1 of 3,agency
                14.10,2 of 3,1 of 3,agency
                agency health,holds,100%,
                health,holds,99.5%,region
                health,answer 41.2 -> 44,0.5%,region
                K,maximum,100%,
                14,struck,100%,

                region,round,stage,self total,later total,source
                16.10,2023,VA,721.5,588.4,"a; \""b\"\""
                """)
            .orThrow();
    KlaTables tables = KlaTables.of().in(language);
    byte[] written = tables.writeSurvival(survival, form);

    assertThat(
            tables
                .readSurvival(
                    SheetFile.of(form == KlaTables.Form.CSV ? "a.csv" : "a.xlsx", written))
                .orThrow())
        .isEqualTo(survival);
  }

  @Test
  void read_manyFaults_tellsAllOfThemWithRowAndColumn() {
    assertThat(
            told(
                read(
                    """
                    part,outcome,chance,tied,chanse
                    *,sometimes,80%,agency,
                    *,12,20%,village,
                    14,holds,120%,,
                    14,struck,,,
                    2-Mar,holds,100%,,
                    K,holds,60%,,
                    K,struck,30%,,
                    ,holds,100%,,
                    """)))
        .containsExactly(
            "UNKNOWN_COLUMN s.csv, row 1, column chanse: column \"chanse\" is not known and is"
                + " not read. Did you mean chance?",
            "BAD_OUTCOME s.csv, row 2, column outcome: found \"sometimes\"; allowed: holds,"
                + " struck, maximum, a part of the claim such as 50% or 0.5, points such as \"12"
                + " points\", or an answer such as \"answer 45 of 46\" or \"answer baik\".",
            "OUTCOME_WITHOUT_UNIT s.csv, row 3, column outcome: found \"12\", which may be"
                + " points or percent of the claim. Write \"12 points\" or \"12%\".",
            "BAD_WORD s.csv, row 3, column tied: found \"village\"; allowed: none, agency,"
                + " region, tidak, perangkat daerah, daerah.",
            "BAD_CHANCE s.csv, row 4, column chance: found \"120%\"; allowed: 0% to 100%, such"
                + " as 80%, 0.8 or 4 of 5.",
            "EMPTY_CELL s.csv, row 5, column chance: the cell is empty, but must be filled.",
            "DAMAGED_CODE s.csv, row 6, column part: found \"2-Mar\", which a spreadsheet makes"
                + " of a code; likely 2.3, 3.2. Format the column as text and write the code"
                + " again.",
            "CHANCES_NOT_WHOLE s.csv, row 7: the chances of \"cluster K\" add up to 90%; allowed:"
                + " exactly 100%. Add the outcome that is missing, or write thirds as 1 of 3.",
            "EMPTY_CELL s.csv, row 9, column part: the cell is empty, but must be filled.");
  }

  @Test
  void read_aCodeThatMayHaveLostItsZero_isWarnedOf() {
    assertThat(told(read("part,outcome,chance\n*,holds,100%\n14.1,struck,100%\n")))
        .containsExactly(
            "SHORTENED_CODE s.csv, row 3, column part: read as question 14.1. If a spreadsheet"
                + " took the last zero of 14.10 away, rename it.");
  }

  @Test
  void read_faultyPairs_tellsWhatIsWrong() {
    assertThat(
            told(
                read(
                    """
                    region,round,stage,self total,later total,source
                    Kabupaten Nirwana,2023,final,800,600,x
                    16.10,2023,finale,800,600,x
                    16.10,2023,final,800,1200,x
                    16.10,2023,final,800,600,
                    """)))
        .anySatisfy(text -> assertThat(text).startsWith("UNKNOWN_REGION s.csv, row 2"))
        .anySatisfy(text -> assertThat(text).startsWith("UNKNOWN_STAGE s.csv, row 3"))
        .contains(
            "BAD_PAIR s.csv, row 4, column later total: found 1200 points of 800; allowed: a"
                + " self-assessment above 0, and both at most 1000.",
            "EMPTY_CELL s.csv, row 5, column source: the cell is empty, but must be filled.")
        .hasSize(4);
  }

  @Test
  void read_anotherTable_saysWhichColumnsItNeeds() {
    assertThat(told(read("code,measure,cost\nA,B,1\n")))
        .containsExactly(
            "NO_TABLE_OF s.csv: no table with the columns part, outcome, chance is found. Name them"
                + " in its header.");
  }

  @Test
  void read_anotherEdition_isRefused() {
    assertThat(told(read("edition,kla-2011\n\npart,outcome,chance\n*,holds,100%\n")))
        .singleElement()
        .asString()
        .startsWith("OTHER_EDITION");
  }

  @Test
  void merge_aTableOfSurvivalAmongSheets_isRefused() {
    assertThat(told(Sheets.merge(Sheets.HEAD + "part,outcome,chance\n*,holds,100%\n")))
        .contains(
            "SURVIVAL_IN_SHEET a.csv: the table says how claims survive, which is no answer. Give it"
                + " by --survival.");
  }
}
