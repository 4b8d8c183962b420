package timeslice.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes down what happens in a run, event by event, in blocks of numbers.
 *
 * <p>Nothing is made per event: a run of ten million events costs 32 bytes each, and a summary
 * none.
 */
public final class Recorder {
  static final Kind[] KINDS = Kind.values();

  private final Recording recording;
  private final long[] counts = new long[KINDS.length];
  private long checksum;

  private final List<Block> blocks = new ArrayList<>();
  private Block last = new Block(true);
  private int inLast;

  /** An empty recorder that keeps as much as this. */
  public Recorder(Recording recording) {
    this.recording = recording;
  }

  /** Whether anything is taken down at all; false spares the caller the work before a note. */
  public boolean isOn() {
    return recording != Recording.OFF;
  }

  /** Notes one event; times never fall. What the numbers mean stands at each {@link Kind}. */
  public void note(long at, Kind what, int onCpu, int whose, int whom, long howMuch) {
    if (recording == Recording.OFF) {
      return;
    }
    counts[what.ordinal()]++;
    checksum = mix(checksum ^ at);
    checksum = mix(checksum ^ ((long) what.ordinal() << 32 | onCpu & 0xffffffffL));
    checksum = mix(checksum ^ ((long) whose << 32 | whom & 0xffffffffL) + howMuch);
    if (recording == Recording.FULL) {
      keep(at, what, onCpu, whose, whom, howMuch);
    }
  }

  private void keep(long at, Kind what, int onCpu, int whose, int whom, long howMuch) {
    if (inLast == last.room()) {
      makeRoom();
    }
    last.set(inLast++, at, what.ordinal(), onCpu, whose, whom, howMuch);
  }

  private void makeRoom() {
    if (inLast < Block.FULL) {
      last.grow();
    } else {
      blocks.add(last);
      last = new Block(false);
      inLast = 0;
    }
  }

  /** How often this kind of event was noted. */
  public long count(Kind what) {
    return counts[what.ordinal()];
  }

  /** A number that two runs share if everything noted was equal and in the same order. */
  public long checksum() {
    return checksum;
  }

  /** What was noted so far; to be taken when the run is over. */
  public Trace trace() {
    List<Block> all = new ArrayList<>(blocks);
    all.add(last);
    return new Trace(all, blocks.size() * Block.FULL + inLast, checksum);
  }

  // One multiplication and one shift: enough to make any difference visible, little enough to stay.
  private static long mix(long bits) {
    long product = bits * 0x9e3779b97f4a7c15L;
    return product ^ product >>> 29;
  }
}
