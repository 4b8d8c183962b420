package timeslice.solutions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import timeslice.workbook.harness.Lab;

/**
 * Makes the local branch {@code solutions} from the current commit: every lab with its answers in
 * place. Working tree, index and HEAD are not touched: the commit is put together in an index of
 * its own.
 */
public final class Branch {
  private static final String NAME = "refs/heads/solutions";

  private final Path root;
  private final Path index;

  private Branch(Path root, Path index) {
    this.root = root;
    this.index = index;
  }

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      System.out.println(make(Workbook.ROOT));
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Makes or moves the branch of the repository at a folder; says what it did. */
  static String make(Path root) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("timeslice-branch");
    try {
      return new Branch(root, folder.resolve("index")).make();
    } finally {
      Files.deleteIfExists(folder.resolve("index"));
      Files.deleteIfExists(folder);
    }
  }

  private String make() throws IOException, InterruptedException {
    if (git("rev-parse", "--symbolic-full-name", "HEAD").equals(NAME)) {
      throw new IllegalStateException(
          "You are on the branch solutions: switch to the branch that it is made from first.");
    }
    String commit = git("rev-parse", "--verify", "HEAD^{commit}");
    git("read-tree", commit);
    int answers = 0;
    for (Lab lab : Lab.in(root)) {
      answers += putAnswers(lab, commit);
    }
    String tree = git("write-tree");
    String before = refOrNothing();
    if (!before.isEmpty() && git("rev-parse", before + "^{tree}").equals(tree)) {
      return "branch solutions is up to date with " + commit.substring(0, 10);
    }
    String message = "Put the answers in place\n\nMade from " + commit + " by the branch command.";
    String made = git("commit-tree", tree, "-p", commit, "-m", message);
    git("update-ref", "-m", "answers of " + commit, NAME, made);
    return "branch solutions is at "
        + made.substring(0, 10)
        + ": "
        + commit.substring(0, 10)
        + " with "
        + answers
        + " answers in place; `git switch solutions` checks it out";
  }

  /** From the commit, not from the working tree: what is not committed is not on the branch. */
  private int putAnswers(Lab lab, String commit) throws IOException, InterruptedException {
    String from = "solutions/" + lab.name() + "/src/main/java/";
    String to = lab.name() + "/src/main/java/";
    int count = 0;
    for (String line : git("ls-tree", "-r", "-z", commit, "--", from).split("\0", -1)) {
      // mode SP type SP object TAB path
      int tab = line.indexOf('\t');
      if (tab > 0) {
        String[] entry = line.substring(0, tab).split(" ", -1);
        String path = to + line.substring(tab + 1).substring(from.length());
        git("update-index", "--add", "--cacheinfo", entry[0] + "," + entry[2] + "," + path);
        count++;
      }
    }
    return count;
  }

  private String refOrNothing() throws IOException, InterruptedException {
    return git("for-each-ref", "--format=%(objectname)", NAME);
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().put("GIT_INDEX_FILE", index.toString());
    Path errors = Files.createTempFile("timeslice-git", ".txt");
    try {
      Process process = builder.redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            "git " + arguments[0] + " failed: " + Files.readString(errors).strip());
      }
      return output.strip();
    } catch (IOException e) {
      throw new IllegalStateException("git could not be run: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(errors);
    }
  }
}
