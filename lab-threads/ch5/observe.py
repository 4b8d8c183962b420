import sys, threading, time

def f(x): return x + 1

def plain(n):
    global x
    for _ in range(n): x += 1

def called(n):
    global x
    for _ in range(n): x = f(x)

def turns(interval):  # how often a thread notices that it was away for a while
    sys.setswitchinterval(interval)
    away = [0, 0]
    end = time.perf_counter() + 0.5
    def spin(me):
        last = time.perf_counter()
        while last < end:
            now = time.perf_counter()
            away[me] += now - last > interval / 2
            last = now
    run([threading.Thread(target=spin, args=(i,)) for i in range(2)])
    return sum(away)

def run(threads):
    for t in threads: t.start()
    for t in threads: t.join()

print(sys.version.split()[0])
for interval in (0.005, 0.0005):
    print(f"interval {interval * 1000:3.1f} ms: about {turns(interval)} turns in 0.5 s")
sys.setswitchinterval(1e-5)
for body in (plain, called):
    x = 0
    run([threading.Thread(target=body, args=(100_000,)) for _ in range(4)])
    print(f"{body.__name__:6}: {400_000 - x} of 400000 updates lost")
