package timeslice.explore.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Collects the instructions of one thread, in order, with labels to jump to. */
public final class ThreadCode {
  private final List<Instruction> instructions = new ArrayList<>();
  private final Map<String, Integer> labels = new TreeMap<>();

  /** The label that the jump at a place goes to. */
  private final Map<Integer, String> jumps = new TreeMap<>();

  ThreadCode() {}

  /** Reads a variable into a register. */
  public ThreadCode load(Register to, Variable from) {
    return append(new Instruction.Load(to, from));
  }

  /** Writes a constant to a variable. */
  public ThreadCode store(Variable to, int value) {
    return append(new Instruction.Store(to, new Operand.Constant(value)));
  }

  /** Writes a register to a variable. */
  public ThreadCode store(Variable to, Register value) {
    return append(new Instruction.Store(to, value));
  }

  /** Puts a constant into a register. */
  public ThreadCode set(Register to, int value) {
    return append(new Instruction.Set(to, new Operand.Constant(value)));
  }

  /** Puts a register into a register. */
  public ThreadCode set(Register to, Register value) {
    return append(new Instruction.Set(to, value));
  }

  /** Adds a constant, of either sign, to a register. */
  public ThreadCode add(Register to, int value) {
    return append(new Instruction.Add(to, new Operand.Constant(value)));
  }

  /** Adds a register to a register. */
  public ThreadCode add(Register to, Register value) {
    return append(new Instruction.Add(to, value));
  }

  /** Adds to a variable in one step; the register gets what was there before. */
  public ThreadCode atomicAdd(Variable to, int value, Register before) {
    return append(new Instruction.AtomicAdd(to, new Operand.Constant(value), before));
  }

  /** Compare-and-set of a variable; the register gets 1 if it was done, and 0 if not. */
  public ThreadCode compareAndSet(Variable to, int expected, int value, Register done) {
    return append(
        new Instruction.CompareAndSet(
            to, new Operand.Constant(expected), new Operand.Constant(value), done));
  }

  /** Compare-and-set of a variable with numbers from registers. */
  public ThreadCode compareAndSet(Variable to, Register expected, Register value, Register done) {
    return append(new Instruction.CompareAndSet(to, expected, value, done));
  }

  /** Names the place of the next instruction. */
  public ThreadCode label(String name) {
    if (labels.put(name, instructions.size()) != null) {
      throw new IllegalArgumentException("label \"" + name + "\" stands in two places");
    }
    return this;
  }

  /** Goes on at a label, before or behind. */
  public ThreadCode jump(String label) {
    jumps.put(instructions.size(), label);
    return append(new Instruction.Jump(0));
  }

  /** Goes on at a label if the comparison holds. */
  public ThreadCode jumpIf(Register left, Comparison comparison, int right, String label) {
    jumps.put(instructions.size(), label);
    return append(new Instruction.JumpIf(left, comparison, new Operand.Constant(right), 0));
  }

  /** Takes a mutex. */
  public ThreadCode lock(Mutex mutex) {
    return append(new Instruction.Lock(mutex));
  }

  /** Gives up a mutex. */
  public ThreadCode unlock(Mutex mutex) {
    return append(new Instruction.Unlock(mutex));
  }

  /** Waits on a condition, without the mutex meanwhile. */
  public ThreadCode wait(Condition condition, Mutex mutex) {
    return append(new Instruction.Wait(condition, mutex));
  }

  /** Wakes any one of the threads that wait on a condition. */
  public ThreadCode notify(Condition condition) {
    return append(new Instruction.Notify(condition, false));
  }

  /** Wakes all threads that wait on a condition. */
  public ThreadCode notifyAll(Condition condition) {
    return append(new Instruction.Notify(condition, true));
  }

  /** Takes a permit of a semaphore. */
  public ThreadCode acquire(Semaphore semaphore) {
    return append(new Instruction.Acquire(semaphore));
  }

  /** Puts a permit back. */
  public ThreadCode release(Semaphore semaphore) {
    return append(new Instruction.Release(semaphore));
  }

  /** Sleeps while the variable has this value, until woken. */
  public ThreadCode futexWait(Variable variable, int expected) {
    return append(new Instruction.FutexWait(variable, new Operand.Constant(expected)));
  }

  /** Wakes any one of the threads that sleep on a variable. */
  public ThreadCode futexWake(Variable variable) {
    return append(new Instruction.FutexWake(variable, false));
  }

  /** Wakes all threads that sleep on a variable. */
  public ThreadCode futexWakeAll(Variable variable) {
    return append(new Instruction.FutexWake(variable, true));
  }

  /** Lets another thread have the GIL, if there is one; a step that does nothing if not. */
  public ThreadCode checkpoint() {
    return append(new Instruction.Checkpoint());
  }

  /** Says that something is wrong, in this sentence, unless the comparison holds. */
  public ThreadCode require(Register left, Comparison comparison, int right, String sentence) {
    return append(new Instruction.Require(left, comparison, new Operand.Constant(right), sentence));
  }

  /**
   * The same instructions so many times, one after the other; a label in them would be repeated.
   */
  public ThreadCode repeat(int times, Consumer<ThreadCode> body) {
    for (int i = 0; i < times; i++) {
      body.accept(this);
    }
    return this;
  }

  private ThreadCode append(Instruction instruction) {
    instructions.add(instruction);
    return this;
  }

  /** The instructions, with numbers for labels. */
  List<Instruction> build() {
    List<Instruction> built = new ArrayList<>(instructions);
    jumps.forEach((place, label) -> built.set(place, aimed(built.get(place), label)));
    return List.copyOf(built);
  }

  private Instruction aimed(Instruction jump, String label) {
    Integer target = labels.get(label);
    if (target == null) {
      throw new IllegalArgumentException(
          "no label \"" + label + "\" in this thread; known labels: " + labels.keySet());
    }
    return jump instanceof Instruction.JumpIf(var left, var comparison, var right, int _)
        ? new Instruction.JumpIf(left, comparison, right, target)
        : new Instruction.Jump(target);
  }
}
