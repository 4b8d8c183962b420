package timeslice.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import timeslice.trace.Slice;

/** The same pool written with objects and the JDK's collections, as an oracle. */
final class ObjectWorkerPool {
  final List<Slice> slices = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();
  private final List<Core> cores = new ArrayList<>();
  private final long quantum;
  private final long switchCost;
  private final PriorityQueue<Event> future =
      new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingLong(Event::sequence));
  private final Deque<Worker> ready = new ArrayDeque<>();
  private long sequence;

  ObjectWorkerPool(int workers, int cores, long quantum, long switchCost) {
    for (int i = 0; i < workers; i++) {
      this.workers.add(new Worker(i));
    }
    for (int i = 0; i < cores; i++) {
      this.cores.add(new Core(i));
    }
    this.quantum = quantum;
    this.switchCost = switchCost;
  }

  long end(List<Job> jobs) {
    Iterator<Job> list = jobs.iterator();
    long now = 0;
    for (Worker worker : workers) {
      next(worker, list);
    }
    dispatch(now);
    while (!future.isEmpty()) {
      Event event = future.remove();
      now = event.time;
      if (event.core == null) {
        next(event.worker, list);
      } else {
        event.core.free = true;
        if (event.worker.left > 0) {
          ready.add(event.worker);
        } else {
          future.add(new Event(now + event.worker.wait, sequence++, null, event.worker));
        }
      }
      dispatch(now);
    }
    return now;
  }

  private void next(Worker worker, Iterator<Job> list) {
    if (list.hasNext()) {
      Job job = list.next();
      worker.left = job.cpu();
      worker.wait = job.io();
      ready.add(worker);
    }
  }

  private void dispatch(long now) {
    for (Core core : cores) {
      if (core.free && !ready.isEmpty()) {
        Worker worker = ready.remove();
        long start = now + (core.last == worker ? 0 : switchCost);
        long turn = Math.min(quantum, worker.left);
        worker.left -= turn;
        core.last = worker;
        core.free = false;
        slices.add(new Slice(core.number, worker.number, start, start + turn));
        future.add(new Event(start + turn, sequence++, core, worker));
      }
    }
  }

  private record Event(long time, long sequence, @Nullable Core core, Worker worker) {}

  private static final class Worker {
    final int number;
    long left;
    long wait;

    Worker(int number) {
      this.number = number;
    }
  }

  private static final class Core {
    final int number;
    boolean free = true;
    @Nullable Worker last;

    Core(int number) {
      this.number = number;
    }
  }
}
