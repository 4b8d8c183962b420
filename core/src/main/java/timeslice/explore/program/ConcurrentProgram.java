package timeslice.explore.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A small concurrent program: what its threads share, and the instructions of each. {@link
 * ProgramModel} runs it.
 *
 * <pre>{@code
 * var program = new ConcurrentProgram.Builder();
 * Variable x = program.variable("x", 0);
 * program.thread().load(R0, x).add(R0, 1).store(x, R0);
 * program.thread().load(R0, x).add(R0, 1).store(x, R0);
 * new ProgramModel(program.build());
 * }</pre>
 */
public final class ConcurrentProgram {
  private final List<Variable> variables;
  private final int[] shared;
  private final List<List<Instruction>> threads;

  private ConcurrentProgram(Builder from) {
    variables = List.copyOf(from.variables);
    shared = Arrays.copyOf(from.shared, from.size);
    threads = from.threads.stream().map(ThreadCode::build).toList();
  }

  /** The instructions of each thread; their numbers start at 0. */
  public List<List<Instruction>> threads() {
    return threads;
  }

  /** The variable of this name. */
  public Variable variable(String name) {
    for (Variable variable : variables) {
      if (variable.name().equals(name)) {
        return variable;
      }
    }
    throw new IllegalArgumentException(
        "no variable \""
            + name
            + "\"; known variables: "
            + variables.stream().map(Variable::name).toList());
  }

  /** What each shared slot holds at first; a copy. */
  int[] shared() {
    return shared.clone();
  }

  /** Collects what threads share, and the threads. */
  public static final class Builder {
    private final List<Variable> variables = new ArrayList<>();
    private final List<ThreadCode> threads = new ArrayList<>();
    private int[] shared = new int[8];
    private int size;

    /** A variable with this value at first. */
    public Variable variable(String name, int initial) {
      Variable variable = new Variable(name, slot(initial));
      variables.add(variable);
      return variable;
    }

    /** A mutex that nobody holds at first. */
    public Mutex mutex(String name) {
      return new Mutex(name, slot(0));
    }

    /** A semaphore with so many permits at first, 0 or more. */
    public Semaphore semaphore(String name, int permits) {
      if (permits < 0) {
        throw new IllegalArgumentException(
            "a semaphore must have 0 permits or more at first, got " + permits);
      }
      return new Semaphore(name, slot(permits));
    }

    /** A condition that nobody waits on at first. Each needs a name of its own. */
    public Condition condition(String name) {
      return new Condition(name);
    }

    /** One more thread, without instructions yet. */
    public ThreadCode thread() {
      ThreadCode code = new ThreadCode();
      threads.add(code);
      return code;
    }

    /** The program as collected so far. */
    public ConcurrentProgram build() {
      if (threads.isEmpty()) {
        throw new IllegalArgumentException("a program needs at least 1 thread, got 0");
      }
      return new ConcurrentProgram(this);
    }

    private int slot(int initial) {
      if (size == shared.length) {
        shared = Arrays.copyOf(shared, 2 * size);
      }
      shared[size] = initial;
      return size++;
    }
  }
}
