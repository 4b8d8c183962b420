package timeslice.workbook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ties a property class to its exercise. Title and law sentences stand in the chapter's text, under
 * the same id.
 *
 * <p>Nested classes inherit it. Nothing else registers an exercise.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface Exercise {

  /** Chapter and number, for example {@code "2.1"}; number 0 is the chapter's prediction. */
  String value();

  /** The classes that the reader writes. */
  Class<?>[] answers();

  /** What is asked of the reader. */
  Kind kind() default Kind.BUILD;

  /**
   * Whether a hurried reader may skip it (a star in the text): it never keeps a later chapter
   * closed.
   */
  boolean optional() default false;

  /**
   * Packages ({@code "timeslice.memory"}) or classes ({@code "timeslice.memory.Mmu"}) that the
   * answer may not refer to.
   */
  String[] closed() default {};

  /** What an instructor gives for it; predictions weigh nothing. */
  int weight() default 1;

  /** What is asked of the reader. */
  enum Kind {
    /** Write the code. */
    BUILD,
    /** Write down a number before anything runs. */
    PREDICT,
    /** Find an input that breaks a plausible law. */
    WITNESS
  }
}
