package timeslice.testing;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives every property the same seed in every run, so that a red build is red for everybody.
 * Registered as a service; {@code -Dtimeslice.seed=7} tries other examples.
 */
public final class FixedSeed implements AroundPropertyHook {
  private static final String SEED = "42";

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    if (context.attributes().seed().isEmpty()) {
      String asked = System.getProperty("timeslice.seed", "");
      context.attributes().setSeed(asked.isEmpty() ? SEED : asked);
    }
    return property.execute();
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }
}
