/**
 * The command {@code kla}. Start at {@link id.kla.cli.Main}.
 *
 * <p>Results go to standard output, everything else to standard error; when the input is faulty
 * nothing goes to standard output. What is printed comes from {@code id.kla.report}.
 */
@NullMarked
package id.kla.cli;

import org.jspecify.annotations.NullMarked;
