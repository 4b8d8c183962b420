/** Chapter 4, the thread switch: what the reader writes. */
@NullMarked
package timeslice.lab.contextswitch.ch4;

import org.jspecify.annotations.NullMarked;
