package timeslice.lab.contextswitch.ch3;

import java.util.EnumMap;
import java.util.Map;
import timeslice.cpu.Register;
import timeslice.cpu.RegisterFile;

/** Believes that restored values are used up. */
public final class Pcb {
  private final Map<Register, Long> saved = new EnumMap<>(Register.class);

  /** Keeps the value that each register has now, in place of what was kept before. */
  public void save(RegisterFile cpu) {
    for (Register register : Register.values()) {
      saved.put(register, cpu.get(register));
    }
  }

  /** Sets each register to the value that was kept; 0 if nothing was saved yet. */
  public void restore(RegisterFile cpu) {
    for (Register register : Register.values()) {
      cpu.set(register, saved.getOrDefault(register, 0L));
    }
    saved.clear();
  }
}
