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
  private final Map<Program, Integer> entries = new HashMap<>();
  private boolean spawns;

  Code(List<Program> programs) {
    programs.forEach(this::add);
  }

  private void add(Program program) {
    if (entries.containsKey(program)) {
      return;
    }
    entries.put(program, operations.size());
    operations.addAll(program.operations());
    operations.add(null);
    for (Operation operation : program.operations()) {
      if (operation instanceof Operation.Spawn spawn) {
        spawns = true;
        add(spawn.child());
      }
    }
  }

  /** Where this program begins. */
  int entry(Program program) {
    Integer place = entries.get(program);
    if (place == null) {
      throw new IllegalArgumentException("this program is not part of the workload: " + program);
    }
    return place;
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
