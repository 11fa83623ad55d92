package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.edition.EditionTables;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kla edition new}: tables to begin with. */
@Command(
    name = "new",
    description =
        "Writes a folder of tables to begin with: a small edition, changes to the one that"
            + " --edition names, or all of the one that --copy names.",
    mixinStandardHelpOptions = true)
final class EditionNewCommand implements Callable<Integer> {

  private static final List<String> START =
      List.of(
          "edition",
          "clusters",
          "indicators",
          "questions",
          "scales",
          "ladder",
          "stages",
          "roles",
          "evidence",
          "sources");

  private static final List<String> OVERLAY = List.of("edition", "questions");

  @Mixin private Common common = new Common();

  @Option(
      names = "--copy",
      paramLabel = "ID|DIR|FILE",
      description = "Write all tables of this edition, to go on from there.")
  private @Nullable String original;

  @Parameters(
      paramLabel = "DIR",
      description = "Where to write; a folder without tables, or a new one.")
  private Path folder = Path.of("");

  /** Made by picocli. */
  EditionNewCommand() {}

  @Override
  public Integer call() throws IOException {
    Optional<Map<String, String>> tables = tables();
    if (tables.isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    try {
      List<String> present = present();
      if (!present.isEmpty()) {
        common.tell(
            List.of(
                Fault.of(FaultCode.FOLDER_IN_USE, Place.file(folder.toString()))
                    .with("found", present)));
        return Main.FAULTY_INPUT;
      }
      write(tables.get());
    } catch (IOException e) {
      Output.tellUnwritten(common.err(), folder, e);
      return Main.OWN_FAULT;
    }
    boolean english = common.language() == Language.ENGLISH;
    common
        .out()
        .println(
            folder
                + (english ? ": written; next: " : ": sudah ditulis; selanjutnya: ")
                + "kla edition lint "
                + folder);
    return Main.FINE;
  }

  /** Returns the text of each table that is asked for; none where what it is made of is faulty. */
  private Optional<Map<String, String>> tables() throws IOException {
    if (original != null) {
      return common.told(common.edition(original)).map(EditionTables::write);
    }
    Optional<Checked<Edition>> base = common.edition();
    if (base.isEmpty()) {
      return Optional.of(texts("start/", START));
    }
    Optional<Edition> edition = common.told(base.get());
    if (edition.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> texts = texts("overlay/", OVERLAY);
    texts.replaceAll(
        (file, text) ->
            text.replace("{base}", edition.get().id())
                .replace("{digest}", edition.get().digest().toString()));
    return Optional.of(texts);
  }

  private Map<String, String> texts(String kind, List<String> names) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : names) {
      texts.put(name + ".tsv", text(kind + name + ".tsv"));
    }
    return texts;
  }

  /** Returns the names of the tables that are there already. */
  private List<String> present() throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> Objects.toString(file.getFileName(), ""))
          .filter(name -> name.endsWith(".tsv"))
          .sorted()
          .toList();
    }
  }

  /** Writes every table, or none. */
  private void write(Map<String, String> tables) throws IOException {
    List<Path> written = new ArrayList<>();
    if (!Files.exists(folder)) {
      written.add(Files.createDirectory(folder));
    }
    try {
      for (Map.Entry<String, String> table : tables.entrySet()) {
        Path file = folder.resolve(table.getKey());
        written.add(Files.writeString(file, table.getValue(), StandardOpenOption.CREATE_NEW));
      }
    } catch (IOException e) {
      for (int i = written.size() - 1; i >= 0; i--) {
        Files.deleteIfExists(written.get(i));
      }
      throw e;
    }
  }

  /** Returns a table with its comments in the language that was asked for. */
  private String text(String name) throws IOException {
    String asked = "#" + common.language().code() + " ";
    try (InputStream stream =
        Objects.requireNonNull(EditionNewCommand.class.getResourceAsStream(name), name)) {
      StringBuilder text = new StringBuilder();
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") || line.startsWith(asked))
          .map(line -> line.startsWith(asked) ? "# " + line.substring(asked.length()) : line)
          .forEach(line -> text.append(line).append('\n'));
      return text.toString();
    }
  }
}
