package id.kla.edition;

import id.kla.fault.Label;

/**
 * A kind of evidence (<i>jenis data dukung</i>), such as a decree.
 *
 * @param code what questions call it
 * @param label its name
 * @param origin where it comes from
 */
public record EvidenceKind(String code, Label label, Origin origin) {}
