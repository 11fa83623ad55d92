package id.kla.table;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.EditionTables;
import id.kla.edition.Editions;
import id.kla.fault.Checked;
import id.kla.fault.Language;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sheets as tests write them down, and what is told of them. */
final class Sheets {

  /** What stands above the tables; the header of the first one is row 6. */
  static final String HEAD =
      """
      edition,kla-2024
      region,Kabupaten Ogan Ilir
      round,2024
      stage,self

      """;

  /** The same for the small edition, whose questions have every kind of scale. */
  static final String TINY_HEAD = HEAD.replace("kla-2024", "tiny");

  /** The small edition, judged at the stages of the large one. */
  static final Edition TINY =
      Edition.builder()
          .from(
              EditionTables.read(
                      Path.of("src", "test", "resources", "id", "kla", "jackson", "tiny"))
                  .orThrow())
          .stages(Editions.kla2024().stages())
          .sources(Editions.kla2024().sources())
          .build();

  private Sheets() {}

  static SheetFile file(String name, String text) {
    return SheetFile.of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Merges files that are called a.csv, b.csv and so on. */
  static Checked<KlaTables.Merged> merge(String... texts) {
    List<SheetFile> files = new ArrayList<>();
    for (String text : texts) {
      files.add(file((char) ('a' + files.size()) + ".csv", text));
    }
    return tables().merge(files);
  }

  /** Merges one file that is called a.xlsx. */
  static Checked<KlaTables.Merged> merge(byte[] workbook) {
    return tables().merge(List.of(SheetFile.of("a.xlsx", workbook)));
  }

  static KlaTables tables() {
    return KlaTables.of(List.of(TINY));
  }

  static Assessment read(String... texts) {
    return merge(texts).orThrow().assessment();
  }

  static String json(Assessment assessment) {
    return KlaJson.strict(List.of(assessment.edition())).write(KlaFormat.ASSESSMENT, assessment);
  }

  /** Returns what is told in English, each after its code. */
  static List<String> told(Checked<?> read) {
    return read.faults().stream()
        .map(fault -> fault.code() + " " + fault.message(Language.ENGLISH))
        .toList();
  }
}
