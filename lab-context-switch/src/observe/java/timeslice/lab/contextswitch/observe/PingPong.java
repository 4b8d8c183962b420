package timeslice.lab.contextswitch.observe;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Sends one byte to and fro over two named pipes: between two threads of this process, and between
 * two processes. The code on both sides is the same; what differs is who must be switched to.
 */
public final class PingPong {
  private static final int RUNS = 7;
  private static final int ROUNDS = 4_000;
  private static final long RUN_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private PingPong() {}

  /** Without arguments it measures; with two file names it is the child that answers. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
      answer(args[0], args[1]);
      return;
    }
    if (!System.getProperty("os.name").equals("Linux")) {
      System.out.println("skipped: named pipes and the numbers in the text are Linux's");
      return;
    }
    Path directory = Files.createTempDirectory("pingpong");
    Pipes toThread = Pipes.make(directory, "thread");
    Pipes toProcess = Pipes.make(directory, "process");
    Pipes toMyself = Pipes.make(directory, "myself");
    Thread thread = Thread.ofPlatform().daemon().start(() -> answerQuietly(toThread));
    Process process = child(toProcess);
    try (var threads = Link.open(toThread);
        var processes = Link.open(toProcess);
        var alone = Link.openBothEnds(toMyself)) {
      measure(threads); // warm up
      measure(processes);
      measure(alone);
      double[][] nanos = new double[3][RUNS];
      for (int run = 0; run < RUNS; run++) { // in turn, so that noise hits all three alike
        nanos[0][run] = measure(alone) / 2;
        nanos[1][run] = measure(threads) / 2;
        nanos[2][run] = measure(processes) / 2;
      }
      System.out.println("one way, in microseconds, " + RUNS + " runs    median  (least – most)");
      print("write and read, nobody else     ", nanos[0]);
      print("to another thread               ", nanos[1]);
      print("to another process              ", nanos[2]);
    } finally {
      process.destroy();
      process.waitFor(1, TimeUnit.SECONDS);
      thread.interrupt();
      for (File file : directory.toFile().listFiles()) {
        Files.delete(file.toPath());
      }
      Files.delete(directory);
    }
  }

  private static void print(String what, double[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "%s        %6.1f  (%.1f – %.1f)%n",
        what, nanos[RUNS / 2] / 1000, nanos[0] / 1000, nanos[RUNS - 1] / 1000);
  }

  /** Nanoseconds of one round trip. */
  private static double measure(Link link) throws IOException {
    long start = System.nanoTime();
    int rounds = 0;
    while (rounds < ROUNDS && System.nanoTime() - start < RUN_NANOS) {
      link.out().write(1);
      if (link.in().read() < 0) {
        throw new IOException("the other side is gone");
      }
      if (link.echoes()) {
        link.out().write(1); // nobody answers: two writes and two reads are one round trip
        link.in().read();
      }
      rounds++;
    }
    return (double) (System.nanoTime() - start) / rounds;
  }

  private static void answer(String there, String back) throws IOException {
    try (var in = new FileInputStream(there);
        var out = new FileOutputStream(back)) {
      int message;
      while ((message = in.read()) >= 0) {
        out.write(message);
      }
    }
  }

  private static void answerQuietly(Pipes pipes) {
    try {
      answer(pipes.there(), pipes.back());
    } catch (IOException e) {
      // the measuring side has closed: there is nobody left to tell
    }
  }

  private static Process child(Pipes pipes) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    return new ProcessBuilder(
            java,
            "-XX:+UseSerialGC",
            "-cp",
            classes,
            PingPong.class.getName(),
            pipes.there(),
            pipes.back())
        .inheritIO()
        .start();
  }

  /** Two named pipes, one each way. */
  private record Pipes(String there, String back) {
    static Pipes make(Path directory, String name) throws IOException, InterruptedException {
      String there = directory.resolve(name + ".there").toString();
      String back = directory.resolve(name + ".back").toString();
      if (new ProcessBuilder("mkfifo", there, back).inheritIO().start().waitFor() != 0) {
        throw new IOException("mkfifo could not make " + there);
      }
      return new Pipes(there, back);
    }
  }

  /** The measuring side's ends; echoes if there is nobody on the other side. */
  private record Link(OutputStream out, InputStream in, boolean echoes) implements AutoCloseable {
    static Link open(Pipes pipes) throws IOException {
      // the same order as in answer(): opening one end waits for the other
      return new Link(
          new FileOutputStream(pipes.there()), new FileInputStream(pipes.back()), false);
    }

    static Link openBothEnds(Pipes pipes) throws IOException {
      // Linux opens a named pipe for reading and writing at once without waiting for anybody
      var both = new java.io.RandomAccessFile(pipes.there(), "rw");
      return new Link(new FileOutputStream(both.getFD()), new FileInputStream(both.getFD()), true);
    }

    @Override
    public void close() throws IOException {
      out.close();
      in.close();
    }
  }
}
