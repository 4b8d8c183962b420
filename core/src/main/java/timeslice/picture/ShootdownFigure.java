package timeslice.picture;

import java.util.List;

/**
 * Draws a TLB shootdown as a sequence: a life line for each CPU, which stays thick as long as its
 * TLB holds the page.
 */
public final class ShootdownFigure {
  private static final int LEFT = 250;
  private static final int TOP = 64;
  private static final int ROW = 40;
  private static final int WIDTH = 720;

  private ShootdownFigure() {}

  /**
   * One step of a shootdown.
   *
   * @param words key of the words that say what happens; they may name {0}, the CPU it happens to
   * @param from number of the CPU that does it
   * @param to number of the CPU it happens to, the same if nothing crosses over
   * @param holds for each CPU, whether its TLB holds the page after this step
   */
  public record Step(String words, int from, int to, List<Boolean> holds) {}

  /**
   * As SVG; words, each after {@code shootdown.}: {@code label}, {@code cpu} with {0}, {@code
   * holds}, and each step's key.
   */
  public static String svg(List<Step> steps, Words words) {
    int cpus = steps.getFirst().holds().size();
    double gap = (double) (WIDTH - LEFT) / cpus;
    Svg svg = new Svg(WIDTH, TOP + ROW * steps.size() + 16, words.say("shootdown.label"));
    svg.line(12, 24, 32, 24, "miss", 6);
    svg.text(40, 29, 13, "start", "ink", words.say("shootdown.holds"));
    for (int cpu = 0; cpu < cpus; cpu++) {
      double x = LEFT + gap * cpu + gap / 2;
      svg.text(x, 44, 14, "middle", "ink", words.say("shootdown.cpu", cpu));
      for (int row = 0; row < steps.size(); row++) {
        double y = TOP + ROW * row;
        boolean holds = steps.get(row).holds().get(cpu);
        svg.line(x, y, x, y + ROW, holds ? "miss" : "line", holds ? 6 : 2);
      }
    }
    for (int row = 0; row < steps.size(); row++) {
      Step step = steps.get(row);
      double y = TOP + ROW * row;
      svg.text(
          12,
          y + 6,
          13,
          "start",
          "ink",
          (row + 1) + ". " + words.say("shootdown." + step.words(), step.to()));
      double from = LEFT + gap * step.from() + gap / 2;
      double to = LEFT + gap * step.to() + gap / 2;
      if (from == to) {
        svg.rect(from - 5, y - 5, 10, 10, "ink", "ink");
      } else {
        svg.arrow(from, y, to, y, "t0", 2);
      }
    }
    return svg.end();
  }
}
