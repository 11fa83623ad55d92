package consumer;

import id.kla.assessment.Assessment;
import id.kla.fault.Fault;
import id.kla.jackson.FaultyDocumentException;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.jackson.KlaModule;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
public class Portal {

  public static void main(String[] arguments) {
    SpringApplication.run(Portal.class, arguments);
  }

  @Bean
  KlaModule klaModule() {
    return new KlaModule();
  }

  @RestController
  static class Scores {

    @PostMapping("/score")
    ScoredAssessment score(@RequestBody Assessment sheet) {
      return ScoringEngine.of(sheet.edition()).score(sheet);
    }

    @ExceptionHandler
    ResponseEntity<String> refuse(HttpMessageNotReadableException e) {
      List<Fault> faults =
          e.getCause() instanceof FaultyDocumentException faulty ? faulty.faults() : List.of();
      return ResponseEntity.badRequest()
          .contentType(MediaType.APPLICATION_JSON)
          .body(KlaJson.strict().write(KlaFormat.FAULTS, faults));
    }
  }
}
