/**
 * Turns an assessment into points and a tier, every point explained. Start at {@link
 * id.kla.scoring.ScoringEngine}; what comes of it is a {@link id.kla.scoring.ScoredAssessment}.
 *
 * <p>Floor 3: imports {@code points}, {@code fault}, {@code region}, {@code edition} and {@code
 * assessment}.
 */
@NullMarked
package id.kla.scoring;

import org.jspecify.annotations.NullMarked;
