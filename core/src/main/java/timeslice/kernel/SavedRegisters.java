package timeslice.kernel;

import timeslice.cpu.Register;
import timeslice.cpu.RegisterFile;

/**
 * The values of all registers at one moment: values, so that nothing that runs later changes them.
 */
final class SavedRegisters {
  private final long[] values = new long[Register.values().length];

  void save(RegisterFile registers) {
    for (Register register : Register.values()) {
      values[register.ordinal()] = registers.get(register);
    }
  }

  void restore(RegisterFile registers) {
    for (Register register : Register.values()) {
      registers.set(register, values[register.ordinal()]);
    }
  }
}
