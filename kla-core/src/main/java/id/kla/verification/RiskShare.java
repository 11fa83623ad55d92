package id.kla.verification;

import id.kla.assessment.Agency;
import id.kla.points.Points;
import id.kla.scoring.Standing;
import java.util.List;

/**
 * What of a claim is at risk in one part of the questions: those that an agency leads, or those of
 * a topic.
 *
 * @param holder whose share it is
 * @param code the code of the agency, role or topic; empty where nobody leads
 * @param agencies who holds the role: the agency itself, several that share one, or none
 * @param led how many questions it leads; of a topic, how many belong to it
 * @param shared how many questions it supports and does not lead; none of a topic
 * @param answered how many of those that it leads are answered
 * @param evidenced how many of those have evidence that holds, or need none
 * @param accepted how many of those have a document that was accepted where it was ruled on last
 * @param rows what each of its questions loses, in the edition's order
 * @param recoverableAlone total and tier if it alone completes its evidence: what is lost stays
 *     lost, what waits counts, as far as caps leave it; such totals do not add up
 */
public record RiskShare(
    Holder holder,
    String code,
    List<Agency> agencies,
    int led,
    int shared,
    int answered,
    int evidenced,
    int accepted,
    List<Difference.Row> rows,
    Standing recoverableAlone) {

  /** Copies the lists. */
  public RiskShare {
    agencies = List.copyOf(agencies);
    rows = List.copyOf(rows);
  }

  /** Whose a share can be. */
  public enum Holder {
    /** An agency of the sheet. */
    AGENCY,
    /** A role that no agency of the sheet holds, or that several share. */
    ROLE,
    /** Nobody's: no lead is named. */
    NO_LEAD,
    /** A topic's, whoever leads. */
    TOPIC
  }

  /** Returns the points that are claimed without evidence that holds, before caps. */
  public Points atRisk() {
    return Points.ZERO.minus(Points.sum(rows.stream().map(Difference.Row::change).toList()));
  }

  /** Says whether it is known to lie outside the region's own agencies, such as the police's. */
  public boolean isOutside() {
    return !agencies.isEmpty()
        && agencies.stream().noneMatch(agency -> agency.kind() == Agency.Kind.OWN);
  }
}
