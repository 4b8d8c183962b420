package timeslice.runtime.free;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.runtime.free.CollectionModel.Operation.BLOCK;
import static timeslice.runtime.free.CollectionModel.Operation.CALL;
import static timeslice.runtime.free.CollectionModel.Operation.CHECK;
import static timeslice.runtime.free.CollectionModel.Operation.DELETE;
import static timeslice.runtime.free.CollectionModel.Operation.RETURN;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.runtime.free.CollectionModel.Operation;

/**
 * A function that nobody counts on stacks is freed by collections, and only when all stand still.
 */
class CollectionProperties {
  private static final List<List<Operation>> CALLED_WHILE_DELETED =
      List.of(List.of(CALL, CHECK, RETURN), List.of(DELETE, CHECK));

  @Property(tries = 100)
  void aFunctionOnAStackIsNeverFreed(@ForAll("programs") List<List<Operation>> threads) {
    CollectionModel model = new CollectionModel(threads, 2);
    Reachability all = Reachability.of(model);
    assertThat(all.violation()).isNull();
    assertThat(all.pointOfNoReturn()).isNull();
    boolean deleted = threads.stream().anyMatch(each -> each.contains(DELETE));
    assertThat(all.ends()).isNotEmpty().allMatch(end -> model.isFreed(end) == deleted);
  }

  @Example
  void aCollectionMayFreeItEarlierThanTheEnd() {
    CollectionModel model = new CollectionModel(CALLED_WHILE_DELETED, 2);
    assertThat(Reachability.of(model).scheduleTo(s -> model.isFreed(s) && !model.finished(s, 0)))
        .isNotNull();
  }

  @Example
  void whoDoesNotStopTheWorldLooksAtAStackTooEarly() {
    CollectionModel model =
        new CollectionModel(CALLED_WHILE_DELETED, 2) {
          @Override
          protected boolean stopsTheWorld() {
            return false;
          }
        };
    assertThat(Reachability.of(model).violation())
        .startsWith("a function was used after it was freed")
        .contains("thread 2: scan the stack of thread 0")
        .contains("thread 2: 0 counted, 0 on stacks");
  }

  /** Two threads that call, delete, check and block; whatever they push they pop at last. */
  @Provide
  Arbitrary<List<List<Operation>>> programs() {
    return Arbitraries.of(CALL, CALL, RETURN, DELETE, CHECK, BLOCK)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(CollectionProperties::poppingAll)
        .list()
        .ofSize(2);
  }

  private static List<Operation> poppingAll(List<Operation> operations) {
    List<Operation> all = new ArrayList<>(operations);
    operations.stream().filter(each -> each == CALL).forEach(each -> all.add(RETURN));
    return all;
  }
}
