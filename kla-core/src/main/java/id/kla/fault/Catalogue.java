package id.kla.fault;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts in Indonesian and English with named places for values.
 *
 * <p>A text is a template: <code>{name}</code> stands for a value, and a part in square brackets is
 * left out when a value in it is empty. A catalogue knows nothing of the machine's locale.
 */
public final class Catalogue {

  /** A value's name in braces, or a part in square brackets that may itself hold such names. */
  private static final Pattern PIECE = Pattern.compile("\\{([a-zA-Z]+)\\}|\\[([^\\]]*)\\]");

  /** How long most texts are at most. */
  private static final int USUAL_LENGTH = 80;

  private final ImmutableMap<String, ImmutableList<Piece>> indonesian;
  private final ImmutableMap<String, ImmutableList<Piece>> english;

  private Catalogue(
      ImmutableMap<String, ImmutableList<Piece>> indonesian,
      ImmutableMap<String, ImmutableList<Piece>> english) {
    this.indonesian = indonesian;
    this.english = english;
  }

  /** A piece of a template: exactly one of its parts is there. */
  private record Piece(
      @Nullable String literal, @Nullable String value, @Nullable ImmutableList<Piece> optional) {}

  /**
   * Reads two property files in UTF-8.
   *
   * @throws IllegalStateException if they do not hold the same keys
   */
  public static Catalogue read(InputStream indonesian, InputStream english) {
    Catalogue catalogue = new Catalogue(templates(indonesian), templates(english));
    if (!catalogue.indonesian.keySet().equals(catalogue.english.keySet())) {
      throw new IllegalStateException(
          "catalogue: keys differ: "
              + catalogue.indonesian.keySet()
              + " and "
              + catalogue.english.keySet());
    }
    return catalogue;
  }

  private static ImmutableMap<String, ImmutableList<Piece>> templates(InputStream stream) {
    Properties properties = new Properties();
    try (InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ImmutableMap.Builder<String, ImmutableList<Piece>> templates = ImmutableMap.builder();
    for (String key : properties.stringPropertyNames()) {
      templates.put(key, pieces(properties.getProperty(key)));
    }
    return templates.buildOrThrow();
  }

  private static ImmutableList<Piece> pieces(String template) {
    ImmutableList.Builder<Piece> pieces = ImmutableList.builder();
    Matcher matcher = PIECE.matcher(template);
    int from = 0;
    while (matcher.find()) {
      if (matcher.start() > from) {
        pieces.add(new Piece(template.substring(from, matcher.start()), null, null));
      }
      String optional = matcher.group(2);
      pieces.add(
          optional == null
              ? new Piece(null, matcher.group(1), null)
              : new Piece(null, null, pieces(optional)));
      from = matcher.end();
    }
    if (from < template.length()) {
      pieces.add(new Piece(template.substring(from), null, null));
    }
    return pieces.build();
  }

  /** Returns the keys of the texts. */
  public Set<String> keys() {
    return english.keySet();
  }

  /**
   * Returns the text of {@code key} in {@code language}, with the values in their places.
   *
   * @throws IllegalArgumentException if there is no such text, or a place in it has no value
   */
  public String text(String key, Language language, Map<String, Argument> values) {
    StringBuilder text = new StringBuilder(USUAL_LENGTH);
    append(text, template(key, language), key, language, values);
    return text.toString();
  }

  /** Returns the text of {@code key} in {@code language}, which has no places for values. */
  public String text(String key, Language language) {
    return text(key, language, Map.of());
  }

  /** Returns the names of the values that the text of {@code key} has places for. */
  public Set<String> places(String key, Language language) {
    Set<String> names = new TreeSet<>();
    addPlaces(template(key, language), names);
    return ImmutableSet.copyOf(names);
  }

  private static void addPlaces(ImmutableList<Piece> pieces, Set<String> names) {
    for (Piece piece : pieces) {
      if (piece.value != null) {
        names.add(piece.value);
      } else if (piece.optional != null) {
        addPlaces(piece.optional, names);
      }
    }
  }

  private ImmutableList<Piece> template(String key, Language language) {
    ImmutableList<Piece> template =
        switch (language) {
          case INDONESIAN -> indonesian.get(key);
          case ENGLISH -> english.get(key);
        };
    if (template == null) {
      throw new IllegalArgumentException("catalogue: no text \"" + key + "\"");
    }
    return template;
  }

  /** Appends the pieces; says whether every value among them was there. */
  private static boolean append(
      StringBuilder text,
      ImmutableList<Piece> pieces,
      String key,
      Language language,
      Map<String, Argument> values) {
    boolean filled = true;
    for (Piece piece : pieces) {
      if (piece.literal != null) {
        text.append(piece.literal);
      } else if (piece.value != null) {
        Argument value = values.get(piece.value);
        if (value == null) {
          throw new IllegalArgumentException(
              "catalogue: text \"" + key + "\" wants a value for \"" + piece.value + "\"");
        }
        String shown = value.in(language);
        filled &= !shown.isEmpty();
        text.append(shown);
      } else if (piece.optional != null) {
        int start = text.length();
        if (!append(text, piece.optional, key, language, values)) {
          text.setLength(start);
        }
      }
    }
    return filled;
  }
}
