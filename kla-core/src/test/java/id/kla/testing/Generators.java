package id.kla.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.edition.Edition;
import id.kla.edition.FactKind;
import id.kla.edition.Question;
import id.kla.edition.Response;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import java.time.LocalDate;
import java.util.List;

/**
 * The generators of valid editions, sheets, and nations of sheets.
 *
 * <p>The hard cases are frequent: questions unanswered or not applicable, facts on and next to the
 * bounds that scales are cut at, indicators whose maximum cuts what their questions earn, totals on
 * and next to a step of the ladder, evidence on and next to the day it expires.
 *
 * <pre>{@code
 * Generators.assessments(Editions.kla2024())
 *     .seeded(42)
 *     .limit(1_000)
 *     .forEach(sheet -> portal.show(sheet));
 * }</pre>
 */
@CheckReturnValue
public final class Generators {

  /** The day around which the days of evidence lie; look at evidence as of it. */
  public static final LocalDate DAY = LocalDate.of(2023, 6, 30);

  private Generators() {}

  /** Editions that can be scored, with scales of every kind, evidence kinds, roles and stages. */
  public static Generator<Edition> editions() {
    return choices -> assessments().from(choices).edition();
  }

  /** Sheets, each of a small edition of its own, with agencies, evidence and findings. */
  public static Generator<Assessment> assessments() {
    return choices -> {
      Edition edition = EditionMaker.full(choices).edition();
      return new LadderMaker(choices).under(assessments(edition).from(choices));
    };
  }

  /**
   * Sheets of one edition, with agencies, evidence and findings.
   *
   * @param edition whose maxima are known
   */
  public static Generator<Assessment> assessments(Edition edition) {
    return choices -> {
      Assessment.Builder sheet = new SheetMaker(choices, edition).sheet();
      new EvidenceMaker(choices, edition).addTo(sheet);
      return sheet.build();
    };
  }

  /** Sheets as {@link #assessments()}, in which every indicator's maximum is far too low. */
  public static Generator<Assessment> cappedAssessments() {
    return choices -> {
      Edition edition = EditionMaker.capped(choices).edition();
      return new LadderMaker(choices).under(assessments(edition).from(choices));
    };
  }

  /** Sheets of answers alone, each of a small edition without roles and evidence kinds. */
  public static Generator<Assessment> answerSheets() {
    return choices -> {
      Edition edition = EditionMaker.bare(choices).edition();
      return new LadderMaker(choices).under(answerSheets(edition).from(choices));
    };
  }

  /**
   * Sheets of one edition with answers alone, some of them with a total on a step of its ladder.
   *
   * @param edition whose maxima are known
   */
  public static Generator<Assessment> answerSheets(Edition edition) {
    return choices -> new SheetMaker(choices, edition).sheet().build();
  }

  /** Answers that fit a question, those that earn nothing yet included. */
  public static Generator<Answer> answers(Question question) {
    return choices -> new AnswerMaker(choices).answer(question);
  }

  /** Answers that a question's scale turns into points. */
  public static Generator<Answer> readAnswers(Question question) {
    return choices -> new AnswerMaker(choices).readAnswer(question);
  }

  /** Measured facts of a kind, most of them on or next to a round share, count or change. */
  public static Generator<Response.Fact> facts(FactKind kind) {
    return choices -> new AnswerMaker(choices).fact(kind);
  }

  /** Documents that support questions of an edition, each id once. */
  public static Generator<List<Evidence>> evidence(Edition edition) {
    return choices -> new EvidenceMaker(choices, edition).evidence(List.of());
  }

  /** What the judging stages of an edition found; nothing where it has none. */
  public static Generator<List<Finding>> findings(Edition edition) {
    return choices -> new EvidenceMaker(choices, edition).findings();
  }

  /**
   * Sheets of all 514 regions in the order of their codes, in one round and at one stage, by a
   * small edition that is theirs alone; some have the same total, and one lies on a step of the
   * ladder.
   */
  public static Generator<List<Assessment>> nations() {
    return choices -> {
      Edition edition = EditionMaker.bare(choices).edition();
      NationMaker maker = new NationMaker(choices, Regions.builtIn().regions());
      return maker.onTheLadder(maker.sheets(edition));
    };
  }

  /**
   * Sheets of all 514 regions in the order of their codes, in one round and at one stage; some have
   * the same answers.
   *
   * @param edition whose maxima are known
   */
  public static Generator<List<Assessment>> nations(Edition edition) {
    return choices -> new NationMaker(choices, Regions.builtIn().regions()).sheets(edition);
  }

  /**
   * The same for the regions of one province.
   *
   * @param edition whose maxima are known
   * @param province its code
   * @throws IllegalArgumentException if there is no such province
   */
  public static Generator<List<Assessment>> provinces(Edition edition, RegionCode province) {
    List<Region> regions = Regions.builtIn().regionsOf(province);
    if (regions.isEmpty()) {
      throw new IllegalArgumentException(
          "province: found " + province + "; allowed: a code of Regions.builtIn().provinces()");
    }
    return choices -> new NationMaker(choices, regions).sheets(edition);
  }
}
