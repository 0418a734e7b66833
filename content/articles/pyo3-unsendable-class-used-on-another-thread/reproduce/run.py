import threading

import owned

counter = owned.Counter()
print("created, value", counter.get())


def use():
    try:
        print(counter.get())
    except Exception as error:
        print("caught", error)


def last_owner(box):
    box.clear()


thread = threading.Thread(target=use)
thread.start()
thread.join()
print("main thread goes on, value", counter.get())

box = [owned.Counter()]
thread = threading.Thread(target=last_owner, args=(box,))
thread.start()
thread.join()
del counter
print("end")
