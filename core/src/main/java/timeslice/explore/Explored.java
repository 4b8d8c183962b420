package timeslice.explore;

/**
 * What an exploration found, and whether that is all there is.
 *
 * @param <F> what it looked for: {@link Counted} or {@link Reached}
 */
public sealed interface Explored<F> {

  /** What was found; if a bound was reached, up to there. */
  F found();

  /** What was found if it is all there is; otherwise an error that says why it is not. */
  default F proved() {
    return switch (this) {
      case Complete<F> complete -> complete.found();
      case Bounded<F> bounded -> throw new IllegalStateException(bounded.why());
    };
  }

  /** Every schedule was followed to its end: what was not found does not exist. */
  record Complete<F>(F found) implements Explored<F> {}

  /**
   * Not every schedule was followed to its end: what was found exists, and nothing else is known.
   *
   * @param why a sentence
   */
  record Bounded<F>(F found, String why) implements Explored<F> {}
}
