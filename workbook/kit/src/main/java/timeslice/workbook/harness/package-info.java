/**
 * Runs a lab on any folder of answers: compiled in memory, loaded apart, in worker JVMs that may
 * die. The contract, watch, diagnosis and grading all run labs through here and nowhere else.
 */
@NullMarked
package timeslice.workbook.harness;

import org.jspecify.annotations.NullMarked;
