import subprocess
import sys
import threading
import time

import pyqwest

server = subprocess.Popen([sys.executable, "slow_server.py"], stdout=subprocess.PIPE)
url = f"http://127.0.0.1:{int(server.stdout.readline())}/"


def work():
    client = pyqwest.SyncClient()
    while True:
        client.get(url)


for _ in range(4):
    threading.Thread(target=work, daemon=True).start()
time.sleep(1)
big = [{i: str(i)} for i in range(1_000_000)]   # makes finalization slow
