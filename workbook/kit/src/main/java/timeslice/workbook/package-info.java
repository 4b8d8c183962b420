/** What lab tests need: the exercise mark, hooks, the page, assertions, and the harness. */
@NullMarked
package timeslice.workbook;

import org.jspecify.annotations.NullMarked;
