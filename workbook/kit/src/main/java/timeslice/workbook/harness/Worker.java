package timeslice.workbook.harness;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.LogManager;

/**
 * The JVM in which answers run: takes jobs from a channel until the channel closes, and then ends,
 * whatever an answer may be doing.
 */
public final class Worker {
  private Worker() {}

  /**
   * Started by the harness with the port to call; the word that opens it comes through standard
   * input, where no other process can read it.
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "a worker is started by the harness with a port, got " + arguments.length + " arguments");
    }
    LogManager.getLogManager().reset();
    byte[] word = System.in.readNBytes(WorkerProcess.WORD_LENGTH);
    try (var socket =
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))) {
      socket.setTcpNoDelay(true);
      var in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
      var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
      Wire.writeText(out, new String(word, StandardCharsets.ISO_8859_1));
      out.flush();
      BlockingQueue<Wire.Job> jobs = new LinkedBlockingQueue<>();
      var channel = new Thread(() -> receive(in, jobs), "channel to the harness");
      channel.setDaemon(true);
      channel.start();
      while (true) {
        run(jobs.take(), out);
      }
    }
  }

  private static void receive(DataInputStream in, BlockingQueue<Wire.Job> jobs) {
    try {
      while (true) {
        jobs.add(Wire.Job.read(in));
      }
    } catch (IOException e) {
      // The harness has let go or has died: nothing of an answer may survive it.
      Runtime.getRuntime().halt(0);
    }
  }

  private static void run(Wire.Job job, DataOutputStream out) throws IOException {
    System.setProperty("timeslice.seed", job.seed());
    System.setProperty("timeslice.chapter", "all");
    System.setProperty("timeslice.lang", job.language());
    int threads = Thread.activeCount();
    var answers =
        new MemoryLoader(
            "answers", job.answers(), job.answerResources(), Worker.class.getClassLoader());
    var tests = new MemoryLoader("laws", job.tests(), job.testResources(), answers);
    Thread.currentThread().setContextClassLoader(tests);
    var classes = new ArrayList<Class<?>>();
    for (String name : job.propertyClasses()) {
      try {
        classes.add(tests.loadClass(name));
      } catch (ClassNotFoundException | LinkageError e) {
        tellBroken(out, name, e);
      }
    }
    try {
      LawRun.of(classes, Set.copyOf(job.laws()), job.shrink(), out);
    } catch (Exception | LinkageError e) {
      for (String name : job.propertyClasses()) {
        tellBroken(out, name, e);
      }
    }
    Thread.currentThread().setContextClassLoader(Worker.class.getClassLoader());
    tests.forget();
    answers.forget();
    new Wire.Event.Ended(backTo(threads) && hasRoom()).write(out);
  }

  /** Whether the next job would find half of the heap free: jqwik keeps some of what it has run. */
  private static boolean hasRoom() {
    if (used() > Runtime.getRuntime().maxMemory() / 2) {
      System.gc();
    }
    return used() <= Runtime.getRuntime().maxMemory() / 2;
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Whether no more threads are left than there were; those that are just ending may end. */
  private static boolean backTo(int threads) {
    for (int i = 0; i < 200 && Thread.activeCount() > threads; i++) {
      LockSupport.parkNanos(1_000_000);
    }
    return Thread.activeCount() <= threads;
  }

  private static void tellBroken(DataOutputStream out, String propertyClass, Throwable cause)
      throws IOException {
    new Wire.Event.Broken(propertyClass, "could not be started: " + cause).write(out);
  }
}
