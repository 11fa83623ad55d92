package id.kla.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is near is what a whole table of distances says, however many names were compared before.
 */
class NearestProperties {

  /** Few letters, so that names are often near. */
  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("abc").ofMaxLength(9);
  }

  @Provide
  Arbitrary<Set<String>> known() {
    return names().set().ofMaxSize(12);
  }

  @Property(tries = 2000)
  void to_anyNames_areThoseWithinTheLimit(
      @ForAll("names") String found, @ForAll("known") Set<String> known) {
    int limit = Math.max(1, found.length() / 3);
    List<String> near = known.stream().filter(name -> distance(found, name) <= limit).toList();

    List<String> told = Nearest.to(found, known);

    assertThat(told).hasSize(Math.min(3, near.size())).isSubsetOf(near);
    int farthest = told.stream().mapToInt(name -> distance(found, name)).max().orElse(0);
    assertThat(near.stream().filter(name -> distance(found, name) < farthest))
        .allMatch(told::contains);
  }

  /** The whole table: letters replaced, put in, left out or swapped with their neighbour. */
  private static int distance(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        table[i][j] =
            Math.min(table[i - 1][j - 1] + same, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
        }
      }
    }
    return table[a.length()][b.length()];
  }
}
