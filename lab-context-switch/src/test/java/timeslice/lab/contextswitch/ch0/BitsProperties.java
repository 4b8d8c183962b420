package timeslice.lab.contextswitch.ch0;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.lab.contextswitch.Refused.refused;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import timeslice.workbook.Exercise;

@Exercise(
    value = "0.1",
    answers = {Bits.class})
public class BitsProperties {

  @Example
  public void twoToTheFortiethIsALong() {
    assertThat(Bits.powerOfTwo(12)).as("powerOfTwo(12)").isEqualTo(4096);
    assertThat(Bits.powerOfTwo(40)).as("powerOfTwo(40)").isEqualTo(1_099_511_627_776L);
  }

  @Property(tries = 300)
  public void eachPowerIsTwiceTheOneBefore(@ForAll @IntRange(min = 1, max = 62) int exponent) {
    assertThat(Bits.powerOfTwo(0)).as("powerOfTwo(0)").isEqualTo(1);
    assertThat(Bits.powerOfTwo(exponent))
        .as("powerOfTwo(%d), which is twice powerOfTwo(%d)", exponent, exponent - 1)
        .isEqualTo(2 * Bits.powerOfTwo(exponent - 1))
        .isPositive();
  }

  @Property(tries = 300)
  public void anExponentOutOfRangeIsRefused(@ForAll("outOfRange") int exponent) {
    refused("powerOfTwo(" + exponent + ")", exponent, () -> Bits.powerOfTwo(exponent));
  }

  @Property(tries = 300)
  public void onlyPowersOfTwoPassAsPowersOfTwo(@ForAll("nearPowers") long n) {
    // by definition: some e from 0 to 62 with 2^e = n
    boolean expected = false;
    long power = 1;
    for (int e = 0; e <= 62; e++) {
      expected |= n == power;
      power *= 2;
    }
    assertThat(Bits.isPowerOfTwo(n)).as("isPowerOfTwo(%d)", n).isEqualTo(expected);
  }

  @Property(tries = 300)
  public void theLogarithmIsTheExponent(@ForAll @IntRange(min = 0, max = 62) int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 2;
    }
    assertThat(Bits.log2(power)).as("log2(%d)", power).isEqualTo(exponent);
  }

  @Property(tries = 300)
  public void theLogarithmOfAnythingElseIsRefused(@ForAll("noPowers") long n) {
    refused("log2(" + n + ")", n, () -> Bits.log2(n));
  }

  @Property(tries = 300)
  public void theLowPartIsBelowItsPowerOfTwo(
      @ForAll("values") long value, @ForAll @IntRange(min = 0, max = 63) int bits) {
    long low = Bits.low(value, bits);
    assertThat(Long.numberOfLeadingZeros(low))
        .withFailMessage(
            "low(%s, %d): expected zeros above its lowest %d bits, but was: %s",
            hex(value), bits, bits, hex(low))
        .isGreaterThanOrEqualTo(64 - bits);
  }

  @Property(tries = 300)
  public void theHighPartIsNeverNegative(
      @ForAll("values") long value, @ForAll @IntRange(min = 1, max = 63) int bits) {
    long high = Bits.high(value, bits);
    assertThat(high)
        .withFailMessage(
            "high(%s, %d): expected zeros to come in at the top, but was: %s",
            hex(value), bits, hex(high))
        .isNotNegative();
  }

  @Property(tries = 300)
  public void highAndLowTogetherAreTheValue(
      @ForAll("values") long value, @ForAll @IntRange(min = 0, max = 63) int bits) {
    long high = Bits.high(value, bits);
    long low = Bits.low(value, bits);
    assertThat(hex((high << bits) | low))
        .as("high %s, moved up by %d bits, with low %s below it", hex(high), bits, hex(low))
        .isEqualTo(hex(value));
  }

  @Property(tries = 300)
  public void roundingUpGivesTheNextMultiple(
      @ForAll("sizes") long value, @ForAll @IntRange(min = 0, max = 62) int exponent) {
    long powerOfTwo = 1L << exponent;
    // a value with room above it; the next law looks at those without
    long fits = Math.min(value, Long.MAX_VALUE - (powerOfTwo - 1));
    long rounded = Bits.roundUp(fits, powerOfTwo);
    assertThat(rounded)
        .as(
            "roundUp(%d, %d) is not below the value, and less than one step above",
            fits, powerOfTwo)
        .isBetween(fits, fits + (powerOfTwo - 1));
    assertThat(rounded % powerOfTwo)
        .as("what remains of roundUp(%d, %d) = %d after division", fits, powerOfTwo, rounded)
        .isZero();
  }

  @Property(tries = 300)
  public void aMultipleThatDoesNotFitIsRefused(
      @ForAll @IntRange(min = 1, max = 62) int exponent, @ForAll("nearTheTop") long fromTheTop) {
    long powerOfTwo = 1L << exponent;
    long value = Long.MAX_VALUE - fromTheTop % (powerOfTwo - 1);
    refused(
        "roundUp(" + value + ", " + powerOfTwo + "), whose next multiple is 2^63",
        value,
        () -> Bits.roundUp(value, powerOfTwo));
  }

  @Provide
  public Arbitrary<Integer> outOfRange() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(63, 130), Arbitraries.integers().between(-130, -1));
  }

  /** Powers of two, their neighbours, their negatives, sums of two of them. */
  @Provide
  public Arbitrary<Long> nearPowers() {
    Arbitrary<Long> powers = Arbitraries.integers().between(0, 63).map(e -> 1L << e);
    return Arbitraries.oneOf(
        powers,
        powers.map(p -> -p),
        powers.map(p -> p - 1),
        powers.map(p -> p + 1),
        Arbitraries.integers().between(0, 62).map(e -> 3L << e),
        Arbitraries.longs());
  }

  @Provide
  public Arbitrary<Long> noPowers() {
    return nearPowers().filter(n -> n <= 0 || Long.bitCount(n) != 1);
  }

  /** Addresses of both halves of the address space, and bare patterns. */
  @Provide
  public Arbitrary<Long> values() {
    return Arbitraries.oneOf(
        Arbitraries.longs(),
        Arbitraries.longs().between(0, 0xFFFF),
        Arbitraries.longs().between(-0xFFFF, -1));
  }

  /** Small sizes, multiples of pages and their neighbours, and values that no double can hold. */
  @Provide
  public Arbitrary<Long> sizes() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(0, 20_000),
        Arbitraries.longs().between(0, 100).map(n -> n * 4096),
        Arbitraries.longs()
            .between(1L << 53, Long.MAX_VALUE)
            .withDistribution(RandomDistribution.uniform()));
  }

  @Provide
  public Arbitrary<Long> nearTheTop() {
    return Arbitraries.longs().between(0, 5000);
  }

  private static String hex(long value) {
    return "0x" + Long.toHexString(value);
  }
}
