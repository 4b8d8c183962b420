/** Chapter 0: the Java that this book leans on. */
@NullMarked
package timeslice.lab.contextswitch.ch0;

import org.jspecify.annotations.NullMarked;
