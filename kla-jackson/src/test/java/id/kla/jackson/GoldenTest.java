package id.kla.jackson;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.assessment.UnitFact;
import id.kla.assessment.UnitSurvey;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.planning.ActionPlan;
import id.kla.planning.ActionPlanReport;
import id.kla.planning.BestActionPlan;
import id.kla.planning.Cheapest;
import id.kla.planning.Gap;
import id.kla.planning.GapReport;
import id.kla.planning.Measure;
import id.kla.planning.MeasureList;
import id.kla.planning.Patch;
import id.kla.planning.Plan;
import id.kla.planning.PlanReport;
import id.kla.planning.WhatIf;
import id.kla.planning.YearGoal;
import id.kla.points.Points;
import id.kla.rollup.History;
import id.kla.rollup.HistoryReport;
import id.kla.rollup.RollUpReport;
import id.kla.rollup.Summary;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.Standing;
import id.kla.scoring.State;
import id.kla.simulation.Estimate;
import id.kla.simulation.SimulationReport;
import id.kla.simulation.Survival;
import id.kla.verification.EvidenceReport;
import id.kla.verification.RiskShare;
import id.kla.verification.Waterfall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Version 1 of each format promises that what was written under it is read by every later build,
 * and means what it meant.
 *
 * <p><b>Files in {@code golden} are only ever added, never changed and never removed</b>, and
 * neither are their summaries here: a build that can't read one of them, or reads something else,
 * breaks the promise, whatever the reason. A format with a new optional member gets one more file.
 *
 * <p>Some were written by the build of their day, the others by hand with the members that must be
 * there and no more. The words of labels and reasons in a result are not compared, since later
 * builds may put them better; sheets are read with the editions that stand beside them, since a
 * built-in edition may be corrected.
 */
class GoldenTest {

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "id", "kla", "jackson", "golden");

  /** What each document holds, in the words of {@code summary}. */
  private static final String SUMMARIES =
      """
      == assessment-full.json
      full 16.10 2024/2025 desk
      total 23.9167, stated 20.36
      answers 1.1 1.2 1.3 1.4a 2.1 2.2 2.3 3B.1 3B.2 3B.3
      agencies dinkes polres forum anak
      evidence E1 E2
      findings 1.1@desk:REVISED 1.2@desk:STRUCK 1.1@final:UPHELD
      notes 1.1 3B.10
      source Rekap "Ogan Ilir" – 😀
      baris kedua
      == assessment-minimal.json
      one 16.10 2023 self
      total 0, stated -
      answers
      agencies
      evidence
      findings
      notes
      source -
      == assessment-tiny.json
      tiny 35.71.01.1001 2023 self
      total 12.6667, stated 12.6667
      answers 1.1 1.2 1.3 1.4 1.5 1.6
      agencies dinkes
      evidence E1
      findings
      notes 1.2
      source -
      == declared-minimal.json
      16.10 2023 unspecified - NINDYA  Kementerian PPPA
      35.71 2024/2025 unspecified 812.5 -  Kementerian PPPA
      == declared.json
      16.10 2024/2025 final 771.81 NINDYA K:126.91 I:89 Kementerian PPPA, "KLA 2025"
      😀
      35.71 2019 unspecified - PRATAMA  x
      16.10.07.2001 2023 unspecified 0.0001 -  x
      == edition-full.json
      full "Edition with everything
      in it" 40.5
      clusters A B
      indicators 1:12/4 2:8.5/3 3B:20/4
      scales {Bands=3, Graded=5, Levels=2, Line=1}
      ladder LOW[0, 15) HIGH[15, 30] TOP(30, 45]
      stages self desk final
      requirements R1 R2 R3 R4
      roles 2, topics 2, evidence 2, sources 2, accepted 3
      == edition-kla-2024.json
      kla-2024 "Child-friendly regency/city evaluation instrument 2024" 1000
      clusters K I II III IV V L
      indicators 1:96/63 2:36/7 3:32/8 4:15/7 5:45/9 6:55/7 7:36/3 8:45/7 9:13/4 10:27/6 11:35/7 12:23/7 13:20/6 14:32/10 15:20/6 16:25/8 17:30/10 18:24/4 19:51/13 20:35/8 21A:83/10 21B:17/2 21C:22/5 22A:17/2 22B:18/4 23A:23/5 23B:4/2 24A:14/6 24B:7/3 25:21/15 26:79/20
      scales {Graded=274}
      ladder PRATAMA[500, 600] MADYA(600, 700] NINDYA(700, 800] UTAMA(800, 900] KLA(900, 1000]
      stages self admin_verification central_review field_verification final
      requirements regional-regulation business-forum worship no-tobacco-advertising self-above-500
      roles 31, topics 9, evidence 12, sources 14, accepted 18
      == edition-minimal.json
      minimal "" -
      clusters A
      indicators 1:-/1
      scales {Graded=1}
      ladder
      stages self
      requirements
      roles 0, topics 0, evidence 0, sources 0, accepted 0
      == edition-one.json
      one "" 4
      clusters A
      indicators 1:4/1
      scales {Graded=1}
      ladder LOW[1, 3) HIGH[3, )
      stages self final
      requirements
      roles 0, topics 0, evidence 0, sources 0, accepted 0
      == edition-tiny.json
      tiny "Tiny edition" 16
      clusters A
      indicators 1:16/6
      scales {Bands=3, Graded=1, Levels=1, Line=1}
      ladder LOW[5, 10] HIGH(10, 16]
      stages self
      requirements
      roles 0, topics 0, evidence 0, sources 0, accepted 0
      == evidence-full.json
      full 16.10 on 2024-06-30, known VA, stages {final=2026-03-02}
      23.9167 HIGH LOW R1
      5 LOW LOW
      at risk 18.9167, cap 0.5001, outside 4
      1.1:-4:REJECTED 1.2:-2.5:NO_EVIDENCE 1.3:-2:NO_EVIDENCE 1.4a:-0.6667:NO_EVIDENCE 2.1:-2:NO_EVIDENCE 2.2:-2:NO_EVIDENCE 2.3:-5.0001:NO_EVIDENCE 2:0.5001:- 3B.1:-1.25:REJECTED
      ROLE health 15.4168 18.6667, AGENCY polres 4 5, NO_LEAD  0 5
      TOPIC training 5.25 5, TOPIC budget 1.25 5
      == faults-minimal.json
      NOT_UTF8 ERROR -
      == faults.json
      NOT_UTF8 ERROR sheet "1".json
      UNKNOWN_QUESTION ERROR sheet.json/answers/14.100:9:15 found=14.100 edition=kla-2024 nearest=14.10, 14.1
      UNKNOWN_CODE ERROR roles.tsv:3:source found=😀\\u000a nearest=
      SUM_BELOW_MAXIMUM WARNING full:cluster A part=cluster A found=0.66 stated=12.3400
      ANSWERED_TWICE ERROR - question=1.1 first=sheet.json:1:1
      GRADE_NOT_NAMED WARNING sheet.json/answers/1.2a:8:4 question=1.2a edition=kla-2024 found=0.3 allowed=0, 0.25
      UNKNOWN_MEMBER WARNING sheet.json/a~1b:2:0 found=a/b allowed=a nearest=
      NOTHING_ACCEPTED NOTE full: found=HOLE part=ladder
      TOO_MANY ERROR s:0:0 allowed=20000
      == gap-minimal.json
      one 16.10 0.5 by CLAIMED
      to HIGH 2.5 lacking, 0 only evidence, 2.5 to win, least 3, reachable true, unmet
      questions 1.1:3.5
      leads :3.5
      topics
      == gap-ogan-ilir.json
      kla-2024 16.10 771.81 by CLAIMED
      to UTAMA 28.1901 lacking, 0 only evidence, 28.1901 to win, least 800.0001, reachable true, unmet
      to KLA 128.1901 lacking, 0 only evidence, 128.1901 to win, least 900.0001, reachable true, unmet
      questions 122
      leads 15
      topics 9
      == history-full.json
      one declared 6 sheets 2
      16.10 self: 2018 UNKNOWN, 2019 UNKNOWN, 2021 UNKNOWN, 2022 UNKNOWN, 2023 KNOWN 1 LOW, 2024/2025 KNOWN 4 HIGH
      without 2020, LOW 2023-2023:1, HIGH 2024/2025-2024/2025:1
      2023-2024/2025 RISE 1 SAME 3 QUESTION 1.1 3
      16.10 final: 2018 KNOWN - MADYA, 2019 UNKNOWN, 2021 KNOWN 631 MADYA, 2022 UNKNOWN, 2023 UNKNOWN, 2024/2025 UNKNOWN
      without 2020, MADYA 2018-2018:1, MADYA 2021-2021:1
      2018-2021 SAME 0 NOT_KNOWN -
      35.71 final: 2022 KNOWN 600 PRATAMA, 2023 KNOWN 650 MADYA, 2024/2025 UNKNOWN
      without , PRATAMA 2022-2022:1, MADYA 2023-2023:1
      2022-2023 RISE 1 SAME 50 CLUSTER A 2 NOT_ATTRIBUTED  48
      35.71 unspecified: 2022 UNKNOWN, 2023 UNKNOWN, 2024/2025 CONTRADICTORY
      without
      16 2018 to 2021 at final: MADYA-MADYA 1, unknown-unknown 16
      == history-minimal.json
      one declared 0 sheets 0
      == measures-minimal.json
      one
      M "M" 0 PLANNED 1 of 1
      == measures.json
      tiny
      M2 "Trained health volunteers" 150000000 RUNNING 80% 1.5:3.25 1.1:4 2025 2026 needs M1 elsewhere excludes M3 DINKES RPJMD:2.08.02:2025 DPA::- spent 20000000.5
      M1 "Sosialisasi" 0.0001 PLANNED 4 of 5
      M3 "M3" 150 DROPPED 1 of 1
      == plan-budget.json
      one 16.10 0.5 of 3 measures within 4.5, at most 1
      2 1 LOW M2 1.1:1
      == plan-minimal.json
      one 16.10 0.5 of 3 measures to HIGH, proven
      5 3 HIGH M1 1.1:3
      == plan-not-reachable.json
      one 16.10 0.5 of 1 measures to HIGH, at most 1, 2 lacking, unmet
      == plan-ogan-ilir.json
      kla-2024 16.10 771.81 of 34 measures to UTAMA, proven
      240000000 800.51 UTAMA DP3A-11 DP3A-05 KEMENAG-01 DISDIK-02 DISDIK-03 3.1c:4.5 3.1f:4.5 6.5:5 6.6:5 7.1:10 7.2:16 19.1:4 19.2e:3.2
      next 250000000 800.51 UTAMA DP3A-11 DP3A-08 DINSOS-02 DISDIK-02 DISDIK-03 3.1c:4.5 3.1f:4.5 8.6:8 8.7:4 10.5:6 10.6:4 19.1:4 19.2e:3.2
      firm DP3A-11:DECISIVE:20000000 DP3A-05:DECISIVE:10000000 KEMENAG-01:DECISIVE:10000000 DISDIK-02:DECISIVE:25000000 DISDIK-03:DECISIVE:25000000 less 0 more 20000000
      == plan-stopped.json
      one 16.10 0.5 of 3 measures to LOW, stopped at 1.5
      2 1 LOW M2 1.1:1
      == rad-minimal.json
      one 16.10 0.5 of 3 measures, proven, 7 with 0 missed
      2026 3 LOW: 2 M2 1.1:0.5 +0.5 1 LOW LOW
      2027 - 3: 5 M1 1.1:2 +2 3 HIGH HIGH
      == rad-monitored.json
      one 16.10 0.5 of 3 measures, stopped at 0 0 4.5, 7 with 0 missed
      2026 3 LOW: 2 M2 1.1:0.5 +0.5 1 LOW LOW
      2027 - 3: 5 M1 1.1:2 +2 3 HIGH HIGH
      by 2026 0.75 of 2026 1 2027 3
      M2 RUNNING 1.5 lacks 0.25
      M1 PLANNED - lacks 2.25
      == rollup-minimal.json
      34, 2 outside, 1 unread
      2023 DECLARED final: 2 of 5, PRATAMA:0 MADYA:1 NINDYA:0 UTAMA:0 KLA:0, 1 none, 0 unknown
      totals 2 amounts, sum 1070, 467 to 603
      34.01 603 MADYA, 34.02 467 none
      provila-2019 NOT_MET 34.02:33 34.03:- 34.04:- 34.71:-; provila-2025 NOT_MET 34.02:33 34.03:- 34.04:- 34.71:-
      == scored-full.json
      full 16.10
      0 LOW LOW
      23.9167 HIGH LOW R1
      33.9167 TOP TOP
      maximum 40.5, headroom 16.5833
      settled 8
      clusters A:17.6667 B:6.25
      == scored-ogan-ilir.json
      kla-2024 16.10
      0 - -
      771.81 NINDYA NINDYA
      771.81 NINDYA NINDYA
      maximum 1000, headroom 228.19
      settled 274
      clusters K:126.91 I:89 II:93.8 III:136 IV:94.6 V:163 L:68.5
      == scored-one.json
      one 16.10
      0 - -
      3 HIGH HIGH
      3 HIGH HIGH
      maximum 4, headroom 1
      settled 1
      clusters A:3
      == simulation-large.json
      one 16.10 3 Sampled[seed=-9223372036854775808, draws=2000000] to HIGH
      2 rows, 0 pairs, mean 2.4 error 0.000849
      none 400000, LOW 0, HIGH 1600000
      quantiles 1/20:0 1/4:3 1/2:3 3/4:3 19/20:3
      0..0.9999:400000 1..2.9999:0 3..3:1600000
      == simulation-minimal.json
      one 16.10 3 Exact[] to -
      1 rows, 0 pairs, mean 3 error 0
      none 0.0, LOW 0.0, HIGH 1.0
      quantiles 1/20:3 1/4:3 1/2:3 3/4:3 19/20:3
      3..3:1.0
      == stages-full.json
      full 16.10 2024/2025
      desk 23.9167 to final 9: 1.2:-2.5 1.3:-2 1.4a:-0.6667 2.1:-2 2.2:-2 2.3:-5.0001 2:0.5001 3B.1:-1.25
      == stages-minimal.json
      kla-2024 32.05 2021
      self 805.26 to final 631: :-174.26
      == survival-full.json
      one
      question 1.1 Holds[] 12.5% AGENCY
      question 1.1 Struck[] 1 of 8 AGENCY
      question 1.1 Full[] 1 of 8 AGENCY
      question 1.1 PartOfClaim[share=1 of 3] 12.5% AGENCY
      question 1.1 Answered[response=Graded[points=1.25]] 12.5% AGENCY
      question 1.1 Answered[response=Level[code=some]] 12.5% AGENCY
      question 1.1 Answered[response=Coverage[share=40%]] 12.5% AGENCY
      question 1.1 Answered[response=Change[before=1, now=2.5]] 12.5% AGENCY
      agency 1.1 Holds[] 100% REGION
      agency DINKES Holds[] 100% NONE
      16.10 2023 final 3 2.5 of 4 berita acara
      35.71 2021 final 1 2 of 4 a page
      == survival-minimal.json
      one
      * Holds[] 100% NONE
      == units-full.json
      tiny 16.10 VILLAGE
      Sukamaju (Indralaya) 16.10.07.2001 1.2:YES 1.5:NO 1.6:YES
      Sukamaju (Pemulutan) - 1.2:NO 1.5:NO 1.6:YES
      Mekar "Baru" 😀 - 1.5:NO
      1.2: 1 of 3 to 2 of 3 earns 0 to 2
      1.5: 0 of 3 to 0 of 3 earns -
      1.6: 2 of 3 to 3 of 3 earns 1.3333 to 2
      == units-minimal.json
      one - VILLAGE
      Mekar -
      == whatif-full.json
      full utama "Try it
      all"
      answer 3B.1, no answer 2.3, answer 1.2, evidence E1, evidence E3, no evidence E2, finding 1.3@VA:REVISED, no finding 1.2@desk
      on 16.10: 24.6667, evidence E1 E3, findings 1.1@desk 1.3@desk 1.1@final
      == whatif-minimal.json
      one x ""

      on 16.10: 0, evidence , findings
      """;

  /** Returns the summaries by file. */
  private static Map<String, String> summaries() {
    return Stream.of(SUMMARIES.split("(?m)^== "))
        .filter(summary -> !summary.isEmpty())
        .map(summary -> summary.split("\n", 2))
        .collect(Collectors.toMap(cut -> cut[0], cut -> cut[1].stripTrailing()));
  }

  private static final List<Edition> EDITIONS =
      names()
          .filter(name -> name.startsWith("edition-"))
          .map(name -> KlaJson.strict().read(KlaFormat.EDITION, FOLDER.resolve(name)).orThrow())
          .toList();

  static Stream<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> FOLDER.relativize(file).toString()).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KlaFormat<?> format(String name) {
    return KlaFormat.find(name.replaceFirst("[-.].*", "")).orElseThrow();
  }

  private static Checked<?> read(KlaJson json, String name) {
    return json.read(format(name), FOLDER.resolve(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void read_goldenDocument_isWhatItWas(String name) {
    Checked<?> read = read(KlaJson.strict(EDITIONS), name);

    assertThat(read.faults()).noneMatch(fault -> fault.severity() == Severity.ERROR);
    assertThat(summary(read.orThrow())).isEqualTo(summaries().get(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void readLeniently_goldenDocument_isTheSame(String name) {
    Checked<?> read = read(KlaJson.lenient(EDITIONS), name);

    assertThat(read.faults()).isEqualTo(read(KlaJson.strict(EDITIONS), name).faults());
    assertThat(summary(read.orThrow())).isEqualTo(summaries().get(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void write_goldenDocument_isReadBackAsTheSame(String name) {
    assertThat(again(format(name), name)).isEqualTo(summaries().get(name));
  }

  private static <T> String again(KlaFormat<T> format, String name) {
    KlaJson json = KlaJson.strict(EDITIONS);
    T value = json.read(format, FOLDER.resolve(name)).orThrow();
    return summary(json.read(format, json.write(format, value)).orThrow());
  }

  @Test
  void summaries_nameEveryDocumentOfTheFolder() {
    assertThat(summaries().keySet()).containsExactlyInAnyOrderElementsOf(names().toList());
  }

  @Test
  void formats_haveAGoldenDocumentEach() {
    assertThat(names().map(GoldenTest::format)).containsAll(KlaFormat.values());
  }

  // Summaries

  private static String summary(Object value) {
    return described(value).lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
  }

  private static String described(Object value) {
    if (value instanceof Edition edition) {
      return described(edition);
    }
    if (value instanceof Assessment assessment) {
      return described(assessment);
    }
    if (value instanceof ScoredAssessment scored) {
      return described(scored);
    }
    if (value instanceof EvidenceReport report) {
      return described(report);
    }
    if (value instanceof Waterfall waterfall) {
      return described(waterfall);
    }
    if (value instanceof RollUpReport report) {
      return described(report);
    }
    if (value instanceof WhatIf whatIf) {
      return described(whatIf);
    }
    if (value instanceof GapReport report) {
      return described(report);
    }
    if (value instanceof PlanReport report) {
      return described(report);
    }
    if (value instanceof ActionPlanReport report) {
      return described(report);
    }
    if (value instanceof UnitSurvey survey) {
      return described(survey);
    }
    if (value instanceof HistoryReport report) {
      return described(report);
    }
    if (value instanceof Survival survival) {
      return described(survival);
    }
    if (value instanceof SimulationReport report) {
      return described(report);
    }
    if (value instanceof MeasureList list) {
      return list.edition().id()
          + "\n"
          + list.measures().stream().map(GoldenTest::described).collect(Collectors.joining("\n"));
    }
    List<String> lines = new ArrayList<>();
    for (Object each : (List<?>) value) {
      lines.add(each instanceof Fault fault ? described(fault) : described((DeclaredResult) each));
    }
    return String.join("\n", lines);
  }

  private static <T> String codes(List<T> parts, Function<T, String> code) {
    return parts.stream().map(code).collect(Collectors.joining(" "));
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("-");
  }

  private static String described(Edition edition) {
    return String.join(
        "\n",
        edition.id() + " \"" + edition.label() + "\" " + text(edition.maximum()),
        "clusters " + codes(edition.clusters(), Cluster::code),
        "indicators "
            + codes(
                edition.indicators(),
                i -> i.code() + ":" + text(i.maximum()) + "/" + i.questions().size()),
        "scales "
            + edition.questions().stream()
                .collect(
                    Collectors.groupingBy(
                        question -> question.scale().getClass().getSimpleName(),
                        TreeMap::new,
                        Collectors.counting())),
        "ladder " + codes(edition.ladder().tiers(), tier -> tier.code() + tier.range()),
        "stages " + codes(edition.stages(), Stage::code),
        "requirements " + codes(edition.requirements(), Requirement::code),
        "roles "
            + edition.roles().size()
            + ", topics "
            + edition.topics().size()
            + ", evidence "
            + edition.evidenceKinds().size()
            + ", sources "
            + edition.sources().size()
            + ", accepted "
            + edition.acceptedWarnings().size());
  }

  private static String described(Assessment sheet) {
    String total =
        text(
            sheet
                .edition()
                .maximum()
                .map(maximum -> ScoringEngine.of(sheet.edition()).score(sheet).now().total()));
    return String.join(
        "\n",
        Stream.of(sheet.edition().id(), sheet.region(), sheet.round(), sheet.stage())
            .map(Object::toString)
            .collect(Collectors.joining(" ")),
        "total " + total + ", stated " + text(sheet.stated().total()),
        "answers " + codes(List.copyOf(sheet.answers().keySet()), Object::toString),
        "agencies " + codes(sheet.agencies(), Agency::code),
        "evidence " + codes(sheet.evidence(), Evidence::id),
        "findings "
            + codes(sheet.findings(), f -> f.question() + "@" + f.stage() + ":" + f.ruling()),
        "notes " + codes(List.copyOf(sheet.notes().keySet()), Object::toString),
        "source " + text(sheet.source()));
  }

  /** What is weak is not promised: later builds may know more. */
  private static String described(EvidenceReport report) {
    return String.join(
        "\n",
        report.evidenced().edition().id()
            + " "
            + report.evidenced().assessment().region()
            + " on "
            + report.check().asOf()
            + ", known "
            + text(report.check().known())
            + ", stages "
            + report.check().stageDates(),
        described(report.claimed().now()),
        described(report.evidenced().now()),
        "at risk "
            + report.agencies().total()
            + ", cap "
            + report.agencies().cap()
            + ", outside "
            + report.agencies().outside(),
        codes(
            report.difference().rows(),
            row ->
                row.question().map(QuestionCode::toString).orElse(row.indicator())
                    + ":"
                    + row.change()
                    + ":"
                    + text(row.cause())),
        shares(report.agencies().shares()),
        shares(report.topics().shares()));
  }

  private static String shares(List<RiskShare> shares) {
    return shares.stream()
        .map(
            share ->
                share.holder()
                    + " "
                    + share.code()
                    + " "
                    + share.atRisk()
                    + " "
                    + share.recoverableAlone().total())
        .collect(Collectors.joining(", "));
  }

  private static String described(RollUpReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(report.area() + ", " + report.outside() + " outside, " + report.unread() + " unread");
    for (RollUpReport.Part part : report.parts()) {
      Summary summary = part.summary();
      lines.add(
          summary.heading().round()
              + " "
              + summary.heading().kind()
              + " "
              + summary.heading().stage()
              + ": "
              + summary.results().size()
              + " of "
              + summary.area().regions().size()
              + ", "
              + codes(List.copyOf(summary.tiers().entrySet()), t -> t.getKey() + ":" + t.getValue())
              + ", "
              + summary.none()
              + " none, "
              + summary.unknown()
              + " unknown");
      lines.add("totals " + summary.total());
      lines.add(
          summary.results().stream()
              .map(each -> each.region() + " " + text(each.total()) + " " + text(each.tier()))
              .collect(Collectors.joining(", ")));
      lines.add(
          part.provila().stream()
              .map(
                  verdict ->
                      verdict.rule().id()
                          + " "
                          + verdict.outcome()
                          + " "
                          + codes(
                              verdict.inTheWay(),
                              each -> each.region().code() + ":" + text(each.lacking())))
              .collect(Collectors.joining("; ")));
    }
    return String.join("\n", lines);
  }

  private static String described(Waterfall waterfall) {
    return waterfall.edition().id()
        + " "
        + waterfall.region()
        + " "
        + waterfall.round()
        + "\n"
        + waterfall.steps().stream()
            .map(
                step ->
                    step.from().stage()
                        + " "
                        + step.from().total()
                        + " to "
                        + step.to().stage()
                        + " "
                        + step.to().total()
                        + ": "
                        + codes(step.bars(), bar -> bar.code() + ":" + bar.change()))
            .collect(Collectors.joining("\n"));
  }

  private static String described(UnitSurvey survey) {
    List<String> lines = new ArrayList<>();
    lines.add(survey.edition().id() + " " + text(survey.region()) + " " + survey.level());
    for (UnitSurvey.Row row : survey.rows()) {
      lines.add(
          row.unit()
              + " "
              + text(row.unit().code())
              + " "
              + codes(
                  List.copyOf(row.said().entrySet()),
                  said -> said.getKey() + ":" + said.getValue()));
    }
    for (UnitFact fact : survey.facts()) {
      lines.add(
          fact.question().code()
              + ": "
              + fact.least()
              + " to "
              + fact.most()
              + " earns "
              + text(fact.earned().map(earned -> earned.atLeast() + " to " + earned.atMost())));
    }
    return String.join("\n", lines);
  }

  private static String described(HistoryReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        report.edition().id()
            + " declared "
            + report.declared().size()
            + " sheets "
            + report.sheets().size());
    for (History history : report.histories()) {
      for (History.Line line : history.lines()) {
        lines.add(
            history.region()
                + " "
                + line.stage()
                + ": "
                + line.turns().stream().map(GoldenTest::described).collect(joining(", ")));
        lines.add(
            "without "
                + codes(line.notHeld(), Object::toString)
                + line.streaks().stream()
                    .map(s -> ", " + s.tier() + " " + s.first() + "-" + s.last() + ":" + s.rounds())
                    .collect(joining()));
        line.moves().forEach(move -> lines.add(described(move)));
      }
    }
    report
        .transitions()
        .ifPresent(
            t ->
                lines.add(
                    t.province()
                        + " "
                        + t.from()
                        + " to "
                        + t.to()
                        + " at "
                        + t.stage()
                        + ": "
                        + t.cells().stream()
                            .map(c -> c.from() + "-" + c.to() + " " + c.regions().size())
                            .collect(joining(", "))));
    return String.join("\n", lines);
  }

  private static String described(History.Turn turn) {
    return turn.round()
        + " "
        + turn.state()
        + (turn.state() == History.State.KNOWN
            ? " " + text(turn.total()) + " " + text(turn.tier())
            : "");
  }

  private static String described(History.Move move) {
    return move.from().round()
        + "-"
        + move.to().round()
        + " "
        + move.direction()
        + " "
        + text(move.steps())
        + " "
        + move.ladders()
        + " "
        + text(move.change())
        + move.split().stream()
            .flatMap(split -> split.parts().stream())
            .map(part -> " " + part.level() + " " + part.code() + " " + part.change())
            .collect(joining());
  }

  /** What it says, and what it makes of the golden sheets of its edition. */
  private static String described(WhatIf whatIf) {
    List<String> lines = new ArrayList<>();
    lines.add(whatIf.edition() + " " + whatIf.id() + " \"" + whatIf.name() + "\"");
    lines.add(
        whatIf.patches().stream().map(GoldenTest::described).collect(Collectors.joining(", ")));
    for (String name : names().filter(name -> name.startsWith("assessment-")).toList()) {
      Assessment sheet =
          KlaJson.strict(EDITIONS).read(KlaFormat.ASSESSMENT, FOLDER.resolve(name)).orThrow();
      if (sheet.edition().id().equals(whatIf.edition())) {
        Assessment tried = whatIf.applyTo(sheet).orThrow();
        lines.add(
            "on "
                + tried.region()
                + ": "
                + ScoringEngine.of(tried.edition()).score(tried).now().total()
                + ", evidence "
                + codes(tried.evidence(), Evidence::id)
                + ", findings "
                + codes(tried.findings(), f -> f.question() + "@" + f.stage()));
      }
    }
    return String.join("\n", lines);
  }

  private static String described(Patch patch) {
    if (patch instanceof Patch.SetAnswer set) {
      return "answer " + set.question();
    }
    if (patch instanceof Patch.RemoveAnswer remove) {
      return "no answer " + remove.question();
    }
    if (patch instanceof Patch.SetEvidence set) {
      return "evidence " + set.evidence().id();
    }
    if (patch instanceof Patch.RemoveEvidence remove) {
      return "no evidence " + remove.id();
    }
    if (patch instanceof Patch.SetFinding set) {
      Finding finding = set.finding();
      return "finding " + finding.question() + "@" + finding.stage() + ":" + finding.ruling();
    }
    Patch.RemoveFinding remove = (Patch.RemoveFinding) patch;
    return "no finding " + remove.question() + "@" + remove.stage();
  }

  private static String described(ScoredAssessment scored) {
    return String.join(
        "\n",
        scored.edition().id() + " " + scored.assessment().region(),
        described(scored.leastStanding()),
        described(scored.now()),
        described(scored.mostStanding()),
        "maximum " + scored.maximum() + ", headroom " + scored.headroom(),
        "settled " + scored.questions(State.SETTLED).size(),
        "clusters " + codes(scored.clusters(), cluster -> cluster.code() + ":" + cluster.points()));
  }

  private static String described(Standing standing) {
    return standing.total()
        + " "
        + text(standing.tierByPoints().map(Tier::code))
        + " "
        + text(standing.tier().map(Tier::code))
        + " "
        + codes(standing.unmet(), Requirement::code);
  }

  private static String described(GapReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(start(report.scored()) + " by " + report.scored().view().basis());
    for (Gap gap : report.gaps()) {
      lines.add(
          "to "
              + gap.tier().code()
              + " "
              + gap.missing()
              + " lacking, "
              + gap.onlyEvidence()
              + " only evidence, "
              + gap.toWin()
              + " to win, least "
              + text(gap.smallestAttainable())
              + ", reachable "
              + gap.isReachable()
              + ", unmet "
              + codes(gap.unmet(), Requirement::code));
    }
    lines.add("questions " + rooms(report.questions()));
    lines.add("leads " + rooms(report.leads()));
    lines.add("topics " + rooms(report.topics()));
    return lines.stream().map(String::strip).collect(Collectors.joining("\n"));
  }

  private static String start(ScoredAssessment scored) {
    return scored.edition().id() + " " + scored.assessment().region() + " " + scored.points();
  }

  private static String rooms(List<Gap.Room> rooms) {
    return rooms.size() > 5
        ? Integer.toString(rooms.size())
        : codes(rooms, room -> room.code() + ":" + room.headroom());
  }

  private static String described(Survival survival) {
    List<String> lines = new ArrayList<>();
    lines.add(survival.edition().id());
    survival
        .rows()
        .forEach(
            row ->
                lines.add(row.part() + " " + row.outcome() + " " + row.chance() + " " + row.tie()));
    survival.pairs().stream()
        .flatMap(model -> model.pairs().stream())
        .forEach(
            pair ->
                lines.add(
                    pair.region()
                        + " "
                        + pair.round()
                        + " "
                        + pair.stage()
                        + " "
                        + pair.self()
                        + " "
                        + pair.later()
                        + " of "
                        + pair.maximum()
                        + " "
                        + pair.source()));
    return String.join("\n", lines);
  }

  private static String described(SimulationReport report) {
    SimulationReport.Figures figures = report.figures();
    boolean isSampled = report.method() instanceof SimulationReport.Sampled;
    Function<Estimate, String> chance =
        estimate ->
            isSampled ? Long.toString(report.count(estimate)) : Double.toString(estimate.chance());
    return String.join(
        "\n",
        start(report.scored())
            + " "
            + report.method()
            + " to "
            + text(report.targetTier().map(Tier::code)),
        report.survival().rows().size()
            + " rows, "
            + report.survival().pairs().map(model -> model.pairs().size()).orElse(0)
            + " pairs, mean "
            + figures.mean().stripTrailingZeros().toPlainString()
            + " error "
            + figures.meanError().stripTrailingZeros().toPlainString(),
        figures.tiers().stream()
            .map(
                each ->
                    each.tier().map(Tier::code).orElse("none") + " " + chance.apply(each.exactly()))
            .collect(Collectors.joining(", ")),
        "quantiles "
            + figures.quantiles().entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining(" ")),
        figures.bins().stream()
            .map(bin -> bin.from() + ".." + bin.through() + ":" + chance.apply(bin.chance()))
            .collect(Collectors.joining(" ")));
  }

  private static String described(PlanReport report) {
    List<String> lines = new ArrayList<>();
    String start =
        start(report.scored()) + " of " + report.measures().measures().size() + " measures ";
    if (report instanceof PlanReport.OfBudget ofBudget) {
      lines.add(
          start
              + "within "
              + ofBudget.budget().toPlainString()
              + ", at most "
              + ofBudget.within().mostTotal());
      lines.add(described(ofBudget.within().plan()));
      return String.join("\n", lines);
    }
    PlanReport.ToTier toTier = (PlanReport.ToTier) report;
    lines.add(start + "to " + toTier.target().code() + ", " + described(toTier.cheapest()).strip());
    toTier.cheapest().found().map(GoldenTest::described).ifPresent(lines::add);
    toTier.nextBest().forEach(plan -> lines.add("next " + described(plan)));
    toTier
        .sensitivity()
        .ifPresent(
            firm ->
                lines.add(
                    "firm "
                        + codes(
                            firm.measures(),
                            row ->
                                row.measure().code()
                                    + ":"
                                    + row.weight()
                                    + ":"
                                    + text(row.mayRise().map(BigDecimal::toPlainString)))
                        + " less "
                        + firm.savedByLess().toPlainString()
                        + " more "
                        + text(firm.addedByMore().map(BigDecimal::toPlainString))));
    return String.join("\n", lines);
  }

  private static String described(Cheapest cheapest) {
    if (cheapest instanceof Cheapest.Stopped stopped) {
      return "stopped at " + stopped.leastCost();
    }
    return cheapest instanceof Cheapest.NotReachable not
        ? "at most "
            + not.mostTotal()
            + ", "
            + not.missing()
            + " lacking, unmet "
            + codes(not.unmet(), Requirement::code)
        : "proven";
  }

  private static String described(Plan plan) {
    return plan.cost().toPlainString()
        + " "
        + plan.total()
        + " "
        + text(plan.tier().map(Tier::code))
        + " "
        + String.join(" ", plan.codes())
        + " "
        + codes(
            List.copyOf(plan.awards().entrySet()),
            award -> award.getKey() + ":" + award.getValue());
  }

  private static String described(ActionPlanReport report) {
    ActionPlan plan = report.plan();
    List<String> lines = new ArrayList<>();
    lines.add(
        start(report.scored())
            + " of "
            + plan.measures().measures().size()
            + " measures, "
            + (report.best() instanceof BestActionPlan.Stopped stopped
                ? "stopped at "
                    + stopped.fewestMissed()
                    + " "
                    + stopped.leastMissing()
                    + " "
                    + stopped.leastCost()
                : "proven")
            + ", "
            + plan.cost()
            + " with "
            + plan.missed().size()
            + " missed");
    plan.years().forEach(year -> lines.add(described(year).strip()));
    report
        .monitoring()
        .ifPresent(
            monitoring -> {
              lines.add(
                  "by "
                      + monitoring.year()
                      + " "
                      + monitoring.reached().points()
                      + " of "
                      + codes(monitoring.years(), year -> year.year() + " " + year.expected()));
              monitoring
                  .rows()
                  .forEach(
                      row ->
                          lines.add(
                              row.planned().measure().code()
                                  + " "
                                  + row.now().state()
                                  + " "
                                  + text(row.realisedCost())
                                  + " lacks "
                                  + row.missing()));
            });
    return String.join("\n", lines);
  }

  private static String described(ActionPlan.Year year) {
    return year.year()
        + " "
        + text(year.goal().budget())
        + " "
        + year.goal()
            .target()
            .map(
                target ->
                    target instanceof YearGoal.OfTier tier
                        ? tier.code()
                        : ((YearGoal.OfTotal) target).points().toString())
            .orElse("-")
        + ": "
        + year.spent()
        + " "
        + codes(
            year.rows(),
            row ->
                row.measure().code()
                    + " "
                    + codes(
                        List.copyOf(row.gains().entrySet()),
                        gain -> gain.getKey() + ":" + gain.getValue()))
        + " +"
        + year.gain()
        + " "
        + described(year.standing());
  }

  private static String described(Measure measure) {
    return Stream.of(
            Stream.of(
                measure.code(), "\"" + measure.label() + "\"", measure.cost().toPlainString()),
            Stream.of(measure.state(), measure.chance()),
            measure.awards().entrySet().stream()
                .map(award -> award.getKey() + ":" + award.getValue()),
            measure.years().stream(),
            named("needs", measure.prerequisites()),
            named("excludes", measure.exclusions()),
            measure.agency().stream(),
            measure.references().stream()
                .map(each -> each.kind() + ":" + each.code() + ":" + text(each.year())),
            measure.realisedCost().stream().map(spent -> "spent " + spent.toPlainString()))
        .flatMap(Function.identity())
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> named(String name, List<String> codes) {
    return codes.isEmpty() ? Stream.of() : Stream.concat(Stream.of(name), codes.stream());
  }

  private static String described(DeclaredResult result) {
    return Stream.of(
            result.region(),
            result.round(),
            result.stage(),
            text(result.total()),
            text(result.tier()),
            codes(List.copyOf(result.clusters().entrySet()), GoldenTest::total),
            result.source())
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  private static String total(Map.Entry<String, Points> total) {
    return total.getKey() + ":" + total.getValue();
  }

  private static String described(Fault fault) {
    return Stream.of(
            fault.code(),
            fault.severity(),
            place(fault.place()),
            codes(
                List.copyOf(fault.arguments().entrySet()),
                value -> value.getKey() + "=" + value.getValue().in(Language.ENGLISH)))
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  private static String place(Place place) {
    if (place instanceof Place.InDocument at) {
      return at.name() + at.pointer() + ":" + at.line() + ":" + at.column();
    }
    if (place instanceof Place.InTable at) {
      return at.name() + ":" + at.row() + ":" + at.column();
    }
    if (place instanceof Place.InEdition at) {
      return at.edition() + ":" + at.part();
    }
    return place instanceof Place.InFile at ? at.name() : "-";
  }
}
