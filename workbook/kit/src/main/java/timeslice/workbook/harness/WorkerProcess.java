package timeslice.workbook.harness;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import timeslice.workbook.run.Verdict.State;

/** The harness' end of one worker JVM. Used by one thread at a time. */
final class WorkerProcess implements AutoCloseable {
  static final int WORD_LENGTH = 32;
  private static final int KEPT_OUTPUT = 16 * 1024;
  private static final Duration TO_START = Duration.ofSeconds(60);

  private final Process process;
  private final Output output;
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private int jobs;

  private WorkerProcess(Process process, Output output, Socket socket) throws IOException {
    this.process = process;
    this.output = output;
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
  }

  /** Starts a JVM on this JVM's class path and waits until it has called back. */
  static WorkerProcess start(List<String> flags) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-cp");
    command.add(absolute(System.getProperty("java.class.path")));
    command.add(Worker.class.getName());
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      command.add(Integer.toString(listener.getLocalPort()));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var output = new Output(process.getInputStream());
      byte[] random = new byte[WORD_LENGTH / 2];
      new SecureRandom().nextBytes(random);
      String word = HexFormat.of().formatHex(random);
      try (var toWorker = process.getOutputStream()) {
        toWorker.write(word.getBytes(StandardCharsets.ISO_8859_1));
      }
      try {
        return accept(listener, process, output, word);
      } catch (IOException | RuntimeException e) {
        process.destroyForcibly();
        throw e;
      }
    } catch (IOException e) {
      throw new IllegalStateException("a worker JVM could not be started: " + e.getMessage(), e);
    }
  }

  private static WorkerProcess accept(
      ServerSocket listener, Process process, Output output, String word) throws IOException {
    long end = System.nanoTime() + TO_START.toNanos();
    listener.setSoTimeout(200);
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(TO_START.toMillis()));
        var worker = new WorkerProcess(process, output, socket);
        if (Wire.readText(worker.in).equals(word)) {
          return worker;
        }
        socket.close(); // somebody else on this machine: go on waiting for ours
      } catch (SocketTimeoutException e) {
        // look whether it still lives
      }
    }
    throw new IllegalStateException("a worker JVM did not start: " + output.text().strip());
  }

  private static String absolute(String classPath) {
    var entries = new ArrayList<String>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  /** Whether it has done nothing yet: only then is its death nobody else's fault. */
  boolean isFresh() {
    return jobs <= 1;
  }

  void send(Wire.Job job) throws IOException {
    jobs++;
    job.write(out);
  }

  /**
   * The next event; a {@link SocketTimeoutException} after so long a silence, an {@link
   * IOException} when the worker is gone.
   */
  Wire.Event next(Duration silence) throws IOException {
    socket.setSoTimeout(Math.toIntExact(silence.toMillis()));
    return Wire.Event.read(in);
  }

  /** After an {@link IOException}: why the worker is gone. */
  Progress.Loss causeOfDeath() {
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        return new Progress.Loss(State.HUNG, "it cut the JVM off from the harness");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Progress.Loss(State.NOT_RUN, "the run was interrupted");
    }
    output.awaitEnd();
    if (output.text().contains("java.lang.OutOfMemoryError")) {
      return new Progress.Loss(State.OUT_OF_MEMORY, "it used up the heap");
    }
    int status = process.exitValue();
    return new Progress.Loss(
        State.EXITED,
        status < 128
            ? "it ended the JVM (exit status " + status + ")"
            : "it crashed the JVM (exit status " + status + ")");
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      socket.close();
    } catch (IOException e) {
      // the process is being killed: there is nobody to tell
    }
  }

  /** Reads everything a worker prints, so that it never blocks, and keeps the last of it. */
  private static final class Output {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread reader;

    Output(InputStream from) {
      reader = Thread.ofVirtual().unstarted(() -> drain(from));
      reader.start();
    }

    private void drain(InputStream from) {
      byte[] buffer = new byte[8192];
      try {
        int count;
        while ((count = from.read(buffer)) >= 0) {
          synchronized (kept) {
            if (kept.size() > KEPT_OUTPUT) {
              kept.reset();
            }
            kept.write(buffer, 0, count);
          }
        }
      } catch (IOException e) {
        // the worker is gone
      }
    }

    void awaitEnd() {
      try {
        reader.join(Duration.ofSeconds(2));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    String text() {
      synchronized (kept) {
        return kept.toString(StandardCharsets.UTF_8);
      }
    }
  }
}
