package timeslice.runtime.loop;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A host for one loop that is alone: its thread always has a CPU, and so has every thread of the
 * pool, without a GIL.
 *
 * <p>The clock moves by the time that callbacks spend, and jumps when the selector waits. What
 * happens outside of the loop, in other threads or on the network, is told beforehand with {@link
 * #at} and {@link #ioAt}; at equal times, in the order in which it was told.
 */
public final class SoloHost implements Host {
  private record Event(long at, long sequence, Runnable action) {}

  private final EventLoop loop;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::sequence));
  private final ArrayDeque<PoolCall> queue = new ArrayDeque<>();
  private final ArrayDeque<Callback> found = new ArrayDeque<>();
  private int idleThreads;
  private long told;
  private long now;
  private boolean woken;

  /** A host with a loop that nobody watches, and the pool of a machine with one CPU. */
  public SoloHost() {
    this(EventLoop.LINUX_RESOLUTION, PoolCall.defaultThreads(1), null);
  }

  /** A host with a loop of this clock resolution in ns, and a pool of so many threads. */
  public SoloHost(long clockResolution, int poolThreads, @Nullable LoopObserver observer) {
    if (poolThreads < 1) {
      throw new IllegalArgumentException("the pool needs 1 thread or more, got " + poolThreads);
    }
    idleThreads = poolThreads;
    loop = new EventLoop(this, clockResolution, observer);
  }

  /** Its loop. */
  public EventLoop loop() {
    return loop;
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public void wakeUp() {
    woken = true;
  }

  /** Has another thread do this at this time: {@link EventLoop#callSoonThreadsafe}, for example. */
  public void at(long time, Runnable action) {
    if (time < now) {
      throw new IllegalArgumentException("it is " + now + " already, got an event for " + time);
    }
    events.add(new Event(time, told++, action));
  }

  /** Has a descriptor become ready at this time; the selector finds it when it next looks. */
  public void ioAt(long time, Callback callback) {
    at(
        time,
        () -> {
          found.add(callback);
          woken = true;
        });
  }

  @Override
  public void submit(PoolCall call) {
    queue.add(call);
    giveCalls();
  }

  /** Runs iterations until there is nothing left that could ever happen. */
  public void runUntilIdle() {
    while (loop.timeout() != EventLoop.FOREVER || !events.isEmpty() || woken) {
      iterate();
    }
  }

  /** Runs a program as {@code asyncio.run} does, and says how main ended. */
  public Outcome run(Coroutine main) {
    Runner runner = new Runner(loop, main);
    do {
      if (loop.timeout() == EventLoop.FOREVER && events.isEmpty() && !woken) {
        throw new IllegalStateException(
            "the loop waits for ever: all " + loop.livingTasks() + " await what nobody completes");
      }
      iterate();
    } while (!runner.iterationEnded());
    Outcome outcome = runner.outcome();
    return outcome == null ? Outcome.NOTHING : outcome;
  }

  /** Runs one iteration; if there is nothing to do, the clock jumps to when there is. */
  public void iterate() {
    select(loop.timeout());
    loop.beginIteration();
    while (loop.hasNext()) {
      pass(Math.abs(loop.runNext()));
    }
  }

  private void select(long timeout) {
    long end = timeout == EventLoop.FOREVER ? timeout : now + timeout;
    happen(now);
    while (!woken && !events.isEmpty() && events.element().at() <= end) {
      now = events.element().at();
      happen(now);
    }
    if (!woken && end != EventLoop.FOREVER) {
      now = end;
    }
    woken = false;
    while (!found.isEmpty()) {
      loop.ioReady(found.remove());
    }
  }

  private void pass(long nanos) {
    long end = now + nanos;
    while (!events.isEmpty() && events.element().at() <= end) {
      now = events.element().at();
      happen(now);
    }
    now = end;
  }

  private void happen(long until) {
    while (!events.isEmpty() && events.element().at() <= until) {
      events.remove().action().run();
    }
  }

  private void giveCalls() {
    while (idleThreads > 0 && !queue.isEmpty()) {
      PoolCall call = queue.remove();
      if (call.begin()) {
        idleThreads--;
        at(
            now + call.call().waits() + call.call().computes(),
            () -> {
              call.end();
              idleThreads++;
              giveCalls();
            });
      }
    }
  }
}
