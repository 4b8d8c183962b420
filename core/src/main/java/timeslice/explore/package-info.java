/** All schedules of a small concurrent program: every state it can reach, and in how many ways. */
@NullMarked
package timeslice.explore;

import org.jspecify.annotations.NullMarked;
