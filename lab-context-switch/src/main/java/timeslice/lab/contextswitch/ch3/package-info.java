/** Chapter 3, the process switch: what the reader writes. */
@NullMarked
package timeslice.lab.contextswitch.ch3;

import org.jspecify.annotations.NullMarked;
