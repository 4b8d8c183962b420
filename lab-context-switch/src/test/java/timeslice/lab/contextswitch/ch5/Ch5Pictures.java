package timeslice.lab.contextswitch.ch5;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import timeslice.cpu.AddressSpaceRegister;
import timeslice.kernel.AsidSlots;
import timeslice.kernel.LazyTlbState;
import timeslice.memory.PageTableEntry;
import timeslice.memory.TaggedSetAssociativeTlb;
import timeslice.picture.SlotsFigure;
import timeslice.picture.SwitchFigure;
import timeslice.picture.TouchFigure;
import timeslice.picture.Words;
import timeslice.trace.TouchTrace;
import timeslice.workbook.Pictures;

/** The pictures of chapter 5, each from a run of the model. */
public final class Ch5Pictures implements Pictures {

  @Override
  public Map<String, Function<Words, String>> pictures() {
    Map<String, Function<Words, String>> pictures = new TreeMap<>();
    pictures.put("tags", Ch5Pictures::tags);
    pictures.put("six", words -> SlotsFigure.svg(AsidSlots.LINUX, SlotsFigure.turns(6, 2), words));
    pictures.put(
        "seven", words -> SlotsFigure.svg(AsidSlots.LINUX, SlotsFigure.turns(7, 2), words));
    pictures.put("lazy", Ch5Pictures::lazy);
    return pictures;
  }

  /**
   * A, B and A again on a tagged TLB with room for both: chapter 3's picture without the flushes.
   */
  private static String tags(Words words) {
    TaggedSetAssociativeTlb tlb = new TaggedSetAssociativeTlb(1, 8);
    TouchTrace trace = new TouchTrace();
    int running = 0;
    for (int process : new int[] {0, 0, 1, 0, 1}) {
      if (process != running) {
        trace.change(false);
      }
      running = process;
      for (long page = 0; page < 3; page++) {
        boolean hit = tlb.lookup(process, page).isPresent();
        trace.touch(process, page, hit);
        if (!hit) {
          tlb.insert(process, page, PageTableEntry.of((int) page));
        }
      }
    }
    return TouchFigure.svg(List.of("A", "B"), trace, words);
  }

  /** One CPU, step by step: who runs, what is loaded, how much was done to the register. */
  private static String lazy(Words words) {
    Counter register = new Counter();
    LazyTlbState cpu = new LazyTlbState(register);
    List<SwitchFigure.Moment> moments = new ArrayList<>();
    cpu.runUser(0, 0);
    moments.add(register.moment("user.first"));
    cpu.runKernelOnly();
    moments.add(register.moment("kernel"));
    cpu.runUser(0, 0);
    moments.add(register.moment("user.back"));
    cpu.runKernelOnly();
    moments.add(register.moment("kernel.again"));
    boolean interrupted = cpu.needsInterrupt(0);
    moments.add(register.moment(interrupted ? "unmap.interrupts" : "unmap"));
    cpu.runUser(0, 1);
    moments.add(register.moment("user.behind"));
    cpu.runKernelOnly();
    moments.add(register.moment("kernel.third"));
    cpu.runUser(1, 0);
    moments.add(register.moment("other"));
    return SwitchFigure.svg(moments, words);
  }

  private static final class Counter implements AddressSpaceRegister {
    private String loaded = "";
    private int loads;
    private int flushes;

    @Override
    public void load(int addressSpace) {
      loaded = addressSpace == 0 ? "A" : "B";
      loads++;
    }

    @Override
    public void flush() {
      flushes++;
    }

    SwitchFigure.Moment moment(String step) {
      return new SwitchFigure.Moment(
          step, List.of(loaded, String.valueOf(loads), String.valueOf(flushes)));
    }
  }
}
