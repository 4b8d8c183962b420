package timeslice.workbook.jvm.explore;

/** A counting semaphore: a number of permits that threads take, waiting for one, and give back. */
public final class SharedSemaphore extends SharedObject {
  private int permits;

  /** A semaphore with so many permits, 0 or more; the name stands in timelines. */
  public SharedSemaphore(String name, int permits) {
    super(name);
    if (permits < 0) {
      throw new IllegalArgumentException("a semaphore has 0 permits or more, got " + permits);
    }
    this.permits = permits;
  }

  /** Waits for a permit and takes it. */
  public void acquire() {
    take(new Acquire(this));
  }

  /** Takes a permit if there is one; whether there was. */
  public boolean tryAcquire() {
    return take(new TryAcquire(this));
  }

  /** Gives one permit, whether or not one was taken before. */
  public void release() {
    take(new Release(this));
  }

  @Override
  void contents(Position.Builder position) {
    position.add(permits);
  }

  private record Acquire(SharedSemaphore on) implements Step<Boolean> {
    @Override
    public boolean enabled() {
      return on.permits > 0;
    }

    @Override
    public Boolean perform() {
      on.permits--;
      return true;
    }

    @Override
    public String words(Boolean result) {
      return "takes a permit of " + on + ", leaves " + on.permits;
    }

    @Override
    public String waits() {
      return "waits for a permit of " + on;
    }
  }

  private record TryAcquire(SharedSemaphore on) implements Step<Boolean> {
    @Override
    public boolean silent() {
      return on.permits == 0;
    }

    @Override
    public Boolean perform() {
      if (on.permits == 0) {
        return false;
      }
      on.permits--;
      return true;
    }

    @Override
    public String words(Boolean result) {
      return result
          ? "takes a permit of " + on + ", leaves " + on.permits
          : "finds no permit of " + on;
    }
  }

  private record Release(SharedSemaphore on) implements Step<Boolean> {
    @Override
    public Boolean perform() {
      on.permits++;
      return true;
    }

    @Override
    public String words(Boolean result) {
      return "gives a permit to " + on + ", which has " + on.permits;
    }
  }
}
