/** Times and allocations of kla, each beside a plain rival in the same run. */
@NullMarked
package id.kla.benchmarks;

import org.jspecify.annotations.NullMarked;
