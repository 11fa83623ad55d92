package id.kla.edition;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is wrong with an edition, or suspicious in it.
 *
 * <p>Errors make an edition unusable. Warnings do not, and can be accepted by name in the edition,
 * with a reason.
 */
@CheckReturnValue
public final class EditionLint {

  /** A thousand million points: far above any instrument, and far below what a sum can hold. */
  private static final Points LARGEST = Points.of(1_000_000_000);

  private final Edition edition;
  private final IdentityHashMap<Object, Place> places;
  private final List<Fault> found = new ArrayList<>();
  private final Set<AcceptedWarning> used = new HashSet<>();

  private EditionLint(Edition edition, IdentityHashMap<Object, Place> places) {
    this.edition = edition;
    this.places = places;
  }

  /**
   * Returns every error, every warning that the edition does not accept, and a note for each
   * accepted warning that does not occur; in the edition's order.
   */
  public static List<Fault> of(Edition edition) {
    return of(edition, new IdentityHashMap<>(), List.of());
  }

  /**
   * Does the same, says of parts that stand in {@code places} where they were read, and begins with
   * what reading warned of.
   */
  static List<Fault> of(
      Edition edition, IdentityHashMap<Object, Place> places, List<Fault> warnings) {
    EditionLint lint = new EditionLint(edition, places);
    warnings.forEach(warning -> lint.report(warning, Label.of("edisi", "edition")));
    lint.codes();
    lint.ranges();
    if (lint.found.stream().noneMatch(fault -> fault.code() == FaultCode.AWARD_OUT_OF_RANGE)) {
      lint.parts();
      lint.ladder();
    }
    lint.requirements();
    lint.acceptedButAbsent();
    return List.copyOf(lint.found);
  }

  private Fault fault(FaultCode code, Object part, Label name) {
    Place place = places.get(part);
    return Fault.of(code, place == null ? Place.edition(edition.id(), name) : place);
  }

  /** A fault of a question's scale stands where the scale was read. */
  private Fault scaleFault(FaultCode code, Question question, Label name) {
    Place place = places.get(question.scale());
    return place == null ? fault(code, question, name) : Fault.of(code, place);
  }

  private void report(Fault fault, Label part) {
    if (fault.severity() != Severity.ERROR) {
      Optional<AcceptedWarning> accepted =
          edition.acceptedWarnings().stream()
              .filter(a -> a.code() == fault.code() && a.part().equals(part.english()))
              .findFirst();
      if (accepted.isPresent()) {
        used.add(accepted.get());
        return;
      }
    }
    found.add(fault);
  }

  /** What is divided by semicolons in a table holds none itself. */
  private void aliases(Object part, String name, List<String> aliases) {
    for (String alias : aliases) {
      if (alias.isEmpty() || alias.indexOf(';') >= 0) {
        Label label = Label.of("", name);
        report(fault(FaultCode.BAD_ALIAS, part, label).with("found", alias), label);
      }
    }
  }

  private void said(Object part, String name, String member, String text) {
    if (text.isEmpty()) {
      Label label = Label.of("", name);
      report(fault(FaultCode.BLANK_TEXT, part, label).with("member", member), label);
    }
  }

  private static Label name(Question question) {
    return Label.of("pertanyaan " + question.code(), "question " + question.code());
  }

  private static Label name(Indicator indicator) {
    return Label.of("indikator " + indicator.code(), "indicator " + indicator.code());
  }

  private static Label name(Cluster cluster) {
    return Label.of("klaster " + cluster.code(), "cluster " + cluster.code());
  }

  private static Label whole() {
    return Label.of("", "");
  }

  private static Label ladderName() {
    return Label.of("tangga predikat", "ladder");
  }

  // Codes

  private void codes() {
    if (!QuestionCode.isPart(edition.id())) {
      report(fault(FaultCode.BAD_CODE, edition, whole()).with("found", edition.id()), whole());
    }
    unique("cluster", edition.clusters(), Cluster::code);
    unique("indicator", edition.indicators(), Indicator::code);
    unique("role", edition.roles(), Role::code);
    unique("topic", edition.topics(), Topic::code);
    unique("evidence kind", edition.evidenceKinds(), EvidenceKind::code);
    unique("tier", edition.ladder().tiers(), Tier::code);
    unique("requirement", edition.requirements(), Requirement::code);
    edition.roles().forEach(role -> aliases(role, "role " + role.code(), role.aliases()));
    edition.stages().forEach(stage -> aliases(stage, "stage " + stage.code(), stage.aliases()));
    for (Source source : edition.sources()) {
      said(source, "source " + source.code(), "text", source.text());
    }
    for (AcceptedWarning accepted : edition.acceptedWarnings()) {
      said(accepted, "accepted " + accepted.code(), "reason", accepted.reason());
    }
    unique("source", edition.sources(), Source::code);
    uniqueStages();
    Set<QuestionCode> questions = new HashSet<>();
    for (Indicator indicator : edition.indicators()) {
      for (Question question : indicator.questions()) {
        if (!questions.add(question.code())) {
          report(
              fault(FaultCode.DUPLICATE_CODE, question, name(question))
                  .with("found", question.code().toString()),
              name(question));
        }
        if (!question.code().indicator().equals(indicator.code())) {
          report(
              fault(FaultCode.UNKNOWN_CODE, question, name(question))
                  .with("found", question.code().toString())
                  .with("nearest", List.of(indicator.code() + "." + question.code().question())),
              name(question));
        }
      }
    }
    Set<String> sources = new HashSet<>();
    edition.sources().forEach(source -> sources.add(source.code()));
    Set<String> roles = new HashSet<>();
    edition.roles().forEach(role -> roles.add(role.code()));
    Set<String> topics = new HashSet<>();
    edition.topics().forEach(topic -> topics.add(topic.code()));
    Set<String> kinds = new HashSet<>();
    edition.evidenceKinds().forEach(kind -> kinds.add(kind.code()));
    known(edition, whole(), edition.origin().sources(), sources);
    knownSources(sources);
    for (Cluster cluster : edition.clusters()) {
      known(cluster, name(cluster), cluster.origin().sources(), sources);
      for (Indicator indicator : cluster.indicators()) {
        known(indicator, name(indicator), indicator.origin().sources(), sources);
        for (Question question : indicator.questions()) {
          Label name = name(question);
          known(question, name, question.origin().sources(), sources);
          known(question, name, question.scale().origin().sources(), sources);
          known(question, name, question.notApplicableOrigin().sources(), sources);
          known(question, name, question.lead().stream().toList(), roles);
          known(question, name, question.supporting(), roles);
          known(question, name, question.topics(), topics);
          known(question, name, question.evidenceKinds(), kinds);
        }
      }
    }
  }

  private <T> void unique(String what, List<T> parts, Function<T, String> code) {
    Set<String> seen = new HashSet<>();
    for (T part : parts) {
      Label name = Label.of("", what + " " + code.apply(part));
      if (!QuestionCode.isPart(code.apply(part))) {
        report(fault(FaultCode.BAD_CODE, part, name).with("found", code.apply(part)), name);
      }
      if (!seen.add(code.apply(part))) {
        report(fault(FaultCode.DUPLICATE_CODE, part, name).with("found", code.apply(part)), name);
      }
    }
  }

  private void uniqueStages() {
    unique("stage", edition.stages(), Stage::code);
    Map<String, Stage> owners = new HashMap<>();
    for (Stage stage : edition.stages()) {
      owners.putIfAbsent(Edition.folded(stage.code()), stage);
    }
    for (Stage stage : edition.stages()) {
      for (String alias : stage.aliases()) {
        Stage owner = owners.putIfAbsent(Edition.folded(alias), stage);
        if (owner != null) {
          Label name = Label.of("tahap " + stage.code(), "stage " + stage.code());
          report(fault(FaultCode.DUPLICATE_CODE, stage, name).with("found", alias), name);
        }
      }
    }
    if (edition.stages().isEmpty()) {
      Label name = Label.of("tahap", "stages");
      report(fault(FaultCode.MISSING_TABLE, edition, name).with("table", "stages"), name);
    }
  }

  private void knownSources(Set<String> sources) {
    edition.roles().forEach(role -> known(role, whole(), role.origin().sources(), sources));
    edition.topics().forEach(topic -> known(topic, whole(), topic.origin().sources(), sources));
    edition.evidenceKinds().forEach(kind -> known(kind, whole(), kind.origin().sources(), sources));
    edition
        .ladder()
        .tiers()
        .forEach(tier -> known(tier, ladderName(), tier.origin().sources(), sources));
    edition.stages().forEach(stage -> known(stage, whole(), stage.origin().sources(), sources));
    edition
        .requirements()
        .forEach(
            requirement -> known(requirement, whole(), requirement.origin().sources(), sources));
  }

  private void known(Object part, Label name, List<String> codes, Collection<String> all) {
    for (String code : codes) {
      if (!all.contains(code)) {
        report(
            fault(FaultCode.UNKNOWN_CODE, part, name)
                .with("found", code)
                .with("nearest", Nearest.to(code, all)),
            name);
      }
    }
  }

  // Clusters, indicators, questions

  /** What is added up must be small enough to be added up. */
  private void ranges() {
    edition.statedMaximum().ifPresent(stated -> range(edition, whole(), stated));
    for (Cluster cluster : edition.clusters()) {
      cluster.statedMaximum().ifPresent(stated -> range(cluster, name(cluster), stated));
      for (Indicator indicator : cluster.indicators()) {
        indicator.maximum().ifPresent(stated -> range(indicator, name(indicator), stated));
        for (Question question : indicator.questions()) {
          range(question, name(question), question.maximum());
        }
      }
    }
  }

  private void range(Object part, Label name, Points points) {
    if (points.signum() < 0 || points.compareTo(LARGEST) > 0) {
      outOfRange(part, name, points, LARGEST);
    }
  }

  private void parts() {
    if (edition.indicators().isEmpty()) {
      report(fault(FaultCode.NO_QUESTIONS, edition, whole()), Label.of("edisi", "edition"));
    }
    edition
        .statedMaximum()
        .ifPresent(
            stated ->
                edition
                    .maximum()
                    .ifPresent(sum -> sums(edition, Label.of("edisi", "edition"), sum, stated)));
    for (Cluster cluster : edition.clusters()) {
      cluster
          .statedMaximum()
          .ifPresent(
              stated ->
                  cluster.maximum().ifPresent(sum -> sums(cluster, name(cluster), sum, stated)));
      if (cluster.indicators().isEmpty()) {
        report(
            fault(FaultCode.NOTHING_BELOW, cluster, name(cluster))
                .with("part", Argument.of(name(cluster))),
            name(cluster));
      }
      for (Indicator indicator : cluster.indicators()) {
        indicator(indicator);
      }
    }
  }

  private void indicator(Indicator indicator) {
    Label name = name(indicator);
    if (indicator.maximum().isPresent()) {
      Points stated = indicator.maximum().get();
      if (indicator.questions().isEmpty()) {
        report(
            fault(FaultCode.NOTHING_BELOW, indicator, name).with("part", Argument.of(name)), name);
      } else {
        sums(indicator, name, indicator.sumOfQuestions(), stated);
      }
    }
    Map<Label, Question> labels = new HashMap<>();
    for (Question question : indicator.questions()) {
      question(question);
      Question same = labels.putIfAbsent(question.label(), question);
      if (same != null && !question.label().isEmpty()) {
        report(
            fault(FaultCode.SAME_LABEL, question, name(question))
                .with("part", Argument.of(name(question)))
                .with("other", Argument.of(name(same))),
            name(question));
      }
    }
  }

  private void sums(Object part, Label name, Points sum, Points stated) {
    int order = sum.compareTo(stated);
    if (order != 0) {
      FaultCode code = order > 0 ? FaultCode.SUM_ABOVE_MAXIMUM : FaultCode.SUM_BELOW_MAXIMUM;
      report(
          fault(code, part, part == edition ? whole() : name)
              .with("part", Argument.of(name))
              .with("found", sum.toBigDecimal())
              .with("stated", stated.toBigDecimal()),
          name);
    }
  }

  private void question(Question question) {
    Label name = name(question);
    Points maximum = question.maximum();
    if (maximum.isZero()) {
      report(fault(FaultCode.ZERO_MAXIMUM, question, name).with("part", Argument.of(name)), name);
    }
    scale(question);
    if (question.lead().isEmpty()) {
      report(fault(FaultCode.NO_AGENCY, question, name).with("part", Argument.of(name)), name);
    }
    if (question.evidenceKinds().isEmpty()) {
      report(
          fault(FaultCode.NO_EVIDENCE_KIND, question, name).with("part", Argument.of(name)), name);
    }
  }

  private void outOfRange(Object part, Label name, Points award, Points maximum) {
    report(
        fault(FaultCode.AWARD_OUT_OF_RANGE, part, name)
            .with("part", Argument.of(name))
            .with("found", award.toBigDecimal())
            .with("stated", maximum.toBigDecimal()),
        name);
  }

  private void scale(Question question) {
    Label name = name(question);
    for (Points award : question.scale().awards()) {
      if (award.signum() < 0 || award.compareTo(question.maximum()) > 0) {
        outOfRange(question, name, award, question.maximum());
      }
    }
    question
        .scale()
        .best()
        .filter(best -> best.compareTo(question.maximum()) < 0)
        .ifPresent(
            best ->
                report(
                    fault(FaultCode.BEST_BELOW_MAXIMUM, question, name)
                        .with("part", Argument.of(name))
                        .with("found", best.toBigDecimal())
                        .with("stated", question.maximum().toBigDecimal()),
                    name));
    if (question.scale() instanceof Scale.Levels levels) {
      Set<String> codes = new HashSet<>();
      for (Scale.Level level : levels.levels()) {
        if (!QuestionCode.isPart(level.code())) {
          report(scaleFault(FaultCode.BAD_CODE, question, name).with("found", level.code()), name);
        }
        if (!codes.add(level.code())) {
          report(
              scaleFault(FaultCode.DUPLICATE_CODE, question, name).with("found", level.code()),
              name);
        }
      }
      if (levels.levels().isEmpty()) {
        broken(
            question, name, Label.of("skala jenjang tidak berisi", "a scale of levels has none"));
      }
    } else if (question.scale() instanceof Scale.Bands bands) {
      if (bands.bands().isEmpty()) {
        broken(question, name, Label.of("skala rentang tidak berisi", "a scale of bands has none"));
      }
      chain(placed(question), name, bands.bands().stream().map(Scale.Band::range).toList());
      ends(question, name, bands);
    } else if (question.scale() instanceof Scale.Line line) {
      if (line.anchors().size() < 2) {
        broken(
            question,
            name,
            Label.of("garis punya kurang dari dua titik", "a line has fewer than two anchors"));
      }
      for (int i = 1; i < line.anchors().size(); i++) {
        Scale.Anchor below = line.anchors().get(i - 1);
        Scale.Anchor above = line.anchors().get(i);
        if (below.at().compareTo(above.at()) >= 0) {
          report(
              scaleFault(FaultCode.OVERLAP, question, name)
                  .with("part", Argument.of(name))
                  .with("first", below.at().toString())
                  .with("second", above.at().toString()),
              name);
        }
      }
    }
  }

  private Object placed(Question question) {
    return places.containsKey(question.scale()) ? question.scale() : question;
  }

  private void broken(Question question, Label name, Label reason) {
    report(
        scaleFault(FaultCode.BROKEN_SCALE, question, name)
            .with("part", Argument.of(name))
            .with("reason", Argument.of(reason)),
        name);
  }

  /** Every share, count or change must fall in a band. */
  private void ends(Question question, Label name, Scale.Bands bands) {
    if (bands.bands().isEmpty()) {
      return;
    }
    Interval<Ratio> first = bands.bands().get(0).range();
    Interval<Ratio> last = bands.bands().get(bands.bands().size() - 1).range();
    boolean open =
        switch (bands.measure()) {
          case COVERAGE, COUNT ->
              first.lower().isEmpty() || first.lower().get().admitsAbove(Ratio.of(0));
          case CHANGE -> first.lower().isEmpty();
        };
    if (!open) {
      hole(placed(question), name, "", first.toString());
    }
    boolean full =
        last.upper().isEmpty()
            || (bands.measure() == Measure.COVERAGE && last.upper().get().admitsBelow(Ratio.of(1)));
    if (!full) {
      hole(placed(question), name, last.toString(), "");
    }
  }

  private void hole(Object part, Label name, String after, String before) {
    report(
        fault(FaultCode.HOLE, part, name)
            .with("part", Argument.of(name))
            .with("after", after.isEmpty() ? "-∞" : after)
            .with("before", before.isEmpty() ? "∞" : before),
        name);
  }

  /** Each interval must begin exactly where the one before it ends. */
  private <T extends Comparable<? super T>> void chain(
      Object part, Label name, List<Interval<T>> intervals) {
    for (int i = 0; i < intervals.size(); i++) {
      if (intervals.get(i).isEmpty()) {
        overlap(part, name, intervals.get(i), intervals.get(i));
      }
      if (i == 0) {
        continue;
      }
      Interval<T> below = intervals.get(i - 1);
      Interval<T> above = intervals.get(i);
      if (below.upper().isEmpty() || above.lower().isEmpty()) {
        overlap(part, name, below, above);
        continue;
      }
      Bound<T> end = below.upper().get();
      Bound<T> start = above.lower().get();
      int order = end.value().compareTo(start.value());
      if (order > 0
          || (order == 0 && end.kind() == Bound.Kind.CLOSED && start.kind() == Bound.Kind.CLOSED)) {
        overlap(part, name, below, above);
      } else if (order < 0 || (end.kind() == Bound.Kind.OPEN && start.kind() == Bound.Kind.OPEN)) {
        hole(part, name, below.toString(), above.toString());
      }
    }
  }

  private <T extends Comparable<? super T>> void overlap(
      Object part, Label name, Interval<T> below, Interval<T> above) {
    report(
        fault(FaultCode.OVERLAP, part, name)
            .with("part", Argument.of(name))
            .with("first", below.toString())
            .with("second", above.toString()),
        name);
  }

  // Ladder and requirements

  private void ladder() {
    List<Tier> tiers = edition.ladder().tiers();
    if (tiers.isEmpty()) {
      return;
    }
    Tier lowest = tiers.get(0);
    chain(lowest, ladderName(), tiers.stream().map(Tier::range).toList());
    if (lowest.range().lower().isPresent() && lowest.range().lower().get().value().signum() < 0) {
      outOfRange(
          lowest, ladderName(), lowest.range().lower().get().value(), maximumOr(Points.ZERO));
    }
    Optional<Bound<Points>> top = edition.ladder().top();
    if (top.isPresent()
        && edition.maximum().isPresent()
        && !top.get().admitsBelow(edition.maximum().get())) {
      hole(
          tiers.get(tiers.size() - 1),
          ladderName(),
          tiers.get(tiers.size() - 1).range().toString(),
          edition.maximum().get().toString());
    }
  }

  private Points maximumOr(Points other) {
    return edition.maximum().orElse(other);
  }

  private void requirements() {
    for (Requirement requirement : edition.requirements()) {
      Label name = Label.of("prasyarat " + requirement.code(), "requirement " + requirement.code());
      if (requirement.tier().isPresent() == requirement.stage().isPresent()) {
        report(
            fault(FaultCode.BROKEN_REQUIREMENT, requirement, name).with("part", Argument.of(name)),
            name);
      }
      requirement
          .tier()
          .ifPresent(
              tier ->
                  known(
                      requirement,
                      name,
                      List.of(tier),
                      edition.ladder().tiers().stream().map(Tier::code).toList()));
      requirement
          .stage()
          .ifPresent(
              stage ->
                  known(
                      requirement,
                      name,
                      List.of(stage),
                      edition.stages().stream().map(Stage::code).toList()));
      if (requirement.subject() instanceof Requirement.OfCluster cluster) {
        known(
            requirement,
            name,
            List.of(cluster.code()),
            edition.clusters().stream().map(Cluster::code).toList());
      } else if (requirement.subject() instanceof Requirement.OfIndicator indicator) {
        known(
            requirement,
            name,
            List.of(indicator.code()),
            edition.indicators().stream().map(Indicator::code).toList());
      } else if (requirement.subject() instanceof Requirement.OfQuestion question) {
        known(
            requirement,
            name,
            List.of(question.code().toString()),
            edition.questions().stream().map(q -> q.code().toString()).toList());
      }
    }
  }

  private void acceptedButAbsent() {
    for (AcceptedWarning accepted : edition.acceptedWarnings()) {
      if (!used.contains(accepted)) {
        Label name = Label.of(accepted.part(), accepted.part());
        found.add(
            fault(FaultCode.NOTHING_ACCEPTED, accepted, name)
                .with("found", accepted.code().name())
                .with("part", accepted.part()));
      }
    }
  }
}
