/** Where everything starts: {@link timeslice.Todo}, the mark of what a reader has yet to write. */
@NullMarked
package timeslice;

import org.jspecify.annotations.NullMarked;
