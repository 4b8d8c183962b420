package timeslice.lab.contextswitch.ch4;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import timeslice.cpu.Cpu;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;
import timeslice.picture.ShootdownFigure;
import timeslice.picture.ShootdownFigure.Step;
import timeslice.picture.TouchFigure;
import timeslice.picture.Words;
import timeslice.workbook.Pictures;

/** Chapter 4's pictures: a schedule of threads and its flushes, and a shootdown. */
public final class Ch4Pictures implements Pictures {

  @Override
  public Map<String, Function<Words, String>> pictures() {
    return Map.of("schedule", Ch4Pictures::schedule, "shootdown", Ch4Pictures::shootdown);
  }

  private static String schedule(Words words) {
    return TouchFigure.svg(Schedule.LANES, Schedule.run(Schedule.CHAPTER).trace(), words);
  }

  private static String shootdown(Words words) {
    int page = 2;
    Cores cores = new Cores(List.of(true, true, false, true), 1);
    List<Step> steps = new ArrayList<>();
    PageTable table = cores.a.pageTable();
    PageTableEntry gone = table.walk(page).orElseThrow();
    // The steps as they must happen, each done on the model; what the TLBs hold is read from it.
    table.unmap(page);
    steps.add(step("table", 1, 1, cores, gone));
    cores.self.tlb().invalidate(page);
    steps.add(step("self", 1, 1, cores, gone));
    for (int target : List.of(0, 3)) {
      steps.add(step("ask", 1, target, cores, gone));
    }
    for (int target : List.of(0, 3)) {
      cores.cpus.get(target).tlb().invalidate(page);
      steps.add(step("forget", target, target, cores, gone));
      steps.add(step("answer", target, 1, cores, gone));
    }
    steps.add(step("done", 1, 1, cores, gone));
    return ShootdownFigure.svg(steps, words);
  }

  private static Step step(String words, int from, int to, Cores cores, PageTableEntry gone) {
    List<Boolean> holds = new ArrayList<>();
    for (Cpu cpu : cores.cpus) {
      holds.add(cpu.tlb().lookup(2).filter(gone::equals).isPresent());
    }
    return new Step(words, from, to, holds);
  }
}
