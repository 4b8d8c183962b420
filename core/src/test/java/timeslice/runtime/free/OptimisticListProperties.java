package timeslice.runtime.free;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static timeslice.runtime.free.ListOperation.append;
import static timeslice.runtime.free.ListOperation.get;
import static timeslice.runtime.free.ListOperation.make;
import static timeslice.runtime.free.ListOperation.pause;
import static timeslice.runtime.free.ListOperation.set;
import static timeslice.runtime.free.ListOperation.setNext;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reading without a lock is right, as long as the reader looks twice. */
class OptimisticListProperties {

  /** The item is replaced, and its memory becomes an object that is in no list. */
  static final List<List<ListOperation>> REPLACED =
      List.of(List.of(get(0)), List.of(set(0, 1), make(2)));

  /** The same behind the back of a reader who is in an array that the list has left. */
  static final List<List<ListOperation>> GROWN =
      List.of(List.of(get(0)), List.of(append(1), set(0, 2), make(3), pause(), append(4)));

  /** The item is replaced twice, the second time by an object in the first one's memory. */
  static final List<List<ListOperation>> REPLACED_TWICE =
      List.of(List.of(get(0)), List.of(set(0, 1), set(0, 2)));

  private static Reachability explore(List<List<ListOperation>> threads, ListCode code) {
    return Reachability.of(new OptimisticListModel(List.of(0), threads, code));
  }

  @Example
  void whatAReaderReturnsWasInTheListDuringTheCall() {
    for (List<List<ListOperation>> threads : List.of(REPLACED, GROWN, REPLACED_TWICE)) {
      Reachability all = explore(threads, new ListCode());
      assertThat(all.violation()).isNull();
      assertThat(all.pointOfNoReturn()).isNull();
    }
  }

  @Example
  void whoDoesNotLookAtTheSlotAgainReturnsAnything() {
    ListCode without =
        new ListCode() {
          @Override
          protected boolean checksSlot() {
            return false;
          }
        };
    assertThat(explore(REPLACED, without).violation())
        .startsWith("a reader returned what was not in the list during the call");
  }

  @Example
  void whoDoesNotLookAtTheArrayAgainReturnsAnythingToo() {
    ListCode without =
        new ListCode() {
          @Override
          protected boolean checksArray() {
            return false;
          }
        };
    assertThat(explore(REPLACED, without).violation()).as("as long as nothing grows").isNull();
    assertThat(explore(GROWN, without).violation())
        .startsWith("a reader returned what was not in the list during the call");
  }

  @Example
  void aReferenceToADeadItemIsNoReference() {
    ListCode without =
        new ListCode() {
          @Override
          protected boolean sparesTheDead() {
            return false;
          }
        };
    assertThat(explore(REPLACED_TWICE, without).violation())
        .startsWith("an item of the list was freed");
  }

  @Example
  void anArrayFreedAtOnceIsFreedUnderAReader() {
    ListCode without =
        new ListCode() {
          @Override
          protected boolean retiresArrays() {
            return false;
          }
        };
    assertThat(explore(GROWN, without).violation()).startsWith("a reader read a freed array");
  }

  @Example
  void aRetiredArrayIsFreedOnceAllHavePausedOrLeft() {
    OptimisticListModel model = new OptimisticListModel(List.of(0), GROWN);
    assertThat(Reachability.of(model).ends()).allMatch(end -> model.freedArrays(end) == 2);
  }

  @Example
  void appendsWithoutTheLockGetLost() {
    List<List<ListOperation>> threads = List.of(List.of(append(1)), List.of(append(2)));
    ListCode without =
        new ListCode() {
          @Override
          protected boolean locks() {
            return false;
          }
        };
    assertThat(outcomes(new OptimisticListModel(List.of(0), threads, without)))
        .contains(List.of(0, 1))
        .contains(List.of(0, 2));
    assertThat(outcomes(new OptimisticListModel(List.of(0), threads)))
        .containsExactlyInAnyOrder(List.of(0, 1, 2), List.of(0, 2, 1));
  }

  @Example
  void appendIsAtomicButIncrementIsNot() {
    List<ListOperation> increment = List.of(get(0), setNext(0));
    OptimisticListModel model = new OptimisticListModel(List.of(0), List.of(increment, increment));
    assertThat(outcomes(model)).containsExactlyInAnyOrder(List.of(1), List.of(2));
    assertThat(Reachability.of(model).scheduleTo(s -> isLost(model, s)))
        .contains("thread 0: get: return")
        .contains("thread 1: get: return");
  }

  @Example
  void aReaderSeesAllOfAnAppendOrNothing() {
    OptimisticListModel model =
        new OptimisticListModel(List.of(0), List.of(List.of(append(7)), List.of(get(1))));
    Set<Integer> results = new LinkedHashSet<>();
    Reachability.of(model).ends().forEach(end -> results.add(model.result(end, 1)));
    assertThat(results).containsExactlyInAnyOrder(OptimisticListModel.INDEX_ERROR, 7);
  }

  @Example
  void anIndexThatIsNotThereCannotBeSet() {
    assertThatThrownBy(
            () -> new OptimisticListModel(List.of(0), List.of(List.of(append(1), set(1, 2)))))
        .hasMessage("an index to set must be below 1, got 1");
  }

  /**
   * Linearizable: what came out, the list in the end and what each thread read last, also comes out
   * when whole operations happen one after the other in some order.
   */
  @Property(tries = 100)
  void getAppendAndSetAreLinearizable(@ForAll("programs") List<List<ListOperation>> threads) {
    OptimisticListModel model = new OptimisticListModel(List.of(0, 1), threads);
    Reachability all = Reachability.of(model);
    assertThat(all.violation()).isNull();
    assertThat(all.pointOfNoReturn()).isNull();
    Set<List<Integer>> atomic = new AtomicList(threads).outcomes();
    assertThat(all.ends())
        .isNotEmpty()
        .allSatisfy(end -> assertThat(atomic).contains(outcome(model, end, threads.size())));
  }

  private static List<Integer> outcome(OptimisticListModel model, int[] end, int threads) {
    List<Integer> outcome = new ArrayList<>(model.contents(end));
    for (int thread = 0; thread < threads; thread++) {
      outcome.add(model.result(end, thread));
    }
    return outcome;
  }

  /** The specification: a list and operations that happen at once, in every order of threads. */
  private record AtomicList(List<List<ListOperation>> threads) {

    Set<List<Integer>> outcomes() {
      Set<List<Integer>> found = new LinkedHashSet<>();
      run(new int[threads.size()], List.of(0, 1), new int[threads.size()], found);
      return found;
    }

    private void run(int[] done, List<Integer> list, int[] read, Set<List<Integer>> found) {
      boolean over = true;
      for (int thread = 0; thread < done.length; thread++) {
        if (done[thread] < threads.get(thread).size()) {
          over = false;
          int[] doneNow = done.clone();
          int[] readNow = read.clone();
          List<Integer> listNow = new ArrayList<>(list);
          ListOperation operation = threads.get(thread).get(doneNow[thread]++);
          int index = operation.index();
          switch (operation.kind()) {
            case GET -> readNow[thread] = index < list.size() ? list.get(index) : -1;
            case APPEND -> listNow.add(operation.value());
            case SET -> listNow.set(index, operation.value());
            case SET_NEXT, MAKE, PAUSE -> {}
          }
          run(doneNow, listNow, readNow, found);
        }
      }
      if (over) {
        List<Integer> outcome = new ArrayList<>(list);
        for (int one : read) {
          outcome.add(one);
        }
        found.add(outcome);
      }
    }
  }

  /** Two threads of up to three operations, every new object with a number of its own. */
  @Provide
  Arbitrary<List<List<ListOperation>>> programs() {
    Arbitrary<ListOperation> any =
        Arbitraries.of(get(0), get(1), get(2), append(0), set(0, 0), set(1, 0), make(0), pause());
    Arbitrary<List<ListOperation>> thread = any.list().ofMinSize(1).ofMaxSize(3);
    return Combinators.combine(thread, thread).as(List::of).map(OptimisticListProperties::numbered);
  }

  private static List<List<ListOperation>> numbered(List<List<ListOperation>> threads) {
    int next = 2;
    List<List<ListOperation>> all = new ArrayList<>();
    for (List<ListOperation> thread : threads) {
      List<ListOperation> own = new ArrayList<>();
      for (ListOperation each : thread) {
        own.add(each.value() < 0 ? each : new ListOperation(each.kind(), each.index(), next++));
      }
      all.add(own);
    }
    return all;
  }

  private static Set<List<Integer>> outcomes(OptimisticListModel model) {
    Set<List<Integer>> outcomes = new LinkedHashSet<>();
    Reachability.of(model).ends().forEach(end -> outcomes.add(model.contents(end)));
    return outcomes;
  }

  private static boolean isLost(OptimisticListModel model, int[] state) {
    return model.finished(state, 0)
        && model.finished(state, 1)
        && model.contents(state).equals(List.of(1));
  }
}
