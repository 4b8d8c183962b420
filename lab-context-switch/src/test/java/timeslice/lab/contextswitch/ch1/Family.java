package timeslice.lab.contextswitch.ch1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import timeslice.memory.PhysicalMemory;

/**
 * Runs an answer of 1.6 beside two definitions: every process has bytes of its own, copied in full
 * at a fork; and every page has a letter that says which pages may still be one frame.
 */
final class Family {
  final PhysicalMemory memory = new PhysicalMemory(256);
  final CopyOnWrite answer = new CopyOnWrite(memory);
  private final List<Member> living = new ArrayList<>();
  private int letters;

  /** How many copies are needed so far, and no more. */
  long copies;

  /** One process: its number in the answer, its bytes by address, its letters by page. */
  private record Member(int number, TreeMap<Long, Byte> bytes, TreeMap<Long, Integer> letters) {}

  Family() {
    living.add(new Member(answer.newProcess(), new TreeMap<>(), new TreeMap<>()));
  }

  int alive() {
    return living.size();
  }

  /**
   * Does it; process numbers count those that live, over and over. Nothing happens when none does.
   */
  void run(MemoryOp op) {
    if (living.isEmpty()) {
      return;
    }
    switch (op) {
      case MemoryOp.Write(int process, long address, byte value) ->
          write(member(process), address, value);
      case MemoryOp.Fork(int process) -> {
        Member parent = member(process);
        living.add(
            new Member(
                answer.fork(parent.number()),
                new TreeMap<>(parent.bytes()),
                new TreeMap<>(parent.letters())));
      }
      case MemoryOp.Exit(int process) -> {
        Member member = member(process);
        living.remove(member);
        answer.exit(member.number());
      }
      case MemoryOp.Share _ ->
          throw new IllegalArgumentException("no operation of this exercise: " + op);
    }
  }

  private void write(Member member, long address, byte value) {
    long page = address >>> 12;
    Integer letter = member.letters().get(page);
    long users =
        living.stream().filter(m -> letter != null && letter.equals(m.letters().get(page))).count();
    if (users != 1) {
      member.letters().put(page, letters++);
      copies += letter == null ? 0 : 1;
    }
    member.bytes().put(address, value);
    answer.write(member.number(), address, value);
  }

  /** How many frames the living need at least. */
  int framesNeeded() {
    TreeSet<Integer> different = new TreeSet<>();
    living.forEach(member -> different.addAll(member.letters().values()));
    return different.size();
  }

  void checkAllBytes() {
    for (Member member : living) {
      for (long page : MemoryOp.PAGES) {
        for (long offset : new long[] {0, 1, 4095}) {
          long address = page * 4096 + offset;
          assertThat(answer.read(member.number(), address))
              .as("what process number %d reads at %s", member.number(), MemoryOp.hex(address))
              .isEqualTo(member.bytes().getOrDefault(address, (byte) 0));
        }
      }
    }
  }

  private Member member(int process) {
    return living.get(process % living.size());
  }
}
