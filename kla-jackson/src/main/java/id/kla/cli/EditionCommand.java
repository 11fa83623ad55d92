package id.kla.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kla edition}: write, check, read and compare editions. */
@Command(
    name = "edition",
    description = "Writes, checks, shows and compares editions.",
    mixinStandardHelpOptions = true,
    subcommands = {
      EditionNewCommand.class,
      EditionLintCommand.class,
      EditionShowCommand.class,
      EditionDiffCommand.class,
      EditionBookCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class EditionCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  EditionCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say which command: new, lint, show, diff or book.");
  }
}
