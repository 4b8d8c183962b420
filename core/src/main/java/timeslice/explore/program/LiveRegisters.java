package timeslice.explore.program;

import java.util.List;
import timeslice.explore.program.Instruction.Acquire;
import timeslice.explore.program.Instruction.Add;
import timeslice.explore.program.Instruction.AtomicAdd;
import timeslice.explore.program.Instruction.Checkpoint;
import timeslice.explore.program.Instruction.CompareAndSet;
import timeslice.explore.program.Instruction.FutexWait;
import timeslice.explore.program.Instruction.FutexWake;
import timeslice.explore.program.Instruction.Jump;
import timeslice.explore.program.Instruction.JumpIf;
import timeslice.explore.program.Instruction.Load;
import timeslice.explore.program.Instruction.Lock;
import timeslice.explore.program.Instruction.Notify;
import timeslice.explore.program.Instruction.Release;
import timeslice.explore.program.Instruction.Require;
import timeslice.explore.program.Instruction.Set;
import timeslice.explore.program.Instruction.Store;
import timeslice.explore.program.Instruction.Unlock;
import timeslice.explore.program.Instruction.Wait;

/**
 * Which registers a thread may still read before it writes them: live-variable analysis, as in
 * every compiler. Sets of registers are bits of an int.
 *
 * <p>A register that is not live has no influence on the future, yet its old number would tell
 * states apart that are otherwise equal, so that they could not be merged. The machine therefore
 * clears it.
 */
final class LiveRegisters {
  private LiveRegisters() {}

  /** The registers that are live before each instruction, and, last, at the end: none. */
  static int[] of(List<Instruction> code) {
    int[] live = new int[code.size() + 1];
    boolean changed = true;
    while (changed) { // once more for each loop inside a loop
      changed = false;
      for (int at = code.size() - 1; at >= 0; at--) {
        Instruction instruction = code.get(at);
        int before = (liveAfter(instruction, at, live) & ~written(instruction)) | read(instruction);
        changed |= before != live[at];
        live[at] = before;
      }
    }
    return live;
  }

  /** The registers that occur anywhere. */
  static int used(List<Instruction> code) {
    int used = 0;
    for (Instruction instruction : code) {
      used |= read(instruction) | written(instruction);
    }
    return used;
  }

  private static int liveAfter(Instruction instruction, int at, int[] live) {
    return switch (instruction) {
      case Jump(int target) -> live[target];
      case JumpIf jump -> live[at + 1] | live[jump.target()];
      default -> live[at + 1];
    };
  }

  private static int written(Instruction instruction) {
    return switch (instruction) {
      case Load load -> bit(load.to());
      case Set set -> bit(set.to());
      case AtomicAdd add -> bit(add.before());
      case CompareAndSet set -> bit(set.done());
      default -> 0;
    };
  }

  private static int read(Instruction instruction) {
    return switch (instruction) {
      case Store store -> bit(store.value());
      case Set set -> bit(set.value());
      case Add add -> bit(add.to()) | bit(add.value());
      case AtomicAdd add -> bit(add.value());
      case CompareAndSet set -> bit(set.expected()) | bit(set.value());
      case JumpIf jump -> bit(jump.left()) | bit(jump.right());
      case FutexWait wait -> bit(wait.expected());
      case Require require -> bit(require.left()) | bit(require.right());
      case Load _, Jump _, Lock _, Unlock _, Wait _, Notify _ -> 0;
      case Acquire _, Release _, FutexWake _, Checkpoint _ -> 0;
    };
  }

  private static int bit(Operand operand) {
    return operand instanceof Register(int number) ? 1 << number : 0;
  }
}
