package id.kla.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value of a JSON document, read without any code of kla. */
record PlainJson(@Nullable Object value) {

  static PlainJson parse(String text) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      parser.nextToken();
      PlainJson document = read(parser);
      if (parser.nextToken() != null) {
        throw new IOException("something follows after the end");
      }
      return document;
    }
  }

  private static PlainJson read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    switch (token) {
      case START_OBJECT -> {
        Map<String, PlainJson> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          if (members.put(name, read(parser)) != null) {
            throw new IOException("member " + name + " stands twice");
          }
        }
        return new PlainJson(members);
      }
      case START_ARRAY -> {
        List<PlainJson> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(read(parser));
        }
        return new PlainJson(elements);
      }
      case VALUE_STRING -> {
        return new PlainJson(parser.getText());
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        return new PlainJson(parser.getDecimalValue());
      }
      case VALUE_NULL -> {
        return new PlainJson(null);
      }
      default -> throw new IOException("found " + token);
    }
  }

  PlainJson at(String member) {
    if (value instanceof Map<?, ?> members && members.get(member) instanceof PlainJson found) {
      return found;
    }
    throw new AssertionError("no member " + member + " in " + value);
  }

  List<PlainJson> elements() {
    if (value instanceof List<?> list) {
      return list.stream().map(PlainJson.class::cast).toList();
    }
    throw new AssertionError("no array: " + value);
  }

  String text() {
    if (value instanceof String text) {
      return text;
    }
    throw new AssertionError("no text: " + value);
  }

  BigDecimal number() {
    if (value instanceof BigDecimal number) {
      return number;
    }
    throw new AssertionError("no number: " + value);
  }

  boolean isNull() {
    return value == null;
  }
}
