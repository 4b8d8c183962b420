package timeslice.picture;

import timeslice.kernel.AsidSlots;

/**
 * Who owns which address-space slot of a CPU: a row for each slot, a column for each switch. The
 * slot switched to is lit, as a hit where its entries stayed and as a miss where it was flushed.
 *
 * <p>Words: {@code slots.label} (processes, slots, switches, flushes), {@code slots.switch}, {@code
 * slots.slot} (number), {@code slots.outcome}, {@code slots.flush}, {@code slots.kept}.
 */
public final class SlotsFigure {
  private static final int WIDTH = 720;
  private static final int LEFT = 96;
  private static final int ROW = 26;
  private static final int NOBODY = -1;

  private SlotsFigure() {}

  /** Processes 0 to {@code processes - 1} taking turns, so many rounds. */
  public static int[] turns(int processes, int rounds) {
    int[] switches = new int[processes * rounds];
    for (int i = 0; i < switches.length; i++) {
      switches[i] = i % processes;
    }
    return switches;
  }

  /** The picture of these switches on a CPU with so many slots; no address space changes. */
  public static String svg(int slots, int[] switches, Words words) {
    AsidSlots run = new AsidSlots(slots);
    int processes = 0;
    for (int process : switches) {
      processes = Math.max(processes, process + 1);
      run.choose(process, 0);
    }
    String label = words.say("slots.label", processes, slots, switches.length, run.flushes());
    Svg svg = new Svg(WIDTH, (slots + 2) * ROW + 24, label);
    svg.text(16, ROW, 13, "start", "dim", words.say("slots.switch"));
    for (int slot = 0; slot < slots; slot++) {
      svg.text(16, ROW * (slot + 1) + 23, 13, "start", "dim", words.say("slots.slot", slot));
    }
    svg.text(16, ROW * (slots + 2), 13, "start", "dim", words.say("slots.outcome"));
    AsidSlots again = new AsidSlots(slots);
    double width = (WIDTH - LEFT - 16.0) / switches.length;
    for (int i = 0; i < switches.length; i++) {
      int chosen = again.choose(switches[i], 0);
      column(svg, again, chosen, switches[i], LEFT + i * width, width, words);
    }
    return svg.end();
  }

  private static void column(
      Svg svg, AsidSlots slots, int chosen, int process, double x, double width, Words words) {
    String tone = slots.mustFlush() ? "miss" : "hit";
    double middle = x + width / 2;
    svg.text(middle, ROW, 14, "middle", "ink", name(process));
    for (int slot = 0; slot < slots.size(); slot++) {
      boolean lit = slot == chosen;
      double y = ROW * (slot + 1) + 7;
      svg.rect(x + 2, y, width - 4, ROW - 4, lit ? "now" : "paper", lit ? tone : "line");
      if (slots.owner(slot) != NOBODY) {
        svg.text(middle, y + 16, 14, "middle", lit ? tone : "dim", name(slots.owner(slot)));
      }
    }
    String outcome = words.say(slots.mustFlush() ? "slots.flush" : "slots.kept");
    svg.text(middle, ROW * (slots.size() + 2), 11, "middle", tone, outcome);
  }

  /** The same for a terminal: {@code !} beside a letter is a flush, {@code *} is none. */
  public static String text(int slots, int[] switches) {
    AsidSlots run = new AsidSlots(slots);
    StringBuilder[] rows = new StringBuilder[slots];
    for (int slot = 0; slot < slots; slot++) {
      rows[slot] = new StringBuilder("slot " + slot);
    }
    for (int process : switches) {
      int chosen = run.choose(process, 0);
      for (int slot = 0; slot < slots; slot++) {
        String owner = run.owner(slot) == NOBODY ? "." : name(run.owner(slot));
        String mark = slot != chosen ? " " : run.mustFlush() ? "!" : "*";
        rows[slot].append(' ').append(owner).append(mark);
      }
    }
    StringBuilder out = new StringBuilder();
    for (int slot = 0; slot < slots; slot++) {
      out.append(rows[slot].toString().stripTrailing()).append(slot < slots - 1 ? "\n" : "");
    }
    return out.toString();
  }

  private static String name(int process) {
    return String.valueOf((char) ('A' + process % 26));
  }
}
