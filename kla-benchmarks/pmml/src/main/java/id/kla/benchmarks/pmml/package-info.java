/** PMML scorecards of JPMML-Evaluator, which is under the AGPL: never published. */
@NullMarked
package id.kla.benchmarks.pmml;

import org.jspecify.annotations.NullMarked;
