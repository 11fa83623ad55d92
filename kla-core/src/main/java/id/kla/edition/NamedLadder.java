package id.kla.edition;

import java.util.List;

/**
 * A ladder that stands by itself, with what its tiers rest on.
 *
 * @param id its name, such as {@code ministry-2022}
 * @param ladder its tiers
 * @param sources the sources that origins name
 */
public record NamedLadder(String id, Ladder ladder, List<Source> sources) {

  /** Copies the list. */
  public NamedLadder {
    sources = List.copyOf(sources);
  }
}
