package timeslice.explore;

import java.util.List;

/**
 * A schedule that shows something: whose step comes first, second, and so on, and what is found at
 * its end.
 *
 * <p>{@link Replay} runs it again, {@link SchedulePicture} draws it.
 *
 * @param schedule the thread of each step; none is shorter, and of those as long none is smaller,
 *     compared number by number
 * @param what what is wrong at the end, in a sentence
 */
public record Witness(List<Integer> schedule, String what) {
  public Witness {
    schedule = List.copyOf(schedule);
  }
}
