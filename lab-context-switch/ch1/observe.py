# After a fork, which of a child's reads un-share pages? Private_Dirty is what it no longer shares.
import os, sys

def private_kb():
    with open("/proc/self/smaps_rollup") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("Private_Dirty"))

if not os.path.exists("/proc/self/smaps_rollup"):
    sys.exit("skipped: needs Linux's /proc/self/smaps_rollup.")
raw = bytearray(50_000_000)                          # bytes, not objects
objects = [float(i) for i in range(1_000_000)]       # a million objects, each with a count
for name, look in (("50 MB of bytes", lambda: raw.count(1)), ("a million floats", lambda: sum(objects))):
    if os.fork() == 0:
        before = private_kb()
        look()
        print(f"child read {name}: {private_kb() - before} kB no longer shared", flush=True)
        os._exit(0)
    os.wait()
