package timeslice.workbook.harness;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

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

  /**
   * Where the answers to an exercise use what the exercise closes, in words; empty when nowhere.
   * Helper classes of the reader's own count as part of the answer, the answers to other exercises
   * do not.
   */
  public static List<String> closed(Bench bench, Task task) {
    Map<String, byte[]> classes = bench.answers().classes();
    var others = new HashSet<String>();
    bench.tasks().forEach(other -> others.addAll(other.answers()));
    others.removeAll(task.answers());
    var found = new ArrayList<String>();
    var toLook = new ArrayDeque<String>();
    for (String name : classes.keySet()) {
      if (task.answers().contains(Task.outermost(name))) {
        toLook.add(name);
      }
    }
    var looked = new HashSet<String>(toLook);
    while (!toLook.isEmpty()) {
      String name = toLook.pop();
      byte[] bytes = Objects.requireNonNull(classes.get(name));
      for (String used : classes(bytes)) {
        if (task.closed().stream().anyMatch(closed -> isWithin(used, closed))) {
          found.add(name + " uses " + used + ", which is closed to " + task.id());
        } else if (classes.containsKey(used)
            && !others.contains(Task.outermost(used))
            && looked.add(used)) {
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
