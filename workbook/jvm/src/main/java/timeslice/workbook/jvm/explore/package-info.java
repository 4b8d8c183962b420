/** All schedules of small pieces of real Java code: shared variables, locks, and the explorer. */
@NullMarked
package timeslice.workbook.jvm.explore;

import org.jspecify.annotations.NullMarked;
