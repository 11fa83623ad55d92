/**
 * What is wrong with data, and where; texts and labels in Indonesian and English. Start at {@link
 * id.kla.fault.Fault}, or at {@link id.kla.fault.Checked} for what reading returns.
 *
 * <p>Floor 0: imports no other package of kla.
 */
@NullMarked
package id.kla.fault;

import org.jspecify.annotations.NullMarked;
