package timeslice.lab.contextswitch.ch1;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import timeslice.memory.CopyOnWriteMemory;
import timeslice.memory.PageTableEntry;
import timeslice.memory.PhysicalMemory;
import timeslice.memory.RadixPageTable;
import timeslice.workbook.Exercise;
import timeslice.workbook.Exercise.Kind;

/** Two bets, compared with what the model does. */
@Exercise(
    value = "1.0",
    answers = {Predictions.class},
    kind = Kind.PREDICT,
    weight = 0)
public class PredictionsProperties {
  private static final int TABLE_BYTES = 512 * 8;

  @Example
  public void theBytesOfATreeForOnePageWereForeseen() {
    RadixPageTable table = new RadixPageTable();
    StringBuilder story = new StringBuilder();
    story.append("  nothing mapped: ").append(table.tables()).append(" table, the root\n");
    table.map(1, PageTableEntry.of(5));
    story.append("  one page mapped: ").append(table.tables()).append(" tables of ");
    story.append(TABLE_BYTES).append(" bytes, one on each level");
    assertThat(Predictions.tableBytesOfOnePage())
        .as("bytes of page tables for one page; the model says:\n%s\n", story)
        .isEqualTo((long) table.tables() * TABLE_BYTES);
  }

  @Example
  public void theCopiesAfterAForkWereForeseen() {
    PhysicalMemory memory = new PhysicalMemory(32);
    CopyOnWriteMemory processes = new CopyOnWriteMemory(memory);
    int parent = processes.newProcess();
    for (int page = 0; page < 10; page++) {
      processes.write(parent, page * 4096L, (byte) 1);
    }
    int child = processes.fork(parent);
    StringBuilder story = new StringBuilder();
    for (int page = 0; page < 3; page++) {
      processes.write(child, page * 4096L, (byte) 2);
      processes.write(parent, page * 4096L, (byte) 3);
      story.append("  page ").append(page).append(": parent in frame ");
      story.append(processes.frame(parent, page)).append(", child in frame ");
      story.append(processes.frame(child, page)).append(" of its own, ");
      story.append(memory.copies()).append(" copied so far\n");
    }
    assertThat(Predictions.pagesCopiedAfterTheFork())
        .as("pages copied; the child writes first, the parent writes as last owner:\n%s", story)
        .isEqualTo((int) memory.copies());
  }
}
