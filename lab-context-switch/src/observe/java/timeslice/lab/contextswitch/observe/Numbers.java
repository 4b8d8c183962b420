package timeslice.lab.contextswitch.observe;

/** What this Java makes of some expressions from chapter 0. Change it and run it again. */
public final class Numbers {
  private Numbers() {}

  public static void main(String[] arguments) {
    int one = 1;
    for (int distance : new int[] {30, 31, 32, 33, 40}) {
      System.out.println(
          "1 << "
              + distance
              + " = "
              + (one << distance)
              + ", 1L << "
              + distance
              + " = "
              + (1L << distance));
    }
    int minusOne = -1;
    System.out.println("-1 / 4096 = " + minusOne / 4096 + ", -1 % 4096 = " + minusOne % 4096);
    System.out.println("-1 >> 12 = " + (minusOne >> 12) + ", -1L >>> 12 = " + (-1L >>> 12));
    byte b = (byte) 0xf0;
    System.out.println("(byte) 0xf0 = " + b + ", and with & 0xff = " + (b & 0xff));
  }
}
