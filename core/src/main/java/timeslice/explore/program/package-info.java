/** Small programs of racing threads: their instructions, their machine, and some famous ones. */
@NullMarked
package timeslice.explore.program;

import org.jspecify.annotations.NullMarked;
