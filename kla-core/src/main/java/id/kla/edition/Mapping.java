package id.kla.edition;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.EditionDraft.DraftRow;
import id.kla.edition.EditionDraft.DraftTable;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which parts of an earlier edition a later one goes on with.
 *
 * <p>A part without an equivalent is said to have none, which is an answer; a part that no link
 * names is one of which nothing is known.
 *
 * @param from the earlier edition, by id
 * @param to the later edition, by id
 * @param links one for each part that something is said of, in the table's order
 */
@CheckReturnValue
public record Mapping(String from, String to, List<Link> links) {

  private static final List<String> COLUMNS =
      List.of("part", "from", "to", "mark", "source", "note");

  /** Copies the list. */
  public Mapping {
    links = List.copyOf(links);
  }

  /** What kind of part a link is about. */
  public enum Part {
    /** A cluster. */
    CLUSTER,
    /** An indicator. */
    INDICATOR,
    /** A question. */
    QUESTION
  }

  /**
   * Parts of the earlier edition and what the later one has of them.
   *
   * @param part what kind of parts they are, on both sides
   * @param from their codes in the earlier edition, at least one
   * @param to the codes in the later edition; none where they have no equivalent
   * @param origin who says so
   */
  public record Link(Part part, List<String> from, List<String> to, Origin origin) {

    /** Copies the lists. */
    public Link {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /**
   * Reads a mapping of {@code from} to {@code to} from a tab-separated table.
   *
   * <p>Its columns are part (cluster, indicator or question), from and to (codes divided by
   * semicolons; an empty to says that there is no equivalent), mark, source and note. No part may
   * be mapped twice, and none whose cluster or indicator is mapped, too: its points would count
   * twice.
   *
   * @param table the file
   * @return the mapping, or every fault with row and column
   */
  public static Checked<Mapping> read(Path table, Edition from, Edition to) {
    try (InputStream stream = Files.newInputStream(table)) {
      byte[] content = stream.readNBytes(EditionTables.LARGEST + 1);
      return content.length > EditionTables.LARGEST
          ? Checked.failed(
              List.of(
                  Fault.of(FaultCode.TOO_LARGE, Place.file(table.toString()))
                      .with("found", "more than " + EditionTables.LARGEST + " bytes")
                      .with("allowed", EditionTables.LARGEST + " bytes")))
          : read(table.toString(), content, from, to);
    } catch (IOException e) {
      return Checked.failed(List.of(Fault.unreadable(table.toString(), e)));
    }
  }

  private static Checked<Mapping> read(String name, byte[] content, Edition from, Edition to) {
    List<Fault> faults = new ArrayList<>();
    Optional<DraftTable> table = Table.read(name, COLUMNS, COLUMNS.subList(0, 3), content, faults);
    List<Link> links = new ArrayList<>();
    Map<String, String> owners = new HashMap<>();
    if (table.isPresent()) {
      for (DraftRow written : table.get().rows()) {
        Row row = new Row(written, table.get().unread(), faults);
        link(row, from, to)
            .ifPresent(
                link -> {
                  link.from().forEach(code -> twice(row, link.part(), code, "from", from, owners));
                  link.to().forEach(code -> twice(row, link.part(), code, "to", to, owners));
                  links.add(link);
                });
      }
    }
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(new Mapping(from.id(), to.id(), links), faults);
  }

  private static Optional<Link> link(Row row, Edition from, Edition to) {
    Optional<Part> part =
        row.filled("part").isPresent() ? row.word("part", Part.class) : Optional.empty();
    if (row.filled("from").isEmpty() || part.isEmpty()) {
      return Optional.empty();
    }
    boolean isKnown = true;
    for (String code : row.list("from")) {
      isKnown &= known(row, "from", part.get(), code, from);
    }
    List<String> targets = row.list("to");
    for (String target : targets) {
      isKnown &= known(row, "to", part.get(), target, to);
    }
    Origin origin =
        new Origin(
            row.word("mark", Mark.class, Mark.INFERRED), row.list("source"), row.text("note"));
    return isKnown
        ? Optional.of(new Link(part.get(), row.list("from"), targets, origin))
        : Optional.empty();
  }

  private static boolean known(Row row, String column, Part part, String code, Edition edition) {
    List<String> codes = codes(part, edition);
    if (codes.contains(code)) {
      return true;
    }
    row.report(
        Fault.of(FaultCode.UNKNOWN_PART, row.place(column))
            .with("found", code)
            .with("edition", edition.id())
            .with("nearest", Nearest.to(code, codes)));
    return false;
  }

  private static List<String> codes(Part part, Edition edition) {
    return switch (part) {
      case CLUSTER -> edition.clusters().stream().map(Cluster::code).toList();
      case INDICATOR -> edition.indicators().stream().map(Indicator::code).toList();
      case QUESTION -> edition.questions().stream().map(q -> q.code().toString()).toList();
    };
  }

  /** Every question, and an indicator as a whole, may stand on its side once. */
  private static void twice(
      Row row, Part part, String code, String side, Edition edition, Map<String, String> owners) {
    String name = part.name().toLowerCase(Locale.ROOT) + " " + code;
    for (String leaf : leaves(part, code, edition)) {
      String other = owners.putIfAbsent(side + " " + leaf, name);
      if (other != null) {
        row.report(
            Fault.of(FaultCode.MAPPED_TWICE, row.place(side))
                .with("found", name)
                .with("other", other));
        return;
      }
    }
  }

  private static List<String> leaves(Part part, String code, Edition edition) {
    List<String> leaves = new ArrayList<>();
    for (Cluster cluster : edition.clusters()) {
      boolean isOfCluster = part == Part.CLUSTER && cluster.code().equals(code);
      if (isOfCluster) {
        leaves.add("cluster " + code);
      }
      for (Indicator indicator : cluster.indicators()) {
        boolean isOfIndicator = part == Part.INDICATOR && indicator.code().equals(code);
        if (isOfCluster || isOfIndicator) {
          leaves.add("indicator " + indicator.code());
        }
        for (Question question : indicator.questions()) {
          boolean isQuestion = part == Part.QUESTION && question.code().toString().equals(code);
          if (isOfCluster || isOfIndicator || isQuestion) {
            leaves.add("question " + question.code());
          }
        }
      }
    }
    return leaves;
  }
}
