/** Chapter 2, the TLB: what you write stands here, one class an exercise. */
@NullMarked
package timeslice.lab.contextswitch.ch2;

import org.jspecify.annotations.NullMarked;
