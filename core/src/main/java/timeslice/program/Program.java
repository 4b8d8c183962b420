package timeslice.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import timeslice.memory.Access;
import timeslice.program.Operation.Code;
import timeslice.program.Operation.IoKind;

/**
 * What a simulated task does from start to end: a list of operations that nothing changes.
 *
 * <p>Written like a sentence: {@code Program.start().compute(100).io(500).compute(100).end()}. A
 * loop is written out when it is built ({@link Builder#repeat}); there are no branches.
 */
public record Program(List<Operation> operations) {
  public Program {
    operations = List.copyOf(operations);
  }

  /** Begins to write a program. */
  public static Builder start() {
    return new Builder();
  }

  /** How much CPU time this asks for if every draw is the least. */
  public long leastCpu() {
    long total = 0;
    for (Operation operation : operations) {
      if (operation instanceof Operation.Compute compute) {
        total += compute.time().min();
      }
    }
    return total;
  }

  /** Writes a program, operation by operation; times in nanoseconds. */
  public static final class Builder {
    private final List<Operation> operations = new ArrayList<>();

    private Builder() {}

    /** Adds any operation. */
    public Builder then(Operation operation) {
      operations.add(operation);
      return this;
    }

    /** Computes in interpreted code. */
    public Builder compute(long ns) {
      return compute(Nanos.of(ns));
    }

    /** Computes in interpreted code, for a time that each task draws. */
    public Builder compute(Nanos time) {
      return then(new Operation.Compute(time, Code.INTERPRETED, 0));
    }

    /** Computes in code of this kind. */
    public Builder compute(long ns, Code code) {
      return then(new Operation.Compute(Nanos.of(ns), code, 0));
    }

    /** Computes, waiting for memory for this share of the time (thousandths). */
    public Builder computeStalling(long ns, int stallPermille) {
      return then(new Operation.Compute(Nanos.of(ns), Code.INTERPRETED, stallPermille));
    }

    /** Reads memory: {@code count} accesses, one every {@code stride} bytes. */
    public Builder read(long address, long stride, int count) {
      return then(new Operation.Touch(address, stride, count, Access.READ));
    }

    /** Writes memory: {@code count} accesses, one every {@code stride} bytes. */
    public Builder write(long address, long stride, int count) {
      return then(new Operation.Touch(address, stride, count, Access.WRITE));
    }

    /** Waits for a socket. */
    public Builder io(long ns) {
      return io(Nanos.of(ns));
    }

    /** Waits for a socket, for a time that each task draws. */
    public Builder io(Nanos time) {
      return then(new Operation.Io(time, IoKind.SOCKET));
    }

    /** Waits for a device of this kind. */
    public Builder io(long ns, IoKind kind) {
      return then(new Operation.Io(Nanos.of(ns), kind));
    }

    /** Sleeps. */
    public Builder sleep(long ns) {
      return then(new Operation.Sleep(Nanos.of(ns)));
    }

    /** Lets others run. */
    public Builder yield() {
      return then(new Operation.Yield());
    }

    /** Takes a lock. */
    public Builder lock(int lock) {
      return then(new Operation.Lock(lock));
    }

    /** Gives a lock back. */
    public Builder unlock(int lock) {
      return then(new Operation.Unlock(lock));
    }

    /** Takes a lock as {@code synchronized} does. */
    public Builder enterMonitor(int lock) {
      return then(new Operation.EnterMonitor(lock));
    }

    /** Leaves a {@code synchronized} block. */
    public Builder exitMonitor(int lock) {
      return then(new Operation.ExitMonitor(lock));
    }

    /** Starts a child. */
    public Builder spawn(Program child) {
      return then(new Operation.Spawn(child));
    }

    /** Waits for all children. */
    public Builder join() {
      return then(new Operation.Join());
    }

    /** The same part, this many times. */
    public Builder repeat(int times, UnaryOperator<Builder> part) {
      if (times < 0) {
        throw new IllegalArgumentException("a part repeats 0 times or more, got " + times);
      }
      List<Operation> once = part.apply(new Builder()).operations;
      for (int i = 0; i < times; i++) {
        operations.addAll(once);
      }
      return this;
    }

    /** The program. */
    public Program end() {
      return new Program(operations);
    }
  }
}
