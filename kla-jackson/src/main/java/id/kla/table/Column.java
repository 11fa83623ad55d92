package id.kla.table;

import id.kla.fault.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A column that tables have: written under its first name in a language, read under any. */
enum Column {
  CLUSTER("cluster", "klaster"),
  INDICATOR("indicator", "indikator"),
  QUESTION("question", "pertanyaan"),
  CODE("code", "kode"),
  LABEL("label", "uraian"),
  MAXIMUM("maximum", "nilai maksimal"),
  ASKED("evidence asked", "data dukung diminta"),
  LEAD("lead", "penanggung jawab"),
  ANSWER("answer", "jawaban"),
  MEASURED("measured fact", "data terukur", "measured", "capaian"),
  NOT_APPLICABLE(
      "not applicable because", "tidak berlaku karena", "not applicable", "tidak berlaku"),
  EVIDENCE("evidence", "data dukung", "bukti"),
  NOTE("note", "catatan"),
  ID("id", "id"),
  QUESTIONS("questions", "untuk pertanyaan"),
  KIND("kind", "jenis"),
  TITLE("title", "judul"),
  AGENCY("agency", "perangkat daerah", "opd", "instansi"),
  ISSUED("issued", "tanggal terbit"),
  RECEIVED("received", "tanggal diterima"),
  VALID_FROM("valid from", "berlaku dari"),
  VALID_UNTIL("valid until", "berlaku sampai"),
  SUPERSEDED_BY("superseded by", "diganti oleh"),
  DIGEST("digest", "sha-256"),
  LOCATION("location", "lokasi"),
  STAGE("stage", "tahap"),
  RULING("ruling", "hasil"),
  POINTS("points", "nilai"),
  REASON("reason", "alasan"),
  NAME("name", "nama"),
  ALIASES("aliases", "nama lain"),
  ROLES("roles", "peran"),
  PART("stated part", "bagian yang dinyatakan"),
  REGION("region", "daerah", "wilayah", "kabupaten/kota"),
  ROUND("round", "putaran", "tahun", "year"),
  TOTAL("total", "nilai total"),
  TIER("tier", "predikat", "predicate"),
  SOURCE("source", "sumber"),
  EDITION("edition", "edisi"),
  ROLE("role", "peran agensi"),
  FILE("file", "berkas"),
  MEASURE("measure", "kegiatan"),
  ENGLISH_NAME("measure in English", "kegiatan dalam bahasa Inggris"),
  AWARDS("awards", "target nilai", "award"),
  COST("cost", "biaya", "anggaran"),
  YEARS("years", "tahun pelaksanaan"),
  PREREQUISITES("needs", "prasyarat", "prerequisites"),
  EXCLUSIONS("excludes", "tidak bersama", "exclusions"),
  REFERENCES("references", "rujukan", "referensi"),
  STATE("state", "keadaan", "status"),
  REALISED_COST("realised cost", "realisasi"),
  CHANCE("chance", "peluang"),
  BUDGET("budget", "pagu anggaran", "pagu"),
  TARGET("target", "target", "target predikat", "target nilai total"),
  SURVIVAL_PART("part", "bagian"),
  OUTCOME("outcome", "keadaan akhir"),
  TIED("tied", "terikat", "tied by", "terikat oleh"),
  SELF("self total", "nilai mandiri"),
  LATER("later total", "nilai kemudian"),
  SUBDISTRICT("sub-district", "kecamatan"),
  VILLAGE("village", "desa/kelurahan", "desa", "kelurahan");

  // The list is copied, and so does not change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> names;

  Column(String... names) {
    this.names = List.of(names);
  }

  /** Returns the name that is written in {@code language}. */
  String in(Language language) {
    return names.get(language == Language.ENGLISH ? 0 : 1);
  }

  private static final Map<String, Column> BY_NAME = byName();

  private static final int LONGEST =
      BY_NAME.keySet().stream().mapToInt(String::length).max().orElse(0);

  private static Map<String, Column> byName() {
    Map<String, Column> columns = new HashMap<>();
    for (Column column : values()) {
      column.names.forEach(name -> columns.putIfAbsent(folded(name), column));
    }
    return Map.copyOf(columns);
  }

  /** Returns the column that a header names, if it is one that is known. */
  static Optional<Column> find(String header) {
    return header.isEmpty() || header.length() > 2 * LONGEST
        ? Optional.empty()
        : Optional.ofNullable(BY_NAME.get(folded(header)));
  }

  /** Returns every name in every language. */
  static List<String> allNames() {
    return Stream.of(values()).flatMap(column -> column.names.stream()).distinct().toList();
  }

  /** How headers are compared: case, blanks, underscores and hyphens don't matter. */
  static String folded(String header) {
    StringBuilder folded = new StringBuilder(header.length());
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '_' && c != '-') {
        folded.append(c);
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }
}
