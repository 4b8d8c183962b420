package timeslice.lab.contextswitch.ch5;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** What happens around the CPU of exercise 5.3. */
sealed interface CpuEvent {

  /** A user thread of this address space is next. */
  record User(int addressSpace) implements CpuEvent {
    @Override
    public String toString() {
      return "user " + addressSpace;
    }
  }

  /** A kernel-only thread is next. */
  record KernelOnly() implements CpuEvent {
    @Override
    public String toString() {
      return "kernel-only";
    }
  }

  /** Another CPU unmaps a page of this address space. */
  record Unmap(int addressSpace) implements CpuEvent {
    @Override
    public String toString() {
      return "unmap in " + addressSpace;
    }
  }

  static Arbitrary<List<CpuEvent>> events() {
    Arbitrary<Integer> space = Arbitraries.of(0, 0, 0, 1, 999);
    return Arbitraries.<CpuEvent>frequencyOf(
            Tuple.of(3, space.map(User::new)),
            Tuple.of(3, Arbitraries.of(new KernelOnly())),
            Tuple.of(2, space.map(Unmap::new)))
        .list()
        .ofMaxSize(30);
  }
}
