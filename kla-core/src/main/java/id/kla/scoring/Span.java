package id.kla.scoring;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Some neighbours in an array that nobody writes to any more, as a list: so that the nodes of a
 * result stand in one array, of which each node above has its part.
 */
final class Span<E> extends AbstractList<E> implements RandomAccess {

  private final E[] array;
  private final int first;
  private final int size;

  /** Takes the array over, of which the list has what stands from the first to before the end. */
  Span(E[] array, int first, int end) {
    this.array = array;
    this.first = first;
    this.size = end - first;
  }

  @Override
  public E get(int index) {
    return array[first + Objects.checkIndex(index, size)];
  }

  @Override
  public int size() {
    return size;
  }
}
