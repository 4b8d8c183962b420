package timeslice.lab.contextswitch.ch1;

import static timeslice.Todo.todo;

import timeslice.memory.PhysicalMemory;

/**
 * Exercise 1.3: processes that use the same addresses and do not see each other, except where they
 * share a page on purpose. Pages are 4 KiB.
 */
public final class SharedMemory {

  /** No processes yet; every frame that they will need comes from this memory. */
  public SharedMemory(PhysicalMemory memory) {
    todo("1.3: remember the memory");
  }

  /** A new process without any frame; its number is one that no other process has. */
  public int newProcess() {
    return todo("1.3: a new process number");
  }

  /**
   * The byte at this address, as this process sees it. A page that was never written to and never
   * shared reads as 0 and takes no frame.
   *
   * @throws IllegalArgumentException if there is no such process; the message contains its number
   */
  public byte read(int process, long address) {
    return todo("1.3: the byte that this process sees");
  }

  /**
   * Writes one byte. The first write to a page gives it a frame.
   *
   * @throws IllegalArgumentException if there is no such process; the message contains its number
   */
  public void write(int process, long address, byte value) {
    todo("1.3: write the byte into the frame of this page");
  }

  /**
   * From now on page {@code otherPage} of process {@code other} is page {@code ownerPage} of process
   * {@code owner}: the same frame. What the other process had there is gone, and so is its frame
   * if nobody else uses it.
   *
   * @throws IllegalArgumentException if one of the processes does not exist; the message contains
   *     its number
   */
  public void share(int owner, long ownerPage, int other, long otherPage) {
    todo("1.3: two table entries, one frame");
  }
}
