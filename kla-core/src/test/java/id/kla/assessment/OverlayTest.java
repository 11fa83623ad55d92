package id.kla.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.kla.edition.Change;
import id.kla.edition.ChangedFrom;
import id.kla.edition.Edition;
import id.kla.edition.EditionDraft;
import id.kla.edition.EditionTables;
import id.kla.edition.Editions;
import id.kla.edition.Mark;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.RegionCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that change kla-2024, and sheets under what they make of it. */
class OverlayTest {

  private static final Edition BASE = Editions.kla2024();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void name() {
    table("edition", "key|value", "id|trial", "base|kla-2024", "label_en|A trial");
  }

  private void table(String name, String... rows) {
    try {
      Files.writeString(
          folder.resolve(name + ".tsv"), String.join("\n", rows).replace('|', '\t') + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Edition overlay() {
    return EditionTables.read(folder).orThrow();
  }

  private static QuestionCode code(String code) {
    return QuestionCode.parse(code);
  }

  private static Assessment sheet(String code, Answer answer) {
    return Assessment.builder()
        .edition(BASE)
        .region(RegionCode.parse("16.10"))
        .round(Round.parse("2023"))
        .stage("self")
        .putAnswers(code(code), answer)
        .build();
  }

  private static List<FaultCode> codes(Checked<?> read) {
    return read.faults().stream().map(Fault::code).toList();
  }

  // The edition

  @Test
  void read_overlayThatOnlyNamesItsBase_isItsBase() {
    table("edition", "key|value", "base|kla-2024");

    assertThat(overlay()).isSameAs(BASE);
    assertThat(overlay().digest()).isEqualTo(BASE.digest());
  }

  @Test
  void read_overlayThatRepeatsWhatTheBaseSays_isItsBase() {
    table("edition", "key|value", "id|trial", "base|kla-2024", "maximum|1000.00");
    table("questions", "indicator|question|maximum|lead", "1|1|12.0|pppa");

    assertThat(overlay()).isSameAs(BASE);
  }

  @Test
  void read_anotherMaximum_isMarkedAsInferredAndToldAsAChange() {
    table("questions", "indicator|question|maximum", "1|1|14", "1|4|3");
    table("indicators", "indicator|note", "1|As the trial says.");

    Edition edition = overlay();

    assertThat(edition.id()).isEqualTo("trial");
    assertThat(edition.question("1.1").maximum()).isEqualTo(Points.of(14));
    assertThat(edition.question("1.1").origin().mark()).isEqualTo(Mark.INFERRED);
    assertThat(edition.question("1.1").origin().sources()).isEmpty();
    assertThat(edition.question("1.2a")).isEqualTo(BASE.question("1.2a"));
    ChangedFrom changed = edition.changedFrom().orElseThrow();
    assertThat(changed.edition()).isEqualTo("kla-2024");
    assertThat(changed.digest()).isEqualTo(BASE.digest());
    assertThat(changed.changes().stream().filter(Change::canChangeScores).map(Change::toString))
        .containsExactly(
            "questions 1.1 maximum: reweighted from \"12\" to \"14\"",
            "questions 1.4 maximum: reweighted from \"5\" to \"3\"");
  }

  /** 1.2a has the grades 0, 0.25, 0.5, 0.75 and 1; at a maximum of 3 they are three times that. */
  @Test
  void read_anotherMaximumOfAQuestionWithNamedGrades_keepsThemInProportion() {
    table("questions", "indicator|question|maximum", "1|2a|3");

    Scale scale = overlay().question("1.2a").scale();

    assertThat(((Scale.Graded) scale).named())
        .containsExactly(
            Points.ZERO,
            Points.parse("0.75"),
            Points.parse("1.5"),
            Points.parse("2.25"),
            Points.of(3));
  }

  @Test
  void read_aMarkOfItsOwn_isKept() {
    table("sources", "source|text", "perbup|Peraturan Bupati 1/2026");
    table("questions", "indicator|question|maximum|mark|source", "1|1|13|stated|perbup");

    assertThat(overlay().question("1.1").origin().mark()).isEqualTo(Mark.STATED);
    assertThat(overlay().question("1.1").origin().sources()).containsExactly("perbup");
  }

  @Test
  void read_aHyphen_emptiesACell() {
    table("questions", "indicator|question|supporting", "1|2a|-");

    assertThat(BASE.question("1.2a").supporting()).isNotEmpty();
    assertThat(overlay().question("1.2a").supporting()).isEmpty();
  }

  @Test
  void read_aNewQuestion_isAdded() {
    table("questions", "indicator|question|maximum|label_id|label_en", "1|9|2|Baru|New");

    Edition edition = overlay();

    assertThat(edition.questions()).hasSize(275);
    assertThat(edition.question("1.9").maximum()).isEqualTo(Points.of(2));
    assertThat(edition.changedFrom().orElseThrow().changes())
        .extracting(Change::kind, Change::part)
        .containsExactly(tuple(Change.Kind.ADDED, "1.9"));
  }

  @Test
  void read_aLadder_takesThePlaceOfTheBases() {
    table(
        "ladder",
        "tier|label_id|label_en|from|below|to",
        "PRATAMA|Pratama|Pratama|500|900|",
        "KLA|KLA|KLA|900||1000");

    assertThat(overlay().ladder().tiers())
        .extracting(tier -> tier.code() + " " + tier.range())
        .containsExactly("PRATAMA [500, 900)", "KLA [900, 1000]");
  }

  @Test
  void read_aLadderWithoutATierOfARequirement_isAFaultOfTheEdition() {
    table("ladder", "tier|label_id|label_en|from|to", "LULUS|Lulus|Passed|600|1000");

    assertThat(EditionTables.read(folder).faults())
        .filteredOn(fault -> fault.code() == FaultCode.UNKNOWN_CODE)
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault.toString()).contains("trial", "requirement"));
  }

  @Test
  void read_aRequirementSwitchedOn_keepsTheRest() {
    table("requirements", "requirement|state", "regional-regulation|on");

    assertThat(overlay().requirements())
        .filteredOn(requirement -> requirement.code().equals("regional-regulation"))
        .singleElement()
        .satisfies(
            requirement -> {
              assertThat(requirement.state()).isEqualTo(Requirement.State.ON);
              assertThat(requirement.tier()).contains("PRATAMA");
            });
  }

  @Test
  void read_theIdOfTheBase_isRefused() {
    table("edition", "key|value", "id|kla-2024", "base|kla-2024");
    table("questions", "indicator|question|maximum", "1|1|13");

    assertThat(codes(EditionTables.read(folder))).contains(FaultCode.SAME_ID);
  }

  @Test
  void read_anUnknownBase_namesTheKnownOnes() {
    table("edition", "key|value", "id|trial", "base|kla-2042");

    assertThat(EditionTables.read(folder).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(FaultCode.UNKNOWN_EDITION))
        .satisfies(fault -> assertThat(fault.toString()).contains("kla-2042", "kla-2024", "row 3"));
  }

  @Test
  void read_anotherDigestOfTheBase_isRefused() {
    table("edition", "key|value", "id|trial", "base|kla-2024", "base_digest|" + "0".repeat(64));

    assertThat(codes(EditionTables.read(folder))).containsExactly(FaultCode.OTHER_BASE);
  }

  @Test
  void read_theDigestOfTheBase_isTaken() {
    table("edition", "key|value", "id|trial", "base|kla-2024", "base_digest|" + BASE.digest());

    assertThat(overlay()).isSameAs(BASE);
  }

  @Test
  void read_aBrokenMaximum_isAFaultOfItsCell() {
    table("questions", "indicator|question|maximum", "1|1|twelve");

    assertThat(EditionTables.read(folder).faults())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.toString())
                    .contains("questions.tsv", "row 2", "column maximum", "twelve"));
  }

  @Test
  void write_whatAnOverlayHasMade_isReadBackWithItsChanges() {
    table("questions", "indicator|question|maximum", "1|1|24");
    Edition edition = overlay();

    assertThat(EditionDraft.of(edition).check().orThrow()).isEqualTo(edition);
  }

  @Test
  void read_anOverlayOfAnOverlay_isMadeOfThat() throws IOException {
    table("questions", "indicator|question|maximum", "1|1|24");
    Edition first = overlay();
    table("edition", "key|value", "id|second", "base|trial");
    table("questions", "indicator|question|maximum", "1|1|12");

    Edition second = EditionTables.read(folder, List.of(first)).orThrow();

    assertThat(second.changedFrom().orElseThrow().edition()).isEqualTo("trial");
    assertThat(second.question("1.1").maximum()).isEqualTo(Points.of(12));
  }

  // Sheets

  @Test
  void under_anotherMaximum_keepsGradedPointsInProportion() {
    table("questions", "indicator|question|maximum", "1|1|20");

    Assessment moved = sheet("1.1", Answer.of(Points.of(7))).under(overlay()).orThrow();

    // 7 of 12 are 11.666666... of 20.
    assertThat(moved.answer(code("1.1"))).contains(Answer.of(Points.parse("11.6667")));
  }

  @Test
  void under_aScaleThatReadsTheFact_scoresTheFact() {
    table("questions", "indicator|question|scale", "25|2|reach");
    table(
        "scales",
        "scale|kind|measure|from|above|to|below|points",
        "reach|bands|coverage|0%|||90%|0",
        "reach|bands|coverage|90%||100%||1.25");
    Assessment sheet =
        sheet(
            "25.2",
            Answer.of(Response.graded(Points.parse("0.5")), Response.coverage(Share.of(45, 46))));

    Assessment moved = sheet.under(overlay()).orThrow();

    // 45 of 46 are 97.8 %.
    assertThat(AnswerWorth.of(moved, code("25.2"))).isEqualTo(Points.parse("1.25"));
  }

  @Test
  void under_aScaleThatCanReadNothing_leavesTheQuestionOpenAndWarns() {
    table("questions", "indicator|question|scale", "25|2|reach");
    table("scales", "scale|kind|measure|from|to|points", "reach|bands|coverage|0%|100%|1.25");

    Checked<Assessment> moved = sheet("25.2", Answer.of(Points.parse("0.5"))).under(overlay());

    assertThat(moved.orThrow().answers()).isEmpty();
    assertThat(codes(moved)).containsExactly(FaultCode.ANSWER_LEFT_OUT);
  }

  @Test
  void under_itsOwnEdition_isTheSheetItself() {
    Assessment sheet = sheet("1.1", Answer.of(Points.of(7)));

    assertThat(sheet.under(BASE).orThrow()).isSameAs(sheet);
  }

  @Test
  void under_anEditionOfAnotherBase_isRefused() {
    table("questions", "indicator|question|maximum", "1|1|24");
    Edition first = overlay();
    table("edition", "key|value", "id|second", "base|trial");
    table("questions", "indicator|question|maximum", "1|1|36");
    Edition second = EditionTables.read(folder, List.of(first)).orThrow();

    assertThat(codes(sheet("1.1", Answer.of(Points.of(7))).under(second)))
        .containsExactly(FaultCode.OTHER_EDITION);
  }

  /** What an answer is worth to its question. */
  private static final class AnswerWorth {
    static Points of(Assessment sheet, QuestionCode code) {
      Scale scale = sheet.edition().question(code).scale();
      return sheet
          .answer(code)
          .flatMap(answer -> answer.readBy(scale))
          .map(scale::award)
          .orElseThrow();
    }
  }
}
