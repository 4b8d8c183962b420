package timeslice.workbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import timeslice.lab.sample.SampleProperties;

class LawHookTest {
  @Test
  void dump() {
    for (Class<?> c : new Class<?>[] {SampleProperties.Spinning.class}) {
      long t = System.nanoTime();
      for (Verdict v : Launch.laws(c)) {
        System.out.println(v);
      }
      System.out.println((System.nanoTime() - t) / 1000000 + " ms " + c);
    }
    assertThat(1).isEqualTo(1);
  }
}
