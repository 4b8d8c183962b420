package timeslice.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import timeslice.cpu.Costs;
import timeslice.memory.Access;
import timeslice.memory.AddressSpace;
import timeslice.memory.Mmu;
import timeslice.memory.PageTableEntry;
import timeslice.memory.PhysicalMemory;
import timeslice.memory.SetAssociativeTlb;
import timeslice.memory.StackDistances;

/** Each benchmark goes once over the whole trace; {@link Bench} divides by its length. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TranslationBenchmark {
  private static final PageTableEntry ENTRY = PageTableEntry.of(0);
  private static final int SLICE = 10_000;

  private long[] trace = {};

  /** Reads the trace, and makes sure that what is compared is the same. */
  @Setup
  public void load() throws IOException {
    trace = Trace.load();
    check("MMU", mmu1(), mmu1Floor());
    check("MMU of four address spaces", mmu4(), mmu4Floor());
    check("set-associative TLB", setAssociative(), setAssociativeFloor());
    check("fully associative TLB", fullyAssociative(), fullyAssociativeFloor());
    StackDistances distances = mattson();
    long[] found = mattsonFloor();
    check("references to new pages", distances.distinct(), found[found.length - 1]);
    long misses = trace.length;
    for (int depth = 0; depth < 1000; depth++) {
      check("stack distances at " + depth, distances.misses(depth), misses);
      misses -= found[depth];
    }
  }

  private static void check(String what, long core, long floor) {
    if (core != floor) {
      throw new IllegalStateException(what + ": core says " + core + ", the floor " + floor);
    }
  }

  /** The full MMU with one process. */
  @Benchmark
  public long mmu1() {
    return mmu(1, Integer.MAX_VALUE);
  }

  /** The full MMU with four processes that take turns. */
  @Benchmark
  public long mmu4() {
    return mmu(4, SLICE);
  }

  private long mmu(int processes, int slice) {
    Mmu mmu = new Mmu(16, 4, Costs.CASCADE_LAKE, new PhysicalMemory(1 << 11));
    AddressSpace[] spaces = new AddressSpace[processes];
    for (int i = 0; i < processes; i++) {
      spaces[i] = AddressSpace.empty(i);
    }
    mmu.switchTo(spaces[0]);
    long sum = 0;
    int running = 0;
    int left = slice;
    for (long reference : trace) {
      if (left-- == 0) {
        left = slice - 1;
        running = running + 1 == processes ? 0 : running + 1;
        mmu.switchTo(spaces[running]);
      }
      sum += mmu.translate(reference >>> 1, (reference & 1) != 0 ? Access.WRITE : Access.READ);
    }
    return sum;
  }

  /** A TLB alone, 16 sets of 4 ways. */
  @Benchmark
  public long setAssociative() {
    return misses(new SetAssociativeTlb(16, 4));
  }

  /** A TLB alone, 64 entries, fully associative. */
  @Benchmark
  public long fullyAssociative() {
    return misses(new SetAssociativeTlb(1, 64));
  }

  private long misses(SetAssociativeTlb tlb) {
    long misses = 0;
    for (long reference : trace) {
      long page = reference >>> 13;
      if (!tlb.touch(page)) {
        misses++;
        tlb.insert(page, ENTRY);
      }
    }
    return misses;
  }

  /** The whole miss curve. */
  @Benchmark
  public StackDistances mattson() {
    StackDistances distances = new StackDistances();
    for (long reference : trace) {
      distances.add(reference >>> 13);
    }
    return distances;
  }

  /** The floor of {@link #mmu1}. */
  @Benchmark
  public long mmu1Floor() {
    return Floor.mmu(trace, 1, Integer.MAX_VALUE);
  }

  /** The floor of {@link #mmu4}. */
  @Benchmark
  public long mmu4Floor() {
    return Floor.mmu(trace, 4, SLICE);
  }

  /** The floor of {@link #setAssociative}. */
  @Benchmark
  public long setAssociativeFloor() {
    return Floor.setAssociative(trace);
  }

  /** The floor of {@link #fullyAssociative}. */
  @Benchmark
  public long fullyAssociativeFloor() {
    return Floor.fullyAssociative(trace);
  }

  /** The floor of {@link #mattson}. */
  @Benchmark
  public long[] mattsonFloor() {
    return MattsonFloor.depths(trace);
  }
}
