package timeslice.explore.program;

import java.util.List;

/** Instructions in a few words, with the numbers they are about to see. */
final class InstructionText {
  private final ThreadWords threads;
  private final Sleepers sleepers;

  InstructionText(ThreadWords threads, Sleepers sleepers) {
    this.threads = threads;
    this.sleepers = sleepers;
  }

  /** What this next instruction of the thread does in this state. */
  String of(Instruction instruction, int[] state, int thread) {
    return switch (instruction) {
      case Instruction.Load(Register to, Variable from) ->
          "read " + from.name() + " = " + from.in(state);
      case Instruction.Store(Variable to, Operand value) ->
          "write " + to.name() + " = " + threads.value(state, thread, value);
      case Instruction.Set(Register to, Operand value) ->
          to + " = " + threads.value(state, thread, value);
      case Instruction.Add(Register to, Operand value) -> {
        int old = threads.register(state, thread, to);
        yield to + " = " + sum(old, threads.value(state, thread, value));
      }
      case Instruction.AtomicAdd(Variable to, Operand value, Register _) ->
          "atomic: " + to.name() + " = " + sum(to.in(state), threads.value(state, thread, value));
      case Instruction.CompareAndSet set -> compareAndSet(set, state, thread);
      case Instruction.Jump _ -> "jump";
      case Instruction.JumpIf(Register left, Comparison comparison, Operand right, int _) ->
          question(left, comparison, right, state, thread);
      case Instruction.Lock(Mutex mutex) -> "lock " + mutex.name();
      case Instruction.Unlock(Mutex mutex) -> "unlock " + mutex.name();
      case Instruction.Wait(Condition condition, Mutex mutex) ->
          "wait on " + condition.name() + ", unlock " + mutex.name();
      case Instruction.Notify(Condition condition, boolean all) ->
          "notify " + condition.name() + ": " + whom(condition, all, state);
      case Instruction.Acquire(Semaphore semaphore) ->
          "acquire " + semaphore.name() + ": " + (state[semaphore.slot()] - 1) + " left";
      case Instruction.Release(Semaphore semaphore) ->
          "release " + semaphore.name() + ": " + (state[semaphore.slot()] + 1) + " left";
      case Instruction.FutexWait(Variable variable, Operand expected) ->
          variable.in(state) == threads.value(state, thread, expected)
              ? "sleep on " + variable.name() + " = " + variable.in(state)
              : "no sleep: " + variable.name() + " = " + variable.in(state);
      case Instruction.FutexWake(Variable variable, boolean all) ->
          "wake " + variable.name() + ": " + whom(variable, all, state);
      case Instruction.Checkpoint _ -> "checkpoint";
      case Instruction.Require(Register left, Comparison comparison, Operand right, String _) ->
          question(left, comparison, right, state, thread);
    };
  }

  private static String sum(int old, int value) {
    return old + (value < 0 ? " - " + -(long) value : " + " + value) + " = " + (old + value);
  }

  private String compareAndSet(Instruction.CompareAndSet set, int[] state, int thread) {
    int expected = threads.value(state, thread, set.expected());
    String attempt = "CAS " + set.to().name() + ", " + expected + " to ";
    boolean done = set.to().in(state) == expected;
    return attempt
        + threads.value(state, thread, set.value())
        + (done ? ": done" : ": it is " + set.to().in(state));
  }

  private String question(
      Register left, Comparison comparison, Operand right, int[] state, int thread) {
    int mine = threads.register(state, thread, left);
    int other = threads.value(state, thread, right);
    String answer = comparison.holds(mine, other) ? "yes" : "no";
    return left + " = " + mine + ": is it " + comparison.words() + other + "? " + answer;
  }

  private String whom(WaitQueue queue, boolean all, int[] state) {
    List<Integer> waiting = sleepers.on(queue, state);
    if (waiting.isEmpty()) {
      return "nobody waits";
    }
    String numbers = String.join(", ", waiting.stream().map(String::valueOf).toList());
    return waiting.size() == 1
        ? "thread " + numbers
        : (all ? "threads " : "one of threads ") + numbers;
  }
}
