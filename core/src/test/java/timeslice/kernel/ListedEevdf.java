package timeslice.kernel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import timeslice.trace.Choice;
import timeslice.trace.ReadyCause;

/** EEVDF as its definition reads: one list, searched each time, and fractions. */
final class ListedEevdf implements Scheduler {
  private final MachineView view;
  private final IntToLongFunction slices;
  private final List<Entity> everybody = new ArrayList<>();
  private Fraction lastTime = new Fraction(BigInteger.ZERO, BigInteger.ONE);
  private int ready;
  private int ordinal;
  private boolean arrived;
  private Choice reason = Choice.UNSAID;

  ListedEevdf(MachineView view, IntToLongFunction slices) {
    this.view = view;
    this.slices = slices;
  }

  private record Fraction(BigInteger over, BigInteger under) {
    int compareTo(Fraction other) {
      return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    /** Times a whole number, rounded down. */
    long times(long factor) {
      BigInteger[] parts = over.multiply(BigInteger.valueOf(factor)).divideAndRemainder(under);
      return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
    }

    static Fraction of(long over, long under) {
      return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }
  }

  private static final class Entity {
    final int thread;
    long weight;
    long served;
    long deadline;
    long lag;
    boolean counts;
    boolean isReady;
    boolean waits;

    /** When it was last put into a queue: the tie break. */
    int queued;

    Entity(int thread) {
      this.thread = thread;
    }

    Fraction time() {
      return Fraction.of(served, weight);
    }

    Fraction due() {
      return Fraction.of(deadline, weight);
    }
  }

  private Entity entity(int thread) {
    while (everybody.size() <= thread) {
      everybody.add(new Entity(everybody.size()));
    }
    return everybody.get(thread);
  }

  private long weights() {
    return everybody.stream().filter(e -> e.counts).mapToLong(e -> e.weight).sum();
  }

  /** V, the turns that are going on included. */
  private Fraction now() {
    if (weights() == 0) {
      return lastTime;
    }
    long served = everybody.stream().filter(e -> e.counts).mapToLong(e -> e.served).sum();
    for (int cpu = 0; cpu < view.cpus(); cpu++) {
      served += view.running(cpu) >= 0 ? view.ranThisTurn(cpu) : 0;
    }
    return Fraction.of(served, weights());
  }

  private long lag(Entity e) {
    return now().times(e.weight) - e.served;
  }

  @Override
  public void ready(int thread, ReadyCause cause) {
    Entity e = entity(thread);
    ready++;
    e.isReady = true;
    boolean wasRunning = cause == ReadyCause.PREEMPTED || cause == ReadyCause.YIELDED;
    if (cause == ReadyCause.YIELDED) {
      e.deadline += slices.applyAsLong(thread);
    }
    arrived |= !wasRunning;
    if (e.counts && !wasRunning) {
      e.waits = false;
      return;
    }
    if (!wasRunning) {
      e.weight = view.weight(thread);
      long others = weights();
      long lag = others == 0 ? 0 : e.lag;
      long moved = others == 0 ? 0 : Fraction.of(lag, others).times(e.weight);
      e.served = now().times(e.weight) - lag - moved;
      e.deadline = e.served + slices.applyAsLong(thread);
      e.counts = true;
    }
    e.queued = ordinal++;
  }

  @Override
  public void ran(int thread, long ns) {
    Entity e = entity(thread);
    e.served += ns;
    if (e.served >= e.deadline) {
      e.deadline = e.served + slices.applyAsLong(thread);
    }
  }

  @Override
  public void left(int thread) {
    Entity e = entity(thread);
    long most = 2 * slices.applyAsLong(thread);
    e.lag = Math.max(-most, Math.min(most, lag(e)));
    if (lag(e) < 0) {
      e.waits = true;
      e.queued = ordinal++;
    } else {
      drop(e);
    }
    dropThoseWhoPaid();
  }

  private void drop(Entity e) {
    e.counts = false;
    e.waits = false;
    if (weights() == 0) {
      lastTime = e.time();
    }
  }

  /** In the order of their virtual times, because each that leaves moves V on. */
  private void dropThoseWhoPaid() {
    Entity first = first(e -> e.waits && lag(e) >= 0, (a, b) -> a.time().compareTo(b.time()));
    while (first != null) {
      first.lag = 0;
      drop(first);
      first = first(e -> e.waits && lag(e) >= 0, (a, b) -> a.time().compareTo(b.time()));
    }
  }

  private @Nullable Entity first(Predicate<Entity> who, Comparator<Entity> order) {
    return everybody.stream().filter(who).min(order.thenComparingInt(e -> e.queued)).orElse(null);
  }

  @Override
  public int next(int cpu) {
    dropThoseWhoPaid();
    Entity e = first(x -> x.isReady && lag(x) >= 0, (a, b) -> a.due().compareTo(b.due()));
    reason = Choice.EARLIEST_DEADLINE;
    while (e == null) {
      reason = Choice.LEAST_RUN;
      e = first(x -> x.isReady || x.waits, (a, b) -> a.time().compareTo(b.time()));
      if (e == null) {
        return -1;
      }
      if (e.waits) {
        drop(e);
        e = null;
      }
    }
    reason = ready == 1 ? Choice.ONLY_ONE : reason;
    ready--;
    e.isReady = false;
    return e.thread;
  }

  @Override
  public boolean isEmpty() {
    return ready == 0;
  }

  @Override
  public long quantum(int thread) {
    return entity(thread).deadline - entity(thread).served;
  }

  @Override
  public int preempt() {
    int found = -1;
    if (arrived) {
      dropThoseWhoPaid();
      Entity best = first(x -> x.isReady && lag(x) >= 0, (a, b) -> a.due().compareTo(b.due()));
      for (int cpu = 0; cpu < view.cpus() && best != null; cpu++) {
        int running = view.running(cpu);
        if (running >= 0 && entity(running).due().compareTo(best.due()) > 0) {
          best = entity(running);
          found = cpu;
        }
      }
    }
    arrived = found >= 0;
    return found;
  }

  @Override
  public Choice why() {
    return reason;
  }
}
