/** Chapter 1, from start() to the kernel: the laws. */
@NullMarked
package timeslice.lab.threads.ch1;

import org.jspecify.annotations.NullMarked;
