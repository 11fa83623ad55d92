package id.kla.simulation;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Role;
import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.State;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What whoever simulates says of how claims survive when they are judged (<i>peluang bertahan</i>):
 * by pairs of totals, by rows for parts of the edition, or by rows for some parts and pairs for the
 * rest.
 *
 * <p>Of several parts that hold a question the narrowest counts: the question, its indicator, the
 * role that leads it, the agency that holds this role, its cluster, everything. The rows of one
 * part are its outcomes, and their chances add up to exactly 1. There is no default: a claim that
 * nothing speaks of is a fault, and a claim that stays as it is, is one that a row says to hold
 * with a chance of 100%. What a sheet leaves unanswered, or says is not applicable, stays as it
 * counts now.
 *
 * <p>Parts that are tied by the region hang on one state, and those that are tied by the agency on
 * one for each agency: the better outcomes of all of them come together. Which outcome of a part is
 * better, the sum of what its tied questions then earn says, and where that is the same, the order
 * of the rows.
 *
 * <pre>{@code
 * Survival survival = Survival.of(edition, SurvivalModel.published());
 * TiedModel model = survival.check(scored).orThrow();
 * }</pre>
 *
 * <p>Two are equal when edition, pairs and rows are, wherever they were read.
 */
@CheckReturnValue
public final class Survival {

  /** The code of what all parts share that are tied by the region. */
  public static final String REGION = "region";

  /** How finely the chances of a part, or of all that hangs on one state, may be divided. */
  private static final BigInteger FINEST = BigInteger.valueOf(1_000_000_000_000L);

  private static final int SHOWN = 20;

  private final Edition edition;
  private final Optional<SurvivalModel> pairs;
  private final ImmutableList<Written<SurvivalRow>> written;

  private Survival(
      Edition edition, Optional<SurvivalModel> pairs, List<Written<SurvivalRow>> written) {
    this.edition = edition;
    this.pairs = pairs;
    this.written = ImmutableList.copyOf(written);
  }

  /** Returns what pairs alone say, of every claim. */
  public static Survival of(Edition edition, SurvivalModel pairs) {
    return new Survival(edition, Optional.of(pairs), List.of());
  }

  /**
   * Returns what rows say.
   *
   * @throws FaultException with every fault that stands in their way
   */
  public static Survival of(Edition edition, List<SurvivalRow> rows) {
    return check(
            edition,
            Optional.empty(),
            rows.stream().map(row -> new Written<>(row, Place.unknown())).toList())
        .orThrow();
  }

  /**
   * Returns what rows say, and of what they don't speak of the pairs; or every fault: a part that
   * the edition does not have, an outcome that stands twice, parts that are tied in two ways, and
   * chances that do not add up to exactly 1.
   */
  public static Checked<Survival> check(
      Edition edition, Optional<SurvivalModel> pairs, List<Written<SurvivalRow>> written) {
    List<Fault> faults = new ArrayList<>();
    if (pairs.isEmpty() && written.isEmpty()) {
      faults.add(Fault.of(FaultCode.NOTHING_SURVIVES, Place.unknown()));
    }
    Set<String> told = new HashSet<>();
    for (Written<SurvivalRow> row : written) {
      SurvivalPart part = row.value().part();
      if (!part.isOf(edition) && told.add(part.toString())) {
        faults.add(unknown(edition, List.of(), row));
      }
      if (pairs.isPresent()
          && part.kind() == SurvivalPart.Kind.EVERYTHING
          && told.add(part.toString())) {
        faults.add(Fault.of(FaultCode.PAIRS_AND_EVERYTHING, row.place()));
      }
    }
    parts(written).forEach((part, rows) -> check(part.toString(), rows, faults));
    return faults.isEmpty()
        ? Checked.of(new Survival(edition, pairs, written), List.of())
        : Checked.failed(faults);
  }

  private static void check(String part, List<Written<SurvivalRow>> rows, List<Fault> faults) {
    Place first = rows.get(0).place();
    Map<SurvivalOutcome, Place> outcomes = new HashMap<>();
    ChanceSum sum = new ChanceSum();
    for (Written<SurvivalRow> row : rows) {
      sum.add(row.value().chance().ratio());
      Place other = outcomes.putIfAbsent(row.value().outcome(), row.place());
      if (other != null) {
        faults.add(
            Fault.of(FaultCode.OUTCOME_TWICE, row.place())
                .with("part", part)
                .with("first", Argument.of(label(other))));
      }
      if (row.value().tie() != rows.get(0).value().tie()) {
        faults.add(
            Fault.of(FaultCode.TIED_TWICE, row.place())
                .with("part", part)
                .with("first", Argument.of(label(first))));
      }
    }
    if (common(rows.stream().map(Written::value).toList()).compareTo(FINEST) > 0) {
      faults.add(tooFine(first));
    } else if (!sum.isWhole()) {
      faults.add(
          Fault.of(FaultCode.CHANCES_NOT_WHOLE, first)
              .with("part", part)
              .with("found", sum.percent()));
    }
  }

  /** Returns the smallest number of steps from 0 to 1 in which all chances are whole. */
  private static BigInteger common(List<SurvivalRow> rows) {
    BigInteger common = BigInteger.ONE;
    for (SurvivalRow row : rows) {
      BigInteger over = BigInteger.valueOf(row.chance().ratio().denominator());
      common = common.multiply(over).divide(common.gcd(over));
    }
    return common;
  }

  private static Fault tooFine(Place place) {
    return Fault.of(FaultCode.CHANCES_TOO_FINE, place).with("allowed", FINEST.longValueExact());
  }

  private static Label label(Place place) {
    return Label.of(place.in(Language.INDONESIAN), place.in(Language.ENGLISH));
  }

  private static Fault unknown(Edition edition, List<Agency> agencies, Written<SurvivalRow> row) {
    SurvivalPart part = row.value().part();
    List<String> known =
        Stream.of(
                edition.questions().stream().map(each -> each.code().toString()),
                edition.indicators().stream().map(each -> each.code()),
                edition.roles().stream().map(Role::code),
                edition.clusters().stream().map(each -> each.code()),
                agencies.stream().map(Agency::code))
            .flatMap(codes -> codes)
            .toList();
    return Fault.of(FaultCode.UNKNOWN_SURVIVAL_PART, row.place())
        .with("found", part.kind() == SurvivalPart.Kind.AGENCY ? part.code() : part.toString())
        .with("edition", edition.id())
        .with("nearest", Nearest.to(part.code(), known));
  }

  private static Map<SurvivalPart, List<Written<SurvivalRow>>> parts(
      List<Written<SurvivalRow>> written) {
    return written.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.value().part(), LinkedHashMap::new, Collectors.toList()));
  }

  /** Returns the edition whose parts the rows name. */
  public Edition edition() {
    return edition;
  }

  /** Returns the pairs that speak of what no row does, if there are any. */
  public Optional<SurvivalModel> pairs() {
    return pairs;
  }

  /** Returns the rows in the order in which they were written. */
  public List<SurvivalRow> rows() {
    return written.stream().map(Written::value).toList();
  }

  /** Returns what all this rests on, in lines that belong beside every result. */
  public List<String> words(Language language) {
    List<String> words = new ArrayList<>();
    if (!written.isEmpty()) {
      words.add(
          SurvivalModel.CATALOGUE.text(
              "ROWS",
              language,
              Map.of(
                  "rows",
                  Argument.of(written.size()),
                  "parts",
                  Argument.of(parts(written).size()))));
    }
    pairs.ifPresent(model -> words.addAll(model.words(language)));
    return List.copyOf(words);
  }

  /**
   * Returns what the questions of a sheet may earn when its claims are judged, with warnings of
   * what speaks of none of them; or every fault: a sheet of another edition, an agency that it does
   * not have, a claim that nothing speaks of, an answer that is none to a question.
   */
  public Checked<TiedModel> check(ScoredAssessment scored) {
    if (!scored.edition().equals(edition)) {
      return Checked.failed(
          List.of(
              Fault.of(FaultCode.OTHER_EDITION, place())
                  .with("found", edition.id())
                  .with("allowed", scored.edition().id())));
    }
    return new Setting(scored).checked();
  }

  /** Returns where the rows begin, if there are any. */
  public Place place() {
    return written.isEmpty() ? Place.unknown() : written.get(0).place();
  }

  /** A part, its rows, and the claims of a sheet that it holds and no narrower one does. */
  private record Spoken(
      SurvivalPart part, List<Written<SurvivalRow>> written, List<ScoredQuestion> claims) {

    Place place() {
      return written.get(0).place();
    }

    List<SurvivalRow> rows() {
      return written.stream().map(Written::value).toList();
    }
  }

  /** What is said, set against one sheet. */
  private final class Setting {

    private final ScoredAssessment scored;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Spoken> parts = new ArrayList<>();
    private final List<ScoredQuestion> rest = new ArrayList<>();

    Setting(ScoredAssessment scored) {
      this.scored = scored;
      parts(written).forEach((part, rows) -> parts.add(new Spoken(part, rows, new ArrayList<>())));
    }

    Checked<TiedModel> checked() {
      agencies();
      if (faults.isEmpty()) {
        divide();
        answers();
      }
      if (isFaulty()) {
        return Checked.failed(faults);
      }
      Optional<TiedModel> model = model();
      return isFaulty()
          ? Checked.failed(faults)
          : Checked.of(model.orElseThrow(), List.copyOf(faults));
    }

    private boolean isFaulty() {
      return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
    }

    private void agencies() {
      for (Spoken each : parts) {
        if (!each.part.isOf(scored.assessment())) {
          faults.add(unknown(edition, scored.assessment().agencies(), each.written.get(0)));
        }
      }
    }

    /** Gives each claim to the narrowest part that holds it. */
    private void divide() {
      List<Spoken> narrowest =
          parts.stream().sorted(Comparator.comparing(each -> each.part.kind())).toList();
      for (ScoredQuestion claim : scored.questions(State.SETTLED)) {
        narrowest.stream()
            .filter(each -> each.part.covers(scored.assessment(), claim.question()))
            .findFirst()
            .map(Spoken::claims)
            .orElse(rest)
            .add(claim);
      }
      for (Spoken each : parts) {
        if (each.claims.isEmpty()) {
          faults.add(
              Fault.of(FaultCode.NO_CLAIM_OF_PART, each.place())
                  .with("found", each.part.toString()));
        }
      }
      if (pairs.isEmpty() && !rest.isEmpty()) {
        faults.add(
            Fault.of(FaultCode.CLAIMS_WITHOUT_CHANCE, place())
                .with("count", rest.size())
                .with(
                    "questions",
                    Stream.concat(
                            rest.stream().limit(SHOWN).map(ScoredQuestion::code),
                            Stream.of("...").limit(rest.size() > SHOWN ? 1 : 0))
                        .toList()));
      }
    }

    private void answers() {
      for (Spoken each : parts) {
        for (Written<SurvivalRow> row : each.written) {
          each.claims.stream()
              .filter(claim -> !row.value().outcome().fits(claim.question()))
              .findFirst()
              .ifPresent(claim -> faults.add(unfit(claim, row.place())));
        }
      }
    }

    private Fault unfit(ScoredQuestion claim, Place place) {
      return Fault.of(FaultCode.OUTCOME_NOT_READ, place)
          .with("question", claim.code())
          .with("edition", edition.id())
          .with("allowed", claim.question().maximum().toBigDecimal());
    }

    private Optional<TiedModel> model() {
      Map<QuestionCode, AwardChances> alone = new HashMap<>();
      Map<String, Tied> ties = new LinkedHashMap<>();
      for (Spoken each : parts) {
        List<SurvivalRow> rows = each.rows();
        for (ScoredQuestion claim : each.claims) {
          Optional<String> tie = rows.size() < 2 ? Optional.empty() : tie(rows, claim);
          if (tie.isPresent()) {
            ties.computeIfAbsent(tie.get(), code -> new Tied()).add(each.part, rows, claim);
          } else {
            alone.put(claim.question().code(), chances(rows, claim));
          }
        }
      }
      List<SharedFactor> factors = new ArrayList<>();
      ties.forEach((code, tied) -> tied.factor(code).ifPresent(factors::add));
      if (factors.size() < ties.size()) {
        faults.add(tooFine(place()));
        return Optional.empty();
      }
      if (pairs.isPresent() && !rest.isEmpty()) {
        factors.add(pairs.get().factor(rest));
      }
      return Optional.of(TiedModel.of(AwardModel.from(scored).with(alone), factors));
    }

    private Optional<String> tie(List<SurvivalRow> rows, ScoredQuestion claim) {
      return switch (rows.get(0).tie()) {
        case NONE -> Optional.empty();
        case REGION -> Optional.of(REGION);
        case AGENCY -> lead(scored.assessment(), claim.question());
      };
    }
  }

  /** Returns who leads a question: the one agency of the sheet that does, or else the role. */
  static Optional<String> lead(Assessment sheet, Question question) {
    return question
        .lead()
        .map(
            role -> {
              List<Agency> agencies = sheet.agenciesOf(role);
              return agencies.size() == 1 ? "agency " + agencies.get(0).code() : "role " + role;
            });
  }

  /** Two outcomes may come to the same award. */
  private static AwardChances chances(List<SurvivalRow> rows, ScoredQuestion claim) {
    Map<Points, ChanceSum> sums = new LinkedHashMap<>();
    for (SurvivalRow row : rows) {
      sums.computeIfAbsent(award(row, claim), award -> new ChanceSum()).add(row.chance().ratio());
    }
    Map<Points, Ratio> chances = new LinkedHashMap<>();
    sums.forEach((award, sum) -> chances.put(award, sum.ratio()));
    return AwardChances.of(chances);
  }

  private static Points award(SurvivalRow row, ScoredQuestion claim) {
    Question question = claim.question();
    return row.outcome().award(question, claim.points());
  }

  /** What hangs on one state: parts, with those of their questions that do. */
  private static final class Tied {

    private final Map<SurvivalPart, List<SurvivalRow>> rows = new LinkedHashMap<>();
    private final Map<SurvivalPart, List<ScoredQuestion>> claims = new LinkedHashMap<>();

    void add(SurvivalPart part, List<SurvivalRow> its, ScoredQuestion claim) {
      rows.put(part, its);
      claims.computeIfAbsent(part, each -> new ArrayList<>()).add(claim);
    }

    /**
     * Returns the factor: the line of chances from 0 to 1 is cut wherever an outcome of any part
     * ends, the best ones first. Nothing if the cuts lie too close together.
     */
    Optional<SharedFactor> factor(String code) {
      BigInteger common = common(rows.values().stream().flatMap(List::stream).toList());
      if (common.compareTo(FINEST) > 0) {
        return Optional.empty();
      }
      long whole = common.longValueExact();
      Map<SurvivalPart, List<SurvivalRow>> best = new LinkedHashMap<>();
      Set<Long> cuts = new TreeSet<>();
      rows.forEach(
          (part, its) -> {
            List<SurvivalRow> ordered =
                its.stream()
                    .filter(row -> row.chance().ratio().numerator() > 0)
                    .sorted(Comparator.comparing((SurvivalRow row) -> sum(part, row)).reversed())
                    .toList();
            best.put(part, ordered);
            long end = 0;
            for (SurvivalRow row : ordered) {
              end += steps(row, whole);
              cuts.add(end);
            }
          });
      List<SharedFactor.State> states = new ArrayList<>();
      long from = 0;
      for (long cut : cuts) {
        Map<QuestionCode, AwardChances> awards = new HashMap<>();
        for (Map.Entry<SurvivalPart, List<SurvivalRow>> entry : best.entrySet()) {
          SurvivalRow row = at(entry.getValue(), from, whole);
          claims
              .getOrDefault(entry.getKey(), List.of())
              .forEach(
                  claim ->
                      awards.put(claim.question().code(), AwardChances.certain(award(row, claim))));
        }
        states.add(new SharedFactor.State(Ratio.of(cut - from, whole), awards));
        from = cut;
      }
      return Optional.of(new SharedFactor(code, states));
    }

    private static long steps(SurvivalRow row, long whole) {
      Ratio chance = row.chance().ratio();
      return chance.numerator() * (whole / chance.denominator());
    }

    private static SurvivalRow at(List<SurvivalRow> rows, long place, long whole) {
      long end = 0;
      for (SurvivalRow row : rows) {
        end += steps(row, whole);
        if (place < end) {
          return row;
        }
      }
      throw new IllegalStateException("chances of " + rows + " end before " + place);
    }

    private Points sum(SurvivalPart part, SurvivalRow row) {
      return Points.sum(
          claims.getOrDefault(part, List.of()).stream().map(claim -> award(row, claim)).toList());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Survival that
        && that.edition.equals(edition)
        && that.pairs.equals(pairs)
        && that.rows().equals(rows());
  }

  @Override
  public int hashCode() {
    return List.of(edition, pairs, rows()).hashCode();
  }

  /** Returns what {@link #words} says in English. */
  @Override
  public String toString() {
    return String.join("; ", words(Language.ENGLISH));
  }
}
