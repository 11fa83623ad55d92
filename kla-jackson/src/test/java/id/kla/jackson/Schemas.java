package id.kla.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The schemas of kla's documents, and a validator that knows nothing else of kla. */
final class Schemas {

  /** The formats that have a schema, by their words. */
  static final List<String> NAMES =
      List.of(
          "assessment",
          "scored",
          "evidence",
          "stages",
          "rollup",
          "whatif",
          "gap",
          "plan",
          "rad",
          "edition",
          "declared",
          "measures",
          "survival",
          "simulation",
          "units",
          "history",
          "faults");

  /** Reads decimals exactly, and nesting of any depth. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Knows the schemas by their ids, as whoever uses them must. */
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemas(NAMES.stream().collect(Collectors.toMap(Schemas::id, Schemas::resource)))
                  .nodeReader(reader -> reader.jsonMapper(MAPPER)));

  private Schemas() {}

  /**
   * One thing that a schema refuses.
   *
   * @param pointer the place that is refused: of a member that is not allowed, the member's own
   * @param keyword the keyword that refuses it
   * @param message what the validator says
   */
  record Refusal(String pointer, String keyword, String message) {}

  static String id(String name) {
    return "urn:kla:schema:" + name + ":1";
  }

  private static String resource(String name) {
    return KlaFormat.find(name).orElseThrow().schema();
  }

  /** Returns the schema itself as a document. */
  static JsonNode tree(String name) {
    return parse(resource(name));
  }

  static JsonNode parse(String document) {
    return find(document.getBytes(StandardCharsets.UTF_8))
        .orElseThrow(() -> new AssertionError("no JSON: " + document));
  }

  /** Returns the document, or nothing if it is no JSON or holds a number that nobody can hold. */
  static Optional<JsonNode> find(byte[] document) {
    try {
      JsonNode tree = MAPPER.readTree(document);
      return tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns what the schema of that name refuses of a document. */
  static List<Refusal> refusals(String name, JsonNode document) {
    return refusals(REGISTRY.getSchema(SchemaLocation.of(id(name))), document);
  }

  /** Returns what the schema of that name refuses of a document. */
  static List<Refusal> refusals(String name, String document) {
    return refusals(name, parse(document));
  }

  /** Returns what one definition of a schema refuses of a value. */
  static List<Refusal> refusalsOfPart(String name, String definition, JsonNode value) {
    SchemaLocation part = SchemaLocation.of(id(name) + "#/$defs/" + definition);
    return refusals(REGISTRY.getSchema(part), value);
  }

  /** Returns what the schema of schemas refuses of a schema. */
  static List<Refusal> refusalsOfTheMetaSchema(JsonNode schema) {
    SchemaRegistryConfig strict =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(strict));
    String id = SpecificationVersion.DRAFT_2020_12.getDialectId();
    return refusals(registry.getSchema(SchemaLocation.of(id)), schema);
  }

  private static List<Refusal> refusals(Schema schema, JsonNode document) {
    return schema.validate(document).stream()
        .map(
            error ->
                new Refusal(
                    error.getInstanceLocation() + unknownMember(error.getKeyword(), error),
                    error.getKeyword(),
                    error.getMessage()))
        .toList();
  }

  /** An unknown member is said of its object; the member itself is nearer. */
  private static String unknownMember(String keyword, Error error) {
    return keyword.equals("additionalProperties") || keyword.equals("unevaluatedProperties")
        ? "/" + error.getProperty().replace("~", "~0").replace("/", "~1")
        : "";
  }
}
