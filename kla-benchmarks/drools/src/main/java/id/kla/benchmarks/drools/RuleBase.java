package id.kla.benchmarks.drools;

import id.kla.benchmarks.load.Group;
import id.kla.benchmarks.load.Load;
import id.kla.benchmarks.load.Rule;
import id.kla.benchmarks.load.Sheet;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.utils.KieHelper;

/**
 * The shared load as rules of Drools, compiled to its executable model: a rule per level or band of
 * each question, and a rule per indicator that cuts its sum.
 *
 * <p>One session serves all sheets: answers are inserted, rules fire, sums are inserted and cut,
 * and everything is deleted again.
 */
final class RuleBase {

  private final KieSession session;
  private final Sums sums;

  RuleBase(Load load) {
    KieBase base =
        new KieHelper()
            .addContent(text(load), ResourceType.DRL)
            .build(ExecutableModelProject.class);
    this.session = base.newKieSession();
    this.sums = new Sums(load.groups().stream().map(Group::code).toList());
    session.setGlobal("sums", sums);
  }

  private static String text(Load load) {
    StringBuilder text = new StringBuilder("package id.kla.benchmarks.drools.rules\n");
    for (Class<?> imported : List.of(Given.class, Sum.class, Sums.class)) {
      text.append("import ").append(imported.getName()).append("\n");
    }
    text.append("global Sums sums\n");
    for (Group group : load.groups()) {
      group.rules().forEach(rule -> append(rule, text));
      text.append("rule \"cap of ")
          .append(group.code())
          .append("\" when $sum : Sum(indicator == \"");
      text.append(group.code()).append("\", points > ").append(group.cap()).append(") then $sum.");
      text.append("setPoints(").append(group.cap()).append("); end\n");
    }
    return text.toString();
  }

  private static void append(Rule rule, StringBuilder text) {
    for (int step = 0; step < rule.size(); step++) {
      text.append("rule \"").append(rule.code()).append(" step ").append(step);
      text.append("\" when Given(question == \"").append(rule.code()).append("\", ");
      if (rule.kind() == Rule.Kind.LEVELS) {
        text.append("level == \"").append(rule.levels().get(step)).append('"');
      } else {
        text.append("share >= ").append(rule.lower().get(step));
        if (step + 1 < rule.size()) {
          text.append(", share < ").append(rule.lower().get(step + 1));
        }
      }
      text.append(") then sums.earn(\"").append(rule.indicator()).append("\", ");
      text.append(rule.units().get(step)).append("); end\n");
    }
  }

  /** Returns a sheet in this form: a fact per answer. */
  static List<Given> answers(Load load, Sheet sheet) {
    List<Given> answers = new ArrayList<>();
    for (int i = 0; i < load.rules().size(); i++) {
      Rule rule = load.rules().get(i);
      if (sheet.isAnswered(i)) {
        boolean isLevel = rule.kind() == Rule.Kind.LEVELS;
        answers.add(
            new Given(
                rule.code(),
                isLevel ? rule.levels().get(sheet.step(i)) : "",
                isLevel ? 0 : sheet.share(i)));
      }
    }
    return answers;
  }

  /** Returns the total in ten-thousandths of a point. */
  long score(List<Given> answers) {
    sums.clear();
    List<FactHandle> facts = new ArrayList<>(answers.size() + sums.all().size());
    answers.forEach(answer -> facts.add(session.insert(answer)));
    session.fireAllRules();
    sums.all().forEach(sum -> facts.add(session.insert(sum)));
    session.fireAllRules();
    facts.forEach(session::delete);
    session.fireAllRules();
    return sums.total();
  }

  void close() {
    session.dispose();
  }
}
