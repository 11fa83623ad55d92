package id.kla.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What one run of the command left behind.
 *
 * @param status the exit status
 * @param latin what it wrote to standard output, a character a byte
 * @param err what it wrote to standard error
 */
record Run(int status, String latin, String err) {

  static Run of(String... arguments) {
    return fed(new byte[0], arguments);
  }

  /** Runs the command with something on standard input. */
  static Run fed(byte[] input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    int status;
    try (PrintWriter errWriter = new PrintWriter(err)) {
      status = Main.run(arguments, new ByteArrayInputStream(input), out, errWriter);
    }
    return new Run(status, out.toString(StandardCharsets.ISO_8859_1), err.toString());
  }

  /** Returns what it wrote to standard output. */
  byte[] content() {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  String out() {
    return new String(content(), StandardCharsets.UTF_8);
  }

  List<String> outLines() {
    return out().lines().toList();
  }

  List<String> errLines() {
    return err.lines().toList();
  }
}
