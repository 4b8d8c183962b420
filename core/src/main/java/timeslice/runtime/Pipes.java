package timeslice.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import timeslice.kernel.ThreadLinks;

/**
 * Pipes: messages in the order in which tasks asked to send them, up to a number of bytes each.
 *
 * <p>Nobody overtakes: who waits is served first, and by the one it waits for. So a task waits to
 * receive only while there is no message, and the first that waits to send only while its message
 * does not fit.
 */
final class Pipes {
  /** As on Linux since 2.6.11 (pipe(7)). */
  static final int CAPACITY = 65_536;

  /** One pipe: sizes of its messages in a ring, and who waits. */
  private final class Pipe {
    final ThreadLinks.Queue senders = links.new Queue();
    final ThreadLinks.Queue receivers = links.new Queue();
    private int[] sizes = new int[4];
    private int first;
    private int messages;
    private int bytes;

    /** Whether a message fits; one that is larger than the pipe needs an empty pipe. */
    boolean hasRoom(int size) {
      return bytes == 0 || bytes + (long) size <= CAPACITY;
    }

    void put(int size) {
      if (messages == sizes.length) {
        int[] wide = Arrays.copyOf(sizes, 2 * messages);
        System.arraycopy(sizes, 0, wide, messages, first); // the ring's beginning, behind its end
        sizes = wide;
      }
      sizes[first + messages++ & sizes.length - 1] = size;
      bytes += size;
    }

    int take() {
      int size = sizes[first];
      first = first + 1 & sizes.length - 1;
      messages--;
      bytes -= size;
      return size;
    }
  }

  private final ThreadLinks links;
  private final List<Pipe> pipes = new ArrayList<>();

  Pipes(ThreadLinks links) {
    this.links = links;
  }

  private Pipe pipe(int number) {
    while (number >= pipes.size()) {
      pipes.add(new Pipe());
    }
    return pipes.get(number);
  }

  /** Puts a message in, if there is room; otherwise the task waits for it from now on. */
  boolean send(int task, int number, int bytes) {
    Pipe pipe = pipe(number);
    if (!pipe.senders.isEmpty() || !pipe.hasRoom(bytes)) {
      pipe.senders.add(task);
      return false;
    }
    pipe.put(bytes);
    return true;
  }

  /** Takes the oldest message out and returns its size, or -1: the task waits for one. */
  int receive(int task, int number) {
    Pipe pipe = pipe(number);
    if (pipe.messages == 0) {
      pipe.receivers.add(task);
      return -1;
    }
    return pipe.take();
  }

  /** After a send: takes out the task that waits to receive the message, -1 if none does. */
  int takeReceiver(int number) {
    return pipe(number).receivers.take();
  }

  /** The task that has waited longest to send, -1 if none does; it stays where it is. */
  int firstSender(int number) {
    return pipe(number).senders.first();
  }

  /** Puts in the message of the first sender and takes that task out, if there is room. */
  boolean sendFirst(int number, int bytes) {
    Pipe pipe = pipe(number);
    if (!pipe.hasRoom(bytes)) {
      return false;
    }
    pipe.senders.take();
    pipe.put(bytes);
    return true;
  }
}
