package id.kla.edition;

import id.kla.edition.EditionDraft.DraftRow;
import id.kla.edition.EditionDraft.DraftTable;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes an edition as tables.
 *
 * <p>Scales are named by kind and number, since an edition does not keep the names that they were
 * read under.
 */
final class EditionRows {

  private final Edition edition;
  private final Map<EditionTable, List<Cells>> tables = new EnumMap<>(EditionTable.class);
  private final Map<Scale, String> scales = new HashMap<>();

  private EditionRows(Edition edition) {
    this.edition = edition;
  }

  static EditionDraft of(Edition edition) {
    return new EditionRows(edition).draft();
  }

  private EditionDraft draft() {
    Rule rule = commonRule();
    about(rule);
    for (Cluster cluster : edition.clusters()) {
      part(EditionTable.CLUSTERS, "cluster", cluster.code(), cluster.label(), cluster.origin())
          .points("maximum", cluster.statedMaximum())
          .text("count", cluster.statedCount().map(count -> Long.toString(count)).orElse(""));
      for (Indicator indicator : cluster.indicators()) {
        part(
                EditionTable.INDICATORS,
                "indicator",
                indicator.code(),
                indicator.label(),
                indicator.origin())
            .text("cluster", cluster.code())
            .points("maximum", indicator.maximum());
        indicator.questions().forEach(question -> question(question, rule));
      }
    }
    for (EvidenceKind kind : edition.evidenceKinds()) {
      Cells row = part(EditionTable.EVIDENCE, "kind", kind.code(), kind.label(), kind.origin());
      kind.age()
          .ifPresent(
              age ->
                  row.text("months", Integer.toString(age.months()))
                      .word("months_mark", age.origin().mark(), Mark.STATED)
                      .list("months_source", age.origin().sources())
                      .text("months_note", age.origin().note()));
    }
    edition.requirements().forEach(this::requirement);
    for (Role role : edition.roles()) {
      part(EditionTable.ROLES, "role", role.code(), role.label(), role.origin())
          .list("aliases", role.aliases());
    }
    for (Topic topic : edition.topics()) {
      part(EditionTable.TOPICS, "topic", topic.code(), topic.label(), topic.origin());
    }
    for (Tier tier : edition.ladder().tiers()) {
      part(EditionTable.LADDER, "tier", tier.code(), tier.label(), tier.origin())
          .range(tier.range())
          .text("printed", tier.printed());
    }
    for (Stage stage : edition.stages()) {
      part(EditionTable.STAGES, "stage", stage.code(), stage.label(), stage.origin())
          .text("meaning_id", stage.meaning().indonesian())
          .text("meaning_en", stage.meaning().english())
          .list("aliases", stage.aliases())
          .word("judging", stage.judging(), Stage.Judging.OTHERS);
    }
    for (Source source : edition.sources()) {
      row(EditionTable.SOURCES)
          .text("source", source.code())
          .text("text", source.text())
          .text("date", source.date());
    }
    for (AcceptedWarning accepted : edition.acceptedWarnings()) {
      accepted(accepted);
    }
    edition
        .changedFrom()
        .ifPresent(
            changed -> {
              for (Change change : changed.changes()) {
                row(EditionTable.CHANGES)
                    .text("change", word(change.kind()))
                    .text("table", change.table().code())
                    .text("part", change.part())
                    .text("what", change.what())
                    .text("from", change.from())
                    .text("to", change.to());
              }
            });
    EditionDraft.Builder draft = EditionDraft.builder();
    tables.forEach(
        (table, rows) ->
            draft.putTables(
                table,
                new DraftTable(Place.unknown(), rows.stream().map(Cells::row).toList(), Set.of())));
    return draft.build();
  }

  // The edition and its rule

  private record Rule(NotApplicable notApplicable, Origin origin) {
    static Rule of(Question question) {
      return new Rule(question.notApplicable(), question.notApplicableOrigin());
    }
  }

  /** The rule that most questions have is the edition's; the first of those as common. */
  private Rule commonRule() {
    Map<Rule, Integer> counts = new LinkedHashMap<>();
    edition.questions().forEach(question -> counts.merge(Rule.of(question), 1, Integer::sum));
    int most = counts.isEmpty() ? 0 : Collections.max(counts.values());
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(new Rule(NotApplicable.NOTHING, Origin.STATED));
  }

  private void about(Rule rule) {
    key("id", edition.id());
    key("label_id", edition.label().indonesian());
    key("label_en", edition.label().english());
    key("maximum", edition.statedMaximum().map(Points::toString).orElse(""));
    key("not_applicable", word(rule.notApplicable()));
    key("not_applicable_mark", word(rule.origin().mark()));
    key("not_applicable_source", String.join(";", rule.origin().sources()));
    key("not_applicable_note", rule.origin().note());
    if (edition.withoutKinds() != WithoutEvidence.COUNTS
        || !edition.withoutKindsOrigin().equals(Origin.STATED)) {
      Origin origin = edition.withoutKindsOrigin();
      key("without_kinds", word(edition.withoutKinds()));
      key("without_kinds_mark", word(origin.mark()));
      key("without_kinds_source", String.join(";", origin.sources()));
      key("without_kinds_note", origin.note());
    }
    key("mark", word(edition.origin().mark()));
    key("source", String.join(";", edition.origin().sources()));
    key("note", edition.origin().note());
    key("changed_from", edition.changedFrom().map(ChangedFrom::edition).orElse(""));
    key("changed_from_digest", edition.changedFrom().map(c -> c.digest().toString()).orElse(""));
  }

  private void key(String key, String value) {
    if (!value.isEmpty()) {
      row(EditionTable.EDITION).text("key", key).text("value", value);
    }
  }

  // Questions and scales

  private void question(Question question, Rule rule) {
    Cells row =
        row(EditionTable.QUESTIONS)
            .text("indicator", question.code().indicator())
            .text("question", question.code().question())
            .points("maximum", Optional.of(question.maximum()))
            .label(question.label())
            .text("scale", scale(question.scale()))
            .text("asks", question.asks().map(EditionRows::word).orElse(""))
            .word("better", question.better(), Direction.MORE)
            .word("collected_from", question.collectedFrom(), CollectedFrom.REGION)
            .text("lead", question.lead().orElse(""))
            .list("supporting", question.supporting())
            .word("lead_mark", question.leadMark(), Mark.STATED)
            .list("topics", question.topics())
            .list("evidence", question.evidenceKinds())
            .word("evidence_need", question.evidenceNeed(), Need.ANY)
            .text("without_evidence", question.withoutEvidence().map(EditionRows::word).orElse(""))
            .origin(question.origin());
    if (!Rule.of(question).equals(rule)) {
      Origin origin = question.notApplicableOrigin();
      row.text("not_applicable", word(question.notApplicable()))
          .text("not_applicable_mark", word(origin.mark()))
          .list("not_applicable_source", origin.sources())
          .text("not_applicable_note", origin.note());
    }
  }

  private String scale(Scale scale) {
    if (scale.equals(Scale.graded())) {
      return "";
    }
    String known = scales.get(scale);
    if (known != null) {
      return known;
    }
    String kind = kind(scale);
    String name = kind + "-" + (scales.size() + 1);
    scales.put(scale, name);
    if (scale instanceof Scale.Graded graded) {
      graded.named().forEach(award -> step(name, scale, award));
    } else if (scale instanceof Scale.Levels levels) {
      for (Scale.Level level : levels.levels()) {
        step(name, scale, level.points()).text("level", level.code()).label(level.label());
      }
    } else if (scale instanceof Scale.Bands bands) {
      for (Scale.Band band : bands.bands()) {
        step(name, scale, band.points()).text("measure", word(bands.measure())).range(band.range());
      }
    } else if (scale instanceof Scale.Line line) {
      for (Scale.Anchor anchor : line.anchors()) {
        step(name, scale, anchor.points())
            .text("measure", word(line.measure()))
            .text("at", anchor.at().toString());
      }
    }
    return name;
  }

  private static String kind(Scale scale) {
    return scale instanceof Scale.Graded
        ? "graded"
        : scale instanceof Scale.Levels
            ? "levels"
            : scale instanceof Scale.Bands ? "bands" : "line";
  }

  private Cells step(String name, Scale scale, Points award) {
    return row(EditionTable.SCALES)
        .text("scale", name)
        .text("kind", kind(scale))
        .points("points", Optional.of(award))
        .origin(scale.origin());
  }

  // Requirements and accepted warnings

  private void requirement(Requirement requirement) {
    Cells row =
        part(
                EditionTable.REQUIREMENTS,
                "requirement",
                requirement.code(),
                requirement.label(),
                requirement.origin())
            .text("tier", requirement.tier().orElse(""))
            .text("stage", requirement.stage().orElse(""))
            .bound(Optional.of(requirement.least()), "from", "above")
            .word("state", requirement.state(), Requirement.State.ON);
    Requirement.Subject subject = requirement.subject();
    if (subject instanceof Requirement.OfCluster cluster) {
      row.text("cluster", cluster.code());
    } else if (subject instanceof Requirement.OfIndicator indicator) {
      row.text("indicator", indicator.code());
    } else if (subject instanceof Requirement.OfQuestion question) {
      row.text("indicator", question.code().indicator())
          .text("question", question.code().question());
    }
  }

  private void accepted(AcceptedWarning accepted) {
    row(EditionTable.ACCEPTED)
        .text("warning", accepted.code().name())
        .text("reason", accepted.reason())
        .text("part", accepted.part());
  }

  // Rows

  private Cells part(EditionTable table, String column, String code, Label label, Origin origin) {
    return row(table).text(column, code).label(label).origin(origin);
  }

  private Cells row(EditionTable table) {
    Cells row = new Cells();
    tables.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
    return row;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A row while it is written; what is empty or has its default is left out. */
  private static final class Cells {

    private final Map<String, Written<String>> cells = new HashMap<>();

    DraftRow row() {
      return new DraftRow(Place.unknown(), cells);
    }

    Cells text(String column, String text) {
      if (!text.isEmpty()) {
        cells.put(column, new Written<>(text, Place.unknown()));
      }
      return this;
    }

    Cells list(String column, List<String> codes) {
      return text(column, String.join(";", codes));
    }

    Cells word(String column, Enum<?> constant, Enum<?> usual) {
      return constant.equals(usual) ? this : text(column, EditionRows.word(constant));
    }

    Cells points(String column, Optional<Points> points) {
      return text(column, points.map(Points::toString).orElse(""));
    }

    Cells label(Label label) {
      return text("label_id", label.indonesian()).text("label_en", label.english());
    }

    Cells origin(Origin origin) {
      return word("mark", origin.mark(), Mark.STATED)
          .list("source", origin.sources())
          .text("note", origin.note());
    }

    Cells range(Interval<?> range) {
      return bound(range.lower(), "from", "above").bound(range.upper(), "to", "below");
    }

    Cells bound(Optional<? extends Bound<?>> bound, String closed, String open) {
      return bound
          .map(end -> text(end.kind() == Bound.Kind.CLOSED ? closed : open, end.value().toString()))
          .orElse(this);
    }
  }
}
