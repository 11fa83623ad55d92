package id.kla.scoring;

import id.kla.fault.Digest;

/**
 * What a result was computed from, and the result itself, as digests of their canonical forms.
 *
 * @param edition of the edition by whose rules
 * @param assessment of what was scored
 * @param result of every node of the tree
 */
public record DigestRecord(Digest edition, Digest assessment, Digest result) {}
