package id.kla.edition;

import id.kla.fault.Label;

/** Parts of one kind: what they are called, one and all, and the column of their codes. */
enum PartKind {
  CLUSTER("klaster", "cluster", "clusters", "cluster"),
  INDICATOR("indikator", "indicator", "indicators", "indicator"),
  QUESTION("pertanyaan", "question", "questions", "question"),
  LEVEL("jenjang", "level", "levels", "level"),
  ROLE("peran", "role", "roles", "role"),
  TOPIC("topik", "topic", "topics", "topic"),
  EVIDENCE("jenis data dukung", "evidence kind", "evidence kinds", "kind"),
  TIER("predikat", "tier", "tiers", "tier"),
  STAGE("tahap", "stage", "stages", "stage"),
  REQUIREMENT("prasyarat", "requirement", "requirements", "requirement"),
  SOURCE("sumber", "source", "sources", "source");

  private final String indonesian;
  private final String english;
  private final String englishPlural;
  private final String column;

  PartKind(String indonesian, String english, String englishPlural, String column) {
    this.indonesian = indonesian;
    this.english = english;
    this.englishPlural = englishPlural;
    this.column = column;
  }

  Label one(String code) {
    return Label.of(indonesian + " " + code, english + " " + code);
  }

  Label all() {
    return Label.of(indonesian, englishPlural);
  }

  /** Returns the column of a table that holds the code. */
  String column() {
    return column;
  }

  static Label name(Question question) {
    return QUESTION.one(question.code().toString());
  }

  static Label name(Indicator indicator) {
    return INDICATOR.one(indicator.code());
  }

  static Label name(Cluster cluster) {
    return CLUSTER.one(cluster.code());
  }
}
