package consumer;

import id.kla.assessment.Assessment;
import id.kla.edition.Editions;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import id.kla.testing.jqwik.KlaDomain;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;

@Domain(KlaDomain.class)
class PortalProperties {

  @Property
  boolean anySheet_canStillEarnWhatItHas(@ForAll Assessment sheet) {
    ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);
    return scored.atMost().compareTo(scored.points()) >= 0;
  }

  @Property(tries = 50)
  boolean anySheetOf2024_earnsAThousandAtMost(@ForAll("sheets") Assessment sheet) {
    ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);
    return scored.points().compareTo(Points.of(1000)) <= 0;
  }

  @Provide
  Arbitrary<Assessment> sheets() {
    return KlaArbitraries.of(Generators.assessments(Editions.kla2024()));
  }
}
