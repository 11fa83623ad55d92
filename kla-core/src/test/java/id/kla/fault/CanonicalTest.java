package id.kla.fault;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.points.Points;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanonicalTest {

  @Test
  void form_countsTheBytesOfEachNameAndValue() {
    String form =
        Canonical.form(
            "kla.x/1",
            whole -> {
              whole.text("id", "kla-2024");
              whole.text("absent", Optional.empty());
              whole.text("name", Optional.of("Ngawé"));
              whole.group("total", () -> whole.text("points", Points.parse("1.50")));
            });

    assertThat(form)
        .isEqualTo("7:kla.x/1(2:id,8:kla-2024;4:name,6:Ngawé;5:total(6:points,3:1.5;))");
  }

  /** The digest was taken of the same bytes with sha256sum of GNU coreutils. */
  @Test
  void digest_isTheSha256OfTheFormInUtf8() {
    assertThat(
            Canonical.digest("7:kla.x/1(2:id,8:kla-2024;4:name,6:Ngawé;5:total(6:points,3:1.5;))"))
        .isEqualTo(
            Digest.parse("5cd502c97e1c217600d96e43e51896ec4e77909bcfdceef24637345b5752c1d7"));
  }

  @Test
  void form_valuesThatLookLikeMembers_areNotTakenForThem() {
    assertThat(Canonical.form("x", form -> form.text("a", "1;1:b,1:2")))
        .isNotEqualTo(
            Canonical.form(
                "x",
                form -> {
                  form.text("a", "1");
                  form.text("b", "2");
                }));
  }
}
