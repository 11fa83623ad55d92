package id.kla.jackson;

import id.kla.assessment.AssessmentDraft.DraftTotal;
import id.kla.assessment.DeclaredDraft;
import id.kla.assessment.DeclaredResult;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads declared results. */
final class DeclaredReader {

  private static final List<String> MEMBERS =
      List.of("region", "round", "stage", "total", "tier", "clusters", "indicators", "source");

  private final JsonCursor json;

  private DeclaredReader(JsonCursor json) {
    this.json = json;
  }

  /** Reads the results of an array where the cursor stands. */
  static void elements(JsonCursor json, Consumer<DeclaredResult> target) throws IOException {
    DeclaredReader reader = new DeclaredReader(json);
    json.elements(index -> reader.element().ifPresent(target));
  }

  static Checked<List<DeclaredResult>> read(JsonCursor json) throws IOException {
    List<DeclaredResult> results = new ArrayList<>();
    json.object(
        List.of("format", "results"),
        List.of("format", "results"),
        member -> {
          if (member.equals("format")) {
            json.format(KlaFormat.DECLARED.toString());
          } else {
            elements(json, results::add);
          }
        },
        new HashSet<>());
    List<Fault> faults = json.faults();
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(List.copyOf(results), faults);
  }

  /** Reads one result where the cursor stands. */
  static Checked<DeclaredResult> one(JsonCursor json) throws IOException {
    List<DeclaredResult> results = new ArrayList<>();
    json.value(() -> new DeclaredReader(json).element().ifPresent(results::add));
    return results.isEmpty()
        ? Checked.failed(json.faults())
        : Checked.of(results.get(0), json.faults());
  }

  private Optional<DeclaredResult> element() throws IOException {
    if (!json.isObject()) {
      return Optional.empty();
    }
    int errors = json.errors();
    DeclaredDraft.Builder draft = DeclaredDraft.builder().place(json.here());
    Set<String> seen = new HashSet<>();
    int faults = json.faults().size();
    json.members(
        MEMBERS,
        member -> {
          switch (member) {
            case "region" -> draft.region(json.text());
            case "round" -> draft.round(json.text());
            case "stage" -> draft.stage(json.text().map(Written::value));
            case "total" -> {
              Place place = json.here();
              draft.total(json.points().map(points -> new Written<>(points, place)));
            }
            case "tier" -> draft.tier(json.text().map(Written::value));
            case "clusters" -> parts(draft::addClusters);
            case "indicators" -> parts(draft::addIndicators);
            default -> draft.source(json.text().map(Written::value));
          }
        },
        seen);
    Checked<DeclaredResult> checked =
        draft
            .unread(json.errors() > errors ? seen : Set.of())
            .faults(json.faults().subList(faults, json.faults().size()))
            .build()
            .check();
    checked.faults().stream().skip(json.faults().size() - faults).forEach(json::report);
    return checked.value();
  }

  private void parts(Consumer<DraftTotal> target) throws IOException {
    json.entries(
        code -> {
          Place place = json.here();
          json.points().ifPresent(points -> target.accept(new DraftTotal(code, points, place)));
        });
  }
}
