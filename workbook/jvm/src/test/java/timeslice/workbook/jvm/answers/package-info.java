/** What somebody could hand to the explorer. */
@NullMarked
package timeslice.workbook.jvm.answers;

import org.jspecify.annotations.NullMarked;
