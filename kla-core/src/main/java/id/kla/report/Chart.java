package id.kla.report;

import id.kla.fault.Language;

/**
 * A drawing of figures, which also are a table: for those who can't see the drawing, and for
 * Markdown and text, where there is none.
 *
 * <p>All bars begin at zero, and all bars of a chart have one scale. Figures are exact; only where
 * a bar ends is rounded, to a ten-thousandth of the scale.
 */
public sealed interface Chart extends Block
    permits LadderChart, StackedBars, BarChart, WaterfallChart, LineChart, ColumnChart {

  /** Returns what the chart shows, in a few words. */
  String title();

  /** Returns what there is to see, in a sentence or two; empty where the title says it all. */
  String description();

  /** Returns the same figures as a table, whose caption is the title. */
  PageTable table(Language language);
}
