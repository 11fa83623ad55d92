package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What an edition is written as gives the edition back. */
class EditionDraftProperties {

  @Provide
  Arbitrary<Edition> editions() {
    return KlaArbitraries.of(Generators.answerSheets())
        .map(Assessment::edition)
        .flatMap(EditionDraftProperties::dressed);
  }

  /** The same edition with everything around its questions. */
  private static Arbitrary<Edition> dressed(Edition bare) {
    return Combinators.combine(origins(), origins(), origins(), texts(), texts(), marks())
        .as(
            (first, second, third, text, other, mark) -> {
              List<Cluster> clusters = new ArrayList<>();
              for (Cluster cluster : bare.clusters()) {
                List<Indicator> indicators = new ArrayList<>();
                for (Indicator indicator : cluster.indicators()) {
                  List<Question> questions = new ArrayList<>();
                  for (Question question : indicator.questions()) {
                    boolean isOdd = questions.size() % 2 == 1;
                    questions.add(
                        Question.builder()
                            .from(question)
                            .label(Label.of(text + questions.size(), isOdd ? "" : other))
                            .origin(first)
                            .notApplicableOrigin(isOdd ? second : third)
                            .better(isOdd ? Direction.LESS : question.better())
                            .collectedFrom(isOdd ? CollectedFrom.VILLAGE : CollectedFrom.REGION)
                            .evidenceKinds(isOdd ? List.of("decree", "photo") : List.of())
                            .evidenceNeed(isOdd ? Need.ALL : Need.ANY)
                            .lead(isOdd ? Optional.of("health") : Optional.empty())
                            .supporting(isOdd ? List.of("school") : List.of())
                            .leadMark(mark)
                            .topics(isOdd ? List.of("training") : List.of())
                            .build());
                  }
                  indicators.add(
                      Indicator.builder()
                          .from(indicator)
                          .origin(second)
                          .questions(questions)
                          .build());
                }
                clusters.add(
                    Cluster.builder()
                        .from(cluster)
                        .origin(third)
                        .statedMaximum(Points.of(text.length()))
                        .statedCount((long) other.length())
                        .indicators(indicators)
                        .build());
              }
              return Edition.builder()
                  .from(bare)
                  .label(Label.of(text, other))
                  .origin(first)
                  .statedMaximum(Points.parse("0.0001"))
                  .clusters(clusters)
                  .addRoles(new Role("health", Label.of(text, ""), List.of(other, text), second))
                  .addRoles(new Role("school", Label.of("", other), List.of(), first))
                  .addTopics(new Topic("training", Label.of(other, text), third))
                  .addEvidenceKinds(new EvidenceKind("decree", Label.of(text, text), first))
                  .addEvidenceKinds(new EvidenceKind("photo", Label.of("", ""), second))
                  .addSources(new Source("s1", text, other), new Source("s2", other, ""))
                  .addAcceptedWarnings(
                      new AcceptedWarning(FaultCode.SUM_BELOW_MAXIMUM, "cluster K", text),
                      new AcceptedWarning(FaultCode.NO_AGENCY, "question 1.1", other),
                      new AcceptedWarning(FaultCode.HOLE, "ladder", other))
                  .build();
            });
  }

  private static Arbitrary<Mark> marks() {
    return Arbitraries.of(Mark.class);
  }

  private static Arbitrary<Origin> origins() {
    return Combinators.combine(
            marks(),
            Arbitraries.of(List.<String>of(), List.of("s1"), List.of("s2", "s1")),
            Arbitraries.of("", "  blanks around  ", "a; b, \"c\"\t=d"))
        .as(Origin::new);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of("a", "Perda \"KLA\" = 1", "-x, y", "' 'é\uD83D\uDE00", "#no comment");
  }

  @Property(tries = 300)
  void draftOf_anyEdition_checksToThatEdition(@ForAll("editions") Edition edition) {
    Checked<Edition> read = EditionDraft.of(edition).check();

    assertThat(read.value()).contains(edition);
  }

  @Property(tries = 100)
  void write_anyEdition_isReadBackFromItsFolderAndFromItsBytes(@ForAll("editions") Edition edition)
      throws IOException {
    Path folder = Files.createTempDirectory("kla-written");
    Map<String, byte[]> bytes = new HashMap<>();
    try {
      for (Map.Entry<String, String> table : EditionTables.write(edition).entrySet()) {
        Files.writeString(folder.resolve(table.getKey()), table.getValue());
        bytes.put(table.getKey(), table.getValue().getBytes(StandardCharsets.UTF_8));
      }

      Checked<Edition> read = EditionTables.read(folder);

      assertThat(read.value()).contains(edition);
      assertThat(EditionTables.read("tables", bytes, List.of()).value()).contains(edition);
      assertThat(read.faults())
          .extracting(Fault::code)
          .doesNotContain(FaultCode.AMBIGUOUS_NUMBER, FaultCode.UNUSED_SCALE);
    } finally {
      for (String table : EditionTables.write(edition).keySet()) {
        Files.delete(folder.resolve(table));
      }
      Files.delete(folder);
    }
  }

  @Example
  void write_numbersThatLookLikeThousands_areReadBackWithoutAWord() {
    Edition edition =
        Edition.builder().from(Editions.kla2024()).statedMaximum(Points.parse("1.125")).build();

    assertThat(EditionTables.write(edition).get("edition.tsv")).contains("\nmaximum\t1.1250\n");
  }

  @Example
  void draftOf_builtInEdition_checksToItWithoutAWord() {
    Checked<Edition> read = EditionDraft.of(Editions.kla2024()).check();

    assertThat(read.value()).contains(Editions.kla2024());
    assertThat(read.faults()).isEmpty();
  }

  @Example
  void draftOf_edition_hasOnlyKnownColumnsAndEveryNeededOne() {
    EditionDraft draft = EditionDraft.of(Editions.kla2024());

    draft
        .tables()
        .forEach(
            (table, written) -> {
              assertThat(written.rows()).isNotEmpty();
              written
                  .rows()
                  .forEach(
                      row ->
                          assertThat(row.cells().keySet())
                              .isSubsetOf(table.columns())
                              .containsAll(table.neededColumns()));
            });
  }
}
