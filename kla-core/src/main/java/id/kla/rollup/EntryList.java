package id.kla.rollup;

import com.google.common.collect.ImmutableList;
import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * Results that are put together when they are asked for: of thousands only their figures are kept.
 */
final class EntryList extends AbstractList<RegionResult> implements RandomAccess {

  private final Heading heading;
  private final ImmutableList<Entry> entries;

  EntryList(Heading heading, ImmutableList<Entry> entries) {
    this.heading = heading;
    this.entries = entries;
  }

  @Override
  public RegionResult get(int index) {
    return entries.get(index).under(heading);
  }

  @Override
  public int size() {
    return entries.size();
  }
}
