package timeslice.picture;

import timeslice.memory.SetAssociativeTlb;

/**
 * How the low bits of page numbers choose sets: the references in order, and what each set holds in
 * the end.
 *
 * <p>Words: {@code sets.label} (arguments: pages, sets, ways), {@code sets.references}, {@code
 * sets.set} (set in binary), {@code sets.forgot} (page).
 */
public final class SetsFigure {
  private static final int ROW = 34;

  private SetsFigure() {}

  /**
   * Runs the pages through a TLB and draws it.
   *
   * @param sets at most 4, so that each has a colour
   */
  public static String svg(int sets, int ways, long[] pages, Words words) {
    int rows = Math.max(sets, pages.length);
    Svg svg = new Svg(720, 56 + rows * ROW, words.say("sets.label", pages.length, sets, ways));
    svg.text(16, 28, 13, "start", "dim", words.say("sets.references"));
    int bits = 64 - Long.numberOfLeadingZeros(sets - 1L);
    for (int i = 0; i < pages.length; i++) {
      reference(svg, 44 + i * ROW, pages[i], bits, sets);
    }
    for (int set = 0; set < sets; set++) {
      set(svg, 44 + set * ROW, set, bits, ways, run(sets, ways, set, pages), words);
    }
    return svg.end();
  }

  /** Only its own pages matter to a set, so only they are run. */
  private static TlbRun run(int sets, int ways, int set, long[] pages) {
    long[] own = new long[pages.length];
    int count = 0;
    for (long page : pages) {
      if (page % sets == set) {
        own[count++] = page;
      }
    }
    long[] exactly = new long[count];
    System.arraycopy(own, 0, exactly, 0, count);
    return new TlbRun(() -> new SetAssociativeTlb(sets, ways), ways, exactly);
  }

  private static void reference(Svg svg, int y, long page, int bits, int sets) {
    String tone = "t" + page % sets;
    svg.rect(16, y, 150, ROW - 6, "paper", "line");
    svg.text(50, y + 19, 15, "end", "ink", String.valueOf(page));
    String high = binary(page >>> bits, 4 - bits);
    svg.text(128 - 9 * bits, y + 19, 15, "end", "dim", high);
    svg.text(132 - 9 * bits, y + 19, 15, "start", tone, binary(page & (sets - 1), bits));
  }

  private static void set(Svg svg, int y, int set, int bits, int ways, TlbRun run, Words words) {
    svg.text(290, y + 19, 14, "start", "t" + set, words.say("sets.set", binary(set, bits)));
    StringBuilder forgot = new StringBuilder();
    for (int step = 0; step < run.steps(); step++) {
      if (run.forgotten(step) != TlbRun.NONE) {
        forgot.append(forgot.isEmpty() ? "" : ", ").append(run.forgotten(step));
      }
    }
    for (int way = 0; way < ways; way++) {
      svg.rect(370 + way * 84, y, 78, ROW - 6, "paper", "t" + set);
      long page = run.steps() == 0 ? TlbRun.NONE : run.slot(run.steps() - 1, way);
      if (page != TlbRun.NONE) {
        svg.text(409 + way * 84, y + 19, 15, "middle", "ink", String.valueOf(page));
      }
    }
    if (!forgot.isEmpty()) {
      svg.text(384 + ways * 84, y + 19, 13, "start", "dim", words.say("sets.forgot", forgot));
    }
  }

  private static String binary(long value, int bits) {
    String digits = Long.toBinaryString(value);
    String all = "0".repeat(Math.max(0, bits - digits.length())) + digits;
    return bits == 0 ? "" : all;
  }
}
