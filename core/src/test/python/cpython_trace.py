"""Runs programs of operations on CPython's own asyncio, on simulated time.

Reads one program a line, as Op.java writes them, and prints it and its trace in the next line.
Nothing here imitates asyncio: only its clock and its selector are replaced, and two orders that it
leaves undefined are what our model defines: equal deadlines by scheduling (a heap there), the
tasks that a task group cancels by creation (a set there).

    python3.13 cpython_trace.py < programs.txt
"""

import asyncio
import heapq
import selectors
import sys
from asyncio import events


class Selector(selectors.SelectSelector):
    """Never waits: lets the loop's time pass instead; a wait without an end stops the loop."""

    loop = None

    def select(self, timeout=None):
        if timeout is None:
            self.loop.stop()
        else:
            self.loop.clock += timeout
        return []


class Timer(events.TimerHandle):
    def __lt__(self, other):
        return (self._when, self.number) < (other._when, other.number)


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.clock = 0
        self.timers = 0
        selector = Selector()
        selector.loop = self
        super().__init__(selector)
        self._clock_resolution = 1

    def time(self):
        return self.clock

    def call_at(self, when, callback, *args, context=None):
        timer = Timer(when, callback, args, self, context)
        self.timers += 1
        timer.number = self.timers
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer


class Ordered(dict):
    """A set in the order of insertion."""

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)


def kind(failure):
    if failure is None:
        return "returned"
    if isinstance(failure, asyncio.CancelledError):
        return "cancelled"
    if isinstance(failure, BaseExceptionGroup):
        return f"group{len(failure.exceptions)}"
    return "timeout" if isinstance(failure, TimeoutError) else "error"


class Run:
    def __init__(self, program):
        self.loop = Loop()
        self.loop.set_exception_handler(lambda loop, context: None)
        self.program = program
        self.tasks = {}
        self.futures = [self.loop.create_future() for _ in range(3)]
        self.handles = {}
        self.semaphore = asyncio.Semaphore(2)
        self.lock = asyncio.Lock()
        self.trace = []
        self.spawn(0, self.loop.create_task)
        self.loop.run_forever()

    def log(self, task, what):
        self.trace.append(f"{self.loop.time()} {task} {what}")

    def done(self, task, future):
        cancelled = future.cancelled()
        outcome = "cancelled" if cancelled else kind(future.exception())
        self.log(task, "done:" + outcome)

    def spawn(self, number, create):
        if number < len(self.program) and number not in self.tasks:
            self.tasks[number] = create(self.main(number))
            self.tasks[number].add_done_callback(lambda done: self.done(number, done))

    async def main(self, number):
        self.log(number, "begins")
        try:
            await self.run(number, self.program[number])
        finally:
            self.log(number, "finally")

    async def run(self, task, ops):
        for op in ops:
            self.log(task, op[0])
            numbers = [word for word in op[1:] if isinstance(word, int)]
            body = [word for word in op[1:] if not isinstance(word, int)]
            await self.perform(task, op[0], numbers, body)
            self.log(task, ".")

    async def perform(self, task, name, n, body):
        match name:
            case "pause":
                await asyncio.sleep(0)
            case "sleep":
                await asyncio.sleep(n[0])
            case "compute" | "block":
                self.loop.clock += n[0]
            case "spawn":
                self.spawn(n[0], self.loop.create_task)
            case "await":
                if n[0] in self.tasks:
                    await self.tasks[n[0]]
                else:
                    self.log(n[0], "missing")
            case "future":
                await self.futures[n[0]]
            case "set":
                if not self.futures[n[0]].done():
                    self.futures[n[0]].set_result(None)
            case "cancel":
                asked = n[0] in self.tasks and self.tasks[n[0]].cancel()
                self.log(task, str(asked).lower())
            case "drop":
                self.log(task, str(self.futures[n[0]].cancel()).lower())
            case "uncancel":
                self.log(task, self.tasks[task].uncancel())
            case "fail":
                raise ValueError("boom")
            case "soon":
                self.handles[n[0]] = self.loop.call_soon(self.log, -1, f"callback:{n[0]}")
            case "later":
                self.handles[n[0]] = self.loop.call_later(n[1], self.log, -1, f"callback:{n[0]}")
            case "unschedule":
                if n[0] in self.handles:
                    self.handles[n[0]].cancel()
            case "gather" | "settle":
                present = [self.tasks[i] for i in n if i in self.tasks]
                await asyncio.gather(*present, return_exceptions=name == "settle")
            case "inner":
                await self.run(task, body)
            case "attempt":
                try:
                    await self.run(task, body)
                except BaseException as failure:
                    self.log(task, "caught:" + kind(failure))
            case "within":
                async with asyncio.timeout(n[0]):
                    await self.run(task, body)
            case "waitfor":
                await asyncio.wait_for(self.run(task, body), n[0])
            case "permit":
                async with self.semaphore:
                    await self.run(task, body)
            case "lock":
                async with self.lock:
                    await self.run(task, body)
            case "group":
                async with asyncio.TaskGroup() as group:
                    group._tasks = Ordered()
                    for child in n:
                        self.spawn(child, group.create_task)
                    await self.run(task, body)


def parse(words):
    word = words.pop(0)
    if word != "(":
        return int(word) if word.isdigit() else word
    parts = []
    while words[0] != ")":
        parts.append(parse(words))
    words.pop(0)
    return parts


sys.unraisablehook = lambda unraisable: None  # tasks that are dropped while they wait
for line in sys.stdin:
    words = line.replace("(", " ( ").replace(")", " ) ").split()
    program = []
    while words:
        program.append(parse(words)[1:])
    print(line.strip())
    print("; ".join(Run(program).trace))
