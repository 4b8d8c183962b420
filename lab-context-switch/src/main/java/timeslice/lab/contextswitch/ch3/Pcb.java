package timeslice.lab.contextswitch.ch3;

import static timeslice.Todo.todo;

import timeslice.cpu.RegisterFile;

/**
 * A process control block, as far as registers go: it keeps the value of every {@link
 * timeslice.cpu.Register} while its process is off the CPU. A fresh one holds 0 for each.
 */
public final class Pcb {

  /** Keeps the value that each register has now, in place of what was kept before. */
  public void save(RegisterFile cpu) {
    todo("3.1: keep the value of every register");
  }

  /** Sets each register to the value that was kept. The kept values stay: they may be needed again. */
  public void restore(RegisterFile cpu) {
    todo("3.1: set every register to the value that was kept");
  }
}
