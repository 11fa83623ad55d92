package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.Locales;
import id.kla.edition.AcceptedWarning;
import id.kla.edition.Bound;
import id.kla.edition.ChangedFrom;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.EditionTables;
import id.kla.edition.Editions;
import id.kla.edition.EvidenceKind;
import id.kla.edition.Indicator;
import id.kla.edition.Interval;
import id.kla.edition.Ladder;
import id.kla.edition.Need;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Role;
import id.kla.edition.Tier;
import id.kla.fault.Digest;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleBookTest {

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "id", "kla", "scoring", "instruments");

  @TempDir private Path folder = Path.of("");

  private static Edition edition(String name) {
    return EditionTables.read(FOLDER.resolve(name)).orThrow();
  }

  static List<Edition> dressed() {
    return List.of(
        Editions.kla2024(),
        Editions.find("kla-2011").orElseThrow(),
        edition("desa"),
        edition("capped"));
  }

  private Edition overlay() {
    table("edition", "key|value", "id|trial", "base|kla-2024", "label_en|A trial");
    table("questions", "indicator|question|maximum|scale", "1|1|14|", "1|4|3|", "12|1|3|births");
    table(
        "scales",
        "scale|kind|measure|from|below|to|points",
        "births|bands|coverage|0%|90%||0",
        "births|bands|coverage|90%||100%|3");
    table("clusters", "cluster|label_en", "K|Institutions");
    return EditionTables.read(folder).orThrow();
  }

  private void table(String name, String... rows) {
    try {
      Files.writeString(
          folder.resolve(name + ".tsv"), String.join("\n", rows).replace('|', '\t') + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Nothing is missing

  @ParameterizedTest
  @MethodSource("dressed")
  void of_aDressedEdition_holdsEveryTextAndNumberOfIt(Edition edition) {
    for (Language language : Language.values()) {
      String book = plain(RuleBook.of(edition, language));

      Facts facts = Facts.of(edition, language);

      assertThat(facts.texts).hasSizeGreaterThan(50);
      assertThat(facts.texts).allSatisfy(text -> assertThat(book).contains(text));
    }
  }

  @ParameterizedTest
  @MethodSource("dressed")
  void of_aDressedEdition_saysAllOfAQuestionInItsRow(Edition edition) {
    for (Language language : Language.values()) {
      String book = RuleBook.of(edition, language);
      for (Question question : edition.questions()) {
        String row = plain(row(book, question.code().toString()));

        List<String> said = new ArrayList<>();
        said.add(question.label().in(language));
        said.add(Amounts.shortest(question.maximum(), language));
        question.scale().awards().forEach(p -> said.add(Amounts.shortest(p, language)));
        Stream.concat(question.lead().stream(), question.supporting().stream())
            .forEach(code -> said.add(role(edition, code).label().in(language)));
        question
            .evidenceKinds()
            .forEach(code -> said.add(kind(edition, code).label().in(language)));
        said.add(question.origin().note());

        assertThat(row).contains(said);
      }
    }
  }

  /** Every text and number that stands in an edition, found by walking its public components. */
  private record Facts(Language language, Set<Object> seen, Set<String> texts) {

    static Facts of(Edition edition, Language language) {
      Facts facts = new Facts(language, new HashSet<>(), new HashSet<>());
      facts.walk(edition);
      return facts;
    }

    private void walk(Object value) {
      if (value instanceof String || value instanceof QuestionCode || value instanceof Digest) {
        texts.add(value.toString());
      } else if (value instanceof Label label) {
        texts.add(label.in(language));
      } else if (value instanceof Points points) {
        texts.add(Amounts.shortest(points, language));
      } else if (value instanceof Optional<?> optional) {
        optional.ifPresent(this::walk);
      } else if (value instanceof List<?> list) {
        list.forEach(this::walk);
      } else if (value instanceof AcceptedWarning accepted) {
        texts.add(accepted.reason());
        texts.add(accepted.part().replaceFirst("[a-z ]+ ", ""));
      } else if (!(value instanceof Enum<?>)
          && value.getClass().getPackageName().equals(Edition.class.getPackageName())
          && seen.add(value)) {
        components(value).forEach(this::walk);
      }
    }

    private static List<Object> components(Object part) {
      Stream<Method> methods =
          part instanceof Record
              ? Stream.of(part.getClass().getRecordComponents()).map(RecordComponent::getAccessor)
              : Stream.of(part.getClass().getSuperclass().getDeclaredMethods())
                  .filter(method -> method.getParameterCount() == 0)
                  .filter(method -> Modifier.isPublic(method.getModifiers()))
                  .filter(method -> !Modifier.isStatic(method.getModifiers()))
                  .filter(method -> !method.getName().equals("toString"));
      return methods.map(method -> value(method, part)).toList();
    }

    private static Object value(Method method, Object part) {
      try {
        return method.invoke(part);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(method.toString(), e);
      }
    }
  }

  private static Role role(Edition edition, String code) {
    return edition.roles().stream().filter(r -> r.code().equals(code)).findFirst().orElseThrow();
  }

  private static EvidenceKind kind(Edition edition, String code) {
    return edition.evidenceKinds().stream()
        .filter(k -> k.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  /** Takes the escapes of Markdown away, as a reader of the page does. */
  private static String plain(String markdown) {
    return markdown.replaceAll("\\\\(\\p{Punct})", "$1");
  }

  private static String row(String book, String code) {
    return book.lines()
        .filter(line -> line.startsWith("| `" + code + "` |"))
        .findFirst()
        .orElse("");
  }

  // How it says it

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERDES.ada|one of these levels: tidak (None) → 0; rancangan (Drafted) → 25.5;"
            + " berlaku (In force) → 70; collected from villages",
        "GIZI.stunting|by a share of a whole: from 0% up to and including 5% → 150;"
            + " above 5% up to and including 14% → 90; above 14% up to and including 30% → 30;"
            + " above 30% up to and including 100% → 0; less is better",
        "AKTA.kia|from 0% to below 1/3 → 0; from 1/3 to below 2/3 → 30;"
            + " from 2/3 up to and including 100% → 80; more is better",
        "GIZI.turun|in a straight line by a change between two years: at -5 → 100; at 0 → 20;"
            + " at +5 → 0; in between in proportion",
        "KAWIN.ubah|below 0 → 50; exactly 0 → 25; above 0 → 0; less is better",
      })
  void of_aScale_saysWhatEachAnswerEarns(String code, String words) {
    assertThat(row(RuleBook.of(edition("desa"), Language.ENGLISH), code)).contains(words);
  }

  @Test
  void of_aScaleInIndonesian_usesIndonesianWordsAndDecimalCommas() {
    assertThat(row(RuleBook.of(edition("desa"), Language.INDONESIAN), "PERDES.ada"))
        .isEqualTo(
            "| `PERDES.ada` | Perdes layak anak | 70 | salah satu jenjang ini: tidak (Belum ada)"
                + " → 0; rancangan (Masih rancangan) → 25,5; berlaku (Sudah berlaku) → 70;"
                + " dikumpulkan dari desa/kelurahan | Pemerintah desa | Badan permusyawaratan desa"
                + " | Peraturan desa | – |");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.1|an assessor awards 0 to 12",
        "1.2a|an assessor awards 0; 0.25; 0.5; 0.75 or 1 (scale note 1)",
        "13.3|an assessor awards 0 to 3; measured: a share of a whole, less is better",
        "26.17|earns nothing; the better answer is less, or no; collected from villages",
        "7.2|STATED (recap-2024): What 7.2 asks beyond 7.1 is not known.",
        "25.11|nobody is named",
        "18.2|none is asked for",
      })
  void of_aQuestionOfKla2024_saysHowItIsAwarded(String code, String words) {
    assertThat(row(RuleBook.of(Editions.kla2024(), Language.ENGLISH), code)).contains(words);
  }

  @Test
  void of_evidence_saysWhetherAnyOrAllIsAsked() {
    String book = RuleBook.of(edition("desa"), Language.ENGLISH);

    assertThat(edition("desa").question("PERDES.sosialisasi").evidenceNeed()).isEqualTo(Need.ALL);
    assertThat(row(book, "PERDES.sosialisasi")).contains("all of: Photo; Minutes");
    assertThat(row(RuleBook.of(Editions.kla2024(), Language.ENGLISH), "1.2a"))
        .contains("any of: Regulation; Other document");
  }

  @Test
  void of_anotherRuleForNotApplicable_standsAtTheQuestionOnly() {
    String book = RuleBook.of(edition("desa"), Language.ENGLISH);

    assertThat(book).contains("This is no answer here: every question must be answered.");
    assertThat(row(book, "FORUM.usul"))
        .contains("\"Not applicable\" earns nothing (STATED (perdes-2025))");
    assertThat(row(book, "FORUM.hadir")).doesNotContain("Not applicable");
  }

  @Test
  void of_kla2024_saysBoundsInWordsBesideWhatIsPrinted() {
    String book = RuleBook.of(Editions.kla2024(), Language.ENGLISH);

    assertThat(book)
        .contains(
            "| Pratama | `PRATAMA` | from 500 up to and including 600 | 500-600 |",
            "| Madya | `MADYA` | above 600 up to and including 700 | 601-700 |",
            "A total below 500 has no predicate.",
            "All of these are INFERRED (suara-2022;");
  }

  @Test
  void of_requirementsThatAreSwitchedOff_saysThatTheyChangeNothing() {
    String book = RuleBook.of(Editions.kla2024(), Language.ENGLISH);

    assertThat(book)
        .contains(
            "All of them are switched off",
            "| predicate KLA | question 17.5 (Local government still accepts tobacco advertising):"
                + " at least 2 points | switched off |",
            "| stage administrative verification | the total: more than 500 points |");
    assertThat(RuleBook.of(edition("desa"), Language.ENGLISH))
        .contains(
            "| predicate Fruit | question KAWIN.jumlah (Child marriages this year): at least"
                + " 100 points | it counts |")
        .doesNotContain("All of them are switched off");
  }

  @Test
  void of_anIndicatorWhoseQuestionsEarnMore_saysWhatIsCut() {
    // 19: 54 of questions and 51 stated.
    assertThat(RuleBook.of(Editions.kla2024(), Language.ENGLISH))
        .contains(
            "At most **51** points. Its questions could earn 54 together; what is above the"
                + " maximum is cut. This maximum is STATED (recap-2024): Its questions add up");
  }

  @Test
  void of_acceptedWarnings_saysWhatIsOddOnceWithItsParts() {
    assertThat(RuleBook.of(Editions.kla2024(), Language.INDONESIAN))
        .contains(
            "| penanggung jawab tidak disebut | pertanyaan 25.11, pertanyaan 25.12, pertanyaan"
                + " 25.13, pertanyaan 26.2,");
  }

  @Test
  void of_roles_saysWhatEachLeadsAndSupports() {
    // desa: the midwife leads GIZI.stunting (150) and GIZI.turun (100) and supports nothing.
    assertThat(RuleBook.of(edition("desa"), Language.ENGLISH))
        .contains(
            """
            ### Village midwife

            - Code: `bidan`
            - Leads: 2 questions, at most 250 points: GIZI.stunting, GIZI.turun
            - Supports: no question
            """);
  }

  @Test
  void of_topicsAndKindsOfEvidence_saysHowManyQuestionsAndWhatTheyCanEarn() {
    // desa: nutrition asks 150 and 100; a photo is asked for by PERDES.sosialisasi (50) alone.
    assertThat(RuleBook.of(edition("desa"), Language.ENGLISH))
        .contains(
            "| Nutrition | `gizi` | 2 questions, at most 250 points: GIZI.stunting, GIZI.turun |",
            "| Photo | `foto` | no age is set | 1 question, at most 50 points |");
  }

  @Test
  void of_anEditionWithoutLadder_namesNoPredicates() {
    Edition edition =
        Edition.builder().from(edition("capped")).ladder(new Ladder(List.of())).build();

    assertThat(RuleBook.of(edition, Language.ENGLISH))
        .contains("This edition names no predicates.", "the total stays a number")
        .doesNotContain("The total decides on the predicate");
  }

  @Test
  void of_anEditionThatCannotBeScored_saysWhy() {
    Edition capped = edition("capped");
    Indicator first = capped.indicators().get(0);
    Edition edition =
        Edition.builder()
            .from(capped)
            .clusters(
                List.of(
                    Cluster.builder()
                        .from(capped.clusters().get(0))
                        .indicators(
                            List.of(
                                Indicator.builder().from(first).maximum(Optional.empty()).build()))
                        .build()))
            .statedMaximum(Optional.empty())
            .build();

    assertThat(RuleBook.of(edition, Language.ENGLISH))
        .contains("No maximum is stated.", "can be read, but not scored", "not stated");
  }

  @Test
  void of_aTierWithoutEnd_saysWhereItBegins() {
    Tier open =
        new Tier(
            "TOP",
            Label.of("Atas", "Top"),
            new Interval<>(Optional.of(Bound.open(Points.of(10))), Optional.empty()),
            "",
            Origin.STATED);
    Edition edition =
        Edition.builder().from(edition("capped")).ladder(new Ladder(List.of(open))).build();

    assertThat(RuleBook.of(edition, Language.ENGLISH))
        .contains("| Top | `TOP` | above 10 | – | STATED |");
  }

  @Test
  void of_anOverlay_saysWhatWasChanged() {
    Edition trial = overlay();
    ChangedFrom changed = trial.changedFrom().orElseThrow();

    String book = RuleBook.of(trial, Language.ENGLISH);

    assertThat(book)
        .contains(
            "`trial` is not an edition of its own, but changes `kla-2024` in ",
            "## What was changed in `kla-2024`",
            changed.digest().toString(),
            "- question 1.1 (Regional regulation on KLA exists): maximum 12 → 14"
                + " (**can change scores**)",
            "- cluster K (Institutions): English text \"Institution\" → \"Institutions\"\n",
            "- question 12.1 (Coverage of births in health facilities): scale any points that an"
                + " assessor awards → by a share of a whole: from 0% to below 90% → 0; from 90% up"
                + " to and including 100% → 3 (**can change scores**)");
  }

  @ParameterizedTest
  @EnumSource
  void of_anEdition_isFinishedText(Language language) {
    assertThat(RuleBook.of(overlay(), language))
        .startsWith("# ")
        .endsWith("\n")
        .doesNotContain("{", "}", "Optional", "null ", "\r");
  }

  @Test
  void of_theSameEditionAnywhere_isTheSameText() {
    String book = RuleBook.of(edition("desa"), Language.ENGLISH);

    Locales.inEach(
        () -> assertThat(RuleBook.of(edition("desa"), Language.ENGLISH)).isEqualTo(book));
  }
}
