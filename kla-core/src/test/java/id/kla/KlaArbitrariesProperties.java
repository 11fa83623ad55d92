package id.kla;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.region.Region;
import id.kla.region.Regions;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import id.kla.testing.jqwik.KlaDomain;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** The generators as jqwik sees them. */
@Domain(KlaDomain.class)
@Domain(DomainContext.Global.class)
class KlaArbitrariesProperties {

  private static Shrinkable<Assessment> next(long seed) {
    return KlaArbitraries.of(Generators.assessments()).generator(1000).next(new Random(seed));
  }

  /** What a test that fails for {@code wrong} sheets would end with: the first smaller, and on. */
  private static Optional<Assessment> smallest(long seed, Predicate<Assessment> wrong) {
    Shrinkable<Assessment> found = next(seed);
    if (!wrong.test(found.value())) {
      return Optional.empty();
    }
    Optional<Shrinkable<Assessment>> smaller = Optional.of(found);
    while (smaller.isPresent()) {
      found = smaller.get();
      smaller = found.shrink().filter(each -> wrong.test(each.value())).findFirst();
    }
    return Optional.of(found.value());
  }

  @Property(tries = 20)
  void next_oneRandom_isOneValue(@ForAll long seed) {
    assertThat(next(seed).value()).isEqualTo(next(seed).value());
    assertThat(next(seed).distance()).isEqualTo(next(seed).distance());
  }

  @Property(tries = 5)
  void shrink_anySheet_isSmallerAndValid(@ForAll long seed) {
    Shrinkable<Assessment> sheet = next(seed);

    sheet
        .shrink()
        .limit(100)
        .forEach(
            smaller -> {
              assertThat(smaller.distance()).isLessThan(sheet.distance());
              Assessment value = smaller.value();
              assertThat(ScoringEngine.of(value.edition()).score(value).points()).isNotNull();
            });
  }

  /** An answer is needed, and a question to give it to; a cap needs no second one. */
  @Property(tries = 3)
  void shrink_sheetWithACutIndicator_endsWithOneQuestionAndOneAnswer(@ForAll long seed) {
    Optional<Assessment> smallest =
        smallest(
            seed,
            sheet ->
                scored(sheet).indicators().stream()
                    .anyMatch(indicator -> !indicator.cap().isZero()));

    smallest.ifPresent(
        sheet -> {
          assertThat(sheet.edition().questions()).hasSize(1);
          assertThat(sheet.answers()).hasSize(1);
          assertThat(sheet.evidence()).isEmpty();
          assertThat(sheet.findings()).isEmpty();
          assertThat(sheet.edition().requirements()).isEmpty();
        });
  }

  @Property(tries = 3)
  void shrink_sheetWithALevel_endsWithTheFirstOfOne(@ForAll long seed) {
    Optional<Assessment> smallest =
        smallest(
            seed,
            sheet ->
                sheet.edition().questions().stream()
                    .anyMatch(
                        question ->
                            question.scale() instanceof Scale.Levels levels
                                && sheet.answer(question.code()).stream()
                                    .anyMatch(answer -> answer.readBy(levels).isPresent())));

    smallest.ifPresent(
        sheet -> {
          assertThat(sheet.edition().questions()).hasSize(1);
          assertThat(sheet.answers().values())
              .containsExactly(Answer.of(Response.level("level-1")));
        });
  }

  private static ScoredAssessment scored(Assessment sheet) {
    return ScoringEngine.of(sheet.edition()).score(sheet);
  }

  @Property(tries = 50)
  void domain_makesParametersOfKlasTypesBesideOthers(
      @ForAll Edition edition,
      @ForAll Assessment sheet,
      @ForAll Response.Fact fact,
      @ForAll Region region,
      @ForAll int other) {
    assertThat(edition.questions()).isNotEmpty();
    assertThat(sheet.edition().questions()).isNotEmpty();
    assertThat(fact.quantity()).isNotNull();
    assertThat(Regions.builtIn().findRegion(region.code())).contains(region);
    assertThat(Objects.hash(other)).isEqualTo(Objects.hash(other));
  }
}
