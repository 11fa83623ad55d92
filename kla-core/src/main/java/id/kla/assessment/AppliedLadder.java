package id.kla.assessment;

import id.kla.edition.NamedLadder;
import id.kla.edition.Origin;

/**
 * A ladder and a round that it applies to.
 *
 * @param round the round
 * @param named the ladder
 * @param origin how sure it is that it applies; its sources are those of the ladder
 */
public record AppliedLadder(Round round, NamedLadder named, Origin origin) {}
