package timeslice.trace;

/** How much of a run is kept. */
public enum Recording {
  /** Nothing, not even the checksum. */
  OFF,
  /** How often each kind happened, and a checksum of everything in order. */
  SUMMARY,
  /** Every event. */
  FULL
}
