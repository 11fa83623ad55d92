package id.kla.report;

import com.google.common.base.Strings;
import id.kla.assessment.Agency;
import id.kla.edition.Bound;
import id.kla.edition.Edition;
import id.kla.edition.Requirement;
import id.kla.edition.Role;
import id.kla.edition.Tier;
import id.kla.edition.Topic;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.planning.Gap;
import id.kla.planning.GapReport;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells what a score lacks to tiers, and where the points can come from. */
final class GapText {

  /** As many rows as a screen has room for, three times. */
  private static final int SHOWN = 5;

  private final GapReport report;
  private final ScoredAssessment scored;
  private final Edition edition;
  private final Phrases phrases;
  private final StringBuilder out = new StringBuilder();

  GapText(GapReport report, Language language) {
    this.report = report;
    this.scored = report.scored();
    this.edition = scored.edition();
    this.phrases = Phrases.planning(language);
  }

  String text() {
    line(phrases.start(scored.now(), scored.maximum()));
    line("");
    if (report.gaps().isEmpty()) {
      line(phrases.text("gap.top"));
      return out.toString();
    }
    report.gaps().forEach(this::gap);
    rooms("gap.questions", report.questions(), room -> question(room.code()));
    rooms("gap.leads", report.leads(), this::lead);
    rooms("gap.topics", report.topics(), room -> topic(room.code()));
    return out.toString();
  }

  private void gap(Gap gap) {
    Tier tier = gap.tier();
    Optional<Bound<Points>> lower = tier.range().lower();
    boolean isOpen = lower.filter(bound -> bound.kind() == Bound.Kind.OPEN).isPresent();
    line(
        phrases.text(
            gap.missing().isZero() ? "gap.enough" : "gap.missing",
            "tier",
            tier.code(),
            "missing",
            phrases.exact(gap.missing()),
            "way",
            phrases.text(isOpen ? "gap.above" : "gap.reach"),
            "bound",
            phrases.exact(lower.map(Bound::value).orElse(Points.ZERO))));
    if (!gap.missing().isZero()) {
      two(gap);
    }
    for (Requirement requirement : gap.unmet()) {
      line(
          "  "
              + phrases.text(
                  "gap.unmet",
                  "requirement",
                  Printable.of(requirement.label().in(phrases.language()))));
    }
    line(
        "  "
            + phrases.text(
                gap.isReachable() ? "gap.reachable" : "gap.unreachable",
                "total",
                phrases.exact(gap.most().total()),
                "tier",
                phrases.tier(gap.most().tier())));
    line("");
  }

  /** What only needs evidence or a finding beside what must be won anew. */
  private void two(Gap gap) {
    if (gap.onlyEvidence().signum() > 0) {
      line(
          "  "
              + phrases.text(
                  "gap.onlyEvidence",
                  "points",
                  phrases.exact(gap.onlyEvidence()),
                  "anew",
                  gap.toWin().isZero() ? "" : phrases.exact(gap.toWin())));
    }
    gap.smallestAttainable()
        .ifPresent(
            least ->
                line("  " + phrases.text("gap.smallestAttainable", "total", phrases.exact(least))));
  }

  private void rooms(String title, List<Gap.Room> rooms, Function<Gap.Room, String> name) {
    if (rooms.isEmpty()) {
      return;
    }
    line(phrases.text(title));
    rooms.stream()
        .limit(SHOWN)
        .forEach(
            room ->
                line(
                    Strings.padStart(phrases.exact(room.headroom()), 12, ' ')
                        + "  "
                        + Printable.of(name.apply(room))));
    if (rooms.size() > SHOWN) {
      line("              " + phrases.text("gap.more", "count", rooms.size() - SHOWN));
    }
  }

  private String question(String code) {
    return Strings.padEnd(code, 6, ' ')
        + " "
        + scored.question(code).label().in(phrases.language());
  }

  private String lead(Gap.Room room) {
    if (!room.agencies().isEmpty()) {
      return room.agencies().stream().map(Agency::name).collect(Collectors.joining(", "));
    }
    return room.code().isEmpty()
        ? phrases.text("gap.noLead")
        : phrases.label(edition.roles(), Role::code, Role::label, room.code());
  }

  private String topic(String code) {
    return phrases.label(edition.topics(), Topic::code, Topic::label, code);
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
