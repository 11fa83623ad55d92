package id.kla.benchmarks.spark;

import java.io.Serializable;

/**
 * What came of one region's draws in one share.
 *
 * @param region its code
 * @param claimed the total of its claims, in ten-thousandths of a point
 * @param tier the place in the ladder that its claims earn, or -1
 * @param sample the bytes of what was drawn
 * @param process the process that drew it
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Part(String region, int claimed, int tier, byte[] sample, long process)
    implements Serializable {}
