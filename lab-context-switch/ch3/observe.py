"""Sends a byte to and fro over two pipes: to a forked process, then to a thread. Prints medians."""
import os, statistics, threading, time

def echo(inbox, outbox):
    while message := os.read(inbox, 1):
        os.write(outbox, message)

def one_way(outbox, inbox, rounds=5000):
    times = []
    for _ in range(rounds):
        start = time.perf_counter_ns()
        os.write(outbox, b"x")
        os.read(inbox, 1)
        times.append((time.perf_counter_ns() - start) / 2000)
    return statistics.median(times)

if not hasattr(os, "fork"):
    raise SystemExit("skipped: os.fork does not exist here")
(to_child, child_in), (back, child_out) = os.pipe()[::-1], os.pipe()
child = os.fork()
if child == 0:
    echo(child_in, child_out)
print(f"to another process  {one_way(to_child, back):6.1f} us one way")
os.kill(child, 9)
os.waitpid(child, 0)
threading.Thread(target=echo, args=(child_in, child_out), daemon=True).start()
print(f"to another thread   {one_way(to_child, back):6.1f} us one way")
