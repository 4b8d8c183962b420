package timeslice.runtime;

import timeslice.program.Operation;

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
  NOTHING;

  /** CPU time in code of this kind. */
  static Need of(Operation.Code code) {
    return switch (code) {
      case INTERPRETED -> COMPUTE;
      case NATIVE -> NATIVE;
      case NATIVE_RELEASING -> NATIVE_RELEASING;
    };
  }

  /** A wait for a device of this kind. */
  static Need of(Operation.IoKind kind) {
    return switch (kind) {
      case SOCKET -> SOCKET;
      case FILE -> FILE;
      case FILE_COMPENSATED -> FILE_COMPENSATED;
      case NATIVE -> BLOCKING_CALL;
    };
  }
}
