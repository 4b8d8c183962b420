/** Chapter 5: the GIL, what it protects, and what it does not. */
package timeslice.lab.threads.ch5;
