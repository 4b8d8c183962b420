package timeslice.explore.program;

import org.jspecify.annotations.Nullable;
import timeslice.explore.StepModel;

/**
 * A concurrent program on a machine that takes one atomic instruction at a time, of any thread: as
 * if each thread had a core of its own, and memory were sequentially consistent.
 *
 * <p>{@link #underGil} makes it the machine of an interpreter with a global lock, and {@link
 * #withSpuriousWakeUps} one on which waiting may end for no reason. Registers that will not be read
 * again are cleared: an outcome must be stored to be seen at the end.
 */
public final class ProgramModel implements StepModel {
  private static final int ABSENT = -1;

  private final ConcurrentProgram program;
  private final Instruction[][] code;
  private final int[] initial;

  /** Where a state says who has the GIL: 0 for nobody, or one more than the thread's number. */
  private final int gil;

  /** Where a state says how many spurious wake-ups are left. */
  private final int spurious;

  private final int mostSpurious;
  private final ThreadWords threads;
  private final Sleepers sleepers;
  private final Processor processor;
  private final InstructionText text;

  /** The program on a machine without a GIL, whose threads wake up only when they are woken. */
  public ProgramModel(ConcurrentProgram program) {
    this(program, false, 0);
  }

  private ProgramModel(ConcurrentProgram program, boolean gil, int mostSpurious) {
    this.program = program;
    this.mostSpurious = mostSpurious;
    code =
        program.threads().stream()
            .map(t -> t.toArray(Instruction[]::new))
            .toArray(Instruction[][]::new);
    int[] shared = program.shared();
    int length = shared.length;
    this.gil = gil ? length++ : ABSENT;
    this.spurious = mostSpurious > 0 ? length++ : ABSENT;
    threads = new ThreadWords(program.threads(), length);
    sleepers = new Sleepers(code, threads);
    processor = new Processor(threads, sleepers);
    text = new InstructionText(threads, sleepers);
    initial = new int[threads.stateLength()];
    System.arraycopy(shared, 0, initial, 0, shared.length);
    if (mostSpurious > 0) {
      initial[spurious] = mostSpurious;
    }
  }

  /**
   * The same program where a thread needs the GIL to take a step. It keeps the GIL until a {@link
   * Instruction.Checkpoint}, or until it has finished, waits or sleeps; then any thread that can go
   * on may take it, the same one included.
   */
  public ProgramModel underGil() {
    return new ProgramModel(program, true, mostSpurious);
  }

  /**
   * The same program where up to so many times, 1 or more, a thread that waits wakes up though
   * nobody woke it. Without such a limit no thread could ever be said to wait for good.
   */
  public ProgramModel withSpuriousWakeUps(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("spurious wake-ups must be 1 or more, got " + most);
    }
    return new ProgramModel(program, gil != ABSENT, most);
  }

  @Override
  public int threads() {
    return code.length;
  }

  @Override
  public int[] initial() {
    return initial.clone();
  }

  @Override
  public boolean finished(int[] state, int thread) {
    return threads.finished(state, thread);
  }

  @Override
  public boolean enabled(int[] state, int thread) {
    int waker = sleepers.waker(state);
    if (waker != Sleepers.NOBODY) {
      return sleepers.canBeWoken(state, thread, waker);
    }
    if (threads.phase(state, thread) == ThreadWords.ASLEEP) {
      return spurious != ABSENT && state[spurious] > 0;
    }
    boolean othersGil = gil != ABSENT && state[gil] != 0 && state[gil] != thread + 1;
    return !othersGil && canGoOn(state, thread);
  }

  /** Whether only the GIL could keep the thread from its next step. */
  private boolean canGoOn(int[] state, int thread) {
    return switch (threads.phase(state, thread)) {
      case ThreadWords.READY ->
          !threads.finished(state, thread) && Processor.canExecute(next(state, thread), state);
      case ThreadWords.WOKEN -> state[mutexOf(next(state, thread)).slot()] == 0;
      case ThreadWords.WAKING -> true;
      default -> false;
    };
  }

  private Instruction next(int[] state, int thread) {
    return code[thread][threads.instruction(state, thread)];
  }

  @Override
  public void step(int[] state, int thread) {
    int waker = sleepers.waker(state);
    if (waker != Sleepers.NOBODY) {
      sleepers.choose(state, thread, waker);
      passGil(state, waker);
    } else if (threads.phase(state, thread) == ThreadWords.ASLEEP) {
      state[spurious]--;
      sleepers.wakeUp(state, thread);
    } else {
      run(state, thread);
    }
  }

  private void run(int[] state, int thread) {
    Instruction instruction = next(state, thread);
    if (threads.phase(state, thread) == ThreadWords.WOKEN) {
      state[mutexOf(instruction).slot()] = thread + 1;
      threads.goTo(state, thread, threads.instruction(state, thread) + 1);
    } else {
      processor.execute(instruction, state, thread);
    }
    if (gil != ABSENT && instruction instanceof Instruction.Checkpoint) {
      state[gil] = 0;
    } else {
      passGil(state, thread);
    }
  }

  /** The thread that ran keeps the GIL if it can go on. */
  private void passGil(int[] state, int thread) {
    if (gil != ABSENT) {
      state[gil] = canGoOn(state, thread) ? thread + 1 : 0;
    }
  }

  private static Mutex mutexOf(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Wait wait -> wait.mutex();
      case Instruction.Lock lock -> lock.mutex();
      case Instruction.Unlock unlock -> unlock.mutex();
      default -> throw new IllegalStateException("no mutex in " + instruction);
    };
  }

  @Override
  public String describe(int[] state, int thread) {
    if (sleepers.waker(state) != Sleepers.NOBODY) {
      return "is the one that is woken";
    }
    return switch (threads.phase(state, thread)) {
      case ThreadWords.ASLEEP -> "wakes up for no reason";
      case ThreadWords.WOKEN -> "woken: lock " + mutexOf(next(state, thread)).name();
      default -> text.of(next(state, thread), state, thread);
    };
  }

  @Override
  public String blocked(int[] state, int thread) {
    return switch (next(state, thread)) {
      case Instruction.Wait wait when threads.phase(state, thread) == ThreadWords.ASLEEP ->
          "waits on " + wait.condition().name();
      case Instruction.FutexWait wait when threads.phase(state, thread) == ThreadWords.ASLEEP ->
          "sleeps on " + wait.variable().name();
      case Instruction.Wait wait when !canGoOn(state, thread) -> "waits for " + wait.mutex().name();
      case Instruction.Lock lock when !canGoOn(state, thread) -> "waits for " + lock.mutex().name();
      case Instruction.Acquire acquire when !canGoOn(state, thread) ->
          "waits for " + acquire.semaphore().name();
      default -> "waits for its turn";
    };
  }

  @Override
  public @Nullable String violation(int[] state) {
    for (int thread = 0; thread < code.length; thread++) {
      if (threads.phase(state, thread) == ThreadWords.FAILED) {
        return next(state, thread) instanceof Instruction.Require require
            ? require.sentence()
            : "thread "
                + thread
                + " gives up "
                + mutexOf(next(state, thread)).name()
                + ", which it does not hold";
      }
    }
    return null;
  }
}
