package timeslice.cpu;

/**
 * What a language's runtime charges, in nanoseconds of CPU time unless said otherwise: making
 * threads, processes and tasks, moving between them, and what they share. {@link Costs} has what
 * the hardware charges; nothing stands in both.
 *
 * @param creation making threads, processes and tasks
 * @param moves going from one task to the next
 * @param copying sending objects to another process
 * @param counting one change of a reference count
 */
public record RuntimeCosts(Creation creation, Moves moves, Copying copying, Counting counting) {

  /**
   * What making costs the one who makes.
   *
   * @param thread a kernel thread, until it is ready
   * @param fork a process as a copy of its parent
   * @param forkserver a process as a copy of a small server process, without {@code importMain}
   * @param spawn a process from nothing, without {@code importMain}
   * @param task a task that a runtime schedules: a virtual thread, a coroutine with its future
   * @param importMain what a new process pays, after forkserver or spawn, to import the main module
   */
  public record Creation(
      long thread, long fork, long forkserver, long spawn, long task, long importMain) {
    public Creation {
      check("thread creation", thread);
      check("fork", fork);
      check("forkserver", forkserver);
      check("spawn", spawn);
      check("task creation", task);
      check("importMain", importMain);
    }
  }

  /**
   * What going from one task to the next costs.
   *
   * @param mount a carrier takes a task up: its frames come back to the stack
   * @param unmount a carrier puts a task down: its frames go to the heap
   * @param callback an event loop calls one callback or goes on with one coroutine
   * @param wakeUp from the moment a sleeping kernel thread is woken until it is ready (a latency:
   *     it takes no CPU time)
   * @param gilHandOff from the moment a GIL is free until the thread waiting for it is ready (a
   *     latency too)
   */
  public record Moves(long mount, long unmount, long callback, long wakeUp, long gilHandOff) {
    public Moves {
      check("mount", mount);
      check("unmount", unmount);
      check("callback", callback);
      check("wakeUp", wakeUp);
      check("gilHandOff", gilHandOff);
    }
  }

  /**
   * What copying objects from one process to another costs, for each KiB (1,024 bytes) of message.
   *
   * @param outPerKib writing the objects down (pickle's {@code dumps}), charged to the sender
   * @param inPerKib making objects of the bytes again ({@code loads}), charged to the receiver
   */
  public record Copying(long outPerKib, long inPerKib) {
    public Copying {
      check("outPerKib", outPerKib);
      check("inPerKib", inPerKib);
    }

    /** Writing down this many bytes, rounded up. */
    public long out(int bytes) {
      return perKib(bytes, outPerKib);
    }

    /** Reading this many bytes, rounded up. */
    public long in(int bytes) {
      return perKib(bytes, inPerKib);
    }

    private static long perKib(int bytes, long cost) {
      if (bytes < 0) {
        throw new IllegalArgumentException("a message has 0 bytes or more, got " + bytes);
      }
      return (bytes * cost + 1023) / 1024;
    }
  }

  /**
   * What one incref or decref costs.
   *
   * @param plain one counter, under a GIL
   * @param local the owner's own counter, after asking whether the thread is the owner
   * @param atomic the shared counter, its cache line already here
   * @param contended the shared counter, its cache line at another core
   */
  public record Counting(long plain, long local, long atomic, long contended) {
    public Counting {
      check("plain", plain);
      check("local", local);
      check("atomic", atomic);
      check("contended", contended);
    }
  }

  /** Everything free: for runs that ask what happens and not what it costs. */
  public static final RuntimeCosts FREE =
      new RuntimeCosts(
          new Creation(0, 0, 0, 0, 0, 0),
          new Moves(0, 0, 0, 0, 0),
          new Copying(0, 0),
          new Counting(0, 0, 0, 0));

  /** Round numbers for paper and pencil, in the order of magnitude of the measured ones. */
  public static final RuntimeCosts TEXTBOOK =
      new RuntimeCosts(
          new Creation(100_000, 1_000_000, 10_000_000, 100_000_000, 10_000, 10_000_000),
          new Moves(500, 500, 5_000, 1_000, 1_000),
          new Copying(5_000, 20_000),
          new Counting(1, 2, 10, 100));

  /**
   * The machine of {@link Costs#CASCADE_LAKE}: the order of magnitude, never the digit. Measured,
   * FACTS §3:
   *
   * <ul>
   *   <li>thread: pthread_create and join took 52 µs (Python's {@code Thread} 70 to 300 µs, Java's
   *       platform thread 308 µs with 2,000 alive)
   *   <li>fork: Python's {@code Process} by fork took 3 to 5 ms
   *   <li>importMain: by forkserver, 10 to 14 ms. Inferred: a fork, and 8 ms more because the child
   *       imports the main module (FACTS 1, 27); so forkserver is as much as fork
   *   <li>spawn: 58 to 90 ms, less the same import (inferred)
   *   <li>task: a virtual thread took 7.5 µs, with a cold JIT compiler; asyncio made and ran 20,000
   *       to 86,000 tasks a second
   *   <li>mount, unmount: virtual threads hop in 0.8 to 0.9 µs, half for each (inferred)
   *   <li>callback: a step of {@code asyncio.sleep(0)} took 4 to 7 µs mostly
   *   <li>wakeUp: platform threads hop in 1.8 to 2.0 µs, of which {@code Costs.CASCADE_LAKE}
   *       charges 0.56 as the switch; between virtual CPUs that slept it was 29 to 37 µs
   *   <li>outPerKib, inPerKib: a million integers took 24 to 35 ms out and 68 to 120 ms in; they
   *       are about 4,760 KiB, as {@code len(pickle.dumps(list(range(10**6))))} says
   * </ul>
   *
   * Not measured: gilHandOff is a wake-up by the kernel (FACTS 1, 19). The four counts are common
   * knowledge of the order only: an addition; a comparison more; an atomic addition of about 20
   * cycles; the same with a cache line fetched from another core ({@code
   * Costs.CASCADE_LAKE.cacheMiss}).
   */
  public static final RuntimeCosts MEASURED =
      new RuntimeCosts(
          new Creation(52_000, 4_000_000, 4_000_000, 66_000_000, 7_500, 8_000_000),
          new Moves(425, 425, 5_500, 1_300, 1_300),
          new Copying(6_200, 19_800),
          new Counting(1, 2, 8, 48));

  /** The same costs with another price for making. */
  public RuntimeCosts with(Creation making) {
    return new RuntimeCosts(making, moves, copying, counting);
  }

  /** The same costs with another price for moving. */
  public RuntimeCosts with(Moves moving) {
    return new RuntimeCosts(creation, moving, copying, counting);
  }

  /** The same costs with another price for copying. */
  public RuntimeCosts with(Copying sending) {
    return new RuntimeCosts(creation, moves, sending, counting);
  }

  /** The same costs with another price for counting. */
  public RuntimeCosts with(Counting counts) {
    return new RuntimeCosts(creation, moves, copying, counts);
  }

  private static void check(String name, long ns) {
    if (ns < 0) {
      throw new IllegalArgumentException(name + " must cost 0 ns or more, got " + ns);
    }
  }
}
