package timeslice.lab.contextswitch.ch3;

import timeslice.cpu.Register;
import timeslice.cpu.RegisterFile;

/** Believes that keeping the register file keeps the values in it. */
public final class Pcb {
  private RegisterFile saved = new RegisterFile();

  /** Keeps the value that each register has now, in place of what was kept before. */
  public void save(RegisterFile cpu) {
    saved = cpu;
  }

  /** Sets each register to the value that was kept; 0 if nothing was saved yet. */
  public void restore(RegisterFile cpu) {
    for (Register register : Register.values()) {
      cpu.set(register, saved.get(register));
    }
  }
}
