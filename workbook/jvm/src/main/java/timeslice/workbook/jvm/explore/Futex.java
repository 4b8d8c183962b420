package timeslice.workbook.jvm.explore;

import org.jspecify.annotations.Nullable;
import timeslice.workbook.jvm.explore.WaitQueue.Waiter;

/** The steps of futex(2) on a shared number: compare and fall asleep, wake up, wake others. */
final class Futex {
  private Futex() {}

  /** FUTEX_WAIT, first half: null if the number is another one. */
  record Sleep(SharedInt on, int expected) implements Step<@Nullable Waiter> {
    @Override
    public boolean silent() {
      return on.value() != expected;
    }

    @Override
    public @Nullable Waiter perform() {
      return silent() ? null : on.sleepers().join(SharedObject.caller());
    }

    @Override
    public int observe(@Nullable Waiter result) {
      return result == null ? 0 : 1;
    }

    @Override
    public String words(@Nullable Waiter result) {
      return result == null
          ? "does not sleep on " + on + ": it is " + on.value() + ", not " + expected
          : "sleeps on " + on + " = " + expected;
    }
  }

  /** FUTEX_WAIT, second half. */
  record Awake(SharedInt on, Waiter waiter) implements Step<Boolean> {
    @Override
    public boolean enabled() {
      return waiter.woken();
    }

    @Override
    public boolean spurious() {
      return true;
    }

    @Override
    public Boolean perform() {
      on.sleepers().leave(waiter);
      return true;
    }

    @Override
    public String words(Boolean result) {
      return waiter.woken() ? "wakes up" : "wakes up, and nobody woke it";
    }

    @Override
    public String waits() {
      return "sleeps on " + on + ", which is " + on.value() + ", and nobody wakes it";
    }

    @Override
    public boolean resumes() {
      return true;
    }
  }

  /** FUTEX_WAKE. */
  record Wake(SharedInt on, int most) implements Step<Integer> {
    @Override
    public boolean silent() {
      return most == 0 || on.sleepers().allWoken();
    }

    @Override
    public Integer perform() {
      return on.sleepers().wake(most);
    }

    @Override
    public String words(Integer result) {
      return switch (result) {
        case 0 -> "wakes nobody on " + on;
        case 1 -> "wakes one thread on " + on;
        default -> "wakes " + result + " threads on " + on;
      };
    }
  }
}
