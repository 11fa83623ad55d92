package id.kla.benchmarks;

import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.Tier;
import id.kla.simulation.AnswerCodes;

/**
 * A hand-written loop over rows, sheet by sheet: totals and tiers, caps, no checks; from points, or
 * from codes by a flat table.
 */
final class RowScorer {

  private final int[] ends;
  private final int[] caps;
  private final int[] least;
  private final int[] table;
  private final int stride;
  private final int questions;

  RowScorer(Edition edition, AnswerCodes codes, int stride) {
    this.stride = stride;
    questions = edition.questions().size();
    int indicators = edition.indicators().size();
    ends = new int[indicators];
    caps = new int[indicators];
    int end = 0;
    for (int i = 0; i < indicators; i++) {
      Indicator indicator = edition.indicators().get(i);
      end += indicator.questions().size();
      ends[i] = end;
      caps[i] = (int) indicator.maximum().orElseThrow().units();
    }
    least =
        edition.ladder().tiers().stream()
            .map(Tier::least)
            .mapToInt(points -> (int) points.units())
            .toArray();
    table = new int[questions * stride];
    int position = 0;
    for (Question question : edition.questions()) {
      for (int code = 0; code < codes.size(edition.position(question.code().toString())); code++) {
        table[position * stride + code] = (int) codes.award(position, code).units();
      }
      position++;
    }
  }

  void score(int[] rows, int[] totals, int[] tiers) {
    int at = 0;
    for (int sheet = 0; sheet < totals.length; sheet++) {
      int total = 0;
      int question = 0;
      for (int i = 0; i < ends.length; i++) {
        int sum = 0;
        for (; question < ends[i]; question++) {
          sum += rows[at++];
        }
        total += Math.min(sum, caps[i]);
      }
      totals[sheet] = total;
      tiers[sheet] = tier(total);
    }
  }

  void score(short[] rows, int[] totals, int[] tiers) {
    int at = 0;
    for (int sheet = 0; sheet < totals.length; sheet++) {
      int total = 0;
      int question = 0;
      for (int i = 0; i < ends.length; i++) {
        int sum = 0;
        for (; question < ends[i]; question++) {
          sum += table[question * stride + rows[at++]];
        }
        total += Math.min(sum, caps[i]);
      }
      totals[sheet] = total;
      tiers[sheet] = tier(total);
    }
  }

  private int tier(int total) {
    int tier = -1;
    while (tier + 1 < least.length && total >= least[tier + 1]) {
      tier++;
    }
    return tier;
  }
}
