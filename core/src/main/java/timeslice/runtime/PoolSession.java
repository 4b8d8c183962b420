package timeslice.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import timeslice.kernel.Kernel;
import timeslice.kernel.Machine;
import timeslice.kernel.ThreadBody;
import timeslice.program.Workload;
import timeslice.trace.Kind;
import timeslice.trace.StopReason;

/** One run of a pool of worker processes: the main thread, and one thread for each worker. */
final class PoolSession extends TaskRuntime {
  private final WorkerProcesses pool;
  private final int expected;
  private final int chunkSize;

  /** Tasks that have arrived and were not sent yet. */
  private final ArrayDeque<Integer> arrived = new ArrayDeque<>();

  /** The pipe to the workers: chunks. */
  private final ArrayDeque<List<Integer>> sent = new ArrayDeque<>();

  /** The pipe back: sizes of chunks that are done. */
  private final ArrayDeque<Integer> results = new ArrayDeque<>();

  private final ArrayDeque<Integer> idleWorkers = new ArrayDeque<>();
  private final List<Worker> workers = new ArrayList<>();
  private final Main main = new Main();
  private int[] threadOf = new int[16];
  private int begun;

  PoolSession(Machine machine, Workload workload, WorkerProcesses pool) {
    super(machine, workload, HandOff.TO_FIRST_WAITER, new PlainCounts());
    this.pool = pool;
    expected = workload.tasks();
    chunkSize = pool.chunkOf(expected);
  }

  @Override
  void boot(int tasks) {
    main.thread = kernel.create(kernel.createProcess(), main);
  }

  @Override
  public boolean begin(int task) {
    begun++;
    arrived.add(task);
    kernel.wake(main.thread);
    return true;
  }

  @Override
  public int threadOf(int task) {
    return threadOf[task];
  }

  @Override
  public void resume(int task) {
    kernel.wake(threadOf[task]);
  }

  /** The main process: starts workers, then sends and collects until every task is done. */
  private final class Main implements ThreadBody {
    private int thread;
    private int started;
    private boolean starting;
    private List<Integer> pickled = new ArrayList<>();
    private int collected;

    @Override
    public long next(Kernel asking, int self) {
      startWorkerPaidFor();
      sendWhatIsPickled();
      while (true) {
        long ns = nextCost();
        if (ns != 0) {
          return ns;
        }
        startWorkerPaidFor();
        sendWhatIsPickled();
      }
    }

    /** CPU time to spend before the next thing is done; 0 if it is done at once. */
    private long nextCost() {
      if (started < pool.workers()) {
        starting = true;
        return pool.start().parentCost(pool.costs().creation());
      }
      if (!arrived.isEmpty()) {
        while (!arrived.isEmpty() && pickled.size() < chunkSize) {
          pickled.add(arrived.poll());
        }
        return pool.costs().copying().out(pickled.size() * pool.bytesIn());
      }
      Integer done = results.poll();
      if (done != null) {
        collected += done;
        return pool.costs().copying().in(done * pool.bytesOut());
      }
      if (collected == begun && begun >= expected) {
        workers.forEach(worker -> kernel.wake(worker.thread)); // they find that all is over
        return ENDED;
      }
      return kernel.block(thread, StopReason.PIPE, 0);
    }

    private void startWorkerPaidFor() {
      if (!starting) {
        return;
      }
      starting = false;
      started++;
      int process = kernel.createProcess(pool.start().ordinal());
      if (process >= 0) {
        Worker worker = new Worker();
        worker.thread = kernel.create(process, worker);
        if (worker.thread >= 0) {
          workers.add(worker);
        }
      }
    }

    private void sendWhatIsPickled() {
      if (pickled.isEmpty()) {
        return;
      }
      sent.add(pickled);
      pickled = new ArrayList<>();
      Integer idle = idleWorkers.poll();
      if (idle != null) {
        kernel.wake(idle);
      }
    }

    private boolean isOver() {
      return collected == begun && begun >= expected && results.isEmpty();
    }
  }

  /** A worker process: takes a chunk, runs its tasks one after the other, sends the results. */
  private final class Worker implements ThreadBody {
    private int thread;
    private boolean imported;
    private List<Integer> chunk = List.of();
    private int at;
    private boolean running;
    private boolean replying;

    @Override
    public long next(Kernel asking, int self) {
      while (true) {
        long ns = step(self);
        if (ns != 0) {
          return ns;
        }
      }
    }

    private long step(int self) {
      if (!imported) {
        imported = true;
        return pool.start().childCost(pool.costs().creation());
      }
      if (at < chunk.size()) {
        return run(self, chunk.get(at));
      }
      if (replying) {
        replying = false;
        results.add(chunk.size());
        kernel.wake(main.thread);
      }
      return takeChunk(self);
    }

    private long takeChunk(int self) {
      List<Integer> next = sent.poll();
      if (next == null) {
        chunk = List.of();
        at = 0;
        if (main.isOver()) {
          return ENDED;
        }
        idleWorkers.add(self);
        return kernel.block(self, StopReason.NO_WORK, 0);
      }
      chunk = next;
      at = 0;
      return pool.costs().copying().in(next.size() * pool.bytesIn());
    }

    private long run(int self, int task) {
      if (!running) {
        running = true;
        if (task >= threadOf.length) {
          threadOf = Arrays.copyOf(threadOf, 2 * task);
        }
        threadOf[task] = self;
        noteMounted(task, self);
      }
      Need need = interpreter.next(task);
      if (need.capture() != null) {
        noteCaptured(task, self, need.capture());
      }
      if (need != Need.NOTHING) {
        return blocking(need, interpreter.amount(), interpreter.stall(), self, task);
      }
      running = false;
      trace.note(kernel.now(), Kind.UNMOUNTED, NOBODY, task, self, StopReason.ENDED.ordinal());
      at++;
      return at < chunk.size() ? 0 : reply();
    }

    private long reply() {
      replying = true;
      return pool.costs().copying().out(chunk.size() * pool.bytesOut());
    }
  }
}
