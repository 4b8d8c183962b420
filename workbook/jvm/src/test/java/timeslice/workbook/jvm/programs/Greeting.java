package timeslice.workbook.jvm.programs;

/** Greets whoever is named. */
public final class Greeting {
  private Greeting() {}

  public static void main(String[] args) {
    System.setProperty("timeslice.greeting", "hello " + String.join(" and ", args));
  }
}
