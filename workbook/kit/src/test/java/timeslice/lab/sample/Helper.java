package timeslice.lab.sample;

/** What stands beside laws, between them and the answer. */
final class Helper {
  private Helper() {}

  static void ask() {
    Answers.sleep();
  }
}
