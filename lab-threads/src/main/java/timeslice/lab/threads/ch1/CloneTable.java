package timeslice.lab.threads.ch1;

import static timeslice.Todo.todo;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Exercise 1.2: a kernel's table of tasks, and the one call that makes new ones. */
public final class CloneTable {

  /** What a new task does not get of its own (Linux: CLONE_VM, CLONE_FILES, CLONE_FS, CLONE_THREAD). */
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

  /**
   * A table with one task, number 1 of process 1: empty memory, no open file, directory "/".
   *
   * @param limit how many tasks may be alive at once, 1 or more
   * @throws IllegalArgumentException with the bad value
   */
  public CloneTable(int limit) {
    todo("1.2: a table with task 1");
  }

  /**
   * Makes a task that shares with its maker what the flags say, and has a copy of the rest.
   *
   * @return its number: 2, 3, 4 …; a number is never used again
   * @throws IllegalArgumentException for THREAD without VM
   * @throws IllegalStateException with the limit, if so many tasks are alive
   */
  public int clone(int maker, Set<Flag> flags) {
    return todo("1.2: check first, then share or copy each part");
  }

  /** The task ends. What no living task uses any more is gone. */
  public void exit(int task) {
    todo("1.2: forget the task");
  }

  /** The numbers of the living tasks, rising. */
  public List<Integer> tasks() {
    return todo("1.2: the living tasks");
  }

  /** How many memories the kernel keeps. */
  public int memories() {
    return todo("1.2: different memories of living tasks");
  }

  /** The number of its process, which is the number of the task that the process began with. */
  public int process(int task) {
    return todo("1.2: the process number");
  }

  /** What stands at the address; 0 where nobody wrote. */
  public int read(int task, int address) {
    return todo("1.2: one cell");
  }

  /** Writes one cell of the task's memory. */
  public void write(int task, int address, int value) {
    todo("1.2: one cell");
  }

  /** Opens a file under this descriptor, in place of what was open there. */
  public void open(int task, int descriptor, String file) {
    todo("1.2: one entry");
  }

  /** The file that is open under this descriptor; empty if none is. */
  public Optional<String> file(int task, int descriptor) {
    return todo("1.2: one entry");
  }

  /** Changes the working directory. */
  public void changeDirectory(int task, String directory) {
    todo("1.2: the directory");
  }

  /** The working directory. */
  public String directory(int task) {
    return todo("1.2: the directory");
  }
}
