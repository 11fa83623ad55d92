package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Calendar;
import id.kla.assessment.Round;
import id.kla.assessment.StatedTotals;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.EditionTables;
import id.kla.edition.Editions;
import id.kla.edition.FactKind;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredCluster;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoredNode;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.Standing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class KlaJsonProperties {

  private static final Edition KLA_2024 = Editions.kla2024();
  private static final Edition TINY =
      EditionTables.read(Path.of("src", "test", "resources", "id", "kla", "jackson", "tiny"))
          .orThrow();
  private static final KlaJson JSON = KlaJson.strict(List.of(TINY));
  private static final byte[] EXAMPLE = example();
  private static final Duration QUICK = Duration.ofSeconds(5);

  private static byte[] example() {
    try {
      return Files.readAllBytes(Path.of("examples", "ogan-ilir-2024.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Anything at all

  @Property(tries = 1000)
  void readAssessment_mutationOfTheExample_givesAValueOrFaults(@ForAll("mutations") byte[] bytes) {
    Checked<Assessment> read = readQuickly(bytes);

    holdsAValueOrFaults(read);
  }

  @Property(tries = 500)
  void readAssessment_anyBytes_givesAValueOrFaults(@ForAll @Size(max = 200) byte[] bytes) {
    Checked<Assessment> read = readQuickly(bytes);

    holdsAValueOrFaults(read);
  }

  @Property(tries = 1000)
  void readAssessment_anyHeapOfTokens_givesAValueOrFaults(
      @ForAll("answersOfTokens") String document) {
    Checked<Assessment> read = readQuickly(document.getBytes(StandardCharsets.UTF_8));

    holdsAValueOrFaults(read);
  }

  /** Where all is ASCII, the parser goes through the bytes themselves. */
  @Property(tries = 1000)
  void readAssessment_bytesOrTheirText_isReadAlike(@ForAll("mutations") byte[] bytes) {
    String text = new String(bytes, StandardCharsets.US_ASCII).replace('\uFFFD', '?');

    Checked<Assessment> ofBytes = readQuickly(text.getBytes(StandardCharsets.US_ASCII));
    Checked<Assessment> ofText = JSON.read(KlaFormat.ASSESSMENT, "any", text);

    assertThat(ofBytes.value()).isEqualTo(ofText.value());
    assertThat(ofBytes.faults())
        .usingElementComparator(Comparator.comparing(KlaJsonProperties::told))
        .isEqualTo(ofText.faults());
  }

  /** The two parsers each have their own words for what is no JSON, and point a little apart. */
  private static String told(Fault fault) {
    return fault.code() == FaultCode.BROKEN_JSON ? "BROKEN_JSON " + line(fault) : fault.toString();
  }

  private static Checked<Assessment> readQuickly(byte[] bytes) {
    long start = System.nanoTime();
    Checked<Assessment> read;
    try {
      read = JSON.read(KlaFormat.ASSESSMENT, "any", new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError("reading from memory", e);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
    return read;
  }

  private static void holdsAValueOrFaults(Checked<Assessment> read) {
    boolean hasError = read.faults().stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
    assertThat(read.value().isPresent()).isNotEqualTo(hasError);
    for (Fault fault : read.faults()) {
      for (Language language : Language.values()) {
        assertThat(fault.message(language)).startsWith("any").isNotEqualTo("any");
      }
    }
    assertThat(read.faults().stream().filter(fault -> line(fault) > 0).toList())
        .isSortedAccordingTo(Comparator.comparingInt(KlaJsonProperties::line));
    read.value()
        .ifPresent(
            assessment ->
                assertThat(
                        JSON.read(
                                KlaFormat.ASSESSMENT, JSON.write(KlaFormat.ASSESSMENT, assessment))
                            .value())
                    .contains(assessment));
  }

  private static int line(Fault fault) {
    return fault.place() instanceof Place.InDocument place ? place.line() : 0;
  }

  @Provide
  Arbitrary<byte[]> mutations() {
    return Mutations.of(EXAMPLE);
  }

  @Provide
  Arbitrary<String> answersOfTokens() {
    return Arbitraries.randomValue(
        random -> {
          StringBuilder answers = new StringBuilder();
          int length = random.nextInt(12);
          for (int i = 0; i < length; i++) {
            answers.append(Mutations.fragment(random)).append(random.nextBoolean() ? " " : ", ");
          }
          return """
          {"format": "kla.assessment/1", "edition": "kla-2024", "region": "16.10",
           "round": "2023", "stage": "final", "answers": {"1.1": %s}}
          """
              .formatted(answers);
        });
  }

  // Round trips

  @Property(tries = 300)
  void write_assessment_isReadBackInEveryLocale(
      @ForAll("assessments") Assessment assessment, @ForAll("locales") Locale locale) {
    Assessment again =
        in(
            locale,
            () ->
                JSON.read(KlaFormat.ASSESSMENT, JSON.write(KlaFormat.ASSESSMENT, assessment))
                    .orThrow());

    assertThat(again).isEqualTo(assessment);
    assertThat(again.answers().keySet()).containsExactlyElementsOf(assessment.answers().keySet());
  }

  @Property(tries = 100)
  void write_assessment_isTheSameInEveryLocale(
      @ForAll("assessments") Assessment assessment, @ForAll("locales") Locale locale) {
    String here = in(Locale.ROOT, () -> JSON.write(KlaFormat.ASSESSMENT, assessment));
    String there = in(locale, () -> JSON.write(KlaFormat.ASSESSMENT, assessment));

    assertThat(there).isEqualTo(here);
  }

  @Property(tries = 100)
  void write_assessment_isReadByAPlainParser(@ForAll("assessments") Assessment assessment)
      throws IOException {
    PlainJson document = PlainJson.parse(JSON.write(KlaFormat.ASSESSMENT, assessment));

    assertThat(document.at("format").text()).isEqualTo("kla.assessment/1");
    assertThat(document.at("region").text()).isEqualTo(assessment.region().toString());
  }

  /** What is done in another locale. */
  private interface Work<T> {
    T result();
  }

  private static <T> T in(Locale locale, Work<T> work) {
    Locale before = Locale.getDefault();
    Locale.setDefault(locale);
    try {
      return work.result();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Provide
  Arbitrary<Locale> locales() {
    return Arbitraries.of("id-ID", "tr-TR", "ar-EG", "en-US").map(Locale::forLanguageTag);
  }

  // Scored assessments

  @Property(tries = 100)
  void write_scored_holdsTheNumbersOfTheTree(
      @ForAll("assessments") Assessment assessment, @ForAll("locales") Locale locale)
      throws IOException {
    ScoredAssessment scored = ScoringEngine.of(assessment.edition()).score(assessment);

    String written = in(locale, () -> JSON.write(KlaFormat.SCORED, scored));

    PlainJson document = PlainJson.parse(written);
    assertThat(document.at("computed").text()).contains("not declared by the ministry");
    assertThat(document.at("edition").text()).isEqualTo(assessment.edition().id());
    assertThat(document.at("region").text()).isEqualTo(assessment.region().toString());
    holds(document.at("atLeast"), scored.leastStanding());
    holds(document.at("now"), scored.now());
    holds(document.at("atMost"), scored.mostStanding());
    holds(document.at("maximum"), scored.maximum());
    holds(document.at("headroom"), scored.headroom());
    List<PlainJson> clusters = document.at("clusters").elements();
    assertThat(clusters).hasSameSizeAs(scored.clusters());
    for (int i = 0; i < clusters.size(); i++) {
      cluster(clusters.get(i), scored.clusters().get(i));
    }
  }

  private static void cluster(PlainJson found, ScoredCluster cluster) {
    node(found, cluster);
    List<PlainJson> indicators = found.at("indicators").elements();
    assertThat(indicators).hasSameSizeAs(cluster.indicators());
    for (int i = 0; i < indicators.size(); i++) {
      indicator(indicators.get(i), cluster.indicators().get(i));
    }
  }

  private static void indicator(PlainJson found, ScoredIndicator indicator) {
    node(found, indicator);
    holds(found.at("sum"), indicator.sum());
    holds(found.at("cap"), indicator.cap());
    List<PlainJson> questions = found.at("questions").elements();
    assertThat(questions).hasSameSizeAs(indicator.questions());
    for (int i = 0; i < questions.size(); i++) {
      node(questions.get(i), indicator.questions().get(i));
      assertThat(questions.get(i).at("state").text())
          .isEqualTo(
              indicator.questions().get(i).state().orElseThrow().name().toLowerCase(Locale.ROOT));
    }
  }

  private static void node(PlainJson found, ScoredNode node) {
    assertThat(found.at("code").text()).isEqualTo(node.code());
    holds(found.at("points"), node.points());
    holds(found.at("maximum"), node.maximum());
    holds(found.at("atLeast"), node.atLeast());
    holds(found.at("atMost"), node.atMost());
    holds(found.at("headroom"), node.headroom());
    assertThat(found.at("reason").at("en").text()).isEqualTo(node.reason(Language.ENGLISH));
    assertThat(found.at("reason").at("id").text()).isEqualTo(node.reason(Language.INDONESIAN));
  }

  private static void holds(PlainJson found, Standing standing) {
    holds(found.at("total"), standing.total());
    assertThat(found.at("tier").isNull()).isEqualTo(standing.tier().isEmpty());
    standing
        .tier()
        .map(Tier::code)
        .ifPresent(code -> assertThat(found.at("tier").text()).isEqualTo(code));
  }

  private static void holds(PlainJson found, Points points) {
    assertThat(found.number()).isEqualByComparingTo(points.toBigDecimal());
  }

  // Arbitrary assessments

  /** No shrinking: a sheet of 274 answers is small enough to look at. */
  @Provide
  Arbitrary<Assessment> assessments() {
    return Arbitraries.randomValue(KlaJsonProperties::assessment);
  }

  private static Assessment assessment(Random random) {
    Edition edition = random.nextInt(4) == 0 ? TINY : KLA_2024;
    Assessment.Builder assessment =
        Assessment.builder()
            .edition(edition)
            .region(region(random))
            .round(round(random))
            .stage(oneOf(edition.stages(), random).code())
            .stated(stated(edition, random));
    if (random.nextBoolean()) {
      assessment.source(text(random));
    }
    List<Question> questions = new ArrayList<>(edition.questions());
    Collections.shuffle(questions, random);
    int answered = oneOf(List.of(0, 1, random.nextInt(questions.size()), questions.size()), random);
    for (Question question : questions.subList(0, answered)) {
      assessment.putAnswers(question.code(), answer(question, random));
    }
    return assessment.build();
  }

  private static <T> T oneOf(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static RegionCode region(Random random) {
    Region region = oneOf(Regions.builtIn().regions(), random);
    return switch (random.nextInt(6)) {
      case 0 -> RegionCode.parse(region.code() + ".07");
      case 1 -> RegionCode.parse(region.code() + ".07.2001");
      default -> region.code();
    };
  }

  /** Rounds that are written as they are read; single years of longer rounds are an example. */
  private static Round round(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> oneOf(Calendar.builtIn().rounds(), random);
      case 1 -> {
        int year = 1900 + random.nextInt(299);
        yield new Round(year, year + 1);
      }
      default ->
          Round.of(
              oneOf(
                  List.of(1900, 2017, 2020, 2023, 2026, 2199, 2030 + random.nextInt(50)), random));
    };
  }

  private static StatedTotals stated(Edition edition, Random random) {
    StatedTotals.Builder stated = StatedTotals.builder();
    if (random.nextInt(3) == 0) {
      stated.total(anyPoints(random));
    }
    for (Cluster cluster : edition.clusters()) {
      if (random.nextInt(3) == 0) {
        stated.putClusters(cluster.code(), anyPoints(random));
      }
    }
    for (Indicator indicator : edition.indicators()) {
      if (random.nextInt(10) == 0) {
        stated.putIndicators(indicator.code(), anyPoints(random));
      }
    }
    return stated.build();
  }

  private static Points anyPoints(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Points.ZERO;
      case 1 -> Points.SMALLEST;
      case 2 -> Points.of(1_000_000_000);
      case 3 -> Points.of(1_000_000_000).minus(Points.SMALLEST);
      case 4 -> Points.ofUnits(random.nextLong(10_000_000_000_000L));
      default -> Points.ofUnits(random.nextInt(10_000_001));
    };
  }

  private static Answer answer(Question question, Random random) {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return Answer.notApplicable("why: " + text(random));
    }
    if (kind == 1) {
      return Answer.measured(fact(oneOf(List.of(FactKind.values()), random), random));
    }
    Response response = response(question, random);
    return kind < 5
        ? Answer.of(response, fact(oneOf(List.of(FactKind.values()), random), random))
        : Answer.of(response);
  }

  private static Response response(Question question, Random random) {
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
    long maximum = question.maximum().units();
    return Response.graded(
        Points.ofUnits(
            switch (random.nextInt(4)) {
              case 0 -> 0;
              case 1 -> maximum;
              default -> maximum == 0 ? 0 : random.nextLong(maximum + 1);
            }));
  }

  private static Response.Fact fact(FactKind measure, Random random) {
    return switch (measure) {
      case COVERAGE -> Response.coverage(share(random));
      case COUNT ->
          Response.count(
              oneOf(List.of(0L, 1L, 999_999_999_999_999L, (long) random.nextInt(1000)), random));
      case CHANGE -> Response.change(figure(random), figure(random));
    };
  }

  private static Share share(Random random) {
    if (random.nextBoolean()) {
      long whole =
          oneOf(List.of(1L, 3L, 46L, 999_999_999_999_999L, 1L + random.nextInt(1000)), random);
      return Share.of(oneOf(List.of(0L, whole, random.nextLong(whole + 1)), random), whole);
    }
    long most = 100_000_000_000_000L;
    return Share.ofPercent(
        BigDecimal.valueOf(
            oneOf(List.of(0L, 1L, most - 1, most, random.nextLong(most + 1)), random), 12));
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

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(20);
    for (int i = 0; i < length; i++) {
      int point =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x20);
            case 1 -> random.nextInt(Character.MAX_CODE_POINT + 1);
            default -> 0x20 + random.nextInt(0x60);
          };
      boolean isLoneSurrogate =
          point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      text.appendCodePoint(isLoneSurrogate ? '"' : point);
    }
    return Optional.of(text.toString()).filter(t -> random.nextInt(8) > 0).orElse("");
  }
}
