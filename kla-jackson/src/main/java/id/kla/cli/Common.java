package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.edition.EditionLint;
import id.kla.edition.EditionTables;
import id.kla.edition.Editions;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that every command has, and how faults are told. */
final class Common {

  /** What a parameter that names an edition may be. */
  static final String AN_EDITION =
      "A built-in edition, a folder of tables or a document (kla.edition/1); - is standard input.";

  @Option(
      names = "--edition",
      paramLabel = "ID|DIR",
      description =
          "A built-in edition or a folder of tables; by default the one that is named"
              + " in the input, or kla-2024.")
  private @Nullable String edition;

  @Option(
      names = "--locale",
      paramLabel = "en|id",
      description = "The language of the output; ${DEFAULT-VALUE} by default, never the machine's.",
      defaultValue = "en",
      converter = LanguageConverter.class)
  private Language language = Language.ENGLISH;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  Common() {}

  /** Reads a language by its code. */
  static final class LanguageConverter implements ITypeConverter<Language> {
    /** Made by picocli. */
    LanguageConverter() {}

    @Override
    public Language convert(String value) {
      for (Language language : Language.values()) {
        if (language.code().equalsIgnoreCase(value)) {
          return language;
        }
      }
      throw new TypeConversionException("found '" + value + "'; allowed: en, id");
    }
  }

  Language language() {
    return language;
  }

  InputStream in() {
    return ((Main) spec.root().userObject()).in();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Returns the edition that was asked for, if any was: built in, or read from a folder. */
  Optional<Checked<Edition>> edition() {
    String name = edition;
    if (name == null) {
      return Optional.empty();
    }
    Optional<Edition> builtIn = Editions.find(name);
    if (builtIn.isPresent()) {
      return Optional.of(Checked.of(builtIn.get(), List.of()));
    }
    return Optional.of(
        path(name)
            .filter(Files::isDirectory)
            .map(EditionTables::read)
            .orElseGet(
                () ->
                    unknown(
                        name,
                        language == Language.ENGLISH
                            ? "or a folder of tables"
                            : "atau folder tabel")));
  }

  /**
   * Reads the edition that a parameter names, with everything that lint finds; tables and documents
   * may change the edition that was asked for.
   */
  Checked<Edition> edition(String name) throws IOException {
    Optional<Checked<Edition>> asked = edition();
    if (asked.isPresent() && asked.get().value().isEmpty()) {
      return asked.get();
    }
    List<Edition> bases = asked.flatMap(Checked::value).map(List::of).orElse(List.of());
    Optional<Edition> builtIn = Editions.find(name);
    if (builtIn.isPresent()) {
      return Checked.of(builtIn.get(), EditionLint.of(builtIn.get()));
    }
    if (name.equals("-")) {
      return KlaJson.strict(bases).read(KlaFormat.EDITION, "standard input", in());
    }
    Optional<Path> path = path(name).filter(Files::exists);
    if (path.isEmpty()) {
      return unknown(
          name,
          language == Language.ENGLISH
              ? "or a folder of tables, or a document"
              : "atau folder tabel, atau dokumen");
    }
    return Files.isDirectory(path.get())
        ? EditionTables.read(path.get(), bases)
        : KlaJson.strict(bases).read(KlaFormat.EDITION, path.get());
  }

  private static Checked<Edition> unknown(String name, String others) {
    return Checked.failed(
        List.of(
            Fault.of(FaultCode.UNKNOWN_EDITION, Place.unknown())
                .with("found", name)
                .with(
                    "allowed",
                    Stream.concat(Editions.ids().stream(), Stream.of(others)).toList())));
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(name).filter(given -> !given.isBlank()).map(Path::of);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Tells every fault and returns what was read, if it was. */
  <T> Optional<T> told(Checked<T> read) {
    tell(read.faults());
    return read.value();
  }

  /** Returns how many errors and warnings there are, in words. */
  String counts(List<Fault> faults) {
    long errors = faults.stream().filter(f -> f.severity() == Severity.ERROR).count();
    long warnings = faults.stream().filter(f -> f.severity() == Severity.WARNING).count();
    return language == Language.ENGLISH
        ? "errors: " + errors + ", warnings: " + warnings
        : "kesalahan: " + errors + ", peringatan: " + warnings;
  }

  /** How results and faults are written. */
  enum Format {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON
  }

  /** Tells every fault on standard error: in JSON as one document, if there are any. */
  void tell(List<Fault> faults, Format format) {
    if (format == Format.TEXT) {
      tell(faults);
    } else if (!faults.isEmpty()) {
      spec.commandLine().getErr().print(KlaJson.strict().write(KlaFormat.FAULTS, faults));
    }
  }

  /** Tells every fault on standard error, a line each. */
  void tell(List<Fault> faults) {
    PrintWriter err = spec.commandLine().getErr();
    boolean english = language == Language.ENGLISH;
    for (Fault fault : faults) {
      String severity =
          switch (fault.severity()) {
            case ERROR -> english ? "error" : "kesalahan";
            case WARNING -> english ? "warning" : "peringatan";
            case NOTE -> english ? "note" : "catatan";
          };
      // A warning is accepted by its code, so that the code must be seen.
      String code = fault.severity() == Severity.WARNING ? " [" + fault.code() + "]" : "";
      err.println(severity + ": " + fault.message(language) + code);
    }
  }
}
