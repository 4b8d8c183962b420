package timeslice.lab.contextswitch.ch1;

import static timeslice.Todo.todo;

import timeslice.memory.PhysicalMemory;

/**
 * Exercise 1.6: fork without copying memory. Pages are 4 KiB. Every method throws {@code
 * IllegalArgumentException} if the process does not exist or has exited; the message contains its
 * number.
 */
public final class CopyOnWrite {

  /** No processes yet; every frame that they will need comes from this memory. */
  public CopyOnWrite(PhysicalMemory memory) {
    todo("1.6: remember the memory");
  }

  /** A new process without any frame; its number is one that no process ever had. */
  public int newProcess() {
    return todo("1.6: a new process number");
  }

  /** A new process that sees what its parent sees now. No frame is copied or taken. */
  public int fork(int parent) {
    return todo("1.6: a child that shares every frame of its parent");
  }

  /** The byte at this address, as this process sees it; 0 where nothing was ever written. */
  public byte read(int process, long address) {
    return todo("1.6: the byte that this process sees");
  }

  /**
   * Writes one byte, for this process alone. If other processes share the frame, it is copied
   * first; if this process is its last owner, it is not.
   */
  public void write(int process, long address, byte value) {
    todo("1.6: copy if shared, then write");
  }

  /** Ends a process. Frames that nobody else uses go back to the memory. */
  public void exit(int process) {
    todo("1.6: give up every frame of this process");
  }

  /**
   * Reads the value of a Python object as an interpreter with reference counts does: take a
   * reference (count + 1), read the value, drop the reference (count - 1).
   *
   * @param object its address, a multiple of 16; the byte there is its reference count, the byte 8
   *     further is its value
   * @return the value
   */
  public byte readObject(int process, long object) {
    return todo("1.6: count up, read the value, count down");
  }
}
