package timeslice.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PathCountsProperties {

  @Property
  void theyAddLikeBigIntegers(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 2) Integer> additions) {
    // Each layer has three counts; every addition makes one of the next layer's from two of them,
    // so that counts double, and carries run through limbs.
    BigInteger[] expected = {BigInteger.ONE, BigInteger.ZERO, BigInteger.ONE};
    PathCounts counts = of(expected);
    for (int which : additions) {
      BigInteger[] next = expected.clone();
      next[which] = expected[0].add(expected[1]).add(expected[2]);
      PathCounts following = new PathCounts();
      following.clear(counts.sum().bitLength() + 2);
      for (int i = 0; i < 3; i++) {
        following.append();
      }
      for (int i = 0; i < 3; i++) {
        for (int from = 0; from < 3; from++) {
          if (i == which || i == from) {
            following.add(i, counts, from);
          }
        }
      }
      counts = following;
      expected = next;
      for (int i = 0; i < 3; i++) {
        assertThat(counts.get(i)).isEqualTo(expected[i]);
      }
      assertThat(counts.sum()).isEqualTo(expected[0].add(expected[1]).add(expected[2]));
    }
  }

  @Example
  void aCarryRunsIntoALimbThatTheParentsDoNotHave() {
    PathCounts counts = of(new BigInteger[] {BigInteger.ONE});
    for (int layer = 1; layer <= 300; layer++) {
      PathCounts next = new PathCounts();
      next.clear(counts.sum().bitLength() + 3); // as for five threads that all lead to one state
      next.append();
      for (int thread = 0; thread < 5; thread++) {
        next.add(0, counts, 0);
      }
      counts = next;
      assertThat(counts.get(0)).isEqualTo(BigInteger.valueOf(5).pow(layer));
    }
  }

  private static PathCounts of(BigInteger[] zerosAndOnes) {
    PathCounts counts = new PathCounts();
    for (int i = 0; i < zerosAndOnes.length; i++) {
      counts.append();
      if (zerosAndOnes[i].signum() > 0) {
        counts.setOne(i);
      }
    }
    return counts;
  }
}
