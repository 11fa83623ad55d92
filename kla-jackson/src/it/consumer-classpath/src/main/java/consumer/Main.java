package consumer;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Tier;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.nio.file.Path;

final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);

    // The README's five lines.
    Edition edition = Editions.kla2024();
    Assessment sheet = KlaJson.strict().read(KlaFormat.ASSESSMENT, file).orThrow();
    ScoredAssessment scored = ScoringEngine.of(edition).score(sheet);
    System.out.println(scored.now().total() + " " + scored.now().tier().map(Tier::code).orElse("none"));
    System.out.println(scored.question("6.3"));

    System.out.println(Main.class.getModule().isNamed());
  }
}
