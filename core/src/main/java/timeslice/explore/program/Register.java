package timeslice.explore.program;

/**
 * A register: a number that only its own thread sees. Each thread has its own, which start at 0.
 *
 * @param number from 0 to 7
 */
public record Register(int number) implements Operand {
  /** How many registers a thread can have. */
  public static final int MOST = 8;

  public static final Register R0 = new Register(0);
  public static final Register R1 = new Register(1);
  public static final Register R2 = new Register(2);
  public static final Register R3 = new Register(3);

  public Register {
    if (number < 0 || number >= MOST) {
      throw new IllegalArgumentException(
          "register number must be from 0 to " + (MOST - 1) + ", got " + number);
    }
  }

  @Override
  public String toString() {
    return "r" + number;
  }
}
