package timeslice.runtime;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import timeslice.program.Operation;

/**
 * What stands on a task's stack at each place of its program. Programs have no branches, so this
 * can be read off them before anything runs, and no task has to remember it.
 */
final class Pins {
  private final BitSet inMonitor = new BitSet();
  private final BitSet inNative = new BitSet();
  private final BitSet waitsOnMonitor = new BitSet();

  /** Reads programs that stand one after the other, with null at the end of each. */
  Pins(@Nullable Operation[] code) {
    BitSet held = new BitSet();
    int nativeFrames = 0;
    for (int place = 0; place < code.length; place++) {
      inMonitor.set(place, !held.isEmpty());
      inNative.set(place, nativeFrames > 0);
      switch (code[place]) {
        case null -> {
          held.clear();
          nativeFrames = 0;
        }
        case Operation.EnterMonitor enter -> held.set(enter.lock());
        case Operation.ExitMonitor exit -> held.clear(exit.lock());
        case Operation.EnterNative _ -> nativeFrames++;
        case Operation.ExitNative _ -> {
          if (nativeFrames-- == 0) {
            throw new IllegalArgumentException(
                "a program returns from native code that it has not called");
          }
        }
        case Operation.Wait wait -> waitsOnMonitor.set(place, held.get(wait.lock()));
        default -> {}
      }
    }
  }

  /** Whether a task here is inside {@code synchronized}. */
  boolean inMonitor(int place) {
    return inMonitor.get(place);
  }

  /** Whether a frame of native code stands on the stack. */
  boolean inNative(int place) {
    return inNative.get(place);
  }

  /** Whether the operation here is {@code Object.wait}: a wait that gives a monitor back. */
  boolean waitsOnMonitor(int place) {
    return waitsOnMonitor.get(place);
  }
}
