package id.kla.verification;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.edition.Question;
import id.kla.points.Points;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.Standing;
import java.util.Comparator;
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
 * <pre>{@code
 * AgencyRisk risk = AgencyRisk.of(Difference.of(claimed, evidenced));
 * risk.shares().get(0).agencies();              // call them first
 * risk.recoverable(risk.shares().subList(0, 3)); // what the first three bring together
 * }</pre>
 *
 * @param difference the claim, and what has evidence, side by side
 * @param shares one for each agency, role or rest that leads something, the largest risk first
 */
@CheckReturnValue
public record AgencyRisk(Difference difference, List<RiskShare> shares) {

  /** Copies the list. */
  public AgencyRisk {
    shares = List.copyOf(shares);
  }

  /**
   * Returns the shares in what two results differ by.
   *
   * @param difference from the result in which every claim counts to that of the same sheet in
   *     which evidence must hold
   * @throws IllegalArgumentException if it is another difference
   */
  public static AgencyRisk of(Difference difference) {
    Tally.Sheet sheet = new Tally.Sheet(difference);
    Assessment assessment = difference.after().assessment();
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (ScoredQuestion scored : difference.after().questions()) {
      Question question = scored.question();
      Tally lead = tally(question.lead(), assessment, tallies);
      lead.add(scored, sheet);
      question.supporting().stream()
          .map(role -> tally(Optional.of(role), assessment, tallies))
          .distinct()
          .filter(tally -> tally != lead)
          .forEach(Tally::share);
    }
    return new AgencyRisk(
        difference,
        tallies.values().stream()
            .map(tally -> tally.share(sheet))
            .sorted(Comparator.comparing(RiskShare::atRisk).reversed())
            .toList());
  }

  private static Tally tally(
      Optional<String> role, Assessment assessment, Map<String, Tally> tallies) {
    List<Agency> agencies = role.map(assessment::agenciesOf).orElse(List.of());
    RiskShare.Holder holder =
        role.isEmpty()
            ? RiskShare.Holder.NO_LEAD
            : agencies.size() == 1 ? RiskShare.Holder.AGENCY : RiskShare.Holder.ROLE;
    String code = agencies.size() == 1 ? agencies.get(0).code() : role.orElse("");
    return tallies.computeIfAbsent(holder + " " + code, key -> new Tally(holder, code, agencies));
  }

  /** Returns what the region has at risk: claimed less evidenced. */
  public Points total() {
    return Points.ZERO.minus(difference.change());
  }

  /** Returns what the caps of indicators take back: with less claimed, less is cut. */
  public Points cap() {
    return Points.sum(
        difference.rows().stream()
            .filter(row -> row.kind() == Difference.Kind.CAP)
            .map(Difference.Row::change)
            .toList());
  }

  /** Returns what is at risk outside the region's own agencies, before caps. */
  public Points outside() {
    return Points.sum(shares.stream().filter(RiskShare::isOutside).map(RiskShare::atRisk).toList());
  }

  /**
   * Returns the share of an agency, by code, name or alias, or that of a role by its code, if there
   * is one.
   */
  public Optional<RiskShare> find(String name) {
    String asked = name.strip();
    return shares.stream()
        .filter(share -> share.holder() != RiskShare.Holder.NO_LEAD)
        .filter(
            share ->
                share.code().equalsIgnoreCase(asked)
                    || (share.holder() == RiskShare.Holder.AGENCY
                        && share.agencies().get(0).isCalled(asked)))
        .findFirst();
  }

  /** Returns total and tier if those alone complete their evidence, all of them together. */
  public Standing recoverable(List<RiskShare> some) {
    return Tally.recoverable(
        difference.after(), some.stream().flatMap(share -> share.rows().stream()).toList());
  }
}
