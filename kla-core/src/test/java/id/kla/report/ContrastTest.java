package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.edition.Editions;
import id.kla.edition.Ladder;
import id.kla.fault.Language;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * Contrast as WCAG 2 computes it, at least 4.5:1, of every text with every ground that it can stand
 * on; of drawn texts out of the colours of the stylesheet, which no checker of pages can judge.
 */
class ContrastTest {

  private static final double LEAST = 4.5;
  private static final Ladder LADDER = Editions.kla2024().ladder();
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{3}(?:[0-9a-f]{3})?\\b");

  private static double contrast(String one, String other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(String colour) {
    String six =
        colour.length() == 4 ? colour.substring(1).replaceAll("(.)", "$1$1") : colour.substring(1);
    int rgb = Integer.parseInt(six, 16);
    return 0.2126 * linear(rgb >> 16)
        + 0.7152 * linear((rgb >> 8) & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  /**
   * The ends of the scale, and the lightest grey that white bears, as WCAG's examples have them.
   */
  @Test
  void contrast_ofKnownColours_isWhatWcagSays() {
    assertThat(contrast("#000", "#ffffff")).isBetween(20.999, 21.001);
    assertThat(contrast("#767676", "#fff")).isBetween(4.54, 4.55);
    assertThat(contrast("#777777", "#fff")).isBetween(4.47, 4.48);
  }

  private static final String STYLE =
      Jsoup.parse(HtmlPage.write(Pages.of())).expectFirst("style").data();

  private static Set<String> colours(String property) {
    Matcher found =
        Pattern.compile("[;{]" + property + ":(" + COLOUR.pattern() + ")").matcher(STYLE);
    return Set.copyOf(found.results().map(each -> each.group(1)).toList());
  }

  @Test
  void words_ofEveryColour_canBeReadOnEveryGroundOfThePage() {
    Set<String> grounds = colours("background");
    Set<String> words = colours("color");

    assertThat(grounds).contains("#fff").hasSizeGreaterThan(2);
    assertThat(words).contains("#1b1b1b").hasSizeGreaterThan(2);
    for (String word : words) {
      for (String ground : grounds) {
        assertThat(contrast(word, ground)).as(word + " on " + ground).isGreaterThan(LEAST);
      }
    }
  }

  // Drawings

  /** What the rules of the stylesheet give an element: of the most classes, the last. */
  private static Optional<String> styled(Element element, String property) {
    Optional<String> found = Optional.empty();
    int most = 0;
    for (MatchResult rule :
        Pattern.compile("(?m)(\\.[\\w.]+)\\{([^}]*)\\}").matcher(STYLE).results().toList()) {
      List<String> classes = List.of(rule.group(1).substring(1).split("\\.", -1));
      Matcher value = Pattern.compile("(?:^|;)" + property + ":([^;]*)").matcher(rule.group(2));
      if (classes.size() >= most && element.classNames().containsAll(classes) && value.find()) {
        found = Optional.of(value.group(1));
        most = classes.size();
      }
    }
    return found;
  }

  private static Map<String, Set<String>> patterns(Document page) {
    Map<String, Set<String>> patterns = new HashMap<>();
    for (Element pattern : page.select("pattern")) {
      patterns.put(
          "url(#" + pattern.id() + ")",
          new LinkedHashSet<>(
              COLOUR.matcher(pattern.html()).results().map(MatchResult::group).toList()));
    }
    return patterns;
  }

  /** From left, top, right and bottom. */
  private record Box(double x1, double y1, double x2, double y2) {

    boolean meets(Box other) {
      return x1 < other.x2 && other.x1 < x2 && y1 < other.y2 && other.y1 < y2;
    }

    boolean holds(Box other) {
      return x1 <= other.x1 && other.x2 <= x2 && y1 <= other.y1 && other.y2 <= y2;
    }
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.attr(attribute));
  }

  /** About as large as letters are: a little more than half as wide as they are high. */
  private static Box text(Element text) {
    double size = Double.parseDouble(styled(text, "font-size").orElseThrow().replace("px", ""));
    double width = 0.55 * size * text.text().length();
    double x = number(text, "x");
    String anchor = styled(text, "text-anchor").orElse("start");
    double left = anchor.equals("end") ? x - width : anchor.equals("middle") ? x - width / 2 : x;
    return new Box(
        left, number(text, "y") - 0.73 * size, left + width, number(text, "y") + 0.05 * size);
  }

  private static Optional<Box> shape(Element shape) {
    return switch (shape.tagName()) {
      case "rect" ->
          Optional.of(
              new Box(
                  number(shape, "x"),
                  number(shape, "y"),
                  number(shape, "x") + number(shape, "width"),
                  number(shape, "y") + number(shape, "height")));
      case "line" ->
          Optional.of(
              new Box(
                  Math.min(number(shape, "x1"), number(shape, "x2")) - 1,
                  Math.min(number(shape, "y1"), number(shape, "y2")) - 1,
                  Math.max(number(shape, "x1"), number(shape, "x2")) + 1,
                  Math.max(number(shape, "y1"), number(shape, "y2")) + 1));
      case "path" -> {
        Matcher start = Pattern.compile("^M([\\d.-]+) ([\\d.-]+)").matcher(shape.attr("d"));
        assertThat(start.find()).isTrue();
        double x = Double.parseDouble(start.group(1));
        double y = Double.parseDouble(start.group(2));
        yield Optional.of(
            shape.hasClass("pointer")
                ? new Box(x - 12, y - 5, x, y + 5)
                : new Box(x - 6, y - 6, x + 6, y + 6));
      }
      default -> Optional.empty();
    };
  }

  private static Set<String> colours(Element shape, Map<String, Set<String>> patterns) {
    String filled =
        shape.tagName().equals("line")
            ? styled(shape, "stroke").orElse("none")
            : styled(shape, "fill").orElse("#000");
    return patterns.getOrDefault(filled, filled.equals("none") ? Set.of() : Set.of(filled));
  }

  /** A text with an edge in the colour of paper stands on that edge, whatever is below. */
  private static void readable(Chart chart) {
    for (Language language : Language.values()) {
      readable(Jsoup.parse(HtmlPage.write(new Page(language, "Page", List.of(chart)))));
    }
  }

  private static void readable(Document page) {
    Map<String, Set<String>> patterns = patterns(page);
    List<Element> drawn = page.expectFirst("svg.drawing").children();
    for (int i = 0; i < drawn.size(); i++) {
      Element text = drawn.get(i);
      if (!text.is("text")) {
        continue;
      }
      String colour = styled(text, "fill").orElseThrow();
      Optional<String> edge = styled(text, "stroke");
      Set<String> grounds = new LinkedHashSet<>(edge.map(Set::of).orElseGet(() -> Set.of("#fff")));
      if (!text.hasAttr("transform")) {
        Box box = text(text);
        for (int j = 0; j < drawn.size(); j++) {
          Element other = drawn.get(j);
          Optional<Box> area = shape(other).filter(box::meets);
          if (area.isPresent() && j > i) {
            assertThat(colours(other, patterns)).as(text + " is below " + other).isEmpty();
          } else if (area.isPresent() && edge.isEmpty()) {
            if (other.is("rect") && area.get().holds(box)) {
              grounds.clear();
            }
            grounds.addAll(colours(other, patterns));
          }
        }
      }
      for (String ground : grounds) {
        assertThat(contrast(colour, ground)).as(text + " on " + ground).isGreaterThan(LEAST);
      }
    }
  }

  @Test
  void ladder_atEveryTotal_canBeRead() {
    for (String total :
        List.of(
            "0", "250", "499.99", "500", "501", "600.36", "601", "699", "771.81", "934.2",
            "1000")) {
      readable(new LadderChart("Ladder", "", LADDER, Points.parse(total), Points.of(1000)));
    }
  }

  @Test
  void columns_ofAnyHeight_canBeRead() {
    readable(
        new ColumnChart(
            "Columns",
            "",
            "Tier",
            "Regions",
            Stream.of(0, 1, 18, 38, 514).map(n -> new ColumnChart.Column("MADYA", n)).toList()));
  }

  /** A total stands where another line has a bar, a point or a line, in few rounds and in many. */
  @Test
  void lines_thatMeetBarsAndEachOther_canBeRead() {
    LineChart.Reading madya = new LineChart.Reading(Points.of(600), Points.of(700), "MADYA");
    LineChart.Reading high = LineChart.Reading.of(Points.parse("655.5"), "655.50");
    LineChart.Reading low = LineChart.Reading.of(Points.parse("640.25"), "640.25");
    for (int rounds : List.of(2, 4, 6, 9)) {
      List<String> labels = new ArrayList<>();
      List<Optional<LineChart.Reading>> one = new ArrayList<>();
      List<Optional<LineChart.Reading>> other = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        labels.add(Integer.toString(2018 + i));
        one.add(Optional.of(i % 2 == 0 ? high : low));
        other.add(Optional.of(i % 3 == 0 ? madya : high));
      }
      for (List<LineChart.Series> series :
          List.of(
              List.of(new LineChart.Series("a", one), new LineChart.Series("b", other)),
              List.of(new LineChart.Series("b", other), new LineChart.Series("a", one)))) {
        readable(new LineChart("Rounds", "", "Round", labels, LADDER, Points.of(1000), series));
      }
    }
  }
}
