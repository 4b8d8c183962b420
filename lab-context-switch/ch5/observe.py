import os, sys, time

if not os.path.exists("/proc/interrupts"):
    sys.exit("skipped: this looks at Linux's /proc")
flags = next((l.split(":")[1].split() for l in open("/proc/cpuinfo") if l.startswith("flags")), [])
print({flag: flag in flags for flag in ("pcid", "invpcid", "pge", "pti")})

def shootdowns():
    line = next((l for l in open("/proc/interrupts") if l.strip().startswith("TLB:")), "")
    return sum(int(word) for word in line.split() if word.isdigit())

before = shootdowns()
time.sleep(1)
print("TLB shootdown interrupts in a second, all CPUs:", shootdowns() - before)
