package id.kla.scoring;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.assessment.Round;
import id.kla.edition.Age;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.EvidenceKind;
import id.kla.edition.Indicator;
import id.kla.edition.Need;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.WithoutEvidence;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table "What counts" of the README, row by row, and what lies beside it. */
class WhatCountsTest {

  private static final QuestionCode CODE = QuestionCode.parse("1.a");
  private static final LocalDate DAY = LocalDate.parse("2023-06-30");
  private static final Points CLAIM = Points.of(3);

  /** Asks for a decree, which holds until it is revoked, or a photo of the last 24 months. */
  private static final Edition EDITION = edition(asked("decree", "photo"));

  private static Question.Builder asked(String... kinds) {
    return Question.builder()
        .code(CODE)
        .label(Label.of("Forum ada", "The forum exists"))
        .maximum(Points.of(4))
        .addEvidenceKinds(kinds);
  }

  private static Edition edition(Question.Builder question) {
    return Edition.builder()
        .id("small")
        .label(Label.of("Kecil", "Small"))
        .addClusters(
            Cluster.builder()
                .code("A")
                .label(Label.of("Klaster", "Cluster"))
                .addIndicators(
                    Indicator.builder()
                        .code("1")
                        .label(Label.of("Forum", "Forum"))
                        .maximum(Points.of(4))
                        .addQuestions(question.build())
                        .build())
                .build())
        .addEvidenceKinds(
            new EvidenceKind("decree", Label.of("SK", "Decree"), Origin.STATED),
            new EvidenceKind(
                "photo",
                Label.of("Foto", "Photo"),
                Optional.of(new Age(24, Origin.STATED)),
                Origin.STATED),
            new EvidenceKind("report", Label.of("Laporan", "Report"), Origin.STATED))
        .stages(Editions.kla2024().stages())
        .sources(Editions.kla2024().sources())
        .build();
  }

  // The table

  private record Row(
      String basis, String answer, String evidence, String finding, String state, String causes) {
    @Override
    public String toString() {
      return String.join(", ", basis, answer, evidence, finding);
    }
  }

  static List<Row> rows() {
    try {
      List<String> lines = Files.readAllLines(Path.of("..", "README.md"));
      int from = lines.indexOf("| basis | answer | evidence | finding | state | causes |") + 2;
      List<Row> rows = new ArrayList<>();
      for (String line : lines.subList(from, lines.size())) {
        if (!line.startsWith("|")) {
          break;
        }
        String[] cells = line.substring(1).split("\\|", -1);
        rows.add(
            new Row(
                cells[0].strip(),
                cells[1].strip(),
                cells[2].strip(),
                cells[3].strip(),
                cells[4].strip(),
                cells[5].strip()));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void score_rowOfTheTable_hasItsStateAndCauses(Row row) {
    ScoredQuestion question =
        ScoringEngine.of(EDITION).score(sheet(row), view(row.basis)).question("1.a");

    assertThat(words(question.state().orElseThrow())).isEqualTo(row.state);
    assertThat(question.causes().stream().map(WhatCountsTest::words).collect(joining(", ")))
        .isEqualTo(row.causes);
    assertThat(question.points()).isEqualTo(points(row));
  }

  @Test
  void rows_areAllThere() {
    assertThat(rows()).hasSizeGreaterThan(25);
    assertThat(rows().stream().map(Row::causes).filter(c -> !c.isEmpty() && !c.contains(",")))
        .contains(Stream.of(Cause.values()).map(WhatCountsTest::words).toArray(String[]::new));
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static View view(String basis) {
    return switch (basis) {
      case "claimed" -> View.claimed();
      case "evidenced" -> View.evidenced(DAY);
      default -> View.verified("VA");
    };
  }

  private static Points points(Row row) {
    boolean counts = row.state.equals("settled");
    return !counts
        ? Points.ZERO
        : row.basis.equals("verified") && row.finding.equals("revised to 1")
            ? Points.of(1)
            : row.answer.equals("3 points") ? CLAIM : Points.ZERO;
  }

  private static Assessment sheet(Row row) {
    Assessment.Builder sheet = empty(EDITION);
    switch (row.answer) {
      case "3 points" -> sheet.putAnswers(CODE, Answer.of(CLAIM));
      case "0 points" -> sheet.putAnswers(CODE, Answer.of(Points.ZERO));
      case "not applicable" -> sheet.putAnswers(CODE, Answer.notApplicable("no such case"));
      case "none" -> {}
      default -> throw new IllegalArgumentException(row.answer);
    }
    evidence(row.evidence, sheet);
    switch (row.finding) {
      case "upheld" -> sheet.addFindings(finding("VA", Finding.Ruling.UPHELD));
      case "struck" -> sheet.addFindings(finding("VA", Finding.Ruling.STRUCK));
      case "revised to 1" ->
          sheet.addFindings(
              Finding.builder()
                  .from(
                      Finding.builder()
                          .question(CODE)
                          .stage("VA")
                          .ruling(Finding.Ruling.REVISED)
                          .points(Points.of(1))
                          .build())
                  .build());
      case "upheld at another stage" -> sheet.addFindings(finding("VL", Finding.Ruling.UPHELD));
      case "none" -> {}
      default -> throw new IllegalArgumentException(row.finding);
    }
    return sheet.build();
  }

  private static Assessment.Builder empty(Edition edition) {
    return Assessment.builder()
        .edition(edition)
        .region(RegionCode.parse("35.71"))
        .round(Round.parse("2023"))
        .stage("self");
  }

  private static Finding finding(String stage, Finding.Ruling ruling) {
    return Finding.builder().question(CODE).stage(stage).ruling(ruling).build();
  }

  private static Evidence.Builder document(String id, String kind) {
    return Evidence.builder()
        .id(id)
        .addQuestions(CODE)
        .kind(kind)
        .issued(LocalDate.parse("2022-03-01"))
        .received(LocalDate.parse("2023-03-01"))
        .validFrom(LocalDate.parse("2022-03-01"))
        .validUntil(LocalDate.parse("2024-12-31"));
  }

  private static Evidence.Status ruled(Evidence.Ruling ruling) {
    return Evidence.Status.of(ruling);
  }

  private static void evidence(String words, Assessment.Builder sheet) {
    Evidence.Builder one = document("E1", "decree");
    switch (words) {
      case "none" -> {
        return;
      }
      case "a decree" -> {}
      case "only submitted" -> one.putStatus("self", ruled(Evidence.Ruling.SUBMITTED));
      case "accepted" -> one.putStatus("VA", ruled(Evidence.Ruling.ACCEPTED));
      case "rejected" -> one.putStatus("VA", ruled(Evidence.Ruling.REJECTED));
      case "rejected, then accepted" ->
          one.putStatus("VA", ruled(Evidence.Ruling.REJECTED))
              .putStatus("VL", ruled(Evidence.Ruling.ACCEPTED));
      case "of another kind" -> one.kind("report");
      case "received after the day" -> one.received(DAY.plusDays(1));
      case "received on the day" -> one.received(DAY);
      case "issued after the day" -> one.issued(DAY.plusDays(1)).received(Optional.empty());
      case "valid from after the day" -> one.validFrom(DAY.plusDays(1));
      case "valid until the day" -> one.validUntil(DAY);
      case "valid until before the day" -> one.validUntil(DAY.minusDays(1));
      case "a photo of 24 months" ->
          one.kind("photo").issued(DAY.minusMonths(24)).validFrom(Optional.empty());
      case "a photo of 24 months and a day" ->
          one.kind("photo").issued(DAY.minusMonths(24).minusDays(1)).validFrom(Optional.empty());
      case "superseded before the day" -> {
        one.supersededBy("E2");
        sheet.addEvidence(
            document("E2", "report")
                .questions(List.of())
                .issued(DAY)
                .received(Optional.empty())
                .build());
      }
      case "superseded after the day" -> {
        one.supersededBy("E2");
        sheet.addEvidence(
            document("E2", "report")
                .questions(List.of())
                .issued(DAY.plusDays(1))
                .received(Optional.empty())
                .build());
      }
      case "rejected and expired" ->
          one.putStatus("VA", ruled(Evidence.Ruling.REJECTED)).validUntil(DAY.minusDays(1));
      case "one expired, one that holds" -> {
        one.validUntil(DAY.minusDays(1));
        sheet.addEvidence(document("E2", "decree").build());
      }
      case "one expired, one of another kind" -> {
        one.validUntil(DAY.minusDays(1));
        sheet.addEvidence(document("E2", "report").build());
      }
      case "a document that says nothing" -> {
        sheet.addEvidence(Evidence.builder().id("E1").addQuestions(CODE).build());
        return;
      }
      default -> throw new IllegalArgumentException(words);
    }
    sheet.addEvidence(one.build());
  }

  // What the table leaves out

  private static ScoredQuestion evidenced(Edition edition, Evidence... documents) {
    Assessment sheet =
        empty(edition).putAnswers(CODE, Answer.of(CLAIM)).addEvidence(documents).build();
    return ScoringEngine.of(edition).score(sheet, View.evidenced(DAY)).question("1.a");
  }

  @Test
  void evidenced_everyKindAsked_needsOneThatHoldsOfEach() {
    Edition all = edition(asked("decree", "photo").evidenceNeed(Need.ALL));
    Evidence decree = document("E1", "decree").build();
    Evidence photo = document("E2", "photo").build();

    assertThat(evidenced(all, decree, photo).state()).contains(State.SETTLED);
    assertThat(evidenced(all, decree).causes()).containsExactly(Cause.NO_EVIDENCE);
    assertThat(evidenced(all, decree, document("E2", "report").build()).causes())
        .containsExactly(Cause.NO_EVIDENCE, Cause.WRONG_KIND);
  }

  @Test
  void evidenced_noKindAsked_countsUnlessTheEditionSaysOtherwise() {
    Edition bare = edition(asked());
    Edition strict = Edition.builder().from(bare).withoutKinds(WithoutEvidence.PENDING).build();
    Edition question = edition(asked().withoutEvidence(WithoutEvidence.PENDING));

    assertThat(evidenced(bare).state()).contains(State.SETTLED);
    assertThat(evidenced(strict).causes()).containsExactly(Cause.NO_EVIDENCE);
    assertThat(evidenced(question).causes()).containsExactly(Cause.NO_EVIDENCE);
    assertThat(evidenced(strict, document("E1", "report").build()).state()).contains(State.SETTLED);
  }

  @Test
  void evidenced_kindsAskedButNotNeeded_counts() {
    Edition lax = edition(asked("decree").withoutEvidence(WithoutEvidence.COUNTS));

    assertThat(evidenced(lax).state()).contains(State.SETTLED);
  }

  @Test
  void evidenced_documentThatSaysNothing_namesEveryCheckThatDidNotRun() {
    ScoredQuestion question =
        evidenced(EDITION, Evidence.builder().id("E1").addQuestions(CODE).build());

    assertThat(question.state()).contains(State.SETTLED);
    assertThat(question.unchecked())
        .containsExactly(
            Cause.WRONG_KIND,
            Cause.RECEIVED_LATE,
            Cause.NOT_YET_VALID,
            Cause.EXPIRED,
            Cause.OUTSIDE_PERIOD);
  }

  @Test
  void evidenced_upToAStage_knowsNoLaterRuling() {
    Assessment sheet =
        empty(EDITION)
            .putAnswers(CODE, Answer.of(CLAIM))
            .addEvidence(
                document("E1", "decree").putStatus("VL", ruled(Evidence.Ruling.REJECTED)).build())
            .build();
    ScoringEngine engine = ScoringEngine.of(EDITION);

    assertThat(
            engine
                .score(sheet, View.of(Basis.EVIDENCED, Optional.of(DAY), Optional.of("VA")))
                .question("1.a")
                .state())
        .contains(State.SETTLED);
    assertThat(engine.score(sheet, View.evidenced(DAY)).question("1.a").causes())
        .containsExactly(Cause.REJECTED);
  }

  @Test
  void reason_ofWhatDoesNotCount_namesClaimAndCauses() {
    ScoredQuestion question =
        evidenced(EDITION, document("E1", "decree").validUntil(DAY.minusDays(1)).build());

    assertThat(question.reason(Language.ENGLISH))
        .isEqualTo("3 of 4 awarded, which does not count yet: evidence expired");
    assertThat(question.reason(Language.INDONESIAN))
        .isEqualTo("diberi 3 dari 4, tetapi belum dihitung: data dukung kedaluwarsa");
    assertThat(question.claim()).isEqualTo(CLAIM);
    assertThat(question.atMost()).isEqualTo(CLAIM);
  }

  @Test
  void verified_lastStage_isFirm() {
    Assessment sheet =
        empty(EDITION)
            .putAnswers(CODE, Answer.of(CLAIM))
            .addFindings(finding("final", Finding.Ruling.UPHELD))
            .build();

    ScoredAssessment scored = ScoringEngine.of(EDITION).score(sheet, View.verified("final"));

    assertThat(scored.leastStanding().total()).isEqualTo(CLAIM);
    assertThat(scored.view().stage()).contains("final");
  }

  @Test
  void score_stageThatNobodyElseJudgesOrKnows_isRefused() {
    ScoringEngine engine = ScoringEngine.of(EDITION);
    Assessment sheet = empty(EDITION).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.score(sheet, View.verified("PM")))
        .withMessageContaining("self");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.score(sheet, View.verified("VX")))
        .withMessageContaining("VX")
        .withMessageContaining("field_verification");
  }

  @Test
  void view_withoutWhatItsBasisNeeds_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> View.of(Basis.EVIDENCED, Optional.empty(), Optional.empty()))
        .withMessageContaining("EVIDENCED");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> View.of(Basis.VERIFIED, Optional.of(DAY), Optional.of("VA")))
        .withMessageContaining("VERIFIED");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> View.of(Basis.CLAIMED, Optional.of(DAY), Optional.empty()))
        .withMessageContaining("CLAIMED");
  }
}
