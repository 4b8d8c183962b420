package timeslice.workbook.jvm.scan;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Fields through which threads could share something without a step that an explorer sees. */
final class PlainFields {
  private static final Set<String> CHANGES =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "append",
          "clear",
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "delete",
          "deleteCharAt",
          "insert",
          "merge",
          "offer",
          "offerFirst",
          "offerLast",
          "poll",
          "pollFirst",
          "pollLast",
          "pop",
          "push",
          "put",
          "putAll",
          "putIfAbsent",
          "remove",
          "removeAll",
          "removeFirst",
          "removeIf",
          "removeLast",
          "replaceAll",
          "retainAll",
          "set",
          "setLength",
          "sort");
  private static final Set<String> BUILDERS =
      Set.of("java/lang/StringBuilder", "java/lang/StringBuffer");

  private final List<ClassModel> models;
  private final Map<String, FieldModel> fields = new HashMap<>();

  PlainFields(List<ClassModel> models) {
    this.models = models;
    for (ClassModel model : models) {
      for (FieldModel field : model.fields()) {
        fields.put(
            name(model.thisClass().asInternalName(), field.fieldName().stringValue()), field);
      }
    }
  }

  private static String name(String owner, String field) {
    return owner + "." + field;
  }

  /** A sentence about the first such field. */
  Optional<String> find() {
    return models.stream()
        .flatMap(
            model ->
                Stream.concat(
                    model.methods().stream()
                        .filter(method -> !prepares(method))
                        .flatMap(this::written),
                    collections(model)))
        .findFirst();
  }

  private static boolean prepares(MethodModel method) {
    return method.methodName().stringValue().startsWith("<");
  }

  private Stream<String> written(MethodModel method) {
    return Stream.concat(assigned(method), slots(method));
  }

  // Constructors may assign: the object is nobody else's yet.
  private Stream<String> assigned(MethodModel method) {
    return instructions(method)
        .filter(it -> it.opcode() == Opcode.PUTFIELD || it.opcode() == Opcode.PUTSTATIC)
        .flatMap(it -> field(it).stream())
        .filter(field -> !field.flags().has(AccessFlag.FINAL))
        .map(
            field -> {
              String name = field.fieldName().stringValue();
              String kind = field.flags().has(AccessFlag.VOLATILE) ? "volatile" : "plain";
              return "%s is a %s field, written in %s: the explorer cannot see it; use %s"
                  .formatted(
                      name, kind, Place.of(method), instead(field.fieldType().stringValue()));
            });
  }

  private static String instead(String type) {
    if (type.startsWith("[")) {
      return "SharedArray";
    }
    return type.startsWith("L") ? "SharedRef" : "SharedInt";
  }

  // An array is refused when a method both reads it from its field and writes to some slot.
  private Stream<String> slots(MethodModel method) {
    if (!ArrayWrites.in(method)) {
      return Stream.empty();
    }
    return instructions(method)
        .filter(it -> it.opcode() == Opcode.GETFIELD || it.opcode() == Opcode.GETSTATIC)
        .flatMap(it -> field(it).stream())
        .filter(field -> field.fieldType().stringValue().startsWith("["))
        .map(
            field ->
                "%s is an array, written in %s: the explorer cannot see its slots; use SharedArray"
                    .formatted(field.fieldName().stringValue(), Place.of(method)));
  }

  private static Stream<FieldInstruction> instructions(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementList().stream())
        .filter(FieldInstruction.class::isInstance)
        .map(FieldInstruction.class::cast);
  }

  private Optional<FieldModel> field(FieldInstruction it) {
    return Optional.ofNullable(
        fields.get(name(it.owner().asInternalName(), it.name().stringValue())));
  }

  // A collection that nobody changes is a constant.
  private Stream<String> collections(ClassModel model) {
    if (model.methods().stream().noneMatch(PlainFields::changesCollections)) {
      return Stream.empty();
    }
    return model.fields().stream()
        .filter(field -> !field.flags().has(AccessFlag.SYNTHETIC))
        .filter(field -> isCollection(field.fieldType().stringValue()))
        .map(
            field -> {
              String type = field.fieldType().stringValue();
              String kind = Place.simple(type.substring(1, type.length() - 1));
              String article = "AEIOU".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ";
              return "%s in %s is %s: the explorer cannot see into it; use SharedArray or SharedRef"
                  .formatted(field.fieldName().stringValue(), Place.of(model), article + kind);
            });
  }

  private static boolean changesCollections(MethodModel method) {
    return !prepares(method)
        && method.code().stream()
            .flatMap(code -> code.elementList().stream())
            .anyMatch(
                it ->
                    it instanceof InvokeInstruction call
                        && isChangeable(call.owner().asInternalName())
                        && CHANGES.contains(call.name().stringValue()));
  }

  private static boolean isCollection(String type) {
    return type.startsWith("L") && isChangeable(type.substring(1, type.length() - 1));
  }

  private static boolean isChangeable(String owner) {
    boolean nested = owner.lastIndexOf('/') > "java/util/".length();
    boolean util = owner.startsWith("java/util/") && !nested;
    boolean fixed = owner.startsWith("java/util/Optional") || owner.equals("java/util/Comparator");
    return BUILDERS.contains(owner) || (util && !fixed);
  }
}
