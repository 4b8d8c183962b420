package timeslice.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import timeslice.program.SplitMix;

class StateTableProperties {

  @Property(tries = 200)
  void eachStateHasTheNumberOfItsFirstComing(
      @ForAll List<@IntRange(min = -3, max = 60) Integer> numbers,
      @ForAll @IntRange(min = 1, max = 3) int width) {
    StateTable table = new StateTable(width);
    List<List<Integer>> expected = new ArrayList<>();
    int[] copy = new int[width];
    for (int round = 0; round < 2; round++) {
      expected.clear();
      table.clear();
      for (int i = 0; i + width <= numbers.size(); i++) {
        List<Integer> state = numbers.subList(i, i + width);
        if (!expected.contains(state)) {
          expected.add(state);
        }
        int number = table.add(state.stream().mapToInt(n -> n).toArray());
        assertThat(number).isEqualTo(expected.indexOf(state));
        assertThat(table.size()).isEqualTo(expected.size());
      }
      for (int i = 0; i < expected.size(); i++) {
        table.copy(i, copy);
        assertThat(Arrays.stream(copy).boxed().toList()).isEqualTo(expected.get(i));
      }
    }
  }

  @Example
  void statesStayApartWhenThereAreManyOfThem() {
    StateTable table = new StateTable(2);
    SplitMix random = new SplitMix(3);
    int[][] states = new int[20_000][];
    for (int i = 0; i < states.length; i++) {
      states[i] = new int[] {i, random.below(4)};
      assertThat(table.add(states[i])).isEqualTo(i);
    }
    for (int i = 0; i < states.length; i++) {
      assertThat(table.add(states[i])).isEqualTo(i);
    }
  }
}
