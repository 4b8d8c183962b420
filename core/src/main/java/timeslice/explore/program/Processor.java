package timeslice.explore.program;

/** What each instruction does to a state, and when it can. */
final class Processor {
  private final ThreadWords threads;
  private final Sleepers sleepers;

  Processor(ThreadWords threads, Sleepers sleepers) {
    this.threads = threads;
    this.sleepers = sleepers;
  }

  /** Whether nothing keeps the instruction from being executed. */
  static boolean canExecute(Instruction instruction, int[] state) {
    return switch (instruction) {
      case Instruction.Lock lock -> state[lock.mutex().slot()] == 0;
      case Instruction.Acquire acquire -> state[acquire.semaphore().slot()] > 0;
      default -> true;
    };
  }

  /** Executes the thread's next instruction and says where it goes from there. */
  void execute(Instruction instruction, int[] state, int thread) {
    int next = threads.instruction(state, thread) + 1;
    switch (instruction) {
      case Instruction.Load load ->
          threads.setRegister(state, thread, load.to(), state[load.from().slot()]);
      case Instruction.Store store ->
          state[store.to().slot()] = threads.value(state, thread, store.value());
      case Instruction.Set set ->
          threads.setRegister(state, thread, set.to(), threads.value(state, thread, set.value()));
      case Instruction.Add add -> {
        int sum =
            threads.register(state, thread, add.to()) + threads.value(state, thread, add.value());
        threads.setRegister(state, thread, add.to(), sum);
      }
      case Instruction.AtomicAdd add -> {
        int before = state[add.to().slot()];
        state[add.to().slot()] = before + threads.value(state, thread, add.value());
        threads.setRegister(state, thread, add.before(), before);
      }
      case Instruction.CompareAndSet set -> {
        boolean done = state[set.to().slot()] == threads.value(state, thread, set.expected());
        if (done) {
          state[set.to().slot()] = threads.value(state, thread, set.value());
        }
        threads.setRegister(state, thread, set.done(), done ? 1 : 0);
      }
      case Instruction.Jump jump -> next = jump.target();
      case Instruction.JumpIf jump -> {
        int left = threads.register(state, thread, jump.left());
        int right = threads.value(state, thread, jump.right());
        next = jump.comparison().holds(left, right) ? jump.target() : next;
      }
      case Instruction.Lock lock -> state[lock.mutex().slot()] = thread + 1;
      case Instruction.Acquire acquire -> state[acquire.semaphore().slot()]--;
      case Instruction.Release release -> state[release.semaphore().slot()]++;
      case Instruction.Checkpoint _ -> {}
      case Instruction.Unlock unlock -> {
        if (state[unlock.mutex().slot()] != thread + 1) {
          threads.enter(state, thread, ThreadWords.FAILED);
          return;
        }
        state[unlock.mutex().slot()] = 0;
      }
      case Instruction.Wait wait -> {
        boolean holds = state[wait.mutex().slot()] == thread + 1;
        if (holds) {
          state[wait.mutex().slot()] = 0;
        }
        threads.enter(state, thread, holds ? ThreadWords.ASLEEP : ThreadWords.FAILED);
        return;
      }
      case Instruction.FutexWait wait -> {
        int expected = threads.value(state, thread, wait.expected());
        if (state[wait.variable().slot()] == expected) {
          threads.enter(state, thread, ThreadWords.ASLEEP);
          return;
        }
      }
      case Instruction.Notify notify -> {
        sleepers.wake(notify.condition(), notify.all(), state, thread);
        return;
      }
      case Instruction.FutexWake wake -> {
        sleepers.wake(wake.variable(), wake.all(), state, thread);
        return;
      }
      case Instruction.Require require -> {
        int left = threads.register(state, thread, require.left());
        if (!require.comparison().holds(left, threads.value(state, thread, require.right()))) {
          threads.enter(state, thread, ThreadWords.FAILED);
          return;
        }
      }
    }
    threads.goTo(state, thread, next);
  }
}
