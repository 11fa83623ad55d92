package id.kla.jackson;

import id.kla.fault.Digest;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.region.AreaLevel;
import id.kla.region.Province;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.scoring.Basis;
import id.kla.scoring.DigestRecord;
import id.kla.scoring.View;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads values that no document holds by themselves: regions, views and digests. */
final class ValueReader {

  private final JsonCursor json;
  private final PartsReader parts;

  ValueReader(JsonCursor json) {
    this.json = json;
    this.parts = new PartsReader(json);
  }

  // Regions

  Optional<Region> region() throws IOException {
    List<RegionCode> codes = new ArrayList<>();
    List<Region.Kind> kinds = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> members = List.of("code", "kind", "name");
    boolean isComplete =
        parts.object(
            members,
            members,
            member -> {
              switch (member) {
                case "code" -> code(AreaLevel.REGION).ifPresent(codes::add);
                case "kind" -> parts.word(Region.Kind.class).ifPresent(kinds::add);
                default -> json.text().map(Written::value).ifPresent(names::add);
              }
            });
    return isComplete
        ? Optional.of(new Region(codes.get(0), kinds.get(0), names.get(0)))
        : Optional.empty();
  }

  Optional<Province> province() throws IOException {
    List<RegionCode> codes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> members = List.of("code", "name");
    boolean isComplete =
        parts.object(
            members,
            members,
            member -> {
              if (member.equals("code")) {
                code(AreaLevel.PROVINCE).ifPresent(codes::add);
              } else {
                json.text().map(Written::value).ifPresent(names::add);
              }
            });
    return isComplete ? Optional.of(new Province(codes.get(0), names.get(0))) : Optional.empty();
  }

  private Optional<RegionCode> code(AreaLevel level) throws IOException {
    return parts.parsed(
        text -> RegionCode.find(text).filter(code -> code.level() == level),
        FaultCode.BAD_REGION_CODE);
  }

  // Scores

  Optional<View> view() throws IOException {
    Place place = json.here();
    List<Basis> basis = new ArrayList<>();
    List<LocalDate> asOf = new ArrayList<>();
    List<String> stage = new ArrayList<>();
    boolean isComplete =
        parts.object(
            List.of("basis", "asOf", "stage"),
            List.of("basis"),
            member -> {
              switch (member) {
                case "basis" -> parts.word(Basis.class).ifPresent(basis::add);
                case "asOf" ->
                    parts.parsed(PartsReader::day, FaultCode.BAD_DATE).ifPresent(asOf::add);
                default -> json.text().map(Written::value).ifPresent(stage::add);
              }
            });
    if (!isComplete) {
      return Optional.empty();
    }
    boolean isFit =
        switch (basis.get(0)) {
          case CLAIMED -> asOf.isEmpty() && stage.isEmpty();
          case EVIDENCED -> !asOf.isEmpty();
          case VERIFIED -> asOf.isEmpty() && !stage.isEmpty();
        };
    if (!isFit) {
      String word = PartsReader.code(basis.get(0));
      json.refuse(
          place,
          Label.of("pandangan " + word, "the view " + word),
          Label.of(
              "claimed saja, evidenced dengan asOf, atau verified dengan stage",
              "claimed alone, evidenced with asOf, or verified with a stage"));
      return Optional.empty();
    }
    return Optional.of(
        View.of(basis.get(0), asOf.stream().findFirst(), stage.stream().findFirst()));
  }

  Optional<DigestRecord> digests() throws IOException {
    List<Digest> edition = new ArrayList<>();
    List<Digest> assessment = new ArrayList<>();
    List<Digest> result = new ArrayList<>();
    List<String> members = List.of("edition", "assessment", "result");
    boolean isComplete =
        parts.object(
            members,
            members,
            member ->
                parts
                    .parsed(Digest::find, FaultCode.BAD_DIGEST)
                    .ifPresent(
                        switch (member) {
                          case "edition" -> edition::add;
                          case "assessment" -> assessment::add;
                          default -> result::add;
                        }));
    return isComplete
        ? Optional.of(new DigestRecord(edition.get(0), assessment.get(0), result.get(0)))
        : Optional.empty();
  }
}
