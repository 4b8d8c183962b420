package timeslice.runtime.loop;

/** What may stand in the ready queue: somebody's callback, or the next step of a task. */
sealed interface Ready permits Handle, Task {}
