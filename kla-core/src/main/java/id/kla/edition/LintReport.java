package id.kla.edition;

import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What lint has found so far, and how a fault is made of a part and its place. */
final class LintReport {

  static final Label EDITION = Label.of("edisi", "edition");
  static final Label LADDER = Label.of("tangga predikat", "ladder");
  static final Label WHOLE = Label.of("", "");

  /** The columns of a lower bound, of which one is filled. */
  static final String[] LOWER = {"from", "above"};

  /** The columns of an upper bound, of which one is filled. */
  static final String[] UPPER = {"to", "below"};

  private final Edition edition;
  private final EditionPlaces places;
  private final List<Fault> found = new ArrayList<>();
  private final Set<AcceptedWarning> used = new HashSet<>();

  /** Looking for near names takes time, and nobody reads this many. */
  private int suggestions = 100;

  LintReport(Edition edition, EditionPlaces places) {
    this.edition = edition;
    this.places = places;
  }

  EditionPlaces places() {
    return places;
  }

  List<Fault> found() {
    return List.copyOf(found);
  }

  boolean has(FaultCode code) {
    return found.stream().anyMatch(fault -> fault.code() == code);
  }

  /** A fault of a part, in the cell that it is in, or the first of those that are filled. */
  Fault fault(FaultCode code, Object part, Label name, String... columns) {
    return Fault.of(code, places.find(part, columns).orElseGet(() -> unread(name)));
  }

  /** A fault of a step of a question's scale stands where the scale was read. */
  Fault stepFault(FaultCode code, Question question, Label name, int step, String... columns) {
    return Fault.of(
        code, places.findStep(question.scale(), step, columns).orElseGet(() -> unread(name)));
  }

  /** A fault of what the first table says under a key. */
  Fault keyFault(FaultCode code, String key) {
    return Fault.of(code, places.findKey(key).orElseGet(() -> unread(WHOLE)));
  }

  /** A fault of the edition as a whole. */
  Fault wholeFault(FaultCode code, Label name) {
    return Fault.of(code, places.whole().orElseGet(() -> unread(name)));
  }

  Place unread(Label name) {
    return Place.edition(edition.id(), name);
  }

  /** Keeps a fault, unless it is a warning that the edition accepts of that part. */
  void report(Fault fault, Label part) {
    if (fault.severity() != Severity.ERROR) {
      Optional<AcceptedWarning> accepted =
          edition.acceptedWarnings().stream()
              .filter(a -> a.code() == fault.code() && a.part().equals(part.english()))
              .findFirst();
      if (accepted.isPresent()) {
        used.add(accepted.get());
        return;
      }
    }
    found.add(fault);
  }

  /** Notes what the edition accepts and what has not been reported. */
  void acceptedButAbsent() {
    for (AcceptedWarning accepted : edition.acceptedWarnings()) {
      if (!used.contains(accepted)) {
        Label name = Label.of(accepted.part(), accepted.part());
        found.add(
            fault(FaultCode.NOTHING_ACCEPTED, accepted, name, "warning")
                .with("found", accepted.code().name())
                .with("part", accepted.part()));
      }
    }
  }

  // What several parts have in common

  /** Reports each code that is none of {@code all}. */
  void known(Object part, Label name, String column, List<String> codes, Collection<String> all) {
    known(() -> fault(FaultCode.UNKNOWN_CODE, part, name, column), name, codes, all);
  }

  void known(Supplier<Fault> fault, Label name, List<String> codes, Collection<String> all) {
    for (String code : codes) {
      if (!all.contains(code)) {
        List<String> nearest = suggestions-- > 0 ? Nearest.to(code, all) : List.of();
        report(fault.get().with("found", code).with("nearest", nearest), name);
      }
    }
  }

  /** Reports an award that is below nothing or above {@code most}. */
  void range(Fault fault, Label name, Points award, Points most) {
    if (award.signum() < 0 || award.compareTo(most) > 0) {
      report(
          fault
              .with("part", Argument.of(name))
              .with("found", award.toBigDecimal())
              .with("stated", most.toBigDecimal()),
          name);
    }
  }

  void hole(Fault fault, Label name, String after, String before) {
    report(fault.with("part", Argument.of(name)).with("after", after).with("before", before), name);
  }

  /** Makes a fault of one of the intervals that follow each other. */
  interface Steps {
    Fault fault(FaultCode code, int step, String... columns);
  }

  /** Each interval must begin exactly where the one before it ends; says whether they all do. */
  <T extends Comparable<? super T>> boolean chain(
      Steps steps, Label name, List<Interval<T>> intervals) {
    int before = found.size();
    for (int i = 0; i < intervals.size(); i++) {
      if (intervals.get(i).isEmpty()) {
        overlap(steps.fault(FaultCode.OVERLAP, i), name, intervals.get(i), intervals.get(i));
      }
      if (i == 0) {
        continue;
      }
      Interval<T> below = intervals.get(i - 1);
      Interval<T> above = intervals.get(i);
      if (below.upper().isEmpty() || above.lower().isEmpty()) {
        overlap(steps.fault(FaultCode.OVERLAP, i, LOWER), name, below, above);
        continue;
      }
      Bound<T> end = below.upper().get();
      Bound<T> start = above.lower().get();
      int order = end.value().compareTo(start.value());
      if (order > 0
          || (order == 0 && end.kind() == Bound.Kind.CLOSED && start.kind() == Bound.Kind.CLOSED)) {
        overlap(steps.fault(FaultCode.OVERLAP, i, LOWER), name, below, above);
      } else if (order < 0 || (end.kind() == Bound.Kind.OPEN && start.kind() == Bound.Kind.OPEN)) {
        hole(steps.fault(FaultCode.HOLE, i, LOWER), name, below.toString(), above.toString());
      }
    }
    return found.size() == before;
  }

  private <T extends Comparable<? super T>> void overlap(
      Fault fault, Label name, Interval<T> below, Interval<T> above) {
    report(
        fault
            .with("part", Argument.of(name))
            .with("first", below.toString())
            .with("second", above.toString()),
        name);
  }
}
