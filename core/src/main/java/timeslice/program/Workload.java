package timeslice.program;

import java.util.ArrayList;
import java.util.List;

/**
 * Tasks to run: which program each has, and when it arrives.
 *
 * <p>Many tasks may share a program; a million of them are then three numbers, not a million lists.
 *
 * @param programs the different programs
 * @param groups who runs them; tasks are numbered through all groups in order, from 0 on
 * @param seed from which tasks draw their times
 * @param permits how many permits each semaphore has at first; a semaphore beyond the list has 1
 */
public record Workload(
    List<Program> programs, List<Group> groups, long seed, List<Integer> permits) {

  /**
   * Tasks with one program.
   *
   * @param program its place in the list of programs
   * @param count how many tasks, 0 or more
   * @param firstArrival when the first arrives, in nanoseconds
   * @param gap how long after each the next arrives; 0: all at once
   */
  public record Group(int program, int count, long firstArrival, long gap) {
    public Group {
      if (program < 0 || count < 0 || firstArrival < 0 || gap < 0) {
        throw new IllegalArgumentException(
            "program, count, arrival and gap must be 0 or more, got "
                + program
                + ", "
                + count
                + ", "
                + firstArrival
                + ", "
                + gap);
      }
    }
  }

  public Workload {
    programs = List.copyOf(programs);
    groups = List.copyOf(groups);
    permits = List.copyOf(permits);
    for (int first : permits) {
      if (first < 0) {
        throw new IllegalArgumentException("a semaphore has 0 permits or more, got " + first);
      }
    }
    long tasks = 0;
    for (Group group : groups) {
      if (group.program() >= programs.size()) {
        throw new IllegalArgumentException(
            "there are " + programs.size() + " programs, got number " + group.program());
      }
      tasks += group.count();
    }
    if (tasks > Integer.MAX_VALUE / 4) {
      throw new IllegalArgumentException("there may be 2^29 - 1 tasks at most, got " + tasks);
    }
  }

  /** These programs, a task each, all there from the start. */
  public static Workload of(Program... programs) {
    return of(List.of(programs));
  }

  /** These programs, a task each, all there from the start. */
  public static Workload of(List<Program> programs) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      groups.add(new Group(i, 1, 0, 0));
    }
    return new Workload(programs, groups, 0, List.of());
  }

  /** This many tasks with one program, all there from the start. */
  public static Workload many(int tasks, Program program, long seed) {
    return new Workload(List.of(program), List.of(new Group(0, tasks, 0, 0)), seed, List.of());
  }

  /** The same tasks, with semaphores that have these permits at first. */
  public Workload withPermits(Integer... first) {
    return new Workload(programs, groups, seed, List.of(first));
  }

  /** How many tasks there are from the start; those that tasks spawn are numbered after them. */
  public int tasks() {
    int tasks = 0;
    for (Group group : groups) {
      tasks += group.count();
    }
    return tasks;
  }
}
