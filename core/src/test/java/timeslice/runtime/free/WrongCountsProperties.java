package timeslice.runtime.free;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.runtime.free.CountOperation.drop;

import java.util.List;
import net.jqwik.api.Example;

/** What people believe about biased counts, and the schedule that shows them wrong (FACTS §4). */
class WrongCountsProperties {

  private static void falls(String with, List<List<CountOperation>> scenario, SharedCount rules) {
    falls(with, scenario, new CountingCode(rules, new MergingCode(rules)));
  }

  private static void falls(String with, List<List<CountOperation>> scenario, CountingCode code) {
    assertThat(Reachability.of(BiasedCountModel.of(scenario, code)).violation())
        .isNotNull()
        .startsWith(with);
  }

  @Example
  void whoeverQueuesMustNotSubtractAsWell() {
    falls(
        "the counts say 0, but there are 0 references and the queue has 1",
        BiasedCountModelProperties.HANDED_OVER,
        new SharedCount() {
          @Override
          public int decrement(int shared) {
            return queues(shared) ? of(-1, CountState.QUEUED) : super.decrement(shared);
          }
        });
  }

  @Example
  void theCountIsShiftedPastTheState() {
    falls(
        "the counts say 2, but there are 3 references",
        BiasedCountModelProperties.SHARED,
        new SharedCount() {
          @Override
          public int increment(int shared) {
            return shared + 1;
          }
        });
    falls(
        "the counts are merged, but thread 0 still owns the object",
        BiasedCountModelProperties.SHARED,
        new SharedCount() {
          @Override
          public int decrement(int shared) {
            return queues(shared) ? super.decrement(shared) : shared - 1;
          }
        });
  }

  @Example
  void aNegativeCountNeedsTheArithmeticShift() {
    falls(
        "the object was never freed",
        BiasedCountModelProperties.THREE,
        new SharedCount() {
          @Override
          public int count(int shared) {
            return shared >>> 2;
          }
        });
  }

  @Example
  void aSharedCountOfZeroIsNotTheEnd() {
    falls(
        "the object was freed with 2 references left",
        BiasedCountModelProperties.SHARED,
        new SharedCount() {
          @Override
          public boolean dies(int shared) {
            return count(shared) == 0;
          }
        });
  }

  @Example
  void aCountOfZeroInAQueueIsNotTheEndEither() {
    // It would be freed once here, and once more by the owner that merges it.
    falls(
        "the object was freed with 1 references left and 1 in the queue",
        BiasedCountModelProperties.QUEUED_AGAIN,
        new SharedCount() {
          @Override
          public boolean dies(int shared) {
            return count(shared) == 0 && CountState.of(shared).compareTo(CountState.QUEUED) >= 0;
          }
        });
  }

  @Example
  void aLocalCountOfZeroIsNotTheEnd() {
    falls(
        "the object was freed with 2 references left",
        BiasedCountModelProperties.GIVEN_BACK,
        new SharedCount() {
          @Override
          public boolean ownerMayFree(int shared) {
            return true;
          }
        });
  }

  @Example
  void theMarkForcesTheOwnerOntoTheSlowPath() {
    falls(
        "the object was freed with 1 references left",
        BiasedCountModelProperties.TRIES,
        new SharedCount() {
          @Override
          public boolean ownerMayFree(int shared) {
            return count(shared) == 0;
          }
        });
  }

  @Example
  void theQueuesReferenceIsReleasedExactlyOnce() {
    falls(
        "the counts say 1, but there are 0 references",
        BiasedCountModelProperties.HANDED_OVER,
        new SharedCount() {
          @Override
          public int total(int shared, int local, int extra) {
            return super.total(shared, local, 0);
          }
        });
  }

  @Example
  void anOwnerThatLeavesMustEmptyItsQueue() {
    falls(
        "the object was never freed",
        BiasedCountModelProperties.HANDED_OVER,
        new CountingCode(
            SharedCount.RULES,
            new MergingCode(SharedCount.RULES) {
              @Override
              protected boolean leavesWithoutLooking() {
                return true;
              }
            }));
  }

  @Example
  void nobodyButTheOwnerWritesTheLocalCount() {
    falls(
        "the counts say ",
        BiasedCountModelProperties.SHARED,
        new CountingCode() {
          @Override
          protected boolean isOwner(int[] s, int thread) {
            return s[CountWords.TID] != BiasedCount.UNOWNED;
          }
        });
  }

  @Example
  void anImmortalObjectIsNotCounted() {
    CountingCode counts =
        new CountingCode() {
          @Override
          protected boolean isImmortal(int local) {
            return false;
          }
        };
    Reachability all =
        Reachability.of(BiasedCountModel.immortal(BiasedCountModelProperties.SHARED, counts));
    assertThat(all.violation()).isNotNull().startsWith("an immortal object's counts changed");
  }

  @Example
  void aTryNeedsTheObjectToBeMarkedFirst() {
    // Without the mark the owner reads shared = 0, the other one adds, and the owner frees.
    falls(
        "the object was freed with 1 references left",
        List.of(
            List.of(drop()), List.of(CountOperation.tryToCopy()), List.of(CountOperation.check())),
        new SharedCount() {
          @Override
          public boolean mayTry(int shared) {
            return shared != of(0, CountState.MERGED);
          }
        });
  }

  @Example
  void aTryMustNotWakeTheDead() {
    falls(
        "the object was freed with 1 references left",
        BiasedCountModelProperties.TRIES,
        new SharedCount() {
          @Override
          public boolean mayTry(int shared) {
            return shared != 0;
          }
        });
  }
}
