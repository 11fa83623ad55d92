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
import id.kla.verification.RiskShare;
import java.util.List;
import java.util.stream.Collectors;

/** What who leads is called: an agency, or a role that no agency holds or several share. */
final class Holders {

  private final ScoredAssessment scored;
  private final Edition edition;
  private final Phrases phrases;

  Holders(ScoredAssessment scored, Language language) {
    this.scored = scored;
    this.edition = scored.edition();
    this.phrases = Phrases.verification(language);
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

  private String name(String code, List<Agency> agencies) {
    String names = agencies.stream().map(Agency::name).collect(Collectors.joining(", "));
    return Printable.of(
        agencies.size() == 1
            ? names
            : code.isEmpty()
                ? phrases.text("risk.noLead")
                : phrases.text(
                    agencies.isEmpty() ? "risk.role" : "risk.shared",
                    "role",
                    phrases.label(edition.roles(), Role::code, Role::label, code),
                    "agencies",
                    names));
  }
}
