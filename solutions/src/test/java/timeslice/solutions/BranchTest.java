package timeslice.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The branch {@code solutions}, made in a small repository of our own. */
class BranchTest {
  @TempDir Path root;

  @BeforeEach
  void makeRepository() throws Exception {
    write("lab-toy/pom.xml", "<project/>\n");
    write("lab-toy/src/main/java/toy/Toy.java", "skeleton\n");
    write("lab-toy/src/main/java/toy/package-info.java", "package toy;\n");
    write("solutions/lab-toy/src/main/java/toy/Toy.java", "answer\n");
    git("init", "-q", "-b", "trunk");
    git("config", "user.name", "Somebody");
    git("config", "user.email", "somebody@example.org");
    git("config", "core.autocrlf", "false");
    git("config", "commit.gpgsign", "false");
    git("add", "-A");
    git("commit", "-q", "-m", "Begin");
  }

  @Test
  void everyLabHasItsAnswersInPlace() throws Exception {
    Branch.make(root);
    assertThat(git("show", "refs/heads/solutions:lab-toy/src/main/java/toy/Toy.java"))
        .isEqualTo("answer");
    assertThat(git("diff", "--name-only", "HEAD", "refs/heads/solutions", "--"))
        .isEqualTo("lab-toy/src/main/java/toy/Toy.java");
  }

  @Test
  void workingTreeIndexAndHeadStayAsTheyAre() throws Exception {
    write("lab-toy/src/main/java/toy/Toy.java", "half solved\n");
    write("staged.txt", "staged\n");
    git("add", "staged.txt");
    String before = git("status", "--porcelain") + git("rev-parse", "HEAD");
    Branch.make(root);
    assertThat(git("status", "--porcelain") + git("rev-parse", "HEAD")).isEqualTo(before);
    assertThat(git("show", "refs/heads/solutions:lab-toy/src/main/java/toy/Toy.java"))
        .isEqualTo("answer");
  }

  @Test
  void aSecondTimeMovesItOnlyWhenThereIsSomethingNew() throws Exception {
    Branch.make(root);
    String first = git("rev-parse", "refs/heads/solutions");
    assertThat(Branch.make(root)).contains("up to date");
    assertThat(git("rev-parse", "refs/heads/solutions")).isEqualTo(first);
    write("solutions/lab-toy/src/main/java/toy/Toy.java", "better answer\n");
    git("commit", "-q", "-a", "-m", "Better");
    Branch.make(root);
    assertThat(git("show", "refs/heads/solutions:lab-toy/src/main/java/toy/Toy.java"))
        .isEqualTo("better answer");
  }

  @Test
  void onTheBranchItselfItRefuses() throws Exception {
    Branch.make(root);
    git("switch", "-q", "solutions");
    assertThatIllegalStateException()
        .isThrownBy(() -> Branch.make(root))
        .withMessageContaining("switch to the branch that it is made from");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command + ": " + output).isZero();
    return output.strip();
  }
}
