import os

import cv2
os.environ.pop("QT_QPA_PLATFORM_PLUGIN_PATH", None)
from PyQt5.QtWidgets import QApplication

app = QApplication([])
print("ok", app.platformName())
