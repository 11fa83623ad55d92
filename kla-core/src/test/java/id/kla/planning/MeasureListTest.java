package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is wrong with measures by themselves, and what when those of several agencies join. */
class MeasureListTest {

  private static final Edition TINY = TinyEdition.EDITION;

  private static final ScoredAssessment SCORED =
      ScoringEngine.of(TINY).score(TinyEdition.sheet("first"));

  private static Measure.Builder measure(String code) {
    Measure.Builder measure = Measure.builder();
    measure.code(code).cost(BigDecimal.ONE);
    return measure;
  }

  private static Measure training(String code, String agency) {
    return measure(code)
        .label(Label.of("Pelatihan kader", "Training"))
        .agency(agency)
        .putAwards(QuestionCode.parse("2.4"), Points.of(1))
        .build();
  }

  private static Checked<MeasureList> check(String file, Measure... measures) {
    List<Written<Measure>> written = new ArrayList<>();
    for (int i = 0; i < measures.length; i++) {
      written.add(new Written<>(measures[i], Place.table(file, i + 2, "")));
    }
    return MeasureList.check(TINY, written);
  }

  private static MeasureList list(String file, Measure... measures) {
    return check(file, measures).orThrow();
  }

  private static List<String> told(Checked<?> checked) {
    return checked.faults().stream().map(fault -> fault.message(Language.ENGLISH)).toList();
  }

  @Test
  void check_whatAMeasureNeedsOfAnotherList_isNoFaultYet() {
    MeasureList own = list("a.csv", measure("A1").addPrerequisites("B1").build());

    Checked<Measures> alone = Measures.check(SCORED, own);
    Checked<Measures> both =
        Measures.check(
            SCORED, MeasureList.join(List.of(own, list("b.csv", measure("B1").build()))).orThrow());

    assertThat(told(alone))
        .containsExactly(
            "a.csv, row 2: \"B1\" is not known; nearest: A1. Correct it, or add it where such codes"
                + " are listed.");
    assertThat(both.orThrow().measures()).extracting(Measure::code).containsExactly("A1", "B1");
  }

  @Test
  void check_blanksZerosAndTheOrderOfYears_meanNothing() {
    Measure written =
        measure(" A ")
            .label(Label.of("", ""))
            .cost(new BigDecimal("1.5E+8"))
            .realisedCost(new BigDecimal("0.50"))
            .years(List.of(2026, 2025, 2026))
            .prerequisites(List.of("B ", "B"))
            .agency(" ")
            .addReferences(new Measure.Reference(" RPJMD ", " 2.08 ", Optional.empty()))
            .build();

    Measure read = list("a.csv", written).measures().get(0);

    assertThat(read)
        .isEqualTo(
            measure("A")
                .cost(new BigDecimal("150000000"))
                .realisedCost(new BigDecimal("0.5"))
                .years(List.of(2025, 2026))
                .prerequisites(List.of("B"))
                .addReferences(new Measure.Reference("RPJMD", "2.08", Optional.empty()))
                .build());
  }

  @Test
  void check_yearsCostsAndReferencesThatAreNone_areAllTold() {
    Checked<MeasureList> checked =
        check(
            "a.csv",
            measure("A").addYears(1899, 2200).build(),
            measure("B")
                .addReferences(new Measure.Reference(" ", "x", Optional.of(25)))
                .realisedCost(new BigDecimal("1E+999999999"))
                .build());

    assertThat(told(checked))
        .containsExactly(
            "a.csv, row 2: year 1899; allowed: 1900 to 2199.",
            "a.csv, row 2: year 2200; allowed: 1900 to 2199.",
            "a.csv, row 3: \"kind\" is blank. Fill it.",
            "a.csv, row 3: year 25; allowed: 1900 to 2199.",
            "a.csv, row 3: cost 1E+999999999; allowed: 0 to 999999999999.9999, with at most four"
                + " decimals. Write it without currency and marks for thousands, such as 150000000.");
  }

  @Test
  void join_oneCodeInTwoLists_namesBothPlaces() {
    Checked<MeasureList> joined =
        MeasureList.join(
            List.of(
                list("a.csv", measure("A").build(), measure("B").build()),
                list("b.csv", measure("B").build())));

    assertThat(told(joined))
        .containsExactly(
            "b.csv, row 2: measure B stands here a second time, the first at a.csv, row 3. Keep"
                + " one, or give one another code.");
    assertThat(joined.value()).isEmpty();
  }

  @Test
  void join_sameNameAndAwardsOfTwoAgencies_isWarnedOfOnce() {
    MeasureList first = list("a.csv", training("A", "DINKES"), training("B", "DINKES"));
    MeasureList second = list("b.csv", training("C", "DP3A"));

    Checked<MeasureList> joined = MeasureList.join(List.of(first, second));
    Checked<MeasureList> again =
        MeasureList.join(List.of(joined.orThrow(), list("c.csv", measure("D").build())));

    assertThat(told(joined))
        .containsExactly(
            "b.csv, row 2: measure C has the same name and awards as A of another agency, at"
                + " a.csv, row 2. If it is the same one, keep one of them; else give it a name of"
                + " its own.");
    assertThat(told(again)).isEmpty();
    assertThat(Measures.check(SCORED, again.orThrow()).faults()).isEmpty();
    assertThat(again.orThrow().measures())
        .extracting(Measure::code)
        .containsExactly("A", "B", "C", "D");
  }

  @Test
  void join_listsOfTwoEditions_isAFault() {
    MeasureList other = MeasureList.of(Editions.kla2024(), List.of(measure("A").build()));

    Checked<MeasureList> joined =
        MeasureList.join(List.of(list("a.csv", measure("B").build()), other));

    assertThat(told(joined))
        .containsExactly("the sheet is for edition \"kla-2024\", but is read with \"tiny\".");
    assertThat(told(Measures.check(SCORED, other))).isEqualTo(told(joined));
    assertThatIllegalArgumentException().isThrownBy(() -> MeasureList.join(List.of()));
  }

  @Test
  void check_aListOfAnotherStateOfTheEdition_isCheckedAgain() {
    Edition wider = Edition.builder().from(TINY).sources(Editions.kla2024().sources()).build();
    MeasureList list = MeasureList.of(wider, List.of(measure("A").build()));

    assertThat(Measures.check(SCORED, list).orThrow().measures()).hasSize(1);
    assertThat(list).hasToString("tiny [A]");
  }

  @Test
  void of_aFault_throwsIt() {
    assertThatThrownBy(() -> MeasureList.of(TINY, List.of(measure(" ").build())))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("code");
    assertThatThrownBy(
            () -> MeasureList.of(TINY, List.of(measure("A").build(), measure("A").build())))
        .hasMessageContaining("\"A\" stands here a second time");
  }

  @Test
  void equals_doesNotAskWhereTheMeasuresWereRead() {
    new EqualsTester()
        .addEqualityGroup(
            list("a.csv", measure("A").build()),
            MeasureList.of(TINY, List.of(measure("A").build())))
        .addEqualityGroup(list("a.csv", measure("B").build()))
        .addEqualityGroup(MeasureList.of(Editions.kla2024(), List.of(measure("A").build())))
        .testEquals();
  }
}
