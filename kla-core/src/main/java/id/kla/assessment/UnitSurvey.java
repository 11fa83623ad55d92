package id.kla.assessment;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.CollectedFrom;
import id.kla.edition.Edition;
import id.kla.edition.FactKind;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every sub-district or village of a region says to questions (<i>rekap kecamatan,
 * desa/kelurahan</i>): yes, no, or nothing yet.
 *
 * <p>The units that are listed are the whole. No unit stands twice, and no question is one that the
 * edition collects from units of the other level.
 *
 * <pre>{@code
 * UnitSurvey survey = KlaTables.of().readUnits(List.of(file), Optional.empty()).orThrow();
 * survey.facts().get(0).least();                     // 40 of 46
 * Assessment filled = survey.into(sheet).orThrow();  // with every fact that is complete
 * }</pre>
 */
@CheckReturnValue
public final class UnitSurvey {

  private final Edition edition;
  private final CollectedFrom level;
  private final Optional<RegionCode> region;
  private final ImmutableList<Question> questions;
  private final ImmutableList<Row> rows;

  private UnitSurvey(
      Edition edition,
      CollectedFrom level,
      Optional<RegionCode> region,
      ImmutableList<Question> questions,
      ImmutableList<Row> rows) {
    this.edition = edition;
    this.level = level;
    this.region = region;
    this.questions = questions;
    this.rows = rows;
  }

  /** What a unit says to a question. */
  public enum Said {
    /** It has what is asked for. */
    YES,
    /** It has not. */
    NO
  }

  /**
   * What one unit says.
   *
   * @param unit the unit
   * @param said what it says by question; it is silent on any other
   */
  public record Row(Unit unit, Map<QuestionCode, Said> said) {

    /** Copies the map. */
    public Row {
      said = ImmutableMap.copyOf(said);
    }
  }

  /**
   * Returns what units say, or everything that stands in the way.
   *
   * <p>Faults: {@link FaultCode#NO_UNITS}, {@link FaultCode#UNIT_TWICE}, {@link
   * FaultCode#QUESTION_OF_OTHER_UNITS}, {@link FaultCode#UNKNOWN_QUESTION} and, as a warning,
   * {@link FaultCode#QUESTION_NOT_OF_UNITS}.
   *
   * @param edition the edition whose questions they are
   * @param level sub-districts or villages
   * @param region the region that they lie in, if it is known
   * @param questions which questions were put to all of them, in any order
   * @param rows one for each unit
   * @throws IllegalArgumentException if {@code level} is the region itself
   */
  public static Checked<UnitSurvey> check(
      Edition edition,
      CollectedFrom level,
      Optional<RegionCode> region,
      List<Written<QuestionCode>> questions,
      List<Written<Row>> rows) {
    if (level == CollectedFrom.REGION) {
      throw new IllegalArgumentException(
          "level: found " + level + "; allowed: SUBDISTRICT, VILLAGE");
    }
    List<Fault> faults = new ArrayList<>();
    for (Written<QuestionCode> question : questions) {
      question(edition, level, question).ifPresent(faults::add);
    }
    Set<QuestionCode> asked = questions.stream().map(Written::value).collect(toImmutableSet());
    twice(rows, faults);
    for (Written<Row> row : rows) {
      for (QuestionCode said : row.value().said().keySet()) {
        if (!asked.contains(said)) {
          faults.add(unknown(edition, said, row.place()));
        }
      }
    }
    if (rows.isEmpty()) {
      faults.add(Fault.of(FaultCode.NO_UNITS, Place.unknown()));
    }
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(
            new UnitSurvey(
                edition,
                level,
                region,
                edition.questions().stream()
                    .filter(question -> asked.contains(question.code()))
                    .collect(toImmutableList()),
                rows.stream().map(Written::value).collect(toImmutableList())),
            faults);
  }

  private static Optional<Fault> question(
      Edition edition, CollectedFrom level, Written<QuestionCode> written) {
    Optional<Question> question = edition.findQuestion(written.value());
    if (question.isEmpty()) {
      return Optional.of(unknown(edition, written.value(), written.place()));
    }
    CollectedFrom own = levelOf(edition, question.get());
    if (own == level) {
      return Optional.empty();
    }
    Fault fault =
        Fault.of(
                own == CollectedFrom.REGION
                    ? FaultCode.QUESTION_NOT_OF_UNITS
                    : FaultCode.QUESTION_OF_OTHER_UNITS,
                written.place())
            .with("question", written.value().toString())
            .with("edition", edition.id());
    return Optional.of(
        own == CollectedFrom.REGION
            ? fault
            : fault
                .with("found", Argument.of(described(level)))
                .with("allowed", Argument.of(described(own))));
  }

  private static Label described(CollectedFrom level) {
    return level == CollectedFrom.SUBDISTRICT
        ? Label.of("kecamatan", "sub-districts")
        : Label.of("desa/kelurahan", "villages");
  }

  private static Fault unknown(Edition edition, QuestionCode code, Place place) {
    return Fault.of(FaultCode.UNKNOWN_QUESTION, place)
        .with("found", code.toString())
        .with("edition", edition.id())
        .with("nearest", edition.near(code));
  }

  /** Units of one name are two only where each has a code of its own. */
  private static void twice(List<Written<Row>> rows, List<Fault> faults) {
    Map<String, Written<Row>> codes = new HashMap<>();
    Map<List<String>, Written<Row>> names = new HashMap<>();
    for (Written<Row> row : rows) {
      Unit unit = row.value().unit();
      Written<Row> sameCode =
          unit.code().isPresent() ? codes.putIfAbsent(unit.code().get(), row) : null;
      Written<Row> sameName = names.putIfAbsent(unit.key(), row);
      boolean areTold =
          sameName == null
              || (unit.code().isPresent() && sameName.value().unit().code().isPresent());
      if (sameCode != null || !areTold) {
        faults.add(twice(row, sameCode == null ? sameName : sameCode));
      }
    }
  }

  private static Fault twice(Written<Row> row, @Nullable Written<Row> first) {
    Fault fault =
        Fault.of(FaultCode.UNIT_TWICE, row.place()).with("found", row.value().unit().toString());
    return first == null ? fault : fault.with("first", Argument.of(first.place()));
  }

  /**
   * Returns from which level an answer comes together: what the edition says of the question, or
   * where it says the region, what it says of the other questions of its indicator, if they agree.
   */
  public static CollectedFrom levelOf(Edition edition, Question question) {
    if (question.collectedFrom() != CollectedFrom.REGION) {
      return question.collectedFrom();
    }
    Set<CollectedFrom> others =
        edition.findIndicator(question.code().indicator()).stream()
            .flatMap(indicator -> indicator.questions().stream())
            .map(Question::collectedFrom)
            .filter(level -> level != CollectedFrom.REGION)
            .collect(toImmutableSet());
    return others.size() == 1 ? others.iterator().next() : CollectedFrom.REGION;
  }

  /** Returns the questions whose answer is a share of units of that level, in their order. */
  public static List<Question> asked(Edition edition, CollectedFrom level) {
    return edition.questions().stream()
        .filter(question -> levelOf(edition, question) == level)
        .filter(question -> question.asks().filter(FactKind.COVERAGE::equals).isPresent())
        .toList();
  }

  /** Returns the edition whose questions were asked. */
  public Edition edition() {
    return edition;
  }

  /** Returns what the units are: sub-districts or villages. */
  public CollectedFrom level() {
    return level;
  }

  /** Returns the region that they lie in, if it is said. */
  public Optional<RegionCode> region() {
    return region;
  }

  /** Returns the questions that were put to the units, in the edition's order. */
  public List<Question> questions() {
    return questions;
  }

  /** Returns what each unit says, in the table's order. */
  public List<Row> rows() {
    return rows;
  }

  /** Returns what the units say together, by question in the edition's order. */
  public List<UnitFact> facts() {
    return questions.stream().map(this::fact).toList();
  }

  private UnitFact fact(Question question) {
    ImmutableList.Builder<Unit> yes = ImmutableList.builder();
    ImmutableList.Builder<Unit> no = ImmutableList.builder();
    ImmutableList.Builder<Unit> silent = ImmutableList.builder();
    for (Row row : rows) {
      Said said = row.said().get(question.code());
      (said == null ? silent : said == Said.YES ? yes : no).add(row.unit());
    }
    return new UnitFact(question, yes.build(), no.build(), silent.build());
  }

  /** Returns the questions of this level that were put to no unit, in the edition's order. */
  public List<Question> notAsked() {
    Set<Question> put = ImmutableSet.copyOf(questions);
    return asked(edition, level).stream().filter(question -> !put.contains(question)).toList();
  }

  /**
   * Returns {@code sheet} with every fact that is complete: measured facts beside the points that
   * are there, or alone where nothing is answered yet. Nothing is overwritten: a fact of the same
   * number stays as it is written, and another one is a fault.
   *
   * <p>Faults: {@link FaultCode#OTHER_EDITION}, {@link FaultCode#UNITS_OF_OTHER_REGION}, {@link
   * FaultCode#MEASURED_OTHERWISE}.
   */
  public Checked<Assessment> into(Assessment sheet) {
    List<Fault> faults = new ArrayList<>();
    if (!sheet.edition().equals(edition)) {
      faults.add(
          Fault.of(FaultCode.OTHER_EDITION, Place.unknown())
              .with("found", sheet.edition().id())
              .with("allowed", edition.id()));
    }
    if (region.isPresent() && !region.get().equals(sheet.region())) {
      faults.add(
          Fault.of(FaultCode.UNITS_OF_OTHER_REGION, Place.unknown())
              .with("found", named(region.get()))
              .with("allowed", named(sheet.region())));
    }
    if (!faults.isEmpty()) {
      return Checked.failed(faults);
    }
    Map<QuestionCode, Answer> answers = new HashMap<>(sheet.answers());
    for (UnitFact fact : facts()) {
      QuestionCode code = fact.question().code();
      fact.measured()
          .ifPresent(
              measured ->
                  joined(sheet.answer(code), measured)
                      .ifPresentOrElse(
                          answer -> answers.put(code, answer),
                          () -> faults.add(otherwise(code, sheet, measured))));
    }
    return faults.isEmpty()
        ? Checked.of(Assessment.builder().from(sheet).answers(answers).build(), List.of())
        : Checked.failed(faults);
  }

  private static String named(RegionCode region) {
    return Regions.builtIn().describe(region) + " (" + region + ")";
  }

  /** Returns the answer that says both; nothing where they exclude each other. */
  private static Optional<Answer> joined(Optional<Answer> there, Response.Fact measured) {
    if (there.isEmpty()) {
      return Optional.of(Answer.measured(measured));
    }
    Optional<Response.Fact> fact = factOf(there.get());
    if (fact.isPresent()) {
      return there.filter(answer -> isSame(fact.get(), measured));
    }
    return there.get() instanceof Answer.Given given
        ? Optional.of(Answer.of(given.response(), measured))
        : Optional.empty();
  }

  private static boolean isSame(Response.Fact fact, Response.Fact measured) {
    return fact.measure() == measured.measure() && fact.quantity().equals(measured.quantity());
  }

  /** Returns the fact that an answer is, or rests on. */
  private static Optional<Response.Fact> factOf(Answer answer) {
    if (answer instanceof Answer.Measured measured) {
      return Optional.of(measured.fact());
    }
    if (answer instanceof Answer.Given given) {
      return given.response() instanceof Response.Fact fact ? Optional.of(fact) : given.measured();
    }
    return Optional.empty();
  }

  private Fault otherwise(QuestionCode code, Assessment sheet, Response.Fact measured) {
    Answer answer = sheet.answer(code).orElseThrow();
    return Fault.of(FaultCode.MEASURED_OTHERWISE, Place.unknown())
        .with("question", code.toString())
        .with("edition", edition.id())
        .with("found", Argument.of(AnswerCheck.found(measured)))
        .with(
            "other",
            Argument.of(
                factOf(answer)
                    .map(AnswerCheck::found)
                    .orElse(Label.of("tidak berlaku", "not applicable"))));
  }

  /** Returns the edition and how many units and questions there are. */
  @Override
  public String toString() {
    return edition.id() + ": " + rows.size() + " units, " + questions.size() + " questions";
  }
}
