package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.EditionLint;
import id.kla.edition.EditionTables;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.jackson.Schemas.Refusal;
import id.kla.planning.MeasureList;
import id.kla.scoring.ScoringEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas say what the strict reader takes and what the writer writes, and nothing else. */
class SchemaTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Path EXAMPLES = Path.of("examples");
  private static final Path BAD =
      Path.of("src", "test", "resources", "id", "kla", "jackson", "bad");

  private static final Path TINY =
      Path.of("src", "test", "resources", "id", "kla", "jackson", "tiny");

  /** A sheet with every member and every form of them. */
  static final String FULL =
      """
      {
        "format": "kla.assessment/1",
        "edition": "kla-2024",
        "region": "Kota Kediri",
        "round": "2024/2025",
        "stage": "VA",
        "source": "Dinas P3AP2KB",
        "answers": {
          "1.1": 12,
          "1.2a": {"points": 0.75},
          "2.1": {"points": 3, "measured": {"part": 45, "of": 46}},
          "2.2": {"points": 5, "measured": {"percent": 96.4}},
          "2.3": {"points": 0, "measured": {"count": 0}},
          "7.3": {"points": 0.1, "measured": {"before": 41.2, "now": -0.000001}},
          "25.2": {"measured": {"count": 999999999999999}},
          "24B.1": {"notApplicable": "no such case"}
        },
        "stated": {"total": 770.36, "clusters": {"K": 127.66}, "indicators": {"21A": 75.8}},
        "agencies": [
          {"code": "dinkes", "name": "Dinas Kesehatan", "kind": "own", "aliases": ["DKK"],
           "roles": ["health"]},
          {"code": "polres", "kind": "vertical", "roles": ["police", "police-ppa"]}
        ],
        "evidence": [
          {"id": "E1", "questions": ["1.1", "12.1"], "kind": "regulation", "title": "Perda 3/2021",
           "agency": "DKK", "issued": "2021-03-01", "received": "2024-02-29",
           "validFrom": "2021-03-02", "validUntil": "2026-12-31", "supersededBy": "E2",
           "digest": "E3B0C44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
           "location": "arsip/12",
           "status": {"PM": "submitted", "final": {"ruling": "accepted"},
                      "VA": {"ruling": "rejected", "reason": "UNSIGNED", "note": "tanpa ttd"}}},
          {"id": "E2", "questions": []}
        ],
        "findings": [
          {"question": "1.1", "stage": "VA", "ruling": "revised", "points": 6.5,
           "reason": "PART", "note": "sebagian"},
          {"question": "2.1", "stage": "VA", "ruling": "struck"},
          {"question": "2.2", "stage": "VLH", "ruling": "upheld"}
        ],
        "notes": {"1.1": "belum ditandatangani", "2.1": ""}
      }
      """;

  private static List<Refusal> refusals(String name, String document) {
    return Schemas.refusals(name, document);
  }

  private static Assessment full() {
    return KlaJson.strict().read(KlaFormat.ASSESSMENT, FULL).orThrow();
  }

  /** Returns the score of a sheet as a document. */
  private static String scored(Assessment sheet) {
    return KlaJson.strict().write(KlaFormat.SCORED, ScoringEngine.of(sheet.edition()).score(sheet));
  }

  private static String sheet(String members) {
    return """
    {"format": "kla.assessment/1", "edition": "kla-2024", "region": "35.71", "round": "2023",
     "stage": "self", %s}
    """
        .formatted(members);
  }

  @Test
  void edition_thatIsWritten_isValid() {
    Edition tiny = EditionTables.read(TINY).orThrow();

    for (Edition edition : List.of(tiny, Editions.kla2024())) {
      String document = KlaJson.strict().write(KlaFormat.EDITION, edition);

      assertThat(refusals("edition", document)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"question\": \"a\", \"maximum\": 1}",
        "{\"indicator\": \"1\", \"question\": \"a\"}",
        "{\"indicator\": 1, \"question\": \"a\", \"maximum\": 1}",
        "{\"indicator\": \"1\", \"question\": \"a.b\", \"maximum\": 1}",
        "{\"indicator\": \"1\", \"question\": \"a\", \"maximum\": \"1\"}",
        "{\"indicator\": \"1\", \"question\": \"a\", \"maximum\": 1, \"topics\": \"x\"}",
        "{\"indicator\": \"1\", \"question\": \"a\", \"maximum\": 1, \"topics\": [\"x;y\"]}",
        "{\"indicator\": \"1\", \"question\": \"a\", \"maximum\": 1, \"better\": \"best\"}"
      })
  void edition_brokenQuestion_isRefusedByBoth(String question) {
    String document =
        """
        {"format": "kla.edition/1", "edition": {"id": "x"}, "clusters": [{"cluster": "A"}],
         "indicators": [{"indicator": "1", "cluster": "A", "maximum": 1}], "questions": [%s]}
        """
            .formatted(question);

    assertThat(refusals("edition", document)).isNotEmpty();
    assertThat(KlaJson.strict().read(KlaFormat.EDITION, document).value()).isEmpty();
  }

  // The schemas themselves

  static List<String> names() {
    return Schemas.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void schema_byTheSchemaOfSchemas_isValid(String name) {
    JsonNode schema = Schemas.tree(name);

    List<Refusal> refusals = Schemas.refusalsOfTheMetaSchema(schema);

    assertThat(refusals).isEmpty();
    assertThat(schema.at("/$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.at("/$id").asText()).isEqualTo(Schemas.id(name));
    assertThat(schema.at("/title").asText())
        .isEqualTo("kla." + name + "/1")
        .isEqualTo(schema.at("/properties/format/const").asText());
  }

  @ParameterizedTest
  @MethodSource("names")
  void schema_everyDefinition_isDescribedAndUsed(String name) {
    JsonNode schema = Schemas.tree(name);
    String everySchema =
        Schemas.NAMES.stream()
            .map(each -> Schemas.tree(each).toString())
            .collect(Collectors.joining());

    Map<String, JsonNode> definitions = members(schema.at("/$defs"));

    assertThat(definitions).isNotEmpty();
    definitions.forEach(
        (definition, part) -> {
          assertThat(part.at("/title").asText()).as(definition).isNotEmpty();
          assertThat(part.at("/description").asText()).as(definition).isNotEmpty();
          assertThat(everySchema).contains("#/$defs/" + definition + "\"");
        });
  }

  @ParameterizedTest
  @MethodSource("names")
  void schema_everyMember_isDescribedWhereItStandsOrWhereItIsDefined(String name) {
    JsonNode schema = Schemas.tree(name);

    Map<String, JsonNode> objects = objects(schema);

    objects.forEach(
        (pointer, object) ->
            members(object.at("/properties"))
                .forEach(
                    (member, part) ->
                        assertThat(part.has("description") || part.has("$ref"))
                            .as(pointer + " " + member)
                            .isTrue()));
  }

  /** A node is closed by what it is part of. */
  @ParameterizedTest
  @MethodSource("names")
  void schema_everyObject_allowsNoUnknownMember(String name) {
    Map<String, JsonNode> objects = objects(Schemas.tree(name));

    List<String> open = new ArrayList<>();
    objects.forEach(
        (pointer, object) -> {
          if (!isClosed(object) && !pointer.equals("/$defs/node")) {
            open.add(pointer);
          }
        });

    assertThat(objects).isNotEmpty();
    assertThat(open).isEmpty();
  }

  private static boolean isClosed(JsonNode object) {
    return object.path("additionalProperties").asText().equals("false")
        || object.path("unevaluatedProperties").asText().equals("false");
  }

  /** The parts of a schema that are objects with members of fixed names, by their pointers. */
  private static Map<String, JsonNode> objects(JsonNode schema) {
    Map<String, JsonNode> objects = new LinkedHashMap<>();
    objects("", schema, objects);
    return objects;
  }

  private static void objects(String pointer, JsonNode part, Map<String, JsonNode> objects) {
    boolean isCondition = pointer.endsWith("/if") || pointer.endsWith("/else");
    if (part.has("properties") && !isCondition) {
      objects.put(pointer, part);
    }
    members(part).forEach((name, below) -> objects(pointer + "/" + name, below, objects));
  }

  private static Map<String, JsonNode> members(JsonNode object) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  // Examples

  static List<Path> exampleFiles() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("exampleFiles")
  void example_everyDocument_isValidByTheSchemaOfItsFormat(Path file) throws IOException {
    JsonNode document = Schemas.parse(Files.readString(file));
    String format = document.path("format").asText();

    List<Refusal> refusals =
        Schemas.refusals(format.substring("kla.".length(), format.indexOf('/')), document);

    assertThat(refusals).isEmpty();
  }

  static Stream<Arguments> sheets() throws IOException {
    List<Arguments> examples = new ArrayList<>();
    String name = "ogan-ilir-2024.json";
    examples.add(arguments(name, Files.readString(EXAMPLES.resolve(name))));
    List<String> blocks =
        Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(README))
            .results()
            .map(block -> block.group(1).strip())
            .toList();
    examples.add(arguments("README's sheet", blocks.get(0)));
    String parts = blocks.get(1);
    examples.add(
        arguments(
            "README's parts", sheet("\"answers\": {}, " + parts.substring(1, parts.length() - 1))));
    examples.add(arguments("full sheet", FULL));
    return examples.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sheets")
  void assessment_sheet_isValidAsItStandsAndAsItIsWritten(String name, String document) {
    Assessment read = KlaJson.strict().read(KlaFormat.ASSESSMENT, document).orThrow();

    assertThat(refusals("assessment", document)).isEmpty();
    assertThat(refusals("assessment", KlaJson.strict().write(KlaFormat.ASSESSMENT, read)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"1.1\": \"belum ditandatangani\"}", "{\"1.1\": \" \"}"})
  void assessment_notes_areTextsByQuestion(String notes) {
    String document = sheet("\"answers\": {}, \"notes\": " + notes);

    assertThat(KlaJson.strict().read(KlaFormat.ASSESSMENT, document).faults()).isEmpty();
    assertThat(refusals("assessment", document)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "\"text\"",
        "{\"11\": \"no point\"}",
        "{\"1.1\": 1}",
        "{\"1.1\": null}",
        "{\"1.1\": [\"text\"]}"
      })
  void assessment_brokenNotes_areRefusedWhereTheReaderFindsAFault(String notes) {
    String document = sheet("\"answers\": {}, \"notes\": " + notes);
    List<String> faults =
        pointersOf(KlaJson.strict().read(KlaFormat.ASSESSMENT, document).faults());

    List<String> refused = pointers(refusals("assessment", document));

    isSeen(faults, refused);
  }

  /** What the reader strips or passes over is no fault of a document. */
  @Test
  void assessment_blanks_areTakenAsTheReaderTakesThem() {
    String document =
        FULL.replace("\"2024/2025\"", "\"\\u2003 2024/2025\\n\"")
            .replace("\"Kota Kediri\"", "\" 35.71 \"")
            .replace("\"VA\"", "\" va \"")
            .replace("\"regulation\"", "\"\\tregulation \"")
            .replace("\"health\"", "\" health\", \"\", \"  \"")
            .replace("\"UNSIGNED\"", "\"\"");

    Assessment read = KlaJson.strict().read(KlaFormat.ASSESSMENT, document).orThrow();

    assertThat(refusals("assessment", document)).isEmpty();
    assertThat(read.agencies().get(0)).isEqualTo(full().agencies().get(0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sheets")
  void scored_sheet_isValid(String name, String document) {
    Assessment read = KlaJson.strict().read(KlaFormat.ASSESSMENT, document).orThrow();

    String written = scored(read);

    assertThat(refusals("scored", written)).isEmpty();
    assertThat(KlaJson.strict().read(KlaFormat.SCORED, written).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"assessment", "headroom", "now", "clusters", "computed", "unmet"})
  void scored_memberByAnotherName_isRefused(String member) {
    String document = scored(full()).replace("\"" + member + "\" :", "\"other\" :");

    List<Refusal> refusals = refusals("scored", document);

    assertThat(refusals).extracting(Refusal::keyword).contains("required", "additionalProperties");
  }

  /** Spaces of any kind around a round are blanks; a letter outside ASCII is none. */
  @Test
  void assessment_roundWithSomethingAround_isReadAsTheSchemaSays() {
    String document =
        """
        {"format": "kla.assessment/1", "edition": "kla-2024", "region": "16.10",
         "round": "%s", "stage": "self", "answers": {}}
        """;

    for (String blank :
        List.of(" ", "\\t", "\\u00A0", "\\u3000", "\\uFEFF", "\\u2028", "\\u0085")) {
      String sheet = document.formatted(blank + "2024" + blank);
      assertThat(refusals("assessment", sheet)).as(blank).isEmpty();
      assertThat(KlaJson.strict().read(KlaFormat.ASSESSMENT, sheet).faults()).as(blank).isEmpty();
    }
    for (String round : List.of("2024é", "é2024", "2024x", "2024\\u0000", "2024\\u200B")) {
      String sheet = document.formatted(round);
      assertThat(refusals("assessment", sheet)).as(round).isNotEmpty();
      assertThat(KlaJson.strict().read(KlaFormat.ASSESSMENT, sheet).faults())
          .as(round)
          .extracting(Fault::code)
          .containsExactly(FaultCode.BAD_ROUND);
    }
  }

  /** The assessment in it is held to its own schema. */
  @Test
  void scored_faultOfItsAssessment_isRefusedAtItsPlace() {
    String document = scored(full()).replace("\"source\" :", "\"sorce\" :");

    List<Refusal> refusals = refusals("scored", document);

    assertThat(pointers(refusals)).containsExactly("/assessment/sorce");
    assertThat(pointersOf(KlaJson.strict().read(KlaFormat.SCORED, document).faults()))
        .containsExactly("/assessment/sorce");
  }

  @Test
  void faults_everyKindOfPlace_isValid(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("edition.tsv"), "key\tvalue\nid\ta b\nmark\tx\n");
    List<Fault> faults = new ArrayList<>(EditionTables.read(folder).faults());
    faults.addAll(KlaJson.strict().read(KlaFormat.ASSESSMENT, "[]").faults());
    faults.addAll(KlaJson.strict().read(KlaFormat.ASSESSMENT, folder).faults());
    faults.addAll(EditionLint.of(full().edition()));
    faults.add(
        Fault.of(
                FaultCode.NOTHING_ACCEPTED,
                Place.edition("kla-2024", Label.of("indikator 19", "indicator 19")))
            .with("found", "SAME_LABEL")
            .with("part", "indicator 19"));
    faults.add(
        Fault.of(FaultCode.ANSWERED_TWICE, Place.unknown())
            .with("question", "1.1")
            .with("first", Argument.of(Place.document("x", "/answers/1~12~03", 1, 2)))
            .tolerated());
    faults.add(Fault.of(FaultCode.TRAILING_CONTENT, Place.document("x", "/a~0/~1b\n/", 0, 0)));

    String written = KlaJson.strict().write(KlaFormat.FAULTS, faults);

    assertThat(refusals("faults", written)).isEmpty();
    assertThat(faults).extracting(Fault::severity).contains(Severity.values());
    assertThat(faults)
        .extracting(fault -> fault.place().getClass().getSimpleName())
        .contains("InDocument", "InTable", "InEdition", "InFile", "Unknown");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void faults_ofABadDocument_areValid(String file) {
    List<Fault> faults = KlaJson.strict().read(KlaFormat.ASSESSMENT, BAD.resolve(file)).faults();

    String written =
        KlaJson.strict().withLayout(KlaJson.Layout.ONE_LINE).write(KlaFormat.FAULTS, faults);

    assertThat(refusals("faults", written)).isEmpty();
  }

  static List<Argument> values() {
    return List.of(
        Argument.of("text"),
        Argument.of(""),
        Argument.of(-7),
        Argument.of(new BigDecimal("0.00001")),
        Argument.of(List.of()),
        Argument.of(List.of("a", "b")),
        Argument.numbers(List.of(BigDecimal.ZERO, new BigDecimal("0.25"))),
        Argument.of(Label.of("objek", "an object")),
        Argument.of(Label.of("objek", "")),
        Argument.of(Place.unknown()),
        Argument.of(Place.file("x")),
        Argument.of(Place.table("questions.tsv", 3, "maximum")),
        Argument.of(Place.edition("kla-2024", Label.of("", ""))),
        Argument.of(Place.document("x", "/answers/1.1", 1, 2)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void faults_everyKindOfValue_isValid(Argument value) {
    Fault fault = Fault.of(FaultCode.BAD_POINTS, Place.unknown()).with("found", value);

    String written = KlaJson.strict().write(KlaFormat.FAULTS, List.of(fault));

    assertThat(refusals("faults", written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "[null]",
        "[[]]",
        "[\"a\", 1]",
        "{\"id\": \"a\"}",
        "{\"id\": \"a\", \"en\": \"b\", \"file\": \"x\"}",
        "{\"x\": 1}"
      })
  void faults_valueOfNoKind_isRefused(String value) {
    List<Refusal> refusals = refusals("faults", fault("{}", "{\"found\": " + value + "}"));

    assertThat(pointers(refusals)).contains("/faults/0/values/found");
  }

  /** Returns a document with one fault. */
  private static String fault(String place, String values) {
    return """
    {"format": "kla.faults/1", "faults": [{"code": "BAD_POINTS", "severity": "error",
      "place": %s, "values": %s, "message": {"id": "salah", "en": "wrong"}}]}
    """
        .formatted(place, values);
  }

  @ParameterizedTest
  @EnumSource
  void faults_everyCode_isValid(FaultCode code) {
    Fault fault = Fault.of(code, Place.unknown());
    for (String name : code.arguments()) {
      fault = fault.with(name, "value");
    }

    String written = KlaJson.strict().write(KlaFormat.FAULTS, List.of(fault));

    assertThat(refusals("faults", written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{\"document\": \"x\", \"pointer\": \"\", \"line\": 1}",
        "{\"document\": \"x\", \"pointer\": \"a\", \"line\": 1, \"column\": 1}",
        "{\"document\": \"x\", \"pointer\": \"/~2\", \"line\": 1, \"column\": 1}",
        "{\"document\": \"x\", \"pointer\": \"\", \"line\": -1, \"column\": 1}",
        "{\"document\": \"x\", \"pointer\": \"\", \"line\": 1, \"column\": 1, \"row\": 1}",
        "{\"table\": \"x\", \"row\": 1, \"column\": 1}",
        "{\"table\": \"x\", \"row\": \"1\", \"column\": \"y\"}",
        "{\"edition\": \"x\"}",
        "{\"edition\": \"x\", \"part\": \"y\"}",
        "{\"file\": \"x\", \"part\": \"y\"}"
      })
  void faults_placeOfNoKind_isRefused(String place) {
    List<Refusal> refusals = refusals("faults", fault(place, "{\"found\": \"x\"}"));

    assertThat(pointers(refusals)).contains("/faults/0/place");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        """
        {"region": "16.10", "round": "2023", "total": 771.81, "source": "kemenpppa"}""",
        """
        {"region": "Kabupaten Ogan Ilir", "round": "2024/2025", "stage": "final", "tier": "NINDYA",
         "source": "kemenpppa"}""",
        """
        {"region": "16.10", "round": "2023", "stage": "unspecified", "total": 0, "tier": "NINDYA",
         "clusters": {"K": 127.66}, "source": "kemenpppa"},
        {"region": "16.10.01", "round": "2022", "stage": " ", "tier": "Layak Anak", "source": "x"}"""
      })
  void declared_results_areValidAsTheyStandAndAsTheyAreWritten(String results) {
    String document = declared(results);

    List<DeclaredResult> read = KlaJson.strict().read(KlaFormat.DECLARED, document).orThrow();

    assertThat(refusals("declared", document)).isEmpty();
    assertThat(refusals("declared", KlaJson.strict().write(KlaFormat.DECLARED, read))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "{\"round\": \"2023\", \"total\": 1, \"source\": \"x\"}",
        "{\"region\": \"16.10\", \"total\": 1, \"source\": \"x\"}",
        "{\"region\": \"16.10\", \"round\": \"2023\", \"total\": 1}",
        "{\"region\": \"16.10\", \"round\": \"2023\", \"source\": \"x\"}",
        "{\"region\": \"16.10\", \"round\": \"2023\", \"clusters\": {}, \"source\": \"x\"}",
        "{\"region\": \"16\", \"round\": \"2023\", \"total\": 1, \"source\": \"x\"}",
        "{\"region\": \"16.10\", \"round\": \"23\", \"total\": 1, \"source\": \"x\"}",
        "{\"region\": \"16.10\", \"round\": \"2023\", \"total\": \"1\", \"source\": \"x\", \"tier\": \"A\"}",
        "{\"region\": \"16.10\", \"round\": \"2023\", \"total\": -1, \"source\": \"x\"}",
        "{\"region\": \"16.10\", \"round\": \"2023\", \"total\": 1, \"tier\": 1, \"source\": \"x\"}",
        "{\"region\": \"16.10\", \"round\": \"2023\", \"total\": 1, \"stage\": 1, \"source\": \"x\"}",
        "{\"region\": \"16.10\", \"round\": \"2023\", \"total\": 1, \"source\": \"x\", \"y\": 1}",
        "{\"region\": \"16.10\", \"round\": \"2023\", \"total\": 1, \"source\": \"x\","
            + " \"clusters\": {\"K\": -1}}",
      })
  void declared_brokenResult_isRefusedWhereTheReaderFindsAFault(String result) {
    String document = declared(result);
    List<String> faults = pointersOf(KlaJson.strict().read(KlaFormat.DECLARED, document).faults());

    List<String> refused = pointers(refusals("declared", document));

    isSeen(faults, refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"region\": 16.10, \"round\": \"2023\", \"total\": 1, \"source\": \"x\"}",
        "{\"region\": \"16.10\", \"round\": 2023, \"total\": 1, \"source\": \"x\"}",
        "{\"region\": \"16.10\", \"round\": \"2023\", \"total\": 1, \"source\": 1}",
        "{\"region\": \"16.10\", \"round\": \"2023\", \"total\": 1, \"source\": \" \"}",
        "{\"region\": \"16.10\", \"round\": \"2023\", \"total\": \"1\", \"source\": \"x\"}",
        "{\"region\": \"16.10\", \"round\": \"2023\", \"tier\": 1, \"source\": \"x\"}",
        "{\"region\": \"16.10\", \"round\": \"2023\", \"tier\": \"\", \"source\": \"x\"}"
      })
  void declared_neededMemberThatSaysNothing_isRefused(String result) {
    assertThat(refusals("declared", declared(result))).isNotEmpty();
  }

  // Measures

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"code\": \"M1\", \"cost\": 0}",
        """
        {"code": "M1", "name": "Kader posyandu", "awards": {"7.2": 22, "1.3d": 0.66},
         "cost": 150000000, "years": [2025, 2026], "needs": ["M2"], "excludes": [], "agency": " ",
         "references": [{"kind": "RPJMD", "code": "2.08.02", "year": 2025}, {"kind": "DPA"}],
         "state": "running", "realisedCost": 0.0001, "chance": {"percent": 80}},
        {"code": "M2", "name": {"id": "Sosialisasi"}, "cost": 999999999999.9999,
         "chance": {"part": 4, "of": 5}}"""
      })
  void measures_ofEveryForm_areValidAsTheyStandAndAsTheyAreWritten(String measures) {
    String document = measures(measures);

    MeasureList read = KlaJson.strict().read(KlaFormat.MEASURES, document).orThrow();

    assertThat(refusals("measures", document)).isEmpty();
    assertThat(refusals("measures", KlaJson.strict().write(KlaFormat.MEASURES, read))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "{\"cost\": 1}",
        "{\"code\": \"M\"}",
        "{\"code\": 1, \"cost\": 1}",
        "{\"code\": \"M\", \"cost\": \"1\"}",
        "{\"code\": \"M\", \"cost\": 1, \"name\": 1}",
        "{\"code\": \"M\", \"cost\": 1, \"name\": {\"id\": 1}}",
        "{\"code\": \"M\", \"cost\": 1, \"awards\": {\"72\": 1}}",
        "{\"code\": \"M\", \"cost\": 1, \"awards\": {\"7.2\": \"1\"}}",
        "{\"code\": \"M\", \"cost\": 1, \"years\": 2025}",
        "{\"code\": \"M\", \"cost\": 1, \"years\": [2025.5]}",
        "{\"code\": \"M\", \"cost\": 1, \"years\": [1e99]}",
        "{\"code\": \"M\", \"cost\": 1, \"needs\": [1]}",
        "{\"code\": \"M\", \"cost\": 1, \"excludes\": \"M2\"}",
        "{\"code\": \"M\", \"cost\": 1, \"references\": [{}]}",
        "{\"code\": \"M\", \"cost\": 1, \"references\": [{\"kind\": \"DPA\", \"year\": \"x\"}]}",
        "{\"code\": \"M\", \"cost\": 1, \"state\": \"PLANNED\"}",
        "{\"code\": \"M\", \"cost\": 1, \"realisedCost\": null}",
        "{\"code\": \"M\", \"cost\": 1, \"chance\": 0.8}",
        "{\"code\": \"M\", \"cost\": 1, \"chance\": {\"count\": 1}}"
      })
  void measures_brokenShape_isRefusedWhereTheReaderFindsAFault(String measure) {
    String document = measures(measure);
    List<String> faults = pointersOf(KlaJson.strict().read(KlaFormat.MEASURES, document).faults());

    List<String> refused = pointers(refusals("measures", document));

    assertThat(faults).isNotEmpty();
    isSeen(faults, refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\": \" \", \"cost\": 1}",
        "{\"code\": \"M\", \"cost\": -1}",
        "{\"code\": \"M\", \"cost\": 1e12}",
        "{\"code\": \"M\", \"cost\": 1, \"years\": [1899]}",
        "{\"code\": \"M\", \"cost\": 1, \"awards\": {\"7.2\": -1}}",
        "{\"code\": \"M\", \"cost\": 1, \"references\": [{\"kind\": \" \"}]}"
      })
  void measures_brokenMeaning_isRefusedByBoth(String measure) {
    String document = measures(measure);

    assertThat(KlaJson.strict().read(KlaFormat.MEASURES, document).value()).isEmpty();
    assertThat(refusals("measures", document)).isNotEmpty();
  }

  private static String measures(String measures) {
    return "{\"format\": \"kla.measures/1\", \"edition\": \"kla-2024\", \"measures\": ["
        + measures
        + "]}";
  }

  private static String declared(String results) {
    return "{\"format\": \"kla.declared/1\", \"results\": [" + results + "]}";
  }

  private static String patch(String patch) {
    return "{\"patches\": [" + patch + "]}";
  }

  private static List<String> pointers(List<Refusal> refusals) {
    return refusals.stream().map(Refusal::pointer).distinct().toList();
  }

  // Bad documents

  /** Why a schema does not see what is wrong with a document. */
  private enum Unseen {
    /** It can't be read, so that there is nothing to hold a schema to. */
    NO_JSON,
    /** Its encoding, or a text of it, is broken, and a reader of JSON may not mind. */
    TEXT,
    /** Of two members of one name a reader of JSON keeps one. */
    REPEATED,
    /** Validators that divide in binary fractions would refuse exact decimals. */
    DECIMALS,
    /** Two numbers do not fit each other. */
    TWO_NUMBERS,
    /** What is known is for the edition, or the list of regions, to say. */
    NOT_KNOWN
  }

  /** The bad documents of which a schema does not see what is wrong; it sees all others. */
  private static final Map<String, Unseen> UNSEEN =
      Map.ofEntries(
          entry("broken-syntax", Unseen.NO_JSON),
          entry("truncated", Unseen.NO_JSON),
          entry("unclosed-text", Unseen.NO_JSON),
          entry("empty", Unseen.NO_JSON),
          entry("blank", Unseen.NO_JSON),
          entry("comment", Unseen.NO_JSON),
          entry("trailing-content", Unseen.NO_JSON),
          entry("trailing-letters", Unseen.NO_JSON),
          entry("latin-1", Unseen.NO_JSON),
          entry("lone-surrogate-in-bytes", Unseen.NO_JSON),
          entry("exponent", Unseen.NO_JSON),
          entry("exponent-of-count", Unseen.NO_JSON),
          entry("exponent-of-percent", Unseen.NO_JSON),
          entry("utf-16", Unseen.TEXT),
          entry("lone-surrogate", Unseen.TEXT),
          entry("duplicate-member", Unseen.REPEATED),
          entry("answered-twice", Unseen.REPEATED),
          entry("stated-twice", Unseen.REPEATED),
          entry("five-decimals", Unseen.DECIMALS),
          entry("too-exact", Unseen.DECIMALS),
          entry("stated-too-exact", Unseen.DECIMALS),
          entry("more-than-the-whole", Unseen.TWO_NUMBERS),
          entry("more-than-the-whole-alone", Unseen.TWO_NUMBERS),
          entry("unknown-edition", Unseen.NOT_KNOWN),
          entry("unknown-region", Unseen.NOT_KNOWN),
          entry("unknown-region-code", Unseen.NOT_KNOWN),
          entry("ambiguous-region", Unseen.NOT_KNOWN),
          entry("unknown-stage", Unseen.NOT_KNOWN),
          entry("unknown-question", Unseen.NOT_KNOWN),
          entry("unknown-cluster", Unseen.NOT_KNOWN),
          entry("unknown-indicator", Unseen.NOT_KNOWN),
          entry("above-maximum", Unseen.NOT_KNOWN),
          entry("text-as-points", Unseen.NOT_KNOWN),
          entry("share-as-points", Unseen.NOT_KNOWN));

  static List<String> badFiles() throws IOException {
    try (Stream<Path> files = Files.list(BAD)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  static List<String> seenFiles() throws IOException {
    return badFiles().stream().filter(file -> !UNSEEN.containsKey(stem(file))).toList();
  }

  private static String stem(String file) {
    return file.replaceFirst("\\.json$", "");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("seenFiles")
  void assessment_badDocument_isRefusedWhereTheReaderFindsAFault(String file) throws IOException {
    List<String> faults =
        pointersOf(KlaJson.strict().read(KlaFormat.ASSESSMENT, BAD.resolve(file)).faults());
    JsonNode document = Schemas.find(Files.readAllBytes(BAD.resolve(file))).orElseThrow();

    List<String> refused = pointers(Schemas.refusals("assessment", document));

    isSeen(faults, refused);
  }

  /** Every fault is refused at its place or above; nothing is refused elsewhere. */
  private static void isSeen(List<String> faults, List<String> refused) {
    assertThat(faults)
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(refused).anyMatch(place -> isIn(fault, place)));
    assertThat(refused)
        .allSatisfy(
            place ->
                assertThat(faults).anyMatch(fault -> isIn(fault, place) || isIn(place, fault)));
  }

  private static boolean isIn(String pointer, String other) {
    return (pointer + "/").startsWith(other + "/");
  }

  private static List<String> pointersOf(List<Fault> faults) {
    return faults.stream()
        .map(fault -> fault.place() instanceof Place.InDocument place ? place.pointer() : "none")
        .toList();
  }

  @Test
  void unseen_everyDocument_isInTheFolderAndNotSeenIndeed() throws IOException {
    Set<String> inFolder = new TreeSet<>();
    Map<String, List<Refusal>> seen = new LinkedHashMap<>();
    Set<String> unreadable = new TreeSet<>();
    for (String file : badFiles()) {
      inFolder.add(stem(file));
      Optional<JsonNode> document = Schemas.find(Files.readAllBytes(BAD.resolve(file)));
      if (document.isEmpty()) {
        unreadable.add(stem(file));
      } else if (UNSEEN.containsKey(stem(file))) {
        seen.put(stem(file), Schemas.refusals("assessment", document.get()));
      }
    }

    assertThat(inFolder).containsAll(UNSEEN.keySet());
    assertThat(unreadable)
        .containsExactlyInAnyOrderElementsOf(
            UNSEEN.keySet().stream().filter(file -> UNSEEN.get(file) == Unseen.NO_JSON).toList());
    assertThat(seen.values()).allSatisfy(refusals -> assertThat(refusals).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "evidence": {}
          "evidence": [1]
          "evidence": [{"id": "E1"}]
          "evidence": [{"questions": []}]
          "evidence": [{"id": 1, "questions": []}]
          "evidence": [{"id": "E", "questions": "1.1"}]
          "evidence": [{"id": "E", "questions": ["11"]}]
          "evidence": [{"id": "E", "questions": ["1.1.1"]}]
          "evidence": [{"id": "E", "questions": [], "issued": "31-12-2023"}]
          "evidence": [{"id": "E", "questions": [], "issued": "2023-02-30"}]
          "evidence": [{"id": "E", "questions": [], "received": "2023-1-1"}]
          "evidence": [{"id": "E", "questions": [], "validFrom": "2023-02-29"}]
          "evidence": [{"id": "E", "questions": [], "validUntil": "+12023-02-28"}]
          "evidence": [{"id": "E", "questions": [], "issued": 2023}]
          "evidence": [{"id": "E", "questions": [], "digest": "abc"}]
          "evidence": [{"id": "E", "questions": [], "status": "accepted"}]
          "evidence": [{"id": "E", "questions": [], "status": {"VA": "ok"}}]
          "evidence": [{"id": "E", "questions": [], "status": {"VA": null}}]
          "evidence": [{"id": "E", "questions": [], "status": {"VA": {}}}]
          "evidence": [{"id": "E", "questions": [], "status": {"VA": {"ruling": "ok"}}}]
          "evidence": [{"id": "E", "questions": [], "status": {"VA": {"ruling": "accepted", "x": 1}}}]
          "evidence": [{"id": "E", "questions": [], "datum": "x"}]
          "agencies": [{}]
          "agencies": [{"code": "a", "kind": "OPD"}]
          "agencies": [{"code": "a", "kind": "Own"}]
          "agencies": [{"code": "a", "aliases": "b"}]
          "agencies": [{"code": "a", "aliases": [null]}]
          "findings": [{"question": "1.1", "stage": "VA"}]
          "findings": [{"question": "1.1", "ruling": "struck"}]
          "findings": [{"stage": "VA", "ruling": "struck"}]
          "findings": [{"question": 1.1, "stage": "VA", "ruling": "struck"}]
          "findings": [{"question": "1.1", "stage": "VA", "ruling": "rejected"}]
          "findings": [{"question": "1.1", "stage": "VA", "ruling": "revised"}]
          "findings": [{"question": "1.1", "stage": "VA", "ruling": "revised", "points": "3"}]
          """)
  void assessment_brokenPart_isRefusedWhereTheReaderFindsAFault(String parts) {
    String document = sheet("\"answers\": {}, " + parts);
    List<String> faults =
        pointersOf(KlaJson.strict().read(KlaFormat.ASSESSMENT, document).faults());

    List<String> refused = pointers(refusals("assessment", document));

    isSeen(faults, refused);
  }

  /** The reader checks a whole part and says where that begins; a schema sees the member. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /evidence/0/kind    | "evidence": [{"id": "E", "questions": [], "kind": "a kind"}]
          /agencies/0/roles/0 | "agencies": [{"code": "a", "roles": ["a role"]}]
          /findings/0/points  | "findings": [{"question": "1.1", "stage": "VA", "ruling": "struck", "points": 0}]
          /findings/0/points  | "findings": [{"question": "1.1", "stage": "VA", "ruling": "revised", "points": -1}]
          """)
  void assessment_brokenMemberOfAPart_isRefusedNearerThanTheReaderSays(
      String pointer, String parts) {
    String document = sheet("\"answers\": {}, " + parts);
    List<String> faults =
        pointersOf(KlaJson.strict().read(KlaFormat.ASSESSMENT, document).faults());

    List<String> refused = pointers(refusals("assessment", document));

    assertThat(refused).containsExactly(pointer);
    assertThat(faults).hasSize(1).allSatisfy(fault -> assertThat(isIn(pointer, fault)).isTrue());
  }

  // Forms

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0.0",
        "0.0001",
        "0.3",
        "0.66",
        "0.10000000000000000000",
        "771.81",
        "1e1",
        "15000e-4",
        "1000000000",
        "0e999999999",
        "\"rutin\"",
        "\"\"",
        "{\"points\": 12}",
        "{\"level\": \"rutin\"}",
        "{\"percent\": 0}",
        "{\"percent\": 96.123456789012}",
        "{\"percent\": 100.0}",
        "{\"part\": 0, \"of\": 1}",
        "{\"of\": 46, \"part\": 45}",
        "{\"count\": 7}",
        "{\"count\": 7.0}",
        "{\"count\": 7e2}",
        "{\"before\": -999999999999.999999, \"now\": 1E+11}",
        "{\"points\": 1.25, \"measured\": {\"part\": 45, \"of\": 46}}",
        "{\"level\": \"rutin\", \"measured\": {\"percent\": 3}}",
        "{\"percent\": 97, \"measured\": {\"count\": 3}}",
        "{\"measured\": {\"before\": 3, \"now\": 2}}",
        "{\"notApplicable\": \"tidak ada desa\"}"
      })
  void answer_formThatTheReaderTakes_isValid(String answer) {
    assertThat(shapeFaults(answer)).isEmpty();
    assertThat(refusalsOfAnswer(answer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "[]",
        "[1]",
        "{}",
        "1e999999999",
        "{\"points\": null}",
        "{\"level\": null}",
        "{\"percent\": -1}",
        "{\"percent\": 100.000000000001}",
        "{\"percent\": \"97\"}",
        "{\"part\": 45}",
        "{\"of\": 46}",
        "{\"part\": 0, \"of\": 0}",
        "{\"part\": -1, \"of\": 1}",
        "{\"part\": 0.5, \"of\": 1}",
        "{\"count\": 1000000000000000}",
        "{\"count\": 0.1}",
        "{\"before\": 1}",
        "{\"now\": 1}",
        "{\"before\": 1000000000000, \"now\": 1}",
        "{\"before\": 1, \"now\": -1000000000000}",
        "{\"points\": 1, \"level\": \"a\"}",
        "{\"points\": 1, \"percent\": 1}",
        "{\"points\": 1, \"now\": 1}",
        "{\"level\": \"a\", \"of\": 1}",
        "{\"percent\": 97, \"count\": 45}",
        "{\"part\": 45, \"of\": 46, \"percent\": 97}",
        "{\"measured\": {}}",
        "{\"measured\": null}",
        "{\"measured\": {\"points\": 1}}",
        "{\"measured\": {\"part\": 45}}",
        "{\"measured\": {\"percent\": 97, \"count\": 45}}",
        "{\"points\": 1, \"measured\": {}}",
        "{\"notApplicable\": null}",
        "{\"notApplicable\": \"no\", \"points\": 1}",
        "{\"notApplicable\": \"no\", \"measured\": {\"count\": 1}}",
        "{\"notApplicable\": \"no\", \"percent\": 1}"
      })
  void answer_formThatTheReaderRefuses_isRefused(String answer) {
    assertThat(shapeFaults(answer)).isNotEmpty();
    assertThat(refusalsOfAnswer(answer)).isNotEmpty();
  }

  /** What only the whole sheet's check refuses, whatever the edition. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-0.0001",
        "1000000000.0001",
        "{\"points\": -1}",
        "{\"notApplicable\": \"\"}",
        "{\"notApplicable\": \" \\t\\n\"}"
      })
  void answer_formThatNoEditionTakes_isRefused(String answer) {
    assertThat(KlaJson.strict().read(KlaFormat.ASSESSMENT, sheetOf(answer)).value()).isEmpty();
    assertThat(refusalsOfAnswer(answer)).isNotEmpty();
  }

  private static String sheetOf(String answer) {
    return sheet("\"answers\": {\"1.1\": " + answer + "}");
  }

  private static List<Fault> shapeFaults(String answer) {
    String document = sheetOf(answer);
    try (JsonParser parser = new JsonFactory().createParser(document)) {
      return AssessmentReader.draft(
              JsonCursor.before(
                  parser, JsonCursor.Places.KNOWN, KlaJson.Door.STRICT, "sheet", document))
          .faults();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static List<Refusal> refusalsOfAnswer(String answer) {
    return Schemas.refusalsOfPart("assessment", "answer", Schemas.parse(answer));
  }

  @Test
  void round_everyPairOfYears_isValidIfTheyMakeARound() {
    List<String> texts = new ArrayList<>(List.of("", "24", "2024/", "/2024", "2024/25", " 2024\n"));
    for (int year = 1890; year <= 2210; year++) {
      texts.add(Integer.toString(year));
      for (int apart : List.of(-99, -9, -1, 0, 1, 2, 9, 10, 11, 91, 99, 100, 101, 1001)) {
        texts.add(year + "/" + (year + apart));
      }
    }

    List<String> valid = valid("round", texts);

    assertThat(valid)
        .hasSize(1 + 300 + 299)
        .containsExactlyElementsOf(
            texts.stream().filter(text -> Round.find(text.strip()).isPresent()).toList());
  }

  @Test
  void day_everyDayOfSeveralYears_isValidIfTheCalendarHasIt() {
    List<String> texts = new ArrayList<>(List.of("", "2023-1-01", "12023-01-01", "2023-01-01 "));
    for (int year : List.of(0, 1900, 1996, 1999, 2000, 2023, 2024, 2100, 2400, 9999)) {
      for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 32; day++) {
          texts.add("%04d-%02d-%02d".formatted(year, month, day));
        }
      }
    }

    List<String> valid = valid("day", texts);

    assertThat(valid)
        .hasSize(10 * 365 + 5)
        .containsExactlyElementsOf(texts.stream().filter(SchemaTest::isDay).toList());
  }

  private static boolean isDay(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }

  @Test
  void questionCode_everyAsciiCharacter_isValidIfACodeCanHaveIt() {
    List<String> texts =
        new ArrayList<>(
            List.of(
                "1",
                "1.",
                ".1",
                "1.1\n",
                "é.ж१",
                "a".repeat(64) + "." + "b".repeat(64),
                "a".repeat(65) + ".b",
                "a." + "b".repeat(65)));
    IntStream.range(0, 128)
        .forEach(c -> texts.addAll(List.of("a" + (char) c + "b.1", "1." + (char) c)));

    List<String> valid = valid("questionCode", texts);

    assertThat(valid)
        .containsExactlyElementsOf(
            texts.stream().filter(text -> QuestionCode.find(text).isPresent()).toList());
  }

  @Test
  void code_everyAsciiCharacter_isValidIfACodeCanHaveIt() {
    List<String> texts = new ArrayList<>(List.of("", "é", "a".repeat(64), "a".repeat(65)));
    IntStream.range(0, 128).forEach(c -> texts.addAll(List.of("a" + (char) c, (char) c + "a")));

    List<String> valid = valid("code", texts);

    assertThat(valid)
        .containsExactlyElementsOf(
            texts.stream().filter(text -> QuestionCode.find(text + ".1").isPresent()).toList());
  }

  private static List<String> valid(String definition, List<String> texts) {
    return texts.stream()
        .filter(
            text ->
                Schemas.refusalsOfPart("assessment", definition, TextNode.valueOf(text)).isEmpty())
        .toList();
  }

  // Members

  /**
   * Objects of a schema that stand in the same place, and a document with an unknown member there.
   *
   * @param schema the schema's name
   * @param objects the pointers to the objects in the schema
   * @param document the document
   */
  private record Unknown(String schema, List<String> objects, String document) {}

  private static Unknown unknown(String schema, String document, String... objects) {
    return new Unknown(schema, List.of(objects), document);
  }

  private static Unknown ofTable(String table, String definition) {
    return unknown("edition", "{\"" + table + "\": [" + UNKNOWN + "]}", "/$defs/" + definition);
  }

  private static final String UNKNOWN = "{\"an unknown member\": 1}";

  private static final List<Unknown> UNKNOWNS =
      List.of(
          unknown("assessment", UNKNOWN, ""),
          unknown("assessment", sheetOf(UNKNOWN), "/$defs/fullAnswer"),
          unknown("assessment", sheetOf("{\"measured\": " + UNKNOWN + "}"), "/$defs/fact"),
          unknown("assessment", sheet("\"stated\": " + UNKNOWN), "/$defs/statedTotals"),
          unknown("assessment", sheet("\"agencies\": [" + UNKNOWN + "]"), "/$defs/agency"),
          unknown("assessment", sheet("\"evidence\": [" + UNKNOWN + "]"), "/$defs/evidence"),
          unknown(
              "assessment",
              sheet("\"evidence\": [{\"status\": {\"VA\": " + UNKNOWN + "}}]"),
              "/$defs/fullStatus"),
          unknown("assessment", sheet("\"findings\": [" + UNKNOWN + "]"), "/$defs/finding"),
          unknown("scored", UNKNOWN, ""),
          unknown("evidence", UNKNOWN, ""),
          unknown("stages", UNKNOWN, ""),
          unknown("rollup", UNKNOWN, ""),
          unknown("whatif", UNKNOWN, ""),
          unknown("whatif", "{\"name\": " + UNKNOWN + "}", "/$defs/name"),
          unknown("whatif", patch(UNKNOWN), "/$defs/patch"),
          unknown("whatif", patch("{\"setAnswer\": " + UNKNOWN + "}"), "/$defs/setAnswer"),
          unknown("whatif", patch("{\"removeFinding\": " + UNKNOWN + "}"), "/$defs/removeFinding"),
          unknown("gap", UNKNOWN, ""),
          unknown("plan", UNKNOWN, ""),
          unknown("rad", UNKNOWN, ""),
          unknown("edition", UNKNOWN, ""),
          unknown("edition", "{\"edition\": " + UNKNOWN + "}", "/properties/edition"),
          ofTable("clusters", "cluster"),
          ofTable("indicators", "indicator"),
          ofTable("questions", "question"),
          ofTable("scales", "step"),
          ofTable("evidence", "kind"),
          ofTable("requirements", "requirement"),
          ofTable("roles", "role"),
          ofTable("topics", "topic"),
          ofTable("ladder", "tier"),
          ofTable("stages", "stage"),
          ofTable("sources", "source"),
          ofTable("accepted", "accepted"),
          ofTable("changes", "change"),
          unknown("declared", UNKNOWN, ""),
          unknown("declared", declared(UNKNOWN), "/$defs/result"),
          unknown("measures", UNKNOWN, ""),
          unknown("measures", measures(UNKNOWN), "/$defs/measure"),
          unknown("measures", measures("{\"name\": " + UNKNOWN + "}"), "/$defs/name"),
          unknown("measures", measures("{\"references\": [" + UNKNOWN + "]}"), "/$defs/reference"),
          unknown("faults", UNKNOWN, ""),
          unknown(
              "faults",
              "{\"format\": \"kla.faults/1\", \"faults\": [" + UNKNOWN + "]}",
              "/$defs/fault"),
          unknown("faults", fault("{\"part\": " + UNKNOWN + "}", "{}"), "/$defs/label"),
          unknown(
              "faults",
              fault(UNKNOWN, "{}"),
              "/$defs/inDocument",
              "/$defs/inTable",
              "/$defs/inEdition",
              "/$defs/inFile"));

  static Stream<Arguments> unknowns() {
    return UNKNOWNS.stream().map(at -> arguments(at.schema(), at.objects(), at.document()));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("unknowns")
  void members_ofAnObjectOfASchema_areThoseThatTheReaderKnows(
      String schema, List<String> objects, String document) {
    Set<String> members = new TreeSet<>();
    for (String object : objects) {
      members.addAll(members(Schemas.tree(schema).at(object + "/properties")).keySet());
    }

    List<Fault> faults =
        KlaJson.strict().read(KlaFormat.find(schema).orElseThrow(), document).faults();

    assertThat(faults)
        .filteredOn(fault -> fault.code() == FaultCode.UNKNOWN_MEMBER)
        .singleElement()
        .extracting(fault -> fault.arguments().get("allowed"))
        .isInstanceOfSatisfying(
            Argument.Names.class,
            known -> assertThat(known.values()).containsExactlyInAnyOrderElementsOf(members));
  }

  @ParameterizedTest
  @ValueSource(strings = {"assessment", "whatif", "edition", "declared", "measures", "faults"})
  void members_ofEveryObjectOfASchemaThatIsReadMemberByMember_areCompared(String name) {
    Set<String> objects = objects(Schemas.tree(name)).keySet();

    assertThat(
            UNKNOWNS.stream()
                .filter(at -> at.schema().equals(name))
                .flatMap(at -> at.objects().stream()))
        .containsExactlyInAnyOrderElementsOf(objects);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("unknowns")
  void members_unknownOne_isRefused(String schema, List<String> objects, String document) {
    List<Refusal> refusals = refusals(schema, document);

    assertThat(refusals)
        .filteredOn(refusal -> refusal.keyword().equals("additionalProperties"))
        .extracting(Refusal::pointer)
        .anySatisfy(pointer -> assertThat(pointer).endsWith("/an unknown member"));
  }

  /** What is never left out is written whenever its document is valid: the writer knows it. */
  @ParameterizedTest
  @ValueSource(strings = {"scored", "faults"})
  void members_ofWhatIsWrittenAsAWhole_areAllNeeded(String name) {
    Map<String, JsonNode> objects = objects(Schemas.tree(name));

    objects.forEach(
        (pointer, object) -> {
          List<String> required = new ArrayList<>();
          object.at("/required").forEach(member -> required.add(member.asText()));
          Set<String> written = new HashSet<>(members(object.at("/properties")).keySet());
          // Documents of older builds have no digests; the others are written where they are.
          written.removeAll(
              Set.of("digests", "changedFrom", "view", "asOf", "claim", "causes", "unchecked"));
          if (pointer.endsWith("/view")) {
            written.remove("stage");
          }
          assertThat(required).as(pointer).containsExactlyInAnyOrderElementsOf(written);
        });
  }

  /** What an enumeration of the schema lists is what the reader says that it allows. */
  @ParameterizedTest
  @MethodSource("enumerations")
  void words_ofAnEnumeration_areThoseThatTheReaderAllows(
      String schema, String pointer, String document) {
    List<String> words = new ArrayList<>();
    Schemas.tree(schema).at(pointer + "/enum").forEach(word -> words.add(word.asText()));

    List<Fault> faults =
        KlaJson.strict().read(KlaFormat.find(schema).orElseThrow(), document).faults();

    assertThat(faults).extracting(Fault::code).containsExactly(FaultCode.BAD_WORD);
    assertThat(faults.get(0).arguments()).containsEntry("allowed", Argument.of(words));
  }

  static Stream<Arguments> enumerations() {
    String answers = "\"answers\": {}, ";
    return Stream.of(
        arguments(
            "assessment",
            "/$defs/agency/properties/kind",
            sheet(answers + "\"agencies\": [{\"code\": \"a\", \"kind\": \"?\"}]")),
        arguments(
            "assessment",
            "/$defs/evidenceRuling",
            sheet(
                answers
                    + "\"evidence\": [{\"id\": \"E\", \"questions\": [],"
                    + " \"status\": {\"VA\": \"?\"}}]")),
        arguments(
            "assessment",
            "/$defs/finding/properties/ruling",
            sheet(
                answers
                    + "\"findings\": [{\"question\": \"1.1\", \"stage\": \"VA\","
                    + " \"ruling\": \"?\"}]")),
        arguments(
            "measures",
            "/$defs/measure/properties/state",
            measures("{\"code\": \"M\", \"cost\": 1, \"state\": \"?\"}")),
        arguments(
            "faults",
            "/$defs/fault/properties/severity",
            fault("{}", "{\"found\": \"x\"}").replace("\"error\"", "\"?\"")));
  }

  // Limits

  /**
   * Every list, and every object whose members are codes, has at most so many entries; but all the
   * faults of a document are told.
   */
  @ParameterizedTest
  @MethodSource("names")
  void schema_everyList_endsWhereTheReaderEnds(String name) {
    List<JsonNode> parts = new ArrayList<>();
    parts(Schemas.tree(name), parts);

    assertThat(parts)
        .filteredOn(
            part -> part.has("items") && !part.at("/items/$ref").asText().endsWith("/fault"))
        .isNotEmpty()
        .allMatch(part -> part.path("maxItems").asInt() == KlaJson.MOST);
    assertThat(parts)
        .filteredOn(part -> part.path("additionalProperties").isObject())
        .allMatch(part -> part.path("maxProperties").asInt() == KlaJson.MOST);
  }

  private static void parts(JsonNode part, List<JsonNode> parts) {
    parts.add(part);
    part.forEach(below -> parts(below, parts));
  }

  @Test
  void assessment_oneEntryTooMany_isRefusedWhereTheReaderFindsAFault() {
    String names = String.join(", ", Collections.nCopies(KlaJson.MOST + 1, "\"\""));
    String document =
        sheet("\"answers\": {}, \"agencies\": [{\"code\": \"a\", \"aliases\": [" + names + "]}]");
    List<Fault> faults = KlaJson.strict().read(KlaFormat.ASSESSMENT, document).faults();

    List<Refusal> refusals = refusals("assessment", document);

    assertThat(faults).extracting(Fault::code).containsExactly(FaultCode.TOO_MANY);
    assertThat(refusals).extracting(Refusal::keyword).containsExactly("maxItems");
    isSeen(pointersOf(faults), pointers(refusals));
  }
}
