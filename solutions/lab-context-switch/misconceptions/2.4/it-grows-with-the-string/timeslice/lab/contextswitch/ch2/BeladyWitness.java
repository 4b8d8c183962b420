package timeslice.lab.contextswitch.ch2;

/** Believes that a witness has to be long to be convincing. */
public final class BeladyWitness {
  private BeladyWitness() {}

  public static int entries() {
    return 3;
  }

  public static long[] pages() {
    long[] once = {1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5};
    long[] four = new long[4 * once.length];
    for (int i = 0; i < four.length; i++) {
      four[i] = once[i % once.length];
    }
    return four;
  }
}
