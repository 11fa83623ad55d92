package id.kla.testing;

import id.kla.edition.Age;
import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.EvidenceKind;
import id.kla.edition.FactKind;
import id.kla.edition.Indicator;
import id.kla.edition.Interval;
import id.kla.edition.Need;
import id.kla.edition.NotApplicable;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Role;
import id.kla.edition.Scale;
import id.kla.edition.Stage;
import id.kla.edition.WithoutEvidence;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes small editions of every shape. */
final class EditionMaker {

  private static final List<FactKind> MEASURES = List.of(FactKind.values());

  private static final List<Bound.Kind> BOUNDS = List.of(Bound.Kind.values());

  private static final List<String> KINDS = List.of("decree", "photo", "report");

  private static final List<String> ROLES = List.of("health", "school", "pppa");

  private final Choices choices;
  private final List<String> kinds;
  private final List<String> roles;

  private final Caps caps;

  private EditionMaker(Choices choices, List<String> kinds, List<String> roles, Caps caps) {
    this.choices = choices;
    this.kinds = kinds;
    this.roles = roles;
    this.caps = caps;
  }

  /** Makes editions without roles and evidence kinds. */
  static EditionMaker bare(Choices choices) {
    return new EditionMaker(choices, List.of(), List.of(), Caps.ANY);
  }

  /** Makes editions with roles and evidence kinds, and questions that ask for some of them. */
  static EditionMaker full(Choices choices) {
    return new EditionMaker(choices, KINDS, ROLES, Caps.ANY);
  }

  /** Makes the same with each indicator's maximum a quarter of what its questions can earn. */
  static EditionMaker capped(Choices choices) {
    return new EditionMaker(choices, KINDS, ROLES, Caps.QUARTERS);
  }

  static Label label(String indonesian, String english, String code) {
    return Label.of(indonesian + " " + code, english + " " + code);
  }

  static Bound.Kind other(Bound.Kind kind) {
    return kind == Bound.Kind.OPEN ? Bound.Kind.CLOSED : Bound.Kind.OPEN;
  }

  // Parts

  /** What the maxima of indicators are. */
  private enum Caps {
    ANY,
    TENTHS_AT_MOST,
    QUARTERS
  }

  /** An edition without a ladder. */
  Edition edition() {
    Caps most = caps == Caps.ANY && choices.onceIn(4) ? Caps.TENTHS_AT_MOST : caps;
    AtomicInteger clusters = new AtomicInteger();
    AtomicInteger indicators = new AtomicInteger();
    Supplier<Indicator> indicator = () -> indicator("" + indicators.incrementAndGet(), most);
    Supplier<Cluster> cluster =
        () -> cluster("C" + clusters.incrementAndGet(), choices.listOf(1, 4, indicator));
    Edition.Builder edition =
        Edition.builder()
            .id("small")
            .label(Label.of("Edisi kecil", "Small edition"))
            .clusters(choices.listOf(1, 3, cluster))
            .stages(stages());
    for (String role : roles) {
      edition.addRoles(new Role(role, Label.of(role, role), List.of(), Origin.STATED));
    }
    for (String kind : kinds) {
      edition.addEvidenceKinds(
          new EvidenceKind(
              kind,
              Label.of(kind, kind),
              kind.equals("photo") ? Optional.of(new Age(24, Origin.STATED)) : Optional.empty(),
              Origin.STATED));
    }
    if (!kinds.isEmpty() && choices.onceIn(2)) {
      edition.withoutKinds(WithoutEvidence.PENDING);
    }
    return edition.build();
  }

  private static Cluster cluster(String code, List<Indicator> indicators) {
    return Cluster.builder()
        .code(code)
        .label(label("klaster", "cluster", code))
        .indicators(indicators)
        .build();
  }

  private Indicator indicator(String code, Caps most) {
    AtomicInteger number = new AtomicInteger();
    List<Question> questions =
        choices.listOf(1, 6, () -> question(QuestionCode.of(code, "" + number.incrementAndGet())));
    long sum = Points.sum(questions.stream().map(Question::maximum).toList()).units();
    long maximum =
        switch (most) {
          case ANY ->
              switch (choices.weighted(3, 1, 1)) {
                case 0 -> sum;
                case 1 -> sum * choices.between(0, 99) / 100;
                default -> sum + choices.between(1, 10_000);
              };
          case TENTHS_AT_MOST -> sum * choices.between(0, 10) / 100;
          case QUARTERS -> Math.max(1, sum / 4);
        };
    return Indicator.builder()
        .code(code)
        .label(label("indikator", "indicator", code))
        .maximum(Points.ofUnits(maximum))
        .questions(questions)
        .build();
  }

  private Question question(QuestionCode code) {
    Points maximum = maximum();
    Question.Builder question =
        Question.builder()
            .code(code)
            .label(label("pertanyaan", "question", code.question()))
            .maximum(maximum)
            .scale(scale(maximum))
            .notApplicable(choices.oneOf(List.of(NotApplicable.values())));
    if (!kinds.isEmpty()) {
      question
          .evidenceKinds(kinds.subList(0, choices.between(0, 2)))
          .evidenceNeed(choices.onceIn(2) ? Need.ALL : Need.ANY);
    }
    if (!roles.isEmpty()) {
      question
          .lead(choices.someOf(roles, 0, 1).stream().findFirst())
          .supporting(choices.someOf(roles, 0, 1));
    }
    return question.build();
  }

  private Points maximum() {
    return Points.ofUnits(
        switch (choices.weighted(6, 1, 2)) {
          case 0 -> 2_500L * choices.between(1, 20);
          case 1 -> choices.below(2);
          default -> choices.between(1, 200_000);
        });
  }

  private List<Stage> stages() {
    AtomicInteger number = new AtomicInteger();
    return choices.listOf(1, 4, () -> stage(number.incrementAndGet()));
  }

  private static Stage stage(int number) {
    return new Stage(
        "s" + number,
        label("tahap", "stage", "" + number),
        Label.of("", ""),
        List.of(),
        number == 1 ? Stage.Judging.SELF : Stage.Judging.OTHERS,
        Origin.STATED);
  }

  // Scales

  private Scale scale(Points maximum) {
    return switch (choices.weighted(1, 2, 2, 4, 3)) {
      case 0 -> Scale.graded();
      case 1 -> graded(maximum);
      case 2 -> levels(maximum);
      case 3 -> bands(choices.oneOf(MEASURES), maximum);
      default -> line(choices.oneOf(MEASURES), maximum);
    };
  }

  /** Mostly rising or falling. */
  private List<Points> awards(Points maximum, int least, int most) {
    AnswerMaker answers = new AnswerMaker(choices);
    List<Points> awards = choices.listOf(least, most, () -> answers.award(maximum));
    switch (choices.weighted(3, 2, 1)) {
      case 0 -> awards.sort(Comparator.naturalOrder());
      case 1 -> awards.sort(Comparator.reverseOrder());
      default -> {}
    }
    return awards;
  }

  private Scale graded(Points maximum) {
    List<Points> awards = awards(maximum, 1, 4);
    return new Scale.Graded(awards.stream().distinct().sorted().toList(), Origin.STATED);
  }

  private Scale levels(Points maximum) {
    List<Scale.Level> levels = new ArrayList<>();
    for (Points award : awards(maximum, 1, 4)) {
      String number = "" + (levels.size() + 1);
      levels.add(new Scale.Level("level-" + number, label("jenjang", "level", number), award));
    }
    return new Scale.Levels(levels, Origin.STATED);
  }

  private Scale bands(FactKind measure, Points maximum) {
    List<Ratio> cuts = choices.someOf(AnswerMaker.landmarks(measure), 0, 3);
    List<Points> awards = awards(maximum, cuts.size() + 1, cuts.size() + 1);
    boolean isEnded = choices.onceIn(2);
    boolean begins = isEnded && measure != FactKind.CHANGE;
    boolean stops = isEnded && measure == FactKind.COVERAGE;
    Optional<Bound<Ratio>> lower =
        begins ? Optional.of(Bound.closed(Ratio.of(0))) : Optional.empty();
    List<Scale.Band> bands = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      Ratio cut = cuts.get(i);
      Bound.Kind chosen = choices.oneOf(BOUNDS);
      // A cut where all begins or stops leaves a band of that value alone.
      Bound.Kind kind =
          begins && cut.equals(Ratio.of(0))
              ? Bound.Kind.CLOSED
              : stops && cut.equals(Ratio.of(1)) ? Bound.Kind.OPEN : chosen;
      bands.add(
          new Scale.Band(
              new Interval<>(lower, Optional.of(new Bound<>(cut, kind))), awards.get(i)));
      lower = Optional.of(new Bound<>(cut, other(kind)));
    }
    Optional<Bound<Ratio>> upper =
        stops ? Optional.of(Bound.closed(Ratio.of(1))) : Optional.empty();
    bands.add(new Scale.Band(new Interval<>(lower, upper), awards.get(cuts.size())));
    return new Scale.Bands(measure, bands, Origin.STATED);
  }

  private Scale line(FactKind measure, Points maximum) {
    List<Ratio> places = choices.someOf(AnswerMaker.landmarks(measure), 2, 4);
    List<Points> awards = awards(maximum, places.size(), places.size());
    return new Scale.Line(
        measure,
        IntStream.range(0, places.size())
            .mapToObj(i -> new Scale.Anchor(places.get(i), awards.get(i)))
            .toList(),
        Origin.STATED);
  }
}
