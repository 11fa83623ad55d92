package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PortalTest {

  @Autowired private TestRestTemplate client;

  private ResponseEntity<String> post(String sheet) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    return client.postForEntity("/score", new HttpEntity<>(sheet, headers), String.class);
  }

  @Test
  void score_ofAGoodSheet_isReturnedAsADocument() throws Exception {
    String sheet = Files.readString(Path.of(System.getProperty("sheet")));

    ResponseEntity<String> answer = post(sheet);

    JsonNode score = new ObjectMapper().readTree(answer.getBody());
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(score.get("format").asText()).isEqualTo("kla.scored/1");
    assertThat(score.at("/atMost/total").asText()).isEqualTo("771.81");
    assertThat(score.at("/atMost/tier").asText()).isEqualTo("NINDYA");
  }

  @Test
  void score_ofABadSheet_isRefusedWithEveryFault() throws Exception {
    String sheet =
        """
        {"format": "kla.assessment/1", "edition": "kla-2024", "region": "Ogan Ilr",
         "round": "2024", "stage": "self", "answers": {"1.1": "12", "99.1": 1}}
        """;

    ResponseEntity<String> answer = post(sheet);

    JsonNode refused = new ObjectMapper().readTree(answer.getBody());
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(refused.get("format").asText()).isEqualTo("kla.faults/1");
    assertThat(refused.get("faults").findValuesAsText("code"))
        .containsExactly("UNKNOWN_REGION", "WRONG_RESPONSE", "UNKNOWN_QUESTION");
    assertThat(refused.at("/faults/1/place/pointer").asText()).isEqualTo("/answers/1.1");
  }

  @Test
  void score_ofBrokenJson_isRefusedWithWhatIsBroken() throws Exception {
    ResponseEntity<String> answer = post("{\"format\": \"kla.assessment/1\", ");

    JsonNode refused = new ObjectMapper().readTree(answer.getBody());
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(refused.get("faults").findValuesAsText("code")).contains("BROKEN_JSON");
  }

  @Test
  void jackson_isTheOneThatBootBrings() {
    assertThat(PackageVersion.VERSION.toString()).startsWith("2.").isNotEqualTo("@jackson.version@");
  }
}
