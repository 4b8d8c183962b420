package timeslice.explore.program;

/**
 * One instruction of a thread. Each is one atomic step: what needs two of them can be torn apart.
 */
public sealed interface Instruction {

  /** Reads a variable into a register. */
  record Load(Register to, Variable from) implements Instruction {}

  /** Writes a variable. */
  record Store(Variable to, Operand value) implements Instruction {}

  /** Puts a number into a register. */
  record Set(Register to, Operand value) implements Instruction {}

  /** Adds to a register. */
  record Add(Register to, Operand value) implements Instruction {}

  /** Adds to a variable in one step; the register gets what was there before (fetch-and-add). */
  record AtomicAdd(Variable to, Operand value, Register before) implements Instruction {}

  /**
   * Writes a variable if it has the expected value, in one step; the register gets 1 if it had, and
   * 0 if not.
   */
  record CompareAndSet(Variable to, Operand expected, Operand value, Register done)
      implements Instruction {}

  /** Goes on at another instruction of the thread, by its number; at their end it finishes. */
  record Jump(int target) implements Instruction {}

  /** Jumps if the comparison holds, and goes on with the next instruction if not. */
  record JumpIf(Register left, Comparison comparison, Operand right, int target)
      implements Instruction {}

  /** Takes a mutex, when it is free. */
  record Lock(Mutex mutex) implements Instruction {}

  /** Gives up a mutex; a violation if the thread does not hold it. */
  record Unlock(Mutex mutex) implements Instruction {}

  /**
   * Gives up the mutex and waits, in one step; once woken, takes the mutex again in another step,
   * when it is free. A violation if the thread does not hold it.
   */
  record Wait(Condition condition, Mutex mutex) implements Instruction {}

  /** Wakes a thread that waits on the condition, any one of them, or all; none is no error. */
  record Notify(Condition condition, boolean all) implements Instruction {}

  /** Takes a permit, when there is one. */
  record Acquire(Semaphore semaphore) implements Instruction {}

  /** Puts a permit back. */
  record Release(Semaphore semaphore) implements Instruction {}

  /** Sleeps if the variable has the expected value, in one step; goes on if not (futex(2)). */
  record FutexWait(Variable variable, Operand expected) implements Instruction {}

  /** Wakes a thread that sleeps on the variable, any one of them, or all; none is no error. */
  record FutexWake(Variable variable, boolean all) implements Instruction {}

  /** The only place where a thread that can go on lets another one have the GIL. */
  record Checkpoint() implements Instruction {}

  /** A violation, with this sentence, unless the comparison holds. */
  record Require(Register left, Comparison comparison, Operand right, String sentence)
      implements Instruction {}
}
