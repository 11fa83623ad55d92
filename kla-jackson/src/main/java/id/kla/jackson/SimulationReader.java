package id.kla.jackson;

import id.kla.edition.Edition;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.ScoredAssessment;
import id.kla.simulation.Estimate;
import id.kla.simulation.SimulationReport;
import id.kla.simulation.Survival;
import id.kla.simulation.TiedModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads back how sure a score is: what was computed is computed again, and a sample drawn again, or
 * if it is large, looked through for contradictions.
 */
final class SimulationReader {

  /** More draws than this are not drawn again: some seconds. */
  static final long REDRAWN = 1L << 20;

  /** What later builds may add up in another order, they need not give to the last digit. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.000001");

  private static final long MOST_DRAWS = 1L << 48;

  private static final List<String> NEEDED =
      List.of(
          "format",
          "computed",
          "edition",
          "region",
          "round",
          "stage",
          "now",
          "method",
          "target",
          "words",
          "mean",
          "tiers",
          "quantiles",
          "histogram",
          "survival",
          "assessment");

  private static final List<String> OTHERS =
      List.of("view", "seed", "draws", "standardError", "influences");

  private final ResultReader<SimulationReport> document;
  private final ScoredAssessment scored;
  private final Survival survival;

  private SimulationReader(
      ResultReader<SimulationReport> document, ScoredAssessment scored, Survival survival) {
    this.document = document;
    this.scored = scored;
    this.survival = survival;
  }

  static Checked<SimulationReport> read(JsonCursor json, List<Edition> editions)
      throws IOException {
    return new ResultReader<>(
            json, editions, KlaFormat.SIMULATION, NEEDED, OTHERS, SimulationReader::report)
        .withTolerance(TOLERANCE)
        .withAdvice("influences")
        .document();
  }

  private static Optional<SimulationReport> report(ResultReader<SimulationReport> document) {
    Optional<ScoredAssessment> scored = ScoredReader.scored(document);
    Optional<Survival> survival = document.survival();
    return scored.isEmpty() || survival.isEmpty()
        ? Optional.empty()
        : new SimulationReader(document, scored.get(), survival.get()).report();
  }

  private Optional<SimulationReport> report() {
    Optional<TiedModel> model = document.told(survival.check(scored));
    Optional<JsonCursor.Leaf> method = document.needed("/method");
    Optional<Tier> target =
        document
            .said("/target")
            .filter(leaf -> leaf.kind() == JsonCursor.Leaf.Kind.TEXT)
            .flatMap(leaf -> GapReader.tier(document, scored.edition(), leaf));
    if (model.isEmpty() || method.isEmpty() || document.isBroken()) {
      return Optional.empty();
    }
    return switch (method.get().text()) {
      case "exact" -> exact(target, method.get());
      case "sampled" -> sampled(model.get(), target);
      default -> {
        document.broken(ResultReader.unknownWord(method.get(), List.of("exact", "sampled")));
        yield Optional.empty();
      }
    };
  }

  private Optional<SimulationReport> exact(Optional<Tier> target, JsonCursor.Leaf method) {
    Optional<SimulationReport> report = SimulationReport.exact(scored, survival, target);
    if (report.isEmpty()) {
      document.broken(
          Fault.of(FaultCode.OTHER_RESULT, method.place())
              .with("node", "")
              .with("found", method.text())
              .with("computed", "sampled"));
    }
    return report;
  }

  private Optional<SimulationReport> sampled(TiedModel model, Optional<Tier> target) {
    Optional<Long> seed = document.needed("/seed").flatMap(leaf -> whole(leaf, Long.MAX_VALUE));
    Optional<Long> draws = document.needed("/draws").flatMap(leaf -> draws(leaf));
    if (seed.isEmpty() || draws.isEmpty()) {
      return Optional.empty();
    }
    if (draws.get() <= REDRAWN) {
      return Optional.of(
          SimulationReport.sampled(
              scored,
              survival,
              target,
              SimulationReport.sampler(scored, model, seed.get()).sample(0, draws.get())));
    }
    Optional<SimulationReport.Figures> figures = figures(draws.get());
    return figures.flatMap(
        each ->
            document.told(
                SimulationReport.told(
                    scored,
                    survival,
                    target,
                    new SimulationReport.Sampled(seed.get(), draws.get()),
                    each,
                    document.json().whole())));
  }

  private Optional<Long> draws(JsonCursor.Leaf leaf) {
    Optional<Long> draws = whole(leaf, MOST_DRAWS);
    if (draws.isPresent() && draws.get() < 2) {
      document.broken(count(leaf));
      return Optional.empty();
    }
    return draws;
  }

  private static Fault count(JsonCursor.Leaf leaf) {
    return Fault.of(FaultCode.BAD_COUNT, leaf.place())
        .with("found", JsonCursor.shortened(leaf.text()));
  }

  /** Returns the whole number that a leaf is, a seed also below zero; anything else is broken. */
  private Optional<Long> whole(JsonCursor.Leaf leaf, long most) {
    try {
      if (leaf.kind() == JsonCursor.Leaf.Kind.NUMBER) {
        long number = new BigDecimal(leaf.text()).longValueExact();
        if (number <= most) {
          return Optional.of(number);
        }
      }
    } catch (ArithmeticException e) {
      // It has decimals, or is too large.
    }
    document.broken(count(leaf));
    return Optional.empty();
  }

  private Optional<BigDecimal> number(String pointer) {
    Optional<JsonCursor.Leaf> leaf = document.needed(pointer);
    Optional<BigDecimal> number =
        leaf.filter(each -> each.kind() == JsonCursor.Leaf.Kind.NUMBER)
            .map(each -> new BigDecimal(each.text()))
            .filter(each -> Math.abs((long) each.scale()) < 100);
    if (leaf.isPresent() && number.isEmpty()) {
      document.broken(count(leaf.get()));
    }
    return number;
  }

  private Optional<SimulationReport.Figures> figures(long draws) {
    List<Tier> ladder = scored.edition().ladder().tiers();
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i <= ladder.size(); i++) {
      counted("/tiers/" + i, draws).ifPresent(counts::add);
    }
    List<SimulationReport.Bin> bins = new ArrayList<>();
    for (String index : document.below("/histogram")) {
      String at = "/histogram/" + index;
      Optional<Points> from = document.needed(at + "/from").flatMap(document::points);
      Optional<Points> through = document.needed(at + "/through").flatMap(document::points);
      Optional<Long> count = counted(at, draws);
      if (from.isPresent() && through.isPresent() && count.isPresent()) {
        bins.add(
            new SimulationReport.Bin(from.get(), through.get(), Estimate.of(count.get(), draws)));
      }
    }
    SortedMap<Ratio, Points> quantiles = new TreeMap<>();
    for (int i = 0; i < SimulationReport.RANKS.size(); i++) {
      Ratio rank = SimulationReport.RANKS.get(i);
      document
          .needed("/quantiles/" + i + "/total")
          .flatMap(document::points)
          .ifPresent(total -> quantiles.put(rank, total));
    }
    Optional<BigDecimal> mean = number("/mean");
    Optional<BigDecimal> error = number("/standardError");
    if (bins.isEmpty() && !document.isBroken()) {
      document.broken(
          Fault.of(FaultCode.OTHER_RESULT, document.json().whole())
              .with("node", "histogram")
              .with("found", 0)
              .with("computed", draws));
    }
    if (document.isBroken() || mean.isEmpty() || error.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SimulationReport.Figures(
            tiers(ladder, counts, draws), mean.get(), error.get(), quantiles, bins));
  }

  private static List<SimulationReport.TierChance> tiers(
      List<Tier> ladder, List<Long> counts, long draws) {
    List<SimulationReport.TierChance> tiers = new ArrayList<>();
    long higher = draws;
    for (int i = 0; i < counts.size(); i++) {
      tiers.add(
          new SimulationReport.TierChance(
              i == 0 ? Optional.empty() : Optional.of(ladder.get(i - 1)),
              Estimate.of(counts.get(i), draws),
              i == 0 ? new Estimate(1, 0) : Estimate.of(higher, draws)));
      higher = Math.max(0, higher - counts.get(i));
    }
    return tiers;
  }

  private Optional<Long> counted(String pointer, long draws) {
    Optional<JsonCursor.Leaf> leaf = document.needed(pointer + "/count");
    Optional<Long> count = leaf.flatMap(each -> whole(each, draws));
    if (count.isPresent() && count.get() < 0) {
      document.broken(count(leaf.orElseThrow()));
      return Optional.empty();
    }
    return count;
  }
}
