package timeslice.lab.contextswitch.ch2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;

/** Two laws that hold for any TLB, whatever its shape. */
final class TlbLaws {
  private TlbLaws() {}

  /** It may have forgotten; but if it answers, it gives the entry that was inserted last. */
  static void whatItRemembersIsTrue(Tlb tlb, String shape, List<Operation> operations) {
    Map<Long, PageTableEntry> truth = new TreeMap<>();
    for (Operation operation : operations) {
      switch (operation) {
        case Operation.Insert(long page, PageTableEntry entry) -> truth.put(page, entry);
        case Operation.Invalidate(long page) -> truth.remove(page);
        case Operation.Flush() -> truth.clear();
        case Operation.Lookup(long page) ->
            tlb.lookup(page)
                .ifPresent(
                    answer ->
                        assertThat(Optional.of(answer))
                            .as("lookup %d, %s, within %s", page, shape, operations)
                            .isEqualTo(Optional.ofNullable(truth.get(page))));
      }
      if (!(operation instanceof Operation.Lookup)) {
        operation.on(tlb);
      }
      if (operation instanceof Operation.Insert(long page, PageTableEntry entry)) {
        assertThat(tlb.lookup(page))
            .as("lookup %d right after %s, %s, within %s", page, operation, shape, operations)
            .hasValue(entry);
      }
    }
  }

  /** After these operations it remembers neither more nor less than the definition demands. */
  static void remembersExactly(
      Tlb tlb, ByDefinition definition, String shape, List<Operation> operations) {
    TreeSet<Long> asked = new TreeSet<>();
    for (Operation operation : operations) {
      operation.on(tlb);
      definition.follow(operation);
      if (operation instanceof Operation.Insert(long page, _)) {
        asked.add(page);
      }
    }
    assertThat(asked.stream().filter(page -> tlb.lookup(page).isPresent()).toList())
        .as("pages that %s remember after %s", shape, operations)
        .isEqualTo(definition.pages());
  }
}
