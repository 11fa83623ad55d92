package id.kla.jackson;

import id.kla.assessment.Unit;
import id.kla.assessment.UnitSurvey;
import id.kla.edition.CollectedFrom;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Printable;
import id.kla.fault.Written;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what units say back: their shares are counted again. */
final class UnitsReader {

  private static final List<String> NEEDED =
      List.of("format", "computed", "edition", "level", "units", "facts");

  private static final List<String> OTHERS = List.of("region", "notAsked");

  private final ResultReader<UnitSurvey> document;

  private UnitsReader(ResultReader<UnitSurvey> document) {
    this.document = document;
  }

  static Checked<UnitSurvey> read(JsonCursor json, List<Edition> editions) throws IOException {
    return new ResultReader<>(
            json,
            editions,
            KlaFormat.UNITS,
            NEEDED,
            OTHERS,
            document -> new UnitsReader(document).survey())
        .document();
  }

  private Optional<UnitSurvey> survey() {
    Optional<Edition> edition = document.edition();
    Optional<CollectedFrom> level =
        document
            .needed("/level")
            .flatMap(
                leaf ->
                    document.word(leaf, List.of(CollectedFrom.SUBDISTRICT, CollectedFrom.VILLAGE)));
    Optional<RegionCode> region =
        document
            .said("/region")
            .flatMap(leaf -> document.told(Regions.builtIn().findArea(leaf.text(), leaf.place())));
    List<Written<QuestionCode>> questions = new ArrayList<>();
    for (String index : document.below("/facts")) {
      document
          .needed("/facts/" + index + "/question")
          .flatMap(this::code)
          .ifPresent(questions::add);
    }
    List<Written<UnitSurvey.Row>> rows = new ArrayList<>();
    for (String index : document.below("/units")) {
      row("/units/" + index, questions).ifPresent(rows::add);
    }
    return edition.isEmpty() || level.isEmpty() || document.isBroken()
        ? Optional.empty()
        : document.told(UnitSurvey.check(edition.get(), level.get(), region, questions, rows));
  }

  private Optional<Written<UnitSurvey.Row>> row(String at, List<Written<QuestionCode>> questions) {
    Optional<JsonCursor.Leaf> name = document.needed(at + "/name");
    if (name.isPresent() && Printable.trimmed(name.get().text()).isEmpty()) {
      document.broken(Fault.of(FaultCode.BLANK_TEXT, name.get().place()).with("member", "name"));
    }
    Map<QuestionCode, UnitSurvey.Said> said = new LinkedHashMap<>();
    for (Written<QuestionCode> question : questions) {
      document
          .said(at + "/said/" + question.value())
          .flatMap(leaf -> document.word(leaf, List.of(UnitSurvey.Said.values())))
          .ifPresent(word -> said.put(question.value(), word));
    }
    return document.isBroken()
        ? Optional.empty()
        : name.map(
            leaf ->
                new Written<>(
                    new UnitSurvey.Row(
                        new Unit(leaf.text(), text(at + "/within"), text(at + "/code")), said),
                    leaf.place()));
  }

  private Optional<String> text(String pointer) {
    return document.said(pointer).map(JsonCursor.Leaf::text);
  }

  private Optional<Written<QuestionCode>> code(JsonCursor.Leaf leaf) {
    Optional<QuestionCode> code = QuestionCode.find(leaf.text());
    if (code.isEmpty()) {
      document.broken(
          Fault.of(FaultCode.BAD_QUESTION_CODE, leaf.place())
              .with("found", JsonCursor.shortened(leaf.text())));
    }
    return code.map(read -> new Written<>(read, leaf.place()));
  }
}
