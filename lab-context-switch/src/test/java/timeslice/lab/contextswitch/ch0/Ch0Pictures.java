package timeslice.lab.contextswitch.ch0;

import java.util.Map;
import java.util.function.Function;
import timeslice.picture.ShiftFigure;
import timeslice.picture.Words;
import timeslice.workbook.Pictures;

/** What chapter 0 shows. */
public final class Ch0Pictures implements Pictures {

  @Override
  public Map<String, Function<Words, String>> pictures() {
    return Map.of("shift", words -> ShiftFigure.svg(-8192, 12, words));
  }
}
