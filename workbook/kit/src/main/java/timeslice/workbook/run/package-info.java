/** How laws are run: seeds, the guard against hangs, the gate between chapters, and verdicts. */
@NullMarked
package timeslice.workbook.run;

import org.jspecify.annotations.NullMarked;
