/** Rules of Drools on the work of kla. */
@NullMarked
package id.kla.benchmarks.drools;

import org.jspecify.annotations.NullMarked;
