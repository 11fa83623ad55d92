package id.kla.edition;

import id.kla.fault.Label;

/**
 * A theme across clusters (<i>tema</i>), such as training in child rights.
 *
 * @param code what questions call it
 * @param label its name
 * @param origin where it, and which questions belong to it, comes from
 */
public record Topic(String code, Label label, Origin origin) {}
