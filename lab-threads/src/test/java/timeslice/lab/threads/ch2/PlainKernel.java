package timeslice.lab.threads.ch2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What exercise 2.3 asks for, in the plainest form: lists, and every CPU looked at every time. */
final class PlainKernel {
  /** Who runs where; a missing CPU is idle. */
  final Map<Integer, Integer> running = new LinkedHashMap<>();

  final List<Integer> ready = new ArrayList<>();

  /** Channel by sleeping thread, in the order in which they fell asleep. */
  final Map<Integer, Integer> asleep = new LinkedHashMap<>();

  final List<Integer> ended = new ArrayList<>();
  private final int cpus;
  int threads;

  PlainKernel(int cpus) {
    this.cpus = cpus;
  }

  int start() {
    ready.add(threads);
    fill();
    return threads++;
  }

  void timeSliceOver(int cpu) {
    ready.add(running.remove(cpu));
    fill();
  }

  void sleep(int cpu, int channel) {
    asleep.put(running.remove(cpu), channel);
    fill();
  }

  int wake(int channel) {
    List<Integer> woken =
        asleep.keySet().stream()
            .filter(thread -> asleep.getOrDefault(thread, -1) == channel)
            .toList();
    woken.forEach(asleep::remove);
    ready.addAll(woken);
    fill();
    return woken.size();
  }

  void exit(int cpu) {
    ended.add(running.remove(cpu));
    fill();
  }

  SleepAndWake.State state(int thread) {
    if (running.containsValue(thread)) {
      return SleepAndWake.State.RUNNING;
    }
    if (asleep.containsKey(thread)) {
      return SleepAndWake.State.BLOCKED;
    }
    return ended.contains(thread) ? SleepAndWake.State.ENDED : SleepAndWake.State.READY;
  }

  private void fill() {
    for (int cpu = 0; cpu < cpus; cpu++) {
      if (!running.containsKey(cpu) && !ready.isEmpty()) {
        running.put(cpu, ready.removeFirst());
      }
    }
  }
}
