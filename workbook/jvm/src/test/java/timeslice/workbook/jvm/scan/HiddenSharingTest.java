package timeslice.workbook.jvm.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HiddenSharingTest {
  private static final String HEAD =
      """
      package lab;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.atomic.*;
      import java.util.concurrent.locks.*;
      import java.lang.invoke.*;
      import timeslice.workbook.jvm.explore.*;
      """;

  /** What is said about class Counter, whose body this is; empty if nothing. */
  private static String said(String body) {
    return saidOf("class Counter {" + body + "}");
  }

  private static String saidOf(String source) {
    Map<String, byte[]> classes = Sources.compile(HEAD + source);
    return HiddenSharing.in(List.of("lab.Counter"), classes::get).orElse("");
  }

  @Test
  void codeThatSharesThroughSharedObjectsIsFine() {
    assertThat(
            said(
                """
                private final SharedInt n = new SharedInt("n");
                private final SharedLock lock = new SharedLock("lock");
                private final int step;
                private static final int[] POWERS = {1, 2, 4};
                private static final List<String> NAMES = List.of("a", "b");
                enum Mood { GOOD, BAD }
                record Pair(int a, List<Integer> b) {}
                Counter(int step) { this.step = step; }
                void increment() {
                  lock.lock();
                  try { n.set(n.get() + step * POWERS[1]); } finally { lock.unlock(); }
                  while (n.get() == 0) Thread.onSpinWait();
                  String.format("%s %s", NAMES.get(0), Mood.values()[0], Thread.currentThread());
                  var list = new ArrayList<Integer>();
                  Runnable later = () -> n.incrementAndGet();
                  switch (Mood.BAD) { case GOOD -> {} case BAD -> later.run(); }
                }
                int[] copy() { int[] mine = new int[3]; mine[2] = 5; return mine; }
                """))
        .isEmpty();
  }

  @Test
  void aPlainFieldIsRefused() {
    assertThat(said("int n; void increment() { n++; }"))
        .isEqualTo(
            "n is a plain field, written in Counter.increment: the explorer cannot see it; use"
                + " SharedInt");
    assertThat(said("volatile Object top; void push(Object o) { top = o; }"))
        .isEqualTo(
            "top is a volatile field, written in Counter.push: the explorer cannot see it; use"
                + " SharedRef");
    assertThat(
            said("static boolean held; void lock() { Runnable r = () -> held = true; r.run(); }"))
        .isEqualTo(
            "held is a plain field, written in Counter.lock: the explorer cannot see it; use"
                + " SharedInt");
  }

  @Test
  void aFieldThatOnlyTheConstructorWritesIsFine() {
    assertThat(said("int n; Counter() { n = 5; } int get() { return n; }")).isEmpty();
  }

  @Test
  void aPlainFieldOfANestedClassOrAHelperIsRefusedToo() {
    assertThat(said("static class Node { Node next; } void push(Node node) { node.next = null; }"))
        .startsWith("next is a plain field, written in Counter.push");
    assertThat(
            saidOf(
                """
                class Counter { final Helper helper = new Helper(); }
                class Helper { int n; void add() { n++; } }
                """))
        .startsWith("n is a plain field, written in Helper.add");
  }

  @Test
  void anArrayInAFieldIsRefusedWhenItIsWritten() {
    assertThat(said("final int[] items = new int[4]; void put(int i) { items[i] = 1; }"))
        .isEqualTo(
            "items is an array, written in Counter.put: the explorer cannot see its slots; use"
                + " SharedArray");
    assertThat(said("final int[] items = {1, 2}; int get(int i) { return items[i]; }")).isEmpty();
  }

  @Test
  void aCollectionInAFieldIsRefusedWhenCollectionsAreChanged() {
    assertThat(
            said(
                "final Deque<String> items = new ArrayDeque<>(); void put() { items.add(\"a\"); }"))
        .isEqualTo(
            "items in Counter is a Deque: the explorer cannot see into it; use SharedArray or"
                + " SharedRef");
  }

  @Test
  void theMachineryOfTheJdkIsRefused() {
    assertThat(said("synchronized void a() {}"))
        .isEqualTo("Counter.a uses synchronized: the explorer cannot see it; use SharedLock");
    assertThat(said("void a() { synchronized (this) { hashCode(); } }"))
        .isEqualTo("Counter.a uses synchronized: the explorer cannot see it; use SharedLock");
    assertThat(said("final AtomicInteger n = new AtomicInteger();"))
        .isEqualTo("n in Counter is an AtomicInteger: the explorer cannot see it; use SharedInt");
    assertThat(said("void a() { new ReentrantLock().lock(); }"))
        .isEqualTo("Counter.a uses ReentrantLock: the explorer cannot see it; use SharedLock");
    assertThat(said("void a(VarHandle h) { h.set(this, 1); }"))
        .isEqualTo(
            "Counter.a uses VarHandle: the explorer cannot see it; use SharedInt or SharedRef");
    assertThat(said("void a() { LockSupport.park(); }"))
        .isEqualTo("Counter.a uses LockSupport: the explorer cannot see it; use Parker");
    assertThat(said("void a() throws Exception { wait(); }"))
        .isEqualTo("Counter.a uses Object.wait: the explorer cannot see it; use SharedCondition");
    assertThat(said("void a() { notifyAll(); }"))
        .isEqualTo(
            "Counter.a uses Object.notifyAll: the explorer cannot see it; use SharedCondition");
    assertThat(said("void a() { Thread.yield(); }"))
        .isEqualTo(
            "Counter.a uses Thread.yield: the explorer cannot see it; use Parker to wait, and the"
                + " scenario's threads to run");
    assertThat(said("void a() { new ConcurrentHashMap<String, String>(); }"))
        .isEqualTo(
            "Counter.a uses ConcurrentHashMap: the explorer cannot see it; use SharedInt, SharedRef"
                + " or SharedLock");
  }

  @Test
  void whatHidesInALambdaIsFound() {
    assertThat(
            said(
                "void a(AtomicLong n) { IntSupplier s = () -> (int) n.get(); }"
                    .replace("IntSupplier", "java.util.function.IntSupplier")))
        .startsWith("Counter.a uses AtomicLong");
    assertThat(said("java.util.function.LongSupplier a(AtomicLong n) { return n::get; }"))
        .startsWith("Counter.a uses AtomicLong");
  }

  @Test
  void chanceIsRefused() {
    assertThat(said("double a() { return Math.random(); }"))
        .isEqualTo(
            "Counter.a uses Math.random: it differs from run to run, and a schedule must come out"
                + " the same each time");
    assertThat(said("long a() { return System.nanoTime(); }"))
        .startsWith("Counter.a uses System.nanoTime");
    assertThat(said("int a() { return ThreadLocalRandom.current().nextInt(); }"))
        .startsWith("Counter.a uses ThreadLocalRandom");
  }

  @Test
  void aClassFileThatCannotBeReadIsSaid() {
    assertThat(HiddenSharing.in(List.of("lab.Gone"), name -> null))
        .hasValueSatisfying(
            it -> assertThat(it).startsWith("the class file of lab.Gone cannot be read"));
  }

  /** Knows its classes only as bytes, like the loader of the workbook's harness. */
  private static final class MemoryLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    MemoryLoader(Map<String, byte[]> classes) {
      super(HiddenSharingTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      byte[] bytes = classes.get(name.replace(".class", "").replace('/', '.'));
      return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
  }

  @Test
  void classesThatWereCompiledInMemoryAreReadThroughTheirLoader() throws ClassNotFoundException {
    Map<String, byte[]> classes =
        Sources.compile(
            HEAD
                + """
                public class Counter { final Helper helper = new Helper(); }
                class Helper { int n; void add() { n++; } }
                """
                    .replace("public class", "class"));
    Class<?> counter = new MemoryLoader(classes).loadClass("lab.Counter");
    Optional<String> said = HiddenSharing.in(List.of(counter));
    assertThat(said)
        .hasValueSatisfying(
            it -> assertThat(it).startsWith("n is a plain field, written in Helper.add"));
  }
}
