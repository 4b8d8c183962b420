package timeslice.runtime;

import org.jspecify.annotations.Nullable;
import timeslice.program.Operation;
import timeslice.trace.Capture;

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

  /** Why a thread that waits for this itself is kept; null if this is no wait outside of tasks. */
  @Nullable Capture capture() {
    return switch (this) {
      case SOCKET -> Capture.SOCKET;
      case FILE, FILE_COMPENSATED -> Capture.FILE;
      case BLOCKING_CALL -> Capture.NATIVE_CALL;
      case SLEEP -> Capture.SLEEP;
      case COMPUTE, NATIVE, NATIVE_RELEASING, TURN, OTHERS, NOTHING -> null;
    };
  }
}
