package timeslice.workbook.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import timeslice.workbook.Exercise;
import timeslice.workbook.ExerciseId;
import timeslice.workbook.run.Settings;
import timeslice.workbook.run.Verdict;
import timeslice.workbook.run.Verdicts;
import timeslice.workbook.text.Library;
import timeslice.workbook.text.PageWords;

/** Collects the verdicts of a run and prints the page when it is over. */
public final class PageListener implements TestExecutionListener {
  private final Map<String, Exercise> marks = new LinkedHashMap<>();
  private final Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();
  private @Nullable ClassLoader lab;

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    marks.clear();
    verdicts.clear();
    lab = null;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Verdicts.of(test, result).ifPresent(verdict -> add(test, verdict));
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    if (test.isTest()) {
      Verdicts.ofSkipped(test, reason).ifPresent(verdict -> add(test, verdict));
    }
  }

  private void add(TestIdentifier test, Verdict verdict) {
    Class<?> properties =
        test.getSource()
            .filter(MethodSource.class::isInstance)
            .<Class<?>>map(source -> ((MethodSource) source).getJavaClass())
            .orElse(null);
    ExerciseId.markOf(properties)
        .ifPresent(
            mark -> {
              marks.putIfAbsent(mark.value(), mark);
              verdicts.computeIfAbsent(mark.value(), v -> new ArrayList<>()).add(verdict);
            });
    if (properties != null) {
      lab = properties.getClassLoader();
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (verdicts.isEmpty()) {
      return;
    }
    List<Standing> standings = new ArrayList<>();
    verdicts.forEach(
        (id, laws) -> {
          Exercise mark = marks.get(id);
          if (mark != null) {
            standings.add(Standing.of(mark, laws));
          }
        });
    Terminal terminal = Terminal.ofThisRun();
    boolean korean = PageWords.korean() && terminal.korean();
    ClassLoader loader = lab == null ? PageListener.class.getClassLoader() : lab;
    Library library = new Library(loader, korean);
    Bets bets = Bets.ofThisLab();
    standings.stream()
        .filter(Standing::predicts)
        .flatMap(standing -> standing.verdicts().stream())
        .forEach(bets::keep);
    Page page = new Page(standings, library, bets, Settings.read(), PageWords.read(korean));
    System.out.print(terminal.fit(page.text()));
    System.out.flush();
  }
}
