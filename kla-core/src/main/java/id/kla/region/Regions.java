package id.kla.region;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The provinces, and the regencies and cities, found by code or by name.
 *
 * <p>The built-in list holds 38 provinces, 416 regencies and 98 cities, Jakarta's administrative
 * ones included; the tables say where it comes from.
 *
 * <pre>{@code
 * Regions.builtIn().find("Kab. Ogan Ilir").orThrow().code(); // 16.10
 * }</pre>
 */
@CheckReturnValue
public final class Regions {

  private static final Regions BUILT_IN = readBuiltIn();

  private final ImmutableMap<RegionCode, Province> provinces;
  private final ImmutableMap<RegionCode, Region> regions;
  private final ImmutableMap<String, Region> byFullName;
  private final ImmutableListMultimap<String, Region> byKey;

  private Regions(List<Province> provinces, List<Region> regions) {
    this.provinces =
        provinces.stream().collect(ImmutableMap.toImmutableMap(Province::code, p -> p));
    this.regions = regions.stream().collect(ImmutableMap.toImmutableMap(Region::code, r -> r));
    this.byFullName =
        regions.stream().collect(ImmutableMap.toImmutableMap(Region::fullName, r -> r));
    ImmutableListMultimap.Builder<String, Region> keys = ImmutableListMultimap.builder();
    for (Region region : regions) {
      keys.put(key(region.name()), region);
      keys.put(key(region.fullName()), region);
    }
    this.byKey = keys.build();
  }

  /** Returns the built-in list. */
  public static Regions builtIn() {
    return BUILT_IN;
  }

  /** Returns the provinces in the order of their codes. */
  public List<Province> provinces() {
    return provinces.values().asList();
  }

  /** Returns the regencies and cities in the order of their codes. */
  public List<Region> regions() {
    return regions.values().asList();
  }

  /** Returns the regencies and cities of a province in the order of their codes. */
  public List<Region> regionsOf(RegionCode province) {
    return regions().stream()
        .filter(region -> region.code().province().equals(province))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the province with that code, if there is one. */
  public Optional<Province> findProvince(RegionCode code) {
    return Optional.ofNullable(provinces.get(code));
  }

  /** Returns the regency or city with that code, if there is one. */
  public Optional<Region> findRegion(RegionCode code) {
    return Optional.ofNullable(regions.get(code));
  }

  /**
   * Returns the regency or city with that code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Region region(RegionCode code) {
    return findRegion(code)
        .orElseThrow(() -> new IllegalArgumentException("region: there is no " + code));
  }

  /**
   * Returns the regency or city that {@code text} names: by code, by kind and name, or by name
   * alone where only one bears it. Case, blanks, hyphens, points and the word "Administrasi" don't
   * matter; "Kab." and "Kabupaten" are the same.
   *
   * <p>Faults: {@link FaultCode#UNKNOWN_REGION} with the nearest names, {@link
   * FaultCode#PROVINCE_AS_REGION}, {@link FaultCode#AMBIGUOUS_REGION} with all that bear the name.
   */
  public Checked<Region> find(String text) {
    return find(text, Place.unknown());
  }

  /** Does the same for a text that stands at {@code place}. */
  public Checked<Region> find(String text, Place place) {
    Region exact = byFullName.get(text);
    if (exact != null) {
      return Checked.of(exact, List.of());
    }
    Optional<Region> byCode = RegionCode.find(pointed(text.strip())).map(regions::get);
    List<Region> found = byCode.map(List::of).orElseGet(() -> byKey.get(key(text)));
    if (found.size() == 1) {
      return Checked.of(found.get(0), List.of());
    }
    if (found.isEmpty()) {
      Optional<Province> province =
          provinces().stream()
              .filter(
                  each ->
                      each.code().toString().equals(text.strip())
                          || key(each.name()).equals(key(text)))
              .findFirst();
      if (province.isPresent()) {
        return Checked.failed(
            List.of(
                Fault.of(FaultCode.PROVINCE_AS_REGION, place)
                    .with("found", text)
                    .with("name", province.get().name())));
      }
      return Checked.failed(
          List.of(
              Fault.of(FaultCode.UNKNOWN_REGION, place)
                  .with("found", text)
                  .with("nearest", nearest(text))));
    }
    return Checked.failed(
        List.of(
            Fault.of(FaultCode.AMBIGUOUS_REGION, place)
                .with("found", text)
                .with("allowed", found.stream().map(Regions::named).toList())));
  }

  /**
   * Returns the code of the area that {@code text} names: what {@link #find(String)} finds, or the
   * code of a sub-district or village of a known region.
   */
  public Checked<RegionCode> findArea(String text, Place place) {
    Optional<RegionCode> inside =
        RegionCode.find(text.strip())
            .filter(code -> code.region().map(regions::containsKey).orElse(false));
    if (inside.isPresent()) {
      return Checked.of(inside.get(), List.of());
    }
    Checked<Region> found = find(text, place);
    return found.value().isPresent()
        ? Checked.of(found.orThrow().code(), found.faults())
        : Checked.failed(found.faults());
  }

  /**
   * Returns the name of the regency or city that an area is or lies in, or of the province; the
   * code where none is known.
   */
  public String describe(RegionCode code) {
    return code.region()
        .flatMap(this::findRegion)
        .map(Region::fullName)
        .or(() -> findProvince(code).map(province -> "Provinsi " + province.name()))
        .orElse(code.toString());
  }

  /** A code of four digits is often written without its point. */
  private static String pointed(String text) {
    return text.matches("[0-9]{4}") ? text.substring(0, 2) + "." + text.substring(2) : text;
  }

  private List<String> nearest(String text) {
    String key = key(text);
    List<Region> otherKind = byKey.get(key.replaceFirst("^(kota|kabupaten)", ""));
    if (!otherKind.isEmpty()) {
      return otherKind.stream().map(Regions::named).toList();
    }
    List<String> near = Nearest.to(key, byKey.keySet());
    return near.stream()
        .flatMap(name -> byKey.get(name).stream())
        .distinct()
        .map(Regions::named)
        .limit(3)
        .toList();
  }

  private static String named(Region region) {
    return region.fullName() + " (" + region.code() + ")";
  }

  private static String key(String text) {
    String letters =
        text.toLowerCase(Locale.ROOT)
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .mapToObj(Character::toString)
            .collect(Collectors.joining())
            .replace("administrasi", "")
            .replace("administratif", "")
            .replaceFirst("^(kota|kab|kabupaten)adm(?=jakarta|kepulauan)", "$1");
    return letters.startsWith("kab") && !letters.startsWith("kabupaten")
        ? "kabupaten" + letters.substring(3)
        : letters;
  }

  private static Regions readBuiltIn() {
    List<Province> provinces =
        rows("provinces.tsv").stream()
            .map(row -> new Province(RegionCode.parse(row.get(0)), row.get(1)))
            .toList();
    List<Region> regions =
        rows("regions.tsv").stream()
            .map(
                row ->
                    new Region(
                        RegionCode.parse(row.get(0)), Region.Kind.valueOf(row.get(1)), row.get(2)))
            .toList();
    return new Regions(provinces, regions);
  }

  /** The rows of a built-in table, without its header and its lines of provenance. */
  private static List<List<String>> rows(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Regions.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> Splitter.on('\t').splitToList(line))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
