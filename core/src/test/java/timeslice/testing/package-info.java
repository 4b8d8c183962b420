/** What all tests of this module share. */
package timeslice.testing;
