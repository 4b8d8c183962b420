/** Chapter 3, the process switch: the laws. */
@NullMarked
package timeslice.lab.contextswitch.ch3;

import org.jspecify.annotations.NullMarked;
