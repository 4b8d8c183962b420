/** Chapter 5, tags in the TLB: the laws. */
@NullMarked
package timeslice.lab.contextswitch.ch5;

import org.jspecify.annotations.NullMarked;
