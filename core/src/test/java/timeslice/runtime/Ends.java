package timeslice.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import timeslice.trace.Kind;
import timeslice.trace.StopReason;
import timeslice.trace.TaskError;
import timeslice.trace.Trace;

/** How a run on the machine ended, read from its trace alone, where each task has a thread. */
final class Ends {
  final Map<Integer, Integer> owners = new TreeMap<>();
  final Map<Integer, Integer> parents = new TreeMap<>();
  final List<String> broken = new ArrayList<>();
  private final Map<Integer, String> ends = new TreeMap<>();
  private final Map<Integer, List<Integer>> waitingFor = new TreeMap<>();
  private final Map<Integer, Integer> taskOf = new TreeMap<>();

  Ends(Trace trace) {
    for (int i = 0; i < trace.size(); i++) {
      int who = trace.who(i);
      switch (trace.kind(i)) {
        case MOUNTED -> taskOf.put(trace.other(i), who);
        case TASK_CREATED -> {
          ends.put(who, "never ran");
          parents.put(who, trace.other(i));
        }
        case STOP -> stopped(trace, i);
        case TASK_ENDED -> {
          int failed = (int) trace.value(i);
          ends.put(who, failed == 0 ? "done" : TaskError.values()[failed - 1].name());
        }
        case ACQUIRED -> {
          Integer before = owners.put(trace.other(i), who);
          if (before != null) {
            broken.add("lock " + trace.other(i) + " given to " + who + ", held by " + before);
          }
        }
        case RELEASED -> {
          if (!owners.remove(trace.other(i), who)) {
            broken.add("lock " + trace.other(i) + " released by " + who);
          }
        }
        case NOTIFIED -> notified(trace.other(i), (int) trace.value(i));
        default -> {}
      }
    }
  }

  /** Who has waited longest is woken; nobody only if nobody waits. */
  private void notified(int condition, int woken) {
    List<Integer> waiting = waitingFor.computeIfAbsent(condition, _ -> new ArrayList<>());
    int first = waiting.isEmpty() ? -1 : waiting.removeFirst();
    if (woken != first) {
      broken.add("condition " + condition + " woke " + woken + " while " + first + " waited");
    }
  }

  private void stopped(Trace trace, int i) {
    StopReason why = StopReason.values()[trace.other(i)];
    Integer task = taskOf.get(trace.who(i));
    if (why != StopReason.ENDED && task != null) {
      ends.put(task, why + " " + trace.value(i));
    }
    if (why == StopReason.CONDITION && task != null) {
      waitingFor.computeIfAbsent((int) trace.value(i), _ -> new ArrayList<>()).add(task);
    }
  }

  /** One line, as {@link PlainState#end} writes it. */
  String line() {
    StringBuilder line = new StringBuilder();
    ends.forEach((task, how) -> line.append(task).append(": ").append(how).append("; "));
    return line.toString();
  }

  /** For each task that is not done, those that must go on before it can: holder or children. */
  Map<Integer, List<Integer>> waitsFor() {
    Map<Integer, List<Integer>> edges = new TreeMap<>();
    ends.forEach(
        (task, how) -> {
          List<Integer> others = new ArrayList<>();
          if (how.startsWith("LOCK ")) {
            others.add(owners.get(Integer.parseInt(how.substring(5))));
          } else if (how.startsWith("JOIN")) {
            parents.forEach(
                (child, parent) -> {
                  if (parent.equals(task) && isWaiting(child)) {
                    others.add(child);
                  }
                });
          }
          edges.put(task, others);
        });
    return edges;
  }

  /** Whether this task is neither done nor failed. */
  boolean isWaiting(int task) {
    return ends.getOrDefault(task, "").contains(" ");
  }

  /** How often this kind of event happened. */
  static long count(Trace trace, Kind kind) {
    long count = 0;
    for (int i = 0; i < trace.size(); i++) {
      count += trace.kind(i) == kind ? 1 : 0;
    }
    return count;
  }
}
