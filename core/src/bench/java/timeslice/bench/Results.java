package timeslice.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What JMH measured, by the name of the benchmark and its parameters. */
final class Results {
  private final Map<String, RunResult> all = new LinkedHashMap<>();

  private Results() {}

  /** JMH 1.37 uses what later JDKs will not have any more, and JDK 25 says so each time. */
  private static final String NO_WARNING = "--sun-misc-unsafe-memory-access=allow";

  private static ChainedOptionsBuilder options(
      Class<?> benchmarks, String methods, String... jvmArguments) {
    return new OptionsBuilder()
        .include(benchmarks.getName().replace(".", "\\.") + "\\.(" + methods + ")$")
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true)
        .jvmArgs(jvmArguments)
        .jvmArgsAppend(NO_WARNING)
        .forks(1);
  }

  /** The same for runs that take long: each is measured by itself. */
  static ChainedOptionsBuilder shots(
      Class<?> benchmarks, String methods, int warmup, int measured) {
    return options(benchmarks, methods, "-Xmx5g")
        .mode(Mode.SingleShotTime)
        .warmupIterations(warmup)
        .measurementIterations(measured);
  }

  /** The same for runs that take milliseconds: as many as there is time for. */
  static ChainedOptionsBuilder samples(
      Class<?> benchmarks, String methods, int seconds, String... jvmArguments) {
    return options(benchmarks, methods, jvmArguments)
        .mode(Mode.SampleTime)
        .warmupIterations(2)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(seconds)
        .measurementTime(TimeValue.seconds(1));
  }

  /** Measures. */
  static Results of(ChainedOptionsBuilder... runs) throws RunnerException {
    Results results = new Results();
    for (ChainedOptionsBuilder options : runs) {
      Collection<RunResult> measured = new Runner(options.build()).run();
      for (RunResult result : measured) {
        results.all.put(key(result), result);
      }
    }
    return results;
  }

  /** As in {@code calendar cores=4 tasks=100000}: the parameters in the order of their names. */
  private static String key(RunResult result) {
    StringBuilder key = new StringBuilder(result.getPrimaryResult().getLabel());
    for (String name : result.getParams().getParamsKeys()) {
      key.append(' ').append(name).append('=').append(result.getParams().getParam(name));
    }
    return key.toString();
  }

  /** A percentile of the time on the clock, in nanoseconds. */
  double percentile(String key, int percent) {
    return find(key).getPrimaryResult().getStatistics().getPercentile(percent);
  }

  /** The median of something that {@link Measured} counts. */
  double median(String key, String counter) {
    Result<?> result = find(key).getSecondaryResults().get(counter);
    if (result == null) {
      throw new IllegalStateException(key + " does not count " + counter);
    }
    return result.getStatistics().getPercentile(50);
  }

  private RunResult find(String key) {
    RunResult result = all.get(key);
    if (result == null) {
      throw new IllegalStateException("not measured: " + key + "; only " + all.keySet());
    }
    return result;
  }
}
