package id.kla.planning;

import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.State;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures and their score as a task, and the way back. */
final class Compiled {

  private final ScoredAssessment scored;
  private final List<Measure> measures;
  private final Costs costs;
  private final Task task;
  private final Task.Fixed[] fixed;
  private final Map<String, Integer> positions = new HashMap<>();

  Compiled(Measures all) {
    this.scored = all.scored();
    this.measures = all.measures();
    this.costs = Costs.of(measures);
    this.fixed = new Task.Fixed[measures.size()];
    for (int m = 0; m < fixed.length; m++) {
      positions.put(measures.get(m).code(), m);
      fixed[m] =
          switch (measures.get(m).state()) {
            case DONE -> Task.Fixed.IN;
            case DROPPED -> Task.Fixed.OUT;
            case PLANNED, RUNNING -> Task.Fixed.FREE;
          };
    }
    this.task = compile();
  }

  Task task() {
    return task;
  }

  Task.Fixed[] fixed() {
    return fixed;
  }

  Costs costs() {
    return costs;
  }

  private Edition edition() {
    return scored.edition();
  }

  private Task compile() {
    List<ScoredQuestion> questions = scored.questions();
    List<Indicator> indicators = edition().indicators();
    long[] held = new long[questions.size()];
    int[] indicator = new int[questions.size()];
    long[] cap = new long[indicators.size()];
    int[] cluster = new int[indicators.size()];
    int q = 0;
    int i = 0;
    for (int c = 0; c < edition().clusters().size(); c++) {
      for (Indicator each : edition().clusters().get(c).indicators()) {
        cap[i] = each.maximum().orElseThrow().units();
        cluster[i] = c;
        for (int end = q + each.questions().size(); q < end; q++) {
          held[q] = questions.get(q).points().units();
          indicator[q] = i;
        }
        i++;
      }
    }
    int count = measures.size();
    long[] cost = new long[count];
    int[][] touched = new int[count][];
    long[][] awards = new long[count][];
    int[][] needs = new int[count][];
    int[][] excludes = excludes();
    for (int m = 0; m < count; m++) {
      Measure measure = measures.get(m);
      cost[m] = costs.units(measure.remainingCost());
      Map<Integer, Long> byQuestion = new LinkedHashMap<>();
      measure
          .awards()
          .forEach(
              (code, award) -> {
                int at = edition().position(code.toString());
                if (questions.get(at).state().orElseThrow() != State.NOT_APPLICABLE) {
                  byQuestion.put(at, award.units());
                }
              });
      touched[m] = byQuestion.keySet().stream().mapToInt(at -> at).toArray();
      awards[m] = byQuestion.values().stream().mapToLong(award -> award).toArray();
      needs[m] =
          measure.state() == Measure.State.DONE
              ? new int[0]
              : measure.prerequisites().stream().mapToInt(this::position).toArray();
    }
    return new Task(
        cost,
        touched,
        awards,
        needs,
        excludes,
        held,
        new long[held.length],
        indicator,
        cap,
        new long[cap.length],
        cluster,
        new long[edition().clusters().size()],
        0);
  }

  private int position(String code) {
    return positions.getOrDefault(code, -1);
  }

  /** What is done is done, also beside what it excludes. */
  private int[][] excludes() {
    List<BitSet> excluded = new ArrayList<>();
    measures.forEach(measure -> excluded.add(new BitSet()));
    for (int m = 0; m < measures.size(); m++) {
      for (String code : measures.get(m).exclusions()) {
        int other = position(code);
        if (fixed[m] != Task.Fixed.IN || fixed[other] != Task.Fixed.IN) {
          excluded.get(m).set(other);
          excluded.get(other).set(m);
        }
      }
    }
    return excluded.stream().map(set -> set.stream().toArray()).toArray(int[][]::new);
  }

  /** The task of reaching a tier with everything that it and those below it require. */
  Task reaching(Tier tier) {
    Task asked = task.withoutRequirements(tier.least().units());
    for (Requirement requirement : requirements(tier)) {
      asked = asking(asked, requirement);
    }
    return asked;
  }

  /** What is switched on for a tier and those below it, in the edition's order. */
  List<Requirement> requirements(Tier tier) {
    List<Tier> tiers = edition().ladder().tiers();
    List<String> guarded =
        tiers.subList(0, tiers.indexOf(tier) + 1).stream().map(Tier::code).toList();
    return edition().requirements().stream()
        .filter(requirement -> requirement.state() == Requirement.State.ON)
        .filter(requirement -> requirement.tier().filter(guarded::contains).isPresent())
        .toList();
  }

  /** The same task with one more requirement. */
  Task asking(Task asked, Requirement requirement) {
    Bound<Points> bound = requirement.least();
    long least = bound.value().units() + (bound.kind() == Bound.Kind.OPEN ? 1 : 0);
    Requirement.Subject subject = requirement.subject();
    if (subject instanceof Requirement.OfQuestion question) {
      raise(asked.leastOfQuestion(), edition().position(question.code().toString()), least);
    } else if (subject instanceof Requirement.OfIndicator indicator) {
      raise(
          asked.leastOfIndicator(),
          edition().indicators().stream().map(Indicator::code).toList().indexOf(indicator.code()),
          least);
    } else if (subject instanceof Requirement.OfCluster cluster) {
      raise(
          asked.leastOfCluster(),
          edition().clusters().stream().map(Cluster::code).toList().indexOf(cluster.code()),
          least);
    } else {
      return asked.reaching(Math.max(asked.least(), least));
    }
    return asked;
  }

  private static void raise(long[] all, int at, long least) {
    if (at >= 0) {
      all[at] = Math.max(all[at], least);
    }
  }

  /** Returns the choice of those measures and all that are done, if it is one. */
  Optional<Choice> chosen(List<String> codes) {
    BitSet chosen = new BitSet();
    for (String code : codes) {
      int m = position(code);
      if (m < 0 || fixed[m] != Task.Fixed.FREE || chosen.get(m)) {
        return Optional.empty();
      }
      chosen.set(m);
    }
    for (int m = 0; m < fixed.length; m++) {
      if (fixed[m] == Task.Fixed.IN) {
        chosen.set(m);
      }
    }
    return task.isConsistent(chosen) ? Optional.of(Choice.of(task, chosen)) : Optional.empty();
  }

  /** Returns a choice as a plan. */
  Plan plan(Choice choice) {
    List<Measure> chosen =
        choice.measures().stream()
            .filter(m -> fixed[m] != Task.Fixed.IN)
            .mapToObj(measures::get)
            .toList();
    long[] holdings = task.holdings(choice.measures());
    Map<QuestionCode, Points> awards = new LinkedHashMap<>();
    List<ScoredQuestion> questions = scored.questions();
    for (int q = 0; q < holdings.length; q++) {
      if (holdings[q] > task.held()[q]) {
        awards.put(questions.get(q).question().code(), Points.ofUnits(holdings[q]));
      }
    }
    return new Plan(
        chosen, costs.amount(choice.cost()), Points.ofUnits(choice.points()), tier(choice), awards);
  }

  /** The highest tier that total and requirements allow. */
  private Optional<Tier> tier(Choice choice) {
    Optional<Tier> reached = Optional.empty();
    for (Tier tier : edition().ladder().tiers()) {
      if (reaching(tier).isReached(choice.measures())) {
        reached = Optional.of(tier);
      }
    }
    return reached;
  }

  Tier tier(String code) {
    return edition().ladder().tier(code);
  }

  List<ScoredQuestion> questions() {
    return scored.questions();
  }

  int positionOf(Measure measure) {
    return position(measure.code());
  }

  /** Nothing fixed but what is done or dropped, and one more measure. */
  Task.Fixed[] fixedWithout(int measure) {
    Task.Fixed[] without = fixed.clone();
    without[measure] = Task.Fixed.OUT;
    return without;
  }
}
