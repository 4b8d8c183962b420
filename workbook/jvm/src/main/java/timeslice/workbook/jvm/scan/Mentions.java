package timeslice.workbook.jvm.scan;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Set;
import java.util.TreeSet;

/** The classes that a class file names: what its code uses, and what is nested in it. */
final class Mentions {
  private Mentions() {}

  /** Binary names in alphabetical order, without arrays. */
  static Set<String> of(ClassModel model) {
    var names = new TreeSet<String>();
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof ClassEntry type) {
        add(type, names);
      }
    }
    model
        .findAttribute(Attributes.nestMembers())
        .ifPresent(nest -> nest.nestMembers().forEach(type -> add(type, names)));
    return names;
  }

  private static void add(ClassEntry type, Set<String> names) {
    String name = type.asInternalName();
    String element = name.substring(name.lastIndexOf('[') + 1);
    boolean named = element.length() == name.length();
    if (named) {
      names.add(name.replace('/', '.'));
    } else if (element.startsWith("L")) {
      names.add(element.substring(1, element.length() - 1).replace('/', '.'));
    }
  }
}
