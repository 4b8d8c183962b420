package timeslice.solutions;

/** Writes everything that is derived. */
public final class Generate {
  static final String DUE = "generate is due: mvn -q -pl solutions -am test-compile exec:exec@generate";

  private Generate() {}
}
