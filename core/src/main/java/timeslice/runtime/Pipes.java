package timeslice.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import timeslice.kernel.ThreadLinks;

/** Pipes: messages in the order in which they were sent, up to a number of bytes each. */
final class Pipes {
  /** As on Linux since 2.6.11 (pipe(7)). */
  static final int CAPACITY = 65_536;

  private static final class Pipe {
    final ArrayDeque<Integer> messages = new ArrayDeque<>();
    int bytes;
  }

  private final List<Pipe> pipes = new ArrayList<>();
  private final WaitQueues senders;
  private final WaitQueues receivers;

  Pipes(ThreadLinks links) {
    senders = new WaitQueues(links);
    receivers = new WaitQueues(links);
  }

  private Pipe pipe(int number) {
    while (number >= pipes.size()) {
      pipes.add(new Pipe());
    }
    return pipes.get(number);
  }

  /** Puts a message in, if there is room; a message larger than the pipe needs an empty pipe. */
  boolean send(int task, int number, int bytes) {
    Pipe pipe = pipe(number);
    if (pipe.bytes > 0 && pipe.bytes + bytes > CAPACITY) {
      senders.add(number, task);
      return false;
    }
    pipe.messages.add(bytes);
    pipe.bytes += bytes;
    return true;
  }

  /** Takes the oldest message out and returns its size, or -1: the task waits for one. */
  int receive(int task, int number) {
    Pipe pipe = pipe(number);
    Integer bytes = pipe.messages.poll();
    if (bytes == null) {
      receivers.add(number, task);
      return -1;
    }
    pipe.bytes -= bytes;
    return bytes;
  }

  /** The task that has waited longest for a message, -1 if none; it is to try again. */
  int takeReceiver(int number) {
    return receivers.take(number);
  }

  /** The task that has waited longest for room, -1 if none; it is to try again. */
  int takeSender(int number) {
    return senders.take(number);
  }
}
