package timeslice.workbook.harness;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import timeslice.workbook.run.Verdict.State;

/** The worker JVMs of a harness: reused while all is well, thrown away at the first doubt. */
final class Workers implements AutoCloseable {
  private final Settings settings;
  private final Semaphore lanes;
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final Set<WorkerProcess> alive = new HashSet<>();
  private boolean closed;

  Workers(Settings settings) {
    this.settings = settings;
    this.lanes = new Semaphore(settings.lanes(), true);
  }

  /** Runs the laws of some exercises, however many workers that may cost. */
  List<TaskResult> run(Bench bench, List<Task> tasks, String seed, boolean shrink) {
    var progress = new Progress(tasks, seed);
    lanes.acquireUninterruptibly();
    try {
      boolean fresh = false;
      while (!progress.left().isEmpty()) {
        fresh = !runSome(bench, progress, seed, shrink, fresh);
      }
    } finally {
      lanes.release();
    }
    return progress.results();
  }

  /** Whether all went well: otherwise something may be left to run, in a fresh worker. */
  private boolean runSome(
      Bench bench, Progress progress, String seed, boolean shrink, boolean fresh) {
    WorkerProcess worker = take(fresh);
    boolean clean = false;
    try {
      worker.send(job(bench, progress.left(), seed, shrink));
      Wire.Event event = worker.next(settings.silence());
      while (!(event instanceof Wire.Event.Ended)) {
        if (usedUpTheHeap(event) && !worker.isFresh()) {
          // who was here before may have filled it: ask again where nobody has been
          progress.lose(new Progress.Loss(State.OUT_OF_MEMORY, "it used up the heap"), false);
          return false;
        }
        progress.note(event);
        event = worker.next(settings.silence());
      }
      clean = ((Wire.Event.Ended) event).clean() && !progress.sawWreck();
      progress.end();
      return true;
    } catch (SocketTimeoutException e) {
      String why =
          "it does not come back: no sign of it for " + settings.silence().toSeconds() + " s";
      progress.lose(new Progress.Loss(State.HUNG, why), worker.isFresh());
      return false;
    } catch (IOException e) {
      progress.lose(worker.causeOfDeath(), worker.isFresh());
      return false;
    } finally {
      giveBack(worker, clean);
    }
  }

  private static boolean usedUpTheHeap(Wire.Event event) {
    return event instanceof Wire.Event.Finished(String _, LawResult result)
        && result.state() == State.OUT_OF_MEMORY;
  }

  private static Wire.Job job(Bench bench, List<Task> tasks, String seed, boolean shrink) {
    return new Wire.Job(
        bench.answers().classes(),
        bench.laws().classes(),
        bench.lab().answerResources().stream().map(Path::toString).toList(),
        bench.lab().resources().stream().map(Path::toString).toList(),
        tasks.stream()
            .flatMap(task -> task.laws().stream().map(law -> task.propertyClass() + "#" + law))
            .toList(),
        shrink,
        seed,
        System.getProperty("timeslice.lang", ""));
  }

  private WorkerProcess take(boolean fresh) {
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the harness is closed");
      }
      if (!fresh && !idle.isEmpty()) {
        return idle.pop();
      }
      if (alive.size() >= settings.lanes() && !idle.isEmpty()) {
        drop(idle.pop());
      }
    }
    WorkerProcess worker = WorkerProcess.start(settings.flags());
    synchronized (this) {
      alive.add(worker);
      if (closed) {
        drop(worker);
        throw new IllegalStateException("the harness is closed");
      }
    }
    return worker;
  }

  private synchronized void giveBack(WorkerProcess worker, boolean clean) {
    if (clean && !closed) {
      idle.push(worker);
    } else {
      drop(worker);
    }
  }

  private synchronized void drop(WorkerProcess worker) {
    alive.remove(worker);
    worker.close();
  }

  @Override
  public synchronized void close() {
    closed = true;
    new ArrayList<>(alive).forEach(this::drop);
    idle.clear();
  }
}
