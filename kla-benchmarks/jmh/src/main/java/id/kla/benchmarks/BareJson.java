package id.kla.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The yardstick: Jackson's parser and generator without anything on top. The parser visits every
 * token and keeps none; the generator repeats a document whose tokens were kept beforehand.
 */
final class BareJson {

  private final JsonFactory factory =
      JsonFactory.builder().disable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private final JsonToken[] tokens;
  private final String[] texts;

  /** Keeps the tokens of {@code document} and their texts. */
  BareJson(String document) throws IOException {
    List<JsonToken> found = new ArrayList<>();
    List<String> written = new ArrayList<>();
    try (JsonParser parser = factory.createParser(document)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        found.add(token);
        written.add(parser.getText());
      }
    }
    tokens = found.toArray(new JsonToken[0]);
    texts = written.toArray(new String[0]);
  }

  /** Returns the number of tokens in a text. */
  int tokens(String text) throws IOException {
    try (JsonParser parser = factory.createParser(text)) {
      return tokens(parser);
    }
  }

  /** Returns the number of tokens in a stream of UTF-8. */
  int tokens(byte[] bytes) throws IOException {
    try (JsonParser parser = factory.createParser(bytes)) {
      return tokens(parser);
    }
  }

  private static int tokens(JsonParser parser) throws IOException {
    int count = 0;
    while (parser.nextToken() != null) {
      count++;
    }
    return count;
  }

  /** Fetches every name and value of a text, numbers as exact decimals; returns a sum of them. */
  int values(String text) throws IOException {
    try (JsonParser parser = factory.createParser(text)) {
      return values(parser);
    }
  }

  /** Does the same with a stream of UTF-8. */
  int values(byte[] bytes) throws IOException {
    try (JsonParser parser = factory.createParser(bytes)) {
      return values(parser);
    }
  }

  private static int values(JsonParser parser) throws IOException {
    int sum = 0;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token.isNumeric()) {
        sum += parser.getDecimalValue().scale();
      } else if (token == JsonToken.FIELD_NAME || token.isScalarValue()) {
        sum += parser.getText().length();
      }
    }
    return sum;
  }

  /** Writes the tokens on one line. */
  String replayOneLine() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(text)) {
      replay(json);
    }
    return text.append('\n').toString();
  }

  /** Writes the tokens with an indented line for each member. */
  String replayIndented() throws IOException {
    StringWriter text = new StringWriter();
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try (JsonGenerator json = factory.createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
      replay(json);
    }
    return text.append('\n').toString();
  }

  private void replay(JsonGenerator json) throws IOException {
    for (int i = 0; i < tokens.length; i++) {
      switch (tokens[i]) {
        case START_OBJECT -> json.writeStartObject();
        case END_OBJECT -> json.writeEndObject();
        case START_ARRAY -> json.writeStartArray();
        case END_ARRAY -> json.writeEndArray();
        case FIELD_NAME -> json.writeFieldName(texts[i]);
        case VALUE_STRING -> json.writeString(texts[i]);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.writeNumber(texts[i]);
        case VALUE_NULL -> json.writeNull();
        default -> throw new IllegalStateException("no such token in kla's documents: " + texts[i]);
      }
    }
  }
}
