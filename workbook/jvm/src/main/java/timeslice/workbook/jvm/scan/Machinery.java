package timeslice.workbook.jvm.scan;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Uses of the JDK's own machinery for threads, and of what differs from run to run. */
final class Machinery {
  private final List<ClassModel> models;

  Machinery(List<ClassModel> models) {
    this.models = models;
  }

  /** A sentence about the first use. */
  Optional<String> find() {
    return models.stream().flatMap(Machinery::inClass).findFirst();
  }

  private static Stream<String> inClass(ClassModel model) {
    Stream<String> parents =
        Stream.concat(model.superclass().stream(), model.interfaces().stream())
            .flatMap(type -> Unseen.type(type.asInternalName()).stream())
            .map(unseen -> sentence(Place.of(model) + " is a kind of " + unseen.name(), unseen));
    Stream<String> fields = model.fields().stream().flatMap(field -> inField(model, field));
    Stream<String> methods = model.methods().stream().flatMap(Machinery::inMethod);
    return Stream.of(parents, fields, methods).flatMap(all -> all);
  }

  private static Stream<String> inField(ClassModel model, FieldModel field) {
    String type = field.fieldType().stringValue();
    if (!type.endsWith(";")) {
      return Stream.empty();
    }
    String name = type.substring(type.indexOf('L') + 1, type.length() - 1);
    String which = field.fieldName().stringValue() + " in " + Place.of(model);
    return Unseen.type(name).stream()
        .map(unseen -> sentence(which + " is " + unseen.withArticle(), unseen));
  }

  private static Stream<String> inMethod(MethodModel method) {
    String place = Place.of(method);
    if (method.flags().has(AccessFlag.SYNCHRONIZED)) {
      return Stream.of(sentence(place + " uses " + Unseen.MONITOR.name(), Unseen.MONITOR));
    }
    return method.code().stream()
        .flatMap(code -> code.elementList().stream())
        .flatMap(element -> unseen(element).stream())
        .map(unseen -> sentence(place + " uses " + unseen.name(), unseen));
  }

  private static Optional<Unseen> unseen(CodeElement element) {
    return switch (element) {
      case MonitorInstruction ignored -> Optional.of(Unseen.MONITOR);
      case InvokeInstruction call ->
          Unseen.member(
              call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue());
      case FieldInstruction field -> Unseen.type(field.owner().asInternalName());
      case NewObjectInstruction made -> Unseen.type(made.className().asInternalName());
      case InvokeDynamicInstruction made ->
          made.invokedynamic().bootstrap().arguments().stream()
              .filter(MethodHandleEntry.class::isInstance)
              .map(handle -> ((MethodHandleEntry) handle).reference())
              .flatMap(reference -> unseen(reference).stream())
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<Unseen> unseen(MemberRefEntry reference) {
    return Unseen.member(
        reference.owner().asInternalName(),
        reference.name().stringValue(),
        reference.type().stringValue());
  }

  private static String sentence(String what, Unseen unseen) {
    return what + ": " + unseen.why();
  }
}
