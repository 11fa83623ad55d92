package id.kla.table;

import id.kla.assessment.Agency;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.fault.Language;
import id.kla.planning.Measure;
import id.kla.simulation.SurvivalRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of ours that stand in cells: written in one language, read in either. */
final class Words {

  /** What a constant is called in Indonesian; in English it is called by its own name. */
  private static final Map<Enum<?>, String> INDONESIAN =
      Map.ofEntries(
          Map.entry(Agency.Kind.OWN, "daerah"),
          Map.entry(Agency.Kind.VERTICAL, "vertikal"),
          Map.entry(Agency.Kind.COMMUNITY, "masyarakat"),
          Map.entry(Agency.Kind.BUSINESS, "dunia usaha"),
          Map.entry(Agency.Kind.MEDIA, "media"),
          Map.entry(Agency.Kind.SUBDISTRICT, "kecamatan"),
          Map.entry(Agency.Kind.VILLAGE, "desa"),
          Map.entry(Evidence.Ruling.SUBMITTED, "diajukan"),
          Map.entry(Evidence.Ruling.ACCEPTED, "diterima"),
          Map.entry(Evidence.Ruling.REJECTED, "ditolak"),
          Map.entry(Finding.Ruling.UPHELD, "dikuatkan"),
          Map.entry(Finding.Ruling.REVISED, "direvisi"),
          Map.entry(Finding.Ruling.STRUCK, "dicoret"),
          Map.entry(Measure.State.PLANNED, "direncanakan"),
          Map.entry(Measure.State.RUNNING, "berjalan"),
          Map.entry(Measure.State.DONE, "selesai"),
          Map.entry(Measure.State.DROPPED, "dibatalkan"),
          Map.entry(SurvivalRow.Tie.NONE, "tidak"),
          Map.entry(SurvivalRow.Tie.AGENCY, "perangkat daerah"),
          Map.entry(SurvivalRow.Tie.REGION, "daerah"));

  private Words() {}

  /** Returns the word for a constant. */
  static String in(Language language, Enum<?> constant) {
    String english = TableRow.code(constant);
    return language == Language.ENGLISH ? english : INDONESIAN.getOrDefault(constant, english);
  }

  /** Returns the constant that a word of either language means. */
  static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
    return Stream.of(type.getEnumConstants())
        .filter(
            each ->
                Stream.of(Language.values())
                    .anyMatch(language -> in(language, each).equalsIgnoreCase(word)))
        .findFirst();
  }

  /** Returns every word for the constants of a type, language by language. */
  static <E extends Enum<E>> List<String> all(Class<E> type) {
    return Stream.of(Language.ENGLISH, Language.INDONESIAN)
        .flatMap(
            language -> Stream.of(type.getEnumConstants()).map(constant -> in(language, constant)))
        .distinct()
        .toList();
  }
}
