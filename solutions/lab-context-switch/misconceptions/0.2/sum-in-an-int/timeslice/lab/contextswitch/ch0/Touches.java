package timeslice.lab.contextswitch.ch0;

import java.util.List;
import java.util.Optional;
import timeslice.program.Reference;

/** Believes that an int is enough because each size is one. */
public final class Touches {
  private Touches() {}

  /** A modify reads and then writes; every other reference goes to memory once. */
  public static int memoryAccesses(Reference reference) {
    return switch (reference) {
      case Reference.Fetch _, Reference.Load _, Reference.Store _ -> 1;
      case Reference.Modify _ -> 2;
    };
  }

  /** Whether memory may be different afterwards. */
  public static boolean writes(Reference reference) {
    return switch (reference) {
      case Reference.Fetch _, Reference.Load _ -> false;
      case Reference.Store _, Reference.Modify _ -> true;
    };
  }

  /** The bytes that travel between memory and CPU. */
  public static long bytesMoved(List<Reference> references) {
    int sum = 0;
    for (Reference reference : references) {
      sum += memoryAccesses(reference) * reference.bytes();
    }
    return sum;
  }

  /** The first reference that writes. */
  public static Optional<Reference> firstWrite(List<Reference> references) {
    for (Reference reference : references) {
      if (writes(reference)) {
        return Optional.of(reference);
      }
    }
    return Optional.empty();
  }
}
