/** A trace as text or SVG. Words are passed in; this package holds no prose. */
@NullMarked
package timeslice.picture;

import org.jspecify.annotations.NullMarked;
