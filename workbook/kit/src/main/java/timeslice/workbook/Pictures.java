package timeslice.workbook;

import java.util.Map;
import java.util.function.Function;
import timeslice.picture.Words;

/**
 * The pictures of one chapter, made by the model itself.
 *
 * <p>A lab's test sources hold one implementation a chapter package, with a public constructor
 * without parameters. The generate command writes {@code chN/NAME.svg} and {@code chN/NAME.ko.svg};
 * the contract says when they are due.
 */
public interface Pictures {

  /**
   * File name without ending (for example {@code "ring"}) to the drawing; its words come from
   * {@code chN/pictures.properties}.
   */
  Map<String, Function<Words, String>> pictures();
}
