package id.kla.cli;

import id.kla.jackson.KlaFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kla schema}: the JSON Schema of a kind of document. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema (2020-12) of a kind of document.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME",
      description = "A word such as assessment, scored or plan; a wrong one lists all.")
  private String name = "";

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  SchemaCommand() {}

  @Override
  public Integer call() {
    Optional<KlaFormat<?>> format = KlaFormat.find(name);
    if (format.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "found '" + name + "'; allowed: " + words());
    }
    spec.commandLine().getOut().print(format.get().schema());
    return Main.FINE;
  }

  private static String words() {
    List<KlaFormat<?>> formats = KlaFormat.values();
    return formats.stream().map(KlaFormat::word).collect(Collectors.joining(", "));
  }
}
