package timeslice.workbook.jvm.explore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Who waits for what when no thread can go on. */
final class Stuck {
  private Stuck() {}

  /** One sentence about all threads that have not finished; some of them spin. */
  static String words(List<ExploredThread> threads, Collection<ExploredThread> spinning) {
    var waits = new ArrayList<String>();
    for (ExploredThread thread : threads) {
      Step<?> step = thread.pending();
      if (step != null) {
        waits.add(thread + " " + (spinning.contains(thread) ? looks(step) : step.waits()));
      }
    }
    String all = String.join("; ", waits);
    return spinning.isEmpty()
        ? "deadlock: " + all
        : "nobody gets anywhere: " + all + "; and nobody is left to change that";
  }

  private static <T> String looks(Step<T> step) {
    return step.words(step.perform()) + ", again and again";
  }
}
