/**
 * Free threading: how Python counts, locks and frees without its lock. Read {@link SharedCount},
 * {@link BiasedCount}, {@link ReferenceCounts} and {@link CriticalSections} first, and then each
 * model that takes them apart into single loads and stores.
 */
@NullMarked
package timeslice.runtime.free;

import org.jspecify.annotations.NullMarked;
