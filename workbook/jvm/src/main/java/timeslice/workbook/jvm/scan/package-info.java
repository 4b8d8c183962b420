/** What code shares behind the explorer's back, found in its bytecode. */
@NullMarked
package timeslice.workbook.jvm.scan;

import org.jspecify.annotations.NullMarked;
