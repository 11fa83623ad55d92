package id.kla.verification;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Topic;
import id.kla.scoring.ScoredQuestion;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which points are at risk in which topic, whoever leads.
 *
 * <p>A question may belong to several topics, or to none: these shares do not add up.
 *
 * @param difference the claim, and what has evidence, side by side
 * @param shares one for each topic that has questions, the largest risk first
 */
@CheckReturnValue
public record TopicRisk(Difference difference, List<RiskShare> shares) {

  /** Copies the list. */
  public TopicRisk {
    shares = List.copyOf(shares);
  }

  /**
   * Returns the shares in what two results differ by.
   *
   * @param difference from the result in which every claim counts to that of the same sheet in
   *     which evidence must hold
   * @throws IllegalArgumentException if it is another difference
   */
  public static TopicRisk of(Difference difference) {
    Tally.Sheet sheet = new Tally.Sheet(difference);
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Topic topic : difference.after().edition().topics()) {
      tallies.put(topic.code(), new Tally(RiskShare.Holder.TOPIC, topic.code(), List.of()));
    }
    for (ScoredQuestion scored : difference.after().questions()) {
      for (String topic : scored.question().topics()) {
        Tally tally = tallies.get(topic);
        if (tally != null) {
          tally.add(scored, sheet);
        }
      }
    }
    return new TopicRisk(
        difference,
        tallies.values().stream()
            .map(tally -> tally.share(sheet))
            .filter(share -> share.led() > 0)
            .sorted(Comparator.comparing(RiskShare::atRisk).reversed())
            .toList());
  }

  /** Returns the share of a topic, if it has questions. */
  public Optional<RiskShare> find(String topic) {
    return shares.stream().filter(share -> share.code().equals(topic)).findFirst();
  }
}
