"""One byte out of each of n pages, beside n bytes side by side: nanoseconds a step."""
import random, timeit

for n in (256, 4096, 32768):
    memory = bytearray(n * 4096)
    row = [f"{n:6} places:"]
    for apart, what in ((4096 + 64, "a page apart"), (1, "side by side")):
        places = [i * apart % len(memory) for i in range(n)]
        random.Random(2).shuffle(places)
        seconds = min(timeit.repeat(lambda: [memory[p] for p in places], number=1 + 2**19 // n, repeat=5))
        row.append(f"{seconds / (1 + 2**19 // n) / n * 1e9:4.0f} ns {what}")
    print("  ".join(row))
