package timeslice.picture;

/**
 * A loop of pages as a ring, and beneath it the slots of a TLB, one column a step.
 *
 * <p>Words: {@code ring.label} (arguments: pages, entries, steps, hits), {@code ring.ring}, {@code
 * ring.step}, {@code ring.page}, {@code ring.slot} (slot number), {@code ring.outcome}, {@code
 * ring.hit}, {@code ring.miss}, {@code ring.forgot}.
 */
public final class RingFigure {
  private static final int LEFT = 110;
  private static final int WIDTH = 720;
  private static final int ROW = 26;
  private static final int TABLE = 150;

  private RingFigure() {}

  /** The picture of the first steps of a run over a loop of so many pages. */
  public static String svg(TlbRun run, int loop, int steps, Words words) {
    int bottom = TABLE + (run.entries() + 4) * ROW;
    String label = words.say("ring.label", loop, run.entries(), steps, run.hits(steps));
    Svg svg = new Svg(WIDTH, bottom + 10, label);
    ring(svg, loop, words);
    svg.text(16, TABLE + ROW - 8, 13, "start", "dim", words.say("ring.step"));
    svg.text(16, TABLE + 2 * ROW - 8, 13, "start", "dim", words.say("ring.page"));
    for (int slot = 0; slot < run.entries(); slot++) {
      svg.text(16, row(slot) + 17, 13, "start", "dim", words.say("ring.slot", slot));
    }
    svg.text(16, row(run.entries()) + 17, 13, "start", "dim", words.say("ring.outcome"));
    svg.text(16, row(run.entries() + 1) + 17, 13, "start", "dim", words.say("ring.forgot"));
    for (int step = 0; step < steps; step++) {
      column(svg, run, step, steps, words);
    }
    return svg.end();
  }

  /** The pages on a track that leads back to its beginning: there on top, back below. */
  private static void ring(Svg svg, int loop, Words words) {
    int top = (loop + 1) / 2;
    svg.text(16, 28, 13, "start", "dim", words.say("ring.ring"));
    for (int page = 0; page < loop; page++) {
      double x = ringX(page, top);
      double y = ringY(page, top);
      int next = (page + 1) % loop;
      if (ringY(next, top) == y) {
        double way = ringX(next, top) > x ? 1 : -1;
        svg.arrow(x + way * 24, y, ringX(next, top) - way * 24, y, "dim", 1.5);
      } else {
        double way = ringY(next, top) > y ? 1 : -1;
        svg.arrow(x, y + way * 16, ringX(next, top), ringY(next, top) - way * 16, "dim", 1.5);
      }
      svg.rect(x - 24, y - 16, 48, 32, "paper", "t0");
      svg.text(x, y + 5, 15, "middle", "t0", String.valueOf(page));
    }
  }

  private static double ringX(int page, int top) {
    int place = page < top ? page : 2 * top - 1 - page;
    return 260 + place * 100;
  }

  private static double ringY(int page, int top) {
    return page < top ? 36 : 106;
  }

  private static void column(Svg svg, TlbRun run, int step, int steps, Words words) {
    double width = (WIDTH - LEFT - 16.0) / steps;
    double x = LEFT + step * width;
    double middle = x + width / 2;
    String tone = run.hit(step) ? "hit" : "miss";
    svg.text(middle, TABLE + ROW - 8, 13, "middle", "dim", String.valueOf(step + 1));
    svg.text(middle, TABLE + 2 * ROW - 8, 15, "middle", "ink", String.valueOf(run.page(step)));
    for (int slot = 0; slot < run.entries(); slot++) {
      long page = run.slot(step, slot);
      boolean now = page == run.page(step);
      svg.rect(x + 2, row(slot), width - 4, ROW - 4, now ? "now" : "paper", now ? tone : "line");
      if (page != TlbRun.NONE) {
        svg.text(middle, row(slot) + 16, 14, "middle", now ? tone : "ink", String.valueOf(page));
      }
    }
    String outcome = words.say(run.hit(step) ? "ring.hit" : "ring.miss");
    svg.text(middle, row(run.entries()) + 17, 13, "middle", tone, outcome);
    if (run.forgotten(step) != TlbRun.NONE) {
      String forgot = String.valueOf(run.forgotten(step));
      svg.text(middle, row(run.entries() + 1) + 17, 14, "middle", "dim", forgot);
    }
  }

  private static int row(int slot) {
    return TABLE + (slot + 2) * ROW;
  }

  /** The same table for a terminal; every cell is as wide as the widest page number. */
  public static String text(TlbRun run, int steps, Words words) {
    int width = 2;
    int names = 0;
    String[] labels = new String[run.entries() + 3];
    labels[0] = words.say("ring.page");
    for (int slot = 0; slot < run.entries(); slot++) {
      labels[slot + 1] = words.say("ring.slot", slot);
    }
    labels[run.entries() + 1] = words.say("ring.outcome");
    labels[run.entries() + 2] = words.say("ring.forgot");
    for (String label : labels) {
      names = Math.max(names, label.length());
    }
    for (int step = 0; step < steps; step++) {
      width = Math.max(width, String.valueOf(run.page(step)).length() + 1);
    }
    StringBuilder out = new StringBuilder();
    for (int row = 0; row < labels.length; row++) {
      out.append(labels[row]).append(" ".repeat(names - labels[row].length()));
      for (int step = 0; step < steps; step++) {
        String cell = cell(run, row, step);
        out.append(" ".repeat(width + 1 - cell.length())).append(cell);
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String cell(TlbRun run, int row, int step) {
    if (row == 0) {
      return String.valueOf(run.page(step));
    }
    if (row == run.entries() + 1) {
      return run.hit(step) ? "+" : "-";
    }
    long page = row > run.entries() ? run.forgotten(step) : run.slot(step, row - 1);
    return page == TlbRun.NONE ? "." : String.valueOf(page);
  }
}
