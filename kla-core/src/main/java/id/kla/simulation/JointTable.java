package id.kla.simulation;

import java.util.List;

/**
 * What several questions of one indicator earn together, for every combination of their codes.
 *
 * @param first the position of the first question
 * @param strides by how many places a table goes on for the next code of each question
 * @param units what stands at each place, in ten-thousandths; the length is a power of two
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
record JointTable(int first, int[] strides, int[] units) {

  /** The most places of a table: 16 KiB, which stay in the nearest cache. */
  static final int MOST = AnswerCodes.MOST;

  /** Returns the table of questions from {@code first} on, given what each of their codes earns. */
  static JointTable of(int first, List<int[]> awards) {
    int[] strides = new int[awards.size()];
    int size = 1;
    for (int question = 0; question < strides.length; question++) {
      strides[question] = size;
      size *= awards.get(question).length;
    }
    int[] units = new int[Integer.highestOneBit(2 * size - 1)];
    for (int place = 0; place < size; place++) {
      for (int question = 0; question < strides.length; question++) {
        int[] earned = awards.get(question);
        units[place] += earned[place / strides[question] % earned.length];
      }
    }
    return new JointTable(first, strides, units);
  }
}
