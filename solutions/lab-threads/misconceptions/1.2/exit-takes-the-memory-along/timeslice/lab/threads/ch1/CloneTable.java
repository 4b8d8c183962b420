package timeslice.lab.threads.ch1;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Believes that a task takes its memory along when it ends. */
public final class CloneTable {

  /**
   * What a new task does not get of its own (Linux: CLONE_VM, CLONE_FILES, CLONE_FS, CLONE_THREAD).
   */
  public enum Flag {
    /** The memory is the maker's. */
    VM,
    /** The table of open files is the maker's. */
    FILES,
    /** The working directory is the maker's. */
    FS,
    /** The process number is the maker's; only together with VM. */
    THREAD
  }

  /** A working directory that several tasks may point to. */
  private static final class Directory {
    private String path;

    Directory(String path) {
      this.path = path;
    }
  }

  /** A task is little more than pointers to what it uses. */
  private record Task(
      int process, Map<Integer, Integer> memory, Map<Integer, String> files, Directory directory) {}

  private final int limit;
  private final Map<Integer, Task> tasks = new TreeMap<>();
  private int next = 2;

  /**
   * A table with one task, number 1 of process 1: empty memory, no open file, directory "/".
   *
   * @param limit how many tasks may be alive at once, 1 or more
   * @throws IllegalArgumentException with the bad value
   */
  public CloneTable(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("the limit must be 1 or more, got " + limit);
    }
    this.limit = limit;
    tasks.put(1, new Task(1, new HashMap<>(), new HashMap<>(), new Directory("/")));
  }

  /**
   * Makes a task that shares with its maker what the flags say, and has a copy of the rest.
   *
   * @return its number: 2, 3, 4 …; a number is never used again
   * @throws IllegalArgumentException for THREAD without VM
   * @throws IllegalStateException with the limit, if so many tasks are alive
   */
  public int clone(int maker, Set<Flag> flags) {
    if (flags.contains(Flag.THREAD) && !flags.contains(Flag.VM)) {
      throw new IllegalArgumentException("THREAD needs VM, got " + flags);
    }
    if (tasks.size() >= limit) {
      throw new IllegalStateException("no more than " + limit + " tasks may be alive");
    }
    Task of = tasks.get(maker);
    int number = next++;
    tasks.put(
        number,
        new Task(
            flags.contains(Flag.THREAD) ? of.process() : number,
            flags.contains(Flag.VM) ? of.memory() : new HashMap<>(of.memory()),
            flags.contains(Flag.FILES) ? of.files() : new HashMap<>(of.files()),
            flags.contains(Flag.FS) ? of.directory() : new Directory(of.directory().path)));
    return number;
  }

  /** The task ends. What no living task uses any more is gone. */
  public void exit(int task) {
    tasks.get(task).memory().clear();
    tasks.remove(task);
  }

  /** The numbers of the living tasks, rising. */
  public List<Integer> tasks() {
    return List.copyOf(tasks.keySet());
  }

  /** How many memories the kernel keeps. */
  public int memories() {
    Map<Map<Integer, Integer>, Boolean> different = new IdentityHashMap<>();
    tasks.values().forEach(task -> different.put(task.memory(), true));
    return different.size();
  }

  /** The number of its process, which is the number of the task that the process began with. */
  public int process(int task) {
    return tasks.get(task).process();
  }

  /** What stands at the address; 0 where nobody wrote. */
  public int read(int task, int address) {
    return tasks.get(task).memory().getOrDefault(address, 0);
  }

  /** Writes one cell of the task's memory. */
  public void write(int task, int address, int value) {
    tasks.get(task).memory().put(address, value);
  }

  /** Opens a file under this descriptor, in place of what was open there. */
  public void open(int task, int descriptor, String file) {
    tasks.get(task).files().put(descriptor, file);
  }

  /** The file that is open under this descriptor; empty if none is. */
  public Optional<String> file(int task, int descriptor) {
    return Optional.ofNullable(tasks.get(task).files().get(descriptor));
  }

  /** Changes the working directory. */
  public void changeDirectory(int task, String directory) {
    tasks.get(task).directory().path = directory;
  }

  /** The working directory. */
  public String directory(int task) {
    return tasks.get(task).directory().path;
  }
}
