package id.kla.verification;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.stream.Collectors.toCollection;

import id.kla.assessment.Agency;
import id.kla.assessment.Evidence;
import id.kla.edition.Age;
import id.kla.edition.Edition;
import id.kla.edition.Need;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Stage;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.Basis;
import id.kla.scoring.Cause;
import id.kla.scoring.JudgedEvidence;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredCluster;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.State;
import id.kla.scoring.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what is weak about the evidence of a sheet, whether it costs points already or may: one
 * look for each kind of weakness.
 */
final class EvidenceLint {

  private final ScoringEngine engine;
  private final ScoredAssessment scored;
  private final EvidenceCheck check;
  private final Edition edition;

  /** What each document was found to be beside each of its questions that claim something. */
  private final Map<String, List<Seen>> uses = new HashMap<>();

  private final List<Weakness> weaknesses = new ArrayList<>();

  EvidenceLint(ScoringEngine engine, ScoredAssessment scored, EvidenceCheck check) {
    this.engine = engine;
    this.scored = scored;
    this.check = check;
    this.edition = scored.edition();
    for (ScoredQuestion question : scored.questions()) {
      for (JudgedEvidence judged : question.evidence()) {
        uses.computeIfAbsent(judged.evidence().id(), id -> new ArrayList<>())
            .add(new Seen(question, judged));
      }
    }
  }

  /** One document beside one question. */
  private record Seen(ScoredQuestion question, JudgedEvidence judged) {}

  List<Weakness> weaknesses() {
    claimsWithoutEvidence();
    files();
    for (Evidence evidence : scored.assessment().evidence()) {
      List<Seen> seen = uses.getOrDefault(evidence.id(), List.of());
      orphan(evidence);
      kindNotAsked(evidence, seen);
      tooOld(evidence, seen);
    }
    endings();
    leads();
    weaknesses.sort(Comparator.comparing(Weakness::atStake).reversed());
    return weaknesses;
  }

  private void report(Points atStake, Collection<QuestionCode> questions, Fault fault) {
    weaknesses.add(new Weakness(fault, List.copyOf(questions), atStake));
  }

  private Place place(Evidence evidence) {
    return Place.edition(
        edition.id(), Label.of("data dukung " + evidence.id(), "evidence " + evidence.id()));
  }

  private static List<QuestionCode> codes(Collection<ScoredQuestion> questions) {
    return questions.stream().map(question -> question.question().code()).toList();
  }

  private static List<String> texts(Collection<QuestionCode> codes) {
    return codes.stream().map(QuestionCode::toString).toList();
  }

  /** Returns what the total loses if those questions counted nothing. */
  private Points lost(Collection<ScoredQuestion> fallen) {
    Map<QuestionCode, Points> nothing = new HashMap<>();
    fallen.forEach(question -> nothing.put(question.question().code(), Points.ZERO));
    return nothing.isEmpty()
        ? Points.ZERO
        : scored.points().minus(scored.standingWith(nothing).total());
  }

  private static Points claims(Collection<ScoredQuestion> questions) {
    return Points.sum(questions.stream().map(ScoredQuestion::claim).toList());
  }

  // Claims with nothing behind them

  private void claimsWithoutEvidence() {
    for (ScoredQuestion question : scored.questions(State.PENDING)) {
      if (question.evidence().isEmpty()) {
        report(
            question.claim(),
            List.of(question.question().code()),
            Fault.of(
                    FaultCode.CLAIM_WITHOUT_EVIDENCE,
                    Place.edition(
                        edition.id(),
                        Label.of("pertanyaan " + question.code(), "question " + question.code())))
                .with("found", question.claim().toBigDecimal())
                .with("kinds", Argument.of(kinds(question.question()))));
      }
    }
  }

  private Label kinds(Question question) {
    List<Label> labels =
        edition.evidenceKinds().stream()
            .filter(kind -> question.evidenceKinds().contains(kind.code()))
            .map(kind -> named(kind.label(), kind.code()))
            .toList();
    return Label.of(
        String.join(", ", labels.stream().map(each -> each.in(Language.INDONESIAN)).toList()),
        String.join(", ", labels.stream().map(each -> each.in(Language.ENGLISH)).toList()));
  }

  // Files on which much hangs

  /** Documents with the same digest are one file. */
  private void files() {
    Map<Object, List<Evidence>> files = new LinkedHashMap<>();
    for (Evidence evidence : scored.assessment().evidence()) {
      Object file = evidence.digest().isPresent() ? evidence.digest().get() : evidence.id();
      files.computeIfAbsent(file, f -> new ArrayList<>()).add(evidence);
    }
    Points heaviest = check.heaviestDocument(edition);
    for (List<Evidence> file : files.values()) {
      List<ScoredQuestion> fallen = fallenWithout(file);
      Points atStake = lost(fallen);
      Set<QuestionCode> questions =
          file.stream()
              .flatMap(evidence -> evidence.questions().stream())
              .collect(toCollection(LinkedHashSet::new));
      if (file.size() > 1 && questions.size() > 1) {
        report(
            atStake,
            questions,
            Fault.of(FaultCode.SAME_DOCUMENT, place(file.get(0)))
                .with("found", file.stream().map(Evidence::id).toList())
                .with("questions", texts(questions))
                .with("points", atStake.toBigDecimal()));
      }
      if (atStake.signum() > 0 && atStake.compareTo(heaviest) >= 0) {
        report(
            atStake,
            codes(fallen),
            Fault.of(FaultCode.HEAVY_DOCUMENT, place(file.get(0)))
                .with("questions", texts(codes(fallen)))
                .with("points", atStake.toBigDecimal())
                .with("allowed", heaviest.toBigDecimal()));
      }
    }
  }

  /** Returns the questions that count now and would not without those documents. */
  private List<ScoredQuestion> fallenWithout(List<Evidence> file) {
    Set<String> gone = file.stream().map(Evidence::id).collect(toImmutableSet());
    Set<ScoredQuestion> borne = new LinkedHashSet<>();
    for (Evidence evidence : file) {
      uses.getOrDefault(evidence.id(), List.of()).forEach(seen -> borne.add(seen.question()));
    }
    return borne.stream()
        .filter(question -> question.state().orElseThrow() == State.SETTLED)
        .filter(question -> !holdsWithout(question, gone))
        .toList();
  }

  private static boolean holdsWithout(ScoredQuestion question, Set<String> gone) {
    List<Evidence> left =
        question.evidence().stream()
            .filter(JudgedEvidence::holds)
            .map(JudgedEvidence::evidence)
            .filter(evidence -> !gone.contains(evidence.id()))
            .toList();
    List<String> kinds = question.question().evidenceKinds();
    boolean needsAll = question.question().evidenceNeed() == Need.ALL && !kinds.isEmpty();
    return needsAll
        ? kinds.stream()
            .allMatch(
                kind -> left.stream().anyMatch(each -> each.kind().map(kind::equals).orElse(true)))
        : !left.isEmpty();
  }

  // One document by itself

  private void orphan(Evidence evidence) {
    boolean isNeeded =
        evidence.questions().stream()
            .flatMap(code -> scored.findQuestion(code).stream())
            .anyMatch(question -> question.claim().signum() > 0);
    if (!isNeeded) {
      report(
          Points.ZERO,
          evidence.questions(),
          Fault.of(FaultCode.ORPHAN_EVIDENCE, place(evidence))
              .with("questions", texts(evidence.questions())));
    }
  }

  private void kindNotAsked(Evidence evidence, List<Seen> seen) {
    boolean isStrange =
        !seen.isEmpty()
            && seen.stream().allMatch(each -> each.judged().causes().contains(Cause.WRONG_KIND));
    if (isStrange) {
      List<ScoredQuestion> questions = seen.stream().map(Seen::question).toList();
      report(
          claims(uncounted(questions)),
          codes(questions),
          Fault.of(FaultCode.KIND_NOT_ASKED, place(evidence))
              .with("found", evidence.kind().orElseThrow())
              .with("questions", texts(codes(questions)))
              .with(
                  "allowed",
                  questions.stream()
                      .flatMap(question -> question.question().evidenceKinds().stream())
                      .distinct()
                      .toList()));
    }
  }

  private static List<ScoredQuestion> uncounted(List<ScoredQuestion> questions) {
    return questions.stream()
        .filter(question -> question.state().orElseThrow() != State.SETTLED)
        .toList();
  }

  private void tooOld(Evidence evidence, List<Seen> seen) {
    List<ScoredQuestion> questions =
        seen.stream()
            .filter(each -> each.judged().causes().contains(Cause.OUTSIDE_PERIOD))
            .map(Seen::question)
            .toList();
    if (!questions.isEmpty()) {
      report(
          claims(uncounted(questions)),
          codes(questions),
          Fault.of(FaultCode.EVIDENCE_TOO_OLD, place(evidence))
              .with("found", evidence.issued().orElseThrow().toString())
              .with("months", months(evidence))
              .with("day", check.asOf().toString())
              .with("questions", texts(codes(questions))));
    }
  }

  private int months(Evidence evidence) {
    return edition.evidenceKinds().stream()
        .filter(kind -> evidence.kind().filter(kind.code()::equals).isPresent())
        .flatMap(kind -> kind.age().stream())
        .mapToInt(Age::months)
        .findFirst()
        .orElseThrow();
  }

  // What ends before a stage to come

  private void endings() {
    check.stageDates().keySet().forEach(this::stage);
    for (Stage stage : edition.stages()) {
      for (Map.Entry<String, LocalDate> dated : check.stageDates().entrySet()) {
        if (stage(dated.getKey()).equals(stage) && dated.getValue().isAfter(check.asOf())) {
          endings(stage, dated.getValue());
        }
      }
    }
  }

  private Stage stage(String name) {
    return edition
        .findStage(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "stage dates: found stage \""
                        + name
                        + "\"; allowed: "
                        + edition.stages().stream().map(Stage::code).toList()));
  }

  private void endings(Stage stage, LocalDate day) {
    ScoredAssessment then =
        engine.score(
            scored.assessment(), View.of(Basis.EVIDENCED, Optional.of(day), check.known()));
    Map<String, List<ScoredQuestion>> ending = new LinkedHashMap<>();
    for (ScoredQuestion later : then.questions()) {
      ScoredQuestion now = scored.question(later.question().code());
      for (int i = 0; i < later.evidence().size(); i++) {
        List<Cause> causes = later.evidence().get(i).causes();
        boolean isOver = causes.contains(Cause.EXPIRED) || causes.contains(Cause.OUTSIDE_PERIOD);
        if (now.evidence().get(i).holds() && isOver) {
          ending
              .computeIfAbsent(later.evidence().get(i).evidence().id(), id -> new ArrayList<>())
              .add(now);
        }
      }
    }
    for (Evidence evidence : scored.assessment().evidence()) {
      List<ScoredQuestion> questions = ending.get(evidence.id());
      if (questions != null) {
        Points atStake =
            lost(
                questions.stream()
                    .filter(
                        question ->
                            question.state().orElseThrow() == State.SETTLED
                                && then.question(question.question().code()).state().orElseThrow()
                                    != State.SETTLED)
                    .toList());
        report(
            atStake,
            codes(questions),
            Fault.of(FaultCode.ENDS_BEFORE_STAGE, place(evidence))
                .with("stage", Argument.of(named(stage.label(), stage.code())))
                .with("day", day.toString())
                .with("questions", texts(codes(questions)))
                .with("points", atStake.toBigDecimal()));
      }
    }
  }

  /** Returns a label, or the code where there is none. */
  private static Label named(Label label, String code) {
    return label.isEmpty() ? Label.of(code, code) : label;
  }

  // Who carries a cluster

  private void leads() {
    for (ScoredCluster cluster : scored.clusters()) {
      List<ScoredQuestion> claimed =
          cluster.indicators().stream()
              .flatMap(indicator -> indicator.questions().stream())
              .filter(question -> question.claim().signum() > 0)
              .toList();
      Map<Label, List<ScoredQuestion>> byLead = new LinkedHashMap<>();
      for (ScoredQuestion question : claimed) {
        question
            .question()
            .lead()
            .ifPresent(
                role -> byLead.computeIfAbsent(lead(role), r -> new ArrayList<>()).add(question));
      }
      byLead.forEach((lead, led) -> lead(cluster, lead, led, claims(claimed)));
    }
  }

  /** Returns the agency that holds a role, or the role where none or several do. */
  private Label lead(String role) {
    List<Agency> agencies = scored.assessment().agenciesOf(role);
    return agencies.size() == 1
        ? Label.of(agencies.get(0).name(), agencies.get(0).name())
        : edition.roles().stream()
            .filter(each -> each.code().equals(role))
            .map(each -> named(each.label(), role))
            .findFirst()
            .orElse(named(Label.of("", ""), role));
  }

  private void lead(ScoredCluster cluster, Label lead, List<ScoredQuestion> led, Points whole) {
    Points points = claims(led);
    if (Ratio.of(points.units(), whole.units()).compareTo(check.heaviestLead()) >= 0) {
      report(
          points,
          codes(led),
          Fault.of(
                  FaultCode.HEAVY_LEAD,
                  Place.edition(
                      edition.id(),
                      Label.of("klaster " + cluster.code(), "cluster " + cluster.code())))
              .with("found", Argument.of(lead))
              .with("points", points.toBigDecimal())
              .with("whole", whole.toBigDecimal()));
    }
  }
}
