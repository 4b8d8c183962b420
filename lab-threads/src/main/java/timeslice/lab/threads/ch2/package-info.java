/** Chapter 2: who runs next, who waits, and how to measure it. */
package timeslice.lab.threads.ch2;
