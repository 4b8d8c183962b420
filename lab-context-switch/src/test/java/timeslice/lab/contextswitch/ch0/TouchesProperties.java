package timeslice.lab.contextswitch.ch0;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import timeslice.program.Reference;
import timeslice.program.Reference.Fetch;
import timeslice.program.Reference.Load;
import timeslice.program.Reference.Modify;
import timeslice.program.Reference.Store;
import timeslice.workbook.Exercise;

@Exercise(
    value = "0.2",
    answers = {Touches.class})
public class TouchesProperties {

  private static final List<Reference> INCREMENT =
      List.of(new Fetch(0x400000, 4), new Modify(0x7ff8, 8), new Fetch(0x400004, 2));

  @Example
  public void anIncrementInMemoryTouchesItTwice() {
    assertThat(Touches.memoryAccesses(INCREMENT.get(0))).as("accesses of a fetch").isEqualTo(1);
    assertThat(Touches.memoryAccesses(INCREMENT.get(1))).as("accesses of a modify").isEqualTo(2);
    assertThat(Touches.bytesMoved(INCREMENT)).as("4 bytes, 8 read and written, 2").isEqualTo(22);
    assertThat(Touches.firstWrite(INCREMENT))
        .as("the first write of %s", INCREMENT)
        .contains(new Modify(0x7ff8, 8));
  }

  @Property(tries = 300)
  public void onlyAModifyAccessesMemoryTwice(@ForAll("references") Reference reference) {
    assertThat(Touches.memoryAccesses(reference))
        .as("memory accesses of %s", reference)
        .isEqualTo(reference instanceof Modify ? 2 : 1);
  }

  @Property(tries = 300)
  public void storesAndModifiesWrite(@ForAll("references") Reference reference) {
    assertThat(Touches.writes(reference))
        .as("%s writes", reference)
        .isEqualTo(reference instanceof Store || reference instanceof Modify);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void theBytesOfAListAreTheSumOfItsReferences(@ForAll("runs") List<Reference> references) {
    // each reference once, and the modifies a second time
    long expected = 0;
    for (Reference reference : references) {
      expected += reference.bytes();
      expected += reference instanceof Modify ? reference.bytes() : 0;
    }
    assertThat(Touches.bytesMoved(references))
        .as("bytes moved by %s", references)
        .isEqualTo(expected);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void theFirstWriteComesAfterReadsOnly(@ForAll("runs") List<Reference> references) {
    int reads = 0;
    while (reads < references.size()
        && (references.get(reads) instanceof Fetch || references.get(reads) instanceof Load)) {
      reads++;
    }
    if (reads == references.size()) {
      assertThat(Touches.firstWrite(references)).as("first write of %s", references).isEmpty();
    } else {
      assertThat(Touches.firstWrite(references))
          .as("first write of %s", references)
          .containsSame(references.get(reads));
    }
  }

  @Provide
  public Arbitrary<Reference> references() {
    Arbitrary<Long> addresses = Arbitraries.longs().between(0, 0xFFFF);
    // small ones as compiled code makes them, and copies so large that two do not fit into an int
    Arbitrary<Integer> sizes =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.of(1, 2, 4, 8, 16)), Tuple.of(1, Arbitraries.of(1 << 30)));
    return Combinators.combine(Arbitraries.integers().between(0, 3), addresses, sizes)
        .as(
            (kind, address, bytes) ->
                switch (kind) {
                  case 0 -> new Fetch(address, bytes);
                  case 1 -> new Load(address, bytes);
                  case 2 -> new Store(address, bytes);
                  default -> new Modify(address, bytes);
                });
  }

  /** Up to six references; often none of them writes. */
  @Provide
  public Arbitrary<List<Reference>> runs() {
    Arbitrary<Reference> reads = references().filter(r -> r instanceof Fetch || r instanceof Load);
    return Arbitraries.oneOf(
        references().list().ofMaxSize(6),
        reads.list().ofMaxSize(3),
        Combinators.combine(reads.list().ofMaxSize(3), references().list().ofMaxSize(3))
            .as((before, after) -> Stream.concat(before.stream(), after.stream()).toList()));
  }
}
