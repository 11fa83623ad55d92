package id.kla.rollup;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.region.AreaLevel;
import id.kla.region.Province;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import java.util.List;
import java.util.Optional;

/**
 * What is rolled up: the nation or one province.
 *
 * @param province the province; none is the nation
 */
@CheckReturnValue
public record Area(Optional<RegionCode> province) {

  /** What the nation is called where a province has its code. */
  public static final String NATION = "ID";

  /**
   * Checks the code.
   *
   * @throws IllegalArgumentException if it is not a known province's
   */
  public Area {
    province.ifPresent(
        code -> {
          if (Regions.builtIn().findProvince(code).isEmpty()) {
            throw new IllegalArgumentException("area: there is no province " + code);
          }
        });
  }

  /** Returns the nation: all 514 regencies and cities, Jakarta's administrative ones included. */
  public static Area nation() {
    return new Area(Optional.empty());
  }

  /**
   * Returns a province.
   *
   * @throws IllegalArgumentException if it is not known
   */
  public static Area province(RegionCode code) {
    return new Area(Optional.of(code));
  }

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws IllegalArgumentException if it names neither the nation nor a known province
   */
  public static Area parse(String text) {
    return text.equals(NATION) ? nation() : province(RegionCode.parse(text));
  }

  /** Returns the province that {@code text} names by code or name, or the fault that none does. */
  public static Checked<Area> findProvince(String text, Place place) {
    String name = text.strip();
    List<Province> provinces = Regions.builtIn().provinces();
    return provinces.stream()
        .filter(each -> each.code().toString().equals(name) || each.name().equalsIgnoreCase(name))
        .findFirst()
        .map(each -> Checked.of(province(each.code()), List.of()))
        .orElseGet(
            () ->
                Checked.failed(
                    List.of(
                        Fault.of(FaultCode.UNKNOWN_PROVINCE, place)
                            .with("found", text)
                            .with(
                                "nearest",
                                Nearest.to(
                                    name, provinces.stream().map(Province::name).toList())))));
  }

  /** Returns the regencies and cities in the order of their codes. */
  public List<Region> regions() {
    return province.map(Regions.builtIn()::regionsOf).orElseGet(() -> Regions.builtIn().regions());
  }

  /** Says whether an area of any level is this one or lies in it. */
  public boolean covers(RegionCode code) {
    return province.isEmpty() || code.province().equals(province.get());
  }

  /** Says whether {@code code} is a known regency or city of this area. */
  public boolean holds(RegionCode code) {
    return code.level() == AreaLevel.REGION
        && covers(code)
        && Regions.builtIn().findRegion(code).isPresent();
  }

  /** Returns the code of the province, or {@link #NATION}. */
  @Override
  public String toString() {
    return province.map(RegionCode::toString).orElse(NATION);
  }
}
