package timeslice.lab.contextswitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.function.Supplier;

/** Bad input must be refused in words; a failure names the call and says what it did instead. */
public final class Refused {
  private Refused() {}

  /** The call must throw an {@link IllegalArgumentException} with the value in its message. */
  public static void refused(String call, long value, Supplier<?> answer) {
    String expected =
        call + ": expected IllegalArgumentException with " + value + " in its message, but it ";
    Object returned;
    try {
      returned = answer.get();
    } catch (IllegalArgumentException e) {
      assertThat(String.valueOf(e.getMessage()))
          .withFailMessage(() -> expected + "said \"" + e.getMessage() + "\"")
          .contains(String.valueOf(value));
      return;
    } catch (RuntimeException e) {
      fail(expected + "threw " + e, e);
      return;
    }
    fail(expected + "returned" + (returned == DONE ? "" : " " + returned));
  }

  /** The same for a call that gives nothing back. */
  public static void refused(String call, long value, Runnable action) {
    refused(
        call,
        value,
        () -> {
          action.run();
          return DONE;
        });
  }

  private static final Object DONE = new Object();
}
