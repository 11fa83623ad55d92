package id.kla.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code kla}: scores for Indonesia's child-friendly regencies and cities. */
@Command(
    name = "kla",
    description = "Scores for Indonesia's child-friendly regencies and cities (KLA).",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all is well",
      "1:a fault of kla itself, or the result can't be written",
      "2:faulty input",
      "3:wrong usage"
    })
public final class Main implements Runnable {

  private static final List<Class<?>> COMMANDS =
      List.of(
          ScoreCommand.class,
          LadderCommand.class,
          SheetCommand.class,
          MergeCommand.class,
          UnitsCommand.class,
          ValidateCommand.class,
          ConvertCommand.class,
          RecheckCommand.class,
          ReconcileCommand.class,
          EvidenceCommand.class,
          StagesCommand.class,
          RollUpCommand.class,
          CheckDeclaredCommand.class,
          HistoryCommand.class,
          PolicyCommand.class,
          GapCommand.class,
          WhatIfCommand.class,
          PlanCommand.class,
          RadCommand.class,
          ReportCommand.class,
          SimulateCommand.class,
          EditionCommand.class,
          SchemaCommand.class);

  /** All is well. */
  static final int FINE = 0;

  /** A fault of kla itself. */
  static final int OWN_FAULT = 1;

  /** Faulty input. */
  static final int FAULTY_INPUT = 2;

  /** Wrong usage. */
  static final int WRONG_USAGE = 3;

  @Spec private CommandSpec spec;

  private final InputStream in;
  private final OutputStream out;

  @SuppressWarnings("NullAway.Init")
  private Main(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** Returns standard output for what is no text. */
  OutputStream out() {
    return out;
  }

  /** Returns standard input. */
  InputStream in() {
    return in;
  }

  /** Says what version this is. */
  static final class Version implements IVersionProvider {
    /** Made by picocli. */
    Version() {}

    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"kla " + (version == null ? "(not packaged)" : version)};
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say which command: score, ladder, sheet, merge, units, validate, convert, recheck,"
            + " reconcile, evidence, stages, history, rollup, check-declared, policy, gap, whatif,"
            + " plan, rad, report, edition or schema.");
  }

  /**
   * Runs the command in UTF-8 and ends the process with its exit status.
   *
   * @param arguments what was typed after {@code kla}
   */
  public static void main(String[] arguments) {
    PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
    int status = run(arguments, System.in, new FileOutputStream(FileDescriptor.out), err);
    err.flush();
    System.exit(status);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }

  /** Runs the command with input and output where the caller says; returns the exit status. */
  static int run(String[] arguments, InputStream in, OutputStream out, PrintWriter err) {
    PrintWriter text = writer(out);
    int status = execute(arguments, in, out, text, err);
    if (text.checkError() && status == FINE) {
      err.println("kla: the result can't be written to standard output.");
      return OWN_FAULT;
    }
    return status;
  }

  private static int execute(
      String[] arguments, InputStream in, OutputStream out, PrintWriter text, PrintWriter err) {
    CommandLine command =
        withCommands(new CommandLine(new Main(in, out)), arguments)
            .setOut(text)
            .setErr(err)
            .setExpandAtFiles(false)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    command.setParameterExceptionHandler(
        (exception, given) -> {
          err.println("kla: " + exception.getMessage());
          err.println(
              "Try '" + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
          return WRONG_USAGE;
        });
    command.setExecutionExceptionHandler(
        (exception, failed, parsed) -> {
          err.println("kla: a fault of kla itself, please report it:");
          exception.printStackTrace(err);
          return OWN_FAULT;
        });
    return command.execute(arguments);
  }

  /**
   * Adds the command that is asked for, or all: to make one takes longer than most of them work.
   */
  private static CommandLine withCommands(CommandLine main, String[] arguments) {
    List<Class<?>> asked =
        COMMANDS.stream()
            .filter(each -> arguments.length > 0 && name(each).equals(arguments[0]))
            .toList();
    (asked.isEmpty() ? COMMANDS : asked).forEach(main::addSubcommand);
    return main;
  }

  private static String name(Class<?> command) {
    return Objects.requireNonNull(command.getAnnotation(Command.class)).name();
  }
}
