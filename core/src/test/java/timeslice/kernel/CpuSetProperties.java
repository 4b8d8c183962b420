package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import timeslice.program.SplitMix;

/** A set of CPUs is the set of numbers that it looks like. */
class CpuSetProperties {

  @Property(tries = 200)
  void theLowestFromAnyNumberOnIsThatOfASortedSet(
      @ForAll @IntRange(min = 1, max = 300) int count, @ForAll long seed) {
    SplitMix random = new SplitMix(seed);
    CpuSet set = new CpuSet(count);
    TreeSet<Integer> plain = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      plain.add(i);
    }
    int few = 1 + random.below(count); // only some of the numbers move, so that words run empty
    for (int step = 0; step < 400; step++) {
      int number = step < count ? step : random.below(few);
      if (plain.remove(number)) {
        set.remove(number);
      } else {
        plain.add(number);
        set.add(number);
      }
      int from = random.below(count);
      Integer lowest = plain.ceiling(from);
      assertThat(set.from(from)).as("from %d on", from).isEqualTo(lowest == null ? -1 : lowest);
      assertThat(set.from(0)).isEqualTo(plain.isEmpty() ? -1 : plain.first());
      assertThat(set.contains(from)).isEqualTo(plain.contains(from));
      assertThat(set.isEmpty()).isEqualTo(plain.isEmpty());
    }
  }
}
