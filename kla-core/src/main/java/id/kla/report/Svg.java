package id.kla.report;

import id.kla.edition.Ladder;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.scoring.PointParts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Draws: the one place where figures become lines and areas.
 *
 * <p>Bars in tables have no width of their own: they are as wide as their cell, on a phone and on
 * paper, and each place in them is a part of it. Other drawings are 340 units wide, so that their
 * words can be read on a phone. Every kind of area has a pattern beside its colour.
 */
final class Svg {

  /** Styles of all that is drawn here. */
  static final String STYLE =
      """
      svg{font-family:inherit}
      svg.bar{display:block;width:100%;height:1.1rem;overflow:visible}
      svg.drawing{display:block;width:100%;max-width:28rem;height:auto}
      svg.swatch{width:1.6em;height:.9em;vertical-align:-.05em}
      svg.patterns{position:absolute;width:0;height:0}
      .held{fill:#0b5566}
      .pending{fill:url(#pending)}
      .lost{fill:url(#lost)}
      .inapplicable{fill:url(#inapplicable)}
      .unclaimed{fill:#fff}
      .cut{fill:url(#cut)}
      .piece{stroke:#1b1b1b;stroke-width:1}
      .won{fill:url(#won)}
      .frame{fill:none;stroke:#5f6368;stroke-width:1}
      .band{fill:#f2f4f5;stroke:#5f6368;stroke-width:1}
      .band.here{fill:#cfe6eb;stroke:#0b5566;stroke-width:2.5}
      .rung{stroke:#5f6368;stroke-width:1;stroke-dasharray:3 3}
      .axis{stroke:#1b1b1b;stroke-width:1.5}
      .pointer{stroke-width:2}
      .line{stroke-width:2;fill:none;stroke:#0b5566}
      .mark{fill:#0b5566;stroke:#fff;stroke-width:1}
      .range{fill:url(#pending);stroke:#1b1b1b;stroke-width:1}
      .s1{stroke:#8a1c1c;stroke-dasharray:7 4}.mark.s1{fill:#8a1c1c;stroke:#fff;stroke-dasharray:none}
      .s2{stroke:#5a4a00;stroke-dasharray:2 3}.mark.s2{fill:#5a4a00;stroke:#fff;stroke-dasharray:none}
      .s3{stroke:#3b2a7a;stroke-dasharray:9 3 2 3}.mark.s3{fill:#3b2a7a;stroke:#fff;stroke-dasharray:none}
      .small{font-size:11px;fill:#1b1b1b}
      .halo{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
      .plain{font-size:12.5px;fill:#1b1b1b}
      .strong{font-size:12.5px;font-weight:700;fill:#1b1b1b}
      .large{font-size:22px;font-weight:700;fill:#0b5566}
      .end{text-anchor:end}
      .middle{text-anchor:middle}
      """;

  /** Patterns that fill areas, once for a page. */
  static final String PATTERNS =
      """
      <svg class="patterns" aria-hidden="true" focusable="false"><defs>
      <pattern id="pending" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#ffe3b3"/><rect width="3" height="7" fill="#a85b00"/></pattern>
      <pattern id="lost" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><path d="M0 0L6 6M6 0L0 6" stroke="#8a1c1c" stroke-width="1.4"/></pattern>
      <pattern id="inapplicable" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#fff"/><rect width="5" height="1.5" fill="#5f6368"/></pattern>
      <pattern id="cut" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#fff"/><circle cx="2.5" cy="2.5" r="1.1" fill="#1b1b1b"/></pattern>
      <pattern id="won" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#dff0df"/><path d="M3 0V6M0 3H6" stroke="#1d5c1d" stroke-width="1.4"/></pattern>
      </defs></svg>
      """;

  /** Ten-thousandths of a percent, or of a unit of length. */
  private static final long FINE = 10_000;

  private static final int WIDTH = 340;

  private final Html out;
  private final Phrases phrases;
  private int drawings;

  Svg(Html out, Phrases phrases) {
    this.out = out;
    this.phrases = phrases;
  }

  // Bars in cells, beside the figures that they show

  private void bar(Runnable inside) {
    out.mark("<svg class=\"bar\" aria-hidden=\"true\" focusable=\"false\">");
    inside.run();
    out.mark("</svg>");
  }

  /** Draws what a maximum consists of. */
  void pieces(PointParts parts, List<StackedBars.Piece> pieces, Points scale) {
    bar(
        () -> {
          Points from = Points.ZERO;
          for (StackedBars.Piece piece : pieces) {
            Points to = from.plus(piece.of(parts));
            area("piece " + style(piece), from, to, scale);
            from = to;
          }
        });
  }

  /** Draws an amount from zero, which lies where the least of all amounts leaves it. */
  void amount(Points amount, Points least, Points most) {
    Points scale = most.minus(least);
    Points zero = Points.ZERO.minus(least);
    Points end = zero.plus(amount);
    bar(
        () -> {
          area(
              amount.signum() < 0 ? "piece won" : "piece held",
              zero.min(end),
              zero.max(end),
              scale);
          if (least.signum() < 0) {
            upright("axis", zero, scale);
          }
        });
  }

  /** Draws a total from zero, with the bounds of a ladder behind it. */
  void total(Points total, Points maximum) {
    bar(() -> area("piece held", Points.ZERO, total, maximum));
  }

  /** Draws a change from a total to the next. */
  void change(Points from, Points to, Points maximum) {
    bar(
        () ->
            area(
                to.compareTo(from) < 0 ? "piece lost" : "piece won",
                from.min(to),
                from.max(to),
                maximum));
  }

  private void area(String style, Points from, Points to, Points scale) {
    long start = scaled(from, scale, 100 * FINE);
    long width = scaled(to, scale, 100 * FINE) - start;
    if (width <= 0) {
      return;
    }
    out.mark("<rect class=\"").mark(style).mark("\" x=\"");
    fine(start);
    out.mark("%\" y=\"1\" width=\"");
    fine(width);
    out.mark("%\" height=\"15\"/>");
  }

  private void upright(String style, Points at, Points scale) {
    long place = scaled(at, scale, 100 * FINE);
    out.mark("<line class=\"").mark(style).mark("\" x1=\"");
    fine(place);
    out.mark("%\" x2=\"");
    fine(place);
    out.mark("%\" y1=\"0\" y2=\"17\"/>");
  }

  /** Draws a small area of a kind, for the legend. */
  void swatch(StackedBars.Piece piece) {
    out.mark(
            "<svg class=\"swatch\" viewBox=\"0 0 26 14\" aria-hidden=\"true\" focusable=\"false\">")
        .mark("<rect class=\"piece ")
        .mark(style(piece))
        .mark("\" x=\"1\" y=\"1\" width=\"24\" height=\"12\"/></svg>");
  }

  /** Draws a short piece of a line for the legend, or of a bar where a series has only bars. */
  void swatch(LineChart.Series series, int index) {
    out.mark(
        "<svg class=\"swatch\" viewBox=\"0 0 26 14\" aria-hidden=\"true\" focusable=\"false\">");
    if (series.readings().stream()
        .flatMap(Optional::stream)
        .noneMatch(LineChart.Reading::isExact)) {
      rect("range", 7 * FINE, FINE, 12 * FINE, 12 * FINE);
    } else {
      out.mark("<line class=\"line s")
          .mark(index)
          .mark("\" x1=\"0\" x2=\"26\" y1=\"7\" y2=\"7\"/>");
      marker(13 * FINE, 7 * FINE, index);
    }
    out.mark("</svg>");
  }

  private static String style(StackedBars.Piece piece) {
    return piece.name().toLowerCase(Locale.ROOT);
  }

  // Drawings of their own

  private void drawing(Chart chart, int height, Runnable inside) {
    drawings++;
    out.mark("<svg class=\"drawing\" role=\"img\" viewBox=\"0 0 ")
        .mark(WIDTH)
        .mark(" ")
        .mark(height)
        .mark("\" aria-labelledby=\"t")
        .mark(drawings)
        .mark(chart.description().isEmpty() ? "" : " d" + drawings)
        .mark("\"><title id=\"t")
        .mark(drawings)
        .mark("\">")
        .name(chart.title())
        .mark("</title>");
    if (!chart.description().isEmpty()) {
      out.mark("<desc id=\"d").mark(drawings).mark("\">").text(chart.description()).mark("</desc>");
    }
    inside.run();
    out.mark("</svg>");
  }

  // The ladder

  private static final int RISE = 240;
  private static final int ABOVE = 32;
  private static final int LEFT = 44;
  private static final int RIGHT = 150;

  void ladder(LadderChart chart) {
    Ladder ladder = chart.ladder();
    drawing(
        chart,
        RISE + 2 * ABOVE,
        () -> {
          Optional<Tier> held = ladder.tierOf(chart.total());
          Points last = Points.ZERO.minus(Points.SMALLEST);
          Points below = Points.ZERO;
          for (int i = -1; i < ladder.tiers().size(); i++) {
            Optional<Tier> tier = i < 0 ? Optional.empty() : Optional.of(ladder.tiers().get(i));
            Points from = bound(tier);
            Points to =
                i + 1 < ladder.tiers().size()
                    ? bound(Optional.of(ladder.tiers().get(i + 1)))
                    : chart.maximum();
            band(tier, from, to, chart.maximum(), held.equals(tier));
            boolean isRoomy = height(from, chart) - height(below, chart) <= -12 * FINE;
            if (last.signum() < 0 || isRoomy) {
              label("small end", (LEFT - 6) * FINE, height(from, chart) + 4 * FINE, from);
              below = from;
              last = from;
            }
          }
          if (height(chart.maximum(), chart) - height(below, chart) <= -12 * FINE) {
            label(
                "small end",
                (LEFT - 6) * FINE,
                height(chart.maximum(), chart) + 4 * FINE,
                chart.maximum());
          }
          here(chart);
        });
  }

  private String below(Ladder ladder, Tier tier) {
    int index = ladder.tiers().indexOf(tier);
    return index == 0 ? phrases.text("noTier") : ladder.tiers().get(index - 1).code();
  }

  private static Points bound(Optional<Tier> tier) {
    return tier.flatMap(each -> each.range().lower()).map(b -> b.value()).orElse(Points.ZERO);
  }

  private static long height(Points at, LadderChart chart) {
    return (ABOVE + RISE) * FINE - scaled(at, chart.maximum(), RISE * FINE);
  }

  private void band(Optional<Tier> tier, Points from, Points to, Points maximum, boolean isHere) {
    long bottom = (ABOVE + RISE) * FINE - scaled(from, maximum, RISE * FINE);
    long top = (ABOVE + RISE) * FINE - scaled(to, maximum, RISE * FINE);
    if (bottom <= top) {
      return;
    }
    rect(isHere ? "band here" : "band", LEFT * FINE, top, (RIGHT - LEFT) * FINE, bottom - top);
    if (bottom - top >= 13 * FINE) {
      write(
          isHere ? "strong middle" : "plain middle",
          (LEFT + RIGHT) / 2 * FINE,
          (top + bottom) / 2 + 4 * FINE,
          tier.map(Tier::code).orElseGet(() -> phrases.text("noTier")),
          14);
    }
  }

  private void here(LadderChart chart) {
    Ladder ladder = chart.ladder();
    long at = height(chart.total(), chart);
    long x = RIGHT * FINE;
    out.mark("<path class=\"axis pointer\" d=\"M");
    fine(x + 9 * FINE);
    out.mark(" ");
    fine(at);
    out.mark("l-8 -5v10zh-12\"/>");
    label("large", x + 14 * FINE, at + 8 * FINE, chart.total());
    ladder
        .tierAbove(chart.total())
        .ifPresent(
            tier ->
                write(
                    "small",
                    x + 14 * FINE,
                    at - 17 * FINE,
                    "↑ "
                        + phrases.text(
                            "ladder.up",
                            "missing",
                            Amounts.lacking(
                                ladder.missing(chart.total(), tier), phrases.language()),
                            "tier",
                            cut(tier.code(), 13)),
                    44));
    Optional<Tier> held = ladder.tierOf(chart.total());
    if (held.isPresent() && held.get().least().signum() > 0) {
      write(
          "small",
          x + 14 * FINE,
          at + 25 * FINE,
          "↓ "
              + phrases.text(
                  "ladder.down",
                  "spare",
                  Amounts.spare(ladder.spare(chart.total()), phrases.language()),
                  "tier",
                  cut(below(ladder, held.get()), 13)),
          44);
    }
  }

  // Rounds

  private static final int TOP = 14;
  private static final int DEEP = 216;
  private static final int FIRST = 62;

  void lines(LineChart chart) {
    boolean isSteep = chart.labels().size() > 5;
    drawing(
        chart,
        TOP + DEEP + (isSteep ? 62 : 26),
        () -> {
          rungs(chart);
          for (int i = 0; i < chart.labels().size(); i++) {
            axisLabel(
                i,
                place(i, chart),
                place(1, chart) - place(0, chart),
                TOP + DEEP + 16,
                chart.labels().get(i),
                isSteep);
          }
          chart.series().forEach(series -> ranges(chart, series));
          for (int s = 0; s < chart.series().size(); s++) {
            series(chart, s);
          }
          for (int s = 0; s < chart.series().size(); s++) {
            labels(chart, s);
          }
        });
  }

  private static long place(int label, LineChart chart) {
    int room = WIDTH - FIRST - 12;
    return (FIRST + 8) * FINE
        + room * FINE * (2 * label + 1) / (2L * Math.max(1, chart.labels().size()))
        - 4 * FINE;
  }

  private static long depth(Points at, LineChart chart) {
    return (TOP + DEEP) * FINE - scaled(at, chart.maximum(), DEEP * FINE);
  }

  private void rungs(LineChart chart) {
    List<Tier> tiers = chart.ladder().tiers();
    for (int i = 0; i < tiers.size(); i++) {
      long from = depth(bound(Optional.of(tiers.get(i))), chart);
      long to =
          depth(
              i + 1 < tiers.size() ? bound(Optional.of(tiers.get(i + 1))) : chart.maximum(), chart);
      line("rung", FIRST * FINE, from, (WIDTH - 4) * FINE, from);
      if (from - to >= 11 * FINE) {
        write("small end", (FIRST - 5) * FINE, (from + to) / 2 + 4 * FINE, tiers.get(i).code(), 9);
      }
    }
    line("axis", FIRST * FINE, TOP * FINE, FIRST * FINE, (TOP + DEEP) * FINE);
    line("axis", FIRST * FINE, (TOP + DEEP) * FINE, (WIDTH - 4) * FINE, (TOP + DEEP) * FINE);
    write("small end", (FIRST - 5) * FINE, (TOP + DEEP + 4) * FINE, "0", 1);
  }

  /** Draws where totals lie, behind all lines. */
  private void ranges(LineChart chart, LineChart.Series series) {
    for (int i = 0; i < series.readings().size(); i++) {
      Optional<LineChart.Reading> reading = series.readings().get(i);
      if (reading.isPresent() && !reading.get().isExact()) {
        long top = depth(reading.get().high(), chart);
        rect(
            "range",
            place(i, chart) - 6 * FINE,
            top,
            12 * FINE,
            depth(reading.get().low(), chart) - top);
      }
    }
  }

  private void series(LineChart chart, int series) {
    List<Optional<LineChart.Reading>> readings = chart.series().get(series).readings();
    for (int i = 0; i < readings.size(); i++) {
      Optional<LineChart.Reading> reading = readings.get(i);
      if (reading.isEmpty()) {
        continue;
      }
      long x = place(i, chart);
      long y = depth(reading.get().high(), chart);
      if (!reading.get().isExact()) {
        continue;
      }
      Optional<LineChart.Reading> before = i == 0 ? Optional.empty() : readings.get(i - 1);
      if (before.filter(LineChart.Reading::isExact).isPresent()) {
        line("line s" + series, place(i - 1, chart), depth(before.get().high(), chart), x, y);
      }
    }
    for (int i = 0; i < readings.size(); i++) {
      if (readings.get(i).filter(LineChart.Reading::isExact).isPresent()) {
        marker(place(i, chart), depth(readings.get(i).get().high(), chart), series);
      }
    }
  }

  /** Writes totals from the last on, as far as there is room for them. */
  private void labels(LineChart chart, int series) {
    List<Optional<LineChart.Reading>> readings = chart.series().get(series).readings();
    long free = WIDTH * FINE;
    for (int i = readings.size() - 1; i >= 0; i--) {
      if (readings.get(i).filter(LineChart.Reading::isExact).isPresent()) {
        Points total = readings.get(i).get().high();
        long half = width(Amounts.shortest(total, phrases.language())) / 2;
        long x = Math.min(place(i, chart), WIDTH * FINE - half);
        if (x + half <= free) {
          int beside = isLowest(chart, series, i) ? 17 : -8;
          label("small middle halo", x, depth(total, chart) + beside * FINE, total);
          free = x - half;
        }
      }
    }
  }

  /** Says whether others are above it and none is below, so that its label goes below, too. */
  private static boolean isLowest(LineChart chart, int series, int place) {
    Points own = chart.series().get(series).readings().get(place).orElseThrow().high();
    List<Points> others = new ArrayList<>();
    for (int i = 0; i < chart.series().size(); i++) {
      if (i != series) {
        chart
            .series()
            .get(i)
            .readings()
            .get(place)
            .filter(LineChart.Reading::isExact)
            .ifPresent(reading -> others.add(reading.high()));
      }
    }
    return !others.isEmpty() && others.stream().allMatch(other -> other.compareTo(own) > 0);
  }

  /** Each series has a mark of its own, so that colours need not tell them apart. */
  private void marker(long x, long y, int series) {
    out.mark("<path class=\"mark s").mark(series).mark("\" d=\"M");
    fine(x);
    out.mark(" ");
    fine(y);
    out.mark(
        switch (series) {
          case 0 -> "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z";
          case 1 -> "m-4.5 -4.5h9v9h-9z";
          case 2 -> "m0 -6l6 6l-6 6l-6 -6z";
          default -> "m0 -6l6 10h-12z";
        });
    out.mark("\"/>");
  }

  // Counts and chances

  /** As many letters of a turned label as there is room for below an axis. */
  private static final int STEEP_LETTERS = 16;

  private static final int HIGHEST = 136;

  void columns(ColumnChart chart) {
    List<ColumnChart.Column> columns = chart.columns();
    boolean isSteep = columns.size() > 5;
    long left = (isSteep && !columns.isEmpty() ? room(columns.get(0).label()) : 8) * FINE;
    long room = ((WIDTH - 8) * FINE - left) / Math.max(1, columns.size());
    boolean isUpright = columns.size() > 8;
    boolean isGrouped = columns.stream().anyMatch(column -> !column.group().isEmpty());
    int bottom = TOP + 150 + (isUpright ? 30 : 0) + (isGrouped ? 2 * ROW : 0);
    drawing(
        chart,
        bottom + (isSteep ? 82 : 26),
        () -> {
          if (isGrouped) {
            groups(columns, left, room, bottom * FINE);
          }
          BigDecimal most =
              columns.stream()
                  .map(ColumnChart.Column::amount)
                  .reduce(BigDecimal.ZERO, BigDecimal::max);
          for (int i = 0; i < columns.size(); i++) {
            ColumnChart.Column column = columns.get(i);
            long x = left + room * i;
            long height = scaled(column.amount(), most, HIGHEST * FINE);
            if (height > 0) {
              rect("piece held", x + room / 6, bottom * FINE - height, room * 2 / 3, height);
            }
            long top = bottom * FINE - height - 4 * FINE;
            if (!isUpright) {
              write("strong middle", x + room / 2, top, column.told(), 20);
            } else if (isShown(i, room, LINE)) {
              turned("small", x + room / 2 + 4 * FINE, top, -90, cut(column.told(), 9));
            }
            axisLabel(i, x + room / 2, room, bottom + 16, column.label(), isSteep);
          }
          line("axis", left, bottom * FINE, (WIDTH - 8) * FINE, bottom * FINE);
        });
  }

  /** As high as a row of words. */
  private static final int ROW = 15;

  /** Draws a line where a group begins, and names it above, or below another name. */
  private void groups(List<ColumnChart.Column> columns, long left, long room, long bottom) {
    List<Integer> begins = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (i == 0 || !columns.get(i).group().equals(columns.get(i - 1).group())) {
        begins.add(i);
      }
    }
    begins.stream()
        .skip(1)
        .forEach(i -> line("rung", left + room * i, TOP * FINE, left + room * i, bottom));
    long free = left;
    for (int g = 0; g < begins.size(); g++) {
      int end = g + 1 < begins.size() ? begins.get(g + 1) : columns.size();
      String group = columns.get(begins.get(g)).group();
      long half = width(group) / 2;
      long most = Math.max(left + half, (WIDTH - 2) * FINE - half);
      long middle = left + room * (begins.get(g) + end) / 2;
      long centre = Math.min(most, Math.max(left + half, middle));
      if (!group.isEmpty()) {
        int row = centre - half >= free ? 0 : 1;
        write("small middle halo", centre, (TOP - 3 + row * ROW) * FINE, group, 20);
        free = row == 0 ? centre + half + 4 * FINE : free;
      }
    }
  }

  /** Returns about how wide a text is in small letters. */
  private static long width(String text) {
    return 13L * Math.min(20, text.codePointCount(0, text.length())) * FINE / 2;
  }

  /** Returns how far from the left the first column begins, so that its turned label fits. */
  private static long room(String label) {
    long letters = Math.min(STEEP_LETTERS, label.codePointCount(0, label.length()));
    return Math.max(8, letters * 5 - 12);
  }

  // Labels of an axis

  /** How far apart turned lines of words must be. */
  private static final int LINE = 12;

  /** As {@link #LINE}, of lines that are turned less. */
  private static final int STEEP_LINE = 17;

  /** Says whether a label has room; where all have not, every second or third is left out. */
  private static boolean isShown(int index, long room, int line) {
    long step = (line * FINE + room - 1) / Math.max(1, room);
    return index % Math.max(1, step) == 0;
  }

  private void axisLabel(int index, long x, long room, int y, String label, boolean isSteep) {
    if (!isSteep) {
      write("small middle", x, y * FINE, label, 11);
    } else if (isShown(index, room, STEEP_LINE)) {
      turned("small end", x + 4 * FINE, (y - 4) * FINE, -40, cut(label, STEEP_LETTERS));
    }
  }

  private void turned(String style, long x, long y, int angle, String text) {
    out.mark("<text class=\"").mark(style).mark("\" transform=\"translate(");
    fine(x);
    out.mark(" ");
    fine(y);
    out.mark(") rotate(").mark(angle).mark(")\">").name(text).mark("</text>");
  }

  // Shapes

  private void rect(String style, long x, long y, long width, long height) {
    out.mark("<rect class=\"").mark(style).mark("\" x=\"");
    fine(x);
    out.mark("\" y=\"");
    fine(y);
    out.mark("\" width=\"");
    fine(width);
    out.mark("\" height=\"");
    fine(height);
    out.mark("\"/>");
  }

  private void line(String style, long x1, long y1, long x2, long y2) {
    out.mark("<line class=\"").mark(style).mark("\" x1=\"");
    fine(x1);
    out.mark("\" y1=\"");
    fine(y1);
    out.mark("\" x2=\"");
    fine(x2);
    out.mark("\" y2=\"");
    fine(y2);
    out.mark("\"/>");
  }

  private void label(String style, long x, long y, Points points) {
    boolean isLarge = style.startsWith("large");
    write(
        style,
        x,
        y,
        isLarge ? phrases.exact(points) : Amounts.shortest(points, phrases.language()),
        24);
  }

  private void write(String style, long x, long y, String text, int longest) {
    out.mark("<text class=\"").mark(style).mark("\" x=\"");
    fine(x);
    out.mark("\" y=\"");
    fine(y);
    out.mark("\">").name(cut(text, longest)).mark("</text>");
  }

  /** A drawing has room for so much; the table beside it holds the whole. */
  private static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }

  private void fine(long amount) {
    long rest = Math.abs(amount % FINE);
    if (amount < 0 && amount > -FINE) {
      out.mark("-");
    }
    out.mark(amount / FINE);
    if (rest != 0) {
      String digits = Long.toString(FINE + rest).substring(1);
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      out.mark(".").mark(digits.substring(0, end));
    }
  }

  /** Returns as much of a length as a part is of the whole, cut to its smallest unit. */
  private static long scaled(Points part, Points whole, long length) {
    if (whole.isZero()) {
      return 0;
    }
    long units = part.units();
    if (units < Long.MAX_VALUE / length && units > Long.MIN_VALUE / length) {
      return Math.floorDiv(units * length, whole.units());
    }
    return scaled(part.toBigDecimal(), whole.toBigDecimal(), length);
  }

  private static long scaled(BigDecimal part, BigDecimal whole, long length) {
    return whole.signum() == 0
        ? 0
        : part.multiply(BigDecimal.valueOf(length))
            .divide(whole, 0, RoundingMode.FLOOR)
            .longValueExact();
  }
}
