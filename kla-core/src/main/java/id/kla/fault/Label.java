package id.kla.fault;

import org.jspecify.annotations.Nullable;

/**
 * A name in Indonesian and English, of which one may be missing.
 *
 * <p>An empty text means that the label has not been translated; {@link #in(Language)} then gives
 * the other one.
 */
public final class Label {

  private final String indonesian;
  private final String english;

  private Label(String indonesian, String english) {
    this.indonesian = indonesian;
    this.english = english;
  }

  /** Returns a label; either text may be empty. */
  public static Label of(String indonesian, String english) {
    return new Label(Printable.trimmed(indonesian), Printable.trimmed(english));
  }

  /** Returns the Indonesian text, empty where there is none. */
  public String indonesian() {
    return indonesian;
  }

  /** Returns the English text, empty where there is none. */
  public String english() {
    return english;
  }

  /** Returns the text in {@code language}, or in the other one where that is missing. */
  public String in(Language language) {
    return switch (language) {
      case INDONESIAN -> indonesian.isEmpty() ? english : indonesian;
      case ENGLISH -> english.isEmpty() ? indonesian : english;
    };
  }

  /** Says whether both texts are missing. */
  public boolean isEmpty() {
    return indonesian.isEmpty() && english.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Label label
        && label.indonesian.equals(indonesian)
        && label.english.equals(english);
  }

  @Override
  public int hashCode() {
    return 31 * indonesian.hashCode() + english.hashCode();
  }

  /** Returns the English text, or the Indonesian one where that is missing. */
  @Override
  public String toString() {
    return in(Language.ENGLISH);
  }
}
