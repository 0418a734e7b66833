import cv2
from PyQt5.QtWidgets import QApplication

app = QApplication([])
print("ok", app.platformName())
