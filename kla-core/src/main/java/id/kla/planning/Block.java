package id.kla.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a task that touches the rest through few measures: one indicator, or what was loosened
 * of one.
 *
 * <p>For every pattern of its links, chosen or not, it knows the best choices among its own
 * measures. Points are what it gains over what it holds already.
 *
 * @param indicator whose points these are
 * @param links the measures that other blocks share, in order; bit i of a pattern is link i
 * @param own the measures that only this block has, in order; bit i of a mask is measure i
 * @param fronts by pattern; null where a pattern can't be
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
record Block(int indicator, int[] links, int[] own, List<@Nullable Front> fronts) {

  int patterns() {
    return 1 << links.length;
  }
}
