/** Chapter 5, the GIL: the laws. */
@NullMarked
package timeslice.lab.threads.ch5;

import org.jspecify.annotations.NullMarked;
