"""Counts how often threads leave the CPU by themselves and how often it is taken from them."""
import os, threading, time

STATUS = "/proc/thread-self/status"

def switches():
    return [int(line.split()[1]) for line in open(STATUS) if "ctxt_switches" in line]

def together(what, threads, step):
    def run():
        before, end = switches(), time.monotonic() + 1
        while time.monotonic() < end:
            step()
        after = switches()
        print(f"{what:24} {after[0] - before[0]:10}  {after[1] - before[1]:11}")
    all_of_them = [threading.Thread(target=run) for _ in range(threads)]
    [thread.start() for thread in all_of_them]
    [thread.join() for thread in all_of_them]

if not os.path.exists(STATUS):
    raise SystemExit(f"skipped: there is no {STATUS} here (it is Linux's)")
print(f"{'1 second':24}  voluntary  involuntary")
together("computes", 4, lambda: None)
together("sleeps 1 ms", 1, lambda: time.sleep(0.001))
