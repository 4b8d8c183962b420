package timeslice.lab.contextswitch.ch3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.cpu.Costs;
import timeslice.cpu.Cpu;
import timeslice.memory.Access;
import timeslice.memory.PageTableEntry;
import timeslice.memory.SetAssociativeTlb;
import timeslice.workbook.Exercise;
import timeslice.workbook.oracle.PlainPageTable;

@Exercise(
    value = "3.3",
    answers = {ColdCost.class},
    closed = {"timeslice.memory", "timeslice.kernel", "timeslice.cpu.Cpu"})
class ColdCostProperties {
  private static final int PAGES = 9;

  /** What ran before, what runs after, how many translations fit, what one walk reference costs. */
  record Story(List<Long> before, List<Long> after, int entries, int walkReference) {
    ColdCost cost() {
      return new ColdCost(entries, costs());
    }

    Costs costs() {
      return Costs.TEXTBOOK.withWalkReference(walkReference);
    }
  }

  @Example
  void threePagesComeBackForThreeWalks() {
    ColdCost cost = new ColdCost(8, Costs.TEXTBOOK);
    long[] loop = {0, 1, 2, 0, 1, 2};
    assertThat(cost.coldMisses(loop)).as("0 1 2 0 1 2, cold").isEqualTo(3);
    assertThat(cost.warmMisses(loop, loop)).as("0 1 2 0 1 2, once more").isZero();
    assertThat(cost.refillCycles(loop, loop))
        .as("three walks of four references, 100 cycles each")
        .isEqualTo(1200);
  }

  @Property(tries = 200)
  void coldMissesAreTheModels(@ForAll("stories") Story story) {
    Cpu cpu = cpu(story);
    run(cpu, story.after());
    assertThat(story.cost().coldMisses(pages(story.after())))
        .as("misses of %s with %d entries, empty at first", story.after(), story.entries())
        .isEqualTo(cpu.misses());
  }

  @Property(tries = 200)
  void warmMissesAreTheModels(@ForAll("stories") Story story) {
    Cpu cpu = cpu(story);
    run(cpu, story.before());
    long before = cpu.misses();
    run(cpu, story.after());
    assertThat(story.cost().warmMisses(pages(story.before()), pages(story.after())))
        .as("misses of %s after %s, %d entries", story.after(), story.before(), story.entries())
        .isEqualTo(cpu.misses() - before);
  }

  @Property(tries = 200)
  void refillCyclesAreTheModelsDifference(@ForAll("stories") Story story) {
    Cpu cold = cpu(story);
    Cpu warm = cpu(story);
    run(warm, story.before());
    long coldStart = cold.cycles();
    long warmStart = warm.cycles();
    run(cold, story.after());
    run(warm, story.after());
    assertThat(story.cost().refillCycles(pages(story.before()), pages(story.after())))
        .as("cycles that the same references cost more on the cold CPU")
        .isEqualTo((cold.cycles() - coldStart) - (warm.cycles() - warmStart));
  }

  @Property(tries = 200)
  void comingBackColdNeverMissesLess(@ForAll("stories") Story story) {
    ColdCost cost = story.cost();
    assertThat(cost.coldMisses(pages(story.after())))
        .as("cold misses, against warm ones")
        .isGreaterThanOrEqualTo(cost.warmMisses(pages(story.before()), pages(story.after())));
  }

  @Property(tries = 200)
  void theRefillIsAtMostOneMissForEachPageTouched(@ForAll("stories") Story story) {
    ColdCost cost = story.cost();
    long extra =
        cost.coldMisses(pages(story.after()))
            - cost.warmMisses(pages(story.before()), pages(story.after()));
    int touched = new TreeSet<>(story.after()).size();
    assertThat(extra)
        .as("extra misses: %d pages are touched, %d entries", touched, story.entries())
        .isLessThanOrEqualTo(Math.min(touched, story.entries()));
  }

  @Property(tries = 200)
  void itIsPaidOnceHoweverOftenThePagesAreWalkedAgain(@ForAll("stories") Story story) {
    ColdCost cost = story.cost();
    List<Long> twice = new ArrayList<>(story.after());
    twice.addAll(story.after());
    assertThat(cost.refillCycles(pages(story.before()), pages(twice)))
        .as("refill of the references twice over, against once")
        .isEqualTo(cost.refillCycles(pages(story.before()), pages(story.after())));
  }

  @Provide
  Arbitrary<List<Long>> walks() {
    Arbitrary<Long> page = Arbitraries.longs().between(0, PAGES - 1);
    Arbitrary<List<Long>> noise = page.list().ofMaxSize(16);
    // a loop that just fits or just does not is where LRU differs most from anything else
    Arbitrary<List<Long>> loop =
        Combinators.combine(
                Arbitraries.integers().between(1, 6),
                Arbitraries.integers().between(1, 14),
                Arbitraries.integers().between(0, 3))
            .as(ColdCostProperties::loop);
    return Arbitraries.oneOf(noise, loop);
  }

  @Provide
  Arbitrary<Story> stories() {
    return Combinators.combine(
            walks(), walks(), Arbitraries.integers().between(1, 6), Arbitraries.of(0, 1, 30, 100))
        .as(Story::new);
  }

  private static List<Long> loop(int length, int references, int first) {
    List<Long> pages = new ArrayList<>();
    for (int i = 0; i < references; i++) {
      pages.add((long) first + i % length);
    }
    return pages;
  }

  private static Cpu cpu(Story story) {
    PlainPageTable table = new PlainPageTable();
    for (int page = 0; page < PAGES; page++) {
      table.map(page, PageTableEntry.of(page));
    }
    Cpu cpu = new Cpu(0, new SetAssociativeTlb(1, story.entries()), story.costs());
    cpu.loadPageTable(table);
    return cpu;
  }

  private static void run(Cpu cpu, List<Long> pages) {
    pages.forEach(page -> cpu.access(page << 12, Access.READ));
  }

  private static long[] pages(List<Long> pages) {
    return pages.stream().mapToLong(Long::longValue).toArray();
  }
}
