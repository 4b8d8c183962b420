package timeslice.workbook.harness;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a compilation gave: classes by binary name, or errors in words.
 *
 * <p>Nobody changes the byte arrays.
 */
public record Compiled(SortedMap<String, byte[]> classes, List<String> errors) {

  public Compiled {
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    errors = List.copyOf(errors);
  }

  /** Whether there are no errors. */
  public boolean isFine() {
    return errors.isEmpty();
  }

  /** These classes, with those of another compilation in place of the ones of the same name. */
  Compiled overlaidBy(Compiled upper) {
    var all = new TreeMap<>(classes);
    all.keySet().removeIf(name -> upper.classes.containsKey(Task.outermost(name)));
    all.putAll(upper.classes);
    return new Compiled(all, upper.errors);
  }

  /**
   * What others can compile against, as a hash: while it stays the same, laws that were compiled
   * against these classes need not be compiled again.
   */
  String api() {
    var all = new StringBuilder();
    classes.forEach((name, bytes) -> describe(ClassFile.of().parse(bytes), all));
    return Sources.sha256(all.toString());
  }

  private static void describe(ClassModel model, StringBuilder all) {
    all.append(model.thisClass().asInternalName()).append(' ').append(model.flags().flagsMask());
    model.superclass().ifPresent(one -> all.append(" < ").append(one.asInternalName()));
    model.interfaces().forEach(one -> all.append(" + ").append(one.asInternalName()));
    var members = new TreeSet<String>();
    for (var field : model.fields()) {
      if (!field.flags().has(AccessFlag.PRIVATE)) {
        // A constant is copied into whoever reads it.
        var constant =
            field
                .findAttribute(java.lang.classfile.Attributes.constantValue())
                .map(Object::toString);
        members.add(
            field.flags().flagsMask() + " " + field.fieldName() + field.fieldType() + constant);
      }
    }
    for (var method : model.methods()) {
      if (!method.flags().has(AccessFlag.PRIVATE)) {
        members.add(method.flags().flagsMask() + " " + method.methodName() + method.methodType());
      }
    }
    all.append(members).append('\n');
  }
}
