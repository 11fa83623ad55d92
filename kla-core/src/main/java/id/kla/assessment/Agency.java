package id.kla.assessment;

import java.util.List;
import org.immutables.value.Value;

/**
 * A body of a region that answers questions or holds evidence (<i>OPD, instansi vertikal, lembaga
 * masyarakat</i>).
 */
@Value.Immutable
public abstract class Agency {

  Agency() {}

  /** What kind of body an agency is. */
  public enum Kind {
    /** An agency of the regency or city (<i>OPD</i>). */
    OWN,
    /** A local office of a national body, such as the police (<i>instansi vertikal</i>). */
    VERTICAL,
    /** A body of civil society. */
    COMMUNITY,
    /** A business, or a forum of them. */
    BUSINESS,
    /** A newspaper, a station, a portal. */
    MEDIA,
    /** A sub-district (<i>kecamatan</i>). */
    SUBDISTRICT,
    /** A village or urban ward (<i>desa/kelurahan</i>). */
    VILLAGE
  }

  /** Returns the code that evidence names it by. */
  public abstract String code();

  /** Returns its name; the code where none is given. */
  @Value.Default
  public String name() {
    return code();
  }

  /** Returns its kind; an agency of the region's own unless said otherwise. */
  @Value.Default
  public Kind kind() {
    return Kind.OWN;
  }

  /** Returns other names that mean the same agency. */
  public abstract List<String> aliases();

  /** Returns the edition's roles that it holds, by code; one agency may hold several. */
  public abstract List<String> roles();

  /** Says whether a name is its code, its name or an alias, in capitals or not. */
  public boolean isCalled(String name) {
    return code().equalsIgnoreCase(name)
        || name().equalsIgnoreCase(name)
        || aliases().stream().anyMatch(name::equalsIgnoreCase);
  }

  /** Returns a builder; the code must be given. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an agency. */
  public static final class Builder extends ImmutableAgency.Builder {
    Builder() {}
  }
}
