package timeslice.picture;

import java.util.Optional;
import timeslice.memory.PageTableEntry;
import timeslice.memory.RadixPageTable;

/**
 * One walk through a page table of four levels: which nine bits choose an entry of which table, and
 * where the walk ends.
 *
 * <p>Words: {@code walk.label}, {@code walk.address}, {@code walk.bits} (argument 0 is how many),
 * {@code walk.level} (argument 0 is the level), {@code walk.frame}, {@code walk.absent}, {@code
 * walk.references}.
 */
public final class WalkFigure {
  private static final int COLUMN = 140;
  private static final int LEFT = 24;
  private static final int TOP = 128;

  private WalkFigure() {}

  /** Draws the walk to an address in this table. */
  public static String svg(RadixPageTable table, long address, Words words) {
    long page = address >>> 12;
    int reached = table.levelsWalked(page);
    Optional<PageTableEntry> entry = table.walk(page);
    String end =
        entry
            .map(e -> words.say("walk.frame", e.frame()))
            .orElseGet(() -> words.say("walk.absent"));
    String name = "0x" + Long.toHexString(address);
    Svg svg = new Svg(720, 330, words.say("walk.label", name, reached, end));
    svg.text(LEFT, 26, 14, "start", "ink", words.say("walk.address", name));
    for (int i = 0; i < 4; i++) {
      int index = (int) (page >>> 9 * (3 - i)) & 511;
      table(svg, i, index, i < reached, words);
      boolean goesOn = i + 1 < reached || (i == 3 && entry.isPresent());
      if (goesOn) {
        double x = LEFT + i * COLUMN + 104;
        svg.arrow(x, entryY(index) + 13, x + COLUMN - 104, TOP + (i < 3 ? 0 : 80), "hit", 2);
      } else if (i + 1 == reached) {
        svg.text(LEFT + i * COLUMN + 52, entryY(index) + 44, 13, "middle", "fault", end);
      }
    }
    svg.rect(LEFT + 4 * COLUMN, 40, 104, 34, "paper", "line");
    svg.text(
        LEFT + 4 * COLUMN + 52, 62, 15, "middle", "ink", "0x" + Long.toHexString(address & 4095));
    svg.text(LEFT + 4 * COLUMN + 52, 92, 12, "middle", "dim", words.say("walk.bits", 12));
    if (entry.isPresent()) {
      svg.rect(LEFT + 4 * COLUMN, TOP + 60, 104, 40, "now", "hit");
      svg.text(LEFT + 4 * COLUMN + 52, TOP + 85, 14, "middle", "ink", end);
    }
    svg.text(LEFT, 318, 14, "start", "ink", words.say("walk.references", reached));
    return svg.end();
  }

  /** The nine bits of one level, and the table that they index. */
  private static void table(Svg svg, int i, int index, boolean lit, Words words) {
    double x = LEFT + i * COLUMN;
    String ink = lit ? "ink" : "dim";
    svg.rect(x, 40, 104, 34, lit ? "now" : "paper", "line");
    svg.text(x + 52, 62, 15, "middle", ink, String.valueOf(index));
    svg.text(x + 52, 92, 12, "middle", "dim", words.say("walk.bits", 9));
    svg.text(x + 52, TOP - 10, 13, "middle", ink, words.say("walk.level", 4 - i));
    svg.rect(x, TOP, 104, 160, "paper", lit ? "ink" : "line");
    if (lit) {
      svg.rect(x, entryY(index), 104, 26, "now", "ink");
      svg.text(x + 52, entryY(index) + 18, 13, "middle", "ink", "[" + index + "]");
    }
  }

  /** An entry's place in its table: entry 0 at the top, entry 511 at the bottom. */
  private static double entryY(int index) {
    return TOP + index * 134.0 / 511;
  }
}
