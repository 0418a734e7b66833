import threading
import tkinter

windows = [tkinter.Tk()]
windows[0].destroy()
windows.clear()  # in the thread that created it

thread = threading.Thread(target=windows.clear)
thread.start()
thread.join()
print("done")
