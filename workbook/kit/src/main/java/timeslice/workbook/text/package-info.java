/** The words the reader sees: the chapters' text and the page's own sentences. */
@NullMarked
package timeslice.workbook.text;

import org.jspecify.annotations.NullMarked;
