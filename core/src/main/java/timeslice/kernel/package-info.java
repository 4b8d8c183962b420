/**
 * What a kernel does when it gives a CPU to somebody else: control blocks, the switch, run queues.
 */
@NullMarked
package timeslice.kernel;

import org.jspecify.annotations.NullMarked;
