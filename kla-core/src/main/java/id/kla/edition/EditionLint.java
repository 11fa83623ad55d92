package id.kla.edition;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.points.Points;
import java.util.Collections;
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
  private final LintReport lint;

  private EditionLint(Edition edition, LintReport lint) {
    this.edition = edition;
    this.lint = lint;
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
    LintReport report = new LintReport(edition, places);
    warnings.forEach(warning -> report.report(warning, LintReport.EDITION));
    EditionLint lint = new EditionLint(edition, report);
    lint.codes();
    lint.ranges();
    if (!report.has(FaultCode.AWARD_OUT_OF_RANGE)) {
      lint.parts();
      new LadderLint(edition, report).check();
    }
    lint.requirements();
    new LabelLint(edition, report).check();
    report.acceptedButAbsent();
    return report.found();
  }

  // Codes

  private void codes() {
    if (!QuestionCode.isPart(edition.id())) {
      lint.report(
          lint.keyFault(FaultCode.BAD_CODE, "id").with("found", edition.id()), LintReport.WHOLE);
    }
    unique(PartKind.CLUSTER, edition.clusters(), Cluster::code);
    unique(PartKind.INDICATOR, edition.indicators(), Indicator::code);
    unique(PartKind.ROLE, edition.roles(), Role::code);
    unique(PartKind.TOPIC, edition.topics(), Topic::code);
    unique(PartKind.EVIDENCE, edition.evidenceKinds(), EvidenceKind::code);
    unique(PartKind.TIER, edition.ladder().tiers(), Tier::code);
    unique(PartKind.REQUIREMENT, edition.requirements(), Requirement::code);
    edition.roles().forEach(role -> aliases(role, PartKind.ROLE.one(role.code()), role.aliases()));
    edition
        .stages()
        .forEach(stage -> aliases(stage, PartKind.STAGE.one(stage.code()), stage.aliases()));
    for (Source source : edition.sources()) {
      said(source, PartKind.SOURCE.one(source.code()), "text", source.text());
    }
    for (AcceptedWarning accepted : edition.acceptedWarnings()) {
      said(accepted, Label.of("", "accepted " + accepted.code()), "reason", accepted.reason());
    }
    unique(PartKind.SOURCE, edition.sources(), Source::code);
    uniqueStages();
    Set<QuestionCode> questions = new HashSet<>();
    for (Indicator indicator : edition.indicators()) {
      for (Question question : indicator.questions()) {
        if (!questions.add(question.code())) {
          lint.report(
              lint.fault(FaultCode.DUPLICATE_CODE, question, PartKind.name(question), "question")
                  .with("found", question.code().toString()),
              PartKind.name(question));
        }
        if (!question.code().indicator().equals(indicator.code())) {
          lint.report(
              lint.fault(FaultCode.UNKNOWN_CODE, question, PartKind.name(question), "indicator")
                  .with("found", question.code().toString())
                  .with("nearest", List.of(indicator.code() + "." + question.code().question())),
              PartKind.name(question));
        }
      }
    }
    knownSources();
    Set<String> roles = codes(edition.roles(), Role::code);
    Set<String> topics = codes(edition.topics(), Topic::code);
    Set<String> kinds = codes(edition.evidenceKinds(), EvidenceKind::code);
    for (Question question : edition.questions()) {
      Label name = PartKind.name(question);
      lint.known(question, name, "lead", question.lead().stream().toList(), roles);
      lint.known(question, name, "supporting", question.supporting(), roles);
      lint.known(question, name, "topics", question.topics(), topics);
      lint.known(question, name, "evidence", question.evidenceKinds(), kinds);
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
        lint.report(
            lint.fault(FaultCode.BAD_ALIAS, part, name, "aliases").with("found", alias), name);
      }
    }
  }

  private void said(Object part, Label name, String member, String text) {
    if (text.isEmpty()) {
      lint.report(
          lint.fault(FaultCode.BLANK_TEXT, part, name, member).with("member", member), name);
    }
  }

  private <T> void unique(PartKind kind, List<T> parts, Function<T, String> code) {
    Set<String> seen = new HashSet<>();
    for (T part : parts) {
      String written = code.apply(part);
      Label name = kind.one(written);
      if (!QuestionCode.isPart(written)) {
        lint.report(
            lint.fault(FaultCode.BAD_CODE, part, name, kind.column()).with("found", written), name);
      }
      if (!seen.add(written)) {
        lint.report(
            lint.fault(FaultCode.DUPLICATE_CODE, part, name, kind.column()).with("found", written),
            name);
      }
    }
  }

  private void uniqueStages() {
    unique(PartKind.STAGE, edition.stages(), Stage::code);
    Map<String, Stage> owners = new HashMap<>();
    for (Stage stage : edition.stages()) {
      owners.putIfAbsent(Edition.folded(stage.code()), stage);
    }
    for (Stage stage : edition.stages()) {
      for (String alias : stage.aliases()) {
        Stage owner = owners.putIfAbsent(Edition.folded(alias), stage);
        if (owner != null) {
          Label name = PartKind.STAGE.one(stage.code());
          lint.report(
              lint.fault(FaultCode.DUPLICATE_CODE, stage, name, "aliases").with("found", alias),
              name);
        }
      }
    }
    if (edition.stages().isEmpty()) {
      lint.report(
          lint.wholeFault(FaultCode.MISSING_TABLE, PartKind.STAGE.all()).with("table", "stages"),
          PartKind.STAGE.all());
    }
  }

  private void knownSources() {
    Set<String> sources = codes(edition.sources(), Source::code);
    lint.known(
        () -> lint.keyFault(FaultCode.UNKNOWN_CODE, "source"),
        LintReport.WHOLE,
        edition.origin().sources(),
        sources);
    for (Cluster cluster : edition.clusters()) {
      knownSources(cluster, PartKind.name(cluster), cluster.origin(), sources);
    }
    for (Indicator indicator : edition.indicators()) {
      knownSources(indicator, PartKind.name(indicator), indicator.origin(), sources);
    }
    // A scale or a rule may be that of many questions, and is at fault once.
    Set<Origin> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Question question : edition.questions()) {
      Label name = PartKind.name(question);
      knownSources(question, name, question.origin(), sources);
      if (shared.add(question.scale().origin())) {
        lint.known(
            () -> lint.stepFault(FaultCode.UNKNOWN_CODE, question, name, 0, "source"),
            name,
            question.scale().origin().sources(),
            sources);
      }
      Origin rule = question.notApplicableOrigin();
      if (!rule.equals(question.origin()) && shared.add(rule)) {
        lint.known(
            () ->
                Fault.of(
                    FaultCode.UNKNOWN_CODE,
                    lint.places()
                        .find(rule, "value")
                        .or(() -> lint.places().find(question, "not_applicable_source"))
                        .orElseGet(() -> lint.unread(name))),
            name,
            rule.sources(),
            sources);
      }
    }
    edition.roles().forEach(role -> knownSources(role, LintReport.WHOLE, role.origin(), sources));
    edition
        .topics()
        .forEach(topic -> knownSources(topic, LintReport.WHOLE, topic.origin(), sources));
    edition
        .evidenceKinds()
        .forEach(kind -> knownSources(kind, LintReport.WHOLE, kind.origin(), sources));
    for (EvidenceKind kind : edition.evidenceKinds()) {
      lint.known(
          kind,
          LintReport.WHOLE,
          "months_source",
          kind.age().map(age -> age.origin().sources()).orElse(List.of()),
          sources);
    }
    lint.known(
        () -> lint.keyFault(FaultCode.UNKNOWN_CODE, "without_kinds_source"),
        LintReport.WHOLE,
        edition.withoutKindsOrigin().sources(),
        sources);
    edition
        .ladder()
        .tiers()
        .forEach(tier -> knownSources(tier, LintReport.LADDER, tier.origin(), sources));
    edition
        .stages()
        .forEach(stage -> knownSources(stage, LintReport.WHOLE, stage.origin(), sources));
    edition
        .requirements()
        .forEach(
            requirement ->
                knownSources(requirement, LintReport.WHOLE, requirement.origin(), sources));
  }

  private void knownSources(Object part, Label name, Origin origin, Set<String> sources) {
    lint.known(part, name, "source", origin.sources(), sources);
  }

  // Clusters, indicators, questions

  /** What is added up must be small enough to be added up. */
  private void ranges() {
    edition
        .statedMaximum()
        .ifPresent(
            stated ->
                lint.range(
                    lint.keyFault(FaultCode.AWARD_OUT_OF_RANGE, "maximum"),
                    LintReport.EDITION,
                    stated,
                    LARGEST));
    for (Cluster cluster : edition.clusters()) {
      cluster.statedMaximum().ifPresent(stated -> range(cluster, PartKind.name(cluster), stated));
      for (Indicator indicator : cluster.indicators()) {
        indicator.maximum().ifPresent(stated -> range(indicator, PartKind.name(indicator), stated));
        for (Question question : indicator.questions()) {
          range(question, PartKind.name(question), question.maximum());
        }
      }
    }
  }

  private void range(Object part, Label name, Points points) {
    lint.range(
        lint.fault(FaultCode.AWARD_OUT_OF_RANGE, part, name, "maximum"), name, points, LARGEST);
  }

  private void parts() {
    if (edition.indicators().isEmpty()) {
      lint.report(lint.wholeFault(FaultCode.NO_QUESTIONS, LintReport.WHOLE), LintReport.EDITION);
    }
    sums(
        code -> lint.keyFault(code, "maximum"),
        LintReport.EDITION,
        edition.maximum(),
        edition.statedMaximum());
    for (Cluster cluster : edition.clusters()) {
      Label name = PartKind.name(cluster);
      sums(
          code -> lint.fault(code, cluster, name, "maximum"),
          name,
          cluster.maximum(),
          cluster.statedMaximum());
      long count = cluster.statedCount().orElse((long) cluster.indicators().size());
      if (count != cluster.indicators().size()) {
        lint.report(
            lint.fault(FaultCode.OTHER_COUNT, cluster, name, "count")
                .with("part", Argument.of(name))
                .with("found", cluster.indicators().size())
                .with("stated", Argument.of(count)),
            name);
      }
      if (cluster.indicators().isEmpty() && count == 0) {
        lint.report(
            lint.fault(FaultCode.NOTHING_BELOW, cluster, name, "cluster")
                .with("part", Argument.of(name)),
            name);
      }
      cluster.indicators().forEach(this::indicator);
    }
  }

  private void indicator(Indicator indicator) {
    Label name = PartKind.name(indicator);
    if (indicator.maximum().isPresent() && indicator.questions().isEmpty()) {
      lint.report(
          lint.fault(FaultCode.NOTHING_BELOW, indicator, name, "indicator")
              .with("part", Argument.of(name)),
          name);
    } else {
      sums(
          code -> lint.fault(code, indicator, name, "maximum"),
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
      lint.report(
          fault
              .apply(order > 0 ? FaultCode.SUM_ABOVE_MAXIMUM : FaultCode.SUM_BELOW_MAXIMUM)
              .with("part", Argument.of(name))
              .with("found", sum.get().toBigDecimal())
              .with("stated", stated.get().toBigDecimal()),
          name);
    }
  }

  private void question(Question question) {
    Label name = PartKind.name(question);
    if (question.maximum().isZero()) {
      lint.report(
          lint.fault(FaultCode.ZERO_MAXIMUM, question, name, "maximum")
              .with("part", Argument.of(name)),
          name);
    }
    new ScaleLint(lint).check(question);
    if (question.lead().isEmpty()) {
      lint.report(
          lint.fault(FaultCode.NO_AGENCY, question, name, "lead").with("part", Argument.of(name)),
          name);
    }
    if (question.evidenceKinds().isEmpty()) {
      lint.report(
          lint.fault(FaultCode.NO_EVIDENCE_KIND, question, name, "evidence")
              .with("part", Argument.of(name)),
          name);
    }
  }

  // Requirements

  private void requirements() {
    for (Requirement requirement : edition.requirements()) {
      Label name = PartKind.REQUIREMENT.one(requirement.code());
      if (requirement.tier().isPresent() == requirement.stage().isPresent()) {
        lint.report(
            lint.fault(FaultCode.BROKEN_REQUIREMENT, requirement, name)
                .with("part", Argument.of(name)),
            name);
      }
      lint.known(
          requirement,
          name,
          "tier",
          requirement.tier().stream().toList(),
          edition.ladder().tiers().stream().map(Tier::code).toList());
      lint.known(
          requirement,
          name,
          "stage",
          requirement.stage().stream().toList(),
          edition.stages().stream().map(Stage::code).toList());
      if (requirement.subject() instanceof Requirement.OfCluster cluster) {
        lint.known(
            requirement,
            name,
            "cluster",
            List.of(cluster.code()),
            edition.clusters().stream().map(Cluster::code).toList());
      } else if (requirement.subject() instanceof Requirement.OfIndicator indicator) {
        lint.known(
            requirement,
            name,
            "indicator",
            List.of(indicator.code()),
            edition.indicators().stream().map(Indicator::code).toList());
      } else if (requirement.subject() instanceof Requirement.OfQuestion question) {
        lint.known(
            requirement,
            name,
            "question",
            List.of(question.code().toString()),
            edition.questions().stream().map(q -> q.code().toString()).toList());
      }
    }
  }
}
