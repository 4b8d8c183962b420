package timeslice.explore.program;

/**
 * A lock that one thread holds at a time, not even its holder twice. Threads that wait for it are
 * served in any order.
 *
 * @param name what the program calls it
 * @param slot where a state says who holds it: 0 for nobody, or one more than the thread's number
 */
public record Mutex(String name, int slot) {}
