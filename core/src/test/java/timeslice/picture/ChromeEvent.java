package timeslice.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One event of a file in the Trace Event Format. */
record ChromeEvent(Map<String, Object> fields) {
  String phase() {
    return fields.getOrDefault("ph", "none").toString();
  }

  String track() {
    return fields.get("pid") + "/" + fields.get("tid");
  }

  BigDecimal number(String name) {
    if (fields.get(name) instanceof BigDecimal number) {
      return number;
    }
    throw new AssertionError(name + " is not a number in " + this);
  }

  long nanos(String name) {
    return number(name).movePointRight(3).longValueExact();
  }

  /** All events of a file. */
  @SuppressWarnings("unchecked")
  static List<ChromeEvent> read(String text) {
    Map<String, Object> file = (Map<String, Object>) StrictJson.read(text);
    List<ChromeEvent> events = new ArrayList<>();
    for (Object event : (List<Object>) file.getOrDefault("traceEvents", List.of())) {
      events.add(new ChromeEvent((Map<String, Object>) event));
    }
    return events;
  }
}
