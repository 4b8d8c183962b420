package timeslice.bench;

/**
 * The floor of scheduling: one workload, fixed, and sharing nothing with core. Some cores take
 * tasks from one queue, first in, first out, for 10 ns at most; each task computes three times for
 * 1 to 29 ns, with a wait of at least 1 ns between. Only the future is kept differently by each
 * subclass.
 */
abstract class SchedulingFloor {
  static final int QUANTUM = 10;
  static final int BURSTS = 3;
  static final int LONGEST_BURST = 29;
  private static final int NOBODY = -1;

  /** What has to be the same as in core, and how many events that were. */
  record Result(long slices, long waits, long end, long turnaround) {
    long events() {
      return slices + waits;
    }
  }

  final int tasks;
  private final int cores;
  private final int longestWait;
  private final long seed;

  /** What is left of the task's present burst; 0 while it waits. */
  private final int[] left;

  private final byte[] burst;

  /** Links of the queue of ready tasks; a subclass may use those of others. */
  final int[] next;

  private int head;
  private int tail;

  SchedulingFloor(int tasks, int cores, int longestWait, long seed) {
    this.tasks = tasks;
    this.cores = cores;
    this.longestWait = longestWait;
    this.seed = seed;
    left = new int[tasks];
    burst = new byte[tasks];
    next = new int[tasks];
  }

  /** The task is on a core or waits until this time. */
  abstract void add(int task, long at);

  /** The task whose time comes first, of equal ones who was added first; -1 if there is none. */
  abstract int take();

  /** The time of the task taken last. */
  abstract long now();

  final Result run() {
    for (int task = 0; task < tasks; task++) {
      left[task] = draw(task, 0, LONGEST_BURST);
      next[task] = task + 1;
    }
    next[tasks - 1] = NOBODY;
    head = 0;
    tail = tasks - 1;
    int idle = cores;
    long now = 0;
    long slices = 0;
    long waits = 0;
    long turnaround = 0;
    while (true) {
      while (idle > 0 && head != NOBODY) {
        int task = head;
        head = next[task];
        idle--;
        add(task, now + Math.min(QUANTUM, left[task]));
      }
      int task = take();
      if (task == NOBODY) {
        return new Result(slices, waits, now, turnaround);
      }
      now = now();
      if (left[task] == 0) {
        waits++;
        left[task] = draw(task, 2 * burst[task], LONGEST_BURST);
        enqueue(task);
        continue;
      }
      slices++;
      idle++;
      left[task] -= Math.min(QUANTUM, left[task]);
      if (left[task] > 0) {
        enqueue(task);
      } else if (++burst[task] < BURSTS) {
        add(task, now + draw(task, 2 * burst[task] - 1, longestWait));
      } else {
        turnaround += now;
      }
    }
  }

  private void enqueue(int task) {
    next[task] = NOBODY;
    if (head == NOBODY) {
      head = task;
    } else {
      next[tail] = task;
    }
    tail = task;
  }

  /** From 1 to most: the same as core draws at this place of the program, written down again. */
  private int draw(int task, int place, int most) {
    long bits = mix(seed ^ mix((long) task << 32 | place));
    return 1 + (int) ((bits >>> 32) * most >>> 32);
  }

  private static long mix(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
