/** What labs need of the real machine; the only module that looks inside the JDK. */
@NullMarked
package timeslice.workbook.jvm;

import org.jspecify.annotations.NullMarked;
