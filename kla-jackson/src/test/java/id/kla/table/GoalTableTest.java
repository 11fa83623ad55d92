package id.kla.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.kla.edition.Editions;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.planning.YearGoal;
import id.kla.planning.YearGoals;
import id.kla.points.Points;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets and targets of years as tables. */
class GoalTableTest {

  private static final YearGoal FIRST = YearGoal.of(2026).withBudget(new BigDecimal("120.5"));
  private static final YearGoal SECOND =
      YearGoal.of(2027).withTarget(new YearGoal.OfTotal(Points.parse("790.5")));
  private static final YearGoal THIRD =
      YearGoal.of(2028).withBudget(new BigDecimal("300")).withTarget(new YearGoal.OfTier("UTAMA"));

  private static Checked<YearGoals> read(String table) {
    return KlaTables.of()
        .readGoals(SheetFile.of("goals.csv", table.getBytes(UTF_8)), Editions.kla2024());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "year,budget,target\n2026,120.5,\n2027,,790.5\n2028,300,UTAMA\n",
        "tahun;anggaran;target predikat\n2028;300;UTAMA\n\n2026;120,5;\nJumlah;420,5;\n2027;;790,5\n",
        "rencana kami\ntahun;pagu;predikat;catatan\n2026;120,5;;x\n2027;;790,5;\n2028;300;UTAMA;\n",
      })
  void read_aTableInEitherLanguage_holdsTheYears(String table) {
    YearGoals goals = read(table).orThrow();

    assertThat(goals.goals()).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void read_manyFaults_tellsAllOfThemWithRowAndColumn() {
    Checked<YearGoals> read =
        read("year,budget,target\n2026,abc,GOLD\n2026,-5,\n20x7,1,UTAMA\n,1,\n1066,,1200\n");

    assertThat(read.value()).isEmpty();
    assertThat(read.faults())
        .extracting(Fault::code, Fault::place)
        .containsExactlyInAnyOrder(
            tuple(FaultCode.BAD_COST, at(2, "budget")),
            tuple(FaultCode.UNKNOWN_TIER, at(2, "target")),
            tuple(FaultCode.YEAR_TWICE, at(3, "year")),
            tuple(FaultCode.BAD_COST, at(3, "budget")),
            tuple(FaultCode.BAD_YEAR, at(4, "year")),
            tuple(FaultCode.EMPTY_CELL, at(5, "year")),
            tuple(FaultCode.BAD_YEAR, at(6, "year")),
            tuple(FaultCode.BAD_TARGET, at(6, "target")));
  }

  private static Place at(int row, String column) {
    return Place.table("goals.csv", row, column);
  }

  @Test
  void read_anotherTable_saysWhichColumnsItNeeds() {
    Checked<YearGoals> misspelt = read("yeer,budget,target\n2026,1,UTAMA\n");
    Checked<YearGoals> measures = read("code,measure,cost\nA,B,1\n");

    assertThat(misspelt.faults().stream().map(fault -> fault.text(Language.ENGLISH)))
        .containsExactlyInAnyOrder(
            "no table with the columns year, budget, target is found. Name them in its header.",
            "column \"yeer\" is not known and is not read. Did you mean year?");
    assertThat(measures.faults()).extracting(Fault::code).containsExactly(FaultCode.NO_TABLE_OF);
  }

  @Test
  void read_aTableWithoutYears_isAFault() {
    assertThat(read("year,budget,target\n").faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.YEARS_OF_PLAN);
  }

  @Test
  void merge_aTableOfGoals_isRefusedForWhatItIs() {
    byte[] table = "edition,kla-2024\nyear,budget,target\n2026,1,UTAMA\n".getBytes(UTF_8);

    Checked<KlaTables.Merged> merged =
        KlaTables.of()
            .withRegion("16.10")
            .withRound("2024")
            .withStage("self")
            .merge(List.of(SheetFile.of("goals.csv", table)));

    assertThat(merged.faults()).extracting(Fault::code).containsExactly(FaultCode.GOALS_IN_SHEET);
  }
}
