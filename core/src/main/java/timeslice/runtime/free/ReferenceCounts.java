package timeslice.runtime.free;

import java.util.ArrayList;
import java.util.List;
import timeslice.runtime.free.InterpreterThread.OnStack;
import timeslice.runtime.free.InterpreterThread.Where;

/**
 * The reference counts of a free-threaded interpreter: its threads, their queues of objects to
 * merge, and what every operation sets in motion.
 *
 * <p>Each operation is one step. The totals say what was executed, so that a cost can be put on it:
 * plain additions, atomic instructions, objects queued, objects merged, collections. CPython finds
 * a thread's queue in one of 257 hash buckets; here the thread id is the index.
 *
 * <p>Source: FACTS §2.8; {@code Python/brc.c} (the merge for a detached owner is from a version
 * after 3.14).
 */
public final class ReferenceCounts {
  private final List<InterpreterThread> threads = new ArrayList<>();
  private final List<BiasedCount> deferred = new ArrayList<>();
  private long plain;
  private long atomic;
  private long queued;
  private long merged;
  private long freed;

  /** A new thread's id, 1 or more. */
  public int register() {
    threads.add(new InterpreterThread());
    return threads.size();
  }

  /** A new object of this thread, which has its only reference. */
  public BiasedCount create(int thread) {
    running(thread);
    return BiasedCount.ownedBy(thread);
  }

  /** This thread, which has a reference, takes one more. */
  public void incref(int thread, BiasedCount object) {
    running(thread);
    note(thread, object);
    object.incref(thread);
  }

  /** This thread drops a reference that it has. */
  public void decref(int thread, BiasedCount object) {
    running(thread);
    note(thread, object);
    Outcome outcome = object.decref(thread);
    freed += outcome == Outcome.FREED ? 1 : 0;
    if (outcome == Outcome.QUEUE) {
      queue(thread, object);
    }
  }

  /** This thread, which has no reference, tries to get one; false if it may be too late. */
  public boolean tryIncref(int thread, BiasedCount object) {
    running(thread);
    note(thread, object);
    return object.tryIncref(thread);
  }

  /** Gives an object to its owner, or does the owner's work if it cannot. */
  private void queue(int thread, BiasedCount object) {
    queued++;
    InterpreterThread owner = threads.get(object.tid() - 1);
    switch (owner.where) {
      case GONE -> merge(object);
      case ATTACHED -> {
        owner.queue.add(object);
        owner.evalBreaker = true;
      }
      case DETACHED -> {
        // It may sleep for long, and cannot wake up while we hold it: merge all it has to merge.
        owner.queue.add(object);
        List<BiasedCount> all = new ArrayList<>(owner.queue);
        owner.queue.clear();
        for (BiasedCount one : all) {
          merged++;
          one.mergeAndKeep();
        }
        for (BiasedCount one : all) {
          decref(thread, one);
        }
      }
    }
  }

  /** This thread looks at its eval-breaker, as Python does at calls and loops. */
  public void check(int thread) {
    InterpreterThread self = running(thread);
    if (self.evalBreaker) {
      self.evalBreaker = false;
      drain(self);
    }
  }

  /** This thread blocks outside of Python: in a system call, or for a lock. */
  public void detach(int thread) {
    running(thread).where = Where.DETACHED;
  }

  /** This thread comes back. */
  public void attach(int thread) {
    InterpreterThread self = threads.get(thread - 1);
    if (self.where != Where.DETACHED) {
      throw new IllegalStateException("thread " + thread + " must be detached to attach");
    }
    self.where = Where.ATTACHED;
  }

  /**
   * This thread leaves. It merges what waits in its queue first; what arrives later finds it gone.
   */
  public void exit(int thread) {
    InterpreterThread self = running(thread);
    if (!self.stack.isEmpty()) {
      throw new IllegalStateException(
          "thread " + thread + " must pop its stack before it leaves, it has " + self.stack.size());
    }
    drain(self);
    self.where = Where.GONE;
  }

  private void drain(InterpreterThread owner) {
    for (BiasedCount object : owner.queue) {
      merge(object);
    }
    owner.queue.clear();
  }

  private void merge(BiasedCount object) {
    merged++;
    freed += object.mergeFromQueue() == Outcome.FREED ? 1 : 0;
  }

  /** From now on the object is not counted on evaluation stacks, and only a collection frees it. */
  public void defer(int thread, BiasedCount object) {
    running(thread);
    if (!object.isDeferred() && !object.isImmortal()) {
      object.defer();
      deferred.add(object);
    }
  }

  /** Puts a reference onto this thread's evaluation stack; a deferred object costs nothing. */
  public void push(int thread, BiasedCount object) {
    boolean counted = !object.isDeferred();
    if (counted) {
      incref(thread, object);
    }
    running(thread).stack.add(new OnStack(object, counted));
  }

  /** Takes the top reference off this thread's evaluation stack. */
  public void pop(int thread) {
    OnStack top = running(thread).stack.removeLast();
    if (top.counted()) {
      decref(thread, top.object());
    }
  }

  /**
   * A collection: it stops the world, merges every queued object, and frees the deferred objects
   * that are neither counted nor on a stack. (CPython stops the world a second time and frees
   * unreachable cycles as well; the objects here do not refer to one another.)
   */
  public void collect() {
    for (InterpreterThread each : threads) {
      drain(each);
      each.evalBreaker = false;
    }
    for (BiasedCount object : deferred) {
      if (!object.isFreed() && object.counted() == 0 && !isOnAStack(object)) {
        object.freeByCollection();
        freed++;
      }
    }
    deferred.removeIf(BiasedCount::isFreed);
  }

  private boolean isOnAStack(BiasedCount object) {
    for (InterpreterThread each : threads) {
      if (each.hasOnStack(object)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a queue has this object, and with it a reference. */
  public boolean isQueued(BiasedCount object) {
    for (InterpreterThread each : threads) {
      if (each.queue.contains(object)) {
        return true;
      }
    }
    return false;
  }

  private InterpreterThread running(int thread) {
    InterpreterThread self = threads.get(thread - 1);
    if (self.where != Where.ATTACHED) {
      throw new IllegalStateException(
          "thread " + thread + " must be attached to count, it is " + self.where);
    }
    return self;
  }

  private void note(int thread, BiasedCount object) {
    if (object.isImmortal()) {
      return;
    }
    if (object.tid() == thread) {
      plain++;
    } else {
      atomic++;
    }
  }

  /** Operations by the owner: plain loads and stores. */
  public long plain() {
    return plain;
  }

  /** Operations by others: a compare-and-swap each. */
  public long atomic() {
    return atomic;
  }

  /** How often an object was handed to its owner. */
  public long queued() {
    return queued;
  }

  /** How often two counts were merged on behalf of a queue. */
  public long merged() {
    return merged;
  }

  /** How many objects were freed. */
  public long freed() {
    return freed;
  }
}
