package timeslice.lab.contextswitch.ch1;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.lab.contextswitch.Refused.refused;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.workbook.Exercise;

@Exercise(
    value = "1.1",
    answers = {AddressSplit.class},
    closed = {"timeslice.memory.PageSize"})
public class AddressSplitProperties {

  @Example
  public void pageOneInFrameFive() {
    AddressSplit split = new AddressSplit(4096);
    assertThat(split.page(0x1a2c)).as("page of 0x1a2c").isEqualTo(1);
    assertThat(hex(split.offset(0x1a2c))).as("offset of 0x1a2c").isEqualTo("0xa2c");
    assertThat(hex(split.physical(5, 0x1a2c))).as("0x1a2c in frame 5").isEqualTo("0x5a2c");
    assertThat(hex(split.physical(5, 0x1000))).as("0x1000 in frame 5").isEqualTo("0x5000");
  }

  @Example
  public void theArticlesExampleNeedsSmallerPages() {
    assertThat(signedHex(AddressSplit.largestPageSize(0x1000, 0x5000)))
        .as("largest page size for 0x1000 to 0x5000")
        .isEqualTo("0x4000");
    assertThat(signedHex(AddressSplit.largestPageSize(0x1000, 0x5a00)))
        .as("largest page size for 0x1000 to 0x5a00, which is less than 0x1000")
        .isEqualTo("0x200");
  }

  @Property(tries = 300)
  public void pageAndOffsetTogetherAreTheAddress(
      @ForAll("sizes") int size, @ForAll("addresses") long address) {
    AddressSplit split = new AddressSplit(size);
    long page = split.page(address);
    long offset = split.offset(address);
    assertThat(hex(page * size + offset))
        .as("page %s times %s plus offset %s", hex(page), hex(size), signedHex(offset))
        .isEqualTo(hex(address));
    assertThat(page)
        .as("page number of %s in pages of %s, %s", hex(address), hex(size), signedHex(page))
        .isNotNegative();
  }

  @Property(tries = 300)
  public void theOffsetIsLessThanAPage(
      @ForAll("sizes") int size, @ForAll("addresses") long address) {
    int offset = new AddressSplit(size).offset(address);
    assertThat(offset)
        .as("offset of %s in pages of %s; got %s", hex(address), hex(size), signedHex(offset))
        .isBetween(0, size - 1);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void translationKeepsTheOffset(
      @ForAll("sizes") int size, @ForAll("frames") int frame, @ForAll("addresses") long address) {
    long physical = new AddressSplit(size).physical(frame, address);
    assertThat(hex(Long.remainderUnsigned(physical, size)))
        .as(
            "offset of %s, to which %s was translated, pages of %s",
            hex(physical), hex(address), hex(size))
        .isEqualTo(hex(Long.remainderUnsigned(address, size)));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void translationLandsInTheFrame(
      @ForAll("sizes") int size, @ForAll("frames") int frame, @ForAll("addresses") long address) {
    long physical = new AddressSplit(size).physical(frame, address);
    assertThat(hex(physical / size))
        .as(
            "frame that holds %s, to which %s in frame %s was translated; pages of %s",
            hex(physical), hex(address), hex(frame), hex(size))
        .isEqualTo(hex(frame));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void addressesOfOnePageKeepTheirDistance(
      @ForAll("sizes") int size,
      @ForAll("frames") int frame,
      @ForAll("pages") long page,
      @ForAll("addresses") long one,
      @ForAll("addresses") long other) {
    AddressSplit split = new AddressSplit(size);
    long start = page * size;
    long a = start + Long.remainderUnsigned(one, size);
    long b = start + Long.remainderUnsigned(other, size);
    assertThat(signedHex(split.physical(frame, b) - split.physical(frame, a)))
        .as("bytes from %s to %s after translation, pages of %s", hex(a), hex(b), hex(size))
        .isEqualTo(signedHex(b - a));
  }

  @Property(tries = 300)
  public void whatIsNoPageSizeIsRefused(@ForAll("noSizes") int size) {
    refused("new AddressSplit(" + size + ")", size, () -> new AddressSplit(size));
  }

  @Property(tries = 300)
  public void theLargestPageSizeIsTheLastThatFits(
      @ForAll("addresses") long virtual, @ForAll("differences") long difference) {
    long physical = virtual ^ difference;
    // by definition: go through the sizes while both addresses have the same offset
    int largest = 1;
    for (long size = 2; size <= 1 << 30; size *= 2) {
      if (Long.remainderUnsigned(virtual, size) == Long.remainderUnsigned(physical, size)) {
        largest = (int) size;
      }
    }
    assertThat(signedHex(AddressSplit.largestPageSize(virtual, physical)))
        .as("largest page size for %s to %s", hex(virtual), hex(physical))
        .isEqualTo(signedHex(largest));
  }

  @Provide
  public Arbitrary<Integer> sizes() {
    return Arbitraries.oneOf(
        Arbitraries.of(4096), Arbitraries.integers().between(1, 30).map(bits -> 1 << bits));
  }

  @Provide
  public Arbitrary<Integer> noSizes() {
    Arbitrary<Integer> powers = Arbitraries.integers().between(2, 31).map(bits -> 1 << bits);
    return Arbitraries.oneOf(
            Arbitraries.of(0, 1, -1, -2, 3000, Integer.MIN_VALUE),
            powers.map(p -> p + 1),
            powers.map(p -> p - 1),
            powers.map(p -> -p),
            Arbitraries.integers())
        .filter(n -> n < 2 || Integer.bitCount(n) != 1);
  }

  /** Low ones, the user half up to 2^47, and the kernel half, which is negative as a long. */
  @Provide
  public Arbitrary<Long> addresses() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(0, 0xffff),
        Arbitraries.longs().between(0, (1L << 47) - 1),
        Arbitraries.longs().between(-1L << 47, -1));
  }

  @Provide
  public Arbitrary<Integer> frames() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 9),
        Arbitraries.integers().between(1 << 20, Integer.MAX_VALUE));
  }

  @Provide
  public Arbitrary<Long> pages() {
    return Arbitraries.longs().between(0, 999);
  }

  /** Two addresses that differ from some bit upwards, or nowhere. */
  @Provide
  public Arbitrary<Long> differences() {
    Arbitrary<Long> odd = Arbitraries.longs().between(0, 0xff).map(n -> 2 * n + 1);
    return Arbitraries.oneOf(
        Arbitraries.of(0L),
        odd.flatMap(n -> Arbitraries.integers().between(0, 63).map(bits -> n << bits)),
        odd.flatMap(n -> Arbitraries.integers().between(0, 20).map(bits -> n << bits)));
  }

  /** For what should not be negative and perhaps is. */
  private static String signedHex(long value) {
    return value < 0 ? "-" + hex(-value) : hex(value);
  }

  private static String hex(long value) {
    return "0x" + Long.toHexString(value);
  }
}
