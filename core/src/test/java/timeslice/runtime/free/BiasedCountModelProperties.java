package timeslice.runtime.free;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static timeslice.runtime.free.CountOperation.allowTries;
import static timeslice.runtime.free.CountOperation.block;
import static timeslice.runtime.free.CountOperation.check;
import static timeslice.runtime.free.CountOperation.copy;
import static timeslice.runtime.free.CountOperation.drop;
import static timeslice.runtime.free.CountOperation.giveTo;
import static timeslice.runtime.free.CountOperation.tryToCopy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Counting without a lock is right in every schedule of these scenarios, and only as it is. */
class BiasedCountModelProperties {

  /** The owner's only reference moves to another thread, which drops it; the owner looks once. */
  static final List<List<CountOperation>> HANDED_OVER =
      List.of(List.of(giveTo(1), check()), List.of(drop()));

  /** Both have a reference and drop it whenever they like. */
  static final List<List<CountOperation>> SHARED =
      List.of(List.of(copy(), giveTo(1), drop(), check()), List.of(copy(), drop(), drop()));

  /** The owner gets a reference back that it did not count, and drops all it has. */
  static final List<List<CountOperation>> GIVEN_BACK =
      List.of(
          List.of(copy(), giveTo(1), drop(), drop()),
          List.of(copy(), copy(), giveTo(0), drop(), drop()));

  /** The shared count leaves 0 and comes back to it while the object is in the owner's queue. */
  static final List<List<CountOperation>> QUEUED_AGAIN =
      List.of(
          List.of(copy(), giveTo(1), giveTo(1), check()), List.of(drop(), copy(), drop(), drop()));

  /** Three threads; two of them drop references that only the owner has counted. */
  static final List<List<CountOperation>> THREE =
      List.of(
          List.of(copy(), giveTo(1), copy(), giveTo(2), drop(), check()),
          List.of(drop()),
          List.of(copy(), drop(), drop()));

  /** The owner is outside of Python while its last reference goes. */
  static final List<List<CountOperation>> OWNER_BLOCKED =
      List.of(List.of(copy(), giveTo(1), block(), drop()), List.of(copy(), drop(), drop()));

  /** Somebody finds the object in a list while its only reference goes. */
  static final List<List<CountOperation>> TRIES =
      List.of(List.of(allowTries(), drop(), check()), List.of(tryToCopy()), List.of(tryToCopy()));

  static final List<List<List<CountOperation>>> ALL =
      List.of(HANDED_OVER, SHARED, GIVEN_BACK, QUEUED_AGAIN, THREE, OWNER_BLOCKED, TRIES);

  @Example
  void itIsFreedOnceAndNeverEarlyInEverySchedule() {
    for (List<List<CountOperation>> scenario : ALL) {
      Reachability all = Reachability.of(BiasedCountModel.of(scenario));
      assertThat(all.violation()).isNull();
      assertThat(all.pointOfNoReturn()).isNull();
      assertThat(all.ends())
          .isNotEmpty()
          .allMatch(end -> end[CountWords.FREED] == (references(end) == 0 ? 1 : 0));
    }
  }

  @Example
  void theScenariosGoWhereTheLawsBite() {
    Reachability three = Reachability.of(BiasedCountModel.of(THREE));
    assertThat(three.scheduleTo(s -> s[CountWords.SHARED] < 0)).as("negative count").isNotNull();
    assertThat(three.scheduleTo(s -> isAt(s, 0, CountInstruction.MERGE_CAS))).isNotNull();
    assertThat(three.scheduleTo(s -> isAt(s, 1, CountInstruction.MERGE_CAS))).isNotNull();
    assertThat(
            three.scheduleTo(
                s ->
                    isAt(s, 1, CountInstruction.DECREF_LOAD_SHARED)
                        && s[CountWords.TID] == 0
                        && s[CountWords.HIGHEST_STATE] == CountState.MERGED.ordinal()))
        .as("the owner merges while somebody is about to queue")
        .isNotNull();
    Reachability blocked = Reachability.of(BiasedCountModel.of(OWNER_BLOCKED));
    assertThat(blocked.scheduleTo(s -> isAt(s, 1, CountInstruction.RELEASE_OWNER))).isNotNull();
    Reachability tries = Reachability.of(BiasedCountModel.of(TRIES));
    assertThat(tries.scheduleTo(s -> tried(s) && s[CountWords.FREED] == 0)).isNotNull();
    assertThat(
            tries.scheduleTo(s -> isAt(s, 1, CountInstruction.TRY_CAS) && s[CountWords.FREED] == 1))
        .as("a try that comes too late")
        .isNotNull();
  }

  @Example
  void aConcurrentReaderMaySeeTooFewReferences() {
    Reachability all = Reachability.of(BiasedCountModel.of(THREE));
    assertThat(
            all.scheduleTo(
                s ->
                    s[CountWords.LOCAL] + SharedCount.RULES.count(s[CountWords.SHARED])
                        < references(s)))
        .isNotNull();
  }

  @Property(tries = 300)
  void noViolationInAnySmallScenario(@ForAll("scenarios") List<List<CountOperation>> scenario) {
    Reachability all = Reachability.of(BiasedCountModel.of(scenario));
    assertThat(all.violation()).isNull();
    assertThat(all.pointOfNoReturn()).isNull();
    assertThat(all.ends()).allMatch(end -> end[CountWords.FREED] == (references(end) == 0 ? 1 : 0));
  }

  @Property(tries = 50)
  void anImmortalObjectNeverChanges(@ForAll("scenarios") List<List<CountOperation>> scenario) {
    BiasedCountModel model = BiasedCountModel.immortal(scenario, new CountingCode());
    assertThat(Reachability.of(model).violation()).isNull();
  }

  @Example
  void aThreadThatIsNotThereGetsNothing() {
    assertThatThrownBy(() -> BiasedCountModel.of(List.of(List.of(giveTo(1)))))
        .hasMessage("a reference must go to a thread from 0 to 0, got 1");
  }

  /**
   * Three threads that copy, hand over and drop in some order that works, until nobody has a
   * reference; now and then one of them looks at its queue, blocks or tries.
   */
  @Provide
  Arbitrary<List<List<CountOperation>>> scenarios() {
    return Arbitraries.integers()
        .between(0, 29)
        .list()
        .ofMinSize(4)
        .ofMaxSize(12)
        .map(BiasedCountModelProperties::scenario);
  }

  private static List<List<CountOperation>> scenario(List<Integer> choices) {
    List<List<CountOperation>> lists = new ArrayList<>();
    for (int thread = 0; thread < 3; thread++) {
      lists.add(new ArrayList<>());
    }
    int[] held = {1, 0, 0};
    for (int choice : choices) {
      int thread = choice % 3;
      int other = (thread + 1 + choice % 2) % 3;
      CountOperation operation =
          switch (choice / 3) {
            case 0, 1, 2 -> copy();
            case 3, 4, 5 -> giveTo(other);
            case 6, 7 -> drop();
            case 8 -> allowTries();
            default -> thread > 0 ? tryToCopy() : choice % 2 == 0 ? check() : block();
          };
      if (held[thread] > 0 || !operation.needsReference()) {
        lists.get(thread).add(operation);
        held[thread] += change(operation);
        held[other] += operation.kind() == CountOperation.Kind.GIVE ? 1 : 0;
      }
    }
    for (int thread = 0; thread < 3; thread++) {
      for (int left = held[thread]; left > 0; left--) {
        lists.get(thread).add(drop());
      }
    }
    return lists;
  }

  private static int change(CountOperation operation) {
    return switch (operation.kind()) {
      case COPY -> 1;
      case DROP, GIVE -> -1;
      default -> 0;
    };
  }

  static boolean isAt(int[] state, int thread, CountInstruction instruction) {
    return state[CountWords.thread(thread) + CountWords.INSTRUCTION] == instruction.ordinal();
  }

  static int references(int[] state) {
    int sum = 0;
    for (int thread = 0; thread < CountWords.threads(state); thread++) {
      sum += state[CountWords.thread(thread) + CountWords.REFERENCES];
    }
    return sum;
  }

  private static boolean tried(int[] state) {
    return state[CountWords.thread(1) + CountWords.REFERENCES] == 1;
  }
}
