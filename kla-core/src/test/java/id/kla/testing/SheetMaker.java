package id.kla.testing;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Calendar;
import id.kla.edition.Bound;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.region.Regions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes sheets of answers. */
final class SheetMaker {

  private final Choices choices;
  private final Edition edition;

  SheetMaker(Choices choices, Edition edition) {
    this.choices = choices;
    this.edition = edition;
  }

  /** A sheet of answers, to which more can be added. */
  Assessment.Builder sheet() {
    return Assessment.builder()
        .edition(edition)
        .region(choices.oneOf(Regions.builtIn().regions()).code())
        .round(choices.oneOf(Calendar.builtIn().rounds()))
        .stage(choices.oneOf(edition.stages()).code())
        .answers(answers());
  }

  /** Answers to most of the questions; one sheet in eight is made to earn a step of the ladder. */
  Map<QuestionCode, Answer> answers() {
    if (!edition.ladder().tiers().isEmpty() && choices.weighted(7, 1) == 1) {
      Optional<Map<QuestionCode, Answer>> earning = earning(choices.oneOf(steps()));
      if (earning.isPresent()) {
        return earning.get();
      }
    }
    AnswerMaker maker = new AnswerMaker(choices);
    Map<QuestionCode, Answer> answers = new LinkedHashMap<>();
    for (Question question : edition.questions()) {
      if (choices.weighted(1, 4) == 1) {
        answers.put(question.code(), maker.answer(question));
      }
    }
    return answers;
  }

  private List<Points> steps() {
    return edition.ladder().tiers().stream()
        .map(Tier::range)
        .flatMap(range -> Stream.concat(range.lower().stream(), range.upper().stream()))
        .map(Bound::value)
        .distinct()
        .toList();
  }

  // A total that is wanted

  /**
   * Answers that earn a total, or nothing where chance does not find them: walks through the
   * questions, and gives each only what leaves a rest that the others can still fill. Facts, which
   * would have to be computed back from points, are left out.
   */
  private Optional<Map<QuestionCode, Answer>> earning(Points total) {
    long[] later = laterIndicators();
    Map<QuestionCode, Answer> answers = new LinkedHashMap<>();
    long wanted = total.units();
    for (int i = 0; i < edition.indicators().size(); i++) {
      Indicator indicator = edition.indicators().get(i);
      long room = indicator.maximum().orElse(Points.ZERO).units();
      long rest = most(indicator.questions());
      for (Question question : indicator.questions()) {
        rest -= most(question);
        long least = Math.max(0, wanted - later[i] - rest);
        List<Option> options = options(question, least, Math.min(room, wanted));
        if (options.isEmpty()) {
          return Optional.empty();
        }
        Option option = choices.oneOf(options);
        option.answer().ifPresent(answer -> answers.put(question.code(), answer));
        wanted -= option.units();
        room -= option.units();
      }
    }
    return wanted == 0 ? Optional.of(answers) : Optional.empty();
  }

  /** What the indicators after each one can earn without facts. */
  private long[] laterIndicators() {
    List<Indicator> indicators = edition.indicators();
    long[] later = new long[indicators.size()];
    for (int i = indicators.size() - 1; i > 0; i--) {
      Indicator indicator = indicators.get(i);
      long room = indicator.maximum().orElse(Points.ZERO).units();
      later[i - 1] = later[i] + Math.min(room, most(indicator.questions()));
    }
    return later;
  }

  private static long most(List<Question> questions) {
    return questions.stream().mapToLong(SheetMaker::most).sum();
  }

  private static long most(Question question) {
    return awards(question).stream().mapToLong(Points::units).max().orElse(0);
  }

  private static List<Points> awards(Question question) {
    if (question.scale() instanceof Scale.Bands || question.scale() instanceof Scale.Line) {
      return List.of();
    }
    List<Points> awards = question.scale().awards();
    return awards.isEmpty() ? List.of(Points.ZERO, question.maximum()) : awards;
  }

  /** An answer, or none, and what it earns. */
  private record Option(Optional<Answer> answer, long units) {}

  private List<Option> options(Question question, long least, long most) {
    List<Option> options = new ArrayList<>();
    if (least == 0) {
      options.add(new Option(Optional.empty(), 0));
    }
    if (question.scale() instanceof Scale.Levels levels) {
      for (Scale.Level level : levels.levels()) {
        options.add(
            new Option(
                Optional.of(Answer.of(Response.level(level.code()))), level.points().units()));
      }
    } else {
      Stream<Points> awards = awards(question).stream();
      long highest = Math.min(most, question.maximum().units());
      boolean isFree = question.scale().equals(Scale.graded()) && least <= highest;
      Stream<Points> any =
          isFree
              ? Stream.of(Points.ofUnits(least + choices.below(highest - least + 1)))
              : Stream.of();
      Stream.concat(any, awards)
          .map(points -> new Option(Optional.of(Answer.of(points)), points.units()))
          .forEach(options::add);
    }
    return options.stream()
        .filter(option -> option.units() >= least && option.units() <= most)
        .toList();
  }
}
