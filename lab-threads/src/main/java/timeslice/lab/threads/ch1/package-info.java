/** Chapter 1: what start() starts, and what the kernel makes of it. */
package timeslice.lab.threads.ch1;
