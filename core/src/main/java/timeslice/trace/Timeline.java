package timeslice.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who ran where and when: the slices of one run, in the order in which they were dispatched.
 *
 * <p>It keeps its slices as columns of numbers, so that a run of millions of turns stays small;
 * {@link #slice} makes the record on demand. It says nothing about whether the run obeys a rule:
 * {@link Checks} does.
 */
public final class Timeline {
  private final int cpus;
  private final int size;
  private final int[] cpu;
  private final int[] task;
  private final long[] start;
  private final long[] end;

  private Timeline(Builder from) {
    cpus = from.cpus;
    size = from.size;
    cpu = Arrays.copyOf(from.cpu, size);
    task = Arrays.copyOf(from.task, size);
    start = Arrays.copyOf(from.start, size);
    end = Arrays.copyOf(from.end, size);
  }

  /** A timeline of these slices on CPUs 0 to {@code cpus - 1}. */
  public static Timeline of(int cpus, List<Slice> slices) {
    Builder builder = new Builder(cpus);
    for (Slice slice : slices) {
      builder.add(slice.cpu(), slice.task(), slice.start(), slice.end());
    }
    return builder.build();
  }

  /** How many CPUs there were, used or not. */
  public int cpus() {
    return cpus;
  }

  /** How many slices there are. */
  public int size() {
    return size;
  }

  /** The slice at this position, 0 to {@code size() - 1}. */
  public Slice slice(int index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "slice number must be from 0 to " + (size - 1) + ", got " + index);
    }
    return new Slice(cpu[index], task[index], start[index], end[index]);
  }

  /** All slices, in order of dispatch. */
  public List<Slice> slices() {
    List<Slice> slices = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      slices.add(slice(i));
    }
    return List.copyOf(slices);
  }

  /** The slices of one CPU, by start. */
  public List<Slice> onCpu(int number) {
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (cpu[i] == number) {
        slices.add(slice(i));
      }
    }
    slices.sort((a, b) -> Long.compare(a.start(), b.start()));
    return slices;
  }

  /** The slices of one task, by start. */
  public List<Slice> ofTask(int number) {
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (task[i] == number) {
        slices.add(slice(i));
      }
    }
    slices.sort((a, b) -> Long.compare(a.start(), b.start()));
    return slices;
  }

  /** One more than the highest task number, 0 if nobody ran. */
  public int tasks() {
    int tasks = 0;
    for (int i = 0; i < size; i++) {
      tasks = Math.max(tasks, task[i] + 1);
    }
    return tasks;
  }

  @Override
  public String toString() {
    return slices().toString();
  }

  /** Collects slices while a run is going on. */
  public static final class Builder {
    private final int cpus;
    private int size;
    private int[] cpu = new int[16];
    private int[] task = new int[16];
    private long[] start = new long[16];
    private long[] end = new long[16];

    /** Starts a timeline of CPUs 0 to {@code cpus - 1}. */
    public Builder(int cpus) {
      if (cpus < 1) {
        throw new IllegalArgumentException("there must be at least 1 CPU, got " + cpus);
      }
      this.cpus = cpus;
    }

    /** Appends one slice. */
    public void add(int onCpu, int ofTask, long from, long to) {
      if (onCpu < 0 || onCpu >= cpus) {
        throw new IllegalArgumentException(
            "CPU number must be from 0 to " + (cpus - 1) + ", got " + onCpu);
      }
      if (size == cpu.length) {
        grow();
      }
      cpu[size] = onCpu;
      task[size] = ofTask;
      start[size] = from;
      end[size] = to;
      size++;
    }

    /** The timeline of what was added so far. */
    public Timeline build() {
      return new Timeline(this);
    }

    private void grow() {
      cpu = Arrays.copyOf(cpu, 2 * size);
      task = Arrays.copyOf(task, 2 * size);
      start = Arrays.copyOf(start, 2 * size);
      end = Arrays.copyOf(end, 2 * size);
    }
  }
}
