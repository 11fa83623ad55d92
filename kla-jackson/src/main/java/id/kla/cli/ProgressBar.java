package id.kla.cli;

import java.io.Console;
import java.io.PrintWriter;

/** A line on a terminal that says how far a long run is; it is drawn only where it changes. */
final class ProgressBar {

  private static final int WIDTH = 30;

  private final PrintWriter terminal;
  private final int all;
  private int drawn = -1;

  private ProgressBar(PrintWriter terminal, int all) {
    this.terminal = terminal;
    this.all = all;
  }

  /** Returns a bar for so many steps. */
  static ProgressBar of(PrintWriter terminal, int all) {
    return new ProgressBar(terminal, all);
  }

  /**
   * Says whether the process was started by a person at a terminal. From Java 22 on there is a
   * console without one, too, and only a method that Java 17 does not know tells them apart.
   */
  @SuppressWarnings("SystemConsoleNull")
  static boolean isWanted() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Shows that so many steps are done. */
  void show(int done) {
    int percent = all == 0 ? 100 : (int) (100L * done / all);
    if (percent == drawn) {
      return;
    }
    drawn = percent;
    int full = WIDTH * percent / 100;
    terminal.print("\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + done + "/" + all);
    terminal.flush();
  }

  /** Leaves the line for what is written next. */
  void end() {
    if (drawn >= 0) {
      terminal.print("\r" + " ".repeat(WIDTH + 2 + 2 * Integer.toString(all).length() + 2) + "\r");
      terminal.flush();
    }
  }
}
