package timeslice.lab.contextswitch.ch3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import timeslice.cpu.Cpu;
import timeslice.cpu.Register;
import timeslice.cpu.RegisterFile;
import timeslice.kernel.ProcessControlBlock;
import timeslice.picture.SwitchFigure;
import timeslice.picture.SwitchFigure.Moment;
import timeslice.picture.TouchFigure;
import timeslice.picture.Words;
import timeslice.workbook.Pictures;

/** Chapter 3's pictures: a switch step by step, and a process that comes back cold. */
public final class Ch3Pictures implements Pictures {

  @Override
  public Map<String, Function<Words, String>> pictures() {
    return Map.of("steps", Ch3Pictures::steps, "cold", Ch3Pictures::cold);
  }

  private static String steps(Words words) {
    Scenes scene = new Scenes(8);
    Cpu cpu = scene.cpu();
    ProcessControlBlock a = scene.process('A');
    ProcessControlBlock b = scene.process('B');
    cpu.registers().set(Register.PC, 0x1a40);
    a.save(cpu.registers()); // what A's block still holds from its last turn
    b.save(registers(0x3c08));
    cpu.registers().set(Register.PC, 0x1a5c);
    scene.loop(3, 1);
    List<Moment> moments = new ArrayList<>();
    moments.add(moment("runs", cpu, a, b));
    a.save(cpu.registers());
    moments.add(moment("save", cpu, a, b));
    cpu.loadPageTable(b.pageTable());
    moments.add(moment("pointer", cpu, a, b));
    cpu.tlb().flush();
    moments.add(moment("flush", cpu, a, b));
    b.restore(cpu.registers());
    moments.add(moment("restore", cpu, a, b));
    return SwitchFigure.svg(moments, words);
  }

  private static String cold(Words words) {
    Scenes scene = new Scenes(8);
    scene.loop(3, 2);
    scene.switchTo(1);
    scene.loop(4, 1);
    scene.switchTo(0);
    scene.loop(3, 3);
    return TouchFigure.svg(Scenes.LANES, scene.trace(), words);
  }

  private static Moment moment(String step, Cpu cpu, ProcessControlBlock a, ProcessControlBlock b) {
    int held = 0;
    for (int page = 0; page < 32; page++) {
      held += cpu.tlb().lookup(page).isPresent() ? 1 : 0;
    }
    return new Moment(
        step,
        List.of(
            hex(cpu.registers()),
            cpu.hasLoaded(a.pageTable()) ? "A" : "B",
            String.valueOf(held),
            kept(a),
            kept(b)));
  }

  private static String kept(ProcessControlBlock process) {
    RegisterFile registers = new RegisterFile();
    process.restore(registers);
    return hex(registers);
  }

  private static RegisterFile registers(long pc) {
    RegisterFile registers = new RegisterFile();
    registers.set(Register.PC, pc);
    return registers;
  }

  private static String hex(RegisterFile registers) {
    return "0x" + Long.toHexString(registers.get(Register.PC));
  }
}
