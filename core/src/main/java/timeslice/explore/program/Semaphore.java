package timeslice.explore.program;

/**
 * A counting semaphore: its permits are taken one at a time, and a thread waits while there is
 * none. Waiting threads are served in any order.
 *
 * @param name what the program calls it
 * @param slot where a state says how many permits are left
 */
public record Semaphore(String name, int slot) {}
