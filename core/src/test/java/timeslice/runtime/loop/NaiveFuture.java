package timeslice.runtime.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A future of the {@link NaiveLoop}: how it ended, and whom to tell. */
class NaiveFuture {
  final NaiveLoop loop;
  @Nullable String ended;
  final List<Consumer<String>> whenDone = new ArrayList<>();

  NaiveFuture(NaiveLoop loop) {
    this.loop = loop;
  }

  void end(String how) {
    ended = how;
    whenDone.forEach(told -> loop.soon(() -> told.accept(how)));
  }

  boolean cancel() {
    if (ended != null) {
      return false;
    }
    end("cancelled");
    return true;
  }
}
