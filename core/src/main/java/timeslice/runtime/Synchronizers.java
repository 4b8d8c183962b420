package timeslice.runtime;

import org.jspecify.annotations.Nullable;
import timeslice.kernel.Kernel;
import timeslice.kernel.ThreadLinks;
import timeslice.program.Operation;
import timeslice.program.Workload;
import timeslice.trace.Kind;
import timeslice.trace.Recorder;
import timeslice.trace.TaskError;

/**
 * Locks, conditions, semaphores, futures, pipes and permits to park: how tasks wait for one another
 * and let one another go on. None of it takes time; what it costs to be put down and taken up again
 * is the runtime's to say.
 *
 * <p>A task that was let go on has either what it waited for (a semaphore's permit, a lock that is
 * handed over, a message), and goes on behind the operation; or it tries the operation again.
 */
final class Synchronizers {
  private static final int NOBODY = -1;

  private final Kernel kernel;
  private final Recorder trace;
  private final TaskHost host;
  private final TaskTable tasks;
  private final @Nullable Operation[] code;
  private final Failures failures;

  private final Locks locks;
  private final WaitQueues conditions;
  private final Semaphores semaphores;
  private final Futures futures;
  private final Pipes pipes;

  Synchronizers(
      Kernel kernel,
      TaskHost host,
      TaskTable tasks,
      @Nullable Operation[] code,
      Failures failures,
      Workload workload,
      HandOff handOff) {
    this.kernel = kernel;
    this.trace = kernel.trace();
    this.host = host;
    this.tasks = tasks;
    this.code = code;
    this.failures = failures;
    ThreadLinks links = new ThreadLinks(); // a task waits for one thing at a time
    locks = new Locks(handOff, links);
    conditions = new WaitQueues(links);
    semaphores = new Semaphores(workload.permits(), links);
    futures = new Futures(links);
    pipes = new Pipes(links);
  }

  /** Who holds which lock. */
  Locks locks() {
    return locks;
  }

  /** The task meets others in this operation of its own. */
  Met meet(int task, Operation operation) {
    return switch (operation) {
      case Operation.Lock lock -> lock(task, lock.lock());
      case Operation.Unlock lock -> unlock(task, lock.lock());
      case Operation.EnterMonitor monitor -> lock(task, monitor.lock());
      case Operation.ExitMonitor monitor -> unlock(task, monitor.lock());
      case Operation.Wait wait -> await(task, wait);
      case Operation.Notify one -> notifyOne(task, one.condition());
      case Operation.NotifyAll all -> notifyAll(task, all.condition());
      case Operation.Acquire acquire -> acquire(task, acquire.semaphore());
      case Operation.Release release -> release(task, release.semaphore());
      case Operation.Await await -> Met.goesOn(futures.await(task, await.future()));
      case Operation.Complete complete -> complete(complete.future());
      case Operation.Park _ -> park(task);
      case Operation.Unpark unpark -> unpark(task, unpark.task());
      case Operation.Send send -> send(task, send.pipe(), send.bytes());
      case Operation.Receive receive -> receive(task, receive.pipe());
      default -> throw new IllegalStateException("not an operation among tasks: " + operation);
    };
  }

  /** What the task waited in is done: it goes on behind it. */
  void grant(int task) {
    tasks.place[task]++;
    again(task);
  }

  /** The task goes on, and tries again what it waited in. */
  private void again(int task) {
    tasks.state[task] = TaskTable.ACTIVE;
    host.resume(task);
  }

  private Met fail(int task, TaskError error, int object, int holder) {
    failures.add(new Failure(task, kernel.now(), error, object, holder));
    return Met.FAILED;
  }

  // ---- locks and conditions ----

  private Met lock(int task, int lock) {
    if (locks.owner(lock) == task) {
      return fail(task, TaskError.RELOCK, lock, task);
    }
    boolean taken = locks.lock(task, lock);
    if (taken) {
      noteAcquired(task, lock);
    }
    return Met.goesOn(taken);
  }

  private void noteAcquired(int task, int lock) {
    trace.note(kernel.now(), Kind.ACQUIRED, NOBODY, task, lock, 0);
  }

  private Met unlock(int task, int lock) {
    if (locks.owner(lock) != task) {
      return fail(task, TaskError.NOT_OWNER, lock, locks.owner(lock));
    }
    trace.note(kernel.now(), Kind.RELEASED, NOBODY, task, lock, 0);
    int next = locks.unlock(lock);
    if (next >= 0 && locks.handsOver()) {
      noteAcquired(next, lock);
      tasks.flags[next] &= ~TaskTable.NOTIFIED;
      grant(next);
    } else if (next >= 0) {
      again(next);
    }
    return Met.GOES_ON;
  }

  /** Comes here twice: to wait for the notification, and then for the lock. */
  private Met await(int task, Operation.Wait wait) {
    if ((tasks.flags[task] & TaskTable.NOTIFIED) != 0) {
      Met met = lock(task, wait.lock());
      if (met == Met.GOES_ON) {
        tasks.flags[task] &= ~TaskTable.NOTIFIED;
      }
      return met;
    }
    Met released = unlock(task, wait.lock());
    if (released == Met.FAILED) {
      return released;
    }
    conditions.add(wait.condition(), task);
    return Met.WAITS;
  }

  private Met notifyOne(int task, int condition) {
    int woken = conditions.take(condition);
    trace.note(kernel.now(), Kind.NOTIFIED, NOBODY, task, condition, woken);
    if (woken >= 0) {
      tasks.flags[woken] |= TaskTable.NOTIFIED;
      again(woken); // it asks for its lock when it runs
    }
    return Met.GOES_ON;
  }

  private Met notifyAll(int task, int condition) {
    while (!conditions.isEmpty(condition)) {
      notifyOne(task, condition);
    }
    return Met.GOES_ON;
  }

  // ---- semaphores, futures, permits ----

  private Met acquire(int task, int semaphore) {
    boolean taken = semaphores.acquire(task, semaphore);
    if (taken) {
      trace.note(kernel.now(), Kind.PERMIT_TAKEN, NOBODY, task, semaphore, 0);
    }
    return Met.goesOn(taken);
  }

  private Met release(int task, int semaphore) {
    trace.note(kernel.now(), Kind.PERMIT_RETURNED, NOBODY, task, semaphore, 0);
    int next = semaphores.release(semaphore);
    if (next >= 0) {
      trace.note(kernel.now(), Kind.PERMIT_TAKEN, NOBODY, next, semaphore, 0);
      grant(next);
    }
    return Met.GOES_ON;
  }

  private Met complete(int future) {
    futures.complete(future);
    for (int task = futures.take(future); task >= 0; task = futures.take(future)) {
      grant(task);
    }
    return Met.GOES_ON;
  }

  private Met park(int task) {
    boolean permit = (tasks.flags[task] & TaskTable.PERMIT) != 0;
    tasks.flags[task] &= ~TaskTable.PERMIT;
    return Met.goesOn(permit);
  }

  private Met unpark(int task, int other) {
    if (other >= tasks.size) {
      return fail(task, TaskError.NO_SUCH_TASK, other, NOBODY);
    }
    if (tasks.waitsIn(other, code) instanceof Operation.Park) {
      grant(other);
    } else {
      tasks.flags[other] |= TaskTable.PERMIT;
    }
    return Met.GOES_ON;
  }

  // ---- pipes ----

  private Met send(int task, int pipe, int bytes) {
    if (!pipes.send(task, pipe, bytes)) {
      return Met.WAITS;
    }
    trace.note(kernel.now(), Kind.SENT, NOBODY, task, pipe, bytes);
    int receiver = pipes.takeReceiver(pipe);
    if (receiver >= 0) {
      receive(receiver, pipe);
      grant(receiver);
    }
    return Met.GOES_ON;
  }

  private Met receive(int task, int pipe) {
    int bytes = pipes.receive(task, pipe);
    if (bytes < 0) {
      return Met.WAITS;
    }
    trace.note(kernel.now(), Kind.RECEIVED, NOBODY, task, pipe, bytes);
    for (int sender = pipes.firstSender(pipe); sender >= 0; sender = pipes.firstSender(pipe)) {
      if (!(code[tasks.place[sender]] instanceof Operation.Send waiting)
          || !pipes.sendFirst(pipe, waiting.bytes())) {
        break;
      }
      trace.note(kernel.now(), Kind.SENT, NOBODY, sender, pipe, waiting.bytes());
      grant(sender);
    }
    return Met.GOES_ON;
  }
}
