package timeslice.runtime.loop;

import timeslice.runtime.loop.Outcome.Returned;

/** Acquires, runs a coroutine, and releases, however that ended: {@code async with}. */
final class Holding extends Stages {
  private final Coroutine acquire;
  private final Runnable release;
  private final Coroutine body;

  Holding(Coroutine acquire, Runnable release, Coroutine body) {
    this.acquire = acquire;
    this.release = release;
    this.body = body;
  }

  @Override
  protected Step stage(int stage) {
    return switch (stage) {
      case 0 -> acquire;
      case 1 -> attempt(body);
      default -> {
        release.run();
        yield failure() == null ? new Returned(value()) : failure();
      }
    };
  }
}
