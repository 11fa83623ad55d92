/** The rules and sheets that kla and its peers score alike, and the yardstick of every run. */
@NullMarked
package id.kla.benchmarks.load;

import org.jspecify.annotations.NullMarked;
