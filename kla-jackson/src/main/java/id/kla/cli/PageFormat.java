package id.kla.cli;

import id.kla.report.HtmlPage;
import id.kla.report.MarkdownPage;
import id.kla.report.Page;
import id.kla.report.TextPage;
import java.util.Locale;

/** How a page is written. */
enum PageFormat {
  /** For a browser, a phone or paper. */
  HTML {
    @Override
    String write(Page page) {
      return HtmlPage.write(page);
    }
  },
  /** For documents and wikis. */
  MD {
    @Override
    String write(Page page) {
      return MarkdownPage.write(page);
    }
  },
  /** For a terminal. */
  TEXT {
    @Override
    String write(Page page) {
      return TextPage.write(page);
    }
  };

  /** Returns the page as text. */
  abstract String write(Page page);

  /** Returns how the name of a file ends that holds one. */
  String ending() {
    return this == TEXT ? ".txt" : "." + name().toLowerCase(Locale.ROOT);
  }
}
