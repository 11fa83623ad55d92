package id.kla.simulation;

import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.region.RegionCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sheets that a model draws for a region, and their totals and tiers: question by question, for
 * a tile of draws at a time, with the maxima of indicators and the requirements of tiers.
 */
final class SheetDraws {

  /** Draws that are scored together: what they touch of a question stays in the nearest cache. */
  private static final int TILE = 2 * DrawColumn.TILE;

  private final List<Group> groups = new ArrayList<>();
  private final List<Toss> factors = new ArrayList<>();
  private final List<Floor> floorsOfTotal;
  private final long[] leastOfTiers;

  /** A factor: its states by their chances. */
  private record Toss(DrawColumn column, Choice choice) {}

  /**
   * Below it no draw earns the tier at {@code place}, the first having place 1, or a higher one.
   */
  private record Floor(int place, long least) {}

  /**
   * A question: what it may earn in each state of its factor, or in the only one if it has none.
   *
   * @param factor the place of its factor, or -1
   */
  private record Item(
      QuestionCode code,
      DrawColumn column,
      int factor,
      List<Outcome> outcomes,
      List<Floor> floors) {

    long award(int state, long bits) {
      Outcome outcome = outcomes.get(state);
      return outcome.awards[outcome.choice.pick(bits)];
    }

    /** Adds to sums what it earns in neighbouring draws, in the state that each of them is in. */
    void add(long[][] states, long[] bits, long[] sums) {
      for (int state = 0; state < outcomes.size(); state++) {
        outcomes.get(state).add(states[state], bits, sums);
      }
    }

    boolean isCertain() {
      return factor < 0 && outcomes.get(0).choice.isCertain();
    }
  }

  /** Awards, the smallest first, and which of them random bits pick. */
  private static final class Outcome {

    private final long[] awards;
    private final Choice choice;

    Outcome(AwardChances chances) {
      awards = chances.chances().keySet().stream().mapToLong(Points::units).toArray();
      choice = Choice.of(chances.chances().values());
    }

    /** Adds to sums what bits pick: the smallest award, and a rise for each end they reach. */
    void add(long[] mask, long[] bits, long[] sums) {
      long base = awards[0];
      int last = awards.length - 1;
      for (int at = 0; at < last || at == 0; at += 2) {
        int other = Math.min(at + 1, last);
        long rise = awards[Math.min(at + 1, last)] - awards[at];
        long otherRise = awards[Math.min(at + 2, last)] - awards[other];
        Lanes.rise(sums, mask, bits, base, choice.end(at), rise, choice.end(other), otherRise);
        base = 0;
      }
    }
  }

  /** An indicator. */
  private record Row(long maximum, List<Item> items, List<Floor> floors) {}

  /** A cluster. */
  private record Group(List<Row> rows, List<Floor> floors) {}

  /**
   * Draws sheets.
   *
   * @param dimension of the random numbers; another one gives sheets that hang on these in nothing
   */
  SheetDraws(TiedModel model, Draws draws, RegionCode region, int dimension) {
    Edition edition = model.edition();
    for (SharedFactor factor : model.factors()) {
      List<Ratio> chances = factor.states().stream().map(SharedFactor.State::chance).toList();
      factors.add(new Toss(draws.factor(region, factor.code(), dimension), Choice.of(chances)));
    }
    for (Cluster cluster : edition.clusters()) {
      List<Row> rows = new ArrayList<>();
      for (Indicator indicator : cluster.indicators()) {
        List<Item> items =
            indicator.questions().stream()
                .map(each -> item(each, model, draws, region, dimension))
                .toList();
        rows.add(
            new Row(
                indicator.maximum().orElseThrow().units(),
                items,
                floors(edition, new Requirement.OfIndicator(indicator.code()))));
      }
      groups.add(new Group(rows, floors(edition, new Requirement.OfCluster(cluster.code()))));
    }
    floorsOfTotal = floors(edition, Requirement.Total.TOTAL);
    leastOfTiers =
        edition.ladder().tiers().stream().mapToLong(tier -> tier.least().units()).toArray();
  }

  private static Item item(
      Question question, TiedModel model, Draws draws, RegionCode region, int dimension) {
    int factor = factorOf(question.code(), model);
    List<AwardChances> chances =
        factor < 0
            ? List.of(model.alone().award(question.code()))
            : model.factors().get(factor).states().stream()
                .map(
                    state -> Optional.ofNullable(state.awards().get(question.code())).orElseThrow())
                .toList();
    return new Item(
        question.code(),
        draws.question(region, question.code(), dimension),
        factor,
        chances.stream().map(Outcome::new).toList(),
        floors(model.edition(), new Requirement.OfQuestion(question.code())));
  }

  private static int factorOf(QuestionCode code, TiedModel model) {
    for (int i = 0; i < model.factors().size(); i++) {
      if (model.factors().get(i).states().get(0).awards().containsKey(code)) {
        return i;
      }
    }
    return -1;
  }

  private static List<Floor> floors(Edition edition, Requirement.Subject subject) {
    List<Floor> floors = new ArrayList<>();
    List<Tier> tiers = edition.ladder().tiers();
    for (Requirement requirement : edition.requirements()) {
      for (int i = 0; i < tiers.size(); i++) {
        if (requirement.state() == Requirement.State.ON
            && requirement.subject().equals(subject)
            && requirement.tier().filter(tiers.get(i).code()::equals).isPresent()) {
          Bound<Points> least = requirement.least();
          long units = least.value().units();
          floors.add(new Floor(i + 1, least.kind() == Bound.Kind.CLOSED ? units : units + 1));
        }
      }
    }
    return floors;
  }

  /** Returns what the questions earn in one draw, in the edition's order. */
  Map<QuestionCode, Points> awards(long draw) {
    int[] states =
        factors.stream().mapToInt(toss -> toss.choice.pick(toss.column.bits(draw))).toArray();
    Map<QuestionCode, Points> awards = new LinkedHashMap<>();
    for (Group group : groups) {
      for (Row row : group.rows) {
        for (Item item : row.items) {
          int state = item.factor < 0 ? 0 : states[item.factor];
          awards.put(item.code, Points.ofUnits(item.award(state, item.column.bits(draw))));
        }
      }
    }
    return Collections.unmodifiableMap(awards);
  }

  /** Returns the state of each factor in neighbouring draws; the last ones are of no factor. */
  int[][] states(long first, int size) {
    int[][] states = new int[factors.size() + 1][size];
    long[] bits = new long[size];
    long[][] words = DrawColumn.words(first, size);
    for (int f = 0; f < factors.size(); f++) {
      factors.get(f).column.fill(first, bits, words);
      for (int i = 0; i < size; i++) {
        states[f][i] = factors.get(f).choice.pick(bits[i]);
      }
    }
    return states;
  }

  /**
   * Returns what questions earn in neighbouring draws while factors are in those states.
   *
   * @param wanted the positions of the questions; of others there is nothing
   */
  long[][] awards(long first, int size, int[][] states, BitSet wanted) {
    List<long[]> awards = new ArrayList<>();
    for (Group group : groups) {
      for (Row row : group.rows) {
        for (Item item : row.items) {
          awards.add(wanted.get(awards.size()) ? awards(item, first, size, states) : new long[0]);
        }
      }
    }
    return awards.toArray(new long[0][]);
  }

  private static long[] awards(Item item, long first, int size, int[][] states) {
    long[] awards = new long[size];
    if (item.isCertain()) {
      Arrays.fill(awards, item.award(0, 0));
      return awards;
    }
    item.column.fill(first, awards, DrawColumn.words(first, size));
    int[] state = states[item.factor < 0 ? states.length - 1 : item.factor];
    for (int i = 0; i < size; i++) {
      awards[i] = item.award(state[i], awards[i]);
    }
    return awards;
  }

  /** Scores the draws from {@code first} on: their totals, and the place of the tier of each. */
  void score(long first, long[] totals, int[] tiers) {
    for (int from = 0; from < totals.length; ) {
      long draw = first + from;
      int size = (int) Math.min(TILE - draw % TILE, totals.length - from);
      Tile tile = new Tile(draw, size);
      System.arraycopy(tile.totals, 0, totals, from, size);
      tile.climb(tiers, from);
      from += size;
    }
  }

  /** Neighbouring draws. */
  private final class Tile {

    private final long first;
    private final int size;
    private final long[] bits;
    private final long[][] words;

    /** For each factor and each of its states, and at last for no factor: 0, or -1 where it is. */
    private final long[][][] states;

    private final long[] awards;
    private final long[] totals;

    /** The place of the highest tier that requirements let a draw earn. */
    private final int[] highest;

    Tile(long first, int size) {
      this.first = first;
      this.size = size;
      bits = new long[size];
      words = DrawColumn.words(first, size);
      states = new long[factors.size() + 1][][];
      awards = new long[size];
      totals = new long[size];
      highest = new int[size];
      Arrays.fill(highest, leastOfTiers.length);
      for (int f = 0; f < factors.size(); f++) {
        Choice choice = factors.get(f).choice;
        states[f] = new long[choice.size()][size];
        factors.get(f).column.fill(first, bits, words);
        for (int i = 0; i < size; i++) {
          states[f][choice.pick(bits[i])][i] = -1;
        }
      }
      states[factors.size()] = new long[1][size];
      Arrays.fill(states[factors.size()][0], -1);
      long[] ofGroup = new long[size];
      long[] ofRow = new long[size];
      for (Group group : groups) {
        Arrays.fill(ofGroup, 0);
        for (Row row : group.rows) {
          Arrays.fill(ofRow, 0);
          for (Item item : row.items) {
            add(item, ofRow);
          }
          Lanes.cut(ofRow, ofGroup, row.maximum);
          holdDown(row.floors, ofRow);
        }
        Lanes.add(totals, ofGroup);
        holdDown(group.floors, ofGroup);
      }
      holdDown(floorsOfTotal, totals);
    }

    /** Adds what a question earns, by itself first where tiers require something of it. */
    private void add(Item item, long[] ofRow) {
      if (item.floors.isEmpty()) {
        draw(item, ofRow);
      } else {
        Arrays.fill(awards, 0);
        draw(item, awards);
        Lanes.add(ofRow, awards);
        holdDown(item.floors, awards);
      }
    }

    private void draw(Item item, long[] sums) {
      if (item.isCertain()) {
        Lanes.add(sums, item.award(0, 0));
      } else {
        item.column.fill(first, bits, words);
        item.add(states[item.factor < 0 ? factors.size() : item.factor], bits, sums);
      }
    }

    private void holdDown(List<Floor> floors, long[] points) {
      for (Floor floor : floors) {
        for (int i = 0; i < size; i++) {
          if (points[i] < floor.least) {
            highest[i] = Math.min(highest[i], floor.place - 1);
          }
        }
      }
    }

    /** Writes the place of the tier of each draw, the first having place 0; -1 for none. */
    void climb(int[] tiers, int from) {
      for (int i = 0; i < size; i++) {
        int place = 0;
        while (place < highest[i] && totals[i] >= leastOfTiers[place]) {
          place++;
        }
        tiers[from + i] = place - 1;
      }
    }
  }
}
