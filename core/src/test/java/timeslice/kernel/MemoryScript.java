package timeslice.kernel;

import java.util.List;
import timeslice.memory.Access;
import timeslice.trace.StopReason;

/** A thread that does one thing after the other with the pages of its process. */
final class MemoryScript implements ThreadBody {

  /** One thing: touch a page, unmap a page, compute or sleep so long, or yield. */
  record Step(What what, long number) {
    @Override
    public String toString() {
      return what + " " + number;
    }
  }

  enum What {
    TOUCH,
    UNMAP,
    COMPUTE,
    SLEEP,
    YIELD
  }

  /** Told of each touch and each unmap, right after it. */
  @FunctionalInterface
  interface Witness {
    void saw(int thread, Step step);
  }

  private final List<Step> steps;
  private final Witness witness;
  private int next;

  MemoryScript(List<Step> steps, Witness witness) {
    this.steps = steps;
    this.witness = witness;
  }

  static MemoryScript of(Step... steps) {
    return new MemoryScript(List.of(steps), (_, _) -> {});
  }

  static Step touch(long page) {
    return new Step(What.TOUCH, page);
  }

  static Step unmap(long page) {
    return new Step(What.UNMAP, page);
  }

  static Step compute(long ns) {
    return new Step(What.COMPUTE, ns);
  }

  static Step yielding() {
    return new Step(What.YIELD, 0);
  }

  @Override
  public long next(Kernel kernel, int thread) {
    long ns = 0;
    while (ns == 0) {
      if (next == steps.size()) {
        return ENDED;
      }
      Step step = steps.get(next++);
      switch (step.what()) {
        case YIELD -> {
          return YIELDED;
        }
        case SLEEP -> {
          return kernel.sleep(thread, step.number(), StopReason.SLEEP, 0);
        }
        case COMPUTE -> ns = step.number();
        case TOUCH -> {
          ns = kernel.touch(thread, step.number() << 12, 0, 1, Access.READ);
          witness.saw(thread, step);
        }
        case UNMAP -> {
          ns = kernel.unmap(thread, step.number());
          witness.saw(thread, step);
        }
      }
    }
    return ns;
  }
}
