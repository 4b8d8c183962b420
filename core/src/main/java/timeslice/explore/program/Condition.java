package timeslice.explore.program;

/**
 * A condition variable: threads wait on it until they are notified, and keep nothing of a
 * notification that came before. It has no memory, so that it is no part of the state.
 */
public record Condition(String name) implements WaitQueue {}
