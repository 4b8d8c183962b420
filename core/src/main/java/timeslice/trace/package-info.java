/** What happened in a run: the only thing that tests, pictures and metrics read. */
@NullMarked
package timeslice.trace;

import org.jspecify.annotations.NullMarked;
