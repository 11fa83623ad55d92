package id.kla.edition;

import id.kla.fault.Place;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the parts of an edition were read; of one that was built in code, nothing. */
final class EditionPlaces {

  private final IdentityHashMap<Object, List<Row>> rows = new IdentityHashMap<>();
  private final Map<String, Row> keys;
  private final Optional<Place> whole;

  /**
   * Makes a place for each key of the first table.
   *
   * @param keys the rows of the first table by key
   * @param whole where the edition as a whole stands, if not in a folder
   */
  EditionPlaces(Map<String, Row> keys, Optional<Place> whole) {
    this.keys = keys;
    this.whole = whole;
  }

  static EditionPlaces none() {
    return new EditionPlaces(Map.of(), Optional.empty());
  }

  void put(Object part, Row row) {
    rows.put(part, List.of(row));
  }

  void putSteps(Scale scale, List<Row> steps) {
    rows.put(scale, steps);
  }

  /**
   * Returns the place of a part: its cell, where one column is named or only one of them is filled,
   * otherwise its row.
   */
  Optional<Place> find(Object part, String... columns) {
    return findStep(part, 0, columns);
  }

  /** Returns the place of a scale's step, counted from 0. */
  Optional<Place> findStep(Object scale, int step, String... columns) {
    List<Row> written = rows.get(scale);
    return written == null ? Optional.empty() : known(place(written.get(step), columns));
  }

  private static Place place(Row row, String... columns) {
    if (columns.length == 1) {
      return row.place(columns[0]);
    }
    for (String column : columns) {
      if (row.find(column).isPresent()) {
        return row.place(column);
      }
    }
    return row.place();
  }

  /** Returns the place of the edition as a whole, if not in a folder. */
  Optional<Place> whole() {
    return whole;
  }

  /** Returns the place of a key's value, or of the edition as a whole. */
  Optional<Place> findKey(String key) {
    Row row = keys.get(key);
    return row == null ? whole : known(row.place("value")).or(() -> whole);
  }

  /** What an overlay has left as its base has it stands nowhere. */
  private static Optional<Place> known(Place place) {
    return Optional.of(place).filter(known -> !known.equals(Place.unknown()));
  }
}
