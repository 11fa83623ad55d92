package id.kla.verification;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Agency;
import id.kla.edition.Question;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which points are at risk at which agency: claimed, and without evidence that holds.
 *
 * <p>A question's points are charged to the agency that holds the role which leads it. The shares
 * of all agencies, of roles without an agency, of questions without a lead and of the caps add up
 * to what the region has at risk.
 *
 * @param shares one for each agency, role or rest that has something at risk or leads something,
 *     the largest risk first
 * @param cap what the caps of indicators take back: with less claimed, less is cut
 * @param total what the region has at risk: claimed less evidenced
 */
@CheckReturnValue
public record AgencyRisk(List<Share> shares, Points cap, Points total) {

  /** Copies the list. */
  public AgencyRisk {
    shares = List.copyOf(shares);
  }

  /** Whose share it is. */
  public enum Holder {
    /** An agency of the sheet. */
    AGENCY,
    /** A role that no agency of the sheet holds. */
    ROLE,
    /** Nobody: no lead is named. */
    NO_LEAD
  }

  /**
   * One share.
   *
   * @param holder whose it is
   * @param code the code of the agency or role; empty where nobody leads
   * @param agency the agency, if it is one
   * @param led how many questions it leads
   * @param shared how many questions it supports and does not lead
   * @param answered how many of those that it leads are answered
   * @param evidenced how many of those have evidence that holds, or need none
   * @param atRisk points that it claims without such evidence, before caps
   * @param alone the total if it alone completes its evidence; such totals do not add up
   */
  public record Share(
      Holder holder,
      String code,
      Optional<Agency> agency,
      int led,
      int shared,
      int answered,
      int evidenced,
      Points atRisk,
      Points alone) {}

  /**
   * Returns the shares in what two results differ by.
   *
   * @param claimed the result in which every claim counts
   * @param evidenced the result of the same sheet in which evidence must hold
   * @throws IllegalArgumentException if they are results of different sheets
   */
  public static AgencyRisk of(ScoredAssessment claimed, ScoredAssessment evidenced) {
    if (!claimed.assessment().equals(evidenced.assessment())) {
      throw new IllegalArgumentException("results: found two sheets; allowed: one, by two views");
    }
    Map<String, Tally> tallies = new LinkedHashMap<>();
    Map<String, Agency> holders = new HashMap<>();
    for (Agency agency : claimed.assessment().agencies()) {
      agency.roles().forEach(role -> holders.putIfAbsent(role, agency));
    }
    List<ScoredQuestion> before = claimed.questions();
    List<ScoredQuestion> after = evidenced.questions();
    for (int i = 0; i < before.size(); i++) {
      Question question = before.get(i).question();
      Tally lead = tally(question.lead(), holders, tallies);
      lead.add(before.get(i), after.get(i));
      question.supporting().stream()
          .map(role -> tally(Optional.of(role), holders, tallies))
          .distinct()
          .filter(tally -> tally != lead)
          .forEach(tally -> tally.shared++);
    }
    List<Share> shares = new ArrayList<>();
    tallies.values().forEach(tally -> shares.add(tally.share(evidenced)));
    shares.sort(Comparator.comparing(Share::atRisk).reversed());
    Points cap =
        Points.sum(
            claimed.indicators().stream()
                .map(
                    indicator -> indicator.cap().minus(evidenced.indicator(indicator.code()).cap()))
                .toList());
    return new AgencyRisk(shares, cap, claimed.points().minus(evidenced.points()));
  }

  private static Tally tally(
      Optional<String> role, Map<String, Agency> holders, Map<String, Tally> tallies) {
    Optional<Agency> agency = role.map(holders::get);
    Holder holder =
        role.isEmpty() ? Holder.NO_LEAD : agency.isPresent() ? Holder.AGENCY : Holder.ROLE;
    String code = agency.map(Agency::code).or(() -> role).orElse("");
    return tallies.computeIfAbsent(holder + " " + code, key -> new Tally(holder, code, agency));
  }

  /** What one of them leads, while it is counted. */
  private static final class Tally {
    private final Holder holder;
    private final String code;
    private final Optional<Agency> agency;
    private final Map<String, Points> recoverable = new HashMap<>();
    private int led;
    private int shared;
    private int answered;
    private int evidenced;
    private Points atRisk = Points.ZERO;

    Tally(Holder holder, String code, Optional<Agency> agency) {
      this.holder = holder;
      this.code = code;
      this.agency = agency;
    }

    void add(ScoredQuestion claimed, ScoredQuestion borne) {
      led++;
      State state = claimed.state().orElseThrow();
      answered += state == State.UNANSWERED ? 0 : 1;
      evidenced += state != State.UNANSWERED && borne.causes().isEmpty() ? 1 : 0;
      Points risk = claimed.points().minus(borne.points());
      atRisk = atRisk.plus(risk);
      if (borne.state().orElseThrow() != State.LOST && risk.signum() > 0) {
        recoverable.merge(claimed.question().code().indicator(), risk, Points::plus);
      }
    }

    /** What is lost stays lost; what waits counts, as far as each indicator's cap leaves it. */
    Share share(ScoredAssessment evidencedNow) {
      Points alone = evidencedNow.points();
      for (Map.Entry<String, Points> each : recoverable.entrySet()) {
        ScoredIndicator indicator = evidencedNow.indicator(each.getKey());
        Points whole = indicator.sum().plus(each.getValue()).min(indicator.maximum());
        alone = alone.plus(whole.minus(indicator.points()));
      }
      return new Share(holder, code, agency, led, shared, answered, evidenced, atRisk, alone);
    }
  }
}
