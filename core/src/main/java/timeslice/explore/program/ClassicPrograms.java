package timeslice.explore.program;

import static timeslice.explore.program.Comparison.EQUAL;
import static timeslice.explore.program.Comparison.NOT_EQUAL;
import static timeslice.explore.program.Register.R0;
import static timeslice.explore.program.Register.R1;

/** Famous small programs, right and wrong, ready to be explored. */
public final class ClassicPrograms {
  private ClassicPrograms() {}

  /** Each thread reads {@code x}, adds 1 and writes it back, so many times, without a lock. */
  public static ConcurrentProgram racyCounter(int threads, int increments) {
    var program = new ConcurrentProgram.Builder();
    Variable x = program.variable("x", 0);
    for (int i = 0; i < threads; i++) {
      program.thread().repeat(increments, code -> code.load(R0, x).add(R0, 1).store(x, R0));
    }
    return program.build();
  }

  /**
   * The racy counter with a checkpoint after each increment and, if asked for, one between read and
   * write too: what an interpreter may do whose loop tests for a drop request at every jump back,
   * and at the return of a call inside {@code x = f(x)}.
   */
  public static ConcurrentProgram counterWithCheckpoints(
      int threads, int increments, boolean betweenReadAndWrite) {
    var program = new ConcurrentProgram.Builder();
    Variable x = program.variable("x", 0);
    for (int i = 0; i < threads; i++) {
      ThreadCode thread = program.thread();
      for (int k = 0; k < increments; k++) {
        thread.load(R0, x);
        if (betweenReadAndWrite) {
          thread.checkpoint();
        }
        thread.add(R0, 1).store(x, R0).checkpoint();
      }
    }
    return program.build();
  }

  /** The counter with the read, the addition and the write inside a mutex. */
  public static ConcurrentProgram lockedCounter(int threads, int increments) {
    var program = new ConcurrentProgram.Builder();
    Variable x = program.variable("x", 0);
    Mutex m = program.mutex("m");
    for (int i = 0; i < threads; i++) {
      program
          .thread()
          .repeat(increments, code -> code.lock(m).load(R0, x).add(R0, 1).store(x, R0).unlock(m));
    }
    return program.build();
  }

  /** The counter where each increment is one atomic instruction. */
  public static ConcurrentProgram atomicCounter(int threads, int increments) {
    var program = new ConcurrentProgram.Builder();
    Variable x = program.variable("x", 0);
    for (int i = 0; i < threads; i++) {
      program.thread().repeat(increments, code -> code.atomicAdd(x, 1, R0));
    }
    return program.build();
  }

  /** Threads that each take 1 from {@code balance}, atomically, after checking that it is there. */
  public static ConcurrentProgram checkThenAct(int threads, int balance) {
    var program = new ConcurrentProgram.Builder();
    Variable account = program.variable("balance", balance);
    for (int i = 0; i < threads; i++) {
      program
          .thread()
          .load(R0, account)
          .jumpIf(R0, EQUAL, 0, "nothing left")
          .atomicAdd(account, -1, R0)
          .label("nothing left");
    }
    return program.build();
  }

  /**
   * Peterson's algorithm for two threads (Myths about the mutual exclusion problem, 1981): say that
   * you want to enter, let the other go first, and wait while both is true of it.
   */
  public static ConcurrentProgram peterson() {
    return peterson(true);
  }

  /** Peterson's algorithm with two lines swapped: lets the other go first before it wants to. */
  public static ConcurrentProgram petersonSwapped() {
    return peterson(false);
  }

  private static ConcurrentProgram peterson(boolean wantFirst) {
    var program = new ConcurrentProgram.Builder();
    Variable[] wants = {program.variable("wants0", 0), program.variable("wants1", 0)};
    Variable turn = program.variable("turn", 0);
    Variable inside = program.variable("inside", 0);
    for (int me = 0; me < 2; me++) {
      ThreadCode thread = program.thread();
      int other = 1 - me;
      if (wantFirst) {
        thread.store(wants[me], 1).store(turn, other);
      } else {
        thread.store(turn, other).store(wants[me], 1);
      }
      thread
          .label("again")
          .load(R0, wants[other])
          .jumpIf(R0, EQUAL, 0, "enter")
          .load(R0, turn)
          .jumpIf(R0, EQUAL, other, "again")
          .label("enter");
      criticalSection(thread, inside);
      thread.store(wants[me], 0);
    }
    return program.build();
  }

  private static void criticalSection(ThreadCode thread, Variable inside) {
    thread
        .atomicAdd(inside, 1, R0)
        .require(R0, EQUAL, 0, "two threads are in the critical section")
        .atomicAdd(inside, -1, R0);
  }

  /** Two threads that take the same two mutexes, in opposite order or in the same. */
  public static ConcurrentProgram twoLocks(boolean oppositeOrder) {
    var program = new ConcurrentProgram.Builder();
    Mutex a = program.mutex("A");
    Mutex b = program.mutex("B");
    program.thread().lock(a).lock(b).unlock(b).unlock(a);
    if (oppositeOrder) {
      program.thread().lock(b).lock(a).unlock(a).unlock(b);
    } else {
      program.thread().lock(a).lock(b).unlock(b).unlock(a);
    }
    return program.build();
  }

  /**
   * A buffer with room for one, producers that put so many each, and consumers that take so many
   * each. Who finds it full or empty waits; once woken, tests again, or not.
   *
   * @param testAgain {@code while} in the source if true, {@code if} if false
   */
  public static ConcurrentProgram boundedBuffer(
      int producers, int puts, int consumers, int takes, boolean testAgain) {
    var program = new ConcurrentProgram.Builder();
    Variable count = program.variable("count", 0);
    Mutex m = program.mutex("m");
    Condition notFull = program.condition("notFull");
    Condition notEmpty = program.condition("notEmpty");
    for (int i = 0; i < producers; i++) {
      ThreadCode thread = program.thread();
      for (int k = 0; k < puts; k++) {
        move(thread, "put " + k, count, m, 0, notFull, notEmpty, testAgain);
      }
    }
    for (int i = 0; i < consumers; i++) {
      ThreadCode thread = program.thread();
      for (int k = 0; k < takes; k++) {
        move(thread, "take " + k, count, m, 1, notEmpty, notFull, testAgain);
      }
    }
    return program.build();
  }

  /** Waits until the count is as needed, 0 or 1, and makes it the other. */
  private static void move(
      ThreadCode thread,
      String name,
      Variable count,
      Mutex m,
      int needed,
      Condition wait,
      Condition notify,
      boolean testAgain) {
    String problem = needed == 0 ? "puts into a full buffer" : "takes from an empty buffer";
    thread.lock(m).label(name).load(R0, count).jumpIf(R0, EQUAL, needed, name + " now");
    thread.wait(wait, m);
    if (testAgain) {
      thread.jump(name);
    }
    thread.label(name + " now").load(R0, count);
    thread.require(R0, EQUAL, needed, problem).store(count, 1 - needed).notify(notify).unlock(m);
  }

  /**
   * One thread waits until the other has set {@code ready}. Its test is inside the mutex, or in
   * front of it: then the notification can come between test and wait, and is lost.
   */
  public static ConcurrentProgram wakeUp(boolean testInsideMutex) {
    var program = new ConcurrentProgram.Builder();
    Variable ready = program.variable("ready", 0);
    Mutex m = program.mutex("m");
    Condition c = program.condition("c");
    ThreadCode waiter = program.thread();
    if (testInsideMutex) {
      waiter.lock(m).label("test").load(R0, ready).jumpIf(R0, NOT_EQUAL, 0, "done").wait(c, m);
      waiter.jump("test").label("done").unlock(m);
    } else {
      waiter.load(R0, ready).jumpIf(R0, NOT_EQUAL, 0, "done").lock(m).wait(c, m).unlock(m);
      waiter.label("done");
    }
    program.thread().lock(m).store(ready, 1).notify(c).unlock(m);
    return program.build();
  }

  /**
   * A counter inside a mutex made of a futex with three values: 0 free, 1 taken, 2 taken and
   * somebody may sleep (Drepper, Futexes are tricky, 2011, mutex2).
   */
  public static ConcurrentProgram futexCounter(int threads, int increments) {
    var program = new ConcurrentProgram.Builder();
    Variable x = program.variable("x", 0);
    Variable futex = program.variable("futex", 0);
    for (int i = 0; i < threads; i++) {
      ThreadCode thread = program.thread();
      for (int k = 0; k < increments; k++) {
        futexLock(thread, "lock " + k, futex);
        thread.load(R0, x).add(R0, 1).store(x, R0);
        thread.atomicAdd(futex, -1, R0).jumpIf(R0, EQUAL, 1, "unlocked " + k);
        thread.store(futex, 0).futexWake(futex).label("unlocked " + k);
      }
    }
    return program.build();
  }

  private static void futexLock(ThreadCode thread, String name, Variable futex) {
    thread.compareAndSet(futex, 0, 1, R0).jumpIf(R0, EQUAL, 1, name + " done");
    thread.label(name + " contended");
    thread.load(R0, futex).jumpIf(R0, EQUAL, 2, name + " sleep");
    thread.compareAndSet(futex, 1, 2, R1).jumpIf(R1, EQUAL, 0, name + " again");
    thread.label(name + " sleep").futexWait(futex, 2);
    thread.label(name + " again").compareAndSet(futex, 0, 2, R0);
    thread.jumpIf(R0, EQUAL, 1, name + " done").jump(name + " contended");
    thread.label(name + " done");
  }
}
