package timeslice.picture;

import java.util.ArrayList;
import java.util.List;
import timeslice.memory.CopyOnWriteMemory;

/**
 * Page tables of processes and the frames that they point to, at up to three moments side by side.
 *
 * <p>Words: {@code fork.label}, {@code fork.process} (argument 0 is the number), {@code fork.page},
 * {@code fork.frame}, and for each moment its own key.
 */
public final class ForkFigure {
  private static final int PANEL = 232;
  private static final int ROW = 26;

  private ForkFigure() {}

  /**
   * What the tables say at one moment.
   *
   * @param key of the words above it
   * @param frames by process, then by page; -1 for a page without a frame
   */
  public record Moment(String key, List<List<Integer>> frames) {

    /** What this memory says now about the first pages of processes 0 to {@code processes - 1}. */
    public static Moment of(String key, CopyOnWriteMemory memory, int processes, int pages) {
      List<List<Integer>> frames = new ArrayList<>();
      for (int process = 0; process < processes; process++) {
        List<Integer> row = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
          row.add(memory.frame(process, page));
        }
        frames.add(row);
      }
      return new Moment(key, frames);
    }
  }

  /** Draws the moments from left to right; frames keep their places. */
  public static String svg(List<Moment> moments, Words words) {
    int rows = 0;
    int frames = 0;
    for (Moment moment : moments) {
      int needed = 0;
      for (List<Integer> row : moment.frames()) {
        needed += row.size() + 2;
        for (int frame : row) {
          frames = Math.max(frames, frame + 1);
        }
      }
      rows = Math.max(rows, needed);
    }
    int height = 50 + Math.max(rows, frames + 1) * ROW;
    Svg svg = new Svg(720, height, words.say("fork.label"));
    for (int i = 0; i < moments.size(); i++) {
      panel(svg, 12 + i * PANEL, moments.get(i), frames, words);
    }
    return svg.end();
  }

  private static void panel(Svg svg, double left, Moment moment, int frames, Words words) {
    svg.text(left, 24, 14, "start", "ink", words.say(moment.key()));
    int[] users = new int[frames];
    double y = 52;
    double frameLeft = left + 144;
    for (int process = 0; process < moment.frames().size(); process++) {
      String color = "t" + process;
      svg.text(left, y + 8, 13, "start", color, words.say("fork.process", process));
      y += 18;
      List<Integer> row = moment.frames().get(process);
      for (int page = 0; page < row.size(); page++) {
        svg.rect(left, y, 76, ROW - 4, "paper", color);
        svg.text(left + 38, y + 16, 12, "middle", "ink", words.say("fork.page", page));
        if (row.get(page) >= 0) {
          users[row.get(page)]++;
          svg.arrow(left + 76, y + 11, frameLeft, frameY(row.get(page)) + 11, color, 1.5);
        }
        y += ROW;
      }
      y += 14;
    }
    for (int frame = 0; frame < frames; frame++) {
      String fill = users[frame] > 1 ? "now" : "paper";
      String ink = users[frame] == 0 ? "dim" : "ink";
      svg.rect(frameLeft, frameY(frame), 68, ROW - 4, fill, users[frame] == 0 ? "line" : "ink");
      svg.text(
          frameLeft + 34, frameY(frame) + 16, 12, "middle", ink, words.say("fork.frame", frame));
    }
  }

  private static double frameY(int frame) {
    return 70 + frame * ROW;
  }
}
