package timeslice.explore.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine once more, as objects that are copied for each step, written from the Javadoc of
 * {@link Instruction} and {@link ProgramModel} alone: nothing is packed, and no register cleared.
 */
final class ObjectMachine {
  private final List<List<Instruction>> code;
  private final boolean gil;
  private int[] shared;
  private final List<Worker> workers = new ArrayList<>();
  private @Nullable Worker holder;
  private @Nullable Worker waker;
  private boolean broken;

  private static final class Worker {
    final int number;
    int at;
    int[] registers = new int[Register.MOST];
    @Nullable WaitQueue asleepOn;
    boolean needsMutex;

    Worker(int number) {
      this.number = number;
    }

    int value(Operand operand) {
      return switch (operand) {
        case Register register -> registers[register.number()];
        case Operand.Constant(int value) -> value;
      };
    }
  }

  ObjectMachine(ConcurrentProgram program, boolean gil) {
    code = program.threads();
    shared = program.shared();
    this.gil = gil;
    for (int i = 0; i < code.size(); i++) {
      workers.add(new Worker(i));
    }
  }

  private ObjectMachine(ObjectMachine from) {
    code = from.code;
    gil = from.gil;
    shared = from.shared.clone();
    broken = from.broken;
    for (Worker old : from.workers) {
      Worker worker = new Worker(old.number);
      worker.at = old.at;
      worker.registers = old.registers.clone();
      worker.asleepOn = old.asleepOn;
      worker.needsMutex = old.needsMutex;
      workers.add(worker);
    }
    holder = from.holder == null ? null : workers.get(from.holder.number);
    waker = from.waker == null ? null : workers.get(from.waker.number);
  }

  int[] shared() {
    return shared.clone();
  }

  boolean broken() {
    return broken;
  }

  boolean done() {
    return workers.stream().allMatch(this::done);
  }

  private boolean done(Worker worker) {
    return worker.at == code.get(worker.number).size();
  }

  private Instruction next(Worker worker) {
    return code.get(worker.number).get(worker.at);
  }

  boolean enabled(int number) {
    Worker worker = workers.get(number);
    if (waker != null) {
      return worker.asleepOn != null && worker.asleepOn.equals(queueOf(next(waker)));
    }
    return ready(worker) && (!gil || holder == null || holder == worker);
  }

  private boolean ready(Worker worker) {
    if (done(worker) || worker.asleepOn != null) {
      return false;
    }
    return switch (next(worker)) {
      case Instruction.Lock(Mutex mutex) -> shared[mutex.slot()] == 0;
      case Instruction.Acquire(Semaphore semaphore) -> shared[semaphore.slot()] > 0;
      case Instruction.Wait(var _, Mutex mutex) -> !worker.needsMutex || shared[mutex.slot()] == 0;
      default -> true;
    };
  }

  private static @Nullable WaitQueue queueOf(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Notify(Condition condition, boolean _) -> condition;
      case Instruction.FutexWake(Variable variable, boolean _) -> variable;
      default -> null;
    };
  }

  /** The machine after this thread's step; this one stays as it is. */
  ObjectMachine after(int number) {
    ObjectMachine machine = new ObjectMachine(this);
    machine.step(machine.workers.get(number));
    return machine;
  }

  private void step(Worker worker) {
    Worker runner = worker;
    boolean letGo = false;
    if (waker != null) {
      runner = waker;
      wakeUp(worker);
      waker.at++;
      waker = null;
    } else {
      letGo = next(worker) instanceof Instruction.Checkpoint;
      execute(worker);
    }
    holder = !letGo && (waker == runner || ready(runner)) ? runner : null;
  }

  private void wakeUp(Worker sleeper) {
    sleeper.asleepOn = null;
    if (next(sleeper) instanceof Instruction.Wait) {
      sleeper.needsMutex = true;
    } else {
      sleeper.at++;
    }
  }

  private void wake(WaitQueue queue, boolean all, Worker worker) {
    List<Worker> asleep = workers.stream().filter(w -> queue.equals(w.asleepOn)).toList();
    if (asleep.size() > 1 && !all) {
      waker = worker;
    } else {
      asleep.forEach(this::wakeUp);
      worker.at++;
    }
  }

  private void execute(Worker me) {
    int before = me.at;
    me.at++;
    switch (next(before, me)) {
      case Instruction.Load(Register to, Variable from) ->
          me.registers[to.number()] = shared[from.slot()];
      case Instruction.Store(Variable to, Operand value) -> shared[to.slot()] = me.value(value);
      case Instruction.Set(Register to, Operand value) ->
          me.registers[to.number()] = me.value(value);
      case Instruction.Add(Register to, Operand value) ->
          me.registers[to.number()] += me.value(value);
      case Instruction.AtomicAdd(Variable to, Operand value, Register old) -> {
        int was = shared[to.slot()];
        shared[to.slot()] += me.value(value);
        me.registers[old.number()] = was;
      }
      case Instruction.CompareAndSet(
              Variable to,
              Operand expected,
              Operand value,
              Register done) -> {
        boolean equal = shared[to.slot()] == me.value(expected);
        shared[to.slot()] = equal ? me.value(value) : shared[to.slot()];
        me.registers[done.number()] = equal ? 1 : 0;
      }
      case Instruction.Jump(int target) -> me.at = target;
      case Instruction.JumpIf(Register left, Comparison sign, Operand right, int target) ->
          me.at = compare(me.value(left), sign, me.value(right)) ? target : me.at;
      case Instruction.Lock(Mutex mutex) -> shared[mutex.slot()] = 1 + me.number;
      case Instruction.Unlock(Mutex mutex) -> giveUp(mutex, me);
      case Instruction.Wait(Condition condition, Mutex mutex) -> {
        if (me.needsMutex) {
          me.needsMutex = false;
          shared[mutex.slot()] = 1 + me.number;
        } else {
          me.at = before;
          giveUp(mutex, me);
          me.asleepOn = condition;
        }
      }
      case Instruction.Notify(Condition condition, boolean all) -> {
        me.at = before;
        wake(condition, all, me);
      }
      case Instruction.Acquire(Semaphore semaphore) -> shared[semaphore.slot()] -= 1;
      case Instruction.Release(Semaphore semaphore) -> shared[semaphore.slot()] += 1;
      case Instruction.FutexWait(Variable variable, Operand expected) -> {
        if (shared[variable.slot()] == me.value(expected)) {
          me.at = before;
          me.asleepOn = variable;
        }
      }
      case Instruction.FutexWake(Variable variable, boolean all) -> {
        me.at = before;
        wake(variable, all, me);
      }
      case Instruction.Checkpoint() -> {}
      case Instruction.Require(Register left, Comparison sign, Operand right, String _) ->
          broken = broken || !compare(me.value(left), sign, me.value(right));
    }
  }

  private Instruction next(int at, Worker worker) {
    return code.get(worker.number).get(at);
  }

  private void giveUp(Mutex mutex, Worker me) {
    broken = broken || shared[mutex.slot()] != 1 + me.number;
    shared[mutex.slot()] = 0;
  }

  private static boolean compare(int left, Comparison sign, int right) {
    return switch (sign) {
      case EQUAL -> left == right;
      case NOT_EQUAL -> left != right;
      case LESS -> left < right;
      case AT_LEAST -> left >= right;
    };
  }
}
