package id.kla.table;

import static java.util.stream.Collectors.toSet;

import id.kla.assessment.Evidence;
import id.kla.edition.Edition;
import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Digest;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a list of evidence out of a folder of files.
 *
 * <p>A file's questions are told by the codes at the beginning of its name ({@code 14.10 SK.pdf},
 * {@code 1.1, 2.4 - Perda.pdf}), or else of a folder's ({@code 14.10 Puskesmas/}, {@code 14/10/}),
 * or by a list. Where that is not sure, the document has no questions, and a warning says so:
 * nothing is guessed, and neither kind nor days are invented. Each file is a document of its own,
 * known by its location unless a list gives an id, with the SHA-256 digest of its content; copies
 * have the same digest. The documents stand in the order of their questions and locations, whatever
 * order the file system lists them in.
 *
 * <p>Hidden files and those of systems are passed over; links, empty and unreadable files, and
 * those that change while they are read, are reported and left out. A folder may have 19,990 files,
 * 32 folders in one another, and names of 4,194,304 characters together.
 *
 * <pre>{@code
 * List<Evidence> evidence = EvidenceScan.of(edition).scan(Path.of("bukti")).orThrow();
 * }</pre>
 */
public final class EvidenceScan {

  private static final FolderWalk.Most MOST =
      new FolderWalk.Most(Limits.SCANNED, Limits.DEPTH, Limits.NAMES);

  private final Edition edition;
  private final Optional<SheetFile> list;
  private final Set<Path> except;

  private EvidenceScan(Edition edition, Optional<SheetFile> list, Set<Path> except) {
    this.edition = edition;
    this.list = list;
    this.except = Set.copyOf(except);
  }

  /** Returns a scan of files for the questions of {@code edition}. */
  public static EvidenceScan of(Edition edition) {
    return new EvidenceScan(edition, Optional.empty(), Set.of());
  }

  /**
   * Returns the same with a list of files and their questions: a table with a column {@code file}
   * (or {@code location}) and one {@code questions}, and any others of a table of evidence. What it
   * says of a file counts; files that it does not name are told by their names.
   */
  public EvidenceScan withList(SheetFile table) {
    return new EvidenceScan(edition, Optional.of(table), except);
  }

  /** Returns the same that takes {@code file}, such as the list itself, for no evidence. */
  public EvidenceScan without(Path file) {
    return new EvidenceScan(
        edition, list, Stream.concat(except.stream(), Stream.of(file)).collect(toSet()));
  }

  /** Reads every file below {@code folder}, several at once and none of them whole. */
  public Checked<List<Evidence>> scan(Path folder) {
    Checked<Map<String, Written<Evidence>>> listed = listed();
    Checked<List<ScannedFile>> found = FolderWalk.of(folder, except, MOST);
    List<Fault> faults = new ArrayList<>(listed.faults());
    faults.addAll(found.faults());
    if (listed.value().isEmpty() || found.value().isEmpty()) {
      return Checked.failed(faults);
    }
    List<ScannedFile> files = found.orThrow();
    List<ScannedFile.Content> contents = files.parallelStream().map(ScannedFile::content).toList();
    Map<String, Written<Evidence>> unmet = new LinkedHashMap<>(listed.orThrow());
    NamedQuestions names = new NamedQuestions(edition);
    List<Written<Evidence>> evidence = new ArrayList<>();
    List<Fault> spoilt = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      ScannedFile file = files.get(i);
      ScannedFile.Content content = contents.get(i);
      Optional<Written<Evidence>> known = Optional.ofNullable(unmet.remove(file.location()));
      content.fault().ifPresent(spoilt::add);
      if (content.digest().isPresent()) {
        evidence.add(document(file, content.digest().get(), known, names, spoilt));
      }
    }
    faults.addAll(names.faults());
    faults.addAll(spoilt);
    unmet.values().forEach(row -> faults.add(unmet(row)));
    sameIds(evidence, faults);
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(ordered(evidence), faults);
  }

  private Checked<Map<String, Written<Evidence>>> listed() {
    if (list.isEmpty()) {
      return Checked.of(Map.of(), List.of());
    }
    Checked<List<Grid>> grids = list.get().grids();
    return grids.value().isPresent()
        ? new SheetReader(grids.orThrow()).files(edition)
        : Checked.failed(grids.faults());
  }

  private static Written<Evidence> document(
      ScannedFile file,
      Digest digest,
      Optional<Written<Evidence>> listed,
      NamedQuestions names,
      List<Fault> faults) {
    Evidence.Builder document =
        listed.isPresent()
            ? Evidence.builder().from(listed.get().value())
            : Evidence.builder().id(file.location());
    if (listed.isEmpty() || listed.get().value().questions().isEmpty()) {
      document.questions(names.of(file));
    }
    listed
        .flatMap(row -> row.value().digest())
        .filter(other -> !other.equals(digest))
        .ifPresent(
            other ->
                faults.add(
                    Fault.of(FaultCode.DIGEST_CHANGED, Place.file(file.location()))
                        .with("found", other.toString())
                        .with("computed", digest.toString())));
    return new Written<>(
        document.digest(digest).location(file.location()).build(),
        listed.map(Written::place).orElse(Place.file(file.location())));
  }

  /** The fault of a row that lists a file which is not there, or is no evidence. */
  private static Fault unmet(Written<Evidence> row) {
    return Fault.of(FaultCode.UNREADABLE_FILE, row.place())
        .with(
            "reason",
            Argument.of(
                Label.of(
                    "berkas yang didaftar tidak ada di folder ini; periksa namanya",
                    "the file that is listed is not in this folder; check its name")))
        .tolerated();
  }

  /** Ids that a list gives may meet each other, and locations of other files. */
  private static void sameIds(List<Written<Evidence>> evidence, List<Fault> faults) {
    Set<String> ids = new HashSet<>();
    for (Written<Evidence> each : evidence) {
      if (!ids.add(each.value().id())) {
        faults.add(
            Fault.of(FaultCode.DUPLICATE_CODE, each.place()).with("found", each.value().id()));
      }
    }
  }

  /** Puts documents in the edition's order of their first questions; those without come last. */
  private List<Evidence> ordered(List<Written<Evidence>> evidence) {
    return evidence.stream()
        .map(Written::value)
        .sorted(Comparator.comparingInt(this::position))
        .toList();
  }

  private int position(Evidence evidence) {
    return evidence.questions().stream()
        .mapToInt(code -> edition.position(code.toString()))
        .min()
        .orElse(Integer.MAX_VALUE);
  }
}
