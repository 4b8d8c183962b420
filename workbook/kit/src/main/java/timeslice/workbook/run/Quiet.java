package timeslice.workbook.run;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Mutes jqwik's remarks about its settings (no database, many edge cases): they are ours. */
public final class Quiet implements LauncherSessionListener {
  // Kept here because the logging system forgets loggers, and their levels, that nobody holds.
  private static final Logger ENGINE = Logger.getLogger("net.jqwik.engine");

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    ENGINE.setLevel(Level.WARNING);
  }
}
