package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.edition.AcceptedWarning;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.EditionTables;
import id.kla.edition.Indicator;
import id.kla.edition.Ladder;
import id.kla.edition.Mark;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.Role;
import id.kla.edition.Scale;
import id.kla.edition.Source;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RuleBookProperties {

  private static final Edition DESA =
      EditionTables.read(
              Path.of("src", "test", "resources", "id", "kla", "scoring", "instruments", "desa"))
          .orThrow();

  /** A bar or a mark that no backslash takes its meaning from. */
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\|");

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> marks =
        Arbitraries.of(
            "|", "\\", "\\|", "`", "``", "*", "_", "#", "# ", "<br>", "<!--", "\n", "\r\n", "\n\n",
            "\u2028", "\u0085", "\t", "[a](b)", "- ", "1. ", "---", "&lt;", "~~", "$", "a", "é",
            "\u202e", "\u0000", "\ud800", " ");
    return marks.list().ofMaxSize(8).map(parts -> "x" + String.join("", parts) + "y");
  }

  /** Puts a text wherever an edition holds one. */
  private static Edition with(String text) {
    Label label = Label.of(text, text);
    Origin origin = new Origin(Mark.INFERRED, List.of("perdes-2025"), text);
    return Edition.builder()
        .from(DESA)
        .label(label)
        .origin(origin)
        .clusters(DESA.clusters().stream().map(cluster -> with(cluster, label, origin)).toList())
        .roles(
            DESA.roles().stream()
                .map(role -> new Role(role.code(), label, List.of(text.replace(";", ",")), origin))
                .toList())
        .stages(
            DESA.stages().stream()
                .map(
                    stage ->
                        new Stage(stage.code(), label, label, List.of(), stage.judging(), origin))
                .toList())
        .ladder(
            new Ladder(
                DESA.ladder().tiers().stream()
                    .map(tier -> new Tier(tier.code(), label, tier.range(), text, origin))
                    .toList()))
        .sources(List.of(new Source("perdes-2025", text, text)))
        .acceptedWarnings(List.of(new AcceptedWarning(FaultCode.SAME_LABEL, text, text)))
        .build();
  }

  private static Cluster with(Cluster cluster, Label label, Origin origin) {
    return Cluster.builder()
        .from(cluster)
        .label(label)
        .origin(origin)
        .indicators(
            cluster.indicators().stream()
                .map(
                    indicator ->
                        Indicator.builder()
                            .from(indicator)
                            .label(label)
                            .questions(
                                indicator.questions().stream()
                                    .map(question -> with(question, label, origin))
                                    .toList())
                            .build())
                .toList())
        .build();
  }

  private static Question with(Question question, Label label, Origin origin) {
    Question.Builder builder =
        Question.builder().from(question).label(label).notApplicableOrigin(origin);
    if (question.scale() instanceof Scale.Levels levels) {
      builder.scale(
          new Scale.Levels(
              levels.levels().stream()
                  .map(level -> new Scale.Level(level.code(), label, level.points()))
                  .toList(),
              origin));
    }
    return builder.build();
  }

  @Property(tries = 150)
  void of_anyText_breaksNoLineAndNoRow(@ForAll("texts") String text, @ForAll Language language) {
    List<String> tame = RuleBook.of(with("xy"), language).lines().toList();

    List<String> lines = RuleBook.of(with(text), language).lines().toList();

    assertThat(lines).hasSameSizeAs(tame);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(BAR.matcher(lines.get(i)).results().count())
          .as(lines.get(i))
          .isEqualTo(BAR.matcher(tame.get(i)).results().count());
    }
  }

  @Provide
  Arbitrary<Edition> editions() {
    return KlaArbitraries.of(Generators.answerSheets()).map(Assessment::edition);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void of_anyEdition_hasARowForEachQuestion(
      @ForAll("editions") Edition edition, @ForAll Language language) {
    String book = RuleBook.of(edition, language);

    assertThat(edition.questions())
        .allSatisfy(
            question -> assertThat(book).containsOnlyOnce("\n| `" + question.code() + "` |"));
    assertThat(book.lines().filter(line -> line.startsWith("|")))
        .allSatisfy(line -> assertThat(line).endsWith(" |"));
  }
}
