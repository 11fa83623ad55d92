package id.kla.report;

import id.kla.assessment.Agency;
import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.Role;
import id.kla.edition.Topic;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.planning.Gap;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredQuestion;
import id.kla.verification.RiskShare;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What who leads is called: an agency, or a role that no agency holds or several share.
 *
 * <p>Where a sheet lists no agencies at all, a page says so once, and not of each role.
 */
final class Holders {

  private final ScoredAssessment scored;
  private final Edition edition;
  private final Phrases phrases;
  private final Missing missing;

  /** How it is said that no agency holds a role. */
  enum Missing {
    /** Of each role. */
    EACH,
    /** Elsewhere, if the sheet lists no agencies at all. */
    ONCE
  }

  Holders(ScoredAssessment scored, Language language, Missing missing) {
    this.scored = scored;
    this.edition = scored.edition();
    this.phrases = Phrases.verification(language);
    this.missing = missing;
  }

  /** Says whether roles stand for agencies, since the sheet lists none. */
  boolean areRoles() {
    return scored.assessment().agencies().isEmpty();
  }

  /** Returns what the holder of a share is called, a topic too. */
  String name(RiskShare share) {
    return share.holder() == RiskShare.Holder.TOPIC
        ? Printable.of(phrases.label(edition.topics(), Topic::code, Topic::label, share.code()))
        : name(share.code(), share.agencies());
  }

  /** Returns what the one is called who can win some points. */
  String name(Gap.Room room) {
    return name(room.code(), room.agencies());
  }

  /** Returns what the one is called who leads a question. */
  String name(Question question) {
    return question
        .lead()
        .map(role -> name(role, scored.assessment().agenciesOf(role)))
        .orElseGet(() -> name("", List.of()));
  }

  /** Says whether a question is part of a share. */
  static boolean isOf(ScoredQuestion scored, RiskShare share) {
    Optional<String> lead = scored.question().lead();
    return switch (share.holder()) {
      case TOPIC -> scored.question().topics().contains(share.code());
      case NO_LEAD -> lead.isEmpty();
      case ROLE -> lead.filter(share.code()::equals).isPresent();
      case AGENCY -> lead.filter(share.agencies().get(0).roles()::contains).isPresent();
    };
  }

  private String name(String code, List<Agency> agencies) {
    String names = agencies.stream().map(Agency::name).collect(Collectors.joining(", "));
    if (agencies.size() == 1) {
      return Printable.of(names);
    }
    if (code.isEmpty()) {
      return phrases.text("risk.noLead");
    }
    String role = phrases.label(edition.roles(), Role::code, Role::label, code);
    return Printable.of(
        missing == Missing.ONCE && areRoles()
            ? role
            : phrases.text(
                agencies.isEmpty() ? "risk.role" : "risk.shared", "role", role, "agencies", names));
  }
}
