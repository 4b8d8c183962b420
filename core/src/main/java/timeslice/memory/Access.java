package timeslice.memory;

/** What a program wants from an address. Fetching an instruction is a read here. */
public enum Access {
  READ,
  WRITE
}
