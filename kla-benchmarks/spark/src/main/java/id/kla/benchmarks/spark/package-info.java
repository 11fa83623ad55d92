/** Draws and scores of a whole nation on Apache Spark; never published. */
@NullMarked
package id.kla.benchmarks.spark;

import org.jspecify.annotations.NullMarked;
