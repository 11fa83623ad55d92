package id.kla.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.google.common.base.Splitter;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.AcceptedWarning;
import id.kla.edition.Change;
import id.kla.edition.ChangedFrom;
import id.kla.edition.Cluster;
import id.kla.edition.CollectedFrom;
import id.kla.edition.Direction;
import id.kla.edition.Edition;
import id.kla.edition.EditionTable;
import id.kla.edition.EvidenceKind;
import id.kla.edition.FactKind;
import id.kla.edition.Indicator;
import id.kla.edition.Mark;
import id.kla.edition.Need;
import id.kla.edition.NotApplicable;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Role;
import id.kla.edition.Scale;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.edition.Topic;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Writes an edition as a book that people read from start to end, in Markdown.
 *
 * <p>Everything in it comes from the edition's data, and everything of the data stands in it; the
 * same edition gives the same bytes.
 */
@CheckReturnValue
public final class RuleBook {

  private final Edition edition;
  private final Language language;
  private final Phrases phrases;
  private final Phrases parts;
  private final EditionWords words;
  private final Markdown page = new Markdown();
  private final Origin usualOrigin;
  private final Mark usualLeadMark;
  private final Rule usualRule;
  private final List<Origin> scaleOrigins;

  private RuleBook(Edition edition, Language language) {
    this.edition = edition;
    this.language = language;
    this.phrases = Phrases.book(language);
    this.parts = Phrases.edition(language);
    this.words = new EditionWords(language, Markdown::escaped);
    List<Question> questions = edition.questions();
    this.usualOrigin =
        usual(
            questions.isEmpty()
                ? edition.indicators().stream().map(Indicator::origin)
                : questions.stream().map(Question::origin),
            Origin.STATED);
    this.usualLeadMark =
        usual(questions.stream().filter(RuleBook::isLed).map(Question::leadMark), Mark.STATED);
    this.usualRule =
        usual(questions.stream().map(Rule::of), new Rule(NotApplicable.NOTHING, Origin.STATED));
    this.scaleOrigins =
        questions.stream()
            .map(question -> question.scale().origin())
            .filter(origin -> !origin.equals(Origin.STATED))
            .distinct()
            .toList();
  }

  /** What "not applicable" is worth, and who says so. */
  private record Rule(NotApplicable worth, Origin origin) {
    static Rule of(Question question) {
      return new Rule(question.notApplicable(), question.notApplicableOrigin());
    }
  }

  private static <T> T usual(Stream<T> values, T otherwise) {
    Map<T, Long> counts = values.collect(groupingBy(v -> v, LinkedHashMap::new, counting()));
    T most = otherwise;
    long count = 0;
    for (Map.Entry<T, Long> entry : counts.entrySet()) {
      if (entry.getValue() > count) {
        most = entry.getKey();
        count = entry.getValue();
      }
    }
    return most;
  }

  private static boolean isLed(Question question) {
    return question.lead().isPresent() || !question.supporting().isEmpty();
  }

  /** Returns the book of an edition in one language, in Markdown. */
  public static String of(Edition edition, Language language) {
    RuleBook book = new RuleBook(edition, language);
    book.title();
    book.inShort();
    book.origins();
    book.score();
    book.ladder();
    book.stages();
    book.requirements();
    if (!edition.questions().isEmpty()) {
      book.howToRead();
    }
    edition.clusters().forEach(book::cluster);
    book.roles();
    book.topics();
    book.evidence();
    book.oddities();
    edition.changedFrom().ifPresent(book::changes);
    return book.page.toString();
  }

  // Front

  private void title() {
    page.heading(1, phrases.text("title") + " " + words.name(edition.id(), edition.label()));
    page.paragraph(phrases.text("about", "id", Markdown.code(edition.id())));
    page.items(
        Stream.of(
            phrases.text("about.edition", "id", Markdown.code(edition.id())),
            phrases.text("about.digest", "digest", Markdown.code(edition.digest().toString())),
            phrases.text("about.origin") + " " + words.originAtEnd(edition.origin())));
    edition
        .changedFrom()
        .ifPresent(
            changed ->
                page.paragraph(
                    phrases.text(
                        "about.changed",
                        "id",
                        Markdown.code(edition.id()),
                        "base",
                        Markdown.code(changed.edition()),
                        "count",
                        changeText().count(changed.changes()))));
  }

  private void inShort() {
    page.heading(2, phrases.text("short"));
    page.paragraph(
        phrases.text(
            "short.text",
            "questions",
            parts.count("questions", edition.questions().size()),
            "indicators",
            parts.count("indicators", edition.indicators().size()),
            "clusters",
            phrases.count("clusters", edition.clusters().size()),
            "maximum",
            edition.maximum().map(words::points).orElse(""),
            "predicate",
            edition.ladder().tiers().isEmpty() ? "" : phrases.text("short.predicate")));
    if (edition.maximum().isEmpty()) {
      page.paragraph(phrases.text("short.structure"));
    }
    page.items(
        Stream.of(
                edition.questions().isEmpty() ? "" : exampleOf(edition.questions().get(0).code()),
                phrases.text("word.indicator"),
                phrases.text("word.cluster"),
                phrases.text("word.scale"),
                phrases.text("word.evidence"),
                phrases.text("word.role"),
                phrases.text("word.topic"),
                phrases.text("word.predicate"),
                phrases.text("word.stage"))
            .filter(item -> !item.isEmpty()));
    page.table(
        List.of(
            phrases.text("cluster"),
            phrases.text("name"),
            phrases.text("most"),
            phrases.text("indicators"),
            phrases.text("questions")),
        edition.clusters().stream()
            .map(
                cluster ->
                    List.of(
                        Markdown.code(cluster.code()),
                        words.name(cluster.code(), cluster.label()),
                        maximum(cluster.maximum()),
                        indicators(cluster),
                        "" + questions(cluster).size())));
  }

  private String exampleOf(QuestionCode code) {
    return phrases.text(
        "word.question",
        "code",
        Markdown.code(code.toString()),
        "question",
        Markdown.code(code.question()),
        "indicator",
        Markdown.code(code.indicator()));
  }

  /** Returns how many indicators are known, and of how many where a source states more. */
  private String indicators(Cluster cluster) {
    String known = Integer.toString(cluster.indicators().size());
    return cluster
        .statedCount()
        .map(count -> phrases.text("known-of", "known", known, "stated", Long.toString(count)))
        .orElse(known);
  }

  private static List<Question> questions(Cluster cluster) {
    return cluster.indicators().stream().flatMap(i -> i.questions().stream()).toList();
  }

  private String maximum(Optional<Points> maximum) {
    return maximum.map(words::points).orElseGet(() -> phrases.text("not-stated"));
  }

  private void origins() {
    page.heading(2, phrases.text("origins"));
    page.paragraph(phrases.text("origins.text"));
    page.items(
        Stream.of(Mark.values()).map(mark -> "**" + mark + "**: " + phrases.word("mark", mark)));
    page.paragraph(phrases.text("origins.where"));
    if (edition.sources().isEmpty()) {
      page.paragraph(phrases.text("origins.none"));
      return;
    }
    page.table(
        List.of(phrases.text("source"), phrases.text("source.text"), phrases.text("date")),
        edition.sources().stream()
            .map(
                source ->
                    List.of(
                        Markdown.code(source.code()),
                        Markdown.escaped(source.text()),
                        Markdown.escaped(source.date()))));
  }

  // Rules

  private void score() {
    page.heading(2, phrases.text("score"));
    List<String> steps = new ArrayList<>();
    steps.add(phrases.text("score.answer"));
    steps.add(phrases.text("score.indicator"));
    steps.add(phrases.text("score.cluster"));
    steps.add(
        phrases.text("score.total", "maximum", edition.maximum().map(words::points).orElse("")));
    steps.add(phrases.text(edition.ladder().tiers().isEmpty() ? "score.number" : "score.tier"));
    page.steps(steps);
    edition
        .statedMaximum()
        .filter(stated -> !edition.maximum().equals(Optional.of(stated)))
        .ifPresent(
            stated -> page.paragraph(phrases.text("score.stated", "stated", words.points(stated))));
    if (edition.maximum().isEmpty()) {
      page.paragraph(phrases.text("score.impossible"));
    }
    page.items(
        Stream.of(
            phrases.text("score.rounding"),
            phrases.text("score.unanswered"),
            phrases.text("score.inapplicable")
                + " "
                + phrases.word("inapplicable", usualRule.worth())
                + " "
                + phrases.text("score.inapplicable.more")
                + " "
                + words.originAtEnd(usualRule.origin())));
  }

  private void ladder() {
    page.heading(2, phrases.text("ladder"));
    List<Tier> tiers = edition.ladder().tiers();
    if (tiers.isEmpty()) {
      page.paragraph(phrases.text("ladder.none"));
      return;
    }
    page.paragraph(phrases.text("ladder.text"));
    table(
        List.of("ladder.predicate", "code", "ladder.range", "ladder.printed"),
        tiers,
        tier ->
            List.of(
                words.name(tier.code(), tier.label()),
                Markdown.code(tier.code()),
                words.range(tier.range()),
                Markdown.escaped(tier.printed())),
        Tier::origin);
    if (!tiers.get(0).least().isZero()) {
      page.paragraph(phrases.text("ladder.below", "bound", words.points(tiers.get(0).least())));
    }
  }

  private void stages() {
    page.heading(2, phrases.text("stages"));
    page.paragraph(phrases.text("stages.text"));
    List<Stage> stages = edition.stages();
    table(
        List.of("number", "stages.stage", "code", "aliases", "stages.judging", "stages.meaning"),
        stages,
        stage ->
            List.of(
                "" + (stages.indexOf(stage) + 1),
                words.name(stage.code(), stage.label()),
                Markdown.code(stage.code()),
                list(stage.aliases().stream()),
                parts.word("value.judging", stage.judging()),
                text(stage.meaning())),
        Stage::origin);
  }

  /** Writes a table of parts and says where they come from: of each, or once of all. */
  private <T> void table(
      List<String> header,
      List<T> rows,
      Function<T, List<String>> cells,
      Function<T, Origin> from) {
    List<Origin> origins = rows.stream().map(from).distinct().toList();
    boolean isShared = rows.size() > 1 && origins.size() == 1;
    Stream<String> columns = header.stream().map(phrases::text);
    page.table(
        (isShared ? columns : Stream.concat(columns, Stream.of(phrases.text("basis")))).toList(),
        rows.stream()
            .map(
                row ->
                    isShared
                        ? cells.apply(row)
                        : Stream.concat(
                                cells.apply(row).stream(), Stream.of(words.origin(from.apply(row))))
                            .toList()));
    if (isShared) {
      page.paragraph(phrases.text("all-from") + " " + words.originAtEnd(origins.get(0)));
    }
  }

  private static String list(Stream<String> texts) {
    return texts.map(Markdown::escaped).collect(joining(", "));
  }

  private String text(Label label) {
    return Markdown.escaped(label.in(language));
  }

  private void requirements() {
    page.heading(2, phrases.text("requirements"));
    if (edition.requirements().isEmpty()) {
      page.paragraph(phrases.text("requirements.none"));
      return;
    }
    page.paragraph(phrases.text("requirements.text"));
    if (edition.requirements().stream().allMatch(r -> r.state() == Requirement.State.OFF)) {
      page.paragraph(phrases.text("requirements.off"));
    }
    table(
        List.of(
            "requirements.requirement",
            "code",
            "requirements.for",
            "requirements.condition",
            "requirements.state"),
        edition.requirements(),
        requirement ->
            List.of(
                words.name(requirement.code(), requirement.label()),
                Markdown.code(requirement.code()),
                guarded(requirement),
                words.condition(requirement, edition),
                parts.word("value.state", requirement.state())),
        Requirement::origin);
  }

  private String guarded(Requirement requirement) {
    Optional<String> predicate =
        requirement
            .tier()
            .flatMap(code -> edition.ladder().findTier(code))
            .map(tier -> words.named("ladder", tier.code(), tier.label()));
    return predicate
        .or(
            () ->
                requirement
                    .stage()
                    .flatMap(edition::findStage)
                    .map(stage -> words.named("stages", stage.code(), stage.label())))
        .orElse("");
  }

  // Questions

  private void howToRead() {
    page.heading(2, phrases.text("read"));
    page.paragraph(phrases.text("read.text"));
    page.items(
        Stream.of(
            phrases.text("read.asked"),
            phrases.text("read.most"),
            phrases.text("read.scores"),
            phrases.text("read.assessor"),
            phrases.text("read.measured"),
            phrases.text("read.who", "mark", usualLeadMark.toString()),
            phrases.text("read.evidence"),
            phrases.text("read.remarks"),
            phrases.text("read.dash")));
    page.paragraph(phrases.text("read.origin") + " " + words.originAtEnd(usualOrigin));
    if (!scaleOrigins.isEmpty()) {
      page.paragraph(phrases.text("read.scale-notes"));
      page.items(
          scaleOrigins.stream()
              .map(origin -> "**" + scaleNote(origin) + "**: " + words.originAtEnd(origin)));
    }
  }

  private String scaleNote(Origin origin) {
    return phrases.text("scale-note", "number", scaleOrigins.indexOf(origin) + 1);
  }

  private void cluster(Cluster cluster) {
    page.heading(2, heading("cluster", cluster.code(), cluster.label()));
    List<String> sentences = new ArrayList<>();
    sentences.add(most(cluster.maximum()));
    sentences.add(
        phrases.text(
            "cluster.parts",
            "indicators",
            parts.count("indicators", cluster.indicators().size()),
            "questions",
            parts.count("questions", questions(cluster).size())));
    cluster
        .statedMaximum()
        .filter(stated -> !cluster.maximum().equals(Optional.of(stated)))
        .ifPresent(stated -> sentences.add(phrases.text("stated", "stated", words.points(stated))));
    cluster
        .statedCount()
        .ifPresent(count -> sentences.add(phrases.text("cluster.stated-count", "count", count)));
    maximumOrigin(cluster.origin()).ifPresent(sentences::add);
    page.paragraph(String.join(" ", sentences));
    cluster.indicators().forEach(this::indicator);
  }

  /** Says where a maximum comes from, unless it comes from where most do. */
  private Optional<String> maximumOrigin(Origin origin) {
    return origin.equals(usualOrigin)
        ? Optional.empty()
        : Optional.of(phrases.text("maximum-from") + " " + words.originAtEnd(origin));
  }

  private String heading(String kind, String code, Label label) {
    return phrases.text(kind)
        + " "
        + Markdown.escaped(code)
        + (label.isEmpty() ? "" : ": " + text(label));
  }

  private String most(Optional<Points> maximum) {
    return maximum
        .map(points -> phrases.text("at-most", "maximum", words.points(points)))
        .orElseGet(() -> phrases.text("no-maximum"));
  }

  private void indicator(Indicator indicator) {
    page.heading(3, heading("indicator", indicator.code(), indicator.label()));
    Points sum = indicator.sumOfQuestions();
    List<String> sentences = new ArrayList<>();
    sentences.add(most(indicator.maximum()));
    indicator
        .maximum()
        .filter(maximum -> !maximum.equals(sum))
        .ifPresent(
            maximum ->
                sentences.add(
                    phrases.text(
                        sum.compareTo(maximum) > 0 ? "indicator.cut" : "indicator.short",
                        "sum",
                        words.points(sum))));
    maximumOrigin(indicator.origin()).ifPresent(sentences::add);
    page.paragraph(String.join(" ", sentences));
    if (indicator.questions().isEmpty()) {
      return;
    }
    page.table(
        List.of(
            phrases.text("code"),
            phrases.text("asked.question"),
            phrases.text("most"),
            phrases.text("scores"),
            phrases.text("leads"),
            phrases.text("supports"),
            phrases.text("evidence.column"),
            phrases.text("remarks")),
        indicator.questions().stream().map(this::question));
  }

  private List<String> question(Question question) {
    return List.of(
        Markdown.code(question.code().toString()),
        text(question.label()),
        words.points(question.maximum()),
        scores(question),
        question.lead().map(this::role).orElseGet(() -> phrases.text("nobody")),
        question.supporting().stream().map(this::role).collect(joining("; ")),
        evidence(question),
        remarks(question));
  }

  private String scores(Question question) {
    Scale scale = question.scale();
    List<String> said = new ArrayList<>();
    said.add(
        words.scale(scale, question.maximum())
            + (scale.origin().equals(Origin.STATED) ? "" : " (" + scaleNote(scale.origin()) + ")"));
    boolean isMeasured = measure(scale).isPresent();
    String better = parts.word("value.better", question.better());
    if (question.asks().isPresent() && !question.asks().equals(measure(scale))) {
      said.add(
          phrases.text(
              "measured", "measure", words.measure(question.asks().get()), "better", better));
    } else if (isMeasured) {
      said.add(better);
    } else if (question.better() == Direction.LESS) {
      said.add(phrases.text("less"));
    }
    if (question.collectedFrom() != CollectedFrom.REGION) {
      said.add(
          phrases.text(
              "collected", "from", parts.word("value.collected_from", question.collectedFrom())));
    }
    return String.join("; ", said);
  }

  private static Optional<FactKind> measure(Scale scale) {
    return scale instanceof Scale.Bands bands
        ? Optional.of(bands.measure())
        : scale instanceof Scale.Line line ? Optional.of(line.measure()) : Optional.empty();
  }

  private String role(String code) {
    return edition.roles().stream()
        .filter(role -> role.code().equals(code))
        .map(role -> words.name(code, role.label()))
        .findFirst()
        .orElse(code);
  }

  private String evidence(Question question) {
    List<String> kinds =
        question.evidenceKinds().stream()
            .map(
                code ->
                    edition.evidenceKinds().stream()
                        .filter(kind -> kind.code().equals(code))
                        .map(kind -> words.name(code, kind.label()))
                        .findFirst()
                        .orElse(code))
            .toList();
    if (kinds.isEmpty()) {
      return phrases.text("no-evidence");
    }
    return kinds.size() == 1
        ? kinds.get(0)
        : phrases.text(question.evidenceNeed() == Need.ALL ? "all-of" : "any-of")
            + " "
            + String.join("; ", kinds);
  }

  private String remarks(Question question) {
    List<String> remarks = new ArrayList<>();
    if (!question.origin().equals(usualOrigin)) {
      remarks.add(words.origin(question.origin()));
    }
    if (isLed(question) && question.leadMark() != usualLeadMark) {
      remarks.add(phrases.text("lead-mark", "mark", question.leadMark().toString()));
    }
    Rule rule = Rule.of(question);
    if (!rule.equals(usualRule)) {
      remarks.add(
          phrases.text("not-applicable")
              + " "
              + parts.word("value.not_applicable", rule.worth())
              + " ("
              + words.origin(rule.origin())
              + ")");
    }
    question
        .withoutEvidence()
        .ifPresent(
            worth ->
                remarks.add(
                    phrases.text(
                        "without-evidence", "worth", parts.word("value.without_evidence", worth))));
    return String.join("; ", remarks);
  }

  // Back

  private void roles() {
    if (edition.roles().isEmpty()) {
      return;
    }
    page.heading(2, phrases.text("roles"));
    page.paragraph(phrases.text("roles.text"));
    Origin usual = usual(edition.roles().stream().map(Role::origin), Origin.STATED);
    page.paragraph(phrases.text("roles.from") + " " + words.originAtEnd(usual));
    for (Role role : edition.roles()) {
      page.heading(3, words.name(role.code(), role.label()));
      page.items(
          Stream.of(
                  phrases.text("code") + ": " + Markdown.code(role.code()),
                  role.aliases().isEmpty()
                      ? ""
                      : phrases.text("roles.aliases") + ": " + list(role.aliases().stream()),
                  phrases.text("leads")
                      + ": "
                      + asked(question -> question.lead().filter(role.code()::equals).isPresent()),
                  phrases.text("supports")
                      + ": "
                      + asked(question -> question.supporting().contains(role.code())),
                  role.origin().equals(usual)
                      ? ""
                      : phrases.text("basis") + ": " + words.origin(role.origin()))
              .filter(item -> !item.isEmpty()));
    }
    if (edition.questions().stream().anyMatch(question -> question.lead().isEmpty())) {
      page.paragraph(
          phrases.text("roles.nobody") + ": " + asked(question -> question.lead().isEmpty()));
    }
  }

  /** Returns how many questions these are, what they can earn, and which. */
  private String asked(Predicate<Question> these) {
    List<Question> questions = edition.questions().stream().filter(these).toList();
    return questions.isEmpty()
        ? phrases.text("no-questions")
        : amount(questions)
            + ": "
            + questions.stream().map(question -> question.code().toString()).collect(joining(", "));
  }

  private String amount(List<Question> questions) {
    return phrases.text(
        "asked",
        "questions",
        parts.count("questions", questions.size()),
        "points",
        words.points(Points.sum(questions.stream().map(Question::maximum).toList())));
  }

  private void topics() {
    if (edition.topics().isEmpty()) {
      return;
    }
    page.heading(2, phrases.text("topics"));
    page.paragraph(phrases.text("topics.text"));
    table(
        List.of("topic", "code", "questions"),
        edition.topics(),
        topic ->
            List.of(
                words.name(topic.code(), topic.label()),
                Markdown.code(topic.code()),
                asked(question -> question.topics().contains(topic.code()))),
        Topic::origin);
  }

  private void evidence() {
    if (edition.evidenceKinds().isEmpty()) {
      return;
    }
    page.heading(2, phrases.text("evidence"));
    page.paragraph(phrases.text("evidence.text"));
    page.paragraph(
        phrases.text(
                "evidence.without",
                "worth",
                parts.word("value.without_evidence", edition.withoutKinds()))
            + " "
            + words.originAtEnd(edition.withoutKindsOrigin()));
    table(
        List.of("evidence.kind", "code", "evidence.age", "questions"),
        edition.evidenceKinds(),
        kind ->
            List.of(
                words.name(kind.code(), kind.label()),
                Markdown.code(kind.code()),
                age(kind),
                amount(
                    edition.questions().stream()
                        .filter(question -> question.evidenceKinds().contains(kind.code()))
                        .toList())),
        EvidenceKind::origin);
  }

  private String age(EvidenceKind kind) {
    return kind.age()
        .map(
            age ->
                phrases.text("evidence.months", "months", age.months())
                    + ": "
                    + words.origin(age.origin()))
        .orElseGet(() -> phrases.text("evidence.revoked"));
  }

  /** What is odd, and why it stays, with the parts of which both are said. */
  private record Oddity(FaultCode code, String reason) {
    static Oddity of(AcceptedWarning accepted) {
      return new Oddity(accepted.code(), accepted.reason());
    }
  }

  private void oddities() {
    if (edition.acceptedWarnings().isEmpty()) {
      return;
    }
    page.heading(2, phrases.text("oddities"));
    page.paragraph(phrases.text("oddities.text"));
    Map<Oddity, List<AcceptedWarning>> oddities =
        edition.acceptedWarnings().stream()
            .collect(groupingBy(Oddity::of, LinkedHashMap::new, toList()));
    page.table(
        List.of(
            phrases.text("oddities.found"),
            phrases.text("oddities.parts"),
            phrases.text("oddities.reason")),
        oddities.entrySet().stream()
            .map(
                entry ->
                    List.of(
                        phrases.word("odd", entry.getKey().code()),
                        entry.getValue().stream().map(this::part).collect(joining(", ")),
                        Markdown.escaped(entry.getKey().reason()))));
  }

  /** Warnings name a part in English, such as "indicator 19". */
  private String part(AcceptedWarning accepted) {
    List<String> written = Splitter.on(' ').limit(2).splitToList(accepted.part());
    return Stream.concat(
            Stream.of(Markdown.escaped(phrases.word("lint", written.get(0)))),
            written.stream().skip(1).map(Markdown::escaped))
        .collect(joining(" "));
  }

  private ChangeText changeText() {
    return new ChangeText(edition, language, Markdown::escaped);
  }

  private void changes(ChangedFrom changed) {
    page.heading(2, phrases.text("changes", "base", Markdown.code(changed.edition())));
    ChangeText text = changeText();
    page.paragraph(
        phrases.text(
            "changes.text",
            "base",
            Markdown.code(changed.edition()),
            "digest",
            Markdown.code(changed.digest().toString())));
    for (EditionTable table : EditionTable.values()) {
      List<Change> here =
          changed.changes().stream().filter(change -> change.table() == table).toList();
      if (!here.isEmpty()) {
        page.heading(3, text.table(table));
        page.items(
            here.stream()
                .map(
                    change ->
                        text.line(change)
                            + (change.canChangeScores()
                                ? " (**" + parts.text("scoring") + "**)"
                                : "")));
      }
    }
  }
}
