package consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.fault.FaultCode;
import id.kla.jackson.FaultyDocumentException;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.table.KlaTables;
import id.kla.table.SheetFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Everything that touches Jackson, with the oldest one that is supported. */
final class Main {

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    String document = Files.readString(Path.of(arguments[0]));
    ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
    Assessment sheet = mapper.readValue(document, Assessment.class);
    System.out.println(sheet.equals(KlaJson.strict().read(KlaFormat.ASSESSMENT, document).orThrow()));
    ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);
    ScoredAssessment again =
        mapper.readValue(mapper.writeValueAsString(scored), ScoredAssessment.class);
    System.out.println(again.assessment().equals(sheet) + " " + again.mostStanding().total());
    Edition edition = Editions.kla2024();
    System.out.println(
        mapper.readValue(mapper.writeValueAsString(edition), Edition.class).equals(edition));
    byte[] table = KlaTables.of().write(sheet, KlaTables.Form.CSV);
    System.out.println(
        KlaTables.of()
            .merge(List.of(SheetFile.of("sheet.csv", table)))
            .orThrow()
            .assessment()
            .equals(sheet));
    try {
      mapper.readValue("{\"answers\": {\"1.1\": [1]}}", Assessment.class);
    } catch (FaultyDocumentException e) {
      System.out.println(
          e.faults().stream().filter(fault -> fault.code() == FaultCode.MISSING_MEMBER).count());
    }
    System.out.println(com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION);
  }
}
