package id.kla.simulation;

import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.region.RegionCode;
import id.kla.scoring.TinyEdition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Models of the tiny edition, and samplers of them. */
final class SampleModels {

  static final RegionCode KEDIRI = RegionCode.parse("35.71");

  private SampleModels() {}

  /** Returns that model; what is not said is certain to earn nothing. */
  static AwardModel tiny(Edition edition, Map<String, AwardChances> said) {
    Map<QuestionCode, AwardChances> awards = new LinkedHashMap<>();
    edition
        .questions()
        .forEach(question -> awards.put(question.code(), AwardChances.certain(Points.ZERO)));
    awards.putAll(byCode(said));
    return AwardModel.of(edition, awards);
  }

  static Map<QuestionCode, AwardChances> byCode(Map<String, AwardChances> said) {
    Map<QuestionCode, AwardChances> awards = new LinkedHashMap<>();
    said.forEach((code, chances) -> awards.put(QuestionCode.parse(code), chances));
    return awards;
  }

  static AwardChances either(String award, String chance) {
    return AwardChances.either(Points.parse(award), Ratio.parse(chance), Points.ZERO);
  }

  static AwardChances certain(String award) {
    return AwardChances.certain(Points.parse(award));
  }

  static SharedFactor.State state(String chance, Map<String, AwardChances> awards) {
    return new SharedFactor.State(Ratio.parse(chance), byCode(awards));
  }

  /** Indicator 1 can be cut, 2.1 and 2.3 hang on one agency, and 2.2 on nothing. */
  static TiedModel tied() {
    AwardModel alone =
        tiny(
            TinyEdition.EDITION,
            Map.of(
                "1.1", either("4", "1/2"),
                "1.2", either("3", "9/10"),
                "1.3", either("5", "2/3"),
                "2.2", either("1.5", "1/7")));
    SharedFactor agency =
        new SharedFactor(
            "DINKES",
            List.of(
                state("3/10", Map.of("2.1", certain("0"), "2.3", either("2", "1/4"))),
                state("7/10", Map.of("2.1", either("1.5", "4/5"), "2.3", certain("4")))));
    return TiedModel.of(alone, List.of(agency));
  }

  static Sampler sampler(TiedModel model, long seed) {
    return Sampler.of(
        model, Draws.of(seed, model.edition(), model.factorCodes(), List.of(KEDIRI)), KEDIRI);
  }
}
