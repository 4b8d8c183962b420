/** Programs for the test of {@code Observe}. */
package timeslice.workbook.jvm.programs;
