package timeslice.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.program.RecordedTrace.Kind;

/** What was recorded comes back, and what was not recorded is refused. */
class RecordedTraceProperties {

  @Property
  void whatWasRecordedComesBack(@ForAll("references") List<Reference> references) {
    RecordedTrace trace = RecordedTrace.decode(encode(references));
    assertThat(trace.size()).isEqualTo(references.size());
    assertThat(trace).containsExactlyElementsOf(references);
    List<Reference> visited = new ArrayList<>();
    trace.forEach((kind, address, bytes) -> visited.add(reference(kind, address, bytes)));
    assertThat(visited).isEqualTo(references);
  }

  @Property
  void aLoopCostsNextToNothing(@ForAll @IntRange(min = 2, max = 50) int turns) {
    // One load that walks through an array, in a loop of two instructions.
    List<Reference> loop = new ArrayList<>();
    for (int turn = 0; turn < turns; turn++) {
      loop.add(new Reference.Fetch(0x400000, 4));
      loop.add(new Reference.Load(0x7000_0000L + 8 * turn, 8));
      loop.add(new Reference.Fetch(0x400004, 2));
    }
    assertThat(encode(loop)).hasSizeLessThan(50);
    assertThat(RecordedTrace.decode(encode(loop))).containsExactlyElementsOf(loop);
  }

  @Property(tries = 60)
  void aTraceThatWasCutIsRefused(@ForAll("references") List<Reference> references) {
    byte[] form = encode(references);
    for (int length = 0; length < form.length; length++) {
      byte[] cut = Arrays.copyOf(form, length);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RecordedTrace.decode(cut))
          .withMessageMatching("not a recorded trace: .* \\(at byte \\d+ of " + length + "\\)");
    }
  }

  @Property
  void bytesThatSomebodyChangedAreATraceOrRefused(
      @ForAll("references") List<Reference> references, @ForAll int where, @ForAll byte value) {
    byte[] form = encode(references);
    form[Math.floorMod(where, form.length)] = value;
    try {
      RecordedTrace.decode(form).forEach((kind, address, bytes) -> {});
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("not a recorded trace: ");
    }
  }

  @Example
  void eachKindOfDamageHasItsSentence() {
    byte[] good = encode(List.of(new Reference.Load(100, 8)));
    assertThat(good).containsExactly('T', 'S', 'T', 'R', 1, 1, 0, 33, 200, 1);
    refused(new byte[0], "it does not begin with TSTR 1 (at byte 0 of 0)");
    refused(bytes('T', 'S', 'T', 'R', 2, 0), "it does not begin with TSTR 1 (at byte 4 of 6)");
    refused(
        bytes('T', 'S', 'T', 'R', 1, 0, 9), "1 bytes follow the last reference (at byte 6 of 7)");
    refused(
        bytes('T', 'S', 'T', 'R', 1, 2, 3),
        "a run of 3 begins where 2 references are left (at byte 7 of 7)");
    refused(
        bytes('T', 'S', 'T', 'R', 1, 1, 0, 1, 0),
        "reference 0 touches 0 bytes at 0 (at byte 9 of 9)");
    refused(
        bytes('T', 'S', 'T', 'R', 1, 1, 0, 33, 1),
        "reference 0 touches 8 bytes at -1 (at byte 9 of 9)");
    refused(
        bytes('T', 'S', 'T', 'R', 1, 1, 0),
        "it ends in the middle of reference 0 (at byte 7 of 7)");
  }

  @Example
  void thereIsNoReferenceAfterTheLast() {
    Iterator<Reference> none = RecordedTrace.decode(encode(List.of())).iterator();
    assertThat(none).isExhausted();
    assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
  }

  @Example
  void aReferenceTouchesSomethingSomewhere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reference.Load(-1, 8))
        .withMessage("address must be 0 or more, got -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reference.Modify(5, 0))
        .withMessage("a reference touches 1 byte or more, got 0");
  }

  private static void refused(byte[] form, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordedTrace.decode(form))
        .withMessage("not a recorded trace: " + why);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] encode(List<Reference> references) {
    TraceEncoder encoder = new TraceEncoder();
    references.forEach(encoder::add);
    return encoder.toBytes();
  }

  private static Reference reference(Kind kind, long address, int bytes) {
    return switch (kind) {
      case FETCH -> new Reference.Fetch(address, bytes);
      case LOAD -> new Reference.Load(address, bytes);
      case STORE -> new Reference.Store(address, bytes);
      case MODIFY -> new Reference.Modify(address, bytes);
    };
  }

  @Provide
  Arbitrary<List<Reference>> references() {
    Arbitrary<Long> address =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0x400000, 0x400010),
            Arbitraries.longs().between(0, Long.MAX_VALUE));
    return Combinators.combine(
            Arbitraries.of(Kind.values()), address, Arbitraries.of(1, 4, 8, 4096))
        .as(RecordedTraceProperties::reference)
        .list()
        .ofMaxSize(30);
  }
}
