/**
 * The contract of every lab: skeletons are honest, solutions are right, laws have teeth, two
 * languages agree. And the commands that write what is derived.
 */
@NullMarked
package timeslice.solutions;

import org.jspecify.annotations.NullMarked;
