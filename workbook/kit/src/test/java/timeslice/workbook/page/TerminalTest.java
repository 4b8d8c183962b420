package timeslice.workbook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void aTerminalGetsOnlyMarksThatItCanShow() {
    String text = "✓ Chapter 1 · … ✗ ★";
    assertThat(new Terminal(StandardCharsets.UTF_8).fit(text)).isEqualTo(text);
    assertThat(new Terminal(StandardCharsets.US_ASCII).fit(text))
        .isEqualTo("+ Chapter 1 - ... x *");
    assertThat(new Terminal(StandardCharsets.US_ASCII).korean()).isFalse();
    assertThat(new Terminal(StandardCharsets.UTF_8).korean()).isTrue();
  }

  @Test
  void hangulCountsTwoColumns() {
    assertThat(Columns.width("2장 · TLB")).isEqualTo(9);
    assertThat(Columns.wrap("하나 둘 셋", 5)).containsExactly("하나", "둘 셋");
    assertThat(Columns.wrap("abcdefgh", 3)).containsExactly("abc", "def", "gh");
  }
}
