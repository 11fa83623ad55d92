package id.kla.simulation;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Round;
import id.kla.edition.QuestionCode;
import id.kla.fault.Argument;
import id.kla.fault.Catalogue;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much of a self-assessment is left when it is judged, told by pairs of totals.
 *
 * <p>Each pair is a state, as likely as any other, that all questions of a region share: how
 * strictly it is judged, or how well its papers are kept. Where the later total is the smaller one,
 * each claim survives in that state with the chance later / self, and else earns nothing, as
 * officials say of what is missing at a visit. Where it is the larger one, each claim survives, and
 * rises to its question's maximum with the chance (later - self) / (maximum - self). Given the
 * state, questions are independent. So a sheet with the pair's claim is expected to end at the
 * pair's later total, as far as no indicator's maximum cuts and, where that is larger, if every
 * question is answered, since what is unanswered never rises; and the spread of the pairs, not only
 * that of single questions, is in the result.
 *
 * <p>There is no default: who simulates says which pairs. {@link #words} says what they are, and
 * belongs beside every result.
 *
 * <pre>{@code
 * TiedModel model = SurvivalModel.published().of(scored);
 * }</pre>
 */
@CheckReturnValue
public final class SurvivalModel {

  /** The code of the factor that all questions share. */
  public static final String FACTOR = "survival";

  static final Catalogue CATALOGUE =
      Catalogue.read(resource("survival_id.properties"), resource("survival_en.properties"));

  private static final SurvivalModel PUBLISHED = new SurvivalModel(readPublished());

  private final ImmutableList<JudgedPair> pairs;

  private SurvivalModel(List<JudgedPair> pairs) {
    this.pairs = ImmutableList.copyOf(pairs);
  }

  /** Returns the model of the four pairs that were found published; its table names them. */
  public static SurvivalModel published() {
    return PUBLISHED;
  }

  /**
   * Returns the model of pairs of your own.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static SurvivalModel from(List<JudgedPair> pairs) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("pairs: found none; allowed: one or more");
    }
    return new SurvivalModel(pairs);
  }

  /** Returns the pairs. */
  public List<JudgedPair> pairs() {
    return pairs;
  }

  /**
   * Returns how many pairs there are and that they are no sample, then one line for each pair, with
   * its stage.
   */
  public List<String> words(Language language) {
    List<String> words = new ArrayList<>();
    words.add(CATALOGUE.text("BASIS", language, Map.of("count", Argument.of(pairs.size()))));
    pairs.forEach(pair -> words.add(words(pair, language)));
    return List.copyOf(words);
  }

  private static String words(JudgedPair pair, Language language) {
    String code = pair.region().toString();
    return CATALOGUE.text(
        "PAIR",
        language,
        Map.of(
            "region",
            Argument.of(
                Regions.builtIn().findRegion(pair.region()).map(Region::fullName).orElse(code)),
            "round",
            Argument.of(pair.round().toString()),
            "later",
            Argument.of(pair.later().toBigDecimal()),
            "self",
            Argument.of(pair.self().toBigDecimal()),
            "stage",
            Argument.of(pair.stage()),
            "source",
            Argument.of(pair.source())));
  }

  /**
   * Returns what the questions of a sheet may earn when its claims are judged. What it leaves
   * unanswered, or says is not applicable, stays as it counts now.
   */
  public TiedModel of(ScoredAssessment scored) {
    return TiedModel.of(AwardModel.from(scored), List.of(factor(scored.questions(State.SETTLED))));
  }

  /** Returns what those claims hang on. */
  SharedFactor factor(List<ScoredQuestion> claims) {
    List<SharedFactor.State> states = new ArrayList<>();
    for (JudgedPair pair : pairs) {
      Map<QuestionCode, AwardChances> awards = new HashMap<>();
      for (ScoredQuestion claim : claims) {
        awards.put(claim.question().code(), judged(pair, claim));
      }
      states.add(new SharedFactor.State(Ratio.of(1, pairs.size()), awards));
    }
    return new SharedFactor(FACTOR, states);
  }

  private static AwardChances judged(JudgedPair pair, ScoredQuestion question) {
    Points claim = question.points();
    long change = pair.later().minus(pair.self()).units();
    if (change <= 0) {
      Ratio survives = Ratio.of(pair.later().units(), pair.self().units());
      return AwardChances.either(claim, survives, Points.ZERO);
    }
    Ratio rises = Ratio.of(change, pair.maximum().minus(pair.self()).units());
    return AwardChances.either(question.question().maximum(), rises, claim);
  }

  private static List<JudgedPair> readPublished() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(resource("judged-pairs.tsv"), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> pair(Splitter.on('\t').splitToList(line)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JudgedPair pair(List<String> cells) {
    return new JudgedPair(
        RegionCode.parse(cells.get(0)),
        Round.parse(cells.get(1)),
        Points.parse(cells.get(2)),
        cells.get(3),
        Points.parse(cells.get(4)),
        Points.parse(cells.get(5)),
        cells.get(6));
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(SurvivalModel.class.getResourceAsStream(name), name);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SurvivalModel that && that.pairs.equals(pairs);
  }

  @Override
  public int hashCode() {
    return pairs.hashCode();
  }

  /** Returns what {@link #words} says in English. */
  @Override
  public String toString() {
    return String.join("; ", words(Language.ENGLISH));
  }
}
