package timeslice.runtime;

/** What a task needs next, after everything that takes no time has been done. */
enum Need {
  /** CPU time in interpreted code. */
  COMPUTE,
  /** CPU time in a native call. */
  NATIVE,
  /** CPU time in a native call that gives up a GIL. */
  NATIVE_RELEASING,
  /** A wait for a socket. */
  SOCKET,
  /** A wait in the kernel for a file. */
  FILE,
  /** The same, with the runtime told. */
  FILE_COMPENSATED,
  /** A wait in native code. */
  BLOCKING_CALL,
  /** A wait for time to pass. */
  SLEEP,
  /** Nothing, once the others have had their turn. */
  TURN,
  /** Another task. */
  OTHERS,
  /** Nothing any more. */
  NOTHING
}
