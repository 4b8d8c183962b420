package timeslice.explore.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Threads that wait on a queue, and who wakes them. Neither POSIX nor Java nor futex(2) says which
 * of several waiting threads is woken; so the next step is one of theirs, and the choice of that
 * step is the choice.
 */
final class Sleepers {
  static final int NOBODY = -1;

  private final Instruction[][] code;
  private final ThreadWords threads;

  /** Whether the program has an instruction that wakes: most have none, and need no look. */
  private final boolean any;

  Sleepers(Instruction[][] code, ThreadWords threads) {
    this.code = code;
    this.threads = threads;
    this.any = wakes(code);
  }

  private static boolean wakes(Instruction[][] code) {
    for (Instruction[] thread : code) {
      for (Instruction instruction : thread) {
        if (queueWokenBy(instruction) != null) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable WaitQueue queueWokenBy(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Notify notify -> notify.condition();
      case Instruction.FutexWake wake -> wake.variable();
      default -> null;
    };
  }

  /** The thread that has to wake one of several others; {@link #NOBODY} as a rule. */
  int waker(int[] state) {
    if (any) {
      for (int thread = 0; thread < code.length; thread++) {
        if (threads.phase(state, thread) == ThreadWords.WAKING) {
          return thread;
        }
      }
    }
    return NOBODY;
  }

  /** Whether the thread is one of those of which this one has to wake one. */
  boolean canBeWoken(int[] state, int thread, int waker) {
    WaitQueue queue = queueWokenBy(code[waker][threads.instruction(state, waker)]);
    return queue != null && isOn(queue, state, thread);
  }

  private boolean isOn(WaitQueue queue, int[] state, int thread) {
    return threads.phase(state, thread) == ThreadWords.ASLEEP
        && switch (code[thread][threads.instruction(state, thread)]) {
          case Instruction.Wait wait -> wait.condition().equals(queue);
          case Instruction.FutexWait wait -> wait.variable().equals(queue);
          default -> false;
        };
  }

  /** The threads that wait on a queue, by number. */
  List<Integer> on(WaitQueue queue, int[] state) {
    List<Integer> sleepers = new ArrayList<>();
    for (int thread = 0; thread < code.length; thread++) {
      if (isOn(queue, state, thread)) {
        sleepers.add(thread);
      }
    }
    return sleepers;
  }

  /** The thread wakes one or all of a queue; if that leaves a choice, it is made by a step. */
  void wake(WaitQueue queue, boolean all, int[] state, int thread) {
    List<Integer> sleepers = on(queue, state);
    if (!all && sleepers.size() > 1) {
      threads.enter(state, thread, ThreadWords.WAKING);
      return;
    }
    for (int sleeper : sleepers) {
      wakeUp(state, sleeper);
    }
    threads.goTo(state, thread, threads.instruction(state, thread) + 1);
  }

  /** This sleeper is the one that is woken. */
  void choose(int[] state, int sleeper, int waker) {
    wakeUp(state, sleeper);
    threads.goTo(state, waker, threads.instruction(state, waker) + 1);
  }

  /** The thread sleeps no longer: it goes on, or needs its mutex first. */
  void wakeUp(int[] state, int sleeper) {
    int at = threads.instruction(state, sleeper);
    if (code[sleeper][at] instanceof Instruction.Wait) {
      threads.enter(state, sleeper, ThreadWords.WOKEN);
    } else {
      threads.goTo(state, sleeper, at + 1);
    }
  }
}
