package timeslice.runtime.loop;

/**
 * What can be awaited. To await a coroutine runs it inside the awaiting one; to await a future that
 * is done just takes its result. Neither lets anybody else run. Only a future that is not done
 * does.
 */
public sealed interface Awaitable extends Step permits Future, Coroutine {}
