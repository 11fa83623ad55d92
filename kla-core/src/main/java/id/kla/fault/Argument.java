package id.kla.fault;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** One typed value in the text of a fault or of a reason. */
public sealed interface Argument {

  /** Returns the value as it stands in a text of {@code language}; empty means "not there". */
  String in(Language language);

  /** Returns a text that needs no translation: a code, a file name, what was found. */
  static Argument of(String text) {
    return new Text(text);
  }

  /** Returns an exact decimal number, such as an amount of points. */
  static Argument of(BigDecimal number) {
    return new Decimal(number);
  }

  /** Returns a whole number. */
  static Argument of(long number) {
    return new Decimal(BigDecimal.valueOf(number));
  }

  /** Returns codes or names in their order. */
  static Argument of(List<String> names) {
    return new Names(names);
  }

  /** Returns exact decimal numbers in their order. */
  static Argument numbers(List<BigDecimal> numbers) {
    return new Decimals(numbers);
  }

  /** Returns a label of the data. */
  static Argument of(Label label) {
    return new Labelled(label);
  }

  /** Returns another place in the data. */
  static Argument of(Place place) {
    return new Elsewhere(place);
  }

  /**
   * A text that needs no translation.
   *
   * @param value the text
   */
  record Text(String value) implements Argument {
    @Override
    public String in(Language language) {
      return Printable.shortened(value);
    }
  }

  /**
   * An exact decimal number, written with the decimal mark of the language.
   *
   * @param value the number
   */
  record Decimal(BigDecimal value) implements Argument {
    @Override
    public String in(Language language) {
      String plain = value.toPlainString();
      return language == Language.INDONESIAN ? plain.replace('.', ',') : plain;
    }
  }

  /**
   * Exact decimal numbers; semicolons divide them where their decimal mark is a comma.
   *
   * @param values in their order
   */
  record Decimals(List<BigDecimal> values) implements Argument {
    /** Copies the list. */
    public Decimals {
      values = List.copyOf(values);
    }

    @Override
    public String in(Language language) {
      return values.stream()
          .map(value -> new Decimal(value).in(language))
          .collect(Collectors.joining(language == Language.INDONESIAN ? "; " : ", "));
    }
  }

  /**
   * Codes or names.
   *
   * @param values in their order
   */
  record Names(List<String> values) implements Argument {
    /** Copies the list. */
    public Names {
      values = List.copyOf(values);
    }

    @Override
    public String in(Language language) {
      return values.stream().map(Printable::shortened).collect(Collectors.joining(", "));
    }
  }

  /**
   * A label of the data.
   *
   * @param value the label
   */
  record Labelled(Label value) implements Argument {
    @Override
    public String in(Language language) {
      return Printable.shortened(value.in(language));
    }
  }

  /**
   * Another place in the data.
   *
   * @param value the place
   */
  record Elsewhere(Place value) implements Argument {
    @Override
    public String in(Language language) {
      return value.in(language);
    }
  }
}
