"""Answers each request after 0.3 seconds; ends after 20 seconds."""
import os
import socket
import threading
import time


def answer(connection):
    connection.recv(65536)
    time.sleep(0.3)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    connection.close()


threading.Timer(20, os._exit, [0]).start()
with socket.create_server(("127.0.0.1", 0)) as server:
    print(server.getsockname()[1], flush=True)
    while True:
        connection, _ = server.accept()
        threading.Thread(target=answer, args=(connection,), daemon=True).start()
