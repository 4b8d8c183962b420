package timeslice.workbook.jvm.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import timeslice.program.SplitMix;

/**
 * A few threads with fixed steps on two numbers and a lock, run twice: by the explorer, and by an
 * interpreter that knows nothing of it and tries all interleavings by plain recursion.
 */
final class TinyProgram {
  enum Kind {
    GET,
    SET,
    ADD,
    CAS,
    LOCK,
    UNLOCK,
    /** Reads until it is the first number. */
    AWAIT,
    /** Compares and sets until it succeeds. */
    SPIN
  }

  record Op(Kind kind, int variable, int first, int second) {}

  private final List<List<Op>> threads;

  TinyProgram(List<List<Op>> threads) {
    this.threads = threads;
  }

  /** Two or three threads of up to four steps; some of them lock what they do. */
  static TinyProgram random(SplitMix random) {
    return random(random, 4);
  }

  /** Some of these spin on a number, and perhaps for ever. */
  static TinyProgram spinning(SplitMix random) {
    return random(random, Kind.values().length);
  }

  private static TinyProgram random(SplitMix random, int kinds) {
    int count = 2 + random.below(2);
    var threads = new ArrayList<List<Op>>();
    for (int i = 0; i < count; i++) {
      var ops = new ArrayList<Op>();
      int length = 1 + random.below(count == 2 ? 4 : 3);
      for (int j = 0; j < length; j++) {
        Kind any = Kind.values()[random.below(kinds)];
        Kind kind = any == Kind.LOCK ? Kind.AWAIT : any == Kind.UNLOCK ? Kind.SPIN : any;
        ops.add(new Op(kind, random.below(2), random.below(3), random.below(3)));
      }
      if (random.below(3) == 0) {
        ops.add(random.below(ops.size()), new Op(Kind.LOCK, 0, 0, 0));
        ops.add(new Op(Kind.UNLOCK, 0, 0, 0));
      }
      threads.add(ops);
    }
    return new TinyProgram(threads);
  }

  /** The same threads, but each step changes something or looks for the first time. */
  TinyProgram withoutLooksInVain() {
    int value = 10;
    var all = new ArrayList<List<Op>>();
    for (List<Op> ops : threads) {
      var kept = new ArrayList<Op>();
      boolean looked = false;
      for (Op op : ops) {
        boolean look = op.kind() == Kind.GET || op.kind() == Kind.CAS;
        boolean blind = op.kind() == Kind.SET || op.kind() == Kind.ADD || (look && looked);
        kept.add(blind ? new Op(Kind.SET, op.variable(), value++, 0) : op);
        looked = look && !blind;
      }
      all.add(kept);
    }
    return new TinyProgram(all);
  }

  // ---- By plain recursion ----

  /** How all interleavings end, and how many there are. */
  static final class Interleavings {
    final Set<String> ends = new TreeSet<>();
    long count;
    boolean stuck;
  }

  private static final class State {
    final int[] numbers = new int[2];
    final int[] at;
    final String[] observed;
    int holder = -1;

    State(int threads) {
      at = new int[threads];
      observed = new String[threads];
      Arrays.fill(observed, "");
    }

    State(State other) {
      this(other.at.length);
      System.arraycopy(other.numbers, 0, numbers, 0, numbers.length);
      System.arraycopy(other.at, 0, at, 0, at.length);
      System.arraycopy(other.observed, 0, observed, 0, observed.length);
      holder = other.holder;
    }
  }

  Interleavings interleavings() {
    var all = new Interleavings();
    recurse(new State(threads.size()), all);
    return all;
  }

  private void recurse(State state, Interleavings all) {
    boolean over = true;
    boolean stuck = true;
    for (int thread = 0; thread < threads.size(); thread++) {
      List<Op> ops = threads.get(thread);
      if (state.at[thread] == ops.size()) {
        continue;
      }
      over = false;
      Op op = ops.get(state.at[thread]);
      if (!enabled(state, op)) {
        continue;
      }
      stuck = false;
      var next = new State(state);
      next.at[thread]++;
      next.observed[thread] += step(next, thread, op);
      recurse(next, all);
    }
    all.stuck |= stuck && !over;
    if (over) {
      all.count++;
      all.ends.add(end(state.numbers[0], state.numbers[1], state.observed));
    }
  }

  private static boolean enabled(State state, Op op) {
    return switch (op.kind()) {
      case LOCK -> state.holder < 0;
      case AWAIT, SPIN -> state.numbers[op.variable()] == op.first();
      case GET, SET, ADD, CAS, UNLOCK -> true;
    };
  }

  private static String step(State state, int thread, Op op) {
    int now = state.numbers[op.variable()];
    switch (op.kind()) {
      case GET, AWAIT -> {}
      case SPIN -> state.numbers[op.variable()] = op.second();
      case SET -> state.numbers[op.variable()] = op.first();
      case ADD -> state.numbers[op.variable()] += op.first();
      case CAS -> {
        if (now == op.first()) {
          state.numbers[op.variable()] = op.second();
        }
        return now == op.first() ? "true " : "false ";
      }
      case LOCK -> state.holder = thread;
      case UNLOCK -> state.holder = -1;
    }
    return op.kind() == Kind.GET || op.kind() == Kind.ADD ? now + " " : "";
  }

  private static String end(int x, int y, String[] observed) {
    return "x=" + x + " y=" + y + " " + Arrays.toString(observed);
  }

  // ---- By the explorer ----

  /** The program as a scenario that notes how each schedule ends. */
  void prepare(Scenario scenario, Set<String> ends) {
    var numbers = List.of(new SharedInt("x"), new SharedInt("y"));
    var lock = new SharedLock("lock");
    String[] observed = new String[threads.size()];
    Arrays.fill(observed, "");
    for (int i = 0; i < threads.size(); i++) {
      int thread = i;
      scenario.thread(
          "T" + i,
          () -> {
            for (Op op : threads.get(thread)) {
              observed[thread] += step(numbers.get(op.variable()), lock, op);
            }
          });
    }
    scenario.after(() -> ends.add(end(numbers.get(0).get(), numbers.get(1).get(), observed)));
  }

  private static String step(SharedInt number, SharedLock lock, Op op) {
    return switch (op.kind()) {
      case GET -> number.get() + " ";
      case SET -> {
        number.set(op.first());
        yield "";
      }
      case ADD -> number.getAndAdd(op.first()) + " ";
      case CAS -> number.compareAndSet(op.first(), op.second()) + " ";
      case LOCK -> {
        lock.lock();
        yield "";
      }
      case AWAIT -> {
        while (number.get() != op.first()) {
          Thread.onSpinWait();
        }
        yield "";
      }
      case SPIN -> {
        while (!number.compareAndSet(op.first(), op.second())) {
          Thread.onSpinWait();
        }
        yield "";
      }
      case UNLOCK -> {
        lock.unlock();
        yield "";
      }
    };
  }

  @Override
  public String toString() {
    return threads.toString();
  }
}
