package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Stage;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.View;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import id.kla.verification.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of what-ifs, with patches of every kind, most of them of the same few parts. */
class WhatIfProperties {

  /** A sheet and patches that fit its edition. */
  record Case(Assessment sheet, List<Patch> patches) {

    WhatIf whatIf() {
      return WhatIfProperties.whatIf(sheet, patches);
    }

    WhatIf part(int from, int to) {
      return WhatIfProperties.whatIf(sheet, patches.subList(from, to));
    }
  }

  private static WhatIf whatIf(Assessment sheet, List<Patch> patches) {
    return new WhatIf(sheet.edition().id(), "x", Label.of("", ""), patches);
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.oneOf(
            KlaArbitraries.of(Generators.assessments()),
            KlaArbitraries.of(Generators.cappedAssessments()))
        .flatMap(
            sheet ->
                Combinators.combine(answers(sheet), Arbitraries.randoms())
                    .as((answers, random) -> new Case(sheet, patches(sheet, answers, random))))
        .withoutEdgeCases();
  }

  private static Arbitrary<List<Answer>> answers(Assessment sheet) {
    List<Arbitrary<Answer>> each =
        sheet.edition().questions().stream()
            .map(Generators::answers)
            .map(KlaArbitraries::of)
            .toList();
    return Combinators.combine(each).as(given -> given);
  }

  private static List<Patch> patches(Assessment sheet, List<Answer> answers, Random random) {
    List<Question> questions = sheet.edition().questions();
    List<String> judging =
        sheet.edition().stages().stream()
            .filter(stage -> stage.judging() == Stage.Judging.OTHERS)
            .map(Stage::code)
            .toList();
    List<Patch> patches = new ArrayList<>();
    for (int i = random.nextInt(9); i > 0; i--) {
      int number = random.nextInt(questions.size());
      QuestionCode question = questions.get(number).code();
      String id = "E" + random.nextInt(4);
      switch (random.nextInt(judging.isEmpty() ? 4 : 6)) {
        case 0 -> patches.add(new Patch.SetAnswer(question, answers.get(number)));
        case 1 -> patches.add(new Patch.RemoveAnswer(question));
        case 2 ->
            patches.add(
                new Patch.SetEvidence(Evidence.builder().id(id).addQuestions(question).build()));
        case 3 -> patches.add(new Patch.RemoveEvidence(id));
        case 4 ->
            patches.add(
                new Patch.SetFinding(
                    Finding.builder()
                        .question(question)
                        .stage(judging.get(0))
                        .ruling(
                            random.nextBoolean() ? Finding.Ruling.UPHELD : Finding.Ruling.STRUCK)
                        .build()));
        default -> patches.add(new Patch.RemoveFinding(question, judging.get(0)));
      }
    }
    return patches;
  }

  private static List<View> views(Assessment sheet) {
    List<View> views = new ArrayList<>();
    views.add(View.claimed());
    views.add(View.evidenced(Generators.DAY));
    sheet.findings().stream()
        .findFirst()
        .ifPresent(found -> views.add(View.verified(found.stage())));
    return views;
  }

  @Property(tries = 100)
  void applyTo_noPatches_isTheSheet(@ForAll("cases") Case some) {
    assertThat(some.part(0, 0).applyTo(some.sheet()).orThrow()).isEqualTo(some.sheet());
  }

  @Property(tries = 60)
  void applyTo_twice_isOnce(@ForAll("cases") Case some) {
    Assessment once = some.whatIf().applyTo(some.sheet()).orThrow();

    Assessment twice = some.whatIf().applyTo(once).orThrow();

    assertThat(twice).isEqualTo(once);
  }

  /** Only the order of documents may differ, which a digest does not see. */
  @Property(tries = 60)
  void applyTo_allPatchesAtOnce_isOneAfterTheOther(@ForAll("cases") Case some) {
    Assessment one = some.sheet();
    for (int i = 0; i < some.patches().size(); i++) {
      one = some.part(i, i + 1).applyTo(one).orThrow();
    }

    Assessment all = some.whatIf().applyTo(some.sheet()).orThrow();

    assertThat(all.digest()).isEqualTo(one.digest());
  }

  @Property(tries = 60)
  void applyTo_anyPatches_warnsOfNothingButRemovals(@ForAll("cases") Case some) {
    assertThat(some.whatIf().applyTo(some.sheet()).faults())
        .allSatisfy(fault -> assertThat(fault.code()).isEqualTo(FaultCode.NOTHING_TO_REMOVE));
  }

  @Property(tries = 60)
  void of_anySteps_addsUpAtEveryNode(@ForAll("cases") Case some) {
    int middle = some.patches().size() / 2;
    List<WhatIf> steps = List.of(some.part(0, middle), some.part(middle, some.patches().size()));
    for (View view : views(some.sheet())) {
      WhatIfReport report = WhatIfReport.of(some.sheet(), view, steps).orThrow();

      Points change = report.patched().now().total().minus(report.base().now().total());
      Difference difference = report.difference();
      assertThat(Points.sum(difference.rows().stream().map(Difference.Row::change).toList()))
          .isEqualTo(change);
      assertThat(
              Points.sum(report.steps().stream().map(step -> step.difference().change()).toList()))
          .isEqualTo(change);
      difference
          .by(Difference.Row::indicator)
          .forEach(
              (code, points) ->
                  assertThat(report.base().indicator(code).points().plus(points))
                      .isEqualTo(report.patched().indicator(code).points()));
      assertThat(report.base().assessment()).isEqualTo(some.sheet());
    }
  }

  /** What counts every claim sees no evidence and no findings, and no answer but those named. */
  @Property(tries = 60)
  void of_everyClaim_leavesTheQuestionsThatNoPatchAnswers(@ForAll("cases") Case some) {
    Set<QuestionCode> named =
        some.patches().stream()
            .flatMap(
                patch ->
                    patch instanceof Patch.SetAnswer set
                        ? List.of(set.question()).stream()
                        : patch instanceof Patch.RemoveAnswer remove
                            ? List.of(remove.question()).stream()
                            : List.<QuestionCode>of().stream())
            .collect(Collectors.toSet());

    WhatIfReport report =
        WhatIfReport.of(some.sheet(), View.claimed(), List.of(some.whatIf())).orThrow();

    for (ScoredQuestion question : report.base().questions()) {
      QuestionCode code = question.question().code();
      if (!named.contains(code)) {
        assertThat(report.patched().question(code).points()).isEqualTo(question.points());
      }
    }
  }
}
