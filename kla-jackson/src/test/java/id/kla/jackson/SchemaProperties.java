package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.edition.Edition;
import id.kla.edition.EditionTables;
import id.kla.edition.EvidenceKind;
import id.kla.edition.Question;
import id.kla.edition.Role;
import id.kla.edition.Stage;
import id.kla.fault.Checked;
import id.kla.fault.Digest;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SchemaProperties {

  private static final Edition TINY =
      EditionTables.read(Path.of("src", "test", "resources", "id", "kla", "jackson", "tiny"))
          .orThrow();
  private static final KlaJson JSON = KlaJson.strict(List.of(TINY));
  private static final KlaJsonProperties DOCUMENTS = new KlaJsonProperties();

  /** Faults of a document's shape, which a schema sees whatever the edition. */
  private static final Set<FaultCode> SHAPE =
      EnumSet.of(
          FaultCode.UNKNOWN_MEMBER,
          FaultCode.MISSING_MEMBER,
          FaultCode.WRONG_TYPE,
          FaultCode.TEXT_AS_NUMBER,
          FaultCode.EMPTY_ARRAY,
          FaultCode.NULL_ANSWER,
          FaultCode.WRONG_FORMAT,
          FaultCode.BAD_POINTS,
          FaultCode.POINTS_BELOW_ZERO,
          FaultCode.TOTAL_OUT_OF_RANGE,
          FaultCode.BAD_ROUND,
          FaultCode.BAD_DATE,
          FaultCode.BAD_DIGEST,
          FaultCode.BAD_WORD,
          FaultCode.BAD_QUESTION_CODE,
          FaultCode.BLANK_TEXT,
          FaultCode.POINTS_WITHOUT_REVISION,
          FaultCode.NOT_APPLICABLE_WITHOUT_REASON);

  /** Of members of one name a reader of JSON keeps the last, and kla the first. */
  private static final Set<FaultCode> REPEATED =
      EnumSet.of(FaultCode.DUPLICATE_MEMBER, FaultCode.ANSWERED_TWICE, FaultCode.DUPLICATE_CODE);

  /** Names of members that stand somewhere, and one that stands nowhere. */
  private static final List<String> NAMES =
      List.of(
          "x",
          "1.1",
          "11",
          "points",
          "level",
          "percent",
          "part",
          "of",
          "count",
          "before",
          "now",
          "measured",
          "notApplicable",
          "notes",
          "total",
          "clusters",
          "kind",
          "status",
          "ruling",
          "format");

  /** Values of every type and form, most of them right somewhere and wrong elsewhere. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "12",
          "-1",
          "0.5",
          "0.00001",
          "0.66000000000000003",
          "1e3",
          "1e15",
          "-0.0",
          "\"\"",
          "\" \"",
          "\"12\"",
          "\"1.1\"",
          "\"1.99\"",
          "\"11\"",
          "\"2024\"",
          "\"2024/2026\"",
          "\"16\"",
          "\"16.10\"",
          "\"kla-2024\"",
          "\"self\"",
          "\"vlh\"",
          "\"own\"",
          "\"OWN\"",
          "\"accepted\"",
          "\"revised\"",
          "\"upheld\"",
          "\"2023-02-28\"",
          "\"2023-02-29\"",
          "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"",
          "[]",
          "[\"1.1\"]",
          "[1]",
          "[{}]",
          "{}",
          "{\"points\": 1}",
          "{\"percent\": 97}",
          "{\"part\": 45, \"of\": 46}",
          "{\"count\": 7}",
          "{\"before\": 1}",
          "{\"measured\": {\"count\": 7}}",
          "{\"measured\": {}}",
          "{\"notApplicable\": \"none\"}",
          "{\"K\": 1}",
          "{\"K\": null}",
          "{\"ruling\": \"accepted\"}",
          "{\"id\": \"E9\", \"questions\": []}",
          "{\"code\": \"a\"}",
          "{\"question\": \"2.1\", \"stage\": \"final\", \"ruling\": \"upheld\"}");

  // Reading

  @Property(tries = 1000)
  void assessment_whateverTheReaderTakes_isValid(@ForAll("documents") byte[] document) {
    Checked<Assessment> read = read(document);

    Optional<JsonNode> tree = Schemas.find(document);

    if (read.value().isPresent()) {
      assertThat(Schemas.refusals("assessment", tree.orElseThrow())).isEmpty();
    }
  }

  @Property(tries = 1000)
  void assessment_whateverTheReaderFindsWrongWithItsShape_isRefused(
      @ForAll("documents") byte[] document) {
    List<FaultCode> codes = read(document).faults().stream().map(Fault::code).toList();

    Optional<JsonNode> tree = Schemas.find(document);

    if (tree.isPresent()
        && codes.stream().anyMatch(SHAPE::contains)
        && codes.stream().noneMatch(REPEATED::contains)) {
      assertThat(Schemas.refusals("assessment", tree.get())).isNotEmpty();
    }
  }

  private static Checked<Assessment> read(byte[] document) {
    try {
      return JSON.read(KlaFormat.ASSESSMENT, "any", new ByteArrayInputStream(document));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** Broken sheets: of bytes, of tokens, and of members in the wrong place. */
  @Provide
  Arbitrary<byte[]> documents() {
    return Arbitraries.oneOf(
        DOCUMENTS.mutations(),
        DOCUMENTS.answersOfTokens().map(document -> document.getBytes(StandardCharsets.UTF_8)),
        Arbitraries.randomValue(SchemaProperties::edited));
  }

  private static byte[] edited(Random random) {
    JsonNode document = Schemas.parse(SchemaTest.FULL);
    int times = random.nextInt(3);
    for (int i = 0; i <= times; i++) {
      edit(document, random);
    }
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Changes one value somewhere in a document, or takes it away, or puts one in. */
  private static void edit(JsonNode document, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    containers(document, containers);
    JsonNode container = oneOf(containers, random);
    boolean isTakenAway = random.nextInt(4) == 0;
    if (container instanceof ObjectNode object) {
      List<String> names = new ArrayList<>(NAMES);
      object.fieldNames().forEachRemaining(name -> names.addAll(List.of(name, name, name)));
      String name = oneOf(names, random);
      if (isTakenAway) {
        object.remove(name);
      } else {
        object.set(name, value(random));
      }
    } else if (container instanceof ArrayNode array) {
      if (isTakenAway && !array.isEmpty()) {
        array.remove(random.nextInt(array.size()));
      } else {
        array.insert(random.nextInt(array.size() + 1), value(random));
      }
    }
  }

  private static void containers(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(below -> containers(below, containers));
    }
  }

  private static JsonNode value(Random random) {
    return Schemas.parse(oneOf(VALUES, random));
  }

  // Writing

  @Property(tries = 100)
  void write_assessment_isValid(@ForAll("assessments") Assessment assessment) {
    String written = JSON.write(KlaFormat.ASSESSMENT, assessment);

    assertThat(Schemas.refusals("assessment", written)).isEmpty();
  }

  @Property(tries = 100)
  void write_assessmentWithParts_isReadBack(@ForAll("assessments") Assessment assessment) {
    String written = JSON.write(KlaFormat.ASSESSMENT, assessment);

    Assessment again = JSON.read(KlaFormat.ASSESSMENT, written).orThrow();

    assertThat(again).isEqualTo(assessment);
  }

  @Property(tries = 50)
  void write_scored_isValid(@ForAll("assessments") Assessment assessment) {
    ScoredAssessment scored = ScoringEngine.of(assessment.edition()).score(assessment);

    String written = JSON.write(KlaFormat.SCORED, scored);

    assertThat(Schemas.refusals("scored", written)).isEmpty();
  }

  @Property(tries = 300)
  void write_faults_isValid(@ForAll("documents") byte[] document) {
    String written = JSON.write(KlaFormat.FAULTS, read(document).faults());

    assertThat(Schemas.refusals("faults", written)).isEmpty();
  }

  @Property(tries = 200)
  void write_declared_isValid(@ForAll("declared") List<DeclaredResult> results) {
    String written = JSON.write(KlaFormat.DECLARED, results);

    assertThat(Schemas.refusals("declared", written)).isEmpty();
  }

  /** Assessments with agencies, evidence, findings and notes; no shrinking. */
  @Provide
  Arbitrary<Assessment> assessments() {
    return DOCUMENTS
        .assessments()
        .flatMap(assessment -> Arbitraries.randomValue(random -> withParts(assessment, random)));
  }

  @Provide
  Arbitrary<List<DeclaredResult>> declared() {
    Arbitrary<DeclaredResult> result =
        DOCUMENTS
            .assessments()
            .flatMap(sheet -> Arbitraries.randomValue(random -> declared(sheet, random)));
    return result.list().ofMaxSize(5);
  }

  /** Takes region, round and points from a sheet. */
  private static DeclaredResult declared(Assessment sheet, Random random) {
    DeclaredResult.Builder result =
        DeclaredResult.builder()
            .region(sheet.region())
            .round(sheet.round())
            .source("kemenpppa, \"Penghargaan KLA\"")
            .clusters(sheet.stated().clusters());
    if (random.nextBoolean()) {
      result.stage(sheet.stage());
    }
    Optional<Points> total = sheet.stated().total();
    if (total.isEmpty() || random.nextBoolean()) {
      result.tier(oneOf(List.of("NINDYA", "Layak Anak"), random));
    }
    return result.total(total).build();
  }

  private static Assessment withParts(Assessment assessment, Random random) {
    Edition edition = assessment.edition();
    Assessment.Builder builder = Assessment.builder().from(assessment);
    int agencies = random.nextInt(3);
    for (int i = 0; i < agencies; i++) {
      builder.addAgencies(agency(i, edition, random));
    }
    int documents = random.nextInt(4);
    for (int i = 0; i < documents; i++) {
      builder.addEvidence(evidence(i, agencies, edition, random));
    }
    some(edition.questions(), random)
        .forEach(question -> builder.putNotes(question.code(), "belum lengkap: \"1\""));
    for (Stage stage : edition.stages()) {
      if (stage.judging() == Stage.Judging.OTHERS) {
        some(edition.questions(), random)
            .forEach(question -> builder.addFindings(finding(question, stage, random)));
      }
    }
    return builder.build();
  }

  private static Agency agency(int index, Edition edition, Random random) {
    Agency.Builder agency =
        Agency.builder()
            .code("agency " + index)
            .kind(oneOf(List.of(Agency.Kind.values()), random))
            .roles(some(edition.roles(), random).stream().map(Role::code).toList());
    if (random.nextBoolean()) {
      agency.name("Dinas \"" + index + "\"").addAliases("D" + index, "\u0000" + index);
    }
    return agency.build();
  }

  private static Evidence evidence(int index, int agencies, Edition edition, Random random) {
    Evidence.Builder evidence =
        Evidence.builder()
            .id("E" + index)
            .questions(some(edition.questions(), random).stream().map(Question::code).toList());
    some(edition.evidenceKinds(), random).stream()
        .map(EvidenceKind::code)
        .findFirst()
        .ifPresent(evidence::kind);
    if (random.nextBoolean()) {
      evidence
          .title("Perda " + index)
          .agency(agencies == 0 ? "somebody" : "AGENCY " + random.nextInt(agencies))
          .supersededBy("E0")
          .location("arsip/" + index)
          .digest(Digest.parse("%064x".formatted(random.nextLong(Long.MAX_VALUE))));
    }
    if (random.nextBoolean()) {
      LocalDate day = day(random);
      evidence.issued(day).received(day);
    }
    if (random.nextBoolean()) {
      evidence.validFrom(day(random));
    } else if (random.nextBoolean()) {
      evidence.validUntil(day(random));
    }
    for (Stage stage : some(edition.stages(), random)) {
      evidence.putStatus(
          stage.code(),
          new Evidence.Status(
              oneOf(List.of(Evidence.Ruling.values()), random),
              Optional.of("UNSIGNED").filter(reason -> random.nextBoolean()),
              Optional.of("tanpa ttd").filter(note -> random.nextBoolean())));
    }
    return evidence.build();
  }

  private static LocalDate day(Random random) {
    return random.nextInt(8) == 0
        ? oneOf(
            List.of(LocalDate.of(0, 1, 1), LocalDate.of(9999, 12, 31), LocalDate.of(2000, 2, 29)),
            random)
        : LocalDate.ofEpochDay(random.nextInt(40_000));
  }

  private static Finding finding(Question question, Stage stage, Random random) {
    Finding.Ruling ruling = oneOf(List.of(Finding.Ruling.values()), random);
    return Finding.builder()
        .question(question.code())
        .stage(stage.code())
        .ruling(ruling)
        .points(
            ruling == Finding.Ruling.REVISED
                ? Optional.of(Points.ofUnits(random.nextLong(question.maximum().units() + 1)))
                : Optional.empty())
        .reason(Optional.of("PART").filter(reason -> random.nextBoolean()))
        .note(Optional.of("dua dari empat").filter(note -> random.nextBoolean()))
        .build();
  }

  private static <T> T oneOf(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static <T> List<T> some(List<T> all, Random random) {
    List<T> some = new ArrayList<>(all);
    Collections.shuffle(some, random);
    return some.subList(0, random.nextInt(Math.min(4, some.size() + 1)));
  }
}
