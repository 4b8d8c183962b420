package timeslice.explore;

/** Threads that only count their own steps, so many each: nothing but the interleaving is left. */
record StraightLines(int... steps) implements StepModel {
  @Override
  public int threads() {
    return steps.length;
  }

  @Override
  public int[] initial() {
    return new int[steps.length];
  }

  @Override
  public boolean finished(int[] state, int thread) {
    return state[thread] == steps[thread];
  }

  @Override
  public boolean enabled(int[] state, int thread) {
    return !finished(state, thread);
  }

  @Override
  public void step(int[] state, int thread) {
    state[thread]++;
  }

  @Override
  public String describe(int[] state, int thread) {
    return "step " + (state[thread] + 1);
  }
}
