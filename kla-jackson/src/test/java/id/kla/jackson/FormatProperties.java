package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.assessment.Unit;
import id.kla.assessment.UnitSurvey;
import id.kla.edition.CollectedFrom;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.planning.ActionPlanReport;
import id.kla.planning.Gap;
import id.kla.planning.GapReport;
import id.kla.planning.MeasureList;
import id.kla.planning.Monitoring;
import id.kla.planning.PlanReport;
import id.kla.planning.WhatIf;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.AreaLevel;
import id.kla.region.RegionCode;
import id.kla.rollup.Area;
import id.kla.rollup.HistoryReport;
import id.kla.rollup.Ranking;
import id.kla.rollup.RegionResult;
import id.kla.rollup.RollUp;
import id.kla.rollup.RollUpReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.verification.EvidenceCheck;
import id.kla.verification.EvidenceReport;
import id.kla.verification.StageResult;
import id.kla.verification.Waterfall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.groups.Tuple;

/** What is written in any format is read back; whatever else is read gives a value or faults. */
class FormatProperties {

  private static final Duration QUICK = Duration.ofSeconds(5);

  /** Reads and writes JSON without any code of kla, digit by digit. */
  private static final ObjectMapper PLAIN =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  @Provide
  Arbitrary<Edition> editions() {
    return SheetArbitraries.editions();
  }

  @Provide
  Arbitrary<Assessment> assessments() {
    return SheetArbitraries.assessments();
  }

  @Provide
  Arbitrary<ScoredAssessment> scored() {
    return SheetArbitraries.scored();
  }

  @Provide
  Arbitrary<List<DeclaredResult>> declared() {
    return SheetArbitraries.declaredResults();
  }

  @Provide
  Arbitrary<MeasureList> measures() {
    return SheetArbitraries.measures();
  }

  @Provide
  Arbitrary<List<Fault>> faults() {
    return SheetArbitraries.faults();
  }

  @Provide
  Arbitrary<Locale> locales() {
    return SheetArbitraries.locales();
  }

  // Round trips

  @Property(tries = 150)
  void write_edition_isReadBackInEveryLocaleAndLayout(
      @ForAll("editions") Edition edition,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    Edition again = again(KlaFormat.EDITION, edition, List.of(), locale, layout);

    assertThat(again).isEqualTo(edition);
  }

  @Property(tries = 150)
  void write_assessment_isReadBackInEveryLocaleAndLayout(
      @ForAll("assessments") Assessment assessment,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    Assessment again =
        again(KlaFormat.ASSESSMENT, assessment, List.of(assessment.edition()), locale, layout);

    assertThat(again).isEqualTo(assessment);
    assertThat(again.answers().keySet()).containsExactlyElementsOf(assessment.answers().keySet());
    assertThat(again.notes().keySet()).containsExactlyElementsOf(assessment.notes().keySet());
  }

  @Property(tries = 150)
  void write_scored_isReadBackInEveryLocaleAndLayout(
      @ForAll("scored") ScoredAssessment scored,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    ScoredAssessment again =
        again(KlaFormat.SCORED, scored, List.of(scored.edition()), locale, layout);

    assertThat(again.assessment()).isEqualTo(scored.assessment());
    assertThat(again.now()).isEqualTo(scored.now());
    assertThat(again.leastStanding()).isEqualTo(scored.leastStanding());
    assertThat(again.mostStanding()).isEqualTo(scored.mostStanding());
    assertThat(again.view()).isEqualTo(scored.view());
    assertThat(again.digests()).isEqualTo(scored.digests());
  }

  @Property(tries = 100)
  void write_evidenceReport_isReadBackInEveryLocaleAndLayout(
      @ForAll("scored") ScoredAssessment scored,
      @ForAll("days") LocalDate day,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    Edition edition = scored.edition();
    EvidenceReport report =
        EvidenceReport.of(
            scored.assessment(),
            EvidenceCheck.builder()
                .asOf(day)
                .putStageDates(
                    edition.stages().get(edition.stages().size() - 1).code(), day.plusDays(90))
                .heaviestDocument(Points.ofUnits(1))
                .build());

    EvidenceReport again = again(KlaFormat.EVIDENCE, report, List.of(edition), locale, layout);

    assertThat(again.check()).isEqualTo(report.check());
    assertThat(again.difference().rows()).isEqualTo(report.difference().rows());
    assertThat(again.agencies().shares()).isEqualTo(report.agencies().shares());
    assertThat(again.topics().shares()).isEqualTo(report.topics().shares());
    assertThat(again.weaknesses()).isEqualTo(report.weaknesses());
    assertThat(Schemas.refusals("evidence", KlaJson.strict().write(KlaFormat.EVIDENCE, report)))
        .isEmpty();
  }

  @Property(tries = 100)
  void write_waterfall_isReadBackInEveryLocaleAndLayout(
      @ForAll("scored") ScoredAssessment scored,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    Waterfall waterfall = Waterfall.of(scored.assessment());
    Waterfall totals =
        Waterfall.of(
            waterfall.edition(),
            waterfall.region(),
            waterfall.round(),
            waterfall.results().stream()
                .map(
                    result ->
                        new StageResult(
                            result.stage(),
                            result.total(),
                            result.clusters(),
                            Map.of(),
                            Optional.empty()))
                .toList());

    for (Waterfall each : List.of(waterfall, totals)) {
      Waterfall again = again(KlaFormat.STAGES, each, List.of(each.edition()), locale, layout);

      assertThat(again.steps().stream().map(Waterfall.Step::bars))
          .containsExactlyElementsOf(each.steps().stream().map(Waterfall.Step::bars).toList());
      assertThat(Schemas.refusals("stages", KlaJson.strict().write(KlaFormat.STAGES, each)))
          .isEmpty();
    }
  }

  @Property(tries = 100)
  void write_rollUp_isReadBackInEveryLocaleAndLayout(
      @ForAll("scored") ScoredAssessment scored,
      @ForAll("declared") List<DeclaredResult> declared,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    RollUp.Builder results = RollUp.builder();
    results.add(RegionResult.of(scored, Place.file("sheet")));
    declared.forEach(
        each -> results.add(RegionResult.of(each, scored.edition(), Place.table("table", 2, ""))));
    Share some = Share.of(1, 3);
    for (Area area : List.of(Area.nation(), Area.parse("16"))) {
      RollUpReport report =
          RollUpReport.of(results.build(), area, 1, Map.of(AreaLevel.VILLAGE, some));

      RollUpReport again =
          again(KlaFormat.ROLL_UP, report, List.of(scored.edition()), locale, layout);

      assertThat(again).isEqualTo(report);
      assertThat(Schemas.refusals("rollup", KlaJson.strict().write(KlaFormat.ROLL_UP, report)))
          .isEmpty();
    }
  }

  @Property(tries = 150)
  void write_whatIf_isReadBackInEveryLocaleAndLayout(
      @ForAll("assessments") Assessment assessment,
      @ForAll Random random,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    WhatIf whatIf = SheetArbitraries.whatIf(assessment, random);

    WhatIf again = again(KlaFormat.WHAT_IF, whatIf, List.of(assessment.edition()), locale, layout);

    assertThat(again).isEqualTo(whatIf);
    assertThat(Schemas.refusals("whatif", KlaJson.strict().write(KlaFormat.WHAT_IF, whatIf)))
        .isEmpty();
  }

  @Property(tries = 30)
  void write_gaps_areReadBackInEveryLocaleAndLayout(
      @ForAll("scored") ScoredAssessment scored,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    GapReport gaps = GapReport.of(scored);

    GapReport again = again(KlaFormat.GAP, gaps, List.of(scored.edition()), locale, layout);

    assertThat(again.gaps().stream().map(Gap::missing))
        .containsExactlyElementsOf(gaps.gaps().stream().map(Gap::missing).toList());
    assertThat(again.leads()).isEqualTo(gaps.leads());
    assertThat(Schemas.refusals("gap", KlaJson.strict().write(KlaFormat.GAP, gaps))).isEmpty();
  }

  /** Every kind of plan, by searches that a limit stops at every stage. */
  @Property(tries = 30)
  void write_plans_areReadBackInEveryLocaleAndLayout(
      @ForAll("scored") ScoredAssessment scored,
      @ForAll Random random,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    PlanReport plan = SheetArbitraries.plan(scored, random);

    PlanReport again = again(KlaFormat.PLAN, plan, List.of(scored.edition()), locale, layout);

    assertThat(again.measures().measures()).isEqualTo(plan.measures().measures());
    assertThat(again).hasSameClassAs(plan);
    assertThat(Schemas.refusals("plan", KlaJson.strict().write(KlaFormat.PLAN, plan))).isEmpty();
  }

  @Property(tries = 30)
  void write_actionPlans_areReadBackInEveryLocaleAndLayout(
      @ForAll("scored") ScoredAssessment scored,
      @ForAll Random random,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    ActionPlanReport plan = SheetArbitraries.actionPlan(scored, random);

    ActionPlanReport again = again(KlaFormat.RAD, plan, List.of(scored.edition()), locale, layout);

    assertThat(again.plan().goals()).isEqualTo(plan.plan().goals());
    assertThat(again.plan().years()).isEqualTo(plan.plan().years());
    assertThat(again.best()).hasSameClassAs(plan.best());
    assertThat(again.monitoring().map(Monitoring::years))
        .isEqualTo(plan.monitoring().map(Monitoring::years));
    assertThat(Schemas.refusals("rad", KlaJson.strict().write(KlaFormat.RAD, plan))).isEmpty();
  }

  @Property(tries = 40)
  void readActionPlan_mutation_givesAValueOrFaults(
      @ForAll("scored") ScoredAssessment scored, @ForAll Random random) {
    List<Edition> editions = List.of(scored.edition());
    String plan = written(KlaFormat.RAD, SheetArbitraries.actionPlan(scored, random));

    holdsAValueOrFaults(KlaFormat.RAD, editions, Mutations.changed(plan, random));
    holdsAValueOrFaults(KlaFormat.RAD, editions, swapped(plan, random));
  }

  @Property(tries = 40)
  void readGapAndPlan_mutation_givesAValueOrFaults(
      @ForAll("scored") ScoredAssessment scored, @ForAll Random random) {
    List<Edition> editions = List.of(scored.edition());
    String gaps = written(KlaFormat.GAP, GapReport.of(scored));
    String plan = written(KlaFormat.PLAN, SheetArbitraries.plan(scored, random));

    holdsAValueOrFaults(KlaFormat.GAP, editions, Mutations.changed(gaps, random));
    holdsAValueOrFaults(KlaFormat.GAP, editions, swapped(gaps, random));
    holdsAValueOrFaults(KlaFormat.PLAN, editions, Mutations.changed(plan, random));
    holdsAValueOrFaults(KlaFormat.PLAN, editions, swapped(plan, random));
  }

  /** Each golden document, on which all of its faults can be made. */
  @Property(tries = 60)
  void readSurvivalAndSimulation_mutation_givesAValueOrFaults(@ForAll Random random)
      throws IOException {
    Path golden = Path.of("src", "test", "resources", "id", "kla", "jackson", "golden");
    Edition one =
        KlaJson.strict().read(KlaFormat.EDITION, golden.resolve("edition-one.json")).orThrow();
    String survival = Files.readString(golden.resolve("survival-full.json"));
    String simulation = Files.readString(golden.resolve("simulation-large.json"));

    holdsAValueOrFaults(KlaFormat.SURVIVAL, List.of(one), Mutations.changed(survival, random));
    holdsAValueOrFaults(KlaFormat.SURVIVAL, List.of(one), swapped(survival, random));
    holdsAValueOrFaults(KlaFormat.SIMULATION, List.of(one), Mutations.changed(simulation, random));
    holdsAValueOrFaults(KlaFormat.SIMULATION, List.of(one), swapped(simulation, random));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return SheetArbitraries.days();
  }

  @Property(tries = 150)
  void write_declared_isReadBackInEveryLocaleAndLayout(
      @ForAll("declared") List<DeclaredResult> declared,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    List<DeclaredResult> again = again(KlaFormat.DECLARED, declared, List.of(), locale, layout);

    assertThat(again).isEqualTo(declared);
  }

  @Property(tries = 150)
  void write_measures_areReadBackInEveryLocaleAndLayout(
      @ForAll("measures") MeasureList measures,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    MeasureList again =
        again(KlaFormat.MEASURES, measures, List.of(measures.edition()), locale, layout);

    assertThat(again).isEqualTo(measures);
    assertThat(Schemas.refusals("measures", KlaJson.strict().write(KlaFormat.MEASURES, measures)))
        .isEmpty();
  }

  @Property(tries = 100)
  void write_units_areReadBackInEveryLocaleAndLayout(
      @ForAll("editions") Edition edition,
      @ForAll Random random,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    UnitSurvey survey = survey(edition, random);

    UnitSurvey again = again(KlaFormat.UNITS, survey, List.of(edition), locale, layout);

    assertThat(again.rows()).isEqualTo(survey.rows());
    assertThat(again.facts()).isEqualTo(survey.facts());
    assertThat(Schemas.refusals("units", KlaJson.strict().write(KlaFormat.UNITS, survey)))
        .isEmpty();
  }

  /** Up to six villages, each of which says yes, no or nothing to up to five questions. */
  private static UnitSurvey survey(Edition edition, Random random) {
    List<Question> questions =
        edition.questions().stream()
            .filter(q -> UnitSurvey.levelOf(edition, q) != CollectedFrom.SUBDISTRICT)
            .filter(q -> random.nextBoolean())
            .limit(5)
            .toList();
    List<Written<UnitSurvey.Row>> rows = new ArrayList<>();
    int units = 1 + random.nextInt(6);
    for (int i = 0; i < units; i++) {
      Map<QuestionCode, UnitSurvey.Said> said = new HashMap<>();
      for (Question question : questions) {
        int drawn = random.nextInt(3);
        if (drawn > 0) {
          said.put(question.code(), drawn == 1 ? UnitSurvey.Said.YES : UnitSurvey.Said.NO);
        }
      }
      Unit unit =
          new Unit(
              "Desa \"" + i + "\" \uD83D\uDE00\u2028",
              random.nextBoolean() ? Optional.of("Kecamatan") : Optional.empty(),
              random.nextBoolean() ? Optional.of("16.10.01.200" + i) : Optional.empty());
      rows.add(new Written<>(new UnitSurvey.Row(unit, said), Place.unknown()));
    }
    return UnitSurvey.check(
            edition,
            CollectedFrom.VILLAGE,
            random.nextBoolean() ? Optional.of(RegionCode.parse("16.10")) : Optional.empty(),
            questions.stream().map(q -> new Written<>(q.code(), Place.unknown())).toList(),
            rows)
        .orThrow();
  }

  @Property(tries = 150)
  void readUnits_anotherValueSomewhere_givesAValueOrFaults(
      @ForAll("editions") Edition edition, @ForAll Random random) {
    String written = written(KlaFormat.UNITS, survey(edition, random));

    holdsAValueOrFaults(KlaFormat.UNITS, List.of(edition), Mutations.changed(written, random));
    holdsAValueOrFaults(KlaFormat.UNITS, List.of(edition), swapped(written, random));
  }

  @Property(tries = 60)
  void write_history_isReadBackInEveryLocaleAndLayout(
      @ForAll("assessments") Assessment assessment,
      @ForAll("declared") List<DeclaredResult> declared,
      @ForAll Random random,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    HistoryReport report = history(assessment, declared, random);
    Edition edition = assessment.edition();

    HistoryReport again = again(KlaFormat.HISTORY, report, List.of(edition), locale, layout);

    assertThat(again.declared()).isEqualTo(report.declared());
    assertThat(again.sheets()).isEqualTo(report.sheets());
    assertThat(again.transitions()).isEqualTo(report.transitions());
    assertThat(Schemas.refusals("history", KlaJson.strict().write(KlaFormat.HISTORY, report)))
        .isEmpty();
  }

  /** A sheet, the same one a round later with fewer answers, and what was declared. */
  private static HistoryReport history(
      Assessment assessment, List<DeclaredResult> declared, Random random) {
    Assessment later = assessment;
    for (QuestionCode code : assessment.answers().keySet()) {
      later = random.nextBoolean() ? later.withoutAnswer(code) : later;
    }
    List<Assessment> sheets =
        ScoringEngine.refusal(assessment.edition(), Place.unknown()).isPresent()
            ? List.of()
            : List.of(
                Assessment.builder().from(assessment).round(Round.of(2022)).build(),
                Assessment.builder().from(later).round(Round.of(2023)).build());
    HistoryReport report = HistoryReport.of(assessment.edition(), declared, sheets);
    return random.nextBoolean()
        ? report
        : report.withTransitions(
            assessment.region().province(),
            new HistoryReport.Rounds(Round.of(2022), Round.of(2023)));
  }

  @Property(tries = 60)
  void readHistory_anotherValueSomewhere_givesAValueOrFaults(
      @ForAll("assessments") Assessment assessment,
      @ForAll("declared") List<DeclaredResult> declared,
      @ForAll Random random) {
    String written = written(KlaFormat.HISTORY, history(assessment, declared, random));
    List<Edition> editions = List.of(assessment.edition());

    holdsAValueOrFaults(KlaFormat.HISTORY, editions, Mutations.changed(written, random));
    holdsAValueOrFaults(KlaFormat.HISTORY, editions, swapped(written, random));
  }

  @Property(tries = 300)
  void write_faults_areReadBackInEveryLocaleAndLayout(
      @ForAll("faults") List<Fault> faults,
      @ForAll("locales") Locale locale,
      @ForAll KlaJson.Layout layout) {
    List<Fault> again = again(KlaFormat.FAULTS, faults, List.of(), locale, layout);

    assertThat(again).isEqualTo(faults);
  }

  /** An edition travels with its sheet: the one that was read reads the sheet. */
  @Property(tries = 100)
  void write_assessmentAndEdition_areReadBackTogether(
      @ForAll("assessments") Assessment assessment, @ForAll("locales") Locale locale) {
    Edition edition =
        again(KlaFormat.EDITION, assessment.edition(), List.of(), locale, KlaJson.Layout.ONE_LINE);

    Assessment again =
        again(KlaFormat.ASSESSMENT, assessment, List.of(edition), locale, KlaJson.Layout.INDENTED);

    assertThat(again).isEqualTo(assessment);
  }

  /** Returns what is read of what is written, through bytes, and checks how it is written. */
  private static <T> T again(
      KlaFormat<T> format, T value, List<Edition> editions, Locale locale, KlaJson.Layout layout) {
    KlaJson json = KlaJson.strict(editions).withLayout(layout);
    String written = SheetArbitraries.in(locale, () -> json.write(format, value));
    Checked<T> read =
        SheetArbitraries.in(
            locale, () -> read(json, format, written.getBytes(StandardCharsets.UTF_8)));

    assertThat(written)
        .isEqualTo(SheetArbitraries.in(Locale.ROOT, () -> json.write(format, value)));
    assertThat(written.indexOf('\n') == written.length() - 1)
        .isEqualTo(layout == KlaJson.Layout.ONE_LINE);
    assertThat(json.write(format, read.orThrow())).isEqualTo(written);
    assertThat(KlaJson.lenient(editions).read(format, "any", written).faults())
        .isEqualTo(read.faults());
    return read.orThrow();
  }

  private static <T> Checked<T> read(KlaJson json, KlaFormat<T> format, byte[] bytes) {
    try {
      return json.read(format, "any", new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError("reading from memory", e);
    }
  }

  // A result that says something else

  @Property(tries = 150)
  void readScored_anotherNumber_isAnotherResultAtItsPointer(
      @ForAll("scored") ScoredAssessment scored, @ForAll Random random) {
    Changed changed =
        changed(
            scored,
            JsonNode::isNumber,
            random,
            node ->
                DecimalNode.valueOf(node.decimalValue().add(new BigDecimal(difference(random)))));

    Checked<ScoredAssessment> read = changed.read();

    assertThat(read.value()).isEmpty();
    assertThat(errors(read)).containsExactly(tuple(FaultCode.OTHER_RESULT, changed.pointer()));
    Fault fault =
        read.faults().stream().filter(FormatProperties::isError).findFirst().orElseThrow();
    assertThat(fault.arguments())
        .containsEntry("found", Argument.of(changed.after().asText()))
        .containsEntry("computed", Argument.of(changed.before().asText()));
  }

  private static String difference(Random random) {
    return List.of("1", "-1", "0.0001", "-0.0001", "0.00001", "1e-30", "1e12")
        .get(random.nextInt(7));
  }

  /**
   * Labels and reasons are prose: later builds may put them better, and so have other digests,
   * which are only warned of.
   */
  @Property(tries = 150)
  void readScored_anotherWord_isAnotherResultUnlessItIsProse(
      @ForAll("scored") ScoredAssessment scored, @ForAll Random random) {
    Changed changed =
        changed(
            scored,
            node -> node.isTextual() || node.isNull(),
            random,
            node -> TextNode.valueOf(node.asText() + "x"));
    boolean isProse = changed.pointer().matches("/computed|/digests/.*|.*/(label|reason)/(id|en)");

    Checked<ScoredAssessment> read = changed.read();

    if (changed.pointer().startsWith("/view/")) {
      // It says by which eyes to look, and so another one is none at all.
      assertThat(errors(read))
          .extracting(error -> error.toList().get(1))
          .contains(changed.pointer());
      return;
    }
    assertThat(errors(read))
        .isEqualTo(
            isProse
                ? List.of()
                : List.of(
                    tuple(
                        changed.pointer().equals("/format")
                            ? FaultCode.WRONG_FORMAT
                            : FaultCode.OTHER_RESULT,
                        changed.pointer())));
    assertThat(read.value().isPresent()).isEqualTo(isProse);
    assertThat(read.faults().stream().anyMatch(f -> f.code() == FaultCode.OTHER_DIGEST))
        .isEqualTo(changed.pointer().startsWith("/digests/"));
  }

  @Property(tries = 150)
  void readScored_numberWrittenOtherwise_isTheSameResult(
      @ForAll("scored") ScoredAssessment scored, @ForAll Random random) {
    Changed changed =
        changed(
            scored,
            JsonNode::isNumber,
            random,
            node -> DecimalNode.valueOf(node.decimalValue().setScale(20)));

    Checked<ScoredAssessment> read = changed.read();

    assertThat(read.orThrow().assessment()).isEqualTo(scored.assessment());
  }

  /** A document of which one value outside the sheet was changed. */
  private record Changed(
      ScoredAssessment scored, JsonNode document, String pointer, JsonNode before) {

    JsonNode after() {
      return document.at(pointer);
    }

    Checked<ScoredAssessment> read() {
      return KlaJson.strict(List.of(scored.edition()))
          .read(KlaFormat.SCORED, "any", document.toString());
    }
  }

  /** Makes one value of another. */
  private interface Change {
    JsonNode apply(JsonNode node);
  }

  private static Changed changed(
      ScoredAssessment scored, Predicate<JsonNode> which, Random random, Change change) {
    JsonNode document = parsed(KlaJson.strict().write(KlaFormat.SCORED, scored));
    List<String> pointers =
        pointers(document).stream()
            .filter(pointer -> !pointer.startsWith("/assessment"))
            .filter(pointer -> which.test(document.at(pointer)))
            .toList();
    String pointer = pointers.get(random.nextInt(pointers.size()));
    JsonNode before = document.at(pointer);
    replace(document, pointer, change.apply(before));
    return new Changed(scored, document, pointer, before);
  }

  private static List<Tuple> errors(Checked<?> read) {
    return read.faults().stream()
        .filter(FormatProperties::isError)
        .map(fault -> tuple(fault.code(), pointer(fault)))
        .toList();
  }

  private static boolean isError(Fault fault) {
    return fault.severity() == Severity.ERROR;
  }

  private static String pointer(Fault fault) {
    return fault.place() instanceof Place.InDocument place ? place.pointer() : "no pointer";
  }

  // Trees

  private static JsonNode parsed(String document) {
    try {
      return PLAIN.readTree(document);
    } catch (JsonProcessingException e) {
      throw new AssertionError(document, e);
    }
  }

  /** Returns the pointer of every value below {@code node}. */
  private static List<String> pointers(JsonNode node) {
    List<String> pointers = new ArrayList<>();
    collect(node, JsonPointer.empty(), pointers);
    return pointers;
  }

  private static void collect(JsonNode node, JsonPointer at, List<String> pointers) {
    if (!at.matches()) {
      pointers.add(at.toString());
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      collect(member.getValue(), at.appendProperty(member.getKey()), pointers);
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), at.appendIndex(i), pointers);
      }
    }
  }

  private static void replace(JsonNode document, String pointer, JsonNode value) {
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode parent = document.at(at.head());
    if (parent instanceof ObjectNode object) {
      object.set(at.last().getMatchingProperty(), value);
    } else if (parent instanceof ArrayNode array) {
      array.set(at.last().getMatchingIndex(), value);
    }
  }

  // Anything at all

  @Provide
  Arbitrary<byte[]> brokenEditions() {
    return Mutations.of(editions().map(value -> written(KlaFormat.EDITION, value)));
  }

  @Provide
  Arbitrary<byte[]> brokenDeclared() {
    return Mutations.of(declared().map(value -> written(KlaFormat.DECLARED, value)));
  }

  @Provide
  Arbitrary<byte[]> brokenFaults() {
    return Mutations.of(faults().map(value -> written(KlaFormat.FAULTS, value)));
  }

  private static <T> String written(KlaFormat<T> format, T value) {
    return KlaJson.strict().write(format, value);
  }

  @Property(tries = 300)
  void readEdition_mutation_givesAValueOrFaults(@ForAll("brokenEditions") byte[] document) {
    holdsAValueOrFaults(KlaFormat.EDITION, List.of(), document);
  }

  @Property(tries = 300)
  void readDeclared_mutation_givesAValueOrFaults(@ForAll("brokenDeclared") byte[] document) {
    holdsAValueOrFaults(KlaFormat.DECLARED, List.of(), document);
  }

  @Property(tries = 200)
  void readMeasures_mutation_givesAValueOrFaults(
      @ForAll("measures") MeasureList measures, @ForAll Random random) {
    byte[] document = Mutations.changed(written(KlaFormat.MEASURES, measures), random);

    holdsAValueOrFaults(KlaFormat.MEASURES, List.of(measures.edition()), document);
  }

  @Property(tries = 200)
  void readMeasures_anotherValueSomewhere_givesAValueOrFaults(
      @ForAll("measures") MeasureList measures, @ForAll Random random) {
    byte[] document = swapped(written(KlaFormat.MEASURES, measures), random);

    holdsAValueOrFaults(KlaFormat.MEASURES, List.of(measures.edition()), document);
  }

  @Property(tries = 300)
  void readFaults_mutation_givesAValueOrFaults(@ForAll("brokenFaults") byte[] document) {
    holdsAValueOrFaults(KlaFormat.FAULTS, List.of(), document);
  }

  @Property(tries = 150)
  void readAssessment_mutation_givesAValueOrFaults(
      @ForAll("assessments") Assessment assessment, @ForAll Random random) {
    byte[] document = Mutations.changed(written(KlaFormat.ASSESSMENT, assessment), random);

    holdsAValueOrFaults(KlaFormat.ASSESSMENT, List.of(assessment.edition()), document);
  }

  @Property(tries = 150)
  void readScored_mutation_givesAValueOrFaults(
      @ForAll("scored") ScoredAssessment scored, @ForAll Random random) {
    byte[] document = Mutations.changed(written(KlaFormat.SCORED, scored), random);

    holdsAValueOrFaults(KlaFormat.SCORED, List.of(scored.edition()), document);
  }

  @Property(tries = 150)
  void readWhatIf_mutation_givesAValueOrFaults(
      @ForAll("assessments") Assessment assessment, @ForAll Random random) {
    String written = written(KlaFormat.WHAT_IF, SheetArbitraries.whatIf(assessment, random));
    List<Edition> editions = List.of(assessment.edition());

    holdsAValueOrFaults(KlaFormat.WHAT_IF, editions, Mutations.changed(written, random));
    holdsAValueOrFaults(KlaFormat.WHAT_IF, editions, swapped(written, random));
  }

  @Property(tries = 300)
  void readEdition_anotherValueSomewhere_givesAValueOrFaults(
      @ForAll("editions") Edition edition, @ForAll Random random) {
    byte[] document = swapped(written(KlaFormat.EDITION, edition), random);

    holdsAValueOrFaults(KlaFormat.EDITION, List.of(), document);
  }

  @Property(tries = 300)
  void readDeclared_anotherValueSomewhere_givesAValueOrFaults(
      @ForAll("declared") List<DeclaredResult> declared, @ForAll Random random) {
    byte[] document = swapped(written(KlaFormat.DECLARED, declared), random);

    holdsAValueOrFaults(KlaFormat.DECLARED, List.of(), document);
  }

  @Property(tries = 200)
  void readRollUp_changedSomewhere_givesAValueOrFaults(
      @ForAll("declared") List<DeclaredResult> declared, @ForAll Random random) {
    RollUp.Builder results = RollUp.builder();
    for (DeclaredResult each : declared) {
      results.add(
          RegionResult.builder()
              .from(RegionResult.of(each, Editions.kla2024(), Place.file("file")))
              .region(RegionCode.parse("34.0" + (1 + random.nextInt(4))))
              .bounds(each.total().map(total -> new Ranking.Bounds(Points.ZERO, total)))
              .build());
    }
    String document =
        written(KlaFormat.ROLL_UP, RollUpReport.of(results.build(), Area.parse("34")));

    holdsAValueOrFaults(KlaFormat.ROLL_UP, List.of(), swapped(document, random));
    holdsAValueOrFaults(KlaFormat.ROLL_UP, List.of(), Mutations.changed(document, random));
  }

  @Property(tries = 300)
  void readFaults_anotherValueSomewhere_givesAValueOrFaults(
      @ForAll("faults") List<Fault> faults, @ForAll Random random) {
    byte[] document = swapped(written(KlaFormat.FAULTS, faults), random);

    holdsAValueOrFaults(KlaFormat.FAULTS, List.of(), document);
  }

  @Property(tries = 300)
  void readAssessment_anotherValueSomewhere_givesAValueOrFaults(
      @ForAll("assessments") Assessment assessment, @ForAll Random random) {
    byte[] document = swapped(written(KlaFormat.ASSESSMENT, assessment), random);

    holdsAValueOrFaults(KlaFormat.ASSESSMENT, List.of(assessment.edition()), document);
  }

  @Property(tries = 150)
  void readScored_anotherValueSomewhere_givesAValueOrFaults(
      @ForAll("scored") ScoredAssessment scored, @ForAll Random random) {
    byte[] document = swapped(written(KlaFormat.SCORED, scored), random);

    holdsAValueOrFaults(KlaFormat.SCORED, List.of(scored.edition()), document);
  }

  /** Every kind of value, and those that are nearly right. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.00000",
          "0.66",
          "1e3",
          "1e999999999",
          "-1e-999999999",
          "999999999999999",
          "9999999999999999999",
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"1\"",
          "\"1.1\"",
          "\"50%\"",
          "\"1/3\"",
          "\"1/0\"",
          "\"2023\"",
          "\"16.10\"",
          "\"a;b\"",
          "\"stated\"",
          "\"\\u0000\"",
          "[]",
          "[null]",
          "[\"x\", 1]",
          "[[]]",
          "{}",
          "{\"x\": 1}",
          "{\"id\": \"x\"}",
          "{\"points\": 1}",
          "{\"percent\": 1}",
          "{\"document\": \"x\", \"line\": 99999999999}",
          "{\"revised\": {}}");

  /** Returns the document with one to three of its values replaced by others, or left out. */
  private static byte[] swapped(String text, Random random) {
    JsonNode document = parsed(text);
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      List<String> pointers = pointers(document);
      if (pointers.isEmpty()) {
        break;
      }
      String pointer = pointers.get(random.nextInt(pointers.size()));
      JsonPointer at = JsonPointer.compile(pointer);
      if (random.nextInt(5) == 0 && document.at(at.head()) instanceof ObjectNode object) {
        object.remove(at.last().getMatchingProperty());
      } else {
        replace(document, pointer, parsed(VALUES.get(random.nextInt(VALUES.size()))));
      }
    }
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static <T> void holdsAValueOrFaults(
      KlaFormat<T> format, List<Edition> editions, byte[] document) {
    for (KlaJson json : List.of(KlaJson.strict(editions), KlaJson.lenient(editions))) {
      long start = System.nanoTime();
      Checked<T> read = read(json, format, document);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
      assertThat(read.value().isPresent())
          .isNotEqualTo(read.faults().stream().anyMatch(FormatProperties::isError));
      for (Fault fault : read.faults()) {
        for (Language language : Language.values()) {
          assertThat(fault.text(language)).isNotBlank();
        }
      }
      assertThat(json.read(KlaFormat.FAULTS, json.write(KlaFormat.FAULTS, read.faults())).orThrow())
          .isEqualTo(read.faults());
      read.value()
          .ifPresent(
              value -> {
                String written = json.write(format, value);
                assertThat(json.write(format, json.read(format, written).orThrow()))
                    .isEqualTo(written);
              });
    }
  }
}
