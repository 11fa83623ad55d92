/** Cheapest plans by kla and by general solvers; never published. */
@NullMarked
package id.kla.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
