/** Free threading: how Python lives without its lock. Counts, locks per object, late freeing. */
@NullMarked
package timeslice.runtime.free;

import org.jspecify.annotations.NullMarked;
