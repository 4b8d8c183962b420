package timeslice.runtime.free;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import timeslice.explore.StepModel;

/**
 * One object, counted by several threads, with all that can happen between two loads and stores.
 *
 * <p>Thread 0 makes the object and owns it; it has the first reference, and others get theirs from
 * somebody who has one. Each thread does its operations in order and then leaves. An operation that
 * needs a reference waits until the thread has one. {@link CountLaws} says what must hold after
 * every step.
 */
public final class BiasedCountModel implements StepModel {
  private final List<List<CountOperation>> operations = new ArrayList<>();
  private final CountingCode code;
  private final int firstLocal;

  private BiasedCountModel(
      List<List<CountOperation>> operations, CountingCode code, int firstLocal) {
    for (List<CountOperation> ofThread : operations) {
      this.operations.add(List.copyOf(ofThread));
      for (CountOperation operation : ofThread) {
        requireOneOf(operations.size(), operation);
      }
    }
    if (operations.isEmpty()) {
      throw new IllegalArgumentException("there must be at least 1 thread, got 0");
    }
    if (operations.getFirst().contains(CountOperation.tryToCopy())) {
      throw new IllegalArgumentException(
          "thread 0 owns the object and must copy a reference instead of trying");
    }
    this.code = code;
    this.firstLocal = firstLocal;
  }

  /** A mortal object; {@code operations} has a list for each thread, the owner's first. */
  public static BiasedCountModel of(List<List<CountOperation>> operations) {
    return of(operations, new CountingCode());
  }

  /** The same with other code, for tests of the code. */
  public static BiasedCountModel of(List<List<CountOperation>> operations, CountingCode code) {
    return new BiasedCountModel(operations, code, 1);
  }

  /** An immortal object. */
  public static BiasedCountModel immortal(
      List<List<CountOperation>> operations, CountingCode code) {
    return new BiasedCountModel(operations, code, BiasedCount.IMMORTAL);
  }

  private static void requireOneOf(int threads, CountOperation operation) {
    boolean gives = operation.kind() == CountOperation.Kind.GIVE;
    if (gives && (operation.other() < 0 || operation.other() >= threads)) {
      throw new IllegalArgumentException(
          "a reference must go to a thread from 0 to "
              + (threads - 1)
              + ", got "
              + operation.other());
    }
  }

  @Override
  public int threads() {
    return operations.size();
  }

  @Override
  public int[] initial() {
    int[] state = new int[CountWords.thread(threads())];
    state[CountWords.TID] = 1;
    state[CountWords.LOCAL] = firstLocal;
    state[CountWords.thread(0) + CountWords.REFERENCES] = 1;
    for (int thread = 0; thread < threads(); thread++) {
      begin(state, thread, 0);
    }
    return state;
  }

  @Override
  public boolean finished(int[] state, int thread) {
    return next(state, thread) == CountInstruction.END;
  }

  @Override
  public boolean enabled(int[] state, int thread) {
    int t = CountWords.thread(thread);
    CountInstruction next = next(state, thread);
    if (next == CountInstruction.END) {
      return false;
    }
    if (next == CountInstruction.ATTACH) {
      return thread != 0 || state[CountWords.WHERE] == CountWords.DETACHED;
    }
    List<CountOperation> mine = operations.get(thread);
    int index = state[t + CountWords.OPERATION];
    boolean starts = index < mine.size() && next == mine.get(index).first();
    return !starts || !mine.get(index).needsReference() || state[t + CountWords.REFERENCES] > 0;
  }

  @Override
  public void step(int[] state, int thread) {
    int t = CountWords.thread(thread);
    CountInstruction now = next(state, thread);
    if (now.needsObject() && state[CountWords.FREED] > 0) {
      state[CountWords.USED_AFTER_FREE] = 1;
    }
    CountInstruction next;
    if (now == CountInstruction.GIVE) {
      give(state, thread);
      next = CountInstruction.END;
    } else {
      next = code.execute(now, state, thread);
    }
    CountWords.noteHighest(state);
    if (next == CountInstruction.END) {
      end(state, thread);
    } else {
      state[t + CountWords.INSTRUCTION] = next.ordinal();
    }
  }

  private void give(int[] state, int thread) {
    int t = CountWords.thread(thread);
    int to = operations.get(thread).get(state[t + CountWords.OPERATION]).other();
    state[t + CountWords.REFERENCES]--;
    state[CountWords.thread(to) + CountWords.REFERENCES]++;
  }

  /** After an operation comes the next; the owner has left only when it found its queue empty. */
  private void end(int[] state, int thread) {
    int index = state[CountWords.thread(thread) + CountWords.OPERATION];
    boolean again =
        thread == 0
            && index == operations.get(0).size()
            && state[CountWords.WHERE] != CountWords.GONE;
    begin(state, thread, again ? index : index + 1);
  }

  private void begin(int[] state, int thread, int index) {
    int t = CountWords.thread(thread);
    List<CountOperation> mine = operations.get(thread);
    CountInstruction first =
        index < mine.size()
            ? mine.get(index).first()
            : index == mine.size() ? CountInstruction.LEAVE : CountInstruction.END;
    state[t + CountWords.OPERATION] = index;
    state[t + CountWords.INSTRUCTION] = first.ordinal();
    CountWords.clearRegisters(state, t); // what they held has no future
  }

  private static CountInstruction next(int[] state, int thread) {
    return CountInstruction.of(state[CountWords.thread(thread) + CountWords.INSTRUCTION]);
  }

  @Override
  public String describe(int[] state, int thread) {
    CountInstruction next = next(state, thread);
    if (!next.needsObject()) {
      return next.text();
    }
    int shared = state[CountWords.SHARED];
    return next.text()
        + " [tid "
        + state[CountWords.TID]
        + ", local "
        + state[CountWords.LOCAL]
        + ", shared "
        + SharedCount.RULES.count(shared)
        + " "
        + CountState.of(shared)
        + "]";
  }

  @Override
  public @Nullable String violation(int[] state) {
    return firstLocal == BiasedCount.IMMORTAL
        ? CountLaws.ofImmortal(state)
        : CountLaws.ofMortal(state, finished(state));
  }

  private boolean finished(int[] state) {
    for (int thread = 0; thread < threads(); thread++) {
      if (!finished(state, thread)) {
        return false;
      }
    }
    return true;
  }
}
