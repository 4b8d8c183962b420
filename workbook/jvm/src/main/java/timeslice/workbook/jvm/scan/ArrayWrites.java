package timeslice.workbook.jvm.scan;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.util.List;

/** Whether a method writes to slots of arrays, other than those it has just made. */
final class ArrayWrites {
  private ArrayWrites() {}

  static boolean in(MethodModel method) {
    List<CodeElement> code =
        method.code().stream()
            .flatMap(all -> all.elementList().stream())
            .filter(Instruction.class::isInstance)
            .toList();
    long stores = code.stream().filter(ArrayStoreInstruction.class::isInstance).count();
    return stores > initializers(code);
  }

  // {a, b}, and with it every call with a variable number of arguments, keeps a copy of the new
  // array for each slot: dup, then the index. Nothing else does that before a number.
  private static long initializers(List<CodeElement> code) {
    long count = 0;
    for (int i = 0; i + 1 < code.size(); i++) {
      boolean copy = code.get(i) instanceof Instruction it && it.opcode() == Opcode.DUP;
      boolean index =
          code.get(i + 1) instanceof ConstantInstruction it && it.typeKind() == TypeKind.INT;
      if (copy && index) {
        count++;
      }
    }
    return count;
  }
}
