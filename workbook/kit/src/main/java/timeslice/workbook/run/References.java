package timeslice.workbook.run;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What classes refer to, read from their constant pools. */
public final class References {
  private References() {}

  /** Binary names of all classes that a class names anywhere, signatures included. */
  public static SortedSet<String> classes(byte[] classFile) {
    var names = new TreeSet<String>();
    for (PoolEntry entry : ClassFile.of().parse(classFile).constantPool()) {
      switch (entry) {
        case ClassEntry type -> addAll(type.asInternalName(), names);
        case NameAndTypeEntry member -> addAll(member.type().stringValue(), names);
        case MethodTypeEntry type -> addAll(type.descriptor().stringValue(), names);
        // descriptors of own fields and methods, and generic signatures
        case Utf8Entry text -> {
          String value = text.stringValue();
          if (value.startsWith("(") || value.endsWith(";")) {
            addAll(value, names);
          }
        }
        default -> {
          // numbers and strings name no class
        }
      }
    }
    return names;
  }

  /** Methods and fields of other classes that a class uses, as {@code java.lang.System.exit}. */
  public static SortedSet<String> members(byte[] classFile) {
    var names = new TreeSet<String>();
    for (PoolEntry entry : ClassFile.of().parse(classFile).constantPool()) {
      if (entry instanceof MemberRefEntry member) {
        String owner = member.owner().asInternalName().replace('/', '.');
        names.add(owner + "." + member.name().stringValue());
      }
    }
    return names;
  }

  private static void addAll(String typesOrName, Set<String> names) {
    if (!typesOrName.contains(";") && !typesOrName.startsWith("[")) {
      names.add(typesOrName.replace('/', '.'));
      return;
    }
    int at = 0;
    while ((at = typesOrName.indexOf('L', at)) >= 0) {
      int end = at + 1;
      while (end < typesOrName.length() && ";<>:(".indexOf(typesOrName.charAt(end)) < 0) {
        end++;
      }
      names.add(typesOrName.substring(at + 1, end).replace('/', '.'));
      at = end;
    }
  }

  /** A class of the answer's, and what it uses although the exercise closes it: binary names. */
  public record Shortcut(String by, String used) {}

  /**
   * Where the answers to an exercise use what the exercise closes; empty when nowhere. Helper
   * classes of the reader's own count as part of the answer, the answers to other exercises do not.
   *
   * @param answers binary names of the exercise's answers
   * @param closed packages or classes that these may not refer to
   * @param others whether a class is the answer to another exercise
   * @param bytes the class file of a class of the reader's, by binary name; null for other classes
   */
  public static List<Shortcut> shortcuts(
      Collection<String> answers,
      Collection<String> closed,
      Predicate<String> others,
      Function<String, byte @Nullable []> bytes) {
    var found = new ArrayList<Shortcut>();
    var toLook = new ArrayDeque<String>(answers);
    var looked = new HashSet<String>(answers);
    while (!toLook.isEmpty()) {
      String name = toLook.pop();
      byte[] file = bytes.apply(name);
      if (file == null) {
        continue;
      }
      for (String used : classes(file)) {
        if (closed.stream().anyMatch(one -> isWithin(used, one))) {
          found.add(new Shortcut(name, used));
        } else if (looked.add(used) && !others.test(used)) {
          toLook.add(used);
        }
      }
    }
    return found;
  }

  private static boolean isWithin(String used, String closed) {
    return used.equals(closed) || used.startsWith(closed + ".") || used.startsWith(closed + "$");
  }
}
