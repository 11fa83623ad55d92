package id.kla.table;

import static id.kla.table.Sheets.file;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.UnitFact;
import id.kla.assessment.UnitSurvey;
import id.kla.fault.Checked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Tables of units, however they are written down, are what was written. */
class UnitTableProperties {

  private static final List<String> QUESTIONS = List.of("26.2", "26.3", "26.8a", "26.10", "26.15");

  /** By what a unit says: no, yes, nothing. */
  private static final List<List<String>> WORDS =
      List.of(
          List.of("no", "tidak", "Tidak Ada", "0", "belum"),
          List.of("yes", "YA", "ada", "1", "v", "sudah"),
          List.of("", " ", "\t"));

  private static final int SILENT = 2;

  private static String word(int said, Random random, String divider) {
    List<String> words = WORDS.get(said);
    String word = words.get(random.nextInt(words.size()));
    return word.equals(divider) ? "" : word;
  }

  private static Checked<UnitSurvey> read(String text) {
    return KlaTables.of().readUnits(List.of(file("a.csv", text)), Optional.empty());
  }

  private static List<String> counts(Checked<UnitSurvey> read) {
    return read.orThrow().facts().stream().map(UnitTableProperties::count).toList();
  }

  private static String count(UnitFact fact) {
    return fact.question().code()
        + " "
        + fact.yes().size()
        + " "
        + fact.no().size()
        + " "
        + fact.silent().size();
  }

  /** Counts without kla. */
  private static List<String> counts(int[][] said) {
    List<String> counts = new ArrayList<>();
    for (int q = 0; q < QUESTIONS.size(); q++) {
      int[] of = new int[3];
      for (int[] unit : said) {
        of[unit[q]]++;
      }
      counts.add(QUESTIONS.get(q) + " " + of[1] + " " + of[0] + " " + of[2]);
    }
    return counts;
  }

  private static int[][] said(int units, Random random) {
    int[][] said = new int[units][];
    for (int i = 0; i < units; i++) {
      said[i] = random.ints(QUESTIONS.size(), 0, 3).toArray();
    }
    return said;
  }

  @Property(tries = 150)
  void read_aColumnAQuestion_countsWhatWasWritten(
      @ForAll @IntRange(min = 1, max = 9) int units, @ForAll Random random) {
    int[][] said = said(units, random);
    String divider = List.of(",", ";", "\t").get(random.nextInt(3));
    List<Integer> columns = new ArrayList<>(List.of(0, 1, 2, 3, 4));
    Collections.shuffle(columns, random);
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
    text.append(random.nextBoolean() ? "Desa/Kelurahan" : "village");
    columns.forEach(q -> text.append(divider).append(QUESTIONS.get(q)));
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      StringBuilder row = new StringBuilder("Desa " + i);
      int[] cells = said[i];
      columns.forEach(q -> row.append(divider).append(word(cells[q], random, divider)));
      rows.add(row.toString());
    }
    rows.add("");
    rows.add("Jumlah" + (divider + "7").repeat(QUESTIONS.size()));
    Collections.shuffle(rows, random);
    String end = random.nextBoolean() ? "\r\n" : "\n";
    text.append(end).append(String.join(end, rows)).append(end);

    Checked<UnitSurvey> read = read(text.toString());

    assertThat(read.faults()).isEmpty();
    assertThat(counts(read)).isEqualTo(counts(said));
  }

  @Property(tries = 100)
  void read_aRowForEachUnitAndQuestion_countsWhatWasWritten(
      @ForAll @IntRange(min = 1, max = 9) int units, @ForAll Random random) {
    int[][] said = said(units, random);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      for (int q = 0; q < QUESTIONS.size(); q++) {
        String name = random.nextBoolean() ? "Desa " + i : ("desa  " + i).toUpperCase(Locale.ROOT);
        rows.add(name + "," + QUESTIONS.get(q) + "," + word(said[i][q], random, ","));
      }
    }
    Collections.shuffle(rows, random);

    Checked<UnitSurvey> read = read("desa,kode,jawaban\n" + String.join("\n", rows) + "\n");

    assertThat(read.faults()).isEmpty();
    assertThat(counts(read)).isEqualTo(counts(said));
  }

  /** Whatever one cell becomes that is no yes, no no and not empty, the table is refused. */
  @Property(tries = 100)
  void read_oneCellThatSaysSomethingElse_isRefusedAtItsPlace(
      @ForAll @IntRange(min = 1, max = 9) int units, @ForAll Random random) {
    int[][] said = said(units, random);
    int row = random.nextInt(units);
    int column = random.nextInt(QUESTIONS.size());
    String other = List.of("x", "-", "mungkin", "3", "ya?").get(random.nextInt(5));
    StringBuilder text = new StringBuilder("desa," + String.join(",", QUESTIONS) + "\n");
    for (int i = 0; i < units; i++) {
      text.append("Desa ").append(i);
      for (int q = 0; q < QUESTIONS.size(); q++) {
        boolean isDamaged = i == row && q == column;
        text.append(',').append(isDamaged ? other : word(said[i][q] % SILENT, random, ","));
      }
      text.append('\n');
    }

    assertThat(Sheets.told(read(text.toString())))
        .hasSize(1)
        .first()
        .asString()
        .startsWith(
            "BAD_WORD a.csv, row "
                + (row + 2)
                + ", column "
                + QUESTIONS.get(column)
                + ": found \""
                + other
                + "\"");
  }
}
