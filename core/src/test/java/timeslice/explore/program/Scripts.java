package timeslice.explore.program;

import static timeslice.explore.program.Register.R0;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/** Random small programs, as lists of short texts, so that a counterexample can be read. */
final class Scripts {
  /** Instructions that never wait and never fail. */
  static final List<Op> PLAIN =
      List.of(
          Op.LOAD_X,
          Op.LOAD_Y,
          Op.ADD,
          Op.STORE_X,
          Op.STORE_Y,
          Op.SET,
          Op.ATOMIC_ADD,
          Op.CAS,
          Op.CHECKPOINT);

  /** The instructions above, with jumps, and those that wait, wake and fail. */
  static final List<Op> ALL = List.of(Op.values());

  /** Instructions whose registers matter, and jumps over them. */
  static final List<Op> REGISTERS =
      List.of(
          Op.LOAD_X,
          Op.LOAD_Y,
          Op.ADD,
          Op.STORE_X,
          Op.STORE_Y,
          Op.SET,
          Op.COPY,
          Op.CAS,
          Op.CAS_OF_REGISTERS,
          Op.ATOMIC_ADD,
          Op.SKIP_NEXT_IF_0,
          Op.REQUIRE_BELOW_3);

  enum Op {
    LOAD_X,
    LOAD_Y,
    ADD,
    STORE_X,
    STORE_Y,
    SET,
    COPY,
    ATOMIC_ADD,
    CAS,
    CAS_OF_REGISTERS,
    CHECKPOINT,
    SKIP_NEXT_IF_0,
    LOCK_M,
    UNLOCK_M,
    LOCK_N,
    UNLOCK_N,
    WAIT,
    NOTIFY,
    NOTIFY_ALL,
    ACQUIRE,
    RELEASE,
    FUTEX_WAIT,
    FUTEX_WAKE,
    FUTEX_WAKE_ALL,
    REQUIRE_BELOW_3
  }

  private Scripts() {}

  /** Two threads of up to six instructions, or three of up to three. */
  static Arbitrary<List<List<Op>>> of(List<Op> ops) {
    return Arbitraries.oneOf(threads(ops, 2, 6), threads(ops, 3, 3));
  }

  /**
   * Threads of which two soon wait, often on the same queue, so that to wake one is a choice, and
   * others who wake; random instructions alone hardly ever get there.
   */
  static Arbitrary<List<List<Op>>> waiting() {
    Arbitrary<List<Op>> waiter =
        Arbitraries.of(
            List.of(Op.LOCK_M, Op.WAIT, Op.UNLOCK_M),
            List.of(Op.LOCK_M, Op.WAIT),
            List.of(Op.FUTEX_WAIT, Op.ATOMIC_ADD),
            List.of(Op.FUTEX_WAIT));
    Arbitrary<List<Op>> waker =
        Arbitraries.of(
                Op.NOTIFY, Op.NOTIFY_ALL, Op.FUTEX_WAKE, Op.FUTEX_WAKE_ALL, Op.LOCK_M, Op.UNLOCK_M)
            .list()
            .ofMaxSize(3)
            .withSizeDistribution(RandomDistribution.uniform());
    Arbitrary<List<Op>> last = Arbitraries.of(Op.NOTIFY, Op.FUTEX_WAKE).list().ofMaxSize(1);
    return Combinators.combine(waiter, waiter, waker, last).as(List::of);
  }

  private static Arbitrary<List<List<Op>>> threads(List<Op> ops, int threads, int instructions) {
    return Arbitraries.of(ops)
        .list()
        .ofMaxSize(instructions)
        .withSizeDistribution(RandomDistribution.uniform()) // otherwise most are nearly empty
        .list()
        .ofSize(threads);
  }

  /** The program that a script stands for. */
  static ConcurrentProgram program(List<List<Op>> script) {
    return new Translation().of(script);
  }

  private static final class Translation {
    private final ConcurrentProgram.Builder program = new ConcurrentProgram.Builder();
    private final Variable x = program.variable("x", 1);
    private final Variable y = program.variable("y", 2);
    private final Mutex m = program.mutex("m");
    private final Mutex n = program.mutex("n");
    private final Semaphore s = program.semaphore("s", 1);
    private final Condition c = program.condition("c");

    ConcurrentProgram of(List<List<Op>> script) {
      for (List<Op> ops : script) {
        ThreadCode code = program.thread();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < ops.size(); i++) {
          append(code, ops.get(i), i, labels);
          if (labels.contains(i - 1)) {
            code.label("after " + i);
          }
        }
        if (labels.contains(ops.size() - 1)) {
          code.label("after " + ops.size());
        }
      }
      return program.build();
    }

    private void append(ThreadCode code, Op op, int i, List<Integer> labels) {
      switch (op) {
        case LOAD_X -> code.load(R0, x);
        case LOAD_Y -> code.load(Register.R1, y);
        case ADD -> code.add(R0, Register.R1);
        case STORE_X -> code.store(x, R0);
        case STORE_Y -> code.store(y, R0);
        case SET -> code.set(Register.R1, 3);
        case COPY -> code.set(R0, Register.R1);
        case ATOMIC_ADD -> code.atomicAdd(x, 1, R0);
        case CAS -> code.compareAndSet(x, 1, 5, Register.R1);
        case CAS_OF_REGISTERS -> code.compareAndSet(y, R0, Register.R1, R0);
        case CHECKPOINT -> code.checkpoint();
        case SKIP_NEXT_IF_0 -> {
          code.jumpIf(R0, Comparison.EQUAL, 0, "after " + (i + 1));
          labels.add(i);
        }
        case LOCK_M -> code.lock(m);
        case UNLOCK_M -> code.unlock(m);
        case LOCK_N -> code.lock(n);
        case UNLOCK_N -> code.unlock(n);
        case WAIT -> code.wait(c, m);
        case NOTIFY -> code.notify(c);
        case NOTIFY_ALL -> code.notifyAll(c);
        case ACQUIRE -> code.acquire(s);
        case RELEASE -> code.release(s);
        case FUTEX_WAIT -> code.futexWait(y, 2);
        case FUTEX_WAKE -> code.futexWake(y);
        case FUTEX_WAKE_ALL -> code.futexWakeAll(y);
        case REQUIRE_BELOW_3 -> code.require(R0, Comparison.LESS, 3, "not below 3");
      }
    }
  }
}
