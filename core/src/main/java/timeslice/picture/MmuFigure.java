package timeslice.picture;

import timeslice.memory.Access;
import timeslice.memory.Mmu;
import timeslice.memory.RadixPageTable;
import timeslice.memory.Translation;

/**
 * What an MMU does with a few references, one row each: the TLB's answer, the references of the
 * walk, what came of it, and the cycles.
 *
 * <p>Words: {@code mmu.label} (arguments: rows, misses, faults), {@code mmu.address}, {@code
 * mmu.tlb}, {@code mmu.walk}, {@code mmu.result}, {@code mmu.cycles}, {@code mmu.read}, {@code
 * mmu.write}, {@code mmu.hit}, {@code mmu.miss}, {@code mmu.absent}, {@code mmu.forbidden}.
 */
public final class MmuFigure {
  private static final int ROW = 30;
  private static final int TOP = 44;

  private final Mmu mmu;
  private final Words words;

  private MmuFigure(Mmu mmu, Words words) {
    this.mmu = mmu;
    this.words = words;
  }

  /** One reference of the picture. */
  public record Row(Access access, long address) {}

  /** Makes these references on this MMU and draws what they did. */
  public static String svg(Mmu mmu, Row[] rows, Words words) {
    return new MmuFigure(mmu, words).draw(rows);
  }

  private String draw(Row[] rows) {
    int height = TOP + rows.length * ROW + 12;
    // What is drawn is known only after the run, but the label stands first: so a list of strokes.
    Stroke[] strokes = new Stroke[rows.length];
    for (int i = 0; i < rows.length; i++) {
      strokes[i] = run(rows[i]);
    }
    Svg svg = new Svg(720, height, words.say("mmu.label", rows.length, mmu.misses(), mmu.faults()));
    svg.text(16, 26, 13, "start", "dim", words.say("mmu.address"));
    svg.text(220, 26, 13, "start", "dim", words.say("mmu.tlb"));
    svg.text(330, 26, 13, "start", "dim", words.say("mmu.walk"));
    svg.text(470, 26, 13, "start", "dim", words.say("mmu.result"));
    svg.text(704, 26, 13, "end", "dim", words.say("mmu.cycles"));
    for (int i = 0; i < rows.length; i++) {
      row(svg, TOP + i * ROW, rows[i], strokes[i]);
    }
    return svg.end();
  }

  /** What one reference did, as differences of the MMU's counters. */
  private record Stroke(boolean hit, long walked, long cycles, Translation result) {}

  private Stroke run(Row row) {
    long hits = mmu.hits();
    long walked = mmu.walkReferences();
    long cycles = mmu.cycles();
    Translation result = mmu.access(row.address(), row.access());
    return new Stroke(
        mmu.hits() > hits, mmu.walkReferences() - walked, mmu.cycles() - cycles, result);
  }

  private void row(Svg svg, int y, Row row, Stroke stroke) {
    boolean physical = stroke.result() instanceof Translation.Physical;
    String tone = physical ? (stroke.hit() ? "hit" : "miss") : "fault";
    String access = words.say(row.access() == Access.WRITE ? "mmu.write" : "mmu.read");
    svg.rect(12, y, 696, ROW - 4, "paper", "line");
    svg.text(20, y + 18, 14, "start", "ink", access + " " + hex(row.address()));
    String found = words.say(stroke.hit() ? "mmu.hit" : "mmu.miss");
    svg.text(220, y + 18, 14, "start", stroke.hit() ? "hit" : "miss", found);
    for (int level = 0; level < RadixPageTable.LEVELS; level++) {
      boolean lit = level < stroke.walked();
      svg.rect(330 + level * 26, y + 5, 20, 16, lit ? "miss" : "paper", "line");
    }
    svg.text(470, y + 18, 14, "start", tone, outcome(stroke.result()));
    svg.text(700, y + 18, 14, "end", "ink", String.valueOf(stroke.cycles()));
  }

  private String outcome(Translation result) {
    return switch (result) {
      case Translation.Physical(long address) -> hex(address);
      case Translation.Absent _ -> words.say("mmu.absent");
      case Translation.Forbidden _ -> words.say("mmu.forbidden");
    };
  }

  private static String hex(long address) {
    return "0x" + Long.toHexString(address);
  }
}
