package id.kla;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** What no class of the library may look like; {@link FloorsTest} proves that it would see it. */
public class WithGuava {

  public final ImmutableList<String> field = ImmutableList.of();

  private final ImmutableList<String> hidden = ImmutableList.of();

  public ImmutableList<String> returned() {
    return hidden;
  }

  public int taken(ImmutableList<String> list) {
    return list.size();
  }

  public List<ImmutableList<String>> inside() {
    return List.of(hidden);
  }
}
