import multiprocessing, os, time

def job(_):  # 5 ms of CPU, then 15 ms of waiting for "somebody else"
    end = time.process_time() + 0.005
    while time.process_time() < end: pass
    time.sleep(0.015)

if __name__ == "__main__":  # a worker process may import this file again
    cores = os.cpu_count()
    for workers in (1, cores, 2 * cores + 1, 4 * cores, 8 * cores):
        with multiprocessing.Pool(workers) as pool:
            pool.map(job, range(workers))  # wake them all up
            start = time.perf_counter()
            pool.map(job, range(100), chunksize=1)
            print(f"{workers:3} workers: {100 / (time.perf_counter() - start):5.0f} jobs/s")
