/** Registers and hardware threads, and the costs of what they do. */
@NullMarked
package timeslice.cpu;

import org.jspecify.annotations.NullMarked;
