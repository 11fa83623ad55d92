package id.kla.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.edition.Bound;
import id.kla.edition.CollectedFrom;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.FactKind;
import id.kla.edition.Interval;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import id.kla.region.RegionCode;
import id.kla.scoring.TinyEdition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnitSurveyTest {

  private static final RegionCode OGAN_ILIR = RegionCode.parse("16.10");

  private static QuestionCode code(String text) {
    return QuestionCode.parse(text);
  }

  private static Written<UnitSurvey.Row> row(int at, Unit unit, Map<String, UnitSurvey.Said> said) {
    Map<QuestionCode, UnitSurvey.Said> codes = new LinkedHashMap<>();
    said.forEach((question, each) -> codes.put(code(question), each));
    return new Written<>(new UnitSurvey.Row(unit, codes), Place.table("t.csv", at, "unit"));
  }

  /** One question; what each unit says is y, n or a blank. */
  private static Checked<UnitSurvey> survey(
      Edition edition, CollectedFrom level, String question, String said) {
    List<Written<UnitSurvey.Row>> rows = new ArrayList<>();
    for (int i = 0; i < said.length(); i++) {
      Map<String, UnitSurvey.Said> cell =
          switch (said.charAt(i)) {
            case 'y' -> Map.of(question, UnitSurvey.Said.YES);
            case 'n' -> Map.of(question, UnitSurvey.Said.NO);
            default -> Map.of();
          };
      rows.add(row(i + 2, Unit.of("unit " + (i + 1)), cell));
    }
    return UnitSurvey.check(
        edition,
        level,
        Optional.of(OGAN_ILIR),
        List.of(new Written<>(code(question), Place.table("t.csv", 1, question))),
        rows);
  }

  private static List<FaultCode> codes(Checked<?> checked) {
    return checked.faults().stream().map(Fault::code).toList();
  }

  /** 40 yes, 3 no, 3 silent: between 40 and 43 of 46, until the three speak. */
  @Test
  void facts_whileUnitsAreSilent_areARangeThatNamesThem() {
    UnitFact fact =
        survey(
                Editions.kla2024(),
                CollectedFrom.SUBDISTRICT,
                "25.2",
                "y".repeat(20) + "n  n" + "y".repeat(20) + " n")
            .orThrow()
            .facts()
            .get(0);

    assertThat(fact.whole()).isEqualTo(46);
    assertThat(fact.least()).isEqualTo(Share.of(40, 46));
    assertThat(fact.most()).isEqualTo(Share.of(43, 46));
    assertThat(fact.measured()).isEmpty();
    assertThat(fact.no()).extracting(Unit::name).containsExactly("unit 21", "unit 24", "unit 46");
    assertThat(fact.silent())
        .extracting(Unit::name)
        .containsExactly("unit 22", "unit 23", "unit 45");
    assertThat(fact.earned()).isEmpty();
  }

  @Test
  void facts_ofUnitsThatAllSpeak_areMeasured() {
    UnitFact fact =
        survey(Editions.kla2024(), CollectedFrom.SUBDISTRICT, "25.2", "yyny")
            .orThrow()
            .facts()
            .get(0);

    assertThat(fact.measured()).contains(Response.coverage(Share.of(3, 4)));
    assertThat(fact.least()).isEqualTo(fact.most());
  }

  /** Below 1/3 nothing, below 2/3 1.5, from there 3: 1 of 3 to 2 of 3. */
  @Test
  void earned_whereTheScaleReadsShares_isARange() {
    Checked<UnitSurvey> survey = survey(TinyEdition.EDITION, CollectedFrom.VILLAGE, "1.2", "y n");

    assertThat(survey.orThrow().facts().get(0).earned())
        .contains(new UnitFact.Earned(Points.parse("1.5"), Points.of(3)));
    assertThat(codes(survey)).containsExactly(FaultCode.QUESTION_NOT_OF_UNITS);
  }

  /** From a quarter on 5, from three quarters on 1: none to all of four can be anything. */
  @Test
  void earned_ofAScaleThatRisesAndFalls_isNotThatOfTheEnds() {
    Scale scale =
        new Scale.Bands(
            FactKind.COVERAGE,
            List.of(band(0, 1, "0"), band(1, 3, "5"), band(3, 5, "1")),
            Origin.STATED);
    Question question =
        Question.builder()
            .from(Editions.kla2024().question("25.2"))
            .scale(scale)
            .maximum(Points.of(5))
            .build();
    List<Unit> units = IntStream.range(0, 4).mapToObj(i -> Unit.of("unit " + i)).toList();

    assertThat(new UnitFact(question, List.of(), List.of(), units).earned())
        .contains(new UnitFact.Earned(Points.ZERO, Points.of(5)));
  }

  private static Scale.Band band(int from, int to, String points) {
    return new Scale.Band(
        new Interval<>(
            Optional.of(Bound.closed(Ratio.of(from, 4))), Optional.of(Bound.open(Ratio.of(to, 4)))),
        Points.parse(points));
  }

  /** 15 questions of 25 with 21 points; 18 of 26 with 75, since 26.17 and 26.18 ask no share. */
  @Test
  void asked_inKla2024_are33QuestionsWith96Points() {
    List<Question> subdistricts = UnitSurvey.asked(Editions.kla2024(), CollectedFrom.SUBDISTRICT);
    List<Question> villages = UnitSurvey.asked(Editions.kla2024(), CollectedFrom.VILLAGE);

    assertThat(subdistricts).hasSize(15).allMatch(q -> q.code().indicator().equals("25"));
    assertThat(villages).hasSize(18).allMatch(q -> q.code().indicator().equals("26"));
    assertThat(sum(subdistricts)).isEqualTo(Points.of(21));
    assertThat(sum(villages)).isEqualTo(Points.of(75));
  }

  private static Points sum(List<Question> questions) {
    return Points.sum(questions.stream().map(Question::maximum).toList());
  }

  @Test
  void notAsked_namesTheQuestionsOfTheLevelWithoutAColumn() {
    UnitSurvey survey =
        survey(Editions.kla2024(), CollectedFrom.SUBDISTRICT, "25.2", "y").orThrow();

    assertThat(survey.notAsked())
        .hasSize(14)
        .extracting(question -> question.code().toString())
        .contains("25.7a", "25.10")
        .doesNotContain("25.2", "26.2");
  }

  /** The recap marks 25.6 as the region's, but asks it of sub-districts. */
  @Test
  void check_aQuestionWithoutAMark_isOfTheLevelOfItsIndicator() {
    assertThat(codes(survey(Editions.kla2024(), CollectedFrom.SUBDISTRICT, "25.6", "y"))).isEmpty();
    assertThat(codes(survey(Editions.kla2024(), CollectedFrom.VILLAGE, "25.6", "y")))
        .containsExactly(FaultCode.QUESTION_OF_OTHER_UNITS);
    assertThat(codes(survey(Editions.kla2024(), CollectedFrom.VILLAGE, "25.2", "y")))
        .containsExactly(FaultCode.QUESTION_OF_OTHER_UNITS);
    assertThat(codes(survey(Editions.kla2024(), CollectedFrom.VILLAGE, "1.1", "y")))
        .containsExactly(FaultCode.QUESTION_NOT_OF_UNITS);
    assertThat(codes(survey(Editions.kla2024(), CollectedFrom.VILLAGE, "26.99", "y")))
        .containsExactly(FaultCode.UNKNOWN_QUESTION);
  }

  @Test
  void check_unitsThatStandTwice_areFaultsThatNameBothRows() {
    Checked<UnitSurvey> survey =
        UnitSurvey.check(
            Editions.kla2024(),
            CollectedFrom.VILLAGE,
            Optional.empty(),
            List.of(),
            List.of(
                row(2, village("Sukamaju", "Indralaya", ""), Map.of()),
                row(3, village("Sukamaju", "Tanjung Raja", ""), Map.of()),
                row(4, village(" SUKAMAJU ", "indralaya", ""), Map.of()),
                row(5, village("Mekar", "", "16.10.01.2001"), Map.of()),
                row(6, village("Mekar", "", "16.10.02.2001"), Map.of()),
                row(7, village("Mekar", "", ""), Map.of()),
                row(8, village("Lain", "", "16.10.01.2001"), Map.of())));

    assertThat(survey.faults())
        .extracting(fault -> fault.place().toString().isEmpty() ? "" : fault.text(Language.ENGLISH))
        .containsExactly(
            "SUKAMAJU (indralaya) stands here a second time, the first at t.csv, row 2, column"
                + " unit. Keep one row; name the sub-district or the code of villages that share a"
                + " name.",
            "Mekar stands here a second time, the first at t.csv, row 5, column unit. Keep one row;"
                + " name the sub-district or the code of villages that share a name.",
            "Lain stands here a second time, the first at t.csv, row 5, column unit. Keep one row;"
                + " name the sub-district or the code of villages that share a name.");
  }

  private static Unit village(String name, String within, String code) {
    return new Unit(name, Optional.of(within), Optional.of(code));
  }

  @Test
  void check_withoutUnits_isAFault() {
    assertThat(codes(survey(Editions.kla2024(), CollectedFrom.SUBDISTRICT, "25.2", "")))
        .containsExactly(FaultCode.NO_UNITS);
    assertThatThrownBy(() -> survey(Editions.kla2024(), CollectedFrom.REGION, "25.2", "y").faults())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found REGION");
  }

  // Into a sheet

  private static Assessment sheet() {
    return Assessment.builder()
        .edition(Editions.kla2024())
        .region(OGAN_ILIR)
        .round(Round.of(2023))
        .stage("self")
        .build();
  }

  private static Checked<Assessment> into(String said, Answer there) {
    return survey(Editions.kla2024(), CollectedFrom.SUBDISTRICT, "25.2", said)
        .orThrow()
        .into(sheet().withAnswer(code("25.2"), there));
  }

  @Test
  void into_aSheet_putsCompleteFactsBesideWhatIsThere() {
    UnitSurvey complete =
        survey(Editions.kla2024(), CollectedFrom.SUBDISTRICT, "25.2", "yyny").orThrow();
    UnitSurvey silent =
        survey(Editions.kla2024(), CollectedFrom.SUBDISTRICT, "25.2", "yyn ").orThrow();
    Response.Fact fact = Response.coverage(Share.of(3, 4));
    Answer points = Answer.of(Points.of(1));

    assertThat(complete.into(sheet()).orThrow().answer(code("25.2")))
        .contains(Answer.measured(fact));
    assertThat(into("yyny", points).orThrow().answer(code("25.2")))
        .contains(Answer.of(Response.graded(Points.of(1)), fact));
    assertThat(silent.into(sheet()).orThrow()).isEqualTo(sheet());
  }

  @Test
  void into_aSheetWithAnotherFact_isAFault() {
    Checked<Assessment> other = into("yyny", Answer.measured(Response.coverage(Share.of(2, 4))));

    assertThat(other.faults())
        .extracting(fault -> fault.text(Language.ENGLISH))
        .containsExactly(
            "question 25.2 (kla-2024): the units give the share 3 of 4, but the sheet already holds"
                + " the share 2 of 4. Keep the one that holds: clear it in the sheet, or correct"
                + " the table.");
    assertThat(codes(into("yyny", Answer.notApplicable("none"))))
        .containsExactly(FaultCode.MEASURED_OTHERWISE);
  }

  /** 75 percent and 3 of 4 are one number: what was written stays. */
  @Test
  void into_aSheetWithTheSameNumber_leavesItAsItIsWritten() {
    Answer percent = Answer.measured(Response.coverage(Share.parse("75%")));

    assertThat(into("yyny", percent).orThrow().answer(code("25.2"))).contains(percent);
  }

  @Test
  void into_aSheetOfAnotherRegionOrEdition_isAFault() {
    UnitSurvey survey =
        survey(Editions.kla2024(), CollectedFrom.SUBDISTRICT, "25.2", "y").orThrow();
    Assessment elsewhere =
        Assessment.builder().from(sheet()).region(RegionCode.parse("35.71")).build();

    assertThat(codes(survey.into(elsewhere))).containsExactly(FaultCode.UNITS_OF_OTHER_REGION);
    assertThat(codes(survey.into(TinyEdition.sheet("first"))))
        .containsExactly(FaultCode.OTHER_EDITION);
  }

  @Test
  void unit_withoutAName_isRefused() {
    assertThatThrownBy(() -> Unit.of(" ").name()).isInstanceOf(IllegalArgumentException.class);
  }
}
