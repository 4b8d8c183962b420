/**
 * An event loop with asyncio's rules (CPython 3.13), on simulated time: handles and timers, futures
 * and tasks, and what is built of them. Read {@code EventLoop}, {@code Coroutine}, {@code Task}.
 */
@NullMarked
package timeslice.runtime.loop;

import org.jspecify.annotations.NullMarked;
