/**
 * Sheets in CSV and xlsx: to fill in, to merge, to read and to write. Start at {@link
 * id.kla.table.KlaTables}.
 *
 * <p>A file holds one table or several, each known by the columns in its header; rows above the
 * first header, of a key and a value, say which edition, region, round and stage the file is for. A
 * folder of files becomes a table of evidence by {@link id.kla.table.EvidenceScan}.
 */
@NullMarked
package id.kla.table;

import org.jspecify.annotations.NullMarked;
