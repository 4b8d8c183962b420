package timeslice.workbook.jvm.scan;

import java.util.Optional;
import java.util.Set;

/**
 * Something of the JDK's that an explorer cannot see.
 *
 * @param name as a reader knows it
 * @param why why not, and what to use instead
 */
record Unseen(String name, String why) {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final Set<String> HARMLESS =
      Set.of(CONCURRENT + "TimeUnit", CONCURRENT + "Callable");
  private static final Set<String> HARMLESS_OF_THREADS =
      Set.of("currentThread", "getName", "onSpinWait", "toString", "equals", "hashCode");
  private static final Set<String> MONITOR_METHODS =
      Set.of("wait()V", "wait(J)V", "wait(JI)V", "notify()V", "notifyAll()V");
  private static final Set<String> CHANCE =
      Set.of(
          "java/util/Random",
          "java/util/SplittableRandom",
          "java/util/UUID",
          CONCURRENT + "ThreadLocalRandom");

  /** {@code synchronized}. */
  static final Unseen MONITOR = cannotSee("synchronized", "SharedLock");

  /** What is wrong with a class, by internal name; nothing if it is harmless. */
  static Optional<Unseen> type(String owner) {
    String name = Place.simple(owner);
    if (CHANCE.contains(owner) || owner.startsWith("java/util/random/")) {
      return Optional.of(chance(name));
    }
    if (HARMLESS.contains(owner)) {
      return Optional.empty();
    }
    if (owner.equals("java/lang/invoke/VarHandle") || owner.endsWith("misc/Unsafe")) {
      return Optional.of(cannotSee(name, "SharedInt or SharedRef"));
    }
    if (owner.startsWith(CONCURRENT)) {
      return Optional.of(cannotSee(name, insteadOf(owner.substring(CONCURRENT.length()))));
    }
    boolean timer = owner.equals("java/util/Timer");
    return timer ? Optional.of(cannotSee(name, "the scenario's threads")) : Optional.empty();
  }

  private static String insteadOf(String concurrent) {
    return switch (concurrent) {
      case "atomic/AtomicInteger", "atomic/AtomicLong", "atomic/AtomicBoolean" -> "SharedInt";
      case "atomic/AtomicReference" -> "SharedRef";
      case "locks/LockSupport" -> "Parker";
      case "locks/Condition" -> "SharedCondition";
      case "Semaphore" -> "SharedSemaphore";
      default -> {
        if (concurrent.startsWith("atomic/Atomic") && concurrent.endsWith("Array")) {
          yield "SharedArray";
        }
        yield concurrent.startsWith("locks/") ? "SharedLock" : "SharedInt, SharedRef or SharedLock";
      }
    };
  }

  /** What is wrong with using a member of a class; nothing if it is harmless. */
  static Optional<Unseen> member(String owner, String name, String type) {
    if (MONITOR_METHODS.contains(name + type)) {
      return Optional.of(cannotSee("Object." + name, "SharedCondition"));
    }
    boolean threads = owner.equals("java/lang/Thread") || owner.startsWith("java/lang/Thread$");
    if (threads && !HARMLESS_OF_THREADS.contains(name)) {
      String member = Place.simple(owner) + (name.equals("<init>") ? "" : "." + name);
      return Optional.of(cannotSee(member, "Parker to wait, and the scenario's threads to run"));
    }
    boolean clock =
        owner.equals("java/lang/System")
            && (name.equals("nanoTime") || name.equals("currentTimeMillis"));
    boolean random = owner.equals("java/lang/Math") && name.equals("random");
    if (clock || random) {
      return Optional.of(chance(Place.simple(owner) + "." + name));
    }
    return type(owner);
  }

  private static Unseen cannotSee(String name, String instead) {
    return new Unseen(name, "the explorer cannot see it; use " + instead);
  }

  private static Unseen chance(String name) {
    return new Unseen(
        name, "it differs from run to run, and a schedule must come out the same each time");
  }

  String withArticle() {
    return ("AEIOU".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
  }
}
