package id.kla.planning;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Agency;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.edition.Topic;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.Standing;
import id.kla.scoring.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a score lacks to a tier (<i>selisih ke predikat</i>), and where it can come from.
 *
 * <p>Two gaps stand side by side: what was claimed already and only needs evidence or a finding,
 * and what must be won anew. What is lost is not among the former.
 *
 * <pre>{@code
 * Gap gap = Gap.toNext(scored).orElseThrow();
 * gap.missing();            // 28.2
 * gap.questions().get(0);   // where most can be won
 * }</pre>
 *
 * @param scored the score
 * @param tier the tier
 * @param missing the least that the total lacks to it, to the smallest amount above an open bound;
 *     zero if the total earns it or a higher one
 * @param smallestAttainable the least total that earns it and that this sheet can reach by better
 *     answers; nothing if no answers reach it
 * @param unmet the requirements of this tier and of those below it that are not met now
 * @param most total and tier if every question with headroom earned its maximum
 * @param onlyEvidence what the total gains if everything counted that was claimed and is pending
 * @param questions where most can be won, by question, as far as its indicator's cap leaves it
 * @param leads the same by the agency or role that leads; such amounts do not add up where caps cut
 * @param topics the same by topic; a question may belong to several
 */
@CheckReturnValue
public record Gap(
    ScoredAssessment scored,
    Tier tier,
    Points missing,
    Optional<Points> smallestAttainable,
    List<Requirement> unmet,
    Standing most,
    Points onlyEvidence,
    List<Room> questions,
    List<Room> leads,
    List<Room> topics) {

  /** Copies the lists. */
  public Gap {
    unmet = List.copyOf(unmet);
    questions = List.copyOf(questions);
    leads = List.copyOf(leads);
    topics = List.copyOf(topics);
  }

  /**
   * Where points can still be won.
   *
   * @param code the code of the question, topic, agency or role; empty where nobody leads
   * @param agencies who leads, where that is known: several may share a role
   * @param headroom how much the total gains if all of it earns its maximum
   */
  public record Room(String code, List<Agency> agencies, Points headroom) {

    /** Copies the list. */
    public Room {
      agencies = List.copyOf(agencies);
    }
  }

  /**
   * Returns the gap to a tier.
   *
   * @throws IllegalArgumentException if the edition has no such tier
   */
  public static Gap to(ScoredAssessment scored, String tierCode) {
    Tier tier = scored.edition().ladder().tier(tierCode);
    Map<QuestionCode, Points> pending = new LinkedHashMap<>();
    for (ScoredQuestion question : scored.questions(State.PENDING)) {
      pending.put(question.question().code(), question.claim());
    }
    Standing most = full(scored, question -> true);
    return new Gap(
        scored,
        tier,
        scored.edition().ladder().missing(scored.points(), tier),
        Attainable.least(scored, tier.least()),
        scored.unmet(tier),
        most,
        scored.standingWith(pending).total().minus(scored.points()),
        questions(scored),
        leads(scored),
        topics(scored));
  }

  /** Returns the gap to the next tier above the one that is held, if there is one. */
  public static Optional<Gap> toNext(ScoredAssessment scored) {
    List<Tier> tiers = scored.edition().ladder().tiers();
    int next = scored.now().tier().map(tiers::indexOf).orElse(-1) + 1;
    return next < tiers.size() ? Optional.of(to(scored, tiers.get(next).code())) : Optional.empty();
  }

  private static Standing full(ScoredAssessment scored, Predicate<ScoredQuestion> wanted) {
    Map<QuestionCode, Points> maxima = new LinkedHashMap<>();
    for (ScoredQuestion question : scored.questions()) {
      if (question.headroom().signum() > 0 && wanted.test(question)) {
        maxima.put(question.question().code(), question.maximum());
      }
    }
    return scored.standingWith(maxima);
  }

  private static List<Room> questions(ScoredAssessment scored) {
    List<Room> rooms = new ArrayList<>();
    for (ScoredQuestion question : scored.questions()) {
      add(rooms, scored, question.code(), List.of(), each -> each == question);
    }
    return sorted(rooms);
  }

  /**
   * Returns where most can be won by the agency or role that leads, whatever the tier; such amounts
   * do not add up where caps cut.
   */
  public static List<Room> leads(ScoredAssessment scored) {
    Map<String, List<Agency>> leads = new LinkedHashMap<>();
    for (ScoredQuestion question : scored.questions()) {
      leads.putIfAbsent(lead(scored, question), agencies(scored, question));
    }
    List<Room> rooms = new ArrayList<>();
    leads.forEach(
        (code, agencies) ->
            add(rooms, scored, code, agencies, each -> lead(scored, each).equals(code)));
    return sorted(rooms);
  }

  private static List<Agency> agencies(ScoredAssessment scored, ScoredQuestion question) {
    return question.question().lead().map(scored.assessment()::agenciesOf).orElse(List.of());
  }

  private static String lead(ScoredAssessment scored, ScoredQuestion question) {
    List<Agency> agencies = agencies(scored, question);
    return agencies.size() == 1 ? agencies.get(0).code() : question.question().lead().orElse("");
  }

  private static List<Room> topics(ScoredAssessment scored) {
    List<Room> rooms = new ArrayList<>();
    for (Topic topic : scored.edition().topics()) {
      add(
          rooms,
          scored,
          topic.code(),
          List.of(),
          each -> each.question().topics().contains(topic.code()));
    }
    return sorted(rooms);
  }

  private static void add(
      List<Room> rooms,
      ScoredAssessment scored,
      String code,
      List<Agency> agencies,
      Predicate<ScoredQuestion> wanted) {
    Points headroom = full(scored, wanted).total().minus(scored.points());
    if (headroom.signum() > 0) {
      rooms.add(new Room(code, agencies, headroom));
    }
  }

  private static List<Room> sorted(List<Room> rooms) {
    rooms.sort(Comparator.comparing(Room::headroom).reversed());
    return rooms;
  }

  /** Says whether the tier can be held, requirements included, if every headroom is used. */
  public boolean isReachable() {
    List<Tier> tiers = scored.edition().ladder().tiers();
    return most.tier().filter(held -> tiers.indexOf(held) >= tiers.indexOf(tier)).isPresent();
  }

  /** Returns what must be won anew even if everything counted that was claimed and is pending. */
  public Points toWin() {
    return missing.minus(onlyEvidence).max(Points.ZERO);
  }
}
