package timeslice.explore.program;

/** What an instruction computes with: a register of its thread, or a constant. */
public sealed interface Operand permits Register, Operand.Constant {

  /** A number written into the instruction. */
  record Constant(int value) implements Operand {
    @Override
    public String toString() {
      return String.valueOf(value);
    }
  }
}
