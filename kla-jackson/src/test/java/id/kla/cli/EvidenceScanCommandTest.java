package id.kla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kla evidence scan} of two files, one without a code. */
class EvidenceScanCommandTest {

  @TempDir private Path folder = Path.of("");

  private Path evidence = Path.of("");

  @BeforeEach
  void write() throws IOException {
    evidence = Files.createDirectories(folder.resolve("bukti"));
    Files.createDirectories(evidence.resolve("14.10"));
    Files.writeString(evidence.resolve("14.10/SK.pdf"), "abc");
    Files.writeString(evidence.resolve("foto.jpg"), "foto");
  }

  @Test
  void scan_ofAFolder_writesItsTableAndSaysWhatIsOpen() {
    Run run = Run.of("evidence", "scan", evidence.toString());

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.outLines())
        .hasSize(4)
        .contains(
            "14.10/SK.pdf,14.10;,,,,,,,,,"
                + "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad,14.10/SK.pdf");
    assertThat(run.errLines()).hasSize(2);
    assertThat(run.err())
        .contains("warning: foto.jpg: which question", "[FILE_WITHOUT_QUESTION]")
        .contains("files in the table: 2, without questions: 1");
  }

  @Test
  void scan_inIndonesian_writesIndonesianColumns() {
    Run run = Run.of("evidence", "scan", evidence.toString(), "--locale", "id");

    assertThat(run.out()).contains("untuk pertanyaan;jenis;judul;perangkat daerah", "sha-256");
    assertThat(run.err()).contains("berkas dalam tabel: 2, tanpa pertanyaan: 1");
  }

  @Test
  void scan_twiceIntoTheFolderItself_writesTheSameTable() throws IOException {
    Path table = evidence.resolve("bukti.csv");
    Run.of("evidence", "scan", evidence.toString(), "-o", table.toString());
    String first = Files.readString(table);

    Run again = Run.of("evidence", "scan", evidence.toString(), "-o", table.toString());

    assertThat(again.status()).isEqualTo(Main.FINE);
    assertThat(Files.readString(table)).isEqualTo(first).doesNotContain("bukti.csv");
  }

  @Test
  void scan_withAListInTheFolder_takesTheListForNoEvidence() throws IOException {
    Path list = Files.writeString(evidence.resolve("daftar.csv"), "berkas;kode\nfoto.jpg;1.1\n");

    Run run = Run.of("evidence", "scan", evidence.toString(), "--list", list.toString());

    assertThat(run.out()).contains("foto.jpg,1.1;,").doesNotContain("daftar.csv");
    assertThat(run.err()).isEqualTo("files in the table: 2, without questions: 0\n");
  }

  @Test
  void scan_thenMerge_bringsDigestAndLocationToTheSheet() throws IOException {
    Path answers =
        Files.writeString(
            folder.resolve("jawaban.csv"),
            "edition,kla-2024\nregion,35.71\nround,2023\nstage,self\n\ncode,answer\n14.10,3\n");
    Path table = folder.resolve("bukti.xlsx");

    Run scan =
        Run.of("evidence", "scan", evidence.toString(), "--format", "xlsx", "-o", table.toString());
    Run merge = Run.of("merge", answers.toString(), table.toString());

    assertThat(scan.status()).isEqualTo(Main.FINE);
    assertThat(merge.status()).isEqualTo(Main.FINE);
    assertThat(merge.out())
        .contains(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "\"location\" : \"14.10/SK.pdf\"");
  }

  @Test
  void scan_ofNoFolder_writesNothing() {
    Path table = folder.resolve("bukti.csv");

    Run run = Run.of("evidence", "scan", folder.resolve("none").toString(), "-o", table.toString());

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("no such file or folder");
    assertThat(table).doesNotExist();
  }

  @Test
  void scan_withAListThatIsNotThere_isFaultyInput() {
    Run run =
        Run.of(
            "evidence", "scan", evidence.toString(), "--list", folder.resolve("none").toString());

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.content()).isEmpty();
  }

  @Test
  void scan_withOptionsOfItsParent_isWrongUsage() {
    String folderName = evidence.toString();

    assertThat(Run.of("evidence", "--as-of", "2023-06-30", "scan", folderName).status())
        .isEqualTo(Main.WRONG_USAGE);
    assertThat(Run.of("evidence", "--locale", "id", "scan", folderName).status())
        .isEqualTo(Main.WRONG_USAGE);
    assertThat(Run.of("evidence", "scan").status()).isEqualTo(Main.WRONG_USAGE);
  }
}
