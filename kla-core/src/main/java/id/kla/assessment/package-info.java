/**
 * What one region answered in one round. Start at {@link id.kla.assessment.Assessment}; what was
 * read and is not checked yet is an {@link id.kla.assessment.AssessmentDraft}.
 *
 * <p>Floor 2: imports {@code points}, {@code fault}, {@code region} and {@code edition}.
 */
@NullMarked
package id.kla.assessment;

import org.jspecify.annotations.NullMarked;
