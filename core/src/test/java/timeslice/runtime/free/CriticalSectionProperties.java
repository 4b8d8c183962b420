package timeslice.runtime.free;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static timeslice.runtime.free.SectionOperation.begin;
import static timeslice.runtime.free.SectionOperation.block;
import static timeslice.runtime.free.SectionOperation.end;
import static timeslice.runtime.free.SectionOperation.read;
import static timeslice.runtime.free.SectionOperation.write;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Critical sections never deadlock, and pay for it: an outer one may lose its object. */
class CriticalSectionProperties {
  private static final int A = 0;
  private static final int B = 1;

  /** One thread increments a inside of a and b, the other inside of b and a. */
  private static final List<List<SectionOperation>> OPPOSITE =
      List.of(
          List.of(begin(A), begin(B), read(B), write(B), end(), end()),
          List.of(begin(B), begin(A), read(A), write(A), end(), end()));

  /** The first keeps what it read of a across a nested section. */
  private static final List<List<SectionOperation>> ACROSS =
      List.of(
          List.of(begin(A), read(A), begin(B), end(), write(A), end()),
          List.of(begin(B), begin(A), read(A), write(A), end(), end()));

  private static Reachability explore(List<List<SectionOperation>> threads, WhenBlocked when) {
    return Reachability.of(new CriticalSectionModel(threads, when));
  }

  @Example
  void oppositeNestingNeverDeadlocks() {
    Reachability all = explore(OPPOSITE, WhenBlocked.SUSPEND);
    assertThat(all.violation()).isNull();
    assertThat(all.pointOfNoReturn()).isNull();
    assertThat(all.ends()).isNotEmpty();
  }

  @Example
  void ordinaryNestedLocksDo() {
    assertThat(explore(OPPOSITE, WhenBlocked.HOLD).deadlock())
        .isEqualTo(
            """

              thread 0: begin a
              thread 1: begin b
              thread 0: begin b, taken
              thread 1: begin a, taken\
            """);
  }

  @Example
  void anOuterSectionMayLoseItsObject() {
    CriticalSectionModel model = new CriticalSectionModel(ACROSS, WhenBlocked.SUSPEND);
    Reachability all = Reachability.of(model);
    assertThat(all.ends()).anyMatch(end -> model.value(end, A) == 1);
    assertThat(all.ends()).anyMatch(end -> model.value(end, A) == 2);
    assertThat(all.scheduleTo(s -> bothFinished(model, s) && model.value(s, A) == 1))
        .as("the first thread's section on a is suspended while it waits for b")
        .contains("thread 0: begin b, taken")
        .contains("thread 0: lock a");
  }

  @Example
  void ordinaryNestedLocksWouldKeepIt() {
    CriticalSectionModel model = new CriticalSectionModel(ACROSS, WhenBlocked.HOLD);
    assertThat(Reachability.of(model).ends()).allMatch(end -> model.value(end, A) == 2);
  }

  @Example
  void blockingOutsideSuspendsTheInnermostSectionToo() {
    List<SectionOperation> thread = List.of(begin(A), read(A), block(), write(A), end());
    CriticalSectionModel model =
        new CriticalSectionModel(List.of(thread, thread), WhenBlocked.SUSPEND);
    assertThat(Reachability.of(model).ends()).anyMatch(end -> model.value(end, A) == 1);
  }

  @Example
  void aSectionOnTwoObjectsMayNameThemInAnyOrder() {
    List<List<SectionOperation>> threads =
        List.of(
            List.of(begin(A, B), read(A), write(A), read(B), write(B), end()),
            List.of(begin(B, A), read(B), write(B), read(A), write(A), end()));
    CriticalSectionModel model = new CriticalSectionModel(threads, WhenBlocked.SUSPEND);
    Reachability all = Reachability.of(model);
    assertThat(all.violation()).isNull();
    assertThat(all.pointOfNoReturn()).isNull();
    assertThat(all.ends()).allMatch(end -> model.value(end, A) == 2 && model.value(end, B) == 2);
    assertThat(Reachability.of(lockingInTheOrderNamed(threads)).deadlock())
        .as("who names them in opposite orders, and locks them so")
        .isNotNull();
  }

  private static CriticalSectionModel lockingInTheOrderNamed(List<List<SectionOperation>> threads) {
    return new CriticalSectionModel(threads, WhenBlocked.SUSPEND) {
      @Override
      protected CriticalSections sections(int[] state) {
        return new CriticalSections(state, objects(), depth(), WhenBlocked.SUSPEND) {
          @Override
          protected boolean isLockedFirst(int one, int other) {
            return true;
          }
        };
      }

      @Override
      public @Nullable String violation(int[] state) {
        return null; // it is the deadlock that we want to see
      }
    };
  }

  @Example
  void enteringTheSameObjectAgainNeedsNoSecondLock() {
    CriticalSections sections = new CriticalSections(2, 2, 3, WhenBlocked.SUSPEND);
    sections.begin(0, A);
    sections.begin(0, A);
    sections.end(0);
    assertThat(sections.holder(A)).isEqualTo(0);
    sections.begin(0, B);
    sections.begin(0, A); // not the top one: this waits for itself, and so suspends both
    assertThat(sections.isRunning(0)).isFalse();
    assertThat(sections.canProceed(0)).isTrue();
    sections.proceed(0);
    assertThat(sections.depth(0)).isEqualTo(3);
    assertThat(sections.holder(A)).isEqualTo(0);
    assertThat(sections.holder(B)).isEqualTo(-1);
    sections.end(0);
    assertThat(sections.isRunning(0)).as("b must be locked again").isFalse();
    sections.proceed(0);
    sections.end(0);
    sections.proceed(0);
    sections.end(0);
    assertThat(sections.depth(0)).isZero();
    assertThat(sections.holder(A)).isEqualTo(-1);
  }

  @Example
  void whoWaitsCanDoNothingElse() {
    CriticalSections sections = new CriticalSections(2, 1, 1, WhenBlocked.SUSPEND);
    sections.begin(0, A);
    sections.begin(1, A);
    assertThatThrownBy(() -> sections.end(1))
        .hasMessage("thread 1 must proceed first; it waits for object 0");
    assertThatThrownBy(() -> new CriticalSectionModel(List.of(List.of(begin(A))), WhenBlocked.HOLD))
        .hasMessage("every section that begins must end, got 1 more begins than ends");
  }

  @Property(tries = 200)
  void noNestingOfAnyKindDeadlocks(@ForAll("nestings") List<List<SectionOperation>> threads) {
    Reachability all = explore(threads, WhenBlocked.SUSPEND);
    assertThat(all.violation()).isNull();
    assertThat(all.pointOfNoReturn()).isNull();
  }

  /** Whatever a thread increments in its innermost section is not lost. */
  @Property(tries = 200)
  void theInnermostSectionIsExclusive(@ForAll("nestings") List<List<SectionOperation>> threads) {
    CriticalSectionModel model = new CriticalSectionModel(threads, WhenBlocked.SUSPEND);
    for (int object = 0; object < model.objects(); object++) {
      int each = object;
      long writes =
          threads.stream().flatMap(List::stream).filter(o -> o.equals(write(each))).count();
      assertThat(Reachability.of(model).ends())
          .isNotEmpty()
          .allMatch(end -> model.value(end, each) == writes);
    }
  }

  /** Two or three threads, each with sections in sections that increment what they lock. */
  @Provide
  Arbitrary<List<List<SectionOperation>>> nestings() {
    Arbitrary<Integer> object = Arbitraries.integers().between(0, 2);
    Arbitrary<List<SectionOperation>> thread =
        Combinators.combine(object, object, Arbitraries.of(0, 1, 2))
            .as(CriticalSectionProperties::section)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(CriticalSectionProperties::nest);
    return thread.list().ofMinSize(2).ofMaxSize(3);
  }

  private static List<SectionOperation> section(int one, int other, int form) {
    return switch (form) {
      case 0 -> List.of(begin(one), read(one), write(one));
      case 1 -> List.of(begin(one, other), read(other), write(other));
      default -> List.of(begin(one), block(), read(one), write(one));
    };
  }

  private static List<SectionOperation> nest(List<List<SectionOperation>> sections) {
    List<SectionOperation> all = new ArrayList<>();
    sections.forEach(all::addAll);
    sections.forEach(each -> all.add(end()));
    return all;
  }

  private static boolean bothFinished(CriticalSectionModel model, int[] state) {
    return model.finished(state, 0) && model.finished(state, 1);
  }
}
