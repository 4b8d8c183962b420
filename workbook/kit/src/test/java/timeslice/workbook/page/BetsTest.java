package timeslice.workbook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeslice.workbook.run.Verdict;
import timeslice.workbook.run.Verdict.Argument;
import timeslice.workbook.run.Verdict.State;

class BetsTest {
  @TempDir Path folder;

  private static Verdict bet(String name, String value) {
    return new Verdict(
        "2.0", "P", name, State.PASSED, "", List.of(new Argument(name, value)), 1, "42");
  }

  @Test
  void theFirstBetIsKeptAndNothingOfTheFileIsTouched() throws IOException {
    Path file = folder.resolve("bets.properties");
    Files.writeString(file, "# my own remark\n2.0.hits = 4");
    Bets bets = new Bets(file);
    bets.keep(bet("hits", "0"));
    bets.keep(bet("misses", "6"));
    new Bets(file).keep(bet("misses", "7"));
    assertThat(file).hasContent("# my own remark\n2.0.hits = 4\n2.0.misses = 6\n");
    assertThat(new Bets(file).changed("2.0", new Argument("hits", "0"))).isEqualTo("4");
    assertThat(new Bets(file).changed("2.0", new Argument("hits", "4"))).isNull();
  }

  @Test
  void aFileThatCannotBeReadIsLeftAlone() throws IOException {
    Path file = folder.resolve("bets.properties");
    Files.writeString(file, "broken = \\u12");
    new Bets(file).keep(bet("hits", "0"));
    assertThat(file).hasContent("broken = \\u12");
  }
}
