package id.kla.benchmarks.load;

import java.util.List;

/**
 * One indicator as every peer is told it.
 *
 * @param code its code
 * @param cluster the code of its cluster
 * @param cap what it earns at most, in ten-thousandths of a point
 * @param rules its questions
 */
public record Group(String code, String cluster, int cap, List<Rule> rules) {}
