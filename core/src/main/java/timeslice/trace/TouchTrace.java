package timeslice.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Which pages were touched on one CPU, by whom, with what luck in the TLB, and where it switched.
 */
public final class TouchTrace {

  /** One thing that happened, in order. */
  public sealed interface Event {}

  /** One access; lanes are numbered from 0, one for each process or thread. */
  public record Touch(int lane, long page, boolean hit) implements Event {}

  /** The CPU was given to another lane. */
  public record Change(boolean flushed) implements Event {}

  private final List<Event> events = new ArrayList<>();

  /** Notes an access. */
  public void touch(int lane, long page, boolean hit) {
    events.add(new Touch(lane, page, hit));
  }

  /** Notes a switch, with or without a TLB flush. */
  public void change(boolean flushed) {
    events.add(new Change(flushed));
  }

  /** All events in order; a copy. */
  public List<Event> events() {
    return List.copyOf(events);
  }
}
