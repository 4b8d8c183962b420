package timeslice.workbook.jvm.scan;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;

/** Where in somebody's code something stands, in words: {@code Counter.increment}. */
final class Place {
  private static final String LAMBDA = "lambda$";

  private Place() {}

  static String of(MethodModel method) {
    String type = method.parent().map(Place::of).orElse("?");
    String name = method.methodName().stringValue();
    return switch (name) {
      case "<init>" -> "the constructor of " + type;
      case "<clinit>" -> "the static initializer of " + type;
      default -> type + "." + (name.startsWith(LAMBDA) ? insideLambda(name) : name);
    };
  }

  static String of(ClassModel model) {
    return simple(model.thisClass().asInternalName());
  }

  /** A class without its package; nested ones with a dot. */
  static String simple(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
  }

  // javac calls the second lambda of increment lambda$increment$1.
  private static String insideLambda(String name) {
    String rest = name.substring(LAMBDA.length());
    int end = rest.lastIndexOf('$');
    String method = end < 0 ? rest : rest.substring(0, end);
    return method.equals("new") || method.equals("static") ? "a lambda" : method;
  }
}
