/** Chapter 6: how many workers keep how many cores busy, and what turns cost. */
package timeslice.lab.contextswitch.ch6;
