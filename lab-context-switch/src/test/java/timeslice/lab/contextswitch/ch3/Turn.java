package timeslice.lab.contextswitch.ch3;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import timeslice.cpu.Register;
import timeslice.cpu.RegisterFile;

/** A process gets the CPU and executes one instruction: {@code target = source + addend}. */
record Turn(int process, Register target, Register source, long addend) {

  /** How many processes there are. */
  static final int PROCESSES = 3;

  void execute(RegisterFile cpu) {
    cpu.set(target, cpu.get(source) + addend);
  }

  @Override
  public String toString() {
    return "%d: %s = %s %s %d"
        .formatted(process, target, source, addend < 0 ? "-" : "+", Math.abs(addend));
  }

  static Arbitrary<Turn> any() {
    return Combinators.combine(
            Arbitraries.integers().between(0, PROCESSES - 1),
            Arbitraries.of(Register.class),
            Arbitraries.of(Register.class),
            // small, negative, and wider than 32 bits
            Arbitraries.of(1L, 7L, -3L, 0L, 5_000_000_000L, -9_000_000_000L))
        .as(Turn::new);
  }
}
