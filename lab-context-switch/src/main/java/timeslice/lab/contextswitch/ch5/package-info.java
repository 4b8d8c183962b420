/** Chapter 5, optional: tags in the TLB, Linux's six slots, and threads without an address space. */
package timeslice.lab.contextswitch.ch5;
