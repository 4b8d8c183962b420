package timeslice.workbook.jvm.explore;

/**
 * Where one thread parks until another one unparks it, with a permit in between, like {@code
 * LockSupport}: an unpark that comes first is not lost, and two of them count as one.
 *
 * <p>An exploration with spurious wake-ups lets {@link #park} also return without a permit.
 */
public final class Parker extends SharedObject {
  private boolean permit;

  /** A parker without a permit; the name stands in the timeline of a failing schedule. */
  public Parker(String name) {
    super(name);
  }

  /** Waits for the permit and uses it up. */
  public void park() {
    take(new Park(this));
  }

  /** Gives the permit, unless it is there already. */
  public void unpark() {
    take(new Unpark(this));
  }

  @Override
  void contents(Position.Builder position) {
    position.add(permit ? 1 : 0);
  }

  private record Park(Parker on) implements Step<Boolean> {
    @Override
    public boolean enabled() {
      return on.permit;
    }

    @Override
    public boolean spurious() {
      return true;
    }

    @Override
    public Boolean perform() {
      boolean caused = on.permit;
      on.permit = false;
      return caused;
    }

    // Whoever returns from park does not learn why.
    @Override
    public int observe(Boolean result) {
      return 0;
    }

    @Override
    public String words(Boolean result) {
      return result ? "uses the permit of " + on : "returns from park on " + on + " for no reason";
    }

    @Override
    public String waits() {
      return "parks on " + on + ", which has no permit";
    }
  }

  private record Unpark(Parker on) implements Step<Boolean> {
    @Override
    public boolean silent() {
      return on.permit;
    }

    @Override
    public Boolean perform() {
      boolean first = !on.permit;
      on.permit = true;
      return first;
    }

    @Override
    public int observe(Boolean result) {
      return 0;
    }

    @Override
    public String words(Boolean result) {
      return result
          ? "gives the permit of " + on
          : "gives the permit of " + on + ", which is there already";
    }
  }
}
