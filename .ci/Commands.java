import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Runs every command that the README and the chapters show, as written, in a fresh clone.
 *
 * <p>A block marked {@code sh} is one script. A chapter's commands run in its lab's folder, all others at the root. A
 * comment on the line before a block may say {@code <!-- exits 1 -->} (a lab is red on a fresh clone), {@code <!-- not
 * run: reason -->}, or {@code <!-- long: reason -->}; long ones run only with the argument {@code all}. The test command
 * itself is left to whoever calls this.
 */
public final class Commands {
  private static final Pattern EXITS = Pattern.compile("<!-- exits (\\d+) -->");
  private static final Pattern NOT_RUN = Pattern.compile("<!-- not run: (.+) -->");
  private static final Pattern LONG = Pattern.compile("<!-- long: (.+) -->");
  private static final String TEST_COMMAND = "mvn verify";
  private static final Pattern STACK_TRACE = Pattern.compile("(?m)^\\s+at [\\w.$/]+\\(.*\\)$");
  private static final int MINUTES = 10;

  private record Block(Path file, int line, Path folder, String script, int exits) {
    String about() {
      return file + ":" + line + "  " + script.replace("\n", " ; ");
    }
  }

  private final Path clone;
  private final String commit;
  private final List<String> failures = new ArrayList<>();

  private final boolean longOnesToo;

  private Commands(Path clone, boolean longOnesToo) throws Exception {
    this.clone = clone;
    this.longOnesToo = longOnesToo;
    this.commit = run(clone, List.of("git", "rev-parse", "HEAD")).output.strip();
  }

  public static void main(String[] args) throws Exception {
    Path clone = Files.createTempDirectory("timeslice-commands");
    try {
      if (run(Path.of("."), List.of("git", "clone", "-q", ".", clone.toString())).exit != 0) {
        System.err.println("This folder cannot be cloned by git; run .ci/run from a checkout.");
        System.exit(1);
      }
      var commands = new Commands(clone, args.length > 0 && args[0].equals("all"));
      int count = commands.tryAll();
      commands.failures.forEach(System.err::println);
      System.out.println(count + " documented commands tried, " + commands.failures.size() + " not as written");
      if (!commands.failures.isEmpty()) System.exit(1);
    } finally {
      run(Path.of("."), List.of("rm", "-rf", clone.toString()));
    }
  }

  private int tryAll() throws Exception {
    Set<String> seen = new LinkedHashSet<>();
    for (Path file : texts()) {
      for (Block block : blocks(file)) {
        if (seen.add(block.folder + "\n" + block.script + "\n" + block.exits)) tryOne(block);
      }
    }
    return seen.size();
  }

  private void tryOne(Block block) throws Exception {
    long start = System.nanoTime();
    Outcome outcome = run(clone.resolve(block.folder), List.of("sh", "-e", "-c", block.script));
    String said = outcome.output;
    if (outcome.exit != block.exits) {
      failures.add(block.about() + "\n  exits " + outcome.exit + " instead of " + block.exits + ":\n" + said.indent(4));
    } else if (STACK_TRACE.matcher(said).find()) {
      failures.add(block.about() + "\n  prints a stack trace:\n" + said.indent(4));
    }
    System.out.println(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s  " + block.about());
    run(clone, List.of("sh", "-c", "git checkout -q -f " + commit + "; git clean -fdq; git branch -q -D solutions"));
  }

  private List<Path> texts() throws IOException {
    try (var walk = Files.walk(clone, 3)) {
      return walk.filter(p -> p.getFileName().toString().matches("(README|CONTRIBUTING)\\.md"))
          .filter(p -> !p.toString().contains("/target/"))
          .map(clone::relativize)
          .sorted()
          .toList();
    }
  }

  private List<Block> blocks(Path file) throws IOException {
    Path folder = file.getName(0).toString().startsWith("lab-") ? file.getName(0) : Path.of("");
    List<Block> blocks = new ArrayList<>();
    List<String> lines = Files.readAllLines(clone.resolve(file));
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).strip().equals("```sh")) continue;
      int start = i;
      var script = new StringBuilder();
      for (i++; !lines.get(i).strip().equals("```"); i++) script.append(lines.get(i).strip()).append('\n');
      String before = start > 0 ? lines.get(start - 1) : "";
      if (NOT_RUN.matcher(before).find() || script.toString().strip().equals(TEST_COMMAND)) continue;
      if (LONG.matcher(before).find() && !longOnesToo) continue;
      var exits = EXITS.matcher(before);
      blocks.add(new Block(file, start + 1, folder, script.toString().strip(), exits.find() ? Integer.parseInt(exits.group(1)) : 0));
    }
    return blocks;
  }

  private record Outcome(int exit, String output) {}

  private static Outcome run(Path folder, List<String> command) throws Exception {
    Path log = Files.createTempFile("timeslice-command", ".log");
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      return new Outcome(-1, "stopped after " + MINUTES + " minutes");
    }
    String output = Files.readString(log);
    Files.delete(log);
    return new Outcome(process.exitValue(), output);
  }
}
