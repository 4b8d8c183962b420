package timeslice.program;

import timeslice.memory.Access;
import timeslice.memory.PageTable;

/**
 * One thing a simulated task does. A program is a list of them; whoever runs the task decides what
 * each costs and who else runs meanwhile.
 *
 * <p>Locks, conditions, semaphores, futures and pipes are named by small numbers from 0 on; equal
 * numbers are the same object for all tasks of a workload.
 */
public sealed interface Operation {
  /** The first number of a lock, condition … that is too large. */
  int NUMBERS = 1 << 20;

  /** The first address that is too large: half of what x86-64 calls canonical, as in the MMU. */
  long ADDRESSES = 1L << 48;

  /**
   * Computes.
   *
   * @param time how long on an otherwise idle core
   * @param code whose code it is, which is what a global interpreter lock asks
   * @param stallPermille share of the time in which it waits for memory, 0 to 999 thousandths: what
   *     a sibling hardware thread can use
   */
  record Compute(Nanos time, Code code, int stallPermille) implements Operation {
    public Compute {
      if (stallPermille < 0 || stallPermille > 999) {
        throw new IllegalArgumentException(
            "the stall share must be from 0 to 999 thousandths, got " + stallPermille);
      }
    }
  }

  /** Whose code computes. */
  enum Code {
    /** Interpreted code: between any two instructions is a checkpoint, where a GIL can be lost. */
    INTERPRETED,
    /** One long call into native code: no checkpoint before it returns. */
    NATIVE,
    /** A native call that releases the GIL while it computes (as hashlib does above 2047 bytes). */
    NATIVE_RELEASING
  }

  /**
   * Touches memory: {@code count} accesses, the first at {@code address}, each {@code stride} bytes
   * after the one before.
   */
  record Touch(long address, long stride, int count, Access access) implements Operation {
    public Touch {
      if (count < 1) {
        throw new IllegalArgumentException("a touch needs 1 access or more, got " + count);
      }
      if (address < 0 || stride < 0) {
        throw new IllegalArgumentException(
            "address and stride must be 0 or more, got " + address + " and " + stride);
      }
      if (address >= ADDRESSES || stride > (ADDRESSES - 1 - address) / Math.max(1, count - 1)) {
        throw new IllegalArgumentException(
            "the last address must be below 2^48, got "
                + count
                + " accesses from "
                + address
                + " on, one every "
                + stride
                + " bytes");
      }
    }
  }

  /** Unmaps one page from the process and has every CPU forget it. */
  record Unmap(long page) implements Operation {
    public Unmap {
      if (page < 0 || page >= PageTable.PAGES) {
        throw new IllegalArgumentException("page number must be from 0 to 2^36 - 1, got " + page);
      }
    }
  }

  /**
   * Waits for a device or the network.
   *
   * @param kind whether a runtime can lend the carrier to somebody else meanwhile
   */
  record Io(Nanos time, IoKind kind) implements Operation {}

  /** What a wait for input or output does to the thread that carries the task. */
  enum IoKind {
    /** A socket: can be awaited, so the task can be put down. */
    SOCKET,
    /** A buffered file: the call blocks in the kernel, and the carrier with it (FACTS 1, 30). */
    FILE,
    /** As a file, but the runtime is told and may start a spare carrier (DNS, direct I/O). */
    FILE_COMPENSATED,
    /** A blocking call in native code that no runtime can see (FACTS 1, 29). */
    NATIVE
  }

  /** Does nothing for some time. */
  record Sleep(Nanos time) implements Operation {}

  /** Lets others run, and goes on when its turn comes again. */
  record Yield() implements Operation {}

  /**
   * Takes a lock, after a wait if another task holds it. A task that already holds it fails, and
   * does not wait for itself for ever.
   */
  record Lock(int lock) implements Operation {
    public Lock {
      check("lock", lock);
    }
  }

  /** Gives a lock back. A task that does not hold it fails. */
  record Unlock(int lock) implements Operation {
    public Unlock {
      check("lock", lock);
    }
  }

  /**
   * Gives the lock back, waits to be notified, and takes the lock again. A task that does not hold
   * it fails.
   */
  record Wait(int condition, int lock) implements Operation {
    public Wait {
      check("condition", condition);
      check("lock", lock);
    }
  }

  /**
   * Takes a lock as {@code synchronized} does. It is the lock with this number, whoever takes it by
   * {@link Lock}; but before JDK 24 a virtual thread that waits inside keeps its carrier. Unlike
   * Java's, it cannot be taken twice.
   */
  record EnterMonitor(int lock) implements Operation {
    public EnterMonitor {
      check("lock", lock);
    }
  }

  /** Gives a lock back that was taken by {@link EnterMonitor}. */
  record ExitMonitor(int lock) implements Operation {
    public ExitMonitor {
      check("lock", lock);
    }
  }

  /**
   * Calls native code that calls back: from here on a frame of native code stands on the stack, and
   * a virtual thread that waits keeps its carrier.
   */
  record EnterNative() implements Operation {}

  /** Returns from native code that {@link EnterNative} called. */
  record ExitNative() implements Operation {}

  /** Wakes the task that has waited longest for this condition, if there is one. */
  record Notify(int condition) implements Operation {
    public Notify {
      check("condition", condition);
    }
  }

  /** Wakes all tasks that wait for this condition. */
  record NotifyAll(int condition) implements Operation {
    public NotifyAll {
      check("condition", condition);
    }
  }

  /** Takes a permit of a semaphore, after a wait if there is none. */
  record Acquire(int semaphore) implements Operation {
    public Acquire {
      check("semaphore", semaphore);
    }
  }

  /** Gives a permit back. */
  record Release(int semaphore) implements Operation {
    public Release {
      check("semaphore", semaphore);
    }
  }

  /** Waits until a future is done; goes on at once if it already is. */
  record Await(int future) implements Operation {
    public Await {
      check("future", future);
    }
  }

  /** Makes a future done and wakes all who await it; nothing if it already is. */
  record Complete(int future) implements Operation {
    public Complete {
      check("future", future);
    }
  }

  /** Starts a child task. */
  record Spawn(Program child) implements Operation {}

  /** Waits until all children that this task has started so far are done, failed ones included. */
  record Join() implements Operation {}

  /**
   * Waits for a permit of its own; one that is already there is used up, and it goes on at once.
   */
  record Park() implements Operation {}

  /**
   * Gives a task its permit, and wakes it if it is parked; permits do not add up. A task that
   * unparks one that does not exist (yet) fails.
   */
  record Unpark(int task) implements Operation {
    public Unpark {
      if (task < 0) {
        throw new IllegalArgumentException("task number must be 0 or more, got " + task);
      }
    }
  }

  /**
   * Puts a message into a pipe, after a wait while it does not fit or others wait before it. A
   * message that is larger than the pipe (65,536 bytes) needs an empty pipe.
   */
  record Send(int pipe, int bytes) implements Operation {
    public Send {
      check("pipe", pipe);
      if (bytes < 1) {
        throw new IllegalArgumentException("a message has 1 byte or more, got " + bytes);
      }
    }
  }

  /** Takes one message out of a pipe, after a wait while it is empty. */
  record Receive(int pipe) implements Operation {
    public Receive {
      check("pipe", pipe);
    }
  }

  /**
   * Makes an object that this task's thread owns, with one reference to it. A task fails if there
   * is one with this number.
   */
  record Allocate(int object) implements Operation {
    public Allocate {
      check("object", object);
    }
  }

  /** Takes one more reference to an object. A task fails if it is free. */
  record Incref(int object) implements Operation {
    public Incref {
      check("object", object);
    }
  }

  /** Drops a reference to an object; the last one frees it. A task fails if it is free already. */
  record Decref(int object) implements Operation {
    public Decref {
      check("object", object);
    }
  }

  private static void check(String what, int number) {
    if (number < 0 || number >= NUMBERS) {
      throw new IllegalArgumentException(
          what + " number must be from 0 to 2^20 - 1, got " + number);
    }
  }
}
