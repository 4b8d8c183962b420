package timeslice.trace;

/** Why a carrier is kept by a task that waits, so that it cannot carry another one. */
public enum Capture {
  /** It waits in the kernel for a file (FACTS 1, 30). */
  FILE,
  /** It waits in native code that no runtime can see (FACTS 1, 29). */
  NATIVE_CALL,
  /** Before JDK 24: its task is inside {@code synchronized}, or waits to get in (FACTS 1, 31). */
  PINNED_MONITOR,
  /** A frame of native code stands on the task's stack (FACTS 1, 31). */
  PINNED_NATIVE_FRAME,
  /** A library without non-blocking calls waits in the kernel for a socket. */
  SOCKET,
  /** A library without timers of its own sleeps in the kernel. */
  SLEEP
}
