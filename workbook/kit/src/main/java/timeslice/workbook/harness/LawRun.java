package timeslice.workbook.harness;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import timeslice.workbook.run.Verdict;
import timeslice.workbook.run.Verdicts;

/** Runs property classes through the JUnit Platform and tells each law as it ends. */
final class LawRun implements TestExecutionListener {
  private final Map<String, Long> begun = new ConcurrentHashMap<>();
  private final DataOutputStream out;

  private LawRun(DataOutputStream out) {
    this.out = out;
  }

  /** Runs them in the order given; nothing on the class path joins in by itself. */
  static void of(
      List<Class<?>> propertyClasses, Set<String> laws, boolean shrink, DataOutputStream out) {
    var config =
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .addTestEngines(jqwik())
            .build();
    // The same parameters as Surefire's in the root pom.
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                propertyClasses.stream()
                    .<DiscoverySelector>map(DiscoverySelectors::selectClass)
                    .toList())
            .filters((PostDiscoveryFilter) test -> FilterResult.includedIf(isAsked(test, laws)))
            .enableImplicitConfigurationParameters(false)
            .configurationParameter("jqwik.database", "")
            .configurationParameter("jqwik.reporting.onlyfailures", "true")
            .configurationParameter("jqwik.reporting.usejunitplatform", "true")
            .configurationParameter("jqwik.shrinking.default", shrink ? "FULL" : "OFF")
            .build();
    LauncherFactory.create(config).execute(request, new LawRun(out));
  }

  private static boolean isAsked(TestDescriptor test, Set<String> laws) {
    return !(test.getSource().orElse(null) instanceof MethodSource law)
        || laws.contains(Task.outermost(law.getClassName()) + "#" + law.getMethodName());
  }

  private static TestEngine jqwik() {
    for (TestEngine engine : ServiceLoader.load(TestEngine.class, LawRun.class.getClassLoader())) {
      if (engine.getId().equals("jqwik")) {
        return engine;
      }
    }
    throw new IllegalStateException("jqwik is not on the class path");
  }

  @Override
  public void executionStarted(TestIdentifier id) {
    begun.put(id.getUniqueId(), System.nanoTime());
    if (id.getSource().orElse(null) instanceof MethodSource law) {
      tell(new Wire.Event.Started(law.getClassName(), law.getMethodName()));
    }
  }

  @Override
  public void executionSkipped(TestIdentifier id, String reason) {
    Verdicts.ofSkipped(id, reason).ifPresent(verdict -> tell(id, verdict));
  }

  @Override
  public void executionFinished(TestIdentifier id, TestExecutionResult result) {
    Verdicts.of(id, result).ifPresent(verdict -> tell(id, verdict));
    if (id.getSource().orElse(null) instanceof ClassSource group
        && result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
      tell(new Wire.Event.Broken(group.getClassName(), String.valueOf(result.getThrowable())));
    }
  }

  private void tell(TestIdentifier id, Verdict verdict) {
    long now = System.nanoTime();
    var took = Duration.ofNanos(now - begun.getOrDefault(id.getUniqueId(), now));
    tell(new Wire.Event.Finished(verdict.properties(), new LawResult(verdict, took)));
  }

  private void tell(Wire.Event event) {
    try {
      event.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("the harness is gone", e);
    }
  }
}
