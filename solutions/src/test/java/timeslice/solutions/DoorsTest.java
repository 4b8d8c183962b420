package timeslice.solutions;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import timeslice.workbook.Exercise;
import timeslice.workbook.harness.Bench;
import timeslice.workbook.harness.Lab;

/** The doors between the rooms open one way only. */
class DoorsTest {
  private static final String[] JDK = {"java..", "javax.tools..", "jdk..", "org.jspecify.."};
  private static final String[] MODEL = {
    "timeslice",
    "timeslice.memory..",
    "timeslice.cpu..",
    "timeslice.kernel..",
    "timeslice.runtime..",
    "timeslice.program..",
    "timeslice.explore..",
    "timeslice.trace..",
    "timeslice.picture.."
  };
  private static final Set<String> CALLS_NO_BROWSER_HAS =
      Set.of(
          "java.lang.System.nanoTime",
          "java.lang.System.currentTimeMillis",
          "java.lang.String.format",
          "java.lang.String.formatted",
          "java.lang.String.lines",
          "java.lang.String.indent",
          "java.lang.String.transform",
          "java.lang.Math.log",
          "java.lang.Math.log10",
          "java.lang.Math.exp",
          "java.lang.Math.pow",
          "java.lang.Math.random");

  @TempDir Path folder;

  @Test
  void coreUsesTheJdkAlone() {
    onlyUse("core", Rooms.CORE, MODEL);
  }

  @Test
  void coreRunsInABrowser() {
    RUNS_IN_A_BROWSER.check(Rooms.CORE);
  }

  @Test
  void theRuleAboutBrowsersHasTeeth() {
    assertThat(RUNS_IN_A_BROWSER.evaluate(Rooms.roomOf(Exercise.class)).hasViolation()).isTrue();
  }

  private static final ArchRule RUNS_IN_A_BROWSER =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.util.concurrent..",
                      "java.util.regex..",
                      "java.util.random..",
                      "java.io..",
                      "java.nio.file..",
                      "java.nio.channels..",
                      "java.net..",
                      "java.time..",
                      "java.lang.reflect..",
                      "java.lang.ref..")
                  .and(not(serializable())))
          .orShould()
          .dependOnClassesThat(
              named(
                  "java.lang.Thread",
                  "java.lang.ThreadLocal",
                  "java.lang.Process",
                  "java.lang.Runtime",
                  "java.util.Random",
                  "java.util.SplittableRandom",
                  "java.util.HexFormat",
                  "java.util.StringJoiner",
                  "java.util.Formatter",
                  "java.util.UUID"))
          .orShould()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "is a call that a browser or another platform answers otherwise",
                  DoorsTest::isNotForBrowsers));

  private static boolean isNotForBrowsers(JavaAccess<?> access) {
    return CALLS_NO_BROWSER_HAS.contains(
        access.getTargetOwner().getName() + "." + access.getTarget().getName());
  }

  // Every exception and enum is serializable, written or not.
  private static DescribedPredicate<JavaClass> serializable() {
    return named("java.io.Serializable", "java.io.ObjectStreamException");
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    Set<String> all = Set.of(names);
    return DescribedPredicate.describe("one of " + all, type -> all.contains(type.getName()));
  }

  @Test
  void theKitKnowsNoLab() {
    JavaClasses kit = Rooms.roomOf(Exercise.class);
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("timeslice.lab..", "timeslice.solutions.."))
        .check(kit);
    noNamesOfTheJdk(kit);
  }

  @Test
  void noModelTypeIsNamedLikeTheRealThing() {
    noNamesOfTheJdk(Rooms.CORE);
  }

  @TestFactory
  Stream<DynamicNode> labsKnowTheModelAndThemselves() {
    return Workbook.open().stream()
        .flatMap(
            lab ->
                Stream.of(
                    dynamicTest(
                        lab.name() + ", answers",
                        () -> answersUseTheModel(lab, Workbook.solutions(lab))),
                    dynamicTest(lab.name() + ", laws", () -> lawsStayAtHome(lab))));
  }

  private void answersUseTheModel(Lab lab, Bench bench) throws IOException {
    JavaClasses answers = imported(lab.name() + "-answers", bench.answers().classes());
    String[] own = {"timeslice.lab." + packageOf(lab) + "..", "timeslice.workbook.jvm.."};
    onlyUse(lab.name(), answers, Stream.of(MODEL, own).flatMap(Stream::of).toArray(String[]::new));
    noNamesOfTheJdk(answers);
  }

  private void lawsStayAtHome(Lab lab) throws IOException {
    Bench bench = Workbook.solutions(lab);
    var all = new TreeMap<>(bench.laws().classes());
    all.putAll(bench.answers().classes());
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("timeslice.lab..")
                .and(not(resideInAPackage("timeslice.lab." + packageOf(lab) + ".."))))
        .check(imported(lab.name() + "-laws", all));
  }

  /** Every package of a lab bears its name without hyphens. */
  private static String packageOf(Lab lab) {
    return lab.name().substring("lab-".length()).replace("-", "");
  }

  private static void onlyUse(String room, JavaClasses its, String... packages) {
    String[] all = Stream.of(JDK, packages).flatMap(Stream::of).toArray(String[]::new);
    ArchRule rule =
        classes().should().onlyDependOnClassesThat(resideInAnyPackage(all).or(primitive()));
    rule.as(room + " uses the JDK and " + String.join(", ", packages)).check(its);
  }

  // Primitive types and arrays of them live in no package.
  private static DescribedPredicate<JavaClass> primitive() {
    return DescribedPredicate.describe(
        "primitive", type -> type.getBaseComponentType().isPrimitive());
  }

  private static void noNamesOfTheJdk(JavaClasses its) {
    noClasses()
        .should()
        .haveSimpleName("Thread")
        .orShould()
        .haveSimpleName("Process")
        .orShould()
        .haveSimpleName("Runtime")
        .check(its);
  }

  private JavaClasses imported(String name, Map<String, byte[]> classes) throws IOException {
    Path root = folder.resolve(name);
    for (var one : classes.entrySet()) {
      Path file = root.resolve(one.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, one.getValue());
    }
    return new ClassFileImporter().importPath(root);
  }
}
