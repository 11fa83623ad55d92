/** kla and its peers on the same work, and one table of them all. */
@NullMarked
package id.kla.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
