/** Chapter 2, the TLB: the answers, file for file. */
@NullMarked
package timeslice.lab.contextswitch.ch2;

import org.jspecify.annotations.NullMarked;
