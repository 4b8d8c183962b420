package timeslice.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import timeslice.program.Operation;
import timeslice.program.Program;

/**
 * All programs of a workload, one after the other: a place in them is one number, and that is all a
 * task must remember of its program. An end stands after each.
 */
final class Code {
  private final List<@Nullable Operation> operations = new ArrayList<>();

  /** Where the program begins that an operation starts; 0 for other operations. */
  private final List<Integer> children = new ArrayList<>();

  /** Where each program begins. Equal programs are kept once. */
  private final Map<Program, Integer> entries = new HashMap<>();

  private final int[] roots;
  private boolean spawns;

  Code(List<Program> programs) {
    roots = new int[programs.size()];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = add(programs.get(i));
    }
  }

  private int add(Program program) {
    Integer known = entries.get(program);
    if (known != null) {
      return known;
    }
    int entry = operations.size();
    entries.put(program, entry);
    operations.addAll(program.operations());
    operations.add(null);
    while (children.size() < operations.size()) {
      children.add(0);
    }
    for (int i = 0; i < program.operations().size(); i++) {
      if (program.operations().get(i) instanceof Operation.Spawn spawn) {
        spawns = true;
        children.set(entry + i, add(spawn.child()));
      }
    }
    return entry;
  }

  /** Where the workload's program with this number begins. */
  int entry(int program) {
    return roots[program];
  }

  /** Where the program begins that the operation at this place starts. */
  int child(int place) {
    return children.get(place);
  }

  /** Whether any program starts children. */
  boolean spawns() {
    return spawns;
  }

  /** The operations by place; null where a program ends. */
  @Nullable Operation[] toArray() {
    return operations.toArray(new Operation[0]);
  }
}
