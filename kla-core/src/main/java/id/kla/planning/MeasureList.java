package id.kla.planning;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures as somebody wrote them down for an edition, not yet set against a score (<i>daftar
 * kegiatan</i>).
 *
 * <p>Each is right by itself: its awards are what answers of the edition can earn, its cost and
 * years are such. A list may need or exclude measures of another one: every agency writes its own,
 * and {@link #join} makes one of them. {@link Measures#check(id.kla.scoring.ScoredAssessment,
 * MeasureList)} then sets it against a score.
 *
 * <p>Two lists are equal when edition and measures are, wherever they were read.
 */
@CheckReturnValue
public final class MeasureList {

  private final Edition edition;
  private final ImmutableList<Written<Measure>> written;

  private MeasureList(Edition edition, List<Written<Measure>> written) {
    this.edition = edition;
    this.written = ImmutableList.copyOf(written);
  }

  /**
   * Returns the list, or every fault that stands in its way. A code that stands there twice is one;
   * the same name and awards of two agencies are warned of.
   */
  public static Checked<MeasureList> check(Edition edition, List<Written<Measure>> written) {
    List<Fault> faults = new ArrayList<>();
    List<Written<Measure>> checked = new MeasuresCheck(edition, faults).each(written);
    return checked(new MeasureList(edition, checked), faults);
  }

  private static Checked<MeasureList> checked(MeasureList list, List<Fault> found) {
    List<Fault> faults = found.stream().distinct().toList();
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(list, faults);
  }

  /**
   * Returns the list.
   *
   * @throws FaultException with every fault that stands in its way
   */
  public static MeasureList of(Edition edition, List<Measure> measures) {
    return check(
            edition,
            measures.stream().map(measure -> new Written<>(measure, Place.unknown())).toList())
        .orThrow();
  }

  /**
   * Returns all measures of lists for one edition, such as one of each agency. What the lists' own
   * checks have told already is not told again.
   *
   * @throws IllegalArgumentException if there is no list
   */
  public static Checked<MeasureList> join(List<MeasureList> lists) {
    if (lists.isEmpty()) {
      throw new IllegalArgumentException("lists: found none; allowed: one or more");
    }
    Edition edition = lists.get(0).edition;
    List<Fault> faults = new ArrayList<>();
    Set<Fault> told = new HashSet<>();
    List<Written<Measure>> all = new ArrayList<>();
    for (MeasureList list : lists) {
      if (!list.edition.equals(edition)) {
        faults.add(
            Fault.of(FaultCode.OTHER_EDITION, list.place())
                .with("found", list.edition.id())
                .with("allowed", edition.id()));
      }
      told.addAll(check(list.edition, list.written).faults());
      all.addAll(list.written);
    }
    if (!faults.isEmpty()) {
      return Checked.failed(faults);
    }
    List<Written<Measure>> checked = new MeasuresCheck(edition, faults).each(all);
    faults.removeAll(told);
    return checked(new MeasureList(edition, checked), faults);
  }

  /** Returns the edition whose questions the measures raise. */
  public Edition edition() {
    return edition;
  }

  /** Returns the measures in the order in which they were written. */
  public List<Measure> measures() {
    return written.stream().map(Written::value).toList();
  }

  List<Written<Measure>> written() {
    return written;
  }

  /** Where the list begins. */
  Place place() {
    return written.isEmpty() ? Place.unknown() : written.get(0).place();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MeasureList list
        && list.edition.equals(edition)
        && list.measures().equals(measures());
  }

  @Override
  public int hashCode() {
    return 31 * edition.hashCode() + measures().hashCode();
  }

  /** Returns the edition and the codes, such as {@code kla-2024 [M1, M2]}. */
  @Override
  public String toString() {
    return edition.id() + " " + measures().stream().map(Measure::code).toList();
  }
}
