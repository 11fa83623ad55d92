package id.kla.simulation;

/**
 * Threefry4x64 of one counter, round by round as the papers on Threefish and Random123 put it: two
 * pairs are mixed, words 1 and 3 change places, and every fourth round a subkey is added.
 */
final class SlowThreefry {

  private static final int[][] ROTATIONS = {
    {14, 16}, {52, 57}, {23, 40}, {5, 37}, {25, 33}, {46, 12}, {58, 22}, {32, 32}
  };

  private SlowThreefry() {}

  static long[] of(long[] key, long[] counter, int rounds) {
    long[] keys = {key[0], key[1], key[2], key[3], 0x1BD11BDAA9FC1A22L};
    for (long each : key) {
      keys[4] ^= each;
    }
    long[] words = counter.clone();
    for (int round = 0; round <= rounds; round++) {
      if (round % 4 == 0) {
        int subkey = round / 4;
        for (int i = 0; i < 4; i++) {
          words[i] += keys[(subkey + i) % 5];
        }
        words[3] += subkey;
      }
      if (round < rounds) {
        for (int pair = 0; pair < 4; pair += 2) {
          words[pair] += words[pair + 1];
          words[pair + 1] =
              Long.rotateLeft(words[pair + 1], ROTATIONS[round % 8][pair / 2]) ^ words[pair];
        }
        long second = words[1];
        words[1] = words[3];
        words[3] = second;
      }
    }
    return words;
  }
}
