import os, threading

def body():
    print("thread: object", threading.current_thread().name, "kernel task", threading.get_native_id())

print("main:   process", os.getpid(), "kernel task", threading.get_native_id())
thread = threading.Thread(target=body)
thread.run()  # no start: still the main thread
thread = threading.Thread(target=body)
thread.start()
thread.join()
