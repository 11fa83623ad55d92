package id.kla.report;

import id.kla.edition.Tier;
import id.kla.fault.Argument;
import id.kla.fault.Catalogue;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.scoring.Standing;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The texts of one catalogue of this package in one language. */
final class Phrases {

  private static final Catalogue EDITION = read("edition");
  private static final Catalogue BOOK = read("book");
  private static final Catalogue VERIFICATION = read("verification");
  private static final Catalogue MAPPING = read("mapping");
  private static final Catalogue PLANNING = read("planning");
  private static final Catalogue ROLL_UP = read("rollup");
  private static final Catalogue UNITS = read("units");
  private static final Catalogue HISTORY = read("history");
  private static final Catalogue PAGE = read("page");
  private static final Catalogue REGION = read("region");
  private static final Catalogue AGENCY = read("agency");
  private static final Catalogue REPORT = read("report");
  private static final Catalogue POLICY = read("policy");
  private static final Catalogue SIMULATION = read("simulation");

  private final Catalogue catalogue;
  private final Language language;

  private Phrases(Catalogue catalogue, Language language) {
    this.catalogue = catalogue;
    this.language = language;
  }

  /** Returns how the parts of an edition are told. */
  static Phrases edition(Language language) {
    return new Phrases(EDITION, language);
  }

  /** Returns the sentences of the rule book. */
  static Phrases book(Language language) {
    return new Phrases(BOOK, language);
  }

  /** Returns how what is left of a claim is told. */
  static Phrases verification(Language language) {
    return new Phrases(VERIFICATION, language);
  }

  /** Returns how results of two editions are told by a mapping. */
  static Phrases mapping(Language language) {
    return new Phrases(MAPPING, language);
  }

  /** Returns how the way to a tier is told. */
  static Phrases planning(Language language) {
    return new Phrases(PLANNING, language);
  }

  /** Returns how results of many regions are told. */
  static Phrases rollUp(Language language) {
    return new Phrases(ROLL_UP, language);
  }

  /** Returns how shares of units are told. */
  static Phrases units(Language language) {
    return new Phrases(UNITS, language);
  }

  /** Returns how rounds are told one behind the other. */
  static Phrases history(Language language) {
    return new Phrases(HISTORY, language);
  }

  /** Returns the words that pages and their charts share. */
  static Phrases page(Language language) {
    return new Phrases(PAGE, language);
  }

  /** Returns the words of the page of a region. */
  static Phrases region(Language language) {
    return new Phrases(REGION, language);
  }

  /** Returns the words of the page of an agency. */
  static Phrases agency(Language language) {
    return new Phrases(AGENCY, language);
  }

  /** Returns how a score is told. */
  static Phrases report(Language language) {
    return new Phrases(REPORT, language);
  }

  /** Returns how other rules over many regions are told. */
  static Phrases policy(Language language) {
    return new Phrases(POLICY, language);
  }

  /** Returns how sure scores are told to be. */
  static Phrases simulation(Language language) {
    return new Phrases(SIMULATION, language);
  }

  static Catalogue read(String name) {
    return Catalogue.read(resource(name + "_id.properties"), resource(name + "_en.properties"));
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(Phrases.class.getResourceAsStream(name), name);
  }

  Language language() {
    return language;
  }

  /** Returns a text with values, given as a name and a text in turn; an empty text is none. */
  String text(String key, Object... namesAndValues) {
    Map<String, Argument> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i].toString(), Argument.of(namesAndValues[i + 1].toString()));
    }
    return catalogue.text(key, language, values);
  }

  /** Returns the text of a constant, whose key is that of its kind and its own name. */
  String word(String kind, Enum<?> constant) {
    return word(kind, constant.name().toLowerCase(Locale.ROOT));
  }

  /** Returns the text of a word of the tables, or the word itself where there is none. */
  String word(String kind, String word) {
    String key = kind + "." + word;
    return catalogue.keys().contains(key) ? text(key) : word;
  }

  /** Returns the label of the part with a code; the code itself where there is no label. */
  <T> String label(
      List<T> parts, Function<T, String> code, Function<T, Label> label, String wanted) {
    return parts.stream()
        .filter(part -> code.apply(part).equals(wanted))
        .map(label)
        .filter(found -> !found.isEmpty())
        .map(found -> found.in(language))
        .findFirst()
        .orElse(wanted);
  }

  /** Returns the code of a tier, or that there is none. */
  String tier(Optional<Tier> tier) {
    return tier.map(Tier::code).orElseGet(() -> text("noTier"));
  }

  /** Returns points with all their digits where they stand next to a bound. */
  String exact(Points points) {
    return Amounts.exact(points, language);
  }

  /** Returns a change with its sign and all its digits. */
  String signed(Points change) {
    return (change.signum() > 0 ? "+" : "") + exact(change);
  }

  /** Returns a day in words, such as "30 June 2023". */
  String day(LocalDate day) {
    return day.getDayOfMonth()
        + " "
        + PAGE.text("month." + day.getMonthValue(), language)
        + " "
        + day.getYear();
  }

  /** Returns the total that a way to a tier starts from, and what it earns. */
  String start(Standing start, Points maximum) {
    return text(
        "gap.now",
        "total",
        exact(start.total()),
        "maximum",
        Amounts.shortest(maximum, language),
        "tier",
        tier(start.tier()));
  }

  /** Returns "1 question" or "5 questions". */
  String count(String key, int number) {
    return text(number == 1 ? key + ".one" : key + ".many", "count", number);
  }

  /** Returns "a, b or c". */
  String either(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join("; ", parts.subList(0, last)) + " " + text("or") + " " + parts.get(last);
  }
}
