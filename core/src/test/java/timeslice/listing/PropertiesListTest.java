package timeslice.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The list of properties in PROPERTIES.md names tests that exist and run. */
class PropertiesListTest {
  private static final Pattern NAME = Pattern.compile("`([a-z.]+)\\.([A-Z]\\w+)\\.(\\w+)`");

  @Test
  void everyTestInTheListExists() throws IOException {
    List<String> missing = new ArrayList<>();
    Matcher names = NAME.matcher(Files.readString(Path.of("PROPERTIES.md")));
    int found = 0;
    while (names.find()) {
      found++;
      if (!isTest("timeslice." + names.group(1) + "." + names.group(2), names.group(3))) {
        missing.add(names.group());
      }
    }
    assertThat(missing).as("named in PROPERTIES.md and not a test of core").isEmpty();
    assertThat(found).isGreaterThan(60);
  }

  private static boolean isTest(String type, String name) {
    try {
      return Arrays.stream(Class.forName(type).getDeclaredMethods())
          .anyMatch(method -> method.getName().equals(name) && runs(method));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static boolean runs(Method method) {
    return method.isAnnotationPresent(Property.class)
        || method.isAnnotationPresent(Example.class)
        || method.isAnnotationPresent(Test.class);
  }
}
