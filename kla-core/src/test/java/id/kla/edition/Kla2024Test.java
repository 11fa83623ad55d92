package id.kla.edition;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.CsvRows;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The built-in edition against the transcription that it is made of, cell by cell. */
class Kla2024Test {

  private static final Edition EDITION = Editions.kla2024();

  private static final List<Map<String, String>> QUESTIONS =
      CsvRows.of(Kla2024Test.class, "instrument-2024.csv");
  private static final List<Map<String, String>> INDICATORS =
      CsvRows.of(Kla2024Test.class, "indicators-2024.csv");

  private static final Map<String, String> CLUSTER_OF_SECTION =
      Map.ofEntries(
          entry("INSTITUTION", "K"),
          entry("CLUSTER_1", "I"),
          entry("CLUSTER_2", "II"),
          entry("CLUSTER_3", "III"),
          entry("CLUSTER_4", "IV"),
          entry("CLUSTER_5", "V"),
          entry("LOCAL", "L"));

  private static final Set<String> NEVER_LEADING = Set.of("JDIH", "Bagian Hukum", "BAPPEDA");

  private static final List<String> WITHOUT_LEAD =
      List.of("25.11", "25.12", "25.13", "26.2", "26.3", "26.15", "26.16", "26.17", "26.18");

  private static String cell(Map<String, String> row, String column) {
    String text = row.get(column);
    if (text == null) {
      throw new IllegalArgumentException("no column " + column + " in " + row);
    }
    return text;
  }

  private static List<String> list(Map<String, String> row, String column) {
    return cell(row, column).isEmpty() ? List.of() : List.of(cell(row, column).split(";"));
  }

  private static String code(Map<String, String> row) {
    return cell(row, "indicator") + "." + cell(row, "question");
  }

  @Test
  void counts_areThoseOfTheSheet() {
    assertThat(EDITION.id()).isEqualTo("kla-2024");
    assertThat(EDITION.clusters()).hasSize(7);
    assertThat(EDITION.indicators()).hasSize(31);
    assertThat(EDITION.questions()).hasSize(274);
    assertThat(QUESTIONS).hasSize(274);
    assertThat(INDICATORS).hasSize(31);
  }

  @Test
  void maxima_questionsGive1004_indicatorsExactly1000() {
    Points questions = Points.sum(EDITION.questions().stream().map(Question::maximum).toList());

    assertThat(questions).isEqualTo(Points.of(1004));
    assertThat(EDITION.maximum()).contains(Points.of(1000));
    assertThat(EDITION.statedMaximum()).contains(Points.of(1000));
  }

  @Test
  void clusters_haveTheMaximaOfBothSources() {
    assertThat(EDITION.clusters())
        .extracting(
            cluster -> cluster.code() + " " + cluster.maximum().map(Points::toString).orElse("-"))
        .containsExactly("K 164", "I 115", "II 156", "III 150", "IV 110", "V 205", "L 100");
    assertThat(EDITION.clusters())
        .allSatisfy(cluster -> assertThat(cluster.statedMaximum()).isEqualTo(cluster.maximum()));
  }

  @Test
  void indicators_areThoseOfTheSheetCellByCell() {
    List<String> clusters = new ArrayList<>();
    for (Cluster cluster : EDITION.clusters()) {
      cluster.indicators().forEach(indicator -> clusters.add(cluster.code()));
    }
    for (int i = 0; i < INDICATORS.size(); i++) {
      Map<String, String> row = INDICATORS.get(i);
      Indicator indicator = EDITION.indicators().get(i);
      String code = cell(row, "indicator");

      assertThat(indicator.code()).isEqualTo(code);
      assertThat(clusters.get(i)).as(code).isEqualTo(CLUSTER_OF_SECTION.get(cell(row, "section")));
      assertThat(indicator.label())
          .as(code)
          .isEqualTo(Label.of(cell(row, "name_id"), cell(row, "name_en")));
      assertThat(indicator.maximum()).as(code).contains(Points.parse(cell(row, "max_points")));
      assertThat(indicator.sumOfQuestions())
          .as(code)
          .isEqualTo(Points.parse(cell(row, "sum_of_question_max")));
      assertThat(indicator.questions()).as(code).hasSize(Integer.parseInt(cell(row, "questions")));
    }
  }

  @Test
  void questions_areThoseOfTheSheetInItsOrder() {
    assertThat(EDITION.questions())
        .extracting(question -> question.code().toString())
        .containsExactlyElementsOf(QUESTIONS.stream().map(Kla2024Test::code).toList());
  }

  @Test
  void questions_haveTheMaximaOfTheSheet() {
    for (Map<String, String> row : QUESTIONS) {
      assertThat(EDITION.question(code(row)).maximum())
          .as(code(row))
          .isEqualTo(Points.parse(cell(row, "max_points")));
    }
  }

  @Test
  void questions_haveTheLabelsOfTheSheet_exceptTheRepeatedOne() {
    for (Map<String, String> row : QUESTIONS) {
      Label label = Label.of(cell(row, "label_id"), cell(row, "label_en"));
      if (code(row).equals("7.2")) {
        assertThat(EDITION.question("7.2").label()).isNotEqualTo(label);
      } else {
        assertThat(EDITION.question(code(row)).label()).as(code(row)).isEqualTo(label);
      }
    }
  }

  @Test
  void questions_askForTheEvidenceOfTheSheet() {
    for (Map<String, String> row : QUESTIONS) {
      assertThat(EDITION.question(code(row)).evidenceKinds())
          .as(code(row))
          .containsExactlyElementsOf(
              list(row, "evidence_kinds").stream()
                  .map(kind -> kind.toLowerCase(Locale.ROOT))
                  .toList());
    }
  }

  @Test
  void questions_askWhatTheirKindOfAnswerMeasures() {
    Map<String, Optional<FactKind>> measures =
        Map.of(
            "GRADED", Optional.empty(),
            "COVERAGE", Optional.of(FactKind.COVERAGE),
            "COVERAGE_INVERSE", Optional.of(FactKind.COVERAGE),
            "COUNT", Optional.of(FactKind.COUNT),
            "TREND", Optional.of(FactKind.CHANGE));

    for (Map<String, String> row : QUESTIONS) {
      assertThat(EDITION.question(code(row)).asks())
          .as(code(row))
          .isEqualTo(measures.get(cell(row, "answer_kind")));
    }
  }

  /** Shares where lower is better, deaths, and questions whose "yes" is the bad answer. */
  @Test
  void questions_whereLessIsBetter_areThoseThatTheNotesName() {
    Set<String> others = Set.of("12.4", "12.5", "17.5", "17.6", "24A.4", "26.17");

    for (Map<String, String> row : QUESTIONS) {
      boolean less =
          cell(row, "answer_kind").equals("COVERAGE_INVERSE") || others.contains(code(row));
      assertThat(EDITION.question(code(row)).better())
          .as(code(row))
          .isEqualTo(less ? Direction.LESS : Direction.MORE);
    }
  }

  @Test
  void questions_areCollectedWhereTheSheetMarksIt() {
    Map<String, CollectedFrom> levels =
        Map.of(
            "REGENCY", CollectedFrom.REGION,
            "SUBDISTRICT", CollectedFrom.SUBDISTRICT,
            "VILLAGE", CollectedFrom.VILLAGE);

    for (Map<String, String> row : QUESTIONS) {
      assertThat(EDITION.question(code(row)).collectedFrom())
          .as(code(row))
          .isEqualTo(levels.get(cell(row, "collected_from")));
    }
  }

  @Test
  void questions_areLedByTheFirstAgencyThatIsNeitherLegalNorPlanning() {
    Map<String, String> roles = new HashMap<>();
    for (Role role : EDITION.roles()) {
      role.aliases().forEach(alias -> roles.put(alias, role.code()));
    }

    for (Map<String, String> row : QUESTIONS) {
      Question question = EDITION.question(code(row));
      List<String> agencies = list(row, "agencies");
      Optional<String> lead =
          agencies.stream().filter(agency -> !NEVER_LEADING.contains(agency)).findFirst();

      assertThat(roles.keySet()).as(code(row)).containsAll(agencies);
      assertThat(question.lead()).as(code(row)).isEqualTo(lead.map(roles::get));
      assertThat(question.supporting())
          .as(code(row))
          .containsExactlyElementsOf(
              agencies.stream()
                  .filter(agency -> !lead.equals(Optional.of(agency)))
                  .map(agency -> roles.getOrDefault(agency, "?"))
                  .toList());
      if (lead.isPresent()) {
        assertThat(question.leadMark()).as(code(row)).isEqualTo(Mark.INFERRED);
      }
    }
  }

  @Test
  void questions_withoutLead_areTheNineWhoseAgencyTheSheetDoesNotName() {
    assertThat(EDITION.questions())
        .filteredOn(question -> question.lead().isEmpty())
        .extracting(question -> question.code().toString())
        .containsExactlyElementsOf(WITHOUT_LEAD);
  }

  @Test
  void notApplicable_isWorthNothingAndInferred() {
    assertThat(EDITION.questions())
        .allSatisfy(
            question -> {
              assertThat(question.notApplicable()).isEqualTo(NotApplicable.NOTHING);
              assertThat(question.notApplicableOrigin().mark()).isEqualTo(Mark.INFERRED);
            });
  }

  @Test
  void requirements_areAllInferredAndSwitchedOff() {
    assertThat(EDITION.requirements())
        .isNotEmpty()
        .allSatisfy(
            requirement -> {
              assertThat(requirement.state()).isEqualTo(Requirement.State.OFF);
              assertThat(requirement.origin().mark()).isEqualTo(Mark.INFERRED);
            });
  }

  @Test
  void ladder_isInferredAndKeepsThePrintedNumbers() {
    assertThat(EDITION.ladder().tiers())
        .extracting(tier -> tier.code() + " " + tier.range() + " " + tier.printed())
        .containsExactly(
            "PRATAMA [500, 600] 500-600",
            "MADYA (600, 700] 601-700",
            "NINDYA (700, 800] 701-800",
            "UTAMA (800, 900] 801-900",
            "KLA (900, 1000] 901-1000");
    assertThat(EDITION.ladder().tiers())
        .allSatisfy(tier -> assertThat(tier.origin().mark()).isEqualTo(Mark.INFERRED));
  }

  @Test
  void stages_areFiveAndFoundByTheirAliases() {
    assertThat(EDITION.stages())
        .extracting(Stage::code)
        .containsExactly(
            "self", "admin_verification", "central_review", "field_verification", "final");
    for (String alias : List.of("PM", "EM", "em", "SELF")) {
      assertThat(EDITION.findStage(alias).map(Stage::code)).contains("self");
    }
    assertThat(EDITION.findStage("VA").map(Stage::code)).contains("admin_verification");
    for (String alias : List.of("VLH", "VL", "vl", "Field Verification", "field-verification")) {
      assertThat(EDITION.findStage(alias).map(Stage::code)).contains("field_verification");
    }
    assertThat(EDITION.findStage("X")).isEmpty();
    assertThat(EDITION.stages())
        .extracting(Stage::judging)
        .containsExactly(
            Stage.Judging.SELF,
            Stage.Judging.OTHERS,
            Stage.Judging.OTHERS,
            Stage.Judging.OTHERS,
            Stage.Judging.OTHERS);
  }

  @Test
  void lint_findsNothingThatIsNotAccepted() {
    assertThat(EditionLint.of(EDITION)).isEmpty();
  }

  @Test
  void lint_withoutAcceptance_findsExactlyTheOdditiesOfTheSheet() {
    Edition bare = Edition.builder().from(EDITION).acceptedWarnings(List.of()).build();

    List<Fault> found = EditionLint.of(bare);

    Stream<String> expected =
        Stream.of(
                Stream.of(
                    "SUM_ABOVE_MAXIMUM indicator 19 54 51",
                    "SUM_ABOVE_MAXIMUM indicator 21B 18 17",
                    "ZERO_MAXIMUM question 26.17"),
                WITHOUT_LEAD.stream().map(code -> "NO_AGENCY question " + code),
                Stream.of("18.2", "21A.7b", "22B.1", "24A.4", "26.17", "26.18")
                    .map(code -> "NO_EVIDENCE_KIND question " + code))
            .flatMap(lines -> lines);
    assertThat(found)
        .extracting(Kla2024Test::summary)
        .containsExactlyInAnyOrderElementsOf(expected.toList());
  }

  private static String summary(Fault fault) {
    StringBuilder summary = new StringBuilder(fault.code().name());
    List<String> values =
        fault.code() == FaultCode.SUM_ABOVE_MAXIMUM
            ? List.of("part", "found", "stated")
            : List.of("part");
    for (String value : values) {
      fault.arguments().entrySet().stream()
          .filter(argument -> argument.getKey().equals(value))
          .forEach(
              argument -> summary.append(' ').append(argument.getValue().in(Language.ENGLISH)));
    }
    return summary.toString();
  }
}
