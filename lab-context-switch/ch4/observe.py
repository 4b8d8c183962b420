"""Counts the context switches of two threads of one process, and what the process file shows."""
import os, threading, time

def switches(path):
    if not os.path.exists(path):
        raise SystemExit(f"skipped: there is no {path} here (it is Linux's)")
    return [int(line.split()[1]) for line in open(path) if "ctxt_switches" in line]

def sleeps():
    for _ in range(1000):
        time.sleep(0.0005)

def computes():
    end = time.monotonic() + 1
    while time.monotonic() < end:
        pass

def counted(work):
    before = switches("/proc/thread-self/status")
    work()
    after = switches("/proc/thread-self/status")
    print(f"{work.__name__:20} voluntary {after[0] - before[0]:5} involuntary {after[1] - before[1]:5}")

before = switches("/proc/self/status")
threads = [threading.Thread(target=counted, args=(work,)) for work in (sleeps, computes)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
after = switches("/proc/self/status")
print(f"{'/proc/self/status':20} voluntary {after[0] - before[0]:5} involuntary {after[1] - before[1]:5}")
