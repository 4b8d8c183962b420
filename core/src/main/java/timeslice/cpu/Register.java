package timeslice.cpu;

/**
 * The registers a program computes with, as far as this model goes: enough of them that forgetting
 * one is easy.
 */
public enum Register {
  /** Program counter: the address of the next instruction. */
  PC,
  /** Stack pointer: the top of the running thread's stack. */
  SP,
  /** Flags: what the last comparison came to. */
  FLAGS,
  R0,
  R1,
  R2,
  R3,
  R4,
  R5,
  R6,
  R7
}
