/** Chapter 1: addresses, page tables, and two processes that see different things at one address. */
@NullMarked
package timeslice.lab.contextswitch.ch1;

import org.jspecify.annotations.NullMarked;
