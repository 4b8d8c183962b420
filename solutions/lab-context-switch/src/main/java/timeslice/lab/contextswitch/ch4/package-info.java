/** Chapter 4, the thread switch: the answers. */
@NullMarked
package timeslice.lab.contextswitch.ch4;

import org.jspecify.annotations.NullMarked;
