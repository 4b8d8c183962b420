package timeslice.picture;

import timeslice.trace.TaskSpan;

/**
 * How a picture shows what a task does: who has a CPU is a full box, who wants something is a lower
 * one, who waits for the outside world a thin line.
 */
enum Look {
  RUNNING("running", '#', "hit", 1),
  SWITCHING("switching", '/', "ink", 1),
  READY("ready", '-', "line", 0.5),
  GIL("gil", '!', "miss", 0.5),
  OTHERS("others", '*', "t3", 0.5),
  OUTSIDE("outside", '~', "dim", 0.15),
  CAPTURED("captured", '=', "fault", 0.3);

  /** Its words' key, after the picture's name and {@code .state.}. */
  final String key;

  /** What it is in a timeline of text. */
  final char mark;

  final String color;

  /** Share of the lane's height. */
  final double height;

  Look(String key, char mark, String color, double height) {
    this.key = key;
    this.mark = mark;
    this.color = color;
    this.height = height;
  }

  static Look of(TaskSpan span) {
    return switch (span.phase()) {
      case RUNNING -> RUNNING;
      case SWITCHING -> SWITCHING;
      case READY -> READY;
      default -> span.captured() ? CAPTURED : waiting(span);
    };
  }

  private static Look waiting(TaskSpan span) {
    return switch (span.why()) {
      case GIL -> GIL;
      case IO, SLEEP -> OUTSIDE;
      case null, default -> OTHERS;
    };
  }
}
