package timeslice.show;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.picture.ChromeTrace;
import timeslice.picture.TraceFigure;
import timeslice.picture.TraceText;
import timeslice.picture.Why;
import timeslice.picture.Words;
import timeslice.program.Workload;
import timeslice.program.Workloads;
import timeslice.runtime.Mapping;
import timeslice.runtime.Mappings;
import timeslice.runtime.Run;
import timeslice.trace.Trace;

/**
 * Runs a named workload in a named way and shows what happened: {@code mvn -q -Pshow -pl core
 * test-compile exec:exec -Druntime=gil -Dworkload=mixed -Dform=text}.
 */
public final class Show {
  private static final long QUANTUM = 4_000_000;
  private static final int TASKS = 6;

  private final Options options;
  private final Words words;

  private Show(Options options) throws IOException {
    this.options = options;
    words = PictureWords.read(options.get("lang", "en"));
  }

  /** Arguments: {@code name=value}, see core/README.md; an empty value counts as not given. */
  public static void main(String[] arguments) throws IOException {
    try {
      System.exit(new Show(new Options(arguments)).run());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private int run() throws IOException {
    int cores = options.number("cores", 2);
    Machine machine =
        Machine.cores(cores).with(RoundRobin.withQuantum(QUANTUM)).withSwitchCost(2_000);
    Map<String, Mapping> mappings = Mappings.all(costs(), machine.cpus());
    Mapping mapping = options.oneOf("runtime", mappings, "gil");
    Workload workload = options.oneOf("workload", workloads(), "mixed");
    Run run = mapping.run(machine, workload);
    String text = show(run.trace(), machine.cpus());
    String file = options.get("out", "");
    if (file.isEmpty()) {
      System.out.print(text);
    } else {
      Files.writeString(Path.of(file), text, StandardCharsets.UTF_8);
      System.out.println("wrote " + file);
    }
    System.out.println(run.outcome() + " after " + run.end() + " ns, " + run.tasks() + " tasks");
    return 0;
  }

  private RuntimeCosts costs() {
    Map<String, RuntimeCosts> costs = new TreeMap<>();
    costs.put("free", RuntimeCosts.FREE);
    costs.put("textbook", RuntimeCosts.TEXTBOOK);
    costs.put("measured", RuntimeCosts.MEASURED);
    return options.oneOf("costs", costs, "measured");
  }

  private Map<String, Workload> workloads() {
    int tasks = options.number("tasks", TASKS);
    long seed = options.number("seed", 1);
    Map<String, Workload> workloads = new TreeMap<>();
    workloads.put("cpu-bound", Workloads.cpuBound(tasks, seed));
    workloads.put("io-heavy", Workloads.ioHeavy(tasks, seed));
    workloads.put("mixed", Workloads.mixed(tasks, seed));
    workloads.put("web-server", Workloads.webServer(tasks, 500_000, 2, seed));
    workloads.put("images", Workloads.imageProcessing(tasks, seed));
    workloads.put("pipeline", Workloads.pipeline(Math.max(2, tasks), 10, seed));
    workloads.put("fork-join", Workloads.forkJoin(tasks, seed));
    return workloads;
  }

  private String show(Trace trace, int cpus) {
    StringBuilder out = new StringBuilder();
    switch (options.oneOf("form", "text", "svg", "perfetto", "why", "events")) {
      case "svg" -> out.append(TraceFigure.svg("show", trace, cpus, words));
      case "perfetto" -> ChromeTrace.write(trace, cpus, words, out::append);
      case "why" ->
          Why.forEach(
              trace,
              words,
              (why, i) -> out.append(trace.time(i)).append(": ").append(why).append('\n'));
      case "events" -> {
        for (int i = 0; i < trace.size(); i++) {
          out.append(trace.event(i)).append('\n');
        }
      }
      default -> out.append(TraceText.of("show", trace, cpus, words));
    }
    return out.toString();
  }
}
