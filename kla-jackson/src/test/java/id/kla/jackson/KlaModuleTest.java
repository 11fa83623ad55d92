package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.node.POJONode;
import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.assessment.Round;
import id.kla.assessment.StatedTotals;
import id.kla.edition.Edition;
import id.kla.edition.EditionTables;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.fault.Digest;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import id.kla.region.Province;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.scoring.Basis;
import id.kla.scoring.Cause;
import id.kla.scoring.DigestRecord;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredCluster;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.Standing;
import id.kla.scoring.State;
import id.kla.scoring.View;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KlaModuleTest {

  private static final Edition TINY =
      EditionTables.read(Path.of("src", "test", "resources", "id", "kla", "jackson", "tiny"))
          .orThrow();

  private static ObjectMapper mapper() {
    return new ObjectMapper().registerModule(new KlaModule());
  }

  private static String sheet(String edition, String answers, String more) {
    return """
    {"format": "kla.assessment/1", "edition": "%s", "region": "16.10", "round": "2023",
     "stage": "self", "answers": %s%s}"""
        .formatted(edition, answers, more);
  }

  private static FaultyDocumentException faulty(ObjectMapper mapper, String json, Class<?> type) {
    return catchThrowableOfType(FaultyDocumentException.class, () -> mapper.readValue(json, type));
  }

  private static List<FaultCode> codes(FaultyDocumentException thrown) {
    return thrown.faults().stream().map(Fault::code).toList();
  }

  private static String pointer(Fault fault) {
    return fault.place() instanceof Place.InDocument place ? place.pointer() : "no pointer";
  }

  private static int line(Fault fault) {
    return fault.place() instanceof Place.InDocument place ? place.line() : -1;
  }

  // Finding the module

  @Test
  void mapper_thatWritesTypes_leavesDocumentsAlone() throws IOException {
    ObjectMapper mapper = mapper();
    mapper.activateDefaultTyping(
        BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
        ObjectMapper.DefaultTyping.NON_FINAL);
    String sheet = sheet("kla-2024", "{\"1.1\": 12}", "");
    Assessment read = mapper.readValue(sheet, Assessment.class);

    assertThat(read.answer(QuestionCode.parse("1.1"))).contains(Answer.of(Points.of(12)));
    assertThat(mapper.readValue(mapper.writeValueAsString(read), Assessment.class)).isEqualTo(read);
  }

  @Test
  void findAndRegisterModules_findsKla() throws IOException {
    ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();

    assertThat(mapper.getRegisteredModuleIds()).contains(KlaModule.class.getName());
    assertThat(mapper.readValue("12.5", Points.class)).isEqualTo(Points.parse("12.5"));
  }

  @Test
  void findModules_kla_isThereOnce() {
    assertThat(ObjectMapper.findModules()).filteredOn(KlaModule.class::isInstance).hasSize(1);
  }

  /** This module does not use the service itself, so that the test must say that it does. */
  @Test
  void serviceLoader_modulesOfJackson_findsKla() {
    KlaModuleTest.class.getModule().addUses(Module.class);

    assertThat(ServiceLoader.load(Module.class)).filteredOn(KlaModule.class::isInstance).hasSize(1);
  }

  @Test
  void moduleDescriptor_services_providesKla() {
    java.lang.Module module = KlaModule.class.getModule();

    if (module.isNamed()) {
      assertThat(module.getDescriptor().provides())
          .anySatisfy(
              provided -> {
                assertThat(provided.service()).isEqualTo(Module.class.getName());
                assertThat(provided.providers()).containsExactly(KlaModule.class.getName());
              });
    }
  }

  // Editions

  @Test
  void of_ownEditions_areKnownBesideTheBuiltInOnes() throws IOException {
    ObjectMapper mapper = new ObjectMapper().registerModule(KlaModule.of(List.of(TINY)));

    Assessment own = mapper.readValue(sheet("tiny", "{\"1.1\": \"draft\"}", ""), Assessment.class);
    Assessment builtIn = mapper.readValue(sheet("kla-2024", "{\"1.1\": 12}", ""), Assessment.class);

    assertThat(own.edition()).isSameAs(TINY);
    assertThat(builtIn.edition()).isSameAs(Editions.kla2024());
  }

  @Test
  void of_ownEditionOfABuiltInName_goesFirst() throws IOException {
    Edition other = Edition.builder().from(TINY).id("kla-2024").build();
    ObjectMapper mapper = new ObjectMapper().registerModule(KlaModule.of(List.of(other)));

    Assessment read = mapper.readValue(sheet("kla-2024", "{}", ""), Assessment.class);

    assertThat(read.edition()).isSameAs(other);
  }

  @Test
  void readValue_unknownEdition_isOneFault() {
    FaultyDocumentException thrown =
        faulty(mapper(), sheet("tiny", "{\"1.1\": \"draft\", \"9.9\": -1}", ""), Assessment.class);

    assertThat(thrown.faults())
        .extracting(Fault::code, KlaModuleTest::pointer)
        .containsExactly(tuple(FaultCode.UNKNOWN_EDITION, "/edition"));
    assertThat(thrown).hasMessageContaining("edition \"tiny\" is not known; known: kla-2024");
  }

  // All faults in one exception

  @Test
  void readValue_faultsOfShapeAndOfEdition_travelTogether() {
    String json =
        """
        {"format": "kla.assessment/9", "edition": "kla-2024", "region": "Atlantis",
         "round": "2023", "stage": "self", "sorce": 1,
         "answers": {"1.1": 13, "9.9": 1, "1.2a": 0.00001, "25.2": {"part": 2, "of": 1}},
         "evidence": [{"id": "E1", "questions": ["1.1"], "issued": "kemarin"}],
         "stated": {"clusters": {"VI": 1}}}""";

    FaultyDocumentException thrown = faulty(mapper(), json, Assessment.class);

    assertThat(thrown.faults())
        .extracting(Fault::code, KlaModuleTest::pointer, KlaModuleTest::line)
        .containsExactly(
            tuple(FaultCode.WRONG_FORMAT, "/format", 1),
            tuple(FaultCode.UNKNOWN_REGION, "/region", 1),
            tuple(FaultCode.UNKNOWN_MEMBER, "/sorce", 2),
            tuple(FaultCode.POINTS_ABOVE_MAXIMUM, "/answers/1.1", 3),
            tuple(FaultCode.UNKNOWN_QUESTION, "/answers/9.9", 3),
            tuple(FaultCode.TOO_MANY_DECIMALS, "/answers/1.2a", 3),
            tuple(FaultCode.BAD_SHARE, "/answers/25.2", 3),
            tuple(FaultCode.BAD_DATE, "/evidence/0/issued", 4),
            tuple(FaultCode.UNKNOWN_CLUSTER, "/stated/clusters/VI", 5));
    assertThat(thrown.faults())
        .allSatisfy(
            fault -> assertThat(thrown.getMessage()).contains(fault.toString().split(" ", 2)[1]));
  }

  @Test
  void readValue_brokenSyntax_keepsWhatWasFoundBefore() {
    String json =
        """
        {"format": "kla.assessment/1", "edition": "kla-2024", "region": "Atlantis",
         "round": "2023", "stage": "self",
         "answers": {"1.1": 13,
           "1.2a" 1}}""";

    FaultyDocumentException thrown = faulty(mapper(), json, Assessment.class);

    assertThat(thrown.faults())
        .extracting(Fault::code, KlaModuleTest::pointer, KlaModuleTest::line)
        .containsExactly(
            tuple(FaultCode.UNKNOWN_REGION, "/region", 1),
            tuple(FaultCode.POINTS_ABOVE_MAXIMUM, "/answers/1.1", 3),
            tuple(FaultCode.BROKEN_JSON, "/answers", 4));
  }

  @Test
  void readValue_truncatedValue_isOneFault() {
    FaultyDocumentException thrown =
        faulty(mapper(), "{\"total\": 12, \"clusters\": {", StatedTotals.class);

    assertThat(codes(thrown)).containsExactly(FaultCode.BROKEN_JSON);
    assertThat(thrown).hasMessageContaining("ends too early");
  }

  /**
   * A mapper takes other encodings, too; a buffer that it uses again may hold 32,768 characters.
   */
  @Test
  void readValue_brokenCharacterOfFourBytes_isOneFault() {
    byte[] json =
        sheet("kla-2024", "{}", ", \"source\": \"" + "x".repeat(40_000) + "\"")
            .getBytes(Charset.forName("UTF-32BE"));
    json[json.length - 8] = 0x7f;

    FaultyDocumentException thrown =
        catchThrowableOfType(
            FaultyDocumentException.class, () -> mapper().readValue(json, Assessment.class));

    assertThat(codes(thrown)).containsExactly(FaultCode.NOT_UTF8);
    assertThat(pointer(thrown.faults().get(0))).isEqualTo("/source");
  }

  @Test
  void readValue_warningsBesideAnError_travelWithIt() {
    FaultyDocumentException thrown =
        faulty(mapper(), sheet("kla-2024", "{\"1.2a\": 0.3, \"1.1\": 13}", ""), Assessment.class);

    assertThat(codes(thrown))
        .containsExactly(FaultCode.GRADE_NOT_NAMED, FaultCode.POINTS_ABOVE_MAXIMUM);
  }

  @Test
  void readValue_warningsAlone_areDropped() throws IOException {
    Assessment read =
        mapper().readValue(sheet("kla-2024", "{\"1.2a\": 0.3}", ""), Assessment.class);

    assertThat(read.answers()).hasSize(1);
  }

  /** What follows a value is the mapper's business. */
  @Test
  void readValue_whatFollows_isReadWhereTheMapperSaysSo() {
    String json = sheet("kla-2024", "{}", "") + " {}";

    assertThat(faulty(mapper(), json, Assessment.class)).isNull();
    assertThatThrownBy(
            () ->
                mapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(json, Assessment.class))
        .isInstanceOf(JsonProcessingException.class)
        .isNotInstanceOf(FaultyDocumentException.class);
  }

  /** Jackson never asks about null. */
  @ParameterizedTest
  @ValueSource(classes = {Points.class, Assessment.class, Label.class, Answer.class})
  void readValue_null_isNull(Class<?> type) throws IOException {
    assertThat((Object) mapper().readValue("null", type)).isNull();
  }

  @Test
  void exception_thatCrossedToAnotherProcess_hasItsMessageAndNoFaults() throws Exception {
    FaultyDocumentException thrown =
        faulty(mapper(), sheet("kla-2024", "{\"1.1\": 13}", ""), Assessment.class);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
      stream.writeObject(thrown);
    }

    Object again;
    try (ObjectInputStream stream =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      again = stream.readObject();
    }

    assertThat(again)
        .isInstanceOfSatisfying(
            FaultyDocumentException.class,
            crossed -> {
              assertThat(crossed.faults()).isEmpty();
              assertThat(crossed.getMessage()).contains("13 points");
            });
  }

  // Strict, whatever the mapper is set to

  static Stream<Arguments> mappers() {
    return Stream.of(
        arguments("as it comes", JsonMapper.builder()),
        arguments(
            "unknown properties",
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)),
        arguments(
            "empty for null",
            JsonMapper.builder()
                .enable(DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT)
                .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)),
        arguments(
            "one for many",
            JsonMapper.builder()
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .enable(DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)),
        arguments(
            "coercions",
            JsonMapper.builder()
                .enable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfigDefaults(
                    config -> {
                      for (CoercionInputShape shape : CoercionInputShape.values()) {
                        config.setCoercion(shape, CoercionAction.TryConvert);
                      }
                    })),
        arguments(
            "no coercions", JsonMapper.builder().disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)),
        arguments(
            "any case",
            JsonMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_VALUES)
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)),
        arguments(
            "big numbers",
            JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)),
        arguments(
            "no numbers", JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)),
        arguments("a handler of problems", JsonMapper.builder().addHandler(new Forgiving())));
  }

  /** Passes over everything that Jackson asks about. */
  private static final class Forgiving extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        JsonDeserializer<?> deserializer,
        Object beanOrClass,
        String propertyName)
        throws IOException {
      parser.skipChildren();
      return true;
    }
  }

  /** A value of a type, which is no such value, and what must be told of it. */
  private record Bad(Class<?> type, String json, FaultCode code, String pointer) {}

  /** A sheet is given by its members after the head. */
  private static final String BAD =
      """
      Assessment | "" | WRONG_TYPE |
      Assessment | [] | WRONG_TYPE |
      Assessment | [{"format": "kla.assessment/1"}] | WRONG_TYPE |
      Assessment | answers: {}, "catatan": {"a": [1]} | UNKNOWN_MEMBER | /catatan
      Assessment | answers: {}, "Source": "x" | UNKNOWN_MEMBER | /Source
      Assessment | answers: {}, "source": 5 | WRONG_TYPE | /source
      Assessment | answers: {"1.1": {"points": "12"}} | TEXT_AS_NUMBER | /answers/1.1/points
      Assessment | answers: {"1.1": null} | NULL_ANSWER | /answers/1.1
      Assessment | answers: {"25.2": {"measured": {"count": 2.5}}} | BAD_COUNT | /answers/25.2/measured/count
      Assessment | answers: {}, "stated": [] | EMPTY_ARRAY | /stated
      Assessment | answers: {}, "notes": "" | WRONG_TYPE | /notes
      Assessment | answers: {}, "agencies": {"code": "a"} | WRONG_TYPE | /agencies
      Assessment | answers: {}, "agencies": [{"code": "a", "kind": "OWN"}] | BAD_WORD | /agencies/0/kind
      Points | "12" | TEXT_AS_NUMBER |
      Points | "" | WRONG_TYPE |
      Points | true | WRONG_TYPE |
      Points | [12] | WRONG_TYPE |
      Points | 0.00001 | TOO_MANY_DECIMALS |
      Points | 1e30 | BAD_POINTS |
      Round | 2023 | WRONG_TYPE |
      Round | "23" | BAD_ROUND |
      RegionCode | 16.10 | WRONG_TYPE |
      QuestionCode | 14.1 | WRONG_TYPE |
      QuestionCode | "14" | BAD_QUESTION_CODE |
      Ratio | 0.5 | WRONG_TYPE |
      Ratio | "1/0" | BAD_NUMBER |
      Digest | "ab" | BAD_DIGEST |
      Label | "x" | WRONG_TYPE |
      Label | {"id": 1, "en": ""} | WRONG_TYPE | /id
      Share | {"percent": 101} | BAD_SHARE |
      Share | {"count": 1} | WRONG_TYPE |
      Response | {"notApplicable": "x"} | WRONG_TYPE |
      Answer | {} | WRONG_TYPE |
      Answer | {"points": 1, "count": 1} | WRONG_TYPE |
      StatedTotals | {"totals": 1} | UNKNOWN_MEMBER | /totals
      StatedTotals | {"clusters": {"K": "1"}} | TEXT_AS_NUMBER | /clusters/K
      Agency | {"name": "x"} | MISSING_MEMBER |
      Evidence | {"id": "E1"} | MISSING_MEMBER |
      Status | "ACCEPTED" | BAD_WORD |
      Finding | {"question": "1.1", "stage": "VA", "ruling": "revised"} | POINTS_WITHOUT_REVISION |
      DeclaredResult | {"region": "16.10", "round": "2023", "source": "x"} | NOTHING_DECLARED |
      DeclaredResult | {"region": 1610, "round": "2023", "total": 1, "source": "x"} | WRONG_TYPE | /region
      Place | {"file": 5} | WRONG_TYPE | /file
      Fault | {"code": "NOT_UTF8", "severity": "error", "place": {}, "values": {}} | MISSING_MEMBER |
      Edition | {"id": "x"} | UNKNOWN_MEMBER | /id
      ScoredAssessment | {"format": "kla.scored/2"} | WRONG_FORMAT | /format
      Region | {"code": "16", "kind": "kabupaten", "name": "x"} | BAD_REGION_CODE | /code
      Region | {"code": "16.10", "kind": "Kabupaten", "name": "x"} | BAD_WORD | /kind
      Region | {"code": "16.10", "kind": "kota"} | MISSING_MEMBER |
      Province | {"code": "16.10", "name": "x"} | BAD_REGION_CODE | /code
      View | {"basis": "evidenced"} | WRONG_TYPE |
      View | {"basis": "claimed", "asOf": "2023-06-30"} | WRONG_TYPE |
      View | {"basis": "evidenced", "asOf": 2023} | WRONG_TYPE | /asOf
      View | {"asOf": "2023-06-30"} | MISSING_MEMBER |
      DigestRecord | {"edition": "x", "assessment": "x", "result": "x"} | BAD_DIGEST | /result
      State | "SETTLED" | BAD_WORD |
      State | 0 | WRONG_TYPE |
      Basis | "" | BAD_WORD |
      Cause | "late" | BAD_WORD |
      Severity | "ERROR" | BAD_WORD |
      """;

  private static final List<Class<?>> TYPES =
      List.of(
          Agency.class,
          Answer.class,
          Assessment.class,
          DeclaredResult.class,
          Digest.class,
          Edition.class,
          Evidence.class,
          Evidence.Status.class,
          Fault.class,
          Finding.class,
          Label.class,
          Place.class,
          Points.class,
          QuestionCode.class,
          Ratio.class,
          RegionCode.class,
          Response.class,
          Round.class,
          Basis.class,
          Cause.class,
          DigestRecord.class,
          Province.class,
          Region.class,
          ScoredAssessment.class,
          Severity.class,
          Share.class,
          State.class,
          View.class,
          StatedTotals.class);

  private static List<Bad> badValues() {
    return BAD.lines().map(KlaModuleTest::bad).toList();
  }

  private static Bad bad(String line) {
    List<String> cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    String json = cells.get(1);
    return new Bad(
        TYPES.stream()
            .filter(type -> type.getSimpleName().equals(cells.get(0)))
            .findFirst()
            .orElseThrow(),
        json.startsWith("answers: ")
            ? sheet("kla-2024", json.substring("answers: ".length()), "")
            : json,
        FaultCode.valueOf(cells.get(2)),
        cells.get(3));
  }

  @Test
  void badValues_areOfEveryType() {
    assertThat(badValues()).extracting(Bad::type).containsAll(TYPES);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void readValue_badValue_isRefusedByEveryMapper(String name, JsonMapper.Builder builder) {
    ObjectMapper mapper = builder.addModule(new KlaModule()).build();

    assertThat(badValues())
        .allSatisfy(
            bad -> {
              FaultyDocumentException thrown = faulty(mapper, bad.json(), bad.type());
              assertThat(thrown).as(bad.json()).isNotNull();
              assertThat(thrown.faults())
                  .extracting(Fault::code, KlaModuleTest::pointer)
                  .contains(tuple(bad.code(), bad.pointer()));
            });
  }

  /** A tree has no lines; the pointers are the same. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void treeToValue_badValue_isRefusedByEveryMapper(String name, JsonMapper.Builder builder)
      throws IOException {
    ObjectMapper mapper = builder.addModule(new KlaModule()).build();

    for (Bad bad : badValues()) {
      JsonNode tree = mapper.readTree(bad.json());
      FaultyDocumentException thrown =
          catchThrowableOfType(
              FaultyDocumentException.class, () -> mapper.treeToValue(tree, bad.type()));

      assertThat(thrown).as(bad.json()).isNotNull();
      assertThat(thrown.faults())
          .extracting(Fault::code, KlaModuleTest::pointer, KlaModuleTest::line)
          .contains(tuple(bad.code(), bad.pointer(), 0));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void convertValue_badValue_isRefusedByEveryMapper(String name, JsonMapper.Builder builder)
      throws IOException {
    ObjectMapper mapper = builder.addModule(new KlaModule()).build();

    for (Bad bad : badValues()) {
      Object plain = mapper.readValue(bad.json(), Object.class);

      assertThatThrownBy(() -> mapper.convertValue(plain, bad.type()))
          .as(bad.json())
          .isInstanceOf(IllegalArgumentException.class)
          .cause()
          .isInstanceOfSatisfying(
              FaultyDocumentException.class,
              thrown ->
                  assertThat(thrown.faults())
                      .extracting(Fault::code, KlaModuleTest::pointer)
                      .contains(tuple(bad.code(), bad.pointer())));
    }
  }

  @Test
  void readValue_notANumber_isAFault() {
    ObjectMapper mapper =
        JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .addModule(new KlaModule())
            .build();

    assertThat(codes(faulty(mapper, "NaN", Points.class))).containsExactly(FaultCode.BAD_POINTS);
    assertThat(codes(faulty(mapper, "{\"percent\": Infinity}", Share.class)))
        .containsExactly(FaultCode.BAD_SHARE);
  }

  /** A tree that a program makes can hold anything. */
  @Test
  void treeToValue_javaObjectInTheTree_isAFault() {
    ObjectMapper mapper = mapper();
    JsonNode label = mapper.createObjectNode().set("id", new POJONode(new Object()));

    FaultyDocumentException alone =
        catchThrowableOfType(
            FaultyDocumentException.class,
            () -> mapper.treeToValue(new POJONode(new Object()), Points.class));
    FaultyDocumentException inside =
        catchThrowableOfType(
            FaultyDocumentException.class, () -> mapper.treeToValue(label, Label.class));

    assertThat(codes(alone)).containsExactly(FaultCode.WRONG_TYPE);
    assertThat(codes(inside)).containsExactly(FaultCode.WRONG_TYPE);
  }

  @Test
  void convertValue_bytesInTheMap_isAFault() {
    ObjectMapper mapper = mapper();

    assertThatThrownBy(
            () -> mapper.convertValue(Map.of("id", new byte[] {1}, "en", "x"), Label.class))
        .hasCauseInstanceOf(FaultyDocumentException.class);
  }

  @Test
  void readValue_codeStatedTwice_isAFault() {
    FaultyDocumentException thrown =
        faulty(mapper(), "{\"clusters\": {\"K\": 1, \"K\": 2}}", StatedTotals.class);

    assertThat(thrown.faults())
        .extracting(Fault::code, KlaModuleTest::pointer)
        .containsExactly(tuple(FaultCode.DUPLICATE_CODE, "/clusters/K"));
  }

  @Test
  void readValue_textThatIsNoRegionCode_isAFault() {
    FaultyDocumentException thrown = faulty(mapper(), "\"Ogan Ilir\"", RegionCode.class);

    assertThat(thrown.faults()).hasSize(1);
    assertThat(thrown).hasMessageContaining("\"Ogan Ilir\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e-999999999", "1e9999999999", "-1e9999999999"})
  void readValue_hugeExponent_isAFault(String number) {
    ObjectMapper mapper = mapper();

    assertThat(codes(faulty(mapper, number, Points.class))).containsExactly(FaultCode.BAD_POINTS);
    assertThat(codes(faulty(mapper, number, Answer.class))).containsExactly(FaultCode.BAD_POINTS);
    assertThat(codes(faulty(mapper, "{\"percent\": " + number + "}", Share.class)))
        .containsExactly(FaultCode.BAD_SHARE);
    assertThat(codes(faulty(mapper, "{\"count\": " + number + "}", Response.class)))
        .containsExactly(FaultCode.BAD_COUNT);
    assertThat(codes(faulty(mapper, number, Label.class))).containsExactly(FaultCode.WRONG_TYPE);
  }

  @Test
  void readValue_hugeNumberInAFault_isAFault() {
    String json =
        """
        {"code": "BAD_POINTS", "severity": "error", "place": {}, "values": {"found": 1e999999999},
         "message": {}}""";

    FaultyDocumentException thrown = faulty(mapper(), json, Fault.class);

    assertThat(thrown.faults())
        .extracting(Fault::code, KlaModuleTest::pointer)
        .containsExactly(tuple(FaultCode.BAD_NUMBER, "/values/found"));
  }

  // Limits, which are ours whatever the mapper allows

  private static ObjectMapper unlimited() {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(1 << 20)
                        .maxNumberLength(1 << 24)
                        .maxStringLength(1 << 24)
                        .build())
                .build())
        .addModule(new KlaModule())
        .build();
  }

  private static String withSource(int length) {
    return sheet("kla-2024", "{}", ", \"source\": \"" + "x".repeat(length) + "\"");
  }

  @Test
  void readValue_text_isReadUpToAMebibyte() throws IOException {
    assertThat(unlimited().readValue(withSource(1 << 20), Assessment.class).source()).isPresent();

    FaultyDocumentException thrown =
        faulty(unlimited(), withSource((1 << 20) + 1), Assessment.class);

    assertThat(thrown.faults())
        .extracting(Fault::code, KlaModuleTest::pointer)
        .containsExactly(tuple(FaultCode.BROKEN_JSON, "/source"));
    assertThat(thrown).hasMessageContaining("a text is too long");
  }

  @Test
  void readValue_number_isReadUpToSixtyFourDigits() {
    String longest = "1." + "0".repeat(62);
    FaultyDocumentException thrown = faulty(unlimited(), longest + "0", Points.class);

    assertThat(faulty(unlimited(), longest, Points.class)).isNull();
    assertThat(codes(thrown)).containsExactly(FaultCode.BAD_POINTS);
  }

  @Test
  void readValue_deepNesting_isAFaultAndNoOverflow() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    FaultyDocumentException thrown =
        faulty(unlimited(), "{\"clusters\": " + deep + "}", ScoredAssessment.class);

    assertThat(thrown.faults())
        .filteredOn(fault -> fault.code() == FaultCode.BROKEN_JSON)
        .hasSize(1)
        .first()
        .asString()
        .contains("nested deeper than 32 levels");
  }

  @Test
  void readValue_documentOfMoreThanSixteenMebibytes_isAFaultOnce() {
    String title = "x".repeat(1 << 20);
    StringBuilder evidence = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      evidence
          .append(i == 0 ? "" : ",")
          .append("{\"id\": \"E" + i + "\", \"questions\": [\"1.1\"], \"title\": \"")
          .append(title)
          .append("\"}");
    }

    FaultyDocumentException thrown =
        faulty(
            mapper(),
            sheet("kla-2024", "{}", ", \"evidence\": [" + evidence + "]"),
            Assessment.class);

    assertThat(thrown.faults())
        .extracting(Fault::code, KlaModuleTest::pointer)
        .containsExactly(tuple(FaultCode.TOO_LARGE, "/evidence/16"));
  }

  // Exactness

  @ParameterizedTest
  @CsvSource({
    "0.66, 0.66",
    "0.0001, 0.0001",
    "12.3400, 12.34",
    "1e-4, 0.0001",
    "1.2E1, 12",
    "99999999999.9999, 99999999999.9999",
    "-0.0, 0"
  })
  void readValue_decimal_isExact(String written, String expected) throws IOException {
    ObjectMapper mapper = mapper();
    ObjectMapper exact = mapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    Points points = Points.parse(expected);

    assertThat(mapper.readValue(written, Points.class)).isEqualTo(points);
    assertThat(exact.readValue(written, Points.class)).isEqualTo(points);
    assertThat(mapper.treeToValue(mapper.readTree(written), Points.class)).isEqualTo(points);
    assertThat(exact.treeToValue(exact.readTree(written), Points.class)).isEqualTo(points);
    assertThat(mapper.convertValue(new BigDecimal(written), Points.class)).isEqualTo(points);
    assertThat(mapper.readValue("{\"total\": " + written + "}", StatedTotals.class).total())
        .contains(points);
  }

  /** More digits than a binary fraction of 64 bits holds need a tree that keeps them. */
  @Test
  void treeToValue_manyDigits_areExactInATreeOfBigDecimals() throws IOException {
    ObjectMapper exact = mapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    String written = "123456789012345.6789";

    assertThat(exact.treeToValue(exact.readTree(written), Points.class))
        .isEqualTo(Points.parse(written));
    assertThat(mapper().readValue(written, Points.class)).isEqualTo(Points.parse(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.66", "0.0001", "12.34", "12", "0", "1000000000"})
  void writeValue_points_isTheShortestDecimal(String text) throws IOException {
    assertThat(mapper().writeValueAsString(Points.parse(text))).isEqualTo(text);
  }

  @Test
  void treeToValue_sumOfBinaryFractions_isNamedWithWhatItLikelyIs() {
    ObjectMapper mapper = mapper();

    assertThatThrownBy(() -> mapper.convertValue(0.1 + 0.2, Points.class))
        .cause()
        .isInstanceOfSatisfying(
            FaultyDocumentException.class,
            thrown -> assertThat(codes(thrown)).containsExactly(FaultCode.BINARY_FRACTION));
  }

  // Values that stand in no document by themselves

  static Stream<Arguments> values() {
    String digest = "ab".repeat(32);
    return Stream.of(
        arguments(
            new Region(RegionCode.parse("16.10"), Region.Kind.KABUPATEN, "Ogan Ilir"),
            "{'code':'16.10','kind':'kabupaten','name':'Ogan Ilir'}"),
        arguments(
            new Province(RegionCode.parse("35"), "Jawa Timur"),
            "{'code':'35','name':'Jawa Timur'}"),
        arguments(View.claimed(), "{'basis':'claimed'}"),
        arguments(
            View.evidenced(LocalDate.of(2023, 6, 30)), "{'basis':'evidenced','asOf':'2023-06-30'}"),
        arguments(View.verified("VA"), "{'basis':'verified','stage':'VA'}"),
        arguments(
            new DigestRecord(Digest.parse(digest), Digest.parse(digest), Digest.parse(digest)),
            "{'edition':'D','assessment':'D','result':'D'}".replace("D", digest)),
        arguments(State.NOT_APPLICABLE, "'not_applicable'"),
        arguments(Basis.EVIDENCED, "'evidenced'"),
        arguments(Cause.RECEIVED_LATE, "'received_late'"),
        arguments(Severity.WARNING, "'warning'"),
        arguments(Region.Kind.KOTA, "'kota'"),
        arguments(Agency.Kind.SUBDISTRICT, "'subdistrict'"),
        arguments(Evidence.Ruling.ACCEPTED, "'accepted'"),
        arguments(Finding.Ruling.STRUCK, "'struck'"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void writeValue_valueThatStandsAlone_isReadBack(Object value, String json) throws IOException {
    String written = mapper().writeValueAsString(value);

    assertThat(written).isEqualTo(json.replace('\'', '"'));
    assertThat((Object) mapper().readValue(written, value.getClass())).isEqualTo(value);
  }

  @Test
  void writeValue_mapByState_hasTheWordsOfDocuments() throws IOException {
    Map<State, Integer> counts = Map.of(State.NOT_APPLICABLE, 2);

    String written = mapper().writeValueAsString(counts);

    assertThat(written).isEqualTo("{\"not_applicable\":2}");
    assertThat(mapper().<Map<State, Integer>>readValue(written, new TypeReference<>() {}))
        .isEqualTo(counts);
  }

  @Test
  void writeValue_partsOfAScore_areWrittenAsInTheScore() throws IOException {
    ObjectMapper mapper = mapper();
    Assessment sheet = mapper.readValue(sheet("kla-2024", "{\"1.1\": 12}", ""), Assessment.class);
    ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);
    JsonNode whole = mapper.valueToTree(scored);

    assertThat(mapper.<JsonNode>valueToTree(scored.now())).isEqualTo(whole.at("/now"));
    assertThat(mapper.<JsonNode>valueToTree(scored.digests())).isEqualTo(whole.at("/digests"));
    assertThat(mapper.<JsonNode>valueToTree(scored.clusters().get(0)))
        .isEqualTo(whole.at("/clusters/0"));
    assertThat(mapper.<JsonNode>valueToTree(scored.clusters().get(0).indicators().get(0)))
        .isEqualTo(whole.at("/clusters/0/indicators/0"));
    assertThat(mapper.<JsonNode>valueToTree(scored.question("1.1")))
        .isEqualTo(whole.at("/clusters/0/indicators/0/questions/0"));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {Standing.class, ScoredCluster.class, ScoredIndicator.class, ScoredQuestion.class})
  void readValue_partOfAScore_isReadWithTheWholeOnly(Class<?> type) {
    assertThatThrownBy(() -> mapper().readValue("{}", type))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining(type.getSimpleName() + " is part of a score")
        .hasMessageContaining("kla.scored/1");
  }

  // Inside the caller's own types

  /** What a caller may keep sheets in. */
  public record Dossier(
      String name, List<Map<String, Assessment>> sheets, Map<QuestionCode, Points> points) {}

  @Test
  void readValue_valueInARecord_isRead() throws IOException {
    String json =
        """
        {"name": "x",
         "sheets": [{}, {"a/b": %s}],
         "points": {"1.1": 12.34, "14.10": 0}}"""
            .formatted(sheet("kla-2024", "{\"1.1\": 12}", ""));

    Dossier dossier = mapper().readValue(json, Dossier.class);

    assertThat(dossier.sheets().get(1).get("a/b"))
        .isNotNull()
        .extracting(Assessment::answers)
        .isEqualTo(Map.of(QuestionCode.parse("1.1"), Answer.of(Points.of(12))));
    assertThat(dossier.points())
        .containsExactly(
            Map.entry(QuestionCode.parse("1.1"), Points.parse("12.34")),
            Map.entry(QuestionCode.parse("14.10"), Points.ZERO));
    assertThat(mapper().readValue(mapper().writeValueAsString(dossier), Dossier.class))
        .isEqualTo(dossier);
  }

  @Test
  void readValue_faultInARecord_hasThePointerOfTheWholeDocument() {
    String json =
        """
        {"name": "x",
         "sheets": [{}, {"a/b~c": %s}]}"""
            .formatted(
                sheet(
                    "kla-2024",
                    "{\"1.1\": 13,\n\"25.2\": {\"measured\": {\"percent\": \"a\"}}}",
                    ", \"evidence\": [5], \"x\": 1"));

    FaultyDocumentException thrown = faulty(mapper(), json, Dossier.class);

    assertThat(thrown.faults())
        .extracting(Fault::code, KlaModuleTest::pointer, KlaModuleTest::line)
        .containsExactly(
            tuple(FaultCode.POINTS_ABOVE_MAXIMUM, "/sheets/1/a~1b~0c/answers/1.1", 3),
            tuple(FaultCode.WRONG_TYPE, "/sheets/1/a~1b~0c/answers/25.2/measured/percent", 4),
            tuple(FaultCode.WRONG_TYPE, "/sheets/1/a~1b~0c/evidence/0", 4),
            tuple(FaultCode.UNKNOWN_MEMBER, "/sheets/1/a~1b~0c/x", 4));
    assertThat(thrown.getPath()).hasSize(3);
  }

  @Test
  void readValue_missingMemberInARecord_hasThePointerOfItsValue() {
    FaultyDocumentException thrown =
        faulty(mapper(), "{\"sheets\": [{\"a\": {\"answers\": {}}}]}", Dossier.class);

    assertThat(thrown.faults())
        .hasSize(5)
        .allSatisfy(
            fault -> {
              assertThat(fault.code()).isEqualTo(FaultCode.MISSING_MEMBER);
              assertThat(pointer(fault)).isEqualTo("/sheets/0/a");
            });
  }

  @Test
  void readValue_scalarInARecord_hasItsOwnPointer() {
    FaultyDocumentException inMap =
        faulty(mapper(), "{\"points\": {\"1.1\": 1, \"14.10\": \"a\"}}", Dossier.class);
    FaultyDocumentException inList =
        catchThrowableOfType(
            FaultyDocumentException.class,
            () -> mapper().readValue("[1, [2]]", new TypeReference<List<Points>>() {}));

    assertThat(inMap.faults()).extracting(KlaModuleTest::pointer).containsExactly("/points/14.10");
    assertThat(inList.faults()).extracting(KlaModuleTest::pointer).containsExactly("/1");
  }

  @Test
  void treeToValue_faultInARecord_hasThePointerOfTheWholeTree() throws IOException {
    ObjectMapper mapper = mapper();
    JsonNode tree =
        mapper.readTree("{\"sheets\": [{\"a\": " + sheet("kla-2024", "{\"1.1\": 13}", "") + "}]}");

    FaultyDocumentException thrown =
        catchThrowableOfType(
            FaultyDocumentException.class, () -> mapper.treeToValue(tree, Dossier.class));

    assertThat(thrown.faults())
        .extracting(KlaModuleTest::pointer, KlaModuleTest::line)
        .containsExactly(tuple("/sheets/0/a/answers/1.1", 0));
  }

  @Test
  void readValue_keyThatIsNoCode_isRefused() {
    assertThatThrownBy(() -> mapper().readValue("{\"points\": {\"x\": 1}}", Dossier.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("\"x\"")
        .hasMessageContaining("QuestionCode");
  }

  @Test
  void readValue_everyKindOfKey_isReadBack() throws IOException {
    Map<RegionCode, Integer> regions = Map.of(RegionCode.parse("16.10"), 1);
    Map<Round, Integer> rounds = Map.of(Round.parse("2024/2025"), 1);
    Map<Ratio, Integer> ratios = Map.of(Ratio.parse("1/3"), 1);
    Map<Digest, Integer> digests = Map.of(Digest.parse("ab".repeat(32)), 1);
    ObjectMapper mapper = mapper();

    assertThat(mapper.writeValueAsString(rounds)).isEqualTo("{\"2024/2025\":1}");
    assertThat(
            mapper.<Map<RegionCode, Integer>>readValue(
                mapper.writeValueAsString(regions), new TypeReference<>() {}))
        .isEqualTo(regions);
    assertThat(
            mapper.<Map<Round, Integer>>readValue(
                mapper.writeValueAsString(rounds), new TypeReference<>() {}))
        .isEqualTo(rounds);
    assertThat(
            mapper.<Map<Ratio, Integer>>readValue(
                mapper.writeValueAsString(ratios), new TypeReference<>() {}))
        .isEqualTo(ratios);
    assertThat(
            mapper.<Map<Digest, Integer>>readValue(
                mapper.writeValueAsString(digests), new TypeReference<>() {}))
        .isEqualTo(digests);
  }
}
