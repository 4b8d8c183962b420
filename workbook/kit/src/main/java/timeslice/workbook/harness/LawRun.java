package timeslice.workbook.harness;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.jspecify.annotations.Nullable;

/** Runs property classes through the JUnit Platform and tells each law as it ends. */
final class LawRun implements TestExecutionListener {
  private final Map<String, Long> begun = new ConcurrentHashMap<>();
  private final DataOutputStream out;

  private LawRun(DataOutputStream out) {
    this.out = out;
  }

  /** Runs them in the order given; nothing on the class path joins in by itself. */
  static void of(List<Class<?>> propertyClasses, DataOutputStream out) {
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
            .enableImplicitConfigurationParameters(false)
            .configurationParameter("jqwik.database", "")
            .configurationParameter("jqwik.reporting.onlyfailures", "true")
            .configurationParameter("jqwik.reporting.usejunitplatform", "true")
            .configurationParameter("jqwik.shrinking.default", "FULL")
            .build();
    LauncherFactory.create(config).execute(request, new LawRun(out));
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
    tell(id, Verdict.FALSIFIED, "was skipped: " + reason);
  }

  @Override
  public void executionFinished(TestIdentifier id, TestExecutionResult result) {
    boolean fine = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
    if (fine) {
      tell(id, Verdict.PASSED, "");
    } else {
      Throwable thrown = result.getThrowable().orElse(null);
      tell(id, verdict(thrown), message(thrown));
    }
  }

  private static Verdict verdict(@Nullable Throwable thrown) {
    return thrown instanceof timeslice.Todo ? Verdict.NOT_WRITTEN : Verdict.FALSIFIED;
  }

  private static String message(@Nullable Throwable thrown) {
    try {
      return thrown == null ? "was aborted" : String.valueOf(thrown.getMessage());
    } catch (Throwable evil) {
      return "failed, and its message cannot be read";
    }
  }

  private void tell(TestIdentifier id, Verdict verdict, String message) {
    long now = System.nanoTime();
    var took = Duration.ofNanos(now - begun.getOrDefault(id.getUniqueId(), now));
    switch (id.getSource().orElse(null)) {
      case MethodSource law ->
          tell(
              new Wire.Event.Finished(
                  law.getClassName(),
                  new LawResult(law.getMethodName(), verdict, message, took)));
      case ClassSource group when verdict != Verdict.PASSED ->
          tell(
              new Wire.Event.Finished(
                  group.getClassName(), new LawResult("", verdict, message, took)));
      case null, default -> {
        // the engine itself
      }
    }
  }

  private void tell(Wire.Event event) {
    try {
      event.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("the harness is gone", e);
    }
  }
}
