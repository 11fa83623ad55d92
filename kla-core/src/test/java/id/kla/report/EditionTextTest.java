package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.edition.Change;
import id.kla.edition.ChangedFrom;
import id.kla.edition.Edition;
import id.kla.edition.EditionTable;
import id.kla.edition.EditionTables;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.scoring.ScoringEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Editions on a screen, and what they change. */
class EditionTextTest {

  private static final Edition BASE = Editions.kla2024();

  @TempDir private Path folder = Path.of("");

  private void table(String name, String... rows) {
    try {
      Files.writeString(
          folder.resolve(name + ".tsv"), String.join("\n", rows).replace('|', '\t') + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Edition trial() {
    table("edition", "key|value", "id|trial", "base|kla-2024", "label_en|A trial");
    return EditionTables.read(folder).orThrow();
  }

  // One edition

  @Test
  void edition_kla2024_saysItsPartsPredicatesStagesAndOrigins() {
    String shown = TextReport.edition(BASE, Language.ENGLISH);

    assertThat(shown)
        .startsWith("kla-2024 · Child-friendly regency/city evaluation instrument 2024\n")
        .contains(
            "digest " + BASE.digest(),
            "MADYA               above 600 up to and including 700 (as printed: 601-700)",
            "field verification, VLH, VL; who judges: somebody else",
            "Self-assessment above 500: the total: more than 500 points; switched off",
            "maxima of questions: 274 STATED",
            "suara-2022: suara.com: ranges of the predicates")
        .containsPattern("K +164 +3 +78  Institution\n")
        .containsPattern(" +1000 +31 +274\n");
  }

  @Test
  void edition_inIndonesian_saysTheSame() {
    assertThat(TextReport.edition(BASE, Language.INDONESIAN))
        .contains("di atas 600 sampai dengan 700 (seperti tertulis: 601-700)")
        .containsPattern("K +164 +3 +78  Kelembagaan\n");
  }

  @Test
  void edition_anOverlay_saysEveryChange() {
    table("questions", "indicator|question|maximum|better", "1|1|14|", "1|4|3|", "4|1||less");
    table("indicators", "indicator|note", "1|As the trial says.");

    assertThat(TextReport.edition(trial(), Language.ENGLISH))
        .contains(
            "trial changes kla-2024 in ",
            ", 2 of which can change scores:\n",
            "  question 1.1 (Regional regulation on KLA exists): maximum 12 → 14"
                + " (can change scores)\n",
            "better direction more is better → less is better\n",
            "note nothing → \"As the trial says.\"\n");
  }

  // Two editions

  @ParameterizedTest
  @EnumSource
  void difference_ofAnEditionAndItself_isNone(Language language) {
    assertThat(TextReport.difference(BASE, BASE, language))
        .isEqualTo(
            "kla-2024 → kla-2024\n"
                + (language == Language.ENGLISH ? "No difference.\n" : "Tidak ada perbedaan.\n"));
  }

  @Test
  void difference_inWhatEditionsCallThemselvesOnly_saysSo() {
    Edition other = Edition.builder().from(BASE).id("other").build();

    assertThat(TextReport.difference(BASE, other, Language.ENGLISH))
        .isEqualTo(
            "kla-2024 → other\nNo difference but in what the editions call themselves and where"
                + " they as a whole come from.\n");
  }

  @Test
  void difference_byTable_endsWithHowManyCanChangeScores() {
    table("topics", "topic|label_id|label_en", "play|Bermain|Play");
    table(
        "ladder",
        "tier|label_id|label_en|from|above|to",
        "PRATAMA|Pratama|Pratama|500||600",
        "BEST|Terbaik|Best||600|900",
        "KLA|KLA|KLA||900|1000");

    List<String> lines = TextReport.difference(BASE, trial(), Language.ENGLISH).lines().toList();

    // Three predicates are gone and one is new; a new topic moves no score.
    assertThat(lines)
        .containsSubsequence(
            "kla-2024 → trial",
            "Topics",
            "  topic play (Play): new",
            "Predicates",
            "  predicate MADYA (Madya): gone (can change scores)",
            "  predicate NINDYA (Nindya): gone (can change scores)",
            "  predicate UTAMA (Utama): gone (can change scores)",
            "  predicate BEST (Best): new (can change scores)");
    assertThat(lines.get(lines.size() - 1)).endsWith(", 4 of which can change scores");
  }

  @Test
  void difference_inIndonesian_namesPartsAndValuesInIndonesian() {
    table("questions", "indicator|question|maximum|not_applicable", "26|8a|0.75|full");

    assertThat(TextReport.difference(BASE, trial(), Language.INDONESIAN))
        .contains(
            "Pertanyaan\n",
            "pertanyaan 26.8a (",
            "): nilai maksimal 1,5 → 0,75 (dapat mengubah nilai)\n",
            "\"tidak berlaku\" tidak bernilai → bernilai maksimal (dapat mengubah nilai)\n");
  }

  @Test
  void difference_ofScales_saysBothInWords() {
    table("questions", "indicator|question|scale", "12|1|line", "12|2|levels", "1|2a|");
    table(
        "scales",
        "scale|kind|measure|level|at|points",
        "line|line|coverage||50%|0",
        "line|line|coverage||100%|3",
        "levels|levels||no||0",
        "levels|levels||yes||3");

    assertThat(TextReport.difference(BASE, trial(), Language.ENGLISH))
        .contains(
            "scale any points that an assessor awards → in a straight line by a share of a whole:"
                + " at 50% → 0; at 100% → 3; in between in proportion, outside as at the nearest"
                + " of these (can change scores)\n",
            "scale any points that an assessor awards → one of these levels: no → 0; yes → 3");
  }

  @Test
  void edition_withChangesThatNobodyComputed_showsThemAsTheyStand() {
    List<Change> changes =
        Stream.of("bands coverage: all", "levels: ", "line count: at x 1", "bands count: [0) 1")
            .map(
                text ->
                    new Change(
                        Change.Kind.RESCALED,
                        EditionTable.QUESTIONS,
                        "1.1",
                        "scale",
                        "graded",
                        text))
            .toList();
    Edition edition =
        Edition.builder()
            .from(BASE)
            .id("other")
            .changedFrom(new ChangedFrom("kla-2024", BASE.digest(), changes))
            .build();

    assertThat(TextReport.edition(edition, Language.ENGLISH))
        .contains(
            "awards → bands coverage: all (", "→ line count: at x 1 (", "→ bands count: [0) 1 (");
  }

  // What a score says of an overlay

  private static Assessment sheet(Edition edition) {
    return Assessment.builder()
        .edition(edition)
        .region(RegionCode.parse("16.10"))
        .round(Round.parse("2024"))
        .stage("self")
        .putAnswers(QuestionCode.parse("1.1"), Answer.of(Points.of(12)))
        .build();
  }

  private static String score(Edition edition, Language language) {
    return TextReport.score(ScoringEngine.of(edition).score(sheet(edition)), language);
  }

  @Test
  void score_underAnOverlay_saysInItsHeadWhatCanChangeScores() {
    table("questions", "indicator|question|maximum", "1|1|14");
    table("clusters", "cluster|label_en", "K|Institutions");

    Edition trial = trial();

    // A maximum and a text, and of each row mark and source, which the overlay does not give.
    assertThat(trial.changedFrom().orElseThrow().changes()).hasSize(6);
    assertThat(score(trial, Language.ENGLISH))
        .contains(
            """
            trial changes kla-2024 in 6 places, 1 of which can change scores:
              question 1.1 (Regional regulation on KLA exists): maximum 12 → 14

            """)
        .doesNotContain("Institution\"");
    assertThat(score(trial, Language.INDONESIAN))
        .contains(
            """
            trial mengubah kla-2024 di 6 tempat, 1 di antaranya dapat mengubah nilai:
              pertanyaan 1.1 (Perda KLA tersedia): nilai maksimal 12 → 14
            """);
  }

  @Test
  void score_underAnOverlayThatOnlyRewords_saysThatNothingCanChangeScores() {
    table("clusters", "cluster|label_en", "K|Institutions");

    assertThat(score(trial(), Language.ENGLISH))
        .contains("trial changes kla-2024 in 3 places, none of which can change scores\n\n");
  }

  @Test
  void score_underNoOverlay_saysNothingOfChanges() {
    assertThat(score(BASE, Language.ENGLISH)).doesNotContain("changes");
  }

  // Words

  /** What is compared under other names than a column's, or not at all, stands apart. */
  @Test
  void columns_thatEditionsAreComparedBy_haveWords() {
    Set<EditionTable> apart =
        Set.of(
            EditionTable.EDITION, EditionTable.SCALES, EditionTable.ACCEPTED, EditionTable.CHANGES);
    Set<String> rule = Set.of("not_applicable_mark", "not_applicable_note");
    Phrases phrases = Phrases.edition(Language.INDONESIAN);

    assertThat(Stream.of(EditionTable.values()).filter(table -> !apart.contains(table)))
        .allSatisfy(
            table -> {
              assertThat(phrases.word("table", table.code())).isNotEqualTo(table.code());
              assertThat(table.columns().stream().skip(table == EditionTable.QUESTIONS ? 2 : 1))
                  .filteredOn(column -> !rule.contains(column))
                  .allSatisfy(
                      column -> assertThat(phrases.word("column", column)).isNotEqualTo(column));
            });
  }
}
