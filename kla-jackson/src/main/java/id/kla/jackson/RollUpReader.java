package id.kla.jackson;

import id.kla.assessment.AppliedLadder;
import id.kla.assessment.Calendar;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.NamedLadder;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.AreaLevel;
import id.kla.region.RegionCode;
import id.kla.rollup.Area;
import id.kla.rollup.Ranking;
import id.kla.rollup.RegionResult;
import id.kla.rollup.RegionResult.Kind;
import id.kla.rollup.RegionResult.TierOrigin;
import id.kla.rollup.RollUp;
import id.kla.rollup.RollUpReport;
import id.kla.scoring.View;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a roll-up back: its results are rolled up again. */
final class RollUpReader {

  private static final List<String> NEEDED =
      List.of(
          "format", "computed", "area", "outside", "unread", "results", "summaries", "findings");

  private static final List<String> OTHERS = List.of("counts");

  /** So many results as a document can hold never add up to more than can be counted. */
  private static final Points LARGEST = Points.of(10_000_000_000L);

  private final ResultReader<RollUpReport> document;
  private boolean isBroken;

  private RollUpReader(ResultReader<RollUpReport> document) {
    this.document = document;
  }

  static Checked<RollUpReport> read(JsonCursor json, List<Edition> editions) throws IOException {
    return new ResultReader<>(
            json,
            editions,
            KlaFormat.ROLL_UP,
            NEEDED,
            OTHERS,
            document -> new RollUpReader(document).report())
        .withAdvice("findings")
        .document();
  }

  private Optional<RollUpReport> report() {
    Optional<Area> area =
        needed("/area", leaf -> RollUpReader.area(leaf.text()), FaultCode.BAD_REGION_CODE);
    Optional<Integer> outside = needed("/outside", RollUpReader::count, FaultCode.BAD_COUNT);
    Optional<Integer> unread = needed("/unread", RollUpReader::count, FaultCode.BAD_COUNT);
    Map<AreaLevel, Share> counts = new EnumMap<>(AreaLevel.class);
    for (AreaLevel level : List.of(AreaLevel.SUBDISTRICT, AreaLevel.VILLAGE)) {
      String at = "/counts/" + PartsReader.code(level);
      if (document.said(at).isPresent()) {
        share(at).ifPresent(share -> counts.put(level, share));
      }
    }
    RollUp.Builder rollUp = RollUp.builder();
    for (String index : document.below("/results")) {
      result("/results/" + index).ifPresent(rollUp::add);
    }
    return isBroken || area.isEmpty() || outside.isEmpty() || unread.isEmpty()
        ? Optional.empty()
        : Optional.of(
            RollUpReport.of(rollUp.build(), area.get(), outside.get(), unread.get(), counts));
  }

  private static Optional<Area> area(String text) {
    try {
      return Optional.of(Area.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> count(JsonCursor.Leaf leaf) {
    return leaf.kind() == JsonCursor.Leaf.Kind.NUMBER && leaf.text().matches("[0-9]{1,9}")
        ? Optional.of(Integer.valueOf(leaf.text()))
        : Optional.empty();
  }

  private Optional<Share> share(String at) {
    Optional<String> percent = document.said(at + "/percent").map(JsonCursor.Leaf::text);
    String text =
        percent
            .map(number -> number + "%")
            .orElseGet(
                () ->
                    document.said(at + "/part").map(JsonCursor.Leaf::text).orElse("")
                        + " of "
                        + document.said(at + "/of").map(JsonCursor.Leaf::text).orElse(""));
    try {
      return Optional.of(Share.parse(text));
    } catch (IllegalArgumentException e) {
      broken(
          Fault.of(FaultCode.BAD_SHARE, document.said(at).map(l -> l.place()).orElseThrow())
              .with("found", JsonCursor.shortened(text)));
      return Optional.empty();
    }
  }

  private Optional<RegionResult> result(String at) {
    Optional<RegionCode> region =
        needed(at + "/region", leaf -> RegionCode.find(leaf.text()), FaultCode.BAD_REGION_CODE);
    Optional<Round> round =
        needed(at + "/round", leaf -> Round.find(leaf.text()), FaultCode.BAD_ROUND);
    Optional<Kind> kind = word(at + "/kind", Kind.values());
    Optional<TierOrigin> origin = word(at + "/tierOrigin", TierOrigin.values());
    Optional<String> stage =
        needed(at + "/stage", leaf -> Optional.of(leaf.text()), FaultCode.BAD_CODE);
    Optional<Edition> edition = edition(at);
    Optional<View> view =
        edition.isPresent() && document.said(at + "/view").isPresent()
            ? ScoredReader.view(document, edition.get(), at + "/view")
            : Optional.empty();
    isBroken |= document.said(at + "/view").isPresent() && view.isEmpty();
    Optional<Points> total = document.said(at + "/total").flatMap(leaf -> points(leaf));
    Optional<Ranking.Bounds> bounds = bounds(at, total);
    Map<String, Points> clusters = totals(at + "/clusters");
    Map<String, Points> indicators = totals(at + "/indicators");
    if (isBroken) {
      return Optional.empty();
    }
    return Optional.of(
        RegionResult.builder()
            .region(region.orElseThrow())
            .round(round.orElseThrow())
            .kind(kind.orElseThrow())
            .stage(stage.orElseThrow())
            .edition(edition)
            .view(view)
            .ladder(ladder(edition, round.orElseThrow()))
            .total(total)
            .bounds(bounds)
            .tier(document.said(at + "/tier").map(JsonCursor.Leaf::text))
            .tierOrigin(origin.orElseThrow())
            .clusters(clusters)
            .indicators(indicators)
            .place(place(at + "/place"))
            .source(document.said(at + "/source").map(JsonCursor.Leaf::text))
            .build());
  }

  /** Both bounds are told or neither, and the total lies between them. */
  private Optional<Ranking.Bounds> bounds(String at, Optional<Points> total) {
    if (document.said(at + "/atLeast").isEmpty() && document.said(at + "/atMost").isEmpty()) {
      return Optional.empty();
    }
    Optional<Points> least = amount(at + "/atLeast");
    Optional<Points> greatest = amount(at + "/atMost");
    Optional<Points> stands = total.isPresent() ? total : amount(at + "/total");
    if (least.isEmpty() || greatest.isEmpty() || stands.isEmpty()) {
      return Optional.empty();
    }
    return isUpTo(at + "/atLeast", least.get(), stands.get())
            && isUpTo(at + "/total", stands.get(), greatest.get())
        ? Optional.of(new Ranking.Bounds(least.get(), greatest.get()))
        : Optional.empty();
  }

  private Optional<Points> amount(String pointer) {
    Optional<JsonCursor.Leaf> leaf = document.said(pointer);
    if (leaf.isEmpty()) {
      broken(Fault.of(FaultCode.MISSING_MEMBER, document.json().whole()).with("member", pointer));
    }
    return leaf.flatMap(this::points);
  }

  private boolean isUpTo(String pointer, Points found, Points allowed) {
    if (found.compareTo(allowed) > 0) {
      broken(
          Fault.of(
                  FaultCode.TOTAL_OUT_OF_RANGE,
                  document.said(pointer).map(l -> l.place()).orElseThrow())
              .with("found", found.toBigDecimal())
              .with("allowed", allowed.toString()));
      return false;
    }
    return true;
  }

  /** A score is by its edition's ladder, what was declared by that of its round. */
  private static Optional<NamedLadder> ladder(Optional<Edition> edition, Round round) {
    return edition
        .map(each -> new NamedLadder(each.id(), each.ladder(), each.sources()))
        .or(
            () ->
                Calendar.builtIn()
                    .ladder(round, Place.unknown())
                    .value()
                    .map(AppliedLadder::named));
  }

  private Optional<Edition> edition(String at) {
    Optional<JsonCursor.Leaf> id = document.said(at + "/edition");
    Optional<Edition> edition =
        id.flatMap(
            leaf ->
                document.editions().stream()
                    .filter(each -> each.id().equals(leaf.text()))
                    .findFirst());
    if (id.isPresent() && edition.isEmpty()) {
      broken(
          Fault.of(FaultCode.UNKNOWN_EDITION, id.get().place())
              .with("found", JsonCursor.shortened(id.get().text()))
              .with("allowed", document.editions().stream().map(Edition::id).toList()));
    }
    return edition;
  }

  private Place place(String at) {
    Function<String, String> member =
        name -> document.said(at + "/" + name).map(JsonCursor.Leaf::text).orElse("");
    Function<String, Integer> number =
        name -> document.said(at + "/" + name).flatMap(RollUpReader::count).orElse(0);
    if (document.said(at + "/file").isPresent()) {
      return Place.file(member.apply("file"));
    }
    if (document.said(at + "/table").isPresent()) {
      return Place.table(member.apply("table"), number.apply("row"), member.apply("column"));
    }
    return document.said(at + "/document").isPresent()
        ? Place.document(
            member.apply("document"),
            member.apply("pointer"),
            number.apply("line"),
            number.apply("column"))
        : Place.unknown();
  }

  private Map<String, Points> totals(String pointer) {
    Map<String, Points> totals = new LinkedHashMap<>();
    for (String code : document.below(pointer)) {
      document
          .said(pointer + "/" + code.replace("~", "~0").replace("/", "~1"))
          .flatMap(this::points)
          .ifPresent(points -> totals.put(code, points));
    }
    return totals;
  }

  private Optional<Points> points(JsonCursor.Leaf leaf) {
    Optional<Points> points =
        leaf.kind() == JsonCursor.Leaf.Kind.NUMBER
            ? Points.find(leaf.text()).filter(each -> each.signum() >= 0)
            : Optional.empty();
    if (points.isEmpty()) {
      broken(
          Fault.of(FaultCode.BAD_POINTS, leaf.place())
              .with("found", JsonCursor.shortened(leaf.text())));
    } else if (points.get().compareTo(LARGEST) > 0) {
      broken(
          Fault.of(FaultCode.TOTAL_OUT_OF_RANGE, leaf.place())
              .with("found", points.get().toBigDecimal())
              .with("allowed", "0 to " + LARGEST));
    }
    return points;
  }

  private <E extends Enum<E>> Optional<E> word(String pointer, E[] values) {
    return needed(
        pointer,
        leaf ->
            Stream.of(values)
                .filter(each -> PartsReader.code(each).equals(leaf.text()))
                .findFirst(),
        FaultCode.BAD_CODE);
  }

  private <V> Optional<V> needed(
      String pointer, Function<JsonCursor.Leaf, Optional<V>> parsed, FaultCode fault) {
    Optional<JsonCursor.Leaf> leaf = document.said(pointer);
    if (leaf.isEmpty()) {
      broken(Fault.of(FaultCode.MISSING_MEMBER, document.json().whole()).with("member", pointer));
      return Optional.empty();
    }
    Optional<V> value = parsed.apply(leaf.get());
    if (value.isEmpty()) {
      broken(
          Fault.of(fault, leaf.get().place())
              .with("found", JsonCursor.shortened(leaf.get().text())));
    }
    return value;
  }

  private void broken(Fault fault) {
    isBroken = true;
    document.report(fault);
  }
}
