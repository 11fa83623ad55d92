package id.kla.edition;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

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

  private static final String[] LOWER = {"from", "above"};
  private static final String[] UPPER = {"to", "below"};

  private static final Label EDITION = Label.of("edisi", "edition");
  private static final Label LADDER = Label.of("tangga predikat", "ladder");
  private static final Label WHOLE = Label.of("", "");

  private final Edition edition;
  private final EditionPlaces places;
  private final List<Fault> found = new ArrayList<>();
  private final Set<AcceptedWarning> used = new HashSet<>();

  private EditionLint(Edition edition, EditionPlaces places) {
    this.edition = edition;
    this.places = places;
  }

  /**
   * Returns every error, every warning that the edition does not accept, and a note for each
   * accepted warning that does not occur; in the edition's order.
   */
  public static List<Fault> of(Edition edition) {
    return of(edition, EditionPlaces.none(), List.of());
  }

  /**
   * Does the same, says of parts that stand in {@code places} where they were read, and begins with
   * what reading warned of.
   */
  static List<Fault> of(Edition edition, EditionPlaces places, List<Fault> warnings) {
    EditionLint lint = new EditionLint(edition, places);
    warnings.forEach(warning -> lint.report(warning, EDITION));
    lint.codes();
    lint.ranges();
    if (lint.found.stream().noneMatch(fault -> fault.code() == FaultCode.AWARD_OUT_OF_RANGE)) {
      lint.parts();
      lint.ladder();
      lint.requirementsInReach();
    }
    lint.requirements();
    lint.labels();
    lint.acceptedButAbsent();
    return List.copyOf(lint.found);
  }

  /** A fault of a part, in the cell that it is in, or the first of those that are filled. */
  private Fault fault(FaultCode code, Object part, Label name, String... columns) {
    return Fault.of(code, places.find(part, columns).orElseGet(() -> unread(name)));
  }

  /** A fault of a step of a question's scale stands where the scale was read. */
  private Fault stepFault(
      FaultCode code, Question question, Label name, int step, String... columns) {
    return Fault.of(
        code, places.findStep(question.scale(), step, columns).orElseGet(() -> unread(name)));
  }

  private Fault keyFault(FaultCode code, String key) {
    return Fault.of(code, places.findKey(key).orElseGet(() -> unread(WHOLE)));
  }

  private Fault wholeFault(FaultCode code, Label name) {
    return Fault.of(code, places.whole().orElseGet(() -> unread(name)));
  }

  private Place unread(Label name) {
    return Place.edition(edition.id(), name);
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

  // Names

  /** Parts of one kind: what they are called, one and all, and the column of their codes. */
  private enum Kind {
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

    Kind(String indonesian, String english, String englishPlural, String column) {
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
  }

  private static Label name(Question question) {
    return Kind.QUESTION.one(question.code().toString());
  }

  private static Label name(Indicator indicator) {
    return Kind.INDICATOR.one(indicator.code());
  }

  private static Label name(Cluster cluster) {
    return Kind.CLUSTER.one(cluster.code());
  }

  // Codes

  private void codes() {
    if (!QuestionCode.isPart(edition.id())) {
      report(keyFault(FaultCode.BAD_CODE, "id").with("found", edition.id()), WHOLE);
    }
    unique(Kind.CLUSTER, edition.clusters(), Cluster::code);
    unique(Kind.INDICATOR, edition.indicators(), Indicator::code);
    unique(Kind.ROLE, edition.roles(), Role::code);
    unique(Kind.TOPIC, edition.topics(), Topic::code);
    unique(Kind.EVIDENCE, edition.evidenceKinds(), EvidenceKind::code);
    unique(Kind.TIER, edition.ladder().tiers(), Tier::code);
    unique(Kind.REQUIREMENT, edition.requirements(), Requirement::code);
    edition.roles().forEach(role -> aliases(role, Kind.ROLE.one(role.code()), role.aliases()));
    edition
        .stages()
        .forEach(stage -> aliases(stage, Kind.STAGE.one(stage.code()), stage.aliases()));
    for (Source source : edition.sources()) {
      said(source, Kind.SOURCE.one(source.code()), "text", source.text());
    }
    for (AcceptedWarning accepted : edition.acceptedWarnings()) {
      said(accepted, Label.of("", "accepted " + accepted.code()), "reason", accepted.reason());
    }
    unique(Kind.SOURCE, edition.sources(), Source::code);
    uniqueStages();
    Set<QuestionCode> questions = new HashSet<>();
    for (Indicator indicator : edition.indicators()) {
      for (Question question : indicator.questions()) {
        if (!questions.add(question.code())) {
          report(
              fault(FaultCode.DUPLICATE_CODE, question, name(question), "question")
                  .with("found", question.code().toString()),
              name(question));
        }
        if (!question.code().indicator().equals(indicator.code())) {
          report(
              fault(FaultCode.UNKNOWN_CODE, question, name(question), "indicator")
                  .with("found", question.code().toString())
                  .with("nearest", List.of(indicator.code() + "." + question.code().question())),
              name(question));
        }
      }
    }
    knownSources();
    Set<String> roles = codes(edition.roles(), Role::code);
    Set<String> topics = codes(edition.topics(), Topic::code);
    Set<String> kinds = codes(edition.evidenceKinds(), EvidenceKind::code);
    for (Question question : edition.questions()) {
      Label name = name(question);
      known(question, name, "lead", question.lead().stream().toList(), roles);
      known(question, name, "supporting", question.supporting(), roles);
      known(question, name, "topics", question.topics(), topics);
      known(question, name, "evidence", question.evidenceKinds(), kinds);
    }
  }

  private static <T> Set<String> codes(List<T> parts, Function<T, String> code) {
    Set<String> codes = new HashSet<>();
    parts.forEach(part -> codes.add(code.apply(part)));
    return codes;
  }

  /** What is divided by semicolons in a table holds none itself. */
  private void aliases(Object part, Label name, List<String> aliases) {
    for (String alias : aliases) {
      if (alias.isEmpty() || alias.indexOf(';') >= 0) {
        report(fault(FaultCode.BAD_ALIAS, part, name, "aliases").with("found", alias), name);
      }
    }
  }

  private void said(Object part, Label name, String member, String text) {
    if (text.isEmpty()) {
      report(fault(FaultCode.BLANK_TEXT, part, name, member).with("member", member), name);
    }
  }

  private <T> void unique(Kind kind, List<T> parts, Function<T, String> code) {
    Set<String> seen = new HashSet<>();
    for (T part : parts) {
      String written = code.apply(part);
      Label name = kind.one(written);
      if (!QuestionCode.isPart(written)) {
        report(fault(FaultCode.BAD_CODE, part, name, kind.column).with("found", written), name);
      }
      if (!seen.add(written)) {
        report(
            fault(FaultCode.DUPLICATE_CODE, part, name, kind.column).with("found", written), name);
      }
    }
  }

  private void uniqueStages() {
    unique(Kind.STAGE, edition.stages(), Stage::code);
    Map<String, Stage> owners = new HashMap<>();
    for (Stage stage : edition.stages()) {
      owners.putIfAbsent(Edition.folded(stage.code()), stage);
    }
    for (Stage stage : edition.stages()) {
      for (String alias : stage.aliases()) {
        Stage owner = owners.putIfAbsent(Edition.folded(alias), stage);
        if (owner != null) {
          Label name = Kind.STAGE.one(stage.code());
          report(
              fault(FaultCode.DUPLICATE_CODE, stage, name, "aliases").with("found", alias), name);
        }
      }
    }
    if (edition.stages().isEmpty()) {
      report(
          wholeFault(FaultCode.MISSING_TABLE, Kind.STAGE.all()).with("table", "stages"),
          Kind.STAGE.all());
    }
  }

  private void knownSources() {
    Set<String> sources = codes(edition.sources(), Source::code);
    known(
        () -> keyFault(FaultCode.UNKNOWN_CODE, "source"),
        WHOLE,
        edition.origin().sources(),
        sources);
    for (Cluster cluster : edition.clusters()) {
      knownSources(cluster, name(cluster), cluster.origin(), sources);
    }
    for (Indicator indicator : edition.indicators()) {
      knownSources(indicator, name(indicator), indicator.origin(), sources);
    }
    // A scale or a rule may be that of many questions, and is at fault once.
    Set<Origin> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Question question : edition.questions()) {
      Label name = name(question);
      knownSources(question, name, question.origin(), sources);
      if (shared.add(question.scale().origin())) {
        known(
            () -> stepFault(FaultCode.UNKNOWN_CODE, question, name, 0, "source"),
            name,
            question.scale().origin().sources(),
            sources);
      }
      Origin rule = question.notApplicableOrigin();
      if (!rule.equals(question.origin()) && shared.add(rule)) {
        known(
            () ->
                Fault.of(
                    FaultCode.UNKNOWN_CODE,
                    places
                        .find(rule, "value")
                        .or(() -> places.find(question, "not_applicable_source"))
                        .orElseGet(() -> unread(name))),
            name,
            rule.sources(),
            sources);
      }
    }
    edition.roles().forEach(role -> knownSources(role, WHOLE, role.origin(), sources));
    edition.topics().forEach(topic -> knownSources(topic, WHOLE, topic.origin(), sources));
    edition.evidenceKinds().forEach(kind -> knownSources(kind, WHOLE, kind.origin(), sources));
    edition.ladder().tiers().forEach(tier -> knownSources(tier, LADDER, tier.origin(), sources));
    edition.stages().forEach(stage -> knownSources(stage, WHOLE, stage.origin(), sources));
    edition
        .requirements()
        .forEach(requirement -> knownSources(requirement, WHOLE, requirement.origin(), sources));
  }

  private void knownSources(Object part, Label name, Origin origin, Set<String> sources) {
    known(part, name, "source", origin.sources(), sources);
  }

  private void known(
      Object part, Label name, String column, List<String> codes, Collection<String> all) {
    known(() -> fault(FaultCode.UNKNOWN_CODE, part, name, column), name, codes, all);
  }

  private void known(
      Supplier<Fault> fault, Label name, List<String> codes, Collection<String> all) {
    for (String code : codes) {
      if (!all.contains(code)) {
        report(fault.get().with("found", code).with("nearest", Nearest.to(code, all)), name);
      }
    }
  }

  // Clusters, indicators, questions

  /** What is added up must be small enough to be added up. */
  private void ranges() {
    edition
        .statedMaximum()
        .ifPresent(
            stated ->
                range(keyFault(FaultCode.AWARD_OUT_OF_RANGE, "maximum"), EDITION, stated, LARGEST));
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
    range(fault(FaultCode.AWARD_OUT_OF_RANGE, part, name, "maximum"), name, points, LARGEST);
  }

  private void range(Fault fault, Label name, Points award, Points most) {
    if (award.signum() < 0 || award.compareTo(most) > 0) {
      report(
          fault
              .with("part", Argument.of(name))
              .with("found", award.toBigDecimal())
              .with("stated", most.toBigDecimal()),
          name);
    }
  }

  private void parts() {
    if (edition.indicators().isEmpty()) {
      report(wholeFault(FaultCode.NO_QUESTIONS, WHOLE), EDITION);
    }
    sums(code -> keyFault(code, "maximum"), EDITION, edition.maximum(), edition.statedMaximum());
    for (Cluster cluster : edition.clusters()) {
      Label name = name(cluster);
      sums(
          code -> fault(code, cluster, name, "maximum"),
          name,
          cluster.maximum(),
          cluster.statedMaximum());
      if (cluster.indicators().isEmpty()) {
        report(
            fault(FaultCode.NOTHING_BELOW, cluster, name, "cluster")
                .with("part", Argument.of(name)),
            name);
      }
      cluster.indicators().forEach(this::indicator);
    }
  }

  private void indicator(Indicator indicator) {
    Label name = name(indicator);
    if (indicator.maximum().isPresent() && indicator.questions().isEmpty()) {
      report(
          fault(FaultCode.NOTHING_BELOW, indicator, name, "indicator")
              .with("part", Argument.of(name)),
          name);
    } else {
      sums(
          code -> fault(code, indicator, name, "maximum"),
          name,
          Optional.of(indicator.sumOfQuestions()),
          indicator.maximum());
    }
    indicator.questions().forEach(this::question);
  }

  private void sums(
      Function<FaultCode, Fault> fault, Label name, Optional<Points> sum, Optional<Points> stated) {
    if (sum.isEmpty() || stated.isEmpty()) {
      return;
    }
    int order = sum.get().compareTo(stated.get());
    if (order != 0) {
      report(
          fault
              .apply(order > 0 ? FaultCode.SUM_ABOVE_MAXIMUM : FaultCode.SUM_BELOW_MAXIMUM)
              .with("part", Argument.of(name))
              .with("found", sum.get().toBigDecimal())
              .with("stated", stated.get().toBigDecimal()),
          name);
    }
  }

  private void question(Question question) {
    Label name = name(question);
    if (question.maximum().isZero()) {
      report(
          fault(FaultCode.ZERO_MAXIMUM, question, name, "maximum").with("part", Argument.of(name)),
          name);
    }
    scale(question);
    if (question.lead().isEmpty()) {
      report(
          fault(FaultCode.NO_AGENCY, question, name, "lead").with("part", Argument.of(name)), name);
    }
    if (question.evidenceKinds().isEmpty()) {
      report(
          fault(FaultCode.NO_EVIDENCE_KIND, question, name, "evidence")
              .with("part", Argument.of(name)),
          name);
    }
  }

  // Scales

  private void scale(Question question) {
    Label name = name(question);
    List<Points> awards = question.scale().awards();
    for (int i = 0; i < awards.size(); i++) {
      range(
          stepFault(FaultCode.AWARD_OUT_OF_RANGE, question, name, i, "points"),
          name,
          awards.get(i),
          question.maximum());
    }
    question
        .scale()
        .best()
        .filter(best -> best.compareTo(question.maximum()) < 0)
        .ifPresent(
            best ->
                report(
                    fault(FaultCode.BEST_BELOW_MAXIMUM, question, name, "maximum")
                        .with("part", Argument.of(name))
                        .with("found", best.toBigDecimal())
                        .with("stated", question.maximum().toBigDecimal()),
                    name));
    if (question.scale() instanceof Scale.Levels levels) {
      levels(question, name, levels);
    } else if (question.scale() instanceof Scale.Bands bands) {
      bands(question, name, bands);
    } else if (question.scale() instanceof Scale.Line line) {
      line(question, name, line);
    }
  }

  private void levels(Question question, Label name, Scale.Levels scale) {
    List<Scale.Level> levels = scale.levels();
    if (levels.isEmpty()) {
      broken(question, name, Label.of("skala jenjang tidak berisi", "a scale of levels has none"));
    }
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < levels.size(); i++) {
      String code = levels.get(i).code();
      if (!QuestionCode.isPart(code)) {
        report(stepFault(FaultCode.BAD_CODE, question, name, i, "level").with("found", code), name);
      }
      if (!codes.add(code)) {
        report(
            stepFault(FaultCode.DUPLICATE_CODE, question, name, i, "level").with("found", code),
            name);
      }
    }
    // Where less is better, levels may also stand from the least, which earns most.
    int falls = turn(scale.awards(), Direction.MORE);
    if (falls > 0
        && (question.better() == Direction.MORE || turn(scale.awards(), Direction.LESS) > 0)) {
      Scale.Level first = levels.get(falls - 1);
      Scale.Level second = levels.get(falls);
      report(
          stepFault(FaultCode.LEVELS_OUT_OF_ORDER, question, name, falls, "points")
              .with("part", Argument.of(name))
              .with("first", first.code())
              .with("more", first.points().toBigDecimal())
              .with("second", second.code())
              .with("less", second.points().toBigDecimal()),
          name);
    }
  }

  /** Returns the first step that earns less than a worse one beside it, or 0. */
  private static int turn(List<Points> awards, Direction better) {
    for (int i = 1; i < awards.size(); i++) {
      int order = awards.get(i).compareTo(awards.get(i - 1));
      if (better == Direction.MORE ? order < 0 : order > 0) {
        return i;
      }
    }
    return 0;
  }

  private void bands(Question question, Label name, Scale.Bands scale) {
    if (scale.bands().isEmpty()) {
      broken(question, name, Label.of("skala rentang tidak berisi", "a scale of bands has none"));
      return;
    }
    List<Interval<Ratio>> ranges = scale.bands().stream().map(Scale.Band::range).toList();
    boolean isChain =
        chain((code, i, columns) -> stepFault(code, question, name, i, columns), name, ranges);
    ends(question, name, scale);
    if (isChain) {
      direction(question, name, ranges);
    }
  }

  private void line(Question question, Label name, Scale.Line scale) {
    if (scale.anchors().size() < 2) {
      broken(
          question,
          name,
          Label.of("garis punya kurang dari dua titik", "a line has fewer than two anchors"));
    }
    List<Ratio> anchors = scale.anchors().stream().map(Scale.Anchor::at).toList();
    boolean isChain = true;
    for (int i = 1; i < anchors.size(); i++) {
      if (anchors.get(i - 1).compareTo(anchors.get(i)) >= 0) {
        isChain = false;
        report(
            stepFault(FaultCode.OVERLAP, question, name, i, "at")
                .with("part", Argument.of(name))
                .with("first", anchors.get(i - 1).toString())
                .with("second", anchors.get(i).toString()),
            name);
      }
    }
    if (isChain) {
      direction(question, name, anchors);
    }
  }

  /** The better a fact is, the more it earns, or as much. */
  private void direction(Question question, Label name, List<?> steps) {
    List<Points> awards = question.scale().awards();
    int turn = turn(awards, question.better());
    if (turn > 0) {
      int better = question.better() == Direction.MORE ? turn : turn - 1;
      int worse = question.better() == Direction.MORE ? turn - 1 : turn;
      report(
          stepFault(FaultCode.WORSE_EARNS_MORE, question, name, turn, "points")
              .with("part", Argument.of(name))
              .with("worse", steps.get(worse).toString())
              .with("more", awards.get(worse).toBigDecimal())
              .with("better", steps.get(better).toString())
              .with("less", awards.get(better).toBigDecimal()),
          name);
    }
  }

  private void broken(Question question, Label name, Label reason) {
    report(
        stepFault(FaultCode.BROKEN_SCALE, question, name, 0, "scale")
            .with("part", Argument.of(name))
            .with("reason", Argument.of(reason)),
        name);
  }

  /** Every share, count or change must fall in a band. */
  private void ends(Question question, Label name, Scale.Bands scale) {
    int end = scale.bands().size() - 1;
    Interval<Ratio> first = scale.bands().get(0).range();
    Interval<Ratio> last = scale.bands().get(end).range();
    boolean open =
        switch (scale.measure()) {
          case COVERAGE, COUNT ->
              first.lower().isEmpty() || first.lower().get().admitsAbove(Ratio.of(0));
          case CHANGE -> first.lower().isEmpty();
        };
    if (!open) {
      hole(stepFault(FaultCode.HOLE, question, name, 0, LOWER), name, "-∞", first.toString());
    }
    boolean full =
        last.upper().isEmpty()
            || (scale.measure() == Measure.COVERAGE && last.upper().get().admitsBelow(Ratio.of(1)));
    if (!full) {
      hole(stepFault(FaultCode.HOLE, question, name, end, UPPER), name, last.toString(), "∞");
    }
  }

  private void hole(Fault fault, Label name, String after, String before) {
    report(fault.with("part", Argument.of(name)).with("after", after).with("before", before), name);
  }

  // Bands and tiers

  /** Makes a fault of one of the intervals that follow each other. */
  private interface Steps {
    Fault fault(FaultCode code, int step, String... columns);
  }

  /** Each interval must begin exactly where the one before it ends; says whether they all do. */
  private <T extends Comparable<? super T>> boolean chain(
      Steps steps, Label name, List<Interval<T>> intervals) {
    int before = found.size();
    for (int i = 0; i < intervals.size(); i++) {
      if (intervals.get(i).isEmpty()) {
        overlap(steps.fault(FaultCode.OVERLAP, i), name, intervals.get(i), intervals.get(i));
      }
      if (i == 0) {
        continue;
      }
      Interval<T> below = intervals.get(i - 1);
      Interval<T> above = intervals.get(i);
      if (below.upper().isEmpty() || above.lower().isEmpty()) {
        overlap(steps.fault(FaultCode.OVERLAP, i, LOWER), name, below, above);
        continue;
      }
      Bound<T> end = below.upper().get();
      Bound<T> start = above.lower().get();
      int order = end.value().compareTo(start.value());
      if (order > 0
          || (order == 0 && end.kind() == Bound.Kind.CLOSED && start.kind() == Bound.Kind.CLOSED)) {
        overlap(steps.fault(FaultCode.OVERLAP, i, LOWER), name, below, above);
      } else if (order < 0 || (end.kind() == Bound.Kind.OPEN && start.kind() == Bound.Kind.OPEN)) {
        hole(steps.fault(FaultCode.HOLE, i, LOWER), name, below.toString(), above.toString());
      }
    }
    return found.size() == before;
  }

  private <T extends Comparable<? super T>> void overlap(
      Fault fault, Label name, Interval<T> below, Interval<T> above) {
    report(
        fault
            .with("part", Argument.of(name))
            .with("first", below.toString())
            .with("second", above.toString()),
        name);
  }

  private void ladder() {
    List<Tier> tiers = edition.ladder().tiers();
    if (tiers.isEmpty()) {
      return;
    }
    boolean isChain =
        chain(
            (code, i, columns) -> fault(code, tiers.get(i), LADDER, columns),
            LADDER,
            tiers.stream().map(Tier::range).toList());
    Tier lowest = tiers.get(0);
    lowest
        .range()
        .lower()
        .filter(bound -> bound.value().signum() < 0)
        .ifPresent(
            bound ->
                range(
                    fault(FaultCode.AWARD_OUT_OF_RANGE, lowest, LADDER, LOWER),
                    LADDER,
                    bound.value(),
                    edition.maximum().orElse(Points.ZERO)));
    Tier highest = tiers.get(tiers.size() - 1);
    Optional<Bound<Points>> top = edition.ladder().top();
    if (top.isPresent()
        && edition.maximum().isPresent()
        && !top.get().admitsBelow(edition.maximum().get())) {
      hole(
          fault(FaultCode.HOLE, highest, LADDER, UPPER),
          LADDER,
          highest.range().toString(),
          edition.maximum().get().toString());
    }
    if (isChain) {
      for (Tier tier : tiers) {
        Label name = Kind.TIER.one(tier.code());
        reach(
            fault(FaultCode.OUT_OF_REACH, tier, name, LOWER),
            name,
            tier.range(),
            most(edition.indicators()));
      }
    }
  }

  private void reach(Fault fault, Label name, Interval<Points> range, Optional<Points> most) {
    if (most.isPresent()
        && range.lower().isPresent()
        && !range.lower().get().admitsAbove(most.get())) {
      report(
          fault
              .with("part", Argument.of(name))
              .with("found", range.toString())
              .with("stated", most.get().toBigDecimal()),
          name);
    }
  }

  /** Returns what the best answers earn, which may be less than the maxima say. */
  private static Optional<Points> most(List<Indicator> indicators) {
    return indicators.stream().allMatch(indicator -> indicator.maximum().isPresent())
        ? Optional.of(
            Points.sum(
                indicators.stream()
                    .flatMap(
                        i ->
                            i
                                .maximum()
                                .map(
                                    max ->
                                        max.min(
                                            Points.sum(
                                                i.questions().stream()
                                                    .map(EditionLint::most)
                                                    .toList())))
                                .stream())
                    .toList()))
        : Optional.empty();
  }

  private static Points most(Question question) {
    return question.notApplicable() == NotApplicable.FULL
        ? question.maximum()
        : question.scale().best().orElse(question.maximum());
  }

  // Requirements

  private void requirements() {
    for (Requirement requirement : edition.requirements()) {
      Label name = Kind.REQUIREMENT.one(requirement.code());
      if (requirement.tier().isPresent() == requirement.stage().isPresent()) {
        report(
            fault(FaultCode.BROKEN_REQUIREMENT, requirement, name).with("part", Argument.of(name)),
            name);
      }
      known(
          requirement,
          name,
          "tier",
          requirement.tier().stream().toList(),
          edition.ladder().tiers().stream().map(Tier::code).toList());
      known(
          requirement,
          name,
          "stage",
          requirement.stage().stream().toList(),
          edition.stages().stream().map(Stage::code).toList());
      if (requirement.subject() instanceof Requirement.OfCluster cluster) {
        known(
            requirement,
            name,
            "cluster",
            List.of(cluster.code()),
            edition.clusters().stream().map(Cluster::code).toList());
      } else if (requirement.subject() instanceof Requirement.OfIndicator indicator) {
        known(
            requirement,
            name,
            "indicator",
            List.of(indicator.code()),
            edition.indicators().stream().map(Indicator::code).toList());
      } else if (requirement.subject() instanceof Requirement.OfQuestion question) {
        known(
            requirement,
            name,
            "question",
            List.of(question.code().toString()),
            edition.questions().stream().map(q -> q.code().toString()).toList());
      }
    }
  }

  private void requirementsInReach() {
    for (Requirement requirement : edition.requirements()) {
      Label name = Kind.REQUIREMENT.one(requirement.code());
      reach(
          fault(FaultCode.OUT_OF_REACH, requirement, name, LOWER),
          name,
          new Interval<>(Optional.of(requirement.least()), Optional.empty()),
          most(requirement.subject()));
    }
  }

  private Optional<Points> most(Requirement.Subject subject) {
    if (subject instanceof Requirement.OfCluster cluster) {
      return edition.findCluster(cluster.code()).flatMap(found -> most(found.indicators()));
    } else if (subject instanceof Requirement.OfIndicator indicator) {
      return edition.findIndicator(indicator.code()).flatMap(found -> most(List.of(found)));
    } else if (subject instanceof Requirement.OfQuestion question) {
      return edition.findQuestion(question.code()).map(EditionLint::most);
    }
    return most(edition.indicators());
  }

  // Labels

  /** A label of a part, and where one of its columns stands. */
  private record Labelled(String code, Label label, Function<String, Optional<Place>> places) {}

  private <T> List<Labelled> labelled(
      List<T> parts, Function<T, String> code, Function<T, Label> label) {
    return parts.stream()
        .map(
            part ->
                new Labelled(
                    code.apply(part), label.apply(part), column -> places.find(part, column)))
        .toList();
  }

  private List<Labelled> levels(Scale.Levels scale) {
    return IntStream.range(0, scale.levels().size())
        .mapToObj(
            i ->
                new Labelled(
                    scale.levels().get(i).code(),
                    scale.levels().get(i).label(),
                    column -> places.findStep(scale, i, column)))
        .toList();
  }

  private void labels() {
    List<Labelled> whole = List.of(new Labelled(edition.id(), edition.label(), places::findKey));
    there(EDITION, whole);
    translated(EDITION, "label", whole);
    List<Labelled> clusters = labelled(edition.clusters(), Cluster::code, Cluster::label);
    there(Kind.CLUSTER.all(), clusters);
    labels(Kind.CLUSTER, List.of(clusters));
    List<List<Labelled>> indicators =
        edition.clusters().stream()
            .map(cluster -> labelled(cluster.indicators(), Indicator::code, Indicator::label))
            .toList();
    there(Kind.INDICATOR.all(), flat(indicators));
    labels(Kind.INDICATOR, indicators);
    List<List<Labelled>> questions =
        edition.indicators().stream()
            .map(
                indicator ->
                    labelled(indicator.questions(), q -> q.code().toString(), Question::label))
            .toList();
    there(Kind.QUESTION.all(), flat(questions));
    labels(Kind.QUESTION, questions);
    labels(
        Kind.LEVEL,
        edition.questions().stream()
            .map(Question::scale)
            .distinct()
            .filter(Scale.Levels.class::isInstance)
            .map(scale -> levels((Scale.Levels) scale))
            .toList());
    labels(Kind.ROLE, List.of(labelled(edition.roles(), Role::code, Role::label)));
    labels(Kind.TOPIC, List.of(labelled(edition.topics(), Topic::code, Topic::label)));
    labels(
        Kind.EVIDENCE,
        List.of(labelled(edition.evidenceKinds(), EvidenceKind::code, EvidenceKind::label)));
    labels(Kind.TIER, List.of(labelled(edition.ladder().tiers(), Tier::code, Tier::label)));
    labels(Kind.STAGE, List.of(labelled(edition.stages(), Stage::code, Stage::label)));
    translated(
        Label.of("arti tahap", "meanings of stages"),
        "meaning",
        labelled(edition.stages(), Stage::code, Stage::meaning));
    labels(
        Kind.REQUIREMENT,
        List.of(labelled(edition.requirements(), Requirement::code, Requirement::label)));
  }

  private static List<Labelled> flat(List<List<Labelled>> groups) {
    return groups.stream().flatMap(List::stream).toList();
  }

  private void labels(Kind kind, List<List<Labelled>> groups) {
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
                      .orElseGet(() -> unread(parts.equals(EDITION) ? WHOLE : parts)))
              .with("part", Argument.of(parts))
              .with("first", first.code)
              .with(
                  "others",
                  lacking.size() == 1 ? Argument.of("") : Argument.of(lacking.size() - 1L));
      report(values.apply(fault), parts);
    }
  }

  private static String text(Label label, Language language) {
    return language == Language.INDONESIAN ? label.indonesian() : label.english();
  }

  /** Siblings differ in each language, or a reader can't tell them apart. */
  private void different(Kind kind, List<Labelled> siblings) {
    Set<String> reported = new HashSet<>();
    for (Language language : Language.values()) {
      String column = language == Language.INDONESIAN ? "label_id" : "label_en";
      Map<String, String> owners = new HashMap<>();
      for (Labelled part : siblings) {
        String text = text(part.label, language);
        String owner = text.isEmpty() ? null : owners.putIfAbsent(text, part.code);
        if (owner != null && reported.add(part.code)) {
          Label name = kind.one(part.code);
          report(
              Fault.of(
                      FaultCode.SAME_LABEL, part.places.apply(column).orElseGet(() -> unread(name)))
                  .with("part", Argument.of(name))
                  .with("other", Argument.of(kind.one(owner))),
              name);
        }
      }
    }
  }

  private void acceptedButAbsent() {
    for (AcceptedWarning accepted : edition.acceptedWarnings()) {
      if (!used.contains(accepted)) {
        Label name = Label.of(accepted.part(), accepted.part());
        found.add(
            fault(FaultCode.NOTHING_ACCEPTED, accepted, name, "warning")
                .with("found", accepted.code().name())
                .with("part", accepted.part()));
      }
    }
  }
}
