/** How a language maps its threads onto the kernel's: the same programs, run in different ways. */
@NullMarked
package timeslice.runtime;

import org.jspecify.annotations.NullMarked;
