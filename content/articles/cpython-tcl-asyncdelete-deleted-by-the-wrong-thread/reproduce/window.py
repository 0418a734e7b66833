import threading
import tkinter

windows = [tkinter.Tk()]
windows[0].destroy()

thread = threading.Thread(target=windows.clear)  # drops the last reference
thread.start()
thread.join()
print("done")
