package id.kla.benchmarks.peers;

import id.kla.benchmarks.load.Group;
import id.kla.benchmarks.load.Load;
import id.kla.benchmarks.load.Rule;
import id.kla.benchmarks.load.Sheet;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Streams over maps of {@link BigDecimal}: short, and total and subtotals only. */
final class Streams {

  /** A question: its awards by level, or by the share from which they are earned. */
  record Question(
      String code,
      String indicator,
      Map<String, BigDecimal> levels,
      NavigableMap<BigDecimal, BigDecimal> bands) {

    BigDecimal award(Map<String, Object> answers) {
      Object answer = answers.get(code);
      if (answer == null) {
        return BigDecimal.ZERO;
      }
      return answer instanceof BigDecimal share
          ? bands.floorEntry(share).getValue()
          : Objects.requireNonNull(levels.get(answer));
    }
  }

  private final List<Question> questions;
  private final Map<String, BigDecimal> caps;

  Streams(Load load) {
    this.questions = load.rules().stream().map(Streams::question).toList();
    this.caps =
        load.groups().stream()
            .collect(Collectors.toMap(Group::code, group -> BigDecimal.valueOf(group.cap(), 4)));
  }

  private static Question question(Rule rule) {
    Map<String, BigDecimal> levels = new HashMap<>();
    NavigableMap<BigDecimal, BigDecimal> bands = new TreeMap<>();
    for (int step = 0; step < rule.size(); step++) {
      BigDecimal points = BigDecimal.valueOf(rule.units().get(step), 4);
      if (rule.kind() == Rule.Kind.LEVELS) {
        levels.put(rule.levels().get(step), points);
      } else {
        bands.put(BigDecimal.valueOf(rule.lower().get(step), 2), points);
      }
    }
    return new Question(rule.code(), rule.indicator(), levels, bands);
  }

  /** Returns a sheet in this form: levels as texts, shares as percentages. */
  static Map<String, Object> answers(Load load, Sheet sheet) {
    return IntStream.range(0, load.rules().size())
        .filter(sheet::isAnswered)
        .boxed()
        .collect(
            Collectors.toMap(
                i -> load.rules().get(i).code(),
                i ->
                    load.rules().get(i).kind() == Rule.Kind.LEVELS
                        ? load.rules().get(i).levels().get(sheet.step(i))
                        : BigDecimal.valueOf(sheet.share(i), 2)));
  }

  BigDecimal score(Map<String, Object> answers) {
    return questions.stream()
        .collect(
            Collectors.groupingBy(
                Question::indicator,
                Collectors.mapping(
                    question -> question.award(answers),
                    Collectors.reducing(BigDecimal.ZERO, BigDecimal::add))))
        .entrySet()
        .stream()
        .map(sum -> sum.getValue().min(Objects.requireNonNull(caps.get(sum.getKey()))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
