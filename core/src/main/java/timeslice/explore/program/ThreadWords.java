package timeslice.explore.program;

import java.util.List;

/**
 * Where each thread stands in a state: one number that says at which instruction it is, and in
 * which phase of it, with the thread's registers behind.
 */
final class ThreadWords {
  /** The instruction comes next; behind the last one, the thread has finished. */
  static final int READY = 0;

  /** It waits on a queue until it is woken. */
  static final int ASLEEP = 1;

  /** It was woken from a condition, and needs its mutex again. */
  static final int WOKEN = 2;

  /** It wakes one of several threads: the next step names which. */
  static final int WAKING = 3;

  /** The instruction was a violation. */
  static final int FAILED = 4;

  private static final int PHASE_BITS = 3;
  private static final int PHASE = (1 << PHASE_BITS) - 1;

  /** Where the word of each thread stands, and, last, where a state ends. */
  private final int[] offsets;

  /** For each thread and instruction, which registers are not live there, as bits. */
  private final int[][] dead;

  /** The words of these threads, from a slot of the state on. */
  ThreadWords(List<List<Instruction>> threads, int first) {
    offsets = new int[threads.size() + 1];
    dead = new int[threads.size()][];
    offsets[0] = first;
    for (int thread = 0; thread < dead.length; thread++) {
      int[] live = LiveRegisters.of(threads.get(thread));
      int used = LiveRegisters.used(threads.get(thread));
      int registers = Integer.SIZE - Integer.numberOfLeadingZeros(used);
      offsets[thread + 1] = offsets[thread] + 1 + registers;
      dead[thread] = new int[live.length];
      for (int at = 0; at < live.length; at++) {
        dead[thread][at] = ((1 << registers) - 1) & ~live[at];
      }
    }
  }

  int stateLength() {
    return offsets[dead.length];
  }

  int instruction(int[] state, int thread) {
    return state[offsets[thread]] >> PHASE_BITS;
  }

  int phase(int[] state, int thread) {
    return state[offsets[thread]] & PHASE;
  }

  boolean finished(int[] state, int thread) {
    return state[offsets[thread]] == dead[thread].length - 1 << PHASE_BITS;
  }

  int register(int[] state, int thread, Register register) {
    return state[offsets[thread] + 1 + register.number()];
  }

  void setRegister(int[] state, int thread, Register register, int value) {
    state[offsets[thread] + 1 + register.number()] = value;
  }

  int value(int[] state, int thread, Operand operand) {
    return switch (operand) {
      case Register register -> register(state, thread, register);
      case Operand.Constant constant -> constant.value();
    };
  }

  /** Makes an instruction the next one. */
  void goTo(int[] state, int thread, int instruction) {
    set(state, thread, instruction, READY);
  }

  /** Changes the phase of the present instruction. */
  void enter(int[] state, int thread, int phase) {
    set(state, thread, instruction(state, thread), phase);
  }

  /**
   * Clears registers too that nobody reads again before writing them: with their old numbers,
   * states that have the same future would differ, and could not be merged.
   */
  private void set(int[] state, int thread, int instruction, int phase) {
    state[offsets[thread]] = instruction << PHASE_BITS | phase;
    for (int left = dead[thread][instruction]; left != 0; left &= left - 1) {
      state[offsets[thread] + 1 + Integer.numberOfTrailingZeros(left)] = 0;
    }
  }
}
