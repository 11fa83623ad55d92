package id.kla.rollup;

import static id.kla.rollup.HistoryTest.declared;
import static id.kla.rollup.HistoryTest.history;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.ChangedFrom;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.EditionDiff;
import id.kla.edition.Editions;
import id.kla.edition.Indicator;
import id.kla.edition.Ladder;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoringEngine;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of streaks, transitions and splits, against slow references. */
class HistoryProperties {

  private static final List<String> ROUNDS =
      List.of("2018", "2019", "2021", "2022", "2023", "2024/2025");

  /** From the lowest, after none at all. */
  private static final List<String> TIERS =
      List.of("none", "PRATAMA", "MADYA", "NINDYA", "UTAMA", "KLA");

  /** Tiers by round as indexes of {@link #TIERS}, -1 for one that is not known. */
  private static int[] tiers(Random random) {
    int[] tiers = new int[ROUNDS.size()];
    int most = 1 + random.nextInt(TIERS.size());
    for (int i = 0; i < tiers.length; i++) {
      tiers[i] = random.nextInt(4) == 0 ? -1 : random.nextInt(most);
    }
    return tiers;
  }

  private static List<HistoryResult> results(int[] tiers) {
    List<HistoryResult> results = new ArrayList<>();
    for (int i = 0; i < tiers.length; i++) {
      if (tiers[i] >= 0) {
        results.add(declared(ROUNDS.get(i), "final", "", TIERS.get(tiers[i])));
      }
    }
    return results;
  }

  /** Around each known round, how far the same tier reaches to both sides. */
  private static Set<String> slowStreaks(int[] tiers) {
    Set<String> streaks = new LinkedHashSet<>();
    for (int i = 0; i < tiers.length; i++) {
      if (tiers[i] < 0) {
        continue;
      }
      int first = i;
      while (first > 0 && tiers[first - 1] == tiers[i]) {
        first--;
      }
      int last = i;
      while (last + 1 < tiers.length && tiers[last + 1] == tiers[i]) {
        last++;
      }
      boolean has2020 = first <= 1 && last >= 2;
      streaks.add(
          TIERS.get(tiers[i])
              + " "
              + ROUNDS.get(first)
              + " "
              + ROUNDS.get(last)
              + " "
              + (last - first + 1)
              + (has2020 ? " [2020]" : " []"));
    }
    return streaks;
  }

  @Property(tries = 300)
  void streaks_areWhatALookAroundEachRoundGives(@ForAll Random random) {
    int[] tiers = tiers(random);
    List<HistoryResult> results = results(tiers);
    Collections.shuffle(results, random);

    History history = history(results.toArray(new HistoryResult[0]));

    List<String> streaks =
        history.line("final").map(History.Line::streaks).orElse(List.of()).stream()
            .map(
                streak ->
                    streak.tier()
                        + " "
                        + streak.first()
                        + " "
                        + streak.last()
                        + " "
                        + streak.rounds()
                        + " "
                        + streak.notHeld())
            .toList();
    assertThat(streaks).containsExactlyElementsOf(slowStreaks(tiers));
  }

  @Property(tries = 200)
  void moves_areTheStepsBetweenKnownRounds(@ForAll Random random) {
    int[] tiers = tiers(random);

    History history = history(results(tiers).toArray(new HistoryResult[0]));

    List<Integer> steps = new ArrayList<>();
    int[] known = Arrays.stream(tiers).filter(tier -> tier >= 0).toArray();
    for (int i = 1; i < known.length; i++) {
      steps.add(known[i] - known[i - 1]);
    }
    List<History.Move> moves = history.line("final").map(History.Line::moves).orElse(List.of());
    assertThat(moves).extracting(move -> move.steps().orElseThrow()).isEqualTo(steps);
    assertThat(moves)
        .allSatisfy(
            move ->
                assertThat(Integer.signum(move.steps().orElseThrow()))
                    .isEqualTo(
                        switch (move.direction()) {
                          case RISE -> 1;
                          case FALL -> -1;
                          case SAME, NOT_KNOWN -> 0;
                        }));
  }

  /**
   * Sheets and declared totals of the same rounds, some of them of the same total; scores of equal
   * sheets are alike.
   */
  @Property(tries = 60)
  void history_ofAnyOrderOfResults_isTheSame(
      @ForAll("capped") Assessment sheet, @ForAll Random random) {
    List<HistoryResult> results = new ArrayList<>();
    for (String round : List.of("2022", "2023")) {
      Assessment later = Assessment.builder().from(sheet).round(Round.parse(round)).build();
      Points total = ScoringEngine.of(later.edition()).score(later).now().total();
      results.addAll(HistoryResult.of(later));
      results.addAll(HistoryResult.of(fewer(later, random)));
      for (int i = 0; i < 3; i++) {
        results.add(declaredPart(later, total, random));
      }
    }
    List<HistoryResult> shuffled = new ArrayList<>(results);
    Collections.shuffle(shuffled, random);

    assertThat(History.of(sheet.edition(), sheet.region(), shuffled))
        .hasToString(History.of(sheet.edition(), sheet.region(), results).toString());
  }

  private static HistoryResult declaredPart(Assessment sheet, Points total, Random random) {
    DeclaredResult.Builder result = DeclaredResult.builder();
    result
        .region(sheet.region())
        .round(sheet.round())
        .stage(sheet.judgedAt().code())
        .total(total)
        .putIndicators("1", Points.of(random.nextInt(3)))
        .source(random.nextBoolean() ? "a page" : "another page");
    return HistoryResult.of(result.build(), sheet.edition());
  }

  // Transitions

  @Property(tries = 60)
  void transitions_countEachRegionOnce(@ForAll Random random) {
    List<RegionCode> regions =
        Regions.builtIn().regionsOf(RegionCode.parse("35")).stream().map(Region::code).toList();
    int[] before = new int[regions.size()];
    int[] after = new int[regions.size()];
    List<History> histories = new ArrayList<>();
    for (int i = 0; i < regions.size(); i++) {
      before[i] = random.nextInt(TIERS.size() + 1) - 1;
      after[i] = random.nextInt(TIERS.size() + 1) - 1;
      List<HistoryResult> results = new ArrayList<>();
      RegionCode region = regions.get(i);
      add(results, region, "2022", before[i]);
      add(results, region, "2023", after[i]);
      // A self-score must not count.
      add(results, region, "2021", random.nextInt(TIERS.size()));
      histories.add(History.of(Editions.kla2024(), region, results));
    }
    Collections.shuffle(histories, random);

    Transitions transitions =
        Transitions.of(RegionCode.parse("35"), histories, "final", Round.of(2022), Round.of(2023));

    assertThat(transitions.total()).isEqualTo(38);
    int rises = 0;
    int falls = 0;
    for (int from = -1; from < TIERS.size(); from++) {
      int row = 0;
      for (int to = -1; to < TIERS.size(); to++) {
        int count = 0;
        for (int i = 0; i < regions.size(); i++) {
          count += before[i] == from && after[i] == to ? 1 : 0;
        }
        assertThat(transitions.count(name(from), name(to))).isEqualTo(count);
        row += count;
        rises += from >= 0 && to > from ? count : 0;
        falls += to >= 0 && from > to ? count : 0;
      }
      assertThat(transitions.before(name(from))).isEqualTo(row);
    }
    assertThat(transitions.regions(History.Direction.RISE)).hasSize(rises);
    assertThat(transitions.regions(History.Direction.FALL)).hasSize(falls);
    int columns = 0;
    for (String tier : transitions.tiers()) {
      columns += transitions.after(tier);
    }
    assertThat(columns).isEqualTo(38);
  }

  private static String name(int tier) {
    return tier < 0 ? Transitions.UNKNOWN : TIERS.get(tier);
  }

  private static void add(List<HistoryResult> results, RegionCode region, String round, int tier) {
    if (tier >= 0) {
      RegionResult result = declared(round, "final", "", TIERS.get(tier)).result();
      results.add(
          new HistoryResult(
              RegionResult.builder().from(result).region(region).build(), Optional.empty()));
    }
  }

  // Splits

  @Provide
  Arbitrary<Assessment> capped() {
    return KlaArbitraries.of(Generators.cappedAssessments());
  }

  @Provide
  Arbitrary<Assessment> sheets() {
    return KlaArbitraries.of(Generators.assessments());
  }

  /** The same sheet with some of its answers gone. */
  private static Assessment fewer(Assessment sheet, Random random) {
    Assessment fewer = sheet;
    for (QuestionCode code : sheet.answers().keySet()) {
      fewer = random.nextBoolean() ? fewer.withoutAnswer(code) : fewer;
    }
    return fewer;
  }

  private static Split split(Assessment before, Assessment after) {
    return Split.of(
            HistoryResult.of(before).get(0), HistoryResult.of(after).get(0), after.edition())
        .orElseThrow();
  }

  /** Adds units without kla's points. */
  private static BigInteger sum(List<Split.Part> parts) {
    BigInteger sum = BigInteger.ZERO;
    for (Split.Part part : parts) {
      sum = sum.add(BigInteger.valueOf(part.change().units()));
    }
    return sum;
  }

  private static BigInteger total(Assessment sheet) {
    Points total = ScoringEngine.of(sheet.edition()).score(sheet).now().total();
    return BigInteger.valueOf(total.units());
  }

  @Property(tries = 60)
  void split_ofOneEdition_addsUpWithItsCaps(
      @ForAll("capped") Assessment sheet, @ForAll Random random) {
    Assessment after = fewer(sheet, random);
    Assessment before = fewer(sheet, random);

    Split split = split(before, after);

    assertThat(split.rules()).isEqualTo(Split.Rules.SAME);
    assertThat(sum(split.real())).isEqualTo(total(after).subtract(total(before)));
    assertThat(split.parts()).isEqualTo(split.real());
    ScoredAssessment old = ScoringEngine.of(sheet.edition()).score(before);
    ScoredAssessment now = ScoringEngine.of(sheet.edition()).score(after);
    for (ScoredIndicator indicator : now.indicators()) {
      List<Split.Part> own =
          split.real().stream().filter(part -> part.indicator().equals(indicator.code())).toList();
      assertThat(sum(own))
          .isEqualTo(
              BigInteger.valueOf(
                  indicator.points().units() - old.indicator(indicator.code()).points().units()));
    }
  }

  /** The later edition has a quarter of each indicator's maximum. */
  @Property(tries = 60)
  void split_ofAnOverlay_addsUpToTheRulesAndToTheAnswers(
      @ForAll("sheets") Assessment sheet, @ForAll Random random) {
    Edition overlay = quartered(sheet.edition());
    Assessment before = fewer(sheet, random);
    Assessment after = Assessment.builder().from(fewer(sheet, random)).edition(overlay).build();

    Split split = split(before, after);

    Assessment reread = Assessment.builder().from(before).edition(overlay).build();
    assertThat(split.rules()).isEqualTo(Split.Rules.OTHER);
    assertThat(sum(split.rule())).isEqualTo(total(reread).subtract(total(before)));
    assertThat(sum(split.real())).isEqualTo(total(after).subtract(total(reread)));
    assertThat(sum(split.parts())).isEqualTo(total(after).subtract(total(before)));
    assertThat(split.rule()).allMatch(part -> part.level() == Split.Level.CAP);
  }

  private static Edition quartered(Edition edition) {
    List<Cluster> clusters = new ArrayList<>();
    for (Cluster cluster : edition.clusters()) {
      List<Indicator> indicators = new ArrayList<>();
      for (Indicator indicator : cluster.indicators()) {
        Points sum = Points.sum(indicator.questions().stream().map(Question::maximum).toList());
        long most = indicator.maximum().orElse(sum).min(sum).units();
        indicators.add(
            Indicator.builder()
                .from(indicator)
                .maximum(Points.ofUnits(Math.max(1, most / 4)))
                .build());
      }
      clusters.add(
          Cluster.builder()
              .from(cluster)
              .indicators(indicators)
              .statedMaximum(Optional.empty())
              .build());
    }
    Edition changed =
        Edition.builder()
            .from(edition)
            .id("quartered")
            .clusters(clusters)
            .statedMaximum(Optional.empty())
            .requirements(List.of())
            .ladder(new Ladder(List.of()))
            .build();
    return Edition.builder()
        .from(changed)
        .changedFrom(
            new ChangedFrom(edition.id(), edition.digest(), EditionDiff.of(edition, changed)))
        .build();
  }
}
