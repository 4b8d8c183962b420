/** Chapter 6, workers and cores: the laws. */
@NullMarked
package timeslice.lab.contextswitch.ch6;

import org.jspecify.annotations.NullMarked;
