package timeslice.lab.threads.ch1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import timeslice.lab.threads.ch1.CloneTable.Flag;
import timeslice.workbook.Exercise;

@Exercise(
    value = "1.2",
    answers = {CloneTable.class},
    closed = {"timeslice.kernel", "timeslice.memory", "timeslice.runtime"})
class CloneTableProperties {
  private static final Set<Flag> FORK = EnumSet.noneOf(Flag.class);
  private static final Set<Flag> PTHREAD = EnumSet.allOf(Flag.class);

  @Example
  void oneCallMakesAProcessOrAThread() {
    CloneTable kernel = new CloneTable(10);
    kernel.write(1, 100, 1);
    int process = kernel.clone(1, FORK);
    int thread = kernel.clone(1, PTHREAD);
    kernel.write(1, 100, 2);
    assertThat(List.of(process, thread)).as("numbers").containsExactly(2, 3);
    assertThat(kernel.read(process, 100)).as("the child process still reads").isEqualTo(1);
    assertThat(kernel.read(thread, 100)).as("the thread reads").isEqualTo(2);
    assertThat(kernel.process(process)).as("process of task 2").isEqualTo(2);
    assertThat(kernel.process(thread)).as("process of task 3").isEqualTo(1);
    assertThat(kernel.memories()).as("memories for three tasks").isEqualTo(2);
  }

  @Property(tries = 200)
  void aWriteIsVisibleExactlyIfTheMemoryIsShared(
      @ForAll Set<Flag> flags, @ForAll boolean childWrites) {
    allowed(flags);
    CloneTable kernel = new CloneTable(2);
    int child = kernel.clone(1, flags);
    kernel.write(childWrites ? child : 1, 5, 9);
    assertThat(kernel.read(childWrites ? 1 : child, 5))
        .as("clone(%s), then %s writes 9; the other reads", flags, childWrites ? "child" : "maker")
        .isEqualTo(flags.contains(Flag.VM) ? 9 : 0);
  }

  @Property(tries = 200)
  void filesAndDirectoryAreSharedEachByItsOwnFlag(
      @ForAll Set<Flag> flags, @ForAll boolean childActs) {
    allowed(flags);
    CloneTable kernel = new CloneTable(2);
    int child = kernel.clone(1, flags);
    int actor = childActs ? child : 1;
    int other = childActs ? 1 : child;
    kernel.open(actor, 3, "log");
    kernel.changeDirectory(actor, "/tmp");
    assertThat(kernel.file(other, 3).isPresent())
        .as("clone(%s): a file that one opens is open for the other", flags)
        .isEqualTo(flags.contains(Flag.FILES));
    assertThat(kernel.directory(other))
        .as("clone(%s): the other's directory", flags)
        .isEqualTo(flags.contains(Flag.FS) ? "/tmp" : "/");
  }

  @Property(tries = 100)
  void theNewTaskBeginsWithWhatItsMakerHas(@ForAll Set<Flag> flags) {
    allowed(flags);
    CloneTable kernel = new CloneTable(2);
    kernel.write(1, 5, 9);
    kernel.open(1, 3, "log");
    kernel.changeDirectory(1, "/tmp");
    int child = kernel.clone(1, flags);
    assertThat(kernel.read(child, 5)).as("memory after clone(%s)", flags).isEqualTo(9);
    assertThat(kernel.file(child, 3)).as("file after clone(%s)", flags).contains("log");
    assertThat(kernel.directory(child)).as("directory after clone(%s)", flags).isEqualTo("/tmp");
  }

  @Property(tries = 200)
  void sharingReachesAsFarAsTheChainOfFlags(
      @ForAll @Size(min = 1, max = 6) List<Boolean> shares, @ForAll @IntRange(max = 6) int from) {
    CloneTable kernel = new CloneTable(10);
    int[] group = new int[shares.size() + 2];
    for (int i = 0; i < shares.size(); i++) {
      int child = kernel.clone(i + 1, shares.get(i) ? EnumSet.of(Flag.VM) : FORK);
      group[child] = shares.get(i) ? group[child - 1] : child;
    }
    int writer = 1 + from % (shares.size() + 1);
    kernel.write(writer, 5, 9);
    for (int task = 1; task < group.length; task++) {
      assertThat(kernel.read(task, 5))
          .as(
              "each task made the next, sharing memory: %s; %d writes 9, %d reads",
              shares, writer, task)
          .isEqualTo(group[task] == group[writer] ? 9 : 0);
    }
  }

  @Property(tries = 100)
  void aThreadStaysInItsProcess(@ForAll @Size(min = 1, max = 6) List<Boolean> threads) {
    CloneTable kernel = new CloneTable(10);
    int process = 1;
    for (int i = 0; i < threads.size(); i++) {
      int child = kernel.clone(i + 1, threads.get(i) ? PTHREAD : FORK);
      process = threads.get(i) ? process : child;
      assertThat(kernel.process(child))
          .as("process of task %d; each made the next, as a thread: %s", child, threads)
          .isEqualTo(process);
    }
  }

  @Property(tries = 100)
  void failureToCreateLeavesNothingBehind(
      @ForAll @IntRange(min = 1, max = 5) int limit,
      @ForAll @IntRange(min = 1, max = 3) int failures,
      @ForAll Set<Flag> flags) {
    allowed(flags);
    CloneTable kernel = new CloneTable(limit + 1);
    for (int i = 0; i < limit; i++) {
      kernel.clone(1, flags);
    }
    List<Integer> tasks = kernel.tasks();
    int memories = kernel.memories();
    for (int i = 0; i < failures; i++) {
      assertThatThrownBy(() -> kernel.clone(1, flags))
          .as("one task more than %d", limit + 1)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("" + (limit + 1));
    }
    assertThat(kernel.tasks()).as("tasks after the failure").isEqualTo(tasks);
    assertThat(kernel.memories()).as("memories after the failure").isEqualTo(memories);
    kernel.exit(2);
    assertThat(kernel.clone(1, flags))
        .as("number of the next task, after %d failures and one exit", failures)
        .isEqualTo(limit + 2);
  }

  @Example
  void aThreadWithoutItsMemoryIsRefused() {
    CloneTable kernel = new CloneTable(5);
    assertThatThrownBy(() -> kernel.clone(1, EnumSet.of(Flag.THREAD, Flag.FILES)))
        .as("THREAD without VM")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("THREAD");
    assertThat(kernel.tasks()).as("tasks after the refusal").containsExactly(1);
    assertThat(kernel.clone(1, PTHREAD)).as("number of the next task").isEqualTo(2);
    assertThatThrownBy(() -> new CloneTable(0))
        .as("limit 0")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }

  @Property(tries = 60)
  void memoryGoesWithItsLastUser(@ForAll @IntRange(min = 1, max = 5) int threads) {
    CloneTable kernel = new CloneTable(10);
    int process = kernel.clone(1, FORK);
    kernel.write(process, 5, 9);
    for (int i = 0; i < threads; i++) {
      kernel.clone(process, PTHREAD);
    }
    for (int task = process; task < process + threads; task++) {
      kernel.exit(task);
      assertThat(kernel.memories()).as("memories while task %d lives", task + 1).isEqualTo(2);
      assertThat(kernel.read(task + 1, 5)).as("what task %d reads", task + 1).isEqualTo(9);
    }
    kernel.exit(process + threads);
    assertThat(kernel.memories()).as("memories, when only task 1 is left").isEqualTo(1);
  }

  private static void allowed(Set<Flag> flags) {
    Assume.that(flags.contains(Flag.VM) || !flags.contains(Flag.THREAD));
  }
}
