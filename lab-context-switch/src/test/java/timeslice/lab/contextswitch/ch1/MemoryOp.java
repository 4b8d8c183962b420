package timeslice.lab.contextswitch.ch1;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** One thing that processes do to memory. Processes are counted from 0 in order of their birth. */
public sealed interface MemoryOp {
  /** How many pages the generated addresses cover; the last one lies at the end of the space. */
  long[] PAGES = {0, 1, 2, (1L << 36) - 1};

  /** Writes one byte. */
  record Write(int process, long address, byte value) implements MemoryOp {
    @Override
    public String toString() {
      return "P" + process + " writes " + value + " at " + hex(address);
    }
  }

  /** Makes a page of one process a page of another. */
  record Share(int owner, long ownerPage, int other, long otherPage) implements MemoryOp {
    @Override
    public String toString() {
      return "page "
          + TableOp.hex(otherPage)
          + " of P"
          + other
          + " becomes page "
          + TableOp.hex(ownerPage)
          + " of P"
          + owner;
    }
  }

  /** Makes a child. */
  record Fork(int process) implements MemoryOp {
    @Override
    public String toString() {
      return "P" + process + " forks";
    }
  }

  /** Ends a process. */
  record Exit(int process) implements MemoryOp {
    @Override
    public String toString() {
      return "P" + process + " exits";
    }
  }

  /** Up to 20 writes and shares of three processes. */
  static Arbitrary<List<MemoryOp>> sharing() {
    Arbitrary<Integer> processes = Arbitraries.integers().between(0, 2);
    Arbitrary<MemoryOp> shares =
        Combinators.combine(processes, pages(), processes, pages()).as(Share::new);
    return Arbitraries.frequencyOf(Tuple.of(3, writes(processes)), Tuple.of(2, shares))
        .list()
        .ofMaxSize(20);
  }

  /** Up to 20 writes of three processes that share nothing. */
  static Arbitrary<List<MemoryOp>> writing() {
    return writes(Arbitraries.integers().between(0, 2)).list().ofMaxSize(20);
  }

  /**
   * Up to 24 writes, forks and exits; the numbers of processes are to be taken modulo those alive.
   */
  static Arbitrary<List<MemoryOp>> forking() {
    Arbitrary<Integer> processes = Arbitraries.integers().between(0, 5);
    Arbitrary<MemoryOp> forks = processes.map(Fork::new);
    Arbitrary<MemoryOp> exits = processes.map(Exit::new);
    return Arbitraries.frequencyOf(
            Tuple.of(6, writes(processes)), Tuple.of(3, forks), Tuple.of(1, exits))
        .list()
        .ofMaxSize(24);
  }

  static Arbitrary<MemoryOp> writes(Arbitrary<Integer> processes) {
    Arbitrary<Byte> values = Arbitraries.bytes().between((byte) 0, (byte) 9);
    return Combinators.combine(processes, addresses(), values).as(Write::new);
  }

  /** First, second and last byte of a few pages. */
  static Arbitrary<Long> addresses() {
    return Combinators.combine(pages(), Arbitraries.of(0L, 1L, 4095L))
        .as((page, offset) -> page * 4096 + offset);
  }

  static Arbitrary<Long> pages() {
    return Arbitraries.of(0L, 1L, 2L, PAGES[3]);
  }

  static String hex(long address) {
    return "0x" + Long.toHexString(address);
  }
}
