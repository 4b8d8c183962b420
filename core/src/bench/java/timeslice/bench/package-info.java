/** How fast core is, beside hand-written array code that does the same and nothing more. */
@NullMarked
package timeslice.bench;

import org.jspecify.annotations.NullMarked;
