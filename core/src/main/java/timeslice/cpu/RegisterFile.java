package timeslice.cpu;

/**
 * The registers of one CPU: there is one set, and whoever runs writes into it. All are 0 at first.
 *
 * <p>It has no copy method on purpose: hardware has none either, a kernel stores register by
 * register.
 */
public final class RegisterFile {
  private final long[] values = new long[Register.values().length];

  /** The 64 bits that this register holds. */
  public long get(Register register) {
    return values[register.ordinal()];
  }

  /** Overwrites this register; what it held is gone. */
  public void set(Register register, long value) {
    values[register.ordinal()] = value;
  }

  /** The registers that are not 0, for messages: {@code PC=4096 R1=7}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Register register : Register.values()) {
      if (get(register) != 0) {
        out.append(out.isEmpty() ? "" : " ").append(register).append('=').append(get(register));
      }
    }
    return out.isEmpty() ? "all 0" : out.toString();
  }
}
