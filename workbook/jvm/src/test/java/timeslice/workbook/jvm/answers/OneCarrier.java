package timeslice.workbook.jvm.answers;

import timeslice.workbook.jvm.explore.Exploration;
import timeslice.workbook.jvm.explore.Explorer;

/** An exploration as a program of its own, which prints what came out. */
public final class OneCarrier {
  private OneCarrier() {}

  public static void main(String[] args) {
    Exploration exploration =
        Explorer.of(SharedCounter.class)
            .explore(
                scenario -> {
                  var counter = new SharedCounter();
                  scenario
                      .thread("A", counter::increment)
                      .thread("B", counter::increment)
                      .after(
                          () -> {
                            if (counter.value() != 2) {
                              throw new AssertionError("an update was lost");
                            }
                          });
                });
    System.out.println(exploration.message());
  }
}
