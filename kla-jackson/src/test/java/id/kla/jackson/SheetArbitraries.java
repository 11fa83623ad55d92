package id.kla.jackson;

import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Calendar;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.assessment.Round;
import id.kla.assessment.StatedTotals;
import id.kla.edition.AcceptedWarning;
import id.kla.edition.Age;
import id.kla.edition.Bound;
import id.kla.edition.Change;
import id.kla.edition.ChangedFrom;
import id.kla.edition.Cluster;
import id.kla.edition.CollectedFrom;
import id.kla.edition.Direction;
import id.kla.edition.Edition;
import id.kla.edition.EditionTable;
import id.kla.edition.EvidenceKind;
import id.kla.edition.FactKind;
import id.kla.edition.Indicator;
import id.kla.edition.Interval;
import id.kla.edition.Ladder;
import id.kla.edition.Mark;
import id.kla.edition.Need;
import id.kla.edition.NotApplicable;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Response;
import id.kla.edition.Role;
import id.kla.edition.Scale;
import id.kla.edition.Source;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.edition.Topic;
import id.kla.edition.WithoutEvidence;
import id.kla.fault.Argument;
import id.kla.fault.Digest;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import id.kla.planning.ActionPlanReport;
import id.kla.planning.ActionPlanner;
import id.kla.planning.BestActionPlan;
import id.kla.planning.Cheapest;
import id.kla.planning.Measure;
import id.kla.planning.MeasureList;
import id.kla.planning.Measures;
import id.kla.planning.Monitoring;
import id.kla.planning.Patch;
import id.kla.planning.PlanReport;
import id.kla.planning.Planner;
import id.kla.planning.WhatIf;
import id.kla.planning.YearGoal;
import id.kla.planning.YearGoals;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Small editions with everything that an edition can hold, and sheets, results, declared results
 * and faults with everything that those can hold; texts are full of what breaks documents.
 *
 * <p>Nothing is shrunk: all of it is small enough to look at.
 */
public final class SheetArbitraries {

  /** What has broken documents and tables before. */
  private static final List<String> PIECES =
      List.of(
          "\"",
          "\\",
          "/",
          "'",
          "\n",
          "\r\n",
          "\t",
          "\u0000",
          "\u001b[31m",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\u202e",
          "\ufeff",
          "😀",
          "👨‍👩‍👧",
          "é",
          "e\u0301",
          "İ",
          "ı",
          "ß",
          "١",
          "日本",
          "\uffff",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          ".",
          "%",
          "1/3",
          "~1",
          "#",
          "=",
          "-",
          "null",
          "  ",
          "a",
          "Z",
          "0",
          "Perda KLA");

  private SheetArbitraries() {}

  /** Editions of every shape; some without a maximum, which can't be scored. */
  public static Arbitrary<Edition> editions() {
    return Arbitraries.randomValue(random -> new Editor(random).edition(random.nextInt(8) > 0));
  }

  /** Editions that can be scored. */
  public static Arbitrary<Edition> scorableEditions() {
    return Arbitraries.randomValue(random -> new Editor(random).edition(true));
  }

  /** Sheets, each for an edition of its own. */
  public static Arbitrary<Assessment> assessments() {
    return Arbitraries.randomValue(
        random ->
            new Clerk(new Editor(random).edition(random.nextInt(8) > 0), random).assessment());
  }

  /** Sheets for {@code edition}. */
  public static Arbitrary<Assessment> assessments(Edition edition) {
    return Arbitraries.randomValue(random -> new Clerk(edition, random).assessment());
  }

  /** Results, each of an edition of its own, by any view. */
  public static Arbitrary<ScoredAssessment> scored() {
    return Arbitraries.randomValue(
        random -> {
          Edition edition = new Editor(random).edition(true);
          return ScoringEngine.of(edition)
              .score(new Clerk(edition, random).assessment(), view(edition, random));
        });
  }

  private static View view(Edition edition, Random random) {
    List<String> judging =
        edition.stages().stream()
            .filter(stage -> stage.judging() == Stage.Judging.OTHERS)
            .map(Stage::code)
            .toList();
    if (random.nextBoolean() && !judging.isEmpty()) {
      return View.verified(judging.get(random.nextInt(judging.size())));
    }
    return random.nextBoolean()
        ? View.claimed()
        : View.evidenced(LocalDate.of(2023, 1 + random.nextInt(12), 1 + random.nextInt(28)));
  }

  /** Answers of every form, for no edition. */
  public static Arbitrary<Answer> answers() {
    return Arbitraries.randomValue(SheetArbitraries::answer);
  }

  /** Responses of every kind, for no edition. */
  public static Arbitrary<Response> responses() {
    return Arbitraries.randomValue(SheetArbitraries::response);
  }

  /** Shares in both forms. */
  public static Arbitrary<Share> shares() {
    return Arbitraries.randomValue(SheetArbitraries::share);
  }

  /** Amounts of points that a sheet may state. */
  public static Arbitrary<Points> points() {
    return Arbitraries.randomValue(SheetArbitraries::anyPoints);
  }

  /** Numbers that bands and lines may lie at. */
  public static Arbitrary<Ratio> ratios() {
    return Arbitraries.randomValue(SheetArbitraries::ratio);
  }

  /** Rounds that are written as they are read. */
  public static Arbitrary<Round> rounds() {
    return Arbitraries.randomValue(SheetArbitraries::round);
  }

  /** Regions, and areas in them. */
  public static Arbitrary<RegionCode> regions() {
    return Arbitraries.randomValue(SheetArbitraries::region);
  }

  /** Codes of questions of no edition. */
  public static Arbitrary<QuestionCode> questionCodes() {
    return Arbitraries.randomValue(
        random -> QuestionCode.of(code(random, random.nextInt(100)), code(random, 0)));
  }

  /** Published results. */
  public static Arbitrary<List<DeclaredResult>> declaredResults() {
    return Arbitraries.randomValue(
        random -> listOf(random, 0, 4, () -> SheetArbitraries.declared(random)));
  }

  /** A what-if with changes of every kind, of what stands on a sheet. */
  public static WhatIf whatIf(Assessment sheet, Random random) {
    List<Patch> patches = new ArrayList<>();
    sheet
        .answers()
        .forEach(
            (question, answer) ->
                patches.add(
                    random.nextBoolean()
                        ? new Patch.SetAnswer(question, answer)
                        : new Patch.RemoveAnswer(question)));
    for (Evidence evidence : sheet.evidence()) {
      patches.add(
          random.nextBoolean()
              ? new Patch.SetEvidence(evidence)
              : new Patch.RemoveEvidence(evidence.id()));
    }
    for (Finding finding : sheet.findings()) {
      patches.add(
          random.nextBoolean()
              ? new Patch.SetFinding(finding)
              : new Patch.RemoveFinding(finding.question(), finding.stage()));
    }
    return new WhatIf(sheet.edition().id(), said(random), label(random), someOf(patches, random));
  }

  /** Measures with everything that they can hold, each list for an edition of its own. */
  public static Arbitrary<MeasureList> measures() {
    return Arbitraries.randomValue(
        random -> {
          Edition edition = new Editor(random).edition(true);
          List<Measure> measures = new ArrayList<>();
          int count = random.nextInt(5);
          for (int i = 0; i < count; i++) {
            measures.add(measure(edition, i, random));
          }
          return MeasureList.of(edition, measures);
        });
  }

  /** Faults of every code, at every kind of place, with every kind of value. */
  public static Arbitrary<List<Fault>> faults() {
    return Arbitraries.randomValue(
        random -> listOf(random, 0, 6, () -> SheetArbitraries.fault(random)));
  }

  /** Places of every kind. */
  public static Arbitrary<Place> places() {
    return Arbitraries.randomValue(SheetArbitraries::place);
  }

  /** Labels, of which one language or both may be missing. */
  public static Arbitrary<Label> labels() {
    return Arbitraries.randomValue(SheetArbitraries::label);
  }

  /** Days around which the days of documents lie. */
  public static Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(0, 4_000)
        .map(days -> LocalDate.of(2018, 1, 1).plusDays(days));
  }

  /** Digests. */
  public static Arbitrary<Digest> digests() {
    return Arbitraries.randomValue(SheetArbitraries::digest);
  }

  // Choices

  private static <T> T oneOf(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  private static <T> T oneOf(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static <T> Optional<T> maybe(Random random, Supplier<T> value) {
    return random.nextInt(3) > 0 ? Optional.of(value.get()) : Optional.empty();
  }

  private static <T> List<T> someOf(List<T> choices, Random random) {
    List<T> shuffled = new ArrayList<>(choices);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, random.nextInt(shuffled.size() + 1));
  }

  private static <T> List<T> listOf(Random random, int least, int most, Supplier<T> value) {
    return Stream.generate(value).limit(least + (long) random.nextInt(most - least + 1)).toList();
  }

  // Texts

  /** A text that may be empty or begin and end with blanks; never half of a character. */
  private static String text(Random random) {
    if (random.nextInt(6) == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(8);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(3)) {
        case 0 -> text.append(oneOf(PIECES, random));
        case 1 -> text.append((char) (0x20 + random.nextInt(0x5f)));
        default -> {
          int point = random.nextInt(Character.MAX_CODE_POINT + 1);
          boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
          text.appendCodePoint(isHalf ? '"' : point);
        }
      }
    }
    return text.toString();
  }

  /** A text that says something, without blanks around it. */
  private static String said(Random random) {
    String said = Printable.trimmed(text(random));
    return said.isEmpty() ? "x" : said;
  }

  /** The same without what divides names in a table; {@code number} makes it the only one. */
  private static String alias(Random random, String kind, int number) {
    return Printable.trimmed(kind + number + " " + text(random).replace(";", ""));
  }

  private static Label label(Random random) {
    return Label.of(text(random), text(random));
  }

  /** A code that begins with {@code number}, which makes it the only one. */
  private static String code(Random random, int number) {
    return number
        + oneOf(random, "", "a", "A", "-", "_", "é", "日本", "١", "İ", "ı", "-" + "x".repeat(60));
  }

  // Numbers

  private static Points anyPoints(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Points.ZERO;
      case 1 -> Points.SMALLEST;
      case 2 -> Points.of(1_000_000_000);
      case 3 -> Points.of(1_000_000_000).minus(Points.SMALLEST);
      case 4 -> Points.ofUnits(random.nextLong(10_000_000_000_000L));
      case 5 -> Points.parse("0.66");
      default -> Points.ofUnits(random.nextInt(10_000_001));
    };
  }

  private static Points upTo(Points maximum, Random random) {
    return Points.ofUnits(
        switch (random.nextInt(4)) {
          case 0 -> 0;
          case 1 -> maximum.units();
          default -> random.nextLong(maximum.units() + 1);
        });
  }

  private static Ratio ratio(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> Ratio.of(random.nextInt(200) - 100);
      case 1 -> Ratio.of(random.nextInt(2_000) - 1_000L, 1 + random.nextInt(1_000));
      case 2 -> Ratio.of(oneOf(random, -1, 1) * 999_999_999_999_999L);
      case 3 -> Ratio.of(random.nextLong(), 1 + random.nextLong(Long.MAX_VALUE));
      default -> Ratio.parse(oneOf(random, "0.0001", "96.4%", "1/3", "-12.5", "0"));
    };
  }

  private static Share share(Random random) {
    if (random.nextBoolean()) {
      long whole = oneOf(random, 1L, 3L, 46L, 999_999_999_999_999L, 1L + random.nextInt(1_000));
      return Share.of(oneOf(random, 0L, whole, random.nextLong(whole + 1)), whole);
    }
    long most = 100_000_000_000_000L;
    return Share.ofPercent(
        BigDecimal.valueOf(oneOf(random, 0L, 1L, most - 1, most, random.nextLong(most + 1)), 12));
  }

  private static BigDecimal figure(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> BigDecimal.ZERO;
      case 1 -> new BigDecimal("0.000001");
      case 2 -> new BigDecimal("-999999999999.999999");
      case 3 -> new BigDecimal("1E+11");
      default -> new BigDecimal(BigInteger.valueOf(random.nextInt(2_000_000) - 1_000_000), 3);
    };
  }

  private static RegionCode region(Random random) {
    Region region = oneOf(Regions.builtIn().regions(), random);
    return switch (random.nextInt(6)) {
      case 0 -> RegionCode.parse(region.code() + ".07");
      case 1 -> RegionCode.parse(region.code() + ".07.2001");
      default -> region.code();
    };
  }

  private static Round round(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> oneOf(Calendar.builtIn().rounds(), random);
      case 1 -> {
        int year = 1900 + random.nextInt(299);
        yield new Round(year, year + 1);
      }
      default ->
          Round.of(oneOf(random, 1900, 2017, 2020, 2023, 2026, 2199, 2030 + random.nextInt(50)));
    };
  }

  private static LocalDate day(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> LocalDate.of(1, 1, 1);
      case 1 -> LocalDate.of(9999, 12, 31);
      case 2 -> LocalDate.of(2024, 2, 29);
      default -> LocalDate.ofEpochDay(random.nextInt(30_000));
    };
  }

  private static Digest digest(Random random) {
    String digits = "0123456789abcdefABCDEF";
    StringBuilder hex = new StringBuilder();
    while (hex.length() < 64) {
      hex.append(digits.charAt(random.nextInt(digits.length())));
    }
    return Digest.parse(hex.toString());
  }

  // Editions

  /** Makes one edition. */
  private static final class Editor {

    private final Random random;
    private final List<String> sources;
    private final List<String> roles;
    private final List<String> topics;
    private final List<String> kinds;
    private final List<Scale> scales = new ArrayList<>();
    private int codes;

    Editor(Random random) {
      this.random = random;
      this.sources = codes(3);
      this.roles = codes(3);
      this.topics = codes(2);
      this.kinds = codes(3);
    }

    private List<String> codes(int most) {
      return listOf(random, 0, most, this::next);
    }

    private String next() {
      return code(random, codes++);
    }

    private Origin origin() {
      return switch (random.nextInt(3)) {
        case 0 -> Origin.STATED;
        default -> new Origin(oneOf(random, Mark.values()), someOf(sources, random), text(random));
      };
    }

    private EvidenceKind kind(String code) {
      Optional<Age> age = maybe(random, () -> new Age(1 + random.nextInt(1200), origin()));
      return new EvidenceKind(code, label(random), age, origin());
    }

    private ChangedFrom changed() {
      return new ChangedFrom(
          next(),
          digest(random),
          listOf(
              random,
              1,
              3,
              () ->
                  new Change(
                      oneOf(random, Change.Kind.values()),
                      oneOf(random, EditionTable.values()),
                      said(random),
                      text(random),
                      text(random),
                      text(random))));
    }

    Edition edition(boolean isScorable) {
      List<Cluster> clusters = listOf(random, 1, 3, () -> cluster(isScorable));
      Points maximum =
          Points.sum(
              clusters.stream()
                  .flatMap(cluster -> cluster.indicators().stream())
                  .flatMap(indicator -> indicator.maximum().stream())
                  .toList());
      Ladder ladder = ladder(maximum);
      List<Stage> stages = stages();
      return Edition.builder()
          .id(next())
          .label(label(random))
          .origin(origin())
          .statedMaximum(maybe(random, () -> oneOf(random, maximum, anyPoints(random))))
          .clusters(clusters)
          .roles(
              each(
                  roles,
                  code -> new Role(code, label(random), aliases("role " + code + " "), origin())))
          .topics(each(topics, code -> new Topic(code, label(random), origin())))
          .evidenceKinds(each(kinds, this::kind))
          .withoutKinds(oneOf(random, WithoutEvidence.values()))
          .withoutKindsOrigin(origin())
          .changedFrom(maybe(random, this::changed))
          .stages(stages)
          .ladder(ladder)
          .requirements(listOf(random, 0, 3, () -> requirement(clusters, ladder, stages, maximum)))
          .sources(each(sources, code -> new Source(code, said(random), text(random))))
          .acceptedWarnings(listOf(random, 0, 2, this::accepted))
          .build();
    }

    private static <T> List<T> each(List<String> codes, Function<String, T> part) {
      return codes.stream().map(part).toList();
    }

    private List<String> aliases(String of) {
      int count = random.nextInt(3);
      return IntStream.range(0, count).mapToObj(i -> alias(random, of, i)).toList();
    }

    private AcceptedWarning accepted() {
      return new AcceptedWarning(
          oneOf(random, FaultCode.values()),
          oneOf(random, "edition", "ladder", "question 1.1", "indicator 1", said(random)),
          said(random));
    }

    // Clusters, indicators, questions

    private Cluster cluster(boolean isScorable) {
      List<Indicator> indicators = listOf(random, 1, 3, () -> indicator(isScorable));
      return Cluster.builder()
          .code(next())
          .label(label(random))
          .statedMaximum(maybe(random, () -> anyPoints(random)))
          .statedCount(
              maybe(random, () -> (long) random.nextInt(isScorable ? indicators.size() + 1 : 9)))
          .origin(origin())
          .indicators(indicators)
          .build();
    }

    private Indicator indicator(boolean isScorable) {
      String code = next();
      List<Question> questions = listOf(random, 1, 4, () -> question(code));
      Points sum = Points.sum(questions.stream().map(Question::maximum).toList());
      Points maximum =
          oneOf(random, sum, upTo(sum, random), sum.plus(Points.of(1)), Points.parse("0.66"));
      return Indicator.builder()
          .code(code)
          .label(label(random))
          .maximum(isScorable || random.nextBoolean() ? Optional.of(maximum) : Optional.empty())
          .origin(origin())
          .questions(questions)
          .build();
    }

    private Question question(String indicator) {
      Points maximum =
          switch (random.nextInt(6)) {
            case 0 -> Points.ZERO;
            case 1 -> Points.SMALLEST;
            case 2 -> Points.parse("12.34");
            default -> Points.ofUnits(random.nextInt(200_001));
          };
      return Question.builder()
          .code(QuestionCode.of(indicator, next()))
          .label(label(random))
          .maximum(maximum)
          .origin(origin())
          .scale(scale(maximum))
          .asks(maybe(random, () -> oneOf(random, FactKind.values())))
          .better(oneOf(random, Direction.values()))
          .collectedFrom(oneOf(random, CollectedFrom.values()))
          .lead(roles.isEmpty() ? Optional.empty() : maybe(random, () -> oneOf(roles, random)))
          .supporting(someOf(roles, random))
          .leadMark(oneOf(random, Mark.values()))
          .topics(someOf(topics, random))
          .evidenceKinds(someOf(kinds, random))
          .evidenceNeed(oneOf(random, Need.values()))
          .withoutEvidence(maybe(random, () -> oneOf(random, WithoutEvidence.values())))
          .notApplicable(oneOf(random, NotApplicable.values()))
          .notApplicableOrigin(origin())
          .build();
    }

    // Scales

    /** Now and then one that another question has, too. */
    private Scale scale(Points maximum) {
      List<Scale> shared =
          scales.stream()
              .filter(
                  scale -> scale.awards().stream().allMatch(award -> award.compareTo(maximum) <= 0))
              .toList();
      if (!shared.isEmpty() && random.nextInt(3) == 0) {
        return oneOf(shared, random);
      }
      Scale scale =
          switch (random.nextInt(6)) {
            case 0 -> Scale.graded();
            case 1 ->
                new Scale.Graded(
                    listOf(random, 1, 4, () -> upTo(maximum, random)).stream()
                        .distinct()
                        .sorted()
                        .toList(),
                    origin());
            case 2 ->
                new Scale.Levels(
                    listOf(
                        random,
                        1,
                        4,
                        () -> new Scale.Level(next(), label(random), upTo(maximum, random))),
                    origin());
            case 3 -> line(maximum);
            default -> bands(maximum);
          };
      scales.add(scale);
      return scale;
    }

    private List<Ratio> cuts(FactKind measure, int least, int most) {
      Set<Ratio> cuts = new LinkedHashSet<>();
      int count = least + random.nextInt(most - least + 1);
      while (cuts.size() < count) {
        Ratio cut =
            switch (measure) {
              case COVERAGE -> Ratio.of(1 + random.nextInt(998), 999);
              case COUNT -> Ratio.of(1 + random.nextInt(100));
              case CHANGE -> ratio(random);
            };
        boolean isFar = measure == FactKind.COUNT && random.nextInt(8) == 0;
        cuts.add(isFar ? Ratio.of(999_999_999_999_999L, 1 + random.nextInt(9)) : cut);
      }
      return cuts.stream().sorted().toList();
    }

    private Scale line(Points maximum) {
      FactKind measure = oneOf(random, FactKind.values());
      return new Scale.Line(
          measure,
          cuts(measure, 2, 4).stream()
              .map(at -> new Scale.Anchor(at, upTo(maximum, random)))
              .toList(),
          origin());
    }

    private Scale bands(Points maximum) {
      FactKind measure = oneOf(random, FactKind.values());
      List<Ratio> cuts = cuts(measure, 0, 3);
      Optional<Bound<Ratio>> lower =
          measure == FactKind.CHANGE
              ? Optional.empty()
              : oneOf(
                  random,
                  Optional.empty(),
                  Optional.of(Bound.closed(Ratio.of(0))),
                  Optional.of(Bound.open(Ratio.of(-1))));
      Optional<Bound<Ratio>> top =
          measure == FactKind.COVERAGE
              ? oneOf(
                  random,
                  Optional.empty(),
                  Optional.of(Bound.closed(Ratio.of(1))),
                  Optional.of(Bound.open(Ratio.of(3, 2))))
              : Optional.empty();
      List<Scale.Band> bands = new ArrayList<>();
      for (Ratio cut : cuts) {
        Bound.Kind kind = oneOf(random, Bound.Kind.values());
        bands.add(
            new Scale.Band(
                new Interval<>(lower, Optional.of(new Bound<>(cut, kind))), upTo(maximum, random)));
        lower = Optional.of(new Bound<>(cut, other(kind)));
      }
      bands.add(new Scale.Band(new Interval<>(lower, top), upTo(maximum, random)));
      return new Scale.Bands(measure, bands, origin());
    }

    private static Bound.Kind other(Bound.Kind kind) {
      return kind == Bound.Kind.OPEN ? Bound.Kind.CLOSED : Bound.Kind.OPEN;
    }

    // Ladder, stages, requirements

    private Ladder ladder(Points maximum) {
      List<Points> cuts =
          listOf(random, 0, 4, () -> upTo(maximum, random)).stream().distinct().sorted().toList();
      List<Tier> tiers = new ArrayList<>();
      List<Bound.Kind> kinds =
          cuts.stream().map(cut -> oneOf(random, Bound.Kind.values())).toList();
      for (int i = 0; i < cuts.size(); i++) {
        boolean isLowest = i == 0 && random.nextBoolean();
        Optional<Bound<Points>> lower =
            isLowest ? Optional.empty() : Optional.of(new Bound<>(cuts.get(i), kinds.get(i)));
        Optional<Bound<Points>> upper =
            i < cuts.size() - 1
                ? Optional.of(new Bound<>(cuts.get(i + 1), other(kinds.get(i + 1))))
                : oneOf(
                    random,
                    Optional.empty(),
                    Optional.of(Bound.open(maximum.plus(Points.SMALLEST))),
                    Optional.of(Bound.closed(maximum.plus(Points.of(1)))));
        tiers.add(
            new Tier(next(), label(random), new Interval<>(lower, upper), text(random), origin()));
      }
      return new Ladder(tiers);
    }

    private List<Stage> stages() {
      int count = 1 + random.nextInt(4);
      return IntStream.range(0, count)
          .mapToObj(
              i ->
                  new Stage(
                      next(),
                      label(random),
                      label(random),
                      aliases("stage " + i + " "),
                      oneOf(random, Stage.Judging.values()),
                      origin()))
          .toList();
    }

    private Requirement requirement(
        List<Cluster> clusters, Ladder ladder, List<Stage> stages, Points maximum) {
      boolean isOfTier = !ladder.tiers().isEmpty() && random.nextBoolean();
      Cluster cluster = oneOf(clusters, random);
      Indicator indicator = oneOf(cluster.indicators(), random);
      Question question = oneOf(indicator.questions(), random);
      return new Requirement(
          next(),
          label(random),
          isOfTier ? Optional.of(oneOf(ladder.tiers(), random).code()) : Optional.empty(),
          isOfTier ? Optional.empty() : Optional.of(oneOf(stages, random).code()),
          oneOf(
              List.of(
                  Requirement.Total.TOTAL,
                  new Requirement.OfCluster(cluster.code()),
                  new Requirement.OfIndicator(indicator.code()),
                  new Requirement.OfQuestion(question.code())),
              random),
          new Bound<>(upTo(maximum, random), oneOf(random, Bound.Kind.values())),
          oneOf(random, Requirement.State.values()),
          origin());
    }
  }

  // Answers

  private static Answer answer(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Answer.notApplicable(text(random));
      case 1 -> Answer.measured(fact(random));
      case 2, 3 -> Answer.of(response(random), fact(random));
      default -> Answer.of(response(random));
    };
  }

  private static Response response(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> Response.graded(anyPoints(random));
      case 1 -> Response.level(text(random));
      default -> fact(random);
    };
  }

  private static Response.Fact fact(Random random) {
    return fact(oneOf(random, FactKind.values()), random);
  }

  private static Response.Fact fact(FactKind measure, Random random) {
    return switch (measure) {
      case COVERAGE -> Response.coverage(share(random));
      case COUNT ->
          Response.count(oneOf(random, 0L, 1L, 999_999_999_999_999L, (long) random.nextInt(1_000)));
      case CHANGE -> Response.change(figure(random), figure(random));
    };
  }

  // Sheets

  /** Fills in one sheet. */
  private static final class Clerk {

    private final Edition edition;
    private final Random random;
    private final List<QuestionCode> questions;

    Clerk(Edition edition, Random random) {
      this.edition = edition;
      this.random = random;
      this.questions = edition.questions().stream().map(Question::code).toList();
    }

    Assessment assessment() {
      List<Agency> agencies = listed(0, 3, this::agency);
      Assessment.Builder assessment =
          Assessment.builder()
              .edition(edition)
              .region(region(random))
              .round(round(random))
              .stage(stage(oneOf(edition.stages(), random)))
              .source(maybe(random, () -> text(random)))
              .stated(stated())
              .agencies(agencies)
              .evidence(listed(0, 3, number -> evidence(number, agencies)))
              .findings(findings());
      for (QuestionCode code : someOf(questions, random)) {
        assessment.putAnswers(code, answer(edition.question(code)));
      }
      for (QuestionCode code : someOf(questions, random)) {
        assessment.putNotes(code, text(random));
      }
      return assessment.build();
    }

    private <T> List<T> listed(int least, int most, Function<Integer, T> part) {
      return IntStream.range(0, least + random.nextInt(most - least + 1))
          .mapToObj(part::apply)
          .toList();
    }

    private String stage(Stage stage) {
      return stage.aliases().isEmpty() || random.nextBoolean()
          ? stage.code()
          : oneOf(stage.aliases(), random);
    }

    private Answer answer(Question question) {
      int kind = random.nextInt(10);
      if (kind == 0 && question.notApplicable() != NotApplicable.REFUSED) {
        return Answer.notApplicable("why: " + text(random));
      }
      if (kind == 1) {
        return Answer.measured(fact(random));
      }
      return kind < 5 ? Answer.of(response(question), fact(random)) : Answer.of(response(question));
    }

    private Response response(Question question) {
      Scale scale = question.scale();
      if (scale instanceof Scale.Levels levels) {
        return Response.level(oneOf(levels.levels(), random).code());
      }
      if (scale instanceof Scale.Bands bands) {
        return fact(bands.measure(), random);
      }
      if (scale instanceof Scale.Line line) {
        return fact(line.measure(), random);
      }
      List<Points> named = scale.awards();
      return Response.graded(
          named.isEmpty() || random.nextInt(3) == 0
              ? upTo(question.maximum(), random)
              : oneOf(named, random));
    }

    private StatedTotals stated() {
      StatedTotals.Builder stated = StatedTotals.builder();
      if (random.nextInt(3) == 0) {
        stated.total(anyPoints(random));
      }
      someOf(edition.clusters(), random)
          .forEach(cluster -> stated.putClusters(cluster.code(), anyPoints(random)));
      someOf(edition.indicators(), random)
          .forEach(indicator -> stated.putIndicators(indicator.code(), anyPoints(random)));
      return stated.build();
    }

    private Agency agency(int number) {
      Agency.Builder agency =
          Agency.builder()
              .code("code " + number + text(random))
              .kind(oneOf(random, Agency.Kind.values()))
              .roles(someOf(edition.roles().stream().map(Role::code).toList(), random));
      if (random.nextBoolean()) {
        agency.name("name " + number + text(random));
      }
      int aliases = random.nextInt(3);
      for (int i = 0; i < aliases; i++) {
        agency.addAliases("alias " + number + "." + i + text(random));
      }
      return agency.build();
    }

    private Evidence evidence(int number, List<Agency> agencies) {
      List<LocalDate> days =
          Stream.of(day(random), day(random), day(random), day(random)).sorted().toList();
      boolean isLonger = random.nextBoolean();
      Evidence.Builder evidence =
          Evidence.builder()
              .id("E" + number)
              .questions(someOf(questions, random))
              .kind(
                  edition.evidenceKinds().isEmpty()
                      ? Optional.empty()
                      : maybe(random, () -> oneOf(edition.evidenceKinds(), random).code()))
              .title(maybe(random, () -> text(random)))
              .agency(maybe(random, () -> holder(agencies)))
              .issued(maybe(random, () -> days.get(0)))
              .received(maybe(random, () -> days.get(isLonger ? 3 : 2)))
              .validFrom(maybe(random, () -> days.get(1)))
              .validUntil(maybe(random, () -> days.get(isLonger ? 2 : 3)))
              .supersededBy(maybe(random, () -> "E0"))
              .digest(maybe(random, () -> digest(random)))
              .location(maybe(random, () -> text(random)));
      for (Stage stage : someOf(edition.stages(), random)) {
        evidence.putStatus(
            stage(stage),
            new Evidence.Status(
                oneOf(random, Evidence.Ruling.values()),
                maybe(random, () -> text(random)),
                maybe(random, () -> text(random))));
      }
      return evidence.build();
    }

    private String holder(List<Agency> agencies) {
      if (agencies.isEmpty()) {
        return said(random);
      }
      Agency agency = oneOf(agencies, random);
      List<String> names = new ArrayList<>(agency.aliases());
      names.add(agency.code());
      names.add(agency.name());
      return oneOf(names, random);
    }

    private List<Finding> findings() {
      List<Finding> findings = new ArrayList<>();
      for (Stage stage : edition.stages()) {
        if (stage.judging() == Stage.Judging.OTHERS) {
          for (QuestionCode code : someOf(questions, random)) {
            findings.add(finding(edition.question(code), stage));
          }
        }
      }
      Collections.shuffle(findings, random);
      return findings;
    }

    private Finding finding(Question question, Stage stage) {
      Finding.Ruling ruling = oneOf(random, Finding.Ruling.values());
      return Finding.builder()
          .question(question.code())
          .stage(stage(stage))
          .ruling(ruling)
          .points(
              ruling == Finding.Ruling.REVISED
                  ? Optional.of(upTo(question.maximum(), random))
                  : Optional.empty())
          .reason(maybe(random, () -> text(random)))
          .note(maybe(random, () -> text(random)))
          .build();
    }
  }

  // Declared results

  private static DeclaredResult declared(Random random) {
    boolean hasTotal = random.nextBoolean();
    DeclaredResult.Builder declared =
        DeclaredResult.builder()
            .region(region(random))
            .round(round(random))
            .total(hasTotal ? Optional.of(anyPoints(random)) : Optional.empty())
            .tier(hasTotal && random.nextBoolean() ? Optional.empty() : Optional.of(said(random)))
            .source(said(random));
    if (random.nextBoolean()) {
      declared.stage(said(random));
    }
    int clusters = random.nextInt(4);
    for (int i = 0; i < clusters; i++) {
      declared.putClusters(i + said(random), anyPoints(random));
    }
    int indicators = random.nextInt(3);
    for (int i = 0; i < indicators; i++) {
      declared.putIndicators(i + said(random), anyPoints(random));
    }
    return declared.build();
  }

  // Measures

  private static Measure measure(Edition edition, int number, Random random) {
    Measure.Builder measure = Measure.builder();
    measure
        .code(number + said(random))
        .cost(cost(random))
        .years(listOf(random, 0, 3, () -> 1900 + random.nextInt(300)))
        .prerequisites(listOf(random, 0, 2, () -> said(random)))
        .exclusions(listOf(random, 0, 2, () -> said(random)))
        .agency(maybe(random, () -> said(random)))
        .references(listOf(random, 0, 3, () -> reference(random)))
        .state(oneOf(random, Measure.State.values()))
        .realisedCost(maybe(random, () -> cost(random)));
    if (random.nextBoolean()) {
      measure.label(label(random));
    }
    if (random.nextBoolean()) {
      measure.chance(share(random));
    }
    for (Question question : someOf(edition.questions(), random)) {
      measure.putAwards(question.code(), award(question, random));
    }
    return measure.build();
  }

  /** A plan with some measures, proven or stopped at some stage. */
  static PlanReport plan(ScoredAssessment scored, Random random) {
    Measures measures = few(scored, random);
    AtomicInteger asked = new AtomicInteger();
    int most = random.nextInt(3) == 0 ? random.nextInt(12) : Integer.MAX_VALUE;
    Planner planner = Planner.of(measures).until(() -> asked.incrementAndGet() > most);
    List<Tier> tiers = scored.edition().ladder().tiers();
    if (tiers.isEmpty() || random.nextInt(4) == 0) {
      BigDecimal budget = smallCost(random);
      return new PlanReport.OfBudget(measures, budget, planner.mostPoints(budget));
    }
    Tier tier = tiers.get(random.nextInt(tiers.size()));
    Cheapest cheapest = planner.cheapest(tier.code());
    boolean isProven = cheapest instanceof Cheapest.Proven;
    return new PlanReport.ToTier(
        measures,
        tier,
        cheapest,
        isProven ? planner.best(tier.code(), 3).stream().skip(1).toList() : List.of(),
        isProven ? planner.sensitivity(tier.code()) : Optional.empty());
  }

  /** Measures that fill some of the questions. */
  private static Measures few(ScoredAssessment scored, Random random) {
    List<Measure> few = new ArrayList<>();
    for (Measure measure : Measures.ofHeadroom(scored, Set.of()).measures()) {
      if (random.nextInt(3) > 0 && few.size() < 6) {
        few.add(Measure.builder().from(measure).cost(smallCost(random)).build());
      }
    }
    return Measures.of(scored, few);
  }

  /** A plan over up to three years, proven or stopped, and maybe what was reached of it. */
  static ActionPlanReport actionPlan(ScoredAssessment scored, Random random) {
    Measures measures = few(scored, random);
    List<Tier> tiers = scored.edition().ladder().tiers();
    List<YearGoal> all = new ArrayList<>();
    for (int year = 2026; year <= 2026 + random.nextInt(3); year++) {
      YearGoal.Target target =
          tiers.isEmpty() || random.nextBoolean()
              ? new YearGoal.OfTotal(
                  Points.ofUnits(Math.floorMod(random.nextLong(), scored.maximum().units() + 1)))
              : new YearGoal.OfTier(tiers.get(random.nextInt(tiers.size())).code());
      all.add(
          new YearGoal(year, maybe(random, () -> smallCost(random)), maybe(random, () -> target)));
    }
    YearGoals goals = YearGoals.of(scored.edition(), all);
    AtomicInteger asked = new AtomicInteger();
    int most = random.nextInt(3) == 0 ? random.nextInt(12) : Integer.MAX_VALUE;
    BestActionPlan best =
        ActionPlanner.of(measures, goals).until(() -> asked.incrementAndGet() > most).best();
    return new ActionPlanReport(
        best, maybe(random, () -> Monitoring.of(best.plan(), 2026, scored, measures.measures())));
  }

  /** Small enough for any to be added up. */
  private static BigDecimal smallCost(Random random) {
    return BigDecimal.valueOf(random.nextInt(400), random.nextInt(3));
  }

  private static BigDecimal cost(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> BigDecimal.ZERO;
      case 1 -> new BigDecimal("999999999999.9999");
      case 2 -> new BigDecimal("1.5E+8");
      default -> BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(5));
    };
  }

  private static Measure.Reference reference(Random random) {
    return new Measure.Reference(
        oneOf(random, "RPJMD", "RKPD", "Renstra", "Renja OPD", "DPA"),
        oneOf(random, "", "2.08.02", "x (2020)", said(random)),
        maybe(random, () -> 1900 + random.nextInt(300)));
  }

  /** An amount that some answer to the question earns. */
  private static Points award(Question question, Random random) {
    if (question.scale() instanceof Scale.Levels levels) {
      return oneOf(levels.levels(), random).points();
    }
    return question.scale() instanceof Scale.Bands bands
        ? oneOf(bands.bands(), random).points()
        : upTo(question.maximum(), random);
  }

  // Faults

  private static Fault fault(Random random) {
    Fault fault = Fault.of(oneOf(random, FaultCode.values()), place(random));
    for (String name : fault.code().arguments()) {
      fault = fault.with(name, argument(random));
    }
    return random.nextInt(4) == 0 ? fault.tolerated() : fault;
  }

  private static Argument argument(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> Argument.of(decimal(random));
      case 1 -> Argument.of(listOf(random, 0, 3, () -> text(random)));
      case 2 -> Argument.numbers(listOf(random, 1, 3, () -> decimal(random)));
      case 3 -> Argument.of(label(random));
      case 4 -> Argument.of(place(random));
      case 5 -> Argument.of((long) random.nextInt());
      default -> Argument.of(text(random));
    };
  }

  private static BigDecimal decimal(Random random) {
    return oneOf(
        List.of(
            BigDecimal.ZERO,
            new BigDecimal("0.66"),
            new BigDecimal("-0.0001"),
            new BigDecimal("12.3400"),
            new BigDecimal("1E+3"),
            new BigDecimal("1E-7"),
            anyPoints(random).toBigDecimal()),
        random);
  }

  private static Place place(Random random) {
    int number = oneOf(random, 0, 1, random.nextInt(1_000_000), Integer.MAX_VALUE);
    return switch (random.nextInt(5)) {
      case 0 -> Place.unknown();
      case 1 -> Place.file(text(random));
      case 2 -> Place.document(text(random), "/" + text(random), number, random.nextInt(1_000_000));
      case 3 -> Place.table(text(random), number, text(random));
      default -> Place.edition(text(random), label(random));
    };
  }

  // Locales

  /** The language of the library's users; a dotless i; Arabic digits; and a plain one. */
  public static Arbitrary<Locale> locales() {
    return Arbitraries.of("id-ID", "tr-TR", "ar-EG", "en-US").map(Locale::forLanguageTag);
  }

  /** Returns what {@code work} gives where the machine speaks another language. */
  public static <T> T in(Locale locale, Supplier<T> work) {
    Locale before = Locale.getDefault();
    Locale display = Locale.getDefault(Locale.Category.DISPLAY);
    Locale format = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(locale);
    try {
      return work.get();
    } finally {
      Locale.setDefault(before);
      Locale.setDefault(Locale.Category.DISPLAY, display);
      Locale.setDefault(Locale.Category.FORMAT, format);
    }
  }
}
