/** Plain stand-ins that laws compare with: slow, unbounded, and too simple to be wrong. */
@NullMarked
package timeslice.workbook.oracle;

import org.jspecify.annotations.NullMarked;
