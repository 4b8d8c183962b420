package timeslice.workbook.run;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import timeslice.picture.Words;
import timeslice.workbook.run.Verdict.State;
import timeslice.workbook.run.Watch.Stuck;
import timeslice.workbook.text.PageWords;

/** Says in words what a law that does not come back is doing. */
final class Diagnosis {
  private Diagnosis() {}

  static State state(Stuck stuck) {
    return stuck == Stuck.EXITS ? State.EXITED : State.HUNG;
  }

  static String words(Stuck stuck, LawThread law, Watch watch, Set<String> answers) {
    Words words = PageWords.read();
    String where = where(law, watch, answers);
    return switch (stuck) {
      case SPINS -> words.say("stuck.spins", where);
      case WAITS -> words.say("stuck.waits", where);
      case EXITS -> words.say("stuck.exits", where);
      case DEADLOCK -> {
        List<String> lines = new ArrayList<>(List.of(words.say("stuck.deadlock")));
        lines.addAll(circle(watch.deadlocked(), words, answers));
        yield String.join("\n", lines);
      }
    };
  }

  // The answer's method on the law's own thread; else that of a thread it started.
  private static String where(LawThread law, Watch watch, Set<String> answers) {
    for (Thread thread : watch.threads()) {
      String own = Frames.ownEntry(thread.getStackTrace(), answers);
      if (!own.isEmpty()) {
        return own;
      }
    }
    for (Thread thread : watch.threads()) {
      String entry = Frames.entry(thread.getStackTrace(), answers);
      if (!entry.isEmpty()) {
        return entry;
      }
    }
    for (StackTraceElement frame : law.getStackTrace()) {
      if (!Frames.machinery(frame)) {
        return Frames.name(frame);
      }
    }
    return PageWords.read().say("stuck.nowhere");
  }

  // Letters for threads, in order of their birth: names like Thread-7 differ from run to run.
  private static List<String> circle(long[] ids, Words words, Set<String> answers) {
    long[] byBirth = ids.clone();
    Arrays.sort(byBirth);
    List<String> lines = new ArrayList<>();
    ThreadInfo[] infos = ManagementFactory.getThreadMXBean().getThreadInfo(byBirth, true, true);
    for (ThreadInfo info : infos) {
      if (info == null) {
        continue;
      }
      LockInfo lock = info.getLockInfo();
      String type = lock == null ? "?" : simple(lock.getClassName());
      String where = Frames.entry(info.getStackTrace(), answers);
      lines.add(
          words.say(
              "stuck.waitsFor",
              letter(byBirth, info.getThreadId()),
              where.isEmpty() ? "?" : where,
              type,
              letter(byBirth, info.getLockOwnerId())));
    }
    return lines;
  }

  private static String letter(long[] ids, long id) {
    int index = Arrays.binarySearch(ids, id);
    return index < 0 ? "?" : String.valueOf((char) ('A' + index));
  }

  private static String simple(String className) {
    String name = className.substring(className.lastIndexOf('.') + 1);
    return name.substring(name.lastIndexOf('$') + 1);
  }
}
