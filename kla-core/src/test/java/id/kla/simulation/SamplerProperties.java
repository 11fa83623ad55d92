package id.kla.simulation;

import static id.kla.simulation.SampleModels.KEDIRI;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.Standing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Laws of drawn sheets, on small editions of every shape. */
class SamplerProperties {

  private static final BigDecimal STEPS = BigDecimal.valueOf(2).pow(53);

  @Provide
  Arbitrary<ScoreDistributionProperties.Case> cases() {
    return new ScoreDistributionProperties().cases();
  }

  /** The first uncertain question by itself; the others in two states, in one earning nothing. */
  private static TiedModel model(ScoreDistributionProperties.Case given) {
    Map<QuestionCode, AwardChances> tied = new LinkedHashMap<>(given.uncertain());
    QuestionCode free = tied.keySet().iterator().next();
    tied.remove(free);
    Map<QuestionCode, AwardChances> nothing = new LinkedHashMap<>();
    tied.keySet().forEach(code -> nothing.put(code, AwardChances.certain(Points.ZERO)));
    return TiedModel.of(
        AwardModel.from(given.scored()).with(Map.of(free, given.uncertain().get(free))),
        List.of(
            new SharedFactor(
                "agency",
                List.of(
                    new SharedFactor.State(Ratio.of(2, 7), nothing),
                    new SharedFactor.State(Ratio.of(5, 7), tied)))));
  }

  private static Draws draws(TiedModel model, long seed) {
    return Draws.of(seed, model.edition(), model.factorCodes(), List.of(KEDIRI));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void sample_anyDraw_scoresAsTheEngineDoes(
      @ForAll("cases") ScoreDistributionProperties.Case given,
      @ForAll long seed,
      @ForAll @LongRange(max = 1L << 40) long draw) {
    TiedModel model = model(given);
    Edition edition = model.edition();
    Sampler sampler = Sampler.of(model, draws(model, seed), KEDIRI);
    for (long each = draw; each < draw + 5; each++) {
      Standing standing = given.scored().standingWith(sampler.sheet(each));

      SampledDistribution one = sampler.sample(each, each + 1);

      assertThat(one.counts()).isEqualTo(Map.of(standing.total(), 1L));
      List<Tier> earned = new ArrayList<>();
      for (Tier tier : edition.ladder().tiers()) {
        if (one.chanceOf(tier).chance() == 1) {
          earned.add(tier);
        }
      }
      assertThat(earned.stream().findFirst()).isEqualTo(standing.tier());
      assertThat(one.chanceWithoutTier().chance() == 1).isEqualTo(standing.tier().isEmpty());
    }
  }

  /** The same picks with decimals of 34 digits. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void sheet_anyDraw_takesWhatTheRandomNumbersPick(
      @ForAll("cases") ScoreDistributionProperties.Case given, @ForAll long seed) {
    TiedModel model = model(given);
    Draws draws = draws(model, seed);
    Map<QuestionCode, Points> sheet = Sampler.of(model, draws, KEDIRI).sheet(17);
    SharedFactor factor = model.factors().get(0);
    List<Ratio> ofStates = factor.states().stream().map(SharedFactor.State::chance).toList();

    int state = pick(ofStates, draws.factor(KEDIRI, "agency", 0).bits(17));

    assertThat(sheet.keySet()).containsExactlyElementsOf(model.alone().awards().keySet());
    sheet.forEach(
        (code, award) -> {
          AwardChances chances =
              Optional.ofNullable(factor.states().get(state).awards().get(code))
                  .orElse(model.alone().award(code));
          int place =
              pick(
                  List.copyOf(chances.chances().values()),
                  draws.question(KEDIRI, code, 0).bits(17));
          assertThat(award).isEqualTo(List.copyOf(chances.chances().keySet()).get(place));
        });
  }

  private static int pick(List<Ratio> chances, long bits) {
    BigDecimal uniform = BigDecimal.valueOf(bits >>> 11).divide(STEPS, MathContext.UNLIMITED);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < chances.size() - 1; i++) {
      sum =
          sum.add(
              BigDecimal.valueOf(chances.get(i).numerator())
                  .divide(
                      BigDecimal.valueOf(chances.get(i).denominator()), MathContext.DECIMAL128));
      if (uniform.compareTo(sum) < 0) {
        return i;
      }
    }
    return chances.size() - 1;
  }
}
