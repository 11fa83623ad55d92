package id.kla.report;

import static java.util.stream.Collectors.joining;

import id.kla.assessment.Agency;
import id.kla.edition.QuestionCode;
import id.kla.fault.Language;
import id.kla.planning.Measure;
import id.kla.planning.Measures;
import id.kla.planning.Plan;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredQuestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What pages say of measures: how they and their agencies are called, and what they cost. */
final class MeasureWords {

  private final ScoredAssessment scored;
  private final Language language;
  private final Phrases phrases;
  private final boolean areFills;

  MeasureWords(Measures measures, Language language) {
    this.scored = measures.scored();
    this.language = language;
    this.phrases = Phrases.planning(language);
    this.areFills = measures.measures().stream().allMatch(MeasureWords::isFill);
  }

  private static boolean isFill(Measure measure) {
    return measure.cost().compareTo(BigDecimal.ONE) == 0
        && measure.awards().size() == 1
        && measure.awards().keySet().iterator().next().toString().equals(measure.code());
  }

  /** Says whether nobody named costs: each measure fills one question and is called like it. */
  boolean areFills() {
    return areFills;
  }

  /** Returns code and name; of one that only fills a question, its code and label. */
  String name(Measure measure) {
    Optional<ScoredQuestion> filled =
        scored.questions().stream()
            .filter(question -> question.code().equals(measure.code()))
            .findFirst();
    String label = filled.map(ScoredQuestion::label).orElseGet(measure::label).in(language);
    return label.isEmpty() || label.equals(measure.code())
        ? measure.code()
        : measure.code() + " · " + label;
  }

  /** Returns the agency by the name that the sheet gives it, or as the measure does. */
  String agency(Measure measure) {
    return measure
        .agency()
        .map(
            named ->
                scored.assessment().agencies().stream()
                    .filter(agency -> agency.isCalled(named))
                    .map(Agency::name)
                    .findFirst()
                    .orElse(named))
        .orElseGet(() -> phrases.text("page.nobody"));
  }

  String cost(BigDecimal cost) {
    return Amounts.grouped(cost, language);
  }

  String references(Measure measure) {
    return measure.references().stream()
        .map(
            each ->
                each.kind()
                    + (each.code().isEmpty() ? "" : " " + each.code())
                    + each.year().map(year -> " (" + year + ")").orElse(""))
        .collect(joining("; "));
  }

  /** Returns how likely its evidence holds, as it was written. */
  String chance(Measure measure) {
    return measure
        .chance()
        .parts()
        .map(parts -> phrases.text("page.of", "part", parts.part(), "whole", parts.whole()))
        .or(
            () ->
                measure.chance().percent().map(percent -> Amounts.grouped(percent, language) + "%"))
        .orElseThrow();
  }

  String question(QuestionCode code) {
    ScoredQuestion question = scored.question(code);
    String label = question.label().in(language);
    return label.isEmpty() ? question.code() : question.code() + " · " + label;
  }

  /**
   * Returns rows of measures below who carries them out, the most expensive first, and the sum of
   * their costs in the last cell of each; the last row is what all of them cost.
   *
   * @param rows the rows of each measure
   * @param cells how many cells a row has
   */
  List<PageTable.Row> byAgency(Map<Measure, List<PageTable.Row>> rows, int cells, BigDecimal cost) {
    Map<String, List<Measure>> agencies = new LinkedHashMap<>();
    rows.keySet()
        .forEach(
            measure ->
                agencies.computeIfAbsent(agency(measure), none -> new ArrayList<>()).add(measure));
    Function<List<Measure>, BigDecimal> sum =
        measures ->
            measures.stream().map(Measure::remainingCost).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<PageTable.Row> shown = new ArrayList<>();
    agencies.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, List<Measure>> each) -> sum.apply(each.getValue()))
                .reversed())
        .forEach(
            each -> {
              shown.add(
                  row(PageTable.Level.GROUP, each.getKey(), cells, sum.apply(each.getValue())));
              each.getValue()
                  .forEach(measure -> shown.addAll(rows.getOrDefault(measure, List.of())));
            });
    shown.add(row(PageTable.Level.TOTAL, phrases.text("page.total"), cells, cost));
    return shown;
  }

  private PageTable.Row row(PageTable.Level level, String name, int cells, BigDecimal cost) {
    List<String> row = new ArrayList<>();
    row.add(name);
    while (row.size() < cells - 1) {
      row.add("");
    }
    row.add(cost(cost));
    return new PageTable.Row(level, row);
  }

  /** Returns what a plan is made of: each question before and after. */
  PageTable table(Plan plan, String caption) {
    return areFills ? fills(plan, caption) : measures(plan, caption);
  }

  private PageTable fills(Plan plan, String caption) {
    Holders holders = new Holders(scored, language, Holders.Missing.ONCE);
    return new PageTable(
        caption,
        List.of(
            words("page.question"),
            words("page.lead"),
            number("page.before"),
            number("page.after")),
        plan.awards().entrySet().stream()
            .map(
                award ->
                    PageTable.Row.of(
                        question(award.getKey()),
                        holders.name(scored.question(award.getKey()).question()),
                        before(award.getKey()),
                        phrases.exact(award.getValue())))
            .toList());
  }

  private PageTable measures(Plan plan, String caption) {
    Map<Measure, List<PageTable.Row>> rows = new LinkedHashMap<>();
    plan.measures().forEach(measure -> rows.put(measure, rows(measure, plan)));
    return new PageTable(
        caption,
        List.of(
            words("page.measure"),
            words("page.question"),
            number("page.before"),
            number("page.after"),
            number("page.costs")),
        byAgency(rows, 5, plan.cost()));
  }

  private PageTable.Column words(String key) {
    return PageTable.Column.words(phrases.text(key));
  }

  private PageTable.Column number(String key) {
    return PageTable.Column.number(phrases.text(key));
  }

  private String before(QuestionCode code) {
    return phrases.exact(scored.question(code).points());
  }

  private List<PageTable.Row> rows(Measure measure, Plan plan) {
    String cost = cost(measure.remainingCost());
    List<PageTable.Row> rows = new ArrayList<>();
    measure
        .awards()
        .forEach(
            (code, award) -> {
              if (plan.awards().containsKey(code)) {
                rows.add(
                    PageTable.Row.of(
                        name(measure),
                        question(code),
                        before(code),
                        phrases.exact(award),
                        rows.isEmpty() ? cost : ""));
              }
            });
    return rows.isEmpty()
        ? List.of(PageTable.Row.of(name(measure), phrases.text("plan.supporting"), "", "", cost))
        : rows;
  }
}
