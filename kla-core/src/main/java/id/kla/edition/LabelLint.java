package id.kla.edition;

import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Labels that are missing, not translated, or borne twice. */
final class LabelLint {

  private final Edition edition;
  private final LintReport lint;

  LabelLint(Edition edition, LintReport lint) {
    this.edition = edition;
    this.lint = lint;
  }

  /** A label of a part, and where one of its columns stands. */
  private record Labelled(String code, Label label, Function<String, Optional<Place>> places) {}

  private <T> List<Labelled> labelled(
      List<T> parts, Function<T, String> code, Function<T, Label> label) {
    return parts.stream()
        .map(
            part ->
                new Labelled(
                    code.apply(part),
                    label.apply(part),
                    column -> lint.places().find(part, column)))
        .toList();
  }

  private List<Labelled> levels(Scale.Levels scale) {
    return IntStream.range(0, scale.levels().size())
        .mapToObj(
            i ->
                new Labelled(
                    scale.levels().get(i).code(),
                    scale.levels().get(i).label(),
                    column -> lint.places().findStep(scale, i, column)))
        .toList();
  }

  void check() {
    List<Labelled> whole =
        List.of(new Labelled(edition.id(), edition.label(), lint.places()::findKey));
    there(LintReport.EDITION, whole);
    translated(LintReport.EDITION, "label", whole);
    List<Labelled> clusters = labelled(edition.clusters(), Cluster::code, Cluster::label);
    there(PartKind.CLUSTER.all(), clusters);
    labels(PartKind.CLUSTER, List.of(clusters));
    List<List<Labelled>> indicators =
        edition.clusters().stream()
            .map(cluster -> labelled(cluster.indicators(), Indicator::code, Indicator::label))
            .toList();
    there(PartKind.INDICATOR.all(), flat(indicators));
    labels(PartKind.INDICATOR, indicators);
    List<List<Labelled>> questions =
        edition.indicators().stream()
            .map(
                indicator ->
                    labelled(indicator.questions(), q -> q.code().toString(), Question::label))
            .toList();
    there(PartKind.QUESTION.all(), flat(questions));
    labels(PartKind.QUESTION, questions);
    labels(
        PartKind.LEVEL,
        edition.questions().stream()
            .map(Question::scale)
            .distinct()
            .filter(Scale.Levels.class::isInstance)
            .map(scale -> levels((Scale.Levels) scale))
            .toList());
    labels(PartKind.ROLE, List.of(labelled(edition.roles(), Role::code, Role::label)));
    labels(PartKind.TOPIC, List.of(labelled(edition.topics(), Topic::code, Topic::label)));
    labels(
        PartKind.EVIDENCE,
        List.of(labelled(edition.evidenceKinds(), EvidenceKind::code, EvidenceKind::label)));
    labels(PartKind.TIER, List.of(labelled(edition.ladder().tiers(), Tier::code, Tier::label)));
    labels(PartKind.STAGE, List.of(labelled(edition.stages(), Stage::code, Stage::label)));
    translated(
        Label.of("arti tahap", "meanings of stages"),
        "meaning",
        labelled(edition.stages(), Stage::code, Stage::meaning));
    labels(
        PartKind.REQUIREMENT,
        List.of(labelled(edition.requirements(), Requirement::code, Requirement::label)));
  }

  private static List<Labelled> flat(List<List<Labelled>> groups) {
    return groups.stream().flatMap(List::stream).toList();
  }

  private void labels(PartKind kind, List<List<Labelled>> groups) {
    translated(kind.all(), "label", flat(groups));
    groups.forEach(siblings -> different(kind, siblings));
  }

  /**
   * What a report shows as a heading should say what it is. Codes of tiers, levels and the like are
   * words by themselves.
   */
  private void there(Label parts, List<Labelled> labels) {
    lacking(
        FaultCode.MISSING_LABEL,
        parts,
        "label_id",
        labels.stream().filter(part -> part.label.isEmpty()).toList(),
        fault -> fault);
  }

  private void translated(Label parts, String columns, List<Labelled> labels) {
    for (Language language : Language.values()) {
      boolean isIndonesian = language == Language.INDONESIAN;
      String column = columns + (isIndonesian ? "_id" : "_en");
      lacking(
          FaultCode.MISSING_TRANSLATION,
          parts,
          column,
          labels.stream()
              .filter(part -> !part.label.isEmpty() && text(part.label, language).isEmpty())
              .toList(),
          fault ->
              fault
                  .with(
                      "language",
                      Argument.of(
                          isIndonesian
                              ? Label.of("Indonesia", "Indonesian")
                              : Label.of("Inggris", "English")))
                  .with("column", column));
    }
  }

  /** One fault for all parts of a kind, since an author leaves out a language, not a cell. */
  private void lacking(
      FaultCode code,
      Label parts,
      String column,
      List<Labelled> lacking,
      UnaryOperator<Fault> values) {
    if (!lacking.isEmpty()) {
      Labelled first = lacking.get(0);
      Fault fault =
          Fault.of(
                  code,
                  first
                      .places
                      .apply(column)
                      .orElseGet(
                          () ->
                              lint.unread(
                                  parts.equals(LintReport.EDITION) ? LintReport.WHOLE : parts)))
              .with("part", Argument.of(parts))
              .with("first", first.code)
              .with(
                  "others",
                  lacking.size() == 1 ? Argument.of("") : Argument.of(lacking.size() - 1L));
      lint.report(values.apply(fault), parts);
    }
  }

  private static String text(Label label, Language language) {
    return language == Language.INDONESIAN ? label.indonesian() : label.english();
  }

  /** Siblings differ in each language, or a reader can't tell them apart. */
  private void different(PartKind kind, List<Labelled> siblings) {
    Set<String> reported = new HashSet<>();
    for (Language language : Language.values()) {
      String column = language == Language.INDONESIAN ? "label_id" : "label_en";
      Map<String, String> owners = new HashMap<>();
      for (Labelled part : siblings) {
        String text = text(part.label, language);
        String owner = text.isEmpty() ? null : owners.putIfAbsent(text, part.code);
        if (owner != null && reported.add(part.code)) {
          Label name = kind.one(part.code);
          lint.report(
              Fault.of(
                      FaultCode.SAME_LABEL,
                      part.places.apply(column).orElseGet(() -> lint.unread(name)))
                  .with("part", Argument.of(name))
                  .with("other", Argument.of(kind.one(owner))),
              name);
        }
      }
    }
  }
}
