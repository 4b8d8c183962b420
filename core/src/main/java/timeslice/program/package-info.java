/** What a simulated program does, as plain values. */
@NullMarked
package timeslice.program;

import org.jspecify.annotations.NullMarked;
