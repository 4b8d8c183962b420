package timeslice.lab.contextswitch.ch2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import timeslice.workbook.Exercise;
import timeslice.workbook.Exercise.Kind;

@Exercise(value = "2.4", answers = BeladyWitness.class, kind = Kind.WITNESS)
class BeladyWitnessProperties {

  @Example
  void itIsSmallEnoughToReadAloud() {
    assertThat(BeladyWitness.entries()).as("entries of the smaller TLB").isBetween(1, 7);
    assertThat(pages()).as("references").hasSizeBetween(1, 40);
    assertThat(pages()).as("page numbers, none negative").allMatch(page -> page >= 0);
  }

  @Example
  void firstInFirstOutMissesMoreWithOneEntryMore() {
    int entries = BeladyWitness.entries();
    List<Long> small = missed(pages(), entries);
    List<Long> big = missed(pages(), entries + 1);

    assertThat(big.size())
        .as(
            "misses of %s, first in, first out:%n  %d entries miss %s: %d%n  %d entries miss %s: %d%n",
            pages(), entries, small, small.size(), entries + 1, big, big.size())
        .isGreaterThan(small.size());
  }

  @Example
  void theSameStringDoesNotFoolLru() {
    int entries = BeladyWitness.entries();

    assertThat(ByDefinition.misses(pages(), entries + 1))
        .as("LRU misses with one entry more than %d", entries)
        .isLessThanOrEqualTo(ByDefinition.misses(pages(), entries));
  }

  @Example
  void itIsTheSameStringEveryTime() {
    List<Long> pages = pages();
    int entries = BeladyWitness.entries();

    assertThat(pages()).as("pages() asked again").isEqualTo(pages);
    assertThat(BeladyWitness.entries()).as("entries() asked again").isEqualTo(entries);
  }

  private static List<Long> pages() {
    return Arrays.stream(BeladyWitness.pages()).boxed().toList();
  }

  /** The references that miss when the page that came first goes first, used since or not. */
  private static List<Long> missed(List<Long> pages, int entries) {
    ArrayDeque<Long> queue = new ArrayDeque<>();
    return pages.stream()
        .filter(
            page -> {
              if (queue.contains(page)) {
                return false;
              }
              if (queue.size() == entries) {
                queue.remove();
              }
              return queue.add(page);
            })
        .toList();
  }
}
