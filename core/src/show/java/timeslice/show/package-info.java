/** Runs of the machine on a terminal: the one place of core that reads files and prints. */
@NullMarked
package timeslice.show;

import org.jspecify.annotations.NullMarked;
