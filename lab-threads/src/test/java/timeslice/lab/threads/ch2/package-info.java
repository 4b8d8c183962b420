/** Chapter 2, kernel scheduling: the laws. */
@NullMarked
package timeslice.lab.threads.ch2;

import org.jspecify.annotations.NullMarked;
