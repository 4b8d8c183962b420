package timeslice.runtime.loop;

/** One run of a {@link Script}: its place, and its variables (a coroutine's frame). */
public final class Frame extends Stages {
  private final Script.Stage[] stages;
  private final EventLoop loop;
  private long local;

  Frame(Script.Stage[] stages, EventLoop loop, long local) {
    this.stages = stages;
    this.loop = loop;
    this.local = local;
  }

  /** The loop that it runs on. */
  public EventLoop loop() {
    return loop;
  }

  /** Its local variable. A script that needs more is better written as {@link Stages}. */
  public long local() {
    return local;
  }

  /** Assigns its local variable. */
  public void local(long value) {
    local = value;
  }

  @Override
  protected Step stage(int stage) {
    return stage < stages.length ? stages[stage].run(this) : Outcome.NOTHING;
  }
}
