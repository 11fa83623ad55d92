package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionDiffTest {

  @TempDir private Path folder = Path.of("");

  private EditionFolder tables = EditionFolder.tiny(Path.of("."));

  @BeforeEach
  void write() {
    tables =
        EditionFolder.tiny(folder)
            .table("clusters", "cluster|label_en", "1|Rights", "2|Care")
            .table("indicators", "indicator|cluster|label_en|maximum", "1|1|Acts|10", "2|2|Books|5")
            .table(
                "questions",
                "indicator|question|maximum|label_id|label_en",
                "1|a|6|Akta|Act",
                "1|b|4|Buku|Book",
                "2|a|5|Rak|Shelf")
            .table("ladder", "tier|from|to", "GOOD|10|15");
  }

  /** Returns what changes when a table is written anew, in one line each. */
  private List<String> changed(String name, String... rows) {
    Edition before = tables.read().orThrow();
    Edition after = tables.table(name, rows).read().orThrow();
    return EditionDiff.of(before, after).stream().map(Change::toString).toList();
  }

  @Test
  void of_anotherMaximum_isReweighted() {
    assertThat(
            changed(
                "questions",
                "indicator|question|maximum|label_id|label_en",
                "1|a|7|Akta|Act",
                "1|b|4|Buku|Book",
                "2|a|5|Rak|Shelf"))
        .containsExactly("questions 1.a maximum: reweighted from \"6\" to \"7\"");
  }

  @Test
  void of_aMaximumWrittenOtherwise_isNoChange() {
    assertThat(
            changed(
                "questions",
                "indicator|question|label_id|label_en|maximum",
                "1|a|Akta|Act|6.00",
                "1|b|Buku|Book|4",
                "2|a|Rak|Shelf|5,0"))
        .isEmpty();
  }

  @Test
  void of_aPartThatIsGoneAndOneThatIsNew_isRemovedAndAdded() {
    assertThat(
            changed(
                "questions",
                "indicator|question|maximum|label_id|label_en",
                "1|a|6|Akta|Act",
                "1|c|4|Peta|Map",
                "2|a|5|Rak|Shelf"))
        .containsExactly("questions 1.b: removed from \"Book\"", "questions 1.c: added to \"Map\"");
  }

  @Test
  void of_aPartWithItsLabelUnderAnotherCode_isRenumbered() {
    assertThat(
            changed(
                "questions",
                "indicator|question|maximum|label_id|label_en",
                "1|a|6|Akta|Act",
                "1|b2|3|Buku|Book",
                "2|a|5|Rak|Shelf"))
        .containsExactly(
            "questions 1.b: renumbered from \"1.b\" to \"1.b2\"",
            "questions 1.b maximum: reweighted from \"4\" to \"3\"");
  }

  @Test
  void of_anIndicatorUnderAnotherCode_takesItsQuestionsAlong() {
    Edition before = tables.read().orThrow();
    Edition after =
        tables
            .table("indicators", "indicator|cluster|label_en|maximum", "1|1|Acts|10", "3|2|Books|5")
            .table(
                "questions",
                "indicator|question|maximum|label_id|label_en",
                "1|a|6|Akta|Act",
                "1|b|4|Buku|Book",
                "3|a|5|Rak|Shelf")
            .read()
            .orThrow();

    assertThat(EditionDiff.of(before, after))
        .extracting(Change::toString)
        .containsExactly("indicators 2: renumbered from \"2\" to \"3\"");
  }

  @Test
  void of_anIndicatorInAnotherCluster_isMoved() {
    tables.table("ladder", "tier|from", "GOOD|10");
    tables.table(
        "questions",
        "indicator|question|maximum|label_id|label_en",
        "1|a|6|Akta|Act",
        "1|b|4|Buku|Book",
        "2|a|5|Rak|Shelf",
        "3|a|1|Peta|Map");
    tables.table(
        "indicators",
        "indicator|cluster|label_en|maximum",
        "1|1|Acts|10",
        "2|2|Books|5",
        "3|2|Maps|1");

    assertThat(
            changed(
                "indicators",
                "indicator|cluster|label_en|maximum",
                "1|1|Acts|10",
                "2|1|Books|5",
                "3|2|Maps|1"))
        .containsExactly("indicators 2 cluster: moved from \"2\" to \"1\"");
  }

  @Test
  void of_anotherScale_isRescaled() {
    tables.table("scales", "scale|kind|level|points", "yes|levels|no|0", "yes|levels|yes|5");

    assertThat(
            changed(
                "questions",
                "indicator|question|maximum|label_id|label_en|scale",
                "1|a|6|Akta|Act|",
                "1|b|4|Buku|Book|",
                "2|a|5|Rak|Shelf|yes"))
        .containsExactly(
            "questions 2.a scale: rescaled from \"graded\" to \"levels: no 0; yes 5\"");
  }

  @Test
  void of_anotherBound_isRebounded() {
    assertThat(changed("ladder", "tier|above|to", "GOOD|10|15"))
        .containsExactly(
            "ladder GOOD from: rebounded from \"10\"", "ladder GOOD above: rebounded to \"10\"");
  }

  @Test
  void of_aNewTier_isAddedBetweenTheOthers() {
    tables.table("ladder", "tier|from|to", "GOOD|10|15");

    assertThat(changed("ladder", "tier|from|below|to", "FAIR|5|10|", "GOOD|10||15"))
        .containsExactly("ladder FAIR: added");
  }

  @Test
  void of_anotherLabelAndSource_areRewordedAndResourced() {
    tables.table("sources", "source|text", "s|A page");

    assertThat(changed("clusters", "cluster|label_en|source", "1|All rights|s", "2|Care|"))
        .containsExactly(
            "clusters 1 label_en: reworded from \"Rights\" to \"All rights\"",
            "clusters 1 source: resourced to \"s\"");
  }

  @Test
  void of_anotherRuleOfEvidence_canChangeScores() {
    tables.table("evidence", "kind|months|label_en", "photo|24|Photo");
    Edition before = tables.read().orThrow();

    Edition after =
        tables
            .table("evidence", "kind|months|label_en", "photo|12|Photo")
            .table(
                "questions",
                "indicator|question|maximum|label_id|label_en|evidence|lead",
                "1|a|6|Akta|Act|photo|",
                "1|b|4|Buku|Book||r",
                "2|a|5|Rak|Shelf||")
            .table("roles", "role|label_en", "r|Somebody")
            .table("edition", "key|value", "id|tiny", "label_id|Kecil", "without_kinds|pending")
            .read()
            .orThrow();

    assertThat(EditionDiff.of(before, after))
        .extracting(change -> change.part() + " " + change.what() + " " + change.canChangeScores())
        .containsExactlyInAnyOrder(
            "photo months true",
            "1.a evidence true",
            "1.b lead false",
            "r  false",
            "without_kinds  true",
            "without_kinds_mark  false");
  }

  @Test
  void of_anotherOrder_isMoved() {
    assertThat(
            changed(
                "questions",
                "indicator|question|maximum|label_id|label_en",
                "1|b|4|Buku|Book",
                "1|a|6|Akta|Act",
                "2|a|5|Rak|Shelf"))
        .containsExactly("questions 1.b order: moved from \"1.a\" to \"1.b\"");
  }

  @Property(tries = 100)
  void of_anEditionAndItself_isEmpty(@ForAll("editions") Edition edition) {
    assertThat(EditionDiff.of(edition, edition)).isEmpty();
  }

  /** What is different is told, and what is told is different: but for what they are called. */
  @Property(tries = 100)
  void of_twoEditions_isEmptyForEqualOnesOnly(
      @ForAll("editions") Edition one, @ForAll("editions") Edition other) {
    Edition named =
        Edition.builder().from(other).id(one.id()).label(one.label()).origin(one.origin()).build();

    assertThat(EditionDiff.of(one, named).isEmpty()).isEqualTo(one.digest().equals(named.digest()));
  }

  @Provide
  Arbitrary<Edition> editions() {
    return KlaArbitraries.of(Generators.answerSheets()).map(Assessment::edition);
  }
}
