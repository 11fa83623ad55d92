package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.jackson.KlaJson;
import id.kla.table.KlaTables;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How files are read. */
final class Reading {

  @Option(
      names = "--lenient",
      description =
          "Read on in spite of unknown members, numbers in quotation marks and the like, and warn.")
  private boolean isLenient;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Code or name of the region, for tables that name none.")
  private @Nullable String region;

  @Option(
      names = "--round",
      paramLabel = "YEAR",
      description = "The round, for tables that name none.")
  private @Nullable String round;

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description = "The stage, for tables that name none.")
  private @Nullable String stage;

  /** Made by picocli. */
  Reading() {}

  KlaJson json(Optional<Edition> edition) {
    List<Edition> editions = edition.map(List::of).orElse(List.of());
    return isLenient ? KlaJson.lenient(editions) : KlaJson.strict(editions);
  }

  KlaTables tables(Optional<Edition> edition, Common common) {
    KlaTables tables = KlaTables.of().in(common.language());
    tables = edition.isPresent() ? tables.withEdition(edition.get()) : tables;
    tables = region == null ? tables : tables.withRegion(region);
    tables = round == null ? tables : tables.withRound(round);
    return stage == null ? tables : tables.withStage(stage);
  }
}
