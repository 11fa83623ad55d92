package id.kla.testing.jqwik;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.FactKind;
import id.kla.edition.Response;
import id.kla.region.Region;
import id.kla.region.Regions;
import id.kla.testing.Generators;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * What makes parameters of kla's types: editions, sheets, measured facts and regions.
 *
 * <pre>{@code
 * @Domain(KlaDomain.class)
 * @Domain(DomainContext.Global.class)
 * class PortalProperties {
 *   @Property
 *   void anySheet_isShown(@ForAll Assessment sheet, @ForAll int width) { ... }
 * }
 * }</pre>
 */
public final class KlaDomain extends DomainContextBase {

  /** Makes the domain; jqwik calls this. */
  public KlaDomain() {}

  /** Editions that can be scored. */
  @Provide
  public Arbitrary<Edition> editions() {
    return KlaArbitraries.of(Generators.editions());
  }

  /** Sheets, each of an edition of its own. */
  @Provide
  public Arbitrary<Assessment> assessments() {
    return KlaArbitraries.of(Generators.assessments());
  }

  /** Measured facts of every kind. */
  @Provide
  public Arbitrary<Response.Fact> facts() {
    List<FactKind> kinds = List.of(FactKind.values());
    return KlaArbitraries.of(choices -> Generators.facts(choices.oneOf(kinds)).from(choices));
  }

  /** Regencies and cities. */
  @Provide
  public Arbitrary<Region> regions() {
    return Arbitraries.of(Regions.builtIn().regions());
  }
}
