package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.TinyEdition;
import id.kla.scoring.View;
import id.kla.verification.Difference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What-ifs on the real sheet, and on the tiny one, whose indicator 1 is cut from 11.5 to 10. */
class WhatIfTest {

  private static final Edition KLA = Editions.kla2024();
  private static final Assessment TINY = TinyEdition.sheet("first");

  private static QuestionCode code(String code) {
    return QuestionCode.parse(code);
  }

  private static Patch answer(String question, String points) {
    return new Patch.SetAnswer(code(question), Answer.of(Points.parse(points)));
  }

  private static WhatIf whatIf(String edition, Patch... patches) {
    return new WhatIf(edition, "x", Label.of("coba", "try"), List.of(patches));
  }

  private static Assessment tried(Assessment sheet, Patch... patches) {
    Checked<Assessment> tried = whatIf(sheet.edition().id(), patches).applyTo(sheet);
    assertThat(tried.faults()).isEmpty();
    return tried.orThrow();
  }

  private static WhatIfReport report(Assessment sheet, View view, WhatIf... whatIfs) {
    return WhatIfReport.of(sheet, view, List.of(whatIfs)).orThrow();
  }

  private static List<String> rows(Difference difference) {
    return difference.rows().stream()
        .map(
            row ->
                row.question().map(QuestionCode::toString).orElse("cap " + row.indicator())
                    + " "
                    + row.change())
        .toList();
  }

  private static String standing(ScoredAssessment scored) {
    return scored.now().total() + " " + scored.now().tier().map(Tier::code).orElse("none");
  }

  private static Evidence document(String id, String... questions) {
    return Evidence.builder()
        .id(id)
        .questions(Stream.of(questions).map(WhatIfTest::code).toList())
        .build();
  }

  private static Finding finding(String question, String stage, String points) {
    return Finding.builder()
        .question(code(question))
        .stage(stage)
        .ruling(Finding.Ruling.REVISED)
        .points(Points.parse(points))
        .build();
  }

  private static List<String> messages(Checked<?> checked) {
    return checked.faults().stream().map(fault -> fault.message(Language.ENGLISH)).toList();
  }

  // The real sheet

  /**
   * 7.2 has 10 of 22, 6.3 has 9 of 21 and 8.3 has 2 of 10: 12 + 12 + 8 are 32, and indicators 7, 6
   * and 8 (32 of 36, 44 of 55, 33 of 45 then) cut nothing.
   */
  @Test
  void applyTo_threeQuestionsOfOganIlir_lieAboveTheBoundOfUtama() {
    WhatIf three =
        whatIf("kla-2024", answer("7.2", "22"), answer("6.3", "21"), answer("8.3", "10"));

    WhatIfReport report = report(OganIlir.selfAssessment(), View.claimed(), three);

    assertThat(standing(report.base())).isEqualTo("771.81 NINDYA");
    assertThat(standing(report.patched())).isEqualTo("803.81 UTAMA");
    assertThat(rows(report.difference())).containsExactly("6.3 12", "7.2 12", "8.3 8");
    assertThat(report.patched().indicator("7").points()).isEqualTo(Points.of(32));
    assertThat(report.patched().cluster("II").points()).isEqualTo(Points.parse("113.8"));
  }

  /** Two of the three give 24 at most, so 795.81, and each step is told by itself. */
  @Test
  void of_severalWhatIfs_areStepsUponEachOther() {
    WhatIf two = whatIf("kla-2024", answer("7.2", "22"), answer("6.3", "21"));
    WhatIf third = whatIf("kla-2024", answer("8.3", "10"), answer("6.3", "20"));

    WhatIfReport report = report(OganIlir.selfAssessment(), View.claimed(), two, third);

    assertThat(report.steps().stream().map(step -> standing(step.difference().after())))
        .containsExactly("795.81 NINDYA", "802.81 UTAMA");
    assertThat(report.steps().stream().map(step -> rows(step.difference())))
        .containsExactly(List.of("6.3 12", "7.2 12"), List.of("6.3 -1", "8.3 8"));
    assertThat(rows(report.difference())).containsExactly("6.3 11", "7.2 12", "8.3 8");
  }

  @Test
  void of_noWhatIf_isTheSheetItself() {
    WhatIfReport report = report(OganIlir.selfAssessment(), View.claimed());

    assertThat(report.patched()).isSameAs(report.base());
    assertThat(report.difference().rows()).isEmpty();
  }

  // Answers

  /** 1.1 falls from 4 to 2.5, which the cap of indicator 1 had cut anyway. */
  @Test
  void applyTo_answerThatTheCapHadCut_changesTheCapInstead() {
    WhatIf less =
        whatIf("tiny", new Patch.SetAnswer(code("1.1"), Answer.of(Response.level("some"))));

    WhatIfReport report = report(TINY, View.claimed(), less);

    assertThat(standing(report.patched())).isEqualTo("15.3333 SILVER");
    assertThat(rows(report.difference())).containsExactly("1.1 -1.5", "cap 1 1.5");
  }

  @Test
  void applyTo_severalPatchesOfOneAnswer_leaveTheLast() {
    Assessment last = tried(TINY, answer("2.3", "1"), answer("2.3", "4"));
    Assessment none = tried(TINY, answer("2.3", "1"), new Patch.RemoveAnswer(code("2.3")));
    Assessment again = tried(TINY, new Patch.RemoveAnswer(code("2.3")), answer("2.3", "2"));

    assertThat(last).isEqualTo(TINY.withAnswer(code("2.3"), Answer.of(Points.of(4))));
    assertThat(none).isEqualTo(TINY.withoutAnswer(code("2.3")));
    assertThat(again).isEqualTo(TINY.withAnswer(code("2.3"), Answer.of(Points.of(2))));
  }

  // Evidence and findings

  @Test
  void applyTo_evidence_takesThePlaceOfItsIdOrComesLast() {
    Assessment sheet =
        Assessment.builder()
            .from(TINY)
            .addEvidence(document("E1", "1.1"), document("E2", "1.2"))
            .build();

    Assessment patched =
        tried(
            sheet,
            new Patch.SetEvidence(document("E3", "2.1")),
            new Patch.SetEvidence(document(" E1 ", "1.3", "1.1")));
    Assessment fewer = tried(sheet, new Patch.RemoveEvidence("E1"));

    assertThat(patched.evidence())
        .containsExactly(
            document("E1", "1.1", "1.3"), document("E2", "1.2"), document("E3", "2.1"));
    assertThat(fewer.evidence()).containsExactly(document("E2", "1.2"));
  }

  @Test
  void applyTo_finding_takesThePlaceOfTheSameQuestionAndStage() {
    Assessment sheet =
        Assessment.builder()
            .from(OganIlir.selfAssessment())
            .addFindings(finding("7.2", "admin_verification", "3"), finding("7.2", "final", "5"))
            .build();

    Assessment revised = tried(sheet, new Patch.SetFinding(finding("7.2", "VA", "9")));
    Assessment removed = tried(sheet, new Patch.RemoveFinding(code("7.2"), "VA"));

    assertThat(revised.findings())
        .containsExactly(finding("7.2", "admin_verification", "9"), finding("7.2", "final", "5"));
    assertThat(removed.findings()).containsExactly(finding("7.2", "final", "5"));
  }

  /** Only what VA found counts: 3 of 7.2 and, in the what-if, 4 of 6.3; an answer changes none. */
  @Test
  void of_anotherView_countsWhatThatViewCounts() {
    Assessment sheet =
        Assessment.builder()
            .from(OganIlir.selfAssessment())
            .addFindings(finding("7.2", "admin_verification", "3"))
            .build();
    WhatIf found =
        whatIf("kla-2024", new Patch.SetFinding(finding("6.3", "VA", "4")), answer("8.3", "10"));

    WhatIfReport report = report(sheet, View.latest(sheet), found);

    assertThat(standing(report.base())).isEqualTo("3 none");
    assertThat(rows(report.difference())).containsExactly("6.3 4");
  }

  // Faults

  @Test
  void applyTo_removesWhatIsNotThere_isWarnedOf() {
    Checked<Assessment> tried =
        whatIf(
                "tiny",
                new Patch.RemoveAnswer(code("2.4")),
                new Patch.RemoveAnswer(code("1.1")),
                new Patch.RemoveAnswer(code("1.1")),
                new Patch.RemoveEvidence("E9"),
                new Patch.RemoveFinding(code("1.1"), "last"))
            .applyTo(TINY.withoutAnswer(code("2.4")));

    assertThat(tried.orThrow().answers()).doesNotContainKeys(code("1.1"), code("2.4"));
    assertThat(tried.faults()).extracting(Fault::code).containsOnly(FaultCode.NOTHING_TO_REMOVE);
    assertThat(messages(tried))
        .containsExactly(
            "tiny, what-if \"x\": the sheet has no answer to 2.4 that could be removed. Correct"
                + " the patch, or leave it out.",
            "tiny, what-if \"x\": the sheet has no evidence \"E9\" that could be removed. Correct"
                + " the patch, or leave it out.",
            "tiny, what-if \"x\": the sheet has no finding of 1.1 at stage last that could be"
                + " removed. Correct the patch, or leave it out.");
    assertThat(tried.faults().get(1).message(Language.INDONESIAN))
        .startsWith("tiny, skenario \"x\": pada lembar tidak ada data dukung \"E9\"");
  }

  @Test
  void applyTo_sheetOfAnotherEdition_saysWhichItIsFor() {
    Checked<Assessment> tried = whatIf("kla-2024", answer("1.1", "1")).applyTo(TINY);

    assertThat(tried.value()).isEmpty();
    assertThat(messages(tried))
        .singleElement()
        .asString()
        .contains("kla-2024, what-if \"x\"", "for edition \"kla-2024\"", "is of \"tiny\"");
  }

  /** E1 says that E2 took its place; a sheet that lists agencies knows no others. */
  @Test
  void applyTo_whatTheSheetDoesNotBear_tellsEveryFault() {
    Evidence replaced = Evidence.builder().from(document("E1", "1.1")).supersededBy("E2").build();
    Assessment sheet =
        Assessment.builder().from(TINY).addEvidence(replaced, document("E2", "1.1")).build();

    Checked<Assessment> tried =
        whatIf("tiny", new Patch.RemoveEvidence("E2"), answer("2.3", "5")).applyTo(sheet);

    assertThat(tried.value()).isEmpty();
    assertThat(tried.faults())
        .extracting(Fault::code)
        .containsExactlyInAnyOrder(FaultCode.UNKNOWN_CODE, FaultCode.POINTS_ABOVE_MAXIMUM);
    assertThat(messages(tried))
        .allSatisfy(message -> assertThat(message).startsWith("tiny, what-if \"x\": "));
  }

  @Test
  void of_severalBrokenWhatIfs_tellsTheFaultsOfAll() {
    Checked<WhatIfReport> report =
        WhatIfReport.of(
            TINY,
            View.claimed(),
            List.of(
                whatIf("tiny", answer("2.3", "5")),
                whatIf("kla-2024", answer("1.1", "1")),
                whatIf("tiny", answer("9.9", "1"))));

    assertThat(report.value()).isEmpty();
    assertThat(report.faults())
        .extracting(Fault::code)
        .containsExactly(
            FaultCode.POINTS_ABOVE_MAXIMUM,
            FaultCode.WHAT_IF_OF_OTHER_EDITION,
            FaultCode.UNKNOWN_QUESTION);
  }

  @Test
  void check_patchesThatFitNoSheet_tellsEveryFaultWhereItStands() {
    List<Patch> patches =
        List.of(
            answer("2.3", "5"),
            new Patch.RemoveAnswer(code("2.9")),
            new Patch.SetEvidence(document("E1", "3.1")),
            new Patch.RemoveEvidence(" "),
            new Patch.SetFinding(finding("1.1", "first", "1")),
            new Patch.RemoveFinding(code("1.1"), "third"));

    Checked<WhatIf> checked = check(TinyEdition.EDITION, patches);

    assertThat(checked.value()).isEmpty();
    assertThat(checked.faults().stream().map(fault -> fault.code() + " " + pointer(fault)))
        .containsExactly(
            "POINTS_ABOVE_MAXIMUM /0",
            "UNKNOWN_QUESTION /1",
            "UNKNOWN_QUESTION /2",
            "BLANK_TEXT /3",
            "NO_JUDGING_STAGE /4",
            "UNKNOWN_STAGE /5");
  }

  /** Question 2.4 names 0, 1 and 2; which document took the place of E1, only a sheet can say. */
  @Test
  void check_patchesThatFit_isTheWhatIfWithItsWarnings() {
    Evidence replaced = Evidence.builder().from(document("E1", "1.1")).supersededBy("E7").build();
    List<Patch> patches = List.of(answer("2.4", "1.5"), new Patch.SetEvidence(replaced));

    Checked<WhatIf> checked = check(TinyEdition.EDITION, patches);

    assertThat(checked.faults()).extracting(Fault::code).containsExactly(FaultCode.GRADE_NOT_NAMED);
    assertThat(checked.orThrow()).isEqualTo(new WhatIf("tiny", "x", Label.of("", ""), patches));
  }

  private static Checked<WhatIf> check(Edition edition, List<Patch> patches) {
    List<Written<Patch>> written =
        Stream.iterate(0, i -> i < patches.size(), i -> i + 1)
            .map(i -> new Written<>(patches.get(i), Place.document("d", "/" + i, 1, 1)))
            .toList();
    return WhatIf.check(edition, " x ", Label.of("", ""), written);
  }

  private static String pointer(Fault fault) {
    return ((Place.InDocument) fault.place()).pointer();
  }

  @Test
  void whatIf_withABlankId_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WhatIf(KLA.id(), " ", Label.of("", ""), List.of()))
        .withMessageContaining("blank");
  }

  @Test
  void latest_view_isOfTheLastStageThatFoundAnything() {
    Assessment bare = OganIlir.selfAssessment();
    Assessment judged =
        Assessment.builder()
            .from(bare)
            .addFindings(finding("7.2", "VLH", "3"), finding("6.3", "VA", "3"))
            .build();

    assertThat(View.latest(bare)).isEqualTo(View.claimed());
    assertThat(View.latest(judged)).isEqualTo(View.verified("field_verification"));
  }

  @Test
  void applyTo_overlayOfItsEdition_isRefusedAsAnotherEdition() {
    Edition overlay = Edition.builder().from(TinyEdition.EDITION).id("trial").build();

    Optional<Assessment> tried =
        whatIf("tiny", answer("2.3", "1")).applyTo(TinyEdition.sheet(overlay, "first")).value();

    assertThat(tried).isEmpty();
  }
}
