/** The page that a lab's build prints: what holds, what to write next, and where to read. */
@NullMarked
package timeslice.workbook.page;

import org.jspecify.annotations.NullMarked;
