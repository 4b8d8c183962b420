package timeslice.runtime.free;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Memory is never freed under a reader's eyes, and never waits for who cannot look. */
class QsbrProperties {

  @Example
  void noReaderEverLooksAtAFreedObject() {
    for (QsbrModel model : List.of(new QsbrModel(1, 3, 3), new QsbrModel(2, 2, 2))) {
      Reachability all = Reachability.of(model);
      assertThat(all.violation()).isNull();
      assertThat(all.pointOfNoReturn()).isNull();
    }
  }

  @Example
  void everythingReplacedIsFreedInTheEnd() {
    QsbrModel model = new QsbrModel(2, 1, 2);
    assertThat(Reachability.of(model).ends()).isNotEmpty().allMatch(end -> model.freed(end) == 2);
  }

  @Example
  void whoFreesAtOnceFreesUnderAReader() {
    QsbrModel atOnce =
        new QsbrModel(1, 1, 1) {
          @Override
          protected boolean isReached(int goal, int min) {
            return true;
          }
        };
    assertThat(Reachability.of(atOnce).violation()).contains("a reader looked at a freed object");
  }

  @Example
  void oneStepEarlierIsTooEarly() {
    QsbrModel early =
        new QsbrModel(1, 1, 1) {
          @Override
          protected boolean isReached(int goal, int min) {
            return goal <= min + Qsbr.INCREMENT;
          }
        };
    assertThat(Reachability.of(early).violation()).isNotNull();
  }

  @Example
  void whoAdvancesBeforeUnlinkingLetsAReaderInBetween() {
    QsbrModel wrongOrder =
        new QsbrModel(1, 1, 1) {
          @Override
          protected boolean advancesFirst() {
            return true;
          }
        };
    assertThat(Reachability.of(wrongOrder).violation())
        .contains(
            "thread 0: advance the write sequence = 1\n  thread 1: read the write sequence = 3");
  }

  @Example
  void aDetachedThreadThatCountedWouldDelayForEver() {
    QsbrModel counting =
        new QsbrModel(1, 1, 1) {
          @Override
          protected boolean counts(int copy) {
            return true;
          }
        };
    assertThat(Reachability.of(counting).deadlock()).contains("thread 1: detach");
  }

  @Example
  void tenDeferredRetirementsShareOneAdvance() {
    Qsbr qsbr = new Qsbr(1);
    List<Integer> goals = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      assertThat(qsbr.writeSequence()).as("before retirement %d", i).isEqualTo(Qsbr.FIRST);
      goals.add(qsbr.retireDeferred());
    }
    assertThat(goals).containsOnly(3);
    assertThat(qsbr.isReached(3)).as("nobody is attached").isTrue();
    assertThat(qsbr.isReached(qsbr.retireDeferred())).as("not advanced yet").isFalse();
  }

  @Example
  void onlyWhoIsAttachedIsQuiescent() {
    Qsbr qsbr = new Qsbr(2);
    assertThatThrownBy(() -> qsbr.quiesce(1)).hasMessage("thread 1 must attach first");
    qsbr.attach(1);
    assertThatThrownBy(() -> qsbr.attach(1)).hasMessage("thread 1 is attached already");
  }

  /**
   * Against the definition: reached if nobody attached when it was retired has not paused since.
   */
  @Property
  void aGoalIsReachedOnceEverybodyPausedOrLeft(
      @ForAll @Size(max = 60) List<@IntRange(max = 15) Integer> steps) {
    Qsbr qsbr = new Qsbr(3);
    List<Integer> goals = new ArrayList<>();
    List<List<Integer>> holders = new ArrayList<>();
    for (int step : steps) {
      int thread = step % 3;
      if (step >= 12) {
        List<Integer> attached = new ArrayList<>();
        for (int each = 0; each < 3; each++) {
          if (qsbr.copied(each) != Qsbr.OFFLINE) {
            attached.add(each);
          }
        }
        goals.add(qsbr.retire());
        holders.add(attached);
      } else if (qsbr.copied(thread) == Qsbr.OFFLINE) {
        qsbr.attach(thread);
      } else {
        holders.forEach(each -> each.remove(Integer.valueOf(thread)));
        if (step < 3) {
          qsbr.detach(thread);
        } else {
          qsbr.quiesce(thread);
        }
      }
      for (int i = 0; i < goals.size(); i++) {
        assertThat(qsbr.isReached(goals.get(i)))
            .as("goal %d, held by %s", goals.get(i), holders.get(i))
            .isEqualTo(holders.get(i).isEmpty());
      }
    }
  }
}
