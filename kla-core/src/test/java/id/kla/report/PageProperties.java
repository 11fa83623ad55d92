package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.fault.Language;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Laws of what writers make of any text, wherever it stands on a page. */
class PageProperties {

  /** Texts that try to be something else, alone and in a row. */
  private static final List<String> WICKED =
      List.of(
          "<script>alert(1)</script>",
          "</title><img src=x onerror=alert(1)>",
          "</style><svg onload=alert(1)>",
          "\"><iframe src=\"javascript:alert(1)\">",
          "' onmouseover='alert(1)",
          "</svg></table></dl></main>",
          "<!--",
          "-->",
          "]]>",
          "<![CDATA[",
          "&lt;b&gt; &#x3c; &amp",
          "<plaintext>",
          "| a | b |\n| --- | --- |",
          "=HYPERLINK(\"http://a.example\")",
          "[x](javascript:alert(1))",
          "1. a",
          "\u202e\u2066\u200b\ufeff",
          "\u0000\u0007\u001b[31m\u0085\u2028",
          "\ud800",
          "\udc00x",
          "\uffff\ufffe\ufdd0",
          "\ud83d\ude00",
          "{{7*7}} ${7*7}",
          "x".repeat(10_000));

  /** What marks a table's edge in a line of Markdown. */
  private static final Pattern EDGE = Pattern.compile("(?<!\\\\)\\|");

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> wicked = Arbitraries.of(WICKED);
    Arbitrary<String> any = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(12);
    return Arbitraries.oneOf(wicked, any, any)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join("", parts))
        .filter(text -> !Shown.whole(text).isBlank());
  }

  private static List<String> structure(Document page) {
    return page.getAllElements().stream().map(PageProperties::shape).toList();
  }

  /** Where a text of a drawing stands depends on how long it is. */
  private static boolean isPlace(Element element, Attribute attribute) {
    return element.tagName().equals("text") && List.of("x", "y").contains(attribute.getKey());
  }

  /** Tag and attributes; of those that hold words only the name. */
  private static String shape(Element element) {
    StringBuilder shape = new StringBuilder(element.tagName());
    for (Attribute attribute : element.attributes()) {
      shape.append(' ').append(attribute.getKey());
      if (!attribute.getKey().equals("data-of") && !isPlace(element, attribute)) {
        shape.append('=').append(attribute.getValue());
      }
    }
    return shape.toString();
  }

  @Property(tries = 60)
  void html_ofAnyText_hasTheElementsOfAHarmlessOne(@ForAll("texts") String text) {
    Document harmless = Jsoup.parse(HtmlPage.write(Pages.everywhere("x", Language.ENGLISH)));

    Document page = Jsoup.parse(HtmlPage.write(Pages.everywhere(text, Language.ENGLISH)));

    assertThat(structure(page)).isEqualTo(structure(harmless));
  }

  @Property(tries = 60)
  void html_ofAnyText_readsBackAsThatText(@ForAll("texts") String text) {
    Document page = Jsoup.parse(HtmlPage.write(Pages.everywhere(text, Language.INDONESIAN)));

    assertThat(page.select("main > p:not(.note)").get(0).wholeText()).isEqualTo(Shown.whole(text));
    assertThat(page.select("p.note").get(0).wholeText()).isEqualTo(Shown.whole(text));
    assertThat(page.select("tbody th").get(0).wholeText()).isEqualTo(Shown.name(text));
    assertThat(page.select("svg title").get(0).wholeText()).isEqualTo(Shown.name(text));
    assertThat(page.select("[data-of]").get(0).attr("data-of")).isNotNull();
  }

  private static boolean steers(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  @Property(tries = 60)
  void everyWriter_ofAnyText_writesNothingThatSteers(@ForAll("texts") String text) {
    Page page = Pages.everywhere(text, Language.ENGLISH);

    for (String written :
        List.of(HtmlPage.write(page), MarkdownPage.write(page), TextPage.write(page))) {
      assertThat(written.codePoints().filter(c -> c != '\n').noneMatch(PageProperties::steers))
          .isTrue();
    }
  }

  @Property(tries = 60)
  void markdown_ofAnyText_hasTheLinesAndTableEdgesOfAHarmlessOne(@ForAll("texts") String text) {
    List<Integer> harmless = edges(MarkdownPage.write(Pages.everywhere("x", Language.ENGLISH)));

    assertThat(edges(MarkdownPage.write(Pages.everywhere(text, Language.ENGLISH))))
        .isEqualTo(harmless);
  }

  private static List<Integer> edges(String markdown) {
    return markdown
        .lines()
        .map(line -> EDGE.split(line.replace("\\\\", ""), -1).length - 1)
        .toList();
  }

  @Property(tries = 20)
  void everyWriter_ofTheSamePage_writesTheSameBytes(@ForAll("texts") String text) {
    Page one = Pages.everywhere(text, Language.ENGLISH);
    Page other = Pages.everywhere(text, Language.ENGLISH);

    assertThat(HtmlPage.write(one)).isEqualTo(HtmlPage.write(other));
    assertThat(MarkdownPage.write(one)).isEqualTo(MarkdownPage.write(other));
    assertThat(TextPage.write(one)).isEqualTo(TextPage.write(other));
  }
}
