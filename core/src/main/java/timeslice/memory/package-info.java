/**
 * Pages, page tables, TLBs and the MMU: how a virtual address becomes a physical one, and what it
 * costs.
 */
@NullMarked
package timeslice.memory;

import org.jspecify.annotations.NullMarked;
