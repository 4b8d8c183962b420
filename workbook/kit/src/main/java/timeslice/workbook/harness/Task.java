package timeslice.workbook.harness;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import timeslice.workbook.Exercise;
import timeslice.workbook.ExerciseId;

/**
 * An exercise as its property class declares it: read from bytecode, so that nobody's code runs
 * just to find out what there is to run.
 *
 * @param id for example 2.1
 * @param answers binary names of the classes that the reader writes
 * @param closed packages or classes that these may not refer to
 * @param propertyClass binary name of the class that checks them
 * @param laws names of its properties and examples, nested groups included, sorted
 */
public record Task(
    ExerciseId id,
    Exercise.Kind kind,
    boolean optional,
    int weight,
    List<String> answers,
    List<String> closed,
    String propertyClass,
    List<String> laws) {

  private static final List<String> LAW_MARKS =
      List.of("Lnet/jqwik/api/Property;", "Lnet/jqwik/api/Example;");

  /** Chapters by number, exercises by number within them. */
  public static final Comparator<Task> BY_ID =
      Comparator.comparing(Task::id).thenComparing(Task::propertyClass);

  /** The same exercise with some of its laws only. */
  public Task only(Collection<String> some) {
    return new Task(
        id,
        kind,
        optional,
        weight,
        answers,
        closed,
        propertyClass,
        laws.stream().filter(some::contains).toList());
  }

  /** The exercises among compiled classes, in order. */
  public static List<Task> in(Map<String, byte[]> classes) {
    var tasks = new ArrayList<Task>();
    classes.forEach(
        (name, bytes) -> {
          ClassModel model = ClassFile.of().parse(bytes);
          annotation(model, "Ltimeslice/workbook/Exercise;")
              .ifPresent(mark -> tasks.add(task(name, mark, laws(name, classes))));
        });
    tasks.sort(BY_ID);
    return List.copyOf(tasks);
  }

  /** The class in whose file a class stands, as long as a file holds one. */
  static String outermost(String binaryName) {
    int nested = binaryName.indexOf('$');
    return nested < 0 ? binaryName : binaryName.substring(0, nested);
  }

  private static List<String> laws(String propertyClass, Map<String, byte[]> classes) {
    var laws = new ArrayList<String>();
    classes.forEach(
        (name, bytes) -> {
          if (name.equals(propertyClass) || name.startsWith(propertyClass + "$")) {
            for (var method : ClassFile.of().parse(bytes).methods()) {
              if (LAW_MARKS.stream().anyMatch(mark -> annotation(method, mark).isPresent())) {
                laws.add(method.methodName().stringValue());
              }
            }
          }
        });
    laws.sort(null);
    return List.copyOf(laws);
  }

  private static Task task(String propertyClass, Annotation mark, List<String> laws) {
    String id = "";
    var kind = Exercise.Kind.BUILD;
    boolean optional = false;
    int weight = 1;
    List<String> answers = List.of();
    List<String> closed = List.of();
    for (AnnotationElement element : mark.elements()) {
      AnnotationValue value = element.value();
      switch (element.name().stringValue()) {
        case "value" -> id = text(value);
        case "kind" -> kind = Exercise.Kind.valueOf(text(value));
        case "optional" ->
            optional = value instanceof AnnotationValue.OfBoolean b && b.booleanValue();
        case "weight" -> weight = value instanceof AnnotationValue.OfInt i ? i.intValue() : weight;
        case "answers" -> answers = texts(value);
        case "closed" -> closed = texts(value);
        default -> {
          // an attribute of a newer kit
        }
      }
    }
    return new Task(
        ExerciseId.parse(id), kind, optional, weight, answers, closed, propertyClass, laws);
  }

  private static List<String> texts(AnnotationValue value) {
    return value instanceof AnnotationValue.OfArray array
        ? array.values().stream().map(Task::text).toList()
        : List.of(text(value));
  }

  private static String text(AnnotationValue value) {
    return switch (value) {
      case AnnotationValue.OfString string -> string.stringValue();
      case AnnotationValue.OfEnum constant -> constant.constantName().stringValue();
      case AnnotationValue.OfClass type -> {
        String descriptor = type.className().stringValue();
        yield descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
      }
      default -> throw new IllegalArgumentException("cannot read " + value);
    };
  }

  private static Optional<Annotation> annotation(AttributedElement element, String descriptor) {
    return element
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .flatMap(
            all ->
                all.annotations().stream()
                    .filter(one -> one.className().stringValue().equals(descriptor))
                    .findFirst());
  }
}
