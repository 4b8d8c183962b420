package timeslice.workbook.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs property classes in this JVM, as a lab's build would. */
public final class Launch {
  private Launch() {}

  /** The verdicts of the laws of some classes, in the order they came. */
  public static List<Verdict> laws(Class<?>... classes) {
    List<Verdict> verdicts = new ArrayList<>();
    run(
        new TestExecutionListener() {
          @Override
          public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            Verdicts.of(test, result).ifPresent(verdicts::add);
          }

          @Override
          public void executionSkipped(TestIdentifier test, String reason) {
            Verdicts.ofSkipped(test, reason).ifPresent(verdicts::add);
          }
        },
        classes);
    return verdicts;
  }

  /** Runs the laws of some classes for a listener. */
  public static void run(TestExecutionListener listener, Class<?>... classes) {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Stream.of(classes).map(c -> selectClass(c)).toList())
            .filters(EngineFilter.includeEngines("jqwik"))
            .build();
    LauncherConfig quiet =
        LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    LauncherFactory.create(quiet).execute(request, listener);
  }

  /** The same with system properties, name and value in turn, set meanwhile. */
  public static List<Verdict> lawsWith(List<String> properties, Class<?>... classes) {
    for (int i = 0; i < properties.size(); i += 2) {
      System.setProperty(properties.get(i), properties.get(i + 1));
    }
    try {
      return laws(classes);
    } finally {
      for (int i = 0; i < properties.size(); i += 2) {
        System.clearProperty(properties.get(i));
      }
    }
  }

  /** The verdict on the only law that is red. */
  public static Verdict red(Class<?> properties) {
    return laws(properties).stream().filter(v -> v.state().red()).findFirst().orElseThrow();
  }
}
